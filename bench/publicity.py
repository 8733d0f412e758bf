"""Fifty thousand steps of people who do what they may about what becomes public; after each step anybody looks."""

from __future__ import annotations

import asyncio
import os
import time
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing import get_context
from random import Random
from typing import Any

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.errors import HypothesisException
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from bench.bars import Bars, load
from bench.campaign import ACTS, CASCADING, OFTEN, TAKING_BACK, Campaign
from bench.grounds import BEGINS, Clock, Idle
from bench.misled import FAULTS, Fault, misled
from bench.onlookers import Onlookers, Seen, two_processes
from casework.master_keys import KeyRing
from casework.refusals import Refusal
from casework.settings import Settings
from casework.transaction import Database
from casework.vault import Vault
from commands import scratch
from migrations import roles, running

STEPS, EACH = 50_000, 400
#: So many at most until a seeded fault has shown.
_FOR_A_FAULT = 3_000
_DRAWN = st.integers(0, 2**32 - 1)


class Uncleared(AssertionError):
    """Somebody was shown what is not cleared."""


@dataclass
class Stage:
    """Where worlds are played, one after the other."""

    loop: asyncio.AbstractEventLoop
    begin: Any
    onlookers: Onlookers
    seen: Seen
    #: Whether the first violation ends it.
    stops: bool = True
    #: So many steps are enough.
    most: int = STEPS
    steps: int = 0
    worlds: int = 0
    acts: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    campaign: Campaign | None = None

    def wait_for(self, doing: Any) -> Any:
        """Machines are drawn in a thread of their own; what they do is done here."""
        return asyncio.run_coroutine_threadsafe(doing, self.loop).result()

    async def open(self, drawn: int) -> None:
        self.onlookers.forget()
        self.campaign = await self.begin()
        await self.campaign.begin(minor=drawn % 4 == 0)
        self.worlds += 1

    async def step(self, name: str, drawn: int) -> None:
        """One act, and whoever looks after it."""
        campaign, before = self.campaign, len(self.seen.violations)
        assert campaign is not None
        campaign.chance = Random(f"{name} {drawn}")
        refused = False
        try:
            await ACTS[name](campaign)
        except Idle:
            return
        except Refusal:
            # What may not be done now is not done.
            refused = True
        self.steps += 1
        (self.refused if refused else self.acts)[name] += 1
        cleared = await campaign.look()
        said = f"world {self.worlds}, step {self.steps}, {name}"
        if name in CASCADING and not refused:
            self.onlookers.house_keeps(campaign, cleared, said)
        if name in TAKING_BACK and not refused:
            await self.onlookers.stare(campaign, cleared, said)
        elif not refused or self.steps % 4 == 0:
            await self.onlookers.glance(campaign, cleared, said)
        if self.stops and len(self.seen.violations) > before:
            raise Uncleared(self.seen.violations[before:])


def machine(stage: Stage) -> type[RuleBasedStateMachine]:
    """What people may do, as rules that hypothesis puts in any order."""

    class Publicity(RuleBasedStateMachine):
        @initialize(drawn=_DRAWN)
        def begin(self, drawn: int) -> None:
            if stage.steps < stage.most:
                stage.wait_for(stage.open(drawn))

    def ruled(name: str) -> Any:
        def does(self: RuleBasedStateMachine, drawn: int) -> None:
            if stage.steps < stage.most:
                stage.wait_for(stage.step(name, drawn))

        does.__name__ = name
        return rule(drawn=_DRAWN)(does)

    rules = {f"{name}_{number}": ruled(name) for name in ACTS for number in range(OFTEN.get(name, 1))}
    return type("Publicity", (Publicity,), rules)


async def play(stage: Stage, *, worlds: int, each: int = EACH, shrinks: bool = False, draws: int = 1) -> None:
    """Let so many worlds happen, of so many draws each. Raises :class:`Uncleared` where the stage stops."""
    plan = settings(
        max_examples=worlds, stateful_step_count=each, database=None, deadline=None,
        phases=[Phase.generate, Phase.shrink] if shrinks else [Phase.generate],
        suppress_health_check=list(HealthCheck), report_multiple_bugs=False, print_blob=False,
    )  # fmt: skip
    await asyncio.to_thread(run_state_machine_as_test, seed(draws)(machine(stage)), settings=plan)


@asynccontextmanager
async def staged(*, stops: bool, most: int) -> AsyncIterator[Stage]:
    """Servers for a while, an empty house in two processes, and a clock of its own."""
    async with AsyncExitStack() as stack:
        cluster = stack.enter_context(scratch.cluster())
        queue = stack.enter_context(scratch.queue())
        home = stack.enter_context(scratch.folder())
        # It runs an event loop of its own.
        await asyncio.to_thread(cluster.make, "publicity")
        owner_url, app_url = cluster.url(roles.OWNER, "publicity"), cluster.url(roles.APP, "publicity")
        await running.migrate(owner_url, app_url)
        key, clock, seen = KeyRing.generate(), Clock(), Seen()
        key.write(home / "master.key")
        databases = [Database(app_url, Vault(key), pool_size=2) for _ in range(2)]
        for database in databases:
            database.clock = clock
            stack.push_async_callback(database.close)
        bare = await roles.connect(owner_url)
        stack.push_async_callback(bare.close)
        superuser = await roles.connect(cluster.superuser_url_of("publicity"))
        stack.push_async_callback(superuser.close)
        await superuser.execute("set session_replication_role = replica")
        full = "select tablename from pg_tables where schemaname = 'public' and tablename <> 'alembic_version'"
        tables = [name for (name,) in await superuser.fetch(full)]
        kept = [name for name in tables if await superuser.fetchval(f'select exists (select from "{name}")')]
        wiped = ";".join(f'delete from "{name}"' for name in tables if name not in kept)

        async def begin() -> Campaign:
            await superuser.execute(wiped)
            clock.now = BEGINS
            return Campaign(databases[0], bare, clock)

        served = Settings(database_url=app_url, redis_url=queue, home=home)
        onlookers = await stack.enter_async_context(two_processes(served, databases, seen))
        yield Stage(asyncio.get_running_loop(), begin, onlookers, seen, stops=stops, most=most)


async def finds(stage: Stage, fault: Fault) -> bool:
    """Whether whoever looks finds this fault, in worlds enough for it to show."""
    stage.seen.violations.clear()
    stage.stops, stage.most = True, stage.steps + _FOR_A_FAULT
    draws = 0
    with misled(fault):
        while stage.steps < stage.most and not stage.seen.violations:
            draws += 1
            # A world is not played again to the same id, and what is looked for is found already.
            with suppress(Uncleared, HypothesisException, ExceptionGroup):
                await play(stage, worlds=10, each=80, draws=draws)
    return bool(stage.seen.violations)


def part(steps: int, draws: int, faults: Sequence[str]) -> Played:
    """One process's share."""

    async def whole() -> Played:
        async with staged(stops=False, most=steps) as stage:
            rounds = 0
            while stage.steps < steps:
                rounds += 1
                await play(stage, worlds=10, draws=draws * 1000 + rounds)
                print(f"  {stage.steps:7,} of {steps:,} steps, {len(stage.seen.violations)} violations", flush=True)
            seen, stage.seen, stage.onlookers.seen = stage.seen, Seen(), Seen()
            done = Played(stage.steps, stage.worlds, stage.acts.copy(), stage.refused.copy(), seen)
            stage.onlookers.seen = stage.seen
            done.missed = [name for name in faults if not await finds(stage, FAULTS[name])]
            return done

    return asyncio.run(whole())


@dataclass
class Played:
    """What one process did and found."""

    steps: int
    worlds: int
    acts: Counter[str]
    refused: Counter[str]
    seen: Seen
    #: Seeded faults that nobody found.
    missed: list[str] = field(default_factory=list)


async def measure_publicity(bars: Bars, steps: int = STEPS) -> None:
    """Print how much was done and looked at, and what was shown that was not cleared: by as many processes as the
    machine runs at once, each with servers of its own.
    """
    began, many = time.perf_counter(), os.cpu_count() or 1
    with ProcessPoolExecutor(many, mp_context=get_context("spawn")) as pool:
        loop = asyncio.get_running_loop()
        found = await asyncio.gather(
            *(
                loop.run_in_executor(pool, part, -(-steps // many), number, sorted(FAULTS)[number::many])
                for number in range(many)
            )
        )
    took = time.perf_counter() - began
    done = sum(one.steps for one in found)
    acts, refused, asked, shown = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for one in found:
        acts.update(one.acts)
        refused.update(one.refused)
        asked.update(one.seen.asked)
        shown.update(one.seen.shown)
    violations = [said for one in found for said in one.seen.violations]
    kept_back = [said for one in found for said in one.seen.kept_back]
    print(f"publicity: {done:,} steps in {sum(one.worlds for one in found)} worlds, {took:.0f} s. Load {load()}")
    print(f"           {acts.total():,} were done ({len(acts)} kinds), {refused.total():,} refused")
    for surface in sorted(asked):
        print(f"           {surface:26} asked {asked[surface]:8,}, showed something {shown[surface]:8,}")
    for said in [*violations[:10], *kept_back[:10]]:
        print(f"  {said}")
    print(flush=True)
    missed = sorted(name for one in found for name in one.missed)
    print(f"           {len(FAULTS) - len(missed)} of {len(FAULTS)} seeded faults found. {', '.join(missed)}")
    bars.note("seeded faults that were not found", len(missed), must=0)
    bars.note("steps of the fifty thousand that were not taken", max(STEPS - done, 0), must=0)
    bars.note("shown in public without being cleared", len(violations), must=0)
    bars.note("kept back though it was cleared", len(kept_back), must=0)


__all__ = ["EACH", "STEPS", "Stage", "Uncleared", "finds", "machine", "measure_publicity", "play", "staged"]
