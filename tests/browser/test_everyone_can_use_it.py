"""Pages that are read on a phone outside a court, by everyone: no barrier that axe knows, none wider than the phone."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.browser.axe import findings
from tests.browser.conftest import come_in
from tests.journeys import steps
from tests.town import Town

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}


async def an_answer_link(town: Town, occasion_id: str) -> str:
    """The link in the invitation's letter to the mayor, as she got it."""
    ana = await town.signed_in("coordinator@demo.test")
    mayor = await steps.add(town, ana, "elm-city", "OFFICIAL", "Denise Calloway", "mayor@city.example")
    invited = await ana.do("invite", "invitations { id }", occasionId=occasion_id, personIds=[mayor])
    assert invited["__typename"] == "InvitePayload", invited
    letters = await town.deliver()
    texts = [letter.message.as_string().replace("=\n", "") for letter in letters]
    found = next(link for text in texts if (link := re.search(r"/a/[\w-]{43}", text)))
    return found[0]


async def test_an_action_its_answer_page_and_the_case_are_whole_on_a_phone(page: Page, town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    luis = await town.signed_in("attorney@demo.test")
    case = await steps.take_in_mateo(town, ana)
    await steps.consent(ana, case["id"], "SEEK_COUNSEL", "ADVOCATES")
    hearing = await steps.schedule(town, ana, case["id"])
    await steps.represent(town, ana, luis, case["id"])
    for purpose, audience in (("TELL_OFFICIALS", "OFFICIALS"), ("FILL_COURTROOM", "SUPPORTERS")):
        await steps.consent(ana, case["id"], purpose, audience)
    action = await steps.publish_vigil(town, ana, luis, case["id"], hearing["id"])
    answer = await an_answer_link(town, action["occasion"]["id"])

    await page.emulate_media(reduced_motion="reduce")
    await page.set_viewport_size(PHONE)
    await come_in(page, town, "coordinator@demo.test")
    await expect(page.get_by_role("heading", name="Today")).to_be_visible()
    found: dict[str, Any] = {}
    for path, shown in (
        (f"/actions/{action['id']}", "Stand with Mateo R."),
        (f"/cases/{case['shortId']}", "Mateo R."),
        ("/calendar?view=list", "Calendar"),
        (answer, "Denise Calloway"),
    ):
        await page.goto(town.settings.address + path)
        await expect(page.get_by_text(shown).filter(visible=True).first).to_be_visible()
        wide = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wide > 0:
            found[path] = [f"{wide} pixels too wide"]
        found[path] = found.get(path, []) + await findings(page)
    assert {path: what for path, what in found.items() if what} == {}


async def test_an_advocate_is_told_what_is_not_theirs_to_see(page: Page, town: Town) -> None:
    """What is hidden is not called unknown, and an empty list is not called "nothing is missing"."""
    ana = await town.signed_in("coordinator@demo.test")
    case = await steps.take_in_mateo(town, ana)
    await steps.schedule(town, ana, case["id"])
    await steps.consent(ana, case["id"], "FILL_COURTROOM", "ADVOCATES")
    shared = await ana.do("shareCase", "case { id }", caseId=case["id"], organizationId=town.organizations["harbor"])
    assert shared["__typename"] == "ShareCasePayload", shared
    noor = town.person("advocate@demo.test")
    joined = await ana.do("addToTeam", "case { id }", caseId=case["id"], personId=noor, role="ADVOCATE")
    assert joined["__typename"] == "AddToTeamPayload", joined

    await come_in(page, town, "advocate@demo.test")
    await expect(page.get_by_role("heading", name="Today")).to_be_visible()
    await page.goto(f"{town.settings.address}/cases/{case['shortId']}")

    await expect(page.get_by_text("shown to the legal team only")).to_be_visible()
    await expect(page.get_by_text("Not located yet")).to_have_count(0)
    await expect(page.get_by_text("What is missing")).to_have_count(0)
    await expect(page.get_by_text("Rivera Cruz")).to_have_count(0)


async def test_a_dialog_says_why_beside_its_button_and_gives_the_focus_back(page: Page, town: Town) -> None:
    """A refusal below the fold of a long dialog looks like nothing happened; a lost focus begins at the top again."""
    ana = await town.signed_in("coordinator@demo.test")
    case = await steps.take_in_mateo(town, ana)
    await steps.schedule(town, ana, case["id"])
    await come_in(page, town, "coordinator@demo.test")
    await expect(page.get_by_role("heading", name="Today")).to_be_visible()
    await page.goto(f"{town.settings.address}/cases/{case['shortId']}")
    opener = page.get_by_role("button", name="Schedule a hearing")
    await opener.focus()
    await page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    # The night the clocks go forward: there is no half past two.
    await dialog.get_by_label("Time, as printed").fill("2027-03-14T02:30")
    await dialog.get_by_role("button", name="Schedule", exact=True).click()

    why = dialog.get_by_role("alert")
    await expect(why).to_contain_text("does not exist on that day")
    await expect(why).to_be_in_viewport(ratio=1)
    # A slip of the hand loses nothing that was typed: it is asked about.
    await page.keyboard.press("Escape")
    question = page.get_by_role("dialog", name="Throw away what you typed?")
    await expect(question.get_by_role("button", name="Keep writing").last).to_be_focused()
    assert await findings(page) == []
    await page.keyboard.press("Enter")
    await expect(question).to_be_hidden()
    await expect(dialog.get_by_label("Time, as printed")).to_have_value("2027-03-14T02:30")
    await page.keyboard.press("Escape")
    await question.get_by_role("button", name="Throw it away").click()
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await expect(opener).to_be_focused()
    assert "Mar 14" not in await page.locator("main").inner_text()
