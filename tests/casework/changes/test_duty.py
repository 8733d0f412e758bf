"""The rota: who is on duty, turn by turn; and what is refused as a whole."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import pytest
from sqlalchemy import select

from casework import duty
from casework.refusals import Invalid, NotPermitted
from schema.duty import DutyTurn
from schema.organizations import Role
from tests.house import House

MONDAY = datetime(2026, 11, 23, 10)


def turn(person: UUID, begins: datetime, ends: datetime, deputy: UUID | None = None) -> duty.Turn:
    return duty.Turn(person_id=person, deputy_id=deputy, starts_at=begins, ends_at=ends)


async def save(house: House, *turns: duty.Turn, begins: datetime = MONDAY, by: UUID | None = None) -> None:
    async with house.acting(by or house.ana) as tx:
        await duty.save_duty_rota(tx, house.organization, begins_at=begins, turns=turns)


async def standing(house: House) -> list[tuple[UUID, datetime, datetime]]:
    async with house.watching() as tx:
        found = await tx.session.scalars(
            select(DutyTurn).where(DutyTurn.replaced_at.is_(None)).order_by(DutyTurn.starts_at)
        )
        return [(one.person_id, one.starts_at, one.ends_at) for one in found]


def day(number: int, hour: int = 10) -> datetime:
    return datetime(2026, 11, number, hour)


async def test_a_rota_replaces_what_stood_from_its_beginning_on(house: House) -> None:
    berta = await house.a_person("Berta Sol", role=Role.COORDINATOR)
    await save(house, turn(house.ana, day(23), day(25)), turn(berta, day(25), day(27)))

    await save(house, turn(berta, day(24), day(26)), begins=day(24))

    kept = await standing(house)
    assert [one[0] for one in kept] == [house.ana, berta]
    assert kept[0][2] == kept[1][1]
    await save(house, begins=day(25))
    assert [one[0] for one in await standing(house)] == [house.ana, berta]
    assert (await standing(house))[-1][2] < kept[1][2]


async def test_what_can_t_be_a_rota_is_refused_by_name_and_nothing_changes(house: House) -> None:
    berta = await house.a_person("Berta Sol", role=Role.COORDINATOR)
    await save(house, turn(house.ana, day(23), day(25)))
    before = await standing(house)
    refused = [
        ([turn(berta, day(26), day(27))], day(26), "Nobody would be on duty from Wed, Nov 25, 10:00 AM ET to Thu"),
        ([turn(berta, day(24), day(25)), turn(house.ana, day(25, 12), day(26))], day(24), "Nobody would be on duty"),
        ([turn(berta, day(24), day(26)), turn(house.ana, day(25), day(27))], day(24), "overlap from Wed, Nov 25"),
        ([turn(house.luis, day(24), day(26))], day(24), "Luis Prado does not coordinate here"),
        ([turn(berta, day(24), day(26), house.luis)], day(24), "Luis Prado does not coordinate here"),
        ([turn(berta, day(24), day(26), berta)], day(24), "their own deputy"),
        ([turn(berta, day(24), day(24))], day(24), "ends before it begins"),
        ([turn(berta, day(23, 8), day(24))], day(23, 8), "What is past stays"),
        ([turn(berta, day(24), datetime(2028, 1, 1))], day(24), "looks like a slip"),
    ]  # fmt: skip

    for turns, begins, why in refused:
        with pytest.raises(Invalid, match=why):
            await save(house, *turns, begins=begins)

    with pytest.raises(NotPermitted):
        await save(house, turn(berta, day(24), day(26)), begins=day(24), by=house.luis)
    assert await standing(house) == before
