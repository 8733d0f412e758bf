"""Family groups: people whose cases the court or the agency takes together, as a lead and riders (DOMAIN §2.3)."""

from __future__ import annotations

from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Led, Table, closed


class FamilyRole(StrEnum):
    """Whose claim carries the others'."""

    LEAD = "lead"
    RIDER = "rider"


class FamilyMember(Identified, Led, Table):
    """One case in a family group: all rows with one ``family_id`` are one family."""

    __tablename__ = "family_members"
    __table_args__ = (UniqueConstraint("case_id"), Index("family_members_together", "family_id"))

    family_id: Mapped[UUID]
    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    role: Mapped[FamilyRole] = mapped_column(closed(FamilyRole))
