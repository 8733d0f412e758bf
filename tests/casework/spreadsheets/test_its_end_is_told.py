"""Whoever started an import is told in their inbox that it is over, and nobody else is."""

from __future__ import annotations

from casework import inbox
from schema.inbox import InboxKind
from tests.casework.spreadsheets.desk import LUZ, TOMAS, Desk, csv_of


async def test_an_import_that_is_over_stands_in_the_inbox_of_whoever_started_it_until_it_is_taken_back(
    desk: Desk,
) -> None:
    house = desk.house
    sheet = await desk.bring(csv_of(LUZ, TOMAS))
    async with house.acting(house.ana) as tx:
        assert [one for one in await inbox.inbox(tx) if one.kind is InboxKind.IMPORT] == []

    await desk.start(sheet)

    async with house.acting(house.ana) as tx:
        [told] = [one for one in await inbox.inbox(tx) if one.kind is InboxKind.IMPORT]
        assert (told.record_id, told.read) == (sheet.id, False)
        await inbox.mark_entries(tx, [(told.kind, told.record_id)], inbox.Mark.READ)
    async with house.acting(house.ana) as tx:
        [read] = [one for one in await inbox.inbox(tx) if one.kind is InboxKind.IMPORT]
        assert read.read
    async with house.acting(house.luis) as tx:
        assert [one for one in await inbox.inbox(tx) if one.kind is InboxKind.IMPORT] == []
