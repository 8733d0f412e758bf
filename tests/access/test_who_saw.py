"""Who saw this record? Answered by person, time and door to the admin, the attorney of record and the lead's
coordinator; and on paper to the client.
"""

from __future__ import annotations

import json
import re
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.access.leaking import SECRETS, the_case, unknown
from tests.access.test_links import asked
from tests.access.test_refusals_change_nothing import every_row
from tests.ground import Ground
from tests.journeys import steps
from tests.lived_in import town as town
from tests.town import PASSWORD, Seat, Town

ANA, LUIS, NOOR, GRACE = "coordinator@demo.test", "attorney@demo.test", "advocate@demo.test", "admin@demo.test"
SEEN = "by organization door times firstAt lastAt fields urgentReason"
BY_NUMBER = f"query ($n: String) {{ whoSaw(shortId: $n) {{ {SEEN} }} }}"
BY_ID = f"query ($id: ID) {{ whoSaw(recordId: $id) {{ {SEEN} }} }}"
LOOK = "query Look($id: ID!) { node(id: $id) { ... on Case { client { legalName aNumbers } notes { body } } } }"
ENTRIES = """query ($id: ID!, $who: ID, $after: String) { audit(recordId: $id, personId: $who, first: 2, after: $after)
  { pageInfo { hasNextPage endCursor } edges { node { by act door fields reason } } } }"""
TEAM = "query ($s: String!) { case(shortId: $s) { team { urgentReason } } }"
WHY = "Ana can't be reached and the hearing was moved to tomorrow."


def told(seen: list[Any]) -> dict[tuple[str, str], int]:
    return {(one["by"], one["door"]): one["times"] for one in seen}


async def looked_at(town: Town) -> tuple[Seat, Any]:
    """The shared case, once its people, a calendar and an answer page have shown it."""
    ana, case, found = await the_case(town)
    luis = await town.signed_in(LUIS)
    for _ in range(3):
        await luis.ask(LOOK, id=case["id"])
    phone = await town.nobody()
    for _ in range(4):
        assert (await phone.get(urlsplit(found["feeds"][0]["address"]).path)).status_code == 200
    _, page = await asked(town, ana, case["actions"][0]["occasion"]["id"], "Olga Ortiz")
    for _ in range(2):
        assert (await phone.get(page)).status_code == 200
    return ana, case


async def test_the_admin_is_told_who_looked_when_and_how_and_nothing_of_the_case(town: Town) -> None:
    ana, case = await looked_at(town)
    grace = await town.signed_in(GRACE)

    seen = (await grace.ask(BY_NUMBER, n="c-10001"))["whoSaw"]

    by = told(seen)
    # Four fetches of a calendar, and two openings of a page, are one look each on one day.
    assert by["Ana Okafor", "CALENDAR"] == 1 and by["Olga Ortiz", "LINK"] == 1
    assert by["Luis Prado", "PAGE"] >= 3
    luis = next(one for one in seen if one["by"] == "Luis Prado")
    assert luis["organization"] == "Elm City Legal Aid" and "notes.body" in luis["fields"]
    assert luis["firstAt"] <= luis["lastAt"] == "2026-11-23T14:30:00+00:00"
    assert [word for word in SECRETS if word in json.dumps(seen)] == []
    hidden = await grace.raw("query ($id: ID!) { node(id: $id) { id } case(shortId: \"C-10001\") { id } }",
                             {"id": case["id"]})  # fmt: skip
    assert hidden.json()["data"] == {"node": None, "case": None}
    # The same by its id, for whoever has one; and for the coordinator, who sees the case besides.
    for seat in (grace, ana):
        assert (await seat.ask(BY_ID, id=case["id"]))["whoSaw"] == seen
    client = await ana.ask("query ($id: ID!) { node(id: $id) { ... on Case { client { id } } } }", id=case["id"])
    of_client = told((await ana.ask(BY_ID, id=client["node"]["client"]["id"]))["whoSaw"])
    assert ("Luis Prado", "PAGE") in of_client and ("Olga Ortiz", "LINK") not in of_client


async def test_a_calendar_is_in_the_trail_once_a_day_and_when_it_shows_something_else(
    town: Town, ground: Ground
) -> None:
    ana, case, found = await the_case(town)
    phone, path = await town.nobody(), urlsplit(found["feeds"][0]["address"]).path

    async def entries() -> int:
        asked = "select count(*) from audit_entries where after ->> 'door' = 'calendar'"
        return int(await ground.connection.fetchval(asked))

    await phone.get(path)
    await phone.get(path)
    assert await entries() == 1
    hearing = case["hearings"][0]
    moved = await ana.do("rescheduleHearing", hearingId=hearing["id"], expectedRevision=hearing["revision"],
                         startsAt="2026-12-04T09:00")  # fmt: skip
    assert moved["__typename"] == "RescheduleHearingPayload"
    await phone.get(path)
    assert await entries() == 2
    town.clock.now += timedelta(days=1)
    await phone.get(path)
    assert await entries() == 3


async def test_what_a_page_calls_its_operation_makes_no_calendar_of_it(town: Town) -> None:
    ana, case, _ = await the_case(town)

    await ana.ask(LOOK.replace("Look", "feed"), id=case["id"])

    seen = (await ana.ask(BY_ID, id=case["id"]))["whoSaw"]
    assert ("Ana Okafor", "CALENDAR") not in told(seen) and ("Ana Okafor", "PAGE") in told(seen)


async def test_entries_are_paged_by_person(town: Town) -> None:
    ana, case = await looked_at(town)
    asked = {"id": case["id"], "who": town.person(LUIS)}

    first = (await ana.ask(ENTRIES, **asked))["audit"]
    second = (await ana.ask(ENTRIES, **asked, after=first["pageInfo"]["endCursor"]))["audit"]

    lines = [edge["node"] for page in (first, second) for edge in page["edges"]]
    assert len(lines) >= 3 and {one["by"] for one in lines} == {"Luis Prado"}
    assert first["pageInfo"]["hasNextPage"] and lines[0]["door"] == "PAGE"


async def test_counsel_of_record_of_another_organization_is_told(town: Town) -> None:
    ana, case, _ = await the_case(town)
    ines = await town.signed_in("attorney@other.test")
    await ana.do("shareCase", caseId=case["id"], organizationId=town.organizations["shoreline"])
    assert (await ines.ask(BY_ID, id=case["id"]))["whoSaw"] == []
    await ana.do("addToTeam", caseId=case["id"], personId=town.person("attorney@other.test"), role="ATTORNEY")

    seen = (await ines.ask(BY_ID, id=case["id"]))["whoSaw"]

    assert ("Ana Okafor", "PAGE") in told(seen)
    assert (await ines.ask("query ($id: ID!) { node(id: $id) { ... on Case { may trail { edges { node { by } } } } } }",
                           id=case["id"]))["node"]["trail"]["edges"]  # fmt: skip


async def test_why_a_case_was_opened_urgently_is_told_to_its_legal_team(town: Town, ground: Ground) -> None:
    ana, grace = await town.signed_in(ANA), await town.signed_in(GRACE)
    other = await steps.take_in_mateo(town, ana, aNumbers=[], legalName="Teodora Quispe", publicName="Teodora Q.")
    luis = await town.nobody()
    luis.headers["x-presencia"] = "1"
    assert (await luis.post("/session", json={"email": LUIS, "password": PASSWORD})).status_code == 204
    assert (await Seat(luis).do("breakGlass", shortId=other["shortId"], reason=WHY))["__typename"].endswith("Payload")
    await Seat(luis).ask(LOOK, id=other["id"])

    seen = (await ana.ask(BY_NUMBER, n=other["shortId"]))["whoSaw"]
    entries = (await ana.ask(ENTRIES, id=other["id"], who=town.person(LUIS)))["audit"]["edges"]

    assert {one["by"]: one["urgentReason"] for one in seen}["Luis Prado"] == WHY
    assert [edge["node"]["reason"] for edge in entries if edge["node"]["act"] == "glass.broken"] == [WHY]
    # Each of the three ways to read it is in the trail: here, in the timeline, on the team.
    await ana.ask(TEAM, s=other["shortId"])
    viewed = await ground.connection.fetch(
        "select fields from audit_entries where 'team_members.urgent_reason' = any (fields) and act = 'viewed'"
    )
    assert len(viewed) == 3
    # The admin is told that and when, and reads no word of it: it is the case's.
    told_admin = await grace.raw(BY_NUMBER, {"n": other["shortId"]})
    assert "Luis Prado" in told_admin.text and WHY not in told_admin.text


@pytest.mark.parametrize("who", [NOOR, "coordinator@other.test", "attorney@other.test"])
async def test_whoever_may_not_ask_learns_nothing_and_nothing_changes(town: Town, ground: Ground, who: str) -> None:
    _, case = await looked_at(town)
    seat = await town.signed_in(who)
    before = await every_row(ground)

    answers = [
        (await seat.raw(BY_ID, {"id": case["id"]})).text,
        (await seat.raw(BY_NUMBER, {"n": "C-10001"})).text,
        (await seat.raw(BY_NUMBER, {"n": "C-99999"})).text,
        (await seat.raw(ENTRIES, {"id": case["id"]})).text,
    ]
    statement = await seat.do("makeClientStatement", caseId=case["id"])

    assert statement["__typename"] in ("NotFound", "NotPermitted")
    assert [one for one in ("Okafor", "Prado", "Ortiz", "detainees") if one in "".join(answers)] == []
    plain = [re.sub(r'"requestId":"\w+"', "", one) for one in answers]
    # A case that is not theirs to ask about is like one that isn't there.
    assert plain[1] == plain[2]
    none = await seat.raw(BY_ID, {"id": unknown(case["id"])})
    assert plain[0] == re.sub(r'"requestId":"\w+"', "", none.text) or "not yours to see" in plain[0]
    assert await every_row(ground) == before


STATEMENT = "statement { language title made closing parts { title lines } }"


async def test_the_client_is_told_in_their_language_what_is_in_force_and_who_looked(town: Town, ground: Ground) -> None:
    ana, case = await looked_at(town)

    made = await ana.do("makeClientStatement", STATEMENT, caseId=case["id"])

    said = made["statement"]
    assert said["language"] == "es" and "Mateo R." in said["title"] and "C-10001" in said["title"]
    agreed, looked = said["parts"]
    assert agreed["title"] == "Lo que usted ha aceptado"
    assert len(agreed["lines"]) == 2 and all(line.startswith("Usted aceptó que ") for line in agreed["lines"])
    assert looked["title"] == "Quién vio su expediente"
    by = {line.partition(" (")[0]: line for line in looked["lines"]}
    assert {"Ana Okafor", "Luis Prado", "Olga Ortiz"} <= set(by)
    assert "(Elm City Legal Aid)" in by["Luis Prado"] and "veces" in by["Luis Prado"]
    assert "por un enlace: una vez, el " in by["Olga Ortiz"]
    assert "+12035550100" in said["closing"]
    words = json.dumps(said, ensure_ascii=False)
    assert [one for one in SECRETS if one in words and one != "Mateo"] == []
    entry = await ground.connection.fetchrow("select * from audit_entries where act = 'statement.made'")
    assert entry["actor_id"] == town.staff[ANA] and json.loads(entry["after"])["consents"] == 2

    english = (await ana.do("makeClientStatement", STATEMENT, caseId=case["id"], language="en"))["statement"]
    assert english["parts"][0]["lines"][0].startswith("You agreed that ")
    await withdraw_all(ana, case)
    nothing = (await ana.do("makeClientStatement", STATEMENT, caseId=case["id"], language="en"))["statement"]
    assert nothing["parts"][0]["lines"] == [
        "Nothing. No consent is in force: nobody outside your legal team may be told of you."
    ]


async def withdraw_all(ana: Seat, case: Any) -> None:
    for one in case["consents"]:
        done = await ana.do("withdrawConsent", consentId=one["id"])
        assert done["__typename"] == "WithdrawConsentPayload", done


async def test_a_statement_in_no_language_of_ours_is_refused(town: Town, ground: Ground) -> None:
    ana, case, _ = await the_case(town)
    before = await every_row(ground)

    refused = await ana.do("makeClientStatement", caseId=case["id"], language="tlh")

    assert (refused["__typename"], refused["field"]) == ("Invalid", "language")
    assert await every_row(ground) == before


__all__ = ["town"]


async def test_a_timeline_is_of_its_own_case_however_many_are_read_beside_it(town: Town) -> None:
    ana = await town.signed_in(ANA)
    elm = town.organizations["elm-city"]
    made = [
        (await ana.do("takeInCase", "case { id }", organizationId=elm, legalName=name))["case"]["id"]
        for name in ("Luz Peña", "Omar Said")
    ]
    for number, case in enumerate(made):
        for _ in range(number + 1):
            await ana.do("writeNote", caseId=case, body="Called the jail.")
    # Woven, and by the ordinary executor, which what is refused beside it falls back to.
    trail = "{ cases { edges { node { id trail { edges { node { act } } } } } } %s }"
    for beside in ("", 'nothing: node(id: "x") { id }'):
        answer = (await ana.raw(trail % beside)).json()["data"]
        acts = {
            edge["node"]["id"]: [one["node"]["act"] for one in edge["node"]["trail"]["edges"]]
            for edge in answer["cases"]["edges"]
        }
        assert [acts[case].count("note.written") for case in made] == [1, 2]
        assert [acts[case].count("case.taken_in") for case in made] == [1, 1]


async def test_whoever_may_ask_about_one_case_is_told_of_lists_and_of_that_case_alone(town: Town) -> None:
    ana, luis = await town.signed_in(ANA), await town.signed_in(LUIS)
    elm = town.organizations["elm-city"]
    one, other = [
        (await ana.do("takeInCase", "case { id }", organizationId=elm, legalName=name))["case"]["id"]
        for name in ("Luz Peña", "Omar Said")
    ]
    await ana.do("addToTeam", caseId=one, personId=town.person(LUIS), role="ATTORNEY")
    await ana.do("writeNote", caseId=other, body="Called the jail.")

    await ana.ask("{ cases { edges { node { client { legalName } notes { body } } } } }")

    for seat in (ana, luis):
        seen = (await seat.ask(BY_ID, id=one))["whoSaw"]
        fields = [one["fields"] for one in seen if one["by"] == "Ana Okafor"]
        assert fields and all("detainees.legal_name" in each for each in fields)
        assert not any("notes.body" in each for each in fields)
    about_other = [one["fields"] for one in (await ana.ask(BY_ID, id=other))["whoSaw"] if one["by"] == "Ana Okafor"]
    assert any("notes.body" in each for each in about_other)
