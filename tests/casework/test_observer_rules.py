"""What observers are to know of a place: the newest counts, with whom one asked; each refusal changes nothing."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from casework import court_access
from casework.refusals import Invalid, NotFound
from schema.base import new_id
from schema.court_access import ObserverRules, Openness
from schema.courts import HearingLocation
from tests.access.test_refusals_change_nothing import every_row
from tests.ground import Ground
from tests.house import NEW_YORK, House


async def a_room(house: House) -> UUID:
    async with house.watching() as tx:
        room = HearingLocation(id=new_id(), court_id=house.court, code="HARX", name="Hartford", time_zone=NEW_YORK)
        tx.session.add(room)
        return room.id


async def confirmed(house: House, room: UUID, **said: Any) -> None:
    given = {"openness": Openness.OPEN, "asked_of": "Clerk's office, by telephone", "confirmed_on": date(2026, 11, 20)}
    async with house.acting(house.ana) as tx:
        await court_access.confirm_observer_rules(tx, house.organization, room, **(given | said))


async def test_what_was_said_before_stays_to_be_read_and_nobody_asked_about_is_unknown(house: House) -> None:
    room = await a_room(house)

    await confirmed(house, room, openness=Openness.CLOSED)
    await confirmed(house, room, lead_days=3, photo_id=True, devices=False, confirmed_on=date(2026, 11, 23))

    async with house.watching() as tx:
        first, last = await tx.session.scalars(select(ObserverRules).order_by(ObserverRules.confirmed_on))
    assert (first.openness, last.openness) == (Openness.CLOSED, Openness.OPEN)
    assert (last.lead_days, last.photo_id, last.devices, last.notes, last.link_when_cleared) == (
        3, True, False, None, None,
    )  # fmt: skip
    assert last.confirmed_by_id == house.ana


async def test_rules_that_cannot_be_are_refused_and_nothing_changes(house: House, ground: Ground) -> None:
    room = await a_room(house)
    stranger = await house.a_person("Zoe Zander")
    before = await every_row(ground)

    for said, why in (
        ({"confirmed_on": date(2026, 11, 24)}, "has not come yet"),
        ({"confirmed_on": date(2025, 11, 1)}, "more than a year ago"),
        ({"lead_days": -1}, "from 0 to 60"),
        ({"lead_days": 61}, "from 0 to 60"),
        ({"asked_of": " "}, "which office"),
        ({"asked_of": "x" * 121}, "which office"),
    ):
        with pytest.raises(Invalid, match=why):
            await confirmed(house, room, **said)
    with pytest.raises(Invalid, match="no such hearing location"):
        await confirmed(house, new_id())
    with pytest.raises(NotFound):
        async with house.acting(stranger) as tx:
            await court_access.confirm_observer_rules(
                tx, house.organization, room, openness=Openness.OPEN, asked_of="Clerk", confirmed_on=date(2026, 11, 20)
            )
    assert await every_row(ground) == before
