"""Journey 2, and the main job whole: intake, custody, hearing, counsel, action, invitations; then the hearing moves."""

from __future__ import annotations

import re

from tests.journeys import steps
from tests.town import Town


async def test_a_hearing_is_moved_and_everyone_who_was_told_is_told_again(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    luis = await town.signed_in("attorney@demo.test")
    case = await steps.take_in_mateo(town, ana)
    located = await ana.do(
        "recordCustody",
        "case { custodyStatus whereNow { facility { name } } }",
        caseId=case["id"],
        facilityId=town.facilities["PLYMOMA"],
        source="LOCATOR",
    )
    assert located["case"]["whereNow"]["facility"]["name"] == "Plymouth County Correctional"
    hearing = await steps.schedule(town, ana, case["id"])
    await steps.represent(town, ana, luis, case["id"])
    await steps.consent(ana, case["id"], "TELL_OFFICIALS", "OFFICIALS")
    await steps.consent(ana, case["id"], "FILL_COURTROOM", "SUPPORTERS")
    action = await steps.publish_vigil(town, ana, luis, case["id"], hearing["id"])
    mayor = await steps.add(
        town, ana, "elm-city", "OFFICIAL", "Mayor Elena Reyes", "mayor@city.example", office="Mayor of Elm City"
    )
    supporter = await steps.add(
        town, ana, "elm-city", "SUPPORTER", "Tomás Ortiz", "tomas@neighbor.example", language="es"
    )
    invited = await ana.do(
        "invite",
        "invitations { id token state person { name } }",
        occasionId=action["occasion"]["id"],
        personIds=[mayor, supporter],
    )
    assert invited["__typename"] == "InvitePayload", invited
    first = await town.deliver()
    by_reader = {letter.message["To"].addresses[0].addr_spec: letter.message for letter in first}
    assert {"mayor@city.example", "tomas@neighbor.example"} <= by_reader.keys()

    preview = await ana.ask(
        """query ($id: ID!) { previewReschedule(hearingId: $id, startsAt: "2026-11-30T13:30") { __typename
           ... on ReschedulePreview { earlier tellings { personName audience kind } following { id } } } }""",
        id=hearing["id"],
    )
    told = {one["personName"] for one in preview["previewReschedule"]["tellings"]}
    assert {"Mayor Elena Reyes", "Luis Prado"} <= told
    assert preview["previewReschedule"]["earlier"] is True
    assert await town.deliver() == []

    moved = await ana.do(
        "rescheduleHearing",
        "told hearing { revision occasion { startsAt sequence } actions { occasion { startsAt } } }",
        hearingId=hearing["id"],
        expectedRevision=hearing["revision"],
        startsAt="2026-11-30T13:30",
    )
    assert moved["hearing"]["occasion"] == {"startsAt": "2026-11-30T18:30:00+00:00", "sequence": 1}
    assert moved["hearing"]["actions"][0]["occasion"]["startsAt"] == "2026-11-30T18:30:00+00:00"
    second = await town.deliver()
    changed = {letter.message["To"].addresses[0].addr_spec: letter.message for letter in second}
    assert {"mayor@city.example", "tomas@neighbor.example", "attorney@demo.test"} <= changed.keys()
    to_mayor = changed["mayor@city.example"]
    assert "Mateo" not in to_mayor["Subject"] and "Rivera" not in str(to_mayor)
    calendar = next(part for part in to_mayor.walk() if part.get_content_type() == "text/calendar")
    text = calendar.get_payload(decode=True).decode().replace("\r\n ", "")
    assert "METHOD:REQUEST" in text and "SEQUENCE:1" in text and "20261130T133000" in text

    nobody = await town.nobody()
    link = re.search(r"/a/[\w-]{43}", by_reader["mayor@city.example"].as_string().replace("=\n", ""))
    assert link
    page = await nobody.get(link.group(0))
    assert page.status_code == 200 and "1:30" in page.text and "has moved" in page.text
    assert "Rivera" not in page.text and "A201" not in page.text
    answered = await nobody.post(link.group(0), data={"answer": "coming", "party": "3"})
    assert answered.status_code == 303
    seen = await ana.ask(
        "query ($id: ID!) { node(id: $id) { ... on AdvocacyAction { answers { coming heads asked } } } }",
        id=action["id"],
    )
    assert seen["node"]["answers"] == {"coming": 1, "heads": 3, "asked": 2}


async def test_a_stale_revision_moves_nothing_and_tells_nobody(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    case = await steps.take_in_mateo(town, ana)
    hearing = await steps.schedule(town, ana, case["id"])
    await town.deliver()

    refused = await ana.do(
        "rescheduleHearing", "told", hearingId=hearing["id"], expectedRevision=9, startsAt="2026-11-30T13:30"
    )

    assert refused["__typename"] == "ChangedMeanwhile"
    after = await ana.ask(
        "query ($id: ID!) { node(id: $id) { ... on Hearing { revision occasion { startsAt sequence } } } }",
        id=hearing["id"],
    )
    assert after["node"] == {
        "revision": hearing["revision"],
        "occasion": {"startsAt": hearing["occasion"]["startsAt"], "sequence": 0},
    }
    assert await town.deliver() == []


async def test_before_cancelling_one_sees_what_would_be_left_standing(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    case = await steps.take_in_mateo(town, ana)
    hearing = await steps.schedule(town, ana, case["id"])
    drafted = await ana.do(
        "draftAction", "action { id }", organizationId=town.organizations["elm-city"], caseId=case["id"],
        hearingId=hearing["id"], kind="VIGIL", title="Light before court", nameForm="NONE", audiences=["SUPPORTERS"],
    )  # fmt: skip

    asked = "query ($id: ID!) { previewCancel(hearingId: $id) { tellings { kind } leftStanding { id title state } } }"
    preview = (await ana.ask(asked, id=hearing["id"]))["previewCancel"]

    assert preview["leftStanding"] == [{"id": drafted["action"]["id"], "title": "Light before court", "state": "DRAFT"}]


async def test_a_warning_about_a_day_of_another_year_says_the_year(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    case = await steps.take_in_mateo(town, ana)
    hearing = await steps.schedule(town, ana, case["id"])

    asked = """query ($id: ID!) { previewReschedule(hearingId: $id, startsAt: "2027-01-01T09:00")
      { ... on ReschedulePreview { warnings } } }"""
    warnings = (await ana.ask(asked, id=hearing["id"]))["previewReschedule"]["warnings"]

    assert warnings == ["January 1, 2027 is a federal holiday (New Year's Day). Check the notice."]


async def test_texts_that_no_notice_has_room_for_change_nothing(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    case = await steps.take_in_mateo(town, ana)
    hearing = await steps.schedule(town, ana, case["id"])
    hearings = "query ($id: ID!) { node(id: $id) { ... on Case { revision hearings { id revision room judge } } } }"
    hearings = hearings.replace(" room judge", " judge occasion { room joinUrl }")
    before = await ana.ask(hearings, id=case["id"])
    opened = await ana.do(
        "openProceeding", "proceeding { id }", caseId=case["id"], kind="REMOVAL", courtId=town.courts["HAR"]
    )

    moved = await ana.do(
        "rescheduleHearing", "told", hearingId=hearing["id"], expectedRevision=hearing["revision"],
        startsAt="2026-12-03T09:00", joinUrl="https://court.example/" + "x" * 2_000,
    )  # fmt: skip
    scheduled = [
        await ana.do(
            "scheduleHearing", caseId=case["id"], proceedingId=opened["proceeding"]["id"], kind="MASTER_HEARING",
            startsAt="2026-12-09T09:00", **{field: "x" * 300},
        )
        for field in ("room", "judge", "interpreterLanguage")
    ]  # fmt: skip

    assert [(one["__typename"], one.get("field")) for one in (moved, *scheduled)] == [
        ("Invalid", "joinUrl"), ("Invalid", "room"), ("Invalid", "judge"), ("Invalid", "interpreterLanguage"),
    ]  # fmt: skip
    assert moved["message"] == "That is longer than 2000 letters."
    assert (await ana.ask(hearings, id=case["id"]))["node"]["hearings"] == before["node"]["hearings"]
