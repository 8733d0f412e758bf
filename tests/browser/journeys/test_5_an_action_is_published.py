"""Journey 5: what may be said waits for counsel, and is taken away at once when the client takes it back."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Page, expect

from tests.browser.journeys.conftest import PHONE, Seats, choose
from tests.browser.journeys.test_2_a_hearing_is_moved import open_case
from tests.browser.keyboard import press, type_into

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]
#: In the demo: the client agreed, counsel has not been heard. The other is for the press and the public, too.
LETTERS, PRESS = "Letters for a neighbor", "Farrow Mills speaks for Mateo R."


async def open_it(page: Page, title: str) -> None:
    await page.goto("/actions")
    await page.get_by_role("link", name=title).first.click()
    await expect(page.get_by_role("heading", level=1, name=title)).to_be_visible()


async def signed_off(page: Page, title: str) -> None:
    """Counsel, on a telephone."""
    await open_it(page, title)
    await press(page, page.get_by_role("button", name=re.compile("^Sign off as")).first)
    await expect(page.get_by_text("Everything this needs is given.")).to_be_visible()


async def published(page: Page, title: str) -> None:
    await open_it(page, title)
    await expect(page.get_by_text("Everything this needs is given.")).to_be_visible()
    await press(page, page.get_by_role("button", name="Publish", exact=True))
    await expect(page.get_by_text("Published", exact=True).first).to_be_visible()


async def test_nothing_is_published_before_counsel_signs_these_words_and_an_edit_voids_the_signature(
    seats: Seats,
) -> None:
    advocate, attorney = await seats("advocate"), await seats("attorney")
    await open_it(advocate, LETTERS)
    lacking = advocate.get_by_text(re.compile("attorney of record has not signed off")).first
    await expect(lacking).to_be_visible()
    await expect(advocate.get_by_role("button", name="Publish", exact=True)).to_be_disabled()

    await attorney.set_viewport_size(PHONE)
    await signed_off(attorney, LETTERS)
    await published(advocate, LETTERS)
    await expect(lacking).to_have_count(0)

    # Another sentence, and it is a draft again until counsel has read it.
    await press(advocate, advocate.get_by_role("button", name="Edit", exact=True))
    dialog = advocate.get_by_role("dialog", name="Edit the action")
    await type_into(advocate, dialog.get_by_label("What will be said"), "Write what you know of him, and sign it.")
    await press(advocate, dialog.get_by_role("button", name="Save", exact=True))
    await expect(dialog).to_be_hidden()
    await expect(lacking).to_be_visible()
    await expect(advocate.get_by_text("Draft", exact=True).first).to_be_visible()


async def test_a_withdrawn_consent_takes_the_public_page_away_at_once(seats: Seats) -> None:
    advocate, attorney, coordinator = await seats("advocate"), await seats("attorney"), await seats("coordinator")
    await open_case(coordinator, "Mateo R.")
    consents = coordinator.get_by_role("region", name="Okay to share?")
    for audience in ("Press", "Everyone"):
        await consents.get_by_role("button", name="Record a consent").click()
        recorded = coordinator.get_by_role("dialog", name="Record a consent")
        await choose(coordinator, recorded, "For what", "Speak to the press")
        await choose(coordinator, recorded, "To whom", audience)
        await press(coordinator, recorded.get_by_role("button", name="Record it"))
        await expect(recorded).to_be_hidden()
    await attorney.set_viewport_size(PHONE)
    await signed_off(attorney, PRESS)
    await published(advocate, PRESS)
    address = await advocate.get_by_role("region", name="Public page").get_by_role("link").first.get_attribute("href")
    assert address
    reader = await seats("reader")
    answer = await reader.goto(address)
    assert answer and answer.status == 200
    await expect(reader.get_by_role("heading", level=1)).to_contain_text(PRESS)

    # The client takes it back.
    public = consents.get_by_role("listitem").filter(has_text="Speak to the press").filter(has_text="Everyone ·")
    await public.first.get_by_role("button", name="Withdraw").click()
    dialog = coordinator.get_by_role("dialog", name="Withdraw the consent")
    await press(coordinator, dialog.get_by_role("button", name="Withdraw everywhere"))
    await expect(coordinator.get_by_text(f"Cancelled: {PRESS}")).to_be_visible()

    gone = await reader.reload()
    assert gone and gone.status == 410
    assert "Mateo" not in await reader.locator("body").inner_text()
