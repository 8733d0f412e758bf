"""Counts that tell nobody apart: small ones are left out, and with them whatever else would give them away. Pure.

A count under five in a table of cases is a handful of people whom somebody knows. Leaving it out is not enough: where a
total stands beside, the rest is subtraction. So further counts go, the smallest first, until none of those left out is
alone on any way around the table, and what is left out of one line adds up to five at least.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

#: Counts below this are left out.
SMALL = 5

Cell = tuple[int, int]


def suppressed(counts: Sequence[Sequence[int]]) -> list[list[int | None]]:
    """A table with its totals, as the last of each row and the last row; None for what is left out."""
    whole = [[*row, sum(row)] for row in counts]
    whole.append([sum(column) for column in zip(*whole, strict=True)] if whole else [0])
    out: set[Cell] = {(i, j) for i, row in enumerate(whole) for j, count in enumerate(row) if count < SMALL}
    while (more := _next(whole, out)) is not None:
        out.add(more)
    return [[None if (i, j) in out else count for j, count in enumerate(row)] for i, row in enumerate(whole)]


def _next(whole: list[list[int]], out: set[Cell]) -> Cell | None:
    """The smallest further count that has to go. None: enough is gone."""
    for line in _lines(whole):
        gone = [cell for cell in line if cell in out]
        left = [cell for cell in line if cell not in out]
        # Totals stand on the other side of the sum: what is left out of a line is known by its size at most.
        if gone and left and (len(gone) == 1 or sum(whole[i][j] for i, j in gone) < SMALL):
            return _smallest(whole, left)
    for i, j in sorted(out):
        if _alone(out, (i, j)):
            left = [cell for line in _lines(whole) if (i, j) in line for cell in line if cell not in out]
            if left:
                return _smallest(whole, left)
    return None


def _lines(whole: list[list[int]]) -> Iterator[list[Cell]]:
    width = len(whole[0])
    for i in range(len(whole)):
        yield [(i, j) for j in range(width)]
    for j in range(width):
        yield [(i, j) for i in range(len(whole))]


def _smallest(whole: list[list[int]], cells: list[Cell]) -> Cell:
    return min(cells, key=lambda cell: (whole[cell[0]][cell[1]], cell))


def _alone(out: set[Cell], cell: Cell) -> bool:
    """Nothing else left out leads from its row to its column: the sums then give it away. (Rows and columns are points,
    what is left out are the ways between them, and a way that no other goes around is known.)
    """
    start, goal = ("row", cell[0]), ("column", cell[1])
    seen, open_ = {start}, [start]
    while open_:
        kind, number = open_.pop()
        for i, j in out:
            if (i, j) == cell or (i if kind == "row" else j) != number:
                continue
            other = ("column", j) if kind == "row" else ("row", i)
            if other == goal:
                return False
            if other not in seen:
                seen.add(other)
                open_.append(other)
    return True


__all__ = ["SMALL", "suppressed"]
