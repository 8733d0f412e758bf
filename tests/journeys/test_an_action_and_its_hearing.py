"""An action beside the calendar: what becomes of it when its hearing moves, and which hours are taken."""

from __future__ import annotations

from tests.journeys import steps
from tests.journeys.planning import a_shared_case, drafted, looked
from tests.town import Town


async def test_an_action_whose_hearing_moves_asks_its_lead(town: Town) -> None:
    ana, _, noor, case_id, hearing = await a_shared_case(town)
    await steps.consent(ana, case_id, "FILL_COURTROOM", "ADVOCATES")
    action_id = await drafted(
        town, noor, case_id, kind="VIGIL", hearingId=hearing["id"], audiences=["SUPPORTERS"],
        leadId=town.person("advocate@demo.test"),
    )  # fmt: skip
    unasked = await noor.do(
        "answerHearingMove", actionId=action_id, expectedRevision=(await looked(noor, action_id))["revision"],
        choice="FOLLOW",
    )  # fmt: skip
    assert unasked["__typename"] == "NotAllowedByState"

    async def move(starts_at: str) -> None:
        found = await ana.ask("query H($id: ID!) { node(id: $id) { ... on Hearing { revision } } }", id=hearing["id"])
        moved = await ana.do(
            "rescheduleHearing", hearingId=hearing["id"], startsAt=starts_at,
            expectedRevision=found["node"]["revision"],
        )  # fmt: skip
        assert moved["__typename"] == "RescheduleHearingPayload", moved

    preview = await ana.ask(
        """query ($id: ID!, $at: WallTime!) { previewReschedule(hearingId: $id, startsAt: $at) {
             ... on ReschedulePreview { following { id } asked { id } } } }""",
        id=hearing["id"], at="2026-12-03T09:00",
    )  # fmt: skip
    assert preview["previewReschedule"] == {"following": [], "asked": [{"id": action_id}]}
    await move("2026-12-03T09:00")
    await move("2026-12-04T13:30")
    asked = await looked(noor, action_id)
    # It stands where people were told; the question is asked once.
    assert asked["hearingMoved"] and asked["occasion"]["startsAt"] == "2026-12-02T13:00:00+00:00"
    (waiting,) = [one for one in asked["tasks"] if one["doneAt"] is None]
    assert waiting["raisedBy"] == "hearing_moved" and waiting["owner"] == {"name": "Noor Haddad"}
    assert "Mateo" not in waiting["title"] and "December" not in waiting["title"]

    went = await noor.do(
        "answerHearingMove", "action { hearingMoved saidRevision occasion { startsAt } }", actionId=action_id,
        expectedRevision=asked["revision"], choice="FOLLOW",
    )  # fmt: skip
    # An hour before it, as before both moves.
    assert went["action"] == {
        "hearingMoved": False, "saidRevision": 1, "occasion": {"startsAt": "2026-12-04T17:30:00+00:00"},
    }  # fmt: skip
    assert all(one["doneAt"] for one in (await looked(noor, action_id))["tasks"])

    await move("2026-12-07T09:00")
    kept = await noor.do(
        "answerHearingMove", "action { hearingMoved occasion { startsAt } }", actionId=action_id, choice="KEEP",
        expectedRevision=(await looked(noor, action_id))["revision"],
    )  # fmt: skip
    assert kept["action"] == {"hearingMoved": False, "occasion": {"startsAt": "2026-12-04T17:30:00+00:00"}}

    await move("2026-12-08T09:00")
    off = await noor.do(
        "answerHearingMove", "action { state }", actionId=action_id, choice="CALL_OFF",
        expectedRevision=(await looked(noor, action_id))["revision"],
    )  # fmt: skip
    assert off["action"] == {"state": "CALLED_OFF"}


async def test_whoever_may_not_know_of_the_hearing_is_not_asked_and_cannot_find_it_by_going_along(town: Town) -> None:
    ana, _, noor, case_id, hearing = await a_shared_case(town)
    agreed = await steps.consent(ana, case_id, "FILL_COURTROOM", "ADVOCATES")
    action_id = await drafted(
        town, noor, case_id, kind="VIGIL", hearingId=hearing["id"], audiences=["SUPPORTERS"],
        leadId=town.person("advocate@demo.test"),
    )  # fmt: skip
    await ana.do("withdrawConsent", consentId=agreed["id"])
    found = await ana.ask("query H($id: ID!) { node(id: $id) { ... on Hearing { revision } } }", id=hearing["id"])
    await ana.do(
        "rescheduleHearing", hearingId=hearing["id"], startsAt="2026-12-03T09:00",
        expectedRevision=found["node"]["revision"],
    )  # fmt: skip

    asked = await looked(ana, action_id)
    (waiting,) = [one for one in asked["tasks"] if one["doneAt"] is None]
    assert waiting["owner"] == {"name": "Ana Okafor"}
    refused = await noor.do(
        "answerHearingMove", actionId=action_id, expectedRevision=asked["revision"], choice="FOLLOW"
    )
    assert refused["__typename"] == "NotFound"
    assert (await looked(ana, action_id))["occasion"]["startsAt"] == "2026-12-02T13:00:00+00:00"


async def test_hours_that_are_taken_are_told_and_never_why(town: Town) -> None:
    ana, luis, noor, case_id, _ = await a_shared_case(town)
    mayor = await steps.add(town, ana, "elm-city", "OFFICIAL", "Mayor Ellery", "mayor@farrow.test")
    other = await steps.take_in_mateo(town, ana, legalName="Pedro Salas", publicName="Pedro S.", aNumbers=[])
    elsewhere = await steps.schedule(town, ana, other["id"], "2026-12-02T09:30")
    await steps.consent(ana, other["id"], "TELL_OFFICIALS", "OFFICIALS")
    await steps.consent(ana, case_id, "TELL_OFFICIALS", "OFFICIALS")
    asked = await ana.do("invite", occasionId=elsewhere["occasion"]["id"], personIds=[mayor])
    assert asked["__typename"] == "InvitePayload", asked
    action_id = await drafted(town, noor, case_id, kind="OFFICIAL_VISIT", audiences=["OFFICIALS"])
    await luis.do("signOffAction", actionId=action_id, saidRevision=1, capacity="OF_RECORD")
    await noor.do("publishAction", actionId=action_id, expectedRevision=(await looked(noor, action_id))["revision"])
    occasion = (await looked(ana, action_id))["occasion"]["id"]
    assert (await looked(ana, action_id))["clashes"] == []
    asked = await ana.do("invite", occasionId=occasion, personIds=[mayor])
    assert asked["__typename"] == "InvitePayload", asked

    # From eight to nine, and elsewhere at half past nine: no time to travel. Ana sees where; Noor only that counsel
    # asks for another hour.
    (seen,) = (await looked(ana, action_id))["clashes"]
    assert seen == {"kind": "BOND_HEARING", "startsAt": "2026-12-02T14:30:00+00:00", "timeZone": "America/New_York"}
    assert (await looked(noor, action_id))["clashes"] == [{"kind": None, "startsAt": None, "timeZone": None}]

    await noor.do(
        "reviseAction", actionId=action_id, startsAt="2026-12-02T06:00",
        expectedRevision=(await looked(noor, action_id))["revision"],
    )  # fmt: skip
    assert (await looked(noor, action_id))["clashes"] == []
