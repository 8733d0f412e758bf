"""Days on which somebody takes no hearing and no new case. Never why: that is nobody's to know."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Table


class Absence(Identified, Table):
    """Somebody is away from one day to another, both counted. For their own organization and whoever offers cases."""

    __tablename__ = "absences"
    __table_args__ = (CheckConstraint("first_day <= last_day", name="in_order"),)

    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"), index=True)
    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"), index=True)
    first_day: Mapped[date]
    last_day: Mapped[date]
