"""Run the benchmarks and print the ratios."""

from __future__ import annotations

import argparse
import asyncio
import os
import time

from bench.alike import measure_operations
from bench.bars import Bars, load
from bench.calendars import measure_calendars
from bench.chaining import measure_chain
from bench.chaos import measure_chaos
from bench.decaying import measure_decay
from bench.fuzzing import measure_fuzzed
from bench.house import House, open_house
from bench.jobs import JOBS, Job
from bench.moving import measure_move
from bench.page import measure_page
from bench.promised import measure_promise
from bench.promptly import measure_promptly
from bench.public import measure_public
from bench.publicity import measure_publicity
from bench.readings import measure
from bench.refusing import measure_hostile
from bench.remembering import measure_documents
from bench.scale import measure_scale
from bench.searching import READINGS
from bench.seeing import measure_seen
from bench.sending import measure_sending
from bench.signing import measure_signing

#: Everything but ``scale`` and ``decay``, which fill deployments of their own with a million first, and what brings
#: servers of its own. What adds to the data comes last.
_ALL = (*READINGS, "move", *JOBS, "calendars", "public", "hostile", "operations", "documents", "signing", "chain",
        "seen", "sending", "fuzz", "promise", "publicity")  # fmt: skip


async def run(given: argparse.Namespace, bars: Bars) -> None:
    """Open a house of so many cases and measure each job in it."""
    wanted = given.jobs or _ALL
    async with open_house(given.cases) as house:
        print(f"{house.cases:,} cases, made in {house.built_in:.0f} s. {given.rounds} rounds. Load {load()}\n")
        if readings := [name for name in wanted if name in READINGS]:
            await measure(house, readings, given.rounds, bars, plans=given.plans)
            print(f"\nload {load()}\n", flush=True)
        if "move" in wanted:
            bars.note("move, CPU ÷ floor", await measure_move(house, given.rounds), must=5, aim=2)
        if jobs := [name for name in wanted if name in JOBS]:
            print(f"{'':10} {'product':>10} {'floor':>10} {'ratio':>7} {'req/s':>8} {'bytes':>9}")
            for name in jobs:
                await one(house, name, JOBS[name](house), given.rounds, given.seconds)
            print(f"\nload {load()}\n", flush=True)
        if "calendars" in wanted:
            await measure_calendars(house, given.rounds, bars)
        if "public" in wanted:
            await measure_public(house, given.rounds, bars)
        if "hostile" in wanted:
            await measure_hostile(house, bars)
        if "operations" in wanted:
            await measure_operations(house, bars)
        if "documents" in wanted:
            await measure_documents(house, bars)
        if "signing" in wanted:
            await measure_signing(house, bars)
        if "fuzz" in wanted:
            await measure_fuzzed(house, bars)
        if "chain" in wanted:
            await measure_chain(house, bars)
        if "seen" in wanted:
            await measure_seen(house, bars)
        if "sending" in wanted:
            await measure_sending(house, given.rounds, bars)
        if "promise" in wanted:
            await measure_promise(house, bars)
        if "publicity" in wanted:
            await measure_publicity(bars)
        print(f"load {load()} at the end\n", flush=True)


async def one(house: House, name: str, job: Job, rounds: int, seconds: float) -> None:
    """Print the best median of some rounds, product and floor in turns; seconds are a round's."""
    await job.prepare()
    size = await job.product()
    await job.floor()
    best = {"product": float("inf"), "floor": float("inf")}
    for _ in range(rounds):
        spent: dict[str, list[float]] = {"product": [], "floor": []}
        end = time.perf_counter() + seconds
        # In turns, so that whatever else the machine does falls on both.
        while time.perf_counter() < end or len(spent["floor"]) < 3:
            for side in ("product", "floor"):
                began = time.perf_counter()
                await getattr(job, side)()
                spent[side].append(time.perf_counter() - began)
        for side, times in spent.items():
            best[side] = min(best[side], sorted(times)[len(times) // 2])
    product, floor = best["product"] * 1000, best["floor"] * 1000
    print(f"{name:10} {product:8.2f} ms {floor:7.2f} ms {product / floor:7.1f} {1000 / product:8.0f} {size:9,}")


def main() -> None:
    """Read the arguments and measure."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--cases", type=int, default=int(os.environ.get("BENCH_CASES", "10000")))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=2.0, help="of a round of feed and notices")
    parser.add_argument("--plans", action="store_true", help="print the plan of each reading's floor")
    parser.add_argument("--small", type=int, default=10_000, help="cases of scale's small deployment")
    parser.add_argument("--large", type=int, default=1_000_000, help="cases of its large one")
    parser.add_argument("--settled", type=int, default=1_000_000, help="letters that lie behind decay's")
    parser.add_argument("--rows", type=int, default=100_000, help="cases of the deployment page scrolls through")
    parser.add_argument("jobs", nargs="*", choices=[[], "scale", "chaos", "promptly", "decay", "page", *_ALL])
    given = parser.parse_args()
    bars = Bars()
    if "chaos" in given.jobs or "promptly" in given.jobs:
        # Of towns of their own, whose servers may be stopped.
        if "chaos" in given.jobs:
            asyncio.run(measure_chaos(bars))
        if "promptly" in given.jobs:
            asyncio.run(measure_promptly(bars, given.rounds))
    elif given.jobs == ["page"]:
        asyncio.run(measure_page((given.cases, given.rows), given.rounds, bars))
    elif given.jobs == ["publicity"]:
        asyncio.run(measure_publicity(bars))
    elif "decay" in given.jobs:
        asyncio.run(measure_decay(given.cases, given.settled, given.rounds, bars))
    elif "scale" in given.jobs:
        names = [name for name in given.jobs if name in READINGS]
        asyncio.run(measure_scale(given.small, given.large, given.rounds, names, bars))
    else:
        asyncio.run(run(given, bars))
    # Told, and no failure: a busy machine is not the product's fault.
    bars.tell()


main()
