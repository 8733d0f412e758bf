"""Leaks: what an insider elsewhere, an advocate, somebody who left, a stranger, a hostile client try and do not get.

Through HTTP, in one lived-in town. Whatever is refused is refused as if it did not exist, and changes nothing.
"""

from __future__ import annotations

import base64
import json
import re
import time
from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import update

from api.nodes import global_id
from casework import actors, sign_in
from casework.settings import Settings
from casework.transaction import Database
from commands.mail_catcher import Catcher
from schema.organizations import Membership
from schema.sign_ins import Login
from tests.access.test_two_walls import a_lived_in_town
from tests.clock import Clock
from tests.ground import Ground
from tests.journeys import steps
from tests.town import Seat, Town, opened, settled

#: What nobody outside the legal team may ever read, in any answer.
SECRETS = ("Rivera", "Cruz", "201345678", "Mateo", "Rosa", "car wash", "Plymouth", "Strategy", "Called the jail")
NOBODY = UUID("0199a000-0000-7000-8000-000000000000")

CASE = """{ cases { edges { cursor node { id revision shortId
  proceedings { id } hearings { id revision occasion { id } } consents { id revision } assignments { id revision }
  actions { id revision saidRevision occasion { id } invitations { id revision } signOffs { id } }
  notes { id } privilegedNotes { id } tasks { id revision } team { id person { id } } custody { id } contacts { id }
  client { id } } } } notices(first: 50) { edges { node { id } } } feeds { id revision address } }"""


@pytest.fixture
async def town(
    ground: Ground, database: Database, clock: Clock, settings: Settings, smtp: Catcher
) -> AsyncIterator[Town]:
    async with opened(database, clock, settings, smtp) as found:
        await settled(found, ground, a_lived_in_town)
        yield found


async def told(seat: Seat, document: str, **variables: Any) -> str:
    """The whole answer but the request's own id, refusals and all."""
    return re.sub(r'"requestId":"\w+"', "", (await seat.raw(document, variables)).text)


def ids_in(found: Any) -> set[str]:
    if isinstance(found, dict):
        own = {found["id"]} if isinstance(found.get("id"), str) else set()
        return own.union(*(ids_in(value) for value in found.values()))
    return set().union(*(ids_in(value) for value in found)) if isinstance(found, list) else set()


def unknown(like: str) -> str:
    """An id of the same noun that nobody has."""
    noun = base64.urlsafe_b64decode(like + "=" * (-len(like) % 4)).decode().partition(":")[0]
    return global_id(noun, NOBODY)


async def the_case(town: Town) -> tuple[Seat, Any, Any]:
    ana = await town.signed_in("coordinator@demo.test")
    found = await ana.ask(CASE)
    return ana, found["cases"]["edges"][0]["node"], found


async def a_link(town: Town, occasion_id: str, seat: Seat, person_id: str) -> tuple[str, str]:
    """Ask somebody, and open their letter: the answer page's path, and everything the letter says."""
    invited = await seat.do("invite", "invitations { id }", occasionId=occasion_id, personIds=[person_id])
    assert invited["__typename"] == "InvitePayload", invited
    (letter,) = await town.deliver()
    raw = letter.message.as_string()
    text = letter.message.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    path = re.search(r"/a/[\w-]{20,}", text)
    assert path
    return path.group(), raw


async def test_another_organization_finds_nothing_by_any_id_and_cannot_tell_it_from_none(town: Town) -> None:
    _, _, found = await the_case(town)
    ids = sorted(ids_in(found))
    assert len(ids) > 15
    for email in ("coordinator@other.test", "attorney@other.test"):
        seat = await town.signed_in(email)
        document = "query ($id: ID!) { node(id: $id) { __typename id } }"
        seen = [one for one in ids if (await seat.ask(document, id=one))["node"]]
        # Attorneys who take offers are found by whoever may offer.
        assert [one for one in seen if one != town.person("attorney@demo.test")] == []
        for one in ids:
            trail = "query ($id: ID!) { audit(recordId: $id, first: 5) { edges { node { act by } } } }"
            assert await told(seat, trail, id=one) == await told(seat, trail, id=unknown(one)), one


async def test_filters_and_searches_are_no_oracle_for_another_organizations_people(town: Town) -> None:
    ben = await town.signed_in("coordinator@other.test")
    noor = await town.signed_in("advocate@demo.test")
    _, case, _ = await the_case(town)
    searched = (
        "query ($text: String) { cases(filter: {search: $text, includeClosed: true}) { count edges { cursor } } }"
    )
    for text in ("Rivera", "Mateo", "Riv", case["shortId"], case["shortId"][2:]):
        assert (await ben.ask(searched, text=text))["cases"] == {"count": 0, "edges": []}, text
    for text in ("Rivera", "Mateo", "A201345678", "201-345-678"):
        assert (await noor.ask(searched, text=text))["cases"] == {"count": 0, "edges": []}, text
    # One number, tracked by two organizations: each finds its own, and is refused nothing because of the other.
    own = await ben.ask(searched, text="201345678")
    assert own["cases"]["count"] == 1
    match = "query ($name: String, $number: String, $id: ID) { possibleMatches(name: $name, aNumber: $number, organizationId: $id) { likeness case { shortId } } }"  # noqa: E501 -- one document
    for seat, name, organization in (
        (ben, "Mateo Rivera Cruz", None),
        (ben, "Mateo Rivera Cruz", "elm-city"),
        (noor, "Mateo Rivera Cruz", None),
    ):
        given = {"name": name, "id": organization and town.organizations[organization]}
        assert (await seat.ask(match, **given))["possibleMatches"] == []
    assert (await noor.ask(match, number="201345678"))["possibleMatches"] == []
    lists = """query ($id: ID!, $org: ID!, $who: ID!) {
      a: cases(organizationId: $org) { count } b: cases(filter: {coordinatorId: $who}) { count }
      c: calendar(range: {from: "2026-11-20T00:00:00Z", until: "2026-12-20T00:00:00Z", caseId: $id}) { occasion { id } }
      d: notices(caseId: $id) { edges { node { id } } } e: case(shortId: "C-10001") { id }
      f: people(search: "Rosa") { edges { node { id } } } }"""
    hidden = await told(
        ben, lists, id=case["id"], org=town.organizations["elm-city"], who=town.person("coordinator@demo.test")
    )
    none = await told(
        ben, lists, id=unknown(case["id"]), org=global_id("Organization", NOBODY), who=unknown("UGVyc29uOg")
    )
    assert hidden == none


async def test_a_number_that_a_colleagues_case_holds_is_refused_in_a_sentence(town: Town) -> None:
    ines = await town.signed_in("attorney@other.test")
    given = {"organizationId": town.organizations["shoreline"], "publicName": "X"}

    refused = await ines.do("takeInCase", aNumbers=["201345678"], **given)

    assert (refused["__typename"], refused["field"]) == ("Invalid", "aNumbers")
    assert "C-1" not in refused["message"]
    assert (await ines.ask("{ cases { count } }"))["cases"]["count"] == 0


async def test_no_verb_of_another_organization_tells_a_hidden_record_from_none(town: Town) -> None:
    ana, case, found = await the_case(town)
    ben = await town.signed_in("coordinator@other.test")
    luis = await town.signed_in("attorney@demo.test")
    await luis.do("subscribeFeed", organizationId=town.organizations["elm-city"], filter="MY_CASES", name="L")
    hearing, action, consent = case["hearings"][0], case["actions"][0], case["consents"][0]
    mine = (await ben.ask("{ cases { edges { node { id hearings { id occasion { id } } proceedings { id } } } } }"))[
        "cases"
    ]["edges"][0]["node"]
    shoreline, revision = town.organizations["shoreline"], {"expectedRevision": 0}
    tries: list[tuple[str, str, dict[str, Any]]] = [
        ("updateCase", "caseId", {"caseId": case["id"], "legalName": "X", **revision}),
        ("shareCase", "caseId", {"caseId": case["id"], "organizationId": shoreline}),
        (
            "addToTeam",
            "caseId",
            {"caseId": case["id"], "personId": town.person("coordinator@other.test"), "role": "COORDINATOR"},
        ),
        (
            "addToTeam",
            "personId",
            {"caseId": mine["id"], "personId": town.person("advocate@demo.test"), "role": "ADVOCATE"},
        ),
        ("leaveTeam", "memberId", {"memberId": case["team"][0]["id"]}),
        (
            "nameContact",
            "personId",
            {
                "caseId": mine["id"],
                "personId": town.person("advocate@demo.test"),
                "relation": "x",
                "namedByClient": True,
            },
        ),
        ("mergeCases", "mergedCaseId", {"keptCaseId": mine["id"], "mergedCaseId": case["id"]}),
        ("recordCustody", "caseId", {"caseId": case["id"], "source": "LOCATOR", "found": False}),
        ("openProceeding", "caseId", {"caseId": case["id"], "kind": "BOND"}),
        (
            "scheduleHearing",
            "proceedingId",
            {
                "caseId": mine["id"],
                "proceedingId": case["proceedings"][0]["id"],
                "kind": "BOND_HEARING",
                "startsAt": "2026-12-02T09:00",
            },
        ),
        (
            "offerAssignment",
            "proceedingId",
            {
                "caseId": mine["id"],
                "attorneyId": town.person("attorney@other.test"),
                "scope": "ALL",
                "blurb": "x" * 30,
                "proceedingId": case["proceedings"][0]["id"],
            },
        ),
        (
            "offerAssignment",
            "attorneyId",
            {
                "caseId": mine["id"],
                "attorneyId": town.person("coordinator@demo.test"),
                "scope": "ALL",
                "blurb": "x" * 30,
            },
        ),
        ("rescheduleHearing", "hearingId", {"hearingId": hearing["id"], "startsAt": "2026-12-03T09:00", **revision}),
        ("cancelHearing", "hearingId", {"hearingId": hearing["id"], **revision}),
        ("reportHearing", "hearingId", {"hearingId": hearing["id"], "outcome": "BOND_GRANTED", **revision}),
        ("withdrawAssignment", "assignmentId", {"assignmentId": case["assignments"][0]["id"], **revision}),
        ("acceptAssignment", "assignmentId", {"assignmentId": case["assignments"][0]["id"], **revision}),
        ("withdrawConsent", "consentId", {"consentId": consent["id"]}),
        (
            "draftAction",
            "hearingId",
            {
                "organizationId": shoreline,
                "caseId": mine["id"],
                "hearingId": hearing["id"],
                "kind": "VIGIL",
                "title": "Here",
                "audiences": [],
            },
        ),
        (
            "draftAction",
            "caseId",
            {"organizationId": shoreline, "caseId": case["id"], "kind": "VIGIL", "title": "Here", "audiences": []},
        ),
        ("reviseAction", "actionId", {"actionId": action["id"], "title": "Other", **revision}),
        ("callOffAction", "actionId", {"actionId": action["id"], **revision}),
        ("invite", "occasionId", {"occasionId": action["occasion"]["id"], "personIds": []}),
        ("withdrawInvitation", "invitationId", {"invitationId": action["invitations"][0]["id"], **revision}),
        ("answerInvitation", "invitationId", {"invitationId": action["invitations"][0]["id"], "state": "COMING"}),
        (
            "subscribeFeed",
            "caseId",
            {"organizationId": shoreline, "filter": "ONE_CASE", "name": "x", "caseId": case["id"]},
        ),
        ("rotateFeed", "feedId", {"feedId": found["feeds"][0]["id"], **revision}),
        ("revokeFeed", "feedId", {"feedId": found["feeds"][0]["id"], **revision}),
        ("writeNote", "caseId", {"caseId": case["id"], "body": "x"}),
        ("addTask", "caseId", {"organizationId": shoreline, "caseId": case["id"], "title": "x"}),
        (
            "addTask",
            "ownerId",
            {"organizationId": shoreline, "title": "x", "ownerId": town.person("advocate@demo.test")},
        ),
        ("completeTask", "taskId", {"taskId": case["tasks"][0]["id"], **revision}),
        (
            "addPerson",
            "schedulerForId",
            {
                "organizationId": shoreline,
                "kind": "SCHEDULER",
                "name": "S",
                "schedulerForId": town.person("advocate@demo.test"),
            },
        ),
    ]
    before = await ana.ask(CASE)
    for verb, name, given in tries:
        refused = await ben.raw(_document(verb), {"input": given})
        none = await ben.raw(_document(verb), {"input": {**given, name: unknown(given[name])}})
        assert _plain(refused.text) == _plain(none.text), (verb, name, refused.text, none.text)
        assert "Payload" not in refused.text and "went wrong" not in refused.text, (verb, refused.text)
    assert await ana.ask(CASE) == before


def _document(verb: str) -> str:
    kind = verb[0].upper() + verb[1:]
    return (
        f"mutation ($input: {kind}Input!) {{ {verb}(input: $input) {{ __typename ... on UserError {{ message }} }} }}"
    )


def _plain(text: str) -> str:
    return re.sub(r'"requestId":"\w+"', "", text)


async def test_an_advocate_is_told_no_date_no_place_and_no_words_of_the_legal_team(town: Town) -> None:
    ana, case, _ = await the_case(town)
    await ana.do("updateCase", caseId=case["id"], expectedRevision=case["revision"], tags=["asylum"])
    noor = await town.signed_in("advocate@demo.test")
    everything = """{ cases { count edges { cursor node { shortId tags nextOccasionAt closingReason missing
      client { publicName legalName aNumbers aliases birthDate countryOfBirth language }
      nextHearing { id } hearings { id } proceedings { id } custody { id } locatorChecks { checkedAt } intake { told }
      whereNow { id } notes { body } privilegedNotes { body } tasks { title } contacts { relation } merges { id }
      assignments { blurb offer { region nextHearingDate language } } represented: representedBy { blurb }
      consents { circumstances } trail { edges { node { act } } } } } } }"""
    said = (await noor.ask(everything))["cases"]["edges"][0]
    node = said["node"]
    assert (node["tags"], node["nextOccasionAt"], node["nextHearing"], node["trail"]) == ([], None, None, None)
    assert {one["blurb"] for one in node["assignments"] + node["represented"]} == {""}
    assert not any(word in json.dumps(said) for word in SECRETS)
    # A cursor is the place in an order: it must not say the date either.
    cursor = base64.urlsafe_b64decode(said["cursor"] + "=" * (-len(said["cursor"]) % 4)).decode()
    assert "2026-12-02" not in cursor
    filters = "query ($f: CaseFilter) { cases(filter: $f) { count edges { node { id } } } }"
    assert (await noor.ask(filters, f={"tag": "asylum"}))["cases"] == {"count": 0, "edges": []}
    assert (await ana.ask(filters, f={"tag": "asylum"}))["cases"]["count"] == 1


async def test_an_advocates_guess_of_a_name_is_not_confirmed_by_a_refusal(town: Town) -> None:
    _, case, _ = await the_case(town)
    noor = await town.signed_in("advocate@demo.test")
    given = {
        "organizationId": town.organizations["harbor"], "caseId": case["id"], "kind": "VIGIL",
        "audiences": ["SUPPORTERS"], "startsAt": "2026-12-02T18:00", "timeZone": "America/New_York",
    }  # fmt: skip
    answers = [
        (await noor.do("draftAction", title=title, **given))["__typename"]
        for title in ("March for Mateo R.", "March for Rivera", "March, 201345678", "March for Ann B.")
    ]
    assert set(answers) == {"DraftActionPayload"}
    # Counsel's sign-off looks for what the advocate must not be told.
    luis = await town.signed_in("attorney@demo.test")
    drafts = await luis.ask("{ actions(states: [DRAFT]) { edges { node { id title saidRevision } } } }")
    for edge in drafts["actions"]["edges"]:
        signed = await luis.do(
            "signOffAction",
            actionId=edge["node"]["id"],
            saidRevision=edge["node"]["saidRevision"],
            capacity="OF_RECORD",
        )
        assert (signed["__typename"] == "Invalid") is (edge["node"]["title"] != "March for Ann B."), edge


async def test_with_consent_an_advocate_sees_open_hearings_of_the_held_and_after_release_none(town: Town) -> None:
    ana, case, _ = await the_case(town)
    noor = await town.signed_in("advocate@demo.test")
    slots = '{ cases { edges { node { hearings { closedToPublic } } } } calendar(range: {from: "2026-11-20T00:00:00Z", until: "2026-12-20T00:00:00Z"}) { hearing { id } } }'  # noqa: E501 -- one document

    async def seen() -> tuple[int, int]:
        found = await noor.ask(slots)
        return len(found["cases"]["edges"][0]["node"]["hearings"]), sum(bool(e["hearing"]) for e in found["calendar"])

    await steps.consent(ana, case["id"], "SEEK_COUNSEL", "ADVOCATES")
    assert await seen() == (0, 0)
    await ana.do(
        "scheduleHearing", "hearing { id }", caseId=case["id"], proceedingId=case["proceedings"][0]["id"],
        kind="INDIVIDUAL_HEARING", startsAt="2026-12-04T09:00", closedToPublic=True,
    )  # fmt: skip
    await steps.consent(ana, case["id"], "FILL_COURTROOM", "ADVOCATES")
    assert await seen() == (1, 1)
    town.clock.forward(minutes=1)
    released = await ana.do(
        "recordRelease", "case { id }", caseId=case["id"], releasedAt="2026-11-23T09:00",
        timeZone="America/New_York", reason="BONDED_OUT_JUDGE", source="COUNSEL",
    )  # fmt: skip
    assert released["__typename"] == "RecordReleasePayload", released
    assert await seen() == (0, 0)


async def test_nobody_is_asked_or_made_lead_or_seated_with_other_eyes_than_their_own(town: Town) -> None:
    ana, case, _ = await the_case(town)
    noor = await town.signed_in("advocate@demo.test")
    sam = await steps.add(town, ana, "elm-city", "SUPPORTER", "Sam Hill", "sam@home.example")
    hearing, action = case["hearings"][0], case["actions"][0]
    for audience in ("CLIENT", "ADVOCATE", "OFFICIAL", "PRESS", "PUBLIC", "POOL_ATTORNEY", "COORDINATOR"):
        asked = await ana.do("invite", occasionId=hearing["occasion"]["id"], personIds=[sam], audience=audience)
        assert (asked["__typename"], asked["field"]) == ("Invalid", "audience")
    family = await ana.do("invite", occasionId=hearing["occasion"]["id"], personIds=[sam], audience="FAMILY_CONTACT")
    assert family["__typename"] == "NotCleared"
    revision = {"actionId": action["id"], "expectedRevision": action["revision"]}
    for seat, lead in ((noor, town.person("advocate@demo.test")), (ana, sam), (ana, unknown(sam))):
        led = await seat.do("reviseAction", leadId=lead, **revision)
        assert (led["__typename"], led["field"]) == ("Invalid", "leadId")
    seated = await ana.do("addToTeam", caseId=case["id"], personId=sam, role="COORDINATOR")
    assert (seated["__typename"], seated["field"]) == ("Invalid", "personId")
    assert await town.deliver() == []


async def test_a_shared_case_opens_no_mail_and_no_calendar_of_the_leads_officials(town: Town) -> None:
    ana, case, _ = await the_case(town)
    ben = await town.signed_in("coordinator@other.test")
    await ana.do("shareCase", caseId=case["id"], organizationId=town.organizations["shoreline"])
    invited = await ben.ask("{ actions { edges { node { invitations { person { id kind } } } } } }")
    (mayor,) = {
        one["person"]["id"]
        for edge in invited["actions"]["edges"]
        for one in edge["node"]["invitations"]
        if one["person"] and one["person"]["kind"] == "OFFICIAL"
    }
    given = {"organizationId": town.organizations["shoreline"]}

    feed = await ben.do("subscribeFeed", filter="INVITED", name="x", personId=mayor, **given)
    scheduler = await ben.do(
        "addPerson", kind="SCHEDULER", name="Eve", email="eve@other.example", schedulerForId=mayor, **given
    )
    of_staff = await ben.do(
        "subscribeFeed", filter="INVITED", name="x", personId=town.person("attorney@demo.test"), **given
    )

    assert (feed["__typename"], feed["field"]) == ("Invalid", "personId")
    assert (scheduler["__typename"], scheduler["field"]) == ("Invalid", "schedulerForId")
    assert of_staff["__typename"] == "NotPermitted"
    ours = await ben.ask("query ($id: ID!) { node(id: $id) { ... on Person { contacts { address } } } }", id=mayor)
    assert ours["node"]["contacts"] == []


async def test_an_address_of_ones_own_calendar_is_told_to_nobody_else(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    luis = await town.signed_in("attorney@demo.test")
    admin = await town.signed_in("admin@demo.test")
    for kind in ("INVITED", "MY_CASES"):
        made = await luis.do(
            "subscribeFeed", "feed { address }", organizationId=town.organizations["elm-city"], filter=kind, name="Own"
        )
        assert made["feed"]["address"]
    for seat in (ana, admin):
        feeds = (await seat.ask("{ feeds { name address webcalAddress googleAddress outlookAddress } }"))["feeds"]
        assert [one for one in feeds if one["name"] == "Own"] == [
            {"name": "Own", "address": None, "webcalAddress": None, "googleAddress": None, "outlookAddress": None}
        ] * 2


async def test_revoked_rotated_and_unknown_calendars_and_those_of_whoever_left_look_alike(town: Town) -> None:
    luis = await town.signed_in("attorney@demo.test")
    nobody = await town.nobody()
    given = {"organizationId": town.organizations["elm-city"], "filter": "MY_CASES", "name": "A\r\nX-EVIL:1"}
    made = [(await luis.do("subscribeFeed", "feed { id revision address }", **given))["feed"] for _ in range(3)]
    paths = [one["address"].removeprefix(town.settings.address) for one in made]
    body = (await nobody.get(paths[0])).text
    assert "Mateo R." in body and "\nX-EVIL" not in body
    assert not any(word in body for word in ("Rivera", "Cruz", "201345678", "Plymouth", "A-number"))
    await luis.do("revokeFeed", feedId=made[0]["id"], expectedRevision=made[0]["revision"])
    await luis.do("rotateFeed", feedId=made[1]["id"], expectedRevision=made[1]["revision"])
    async with town.database.transaction(actors.OPERATOR) as tx:
        await tx.session.execute(
            update(Membership).where(Membership.person_id == town.staff["attorney@demo.test"]).values(ended_at=tx.now)
        )
    town.clock.forward(minutes=1)
    unknown_one = await nobody.get("/feeds/" + "x" * 43 + ".ics")
    assert unknown_one.status_code == 404
    for path in paths:
        for method in ("GET", "HEAD"):
            gone = await nobody.request(method, path, headers={"if-none-match": "*"})
            assert gone.status_code == 404
            assert {k: v for k, v in gone.headers.items() if k != "x-request-id"} == {
                k: v for k, v in unknown_one.headers.items() if k != "x-request-id"
            }
        assert (await nobody.get(path)).content == unknown_one.content
    # Nor does their session go on.
    assert (await luis.raw("{ viewer { language } }")).status_code == 401


async def test_an_answer_link_opens_one_page_and_after_a_withdrawal_no_more_than_that(town: Town) -> None:
    ana, case, _ = await the_case(town)
    nobody = await town.nobody()
    name = "Sam <img src=x onerror=alert(1)>\r\nBcc: eve@evil.example"
    sam = await steps.add(town, ana, "elm-city", "SUPPORTER", name, "sam@home.example")
    path, letter = await a_link(town, case["actions"][0]["occasion"]["id"], ana, sam)
    head = letter.partition("\n\n")[0]
    assert "Bcc" not in re.sub(r"(?m)^(To|Subject): .*(\n .*)*", "", head)
    assert not any(word in head for word in SECRETS)
    secret = path.removeprefix("/a/")
    page = await nobody.get(path)
    assert page.status_code == 200 and "<img" not in page.text and "set-cookie" not in page.headers
    assert not any(word in page.text for word in SECRETS if word != "Mateo")
    # The secret is the key to this page, and to nothing else.
    for key in ({"cookie": f"presencia_session={secret}"}, {"authorization": f"Bearer {secret}"}):
        asked = await nobody.post(
            "/graphql", json={"query": "{ cases { count } }"}, headers={**key, "x-presencia": "1"}
        )
        assert asked.status_code == 401
    assert (await nobody.get(f"/feeds/{secret}.ics")).status_code == 404
    (mine,) = [
        one["id"]
        for one in (await ana.ask(CASE))["cases"]["edges"][0]["node"]["actions"][0]["invitations"]
        if one["id"] not in {known["id"] for known in case["actions"][0]["invitations"]}
    ]
    await ana.do("withdrawInvitation", invitationId=mine, expectedRevision=0)
    gone = await nobody.get(path)
    assert not any(word in gone.text for word in (*SECRETS, "Hartford", "Bluebird", "2026", "Sam", "Stand with"))
    assert (await nobody.get(path + "/calendar.ics")).status_code == 404
    answered = await nobody.post(path, content=b"answer=coming", headers={"content-type": "text/plain"})
    assert answered.status_code == 422 and not any(word in answered.text for word in (*SECRETS, "Hartford"))
    unknown_one = await nobody.get("/a/" + "x" * 43)
    assert unknown_one.status_code == 404 and "Elm City" not in unknown_one.text


async def test_an_ended_sharing_takes_back_tasks_and_seats_with_the_case(town: Town) -> None:
    ana, case, _ = await the_case(town)
    noor = await town.signed_in("advocate@demo.test")
    await noor.do("addTask", organizationId=town.organizations["harbor"], caseId=case["id"], title="Print signs")
    tasks = "{ tasks(mine: true) { edges { node { title } } } cases { count } actions { edges { node { id } } } }"
    assert len((await noor.ask(tasks))["tasks"]["edges"]) == 1
    await ana.do("stopSharing", caseId=case["id"], organizationId=town.organizations["harbor"])
    assert await noor.ask(tasks) == {"tasks": {"edges": []}, "cases": {"count": 0}, "actions": {"edges": []}}


async def test_a_token_has_its_persons_power_and_no_more_and_ends_with_the_login(town: Town) -> None:
    async with town.database.transaction(actors.OPERATOR) as tx:
        secret = await sign_in.create_token(tx, "advocate@demo.test", "script")
    nobody = await town.nobody()
    headers = {"authorization": f"Bearer {secret}"}
    query = {"query": "{ cases { edges { node { client { legalName } notes { body } } } } }"}
    assert (await nobody.post("/graphql", json=query, headers=headers)).status_code == 403
    headers["x-presencia"] = "1"
    said = await nobody.post("/graphql", json=query, headers=headers)
    assert said.status_code == 200 and not any(word in said.text for word in SECRETS)
    # Not as a cookie, not beside somebody else's session, and not once the login is closed.
    nobody.cookies.set("presencia_session", secret)
    assert (await nobody.post("/graphql", json=query, headers={"x-presencia": "1"})).status_code == 401
    nobody.cookies.clear()
    async with town.database.transaction(actors.SIGN_IN) as tx:
        await tx.session.execute(
            update(Login).where(Login.person_id == town.staff["advocate@demo.test"]).values(disabled_at=tx.now)
        )
    assert (await nobody.post("/graphql", json=query, headers=headers)).status_code == 401


async def test_cookies_are_kept_from_scripts_and_other_sites(town: Town) -> None:
    nobody = await town.nobody()
    given = {"email": "coordinator@demo.test", "password": "a long enough password"}
    assert (await nobody.post("/session", json=given)).status_code == 403
    form = "email=coordinator@demo.test"
    for kind in ("application/x-www-form-urlencoded", "text/plain", "multipart/form-data"):
        refused = await nobody.post("/session", content=form, headers={"content-type": kind, "x-presencia": "1"})
        assert refused.status_code == 415
    signed = await nobody.post("/session", json=given, headers={"x-presencia": "1", "host": "evil.example"})
    flags = signed.headers["set-cookie"].lower()
    assert "httponly" in flags and "samesite=strict" in flags and "domain" not in flags
    assert (
        await nobody.delete("/session", headers={"x-presencia": "1", "sec-fetch-site": "same-site"})
    ).status_code == 403
    assert (
        await nobody.post("/graphql", json=[{"query": "{ viewer { language } }"}] * 2, headers={"x-presencia": "1"})
    ).status_code == 400


@pytest.mark.parametrize("path", ["/%00", "/" + "a" * 5_000, "/assets/%00", "/a/%00", "/a/%ff", "/feeds/%ff.ics"])
async def test_a_path_that_no_file_can_have_is_not_there(town: Town, path: str) -> None:
    assert (await (await town.nobody()).get(path)).status_code == 404


async def test_no_path_leads_out_of_the_page_and_no_header_to_another_site(town: Town) -> None:
    nobody = await town.nobody()
    for path in ("//etc/passwd", "/..%2f..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/pyproject.toml", "//evil.example/",
                 "/a/static/..%2fanswers.py", "/a/static/%2e%2e/answers.py", "/demo/mail", "/graphql", "/session",
                 "/graphql/", "/feeds/x.ics/"):  # fmt: skip
        answer = await nobody.get(path, headers={"host": "evil.example"})
        assert "location" not in answer.headers and answer.status_code in (200, 404, 503), path
        assert not any(word in answer.text for word in ("root:", "[project]", "import ", "evil.example")), path


@pytest.mark.parametrize(
    "document",
    [
        "{" + "a{" * 900 + "b" + "}" * 901,
        "{ node(id: " + "[" * 900 + "]" * 900 + ") { id } }",
        "query ($a: " + "[" * 900 + "Int" + "]" * 900 + ") { viewer { language } }",
        "{ cases(first: " + "9" * 5_000 + ") { count } }",
        "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }",
        "{ viewer { language } } fragment A on Query { ...A }",
        "{ " + " ".join(f"a{number}: viewer {{ language }}" for number in range(380)) + "}",
        "{ " + "viewer { language } " * 390 + "}",
        "{ viewer { " + "kind " * 1_900 + "} }",
        "{ " + "... { viewer { language } } " * 270 + "}",
        "query A { viewer { language } } query B { viewer { language } }",
        "subscription { viewer { language } }",
    ],
)
async def test_a_hostile_document_is_refused_soon(town: Town, document: str) -> None:
    ben = await town.signed_in("coordinator@other.test")
    began = time.perf_counter()

    answer = await ben.raw(document)

    assert answer.status_code == 400
    assert time.perf_counter() - began < 0.5


async def test_a_fault_says_nothing_of_values_or_of_how_we_are_built(town: Town) -> None:
    ben = await town.signed_in("coordinator@other.test")
    for document in (
        '{ cases(filter: {search: "²"}) { edges { node { id } } } }',
        '{ case(shortId: "²") { id } }',
        "{ facilities(first: -5) { id } }",
        '{ cases(filter: {tag: "marker\\u0000"}) { edges { node { id } } } }',
        '{ calendar(range: {from: "0001-01-01T00:00:00+14:00", until: "0001-02-01T00:00:00Z"}) { case { id } } }',
        '{ cases(order: NUMBER, after: "WzFlMzBd") { edges { node { id } } } }',
        '{ node(id: "Q2FzZTptYXJrZXI") { id } }',
        '{ audit(recordId: "marker", first: 1) { edges { node { act } } } }',
    ):
        answer = await ben.raw(document)
        assert answer.status_code in (200, 400), document
        assert not re.search(r"asyncpg|sqlalchemy|Traceback|select |\$1|marker|Error\b", answer.text), answer.text
        assert "went wrong" not in answer.text, f"{document} was not foreseen"
