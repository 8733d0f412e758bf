"""The call log: who called about a case, when, and what was said to them."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Led, Sealed, Table


class Call(Identified, Led, Table):
    """One call that somebody took. For the legal team."""

    __tablename__ = "calls"
    __table_args__ = (
        CheckConstraint("num_nonnulls(caller_id, caller_name) = 1", name="one_caller"),
        Index("calls_of_case", "case_id", "called_at", "id"),
    )

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    #: Somebody of the address book …
    caller_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"), index=True)
    #: … or who they said they are.
    caller_name: Mapped[Sealed | None]
    called_at: Mapped[datetime]
    #: What they were told, and what they told.
    told: Mapped[Sealed]
    taken_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    #: What is to be done about it.
    task_id: Mapped[UUID | None] = mapped_column(ForeignKey("tasks.id"), index=True)
