"""Run the benchmarks and print the ratios."""

from __future__ import annotations

import argparse
import asyncio
import os
import time

from bench.alike import measure_operations
from bench.bars import Bars, load
from bench.house import House, open_house
from bench.jobs import JOBS, Job
from bench.moving import measure_move
from bench.reading import READINGS
from bench.readings import measure
from bench.refusing import measure_hostile
from bench.scale import measure_scale


async def run(cases: int, rounds: int, seconds: float, wanted: list[str], bars: Bars) -> None:
    """Open a house of so many cases and measure each job in it."""
    async with open_house(cases) as house:
        print(f"{house.cases:,} cases, made in {house.built_in:.0f} s. Best of {rounds} rounds of {seconds:g} s.")
        print(f"load {load()}\n")
        readings = [name for name in wanted or READINGS if name in READINGS]
        if readings:
            await measure(house, readings, rounds)
            print(f"\nload {load()}\n")
        if "hostile" in (wanted or ["hostile"]):
            await measure_hostile(house, bars)
        if "operations" in (wanted or ["operations"]):
            await measure_operations(house, bars)
        if "move" in (wanted or ["move"]):
            await measure_move(house, rounds)
        wanted = [name for name in wanted or JOBS if name in JOBS]
        if not wanted:
            return
        print(f"{'':10} {'product':>10} {'floor':>10} {'ratio':>7} {'req/s':>8} {'bytes':>9}")
        for name in wanted:
            await one(house, name, JOBS[name](house), rounds, seconds)
        print(f"\nload {load()} at the end")


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
    parser.add_argument("--cases", type=int, default=int(os.environ.get("BENCH_CASES", "2000")))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=2.0)
    parser.add_argument("--small", type=int, default=10_000, help="of scale")
    parser.add_argument("--large", type=int, default=1_000_000, help="of scale")
    parser.add_argument("jobs", nargs="*", choices=[[], "scale", "hostile", "operations", "move", *READINGS, *JOBS])
    given = parser.parse_args()
    bars = Bars()
    if "scale" in given.jobs:
        # Alone: its two deployments take minutes to fill.
        names = [name for name in given.jobs if name in READINGS]
        asyncio.run(measure_scale(given.small, given.large, given.rounds, names, bars))
    else:
        asyncio.run(run(given.cases, given.rounds, given.seconds, given.jobs, bars))
    bars.tell()


main()
