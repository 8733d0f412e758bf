"""Journey 5: two keys open an action; an edit of its words takes counsel's back; withdrawing consent ends it
everywhere.
"""

from __future__ import annotations

from typing import Any

from tests.journeys import steps
from tests.town import Seat, Town

ACTION = """query ($id: ID!) { node(id: $id) { ... on AdvocacyAction
  { state revision saidRevision missing signOffs { current } invitations { state } } } }"""


async def draft(town: Town, ana: Seat, case_id: str, hearing_id: str, **more: Any) -> Any:
    drafted = await ana.do(
        "draftAction",
        "action { id revision saidRevision missing occasion { id } }",
        **{
            "organizationId": town.organizations["elm-city"],
            "caseId": case_id,
            "hearingId": hearing_id,
            "kind": "PRESS_CONFERENCE",
            "title": "Mateo R. belongs at home",
            "statement": "Mateo R. has been held since November.",
            "nameForm": "PUBLIC_NAME",
            "audiences": ["OFFICIALS"],
            **more,
        },
    )
    assert drafted["__typename"] == "DraftActionPayload", drafted
    return drafted["action"]


async def test_an_action_needs_the_clients_yes_and_counsels_to_exactly_what_it_says(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    luis = await town.signed_in("attorney@demo.test")
    case = await steps.take_in_mateo(town, ana)
    hearing = await steps.schedule(town, ana, case["id"])
    await steps.represent(town, ana, luis, case["id"])
    action = await draft(town, ana, case["id"], hearing["id"])
    assert len(action["missing"]) == 2

    early = await ana.do("publishAction", actionId=action["id"], expectedRevision=action["revision"])
    assert early["__typename"] == "NotCleared" and len(early["missing"]) == 2
    assert (await ana.ask(ACTION, id=action["id"]))["node"]["state"] == "DRAFT"

    agreed = await steps.consent(ana, case["id"], "TELL_OFFICIALS", "OFFICIALS")
    # Counsel's yes is counsel's to give.
    borrowed = await ana.do("signOffAction", actionId=action["id"], saidRevision=1, capacity="OF_RECORD")
    assert borrowed["__typename"] == "NotPermitted"
    await luis.do("signOffAction", "action { id }", actionId=action["id"], saidRevision=1, capacity="OF_RECORD")
    now = (await ana.ask(ACTION, id=action["id"]))["node"]
    assert now["missing"] == []

    # A room voids nothing; a word does.
    room = await ana.do(
        "reviseAction", "signOffVoided action { revision missing }", actionId=action["id"],
        expectedRevision=now["revision"], room="Steps of the courthouse",
    )  # fmt: skip
    assert room["signOffVoided"] is False and room["action"]["missing"] == []
    word = await ana.do(
        "reviseAction", "signOffVoided action { revision saidRevision missing }", actionId=action["id"],
        expectedRevision=room["action"]["revision"], statement="Mateo R. has been held far too long.",
    )  # fmt: skip
    assert word["signOffVoided"] is True and word["action"]["saidRevision"] == 2
    assert word["action"]["missing"] == ["The attorney of record has not signed off wording no. 2."]
    stale = await luis.do("signOffAction", actionId=action["id"], saidRevision=1, capacity="OF_RECORD")
    assert stale["__typename"] == "ChangedMeanwhile"
    signed = await luis.do(
        "signOffAction", "action { revision }", actionId=action["id"], saidRevision=2, capacity="OF_RECORD"
    )
    published = await ana.do(
        "publishAction", "action { state }", actionId=action["id"], expectedRevision=signed["action"]["revision"]
    )
    assert published["action"]["state"] == "PUBLISHED"
    mayor = await steps.add(town, ana, "elm-city", "OFFICIAL", "Mayor Elena Reyes", "mayor@city.example")
    await ana.do("invite", "invitations { id }", occasionId=action["occasion"]["id"], personIds=[mayor])
    await town.deliver()

    withdrawn = await ana.do(
        "withdrawConsent", "calledOff { id state } cannotBeRecalled", consentId=agreed["id"], toldTo="his mother"
    )

    assert withdrawn["calledOff"] == [{"id": action["id"], "state": "CALLED_OFF"}]
    assert any("sent and can't be taken back" in sentence for sentence in withdrawn["cannotBeRecalled"])
    told = await town.deliver()
    to_mayor = [letter for letter in told if "mayor@city.example" in str(letter.message["To"])]
    assert len(to_mayor) == 1 and "METHOD:CANCEL" in _calendar(to_mayor[0].message)


def _calendar(message: Any) -> str:
    part = next(part for part in message.walk() if part.get_content_type() == "text/calendar")
    text: str = part.get_payload(decode=True).decode()
    return text


async def test_a_surname_in_the_words_is_refused_and_nothing_is_drafted(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    case = await steps.take_in_mateo(town, ana)
    hearing = await steps.schedule(town, ana, case["id"])

    refused = await ana.do(
        "draftAction",
        organizationId=town.organizations["elm-city"],
        caseId=case["id"],
        hearingId=hearing["id"],
        kind="VIGIL",
        title="Free Mateo Rivera",
        nameForm="PUBLIC_NAME",
        audiences=["OFFICIALS"],
    )

    assert refused["__typename"] == "Invalid" and refused["field"] == "title"
    assert (await ana.ask("{ actions { edges { node { id } } } }"))["actions"]["edges"] == []


async def test_no_publicity_keeps_everything_from_press_and_public(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    luis = await town.signed_in("attorney@demo.test")
    case = await steps.take_in_mateo(town, ana, noPublicity=True)
    hearing = await steps.schedule(town, ana, case["id"])
    await steps.represent(town, ana, luis, case["id"])
    await steps.consent(ana, case["id"], "PRESS", "PRESS")
    action = await draft(town, ana, case["id"], hearing["id"], audiences=["PRESS"])
    await luis.do("signOffAction", "action { id }", actionId=action["id"], saidRevision=1, capacity="OF_RECORD")

    refused = await ana.do("publishAction", actionId=action["id"], expectedRevision=action["revision"] + 1)

    assert refused["__typename"] == "NoPublicity"
    assert (await ana.ask(ACTION, id=action["id"]))["node"]["state"] == "DRAFT"


async def test_release_closes_later_dates_to_everyone_outside_the_team_and_family(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    luis = await town.signed_in("attorney@demo.test")
    case = await steps.take_in_mateo(town, ana)
    hearing = await steps.schedule(town, ana, case["id"])
    await steps.represent(town, ana, luis, case["id"])
    await steps.consent(ana, case["id"], "TELL_OFFICIALS", "OFFICIALS")
    await steps.consent(ana, case["id"], "FILL_COURTROOM", "SUPPORTERS")
    action = await steps.publish_vigil(town, ana, luis, case["id"], hearing["id"])
    mayor = await steps.add(town, ana, "elm-city", "OFFICIAL", "Mayor Elena Reyes", "mayor@city.example")
    await ana.do("invite", "invitations { id }", occasionId=action["occasion"]["id"], personIds=[mayor])
    await town.deliver()

    released = await ana.do(
        "recordRelease",
        "calledOff case { stage custodyStatus }",
        caseId=case["id"],
        releasedAt="2026-11-23T09:00",
        timeZone="America/New_York",
        reason="BONDED_OUT_JUDGE",
        source="COUNSEL",
    )

    assert released["calledOff"] == 1
    assert released["case"] == {"stage": "AFTER_RELEASE", "custodyStatus": "RELEASED"}
    now = (await ana.ask(ACTION, id=action["id"]))["node"]
    assert now["state"] == "CALLED_OFF" and now["invitations"] == [{"state": "WITHDRAWN"}]
    told = await town.deliver()
    assert [letter for letter in told if "mayor@city.example" in str(letter.message["To"])]
