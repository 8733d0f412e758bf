"""Rows become cases: by the verbs, whole or not at all, and nobody outside is written to."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from casework import access, docketing, identities, merging, spreadsheets
from casework.access import Act
from casework.refusals import ChangedMeanwhile, NotAllowedByState, NotFound, NotPermitted
from schema.audit import AuditEntry
from schema.cases import Case, Intake
from schema.custody import Confidence, CustodyStint, Source
from schema.deadlines import Deadline, DeadlineState
from schema.detainees import Detainee
from schema.hearings import Hearing
from schema.invitations import Invitation
from schema.notes import Note
from schema.notices import LetterKind, Notice
from schema.organizations import Role
from schema.spreadsheets import KnownRule, RowState, SpreadsheetState
from tests.access.test_refusals_change_nothing import every_row
from tests.casework.spreadsheets.desk import LUZ, TOMAS, Desk, csv_of
from tests.ground import Ground


async def test_a_row_becomes_a_case_with_its_stay_its_date_and_its_words(desk: Desk) -> None:
    house = desk.house
    sheet = await desk.bring(csv_of(LUZ, TOMAS))
    assert sheet.state is SpreadsheetState.READY
    assert await desk.states(sheet) == [RowState.NEW, RowState.NEW]

    done = await desk.start(sheet)

    assert (done.state, done.done) == (SpreadsheetState.DONE, 2)
    luz, tomas = await desk.rows(sheet)
    async with house.acting(house.ana) as tx:
        case = await tx.session.get_one(Case, luz.became_id)
        known = await identities.read(tx, await tx.session.get_one(Detainee, case.detainee_id))
        assert (known.legal_name, known.a_numbers, known.birth_date) == (
            "Luz Marina Ortega",
            ["987654321"],
            "1999-04-30",
        )
        assert case.coordinator_id == house.ana
        stay = (await tx.session.scalars(select(CustodyStint).where(CustodyStint.case_id == case.id))).one()
        assert (stay.facility_id, stay.source) == (desk.facility, Source.IMPORT)
        hearing = (await tx.session.scalars(select(Hearing).where(Hearing.case_id == case.id))).unique().one()
        # Nine in the morning on the court's clock, and nobody has confirmed it.
        assert hearing.occasion.starts_at == datetime(2026, 12, 3, 14, tzinfo=UTC)
        assert (hearing.source, hearing.confidence) == (Source.IMPORT, Confidence.ONE_SOURCE)

        other = await tx.session.get_one(Case, tomas.became_id)
        assert other.tags == ["attorney named"]
        notes = await tx.session.scalars(select(Note).where(Note.case_id == other.id).order_by(Note.id))
        found = list(notes)
        await tx.unlock([note.body for note in found])
        # February is over: its date is a note, and nobody's date any more.
        assert [tx.open(note, "body") for note in found] == [
            "Last hearing, as the imported spreadsheet says: 2026-02-01, Hartford",
            "Attorney, as the imported spreadsheet says: Rita Vale",
            "calls us",
        ]
        assert not list(await tx.session.scalars(select(Hearing).where(Hearing.case_id == other.id)))


async def test_its_deadlines_are_those_of_all_that_the_row_says_and_none_was_replaced_on_the_way(desk: Desk) -> None:
    sheet = await desk.bring(csv_of(LUZ))
    await desk.start(sheet)

    (luz,) = await desk.rows(sheet)
    async with desk.house.acting(desk.house.ana) as tx:
        case = await access.case_for(tx, luz.became_id, Act.UPDATE_CASE)
        found = list(await tx.session.scalars(select(Deadline).where(Deadline.case_id == case.id)))
        # Planning again finds nothing to change.
        moved = await docketing.replan(tx, case)
    assert found and {one.state for one in found} == {DeadlineState.FOR_REVIEW}
    assert moved == []


async def test_nobody_outside_is_written_to_and_whoever_brought_it_is_reminded(desk: Desk) -> None:
    house = desk.house
    before = await house.due_now()

    done = await desk.start(await desk.bring(csv_of(LUZ, TOMAS)))

    cases = {row.became_id for row in await desk.rows(done)}
    planned = [one for one in await house.rows() if one.case_id in cases]
    assert {one.person_id for one in planned} == {house.ana}
    assert {one.kind for one in planned} == {LetterKind.REMINDER}
    assert await house.due_now() == before
    assert await desk.count(Invitation, Invitation.case_id.in_(cases)) == 0


async def test_a_row_of_a_merged_client_is_known_as_the_one_who_is_kept(desk: Desk) -> None:
    house = desk.house
    sheet = await desk.start(await desk.bring(csv_of(LUZ)))
    (row,) = await desk.rows(sheet)
    async with house.watching() as tx:
        other = await tx.session.get_one(Case, row.became_id)
        (await tx.session.get_one(Detainee, other.detainee_id)).source_ref = "L-1"
    async with house.acting(house.ana) as tx:
        await merging.merge_cases(tx, house.case, other.id)

    # By its number, by its name and day of birth, and by the office's own number for it.
    by_name = ("Ortega, Luz Marina", "", "1999-04-30", "Guatemala", "", "", "", "", "", "")
    again = await desk.bring(csv_of(("L. Ortega", *LUZ[1:]), by_name))
    by_ref = await desk.bring(csv_of(("L-1", "Guatemala"), header=("Client ID", "Nationality")))

    found = [*await desk.rows(again), *await desk.rows(by_ref)]
    assert [(one.state, one.became_id) for one in found] == [(RowState.KNOWN, house.case)] * 3


async def test_a_client_who_is_known_is_found_and_left_alone_or_filled(desk: Desk) -> None:
    house = desk.house
    await desk.start(await desk.bring(csv_of(LUZ)))
    cases = await desk.count(Case)
    again = ("Ortega, Luz Marina", "", "1999-04-30", "Guatemala", "", "", "", "", "", "")
    # The same number under another name; and the same name and birth date.
    sheet = await desk.bring(csv_of(("L. Ortega", *LUZ[1:]), again))
    assert await desk.states(sheet) == [RowState.KNOWN, RowState.KNOWN]

    skipped = await desk.start(sheet)

    assert await desk.states(skipped) == [RowState.KEPT, RowState.KEPT]
    assert await desk.count(Case) == cases

    empty = await desk.bring(csv_of(("Mateo Rivera Cruz", "A111222333", "", "", "Wyatt", "", "", "", "", "")))
    assert await desk.states(empty) == [RowState.NEW]
    async with house.acting(house.ana) as tx:
        case = await tx.session.get_one(Case, house.case)
        detainee = await tx.session.get_one(Detainee, case.detainee_id)
        detainee.source_ref = "M-1"
    filling = await desk.bring(
        csv_of(("M-1", "A111222333", "Honduras", "Wyatt"), header=("Client ID", "A number", "Nationality", "Facility"))
    )
    assert await desk.states(filling) == [RowState.KNOWN]
    async with house.acting(house.ana) as tx:
        filling = await spreadsheets.choose_known_rule(
            tx, filling.id, KnownRule.FILL, expected_revision=filling.revision
        )
    filled = await desk.start(filling)
    assert await desk.states(filled) == [RowState.FILLED]
    async with house.acting(house.ana) as tx:
        known = await identities.read(tx, detainee)
    # What was known stays; what was empty is filled.
    assert (known.legal_name, known.a_numbers, known.nationality) == ("Mateo Rivera Cruz", ["111222333"], "Honduras")
    assert await desk.count(CustodyStint, CustodyStint.case_id == house.case) == 1


async def test_a_row_that_fails_leaves_nothing_of_itself_and_the_others_go_on(desk: Desk) -> None:
    house = desk.house
    sheet = await desk.bring(csv_of(LUZ, TOMAS))
    # Somebody takes her in by hand between the look and the import.
    async with house.acting(house.ana) as tx:
        from casework import intake

        await intake.take_in_case(
            tx, house.organization, known=identities.Known(legal_name="Luz Ortega", a_numbers=["987654321"])
        )
    cases, notes = await desk.count(Case), await desk.count(Intake)

    done = await desk.start(sheet)

    assert await desk.states(done) == [RowState.FAILED, RowState.MADE]
    assert (await desk.count(Case), await desk.count(Intake)) == (cases + 1, notes + 1)
    [(number, column, said)] = await desk.problems(done)
    assert (number, column) == (2, None)
    assert said.startswith("This A-number belongs to one person, and case C-")


async def test_the_trail_says_who_did_it_and_each_case_is_found_in_it(desk: Desk) -> None:
    house = desk.house
    done = await desk.start(await desk.bring(csv_of(LUZ)))

    async with house.watching() as tx:
        entries = list(
            await tx.session.scalars(select(AuditEntry).where(AuditEntry.request_id == f"sheet-{done.id.hex}"))
        )
    assert {one.actor_id for one in entries} == {house.ana}
    assert {"case.taken_in", "custody.recorded", "hearing.scheduled", "spreadsheet.import_finished"} <= {
        one.act for one in entries
    }


async def test_it_is_stopped_between_two_rows_and_goes_on_where_a_killed_worker_left_it(desk: Desk) -> None:
    house = desk.house
    rows = [(f"Person {name}", f"A20000000{name}", *LUZ[2:5], "", "", "", "", "") for name in range(4)]
    sheet = await desk.bring(csv_of(*rows))
    async with house.acting(house.ana) as tx:
        sheet = await spreadsheets.start_import(tx, sheet.id, expected_revision=sheet.revision)
    await desk.go_on(sheet, steps=2)
    assert (await desk.states(sheet)).count(RowState.MADE) == 2

    async with house.acting(house.ana) as tx:
        stopped = await spreadsheets.cancel_import(tx, sheet.id)

    assert (stopped.state, stopped.done) == (SpreadsheetState.STOPPED, 2)
    await desk.go_on(sheet)
    assert await desk.states(sheet) == [RowState.MADE, RowState.MADE, RowState.NEW, RowState.NEW]


async def test_whoever_may_not_is_refused_and_nothing_changes(desk: Desk, ground: Ground) -> None:
    house = desk.house
    sheet = await desk.bring(csv_of(LUZ))
    other = await house.a_person("Cora Vidal", role=Role.COORDINATOR)
    table = spreadsheets.read_table(csv_of(LUZ), "list.csv")
    assert not isinstance(table, spreadsheets.Choice)
    before = await every_row(ground)

    for person, refusal, verb in (
        (house.luis, NotPermitted, lambda tx: spreadsheets.take_in_spreadsheet(tx, house.organization, "x", table)),
        # A second coordinator does not even see it.
        (other, NotFound, lambda tx: spreadsheets.start_import(tx, sheet.id, expected_revision=sheet.revision)),
        (other, NotFound, lambda tx: spreadsheets.rows_to_hand_back(tx, sheet.id, "en")),
        (house.ana, ChangedMeanwhile, lambda tx: spreadsheets.start_import(tx, sheet.id, expected_revision=99)),
        (house.ana, NotAllowedByState, lambda tx: spreadsheets.cancel_import(tx, sheet.id)),
        (
            house.ana,
            NotAllowedByState,
            lambda tx: spreadsheets.undo_import(tx, sheet.id, expected_revision=sheet.revision),
        ),
    ):
        with pytest.raises(refusal):
            async with house.acting(person) as tx:
                await verb(tx)

    assert await every_row(ground) == before


async def test_nobody_goes_on_in_the_name_of_somebody_who_left(desk: Desk) -> None:
    house = desk.house
    sheet = await desk.bring(csv_of(LUZ))
    async with house.acting(house.ana) as tx:
        sheet = await spreadsheets.start_import(tx, sheet.id, expected_revision=sheet.revision)
    async with house.watching() as tx:
        from schema.organizations import Membership

        for one in await tx.session.scalars(select(Membership).where(Membership.person_id == house.ana)):
            one.ended_at = tx.now
    cases = await desk.count(Case)
    house.clock.forward(minutes=1)

    stopped = await desk.go_on(sheet)

    assert stopped.state is SpreadsheetState.STOPPED
    assert await desk.count(Case) == cases


async def test_no_letter_is_owed_to_anybody_for_rows_of_the_past(desk: Desk) -> None:
    notices = await desk.count(Notice)

    await desk.start(await desk.bring(csv_of(TOMAS)))

    assert await desk.count(Notice) == notices
