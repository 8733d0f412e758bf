"""Today at a coordinator's desk: rows with a next step, a board at its own address, a table and a paper taken away."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import come_in
from tests.journeys import steps
from tests.town import Town

pytestmark = pytest.mark.browser

ANA = "coordinator@demo.test"


async def test_a_date_to_check_stands_on_today_and_is_checked_from_there(page: Page, town: Town) -> None:
    ana = await town.signed_in(ANA)
    await come_in(page, town, ANA)
    await expect(page.get_by_text("All quiet")).to_be_visible()
    await expect(page.get_by_text("Nobody on duty")).to_be_visible()

    case = await steps.take_in_mateo(town, ana)
    await steps.schedule(town, ana, case["id"])
    luis = await town.signed_in("attorney@demo.test")
    await steps.represent(town, ana, luis, case["id"])
    await page.reload()
    row = page.get_by_role("listitem").filter(has_text="Bond hearing").filter(has_text="Date to check")
    await expect(row).to_contain_text("Mateo R.")
    await expect(row).to_contain_text("for Ana Okafor")

    await row.get_by_role("button", name="Check the date").click()
    dialog = page.get_by_role("dialog", name="I checked this date")
    await expect(dialog).to_be_visible()
    await dialog.get_by_role("button", name="Save").click()
    await expect(dialog).to_be_hidden()
    await expect(page.get_by_text("What you heard is saved.")).to_be_visible()


async def test_what_was_the_board_s_address_leads_to_it_and_its_filter_is_exported(page: Page, town: Town) -> None:
    ana = await town.signed_in(ANA)
    case = await steps.take_in_mateo(town, ana)
    await come_in(page, town, ANA, "?counsel=none")
    await page.wait_for_url("**/board?counsel=none")

    await page.get_by_role("button", name="Export").click()
    dialog = page.get_by_role("dialog", name="Export cases")
    await dialog.get_by_text("CSV").click()
    async with page.expect_download() as download:
        await dialog.get_by_role("button", name="Export", exact=True).click()
    saved = await download.value
    assert saved.suggested_filename.startswith("cases-") and saved.suggested_filename.endswith(".csv")
    text = (await saved.path()).read_text(encoding="utf-8-sig")
    assert case["shortId"] in text and "Legal name" not in text

    await page.goto(f"{town.settings.address}/cases/{case['shortId']}")
    async with page.expect_download() as printed:
        await page.get_by_role("button", name="Case sheet (PDF)").click()
    assert (await printed.value).suggested_filename == f"{case['shortId']}.pdf"
