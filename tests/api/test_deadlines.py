"""Deadlines at the front door: the legal team's, in the reader's language, with whence they come."""

from __future__ import annotations

from typing import Any

from tests.journeys import steps
from tests.town import Seat, Town, town

DEADLINES = """query ($id: String!) { case(shortId: $id) { id may deadlines { id revision rule name action state dueOn
  dueAt citation unverified litigationStatus binds trace ordered setByCourt confirmedBy { name }
  inPlaceOf { dueOn } } } }"""
RULES = (
    "{ deadlineRules { key name binds provisions { unverified litigationStatus measures { citation length unit } } } }"
)


async def a_brief(town: Town) -> tuple[Seat, Seat, Any]:
    """Mateo's case, represented; a briefing notice of November 20 is typed in."""
    ana = await town.signed_in("coordinator@demo.test")
    luis = await town.signed_in("attorney@demo.test")
    case = await steps.take_in_mateo(town, ana)
    await steps.consent(ana, case["id"], "SEEK_COUNSEL", "ADVOCATES", "NONE")
    await steps.represent(town, ana, luis, case["id"])
    appeal = await ana.do("openProceeding", "proceeding { id }", caseId=case["id"], kind="APPEAL")
    assert appeal["__typename"] == "OpenProceedingPayload", appeal
    worked = await ana.do(
        "workOutDeadlines", "moved { why beforeOn deadline { rule dueOn } }", caseId=case["id"],
        trigger="BRIEFING_NOTICE", happenedOn="2026-11-20",
    )  # fmt: skip
    assert worked["moved"] == [
        {"why": None, "beforeOn": None, "deadline": {"rule": "bia_brief", "dueOn": "2026-12-10"}}
    ]
    return ana, luis, case


async def of(seat: Seat, case: Any, rule: str | None) -> Any:
    found = (await seat.ask(DEADLINES, id=case["shortId"]))["case"]
    return next(one for one in found["deadlines"] if one["rule"] == rule)


async def test_a_deadline_says_whence_it_comes_and_counsel_confirms_it(town: Town) -> None:
    ana, luis, case = await a_brief(town)

    brief = await of(ana, case, "bia_brief")
    assert (brief["state"], brief["litigationStatus"], brief["unverified"]) == ("FOR_REVIEW", "LITIGATED", False)
    assert brief["trace"][-2] == "It must be received by then: what is only mailed by then is late."
    assert (await of(ana, case, "charging_decision"))["unverified"] is True

    refused = await ana.do("confirmDeadline", deadlineId=brief["id"], expectedRevision=0)
    assert refused["__typename"] == "NotPermitted"
    done = await luis.do("confirmDeadline", "deadline { state }", deadlineId=brief["id"], expectedRevision=0)
    assert done["deadline"]["state"] == "CONFIRMED"
    assert (await of(ana, case, "bia_brief"))["confirmedBy"] == {"name": "Luis Prado"}


async def test_it_is_said_in_the_language_of_the_page_by_both_paths(town: Town) -> None:
    _, luis, case = await a_brief(town)
    luis.http.headers["Accept-Language"] = "es"

    brief = await of(luis, case, "bia_brief")
    assert brief["name"] == "Escrito ante la Junta de Apelaciones de Inmigración"
    assert brief["trace"][1] == "El aviso para presentar escritos: el viernes, 20 de noviembre de 2026."
    shown = await luis.do(
        "confirmDeadline", "deadline { name trace }", deadlineId=brief["id"], expectedRevision=brief["revision"]
    )
    assert shown["deadline"] == {"name": brief["name"], "trace": brief["trace"]}


async def test_whoever_is_not_of_the_legal_team_sees_no_deadline_and_no_rule(town: Town) -> None:
    ana, _, case = await a_brief(town)
    noor = await town.signed_in("advocate@demo.test")
    await ana.do("shareCase", "case { id }", caseId=case["id"], organizationId=town.organizations["harbor"])
    await ana.do(
        "addToTeam", "member { id }", caseId=case["id"], personId=town.person("advocate@demo.test"), role="ADVOCATE"
    )

    found = (await noor.ask(DEADLINES, id=case["shortId"]))["case"]
    assert found["deadlines"] == [] and not {"workOutDeadlines", "confirmDeadline"} & set(found["may"])
    brief = await of(ana, case, "bia_brief")
    assert await noor.ask("query ($id: ID!) { node(id: $id) { id } }", id=brief["id"]) == {"node": None}
    again = 'query ($id: ID!) { recomputeDeadlines(caseId: $id, asOf: "2026-02-20") { dueOn } }'
    assert await noor.ask(again, id=case["id"]) == {"recomputeDeadlines": []}
    assert (await noor.ask(RULES))["deadlineRules"] == []


async def test_the_rules_are_data_that_attorneys_read(town: Town) -> None:
    luis = await town.signed_in("attorney@demo.test")

    found = {one["key"]: one for one in (await luis.ask(RULES))["deadlineRules"]}

    assert len(found) > 30
    assert [one["litigationStatus"] for one in found["bia_appeal"]["provisions"]] == ["SETTLED", "VACATED"]
    assert found["detainer"]["provisions"][0]["measures"] == [
        {"citation": "8 CFR 287.7(d)", "length": 48, "unit": "BUSINESS_HOURS"}
    ]


async def test_as_of_another_day_the_vacated_provision_would_have_bound_rin_1125_ab37(town: Town) -> None:
    ana, _, case = await a_brief(town)
    await ana.do(
        "workOutDeadlines", caseId=case["id"], trigger="DECISION", happenedOn="2026-03-20"
    )  # fmt: skip

    asked = """query ($id: ID!, $day: Date!) { recomputeDeadlines(caseId: $id, asOf: $day) { answer dueOn moves trace
      deadline { rule dueOn } } }"""
    february = (await ana.ask(asked, id=case["id"], day="2026-02-20"))["recomputeDeadlines"]
    appeal = next(one for one in february if one["deadline"]["rule"] == "bia_appeal")

    assert (appeal["answer"], appeal["dueOn"], appeal["moves"]) == ("DATE", "2026-03-30", True)
    assert appeal["deadline"]["dueOn"] == "2026-04-20"


async def test_what_the_court_ordered_is_sealed_and_its_reading_is_in_the_trail(town: Town) -> None:
    ana, luis, case = await a_brief(town)
    done = await ana.do(
        "setCourtDeadline", "deadline { id revision state ordered }", caseId=case["id"], source="PRINTED_NOTICE",
        what="File the exhibit list", dueOn="2026-12-14",
    )  # fmt: skip
    assert done["deadline"] | {"id": ""} == {
        "id": "", "revision": 0, "state": "FOR_REVIEW", "ordered": "File the exhibit list",
    }  # fmt: skip

    await luis.ask(DEADLINES, id=case["shortId"])
    trail = await ana.ask(
        "query ($id: ID!) { audit(recordId: $id, first: 20) { edges { node { act by fields } } } }",
        id=done["deadline"]["id"],
    )
    seen = [one["node"] for one in trail["audit"]["edges"] if one["node"]["act"] == "viewed"]
    assert ("Luis Prado", ["deadlines.what"]) in [(one["by"], one["fields"]) for one in seen]


async def test_a_filing_closes_its_deadline(town: Town) -> None:
    ana, _, case = await a_brief(town)
    brief = await of(ana, case, "bia_brief")

    early = await ana.do("recordFiling", deadlineId=brief["id"], expectedRevision=0, filedAt="2026-11-24T09:00")
    assert (early["__typename"], early["field"]) == ("Invalid", "filedAt")
    done = await ana.do(
        "recordFiling", "deadline { state filedAt }", deadlineId=brief["id"], expectedRevision=0,
        filedAt="2026-11-23T09:00",
    )  # fmt: skip
    assert done["deadline"] == {"state": "FILED", "filedAt": "2026-11-23T14:00:00+00:00"}


__all__ = ["town"]


TOLD = """query ($id: String!) { case(shortId: $id) {
  deadlines { rule state fellAwayAt movedBecause hearing { occasion { kind startsAt } } proceeding { kind } }
  story(first: 50) { edges { node { kind name outcome dueOn what } } }
  trail(first: 50) { edges { node { act concerns whyMoved } } } } }"""


async def test_what_fell_away_stays_and_the_story_and_the_trail_say_which_it_was_and_why(town: Town) -> None:
    ana, luis, case = await a_brief(town)
    removal = await ana.do("openProceeding", "proceeding { id }", caseId=case["id"], kind="REMOVAL")
    set_ = await ana.do(
        "scheduleHearing", "hearing { id revision }", caseId=case["id"], proceedingId=removal["proceeding"]["id"],
        kind="INDIVIDUAL_HEARING", startsAt="2027-03-10T09:00", courtId=town.courts["HAR"], detained=False,
    )  # fmt: skip
    hearing = set_["hearing"]
    done = await ana.do("cancelHearing", hearingId=hearing["id"], expectedRevision=hearing["revision"])
    assert done["__typename"] == "CancelHearingPayload", done

    for seat, due in ((ana, "February 8, 2027"), (luis, "8 de febrero de 2027")):
        if seat is luis:
            seat.http.headers["Accept-Language"] = "es"
        found = (await seat.ask(TOLD, id=case["shortId"]))["case"]
        (gone,) = [one for one in found["deadlines"] if one["fellAwayAt"]]
        assert (gone["rule"], gone["state"], gone["movedBecause"]) == (
            "filings_individual", "SUPERSEDED", "HEARING_VACATED"
        )  # fmt: skip
        assert gone["hearing"]["occasion"]["kind"] == "INDIVIDUAL_HEARING" and gone["proceeding"]["kind"] == "REMOVAL"
        (line,) = [one["node"] for one in found["story"]["edges"] if one["node"]["kind"] == "DEADLINE_FELL_AWAY"]
        assert (line["outcome"], line["dueOn"], line["what"]) == (
            "HEARING_VACATED", "2027-02-08", "INDIVIDUAL_HEARING"
        )  # fmt: skip
        (entry,) = [one["node"] for one in found["trail"]["edges"] if one["node"]["act"] == "deadline.fell_away"]
        assert entry["whyMoved"] == "HEARING_VACATED"
        assert entry["concerns"] == f"{line['name']} ({due})"
