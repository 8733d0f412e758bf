"""A list that somebody brought goes with its clock: afterwards it would be a second list of clients."""

from __future__ import annotations

from casework import spreadsheets
from schema.retention import RetentionClass
from tests.casework.retention.sweeps import AFTER, MINUTE, count, swept
from tests.ground import Ground
from tests.house import House


async def test_a_week_after_it_was_last_worked_on_nobody_can_read_a_list_that_was_brought(
    house: House, ground: Ground
) -> None:
    async with house.acting(house.ana) as tx:
        table = spreadsheets.Received(None, ["Name", "A#"], [(2, ["Eva Cruz", "A219111301"])])
        await spreadsheets.take_in_spreadsheet(tx, house.organization, "clients.csv", table)

    house.clock.now += AFTER[RetentionClass.SPREADSHEETS] - MINUTE
    assert not (await swept(house))[RetentionClass.SPREADSHEETS]
    house.clock.now += MINUTE

    assert (await swept(house))[RetentionClass.SPREADSHEETS] == 1
    assert await count(ground, "spreadsheets") == 0
    assert await count(ground, "spreadsheet_rows") == 0
