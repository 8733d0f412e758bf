"""Journey 2 in a real browser, and pages that everyone can use."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from api.plans import printed
from tests.browser.conftest import come_in, sign_in
from tests.journeys import steps
from tests.town import Town

pytestmark = pytest.mark.browser


async def test_a_coordinator_moves_a_hearing_and_sees_who_is_told_before_saving(page: Page, town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    luis = await town.signed_in("attorney@demo.test")
    case = await steps.take_in_mateo(town, ana)
    await steps.schedule(town, ana, case["id"])
    await steps.represent(town, ana, luis, case["id"])
    await town.deliver()

    await sign_in(page, town, "coordinator@demo.test")
    await page.get_by_role("link", name="Mateo R.").first.click()
    await expect(page.get_by_role("heading", name="Mateo R.").first).to_be_visible()
    await page.get_by_role("button", name="Move", exact=True).first.click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_label("New time, as printed on the notice").fill("2026-12-09T10:30")
    await expect(dialog.get_by_text("Luis Prado")).to_be_visible()
    assert await town.deliver() == []
    await dialog.get_by_role("button", name="Move and tell everyone").click()
    await expect(dialog).to_be_hidden()

    await expect(page.get_by_text("Dec 9").first).to_be_visible()
    strangers = [text.split("(")[0].split() for text in town.app.state.house.documents.of_strangers]
    assert strangers, "the steps' own"
    assert [words for words in strangers if words[1] in printed()] == [], "the page sends other words than were printed"
    told = await town.deliver()
    assert "attorney@demo.test" in {letter.message["To"].addresses[0].addr_spec for letter in told}


async def test_the_main_pages_work_on_a_phone(page: Page, town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    case = await steps.take_in_mateo(town, ana)
    await steps.schedule(town, ana, case["id"])
    await page.set_viewport_size({"width": 390, "height": 844})
    await come_in(page, town, "coordinator@demo.test")
    for path, shown in (
        ("", "Mateo R."),
        ("board", "Mateo R."),
        (f"cases/{case['shortId']}", "Mateo R."),
        ("calendar", "Calendar"),
    ):
        await page.goto(f"{town.settings.address}/{path}")
        await expect(page.get_by_text(shown).filter(visible=True).first).to_be_visible()
        wide = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"/{path} is {wide} pixels too wide"


async def test_the_page_speaks_spanish(page: Page, town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    await steps.take_in_mateo(town, ana)
    await page.goto(f"{town.settings.address}/sign-in")
    await page.get_by_text("Español").click()
    await expect(
        page.get_by_role("button", name="Iniciar sesión", exact=True).or_(
            page.get_by_role("button", name="Entrar", exact=True)
        )
    ).to_be_visible()
    assert await page.evaluate("document.documentElement.lang") == "es"
