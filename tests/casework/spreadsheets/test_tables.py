"""Tables as people and programs write them, and files that are meant to hurt."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

import pytest

from casework import spreadsheets
from casework.imports.problems import CellProblem, FileRefused
from casework.refusals import Invalid
from casework.spreadsheets import Choice, columns, dates
from casework.spreadsheets.tables import Received
from casework.table_files import guarded
from tests.casework.spreadsheets.desk import HEADER, LUZ, csv_of, xlsx_of


def read(content: bytes, tab: str | None = None) -> Received:
    found = spreadsheets.read_table(content, "../list", tab)
    assert isinstance(found, Received)
    return found


def refused(content: bytes) -> str:
    with pytest.raises((FileRefused, Invalid)) as refusal:
        spreadsheets.read_table(content, "list")
    return refusal.value.message


def test_a_workbook_with_titles_above_its_columns_is_read_as_it_was_typed() -> None:
    book = xlsx_of(
        {"Clients": [["Elm City clients 2025"], [], list(HEADER), [*LUZ[:2], 36280, *LUZ[3:5], 46359.375, *LUZ[6:]]]},
        merged=[(0, 0, 0, 5, "Elm City clients 2025")],
    )

    table = read(book)

    assert table.header == list(HEADER)
    [(number, cells)] = table.rows
    assert (number, cells[2], cells[5]) == (4, "36280", "46359.375")


def test_of_several_sheets_one_is_chosen() -> None:
    book = xlsx_of({"2024": [["Name"], ["Old"]], "empty": [], "2025": [["Name", "A#"], ["Luz", "A1234567"]]})

    assert spreadsheets.read_table(book, "book") == Choice(["2024", "2025"])
    assert read(book, "2025").rows == [(2, ["Luz", "A1234567"])]
    with pytest.raises(Invalid):
        spreadsheets.read_table(book, "book", "2023")


def test_windows_text_with_semicolons_is_read_with_its_accents() -> None:
    table = read("Nombre;Apellidos;Número A\nTomás;Peña Núñez;A123456789\n".encode("cp1252"))

    assert table.rows == [(2, ["Tomás", "Peña Núñez", "A123456789"])]


def test_files_that_are_no_tables_are_refused_with_a_sentence() -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (300 * 1024 * 1024))
    merged = xlsx_of({"a": [["Name", "A#", "Court"], ["Luz", "1", "2"]]}, merged=[(0, 0, 0, 1, "Who")])

    assert "unpacks to" in refused(bomb.getvalue())
    assert refused(b"") == "list is empty."
    assert "not a readable XLSX" in refused(b"PK\x03\x04 and nothing else")
    assert "not a table of text" in refused(b"GIF89a\x00\x01\x02\x00")
    assert "password" in refused(b"\xd0\xcf\x11\xe0" + b"\0" * 100)
    assert "merged cells" in refused(merged)
    assert "more than 20,000 rows" in refused(csv_of(*[LUZ] * 20_001))
    assert "no rows" in refused(csv_of())
    assert "longer than 5,000 letters" in refused(csv_of(("x" * 5_001, *LUZ[1:])))
    assert "more than 80 columns" in refused(csv_of(["x"] * 81, header=[f"c{n}" for n in range(81)]))


def test_columns_are_known_by_the_names_people_give_them_in_two_languages() -> None:
    assert columns.proposed(HEADER) == [
        "full_name", "a_number", "birth_date", "nationality", "facility", "hearing_date", "hearing_time", "court",
        "attorney", "notes",
    ]  # fmt: skip
    spanish = ["NOMBRE", "Apellidos", "Fecha de Nacimiento", "Próxima audiencia", "Abogado/a", "Color"]
    assert columns.proposed(spanish) == [
        "given_names", "surnames", "birth_date", "hearing_date", "attorney", "",
    ]  # fmt: skip
    # A slip of the finger is understood; nothing is meant twice.
    assert columns.proposed(["Alien nubmer", "A Number", "Cuort date"]) == ["", "a_number", "hearing_date"]


@pytest.mark.parametrize(
    ("words", "day_first", "meant"),
    [
        ("3/8/2026", False, datetime(2026, 3, 8)),
        ("3/8/2026", True, datetime(2026, 8, 3)),
        ("25.12.2025 13:30", None, None),
        ("25/12/2025 1:30 pm", True, datetime(2025, 12, 25, 13, 30)),
        ("46089", None, datetime(2026, 3, 8)),
        ("46089.375", None, datetime(2026, 3, 8, 9)),
        ("8 de marzo de 2026", None, datetime(2026, 3, 8)),
        ("Monday, March 9, 2026 at 9:00 AM", None, datetime(2026, 3, 9, 9)),
        ("9-Mar-26", None, datetime(2026, 3, 9)),
        ("2026-03-09T09:00", None, datetime(2026, 3, 9, 9)),
        ("31/02/2026", True, None),
        ("02/30/2026", False, None),
        ("soon", None, None),
        ("1/1/20260", False, None),
        ("99/99/9999", True, None),
    ],
)  # fmt: skip
def test_days_are_read_as_they_are_written(words: str, day_first: bool | None, meant: datetime | None) -> None:
    if meant is None:
        with pytest.raises(CellProblem):
            dates.moment(words, day_first=day_first)
    else:
        assert dates.moment(words, day_first=day_first).wall == meant


def test_a_year_of_two_digits_is_past_where_somebody_was_born() -> None:
    born = dates.moment("5/31/48", day_first=False, past=True, today=date(2026, 11, 23))

    assert born.wall == datetime(1948, 5, 31)


def test_dates_show_which_comes_first_or_somebody_is_asked() -> None:
    assert dates.order_of(["3/4/2026", "25/4/2026"]) is dates.Order.DAY
    assert dates.order_of(["3/4/2026", "4/25/2026"]) is dates.Order.MONTH
    assert dates.order_of(["3/4/2026", "5/5/2026", "2026-01-02"]) is dates.Order.UNKNOWN
    assert dates.order_of(["5/5/2026", "March 3, 2026"]) is dates.Order.NONE


def test_a_cell_that_would_run_as_a_formula_is_handed_back_as_text() -> None:
    assert [guarded(one) for one in ("=cmd|' /C calc'!A0", "+1", "-1", "@x", "Luz")] == [
        "'=cmd|' /C calc'!A0", "'+1", "'-1", "'@x", "Luz",
    ]  # fmt: skip
