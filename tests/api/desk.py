"""A deployment that reads its mailbox, an official who was asked, and what became of their answer."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime
from uuid import UUID

import httpx
import pytest
from sqlalchemy import select

from api.app import create_app
from casework import invitations
from casework.actors import Link, LinkKind
from casework.settings import Settings
from schema.audit import AuditEntry
from schema.inbound import InboundMessage
from schema.invitations import Invitation, InvitationState
from schema.notices import LetterKind, NoticeState
from schema.tasks import TEXT_CAME, Task
from tests.api.calendar_answers import Said, to
from tests.api.inbound import SECRET
from tests.casework.notices.asked import an_official
from tests.house import House

OURS = "mx.legal-aid.test"
LATER = datetime(2026, 12, 9, 9)


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(update={"inbound_mail_secret": SECRET})


@pytest.fixture
async def door(house: House, settings: Settings) -> AsyncIterator[httpx.AsyncClient]:
    async for client in at(house, settings):
        yield client


async def at(house: House, settings: Settings) -> AsyncIterator[httpx.AsyncClient]:
    app = create_app(settings, database=house.database)
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url=settings.address) as client:
            yield client


async def pipe(door: httpx.AsyncClient, raw: bytes) -> None:
    answer = await door.post("/inbound/mail", content=raw, headers={"authorization": f"Bearer {SECRET}"})
    # Whatever it was: nobody learns what is ours.
    assert (answer.status_code, answer.text) == (204, "")


async def asked(house: House) -> tuple[UUID, Said]:
    """The mayor was asked, and her letter has left. An answer to it, as she might give it."""
    mayor = await an_official(house)
    (invitation,) = await house.invite(mayor)
    (letter,) = [one for one in await house.send() if one.letter.method]
    return invitation, to(letter, at=house.clock.now)


async def invitation_of(house: House, key: UUID) -> Invitation:
    async with house.watching() as tx:
        return await tx.session.get_one(Invitation, key)


async def state(house: House, key: UUID) -> InvitationState:
    return (await invitation_of(house, key)).state


async def asked_of_humans(house: House) -> list[str]:
    async with house.watching() as tx:
        found = list(await tx.session.scalars(select(Task).where(Task.raised_by == TEXT_CAME).order_by(Task.id)))
        await tx.unlock([one.title for one in found])
        return [tx.open(one, "title") or "" for one in found]


async def acts(house: House, invitation: UUID) -> list[str]:
    async with house.watching() as tx:
        found = select(AuditEntry.act).where(AuditEntry.subject_id == invitation).order_by(AuditEntry.seq)
        return list(await tx.session.scalars(found))


async def came(house: House) -> list[str]:
    async with house.watching() as tx:
        return list(await tx.session.scalars(select(InboundMessage.word).order_by(InboundMessage.id)))


async def letters_to(house: House, person: UUID) -> list[tuple[LetterKind, NoticeState]]:
    return [(one.kind, one.state) for one in await house.rows(person_id=person) if one.kind is not LetterKind.REMINDER]


async def on_page(house: House, key: UUID, answer: InvitationState) -> None:
    invitation = await invitation_of(house, key)
    async with house.database.transaction(Link(LinkKind.INVITATION, key, invitation.person_id)) as tx:
        await invitations.answer_invitation(tx, key, state=answer, party_size=3)
