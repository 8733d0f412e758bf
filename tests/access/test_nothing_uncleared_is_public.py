"""No reachable state shows in public what is not cleared: people do what they may in any order, and anybody looks."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from bench.campaign import Campaign
from bench.grounds import BEGINS, Clock
from bench.misled import FAULTS
from bench.onlookers import Seen, two_processes
from bench.publicity import Stage, finds, play
from casework.master_keys import KeyRing
from casework.settings import Settings
from casework.transaction import Database
from casework.vault import Vault
from commands import scratch
from migrations import roles
from tests.ground import Ground

#: One that shows soon. All of them are seeded where fifty thousand steps are taken (``make bench``).
SOON = ("what lost its consent stays published",)


@pytest.fixture
async def stage(
    database: Database, ground: Ground, cluster: scratch.Cluster, settings: Settings, master_key: KeyRing
) -> AsyncIterator[Stage]:
    named = await ground.connection.fetchval("select current_database()")
    bare = await roles.connect(cluster.url(roles.OWNER, named))
    other = Database(cluster.url(roles.APP, named), Vault(master_key), pool_size=2)
    clock, seen = Clock(), Seen()
    database.clock = other.clock = clock

    async def begin() -> Campaign:
        await ground.clear()
        clock.now = BEGINS
        return Campaign(database, bare, clock)

    async with two_processes(settings, [database, other], seen) as onlookers:
        yield Stage(asyncio.get_running_loop(), begin, onlookers, seen)
    await other.close()
    await bare.close()


async def test_whatever_people_do_nothing_uncleared_is_public(stage: Stage) -> None:
    await play(stage, worlds=6, each=100)

    assert (stage.seen.violations, stage.seen.kept_back) == ([], [])
    assert stage.steps > 80 and stage.seen.asked["public page"] > 10


@pytest.mark.parametrize("fault", SOON)
async def test_whoever_looks_finds_a_fault(stage: Stage, fault: str) -> None:
    assert await finds(stage, FAULTS[fault])
