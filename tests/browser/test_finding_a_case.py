"""A name is typed as it was heard on the telephone, and the case is there."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from tests.browser.axe import findings
from tests.browser.conftest import come_in
from tests.journeys import steps
from tests.town import Town

pytestmark = pytest.mark.browser


async def test_whoever_is_searched_for_by_ear_stands_first_on_the_board_and_in_the_palette(
    page: Page, town: Town
) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    await steps.take_in_mateo(town, ana)
    for name in ("Nuria Riverales", "Inés Poot"):
        await ana.do(
            "takeInCase", organizationId=town.organizations["elm-city"], legalName=name, publicName=name.split()[0]
        )
    await come_in(page, town, "coordinator@demo.test", "board")
    await expect(page.get_by_role("link", name="Inés")).to_be_visible()

    await page.get_by_label("Search cases").fill("Ribera Crus")
    await expect(page.get_by_role("link", name="Inés")).to_be_hidden()
    await expect(page.get_by_role("link", name="Mateo R.")).to_be_visible()
    await expect(page.get_by_role("combobox", name="Order")).to_have_value("Most alike first")
    await page.get_by_label("Search cases").fill("river")
    names = page.get_by_role("grid", name="Cases").get_by_role("link")
    await expect(page.get_by_role("link", name="Nuria")).to_be_visible()
    shown = [text for text in await names.all_inner_texts() if text in ("Mateo R.", "Nuria")]
    assert shown == ["Mateo R.", "Nuria"]
    assert await findings(page) == []

    await page.get_by_label("Search cases").fill("")
    await expect(page.get_by_role("combobox", name="Order")).to_have_value("Next date first")
    await page.get_by_role("button", name="Search or do").click()
    await page.get_by_role("dialog").get_by_role("combobox").fill("ines put")
    await expect(page.get_by_role("option", name="Inés")).to_be_visible()
