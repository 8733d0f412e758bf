"""Journey 3: counsel makes a secret address by keyboard; a calendar fetches it; removed, it gives nothing more."""

from __future__ import annotations

import pytest
from icalendar import Calendar
from playwright.async_api import Page, expect

from tests.browser.journeys.conftest import Seats
from tests.browser.keyboard import press, type_into

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


async def fetched(page: Page, address: str) -> tuple[int, list[str]]:
    """As a calendar does: without any session."""
    answer = await page.request.get(address)
    if answer.status != 200:
        return answer.status, []
    return 200, [str(one["SUMMARY"]) for one in Calendar.from_ical(await answer.body()).walk("VEVENT")]


async def test_a_feed_shows_counsel_their_hearings_until_its_address_is_removed(seats: Seats) -> None:
    attorney, telephone = await seats("attorney"), await seats("telephone")
    await attorney.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await attorney.goto("/subscriptions")
    await expect(attorney.get_by_role("heading", level=1, name="Feeds")).to_be_visible()
    await press(attorney, attorney.get_by_role("button", name="New feed"))
    dialog = attorney.get_by_role("dialog")
    await expect(dialog).to_be_visible()
    await type_into(attorney, dialog.get_by_label("Name"), "Court, from the page")
    await press(attorney, dialog.get_by_role("button", name="Make it"))
    row = attorney.get_by_role("listitem").filter(has_text="Court, from the page")
    await expect(row).to_be_visible()
    await press(attorney, row.get_by_role("button", name="Copy the address"))
    await expect(row.get_by_role("button", name="Copied")).to_be_visible()
    address = await attorney.evaluate("navigator.clipboard.readText()")

    status, titles = await fetched(telephone, address)
    assert status == 200 and any("Mateo R." in title for title in titles), titles

    await press(attorney, row.get_by_role("button", name="Remove"))
    await press(attorney, dialog.get_by_role("button", name="Remove", exact=True))
    await expect(attorney.get_by_text("The feed is removed.")).to_be_visible()
    status, _ = await fetched(telephone, address)
    assert status in {404, 410}
