"""People from files: cases of one organization, sealed, known again by the file's own id."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import xlsxwriter
from sqlalchemy import select, text

from casework import actors, identities, intake
from casework.identities import Known
from casework.imports import FileRefused, ImportKind, RowsRefused
from casework.refusals import Invalid
from casework.transaction import Transaction
from schema.audit import AuditEntry
from schema.cases import Case, CustodyStatus, Intake, Stage
from schema.detainees import Detainee, DetaineeNumber, NameToken
from schema.imports import Import
from schema.proceedings import Proceeding
from tests.casework.imports.rooms import EXCERPTS, Room
from tests.clock import NOW


def a_file(folder: Path, *rows: str, header: str = "person_id,a_number,birth_year,lang_code,name") -> Path:
    path = folder / "people.csv"
    path.write_text("\n".join([header, *rows]) + "\n")
    return path


async def known(tx: Transaction, ref: str) -> tuple[Case, Detainee, Known]:
    case = (await tx.session.scalars(select(Case).where(Case.source_ref == ref))).one()
    detainee = await tx.session.get_one(Detainee, case.detainee_id)
    return case, detainee, await identities.read(tx, detainee)


async def test_each_person_becomes_a_case_with_their_facts_sealed(room: Room) -> None:
    (tally,) = await room.excerpts("people")

    async with room.database.transaction(actors.OPERATOR) as tx:
        case, detainee, facts = await known(tx, "P1")
        assert (facts.a_numbers, facts.birth_date, facts.nationality, facts.gender) == (
            ["900000011"],
            "1990",
            "GUATEMALA",
            "Male",
        )
        assert (detainee.language, detainee.public_name) == ("SP", None)
        assert (case.stage, case.custody_status) == (Stage.INTAKE, CustodyStatus.IN_CUSTODY)
        dump = str((await tx.session.execute(text("select * from identities, detainee_numbers"))).all())
        assert "GUATEMALA" not in dump and "900000011" not in dump
    assert (tally.added, tally.changed, tally.unchanged) == (4, 0, 0)


async def test_status_and_process_decide_stage_and_proceedings(room: Room) -> None:
    await room.excerpts("people")

    async with room.database.transaction(actors.OPERATOR) as tx:
        stages = {
            ref: (stage, status)
            for ref, stage, status in await tx.session.execute(select(Case.source_ref, Case.stage, Case.custody_status))
        }
        opened = await tx.session.execute(
            select(Case.source_ref, Proceeding.kind).join(Proceeding).order_by(Case.source_ref, Proceeding.kind)
        )
        kinds = [(ref, kind.value) for ref, kind in opened]
    assert stages == {
        "P1": (Stage.INTAKE, CustodyStatus.IN_CUSTODY),
        "P2": (Stage.AFTER_RELEASE, CustodyStatus.RELEASED),
        "P3": (Stage.CLOSED, CustodyStatus.REMOVED),
        "P4": (Stage.INTAKE, CustodyStatus.OTHER_AGENCY),
    }
    assert kinds == [
        ("P1", "removal"),
        ("P2", "credible_fear_review"),
        ("P2", "removal"),
        ("P4", "reasonable_fear_review"),
    ]


async def test_the_eighteenth_birthday_ends_being_a_minor(room: Room, tmp_path: Path) -> None:
    today = NOW.date()
    born = [today.replace(year=today.year - 18) + timedelta(days=days) for days in (-1, 0, 1)]

    await room.read(ImportKind.PEOPLE, a_file(tmp_path, *(f"{day},,{day},SP," for day in born)))

    async with room.database.transaction(actors.OPERATOR) as tx:
        minors = dict((await tx.session.execute(select(Detainee.source_ref, Detainee.minor))).all())
    assert [minors[str(day)] for day in born] == [False, False, True]


async def test_a_minor_starts_with_no_publicity_and_so_does_one_who_may_be(room: Room, tmp_path: Path) -> None:
    await room.read(ImportKind.PEOPLE, a_file(tmp_path, "A,,2009,SP,", "B,,2008,SP,", "C,,2007,SP,"))

    async with room.database.transaction(actors.OPERATOR) as tx:
        found = {
            ref: (minor, quiet)
            for ref, minor, quiet in await tx.session.execute(
                select(Case.source_ref, Detainee.minor, Case.no_publicity).join(
                    Detainee, Detainee.id == Case.detainee_id
                )
            )
        }
    assert found == {"A": (True, True), "B": (False, True), "C": (False, False)}


async def test_the_same_file_again_changes_nothing_whatever_was_done_meanwhile(room: Room) -> None:
    await room.excerpts("people")
    async with room.database.transaction(actors.OPERATOR) as tx:
        _, detainee, facts = await known(tx, "P1")
        facts.legal_name = "Typed In The Product"
        await identities.write(tx, detainee, facts)
    before = await room.everything()

    (tally,) = await room.excerpts("people")

    after = await room.everything()
    async with room.database.transaction(actors.OPERATOR) as tx:
        _, _, facts = await known(tx, "P1")
    assert (tally.added, tally.changed, tally.unchanged) == (0, 0, 4)
    assert facts.legal_name == "Typed In The Product"
    # The import itself is remembered, and is in the trail; nothing else.
    assert after == before | {"imports": before["imports"] + 1, "audit_entries": before["audit_entries"] + 1}


async def test_news_of_a_person_replaces_what_the_file_said_and_keeps_what_it_does_not(
    room: Room, tmp_path: Path
) -> None:
    await room.read(ImportKind.PEOPLE, a_file(tmp_path, "A,A012345678,1990,SP,"))
    async with room.database.transaction(actors.OPERATOR) as tx:
        _, detainee, facts = await known(tx, "A")
        facts.country_of_birth = "Belize"
        await identities.write(tx, detainee, facts)

    tally = await room.read(ImportKind.PEOPLE, a_file(tmp_path, "A,A012345678,1991,QUI,Inés Poot"))

    async with room.database.transaction(actors.OPERATOR) as tx:
        _, detainee, facts = await known(tx, "A")
    assert (tally.added, tally.changed) == (0, 1)
    assert (facts.legal_name, facts.birth_date, facts.country_of_birth, detainee.language) == (
        "Inés Poot",
        "1991",
        "Belize",
        "QUI",
    )


async def test_whoever_is_in_the_product_already_is_recognised_by_a_number_and_left_alone(
    room: Room, tmp_path: Path
) -> None:
    async with room.database.transaction(actors.OPERATOR) as tx:
        case = await intake.take_in_case(
            tx, room.organization, known=Known(legal_name="Inés Poot", a_numbers=["A012345678"]), language="es"
        )
    people = a_file(tmp_path, "A,A012345678,1990,SP,Somebody Else")

    tally = await room.read(ImportKind.PEOPLE, people)
    again = await room.read(ImportKind.PEOPLE, people)

    async with room.database.transaction(actors.OPERATOR) as tx:
        found, _, facts = await known(tx, "A")
    assert (tally.added, tally.unchanged, again.unchanged) == (0, 1, 1)
    assert (found.id, facts.legal_name, facts.birth_date) == (case.id, "Inés Poot", None)
    assert "had a case already" in tally.remarks[-1]


async def test_an_office_sheet_with_its_own_words_is_understood(room: Room) -> None:
    tally = await room.read(ImportKind.PEOPLE, EXCERPTS / "office_sheet.csv")

    async with room.database.transaction(actors.OPERATOR) as tx:
        _, mateo, facts = await known(tx, "17")
        _, _, second = await known(tx, "18")
        token = tx.vault.name_token(room.organization.hex, "rivera")
        found = list(await tx.session.scalars(select(NameToken.detainee_id).where(NameToken.token == token)))
    assert (facts.legal_name, facts.birth_date, facts.a_numbers) == ("Rivera Cruz, Mateo", "2007-05-31", ["012345678"])
    assert second.a_numbers == ["008765432"]
    assert found == [mateo.id]
    assert tally.remarks == ["Not read: Volunteer."]


async def test_the_import_is_in_the_trail_with_every_case_it_made(room: Room) -> None:
    await room.excerpts("people")

    async with room.database.transaction(actors.OPERATOR) as tx:
        entry = (await tx.session.scalars(select(AuditEntry).where(AuditEntry.act == "people.imported"))).one()
        made = (await tx.session.scalars(select(Import))).one()
        cases = set(await tx.session.scalars(select(Case.id)))
    assert set(entry.records) == {made.id} | cases
    assert entry.after == {"rows": 4, "added": 4, "changed": 0, "unchanged": 0}


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (["A,A12345,1990,SP,"], "row 2, a_number: this is not an A-number"),
        (["A,A012345678,1990,SP,", "A,A012345679,1991,SP,"], 'row 3, person_id: "A" stands in row 2 already.'),
        (["A,A012345678,1990,SP,", "B,A012345678,1991,SP,"], "row 3, a_number: row 2 carries the same A-number."),
        ([",,1990,SP,"], "row 2, person_id: an id or an A-number is needed"),
        (["A,A012345678,soon,SP,"], 'row 2, birth_year: "soon" is not a time'),
        (["A,#REF!,1990,SP,"], "row 2, a_number: the formula in this cell ends in an error"),
    ],
)
async def test_a_bad_row_refuses_the_whole_file_and_nothing_changes(
    room: Room, tmp_path: Path, rows: list[str], sentence: str
) -> None:
    before = await room.everything()

    with pytest.raises(RowsRefused) as refused:
        await room.read(ImportKind.PEOPLE, a_file(tmp_path, "Z,A099999999,1988,SP,Sound Row", *rows))

    # The sound row is row 2, so every other is one further down.
    assert sentence.replace("row 3", "row 4").replace("row 2", "row 3") in str(refused.value.problems[0])
    assert await room.everything() == before


async def test_a_number_of_somebody_else_is_refused_and_nothing_changes(room: Room, tmp_path: Path) -> None:
    await room.read(ImportKind.PEOPLE, a_file(tmp_path, "A,A012345678,1990,SP,", "B,A012345679,1990,SP,"))
    before = await room.everything()

    with pytest.raises(RowsRefused, match="1 problem in 1 row"):
        await room.read(ImportKind.PEOPLE, a_file(tmp_path, "C,A012345678,1990,SP,"))

    assert await room.everything() == before


async def test_a_public_name_with_a_surname_in_it_is_refused_and_nothing_changes(room: Room, tmp_path: Path) -> None:
    before = await room.everything()
    people = a_file(tmp_path, "A,Mateo Rivera,Mateo Rivera", header="person_id,legal_name,public_name")

    with pytest.raises(RowsRefused) as refused:
        await room.read(ImportKind.PEOPLE, people)

    assert "surname" in refused.value.problems[0].message.lower()
    assert await room.everything() == before


async def test_a_thousand_broken_rows_are_all_counted_and_nothing_changes(room: Room, tmp_path: Path) -> None:
    before = await room.everything()

    with pytest.raises(RowsRefused) as refused:
        await room.read(ImportKind.PEOPLE, a_file(tmp_path, *(f"P{n},A12,soon,SP," for n in range(1000))))

    assert refused.value.message == (
        "Nothing was imported: 2,000 problems in 1,000 rows. Mend the file and import it again."
    )
    assert len(refused.value.problems) == 100
    assert await room.everything() == before


async def test_a_missing_column_is_named_with_what_it_may_be_called(room: Room, tmp_path: Path) -> None:
    before = await room.everything()

    with pytest.raises(FileRefused) as refused:
        await room.read(ImportKind.PEOPLE, a_file(tmp_path, "x,y", header="persom id,town"))

    assert refused.value.message == (
        'No column gives the person\'s id in your files. Call one "person id" or "a number". '
        'Is it "persom id"? The file has: persom id, town.'
    )
    assert await room.everything() == before


@pytest.mark.parametrize("slug", ["nobody", "neighbors"])
async def test_people_go_only_to_a_legal_provider_that_is_named(room: Room, slug: str) -> None:
    before = await room.everything()

    with pytest.raises(Invalid, match="There are: elm-city"):
        await room.read(ImportKind.PEOPLE, EXCERPTS / "people.csv", slug=slug)

    assert await room.everything() == before


async def test_a_person_without_an_id_is_known_again_by_their_number(room: Room, tmp_path: Path) -> None:
    people = a_file(tmp_path, "A012345678,1990", header="a_number,birth_year")
    await room.read(ImportKind.PEOPLE, people)

    again = await room.read(ImportKind.PEOPLE, people)

    assert (again.added, again.unchanged) == (0, 1)
    assert await room.count(DetaineeNumber) == 1


def a_workbook(path: Path, *, broken: bool = False) -> Path:
    """What an office keeps: numbers as numbers, dates as dates, a formula here and there."""
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Clients")
    as_date = book.add_format({"num_format": "m/d/yyyy"})
    sheet.write_row(0, 0, ["Client ID", "A#", "Name", "DOB", "Language", "Arrest Date"])
    sheet.write_row(1, 0, [17, 12345678, "Inés Poot"])
    sheet.write_datetime(1, 3, datetime(1990, 5, 31), as_date)
    sheet.write_formula(1, 4, '=UPPER("spanish")', None, "SPANISH")
    sheet.write_datetime(1, 5, datetime(2026, 6, 1, 8, 30), as_date)
    if broken:
        sheet.write_row(2, 0, [18, 87654321, "Noé Can"])
        sheet.write_formula(2, 3, "=VLOOKUP(A3,Z:Z,1)", None, "#N/A")
        sheet.write_formula(2, 4, "=1/0", None, "#DIV/0!")
    book.close()
    return path


async def test_a_spreadsheet_is_read_with_its_numbers_dates_and_formulas(room: Room, tmp_path: Path) -> None:
    tally = await room.read(ImportKind.PEOPLE, a_workbook(tmp_path / "clients.xlsx"))

    async with room.database.transaction(actors.OPERATOR) as tx:
        case, detainee, facts = await known(tx, "17")
        intake_ = await tx.session.get_one(Intake, case.id)
    assert tally.added == 1
    assert (facts.legal_name, facts.birth_date, facts.a_numbers) == ("Inés Poot", "1990-05-31", ["012345678"])
    assert detainee.language == "SP"
    # Typed without a zone: the organization's, New Haven's.
    assert intake_.arrested_at == datetime(2026, 6, 1, 12, 30, tzinfo=UTC)


async def test_formulas_that_ended_in_errors_are_named_by_row_and_column_and_nothing_changes(
    room: Room, tmp_path: Path
) -> None:
    before = await room.everything()

    with pytest.raises(RowsRefused) as refused:
        await room.read(ImportKind.PEOPLE, a_workbook(tmp_path / "clients.xlsx", broken=True))

    assert [str(problem) for problem in refused.value.problems] == [
        "row 3, DOB: the formula in this cell ends in an error (#N/A). Type the value instead.",
        "row 3, Language: the formula in this cell ends in an error (#DIV/0!). Type the value instead.",
    ]
    assert await room.everything() == before
