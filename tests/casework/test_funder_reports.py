"""A funder's report: what it counts, and that nobody subtracts a small count out of any number of reports."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from itertools import product

import pytest

from casework.funder_reports import MEASURES, Grain, last_quarter, named, quarters_between, told
from casework.refusals import Invalid
from casework.small_counts import LEAST

NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)
QUARTERS = quarters_between("2025-Q4", "2026-Q3", NOW)
HEARINGS = MEASURES[3]


def counted(months: list[tuple[int, ...]]) -> dict[str, list[tuple[int, ...]]]:
    """Of four quarters, three months each."""
    return {named(one): months[place * 3 : place * 3 + 3] for place, one in enumerate(QUARTERS)}


def test_what_is_large_enough_stands_by_itself_and_adds_up() -> None:
    found = told(HEARINGS, QUARTERS, counted([(5, 6, 7)] * 12), Grain.QUARTER)

    assert found.columns == ((0,), (1,), (2,))
    assert [(row.period, row.counts) for row in found.rows] == [
        (one, (15, 18, 21)) for one in ("2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3")
    ]
    assert (found.total, found.more) == ((60, 72, 84), False)


def test_a_small_count_stands_together_with_something_else() -> None:
    found = told(HEARINGS, QUARTERS[:1], counted([(5, 1, 7), (5, 0, 7), (5, 1, 7)] * 4), Grain.QUARTER)
    assert (found.columns, found.rows[0].counts) == (((0,), (1, 2)), (15, 23))


def test_a_quarter_of_few_is_left_out_and_out_of_every_sum() -> None:
    found = told(MEASURES[0], QUARTERS[:2], counted([(1,), (2,), (1,), *[(5,)] * 9]), Grain.QUARTER)
    assert [row.counts for row in found.rows] == [(None,), (15,)]
    assert (found.total, found.more) == ((15,), True)


def test_a_small_month_stands_together_with_another_so_that_the_quarter_does_not_tell_it() -> None:
    found = told(MEASURES[0], QUARTERS[:1], counted([(9,), (2,), (8,), *[(5,)] * 9]), Grain.MONTH)
    assert [(row.period, row.counts) for row in found.rows] == [("2025-10", (9,)), ("2025-11, 2025-12", (10,))]


def _knowledge(months: list[tuple[int, ...]]) -> set[tuple[tuple[tuple[int, int], ...], int]]:
    """Every sum of cells (month, column) that any report says."""
    all_said = set()
    of = counted(months)
    for start, end, grain in product(range(4), range(4), Grain):
        if start > end:
            continue
        found = told(HEARINGS, QUARTERS[start : end + 1], of, grain)
        places = {f"{one // 4}-{one % 4 * 3 + month:02}": place * 3 + month - 1
                  for place, one in enumerate(QUARTERS) for month in (1, 2, 3)}  # fmt: skip
        whole = {named(one): [place * 3 + month for month in range(3)] for place, one in enumerate(QUARTERS)}
        for row in found.rows:
            of_row = whole.get(row.period) or [places[one] for one in row.period.split(", ")]
            for group, count in zip(found.columns, row.counts, strict=True):
                if count is not None:
                    all_said.add((tuple(sorted(product(of_row, group))), count))
    return all_said


@pytest.mark.parametrize("seed", range(40))
def test_nothing_small_is_said_and_no_two_things_said_differ_by_something_small(seed: int) -> None:
    chance = random.Random(seed)
    months = [tuple(chance.choice((0, 1, 3, 5, 8, 20)) for _ in range(3)) for _ in range(12)]
    said = _knowledge(months)
    sums = dict(said)
    assert all(count >= LEAST for count in sums.values())

    # Whoever holds all reports subtracts every one from every other, until nothing new comes of it.
    known = dict(sums)
    grew = True
    while grew and len(known) < 4_000:
        grew = False
        for (one, much), (other, less) in product(list(known.items()), list(known.items())):
            rest = tuple(sorted(set(one) - set(other)))
            if rest and set(other) < set(one) and rest not in known:
                known[rest], grew = much - less, True
    assert [cells for cells, count in known.items() if len(cells) == 1 and count < LEAST] == []
    assert min(known.values()) >= LEAST


@pytest.mark.parametrize(
    ("start", "until", "field"),
    [
        ("2026-Q1", "2026-Q4", "until"), ("2026-Q2", "2026-Q1", "from"), ("2020-Q1", "2026-Q3", "from"),
        ("2026", "2026-Q3", "from"), ("2026-Q5", "2026-Q3", "from"), ("2026-Q1", "26-Q1", "until"),
    ],
)  # fmt: skip
def test_a_time_that_can_t_be_told_is_refused(start: str, until: str, field: str) -> None:
    with pytest.raises(Invalid) as refused:
        quarters_between(start, until, NOW)
    assert refused.value.field == field


def test_a_quarter_is_told_once_it_has_been_over_for_two_weeks() -> None:
    assert named(last_quarter(datetime(2026, 10, 14, 12, tzinfo=UTC))) == "2026-Q2"
    assert named(last_quarter(datetime(2026, 10, 15, 12, tzinfo=UTC))) == "2026-Q3"
