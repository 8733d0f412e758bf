"""References between rows: whoever names a row that is not theirs learns nothing, and nothing is written.

PostgreSQL asks no policy when it looks whether a referred row is there. So a reference carries the tenant with it, or
something else stands before it: that is listed here, and tried.
"""

from __future__ import annotations

import json
from uuid import UUID

import asyncpg

from migrations import roles
from schema.base import Table, new_id
from tests.clock import NOW
from tests.ground import Ground
from tests.lived_in import town
from tests.town import Town

#: Rows without a tenant: naming one tells nothing that is not told anyway.
PUBLIC = {"courts", "facilities", "hearing_locations", "organizations"}
#: Whose references hold without the tenant in them, and why.
REASONS = {
    "cases": "many organizations read one case; the policy on writing asks whether the actor reads it (tried below)",
    "people": "teams and guests cross organizations; verbs find people with `seen` (test_leaks tries each verb)",
    "occasions": "one with its hearing or action, whose case the policy on writing asks about",
    "hearings": "verbs find it with the case it must be of",
    "incidents": "a follow-up names the one it hangs on, and is written by whoever sees that",
    "proceedings": "verbs find it with the case it must be of",
    "advocacy_actions": "verbs find it with the case or organization it is of",
    "assignments": "notices, forms and sheets name one: the house plans notices, verbs find it with the case it is of",
    "conflict_sheets": "what a sheet says names the sheet, in one verb, whose case the policy on writing asks about",
    "conflict_names": "only its own tokens name one, and both are their owner's alone",
    "team_members": "a colleague's seat names the attorney's, found with the case it is on",
    "invitations": "notices name one, which only the house plans; and whose ride it is, written by whoever holds it",
    "companions": "whoever asks goes with an offer to the same date, found by the verb with that date",
    "sign_in_links": "notices and visits at a provider name one: only the house plans them, and holds its secret",
    "feeds": "what devices were told of one is written by its owner: the policy on writing asks (test_whose_devices)",
    "synced_feeds": "its entries name it, written with it",
    "identity_providers": "members see that theirs is there; visits and identities name the one they were looked up by",
    "changes": "who was told of one names it, in the verb that makes it",
    "acknowledgements": "only the house writes who was called about one",
    "notices": "only receipts name one, and only the house keeps receipts",
    "consents": "a narrowed consent names the one it came from, in one verb",
    "consent_interviews": "the consents that follow from a talk are written with it, in one verb",
    "deadlines": "only one that takes another's place names it, and verbs find that one with the case it must be of",
    "shifts": "only the house itself gives a shift its dates, those of its own organization",
    "arrest_reports": "what a report says and which case it became are written by whoever found the report itself",
    "outcomes": "only its own words name one, written with it",
    "documents": "verbs find one of the case they already hold (test_files tries another's)",
    "files": "only its own pieces name one, written with it",
    "tasks": "calls and visits name the one that was added with them, in one verb",
    "sightings": "its parts are written with it, in one verb; who is called to it, by whoever found it with `seen`",
    "sighting_pictures": "only its own pieces name one, written with it",
    "listed_groups": "verbs find it with `seen`, and a referral is of the same organization",
    "vault_keys": "a key is worth nothing without the master key, and is named by the house alone",
    "supervisions": "a check-in names one of its own case, found by the verb that sets it",
    "operations": "verbs find it with `seen`, and compare whose it is; a case that gets another lead keeps it",
    "detainees": "merged rows of one organization; every other reference carries it",
}  # fmt: skip


def test_every_reference_carries_the_tenant_or_has_a_reason_not_to() -> None:
    bare = {
        f"{table.name}.{next(iter(key.columns)).name}": key.referred_table.name
        for table in Table.metadata.tables.values()
        for key in table.foreign_key_constraints
        if len(key.columns) == 1 and key.referred_table.name not in PUBLIC
    }

    assert {name: to for name, to in bare.items() if to not in REASONS} == {}
    assert set(REASONS) == set(bare.values()), "a reason that nothing needs any more"
    # An identity names its person together with the organization that tracks them: one number, tracked twice.
    assert [name for name, to in bare.items() if to == "detainees"] == ["detainees.merged_into_id"]


async def test_the_database_looks_up_no_case_for_whoever_does_not_read_it(town: Town, ground: Ground) -> None:
    """Ben copies a row of each table that names Elm City's case, under a new id: the wall stands before the lookup."""
    tables = [
        table for table in Table.metadata.tables.values() if "case_id" in table.c and table.c.case_id.foreign_keys
    ]
    connection = await roles.connect(town.settings.database_url)
    answers: dict[str, set[str]] = {}
    own: set[str] = set()
    try:
        case = await ground.connection.fetchval("select id from cases order by number limit 1")
        for table in tables:
            row = await ground.connection.fetchval(
                f"select to_jsonb(t) from {table.name} t where case_id = $1 limit 1", case
            )
            if row is None:
                continue
            for named in (case, new_id()):
                given = {**json.loads(row), "case_id": str(named)}
                given |= {"id": str(new_id())} if "id" in given else {}
                ben = await _written(connection, town.staff["coordinator@other.test"], table.name, given)
                answers.setdefault(table.name, set()).add(ben)
            ana = await _written(
                connection, town.staff["coordinator@demo.test"], table.name, {**given, "case_id": str(case)}
            )
            own |= {table.name} if ana != "no right" else set()
    finally:
        await connection.close()

    assert {name: said for name, said in answers.items() if said != {"no right"}} == {}
    # The wall tells them apart by the case alone: Ana, who coordinates it, may write into most of these tables.
    assert len(answers) >= 15
    assert own >= {"notes", "consents", "hearings", "proceedings", "custody_stints", "tasks", "team_members"}


async def _written(
    connection: asyncpg.Connection[asyncpg.Record], person_id: UUID, table: str, given: dict[str, object]
) -> str:
    """What the database says to whoever adds this row, past every verb. Nothing of it stays."""
    change = connection.transaction()
    await change.start()
    try:
        await connection.execute(
            "select set_config('presencia.person', $1, true), set_config('presencia.now', $2, true)",
            str(person_id),
            NOW.isoformat(),
        )
        await connection.execute(
            f"insert into {table} overriding system value select * from jsonb_populate_record(null::{table}, $1)",
            json.dumps(given),
        )
    except asyncpg.InsufficientPrivilegeError:
        return "no right"
    except asyncpg.PostgresError as error:
        return type(error).__name__
    finally:
        await change.rollback()
    return "written"


__all__ = ["town"]
