"""How answers slow down as data grows: the same readings in a small deployment and in a large one, in turns.

Both stand at once, each with a database server of its own, and are asked alternately, so that whatever else the machine
does falls on both. A reading is asked for cases from all over its organization, not for the few that were asked before.
Latency is compared, not CPU: a request waits for one statement at a time, and that is what people wait for.
"""

from __future__ import annotations

import time
from contextlib import AsyncExitStack
from typing import Any

from api.plans import printed
from bench.bars import Bars, load
from bench.house import House, open_house
from bench.reading import CasePage, Reading
from bench.searching import READINGS

#: Cases of which the case page is asked, in turns.
_SPREAD = 400
#: Requests of one reading to one side before it is the other's turn.
_RUN = 25
_LISTS = {
    "messages": ("Messages", {}),
    "planned": ("Messages", {"states": ["PLANNED"]}),
    "tasks": ("Tasks", {"mine": False, "openOnly": True}),
    "actions": ("Actions", {}),
    "waiting": ("Waiting", {}),
}
_MUST = {"board": (1.6, 1.25), "case": (1.6, 1.25), "search": (4.0, 2.0), "names": (4.0, 2.0), "number": (4.0, 2.0)}


class _Listed(Reading):
    """The first page of a list, as the page itself asks for it."""

    def __init__(self, house: House, operation: str, given: dict[str, Any]) -> None:
        super().__init__(house)
        self.document, self.given = printed()[operation], given

    def variables(self) -> dict[str, Any]:
        return self.given


async def measure_scale(small: int, large: int, rounds: int, names: list[str], bars: Bars) -> None:
    """Print each reading's latency in a deployment of so many cases and in one of so many more, and the ratio."""
    names = names or [*_MUST, *_LISTS]
    async with AsyncExitStack() as stack:
        houses = [await stack.enter_async_context(open_house(cases, floor=False)) for cases in (small, large)]
        for house in houses:
            size = await house.bare.fetchval("select pg_database_size(current_database())")
            own = await house.bare.fetchval(
                "select count(*) from cases where lead_organization_id = $1", house.organization
            )
            print(
                f"{house.cases:,} cases ({own:,} of the organization that asks), made in {house.built_in:.0f} s,"
                f" {size / 1e6:,.0f} MB",
                flush=True,
            )
        print(f"load {load()}\n\n{'':10}{'small p50':>12}{'p99':>8}{'large p50':>12}{'p99':>8}{'ratio':>8}")
        for name in names:
            await _one(name, houses, rounds, bars)
        print(f"\nload {load()}\n", flush=True)


async def _one(name: str, houses: list[House], rounds: int, bars: Bars) -> None:
    """The best median of some rounds on each side; a round is 200 requests to each."""
    asked = [await _prepared(name, house) for house in houses]
    best = [(float("inf"), float("inf"))] * len(asked)
    # The first round is not counted: statements are planned in it, and every case is seen once.
    for counted in [False] * (_SPREAD // 200) + [True] * rounds:
        walls: list[list[float]] = [[] for _ in asked]
        for _ in range(200 // _RUN):
            for side, reading in enumerate(asked):
                for _ in range(_RUN):
                    reading.next()
                    began = time.perf_counter()
                    answer = await reading.product()
                    walls[side].append((time.perf_counter() - began) * 1000)
                    assert b'"errors"' not in answer[:60], answer[:300]
        if counted:
            best = [
                min(sofar, (sorted(one)[len(one) // 2], sorted(one)[len(one) * 99 // 100]))
                for sofar, one in zip(best, walls, strict=True)
            ]
    (small, small_most), (large, large_most) = best
    ratio = large / small
    print(f"{name:10}{small:9.2f} ms{small_most:8.2f}{large:9.2f} ms{large_most:8.2f}{ratio:8.2f}", flush=True)
    must, aim = _MUST.get(name, (None, None))
    bars.note(f"{name}, p50 at {houses[1].cases:,} ÷ at {houses[0].cases:,}", ratio, must=must, aim=aim)


async def _prepared(name: str, house: House) -> Reading:
    reading = _Listed(house, *_LISTS[name]) if name in _LISTS else READINGS[name](house)
    await reading.prepare()
    if isinstance(reading, CasePage):
        rows = await house.bare.fetch(
            "select id from cases where lead_organization_id = $1 and stage = 'represented' order by md5(id::text)"
            " limit $2",
            house.organization,
            _SPREAD,
        )
        reading.ids = [row["id"] for row in rows]
    return reading
