"""Reading a table from a file somebody saved: CSV in whatever encoding, or XLSX.

A coordinator exports last year's spreadsheet and hands it over. It may be UTF-8 or what Windows wrote in 2009, use
commas or semicolons, open with a title, or hold formulas. Whatever can be read without guessing is read; for the rest
the answer is a sentence, never half a table.
"""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

import python_calamine

from casework.imports.bearing import bears_reading
from casework.imports.headers import Cell, Row, filled, header_in, header_under_titles
from casework.imports.problems import FileRefused
from casework.language import Sentence

#: Larger files are refused with a sentence: at most this much text, and this many rows, is held at once.
LARGEST_FILE = 64 * 1024 * 1024
MOST_ROWS = 250_000
#: An XLSX is a zip: a small file may unpack to anything.
LARGEST_UNPACKED = 256 * 1024 * 1024
#: Of a workbook's lists of its parts: a thousand sheets are named in a tenth of it.
LARGEST_LIST = 1024 * 1024

_DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}


@dataclass
class Table:
    """The rows of one file: a header, and numbered rows as the spreadsheet program numbers them."""

    header: list[str]
    rows: Iterator[Row]
    #: About how many rows there are, for the progress bar.
    expected: int
    #: Things to look at which do not stop the import.
    remarks: list[str] = field(default_factory=list)


def read(path: Path, tab: str | None = None, *, after_titles: bool = False) -> Table:
    """Open a file as a table: of a workbook the sheet of that name, or the first with rows. ``after_titles`` looks past
    lines above the row that names the columns. Raises :class:`FileRefused` with a sentence when it is none, or too
    large.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(4096)
    except IsADirectoryError as error:
        raise FileRefused(f"{path} is a folder. Name a CSV or XLSX file.") from error
    except OSError as error:
        raise FileRefused(f"{path} cannot be read: {error.strerror}.") from error
    if size == 0:
        raise FileRefused(Sentence("{file} is empty.", file=path.name))
    if size > LARGEST_FILE:
        raise FileRefused(
            f"{path.name} is {size / 1e6:,.0f} MB. At most {LARGEST_FILE / 1e6:,.0f} MB is read at once: "
            "split the file and import the parts one after the other."
        )
    if start.startswith(b"PK\x03\x04"):
        return _workbook(path, tab, after_titles)
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        raise FileRefused(
            Sentence(
                "{file} is in the old Excel format or has a password. Save it as .xlsx or as CSV UTF-8, without one.",
                file=path.name,
            )
        )
    return _text(path, start, after_titles)


def tabs(path: Path) -> list[str]:
    """The sheets of a workbook that hold rows; none of a file that is no workbook. Raises nothing: whatever is wrong
    with the file, :func:`read` says.
    """
    try:
        with path.open("rb") as file:
            if not file.read(4).startswith(b"PK\x03\x04") or _unpacked(path) > LARGEST_UNPACKED:
                return []
        if not bears_reading(path):
            return []
        book = python_calamine.CalamineWorkbook.from_path(path)
        return [about.name for about in _sheets(book) if book.get_sheet_by_name(about.name).height]
    except (python_calamine.CalamineError, zipfile.BadZipFile, KeyError, OSError):
        return []


def _unpacked(path: Path) -> int:
    with zipfile.ZipFile(path) as archive:
        return sum(entry.file_size for entry in archive.infolist())


def _sheets(book: python_calamine.CalamineWorkbook) -> list[python_calamine.SheetMetadata]:
    return [one for one in book.sheets_metadata if one.typ == python_calamine.SheetTypeEnum.WorkSheet]


# CSV.


def _text(path: Path, start: bytes, after_titles: bool = False) -> Table:
    encoding, remark = _encoding(path, start)
    delimiter = _delimiter(path, encoding)
    rows = _text_rows(path, encoding, delimiter)
    header = header_under_titles(path, rows) if after_titles else header_in(path, rows)
    with path.open("rb") as file:
        expected = sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(1 << 20), b""))
    return Table(header, _bounded(path, rows), expected, [remark] if remark else [])


def _encoding(path: Path, start: bytes) -> tuple[str, str | None]:
    """The encoding to read with, and a remark when it was guessed."""
    if start.startswith(b"\xef\xbb\xbf"):
        return _proved(path, "utf-8-sig"), None
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _proved(path, "utf-16"), None
    if b"\0" in start:
        # Text without a byte order mark in which every second byte is nothing is UTF-16.
        odd, even = start[1::2].count(0), start[0::2].count(0)
        if odd > len(start) // 4 and even == 0:
            return _proved(path, "utf-16-le"), None
        if even > len(start) // 4 and odd == 0:
            return _proved(path, "utf-16-be"), None
        raise FileRefused(
            Sentence("{file} is not a table of text. Save the spreadsheet as .xlsx or as CSV UTF-8.", file=path.name)
        )
    line, bad = _first_unreadable(path, "utf-8")
    if line is None:
        return "utf-8", None
    if _first_unreadable(path, "cp1252")[0] is None and _reads_like_words(path):
        return "cp1252", (
            f"The file is not UTF-8; it was read as Windows text (1252). Look at the accents, first in line {line}."
        )
    raise FileRefused(
        Sentence(
            "{file} is not UTF-8, and line {line} holds a character (byte {byte}) that cannot be read for sure. "
            'Save the file as "CSV UTF-8" and import it again.',
            file=path.name, line=line, byte=bad,
        )
    )  # fmt: skip


def _proved(path: Path, encoding: str) -> str:
    line, _ = _first_unreadable(path, encoding)
    if line is not None:
        raise FileRefused(
            Sentence(
                '{file} begins as {encoding} but line {line} is not. Save the file as "CSV UTF-8" and import it again.',
                file=path.name, encoding=encoding.removesuffix("-sig").upper(), line=line,
            )
        )  # fmt: skip
    return encoding


def _first_unreadable(path: Path, encoding: str) -> tuple[int | None, str]:
    """The line of the first byte that this encoding cannot read, and the byte; (None, "") when there is none."""
    line = 1
    try:
        with path.open(encoding=encoding, newline="") as file:
            while chunk := file.read(1 << 20):
                line += chunk.count("\n")
    except UnicodeDecodeError as error:
        return line + error.object[: error.start].count(b"\n"), f"0x{error.object[error.start]:02X}"
    except UnicodeError:
        return line, "?"
    return None, ""


def _reads_like_words(path: Path) -> bool:
    """Whether every character beyond ASCII is a letter, a quotation mark or a dash, as in Spanish or French text."""
    with path.open(encoding="cp1252", newline="") as file:
        while chunk := file.read(1 << 20):
            for char in set(chunk):
                if ord(char) > 127 and not (char.isalpha() or char in "‘’“”–—…·¿¡ºª°\u00a0€"):
                    return False
    return True


def _delimiter(path: Path, encoding: str) -> str:
    with path.open(encoding=encoding, newline="") as file:
        head = next((line for line in file if line.strip()), "")
    counts = {mark: len(next(csv.reader([head], delimiter=mark), [])) for mark in _DELIMITERS}
    return max(counts, key=lambda mark: counts[mark])


def _text_rows(path: Path, encoding: str, delimiter: str) -> Iterator[Row]:
    with path.open(encoding=encoding, newline="") as file:
        reader = csv.reader(file, delimiter=delimiter, strict=True, skipinitialspace=True)
        number = 0
        while True:
            number += 1
            began = reader.line_num + 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                raise FileRefused(
                    Sentence(
                        "{file} cannot be read from line {line} on: {why} "
                        "Look for a quotation mark that is opened and never closed.",
                        file=path.name, line=began, why=_said(error),
                    )
                ) from error  # fmt: skip
            yield number, cells


def _said(error: csv.Error) -> Sentence:
    if "field larger" in str(error):
        return Sentence("one cell runs on for more than 131,000 characters.")
    return Sentence("its quotation marks do not match.")


# XLSX.


def _workbook(path: Path, tab: str | None = None, after_titles: bool = False) -> Table:
    sheet: python_calamine.CalamineSheet | None = None
    others = False
    faults: dict[tuple[int, int], str] = {}
    try:
        with zipfile.ZipFile(path) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
            if unpacked > LARGEST_UNPACKED:
                raise FileRefused(
                    Sentence(
                        "{file} unpacks to {size} MB, more than is read at once. Split the sheet.",
                        file=path.name, size=f"{unpacked / 1e6:,.0f}",
                    )
                )  # fmt: skip
            if not bears_reading(path):
                raise FileRefused(
                    Sentence(
                        "{file} takes more to be read than it may. Copy its rows into a new sheet, and bring that.",
                        file=path.name,
                    )
                )
            book = python_calamine.CalamineWorkbook.from_path(path)
            for about in _sheets(book):
                if tab not in (None, about.name):
                    others = True
                    continue
                found = book.get_sheet_by_name(about.name)
                if found.height and sheet is not None:
                    others = True
                    break
                if found.height:
                    sheet = found
            if sheet is not None:
                faults = _faults(_sheet_part(archive, sheet.name))
    except FileRefused:
        raise
    except (python_calamine.CalamineError, zipfile.BadZipFile, ElementTree.ParseError, KeyError, OSError) as error:
        raise FileRefused(
            Sentence("{file} is not a readable XLSX file. Open it, save it again as .xlsx, and retry.", file=path.name)
        ) from error
    if sheet is None:
        raise FileRefused(Sentence("{file} holds no rows.", file=path.name))
    if sheet.total_height > MOST_ROWS + 1:
        raise _too_many_rows(path)
    rows = _sheet_rows(sheet, faults)
    merged = sheet.merged_cell_ranges or []
    header = header_under_titles(path, rows, merged) if after_titles else header_in(path, rows, merged=merged)
    remarks = [f'Only the sheet "{sheet.name}" was read.'] if others else []
    return Table(header, _bounded(path, rows), sheet.total_height, remarks)


def _sheet_rows(sheet: python_calamine.CalamineSheet, faults: dict[tuple[int, int], str]) -> Iterator[Row]:
    # One row after the other: all of them at once are twice the sheet. Leading empty columns are left out there.
    empty: list[Cell] = [""] * (sheet.start[1] if sheet.start else 0)
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        row: list[Cell] = [*empty, *cells]
        if faults:
            for column in range(len(row)):
                # The reader shows an error value as an empty cell; nothing must be taken for unknown that is broken.
                if fault := faults.get((number, column)):
                    row[column] = fault
        yield number, row


def _short_part(archive: zipfile.ZipFile, name: str) -> bytes:
    """A part that says what there is: as a tree it takes twenty times its size. Raises :class:`KeyError`."""
    if archive.getinfo(name).file_size > LARGEST_LIST:
        raise KeyError(name)
    return archive.read(name)


def _sheet_part(archive: zipfile.ZipFile, name: str) -> bytes:
    """The XML of the sheet of that name, or nothing when the workbook does not say where it is."""
    space = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
    relations = ElementTree.fromstring(_short_part(archive, "xl/_rels/workbook.xml.rels"))  # noqa: S314 -- expat bounds entity expansion, and the part is short
    targets = {one.get("Id"): one.get("Target", "") for one in relations}
    book = ElementTree.fromstring(_short_part(archive, "xl/workbook.xml"))  # noqa: S314 -- as above
    for element in book.iter():
        if element.tag.endswith("}sheet") and element.get("name") == name:
            target = targets.get(element.get(f"{space}id"), "").lstrip("/").removeprefix("xl/")
            return archive.read(f"xl/{target}") if f"xl/{target}" in archive.namelist() else b""
    return b""


# No cell stands within another: a search for the end of one that has none stops at the next.
_CELL = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"([^<>]*?)(?:/>|>((?:[^<]|<(?!/c>|c ))*+)</c>)', re.DOTALL)


def _faults(xml: bytes) -> dict[tuple[int, int], str]:
    """Cells whose formula ended in an error, or was never computed: their values must not be read as empty.

    (row, column from 0) → the error's name, or the formula that has no value yet.
    """
    found: dict[tuple[int, int], str] = {}
    if b't="e"' not in xml and b"<f" not in xml:
        return found
    for cell in _CELL.finditer(xml):
        letters, row, attributes, body = cell.groups(b"")
        if b't="e"' in attributes:
            value = re.search(rb"<v>([^<]*)</v>", body)
            found[int(row), _column(letters)] = value[1].decode(errors="replace") if value else "#VALUE!"
        elif b"<f" in body and b"<v" not in body:
            formula = re.search(rb"<f[^<>]*>([^<]*)</f>", body)
            found[int(row), _column(letters)] = "=" + (formula[1].decode(errors="replace") if formula else "")
    return found


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


# Both.


def _bounded(path: Path, rows: Iterator[Row]) -> Iterator[Row]:
    for count, (number, cells) in enumerate(rows):
        if count >= MOST_ROWS:
            raise _too_many_rows(path)
        if any(filled(cell) for cell in cells):
            yield number, cells


def _too_many_rows(path: Path) -> FileRefused:
    return FileRefused(
        Sentence(
            "{file} has more than {most} rows. Split it and import the parts one after the other.",
            file=path.name, most=f"{MOST_ROWS:,}",
        )
    )  # fmt: skip
