"""Supporters who answer on their page, and the seats at Mateo's hearing."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID

from sqlalchemy import select

from casework import companions, invitations, seats
from casework.actors import Link, LinkKind
from casework.transaction import Transaction
from schema.companions import CompanionKind
from schema.consents import ConsentAudience, Purpose
from schema.invitations import Invitation, InvitationState, SeatState
from schema.people import PersonKind
from tests.house import House

COMING, MAYBE, NOT_COMING = InvitationState.COMING, InvitationState.MAYBE, InvitationState.NOT_COMING
BOOKED, HELD, LISTED = SeatState.BOOKED, SeatState.HELD, SeatState.LISTED


async def invited(house: House, *names: str) -> dict[str, UUID]:
    """Supporters by name, each asked to the hearing: their invitations."""
    await house.consent(ConsentAudience.SUPPORTERS, Purpose.FILL_COURTROOM)
    people = [await house.a_person(name, PersonKind.SUPPORTER) for name in names]
    return dict(zip((name.split()[0] for name in names), await house.invite(*people), strict=True))


@asynccontextmanager
async def behind(house: House, invitation_id: UUID) -> AsyncIterator[Transaction]:
    """As whoever opened the page of this invitation."""
    async with house.watching() as tx:
        person_id = (await tx.session.get_one(Invitation, invitation_id)).person_id
    async with house.database.transaction(Link(LinkKind.INVITATION, invitation_id, person_id)) as tx:
        yield tx


async def say(house: House, invitation_id: UUID, state: InvitationState, **more: object) -> None:
    async with behind(house, invitation_id) as tx:
        await invitations.answer_invitation(tx, invitation_id, state=state, **more)  # type: ignore[arg-type]


async def arranged(house: House, count: int, **more: object) -> None:
    async with house.acting(house.ana) as tx:
        await seats.arrange_seats(tx, house.occasion, seats=count, **more)  # type: ignore[arg-type]


async def seated(house: House, asked: dict[str, UUID]) -> dict[str, SeatState | None]:
    """Who has what, by name."""
    async with house.watching() as tx:
        rows = {one.id: one for one in await tx.session.scalars(select(Invitation))}
        return {name: rows[one].seat(house.clock()) for name, one in asked.items()}


async def revision(house: House, invitation_id: UUID) -> int:
    async with house.watching() as tx:
        return (await tx.session.get_one(Invitation, invitation_id)).revision


async def go_together(house: House, one: UUID, other: UUID) -> None:
    """One takes the other along."""
    async with behind(house, one) as tx:
        offer = await companions.offer_company(tx, one, CompanionKind.BUDDY, places=1, contact="Call me")
    async with behind(house, other) as tx:
        await companions.offer_company(tx, other, CompanionKind.BUDDY, places=None, contact="Call me, too")
    async with behind(house, other) as tx:
        await companions.join_company(tx, other, offer.id)
