"""Proceedings: removal, bond, fear review, habeas, appeal. They run at once, in different courts (DOMAIN §2.2)."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Led, Revised, Table, closed


class ProceedingKind(StrEnum):
    """Which track. Bond is separate from removal (8 CFR 1003.19(d))."""

    REMOVAL = "removal"
    BOND = "bond"
    CREDIBLE_FEAR_REVIEW = "credible_fear_review"
    REASONABLE_FEAR_REVIEW = "reasonable_fear_review"
    WITHHOLDING_ONLY = "withholding_only"
    HABEAS = "habeas"
    APPEAL = "appeal"
    PETITION_FOR_REVIEW = "petition_for_review"
    OTHER = "other"


class ProceedingState(StrEnum):
    """How far it is before the court."""

    NOT_FILED = "not_filed"
    PENDING = "pending"
    DECIDED = "decided"
    CLOSED = "closed"


class Proceeding(Identified, Revised, Led, Table):
    """One track of a case, before one court."""

    __tablename__ = "proceedings"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"), index=True)
    kind: Mapped[ProceedingKind] = mapped_column(closed(ProceedingKind))
    state: Mapped[ProceedingState] = mapped_column(closed(ProceedingState), default=ProceedingState.PENDING)
    #: Immigration court. Null for federal court and the Board, which have no base city.
    court_id: Mapped[UUID | None] = mapped_column(ForeignKey("courts.id"))
    #: The federal court or the Board, by name, when it is not an immigration court.
    other_court: Mapped[str | None]
    judge: Mapped[str | None]
    filed_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
