"""Journey 7: Mateo R., invented, from his arrest to his release, as those around him see it on the page.

`tests/journeys/mateo` follows the same arc through the graph, with every audience after every step.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.journeys.conftest import Seats, choose
from tests.browser.keyboard import press, type_into

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

TODAY = datetime.now(ZoneInfo("America/New_York")).date()
HEARING = TODAY + timedelta(days=20)
JAIL, FARTHER = "Plymouth", "Strafford"


async def case_opened(page: Page) -> str:
    """A call comes in on Monday: he was arrested at work."""
    await page.goto("/")
    await press(page, page.get_by_role("button", name="New case"))
    dialog = page.get_by_role("dialog")
    await type_into(page, dialog.get_by_label("Name, as given"), "Mateo Rivera")
    await type_into(page, dialog.get_by_label("Public name"), "Mateo R.")
    await type_into(page, dialog.get_by_label("Where arrested"), "a bakery in Middlefield")
    await type_into(page, dialog.get_by_label("Who is calling"), "Rosa Rivera")
    await press(page, dialog.get_by_role("button", name="Take in the case"))
    await expect(page.get_by_role("heading", level=1, name="Mateo R.")).to_be_visible()
    return page.url


async def in_dialog(page: Page, panel: Locator, button: str, title: str = "") -> Locator:
    await panel.get_by_role("button", name=button, exact=True).click()
    dialog = page.get_by_role("dialog", name=title or button)
    await expect(dialog).to_be_visible()
    return dialog


async def saved(dialog: Locator, button: str) -> None:
    await dialog.get_by_role("button", name=button, exact=True).click()
    await expect(dialog).to_be_hidden()


async def held_at(page: Page, jail: str) -> None:
    panel = page.get_by_role("region", name="Detention history")
    dialog = await in_dialog(page, panel, "Record the place")
    await choose(page, dialog, "Facility", jail)
    await saved(dialog, "Save")
    await expect(panel.get_by_role("listitem").filter(has_text=jail).first).to_be_visible()


async def represented(page: Page, attorney: Page, at: str) -> None:
    """Samir is of the organization that leads the case: the file opens with her yes."""
    panel = page.get_by_role("region", name="Representation")
    dialog = await in_dialog(page, panel, "Offer a placement")
    await dialog.get_by_role("combobox", name="Attorneys").fill("Samir")
    await page.get_by_role("option", name=re.compile("Samir Haddad")).click()
    await page.keyboard.press("Escape")
    await dialog.get_by_label("What you tell them of the case").fill("Eighteen, arrested at work. Bond is wanted.")
    await saved(dialog, "Send the offer")
    await attorney.goto("/offers")
    offer = attorney.get_by_role("listitem").filter(has_text="Eighteen, arrested at work.")
    await offer.get_by_role("button", name="Accept").click()
    await expect(attorney.get_by_text("Accepted. The case is open to you now.")).to_be_visible()
    await attorney.goto(at)
    theirs = attorney.get_by_role("region", name="Representation")
    dialog = await in_dialog(attorney, theirs, "Engaged or of record")
    await dialog.get_by_label("Engagement letter signed on").fill(f"{TODAY}")
    await saved(dialog, "Save")
    await expect(theirs.get_by_text(re.compile("^letter signed"))).to_be_visible()


async def bond_hearing_set(page: Page) -> None:
    panel = page.get_by_role("region", name="Hearings", exact=True)
    dialog = await in_dialog(page, panel, "Open a proceeding")
    await choose(page, dialog, "Kind", "Bond")
    await choose(page, dialog, "Immigration court", "Hartford")
    await saved(dialog, "Open it")
    dialog = await in_dialog(page, panel, "Schedule a hearing")
    await choose(page, dialog, "Proceeding", "Bond")
    await choose(page, dialog, "Kind of hearing", "[Bb]ond")
    await dialog.get_by_label("Time, as printed").fill(f"{HEARING}T10:00")
    await saved(dialog, "Schedule")
    await expect(panel.get_by_text("10:00 AM").first).to_be_visible()


async def moved_away(page: Page) -> None:
    panel = page.get_by_role("region", name="Detention history")
    dialog = await in_dialog(page, panel, "Transfer")
    await choose(page, dialog, "Now at", FARTHER)
    await saved(dialog, "Record the transfer")
    changed = page.get_by_role("dialog", name="What changed with it")
    await expect(changed).to_contain_text(FARTHER)
    await page.keyboard.press("Escape")
    await expect(changed).to_be_hidden()


async def advanced(page: Page) -> None:
    """The court sends a notice: half past nine."""
    panel = page.get_by_role("region", name="Hearings", exact=True)
    dialog = await in_dialog(page, panel, "Move", "Move the hearing")
    await dialog.get_by_label("New time, as printed on the notice").fill(f"{HEARING}T09:30")
    await saved(dialog, "Move and tell everyone")
    await expect(panel.get_by_text("9:30 AM").first).to_be_visible()


async def bond_posted(page: Page) -> None:
    """Counsel writes down how far it has come: asked for, granted, paid."""
    panel = page.get_by_role("region", name="Bond", exact=True)
    for stage, amount in (("Requested", ""), ("Granted", "1500"), ("Being paid", ""), ("Posted", "")):
        button = "Begin" if stage == "Requested" else "What came next"
        dialog = await in_dialog(page, panel, button, "Record how far the bond has come")
        await choose(page, dialog, "Now it is", stage)
        await dialog.get_by_label("On which day").fill(f"{TODAY}")
        if amount:
            await dialog.get_by_label("Amount in dollars").fill(amount)
        if stage == "Posted":
            await choose(page, dialog, "Who posts it", "A non-profit")
        await saved(dialog, "Record it")
        await expect(panel.get_by_role("list", name="Stages")).to_contain_text(stage)


async def released(page: Page) -> None:
    panel = page.get_by_role("region", name="Detention history")
    await panel.get_by_role("button", name="More about the place").click()
    await page.get_by_role("menuitem", name="Record the release").click()
    dialog = page.get_by_role("dialog", name="Record the release")
    await dialog.get_by_label("When").fill(f"{TODAY}T00:01")
    await saved(dialog, "Record the release")
    await expect(page.get_by_text("After release").first).to_be_visible()


async def test_mateo_from_his_arrest_to_his_release(seats: Seats) -> None:
    # At an office that has no case like the demo's.
    coordinator, attorney = await seats("coordinator elsewhere"), await seats("attorney elsewhere")
    at = await case_opened(coordinator)
    await held_at(coordinator, JAIL)
    await represented(coordinator, attorney, at)
    await bond_hearing_set(coordinator)
    await moved_away(coordinator)
    await advanced(coordinator)
    await bond_posted(attorney)
    await released(coordinator)

    # Whom nobody let in, sees nothing of him through all of it.
    advocate = await seats("advocate")
    await advocate.goto(at)
    await expect(advocate.get_by_text("There is no such case, or it is not for you to see.")).to_be_visible()
    await expect(advocate.get_by_text("Rivera")).to_have_count(0)
