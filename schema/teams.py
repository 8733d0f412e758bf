"""Who is on a case: organizations that may read it, and people with a role, a beginning and an end."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Led, Sealed, Table, closed


class CaseRole(StrEnum):
    """What somebody is on one case."""

    COORDINATOR = "coordinator"
    ATTORNEY = "attorney"
    ACCREDITED_REPRESENTATIVE = "accredited_representative"
    SUPERVISED_STUDENT = "supervised_student"
    PARALEGAL = "paralegal"
    INTERPRETER = "interpreter"
    ADVOCATE = "advocate"


#: Roles of the legal team. An advocate's eyes are the community's.
LEGAL_ROLES = frozenset(CaseRole) - {CaseRole.ADVOCATE}
#: Roles that are counsel themselves. Others see the attorneys' compartment only as supervised staff.
COUNSEL_ROLES = frozenset({CaseRole.ATTORNEY, CaseRole.ACCREDITED_REPRESENTATIVE})


class CaseReader(Led, Table):
    """An organization that may read a case: the tenant key of boards, indexes and policies, the lead included."""

    __tablename__ = "case_readers"
    __table_args__ = (
        Index("case_readers_of", "case_id"),
        # Who reads anything of whose cases: partners.
        Index("case_readers_leads", "organization_id", "lead_organization_id"),
        # Cases that others lead.
        Index(
            "case_readers_shared", "organization_id", postgresql_where=text("organization_id <> lead_organization_id")
        ),
    )

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"), primary_key=True)
    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"), primary_key=True)
    began_at: Mapped[datetime]
    #: From this instant on it reads nothing more. Null: no end is set.
    until: Mapped[datetime | None]


class TeamMember(Identified, Led, Table):
    """A seat: one person in one role on one case, until an end."""

    __tablename__ = "team_members"
    __table_args__ = (
        Index("team_members_live", "case_id", "person_id", "role", unique=True, postgresql_where=text("until IS NULL")),
        Index("team_members_of", "person_id"),
        Index("team_members_follow", "follows_id", postgresql_where=text("follows_id is not null")),
    )

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    #: On whose behalf they are on the team.
    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"))
    role: Mapped[CaseRole] = mapped_column(closed(CaseRole))
    began_at: Mapped[datetime]
    until: Mapped[datetime | None]
    #: The attorney's seat for whose sake they sit here: an associate, a paralegal, whoever keeps the docket. It ends
    #: with that one.
    follows_id: Mapped[UUID | None] = mapped_column(ForeignKey("team_members.id"))
    #: Why somebody took the seat without being asked (break-glass), sealed under the case's key. Null for all others.
    urgent_reason: Mapped[Sealed | None]
