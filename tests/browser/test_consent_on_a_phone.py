"""On a phone: a coordinator asks the five questions, and counsel says yes with one tap."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from tests.browser.axe import findings
from tests.browser.conftest import come_in
from tests.browser.test_everyone_can_use_it import PHONE
from tests.journeys import steps
from tests.town import Town

pytestmark = pytest.mark.browser


async def test_the_five_questions_are_asked_on_a_phone(page: Page, town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    case = await steps.take_in_mateo(town, ana)
    await page.set_viewport_size(PHONE)
    await come_in(page, town, "coordinator@demo.test")
    await expect(page.get_by_role("heading", name="Today")).to_be_visible()
    await page.goto(f"{town.settings.address}/cases/{case['shortId']}")
    await page.get_by_role("navigation", name="On this page").get_by_role("button", name="Okay to share?").click()
    await page.get_by_role("button", name="Ask the client").click()

    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("radiogroup", name="1. May we tell elected officials").get_by_label("Yes").check()
    await dialog.get_by_role("radiogroup", name="3. May we speak to the press?").get_by_label("No", exact=True).check()
    assert await findings(page) == []
    await dialog.get_by_role("button", name="Record the answers").click()

    await expect(dialog).to_be_hidden()
    await expect(page.get_by_text("Stands", exact=True)).to_have_count(1)
    await expect(page.get_by_text("Last asked")).to_be_visible()
    assert await findings(page) == []


async def test_counsel_says_yes_with_one_tap(page: Page, town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    luis = await town.signed_in("attorney@demo.test")
    case = await steps.take_in_mateo(town, ana)
    hearing = await steps.schedule(town, ana, case["id"])
    await steps.consent(ana, case["id"], "SEEK_COUNSEL", "ADVOCATES")
    await steps.represent(town, ana, luis, case["id"])
    for purpose, audience in (("TELL_OFFICIALS", "OFFICIALS"), ("FILL_COURTROOM", "SUPPORTERS")):
        await steps.consent(ana, case["id"], purpose, audience)
    action = await steps.publish_vigil(town, ana, luis, case["id"], hearing["id"])
    asked = await ana.ask("query ($id: ID!) { node(id: $id) { ... on AdvocacyAction { revision } } }", id=action["id"])
    revised = await ana.do(
        "reviseAction", "action { state }", actionId=action["id"], expectedRevision=asked["node"]["revision"],
        statement="Come and stand with us. We bring lanterns.",
    )  # fmt: skip
    assert revised["action"]["state"] == "DRAFT", revised
    await page.set_viewport_size(PHONE)
    await come_in(page, town, "attorney@demo.test", f"/actions/{action['id']}")

    await expect(page.get_by_text("What changed since wording no. 1 was signed")).to_be_visible()
    assert await findings(page) == []
    await page.get_by_role("button", name="Sign off as: Attorney of record").click()

    await expect(page.get_by_text("Everything this needs is given.")).to_be_visible()
