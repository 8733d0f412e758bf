"""The door, on a telephone that may have no signal, and the minute afterwards."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from casework import attendance
from casework.refusals import Invalid, NotAllowedByState, NotFound
from schema.attendance import Attendance
from schema.invitations import Invitation
from schema.notices import LetterKind
from tests.access.test_refusals_change_nothing import every_row
from tests.casework.in_the_room import COMING, invited, say
from tests.ground import Ground
from tests.house import House

#: The hearing begins at nine in Hartford.
BEGINS = datetime(2026, 12, 2, 14, tzinfo=UTC)


async def arrived(house: House, one: UUID, came: int, at: datetime | None = None) -> None:
    async with house.acting(house.ana) as tx:
        await attendance.record_arrival(tx, one, came=came, at=at)


async def counted(house: House, walk_ins: int, at: datetime | None = None) -> None:
    async with house.acting(house.ana) as tx:
        await attendance.count_walk_ins(tx, house.occasion, walk_ins=walk_ins, at=at)


async def reported(house: House, **said: Any) -> None:
    async with house.acting(house.ana) as tx:
        await attendance.report_attendance(tx, house.occasion, **said)


async def came(house: House, one: UUID) -> int | None:
    async with house.watching() as tx:
        return (await tx.session.get_one(Invitation, one)).came


async def test_what_was_tapped_last_counts_in_whichever_order_it_arrives(house: House) -> None:
    asked = await invited(house, "Olga Ortiz")
    house.clock.now = BEGINS + timedelta(minutes=10)

    await arrived(house, asked["Olga"], 2, BEGINS + timedelta(minutes=5))
    await arrived(house, asked["Olga"], 1, BEGINS + timedelta(minutes=2))
    await arrived(house, asked["Olga"], 2, BEGINS + timedelta(minutes=5))
    assert await came(house, asked["Olga"]) == 2
    async with house.watching() as tx:
        assert (await tx.session.get_one(Invitation, asked["Olga"])).revision == 1

    await arrived(house, asked["Olga"], 0)
    assert await came(house, asked["Olga"]) is None


async def test_walk_ins_are_a_count_without_a_name_and_the_report_adds_the_door_up(house: House) -> None:
    asked = await invited(house, "Olga Ortiz", "Ben Bell")
    house.clock.now = BEGINS + timedelta(minutes=10)
    await arrived(house, asked["Olga"], 2)
    await counted(house, 3, BEGINS)
    await counted(house, 2, BEGINS - timedelta(minutes=1))

    await reported(house, officials=1, press=1, said_in_court="The judge said that she saw the room.", letters=4)

    async with house.watching() as tx:
        row = (await tx.session.scalars(select(Attendance))).one()
        assert (row.walk_ins, row.heads, row.officials, row.press, row.letters) == (3, 5, 1, 1, 4)
        assert await tx.opened(row, "said_in_court") == "The judge said that she saw the room."
        assert (row.incidents, row.reported_by_id) == (None, house.ana)


async def test_whoever_came_is_thanked_once(house: House) -> None:
    asked = await invited(house, "Olga Ortiz", "Ben Bell")
    await say(house, asked["Olga"], COMING)
    house.clock.now = BEGINS + timedelta(minutes=10)
    await arrived(house, asked["Olga"], 1)
    await house.send()

    await reported(house, thank=True)
    await reported(house, thank=True)

    thanks = [one for one in await house.send() if one.letter.kind is LetterKind.YOUR_PLACE]
    assert [(one.name, one.letter.subject) for one in thanks] == [("Olga Ortiz", "Thank you for coming")]


async def test_what_the_door_cannot_count_is_refused_and_nothing_changes(house: House, ground: Ground) -> None:
    asked = await invited(house, "Olga Ortiz")
    olga = asked["Olga"]
    before = await every_row(ground)
    too_soon: list[Callable[[], Awaitable[None]]] = [
        lambda: arrived(house, olga, 1), lambda: counted(house, 1), lambda: reported(house, heads=1),
    ]  # fmt: skip
    for act in too_soon:
        with pytest.raises(NotAllowedByState):
            await act()
    house.clock.now = BEGINS + timedelta(minutes=10)
    refused: list[tuple[Callable[[], Awaitable[None]], type[Exception], str]] = [
        (lambda: arrived(house, olga, -1), Invalid, "Between 0 and 20"),
        (lambda: arrived(house, olga, 21), Invalid, "Between 0 and 20"),
        (lambda: arrived(house, olga, 1, BEGINS + timedelta(hours=1)), Invalid, "clock of this device"),
        (lambda: counted(house, -1), Invalid, "from 0 to 10000"),
        (lambda: reported(house, heads=-1), Invalid, "from 0 to 10000"),
        (lambda: reported(house, heads=1, officials=1, press=1), Invalid, "among those who came"),
        (lambda: reported(house, heads=1, incidents="x" * 2_001), Invalid, "longer than 2000"),
    ]
    for act, refusal, why in refused:
        with pytest.raises(refusal, match=why):
            await act()
    with pytest.raises(NotFound):
        async with house.acting(house.rosa) as tx:
            await attendance.count_walk_ins(tx, house.occasion, walk_ins=1)
    house.clock.forward(days=31)
    with pytest.raises(NotAllowedByState, match="long over"):
        await arrived(house, olga, 1)
    assert await every_row(ground) == before
