"""Looking over: what would happen is told beforehand, and what is wrong at its row and cell, to be mended there."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from casework import spreadsheets
from casework.refusals import Invalid, NotAllowedByState
from schema.spreadsheets import ColumnMeaning as Means
from schema.spreadsheets import KnownRule, RememberedColumns, RowState, Spreadsheet, SpreadsheetRow, SpreadsheetState
from schema.vault import VaultKey
from tests.casework.spreadsheets.desk import HEADER, LUZ, TOMAS, Desk, csv_of

BAD = ("Eva Cruz", "12", "31/02/1990", "", "Wyat Detention", "2026-03-08 02:30", "", "Hartfort", "", "")


async def test_each_problem_is_told_at_its_cell_in_the_readers_language(desk: Desk) -> None:
    sheet = await desk.bring(csv_of(LUZ, BAD, ("", *LUZ[1:])))

    assert await desk.states(sheet) == [RowState.NEW, RowState.PROBLEM, RowState.PROBLEM]
    assert await desk.problems(sheet) == [
        (3, 1, "this is not an A-number: it has seven to nine digits, such as A012345678."),
        (3, 2, '"31/02/1990" is no date that exists.'),
        (3, 4, 'no facility is called "Wyat Detention". Is it "Wyatt Detention Center"?'),
        (4, 1, "row 2 carries the same A-number."),
    ]
    assert (await desk.problems(sheet, "es"))[1] == (3, 2, "«31/02/1990» no es una fecha que exista.")


async def test_a_court_nobody_knows_and_an_hour_that_is_skipped_are_told(desk: Desk) -> None:
    desk.house.clock.forward(days=60)
    lost = (*BAD[:1], "A200000001", "", "", "", "2027-03-14 02:30", "", "Hartfodr", "", "")
    skipped = ("Ivo Paz", "A200000002", "", "", "Nowhere at all", "2027-03-14 02:30", "", "HAR", "", "")

    sheet = await desk.bring(csv_of(lost, skipped, ("Ann Lee", "A200000003", "", "", "", "2027-04-01", "", "", "", "")))

    assert await desk.problems(sheet) == [
        (2, 7, 'no court is called "Hartfodr". Is it "Hartford Immigration Court"?'),
        (3, 4, 'no facility is called "Nowhere at all". Write its name or its code.'),
        (3, 5, "2027-03-14 02:30 does not exist in America/New_York: the clocks jump over it."),
        (4, 7, "say before which court: the hour of a hearing is read on the clock of its court."),
    ]


async def test_a_cell_is_mended_in_its_place_and_a_row_is_left_out(desk: Desk) -> None:
    house = desk.house
    sheet = await desk.bring(csv_of(LUZ, (*TOMAS[:2], "31/02/1990", *TOMAS[3:]), ("Twin", *LUZ[1:])))
    _, tomas, twin = await desk.rows(sheet)

    async with house.acting(house.ana) as tx:
        await spreadsheets.mend_cell(tx, tomas.id, column=2, text=" 1990-02-28 ")
        await spreadsheets.decide_row(tx, twin.id, left_out=True)

    assert await desk.states(sheet) == [RowState.NEW, RowState.NEW, RowState.LEFT_OUT]
    assert (await desk.cells((await desk.rows(sheet))[1]))[2] == "1990-02-28"

    # Taken in again, it is what it was; and with another number, somebody of their own.
    async with house.acting(house.ana) as tx:
        await spreadsheets.decide_row(tx, twin.id)
    assert await desk.states(sheet) == [RowState.NEW, RowState.NEW, RowState.PROBLEM]
    async with house.acting(house.ana) as tx:
        await spreadsheets.mend_cell(tx, (await desk.rows(sheet))[0].id, column=1, text="A300000003")
    assert await desk.states(sheet) == [RowState.NEW, RowState.NEW, RowState.NEW]


async def test_columns_are_matched_by_hand_and_remembered_for_the_next_table_like_it(desk: Desk) -> None:
    house = desk.house
    content = csv_of(("Luz Ortega", "A987654321"), header=("Quien", "Numero que dieron"))
    sheet = await desk.bring(content)
    assert sheet.meanings == ["", ""]

    async with house.acting(house.ana) as tx:
        matched = await spreadsheets.match_columns(
            tx, sheet.id, [Means.FULL_NAME, Means.A_NUMBER], expected_revision=sheet.revision
        )
    matched = await desk.go_on(matched)

    assert (matched.state, await desk.states(matched)) == (SpreadsheetState.READY, [RowState.NEW])
    assert (await desk.bring(content)).meanings == ["full_name", "a_number"]
    assert await desk.count(RememberedColumns) == 1


async def test_whether_the_day_comes_first_is_asked_and_nothing_starts_before(desk: Desk) -> None:
    house = desk.house
    sheet = await desk.bring(csv_of((*LUZ[:2], "3/4/1990", *LUZ[3:5], "", "", "", "", "")))
    assert (sheet.order_asked, await desk.states(sheet)) == (True, [RowState.PROBLEM])
    with pytest.raises(NotAllowedByState):
        async with house.acting(house.ana) as tx:
            await spreadsheets.start_import(tx, sheet.id, expected_revision=sheet.revision)

    async with house.acting(house.ana) as tx:
        said = await spreadsheets.match_columns(
            tx, sheet.id, [Means(one) for one in sheet.meanings], day_first=True, expected_revision=sheet.revision
        )
    said = await desk.go_on(said)

    assert await desk.states(said) == [RowState.NEW]


async def test_what_cannot_be_matched_is_refused_and_nothing_changes(desk: Desk) -> None:
    house = desk.house
    sheet = await desk.bring(csv_of(LUZ))
    [row] = await desk.rows(sheet)
    every: list[Means | None] = [Means(one) for one in sheet.meanings]

    for meanings in (every[:-1], [Means.FULL_NAME] * len(every), [None] * len(every)):
        with pytest.raises(Invalid):
            async with house.acting(house.ana) as tx:
                await spreadsheets.match_columns(tx, sheet.id, meanings, expected_revision=sheet.revision)
    for column, text in ((len(HEADER), "x"), (-1, "x"), (0, "x" * 5_001)):
        with pytest.raises(Invalid):
            async with house.acting(house.ana) as tx:
                await spreadsheets.mend_cell(tx, row.id, column=column, text=text)
    with pytest.raises(Invalid):
        async with house.acting(house.ana) as tx:
            await spreadsheets.choose_known_rule(tx, sheet.id, KnownRule.ANEW, expected_revision=sheet.revision)

    assert (await desk.now(sheet)).revision == sheet.revision
    assert await desk.cells((await desk.rows(sheet))[0]) == list(LUZ)


async def test_what_was_brought_is_thrown_away_with_its_key(desk: Desk) -> None:
    house = desk.house
    sheet = await desk.bring(csv_of(LUZ))

    async with house.acting(house.ana) as tx:
        await spreadsheets.discard_spreadsheet(tx, sheet.id)

    assert (await desk.count(Spreadsheet), await desk.count(SpreadsheetRow)) == (0, 0)
    async with house.watching() as tx:
        key = await tx.session.scalar(select(VaultKey).where(VaultKey.id == sheet.vault_key_id))
    assert key is not None and key.wrapped is None


@pytest.mark.parametrize("formula", ["=1+1", "＝1+1", "＠SUM(1)"])
async def test_rows_left_behind_come_back_as_a_file_with_the_reason(desk: Desk, formula: str) -> None:
    house = desk.house
    done = await desk.start(await desk.bring(csv_of(LUZ, (formula, "12", *LUZ[2:]))))

    async with house.acting(house.ana) as tx:
        lines = (await spreadsheets.rows_to_hand_back(tx, done.id, "en")).decode("utf-8-sig").splitlines()

    assert lines[0] == ",".join((*HEADER, "Row", "What is wrong"))
    assert len(lines) == 2
    assert lines[1].startswith(f"'{formula},12,") and "A#: this is not an A-number" in lines[1]
