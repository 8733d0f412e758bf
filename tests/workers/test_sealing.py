"""The trail's chain: sealed within seconds, in order, and whatever is done to it afterwards is found."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import asyncpg
import pytest
from sqlalchemy import text

from api.nodes import parts
from casework import trail
from casework.actors import OPERATOR, Person
from commands import scratch
from commands.audit import anchor_trail, verify_trail
from migrations import roles
from schema.detainees import Identity
from tests.ground import Ground
from tests.journeys import steps
from tests.town import Town, town
from workers.housekeeping import seal_trail

TIMES = 200


@pytest.fixture
async def owner(ground: Ground, cluster: scratch.Cluster) -> AsyncIterator[asyncpg.Connection[Any]]:
    """Whoever owns the tables, and so can do what the database refuses everybody else."""
    named = await ground.connection.fetchval("select current_database()")
    connection = await roles.connect(cluster.url(roles.OWNER, named))
    for table in ("audit_entries", "trail_seals"):
        await connection.execute(f"alter table {table} disable trigger user")
    yield connection
    for table in ("audit_entries", "trail_seals"):
        await connection.execute(f"alter table {table} enable trigger user")
    await connection.close()


async def sealed(town: Town) -> int:
    return await trail.seal_up_to_now(town.database)


async def faults(town: Town, anchor: dict[UUID, trail.Head] | None = None) -> list[trail.Fault]:
    async with town.database.transaction(OPERATOR) as tx:
        return await trail.faults(tx, anchor)


async def a_day(town: Town) -> UUID:
    """Some acts and views in two organizations. The first of them."""
    ana, ben = await town.signed_in("coordinator@demo.test"), await town.signed_in("coordinator@other.test")
    for seat, home in ((ana, "elm-city"), (ben, "shoreline")):
        for name in ("Rosa Elena Ibarra Luna", "Ernesto Vega", "Milagros Otero Paz"):
            taken = await seat.do("takeInCase", "case { id }", organizationId=town.organizations[home], legalName=name)
            await seat.do("writeNote", "note { id }", caseId=taken["case"]["id"], body=f"About {name}.")
            await seat.ask("query ($id: ID!) { node(id: $id) { ... on Case { client { legalName } notes { body } } } }",
                           id=taken["case"]["id"])  # fmt: skip
    return parts(town.organizations["elm-city"])[1]


async def test_what_people_did_is_sealed_and_holds(town: Town) -> None:
    home = await a_day(town)

    count = await sealed(town)

    async with town.database.transaction(OPERATOR) as tx:
        entries = await tx.session.scalar(text("select count(*) from audit_entries"))
        heads = {head.chain: head.place for head in await trail.heads(tx)}
    assert count == entries == sum(heads.values()) > 15
    assert heads[home] >= 6
    assert await faults(town) == []
    assert await sealed(town) == 0


async def test_an_entry_still_being_written_is_waited_for_and_keeps_its_place(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    case = await steps.take_in_mateo(town, ana)
    await sealed(town)
    async with town.database.transaction(Person(town.staff["coordinator@demo.test"])) as slow:
        slow.viewed(Identity, parts(case["id"])[1], ["legal_name"])
        await slow.record_views("Slow")
        await ana.do("writeNote", "note { id }", caseId=case["id"], body="Quicker.")

        meanwhile = await trail.seal_up_to_now(town.database, patience=0.3)

    assert meanwhile == 0
    assert await sealed(town) >= 2
    assert await faults(town) == []


async def test_nobody_but_the_sealer_writes_a_seal_and_nobody_changes_one(town: Town) -> None:
    await a_day(town)
    await sealed(town)
    app = await roles.connect(town.settings.database_url)
    try:
        for statement in (
            "insert into trail_seals (chain, place, seq, hash, sealed_at) values (gen_random_uuid(), 1, 99, '', now())",
            "update trail_seals set hash = ''",
            "delete from trail_seals",
            "select seal_trail(100, 0)",
        ):
            await app.execute("select set_config('presencia.system', 'operator', false)")
            with pytest.raises((asyncpg.InsufficientPrivilegeError, asyncpg.RaiseError)):
                await app.execute(statement)
    finally:
        await app.close()
    assert await faults(town) == []


def spoiling(chance: Random, entries: list[int]) -> tuple[str, str, set[int]]:
    """One way to spoil the chain: what it is, the statements, and the entries at which it must be found."""
    one, two = sorted(chance.sample(entries[:-1], 2))
    after = entries[entries.index(one) + 1]
    return chance.choice(
        [
            ("an act", f"update audit_entries set act = act || 'x' where seq = {one}", {one}),
            ("an hour", f"update audit_entries set at = at + interval '1 microsecond' where seq = {one}", {one}),
            ("who", f"update audit_entries set actor_id = gen_random_uuid() where seq = {one}", {one}),
            ("records", f"update audit_entries set records = array[gen_random_uuid()] where seq = {one}", {one}),
            ("another chain", f"update audit_entries set organization_id = gen_random_uuid() where seq = {one}", {one}),
            ("removed", f"delete from audit_entries where seq = {one}", {one}),
            ("unsealed", f"delete from trail_seals where seq = {one}", {one}),
            (
                "removed with its seal",
                f"delete from audit_entries where seq = {one}; delete from trail_seals where seq = {one}",
                {after},
            ),
            (
                "swapped",
                f"update trail_seals set seq = -1 where seq = {one}; update trail_seals set seq = {one}"
                f" where seq = {two}; update trail_seals set seq = {two} where seq = -1",
                {one, two},
            ),
            ("a hash", f"update trail_seals set hash = sha256(hash) where seq = {one}", {one, after}),
        ]
    )


async def test_whatever_is_done_to_a_sealed_trail_is_found_where_it_was_done(
    town: Town, owner: asyncpg.Connection[Any]
) -> None:
    home = await a_day(town)
    await sealed(town)
    entries = [
        row["seq"] for row in await owner.fetch("select seq from trail_seals where chain = $1 order by place", home)
    ]
    chance = Random(20261124)
    seen: set[str] = set()
    for _ in range(TIMES):
        what, statements, where = spoiling(chance, entries)
        seen.add(what)
        spoilt = owner.transaction()
        await spoilt.start()
        await owner.execute(statements)
        found = await owner.fetch(trail.LINKS.replace(":late", "now() - interval '1 hour'"))
        await spoilt.rollback()
        at = {row["seq"] for row in found}
        assert where <= at, (what, statements, found)
        assert len(at) <= 3, (what, statements, found)
    assert len(seen) == 10
    assert await faults(town) == []


async def test_a_cut_end_and_a_chain_written_anew_are_found_by_an_anchor(
    town: Town, owner: asyncpg.Connection[Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = await a_day(town)
    await sealed(town)
    assert await anchor_trail(town.settings) == 0
    anchor = tmp_path / "anchor.json"
    anchor.write_text(capsys.readouterr().out)
    assert await verify_trail(town.settings, anchor) == 0
    last = await owner.fetchval("select max(seq) from trail_seals where chain = $1", home)

    await owner.execute(f"delete from audit_entries where seq = {last}; delete from trail_seals where seq = {last}")
    cut = await verify_trail(town.settings), await verify_trail(town.settings, anchor)
    await owner.execute("update audit_entries set act = 'nothing' where seq = (select min(seq) from audit_entries)")
    await owner.execute("delete from trail_seals")
    await sealed(town)
    anew = await verify_trail(town.settings), await verify_trail(town.settings, anchor)

    assert (cut, anew) == ((0, 1), (0, 1))
    said = capsys.readouterr().out
    assert "links when it was anchored" in said and "another one when it was anchored" in said
    (tmp_path / "none.json").write_text(json.dumps({"chains": {"x": 1}}))
    assert await verify_trail(town.settings, tmp_path / "none.json") == 2


async def test_destroying_a_key_leaves_the_chain_whole(town: Town, owner: asyncpg.Connection[Any]) -> None:
    await a_day(town)
    await sealed(town)

    await owner.execute("update vault_keys set wrapped = null, destroyed_at = now()")

    assert await faults(town) == []


async def test_an_entry_that_nobody_sealed_for_a_minute_is_told(town: Town, caplog: pytest.LogCaptureFixture) -> None:
    await a_day(town)
    town.clock.now += trail.LATE * 2

    late = {fault.what for fault in await faults(town)}
    await seal_trail({"database": town.database})  # type: ignore[typeddict-item]

    assert late == {"nobody has sealed it for more than a minute"}
    assert "not sealed since" in caplog.text
    assert await faults(town) == []


__all__ = ["town"]
