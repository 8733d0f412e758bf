"""Consent and counsel's word through the front door: a coordinator asks, an advocate plans, counsel answers."""

from __future__ import annotations

from api.nodes import parts
from tests.journeys import steps
from tests.plans.test_both_paths import paths_of
from tests.town import Town, town

CASE = """query ($id: ID!) { node(id: $id) { ... on Case {
  missing
  safeguard { doubtedSince why doubtedBy { name } }
  consentInterviews { officials courtroom press photo fullName givenBy heard assented guardianAdverse language
    interpreter witness relayedBy script circumstances askedAt recordedBy { name } }
  consents { purpose audience nameForm state standing heard assented confirmedAt confirmedIn pausedAt resumedAt
    interview { id script } }
  retractions { kind audience messages listedAt toldAt answer person { name } caller { name } toldBy { name }
    action { title } }
  actions { title holdsName missing embargoes { field until }
    changedSinceSignOff { since title { kept text } statement { kept text } nameFormBefore nameForm audiencesBefore
      audiences usesPhotoBefore usesPhoto }
    signOffs { saidRevision discussedOn current }
    counselAnswers { said saidRevision title statement discussedOn givenAt takenOverAt current attorney { name } } }
} } }"""


async def test_a_consent_is_asked_counsel_answers_and_it_is_taken_back_alike_on_both_paths(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    luis = await town.signed_in("attorney@demo.test")
    noor = await town.signed_in("advocate@demo.test")
    case = await steps.take_in_mateo(town, ana)
    hearing = await steps.schedule(town, ana, case["id"])
    await steps.represent(town, ana, luis, case["id"])
    shared = await ana.do("shareCase", caseId=case["id"], organizationId=town.organizations["harbor"])
    assert shared["__typename"] == "ShareCasePayload", shared
    await ana.do(
        "addToTeam", "member { id }", caseId=case["id"], personId=town.person("advocate@demo.test"), role="ADVOCATE"
    )

    asked = await ana.do(
        "recordConsentInterview", "consents { id revision state } interview { id }", caseId=case["id"],
        officials="YES", courtroom="YES", press="NO", givenBy="RELAYED", relayedBy="Elsa", language="es",
        script="Five questions, 2026", interpreter="Marta",
    )  # fmt: skip
    assert {one["state"] for one in asked["consents"]} == {"PROPOSED"}
    for one in asked["consents"]:
        confirmed = await luis.do(
            "confirmConsent", "consent { state confirmedIn }", consentId=one["id"], expectedRevision=one["revision"],
            language="es", privately=True,
        )  # fmt: skip
        assert confirmed["consent"] == {"state": "STANDING", "confirmedIn": "es"}

    drafted = await ana.do(
        "draftAction", "action { id }", organizationId=town.organizations["elm-city"], caseId=case["id"],
        hearingId=hearing["id"], kind="VIGIL", title="Light for our neighbor",
        statement="Come and sit with us. We bring candles.", nameForm="PUBLIC_NAME", audiences=["SUPPORTERS"],
    )  # fmt: skip
    action = drafted["action"]
    await luis.do(
        "signOffAction", "action { id }", actionId=action["id"], saidRevision=1, capacity="OF_RECORD",
        discussedOn="2026-11-20", risks="For: turnout.",
    )  # fmt: skip
    answered = await luis.do(
        "answerAction", "answer { id } action { state revision }", actionId=action["id"], saidRevision=1,
        said="THESE_WORDS_INSTEAD", statement="Come and stand with us. We bring candles.", why="Quieter.",
    )  # fmt: skip
    taken = await noor.do(
        "takeOverWords",
        "action { statement missing revision changedSinceSignOff { since } }",
        answerId=answered["answer"]["id"],
    )
    assert taken["__typename"] == "TakeOverWordsPayload", taken
    assert taken["action"]["statement"] == "Come and stand with us. We bring candles."
    assert (taken["action"]["missing"], taken["action"]["changedSinceSignOff"]) == ([], None)
    revised = await noor.do(
        "reviseAction", "action { revision changedSinceSignOff { since statement { kept text } } }",
        actionId=action["id"], expectedRevision=taken["action"]["revision"],
        statement="Come and stand with us. We bring lanterns.",
    )  # fmt: skip
    assert revised["action"]["changedSinceSignOff"] == {
        "since": 2,
        "statement": [
            {"kept": "KEPT", "text": "Come and stand with us. We bring "},
            {"kept": "REMOVED", "text": "candles."},
            {"kept": "ADDED", "text": "lanterns."},
        ],
    }
    held = await noor.do(
        "embargoAction", "action { embargoes { field until } }", actionId=action["id"],
        expectedRevision=revised["action"]["revision"], field="PLACE", until="2026-11-25T15:00:00Z",
    )  # fmt: skip
    assert held["action"]["embargoes"] == [{"field": "PLACE", "until": "2026-11-25T15:00:00+00:00"}]

    supporters = next(one for one in asked["consents"])
    paused = await noor.do(
        "pauseConsent", "consent { state revision }", consentId=supporters["id"], toldTo="Noor, at the jail"
    )
    assert paused["consent"]["state"] == "PAUSED"
    resumed = await ana.do(
        "resumeConsent", "consent { standing }", consentId=supporters["id"],
        expectedRevision=paused["consent"]["revision"], clientSaidSo=True, language="es",
    )  # fmt: skip
    assert resumed["consent"] == {"standing": True}
    doubted = await ana.do("doubtCapacity", "case { noPublicity }", caseId=case["id"], doubted=True, why="Confused.")
    assert doubted["case"] == {"noPublicity": True}
    for one in asked["consents"]:
        taken_back = await noor.do("withdrawConsent", "consent { state }", consentId=one["id"])
        assert taken_back["consent"]["state"] == "WITHDRAWN"

    paths = paths_of(town)
    for person in town.staff.values():
        data, errors = await paths.ordinary(person, CASE, {"id": case["id"]})
        assert not errors, errors
        assert await paths.woven(person, CASE, {"id": case["id"]}) == data
    told = (await noor.ask(CASE, id=case["id"]))["node"]
    assert (told["consentInterviews"], told["safeguard"]) == ([], None)
    assert {one["interview"] and one["interview"]["script"] for one in told["consents"]} == {None}
    assert {one["confirmedIn"] for one in told["consents"]} == {None}
    assert parts(case["id"])[0] == "Case"


__all__ = ["town"]
