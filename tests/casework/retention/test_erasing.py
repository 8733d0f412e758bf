"""An erased case is gone from every table; its keys are destroyed; the trail stays, and verifies."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import pytest
from sqlalchemy import text

from casework import calls, documents, feeds, identities, intake, merging, retention, trail, visits
from casework.actors import HOUSEKEEPING
from casework.identities import Known
from casework.refusals import ChangedMeanwhile, ConfirmFirst, NotAllowedByState, NotFound, NotPermitted, Refusal
from casework.retention.erasing import tables_of_a_case
from casework.vault import Erased, Vault
from schema.base import Table
from schema.cases import Case
from schema.detainees import Detainee
from schema.documents import DocumentTrack, FileKind
from schema.retention import RetentionClass
from schema.visits import VisitKind
from tests.access.test_refusals_change_nothing import every_row
from tests.casework.retention.sweeps import AFTER, MINUTE, count, held_and_closed, supporters, swept
from tests.casework.retention.test_holds import hold, number, proved
from tests.ground import Ground
from tests.house import House


async def erase(house: House, who: UUID | None = None, *, revision: int | None = None) -> None:
    async with house.watching() as tx:
        now = (await tx.session.get_one(Case, house.case)).revision
    async with proved(house, who or house.luis) as tx:
        await retention.erase_case(tx, house.case, expected_revision=now if revision is None else revision)


async def naming(ground: Ground, *ids: UUID) -> set[str]:
    """Tables in which a row names one of these."""
    found = set()
    for table in ground.tables:
        rows = await ground.connection.fetch(f'select to_jsonb(t)::text from "{table}" t')
        found |= {table for (row,) in rows if any(str(one) in row for one in ids)}
    return found


async def touches_forgotten(house: House, ground: Ground) -> None:
    """Two days later: that something of a case was touched, calendars need to know no longer."""
    await ground.connection.execute("update calendar_touches set at = at - interval '3 days'")
    async with house.database.transaction(HOUSEKEEPING) as tx:
        await feeds.forget_touches(tx)


async def test_counsel_erases_a_closed_case_and_no_table_but_the_trail_knows_it(house: House, ground: Ground) -> None:
    await house.invite(*await supporters(house, "Olga Ortiz"))
    await house.send()
    async with house.acting(house.ana) as tx:
        other = await intake.take_in_case(
            tx, house.organization, known=Known(legal_name="Mateo R. Cruz", a_numbers=["201345678"], aliases=["Teo"])
        )
        await merging.merge_cases(tx, house.case, other.id)
    async with house.acting(house.ana) as tx:
        (line, *_) = await documents.lay_out_checklist(tx, house.case, DocumentTrack.BOND)
        await documents.add_file(tx, house.case, "a.txt", b"To you. " * 90_000, FileKind.TEXT, document_id=line.id)
        await calls.log_call(tx, house.case, told="That he is well.", caller_id=house.rosa)
        await visits.book_visit(
            tx, house.case, VisitKind.VIDEO, datetime(2026, 11, 30, 10), time_zone="America/New_York"
        )
    await held_and_closed(house)
    sealed = await ground.connection.fetch(
        "select v.id, v.wrapped from vault_keys v where id in (select vault_key_id from cases union select vault_key_id"
        " from detainees)"
    )
    clients = [row["id"] for row in await ground.connection.fetch("select id from detainees")]
    assert len(sealed) == 4 and len(await naming(ground, house.case, other.id, *clients)) > 15

    await erase(house)

    await touches_forgotten(house, ground)
    assert await naming(ground, house.case, other.id, *clients) == {"audit_entries"}
    for table in (
        "detainee_numbers", "name_tokens", "aliases", "identities", "occasions", "notices", "receipts", "documents",
        "files", "file_pieces", "calls", "visits",
    ):  # fmt: skip
        assert await count(ground, table) == 0, table
    keys = await ground.connection.fetch("select * from vault_keys where id = any($1)", [row["id"] for row in sealed])
    assert {(row["wrapped"], row["destroyed_at"]) for row in keys} == {(None, house.clock.now)}
    for row in keys:
        with pytest.raises(Erased):
            house.database.vault.unwrap(row["id"], row["wrapped"])
        assert not house.database.vault.knows(row["id"])
    entry = await ground.connection.fetchrow("select * from audit_entries where act = 'case.erased'")
    assert entry["actor_id"] == house.luis and entry["case_id"] == house.case

    await trail.seal_up_to_now(house.database)
    async with house.watching() as tx:
        assert await trail.faults(tx) == []


async def test_a_client_with_another_case_stays(house: House, ground: Ground) -> None:
    await held_and_closed(house)
    await ground.connection.execute(
        "insert into vault_keys (id, wrapped, master_key) select gen_random_uuid(), wrapped, master_key"
        " from vault_keys limit 1"
    )
    await ground.connection.execute(
        "insert into cases select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'number', 7,"
        " 'closed_at', null, 'vault_key_id', (select id from vault_keys order by created_at desc limit 1)))).*"
        " from cases c"
    )

    await erase(house)

    assert await count(ground, "cases") == await count(ground, "detainees") == await count(ground, "identities") == 1
    client = await ground.connection.fetchrow(
        "select v.wrapped from detainees d join vault_keys v on v.id = d.vault_key_id"
    )
    assert client["wrapped"] is not None


async def test_seven_years_after_it_closed_a_case_goes_by_itself(house: House, ground: Ground) -> None:
    await held_and_closed(house)
    house.clock.now += AFTER[RetentionClass.CASES] - MINUTE
    assert not (await swept(house))[RetentionClass.CASES]
    house.clock.now += MINUTE
    assert (await swept(house))[RetentionClass.CASES] == 1
    await touches_forgotten(house, ground)
    assert await naming(ground, house.case) == {"audit_entries"}
    assert not (await swept(house))[RetentionClass.CASES]


async def test_each_refusal_to_erase_changes_nothing(house: House, ground: Ground) -> None:
    async def tried(refusal: type[Refusal], who: UUID | None = None, revision: int | None = None) -> None:
        before = await every_row(ground)
        with pytest.raises(refusal):
            await erase(house, who, revision=revision)
        assert await every_row(ground) == before

    await tried(NotAllowedByState)
    await held_and_closed(house)
    await tried(NotPermitted, house.ana)
    await tried(NotFound, house.rosa)
    await tried(ChangedMeanwhile, revision=0)
    placed = await hold(house, house.luis, await number(house))
    await tried(NotAllowedByState)
    async with proved(house, house.luis) as tx:
        await retention.lift_hold(tx, placed.id)
    async with house.acting(house.luis) as tx:
        case = await tx.session.get_one(Case, house.case)
        with pytest.raises(ConfirmFirst):
            await retention.erase_case(tx, house.case, expected_revision=case.revision)
    assert await count(ground, "cases") == 1


async def test_the_dump_and_the_master_key_open_nothing_that_was_erased(house: House, ground: Ground) -> None:
    sealed: bytes = await ground.connection.fetchval("select legal_name from identities")
    async with house.watching() as tx:
        client = await tx.session.get_one(Detainee, await ground.connection.fetchval("select id from detainees"))
        known = await identities.read(tx, client)
        known.a_numbers = ["201345678"]
        await identities.write(tx, client, known)
    token = await ground.connection.fetchval("select token from name_tokens limit 1")
    number_index = await ground.connection.fetchval("select number_index from detainee_numbers")
    await held_and_closed(house)
    await erase(house)

    fresh = Vault(house.database.vault._ring)
    key = await ground.connection.fetchrow("select * from vault_keys where id = $1", UUID(bytes=sealed[1:17]))
    with pytest.raises(Erased):
        fresh.unwrap(key["id"], key["wrapped"])
    taken = ""
    for table in ground.tables:
        for (row,) in await ground.connection.fetch(f'select t::text from "{table}" t'):
            taken += row
    assert len(taken) > 5_000
    assert sealed[29:].hex() not in taken and token.hex() not in taken and number_index.hex() not in taken


async def test_whatever_is_of_a_case_is_let_go_by_the_wall_and_by_nobody_but_retention(
    house: House, ground: Ground
) -> None:
    """A table that comes to be of a case must be among those that retention may take from."""
    policies = await ground.connection.fetch(
        "select tablename, qual from pg_policies where policyname like 'operator%' and qual like '%retention%'"
    )
    swept_tables = {row["tablename"] for row in policies}
    of_a_case = {table.name for table, _, _ in tables_of_a_case()} | {"cases", "merges", "detainees"}
    of_a_client = {table.name for table in Table.metadata.tables.values() if "detainee_id" in table.c}

    assert of_a_case | of_a_client <= swept_tables
    deletes = await ground.connection.fetch("select tablename from pg_policies where policyname = 'removes'")
    assert {row["tablename"] for row in deletes} == {
        "name_tokens", "identities", "detainee_numbers", "aliases", "authenticators", "report_contents",
        "conflict_names", "conflict_tokens", "family_members", "contacts", "push_subscriptions",
        # That an entry left somebody's own calendar: forgotten after a while.
        "synced_entries",
        # Days away that are over or taken back; that an act was received, after two weeks.
        "absences", "received_acts",
        # Who stands on a list of the address book.
        "people_list_entries",
        # The copy for others that another takes the place of; a school that is kept no more.
        "sighting_picture_pieces", "schools",
    }  # fmt: skip
    async with house.acting(house.ana) as tx:
        for table in ("notes", "cases", "invitations", "people"):
            await tx.session.execute(text(f"delete from {table}"))
    assert await count(ground, "cases") == 1 and await count(ground, "people") == 3
