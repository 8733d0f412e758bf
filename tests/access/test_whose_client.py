"""A case, a name and a number stay with their client, whoever writes: what shows a case shows who it is about."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import asyncpg
import pytest

from api.nodes import parts
from commands import scratch
from migrations import roles
from schema.base import Table
from tests.clock import NOW
from tests.ground import Ground
from tests.journeys import steps
from tests.town import Town

#: Tables whose rows are of one client, by the column that says of which.
OF_CLIENT = sorted(
    table.name
    for table in Table.metadata.tables.values()
    if "detainee_id" in table.c and table.c.detainee_id.foreign_keys
)

CASES = "{ cases(first: 5) { edges { node { id } } } }"


async def two_clients(town: Town) -> None:
    """Another client of the organization that leads the first case, so that there is somebody to move it to."""
    ana = await town.signed_in("coordinator@demo.test")
    await steps.take_in_mateo(
        town, ana, publicName="Teo C.", legalName="Mateo R. Cruz", aNumbers=["209876543"], aliases=["Teo"]
    )


async def rows(ground: Ground) -> dict[str, list[str]]:
    return {
        table: [row for (row,) in await ground.connection.fetch(f"select t::text from {table} t order by 1")]
        for table in (*OF_CLIENT, "detainees")
    }


async def refused(connection: asyncpg.Connection[Any], person: UUID | None, statement: str, *given: Any) -> None:
    """What somebody writes past every verb is refused for this reason, and no other."""
    act = connection.transaction()
    await act.start()
    try:
        await connection.execute(
            "select set_config('presencia.person', $1, true), set_config('presencia.system', $2, true),"
            " set_config('presencia.now', $3, true)",
            str(person or ""), "" if person else "operator", NOW.isoformat(),
        )  # fmt: skip
        with pytest.raises(asyncpg.RaiseError, match="stays with the client"):
            await connection.execute(statement, *given)
    finally:
        await act.rollback()


async def test_no_row_of_a_client_is_moved_to_another_client_by_anybody(
    lived_in: Town, ground: Ground, cluster: scratch.Cluster
) -> None:
    await two_clients(lived_in)
    elm_city = parts(lived_in.organizations["elm-city"])[1]
    clients = [row["id"] for row in await ground.connection.fetch(
        "select id from detainees where organization_id = $1 order by created_at", elm_city)]  # fmt: skip
    before = await rows(ground)
    ana = lived_in.staff["coordinator@demo.test"]
    database = await ground.connection.fetchval("select current_database()")
    owner = await roles.connect(cluster.url(roles.OWNER, database))
    app = await roles.connect(lived_in.settings.database_url)
    try:
        for connection, person in ((owner, None), (app, None), (app, ana)):
            for table in OF_CLIENT:
                await refused(
                    connection, person, f"update {table} set detainee_id = $1 where detainee_id = $2",
                    clients[0], clients[1],
                )  # fmt: skip
    finally:
        await owner.close()
        await app.close()

    assert await rows(ground) == before
    assert len(clients) >= 2
    assert OF_CLIENT == ["aliases", "cases", "detainee_numbers", "identities", "name_tokens"]


async def test_no_client_and_nothing_of_theirs_is_moved_to_another_organization(lived_in: Town, ground: Ground) -> None:
    await two_clients(lived_in)
    other = parts(lived_in.organizations["shoreline"])[1]
    of_theirs = [table for table in OF_CLIENT if table != "cases"]
    before = await rows(ground)
    app = await roles.connect(lived_in.settings.database_url)
    try:
        for table in (*of_theirs, "detainees"):
            await refused(app, None, f"update {table} set organization_id = $1 where organization_id <> $1", other)
    finally:
        await app.close()

    assert await rows(ground) == before


async def test_every_table_that_names_a_client_is_kept_by_the_database(ground: Ground) -> None:
    found = await ground.connection.fetch(
        "select c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid"
        " where t.tgfoid = 'refuse_another_client'::regproc and not t.tgisinternal"
    )

    assert sorted(row["relname"] for row in found) == sorted([*OF_CLIENT, "detainees"])


async def test_every_client_is_in_a_case(lived_in: Town, ground: Ground) -> None:
    """Both walls show a client by the organization alone: one of no case would be shown to whoever reads no case of
    theirs. Merging and undoing leave none; that a client goes with their last case is tried in ``test_erasing``.
    """
    await two_clients(lived_in)
    ana = await lived_in.signed_in("coordinator@demo.test")
    kept, merged = (edge["node"]["id"] for edge in (await ana.ask(CASES))["cases"]["edges"][:2])
    merge = await ana.do("mergeCases", "merge { id }", keptCaseId=kept, mergedCaseId=merged)
    without = "select count(*) from detainees d where not exists (select from cases c where c.detainee_id = d.id)"

    assert await ground.connection.fetchval(without) == 0
    assert (await ana.do("undoMerge", mergeId=merge["merge"]["id"]))["__typename"] == "UndoMergePayload"
    assert await ground.connection.fetchval(without) == 0
    assert await ground.connection.fetchval("select count(*) from detainees") >= 3
