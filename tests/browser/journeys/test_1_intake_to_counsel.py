"""Journey 1: a call comes in, by keyboard; the case is offered elsewhere, checked for conflicts, and opens."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Page, expect

from commands.screens import BOARD
from tests.browser.journeys.conftest import Seats
from tests.browser.keyboard import press, type_into
from tests.browser.quiet import quiet

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]
BLURB = "A father of two, held for the first time. A bond motion is wanted, and the family has its papers ready."


async def test_from_a_call_to_counsel_whose_file_opens_after_conflicts_are_cleared_by_keyboard_alone(
    seats: Seats,
) -> None:
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

    # It is offered to an attorney elsewhere, once the client has said that counsel may be sought.
    counsel = page.get_by_role("region", name="Representation")
    await press(page, counsel.get_by_role("button", name="Offer a placement"))
    await expect(dialog.get_by_role("alert")).to_contain_text("consent to seek counsel is missing")
    await press(page, dialog.get_by_role("button", name="Record the consent"))
    asked = page.get_by_role("dialog", name="The client's consent to seek counsel")
    await press(page, asked.get_by_role("button", name="Record it"))
    offer = page.get_by_role("dialog", name="Offer a placement")
    await expect(offer).to_be_visible()
    await expect(offer.get_by_role("alert")).to_have_count(0)
    await type_into(page, offer.get_by_role("combobox", name="Attorneys"), "Samir")
    await expect(page.get_by_role("option", name=re.compile("Samir Haddad"))).to_be_visible()
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await page.keyboard.press("Escape")
    await type_into(page, offer.get_by_label("What you tell them of the case"), BLURB)
    await press(page, offer.get_by_role("button", name="Send the offer"))
    await expect(offer).to_be_hidden()
    await expect(counsel.get_by_text("Samir Haddad")).to_be_visible()

    # He says yes to words that name no one, and sees nothing more until conflicts are checked.
    attorney = await seats("attorney elsewhere")
    await attorney.goto("/offers")
    await expect(attorney.get_by_text(BLURB)).to_be_visible()
    await expect(attorney.get_by_text("Anselmo")).to_have_count(0)
    asked_of = attorney.get_by_role("listitem").filter(has_text=BLURB)
    await press(attorney, asked_of.get_by_role("button", name="Accept"))
    await expect(attorney.get_by_text("Your yes is recorded. Conflicts are checked first.")).to_be_visible()
    await sees(attorney, 0)

    # Names alone go to one person there, who clears them.
    await press(page, counsel.get_by_role("button", name="Check for conflicts"))
    check = page.get_by_role("dialog", name="Check for conflicts")
    await type_into(page, check.get_by_label("Relatives"), "Pilar Quiroga")
    await press(page, check.get_by_role("checkbox", name="Send it to their conflicts contact"), "Space")
    await press(page, check.get_by_role("button", name="Check", exact=True))
    await expect(counsel.get_by_text("The sheet waits with Beth Lindqvist")).to_be_visible()
    contact = await seats("coordinator elsewhere")
    await contact.goto("/")
    sheets = contact.get_by_role("region", name="Conflict checks")
    await expect(sheets).to_contain_text("Anselmo Quiroga")
    await expect(sheets).to_contain_text("Pilar Quiroga")
    await expect(sheets).not_to_contain_text("car wash")
    sheet = sheets.get_by_role("listitem").filter(has_text="Pilar Quiroga")
    await press(contact, sheet.get_by_role("button", name="Clear"))
    await press(contact, contact.get_by_role("dialog").get_by_role("button", name="Clear", exact=True))
    await expect(contact.get_by_text("Anselmo Quiroga")).to_have_count(0)

    # Now the file is open to him, and to nobody who was not asked.
    await sees(attorney, 1)
    await sees(await seats("attorney"), 0)


async def sees(page: Page, cases: int) -> None:
    """Whether somebody's board has the case."""
    await page.goto(f"{BOARD}?q=Anselmo")
    await expect(page.get_by_role("heading", level=1)).to_be_visible()
    await quiet(page)
    await expect(page.get_by_role("link", name="Anselmo Q.")).to_have_count(cases)
    # Whom somebody searched for is read off no address.
    assert "Anselmo" not in page.url
