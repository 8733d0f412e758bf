"""Reading tables: what can be read without guessing is read, the rest gets a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter

from casework.imports import tables
from casework.imports.problems import FileRefused

ROWS = "id,name\n1,José Peña\n2,Zoë\n"


def written(folder: Path, content: bytes | str, name: str = "file.csv") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def cells(path: Path) -> list[list[object]]:
    return [list(row) for _, row in tables.read(path).rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_is_read_in_the_encoding_it_shows(tmp_path: Path, encoding: str) -> None:
    path = written(tmp_path, ROWS.encode(encoding))

    assert cells(path) == [["1", "José Peña"], ["2", "Zoë"]]


def test_windows_text_is_read_with_a_remark_that_names_the_line(tmp_path: Path) -> None:
    table = tables.read(written(tmp_path, ROWS.encode("cp1252")))

    assert [list(row) for _, row in table.rows] == [["1", "José Peña"], ["2", "Zoë"]]
    assert table.remarks == [
        "The file is not UTF-8; it was read as Windows text (1252). Look at the accents, first in line 2."
    ]


def test_an_encoding_that_would_be_a_guess_is_refused_with_the_line(tmp_path: Path) -> None:
    path = written(tmp_path, b"id,name\n1,Ana\n2," + b"Mu\x81oz\n")

    with pytest.raises(FileRefused, match=r"line 3 holds a character \(byte 0x81\).*CSV UTF-8"):
        tables.read(path)


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_any_common_delimiter_is_found(tmp_path: Path, mark: str) -> None:
    path = written(tmp_path, mark.join(["id", "name", "place"]) + "\n" + mark.join(["1", "Ana", "Bridgeport"]) + "\n")

    assert cells(path) == [["1", "Ana", "Bridgeport"]]


def test_a_quoted_cell_may_hold_lines_and_commas_and_rows_keep_their_numbers(tmp_path: Path) -> None:
    path = written(tmp_path, 'id,told\n1,"First line,\nsecond line"\n\n2,x\n')

    assert list(tables.read(path).rows) == [(2, ["1", "First line,\nsecond line"]), (4, ["2", "x"])]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b"\n\n \n", "holds no rows"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "is not a table of text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Excel format or has a password"),
        (b"PK\x03\x04 not a zip", "is not a readable XLSX file"),
        (b'id,name\n1,"never closed\n2,x\n', "quotation mark that is opened and never closed"),
        (b"id,name,name\n1,a,b\n", 'Two columns are called "name" \\(B and C\\)'),
        (b"Clients 2025,,,,\nid,name,a,b,c\n", "looks like a title or merged cells"),
    ],
)
def test_what_is_no_table_gets_a_sentence(tmp_path: Path, content: bytes, sentence: str) -> None:
    with pytest.raises(FileRefused, match=sentence):
        cells(written(tmp_path, content))


def test_a_file_that_is_not_there_and_a_folder_get_sentences(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="cannot be read: No such file"):
        tables.read(tmp_path / "nowhere.csv")
    with pytest.raises(FileRefused, match="is a folder"):
        tables.read(tmp_path)


def test_a_file_of_200_megabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.write(b"person_id,a_number\n")
        # Sparse: it costs no disk.
        file.truncate(200 * 1000 * 1000)

    with pytest.raises(FileRefused, match=r"large\.csv is 200 MB\. At most 67 MB is read at once: split the file"):
        tables.read(path)


def test_more_rows_than_are_held_at_once_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MOST_ROWS", 3)
    path = written(tmp_path, "id\n1\n2\n3\n4\n")

    with pytest.raises(FileRefused, match="has more than 3 rows"):
        cells(path)


def workbook(path: Path, *, merged: bool = False) -> Path:
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Clients")
    start = 0
    if merged:
        sheet.merge_range("A1:B1", "Person", book.add_format())
        sheet.write(0, 2, "When")
    else:
        sheet.write_row(0, 0, ["Client ID", "A#", "DOB"])
    start += 1
    sheet.write_row(start, 0, ["17", 12345678])
    sheet.write_formula(start, 2, "=A9", None, "2007-05-31")
    sheet.write_formula(start + 1, 0, "=1/0", None, "#DIV/0!")
    sheet.write_formula(start + 1, 1, "=NA()", None, "#N/A")
    sheet.write_formula(start + 1, 2, "=VLOOKUP(1,B:B,1)", None, "")
    book.add_worksheet("Notes").write(0, 0, "not this one")
    book.close()
    return path


def test_a_sheet_gives_the_values_of_its_formulas_and_the_names_of_their_errors(tmp_path: Path) -> None:
    table = tables.read(workbook(tmp_path / "clients.xlsx"))
    first, second = table.rows

    assert table.header == ["Client ID", "A#", "DOB"]
    assert first == (2, ["17", 12345678.0, "2007-05-31"])
    assert second == (3, ["#DIV/0!", "#N/A", ""])
    assert table.remarks == ['Only the sheet "Clients" was read.']


def test_a_table_that_begins_in_the_middle_of_a_sheet_keeps_its_columns(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(tmp_path / "middle.xlsx")
    sheet = book.add_worksheet()
    sheet.write_row(2, 1, ["Client ID", "DOB"])
    sheet.write_row(4, 1, ["17", "2007-05-31"])
    sheet.write_formula(5, 2, "=1/0", None, "#DIV/0!")
    book.close()

    table = tables.read(tmp_path / "middle.xlsx")

    assert table.header == ["", "Client ID", "DOB"]
    assert list(table.rows) == [(5, ["", "17", "2007-05-31"]), (6, ["", "", "#DIV/0!"])]


def test_merged_header_cells_are_refused_by_their_place(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match=r"Row 1 names the columns, but holds merged cells \(A1:B1\)\. Unmerge them"):
        tables.read(workbook(tmp_path / "merged.xlsx", merged=True))


def test_a_sheet_that_unpacks_to_more_than_is_held_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "LARGEST_UNPACKED", 1000)

    with pytest.raises(FileRefused, match="unpacks to"):
        tables.read(workbook(tmp_path / "bomb.xlsx"))
