"""Incidents: what was done to a client that may have violated a right, who may see it, and what is asked about it."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Led, Revised, Sealed, Table, closed


class IncidentKind(StrEnum):
    """What it was about. Whether a right was violated is for counsel, and for a court."""

    FORCE = "force"
    ENTRY_OR_SEARCH = "entry_or_search"
    ARREST_AT_COURT = "arrest_at_court"
    NO_IDENTIFICATION = "no_identification"
    HELD_PAST_TIME = "held_past_time"
    COUNSEL_OR_CALLS = "counsel_or_calls"
    LANGUAGE = "language"
    MEDICAL_CARE = "medical_care"
    CONDITIONS = "conditions"
    PROPERTY = "property"
    FAMILY = "family"
    RETALIATION = "retaliation"
    OTHER = "other"


class IncidentReaders(StrEnum):
    """Who may see it."""

    LEGAL_TEAM = "legal_team"
    COUNSEL = "counsel"


class Incident(Identified, Revised, Led, Table):
    """One incident. Evidence is only referred to: files lie elsewhere."""

    __tablename__ = "incidents"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"), index=True)
    kind: Mapped[IncidentKind] = mapped_column(closed(IncidentKind))
    seen_by: Mapped[IncidentReaders] = mapped_column(closed(IncidentReaders))
    happened_at: Mapped[datetime]
    time_zone: Mapped[str]
    #: False: only the day is known.
    hour_known: Mapped[bool]
    what: Mapped[Sealed]
    place: Mapped[Sealed | None]
    #: Code of a state courthouse in ``schema/reference/connecticut.toml``: a rule of its own holds there.
    state_court: Mapped[str | None]
    witnesses: Mapped[Sealed | None]
    evidence: Mapped[Sealed | None]
    recorded_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    #: How it ended, once it has.
    outcome: Mapped[Sealed | None]
    ended_at: Mapped[datetime | None]


#: What people type about it, in the order in which a form asks.
INCIDENT_SEALED = ("what", "place", "witnesses", "evidence", "outcome")


class FollowUpKind(StrEnum):
    """What is done about an incident."""

    REFERRAL = "referral"
    RECORDS_REQUEST = "records_request"
    PRESERVATION_LETTER = "preservation_letter"
    COMPLAINT = "complaint"
    CLAIM = "claim"
    OTHER = "other"


class FollowUpState(StrEnum):
    """How it was answered."""

    WAITING = "waiting"
    ANSWERED = "answered"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class IncidentFollowUp(Identified, Revised, Led, Table):
    """One referral or request about an incident. Whoever sees the incident sees it."""

    __tablename__ = "incident_follow_ups"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"), index=True)
    incident_id: Mapped[UUID] = mapped_column(ForeignKey("incidents.id"), index=True)
    kind: Mapped[FollowUpKind] = mapped_column(closed(FollowUpKind))
    to_whom: Mapped[Sealed]
    sent_on: Mapped[date]
    #: Until when an answer is owed, as somebody typed it. Null: none is.
    due_on: Mapped[date | None]
    state: Mapped[FollowUpState] = mapped_column(closed(FollowUpState), default=FollowUpState.WAITING)
    answered_on: Mapped[date | None]
    answer: Mapped[Sealed | None]
    recorded_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
