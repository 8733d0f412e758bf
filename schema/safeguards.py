"""Safeguards: whose yes is needed besides the client's own. For the legal team alone, in a table of its own."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Led, Revised, Sealed, Table


class Safeguard(Identified, Revised, Led, Table):
    """Whether the legal team doubts that this client can decide alone what others may know."""

    __tablename__ = "safeguards"
    __table_args__ = (UniqueConstraint("case_id"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    #: Null: no doubt, or none any more.
    doubted_since: Mapped[datetime | None]
    doubted_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    why: Mapped[Sealed | None]
