"""Two thousand requests that nobody meant, each with a deliberate answer."""

from __future__ import annotations

from starlette.routing import Route

from bench.bars import Bars, load
from bench.fuzzed import Fuzzed
from bench.house import House


async def measure_fuzzed(house: House, bars: Bars) -> None:
    """Print how requests drawn from the contract and the routes were answered."""
    fuzzed = Fuzzed(house.http, [one for one in house.app.routes if isinstance(one, Route)])
    await fuzzed.documents(1_500)
    await fuzzed.paths(1_000)
    sent = sum(fuzzed.statuses.values())
    said = ", ".join(f"{status}: {times:,}" for status, times in sorted(fuzzed.statuses.items()))
    print(f"fuzzed: {sent:,} requests ({said}); {len(fuzzed.faults)} with a fault. Load {load()}")
    for fault in fuzzed.faults[:10]:
        print(f"  {fault}")
    print(flush=True)
    bars.note("fuzzed requests with a 5xx, a trace or SQL", len(fuzzed.faults), must=0)
