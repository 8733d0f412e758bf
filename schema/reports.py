"""Reports of an arrest: what a community group tells a legal provider, until the provider takes it in.

A report holds only what finds the person and counsel for them (DOMAIN §3.3: until a legal provider takes it in, nothing
of claim, manner of entry or record). So there is no free text in it: names, a number, a birth date, a country, a place
of one short line, a telephone, and closed words for all else. What somebody heard about why the person came, how they
entered or what they are accused of has no column here, in no disguise; it is told to the legal team, once there is one.

What it says lies apart from the report itself, under a key of its own, and is destroyed when the report is taken in or
withdrawn: the row goes, and the key with it.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Led, Revised, Sealed, Table, closed


class ReportState(StrEnum):
    """Where a report stands between the group and the provider it is addressed to."""

    WAITING = "waiting"
    #: The provider can't; the group may address another.
    DECLINED = "declined"
    TAKEN_IN = "taken_in"
    WITHDRAWN = "withdrawn"


#: Somebody has to do something about it still.
OPEN_REPORTS = frozenset({ReportState.WAITING, ReportState.DECLINED})


class WhyDeclined(StrEnum):
    """Why a provider does not take a report in. Never a word about the person."""

    NO_CAPACITY = "no_capacity"
    OTHER_REGION = "other_region"
    OTHER_WORK = "other_work"
    #: It can't say more than that without telling whom it serves.
    CONFLICT = "conflict"
    #: Nobody answered, and nothing in it finds the person.
    NOT_ENOUGH = "not_enough"


class Agency(StrEnum):
    """Who made the arrest, as far as somebody saw it."""

    ICE = "ice"
    BORDER_PATROL = "border_patrol"
    MARSHALS = "marshals"
    OTHER_FEDERAL = "other_federal"
    STATE_POLICE = "state_police"
    LOCAL_POLICE = "local_police"
    UNMARKED = "unmarked"


class CallerRelation(StrEnum):
    """What the caller is to the person."""

    FAMILY = "family"
    FRIEND = "friend"
    NEIGHBOR = "neighbor"
    COWORKER = "coworker"
    EMPLOYER = "employer"
    SCHOOL = "school"
    CONGREGATION = "congregation"
    WITNESS = "witness"
    THEMSELVES = "themselves"
    OTHER = "other"


class ArrestReport(Identified, Revised, Table):
    """One report: from which group, to which provider, and how far it came. It says nothing about the person."""

    __tablename__ = "arrest_reports"
    __table_args__ = (
        Index("arrest_reports_made", "organization_id", "id"),
        Index("arrest_reports_addressed", "provider_id", "state", "id"),
        # What the house looks after: those that wait for somebody.
        Index("arrest_reports_open", "id", postgresql_where=text("state in ('waiting', 'declined')")),
    )

    #: The community group.
    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"))
    #: The legal provider it is addressed to now.
    provider_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"))
    state: Mapped[ReportState] = mapped_column(closed(ReportState), default=ReportState.WAITING)
    #: Since when it is in that state.
    state_since: Mapped[datetime]
    why_declined: Mapped[WhyDeclined | None] = mapped_column(closed(WhyDeclined))
    made_by_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"), index=True)
    taken_in_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))


class ReportContents(Table):
    """What a report says of the person, of the arrest, and of who called; gone once it is taken in or withdrawn."""

    __tablename__ = "report_contents"

    report_id: Mapped[UUID] = mapped_column(ForeignKey("arrest_reports.id"), primary_key=True)
    vault_key_id: Mapped[UUID] = mapped_column(ForeignKey("vault_keys.id"))
    #: As heard: nobody has seen a document.
    name: Mapped[Sealed | None]
    #: Other names, one a line.
    other_names: Mapped[Sealed | None]
    a_number: Mapped[Sealed | None]
    birth_date: Mapped[Sealed | None]
    country_of_birth: Mapped[Sealed | None]
    language: Mapped[str | None]
    arrested_at: Mapped[datetime | None]
    arrest_zone: Mapped[str | None]
    arrest_place: Mapped[Sealed | None]
    agency: Mapped[Agency | None] = mapped_column(closed(Agency))
    caller_name: Mapped[Sealed | None]
    caller_phone: Mapped[Sealed | None]
    #: One of :class:`CallerRelation`, sealed: with a place and an hour it would tell who called.
    caller_relation: Mapped[Sealed | None]


#: What of it is sealed.
SAID_SEALED = (
    "name", "other_names", "a_number", "birth_date", "country_of_birth", "arrest_place", "caller_name", "caller_phone",
    "caller_relation",
)  # fmt: skip


class ReportCase(Led, Table):
    """Which case a report became. Apart, so that the group learns of the case what its sharing shows, and no more."""

    __tablename__ = "report_cases"

    report_id: Mapped[UUID] = mapped_column(ForeignKey("arrest_reports.id"), primary_key=True)
    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"), index=True)
