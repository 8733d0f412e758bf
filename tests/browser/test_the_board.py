"""The board in a browser: by keyboard alone from a case to many, and back again."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import come_in
from tests.town import Town

pytestmark = pytest.mark.browser

#: What of the top bar is cut, or stands outside the window.
CUT = """() => [...document.querySelectorAll('.top button, .top button *')]
  .filter((one) => one.checkVisibility() && one.getBoundingClientRect().width > 1)
  .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflow !== 'visible'
    || one.getBoundingClientRect().right > innerWidth)
  .map((one) => `${one.ariaLabel ?? ''} ${one.textContent}`)"""


async def test_cases_are_chosen_changed_and_taken_back_by_keyboard_and_a_view_is_a_link(page: Page, town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    for name in ("Berta O.", "Cora P.", "Dora Q."):
        await ana.do("takeInCase", organizationId=town.organizations["elm-city"], publicName=name)
    await come_in(page, town, "coordinator@demo.test", "board")
    grid = page.get_by_role("grid", name="Cases")
    await expect(grid.get_by_role("row").nth(1)).to_contain_text("C-")

    # Two cases, by keyboard; both become urgent, and both are taken back.
    await grid.focus()
    await page.keyboard.press("x")
    await page.keyboard.press("Shift+ArrowDown")
    bar = page.get_by_role("region", name="Selected cases")
    await expect(bar).to_contain_text("2 cases selected")
    before = [await grid.get_by_role("row").nth(line).inner_text() for line in (1, 2)]
    await bar.get_by_role("button", name="Assign").click()
    await page.get_by_role("menuitem", name="Nobody").click()
    await expect(grid.get_by_role("row").nth(1)).to_contain_text("Nobody")
    await page.get_by_role("button", name="Undo").click()
    for line, was in zip((1, 2), before, strict=True):
        await expect(grid.get_by_role("row").nth(line)).to_have_text(was, use_inner_text=True)

    # A cell is typed into.
    await grid.focus()
    await page.keyboard.press("Control+Home")
    for _ in range(3):
        await page.keyboard.press("ArrowRight")
    await page.keyboard.press("Enter")
    await page.keyboard.press("s")
    await page.keyboard.press("Enter")
    await expect(grid.get_by_role("row").nth(1)).to_contain_text("Soon")

    # What the board shows is a view under a name, and its address opens it again.
    await page.get_by_role("combobox", name="Group").click()
    await page.get_by_role("option", name="By stage").click()
    await expect(grid.get_by_role("row").nth(1)).to_have_attribute("aria-expanded", "true")
    await page.get_by_role("button", name="Views", exact=True).click()
    await page.get_by_role("menuitem", name="Save this view").click()
    await page.get_by_role("dialog").get_by_role("textbox").fill("By stage")
    await page.get_by_role("button", name="Save", exact=True).click()
    await expect(page.get_by_role("button", name="By stage", exact=True)).to_have_attribute("aria-current", "page")
    address = page.url
    await page.get_by_role("button", name="All cases").click()
    await page.goto(address)
    await expect(page.get_by_role("button", name="By stage", exact=True)).to_have_attribute("aria-current", "page")

    # A card that follows from a fact says so, and stays.
    await page.get_by_text("Stages", exact=True).click()
    intake = page.get_by_role("region", name="Intake").get_by_role("listitem").first
    await intake.get_by_role("button", name="to another stage").click()
    await page.get_by_role("menuitem", name="Represented").click()
    await expect(page.get_by_role("alert")).to_contain_text("This stage follows from a placement.")


@pytest.mark.parametrize("language", ["en", "es", "pt", "ht"])
async def test_on_a_narrow_telephone_the_top_bar_is_whole_and_filters_are_folded_behind_one_button(
    page: Page, town: Town, language: str
) -> None:
    await page.set_viewport_size({"width": 360, "height": 740})
    await page.add_init_script(f"localStorage.setItem('presencia.language', '{language}')")
    ana = await town.signed_in("coordinator@demo.test")
    await ana.do("takeInCase", organizationId=town.organizations["elm-city"], publicName="Berta O.")
    await come_in(page, town, "coordinator@demo.test", "board?stage=INTAKE&counsel=none")
    await expect(page.get_by_role("link", name="Berta O.")).to_be_visible()

    assert await page.evaluate(CUT) == []
    assert await page.evaluate("document.documentElement.scrollWidth") == 360
    button = page.get_by_role("search").get_by_role("button", name="(2)")
    await expect(button).to_have_attribute("aria-expanded", "false")
    await expect(page.get_by_role("search").get_by_role("combobox")).to_have_count(0)
    await button.click()
    await expect(page.get_by_role("search").get_by_role("combobox").first).to_be_visible()
    await button.click()
    await expect(page.get_by_role("search").get_by_role("combobox")).to_have_count(0)
