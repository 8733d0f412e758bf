"""Planning an action on a telephone: what is missing is said, the plan is written, a draft shows its gaps."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from tests.browser.axe import findings
from tests.browser.conftest import come_in
from tests.journeys import steps
from tests.town import Town

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 740}


async def test_an_action_is_planned_on_a_telephone(page: Page, town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    case = await steps.take_in_mateo(town, ana)
    hearing = await steps.schedule(town, ana, case["id"])
    drafted = await ana.do(
        "draftAction", "action { id }", organizationId=town.organizations["elm-city"], caseId=case["id"],
        hearingId=hearing["id"], kind="VIGIL", title="Light for a neighbor", nameForm="PUBLIC_NAME",
        audiences=["SUPPORTERS"], statement="Riverra has been held since November.",
    )  # fmt: skip
    await page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    await come_in(page, town, "coordinator@demo.test", f"actions/{drafted['action']['id']}")

    # Nothing stands in the way of publishing but the two keys; what is still to prepare is said all the same.
    before = page.get_by_role("region", name="Before the day")
    await expect(before.get_by_text("There is no safety plan: people will stand in the street.")).to_be_visible()
    await expect(before.get_by_text("near a name that may not be said")).to_be_visible()

    await page.get_by_role("button", name="Safety plan", exact=True).last.click()
    await page.get_by_role("region", name="Safety plan").get_by_role("button", name="Write it").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_label("Marshals").fill("Dee and Omar")
    await dialog.get_by_label("No police liaison: we decided so").check()
    await dialog.get_by_role("button", name="Save").click()
    await expect(page.get_by_text("Dee and Omar")).to_be_visible()
    await expect(before.get_by_text("The safety plan leaves something out")).to_be_visible()

    await page.get_by_role("button", name="Talking points and advisory", exact=False).last.click()
    words = page.get_by_role("region", name="Talking points and advisory")
    await words.get_by_text("Español").click()
    await words.get_by_role("button", name="Draft from what is cleared").first.click()
    await expect(words.get_by_text("[sin autorización: el nombre]").first).to_be_visible()

    await page.get_by_role("button", name="Tasks", exact=False).last.click()
    await page.get_by_role("button", name="The usual list").click()
    await expect(page.get_by_text("Ask whether the place needs a permit.")).to_be_visible()

    wide = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0
    assert await findings(page) == []
