"""The rows of a file as facts by name, for those who make records of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from casework.imports import columns
from casework.imports.problems import Problems
from casework.imports.tables import Table
from schema.imports import ImportKind


def rows_of(table: Table, kind: ImportKind, problems: Problems) -> Iterator[tuple[int, dict[str, Any], dict[str, str]]]:
    """The rows that can be read: number, facts (None where the cell or its column says nothing), and the file's names
    for its columns. What cannot be read goes to ``problems``. Raises :class:`FileRefused` for a missing column.
    """
    bound = columns.bind(columns.SHAPES[kind], table)
    blank = dict.fromkeys(column.field for column in columns.SHAPES[kind].columns)
    for number, row in table.rows:
        facts = bound.facts(number, row, problems)
        if facts is not None:
            yield number, blank | facts, bound.called
