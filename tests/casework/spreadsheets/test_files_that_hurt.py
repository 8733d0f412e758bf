"""Workbooks made to bring the house down: each is refused with a sentence, and the reader lives."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile

import pytest

from casework import spreadsheets
from casework.imports import bearing
from casework.imports.problems import FileRefused
from casework.refusals import Invalid
from casework.spreadsheets import tables
from casework.spreadsheets.tables import Received
from tests.casework.spreadsheets.desk import xlsx_of

_SHEET = "xl/worksheets/sheet1.xml"
_PLAIN = {"Clients": [["Name", "A#"], ["Luz", "A1234567"]]}
#: Reads a file as the door does, with so little time and memory that no test machine falls with it.
_READS = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
from casework import spreadsheets
try:
    print(spreadsheets.read_table(sys.stdin.buffer.read(), "list"))
except Exception as refusal:
    print(type(refusal).__name__, refusal)
"""


def with_part(name: str, before: str, put: bytes) -> bytes:
    """A good workbook, in one part of which something stands before a piece of it."""
    into = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(xlsx_of(_PLAIN))) as good,
        zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for one in good.namelist():
            content = good.read(one)
            made.writestr(one, content.replace(before.encode(), put + before.encode(), 1) if one == name else content)
    return into.getvalue()


def said_apart(content: bytes) -> str:
    """What is said of it by a process that may fall."""
    ended = subprocess.run(
        [sys.executable, "-c", _READS], input=content, capture_output=True, timeout=120, check=False
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr.decode()[-300:]
    return ended.stdout.decode()


def test_a_cell_at_the_far_end_of_a_sheet_is_refused_and_the_reader_lives() -> None:
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'

    assert "takes more to be read than it may" in said_apart(with_part(_SHEET, "</sheetData>", far))


@pytest.mark.parametrize(
    "endless",
    [b'<c r="A1">', b'<c r="A1"', b'<c r="A1"><f ', b'<c r="A1"><f>'],
    ids=["cells", "tags", "formulas", "texts"],
)
def test_cells_that_never_end_take_no_more_time_than_others(endless: bytes) -> None:
    # In a comment, which the reader passes by; "<f" has it looked at, because a formula may have no value yet.
    content = with_part(_SHEET, "</worksheet>", b"<!-- <f " + endless * 100_000 + b"-->")

    assert "Received" in said_apart(content)


def test_one_cell_of_formulas_that_never_end_takes_no_more_time_than_another() -> None:
    content = with_part(_SHEET, "</worksheet>", b'<!-- <c r="A1">' + b"<f" * 400_000 + b"</c> -->")

    assert "Received" in said_apart(content)


def test_a_long_list_of_parts_is_no_workbook() -> None:
    many = with_part("xl/workbook.xml", "</workbook>", b"<a/>" * 400_000)

    with pytest.raises(FileRefused, match="not a readable XLSX"):
        spreadsheets.read_table(many, "list")


def test_a_text_that_is_shown_again_and_again_is_refused_as_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    # The bound itself is 32 million letters: a book that passes it would take the test longer than it tells.
    monkeypatch.setattr(tables, "MOST_LETTERS", 100_000)
    book = xlsx_of({"a": [["Name", "A#"], *[["x" * 4_000, "1"]] * 30]})

    with pytest.raises(Invalid, match="more than 100,000 letters"):
        spreadsheets.read_table(book, "list")


def test_what_a_file_is_called_stands_in_no_list_of_processes() -> None:
    source = re.sub(r"\s+", " ", bearing._APART)

    assert "sys.argv" not in source and "sys.stdin" in source
    found = spreadsheets.read_table(xlsx_of(_PLAIN), "Luz Ortega '; import os")
    assert isinstance(found, Received) and found.rows == [(2, ["Luz", "A1234567"])]
