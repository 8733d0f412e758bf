"""A whole import is taken back, but for cases that somebody has worked on since."""

from __future__ import annotations

import pytest

from casework import notes, retention, spreadsheets
from casework.actors import Person
from casework.refusals import NotAllowedByState
from schema.cases import Case
from schema.detainees import Detainee, DetaineeNumber, NameToken
from schema.notices import Notice
from schema.occasions import Occasion
from schema.organizations import Role
from schema.spreadsheets import RowState, Spreadsheet, SpreadsheetRow, SpreadsheetState
from tests.casework.retention.sweeps import swept
from tests.casework.spreadsheets.desk import LUZ, TOMAS, Desk, csv_of

_WHAT = (Case, Detainee, DetaineeNumber, NameToken, Occasion, Notice)


async def undone(desk: Desk, done: Spreadsheet) -> Spreadsheet:
    house = desk.house
    async with house.acting(house.ana) as tx:
        sheet = await spreadsheets.undo_import(tx, done.id, expected_revision=done.revision)
    return await desk.go_on(sheet)


async def test_all_that_an_import_made_is_gone_as_if_it_had_not_been(desk: Desk) -> None:
    before = [await desk.count(model) for model in _WHAT]
    done = await desk.start(await desk.bring(csv_of(LUZ, TOMAS)))
    assert await desk.count(Case) == before[0] + 2

    sheet = await undone(desk, done)

    assert sheet.state is SpreadsheetState.UNDONE
    assert await desk.states(sheet) == [RowState.TAKEN_BACK, RowState.TAKEN_BACK]
    assert [await desk.count(model) for model in _WHAT] == before
    # The same list may come again.
    again = await desk.bring(csv_of(LUZ, TOMAS))
    assert await desk.states(again) == [RowState.NEW, RowState.NEW]


async def test_a_case_somebody_worked_on_stays_and_is_listed(desk: Desk) -> None:
    house = desk.house
    done = await desk.start(await desk.bring(csv_of(LUZ, TOMAS)))
    luz = (await desk.rows(done))[0].became_id
    assert luz is not None
    async with house.acting(house.ana) as tx:
        await notes.write_note(tx, luz, "Her sister called.")
    cases = await desk.count(Case)

    sheet = await undone(desk, done)

    assert await desk.states(sheet) == [RowState.STAYED, RowState.TAKEN_BACK]
    assert await desk.count(Case) == cases - 1
    async with house.acting(house.ana) as tx:
        assert await tx.session.get(Case, luz) is not None


async def test_a_case_under_a_legal_hold_stays(desk: Desk) -> None:
    house = desk.house
    done = await desk.start(await desk.bring(csv_of(LUZ)))
    cases = await desk.count(Case)
    admin = await house.a_person("Ines Adán", role=Role.ADMIN)
    async with house.database.transaction(Person(admin, proved_at=house.clock.now)) as tx:
        await retention.place_hold(tx, house.organization, reason="A claim is expected.")

    sheet = await undone(desk, done)

    assert await desk.states(sheet) == [RowState.STAYED]
    assert await desk.count(Case) == cases


async def test_after_a_week_it_is_refused_and_what_was_brought_is_gone(desk: Desk) -> None:
    house = desk.house
    done = await desk.start(await desk.bring(csv_of(LUZ)))
    cases = await desk.count(Case)
    house.clock.forward(days=7, minutes=1)

    with pytest.raises(NotAllowedByState):
        async with house.acting(house.ana) as tx:
            await spreadsheets.undo_import(tx, done.id, expected_revision=done.revision)

    await swept(house)
    assert (await desk.count(Spreadsheet), await desk.count(SpreadsheetRow)) == (0, 0)
    assert await desk.count(Case) == cases
