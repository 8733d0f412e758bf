"""Organizations that use Presencia, and who belongs to them with which role."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, ForeignKey, UniqueConstraint, or_, text
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Table, closed


class OrganizationKind(StrEnum):
    """Whose eyes its people see with: the legal team's, or the community's."""

    LEGAL_PROVIDER = "legal_provider"
    COMMUNITY_GROUP = "community_group"


class Role(StrEnum):
    """What a member does in the organization. Roles on one case are another thing: :class:`schema.teams.CaseRole`."""

    ADMIN = "admin"
    COORDINATOR = "coordinator"
    ATTORNEY = "attorney"
    ACCREDITED_REPRESENTATIVE = "accredited_representative"
    SUPERVISED_STUDENT = "supervised_student"
    PARALEGAL = "paralegal"
    INTERPRETER = "interpreter"
    ADVOCATE = "advocate"


class Organization(Identified, Table):
    """Somebody who uses the house. Its slug is what operators call it."""

    __tablename__ = "organizations"

    slug: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    kind: Mapped[OrganizationKind] = mapped_column(closed(OrganizationKind))
    #: The one number its letters tell people to call.
    phone: Mapped[str | None]
    time_zone: Mapped[str] = mapped_column(server_default=text("'America/New_York'"), default="America/New_York")
    language: Mapped[str] = mapped_column(server_default=text("'en'"), default="en")


class Membership(Identified, Table):
    """One role of one person in one organization."""

    __tablename__ = "memberships"
    __table_args__ = (UniqueConstraint("organization_id", "person_id", "role"),)

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"), index=True)
    role: Mapped[Role] = mapped_column(closed(Role))
    #: Works under an attorney's supervision, so that the attorney's privilege covers them (DOMAIN §3.3, F if
    #: supervised).
    supervised: Mapped[bool] = mapped_column(server_default=text("false"), default=False)
    ended_at: Mapped[datetime | None]

    @classmethod
    def stands(cls, now: Any) -> ColumnElement[bool]:
        """It has not ended, as a clause."""
        return or_(cls.ended_at.is_(None), cls.ended_at > now)
