"""Small counts: the one rule by which counts of people are published, so that nobody can be found behind a number.

Twelve bond hearings in a quarter, and three were denied. "3" is nearly a list of names, and a blank is no better where
the total and the others are printed beside it: whoever can subtract has it. So nothing small is left blank. It is put
together with something else, until what is printed is at least :data:`LEAST` and says nothing of its parts:

* :func:`columns_shown`: of a line of counts each by itself, or one by itself and the rest as one sum, or the total.
* :func:`rows_shown`: of a table whose columns' totals everybody knows, the rows that are shown by themselves; the
  others are one sum a column. There are at least two of these, and each of their sums is at least :data:`LEAST`.

Why that is safe against subtraction: a reader who knows every total has of the rows put together one equation a column,
their sum. Any split of a sum between two or more rows fits it, so that each count in it may be anything from nothing to
the whole sum, whatever is printed of other columns and of other ways to split the same hearings. The order in which
rows are put together is the caller's and never follows the counts: it would say which of two is smaller.

What is not promised: that whoever also reasons from this rule (why were just these put together?) learns nothing at the
edges, such as that one of two rows was under five somewhere. They learn no count by subtraction from that either.
"""

from __future__ import annotations

from collections.abc import Sequence

#: No count under it is shown.
LEAST = 5


def columns_shown(counts: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """Which of these counts are shown, by their places: each group as one sum. Nothing, where not even all of
    them together may be.
    """
    every = tuple(range(len(counts)))
    if all(count >= LEAST for count in counts):
        return tuple((place,) for place in every)
    for place in every:
        rest = tuple(other for other in every if other != place)
        # Two at least: a rest of one would be that one.
        if len(rest) > 1 and counts[place] >= LEAST and sum(counts[other] for other in rest) >= LEAST:
            return ((place,), rest)
    return (every,) if sum(counts) >= LEAST else ()


def rows_shown(rows: Sequence[Sequence[int]]) -> tuple[tuple[int, ...], ...]:
    """Which rows are shown, by their places: each by itself, and at the end those that are one sum. Nothing,
    where the table would say nothing.
    """
    together = {place for place, row in enumerate(rows) if any(count < LEAST for count in row)}
    for place in reversed(range(len(rows))):
        if not together or (len(together) > 1 and all(total >= LEAST for total in _totals(rows, together))):
            break
        together.add(place)
    alone = [(place,) for place in range(len(rows)) if place not in together]
    if not alone:
        return ()
    return (*alone, tuple(sorted(together))) if together else tuple(alone)


def _totals(rows: Sequence[Sequence[int]], places: set[int]) -> list[int]:
    return [sum(column) for column in zip(*(rows[place] for place in places), strict=True)]


__all__ = ["LEAST", "columns_shown", "rows_shown"]
