"""The row of a table that names its columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import chain
from pathlib import Path
from typing import TypeAlias

from casework.imports.problems import FileRefused
from casework.language import Sentence

Cell: TypeAlias = str | float | bool | date | datetime | time | timedelta
Row: TypeAlias = tuple[int, Sequence[Cell]]


def column_letters(index: int) -> str:
    """The name a spreadsheet gives a column: 0 → "A", 26 → "AA"."""
    letters = ""
    index += 1
    while index:
        index, left = divmod(index - 1, 26)
        letters = chr(65 + left) + letters
    return letters


def header_in(
    path: Path, rows: Iterator[Row], merged: Sequence[tuple[tuple[int, int], tuple[int, int]]] = ()
) -> list[str]:
    """The first row that is not blank. Raises when cells are merged, look like a title, or name a column twice."""
    number, cells = next(((n, c) for n, c in rows if any(filled(cell) for cell in c)), (0, []))
    if not number:
        raise FileRefused(Sentence("{file} holds no rows.", file=path.name))
    for (top, left), (bottom, right) in merged:
        if top <= number - 1 <= bottom:
            raise FileRefused(
                Sentence(
                    "Row {row} names the columns, but holds merged cells ({cells}). "
                    "Unmerge them, give every column its own name in one row, and import the file again.",
                    row=number,
                    cells=f"{column_letters(left)}{top + 1}:{column_letters(right)}{bottom + 1}",
                )
            )
    names = [" ".join(str(cell).split()) for cell in cells]
    while names and not names[-1]:
        names.pop()
    if len(cells) > 1 and (len(names) == 1 or (names.count("") > 1 and len(set(names)) <= len(names) // 2 + 1)):
        raise FileRefused(
            Sentence(
                "Row {row} has names for only {named} of {columns} columns; it looks like a title "
                "or merged cells. Give every column its own name in one row, and import the file again.",
                row=number, named=sum(map(bool, names)), columns=len(cells),
            )
        )  # fmt: skip
    seen: dict[str, int] = {}
    for index, name in enumerate(names):
        if name and name.lower() in seen:
            raise FileRefused(
                Sentence(
                    'Two columns are called "{name}" ({one} and {other}). Rename or remove one.',
                    name=name, one=column_letters(seen[name.lower()]), other=column_letters(index),
                )
            )  # fmt: skip
        seen[name.lower()] = index
    return names


#: Lines above the names of the columns that are looked past: a title, who made the list, when.
_TITLES = 10


def header_under_titles(
    path: Path, rows: Iterator[Row], merged: Sequence[tuple[tuple[int, int], tuple[int, int]]] = ()
) -> list[str]:
    """The first row that can name columns. A line with a single cell above it is a title, and looked past: any other
    that is no header is refused, or a client would be taken for the names of the columns.
    """
    for _ in range(_TITLES):
        number, cells = next(((n, c) for n, c in rows if any(filled(cell) for cell in c)), (0, []))
        if number and sum(map(filled, cells)) > 1:
            return header_in(path, chain([(number, cells)], rows), merged)
    raise FileRefused(Sentence("{file} has no row that names at least two columns.", file=path.name))


def filled(cell: Cell) -> bool:
    return cell != "" and not (isinstance(cell, str) and not cell.strip())


__all__ = ["Cell", "Row", "column_letters", "filled", "header_in", "header_under_titles"]
