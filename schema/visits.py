"""Visits and calls with the person held: booked, done, not let in, cancelled.

A visit is no occasion: nobody is asked to it by a letter, no calendar of anybody outside shows it, and it is no date of
the case that a board orders by. Whoever goes has it among their tasks.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import DateTime, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Led, Revised, Sealed, Table, closed


class VisitKind(StrEnum):
    """How they speak with each other."""

    IN_PERSON = "in_person"
    VIDEO = "video"
    #: A call that the facility neither hears nor records.
    LEGAL_CALL = "legal_call"


class VisitState(StrEnum):
    """How it went."""

    BOOKED = "booked"
    DONE = "done"
    #: They came, or called, and were not let through.
    NOT_LET_IN = "not_let_in"
    CANCELLED = "cancelled"


class Visit(Identified, Revised, Led, Table):
    """One visit to, or call with, the person held. For the legal team."""

    __tablename__ = "visits"
    __table_args__ = (Index("visits_of_case", "case_id", "starts_at", "id"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    kind: Mapped[VisitKind] = mapped_column(closed(VisitKind))
    state: Mapped[VisitState] = mapped_column(closed(VisitState), default=VisitState.BOOKED)
    #: Where the person is held then.
    facility_id: Mapped[UUID | None] = mapped_column(ForeignKey("facilities.id"))
    starts_at: Mapped[datetime]
    #: The time as the facility booked it, on its own clock.
    wall_starts: Mapped[datetime] = mapped_column(DateTime(timezone=False))
    #: IANA zone of the facility.
    time_zone: Mapped[str]
    length_minutes: Mapped[int]
    #: Who goes or calls.
    visitor_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"), index=True)
    #: Who interprets: somebody of the address book.
    interpreter_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"), index=True)
    #: What the facility asks for, as whoever booked was told: clearance, papers, what may be brought.
    rules: Mapped[Sealed | None]
    #: How it went, or why not.
    outcome: Mapped[Sealed | None]
    #: What whoever goes has among their tasks.
    task_id: Mapped[UUID | None] = mapped_column(ForeignKey("tasks.id"), index=True)
    booked_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
