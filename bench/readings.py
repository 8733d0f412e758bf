"""CPU of a request, server and database together, as a ratio to the floor's: what holds on a noisy machine."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from bench.bars import Bars
from bench.house import House
from bench.reading import Reading
from bench.searching import READINGS

_WARM = 16


@dataclass
class Spent:
    """What some requests cost."""

    requests: int = 0
    server: float = 0.0
    database: float = 0.0
    walls: list[float] = field(default_factory=list)

    @property
    def cpu(self) -> float:
        """Milliseconds a request."""
        return (self.server + self.database) * 1000 / max(self.requests, 1)

    def wall(self, share: float) -> float:
        """Milliseconds within which this share of the requests was answered."""
        return sorted(self.walls)[min(int(len(self.walls) * share), len(self.walls) - 1)] * 1000


#: CPU ÷ floor: the most it must be, and what is aimed at.
_MUST = {"board": (1.3, 0.5), "case": (1.3, 1.1), "calendar": (1.2, 0.5), "search": (1.3, 1.1), "number": (1.3, 1.1)}
_WALLS = (1.10, 1.05)


async def measure(house: House, names: list[str], rounds: int, bars: Bars, *, plans: bool = False) -> None:
    """Print a table: product, floor and ordinary executor in turns; and the plans of the floors."""
    least = Spent()
    await some(house, partial(house.answer, "{ __typename }", {}), 400, least)
    print(f"Any request costs {least.cpu:.2f} ms ({_each(least)}) before it reads: its session, HTTP, one statement.\n")
    print(f"{'':10}{'product':>24}{'floor':>12}{'ordinary':>12}{'product':>10}{'ordinary':>10}{'bytes':>10}")
    print(f"{'':10}{'CPU ms (server+db)':>24}{'CPU ms':>12}{'CPU ms':>12}{'÷ floor':>10}{'÷ floor':>10}")
    for name in names or list(READINGS):
        reading = READINGS[name](house)
        await reading.prepare()
        same = await _same(reading)
        spent = {side: Spent() for side in ("product", "floor", "ordinary", "unwalled")}
        for _ in range(rounds):
            async with _without_walls(house):
                await some(house, reading.product, 40, spent["unwalled"], reading)
            for side, times in (("product", 40), ("floor", 40), ("ordinary", 2)):
                await some(house, getattr(reading, side), times, spent[side], reading)
        product, floor, ordinary, unwalled = spent.values()
        print(
            f"{name:10}{product.cpu:10.2f} ({_each(product)}){floor.cpu:12.2f}{ordinary.cpu:12.2f}"
            f"{product.cpu / floor.cpu:10.2f}{ordinary.cpu / floor.cpu:10.1f}{same:10,}"
        )
        print(
            f"{'':10}p50 {product.wall(0.5):.2f} ms, p99 {product.wall(0.99):.2f} ms,"
            f" {1000 / product.wall(0.5):.0f} req/s; floor p50 {floor.wall(0.5):.2f} ms;"
            f" ordinary p50 {ordinary.wall(0.5):.1f} ms;"
            f" row-level security on ÷ off {product.cpu / unwalled.cpu:.2f} CPU,"
            f" {product.wall(0.5) / unwalled.wall(0.5):.2f} p50",
            flush=True,
        )
        if plans:
            print(await _plan(house, reading))
        must, aim = _MUST.get(name, (None, None))
        bars.note(f"{name}, CPU ÷ floor", product.cpu / floor.cpu, must=must, aim=aim)
        bars.note(
            f"{name}, row-level security on ÷ off, CPU", product.cpu / unwalled.cpu, must=_WALLS[0], aim=_WALLS[1]
        )


async def _plan(house: House, reading: Reading) -> str:
    """How the floor's statement is run, as PostgreSQL says."""
    sent: list[Any] = []
    with house.bare.query_logger(sent.append):
        await reading.floor()
        # It is told a moment later.
        await asyncio.sleep(0.05)
    rows = await house.bare.fetch(f"explain (costs off) {sent[0].query}", *sent[0].args)
    return "\n".join(f"    {row[0][:200]}" for row in rows)


def _each(spent: Spent) -> str:
    return f"{spent.server * 1000 / spent.requests:.2f}+{spent.database * 1000 / spent.requests:.2f}"


@asynccontextmanager
async def _without_walls(house: House) -> AsyncIterator[None]:
    """Row-level security switched off by the owner of the tables, for as long as it takes."""
    tables = [
        name
        for (name,) in await house.bare.fetch(
            "select relname from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace"
        )
    ]
    await house.bare.execute(";".join(f"alter table {name} disable row level security" for name in tables))
    try:
        yield
    finally:
        await house.bare.execute(";".join(f"alter table {name} enable row level security" for name in tables))


async def _same(reading: Reading) -> int:
    """The answers are equal byte for byte. Returns how many bytes."""
    product, floor = await reading.product(), await reading.floor()
    if product != floor:
        at = next(
            (i for i, (a, b) in enumerate(zip(product, floor, strict=False)) if a != b), min(len(product), len(floor))
        )
        raise AssertionError(f"{product[max(0, at - 200) : at + 80]!r}\n{floor[max(0, at - 200) : at + 80]!r}")
    return len(product)


async def some(
    house: House, ask: Callable[[], Awaitable[bytes]], times: int, spent: Spent, reading: Reading | None = None
) -> None:
    """Ask so many times, and add what that cost."""
    # Every connection has planned its statement before anything is counted.
    for _ in range(min(_WARM, times)):
        await ask()
    database, server = database_seconds(house), time.process_time()
    for _ in range(times):
        if reading is not None:
            reading.next()
        began = time.perf_counter()
        await ask()
        spent.walls.append(time.perf_counter() - began)
    spent.server += time.process_time() - server
    spent.database += database_seconds(house) - database
    spent.requests += times


def database_seconds(house: House) -> float:
    """Seconds of CPU that all processes of this house's PostgreSQL have taken; others on the machine do not count."""
    total = 0
    for process in house.processes():
        try:
            total += int((process / "schedstat").read_text().split()[0])
        except OSError:
            continue
    return total / 1e9


__all__ = ["Spent", "database_seconds", "measure", "some"]
