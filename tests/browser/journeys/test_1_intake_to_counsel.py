"""Journey 1: a call comes in. A coordinator takes it down by keyboard, looks for the person, and says where."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import expect

from commands.screens import BOARD
from tests.browser.journeys.conftest import Seats
from tests.browser.keyboard import press, type_into

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("demo"), pytest.mark.timeout(300)]


async def test_a_call_becomes_a_case_in_which_unknown_is_shown_as_unknown_by_keyboard_alone(seats: Seats) -> None:
    page = await seats("coordinator")
    await page.goto(BOARD)
    await expect(page.get_by_role("heading", level=1)).to_be_visible()
    await press(page, page.get_by_role("button", name="New case"))
    dialog = page.get_by_role("dialog")
    await expect(dialog).to_be_visible()
    await type_into(page, dialog.get_by_label("Name, as given"), "Anselmo Quiroga")
    await type_into(page, dialog.get_by_label("Public name"), "Anselmo Q.")
    await type_into(page, dialog.get_by_label("Where arrested"), "the car wash on Whalley Avenue")
    await type_into(page, dialog.get_by_label("Who is calling"), "Pilar Quiroga")
    await press(page, dialog.get_by_role("button", name="Take in the case"))

    await expect(page.get_by_role("heading", level=1, name="Anselmo Q.")).to_be_visible()
    custody = page.get_by_role("region", name="Detention history")
    await expect(custody.get_by_text("Not located yet")).to_be_visible()
    await press(page, custody.get_by_role("button", name="Looked, not found"))
    await expect(dialog).to_be_visible()
    await press(page, dialog.get_by_role("button", name="Save", exact=True))
    await expect(page.get_by_text("Noted: looked today, not found.")).to_be_visible()
    await expect(custody.get_by_text(re.compile("not found")).first).to_be_visible()

    # An attorney who was not asked sees nothing of it.
    attorney = await seats("attorney")
    await attorney.goto(BOARD)
    await expect(attorney.get_by_role("heading", level=1)).to_be_visible()
    await expect(attorney.get_by_text("Anselmo Q.")).to_have_count(0)
