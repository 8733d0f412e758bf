"""Where somebody was taken, on a map and in words; a calendar in which a hearing is dragged, but never by a slip."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.async_api import Locator, Page, Response, expect
from sqlalchemy import select

from casework import actors
from schema.base import new_id
from schema.courts import Court
from schema.facilities import Facility
from schema.hearings import Hearing
from schema.occasions import Occasion
from tests.browser.axe import findings
from tests.browser.conftest import come_in
from tests.browser.quiet import quiet
from tests.journeys import steps
from tests.town import Town

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 740}
POINTS = {"PLYMOMA": (41.96, -70.67), "WINNCLA": (31.93, -92.64)}
WEEK = "calendar?view=week&on=2026-12-02"


async def begins(town: Town) -> list[str]:
    """On the court's wall."""
    async with town.database.transaction(actors.OPERATOR) as tx:
        found = await tx.session.scalars(
            select(Occasion.wall_starts).join(Hearing, Hearing.occasion_id == Occasion.id).order_by(Occasion.id)
        )
        return [f"{at:%Y-%m-%dT%H:%M}" for at in found]


async def drag(page: Page, what: Locator, *, days: int, hours: float) -> None:
    """By hand, in a week: so many columns to the right, and so many hours down."""
    await quiet(page)
    box = await what.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + 20
    # An hour is two rows of half an hour; a day a seventh of what is right of the hours.
    hour = await page.evaluate(
        "document.querySelectorAll('.fc-wrap [data-time=\"10:00:00\"]')[0].getBoundingClientRect().top"
        " - document.querySelectorAll('.fc-wrap [data-time=\"09:00:00\"]')[0].getBoundingClientRect().top"
    )
    column = await page.evaluate(
        "document.querySelectorAll('.fc-wrap [data-date=\"2026-12-03\"]')[0].getBoundingClientRect().left"
        " - document.querySelectorAll('.fc-wrap [data-date=\"2026-12-02\"]')[0].getBoundingClientRect().left"
    )
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 10, y + 10, steps=4)
    await page.mouse.move(x + days * column, y + hours * hour, steps=12)
    await page.mouse.up()


async def test_a_hearing_is_dragged_to_another_day_and_nothing_is_saved_before_somebody_says_so(
    page: Page, town: Town
) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    luis = await town.signed_in("attorney@demo.test")
    case = await steps.take_in_mateo(town, ana)
    await steps.schedule(town, ana, case["id"])
    await steps.represent(town, ana, luis, case["id"])
    await town.deliver()
    await page.clock.set_fixed_time(town.clock.now)
    await come_in(page, town, "coordinator@demo.test", WEEK)
    hearing = page.locator(".fc-wrap").get_by_role("button", name="Mateo R.")
    await expect(hearing).to_have_accessible_name(
        "9:00 AM ET · Mateo R. · Bond hearing (Bond) · Hartford Immigration Court"
    )

    # Dropped: the dialog says where, and by name whom it would reach. Closed: as if nothing had been.
    await drag(page, hearing, days=1, hours=1.5)
    dialog = page.get_by_role("dialog")
    await expect(dialog.get_by_label("New time, as printed on the notice")).to_have_value("2026-12-03T10:30")
    await expect(dialog.get_by_text("Luis Prado")).to_be_visible()
    await dialog.get_by_role("button", name="Close").last.click()
    await expect(dialog).to_be_hidden()
    await expect(hearing).to_have_accessible_name(
        "9:00 AM ET · Mateo R. · Bond hearing (Bond) · Hartford Immigration Court"
    )
    assert await begins(town) == ["2026-12-02T09:00"]
    assert await town.deliver() == []

    await drag(page, hearing, days=1, hours=1.5)
    await expect(dialog.get_by_text("Luis Prado")).to_be_visible()
    await dialog.get_by_role("button", name="Move and tell everyone").click()
    await expect(dialog).to_be_hidden()
    await expect(hearing).to_have_accessible_name(
        "10:30 AM ET · Mateo R. · Bond hearing (Bond) · Hartford Immigration Court"
    )
    assert await begins(town) == ["2026-12-03T10:30"]
    assert await town.deliver() != []

    # The same by keyboard alone, with the facts before it.
    await hearing.focus()
    await page.keyboard.press("Enter")
    await expect(dialog.get_by_role("link", name="Open the case")).to_be_visible()
    assert await findings(page) == []
    await dialog.get_by_role("button", name="Move…").click()
    await expect(dialog.get_by_label("New time, as printed on the notice")).to_have_value("2026-12-03T10:30")


async def test_who_may_not_move_a_hearing_cannot_drag_it(page: Page, town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    case = await steps.take_in_mateo(town, ana)
    await steps.schedule(town, ana, case["id"])
    await steps.consent(ana, case["id"], "FILL_COURTROOM", "ADVOCATES")
    await ana.do("shareCase", "case { id }", caseId=case["id"], organizationId=town.organizations["harbor"])
    added = await ana.do(
        "addToTeam", "member { id }", caseId=case["id"], personId=town.person("advocate@demo.test"), role="ADVOCATE"
    )
    assert added["__typename"] == "AddToTeamPayload", added
    await page.clock.set_fixed_time(town.clock.now)
    await come_in(page, town, "advocate@demo.test", WEEK)
    hearing = page.locator(".fc-wrap").get_by_role("button", name="Bond hearing")
    await expect(hearing).to_be_visible()

    await drag(page, hearing, days=1, hours=1)

    # Let go of, it is as good as pressed: its facts, and no way to move it.
    await expect(page.get_by_role("button", name="Move and tell everyone")).to_have_count(0)
    assert await begins(town) == ["2026-12-02T09:00"]


async def moved_about(town: Town) -> Any:
    """A case of three stays: Plymouth, Winn, and one in Guam, which no map of the states shows."""
    async with town.database.transaction(actors.OPERATOR) as tx:
        for facility in await tx.session.scalars(select(Facility)):
            facility.latitude, facility.longitude = POINTS[facility.code]
            facility.location_precision = "city_centroid"
        (court,) = await tx.session.scalars(select(Court).where(Court.code == "HAR"))
        court.latitude, court.longitude = 41.77, -72.67
        tx.session.add(
            Facility(
                id=new_id(), code="GUAMHOLD", name="Guam Hold Room", city="Hagåtña", state="GU", latitude=13.48,
                longitude=144.75, location_precision="city_centroid", time_zone="Pacific/Guam", hold_room=True,
                staging=False,
            )
        )  # fmt: skip
    ana = await town.signed_in("coordinator@demo.test")
    case = await steps.take_in_mateo(town, ana)
    await steps.schedule(town, ana, case["id"])
    found = await ana.ask('{ facilities(search: "Guam") { id } }')
    recorded = await ana.do("recordCustody", caseId=case["id"], facilityId=town.facilities["PLYMOMA"], source="LOCATOR")
    assert recorded["__typename"] == "RecordCustodyPayload", recorded
    for facility in (town.facilities["WINNCLA"], found["facilities"][0]["id"]):
        town.clock.forward(hours=20)
        ana = await town.signed_in("coordinator@demo.test")
        moved = await ana.do("recordTransfer", caseId=case["id"], facilityId=facility, source="LOCATOR")
        assert moved["__typename"] == "RecordTransferPayload", moved
    return case


async def test_the_path_of_transfers_is_drawn_said_in_words_and_led_to_both_ways(page: Page, town: Town) -> None:
    case = await moved_about(town)
    await page.clock.set_fixed_time(town.clock.now)
    await page.emulate_media(reduced_motion="reduce")
    await page.set_viewport_size({"width": 1440, "height": 900})
    await come_in(page, town, "coordinator@demo.test", f"cases/{case['shortId']}")
    history = page.get_by_role("region", name="Detention history")
    drawing = history.get_by_role("group", name="Map of the transfers")
    await quiet(page)
    await expect(drawing.get_by_role("button")).to_have_count(3)
    await expect(drawing.get_by_role("img", name="Court on file: Hartford Immigration Court")).to_be_visible()
    await expect(history.get_by_text("Moved 2 times")).to_be_visible()

    # From the map to the row, and from the row to the map, without a mouse.
    second = history.get_by_role("listitem").filter(has=page.get_by_role("button", name="Stop 2"))
    await drawing.get_by_role("button", name="2 Winnfield: Winn Correctional").focus()
    await expect(second).to_have_attribute("data-chosen", "true")
    await page.keyboard.press("Enter")
    await expect(second.get_by_role("button", name="Stop 2, on the map")).to_be_focused()
    await history.get_by_role("button", name="Stop 3").focus()
    await expect(drawing.get_by_role("button", name="3 Hagåtña: Guam Hold Room")).to_have_attribute(
        "data-chosen", "true"
    )

    await history.get_by_text("The path in words").click()
    said = history.get_by_role("list", name="The path in words").get_by_role("listitem")
    await expect(said).to_have_count(4)
    await expect(said.nth(1)).to_contain_text("Winn Correctional (Winnfield, LA)")
    await expect(said.nth(1)).to_contain_text("mi from the place before")
    await expect(said.last).to_contain_text("Court on file: Hartford")
    assert await findings(page) == []

    await page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    fold = page.get_by_role("button", name="Detention history", exact=False).last
    await fold.click()
    await expect(drawing).to_be_visible()
    wide = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0
    assert await findings(page) == []


async def test_whoever_may_not_see_the_detention_history_gets_no_map_of_it(page: Page, town: Town) -> None:
    case = await moved_about(town)
    ana = await town.signed_in("coordinator@demo.test")
    await steps.consent(ana, case["id"], "FILL_COURTROOM", "ADVOCATES")
    await ana.do("shareCase", "case { id }", caseId=case["id"], organizationId=town.organizations["harbor"])
    await ana.do(
        "addToTeam", "member { id }", caseId=case["id"], personId=town.person("advocate@demo.test"), role="ADVOCATE"
    )
    responses: list[Response] = []
    page.on("response", lambda one: responses.append(one))
    await come_in(page, town, "advocate@demo.test", f"cases/{case['shortId']}")
    await expect(page.get_by_text("Where the client is held", exact=False).first).to_be_visible()
    await quiet(page)
    answers = [
        one for one in responses if one.url.endswith("/graphql") and "ubscription" not in (one.request.post_data or "")
    ]
    got = [one.url for one in responses] + [await one.text() for one in answers]

    assert any(case["shortId"] in one for one in got)
    # Neither what would draw it, nor what would be drawn.
    for secret in ("TransferMap", "Winn Correctional", "Plymouth", "41.96", "144.75"):
        assert [one for one in got if secret in one] == []
    await expect(page.locator(".transfer-map")).to_have_count(0)


async def test_the_days_are_whole_on_a_telephone_and_on_a_desk(page: Page, town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    case = await steps.take_in_mateo(town, ana)
    await steps.schedule(town, ana, case["id"])
    await page.clock.set_fixed_time(town.clock.now)
    await page.emulate_media(reduced_motion="reduce")
    await page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    await come_in(page, town, "coordinator@demo.test", "calendar")
    day = page.get_by_role("region", name="Wed, Dec 2, 2026")
    await expect(day.get_by_text("9:00 AM ET")).to_be_visible()
    wide = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0
    assert await findings(page) == []
    await page.get_by_text("Filters").first.click()
    await page.get_by_label("Only unconfirmed").check()
    await expect(day).to_be_hidden()
    assert "unconfirmed=true" in page.url

    await page.set_viewport_size({"width": 1440, "height": 900})
    for path in ("calendar?view=month&on=2026-12-02", WEEK):
        await page.goto(f"{town.settings.address}/{path}")
        await expect(page.locator(".fc-wrap").get_by_role("button", name="Mateo R.")).to_be_visible()
        assert await findings(page) == []
