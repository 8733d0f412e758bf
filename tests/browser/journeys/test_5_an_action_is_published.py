"""Journey 5: what may be said waits for counsel's yes to these very words; counsel gives it from a telephone."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Page, expect

from tests.browser.journeys.conftest import PHONE, Seats
from tests.browser.keyboard import press

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("demo"), pytest.mark.timeout(300)]
#: In the demo: the client agreed, counsel has not been heard.
TITLE = "Letters for a neighbor"


async def open_it(page: Page) -> None:
    await page.goto("/actions")
    await page.get_by_role("link", name=TITLE).first.click()
    await expect(page.get_by_role("heading", level=1, name=TITLE)).to_be_visible()


async def test_nothing_is_published_before_counsel_signs_these_words(seats: Seats) -> None:
    coordinator, attorney = await seats("coordinator"), await seats("attorney")
    await open_it(coordinator)
    lacking = coordinator.get_by_text(re.compile("attorney of record has not signed off")).first
    await expect(lacking).to_be_visible()

    await attorney.set_viewport_size(PHONE)
    await open_it(attorney)
    await press(attorney, attorney.get_by_role("button", name=re.compile("^Sign off as")).first)
    await expect(attorney.get_by_text("Signed off on exactly these words.")).to_be_visible()

    await open_it(coordinator)
    await expect(lacking).to_have_count(0)
    await press(coordinator, coordinator.get_by_role("button", name="Publish", exact=True))
    await expect(coordinator.get_by_text("Published", exact=True).first).to_be_visible()
    # Who reads it afterwards: the advocate, on their own list.
    await coordinator.goto("/actions")
    await expect(coordinator.get_by_role("link", name=TITLE).first).to_be_visible()
