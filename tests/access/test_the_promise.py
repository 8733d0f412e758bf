"""Both walls against a third statement of the rules, in worlds that nobody planned; and faults that it must find."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from sqlalchemy import and_, any_, exists, false, not_, or_, true

from bench.rules import TABLES
from bench.walls import MODELS, Held, hold
from bench.worlds import lay, world
from casework.access import consented, reaches
from casework.access.eyes import LEGAL, READER
from casework.access.visible import VISIBLE
from casework.transaction import Database
from commands import scratch
from migrations import roles
from schema.consents import ConsentAudience
from schema.reports import ArrestReport
from tests.ground import Ground


async def held_against(database: Database, ground: Ground, seeds: range, **only: Any) -> Held:
    found = Held()
    for seed in seeds:
        await ground.clear()
        drawn = world(Random(seed))
        await lay(ground.connection, drawn)
        await hold(database, drawn, found, **only)
    return found


async def test_both_walls_show_what_was_promised_and_nothing_else(database: Database, ground: Ground) -> None:
    found = await held_against(database, ground, range(6))

    assert (found.leaks, found.denials) == ([], [])
    assert found.pairs >= 1_000
    assert found.rows > 1_500


#: The rule as it is.
PEOPLE = VISIBLE[MODELS["people"]]
#: Faults of the first wall: a rule that lets everybody in, one that lets in too deep or too long, one that shuts out.
IN_THE_APPLICATION: dict[str, tuple[str, Callable[[Any, Any], Any]]] = {
    **{f"{table}: everybody": (table, lambda eyes, row: true()) for table in TABLES},
    "notes: nobody": ("notes", lambda eyes, row: false()),
    "notes: any reader": ("notes", lambda eyes, row: reaches(eyes, row, READER)),
    "privileged notes: the legal team": ("privileged_notes", lambda eyes, row: reaches(eyes, row, LEGAL)),
    "hearings: without the client": (
        "hearings",
        lambda eyes, row: or_(reaches(eyes, row, LEGAL), and_(reaches(eyes, row, READER), row.detained)),
    ),
    "hearings: closed ones as well": (
        "hearings",
        lambda eyes, row: or_(
            reaches(eyes, row, LEGAL),
            and_(reaches(eyes, row, READER), row.detained, consented(eyes, row.case_id, ConsentAudience.ADVOCATES)),
        ),
    ),
    "hearings: officials' consent will do": (
        "hearings",
        lambda eyes, row: or_(
            reaches(eyes, row, LEGAL),
            and_(
                reaches(eyes, row, READER), row.detained, not_(row.closed_to_public),
                consented(eyes, row.case_id, ConsentAudience.OFFICIALS),
            ),
        ),
    ),
    "notes: through a wall": (
        "notes",
        lambda eyes, row: or_(
            row.lead_organization_id == any_(eyes.organizations(wide=True, legal=True)), eyes.seated(row, LEGAL)
        ),
    ),
    "identities: through a wall": (
        "identities", lambda eyes, row: row.organization_id == any_(eyes.organizations(wide=True, legal=True))
    ),
    "whereabouts: whoever is told of dates": (
        "whereabouts",
        lambda eyes, row: or_(
            reaches(eyes, row, LEGAL),
            and_(reaches(eyes, row, READER), consented(eyes, row.case_id, ConsentAudience.ADVOCATES)),
        ),
    ),
    "tasks: not those one owns": ("tasks", lambda eyes, row: reaches(eyes, row, LEGAL)),
    "people: whoever's mother they are": (
        "people",
        lambda eyes, row: or_(
            row.organization_id == any_(eyes.organizations()), row.id == eyes.person, PEOPLE(eyes, row)
        ),
    ),
    "report contents: as long as it is addressed": (
        "report_contents",
        lambda eyes, row: exists().where(
            ArrestReport.id == row.report_id, VISIBLE[ArrestReport](eyes, ArrestReport)
        ),
    ),
    "arrest reports: the whole group": (
        "arrest_reports", lambda eyes, row: row.organization_id == any_(eyes.organizations())
    ),
    "contacts: of no home": ("contacts", lambda eyes, row: row.person_id == eyes.person),
}  # fmt: skip

#: Faults of the second: what a policy says instead, and what a function behind it says instead.
IN_THE_DATABASE: dict[str, tuple[str, str, str]] = {
    **{f"{table}: everybody": (table, "policy", "true") for table in TABLES},
    "notes: nobody": ("notes", "policy", "false"),
    "claims: the legal team": (
        "claims", "policy",
        "lead_organization_id = any (acting_reads(true, false)) or case_id = any (acting_reads(true, false))",
    ),
    "hearings: a consent that ended": ("hearings", "case_consents", "and c.expires_at > acting_now()"),
    "hearings: a consent that was withdrawn": ("hearings", "case_consents", "c.state = 'standing' and "),
    "hearings: of somebody at liberty": ("hearings", "case_consents", "k.custody_status <> 'released'\n      and "),
    "hearings: before release asked again": (
        "hearings", "case_consents", "\n      and c.given_at >= coalesce(k.consents_asked_again_from, c.given_at)"
    ),
    "report contents: after it was declined": (
        "report_contents", "policy", "exists (select 1 from arrest_reports r where r.id = report_id)"
    ),
    "arrest reports: whoever belongs to the provider": (
        "arrest_reports", "acting_takes_in", " and m.role in ('coordinator', 'paralegal', 'attorney')"
    ),
    "tasks: of a case one's organization left": (
        "tasks", "acting_still_reads", " and (r.until is null or r.until > acting_now())"
    ),
    "whereabouts: whoever is told of dates": ("whereabouts", "case_consents", "\n    and (c.place or not of_place)"),
    "cases: before no wall, for whoever has one": (
        "cases", "open_to_actor", " or id is null or id <> all (acting_walled())"
    ),
    "notes: a wall that was lifted": ("notes", "walled", "w.lifted_at is null and "),
    "notes: a wall before an organization": (
        "notes", "walled", """ or w.organization_id in (
        select m.organization_id from memberships m
        where m.person_id = walled.person and (m.ended_at is null or m.ended_at > acting_now()))"""
    ),
    "aliases: a wall before the case alone": ("aliases", "walled", ", (f.detainee_id)"),
    "notes: a wall before one half of a merge": (
        "notes", "walled", "union all select c.id, c.detainee_id from cases c where c.merged_into_id = f.id"
    ),
    "notes: a wall before the other half": (
        "notes", "walled",
        "union all select c.id, c.detainee_id from cases b join cases c on c.id = b.merged_into_id where b.id = f.id"
    ),
    "people: the mother of whom a wall keeps": (
        "people", "behind_wall", " where k.person_id = behind_wall.person_id\n    and not open_to_actor(k.case_id)"
    ),
    "contacts: whoever's mother they are": (
        "people", "of_no_case_yet", " where k.person_id = of_no_case_yet.person_id"
    ),
    "people: whom one met behind a wall": ("people", "acting_reaches", "open_to_actor(acting_reaches.case_id) and "),
    "items: of a shift that is over": ("date_checks", "shift_runs", " and s.ends_at > acting_now()"),
    "items: of a shift that was ended": ("date_checks", "shift_runs", " and s.revoked_at is null"),
    "items: without a promise": ("date_checks", "shift_runs", " and s.promised_at is not null"),
    "items: of another shift": ("date_checks", "item_of_shift", "d.shift_id = acting_link() and "),
    "items: answered ones as well": ("date_checks", "item_of_shift", "d.outcome is null and "),
    "items: of somebody at liberty": ("date_checks", "item_of_shift", "'released', "),
    "shifts: another's": (
        "shifts", "policy", "organization_id = any (acting_tends_feeds()) or acting_link() is not null"
    ),
    "people: of a partner that left": (
        "people", "acting_partner", " and (r.until is null or r.until > acting_now())"
    ),
}  # fmt: skip


async def found_by(database: Database, ground: Ground, table: str) -> bool:
    """Whether worlds, one after the other, show a difference in this table."""
    for seed in range(150):
        found = await held_against(database, ground, range(seed, seed + 1), only=(table,))
        if found.leaks or found.denials:
            return True
    return False


@pytest.mark.parametrize("fault", IN_THE_APPLICATION)
async def test_a_fault_of_the_first_wall_is_found(
    database: Database, ground: Ground, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    table, rule = IN_THE_APPLICATION[fault]
    monkeypatch.setitem(VISIBLE, MODELS[table], rule)

    assert await found_by(database, ground, table)


@pytest.mark.parametrize("fault", IN_THE_DATABASE)
async def test_a_fault_of_the_second_wall_is_found(
    database: Database, ground: Ground, cluster: scratch.Cluster, fault: str
) -> None:
    table, where, what = IN_THE_DATABASE[fault]
    named = await ground.connection.fetchval("select current_database()")
    owner = await roles.connect(cluster.url(roles.OWNER, named))
    if where == "policy":
        asked = (
            "select pg_get_expr(polqual, polrelid) from pg_policy where polname = 'sees' and polrelid = $1::regclass"
        )
        right = f"alter policy sees on {table} using ({await owner.fetchval(asked, table)})"
        # The operator, as whom the first wall is asked, sees what they see.
        wrong = f"alter policy sees on {table} using (({what}) or acting_system() = 'operator')"
    else:
        right = await owner.fetchval("select pg_get_functiondef($1::regproc)", where)
        wrong = right.replace(what, "")
        assert wrong != right
    try:
        await owner.execute(wrong)

        assert await found_by(database, ground, table)
    finally:
        await owner.execute(right)
        await owner.close()
    assert not (await held_against(database, ground, range(2), only=(table,))).leaks
