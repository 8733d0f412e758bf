"""The page of a case on a telephone: folded panels that a list leads to, and nothing too small for a thumb."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from playwright.async_api import Browser, Page, expect

from tests.browser.axe import findings
from tests.browser.conftest import come_in
from tests.browser.quiet import watch
from tests.browser.test_everyone_can_use_it import PHONE
from tests.journeys import steps
from tests.town import Town

pytestmark = pytest.mark.browser

#: What a thumb presses and is smaller than 44 pixels. A box to tick is as large as the label around it; links within a
#: sentence are as high as the sentence, which WCAG 2.5.5 leaves to them.
TOO_SMALL = """() => [...document.querySelectorAll('button, input, textarea, summary, [role=tab], nav a')]
  .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height && !one.disabled)
  .filter((one) => !one.closest('.mantine-Input-section, .skip, [type=file], [aria-hidden=true]'))
  .map((one) => one.matches('[type=checkbox], [type=radio]')
    ? one.closest('label, .mantine-Checkbox-body, .mantine-Radio-body') ?? one : one)
  .filter((one) => one.getBoundingClientRect().height < 43.5)
  .map((one) => `${one.tagName} ${one.textContent || one.ariaLabel}: ${one.getBoundingClientRect().height}`)"""


@pytest.fixture
async def phone(browser: Browser) -> AsyncIterator[Page]:
    context = await browser.new_context(
        locale="en-US", timezone_id="America/New_York", viewport=PHONE,  # type: ignore[arg-type]
        has_touch=True, is_mobile=True, reduced_motion="reduce",
    )  # fmt: skip
    watch(context)
    yield await context.new_page()
    await context.close()


async def a_case(town: Town) -> Any:
    ana = await town.signed_in("coordinator@demo.test")
    case = await steps.take_in_mateo(town, ana)
    await steps.schedule(town, ana, case["id"])
    for title in ("Call the sister", "Ask for the notice"):
        await ana.do("addTask", organizationId=town.organizations["elm-city"], caseId=case["id"], title=title)
    return case


async def shown(page: Page, town: Town, case: Any) -> None:
    await come_in(page, town, "coordinator@demo.test")
    await expect(page.get_by_role("heading", name="Today")).to_be_visible()
    await page.goto(f"{town.settings.address}/cases/{case['shortId']}")
    await expect(page.get_by_role("navigation", name="On this page")).to_be_visible()
    await expect(page.get_by_role("button", name="Visits and calls").last).to_be_visible()


async def test_panels_are_folded_with_a_count_and_a_list_leads_to_each(phone: Page, town: Town) -> None:
    case = await a_case(town)
    await shown(phone, town, case)

    assert await phone.evaluate("document.documentElement.scrollHeight") < 4 * PHONE["height"]
    tasks = phone.get_by_role("region", name="Tasks").get_by_role("button", name="Tasks")
    await expect(tasks).to_have_attribute("aria-expanded", "false")
    await expect(tasks).to_contain_text("2")
    await expect(phone.get_by_text("Call the sister")).to_be_hidden()
    await phone.get_by_role("navigation", name="On this page").get_by_role("button", name="Tasks").tap()
    await expect(phone.get_by_text("Call the sister")).to_be_visible()
    await expect(tasks).to_have_attribute("aria-expanded", "true")
    await expect(tasks).to_be_focused()
    await expect(tasks).to_be_in_viewport()

    # What was opened stays so for as long as the tab is open, and what was not stays folded.
    await phone.reload()
    await expect(phone.get_by_text("Call the sister")).to_be_visible()
    await expect(phone.get_by_role("button", name="Schedule a hearing")).to_be_hidden()
    # Nothing of the case is kept for that.
    assert "sister" not in await phone.evaluate("JSON.stringify(sessionStorage)")
    await tasks.press("Enter")
    await expect(phone.get_by_text("Call the sister")).to_be_hidden()


async def test_with_everything_open_there_is_no_barrier_and_nothing_too_small_for_a_thumb(
    phone: Page, town: Town
) -> None:
    case = await a_case(town)
    await shown(phone, town, case)
    assert await findings(phone) == []
    for title in await phone.locator(".fold").all():
        await title.tap()
    await expect(phone.get_by_text("Call the sister")).to_be_visible()

    assert await findings(phone) == []
    assert await phone.evaluate(TOO_SMALL) == []
    wide = await phone.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0
    await phone.get_by_role("button", name="Record the place").first.tap()
    await expect(phone.get_by_role("dialog")).to_be_visible()
    assert await findings(phone) == []
    assert await phone.evaluate(TOO_SMALL) == []


async def test_where_there_is_room_every_panel_stands_open(page: Page, town: Town) -> None:
    case = await a_case(town)
    await come_in(page, town, "coordinator@demo.test")
    await expect(page.get_by_role("heading", name="Today")).to_be_visible()
    await page.goto(f"{town.settings.address}/cases/{case['shortId']}")

    await expect(page.get_by_text("Call the sister")).to_be_visible()
    await expect(page.locator(".fold")).to_have_count(0)
    # The list of them stays in sight, with whose case it is, and leads to each.
    listed = page.get_by_role("navigation", name="On this page")
    await listed.get_by_role("button", name="Tasks", exact=True).click()
    await expect(page.get_by_role("region", name="Tasks", exact=True).get_by_role("heading").first).to_be_focused()
    await expect(listed).to_be_in_viewport()
    await expect(listed).to_contain_text("Mateo R.")
