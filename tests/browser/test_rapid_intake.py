"""Many arrests taken in as one list, pasted from a spreadsheet; and the same list on a telephone."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from tests.browser.axe import findings
from tests.browser.conftest import come_in
from tests.browser.test_everyone_can_use_it import PHONE
from tests.browser.test_rights import whole
from tests.journeys import steps
from tests.town import Town

pytestmark = pytest.mark.browser

PASTED = "\n".join(
    "\t".join(cells)
    for cells in (
        ("Inés Duarte", "Peru", "A 209 111 301", "", "Spanish", "11/20/2026 7:40 AM", "Rosa"),
        ("Juan Pérez", "Honduras", "2091", "", "", "", ""),
        ("Luz", "", "", "17", "", "", "A teacher"),
    )
)
#: As a spreadsheet's copy arrives: one event, with text.
PASTE = """(field, text) => {
  const copied = new DataTransfer();
  copied.setData("text/plain", text);
  field.dispatchEvent(new ClipboardEvent("paste", {clipboardData: copied, bubbles: true, cancelable: true}));
}"""


async def an_operation(page: Page) -> None:
    """Ana opens one from the menu's page."""
    await expect(page.get_by_text("No operation yet")).to_be_visible()
    await page.get_by_role("button", name="Open an operation").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_label("What people call it").fill("Elm Street car wash")
    await dialog.get_by_label("Where it happened").fill("Elm Street")
    await dialog.get_by_label("The day it began").fill("2026-11-20")
    await dialog.get_by_role("button", name="Open the operation").click()
    await expect(page.get_by_role("heading", name="Elm Street car wash")).to_be_visible()


async def test_three_people_are_pasted_one_is_mended_at_its_cell_and_all_are_taken_in(page: Page, town: Town) -> None:
    await come_in(page, town, "coordinator@demo.test")
    await page.get_by_role("navigation", name="Main", exact=True).get_by_role("link", name="Operations").click()
    await an_operation(page)
    await expect(page).to_have_title("Operation · Presencia")
    await expect(page.get_by_text("Nobody is taken in yet")).to_be_visible()

    await page.get_by_label("Name as heard, person 1").evaluate(PASTE, PASTED)
    await expect(page.get_by_label("Arrested, person 1")).to_have_value("2026-11-20T07:40")
    await expect(page.get_by_label("Under 18, person 3")).to_be_checked()
    await page.get_by_role("button", name="Take them in").click()

    number = page.get_by_label("A-number, person 2")
    await expect(number).to_have_attribute("aria-invalid", "true")
    await expect(number).to_be_focused()
    await expect(page.get_by_role("alert").filter(has_text="Nobody was taken in. Person 2:")).to_be_visible()
    await expect(page.get_by_text("Nobody is taken in yet")).to_be_visible()
    assert await findings(page) == []

    await number.fill("A 209 111 302")
    await page.get_by_role("button", name="Take them in").click()
    await expect(page.get_by_role("status").filter(has_text="3 people were taken in.")).to_be_visible()
    cases = page.get_by_role("region", name="Cases")
    await expect(cases.get_by_role("listitem")).to_have_count(3)
    await expect(cases.get_by_text("Represented by no one yet")).to_have_count(3)
    await expect(cases.get_by_text("Minor", exact=True)).to_have_count(1)

    await cases.get_by_role("link").first.click()
    operation = page.get_by_role("region", name="Operation")
    await expect(operation.get_by_role("link", name="Elm Street car wash")).to_be_visible()
    await expect(page.get_by_role("region", name="Family", exact=True)).to_contain_text("No family on record")
    assert await findings(page) == []


async def test_on_a_telephone_each_person_is_a_card(page: Page, town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    await steps.take_in_mateo(town, ana)
    await page.set_viewport_size(PHONE)
    await come_in(page, town, "coordinator@demo.test")
    await expect(page.get_by_role("heading", name="Today")).to_be_visible()
    await page.goto(f"{town.settings.address}/operations")
    await an_operation(page)

    await page.get_by_label("Name as heard, person 1").fill("Inés Duarte")
    await page.get_by_label("Name as heard, person 1").press("Enter")
    await expect(page.get_by_label("Name as heard, person 2")).to_be_focused()
    assert await whole(page) == []
    await page.get_by_role("button", name="Take them in").click()
    await expect(page.get_by_role("status").filter(has_text="1 person was taken in.")).to_be_visible()


async def test_an_advocate_is_offered_no_operations(page: Page, town: Town) -> None:
    await come_in(page, town, "advocate@demo.test")
    menu = page.get_by_role("navigation", name="Main", exact=True)
    await expect(menu.get_by_role("link", name="Board")).to_be_visible()
    await expect(menu.get_by_role("link", name="Operations")).to_have_count(0)
