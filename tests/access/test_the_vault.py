"""What lies in the database: sealed names, a wall around every table, and a trail nobody can take back."""

from __future__ import annotations

import asyncpg
import pytest
from sqlalchemy import select

from casework import actors
from casework.master_keys import KeyRing
from casework.vault import Locked, Vault, VaultError
from commands import scratch
from migrations import roles
from schema.base import Sealed, new_id
from schema.notes import Note
from tests.ground import Ground
from tests.lived_in import town
from tests.town import Town


async def test_a_dump_of_every_table_tells_no_name_number_address_or_note(town: Town, ground: Ground) -> None:
    whole = ""
    for table in ground.tables:
        rows = await ground.connection.fetch(f'select t::text from "{table}" t')
        whole += "\n".join(row[0] for row in rows).lower()

    assert len(whole) > 20_000
    planted = (
        "Mateo", "Rivera", "Cruz", "Lucía", "201345678", "rosa@home.example", "mayor@city.example", "Elena Reyes",
        "Rosa Rivera", "Called the jail", "Strategy.", "car wash", "Southington", "Noor Haddad",
    )  # fmt: skip
    assert [words for words in planted if words.lower() in whole] == []


async def test_a_sealed_value_opens_in_its_own_place_only(town: Town) -> None:
    async with town.database.transaction(actors.OPERATOR) as tx:
        note = await tx.session.scalar(select(Note).limit(1))
        assert note is not None
        await tx.unlock([note.body])
        vault = tx.vault

        assert vault.open(note.body, "notes", "body", note.id) == "Called the jail."
        for table, column, row in (
            ("privileged_notes", "body", note.id),
            ("notes", "title", note.id),
            ("notes", "body", new_id()),
        ):
            with pytest.raises(VaultError):
                vault.open(note.body, table, column, row)
        spoilt = Sealed(note.body.ciphertext[:-1] + bytes([note.body.ciphertext[-1] ^ 1]))
        with pytest.raises(VaultError):
            vault.open(spoilt, "notes", "body", note.id)
        # Another deployment's key opens nothing, even with every row at hand.
        with pytest.raises(Locked):
            Vault(KeyRing.generate()).open(note.body, "notes", "body", note.id)


async def test_every_table_has_its_wall_and_denies_whoever_names_no_actor(town: Town, ground: Ground) -> None:
    walls = await ground.connection.fetch(
        "select relname, relrowsecurity and relforcerowsecurity as walled from pg_class"
        " where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'alembic_version'"
    )
    assert [row["relname"] for row in walls if not row["walled"]] == []

    connection = await roles.connect(town.settings.database_url)
    try:
        seen = {row["relname"]: await connection.fetchval(f'select count(*) from "{row["relname"]}"') for row in walls}
    finally:
        await connection.close()
    assert {table: count for table, count in seen.items() if count} == {}
    assert len(seen) >= 40


async def test_whoever_looks_behind_the_wall_is_listed_and_looks_from_a_fixed_place(ground: Ground) -> None:
    found = await ground.connection.fetch(
        "select proname, prosecdef, proconfig, provolatile from pg_proc where pronamespace = 'public'::regnamespace"
    )
    definers = {row["proname"]: row["proconfig"] for row in found if row["prosecdef"]}

    assert sorted(definers) == [
        "acting_accepted", "acting_administers", "acting_answers_sheet",
        "acting_audits", "acting_beside", "acting_counsel", "acting_counsels",
        "acting_knows",
        "acting_legal_organizations", "acting_organizations", "acting_partner", "acting_reaches",
        "acting_reaches_client", "acting_reads", "acting_seats", "acting_sees_occasion", "acting_still_reads",
        "acting_takes_in", "acting_tends_feeds", "acting_walled", "acting_wide", "arrive", "behind_wall",
        "case_consents",
        "case_of_house", "client_has_number", "conflict_check_waits", "conflict_found", "counsel_has_room",
        "follow_seat", "item_of_shift", "keep_whereabouts", "lead_of_case", "link_sees_case",
        "link_sees_client", "link_sees_hearing", "link_sees_occasion", "link_sees_place", "of_no_case_yet",
        "seal_trail", "shift_runs", "sittings", "tell_of_new_lead", "tell_reader", "trail_about", "trail_mark",
        "trail_people", "trail_unsealed", "walled", "walled_from",
    ]  # fmt: skip
    paths = {tuple(one for one in config or () if one.startswith("search_path=")) for config in definers.values()}
    assert paths == {("search_path=pg_catalog, public",)}


async def test_what_says_of_anybody_where_they_sit_is_asked_by_nobody_but_the_wall(ground: Ground) -> None:
    found = await ground.connection.fetch(
        "select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef"
        " and not has_function_privilege($1, oid, 'execute')",
        roles.APP,
    )

    assert {row["proname"] for row in found} == {
        "acting_seats", "sittings", "lead_of_case", "tell_of_new_lead", "walled", "keep_whereabouts",
        "follow_seat",
    }  # fmt: skip


async def test_the_trail_is_only_ever_added_to(town: Town, ground: Ground, cluster: scratch.Cluster) -> None:
    before = await ground.connection.fetchval("select count(*) from audit_entries")
    owner = await roles.connect(cluster.url(roles.OWNER, await ground.connection.fetchval("select current_database()")))
    app = await roles.connect(town.settings.database_url)
    try:
        await app.execute("select set_config('presencia.system', 'operator', false)")
        for statement in ("update audit_entries set act = 'nothing'", "delete from audit_entries"):
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await app.execute(statement)
            with pytest.raises(asyncpg.RaiseError, match="append-only"):
                await owner.execute(statement)
        with pytest.raises(asyncpg.RaiseError, match="append-only"):
            await owner.execute("truncate audit_entries")
    finally:
        await owner.close()
        await app.close()

    assert await ground.connection.fetchval("select count(*) from audit_entries") == before
    assert before > 20


__all__ = ["town"]
