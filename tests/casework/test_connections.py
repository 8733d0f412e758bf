"""Connections for reading: many actors over few of them, with failures in between, and nobody answered as another."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from random import Random
from uuid import UUID

import asyncpg
import pytest

from casework.actors import Place, SystemName
from casework.connections import Lines, Looking
from schema.base import new_id
from schema.organizations import OrganizationKind, Role

WHO = "select current_setting('presencia.person') || current_setting('presencia.system')"


@pytest.fixture
async def lines(database_url: str) -> AsyncIterator[Lines]:
    found = Lines(database_url, size=3)
    yield found
    await found.close()


def named(looking: Looking) -> str:
    return str(looking.person) if looking.person else str(looking.system)


async def test_many_actors_over_few_connections_are_each_answered_as_themselves(lines: Lines) -> None:
    actors = [Looking(new_id()) for _ in range(20)] + [Looking(system=SystemName.SIGN_IN)]
    wrong: list[str] = []

    async def asks(seed: int) -> int:
        chance, answered = Random(seed), 0
        for _ in range(25):
            looking = chance.choice(actors)
            way = chance.random()
            try:
                async with lines.line(looking) as line:
                    if way < 0.15:
                        await line.value(looking, "select 1 / 0", [])
                    if way < 0.25:
                        # The database is still at it when we stop listening.
                        await asyncio.wait_for(line.value(looking, "select pg_sleep(1)", []), 0.01)
                    if way < 0.3:
                        raise LookupError
                    said = await line.value(looking, WHO, [])
                    answered += 1
                    if said != named(looking):
                        wrong.append(f"{said} instead of {named(looking)}")
            except (asyncpg.DivisionByZeroError, TimeoutError, LookupError):
                continue
        return answered

    answered = await asyncio.gather(*(asks(seed) for seed in range(8)))

    assert wrong == []
    assert sum(answered) > 100
    assert len(lines._free) <= 3


async def test_who_serves_the_same_actor_again_is_not_told_again(database_url: str) -> None:
    ana, luis = Looking(new_id()), Looking(new_id())
    lines = Lines(database_url, size=2)
    told: list[str] = []
    for looking in (ana, ana, luis, ana, luis, Looking(new_id()), luis, ana):
        async with lines.line(looking) as line:
            told.append("known" if line.known == looking else "told")
            await line.value(looking, WHO, [])
    await lines.close()

    # Two connections hold two readers; the third takes the place of whoever has rested longest.
    assert told == ["told", "known", "told", "known", "known", "told", "known", "told"]


async def test_where_somebody_stands_now_is_told_anew_when_it_changed(lines: Lines) -> None:
    person = new_id()
    before = Looking(
        person, (Place(UUID(int=1), OrganizationKind.LEGAL_PROVIDER, frozenset({Role.COORDINATOR}), False),)
    )
    async with lines.line(before) as line:
        await line.value(before, WHO, [])
        assert line.known == before
        after = Looking(person)
        await line.value(after, WHO, [])
        assert line.known == after


async def test_after_an_error_a_connection_knows_nobody(lines: Lines) -> None:
    ana = Looking(new_id())
    with pytest.raises(asyncpg.DivisionByZeroError):
        async with lines.line(ana) as line:
            await line.value(ana, "select 1 / 0", [])

    assert [line.known for line in lines._free] == [None]
    async with lines.line(ana) as line:
        assert await line.value(ana, WHO, []) == str(ana.person)


async def test_a_server_without_a_pooler_is_taken(lines: Lines) -> None:
    await lines.refuse_a_pooler()


async def test_a_value_that_cannot_be_told_leaves_no_lock_behind(lines: Lines, owner_url: str) -> None:
    """The client finds out after it has named the statement: half told, the statement would hold its tables."""
    ana = Looking(new_id())
    with pytest.raises(asyncpg.DataError):
        async with lines.line(ana) as line:
            await line.rows(ana, "select from cases where number = $1", [2**80])

    owner = await asyncpg.connect(owner_url.replace("+asyncpg", ""))
    try:
        await owner.execute("set lock_timeout = '2s'")
        async with owner.transaction():
            await owner.execute("lock table cases in access exclusive mode")
    finally:
        await owner.close()
