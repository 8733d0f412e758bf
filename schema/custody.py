"""Custody stints: one stay at one place, with who knows it, since when, on which channel."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Led, Revised, Table, closed


class PlaceOfCustody(StrEnum):
    """What kind of place it is; only some have a facility."""

    FACILITY = "facility"
    HOLD_ROOM = "hold_room"
    HOSPITAL = "hospital"
    IN_TRANSIT = "in_transit"
    OTHER_AGENCY = "other_agency"
    UNKNOWN = "unknown"


class Source(StrEnum):
    """Through which channel a fact of time or place was learnt."""

    LOCATOR = "locator"
    FACILITY_CALL = "facility_call"
    COURT_LINE = "court_line"
    COURT_PORTAL = "court_portal"
    PRINTED_NOTICE = "printed_notice"
    COUNSEL = "counsel"
    CLIENT = "client"
    FAMILY = "family"
    WITNESS = "witness"
    AGENCY = "agency"
    IMPORT = "import"
    OTHER = "other"


class Confidence(StrEnum):
    """How sure we are: a second, independent source confirms."""

    UNCONFIRMED = "unconfirmed"
    ONE_SOURCE = "one_source"
    CONFIRMED = "confirmed"


class ReleaseReason(StrEnum):
    """Why a stay ended, in the agency's own words (DOMAIN §2.3)."""

    REMOVED = "Removed"
    BONDED_OUT_JUDGE = "Bonded Out - IJ"
    BONDED_OUT_FIELD_OFFICE = "Bonded Out - Field Office"
    RECOGNIZANCE = "Order of recognizance"
    SUPERVISION = "Order of supervision"
    PAROLED = "Paroled"
    VOLUNTARY_DEPARTURE = "Voluntary departure"
    VOLUNTARY_RETURN = "Voluntary Return"
    TERMINATED = "Proceedings Terminated"
    RELIEF_GRANTED = "Relief Granted by IJ"
    WITHDRAWAL = "Withdrawal"
    ORR = "ORR"
    OTHER_AGENCY = "U.S. Marshals or other agency"
    COURT_ORDERED = "Court ordered"
    TRANSFERRED = "Transferred"
    DIED = "Died"
    OTHER = "Other"


class CustodyStint(Identified, Revised, Led, Table):
    """One stay. An open one (``booked_out_at`` is null) is where the person is, as last known."""

    __tablename__ = "custody_stints"
    __table_args__ = (
        Index("custody_stints_of", "case_id", "booked_in_at"),
        UniqueConstraint("case_id", "source_ref"),
    )

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    place: Mapped[PlaceOfCustody] = mapped_column(closed(PlaceOfCustody))
    facility_id: Mapped[UUID | None] = mapped_column(ForeignKey("facilities.id"))
    booked_in_at: Mapped[datetime | None]
    booked_out_at: Mapped[datetime | None]
    release_reason: Mapped[ReleaseReason | None] = mapped_column(closed(ReleaseReason))
    source: Mapped[Source] = mapped_column(closed(Source))
    confidence: Mapped[Confidence] = mapped_column(closed(Confidence))
    #: The other channel that says the same: with it the place is confirmed.
    second_source: Mapped[Source | None] = mapped_column(closed(Source, called="second_source"))
    checked_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    checked_at: Mapped[datetime]
    source_ref: Mapped[str | None]
    #: Keyed digest of what the file last said of it: the same row again changes nothing.
    source_digest: Mapped[bytes | None]


class Whereabouts(Led, Table):
    """Where somebody is held now, and since when: all of their custody that anybody outside the legal team may be told.

    Advocates and officials with the client's consent to tell the place, the contacts whom the client has named. It lies
    apart from the stays, so that the second wall can show it and them to different people; the database keeps it
    (``migrations``) from the open stay that was checked last.
    """

    __tablename__ = "whereabouts"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"), primary_key=True)
    facility_id: Mapped[UUID | None] = mapped_column(ForeignKey("facilities.id"))
    since: Mapped[datetime | None]
    confidence: Mapped[Confidence] = mapped_column(closed(Confidence))
    checked_at: Mapped[datetime]


class LocatorCheck(Identified, Led, Table):
    """Somebody looked for the person on an official channel, and found them or not."""

    __tablename__ = "locator_checks"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"), index=True)
    source: Mapped[Source] = mapped_column(closed(Source))
    found: Mapped[bool]
    checked_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    checked_at: Mapped[datetime]
    #: It was a slip: nobody looked. From then on it counts nowhere, and the trail keeps it.
    taken_back_at: Mapped[datetime | None]
