"""Decisions: what a judge decided in a proceeding, on which day, and how it was given.

The day and the way are what most clocks run from: an appeal is due so many days after the decision was *spoken*, or
*mailed*, or *sent electronically* (8 CFR 1003.38(b)).
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Led, Revised, Table, closed
from schema.proceedings import ProceedingState


class DecisionKind(StrEnum):
    """What was decided."""

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
    ADMIN_CLOSED = "admin_closed"
    FEAR_FOUND = "fear_found"
    FEAR_NOT_FOUND = "fear_not_found"
    #: Of an appeal, a petition or a habeas petition.
    GRANTED = "granted"
    DENIED = "denied"
    DISMISSED = "dismissed"
    REMANDED = "remanded"
    OTHER = "other"


class GivenHow(StrEnum):
    """How a decision reached the parties (8 CFR 1003.37(a), 1003.38(b))."""

    ORAL = "oral"
    MAILED = "mailed"
    E_NOTICE = "e_notice"


class AppealStance(StrEnum):
    """What a party said of an appeal when the decision was given (8 CFR 1003.39)."""

    RESERVED = "reserved"
    WAIVED = "waived"
    NOT_SAID = "not_said"


class Decision(Identified, Revised, Led, Table):
    """One decision. What was recorded by mistake is taken back, and stays to be seen as such."""

    __tablename__ = "decisions"
    __table_args__ = (
        # A spoken decision is given when it is spoken; of any other the day it went out is a day of its own.
        CheckConstraint("given_how <> 'oral' or given_on = decided_on", name="spoken"),
        CheckConstraint("given_on >= decided_on", name="given"),
    )

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"), index=True)
    proceeding_id: Mapped[UUID] = mapped_column(ForeignKey("proceedings.id"), index=True)
    #: The hearing at which it was given, if it was.
    hearing_id: Mapped[UUID | None] = mapped_column(ForeignKey("hearings.id"), index=True)
    kind: Mapped[DecisionKind] = mapped_column(closed(DecisionKind))
    #: The day on the decision, as the wall calendar of the court showed it: day 0 of what runs from it.
    decided_on: Mapped[date]
    given_how: Mapped[GivenHow] = mapped_column(closed(GivenHow))
    #: The day it was spoken, mailed, or sent. Clocks that ask how it was given run from here.
    given_on: Mapped[date]
    appeal_by_client: Mapped[AppealStance] = mapped_column(closed(AppealStance), default=AppealStance.NOT_SAID)
    appeal_by_government: Mapped[AppealStance] = mapped_column(
        closed(AppealStance, called="appeal_by_government"), default=AppealStance.NOT_SAID
    )
    recorded_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    recorded_at: Mapped[datetime]
    #: What the proceeding was before, so that a slip can be taken back.
    state_before: Mapped[ProceedingState] = mapped_column(closed(ProceedingState))
    taken_back_at: Mapped[datetime | None]
