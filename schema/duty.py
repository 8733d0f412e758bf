"""Duty: who can be called in an organization at any hour, and who stands in for them."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Table


class DutyTurn(Identified, Table):
    """One turn: from an instant until another, one person is on duty and another is their deputy."""

    __tablename__ = "duty_turns"
    __table_args__ = (
        CheckConstraint("starts_at < ends_at", name="lasts"),
        Index("duty_turns_of", "organization_id", "starts_at"),
    )

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    #: Null: nobody stands in for them.
    deputy_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    #: The rota was written anew from before it began, and this turn is none any more.
    replaced_at: Mapped[datetime | None]
