"""Leaks: what an insider elsewhere, an advocate, somebody who left, a stranger, a hostile client try and do not get.

Through HTTP, in one lived-in town. Whatever is refused is refused as if it did not exist, and changes nothing."""

from __future__ import annotations

from typing import Any

from api.nodes import global_id
from tests.access.leaking import CASE, NOBODY, document, ids_in, plain, the_case, told, unknown
from tests.lived_in import town
from tests.town import Town


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
        (
            "reportHearing",
            "hearingId",
            {"hearingId": hearing["id"], "outcome": "BOND_GRANTED", "bondAmount": 5000, **revision},
        ),
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
        refused = await ben.raw(document(verb), {"input": given})
        none = await ben.raw(document(verb), {"input": {**given, name: unknown(given[name])}})
        assert plain(refused.text) == plain(none.text), (verb, name, refused.text, none.text)
        assert "Payload" not in refused.text and "went wrong" not in refused.text, (verb, refused.text)
    assert await ana.ask(CASE) == before


__all__ = ["town"]
