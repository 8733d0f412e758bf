"""Journey 4: one custody event shows what changed with it: place, court, district, circuit, zone."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import expect

from tests.browser.journeys.conftest import Seats
from tests.browser.journeys.test_2_a_hearing_is_moved import open_case
from tests.browser.keyboard import press, type_into

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


async def test_a_transfer_tells_what_changed_and_where_to_file_by_keyboard_alone(seats: Seats) -> None:
    page = await seats("coordinator")
    await open_case(page, "Nelson F.")
    custody = page.get_by_role("region", name="Detention history")
    await press(page, custody.get_by_role("button", name="Transfer", exact=True))
    dialog = page.get_by_role("dialog")
    await expect(dialog).to_be_visible()
    await type_into(page, dialog.get_by_role("combobox", name="Now at"), "Winn Correctional")
    await expect(page.get_by_role("option", name=re.compile("Winn Correctional")).first).to_be_visible()
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    # What comes of it stands there before anything is saved: what changes, which dates, and who is told.
    seen = dialog.get_by_role("region", name="What comes of it")
    await expect(seen).to_contain_text(re.compile("W\\.D\\. La\\.|Western District of Louisiana|5th"))
    await expect(seen).to_contain_text(re.compile("hearings? lies? ahead"))
    await expect(custody.get_by_text(re.compile("Winn"))).to_have_count(0)
    await press(page, dialog.get_by_role("button", name="Record the transfer"))

    # One page of what changed.
    changed = page.get_by_role("dialog", name="What changed with it")
    await expect(changed).to_be_visible()
    await expect(changed).to_contain_text(re.compile("Winn"))
    await expect(changed).to_contain_text(re.compile("W\\.D\\. La\\.|Western District of Louisiana|5th"))
    await page.keyboard.press("Escape")
    await expect(custody.get_by_text(re.compile("Winn")).first).to_be_visible()
