"""Who wants nothing more from us, by a text: heard at once, once, on every channel, and taken back by another."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import func, select

from casework import actors, contacts
from schema.audit import AuditEntry
from schema.people import Channel, Contact, Person
from schema.push import PushSubscription
from tests.api.inbound import Phone
from tests.api.test_texts_that_come_in import ROSA, person, settings
from tests.town import Town

__all__ = ["settings"]


async def reached(town: Town, key: str) -> dict[Channel, bool]:
    """Of each channel of somebody, whether they are written to there."""
    async with town.database.transaction(actors.OPERATOR) as tx:
        found = await tx.session.scalars(select(Contact).where(Contact.person_id == UUID(key)))
        return {one.channel: one.stopped_at is None for one in found}


async def test_stop_everything_ends_mail_as_well_at_once_and_once_and_start_undoes_that_and_no_more(town: Town) -> None:
    phone = Phone(town, ROSA)
    key = await person(town, "elm-city", "Rosa Rivera")
    async with town.database.transaction(actors.OPERATOR) as tx:
        rosa = await tx.session.get_one(Person, UUID(key))
        await tx.unlock([rosa.vault_key_id])
        for address, gone in (("rosa@example.test", False), ("old@example.test", True)):
            contact = await contacts.put_down(tx, rosa, Channel.EMAIL, address)
            # That they stopped long ago, at another address.
            contact.stopped_at = tx.now if gone else None
        tx.session.add(
            PushSubscription(
                organization_id=rosa.organization_id, person_id=rosa.id, device="a telephone", endpoint_index=b"1",
                subscription=rosa.name,
            )
        )  # fmt: skip
    town.clock.forward(minutes=1)

    told = await phone.texts("STOP EVERYTHING")

    assert told is not None and told.startswith("You will get nothing more from us, no e-mail either.")
    async with town.database.transaction(actors.OPERATOR) as tx:
        at = list(
            await tx.session.scalars(
                select(Contact.stopped_at).where(Contact.person_id == UUID(key)).order_by(Contact.created_at)
            )
        )
        assert all(at) and len(at) == 3
        assert await tx.session.scalar(select(func.count()).select_from(PushSubscription)) == 0
        entries = await tx.session.scalar(
            select(func.count()).select_from(AuditEntry).where(AuditEntry.act == "contact.stopped")
        )
    assert entries == 2
    # Said again it changes nothing, and is not answered.
    for _ in range(3):
        town.clock.forward(minutes=1)
        assert await phone.texts("stop everything") is None
    async with town.database.transaction(actors.OPERATOR) as tx:
        again = await tx.session.scalars(
            select(Contact.stopped_at).where(Contact.person_id == UUID(key)).order_by(Contact.created_at)
        )
        assert list(again) == at

    assert await phone.texts("START") == "You will get texts from us again. Reply STOP to end them."
    async with town.database.transaction(actors.OPERATOR) as tx:
        found = list(
            await tx.session.scalars(
                select(Contact).where(Contact.person_id == UUID(key)).order_by(Contact.created_at, Contact.id)
            )
        )
        await tx.unlock([one.address for one in found])
        open_ = {tx.open(one, "address") for one in found if one.stopped_at is None}
    assert open_ == {ROSA, "rosa@example.test"}


async def test_whoever_said_stop_may_still_stop_everything_and_stop_alone_leaves_mail(town: Town) -> None:
    phone = Phone(town, ROSA)
    key = await person(town, "elm-city", "Rosa Rivera")
    async with town.database.transaction(actors.OPERATOR) as tx:
        rosa = await tx.session.get_one(Person, UUID(key))
        await tx.unlock([rosa.vault_key_id])
        await contacts.put_down(tx, rosa, Channel.EMAIL, "rosa@example.test")

    told = await phone.texts("Stop texting me, please")
    assert told is not None and told.endswith("STOP EVERYTHING: no e-mail either.")
    assert await reached(town, key) == {Channel.SMS: False, Channel.EMAIL: True}

    assert "no e-mail either" in str(await phone.texts("STOP EVERYTHING"))
    assert await reached(town, key) == {Channel.SMS: False, Channel.EMAIL: False}
