"""What somebody read in their inbox goes with its clock."""

from __future__ import annotations

from casework import inbox, tasks
from casework.inbox import Mark
from schema.retention import RetentionClass
from tests.casework.retention.sweeps import AFTER, MINUTE, count, swept
from tests.ground import Ground
from tests.house import House


async def test_sixty_days_after_it_was_marked_nobody_can_tell_that_it_was_read(house: House, ground: Ground) -> None:
    async with house.acting(house.ana) as tx:
        await tasks.add_task(
            tx, organization_id=house.organization, case_id=None, title="Call the court", owner_id=house.luis
        )
    house.clock.now += MINUTE
    async with house.acting(house.luis) as tx:
        [entry] = await inbox.inbox(tx)
        await inbox.mark_entries(tx, [(entry.kind, entry.record_id)], Mark.READ)

    house.clock.now += AFTER[RetentionClass.INBOX] - MINUTE
    assert not (await swept(house))[RetentionClass.INBOX]
    house.clock.now += MINUTE

    assert (await swept(house))[RetentionClass.INBOX] == 1
    assert await count(ground, "inbox_marks") == 0
