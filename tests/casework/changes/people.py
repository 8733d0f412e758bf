"""Who is around a hearing in these tests, and looking after its changes as the worker does."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from casework import actors, changes, invitations, teams
from casework.actors import Link, LinkKind
from schema.changes import Acknowledgement, Change, Escalation
from schema.consents import ConsentAudience, Purpose
from schema.organizations import Role
from schema.people import PersonKind
from schema.tasks import Task
from schema.teams import CaseRole
from tests.house import House


async def an_interpreter(house: House) -> UUID:
    person_id = await house.a_person("Ixchel Tum", role=Role.INTERPRETER)
    async with house.acting(house.ana) as tx:
        await teams.add_to_team(tx, house.case, person_id, CaseRole.INTERPRETER)
    return person_id


async def invited(house: House, name: str, kind: PersonKind) -> tuple[UUID, UUID]:
    """Somebody who was asked to the hearing: person and invitation."""
    audience, purpose = (
        (ConsentAudience.OFFICIALS, Purpose.TELL_OFFICIALS)
        if kind is PersonKind.OFFICIAL
        else (ConsentAudience.SUPPORTERS, Purpose.FILL_COURTROOM)
    )
    await house.consent(audience, purpose)
    person_id = await house.a_person(name, kind)
    (invitation_id,) = await house.invite(person_id)
    return person_id, invitation_id


async def follow(house: House, **forward: float) -> int:
    """Some time passes, and the worker looks."""
    house.clock.now += timedelta(**forward)
    async with house.database.transaction(actors.DELIVERY) as tx:
        return await changes.follow(tx)


async def press(house: House, person_id: UUID, invitation_id: UUID, sequence: int) -> list[Acknowledgement]:
    """The button behind the letter's link."""
    link = Link(LinkKind.INVITATION, invitation_id, person_id)
    async with house.database.transaction(link) as tx:
        return await changes.acknowledge_on_page(tx, sequence=sequence)


async def words(house: House, occasion_id: UUID | None = None) -> dict[UUID, Acknowledgement]:
    """Of everybody who was told of the newest change, their word on it."""
    async with house.watching() as tx:
        newest = (
            select(Change.id)
            .where(Change.occasion_id == (occasion_id or house.occasion))
            .order_by(Change.sequence.desc(), Change.id.desc())
            .limit(1)
        )
        found = await tx.session.scalars(
            select(Acknowledgement).where(Acknowledgement.change_id == newest.scalar_subquery())
        )
        return {one.person_id: one for one in found}


async def owing(house: House) -> set[UUID]:
    """Who owes a word now."""
    async with house.watching() as tx:
        found = await tx.session.scalars(
            select(Acknowledgement.person_id).where(
                Acknowledgement.due_by.is_not(None),
                Acknowledgement.acknowledged_at.is_(None),
                Acknowledgement.ended_at.is_(None),
            )
        )
        return set(found)


async def called(house: House) -> list[tuple[UUID, str]]:
    """Who was called, on which rung, in order."""
    async with house.watching() as tx:
        found = await tx.session.execute(select(Escalation.person_id, Escalation.rung).order_by(Escalation.at))
        return [(person_id, rung.value) for person_id, rung in found]


async def asked(house: House) -> list[tuple[UUID | None, str]]:
    """Open tasks about those who have not answered: whose, and what they say."""
    async with house.watching() as tx:
        found = list(
            await tx.session.scalars(
                select(Task).where(Task.raised_by == "unanswered", Task.done_at.is_(None)).order_by(Task.id)
            )
        )
        await tx.unlock([task.title for task in found])
        return [(task.owner_id, tx.open(task, "title") or "") for task in found]


async def release_of(house: House, invitation_id: UUID) -> None:
    async with house.acting(house.ana) as tx:
        await invitations.withdraw_invitation(tx, invitation_id, expected_revision=0)
