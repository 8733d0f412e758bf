"""Proceedings: removal, bond, fear review, habeas, appeal. They run at once, in different courts (DOMAIN §2.2)."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Led, Revised, Sealed, Table, closed


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
    """How far it is before the court (DOMAIN §2.3)."""

    #: Served, perhaps, but not lodged with the court: jurisdiction has not vested (8 CFR 1003.14(a)).
    NOT_FILED = "not_filed"
    PENDING = "pending"
    #: Off the court's calendar, and not over (8 CFR 1003.18(c)).
    ADMIN_CLOSED = "admin_closed"
    DECIDED = "decided"
    #: Decided, and before the Board or a court of appeals.
    APPEALED = "appealed"
    REMANDED = "remanded"
    REOPENED = "reopened"
    TERMINATED = "terminated"
    #: Over in another way: withdrawn, moot, joined to another.
    CLOSED = "closed"


#: Before its court now: a hearing can be set in it, and it can be decided.
BEFORE_COURT = (
    ProceedingState.NOT_FILED,
    ProceedingState.PENDING,
    ProceedingState.REMANDED,
    ProceedingState.REOPENED,
)
#: Kinds that no immigration court hears: the court is named instead.
ELSEWHERE = (ProceedingKind.HABEAS, ProceedingKind.PETITION_FOR_REVIEW, ProceedingKind.APPEAL)


class CustodyCode(StrEnum):
    """Custody as the court's own record has it: D, N, R (EOIR tblLookupCustodyStatus)."""

    DETAINED = "detained"
    NEVER = "never"
    RELEASED = "released"


class Proceeding(Identified, Revised, Led, Table):
    """One track of a case, before one court."""

    __tablename__ = "proceedings"
    __table_args__ = (Index("proceedings_reviewing", "reviews_id"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"), index=True)
    kind: Mapped[ProceedingKind] = mapped_column(closed(ProceedingKind))
    state: Mapped[ProceedingState] = mapped_column(closed(ProceedingState), default=ProceedingState.PENDING)
    #: Immigration court. Null for federal court and the Board, which have no base city.
    court_id: Mapped[UUID | None] = mapped_column(ForeignKey("courts.id"))
    #: The federal court or the Board, by name, when it is not an immigration court.
    other_court: Mapped[str | None]
    judge: Mapped[str | None]
    #: The day printed on the notice to appear.
    notice_on: Mapped[date | None]
    #: When it was lodged with the court.
    filed_at: Mapped[datetime | None]
    #: What the notice to appear charges, as it stands there.
    charges: Mapped[Sealed | None]
    custody: Mapped[CustodyCode | None] = mapped_column(closed(CustodyCode))
    #: Of an appeal, or a petition for review: whose decision is reviewed.
    reviews_id: Mapped[UUID | None] = mapped_column(ForeignKey("proceedings.id"))
    closed_at: Mapped[datetime | None]
