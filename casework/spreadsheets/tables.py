"""The table in a file somebody sent: its sheets to choose from, the names of its columns, and its rows as text."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from casework.imports import tables
from casework.imports.headers import Cell
from casework.refusals import Invalid

#: More rows are no list that somebody looks over; whoever runs the deployment imports them (``presencia import``).
MOST_ROWS = 20_000
MOST_COLUMNS = 80
#: Letters of one cell.
LONGEST_CELL = 5_000
#: Letters of one table: a workbook may say a long text once and show it in a million cells.
MOST_LETTERS = 32_000_000
#: A place that lies in memory, where there is one: what clients are called is written to no disk.
_MEMORY = Path("/dev/shm")  # noqa: S108 -- a private folder is made in it


@dataclass(frozen=True, slots=True)
class Received:
    """A table as it came: nothing of it is known yet but its shape."""

    #: Which sheet of a workbook; None of a text.
    tab: str | None
    header: list[str]
    #: Number, as the spreadsheet program numbers rows, and cells.
    rows: list[tuple[int, list[str]]]


@dataclass(frozen=True, slots=True)
class Choice:
    """A workbook with several sheets: one has to be named."""

    tabs: list[str]


def read_table(content: bytes, name: str, tab: str | None = None) -> Received | Choice:
    """Read what was sent; takes a while. Raises :class:`FileRefused` when it is no table, and :class:`Invalid` when it
    is too much of one.
    """
    with tempfile.TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None) as folder:
        # In memory alone it lies under its own name, which sentences say; that may be a client's.
        path = Path(folder) / (_harmless(name) if _MEMORY.is_dir() else "table")
        path.write_bytes(content)
        tabs = tables.tabs(path)
        if tab is None and len(tabs) > 1:
            return Choice(tabs)
        if tab is not None and tab not in tabs:
            raise Invalid("sheet", "There is no sheet of that name in this file.")
        return _read(tables.read(path, tab, after_titles=True), tab or (tabs[0] if tabs else None))


def _harmless(name: str) -> str:
    """A name that leads nowhere else."""
    plain = "".join("_" if one in "/\\" or not one.isprintable() else one for one in name).strip(". ")
    return plain.encode()[-120:].decode(errors="ignore") or "table"


def _read(table: tables.Table, tab: str | None) -> Received:
    if len(table.header) > MOST_COLUMNS:
        raise Invalid("file", "This table has more than {most} columns. Take out those that are not needed.",
                      most=MOST_COLUMNS)  # fmt: skip
    rows: list[tuple[int, list[str]]] = []
    letters = 0
    for number, cells in table.rows:
        if len(rows) >= MOST_ROWS:
            raise Invalid(
                "file", "This table has more than {most} rows. Split it, and bring in the parts one after the other.",
                most=f"{MOST_ROWS:,}",
            )  # fmt: skip
        rows.append((number, _as_text(cells, len(table.header), number)))
        letters += sum(map(len, rows[-1][1]))
        if letters > MOST_LETTERS:
            raise Invalid(
                "file",
                "This table has more than {most} letters. Split it, and bring in the parts one after the other.",
                most=f"{MOST_LETTERS:,}",
            )
    if not rows:
        raise Invalid("file", "This table has names for its columns, and no rows.")
    return Received(tab, table.header, rows)


def _as_text(cells: Sequence[Cell], columns: int, number: int) -> list[str]:
    found = [_text(cell) for cell in cells[:columns]]
    if any(len(one) > LONGEST_CELL for one in found):
        raise Invalid(
            "file", "A cell in row {row} is longer than {most} letters. Shorten it, and bring the file again.",
            row=number, most=f"{LONGEST_CELL:,}",
        )  # fmt: skip
    return found + [""] * (columns - len(found))


def _text(cell: Cell) -> str:
    """A cell as somebody would type it."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d}" if cell.time() == time(0) else f"{cell:%Y-%m-%d %H:%M}"
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    if isinstance(cell, timedelta):
        minutes = int(cell.total_seconds() // 60)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    # A NUL is no letter that a table can hold.
    return str(cell).replace("\0", "").strip()


__all__ = ["LONGEST_CELL", "MOST_COLUMNS", "MOST_LETTERS", "MOST_ROWS", "Choice", "Received", "read_table"]
