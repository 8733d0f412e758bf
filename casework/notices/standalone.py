"""Letters about no occasion: an offer, an assignment, a link to choose a password, a case opened urgently."""

from __future__ import annotations

from sqlalchemy import or_, select

from casework.notices.plan import OFFER_KEEPS, stop, write
from casework.transaction import Transaction
from schema.assignments import Assignment
from schema.base import new_id
from schema.cases import Case
from schema.invitations import Audience
from schema.notices import LetterKind, Notice, NoticeState
from schema.people import Channel
from schema.sign_ins import SignInLink
from schema.teams import LEGAL_ROLES, TeamMember


async def tell_offer(tx: Transaction, assignment: Assignment) -> None:
    """Offer a case to an attorney by letter."""
    await _tell_of_assignment(tx, assignment, LetterKind.ASSIGNMENT_OFFERED, Audience.POOL_ATTORNEY)


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
        tx.session.add(
            Notice(
                organization_id=case.lead_organization_id,
                case_id=case.id,
                person_id=person_id,
                audience=Audience.COORDINATOR,
                channel=Channel.EMAIL,
                kind=LetterKind.GLASS_BROKEN,
                due_at=tx.now,
                useless_after=opened.until or tx.now,
                sequence=0,
            )
        )
    await tx.session.flush()


async def tell_sign_in_link(tx: Transaction, link: SignInLink) -> None:
    """Send somebody their link to choose a password. The letter is made from today's row: one that was revoked or used
    meanwhile goes nowhere.
    """
    tx.session.add(
        Notice(
            organization_id=link.organization_id,
            sign_in_link_id=link.id,
            person_id=link.person_id,
            # Of all who sign in, the eyes that see least: the letter shows no card.
            audience=Audience.ADVOCATE,
            channel=Channel.EMAIL,
            kind=LetterKind(link.kind),
            due_at=tx.now,
            useless_after=link.expires_at,
            sequence=0,
        )
    )
    await tx.session.flush()


async def tell_assigned(tx: Transaction, assignment: Assignment) -> None:
    """Tell an attorney that the case they accepted is theirs, and how to subscribe to its dates."""
    await stop(tx, assignment_id=assignment.id, reason="answered")
    await _tell_of_assignment(tx, assignment, LetterKind.ASSIGNED, Audience.ATTORNEY)


async def _tell_of_assignment(tx: Transaction, assignment: Assignment, kind: LetterKind, audience: Audience) -> None:
    await tx.session.flush()
    row = {
        "id": new_id(),
        "organization_id": assignment.organization_id,
        "case_id": assignment.case_id,
        "occasion_id": None,
        "invitation_id": None,
        "assignment_id": assignment.id,
        "person_id": assignment.attorney_id,
        "audience": audience,
        "channel": Channel.EMAIL,
        "kind": kind,
        "due_at": tx.now,
        "useless_after": tx.now + OFFER_KEEPS,
        "sequence": 0,
        "before": None,
        "state": NoticeState.PLANNED,
    }
    await write(tx, [row])
