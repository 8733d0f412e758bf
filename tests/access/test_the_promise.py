"""Both walls against a third statement of the rules, in worlds that nobody planned; and faults that it must find."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import and_, any_, exists, false, not_, or_, true

from bench import shared
from bench.laid import lay
from bench.spoken import TABLES
from bench.walls import MODELS, Held, hold
from bench.worlds import PAST, world
from casework.access import consented, reaches
from casework.access.eyes import COUNSEL, LEGAL, READER
from casework.access.visible import VISIBLE
from casework.transaction import Database
from commands import scratch
from migrations import roles
from schema.conflicts import ConflictSheet
from schema.consents import ConsentAudience
from schema.documents import CaseFile, FileAudience
from schema.reports import ArrestReport
from tests.ground import Ground


async def held_in(database: Database, ground: Ground, random: Random, **only: Any) -> Held:
    found = Held()
    await ground.clear()
    drawn = world(random)
    shared.draw(drawn, PAST)
    await lay(ground.connection, drawn, database.vault)
    await hold(database, drawn, found, **only)
    return found


async def test_six_worlds_ask_a_thousand_questions_and_hold(database: Database, ground: Ground) -> None:
    worlds = [await held_in(database, ground, Random(seed)) for seed in range(6)]

    assert [(one.leaks, one.denials) for one in worlds] == [([], [])] * 6
    assert sum(one.pairs for one in worlds) >= 1_000
    assert sum(one.rows for one in worlds) > 1_500


@settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(random=st.one_of(st.randoms(use_true_random=True), st.randoms(use_true_random=False)))
async def test_both_walls_show_what_was_promised_and_nothing_else(
    database: Database, ground: Ground, random: Random
) -> None:
    found = await held_in(database, ground, random)

    assert (found.leaks, found.denials) == ([], [])
    # Six of them are more than a thousand pairs.
    assert found.pairs >= 200
    assert found.rows


#: The rules as they are.
PEOPLE = VISIBLE[MODELS["people"]]
FILES = VISIBLE[MODELS["files"]]
#: Faults of the first wall: a rule that lets everybody in, one that lets in too deep or too long, one that shuts out.
IN_THE_APPLICATION: dict[str, tuple[str, Callable[[Any, Any], Any]]] = {
    **{f"{table}: everybody": (table, lambda eyes, row: true()) for table in TABLES},
    "story: everybody": ("case_story", lambda eyes, row: true()),
    "story: any reader": (
        "case_story",
        lambda eyes, row: and_(reaches(eyes, row, READER), or_(not_(row.for_counsel), reaches(eyes, row, COUNSEL))),
    ),
    "story: what is kept for counsel": ("case_story", lambda eyes, row: reaches(eyes, row, LEGAL)),
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
    "bond amounts: whoever is told where they are": (
        "bond_amounts",
        lambda eyes, row: or_(
            reaches(eyes, row, LEGAL),
            and_(reaches(eyes, row, READER), consented(eyes, row.case_id, ConsentAudience.ADVOCATES, place=True)),
        ),
    ),
    "bond grounds: the legal team": ("bond_grounds", lambda eyes, row: reaches(eyes, row, LEGAL)),
    "tasks: not those one owns": ("tasks", lambda eyes, row: reaches(eyes, row, LEGAL)),
    "safety plans: whoever reads the case": ("safety_plans", lambda eyes, row: reaches(eyes, row, READER)),
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
    "files: counsel's, too": ("files", lambda eyes, row: reaches(eyes, row, LEGAL)),
    "files: without the client": (
        "files",
        lambda eyes, row: or_(
            FILES(eyes, row), and_(reaches(eyes, row, READER), row.audience == FileAudience.ADVOCATES)
        ),
    ),
    "file pieces: as it was sent": (
        "file_pieces", lambda eyes, row: exists().where(CaseFile.id == row.file_id, FILES(eyes, CaseFile))
    ),
    "file pieces: whatever file it is of": (
        "file_pieces", lambda eyes, row: exists().where(CaseFile.id == row.file_id, reaches(eyes, CaseFile, READER))
    ),
    "incidents: counsel's as well": ("incidents", lambda eyes, row: reaches(eyes, row, LEGAL)),
    "follow-ups: of counsel's incidents as well": (
        "incident_follow_ups", lambda eyes, row: reaches(eyes, row, LEGAL)
    ),
    "conflict sheets: the whole firm": (
        "conflict_sheets",
        lambda eyes, row: or_(reaches(eyes, row, LEGAL), row.organization_id == any_(eyes.organizations())),
    ),
    "conflict sheet contents: after the answer": (
        "conflict_sheet_contents",
        lambda eyes, row: or_(
            reaches(eyes, row, LEGAL),
            exists().where(ConflictSheet.id == row.id, ConflictSheet.contact_id == eyes.person),
        ),
    ),
    "conflict names: whose admin they are": (
        "conflict_names", lambda eyes, row: row.organization_id == any_(eyes.organizations())
    ),
    "contacts: of no home": ("contacts", lambda eyes, row: row.person_id == eyes.person),
}  # fmt: skip

FILES_POLICY = """(audience <> 'counsel' and (lead_organization_id = any (acting_reads(true, false))
    or case_id = any (acting_reads(true, false)))) or lead_organization_id = any (acting_reads(true, true))
    or case_id = any (acting_reads(true, true)) or (audience = 'advocates' and taken_away_at is null
    and case_consents(case_id, 'advocates') and (lead_organization_id = any (acting_reads(false, false))
    or case_id = any (acting_reads(false, false))))"""
#: Faults of the second: what a policy says instead, and what a function behind it says instead.
IN_THE_DATABASE: dict[str, tuple[str, str, str]] = {
    **{f"{table}: everybody": (table, "policy", "true") for table in TABLES},
    "notes: nobody": ("notes", "policy", "false"),
    "files: those that were taken away": ("files", "policy", FILES_POLICY.replace(" and taken_away_at is null", "")),
    "files: a consent that ended": ("files", "case_consents", "and c.expires_at > acting_now()"),
    "claims: the legal team": (
        "claims", "policy",
        "lead_organization_id = any (acting_reads(true, false)) or case_id = any (acting_reads(true, false))",
    ),
    "incidents: counsel's as well": (
        "incidents", "policy",
        "lead_organization_id = any (acting_reads(true, false)) or case_id = any (acting_reads(true, false))",
    ),
    "follow-ups: of counsel's incidents as well": (
        "incident_follow_ups", "policy",
        "lead_organization_id = any (acting_reads(true, false)) or case_id = any (acting_reads(true, false))",
    ),
    "hearings: a consent that ended": ("hearings", "case_consents", "and c.expires_at > acting_now()"),
    "hearings: a consent that was withdrawn": ("hearings", "case_consents", "c.state = 'standing' and "),
    "hearings: of somebody at liberty": ("hearings", "case_consents", "k.custody_status <> 'released'\n      and "),
    "hearings: before release asked again": (
        "hearings", "case_consents", "\n      and c.given_at >= coalesce(k.consents_asked_again_from, c.given_at)"
    ),
    "safety plans: whoever reads the case": (
        "safety_plans", "policy",
        "lead_organization_id = any (acting_reads(false, false)) or case_id = any (acting_reads(false, false))",
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
    "bond amounts: whoever is told of dates": ("bond_amounts", "case_consents", "\n    and (c.bond or not of_bond)"),
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
    "conflict sheet contents: after the answer": (
        "conflict_sheet_contents", "acting_answers_sheet", " and s.answer is null"
    ),
    "conflict sheet contents: of one that was shut": (
        "conflict_sheet_contents", "acting_answers_sheet", " and s.closed_at is null"
    ),
    "conflict sheet contents: after its week": (
        "conflict_sheet_contents", "acting_answers_sheet", " and s.open_until > acting_now()"
    ),
    "conflict sheet contents: anybody's": (
        "conflict_sheet_contents", "acting_answers_sheet", "\n    and s.contact_id = acting_person()"
    ),
    "story: any reader": ("case_story", "view", "acting_sits('legal'::text, lead_organization_id, case_id)"),
    "story: as its owner sees it": ("case_story", "view", "security_invoker = true"),
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
        found = await held_in(database, ground, Random(seed), only=(table,))
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
    elif where == "view":
        asked = await owner.fetchval("select pg_get_viewdef($1::regclass)", table)
        right = f"create or replace view {table} with (security_invoker = true) as {asked}"
        wrong = right.replace(what, "true" if "(" in what else "security_invoker = false")
        assert wrong != right
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
    assert not (await held_in(database, ground, Random(0), only=(table,))).leaks
