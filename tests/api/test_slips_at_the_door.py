"""What was typed wrong, or twice, at the front door: a sentence in the reader's language by the field it is about."""

from __future__ import annotations

from tests.access.test_refusals_change_nothing import every_row
from tests.ground import Ground
from tests.journeys import steps
from tests.town import Seat, Town

HEARINGS = "query ($id: ID!) { node(id: $id) { ... on Case { hearings { id occasion { state startsAt } } } } }"


async def standing(ana: Seat, case_id: str) -> list[str]:
    found = (await ana.ask(HEARINGS, id=case_id))["node"]["hearings"]
    return [one["occasion"]["startsAt"] for one in found if one["occasion"]["state"] != "CANCELLED"]


async def test_each_slip_is_told_by_its_field_and_saves_nothing(town: Town, ground: Ground) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    case = await steps.take_in_mateo(town, ana)
    here = {"caseId": case["id"], "expectedRevision": case["revision"]}
    elm = {"organizationId": town.organizations["elm-city"]}
    before = await every_row(ground)

    said = [
        await ana.do("updateCase", **here, publicName="Teo R.", language="Q" * 41),
        await ana.do("updateCase", **here, publicName="Teo R.", countryOfBirth="x" * 61),
        await ana.do("updateCase", **here, publicName="Teo R.", birthDate="2031-01-01"),
        await ana.do("takeInCase", **elm, publicName="Luz P.", language="Q" * 41),
        await ana.do("takeInCase", **elm, publicName="Luz P.", callerPhone="the shop"),
        await ana.do("takeInCase", **elm, publicName="Luz P.", birthDate="2031"),
        await ana.do("addTask", **elm, title="x" * 501),
    ]

    assert [one["field"] for one in said] == [
        "language", "countryOfBirth", "birthDate", "language", "callerPhone", "birthDate", "title",
    ]  # fmt: skip
    assert said[-1]["message"] == "A task has at most 500 letters. Write a note for the rest."
    assert await every_row(ground) == before


async def a_notice(town: Town) -> tuple[Seat, dict[str, str]]:
    """The coordinator's seat, and what a notice of a bond hearing in Hartford says."""
    ana = await town.signed_in("coordinator@demo.test")
    case = await steps.take_in_mateo(town, ana)
    opened = await ana.do(
        "openProceeding", "proceeding { id }", caseId=case["id"], kind="BOND", courtId=town.courts["HAR"]
    )
    notice = {
        "caseId": case["id"], "proceedingId": opened["proceeding"]["id"], "kind": "BOND_HEARING",
        "startsAt": "2026-12-02T09:00",
    }  # fmt: skip
    return ana, notice


async def test_a_hearing_that_stands_already_is_asked_about_once_and_a_second_needs_a_yes(
    town: Town, ground: Ground
) -> None:
    ana, notice = await a_notice(town)
    first = await ana.do("scheduleHearing", "hearing { id revision }", **notice)
    before = await every_row(ground)

    again = await ana.do("scheduleHearing", **notice, room="628")
    assert again == {
        "__typename": "LooksLike",
        "message": "There is one already: Bond hearing, Wednesday, December 2, 2026, 9:00 AM Eastern Time, at the same"
        " place. Schedule a second?",
    }
    assert await every_row(ground) == before

    # What differs in anything that counts is another hearing, and nobody is asked.
    for other in (
        {"startsAt": "2026-12-02T10:00"},
        {"kind": "MASTER_HEARING"},
        {"courtId": town.courts["ELP"], "startsAt": "2026-12-02T07:00"},
    ):
        assert (await ana.do("scheduleHearing", **{**notice, **other}))["__typename"] == "ScheduleHearingPayload"
    confirmed = await ana.do("scheduleHearing", **notice, confirmed=True)
    assert confirmed["__typename"] == "ScheduleHearingPayload"
    assert (await standing(ana, notice["caseId"])).count("2026-12-02T14:00:00+00:00") == 4

    # What was cancelled stands no more.
    later = {**notice, "startsAt": "2026-12-09T09:00"}
    gone = await ana.do("scheduleHearing", "hearing { id revision }", **later)
    await ana.do("cancelHearing", hearingId=gone["hearing"]["id"], expectedRevision=gone["hearing"]["revision"])
    assert (await ana.do("scheduleHearing", **later))["__typename"] == "ScheduleHearingPayload"
    assert first["__typename"] == "ScheduleHearingPayload"


async def test_a_zone_that_is_none_or_is_not_the_places_is_refused_and_one_that_says_the_same_is_not(
    town: Town, ground: Ground
) -> None:
    ana, notice = await a_notice(town)
    before = await every_row(ground)

    nowhere = await ana.do("scheduleHearing", **notice, timeZone="America/Hartford")
    assert nowhere["field"] == "timeZone" and "is not a time zone" in nowhere["message"]
    ana.http.headers["Accept-Language"] = "es"
    elsewhere = await ana.do("scheduleHearing", **notice, timeZone="America/Chicago")
    assert elsewhere["field"] == "timeZone" and "se lee en la zona de su lugar, hora del Este" in elsewhere["message"]
    assert await every_row(ground) == before

    assert (await ana.do("scheduleHearing", **notice, timeZone="America/Detroit"))["__typename"] == (
        "ScheduleHearingPayload"
    )
    assert await standing(ana, notice["caseId"]) == ["2026-12-02T14:00:00+00:00"]
