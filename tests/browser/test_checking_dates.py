"""A coordinator starts a shift on her page; a volunteer works through it on a telephone, with a thumb."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.async_api import Browser, Page, expect

from tests.browser.axe import findings
from tests.browser.conftest import come_in
from tests.browser.quiet import watch
from tests.browser.test_everyone_can_use_it import PHONE
from tests.journeys import volunteers
from tests.town import Town

pytestmark = pytest.mark.browser


async def amiss(page: Page) -> list[Any]:
    """What axe finds, what is too wide for the telephone, and buttons too small for a thumb (44 pixels)."""
    wide = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    small = await page.evaluate(
        "[...document.querySelectorAll('button, input:not([type=hidden]), a.ring')]"
        ".filter(one => one.getBoundingClientRect().height < 44).map(one => one.outerHTML)"
    )
    return [*await findings(page), *([f"{wide} pixels too wide"] if wide > 0 else []), *small]


async def test_a_shift_from_the_coordinators_page_to_the_volunteers_thumb(
    page: Page, browser: Browser, town: Town
) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    await volunteers.unchecked(town, ana, "2026-12-02T09:00")
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await come_in(page, town, "coordinator@demo.test", "organization?part=dates")
    await page.get_by_role("button", name="Start a shift").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_label("Name").fill("Tomás Wexler")
    await dialog.get_by_label("Telephone").fill("none")
    await dialog.get_by_role("button", name="Make the link and the code").click()
    await expect(dialog.get_by_text("is not a telephone number").first).to_be_visible()
    await dialog.get_by_label("Telephone").fill("203 555 0144")
    await dialog.get_by_role("button", name="Make the link and the code").click()
    await expect(page.get_by_role("region", name="Link and code for Tomás Wexler")).to_be_visible()
    code = await page.get_by_test_id("code").inner_text()
    await page.get_by_role("button", name="Copy the link").click()
    link = await page.evaluate("navigator.clipboard.readText()")
    assert link.startswith(f"{town.settings.address}/c/")
    found = {"organization": await findings(page)}
    await page.get_by_role("button", name="I have told them").click()
    await expect(page.get_by_test_id("code")).to_have_count(0)

    pocket = await browser.new_context(viewport=PHONE, locale="en-US")  # type: ignore[arg-type]
    watch(pocket)
    phone = await pocket.new_page()
    await phone.goto(link)
    found["code"] = await amiss(phone)
    await phone.get_by_label("Code").fill("000 000")
    await phone.get_by_role("button", name="Begin").click()
    await expect(phone.get_by_role("alert")).to_contain_text("Tries left: 4")
    await phone.get_by_label("Code").fill(code)
    await phone.get_by_role("button", name="Begin").click()
    found["promise"] = await amiss(phone)
    await phone.get_by_label("Sign with your name").fill("Tomás Wexler")
    await phone.get_by_role("button", name="I promise").click()
    found["ready"] = await amiss(phone)
    await phone.get_by_role("button", name="Show me the next date").click()
    await expect(phone.get_by_text("201 345 678")).to_be_visible()
    await expect(phone.get_by_role("link", name="1-800-898-7180")).to_have_attribute("href", "tel:+18008987180")
    found["item"] = await amiss(phone)
    await phone.get_by_label("Type it as the line says it").fill("2026-12-03T13:30")
    await phone.get_by_role("button", name="It does not know the number").click()
    await expect(phone.get_by_text("You said: It does not know the number")).to_be_visible()
    found["wrong button"] = await amiss(phone)
    await phone.get_by_role("button", name="Take it back").click()
    await phone.get_by_label("Type it as the line says it").fill("2026-12-03T13:30")
    await phone.get_by_role("button", name="The line gives this one").click()
    await phone.get_by_role("button", name="Show me the next date").click()
    await expect(phone.get_by_role("status")).to_contain_text("no date to check now")
    found["none"] = await amiss(phone)
    await phone.get_by_role("link", name="Español").click()
    await expect(phone.get_by_role("button", name="Mostrarme la siguiente fecha")).to_be_visible()

    await page.reload()
    await expect(page.get_by_text("1 of 1 date checked")).to_be_visible()
    await page.get_by_role("button", name="End the shift of Tomás Wexler").click()
    await page.get_by_role("dialog").get_by_role("button", name="End", exact=True).click()
    await expect(page.get_by_text("ended early")).to_be_visible()
    await phone.get_by_role("button", name="Mostrarme la siguiente fecha").click()
    await expect(phone.get_by_role("heading", name="Aquí no hay nada")).to_be_visible()
    await pocket.close()
    assert {name: what for name, what in found.items() if what} == {}


async def test_an_admin_who_sees_no_case_is_told_who_sees_how_many_dates_were_checked(page: Page, town: Town) -> None:
    await volunteers.start(town, await town.signed_in("coordinator@demo.test"))
    await come_in(page, town, "admin@demo.test", "organization?part=dates")

    shifts = page.get_by_role("region", name="Date checkers")
    await expect(shifts).to_contain_text("the coordinators see how many dates were checked")
    await expect(shifts.get_by_text("0 of 0")).to_have_count(0)
    assert await findings(page) == []
