"""Journey 6: who comes is seen as they answer; what happened is reported on a telephone."""

from __future__ import annotations

import asyncio
import re

import pytest
from playwright.async_api import expect

from commands.addresses import Addresses
from commands.screens import SCREENS
from tests.browser.journeys.conftest import PHONE, Seats, letter, link
from tests.browser.journeys.test_2_a_hearing_is_moved import open_case
from tests.browser.keyboard import press, type_into

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

ANSWER = next(one for one in SCREENS if one.name == "answer")
VIGIL = "Vigil for Mateo R. before his hearing"


async def test_an_answer_by_link_is_seen_by_whoever_asked(seats: Seats, demo: Addresses) -> None:
    supporter, coordinator = await seats("supporter"), await seats("coordinator")
    # Everybody is written to; a supporter of the vigil answers.
    await asyncio.to_thread(demo.of, ANSWER, "guest")
    await supporter.goto(link(await letter(coordinator, to="@supporters.test", about="moved")))
    greeting = await supporter.get_by_text(re.compile("^Hello, ")).inner_text()
    name = greeting.removeprefix("Hello, ").strip(" .,!")
    await press(supporter, supporter.locator('button[value="coming"]'))
    await expect(supporter.locator('button[value="coming"]')).to_have_attribute("aria-pressed", "true")

    await coordinator.goto("/actions")
    await coordinator.get_by_role("link", name=VIGIL).first.click()
    await expect(coordinator.get_by_role("heading", level=1, name=VIGIL)).to_be_visible()
    row = coordinator.get_by_role("listitem").filter(has_text=name).first
    await expect(row).to_contain_text(re.compile("coming|on the list|booked", re.IGNORECASE))


async def test_where_seats_are_few_whoever_comes_is_booked_in_the_order_of_answers_by_keyboard(seats: Seats) -> None:
    page = await seats("advocate")
    await page.goto("/actions")
    await page.get_by_role("link", name=VIGIL).first.click()
    await press(page, page.get_by_role("link", name="Seats, rides and the door"))
    panel = page.get_by_role("region", name="Seats", exact=True)
    await expect(panel.get_by_text("Room for everybody")).to_be_visible()
    await press(page, panel.get_by_role("button", name="Say how many seats there are"))
    dialog = page.get_by_role("dialog", name="Seats")
    await type_into(page, dialog.get_by_label("How many seats are there?"), "4")
    await press(page, dialog.get_by_role("button", name="Save", exact=True))
    await expect(dialog).to_be_hidden()
    # Carol answered first and brings two, Elena comes alone: with them it is full.
    await expect(panel.get_by_text(re.compile("^4 seats: 4 booked"))).to_be_visible()


async def test_a_volunteer_asks_the_courts_line_about_one_date_at_a_time(seats: Seats) -> None:
    page, phone = await seats("coordinator"), await seats("volunteer")
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await page.goto("/organization?part=dates")
    await press(page, page.get_by_role("button", name="Start a shift"))
    dialog = page.get_by_role("dialog")
    await type_into(page, dialog.get_by_label("Name"), "Noor Haddad")
    await type_into(page, dialog.get_by_label("Telephone"), "203 555 0145")
    await press(page, dialog.get_by_role("button", name="Make the link and the code"))
    code = await page.get_by_test_id("code").inner_text()
    await press(page, page.get_by_role("button", name="Copy the link"))
    await expect(page.get_by_role("button", name="Copied")).to_be_visible()
    await phone.goto(await page.evaluate("navigator.clipboard.readText()"))
    await phone.get_by_label("Code").fill(code)
    await phone.get_by_role("button", name="Begin").click()
    await phone.get_by_label("Sign with your name").fill("Noor Haddad")
    await phone.get_by_role("button", name="I promise").click()
    await phone.get_by_role("button", name="Show me the next date").click()
    # What the call needs, and nobody's name.
    await expect(phone.get_by_role("link", name="1-800-898-7180")).to_be_visible()
    await expect(phone.get_by_text("Mateo")).to_have_count(0)
    await phone.get_by_role("button", name="It does not know the number").click()
    await expect(phone.get_by_text("You said: It does not know the number")).to_be_visible()


async def test_what_happened_is_reported_on_a_telephone(seats: Seats) -> None:
    page = await seats("coordinator")
    await page.set_viewport_size(PHONE)
    await open_case(page, "André B.")
    await page.get_by_role("navigation", name="On this page").get_by_role("button", name="Hearings").click()
    hearings = page.get_by_role("region", name="Hearings", exact=True)
    # Whichever has been held and was not told of yet.
    report = page.get_by_role("menuitem", name="Report what happened")
    for more in await hearings.get_by_role("button", name="More about this hearing").all():
        await more.click()
        await expect(page.get_by_role("menuitem").first).to_be_visible()
        if await report.count():
            break
        await page.keyboard.press("Escape")
    await report.click()
    dialog = page.get_by_role("dialog", name="Report what happened")
    await expect(dialog).to_be_visible()
    await dialog.get_by_role("combobox", name="Outcome").click()
    await page.get_by_role("option").first.click()
    await type_into(page, dialog.get_by_label("In a sentence"), "Short. The judge asked for more papers.")
    await press(page, dialog.get_by_role("button", name="Save the report"))

    await expect(dialog).to_be_hidden()
    await expect(hearings.get_by_text("Short. The judge asked for more papers.").first).to_be_visible()
