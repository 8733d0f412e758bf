"""Conflict walls: who must see nothing of a client, because they stand, or stood, on another side."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Led, Sealed, Table

_LIVE = text("lifted_at IS NULL")


class ConflictWall(Identified, Led, Table):
    """A wall between one client and one person, or everybody of one organization (ABA Model Rules 1.7, 1.9, 1.10).

    It was raised on one case, and stands before every case of that client: rows behind it are nobody's whom it names,
    whatever seat, role or sharing they have.
    """

    __tablename__ = "conflict_walls"
    __table_args__ = (
        CheckConstraint("num_nonnulls(person_id, organization_id) = 1", name="one_side"),
        Index("conflict_walls_of", "case_id"),
        Index("conflict_walls_person", "person_id", "case_id", unique=True, postgresql_where=_LIVE),
        Index("conflict_walls_organization", "organization_id", "case_id", unique=True, postgresql_where=_LIVE),
    )

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    #: Whom it names: a person …
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    #: … or everybody who belongs to this organization.
    organization_id: Mapped[UUID | None] = mapped_column(ForeignKey("organizations.id"))
    #: The conflict, in a sentence, for the legal team alone: sealed under the case's key.
    reason: Mapped[Sealed]
    raised_at: Mapped[datetime]
    raised_by_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    lifted_at: Mapped[datetime | None]
    lifted_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
