"""What lies in the database: sealed names, a wall around every table, and a trail nobody can take back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import asyncpg
import pytest
from sqlalchemy import select, text

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


#: What tells calendars that they show something else now.
TOUCHING = [
    f"touch_by_{table}"
    for table in (
        "advocacy_actions",
        "assignments",
        "case_readers",
        "cases",
        "check_ins",
        "conflict_walls",
        "consents",
        "courts",
        "detainees",
        "further_cases",
        "hearings",
        "invitations",
        "memberships",
        "occasions",
        "organizations",
        "proceedings",
        "sign_offs",
        "team_members",
    )
]


async def test_whoever_looks_behind_the_wall_is_listed_and_looks_from_a_fixed_place(ground: Ground) -> None:
    found = await ground.connection.fetch(
        "select proname, prosecdef, proconfig, provolatile from pg_proc where pronamespace = 'public'::regnamespace"
    )
    definers = {row["proname"]: row["proconfig"] for row in found if row["prosecdef"]}

    assert sorted(definers) == [
        "acting_accepted", "acting_administers", "acting_answers_sheet",
        "acting_audits", "acting_beside", "acting_compares", "acting_counsel", "acting_counsels",
        "acting_knows",
        "acting_legal_organizations", "acting_organizations", "acting_partner", "acting_reaches",
        "acting_reaches_client", "acting_reads", "acting_seats", "acting_sees_occasion", "acting_shares_action",
        "acting_shares_occasion", "acting_shown_sightings",
        "acting_still_reads",
        "acting_takes_in", "acting_tends_feeds", "acting_verifies", "acting_walled", "acting_wide",
        "action_facts", "action_open_to_actor", "arrive",
        "behind_wall",
        "calendars_of_case", "case_consents",
        "case_of_house", "cases_of_action", "client_has_number", "conflict_check_waits", "conflict_found",
        "counsel_has_room",
        "every_case_of_action", "follow_seat", "forget_touches", "hours_taken", "item_of_shift",
        "keep_whereabouts", "lead_of_case",
        "link_of_contact", "link_sees_bond",
        "link_sees_case",
        "link_sees_client", "link_sees_hearing", "link_sees_occasion", "link_sees_place", "link_sighting",
        "occasion_open_to_actor", "of_no_case_yet", "offer_tells", "outcomes_counted", "page_of_link", "public_page_at",
        "seal_trail", "shift_runs", "sittings", "standing_until", "tell_of_new_lead", "tell_reader",
        *TOUCHING, "touch_calendars", "trail_about", "trail_mark",
        "trail_people", "trail_unsealed", "transferred_since", "walled", "walled_among", "walled_from",
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
        "every_case_of_action", "follow_seat", "touch_calendars", *TOUCHING,
    }  # fmt: skip


async def test_what_a_client_agreed_to_is_answered_to_whoever_reads_the_case_and_to_no_one_else(
    town: Town, ground: Ground
) -> None:
    """Of a case that one does not read the answer is no, as of a case that there never was."""
    case_id = await ground.connection.fetchval("select case_id from consents where audience = 'officials'")
    mayor = await ground.connection.fetchrow("select id, person_id from invitations where case_id = $1", case_id)
    ana, luis, noor = (town.staff[f"{role}@demo.test"] for role in ("coordinator", "attorney", "advocate"))
    ben, grace = town.staff["coordinator@other.test"], town.staff["admin@demo.test"]

    async def answered(actor: actors.Actor, asked: UUID = case_id) -> bool:
        async with town.database.transaction(actor) as tx:
            found: bool = await tx.session.scalar(text("select case_consents(:of, 'officials', true)"), {"of": asked})
            return found

    assert [await answered(actors.Person(one)) for one in (ana, luis, noor)] == [True] * 3
    assert await answered(actors.Link(actors.LinkKind.INVITATION, mayor["id"], mayor["person_id"]))
    assert [await answered(actors.Person(one)) for one in (ben, grace)] == [False] * 2
    assert not await answered(actors.Link(actors.LinkKind.INVITATION, new_id(), new_id()))
    assert not await answered(actors.Person(ana), new_id())
    await ground.connection.execute(
        "insert into conflict_walls (id, case_id, lead_organization_id, person_id, reason, raised_at, raised_by_id)"
        " select gen_random_uuid(), id, lead_organization_id, $2, '', now(), $3 from cases where id = $1",
        case_id, luis, ana,
    )  # fmt: skip
    assert [await answered(actors.Person(one)) for one in (luis, ana)] == [False, True]


#: What a thief of the application's role would do to a record by the key that it was sealed with.
OVERWRITES = (
    "update vault_keys set wrapped = (select wrapped from vault_keys where id <> $1 limit 1) where id = $1",
    "update vault_keys set master_key = 'another' where id = $1",
    "update vault_keys set wrapped = null, destroyed_at = now() where id = $1",
    "insert into vault_keys (id, wrapped, master_key) values ($1, 'x', 'x') on conflict (id) do update"
    " set wrapped = excluded.wrapped",
    "update vault_keys set id = gen_random_uuid() where id = $1",
    "delete from vault_keys where id = $1",
)


@pytest.mark.parametrize("statement", OVERWRITES)
async def test_no_one_overwrites_or_destroys_a_key_but_who_rotates_and_what_takes_away(
    town: Town, ground: Ground, statement: str
) -> None:
    key = await ground.connection.fetchval("select vault_key_id from cases order by number limit 1")
    before = await ground.connection.fetch("select * from vault_keys order by id")
    somebody: list[actors.Actor] = [actors.System(one) for one in actors.SystemName if one not in _MAY]
    somebody += [actors.Person(one) for one in town.staff.values()]
    somebody.append(actors.Link(actors.LinkKind.INVITATION, new_id(), new_id()))
    app = await roles.connect(town.settings.database_url)
    try:
        for actor in somebody:
            await _past_the_verbs(app, actor, statement, key)
    finally:
        await app.close()

    assert await ground.connection.fetch("select * from vault_keys order by id") == before
    assert len(somebody) > 8 and len(before) > 8


async def test_who_may_write_keys_writes_no_more_than_they_must(town: Town, ground: Ground) -> None:
    """What takes away destroys and wraps nothing; a key is never deleted; and what was destroyed stays so."""
    key = await ground.connection.fetchval("select vault_key_id from cases order by number limit 1")
    overwrites, renames, destroys, upserts, moves, deletes = OVERWRITES
    app = await roles.connect(town.settings.database_url)
    try:
        for statement in (overwrites, renames, upserts, moves, deletes):
            assert await _past_the_verbs(app, actors.RETENTION, statement, key) == "no right"
        for statement in (moves, deletes):
            assert await _past_the_verbs(app, actors.OPERATOR, statement, key) == "no right"
        assert await _past_the_verbs(app, actors.RETENTION, destroys, key) == "UPDATE 1"
        for actor in (actors.RETENTION, actors.OPERATOR):
            assert await _past_the_verbs(app, actor, overwrites, key) == "UPDATE 0"
    finally:
        await app.close()

    kept = await ground.connection.fetchrow("select wrapped, destroyed_at is null from vault_keys where id = $1", key)
    assert tuple(kept) == (None, False)


async def test_people_make_keys_and_neither_links_nor_the_house_on_its_rounds_do(town: Town) -> None:
    makes = "insert into vault_keys (id, wrapped, master_key) values ($1, 'x', 'x')"
    app = await roles.connect(town.settings.database_url)
    try:
        for actor in (actors.SIGN_IN, actors.LINKS, actors.SHIFTS, actors.DELIVERY, actors.HOUSEKEEPING):
            assert await _past_the_verbs(app, actor, makes, new_id()) == "no right"
        link = actors.Link(actors.LinkKind.INVITATION, new_id(), new_id())
        assert await _past_the_verbs(app, link, makes, new_id()) == "no right"
        ana = actors.Person(town.staff["coordinator@demo.test"])
        assert await _past_the_verbs(app, ana, makes, new_id()) == "INSERT 0 1"
    finally:
        await app.close()


async def test_a_key_that_is_there_still_was_not_destroyed_and_says_so(town: Town, ground: Ground) -> None:
    """The wall lets it pass without a word: whoever destroys looks whether it is gone."""
    key = await ground.connection.fetchval("select vault_key_id from cases order by number limit 1")

    with pytest.raises(VaultError, match="there still"):
        async with town.database.transaction(actors.Person(town.staff["coordinator@demo.test"])) as tx:
            await tx.destroy_keys([key])

    assert await ground.connection.fetchval("select wrapped from vault_keys where id = $1", key) is not None


_MAY = (actors.SystemName.OPERATOR, actors.SystemName.RETENTION)


async def _past_the_verbs(app: asyncpg.Connection[Any], actor: actors.Actor, statement: str, key: UUID) -> str:
    """What the database says to this actor."""
    person, link, system = (
        actor.id if isinstance(actor, actors.Person) else "",
        actor if isinstance(actor, actors.Link) else None,
        actor.name.value if isinstance(actor, actors.System) else "",
    )
    try:
        async with app.transaction():
            for name, value in (
                ("person", person), ("system", system),
                ("link", link.id if link else ""), ("link_person", link.person_id if link else ""),
            ):  # fmt: skip
                await app.execute("select set_config($1, $2, true)", f"presencia.{name}", str(value))
            return str(await app.execute(statement, key))
    except asyncpg.InsufficientPrivilegeError:
        return "no right"


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
