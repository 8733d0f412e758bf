"""Departures: what somebody had in hand who left an organization goes on with somebody else (law 1).

Their sign-in and their rights end the instant their last role does. Their seats, the cases they looked after and their
open tasks are seen to by the house itself, minutes later: whoever lets a member go need not see a single case. So are
the passwords of their devices and the addresses of their calendars, which are to open nothing when somebody comes back.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import Subquery, and_, exists, not_, or_, select
from sqlalchemy.orm import aliased

from casework import feeds, handing_on, sign_in, teams
from casework.language import Sentence
from casework.transaction import Transaction
from schema.cases import Case
from schema.organizations import Membership, Role
from schema.tasks import Task
from schema.teams import TeamMember

_LEFT = Sentence("Look after this case from now on: its coordinator has left.")


async def follow(tx: Transaction, *, limit: int = 200) -> int:
    """See to what those had in hand who belong to an organization no more. As the system actor HOUSEKEEPING. Returns
    how many cases and tasks were seen to.
    """
    gone = _departed(tx)
    seen_to = 0
    await sign_in.end_app_passwords_of_departed(tx, limit=limit)
    await feeds.end_of_departed(tx, limit=limit)
    for case, person_id in await _of_their_cases(tx, gone, limit):
        await teams.end_seats(tx, case, TeamMember.person_id == person_id, TeamMember.organization_id.in_(
            select(gone.c.organization_id).where(gone.c.person_id == person_id)
        ))  # fmt: skip
        if person_id == case.coordinator_id and await _left(tx, person_id, case.lead_organization_id):
            await handing_on.replace_coordinator(tx, case, [person_id], _LEFT)
        seen_to += 1
    for task in await _tasks(tx, gone, limit):
        case_of = await tx.session.get(Case, task.case_id) if task.case_id else None
        owner_id = case_of.coordinator_id if case_of else await _somebody(tx, task.organization_id)
        handing_on.hand_on(tx, task, owner_id if owner_id != task.owner_id else None, case_of)
        seen_to += 1
    await tx.session.flush()
    return seen_to


def _departed(tx: Transaction) -> Subquery:
    """Who left which organization, and did not come back."""
    still = aliased(Membership)
    return (
        select(Membership.person_id, Membership.organization_id)
        .where(
            Membership.ended_at <= tx.now,
            not_(exists().where(
                still.person_id == Membership.person_id,
                still.organization_id == Membership.organization_id,
                or_(still.ended_at.is_(None), still.ended_at > tx.now),
            )),
        )
        .distinct()
        .subquery("departed")
    )  # fmt: skip


async def _left(tx: Transaction, person_id: UUID, organization_id: UUID) -> bool:
    gone = _departed(tx)
    asked = select(gone.c.person_id).where(gone.c.person_id == person_id, gone.c.organization_id == organization_id)
    return await tx.session.scalar(asked.limit(1)) is not None


async def _of_their_cases(tx: Transaction, gone: Subquery, limit: int) -> list[tuple[Case, UUID]]:
    """Cases on which they sit still, or which they look after: locked, each with whom it is about."""
    theirs = and_(TeamMember.person_id == gone.c.person_id, TeamMember.organization_id == gone.c.organization_id)
    seats = (
        select(TeamMember.case_id, TeamMember.person_id)
        .join(gone, theirs)
        .where(or_(TeamMember.until.is_(None), TeamMember.until > tx.now))
    )
    looked_after = (
        select(Case.id, Case.coordinator_id)
        .join(gone, and_(Case.coordinator_id == gone.c.person_id, Case.lead_organization_id == gone.c.organization_id))
        .where(Case.closed_at.is_(None))
    )
    pairs: Any = seats.union(looked_after).limit(limit).subquery()
    found = await tx.session.execute(
        select(Case, pairs.c.person_id).join(pairs, pairs.c.case_id == Case.id).order_by(Case.id)
        .with_for_update(of=Case)
    )  # fmt: skip
    return [(case, person_id) for case, person_id in found.unique()]


async def _tasks(tx: Transaction, gone: Subquery, limit: int) -> list[Task]:
    """Open tasks of theirs: in that organization, or anywhere when they belong nowhere any more."""
    anywhere = exists().where(
        Membership.person_id == Task.owner_id, or_(Membership.ended_at.is_(None), Membership.ended_at > tx.now)
    )
    owned = select(Task).where(
        Task.done_at.is_(None),
        exists().where(
            gone.c.person_id == Task.owner_id, or_(gone.c.organization_id == Task.organization_id, not_(anywhere))
        ),
    )
    return list(await tx.session.scalars(owned.order_by(Task.id).limit(limit).with_for_update(of=Task)))


async def _somebody(tx: Transaction, organization_id: UUID) -> UUID | None:
    """Who takes over what is of no case: a coordinator, else an admin."""
    members = await tx.session.execute(
        select(Membership.person_id, Membership.role)
        .where(
            Membership.organization_id == organization_id,
            Membership.role.in_([Role.COORDINATOR, Role.ADMIN]),
            or_(Membership.ended_at.is_(None), Membership.ended_at > tx.now),
        )
        .order_by(Membership.created_at, Membership.id)
    )
    found = sorted(members.all(), key=lambda one: one.role is not Role.COORDINATOR)
    return found[0].person_id if found else None


__all__ = ["follow"]
