"""Tables as files for a spreadsheet or a script: CSV (RFC 4180), XLSX and JSON, made while their rows come.

What people typed may begin with "=" or "@", and a spreadsheet that opens a CSV takes that for a formula, which can send
the row elsewhere. In CSV such a cell begins with an apostrophe; in XLSX every text is written as text, and in JSON
nothing is taken for anything else.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any, Protocol

import orjson
import xlsxwriter

#: What a cell holds. None: not known, or not theirs to see.
Cell = str | int | bool | None
#: A cell that begins with one of these is taken for a formula by one spreadsheet or another (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class TableFormat(StrEnum):
    """As what a table is taken away."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"


#: What each is called in HTTP.
MEDIA = {
    TableFormat.CSV: "text/csv; charset=utf-8",
    TableFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    TableFormat.JSON: "application/json",
}


class Sheet(Protocol):
    """A file that is being written: bytes come as soon as there are any."""

    def begun(self) -> bytes: ...

    def rows(self, rows: Iterable[Sequence[Cell]]) -> bytes: ...

    def ended(self) -> bytes: ...


def guarded(cell: Cell) -> str:
    """A cell of a CSV, which no spreadsheet takes for a formula."""
    text = "" if cell is None else ("yes" if cell else "no") if isinstance(cell, bool) else str(cell)
    bare = text.lstrip(" \u00a0")
    return f"'{text}" if isinstance(cell, str) and bare.startswith(_FORMULA) else text


class _Csv:
    def __init__(self, headings: Mapping[str, str]) -> None:
        self.headings = headings

    def begun(self) -> bytes:
        # The mark tells a spreadsheet that it is UTF-8.
        return b"\xef\xbb\xbf" + self.rows([list(self.headings.values())])

    def rows(self, rows: Iterable[Sequence[Cell]]) -> bytes:
        text = io.StringIO()
        csv.writer(text).writerows([guarded(cell) for cell in row] for row in rows)
        return text.getvalue().encode()

    def ended(self) -> bytes:
        return b""


class _Json:
    def __init__(self, headings: Mapping[str, str]) -> None:
        self.names = list(headings)
        self.first = True

    def begun(self) -> bytes:
        return b"["

    def rows(self, rows: Iterable[Sequence[Cell]]) -> bytes:
        found = b"".join(
            b",\n" + orjson.dumps(dict(zip(self.names, row, strict=True))) for row in rows
        )  # fmt: skip
        if self.first and found:
            self.first, found = False, found[1:]
        return found

    def ended(self) -> bytes:
        return b"\n]\n"


class _Xlsx:
    """Kept in memory until it ends: a workbook's parts are joined last, and no row of it lies on a disk."""

    def __init__(self, headings: Mapping[str, str]) -> None:
        self.headings = headings
        self.file = io.BytesIO()
        self.book = xlsxwriter.Workbook(
            self.file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        )  # fmt: skip
        self.sheet = self.book.add_worksheet()
        self.line = 1

    def begun(self) -> bytes:
        bold = self.book.add_format({"bold": True})
        self.sheet.write_row(0, 0, list(self.headings.values()), bold)
        self.sheet.freeze_panes(1, 0)
        self.sheet.set_column(0, max(len(self.headings) - 1, 0), 18)
        return b""

    def rows(self, rows: Iterable[Sequence[Cell]]) -> bytes:
        for row in rows:
            for place, cell in enumerate(row):
                if isinstance(cell, bool):
                    self.sheet.write_boolean(self.line, place, cell)
                elif isinstance(cell, int):
                    self.sheet.write_number(self.line, place, cell)
                elif cell:
                    self.sheet.write_string(self.line, place, cell)
            self.line += 1
        return b""

    def ended(self) -> bytes:
        self.book.close()
        return self.file.getvalue()


_SHEETS: dict[TableFormat, Any] = {TableFormat.CSV: _Csv, TableFormat.XLSX: _Xlsx, TableFormat.JSON: _Json}


def sheet(form: TableFormat, headings: Mapping[str, str]) -> Sheet:
    """An empty table. ``headings``: of each column its name for a script, and what people read above it."""
    found: Sheet = _SHEETS[form](headings)
    return found


def whole(form: TableFormat, headings: Mapping[str, str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A small table at once."""
    made = sheet(form, headings)
    return made.begun() + made.rows(rows) + made.ended()


__all__ = ["MEDIA", "Cell", "Sheet", "TableFormat", "guarded", "sheet", "whole"]
