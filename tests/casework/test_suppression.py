"""No small count is left in a table of cases, nor to be had by subtraction. The oracle solves the sums itself."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from casework.suppression import SMALL, suppressed

TABLES = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(st.integers(0, 30), min_size=width, max_size=width), min_size=1, max_size=5)
)


def known_by_sums(shown: list[list[int | None]]) -> set[tuple[int, int]]:
    """What is left out and follows all the same: by Gauss, from every row and column that adds up to its total."""
    unknown = [(i, j) for i, row in enumerate(shown) for j, count in enumerate(row) if count is None]
    last, end = len(shown) - 1, len(shown[0]) - 1
    lines = [[((i, j), 1) for j in range(end)] + [((i, end), -1)] for i in range(last + 1)]
    lines += [[((i, j), 1) for i in range(last)] + [((last, j), -1)] for j in range(end + 1)]
    rows = [[Fraction(dict(line).get(cell, 0)) for cell in unknown] for line in lines]
    pivots: list[int] = []
    at = 0
    for column in range(len(unknown)):
        found = next((r for r in range(at, len(rows)) if rows[r][column]), None)
        if found is None:
            continue
        rows[at], rows[found] = rows[found], rows[at]
        rows[at] = [value / rows[at][column] for value in rows[at]]
        for r, row in enumerate(rows):
            if r != at and row[column]:
                rows[r] = [a - row[column] * b for a, b in zip(row, rows[at], strict=True)]
        pivots.append(column)
        at += 1
    return {unknown[column] for r, column in enumerate(pivots) if sum(value != 0 for value in rows[r]) == 1}


@settings(max_examples=400, deadline=None)
@given(TABLES)
def test_no_small_count_is_shown_or_follows_from_what_is(counts: list[list[int]]) -> None:
    shown = suppressed(counts)

    assert all(count is None or count >= SMALL for row in shown for count in row)
    assert known_by_sums(shown) == set()


@given(TABLES)
def test_what_is_shown_is_true(counts: list[list[int]]) -> None:
    shown = suppressed(counts)
    for row, said in zip(counts, shown, strict=False):
        assert all(told in (None, count) for count, told in zip([*row, sum(row)], said, strict=True))


def test_a_table_of_large_counts_is_shown_whole() -> None:
    assert suppressed([[10, 20], [30, 40]]) == [[10, 20, 30], [30, 40, 70], [40, 60, 100]]


def test_one_small_count_takes_three_others_with_it_and_the_totals_stay() -> None:
    assert suppressed([[2, 20], [30, 40]]) == [[None, None, 22], [None, None, 70], [32, 60, 92]]
