"""Who reads what is written to somebody, and the page that it leads to."""

from __future__ import annotations

from sqlalchemy import select

from casework.actors import LinkKind
from casework.transaction import Transaction
from schema.cases import Case
from schema.invitations import Audience, Invitation
from schema.notices import LetterKind, Notice
from schema.people import Person, PersonKind


async def readers_for(tx: Transaction, person: Person) -> list[Person]:
    """Who reads what is written to somebody: they themselves, and for an official their schedulers."""
    if person.kind is not PersonKind.OFFICIAL:
        return [person]
    schedulers = await tx.session.scalars(
        select(Person)
        .where(
            Person.scheduler_for_id == person.id,
            Person.organization_id == person.organization_id,
            Person.removed_at.is_(None),
        )
        .order_by(Person.id)
    )
    return [person, *schedulers]


async def page_of(tx: Transaction, notice: Notice, public_url: str) -> str:
    """The page that a short word leads to: their own answer page, the case, the offers; else the house's door."""
    if notice.kind is LetterKind.ASSIGNMENT_OFFERED:
        return f"{public_url}/offers"
    if notice.invitation_id and (invitation := await tx.session.get(Invitation, notice.invitation_id)):
        return f"{public_url}/a/{tx.vault.link_secret(LinkKind.INVITATION, invitation.id, invitation.generation)}"
    legal = notice.audience in (Audience.COORDINATOR, Audience.ATTORNEY)
    case = await tx.session.get(Case, notice.case_id) if notice.case_id and legal else None
    return f"{public_url}/cases/{case.short_id}" if case else public_url


__all__ = ["page_of", "readers_for"]
