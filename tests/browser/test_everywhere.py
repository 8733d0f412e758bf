"""What is on every page: the inbox that fills by itself, one box for everything, keys, and help that matches."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from tests.browser.axe import findings
from tests.browser.conftest import come_in
from tests.journeys import steps
from tests.town import Town

pytestmark = pytest.mark.browser
ANA, LUIS = "coordinator@demo.test", "attorney@demo.test"


async def test_a_change_stands_in_the_inbox_without_a_reload_and_is_marked_put_off_and_taken_back(
    page: Page, town: Town
) -> None:
    ana, luis = await town.signed_in(ANA), await town.signed_in(LUIS)
    case = await steps.take_in_mateo(town, ana)
    hearing = await steps.schedule(town, ana, case["id"])
    await steps.represent(town, ana, luis, case["id"])
    await come_in(page, town, LUIS, "people")
    bell = page.get_by_role("button", name="Inbox")
    await expect(bell).to_be_visible()
    before = await page.evaluate("performance.timeOrigin")

    moved = await ana.do(
        "rescheduleHearing", hearingId=hearing["id"], startsAt="2026-12-01T14:00", expectedRevision=hearing["revision"]
    )
    assert moved["__typename"] == "RescheduleHearingPayload", moved

    await expect(page.get_by_role("button", name="new", exact=False).filter(has=page.locator("svg"))).to_be_visible(
        timeout=15_000
    )
    await bell.click()
    entry = page.get_by_role("link", name="Ana Okafor moved to an earlier time: Bond hearing (C-10001")
    await expect(entry).to_be_visible()
    assert await page.evaluate("performance.timeOrigin") == before
    assert await findings(page) == []
    await page.get_by_role("link", name="Open the inbox").click()

    await page.get_by_role("button", name="Read: Ana Okafor moved").click()
    await expect(entry).to_be_hidden()
    await page.get_by_role("button", name="Undo").click()
    await expect(entry).to_be_visible()
    await page.get_by_role("button", name="Tomorrow: Ana Okafor moved").click()
    await page.get_by_text("Later", exact=True).click()
    await expect(entry).to_be_visible()
    assert await findings(page) == []
    await page.set_viewport_size({"width": 360, "height": 740})
    assert await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    await entry.click()
    await expect(page).to_have_url(f"{town.settings.address}/cases/{case['shortId']}")


async def test_keys_find_create_and_explain_and_are_silent_once_turned_off(page: Page, town: Town) -> None:
    ana = await town.signed_in(ANA)
    case = await steps.take_in_mateo(town, ana)
    await steps.schedule(town, ana, case["id"])
    await come_in(page, town, ANA, "people")
    await expect(page.get_by_role("heading", name="People", exact=True)).to_be_visible()

    await page.keyboard.press("/")
    await page.get_by_role("dialog").get_by_role("combobox").fill("Mateo")
    await expect(page.get_by_role("group", name="Cases").get_by_role("option", name="Mateo R.")).to_be_visible()
    await expect(page.get_by_role("option", name="Move the next hearing of C-10001: Bond hearing")).to_be_visible()
    assert await findings(page) == []
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_have_count(0)

    await page.keyboard.press("c")
    await expect(page.get_by_role("combobox", name="Create something")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("dialog", name="New case")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await page.keyboard.press("g")
    await page.keyboard.press("t")
    await expect(page.get_by_role("heading", name="Tasks", exact=True)).to_be_visible()

    await page.get_by_role("button", name="Help with this page").click()
    await expect(page.get_by_text("What needs a person, the most urgent first. Many tasks")).to_be_visible()
    assert await findings(page) == []
    await page.get_by_role("button", name="Take the tour").last.click()
    await expect(page.get_by_role("region", name="Tour, step 1 of 6")).to_be_focused()
    await page.keyboard.press("ArrowRight")
    await expect(page.get_by_role("region", name="Tour, step 2 of 6")).to_be_visible()
    await page.keyboard.press("Escape")
    await page.reload()
    await page.get_by_role("button", name="Go on with the tour").click()
    await page.get_by_role("region", name="Tour, step 2 of 6").get_by_role("button", name="Skip").click()
    await expect(page.get_by_role("button", name="Go on with the tour")).to_have_count(0)

    await page.get_by_role("heading").first.click()
    await page.keyboard.press("?")
    await page.get_by_role("switch", name="Single keys").click()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await page.keyboard.press("/")
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await page.keyboard.press("Control+k")
    await expect(page.get_by_role("dialog")).to_be_visible()


async def test_the_organization_reads_each_letter_in_each_language_before_anybody_gets_it(
    page: Page, town: Town
) -> None:
    # High enough for the page: a list that opens where it has to scroll closes again.
    await page.set_viewport_size({"width": 1280, "height": 3000})
    await come_in(page, town, "admin@demo.test", "organization?part=messages")
    letters = page.get_by_role("region", name="What our messages say")
    await expect(letters.get_by_text("MOVED EARLIER. Old:").first).to_be_visible(timeout=15_000)
    await letters.get_by_role("combobox", name="Language of the reader").click()
    await page.get_by_role("option", name="Kreyòl ayisyen").click()
    await expect(letters.get_by_text("MOVED EARLIER. Old:")).to_have_count(0)
    assert await findings(page) == []
    await page.get_by_role("link", name="Addresses and tokens").click()
    await expect(page.get_by_role("region", name="All calendar addresses")).to_be_visible()
    await expect(page).to_have_url(f"{town.settings.address}/organization?part=keys")
