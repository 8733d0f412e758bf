"""Columns: known by the names people give them, and told in the docs."""

from __future__ import annotations

import pytest

from casework.imports.columns import SHAPES, Column, plain
from casework.settings import ROOT
from schema.imports import ImportKind

COLUMNS = [(kind, column) for kind, shape in SHAPES.items() for column in shape.columns]


@pytest.mark.parametrize(("kind", "column"), COLUMNS, ids=lambda one: getattr(one, "field", str(one)))
def test_every_column_is_told_in_the_docs_by_one_of_its_names(kind: ImportKind, column: Column) -> None:
    told = (ROOT / "docs" / "imports.md").read_text()
    row = next(line for line in told.splitlines() if line.startswith(f"| {kind} |"))

    assert any(f"`{name.rstrip('*').strip()}`" in row for name in column.names)


@pytest.mark.parametrize("header", ["A#", "a_number", "A Number", "aNumber", "A-Number", " a.number "])
def test_one_name_is_written_in_many_ways(header: str) -> None:
    assert plain(header) == "a number"


def test_no_two_columns_of_a_shape_claim_the_same_name() -> None:
    for shape in SHAPES.values():
        names = [name for column in shape.columns for name in column.names]
        assert sorted(set(names)) == sorted(names), shape.kind
