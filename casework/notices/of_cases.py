"""The letter that says that somebody opened a case without being asked."""

from __future__ import annotations

from sqlalchemy import select

from casework import letters
from casework.letters import Letter, Reader
from casework.transaction import Transaction
from schema.cases import Case
from schema.notices import Notice
from schema.organizations import Organization
from schema.people import Person
from schema.teams import TeamMember


async def glass_broken_letter(tx: Transaction, notice: Notice, person: Person, public_url: str) -> Letter | None:
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
