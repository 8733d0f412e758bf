"""Lists of the address book, and asking everybody on one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from casework import invitations, people_lists
from casework.refusals import ChangedMeanwhile, Invalid, NotAllowedByState, NotFound, NotPermitted
from schema.base import new_id
from schema.consents import ConsentAudience, Purpose
from schema.invitations import Invitation
from schema.people import Channel, Contact, PersonKind
from schema.people_lists import PeopleList, PeopleListEntry
from tests.access.test_refusals_change_nothing import every_row
from tests.ground import Ground
from tests.house import House


async def a_list(house: House, *people: UUID, name: str = "Court watchers New Haven", **more: Any) -> PeopleList:
    async with house.acting(house.ana) as tx:
        return await people_lists.save_people_list(tx, house.organization, name=name, person_ids=people, **more)


async def on(house: House) -> set[UUID]:
    async with house.watching() as tx:
        return set(await tx.session.scalars(select(PeopleListEntry.person_id)))


async def test_a_list_is_saved_as_it_is_now_and_taken_away_without_its_people(house: House) -> None:
    olga, ben = [await house.a_person(name, PersonKind.SUPPORTER) for name in ("Olga Ortiz", "Ben Bell")]
    made = await a_list(house, olga, ben, olga)
    assert await on(house) == {olga, ben}

    saved = await a_list(house, ben, name="Watchers", list_id=made.id, expected_revision=0)
    assert (saved.name, await on(house)) == ("Watchers", {ben})

    async with house.acting(house.ana) as tx:
        await people_lists.remove_people_list(tx, made.id, expected_revision=saved.revision)
    assert await on(house) == set()
    # Its name is free again.
    await a_list(house, ben, name="watchers")


async def test_everybody_on_a_list_is_asked_once_and_the_preview_says_who_cannot_be_written_to(house: House) -> None:
    await house.consent(ConsentAudience.SUPPORTERS, Purpose.FILL_COURTROOM)
    olga, ben, cora, dan = [
        await house.a_person(name, PersonKind.SUPPORTER) for name in ("Olga Ortiz", "Ben Bell", "Cora Cruz", "Dan Diaz")
    ]
    made = await a_list(house, olga, ben, cora)
    await house.invite(cora)
    async with house.watching() as tx:
        address = (await tx.session.scalars(select(Contact).where(Contact.person_id == ben))).one()
        address.stopped_at = tx.now

    async with house.acting(house.ana) as tx:
        asking = await invitations.preview_invite(tx, house.occasion, [dan, olga], list_ids=[made.id])
    now = [one for one in asking.tellings if one.kind == "invitation"]
    assert sorted((one.person_name or "", one.channel) for one in now) == [
        ("Dan Diaz", Channel.EMAIL), ("Olga Ortiz", Channel.EMAIL),
    ]  # fmt: skip
    assert (asking.unreached, asking.asked_already) == (1, 1)

    async with house.acting(house.ana) as tx:
        await invitations.invite(tx, house.occasion, [dan, olga], list_ids=[made.id])
    async with house.watching() as tx:
        asked = [one.person_id for one in await tx.session.scalars(select(Invitation))]
    assert sorted(asked) == sorted([olga, ben, cora, dan])


async def test_lists_that_cannot_be_are_refused_and_nothing_changes(house: House, ground: Ground) -> None:
    olga = await house.a_person("Olga Ortiz", PersonKind.SUPPORTER)
    interpreter = await house.a_person("Ixchel Tum")
    made = await a_list(house, olga)
    other = await a_list(house, name="Press")
    before = await every_row(ground)

    for said, why in (
        ({"name": " "}, "Give the list a name"),
        ({"name": "x" * 81}, "Give the list a name"),
        ({"name": "PRESS"}, "a list of that name"),
        ({"name": "Press", "list_id": made.id}, "a list of that name"),
    ):
        with pytest.raises(Invalid, match=why):
            await a_list(house, olga, **said)
    with pytest.raises(Invalid, match="stand on no list"):
        await a_list(house, house.rosa, name="Family")
    with pytest.raises(NotFound):
        await a_list(house, new_id(), name="Nobody")
    with pytest.raises(ChangedMeanwhile):
        await a_list(house, olga, list_id=made.id, expected_revision=7)
    with pytest.raises(ChangedMeanwhile):
        async with house.acting(house.ana) as tx:
            await people_lists.remove_people_list(tx, other.id, expected_revision=7)
    for act in (
        lambda tx: people_lists.save_people_list(tx, house.organization, name="Mine", person_ids=[]),
        lambda tx: people_lists.remove_people_list(tx, other.id, expected_revision=0),
    ):
        with pytest.raises((NotFound, NotPermitted)):
            async with house.acting(interpreter) as tx:
                await act(tx)
    assert await every_row(ground) == before

    async with house.acting(house.ana) as tx:
        await people_lists.remove_people_list(tx, other.id, expected_revision=0)
    before = await every_row(ground)
    with pytest.raises(NotAllowedByState, match="taken away already"):
        await a_list(house, name="Radio", list_id=other.id)
    with pytest.raises(NotAllowedByState, match="taken away already"):
        async with house.acting(house.ana) as tx:
            await people_lists.remove_people_list(tx, other.id, expected_revision=1)
    with pytest.raises(Invalid, match="taken away, or is not yours"):
        async with house.acting(house.ana) as tx:
            await invitations.invite(tx, house.occasion, list_ids=[other.id])
    assert await every_row(ground) == before
