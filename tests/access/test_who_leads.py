"""Every row of a case keeps its lead beside it: what row-level security goes by is written by the database alone."""

from __future__ import annotations

import asyncpg

from api.nodes import parts
from schema.base import Led, Table
from tests.ground import Ground
from tests.town import Town

LED = sorted(
    mapper.local_table.name  # type: ignore[attr-defined]
    for mapper in Table.registry.mappers
    if issubclass(mapper.class_, Led)
)


async def astray(ground: Ground) -> dict[str, int]:
    """Rows that name another lead than their case does, by table."""
    found = {}
    for table in LED:
        found[table] = await ground.connection.fetchval(
            f"select count(*) from {table} r left join cases c on c.id = r.case_id"
            " where r.lead_organization_id is distinct from c.lead_organization_id"
        )
    return {table: count for table, count in found.items() if count}


async def test_whatever_the_verbs_write_names_the_lead_of_its_case(lived_in: Town, ground: Ground) -> None:
    filled = [
        table
        for table in LED
        if await ground.connection.fetchval(
            f"select exists (select from {table} where lead_organization_id is not null)"
        )
    ]

    assert await astray(ground) == {}
    assert len(filled) >= 12


async def test_every_table_that_keeps_a_lead_is_kept_by_the_database(ground: Ground) -> None:
    found = await ground.connection.fetch(
        "select c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid"
        " where t.tgfoid = 'lead_of_case'::regproc and not t.tgisinternal"
    )

    assert sorted(row["relname"] for row in found) == sorted(LED * 2)


async def test_no_one_can_name_another_lead_than_the_case_has(lived_in: Town, ground: Ground) -> None:
    """Whoever could would show a row to another organization, or hide it from its own."""
    other = parts(lived_in.organizations["shoreline"])[1]
    case_id = await ground.connection.fetchval("select case_id from notes limit 1")
    app = await asyncpg.connect(lived_in.settings.database_url.replace("+asyncpg", ""))
    try:
        async with app.transaction():
            await app.execute("select set_config('presencia.system', 'operator', true)")
            await app.execute("update notes set lead_organization_id = $1 where case_id = $2", other, case_id)
            await app.execute(
                "insert into locator_checks (id, case_id, lead_organization_id, source, found, checked_at)"
                " values (gen_random_uuid(), $1, $2, 'locator', false, now())",
                case_id,
                other,
            )
    finally:
        await app.close()

    assert await astray(ground) == {}


async def test_a_new_lead_is_told_to_every_row_of_the_case(lived_in: Town, ground: Ground) -> None:
    other = parts(lived_in.organizations["shoreline"])[1]
    case_id = await ground.connection.fetchval("select id from cases order by number limit 1")
    undone = ground.connection.transaction()
    await undone.start()
    try:
        # The clearing superuser's triggers rest; and no verb changes a lead yet, so that a reference forbids it.
        await ground.connection.execute("set local session_replication_role = origin")
        await ground.connection.execute("alter table cases drop constraint cases_lead_organization_id_detainee_id_fkey")
        await ground.connection.execute("update cases set lead_organization_id = $1 where id = $2", other, case_id)
        wrong = await astray(ground)
        told = await ground.connection.fetchval(
            "select count(*) from hearings where case_id = $1 and lead_organization_id = $2", case_id, other
        )
    finally:
        await undone.rollback()

    assert wrong == {}
    assert told > 0
