"""Detainers, incidents and family preparedness on the page of a case, on a telephone."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Page, expect

from tests.browser.axe import findings
from tests.browser.conftest import come_in
from tests.browser.test_everyone_can_use_it import PHONE
from tests.journeys import steps
from tests.town import Town

pytestmark = pytest.mark.browser


async def whole(page: Page) -> list[str]:
    """What is wrong with what is shown: barriers, and anything wider than the telephone."""
    wide = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [*([f"{wide} pixels too wide"] if wide > 0 else []), *(await findings(page))]


async def test_a_detainer_an_incident_and_a_tick_are_recorded_on_a_telephone(page: Page, town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    case = await steps.take_in_mateo(town, ana)
    await page.set_viewport_size(PHONE)
    await come_in(page, town, "coordinator@demo.test")
    await expect(page.get_by_role("heading", name="Today")).to_be_visible()
    await page.goto(f"{town.settings.address}/cases/{case['shortId']}")

    # A copy before the detainer is refused beside its field, and what was typed stays.
    await page.get_by_role("button", name="Detainer", exact=True).click()
    await expect(page.get_by_text("No detainer on record")).to_be_visible()
    assert await whole(page) == []
    await page.get_by_role("button", name="Record a detainer").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_label("Agency that received it").fill("Hamden Police Department")
    await dialog.get_by_label(re.compile("^Received")).fill("2025-09-30T23:50")
    await dialog.get_by_role("combobox", name="Copy to the person").click()
    await page.get_by_role("option", name="Given", exact=True).click()
    await dialog.get_by_label("Copy given").fill("2025-09-30T23:40")
    assert await findings(page) == []
    await dialog.get_by_role("button", name="Record it").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("before the detainer was received")
    await dialog.get_by_label("Copy given").fill("2025-10-01T08:00")
    await dialog.get_by_role("button", name="Record it").click()
    shown = page.get_by_role("region", name="Detainer")
    await expect(shown).to_contain_text("Hamden Police Department")
    # Ten minutes before the version of 2025.
    await expect(shown).to_contain_text("version 2019, in force from Oct 1, 2019")
    await expect(shown).to_contain_text("8 CFR 287.7(d)")
    assert await whole(page) == []

    await page.get_by_role("button", name="Rights and incidents").click()
    await expect(page.get_by_text("No incident on record")).to_be_visible()
    await page.get_by_role("button", name="Record an incident").click()
    await dialog.get_by_label("What happened").fill("Taken in the hallway before the hearing.")
    await dialog.get_by_label(re.compile("^When")).fill("2026-11-20T09:00")
    await dialog.get_by_role("combobox", name="At a state courthouse").click()
    await page.get_by_role("option", name="New Haven Superior Court, 235 Church Street").click()
    await dialog.get_by_role("button", name="Record it").click()
    incidents = page.get_by_role("region", name="Rights and incidents")
    await expect(incidents).to_contain_text("HB 8004")
    await expect(incidents).to_contain_text("unverified")
    assert await whole(page) == []

    await page.get_by_role("button", name="Family preparedness").click()
    await page.get_by_role("button", name="Tick: School told who may pick up").click()
    # The day of the test's clock: on this machine's it may be another.
    await dialog.get_by_label("Done on").fill("2026-11-22")
    await dialog.get_by_role("button", name="Tick", exact=True).click()
    family = page.get_by_role("region", name="Family preparedness")
    await expect(family).to_contain_text("Nov 22, 2026")
    assert await whole(page) == []


async def test_an_advocate_is_offered_none_of_it(page: Page, town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    case = await steps.take_in_mateo(town, ana)
    await ana.do("shareCase", caseId=case["id"], organizationId=town.organizations["harbor"])
    joined = await ana.do("addToTeam", caseId=case["id"], personId=town.person("advocate@demo.test"), role="ADVOCATE")
    assert joined["__typename"] == "AddToTeamPayload", joined

    await come_in(page, town, "advocate@demo.test")
    await expect(page.get_by_role("heading", name="Today")).to_be_visible()
    await page.goto(f"{town.settings.address}/cases/{case['shortId']}")

    await expect(page.get_by_text(case["shortId"]).first).to_be_visible()
    await expect(page.get_by_role("heading", name="Tasks")).to_be_visible()
    for room in ("Detainer", "Rights and incidents", "Family preparedness"):
        await expect(page.get_by_role("button", name=room, exact=True)).to_have_count(0)
