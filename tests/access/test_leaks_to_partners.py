"""What advocates, partners and holders of links are told, and what they are not."""

from __future__ import annotations

import base64
import json
import re

from sqlalchemy import update

from casework import actors
from schema.organizations import Membership
from tests.access.leaking import CASE, SECRETS, a_link, the_case, unknown
from tests.journeys import steps
from tests.lived_in import town
from tests.town import Town


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
    # Who asks of every place where somebody may be held learns nothing either.
    told = [(await noor.ask(filters, f={"facilityId": at}))["cases"]["count"] for at in town.facilities.values()]
    known = [(await ana.ask(filters, f={"facilityId": at}))["cases"]["count"] for at in town.facilities.values()]
    assert (sum(told), sum(known)) == (0, 1)


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


__all__ = ["town"]
