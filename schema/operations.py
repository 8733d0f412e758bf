"""Operations: many arrests that belong together, so that sixty-five people in four days can be taken in at once."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Revised, Sealed, Table


class Operation(Identified, Revised, Table):
    """One raid, sweep or workplace action, as one legal provider knows it. What it is called may tell a workplace."""

    __tablename__ = "operations"
    __table_args__ = (Index("operations_of", "organization_id", "began_on", "id"),)

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"))
    vault_key_id: Mapped[UUID] = mapped_column(ForeignKey("vault_keys.id"))
    name: Mapped[Sealed]
    place: Mapped[Sealed | None]
    #: As days where it happened.
    began_on: Mapped[date]
    ended_on: Mapped[date | None]
    opened_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
