"""The clock of what devices sign in with."""

from __future__ import annotations

from casework import actors, sign_in
from schema.retention import RetentionClass
from tests.casework.retention.sweeps import AFTER, MINUTE, count, swept
from tests.ground import Ground
from tests.house import House


async def test_a_devices_password_goes_thirty_days_after_it_was_ended_or_stopped_opening_anything(
    house: House, ground: Ground
) -> None:
    begun = house.clock.now
    async with house.database.transaction(actors.Person(house.ana, proved_at=begun)) as tx:
        _, ended = await sign_in.make_app_password(tx, "Lost")
        await sign_in.make_app_password(tx, "In a drawer")
        await sign_in.revoke_app_password(tx, ended.id)

    for at, left in (
        (AFTER[RetentionClass.SIGN_INS] - MINUTE, 2),
        (AFTER[RetentionClass.SIGN_INS], 1),
        (sign_in.UNUSED + AFTER[RetentionClass.SIGN_INS] - MINUTE, 1),
        (sign_in.UNUSED + AFTER[RetentionClass.SIGN_INS], 0),
    ):
        house.clock.now = begun + at
        await swept(house)
        assert await count(ground, "app_passwords") == left, at
