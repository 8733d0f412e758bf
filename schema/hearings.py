"""Hearings: a proceeding before a judge, at a time and hearing location."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from schema.base import Identified, Led, Revised, Sealed, Table, closed
from schema.custody import Confidence, Source
from schema.occasions import Occasion


class HearingOutcome(StrEnum):
    """What came of it, as reported afterwards."""

    CONTINUED = "continued"
    BOND_GRANTED = "bond_granted"
    #: Release on their own recognizance, without a bond (8 USC 1226(a)(2)(B)).
    CONDITIONAL_PAROLE = "conditional_parole"
    BOND_DENIED = "bond_denied"
    NO_JURISDICTION = "no_jurisdiction"
    RELIEF_GRANTED = "relief_granted"
    RELIEF_DENIED = "relief_denied"
    REMOVAL_ORDERED = "removal_ordered"
    REMOVAL_ORDERED_IN_ABSENTIA = "removal_ordered_in_absentia"
    VOLUNTARY_DEPARTURE = "voluntary_departure"
    TERMINATED = "terminated"
    FEAR_FOUND = "fear_found"
    FEAR_NOT_FOUND = "fear_not_found"
    NOT_PRESENTED = "not_presented"
    OTHER = "other"


class HearingState(StrEnum):
    """How a hearing stands (DOMAIN §2.3). Of a date ahead: how sure it is, or which way it was moved last."""

    UNVERIFIED = "unverified"
    ONE_SOURCE = "one_source"
    CONFIRMED = "confirmed"
    MOVED_EARLIER = "moved_earlier"
    MOVED_LATER = "moved_later"
    VACATED = "vacated"
    HELD = "held"
    HELD_IN_ABSENTIA = "held_in_absentia"
    NOT_PRESENTED = "not_presented"


#: The court itself set the hearing earlier: "deliberately advanced by court", "docket management (advance)". A list
#: that only waits for dates to slip misses these (EOIR tblAdjournmentCodes).
ADVANCED_BY_COURT = ("55", "9B")


class Hearing(Identified, Revised, Led, Table):
    """One date before a judge, as its notice says. When and where is its occasion."""

    __tablename__ = "hearings"
    __table_args__ = (
        UniqueConstraint("case_id", "source_ref"),
        # Of a chain one date stands: none is set twice in place of the same one.
        Index("hearings_superseded", "supersedes_id", unique=True, postgresql_where=text("supersedes_id is not null")),
    )

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"), index=True)
    proceeding_id: Mapped[UUID] = mapped_column(ForeignKey("proceedings.id"), index=True)
    occasion_id: Mapped[UUID] = mapped_column(ForeignKey("occasions.id"), unique=True)
    court_id: Mapped[UUID | None] = mapped_column(ForeignKey("courts.id"), index=True)
    #: Where it is held, which need not be where the court is. Null by Webex.
    hearing_location_id: Mapped[UUID | None] = mapped_column(ForeignKey("hearing_locations.id"))
    #: EOIR codes as released, when known: calendar type (M, I, B, C, R …) and schedule type (MD, ID, CY, RR …).
    calendar_type: Mapped[str | None]
    schedule_type: Mapped[str | None]
    judge: Mapped[str | None]
    #: The person was detained when it was set. Dates of people at liberty are an arrest risk (DOMAIN §2.6).
    detained: Mapped[bool] = mapped_column(server_default=text("true"), default=True)
    closed_to_public: Mapped[bool] = mapped_column(server_default=text("false"), default=False)
    interpreter_language: Mapped[str | None]
    source: Mapped[Source] = mapped_column(closed(Source))
    confidence: Mapped[Confidence] = mapped_column(closed(Confidence))
    checked_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    checked_at: Mapped[datetime]
    #: How it was checked before a date checker said that it is right, so that they can take that back.
    checked_before: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    #: When the notice was received: when the tracker could first know.
    noticed_at: Mapped[datetime | None]
    #: When it was given the time it has; null: it never had another. What was said of an earlier time says nothing of
    #: this one.
    date_set_at: Mapped[datetime | None]
    #: The instant it was last moved from.
    moved_from: Mapped[datetime | None]
    #: The hearing this one was set in place of.
    supersedes_id: Mapped[UUID | None] = mapped_column(ForeignKey("hearings.id"))
    #: EOIR adjournment code (tblAdjournmentCodes), when it was moved or put off.
    adjournment_code: Mapped[str | None]
    outcome: Mapped[HearingOutcome | None] = mapped_column(closed(HearingOutcome))
    outcome_note: Mapped[Sealed | None]
    reported_at: Mapped[datetime | None]
    reported_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    #: What the report found and what it left behind, so that its author can take it back.
    report_left: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    source_ref: Mapped[str | None]
    #: Keyed digest of what the file last said of it: the same row again changes nothing.
    source_digest: Mapped[bytes | None]

    occasion: Mapped[Occasion] = relationship(lazy="joined", innerjoin=True)
