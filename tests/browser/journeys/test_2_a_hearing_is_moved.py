"""Journey 2: a coordinator moves a hearing; counsel, the family and a supporter each learn it in their own way."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
from playwright.async_api import Page, expect

from commands.screens import BOARD
from tests.browser.journeys.conftest import Seats, letter, link
from tests.browser.keyboard import press, type_into
from tests.browser.quiet import quiet

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


async def open_case(page: Page, name: str) -> None:
    """From the board, as people do."""
    await page.goto(BOARD)
    await page.get_by_role("link", name=name).first.click()
    await expect(page.get_by_role("heading", level=1, name=name)).to_be_visible()


async def test_whoever_was_told_the_old_time_is_told_the_new_one(seats: Seats) -> None:
    coordinator = await seats("coordinator")
    await open_case(coordinator, "Mateo R.")
    await coordinator.get_by_role("button", name="Move", exact=True).first.click()
    dialog = coordinator.get_by_role("dialog")
    typed = dialog.get_by_label("New time, as printed on the notice")
    before = datetime.fromisoformat(await typed.input_value())
    new = before - timedelta(minutes=30)
    await coordinator.keyboard.press("Escape")
    await expect(dialog).to_be_hidden()

    # With the keyboard alone.
    await press(coordinator, coordinator.get_by_role("button", name="Move", exact=True).first)
    await type_into(coordinator, typed, "")
    await typed.fill(f"{new:%Y-%m-%dT%H:%M}")
    await expect(dialog.get_by_text("messages will go out")).to_be_visible()
    await press(coordinator, dialog.get_by_role("button", name="Move and tell everyone"))
    await expect(dialog).to_be_hidden()

    ledger = coordinator.get_by_role("region", name=re.compile("^Change of ")).first
    await expect(ledger.get_by_text(re.compile(r"\d+ told, \d+ confirmed")).first).to_be_visible()

    # Who has not said that they know is seen by name, by whoever may see the case; the admin of the house, who sees no
    # case, is shown none here.
    await expect(ledger.get_by_role("listitem").filter(has_text="Julia Whitcomb")).to_contain_text("by ")
    await expect(ledger.get_by_text(re.compile("call .*Julia Whitcomb"))).to_be_visible()
    await coordinator.goto("/")
    waiting = coordinator.get_by_role("region", name="Changes that are not confirmed")
    await expect(waiting.get_by_text(re.compile("call .*Julia Whitcomb")).first).to_be_visible()
    admin = await seats("admin")
    await admin.goto("/")
    await expect(admin.get_by_role("heading", level=1, name="Today")).to_be_visible()
    await quiet(admin)
    await expect(admin.get_by_text("Julia Whitcomb")).to_have_count(0)
    await open_case(coordinator, "Mateo R.")

    # Counsel confirms on the page.
    attorney = await seats("attorney")
    await open_case(attorney, "Mateo R.")
    seen = attorney.get_by_role("button", name="I have seen it").first
    await expect(seen).to_be_visible()
    await press(attorney, seen)
    await expect(attorney.get_by_text("Thank you. The team sees that you know.")).to_be_visible()

    # And on the coordinator's screen, which nobody touched: named among those who know, and no longer among the silent.
    theirs = ledger.get_by_role("listitem").filter(has_text="Julia Whitcomb")
    await expect(theirs).to_contain_text("Confirmed")
    await expect(theirs).not_to_contain_text("Not confirmed")
    # The whole of the sentence: the list beneath it has all names, with "call" before some of them.
    silent = ledger.get_by_text(re.compile(r"^\d+ told, 1 confirmed, call "))
    await expect(silent).to_contain_text("Rosa Cruz")
    await expect(silent).not_to_contain_text("Julia Whitcomb")
    await coordinator.goto("/")
    of_this = waiting.get_by_role("listitem").filter(has_text="hearing").filter(has_text=re.compile(f"{new:%-I:%M}"))
    await expect(of_this).to_contain_text("1 confirmed")
    await expect(of_this).not_to_contain_text("Julia Whitcomb")

    # The mayor's scheduler, by the link of her letter.
    post = await seats("coordinator")
    scheduler = await seats("scheduler")
    await scheduler.goto(link(await letter(post, to="scheduler@city.test", about="moved")))
    await expect(scheduler.get_by_text(re.compile(f"{new:%-I:%M}")).first).to_be_visible()

    # A supporter, by the link of their letter: the new time, and an answer.
    at = link(await letter(post, to="@supporters.test", about="moved"))
    supporter = await seats("supporter")
    await supporter.goto(at)
    # The vigil follows its hearing: half an hour earlier than it was, too.
    await expect(supporter.get_by_role("status").first).to_contain_text("The date has moved and is now EARLIER")
    await press(supporter, supporter.locator('button[value="coming"]'))
    await expect(supporter.locator('button[value="coming"]')).to_have_attribute("aria-pressed", "true")

    # The family contact has a page of their own.
    own = link(await letter(post, to="Rosa Cruz", about="."), r"/[ad]/[\w-]{43}")
    family = await seats("family")
    await family.goto(own)
    await expect(family.get_by_text(re.compile(f"{new:%-I:%M}")).first).to_be_visible()
