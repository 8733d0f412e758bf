"""Somebody tells what they saw on a telephone, in four languages; and a coordinator looks into it on her page."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from casework.language import LANGUAGES
from tests.browser.axe import findings
from tests.browser.conftest import come_in
from tests.browser.quiet import watch
from tests.ground import Ground
from tests.journeys import steps
from tests.town import Town

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_form_is_filled_in_by_keyboard_on_a_narrow_telephone_without_scripts(
    browser: Browser, town: Town, ground: Ground, language: str, tmp_path: Path
) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    await ana.do("openSightingDesk", organizationId=town.organizations["elm-city"], handle="elm-watch")
    photo = tmp_path / "one.jpg"
    photo.write_bytes(steps.a_photo())
    address = f"{town.settings.address}/report/elm-watch?lang={language}"

    # What axe finds is asked with scripts: without any it could not run.
    for scripts in (True, False):
        context = await browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=scripts)
        watch(context)
        page = await context.new_page()
        await page.goto(address)
        if scripts:
            assert await findings(page) == []
            wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            assert await page.evaluate(wide) == 0
        else:
            await page.locator("input[name=kind]").first.focus()
            await page.keyboard.press("Space")
            for name, typed in (("town", "New Haven"), ("place", "Orange Street"), ("what", "Two vans.")):
                await page.locator(f"[name={name}]").focus()
                await page.keyboard.type(typed)
            await page.locator("[name=seen]").fill("2026-11-23T09:00")
            await page.locator("[name=photo]").set_input_files(photo)
            await page.locator("form button").focus()
            await page.keyboard.press("Enter")
            await page.wait_for_url("**/thanks**")
            assert await page.locator("html").get_attribute("lang") == language
        await context.close()

    assert await ground.connection.fetchval("select count(*) from sightings") == 1
    assert await ground.connection.fetchval("select count(*) from sighting_pictures") == 1


async def test_a_coordinator_covers_a_face_confirms_and_calls(page: Page, town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    await steps.community_response(town, ana)
    await come_in(page, town, "coordinator@demo.test", "community")
    await expect(page.get_by_text("Two vans. Officer Zanzoni.")).to_be_visible()
    assert await findings(page) == []

    await page.get_by_role("button", name="Look at the photo and cover faces").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("button", name="Add a box").click()
    assert await findings(page) == []
    await dialog.get_by_role("button", name="Make the copy").click()
    await expect(dialog).to_be_hidden()
    await expect(page.get_by_role("img", name="Photo of the sighting, faces and plates covered")).to_be_visible()

    await page.get_by_role("button", name="Confirm", exact=True).click()
    await dialog.get_by_label("What others are told").fill("Two vans stood there.")
    await dialog.get_by_role("button", name="Confirm", exact=True).click()
    await expect(dialog).to_be_hidden()
    confirmed = page.get_by_role("button", name="Make a case")
    await expect(confirmed).to_be_visible()
    await expect(page.get_by_text("Two vans stood there.")).to_be_visible()
