"""The outbox, how each date was told, today's numbers, and a page that keeps itself up to date: in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Page, expect
from sqlalchemy import update

from casework import actors
from schema.notices import LetterKind, Notice, NoticeState
from tests.browser.axe import findings
from tests.browser.conftest import come_in
from tests.journeys import steps
from tests.town import Town

pytestmark = pytest.mark.browser


async def test_a_failed_letter_is_found_from_its_hearing_and_every_filter_stands_in_the_address(
    page: Page, town: Town
) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    luis = await town.signed_in("attorney@demo.test")
    case = await steps.take_in_mateo(town, ana)
    hearing = await steps.schedule(town, ana, case["id"])
    await steps.represent(town, ana, luis, case["id"])
    await ana.do("rescheduleHearing", hearingId=hearing["id"], expectedRevision=0, startsAt="2026-12-04T09:00")
    await town.deliver()
    async with town.database.transaction(actors.OPERATOR) as tx:
        moved = update(Notice).where(Notice.kind == LetterKind.RESCHEDULED)
        await tx.session.execute(moved.values(state=NoticeState.FAILED, reason="no_address"))

    await come_in(page, town, "coordinator@demo.test")
    await expect(page.get_by_role("link", name="1 message failed since yesterday")).to_be_visible()
    await page.goto(f"{town.settings.address}/cases/{case['shortId']}")
    await page.get_by_role("link", name=re.compile(r"^\d+ told: .*1 failed")).click()
    await expect(page).to_have_url(re.compile("/messages.occasion="))
    await expect(page.get_by_role("heading", name="Messages")).to_be_visible()
    row = page.get_by_role("listitem").filter(has_text="Date changed")
    await expect(row).to_contain_text("Luis Prado")
    await expect(row).to_contain_text("Trouble")
    await expect(row).to_contain_text("Why: no address")
    await expect(row).to_contain_text("taken by the carrier")
    assert await findings(page) == []

    # By keyboard alone, and from the address again.
    await page.get_by_role("combobox", name="How far").focus()
    await page.keyboard.type("Trou")
    await expect(page.get_by_role("option")).to_have_count(1)
    await page.keyboard.press("Enter")
    await expect(page).to_have_url(re.compile("progress=TROUBLE"))
    await page.reload()
    await expect(page.get_by_role("listitem").filter(has_text="Date changed")).to_be_visible()
    await expect(page.get_by_role("combobox", name="How far")).to_have_value("Trouble")
    await page.goto(f"{town.settings.address}/messages?kind=WELCOME&case={case['shortId']}")
    await expect(page.get_by_text("No message fits this filter")).to_be_visible()
    await page.goto(f"{town.settings.address}/messages?case=C-99999")
    await expect(page.get_by_text("No such case")).to_be_visible()

    await page.set_viewport_size({"width": 390, "height": 844})
    await page.goto(f"{town.settings.address}/messages")
    await expect(page.get_by_role("listitem").filter(has_text="Date changed")).to_be_visible()
    wide = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0


async def test_an_open_case_shows_what_a_colleague_does_by_itself_and_never_under_an_open_form(
    page: Page, town: Town
) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    case = await steps.take_in_mateo(town, ana)
    hearing = await steps.schedule(town, ana, case["id"])
    await come_in(page, town, "coordinator@demo.test", f"cases/{case['shortId']}")
    await expect(page.get_by_text("Dec 2").first).to_be_visible()
    await page.wait_for_timeout(1_000)

    await ana.do("rescheduleHearing", hearingId=hearing["id"], expectedRevision=0, startsAt="2026-12-04T09:00")
    await expect(page.get_by_text("Dec 4").first).to_be_visible()
    await expect(page.get_by_role("status").filter(has_text="Updated just now")).to_be_visible()

    await page.get_by_role("button", name="Move").first.click()
    await expect(page.get_by_role("dialog")).to_be_visible()
    await ana.do("rescheduleHearing", hearingId=hearing["id"], expectedRevision=1, startsAt="2026-12-07T09:00")
    await page.wait_for_timeout(2_500)
    assert await page.get_by_text("Dec 7").count() == 0
    await page.keyboard.press("Escape")
    await expect(page.get_by_text("Dec 7").first).to_be_visible()
