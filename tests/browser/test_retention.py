"""Legal holds and erasing, as people do them: the page of a case says that it is held, and what is erased is gone."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from casework import retention
from tests.browser.axe import findings
from tests.browser.conftest import come_in
from tests.journeys import steps
from tests.town import Town

pytestmark = pytest.mark.browser


async def test_the_admin_places_a_hold_and_sees_what_goes_when(page: Page, town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    mateo = await steps.take_in_mateo(town, ana)
    await come_in(page, town, "admin@demo.test", "organization?part=keeping")
    await expect(page.get_by_text("Nothing is on hold")).to_be_visible()
    table = page.get_by_role("table", name="How long things are kept")
    await expect(table).to_contain_text("Nothing has been swept yet")
    await expect(table.get_by_role("row", name="Who signed up for an event")).to_contain_text("30 daysnot run yet")
    await expect(table.get_by_text("not run yet")).to_have_count(len(retention.CLOCKS))
    assert await findings(page) == []

    await page.get_by_role("button", name="Place a hold").click()
    await page.get_by_label("Number of the case").fill(mateo["shortId"])
    await page.get_by_label("What is foreseen?").fill("short")
    await page.get_by_role("button", name="Place the hold").click()
    await expect(page.get_by_role("alert")).to_contain_text("Say what is foreseen")
    await page.get_by_label("What is foreseen?").fill("The agency's lawyer wrote that a subpoena follows.")
    await page.get_by_role("button", name="Place the hold").click()
    held = page.get_by_role("region", name="Legal holds")
    await expect(held.get_by_text(mateo["shortId"])).to_be_visible()
    await expect(held).to_contain_text("a subpoena follows")
    await expect(held).to_contain_text("by Grace Adeyemi")

    await retention.sweep(town.database)
    await page.reload()
    await expect(table.get_by_role("row", name="Who signed up for an event")).to_contain_text("30 days")
    await expect(table).to_contain_text("Last swept on")
    await expect(table.get_by_role("row", name="7 years")).to_be_visible()
    assert await findings(page) == []

    seen = await ana.ask("query ($s: String!) { case(shortId: $s) { onHold } }", s=mateo["shortId"])
    assert seen["case"]["onHold"] is True
    await held.get_by_role("button", name=f"Lift the hold on {mateo['shortId']}").click()
    await page.get_by_role("dialog").get_by_role("button", name="Lift", exact=True).click()
    await expect(page.get_by_text("Nothing is on hold")).to_be_visible()


async def test_counsel_reads_what_it_said_before_and_erases_the_case(page: Page, town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    mateo = await steps.take_in_mateo(town, ana)
    added = await ana.do("addToTeam", caseId=mateo["id"], personId=town.person("attorney@demo.test"), role="ATTORNEY")
    assert added["__typename"] == "AddToTeamPayload"
    changed = await ana.do(
        "updateCase", "case { revision }", caseId=mateo["id"], expectedRevision=mateo["revision"],
        legalName="Mateo Rivera Cortés",
    )  # fmt: skip
    await ana.do("closeCase", caseId=mateo["id"], expectedRevision=changed["case"]["revision"], reason="Released.")
    grace = await town.signed_in("admin@demo.test")
    home = town.organizations["elm-city"]
    placed = await grace.do(
        "placeHold", "organization { holds { id } }", organizationId=home, reason="A records request was announced."
    )
    await come_in(page, town, "attorney@demo.test", f"cases/{mateo['shortId']}")
    await expect(page.get_by_text("A legal hold keeps this case")).to_be_visible()
    await page.get_by_role("region", name="Timeline").get_by_text("What happened", exact=True).click()
    await page.get_by_role("button", name="Show what it said before").click()
    await expect(page.get_by_text("Mateo Rivera Cruz → Mateo Rivera Cortés")).to_be_visible()
    assert await findings(page) == []

    async def erase() -> None:
        await page.get_by_role("button", name="More about this case").click()
        await page.get_by_role("menuitem", name="Erase the case for good").click()
        await page.get_by_label("The client asked for it").check()
        await page.get_by_role("button", name="Erase it").click()

    await page.get_by_role("button", name="More about this case").click()
    await expect(page.get_by_role("menuitem", name="Close the case")).to_have_count(0)
    await page.get_by_role("menuitem", name="Erase the case for good").click()
    await expect(page.get_by_role("dialog")).to_contain_text("Admins and attorneys of your organization")
    await expect(page.get_by_role("button", name="Erase it")).to_have_count(0)
    # The menu it was chosen from fades meanwhile: half gone it is a list of nothing.
    await expect(page.get_by_role("menu")).to_have_count(0)
    assert await findings(page) == []
    await page.get_by_role("dialog").get_by_role("button", name="Close").last.click()
    await grace.do("liftHold", holdId=placed["organization"]["holds"][0]["id"])
    await page.reload()
    await erase()
    await expect(page.get_by_role("heading", level=1, name="Board")).to_be_visible()
    await expect(page.get_by_text("Mateo")).to_have_count(0)
