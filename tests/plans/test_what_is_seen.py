"""Whoever reads what is sensitive is in the trail by the statement that reads it, on both paths alike."""

from __future__ import annotations

from typing import Any

import pytest

from casework.connections import Line
from tests.ground import Ground
from tests.plans.test_both_paths import paths_of
from tests.plans.test_both_paths import town as town
from tests.town import Town

#: Everything that is recorded as seen, in lists, on pages, and where there is one of it or none.
EVERYTHING = (
    """{ cases { edges { node { shortId client { legalName birthDate aNumbers aliases } whereabouts { since }
         intake { told callerName } contacts { relation } walls { raisedAt } notes { body } privilegedNotes { body }
         hearings { outcomeNote } team { role urgentReason } } } } }""",
    """{ cases { edges { node { bond { steps { obligor receipt } } bondAmount { amount } bondGrounds { basis }
         bondEligibility { stance } documents { title files { name } } files { name } callLog { told callerName }
         visits { rules outcome } deadlines { ordered setAsideReason } } } } }""",
    """{ cases { edges { node { detainers { agency followUp } incidents { what followUps { toWhom } }
         preparedness { doneOn } courthouseArrest { court }
         outcomes { supporters words { said pressLinks } } awaitingOutcome { id } } } } }""",
    """{ cases { edges { node { trail(first: 50) { edges { node { act reason changes } } } } } } }""",
    "{ calendar(range: {from: \"2026-11-01T00:00:00Z\", until: \"2026-12-31T00:00:00Z\"})"
    " { hearing { outcomeNote case { client { gender } } } case { client { nationality } } } }",
    "{ organizations { shifts { phone } } }",
    "{ people { edges { node { contacts { channel address } } } } }",
    "{ reportsWaiting { contents { name aNumber } } reportsMade { contents { callerName } } }",
    "{ organizations { holds { reason } } viewer { memberships { organization { holds { reason } } } } }",
    "{ first: case(shortId: \"C-10001\") { client { aNumbers } } same: case(shortId: \"C-10001\") { notes { body } }"
    " none: case(shortId: \"C-1\") { notes { body } client { legalName } } }",
    "{ tasks(mine: false) { edges { node { case { client { legalName } intake { told } } } } } }",
)  # fmt: skip


async def test_what_is_shown_is_in_the_trail_alike_on_both_paths(town: Town, ground: Ground) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    luis = await town.signed_in("attorney@demo.test")
    case = (await ana.ask('{ case(shortId: "C-10001") { id revision } }'))["case"]
    # The same number again: it is no change, and neither the entry nor its seal names it.
    await ana.do(
        "updateCase", caseId=case["id"], expectedRevision=case["revision"], legalName="Mateo Rivera Cortés",
        birthDate=None,
    )  # fmt: skip
    walled = await luis.do(
        "raiseWall", caseId=case["id"], personId=town.person("attorney@other.test"), reason="Their client once."
    )
    assert walled["__typename"] == "RaiseWallPayload", walled
    paths = paths_of(town)

    left = [await paths.compared(person, text) for person in paths.sessions for text in EVERYTHING]

    assert [one for one in left if one and "undated" not in one] == []
    fields = await ground.connection.fetch("select distinct unnest(fields) from audit_entries where act = 'viewed'")
    subjects = {one.partition(".")[0] for (one,) in fields}
    assert subjects == {
        "audit_entries", "bond_amounts", "bond_grounds", "bond_steps", "calls", "case_contacts",
        "conflict_walls", "contacts", "detainees", "detainers", "documents", "files", "incidents", "intakes",
        "legal_holds", "notes", "outcome_words", "preparedness_ticks", "privileged_notes", "report_contents", "shifts",
        "visits",
        "whereabouts",
    }  # fmt: skip
    assert ("audit_entries.legal_name",) in fields and ("audit_entries.birth_date",) not in fields
    assert paths.seen >= 40


def statements(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What connections for reading are asked from here on."""
    sent: list[str] = []
    for name in ("value", "rows"):
        monkeypatch.setattr(Line, name, noting(sent, getattr(Line, name)))
    return sent


def noting(sent: list[str], of: Any) -> Any:
    async def asked(line: Line, looking: Any, statement: str, values: Any) -> Any:
        sent.append(statement)
        return await of(line, looking, statement, values)

    return asked


async def test_the_statement_that_reads_writes_the_entry(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    look = "query Look($s: String!) { case(shortId: $s) { client { legalName } notes { body } } }"
    await ana.ask(look, s="C-10001")
    sent = statements(monkeypatch)

    assert (await ana.ask(look, s="C-10001"))["case"]["client"]["legalName"]

    assert len(sent) == 1 and "insert into audit_entries" in sent[0]
    sent.clear()
    await ana.ask('{ case(shortId: "C-10001") { stage } }')
    assert len(sent) == 1 and "audit_entries" not in sent[0]


async def test_nothing_is_shown_where_the_entry_cannot_be_written(town: Town, ground: Ground) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    look = '{ case(shortId: "C-10001") { client { legalName } } }'
    named = (await ana.ask(look))["case"]["client"]["legalName"]
    await ground.connection.execute("alter table audit_entries add constraint no_room check (seq < 0) not valid")
    try:
        answer = await ana.raw(look)
    finally:
        await ground.connection.execute("alter table audit_entries drop constraint no_room")

    assert named not in answer.text


async def test_what_is_not_shown_leaves_no_entry(town: Town, ground: Ground) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    asked = "select coalesce(max(seq), 0) from audit_entries"

    before = await ground.connection.fetchval(asked)
    await ana.ask('{ case(shortId: "C-1") { client { legalName } notes { body } } }')
    assert await ground.connection.fetchval(asked) == before

    # A page knows of one row more than it shows.
    page = await ana.ask("{ cases(first: 1) { pageInfo { hasNextPage } edges { node { client { legalName } } } } }")
    assert page["cases"]["pageInfo"]["hasNextPage"]
    shown = "select count(*) from audit_entries where seq > $1 and act = 'viewed'"
    assert await ground.connection.fetchval(shown, before) == 1
