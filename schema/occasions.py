"""Occasions: anything with a start, a zone, a place and people asked to come.

A hearing and a press conference are different nouns, but both occur: each owns one occasion. Reminders, invitations and
feeds know only occasions.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import DateTime, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Led, Table, closed


class OccasionKind(StrEnum):
    """What occurs."""

    MASTER_HEARING = "master_hearing"
    INDIVIDUAL_HEARING = "individual_hearing"
    BOND_HEARING = "bond_hearing"
    CUSTODY_HEARING = "custody_hearing"
    FEAR_REVIEW = "fear_review"
    OTHER_HEARING = "other_hearing"
    CHECK_IN = "check_in"
    PRESS_CONFERENCE = "press_conference"
    VIGIL = "vigil"
    ACCOMPANIMENT = "accompaniment"
    LETTER_DRIVE = "letter_drive"
    CALL_IN = "call_in"
    RALLY = "rally"
    OFFICIAL_VISIT = "official_visit"
    BOND_FUND = "bond_fund"
    PETITION = "petition"
    #: People who go along to an appointment with the agency: the client's own date is a :attr:`CHECK_IN`.
    CHECK_IN_ACCOMPANIMENT = "check_in_accompaniment"
    TOWN_HALL = "town_hall"
    #: Of no case: people sign up, and whoever came is counted.
    KNOW_YOUR_RIGHTS_SESSION = "know_your_rights_session"
    PREPAREDNESS_SESSION = "preparedness_session"
    #: For a school's or a city's staff.
    STAFF_SESSION = "staff_session"


#: Kinds of action that gather people in a public place, where somebody may be hurt, stopped or shouted at.
STREET_KINDS = frozenset(
    {
        OccasionKind.PRESS_CONFERENCE,
        OccasionKind.VIGIL,
        OccasionKind.RALLY,
        OccasionKind.ACCOMPANIMENT,
        OccasionKind.CHECK_IN_ACCOMPANIMENT,
    }
)
#: Kinds that people take part in from anywhere: with an address on the web, or by letter.
LINKED_KINDS = frozenset({OccasionKind.PETITION, OccasionKind.BOND_FUND})

#: Kinds that happen in court. The others are advocacy actions.
HEARING_KINDS = frozenset(
    {
        OccasionKind.MASTER_HEARING,
        OccasionKind.INDIVIDUAL_HEARING,
        OccasionKind.BOND_HEARING,
        OccasionKind.CUSTODY_HEARING,
        OccasionKind.FEAR_REVIEW,
        OccasionKind.OTHER_HEARING,
    }
)


class OccasionState(StrEnum):
    """Whether people are expected."""

    #: The date is not confirmed by an official channel.
    TENTATIVE = "tentative"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"
    HELD = "held"


#: States in which people are still expected.
UPCOMING = (OccasionState.TENTATIVE, OccasionState.CONFIRMED)


class Medium(StrEnum):
    """How one takes part."""

    IN_PERSON = "in_person"
    VTC = "vtc"
    WEBEX = "webex"
    TELEPHONIC = "telephonic"
    UNKNOWN = "unknown"


class Occasion(Identified, Led, Table):
    """When and where something occurs, and what calendars know it by."""

    __tablename__ = "occasions"
    __table_args__ = (
        Index("occasions_of_case", "case_id", "starts_at"),
        Index("occasions_of_lead", "lead_organization_id", "starts_at", "id"),
        Index("occasions_of_no_case", "organization_id", "starts_at", postgresql_where=text("case_id is null")),
    )

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"), index=True)
    #: Null for an action that names no case.
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("cases.id"))
    kind: Mapped[OccasionKind] = mapped_column(closed(OccasionKind))
    state: Mapped[OccasionState] = mapped_column(closed(OccasionState), default=OccasionState.CONFIRMED)
    #: Seed of the calendar UIDs, one for each disclosure class. Random, so that it identifies nobody (RFC 7986 §5.3).
    uid: Mapped[UUID] = mapped_column(default=uuid4)
    #: Rises with each change of time, place, medium or state (RFC 5546 §2.1.4).
    sequence: Mapped[int] = mapped_column(server_default=text("0"), default=0)
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    #: The time as printed on the notice, in ``time_zone``. The instant is computed from it, and again when zone
    #: rules change.
    wall_starts: Mapped[datetime] = mapped_column(DateTime(timezone=False))
    #: IANA zone of the hearing location, or of the court when there is no location.
    time_zone: Mapped[str]
    #: False: the notice gives a day and no hour.
    hour_known: Mapped[bool] = mapped_column(server_default=text("true"), default=True)
    place_name: Mapped[str | None]
    place_street: Mapped[str | None]
    place_city: Mapped[str | None]
    room: Mapped[str | None]
    medium: Mapped[Medium] = mapped_column(closed(Medium), default=Medium.UNKNOWN)
    #: Only for those cleared to join.
    join_url: Mapped[str | None]
    #: Last change of anything a reader could see of it.
    revised_at: Mapped[datetime]
    #: Reminders of this one date that differ from its organization's plan, by audience: days before, the hour of its
    #: zone, hours before (:mod:`schema.notice_plans`).
    reminders: Mapped[dict[str, Any] | None]
    #: How many of those whose sign-up is gone were asked and came: what is left of them once their clock has run.
    turnout: Mapped[dict[str, Any] | None]

    def move_to(self, starts_at: datetime, wall_starts: datetime, now: datetime) -> None:
        """Begin at another instant and keep the length; the sequence rises (RFC 5546 §2.1.4)."""
        length: timedelta = self.ends_at - self.starts_at
        self.starts_at, self.ends_at, self.wall_starts = starts_at, starts_at + length, wall_starts
        self.changed(now)

    def changed(self, now: datetime) -> None:
        """Something that people were told of is different now."""
        self.sequence += 1
        self.revised_at = now
