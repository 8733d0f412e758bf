"""Changes, and who was on duty: a minute before their term they are there, at it they are gone."""

from __future__ import annotations

from datetime import datetime, timedelta

from casework import duty
from schema.retention import RetentionClass
from tests.casework.changes.people import follow
from tests.casework.retention.sweeps import AFTER, MINUTE, count, supporters, swept
from tests.ground import Ground
from tests.house import House


async def test_thirty_days_after_the_date_nobody_can_tell_who_knew_of_its_change(house: House, ground: Ground) -> None:
    (olga,) = await supporters(house, "Olga Ortiz")
    await house.invite(olga)
    await house.send()
    await house.move(datetime(2026, 12, 1, 9))
    await house.send()
    assert await follow(house, hours=2) == 2
    over = await ground.connection.fetchval("select ends_at from occasions")
    assert await count(ground, "acknowledgements") == 3 and await count(ground, "escalations") == 2

    house.clock.now = over + AFTER[RetentionClass.CHANGES] - MINUTE
    assert not (await swept(house))[RetentionClass.CHANGES]
    house.clock.now += MINUTE

    assert (await swept(house))[RetentionClass.CHANGES] == 1
    for table in ("changes", "acknowledgements", "escalations"):
        assert await count(ground, table) == 0
    # The tasks named whom to call.
    assert await ground.connection.fetchval("select count(*) from tasks where raised_by = 'unanswered'") == 0


async def test_ninety_days_after_a_turn_nobody_can_tell_who_was_on_duty(house: House, ground: Ground) -> None:
    begins = datetime(2026, 11, 23, 10)
    async with house.acting(house.ana) as tx:
        turn = duty.Turn(person_id=house.ana, starts_at=begins, ends_at=begins + timedelta(days=7))
        (saved,) = await duty.save_duty_rota(tx, house.organization, begins_at=begins, turns=[turn])
    ends = saved.ends_at

    house.clock.now = ends + AFTER[RetentionClass.DUTY] - MINUTE
    assert not (await swept(house))[RetentionClass.DUTY]
    house.clock.now += MINUTE

    assert (await swept(house))[RetentionClass.DUTY] == 1
    assert await count(ground, "duty_turns") == 0
