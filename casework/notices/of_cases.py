"""Letters that say that somebody opened a case without being asked."""

from __future__ import annotations

from sqlalchemy import or_, select

from casework import letters
from casework.letters import Letter, Reader
from casework.notices.claiming import Due
from casework.notices.rows import write_now
from casework.transaction import Transaction
from schema.cases import Case
from schema.invitations import Audience
from schema.notices import LetterKind
from schema.organizations import Organization
from schema.people import Person
from schema.teams import LEGAL_ROLES, TeamMember


async def tell_glass_broken(tx: Transaction, case: Case, opened: TeamMember) -> None:
    """Tell everybody on the legal team, and whose case it is, that somebody opened it without being asked."""
    found = await tx.session.scalars(
        select(TeamMember.person_id).where(
            TeamMember.case_id == case.id,
            TeamMember.role.in_(list(LEGAL_ROLES)),
            or_(TeamMember.until.is_(None), TeamMember.until > tx.now),
        )
    )
    told = {*found, *filter(None, [case.coordinator_id])} - {opened.person_id}
    for person_id in sorted(told):
        await write_now(
            tx, LetterKind.GLASS_BROKEN, person_id, Audience.COORDINATOR, organization_id=case.lead_organization_id,
            case_id=case.id, useless_after=opened.until or tx.now,
        )  # fmt: skip


async def glass_broken_letter(tx: Transaction, notice: Due, person: Person, public_url: str) -> Letter | None:
    """Who opened the case; the reason is behind the link. A letter that comes late is as true. None when the seat is
    gone.
    """
    case = await tx.session.get_one(Case, notice.case_id)
    opened = await tx.session.scalar(
        select(Person)
        .join(TeamMember, TeamMember.person_id == Person.id)
        .where(
            TeamMember.case_id == case.id,
            TeamMember.began_at == notice.due_at,
            TeamMember.urgent_reason.is_not(None),
        )
        .limit(1)
    )
    if opened is None:
        return None
    organization = await tx.session.get_one(Organization, notice.organization_id)
    reader = Reader(audience=notice.audience, language=person.language, organization=organization.name)
    return letters.compose_glass_broken(
        reader, who=await tx.opened(opened, "name") or "", case_ref=case.short_id,
        page_url=f"{public_url}/cases/{case.short_id}",
    )  # fmt: skip
