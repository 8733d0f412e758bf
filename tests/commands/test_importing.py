"""`presencia import`: what a person at the terminal sees, and that nothing is half-saved."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from casework import actors
from casework.imports import ImportKind
from casework.settings import Settings
from casework.transaction import Database
from commands.importing import import_file
from schema.base import Table
from schema.cases import Case
from schema.organizations import Organization, OrganizationKind

EXCERPTS = Path(__file__).parents[1] / "excerpts"


@pytest.fixture(autouse=True)
async def a_provider(database: Database) -> None:
    async with database.transaction(actors.OPERATOR) as tx:
        tx.session.add(Organization(slug="elm-city", name="Elm City", kind=OrganizationKind.LEGAL_PROVIDER))


async def everything(database: Database) -> dict[str, int]:
    async with database.transaction(actors.OPERATOR) as tx:
        return {
            table: await tx.session.scalar(text(f'select count(*) from "{table}"')) or 0
            for table in Table.metadata.tables
        }


async def test_a_file_is_read_and_the_tally_said(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    first = await import_file(settings, ImportKind.PEOPLE, EXCERPTS / "people.csv", "elm-city")
    second = await import_file(settings, ImportKind.PEOPLE, EXCERPTS / "people.csv", "elm-city")

    assert (first, second) == (0, 0)
    assert capsys.readouterr().out.splitlines() == [
        "people: 4 rows, 4 new, 0 changed, 0 unchanged.",
        "people: 4 rows, 0 new, 0 changed, 4 unchanged.",
    ]


async def test_a_dry_run_says_what_would_happen_and_changes_nothing(
    settings: Settings, database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    before = await everything(database)

    code = await import_file(settings, ImportKind.PEOPLE, EXCERPTS / "people.csv", "elm-city", dry_run=True)

    assert code == 0
    assert capsys.readouterr().out.splitlines() == [
        "people: 4 rows, would be 4 new, 0 changed, 0 unchanged.",
        "This was a dry run: nothing was saved.",
    ]
    assert await everything(database) == before


async def test_problems_are_listed_by_row_and_column_and_nothing_changes(
    settings: Settings, database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "people.csv"
    path.write_text("person_id,a_number,dob\nA,A012345678,1990-01-05\n" + "B,A12,31/31/1990\n" * 30)
    before = await everything(database)

    code = await import_file(settings, ImportKind.PEOPLE, path, "elm-city")

    lines = capsys.readouterr().err.splitlines()
    assert code == 1
    assert lines[0].strip() == (
        "row 3, a_number: this is not an A-number: it has seven to nine digits, such as A012345678."
    )
    assert lines[1].strip().startswith('row 3, dob: "31/31/1990" has no month 31')
    assert lines[-2].strip() == "… and 20 more."
    assert lines[-1] == "Nothing was imported: 60 problems in 30 rows. Mend the file and import it again."
    assert await everything(database) == before


@pytest.mark.parametrize(
    ("slug", "sentence"),
    [
        ("nobody", 'No legal provider is called "nobody". There are: elm-city.'),
        (None, "Say whose people these are: --organization SLUG."),
    ],
)
async def test_people_need_an_organization_and_nothing_changes(
    settings: Settings, database: Database, slug: str | None, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = await everything(database)

    assert await import_file(settings, ImportKind.PEOPLE, EXCERPTS / "people.csv", slug) == 1

    assert capsys.readouterr().err.strip() == sentence
    assert await everything(database) == before


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Excel format"),
        (b"person_id,name\nA,Mu\x81oz\n", "CSV UTF-8"),
        (b"Our clients 2025,,,\nperson_id,name,dob,x\n", "looks like a title or merged cells"),
        (b"person_id\n", "has a header and no rows"),
        (b"town,weather\nDerby,rain\n", "No column gives the person's id"),
    ],
)
async def test_a_file_that_is_none_gets_a_sentence_and_no_trace(
    settings: Settings,
    database: Database,
    tmp_path: Path,
    content: bytes,
    sentence: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(content)

    assert await import_file(settings, ImportKind.PEOPLE, path, "elm-city") == 1

    said = capsys.readouterr().err
    assert sentence in said and "Traceback" not in said
    async with database.transaction(actors.OPERATOR) as tx:
        assert await tx.session.scalar(select(func.count()).select_from(Case)) == 0
