"""Small counts: whoever subtracts, adds up or works out bounds finds no count under five.

The reader here has every number that is printed and every equation between them, and shares no code with the rule.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator
from fractions import Fraction
from itertools import product
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from casework.comparisons import (
    LEVELS,
    ComparedBy,
    ComparedKind,
    ComparedLevel,
    ComparedResult,
    ComparedSplit,
    Happened,
    KindCompared,
    compared,
)
from casework.small_counts import LEAST, columns_shown, rows_shown

Equation = tuple[dict[Hashable, int], int]
KIND = ComparedKind.BOND
FOR, AGAINST = ComparedResult.FOR_CLIENT, ComparedResult.AGAINST_CLIENT
SOME, MANY = ComparedLevel.UP_TO_9, ComparedLevel.FROM_30


def hearings(most: int) -> st.SearchStrategy[list[Happened]]:
    one = st.builds(
        Happened,
        kind=st.just(KIND),
        # Skewed, as life is: small cells beside large ones.
        result=st.sampled_from(
            [*[ComparedResult.FOR_CLIENT] * 5, *[ComparedResult.AGAINST_CLIENT] * 3, *ComparedResult]
        ),
        presence=st.sampled_from(
            [*[ComparedLevel.UP_TO_9] * 6, *[ComparedLevel.FROM_30] * 3, *LEVELS[ComparedBy.PRESENCE]]
        ),
        letters=st.sampled_from([*[ComparedLevel.WITH] * 4, *LEVELS[ComparedBy.LETTERS]]),
        press=st.sampled_from([*[ComparedLevel.WITHOUT] * 6, *LEVELS[ComparedBy.PRESS]]),
    )
    return st.lists(one, max_size=most)


def true_counts(ones: list[Happened]) -> dict[Hashable, int]:
    """Everything that somebody might wish to know: each cell, each level and each result, of each way to split."""
    found: Counter[Hashable] = Counter()
    for by in ComparedBy:
        for level, result in product(LEVELS[by], ComparedResult):
            found[by, level, result] += 0
            found[by, level] += 0
        for one in ones:
            found[by, getattr(one, by.value), one.result] += 1
            found[by, getattr(one, by.value)] += 1
    for result in ComparedResult:
        found[result] = sum(one.result is result for one in ones)
    return dict(found)


def known(told: KindCompared) -> Iterator[Equation]:
    """What a reader knows: what is printed, and how the numbers hang together."""
    for by in ComparedBy:
        for level in LEVELS[by]:
            yield {(by, level): 1, **{(by, level, result): -1 for result in ComparedResult}}, 0
        for result in ComparedResult:
            yield {result: 1, **{(by, level, result): -1 for level in LEVELS[by]}}, 0
    if told.total is not None:
        yield dict.fromkeys(ComparedResult, 1), told.total
    for count in told.results:
        yield dict.fromkeys(count.results, 1), count.count
    for split in told.splits:
        for row in split.rows:
            yield {(split.by, level): 1 for level in row.levels}, row.total
            for count in row.results:
                yield {(split.by, *cell): 1 for cell in product(row.levels, count.results)}, count.count


def printed(told: KindCompared) -> Iterator[int]:
    if told.total is not None:
        yield told.total
    yield from (count.count for count in told.results)
    for split in told.splits:
        for row in split.rows:
            yield row.total
            yield from (count.count for count in row.results)


def solved(equations: list[Equation], unknown: list[Hashable]) -> dict[Hashable, Fraction]:
    """What follows by adding and subtracting alone (Gauss and Jordan, exactly)."""
    place = {one: number for number, one in enumerate(unknown)}
    rows = []
    for terms, value in equations:
        row = [Fraction(0)] * (len(unknown) + 1)
        for one, factor in terms.items():
            row[place[one]] += factor
        row[-1] = Fraction(value)
        rows.append(row)
    pivots: list[int] = []
    for column in range(len(unknown)):
        at = next((number for number in range(len(pivots), len(rows)) if rows[number][column]), None)
        if at is None:
            continue
        top = len(pivots)
        rows[top], rows[at] = rows[at], rows[top]
        rows[top] = [one / rows[top][column] for one in rows[top]]
        for number, row in enumerate(rows):
            if number != top and row[column]:
                times = row[column]
                rows[number] = [one - times * other for one, other in zip(row, rows[top], strict=True)]
        pivots.append(column)
    return {
        unknown[column]: rows[number][-1]
        for number, column in enumerate(pivots)
        if not any(rows[number][other] for other in range(len(unknown)) if other != column)
    }


def bounded(equations: list[Equation], unknown: list[Hashable], most: int) -> dict[Hashable, tuple[int, int]]:
    """The least and the most that each may be: no count is below nothing, and each bound tightens the others."""
    low, high = dict.fromkeys(unknown, 0), dict.fromkeys(unknown, most)
    moved = True
    while moved:
        moved = False
        for terms, value in equations:
            for one, factor in terms.items():
                rest_low = sum((low if f > 0 else high)[o] * f for o, f in terms.items() if o != one)
                rest_high = sum((high if f > 0 else low)[o] * f for o, f in terms.items() if o != one)
                ends = sorted(((value - rest_low) * factor, (value - rest_high) * factor))
                if ends[0] > low[one] or ends[1] < high[one]:
                    low[one], high[one], moved = max(low[one], ends[0]), min(high[one], ends[1]), True
    return {one: (low[one], high[one]) for one in unknown}


@settings(max_examples=150, deadline=None)
@given(hearings(90))
def test_nobody_subtracts_or_bounds_their_way_to_a_small_count(ones: list[Happened]) -> None:
    told = compared("2026-Q3", ones).kinds[0]
    true = true_counts(ones)
    assert all(count >= LEAST for count in printed(told))
    equations, unknown = list(known(told)), list(true)

    found = solved(equations, unknown)
    assert {one: value for one, value in found.items() if value < LEAST} == {}

    most = told.total if told.total is not None else LEAST - 1
    for one, (least, highest) in bounded(equations, unknown, most).items():
        assert least <= true[one] <= highest
        if true[one] < LEAST and told.total is not None:
            # From nothing to at least five: the bounds say no more than that nothing is printed.
            assert least == 0
            assert highest >= LEAST


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=3, max_size=5))
def test_every_table_that_fits_the_answer_is_counted_out_and_a_small_cell_may_be_anything(
    rows: list[tuple[int, int]],
) -> None:
    totals = [sum(column) for column in zip(*rows, strict=True)]
    assume(all(total >= LEAST for total in totals))
    alone = {places[0] for places in rows_shown(rows) if len(places) == 1}
    assert all(min(rows[place]) >= LEAST for place in alone)
    hidden = [place for place in range(len(rows)) if place not in alone]
    if not rows_shown(rows):
        hidden = list(range(len(rows)))
    for column, total in enumerate(totals):
        left = total - sum(rows[place][column] for place in alone if place not in hidden)
        # Every way to fill one column of the rows that are not shown: columns do not know of each other.
        ways = [one for one in product(range(left + 1), repeat=len(hidden)) if sum(one) == left] if left < 12 else []
        for number, _ in enumerate(hidden):
            may_be = {way[number] for way in ways} or set(range(left + 1))
            assert may_be >= set(range(LEAST + 1))
    assert len(hidden) != 1


def worlds_beside(ones: list[Happened], split: ComparedSplit) -> Iterator[list[Happened]]:
    """The same hearings, but those whose rows are put together lie otherwise among these rows: one of them, or all."""
    chance = Random(len(ones))
    together = next((row.levels for row in split.rows if len(row.levels) > 1), LEVELS[split.by])
    if split.rows and not any(len(row.levels) > 1 for row in split.rows):
        return
    inside = [place for place, one in enumerate(ones) if getattr(one, split.by.value) in together]

    def with_other(places: list[int]) -> list[Happened]:
        world = list(ones)
        for place in places:
            values = {name: getattr(world[place], name) for name in world[place].__slots__}
            world[place] = Happened(**{**values, split.by.value: chance.choice(together)})
        return world

    for _ in range(150):
        yield with_other([chance.choice(inside)])
        yield with_other(chance.sample(inside, chance.randint(1, len(inside))))


#: Two hundred hearings in which two were denied with a dozen people there, and one was put off.
LIKELY = [
    *[Happened(KIND, FOR, SOME, ComparedLevel.WITH, ComparedLevel.WITHOUT)] * 90,
    *[Happened(KIND, AGAINST, SOME, ComparedLevel.WITHOUT, ComparedLevel.WITHOUT)] * 60,
    *[Happened(KIND, FOR, ComparedLevel.UP_TO_29, ComparedLevel.WITH, ComparedLevel.WITH)] * 30,
    *[Happened(KIND, AGAINST, ComparedLevel.UP_TO_29, ComparedLevel.WITH, ComparedLevel.WITHOUT)] * 2,
    *[Happened(KIND, ComparedResult.NEITHER, MANY, ComparedLevel.NOT_COUNTED, ComparedLevel.WITHOUT)] * 12,
    *[Happened(KIND, FOR, MANY, ComparedLevel.WITHOUT, ComparedLevel.WITHOUT)] * 6,
]


def test_of_a_likely_quarter_another_with_other_small_counts_gives_the_same_answer() -> None:
    """So not even whoever knows the rule can tell which of them it was. Of every quarter that is not promised."""
    ones = LIKELY
    answer = compared("2026-Q3", ones)
    true = true_counts(ones)
    for split in answer.kinds[0].splits:
        small = {
            (split.by, level, result)
            for level, result in product(LEVELS[split.by], ComparedResult)
            if 0 < true[split.by, level, result] < LEAST
        }
        for world in worlds_beside(ones, split) if small else ():
            if not small:
                break
            if compared("2026-Q3", world) == answer:
                other = true_counts(world)
                small = {one for one in small if other[one] == true[one]}
        assert small == set()


def test_a_count_beside_its_total_is_put_together_with_another_never_left_blank() -> None:
    assert columns_shown([12, 8, 9]) == ((0,), (1,), (2,))
    # 12, 3 and 9 of 24: of 3 and 9 the sum alone.
    assert columns_shown([12, 3, 9]) == ((0,), (1, 2))
    assert columns_shown([3, 12, 1]) == ((0, 1, 2),)
    assert columns_shown([2, 1, 1]) == ()


def test_a_row_is_never_the_only_one_that_is_not_shown() -> None:
    assert rows_shown([(9, 9), (8, 8), (7, 3)]) == ((0,), (1, 2))
    # Two that are together too small take a third with them; with all of them in, nothing is left to show.
    assert rows_shown([(9, 9), (8, 8), (1, 1), (0, 2)]) == ((0,), (1, 2, 3))
    assert rows_shown([(8, 8), (1, 1), (0, 2)]) == ()
    assert rows_shown([(9, 9), (8, 8)]) == ((0,), (1,))
