"""Last year's list is dropped in, looked over, mended at its cell, imported; and Monday's page stands there."""

from __future__ import annotations

import asyncio
import contextlib
import re

import pytest
from playwright.async_api import Page, expect

from casework import spreadsheets
from casework.transaction import Database
from tests.browser.conftest import come_in
from tests.town import Town

pytestmark = pytest.mark.browser

LIST = (
    "Client Name,A#,DOB,Next Hearing,Hearing Time,Court,Lawyer\n"
    "Luz Marina Ortega,A987654321,4/30/1999,2026-11-25,9:00 AM,Hartford,\n"
    "Tomás Paz,A123456789,31/02/1988,,,,Rita Vale\n"
)


async def at_work(database: Database) -> None:
    """What the worker does with whatever somebody brings."""
    while True:
        for one, whose in await spreadsheets.waiting(database):
            await spreadsheets.carry_on(database, one, whose, steps=20)
        await asyncio.sleep(0.1)


async def test_a_list_becomes_cases_and_monday_shows_who_has_court(page: Page, town: Town) -> None:
    worker = asyncio.create_task(at_work(town.database))
    try:
        await page.clock.set_fixed_time(town.clock.now)
        await come_in(page, town, "coordinator@demo.test", "import")
        await page.locator("input[type=file]").set_input_files(
            {"name": "Clients 2025.csv", "mimeType": "text/csv", "buffer": LIST.encode()}
        )
        # Columns are known by their names; what is wrong is told at its cell, and typed again there.
        await expect(page.get_by_role("combobox", name="What “DOB” means")).to_have_value("Date or year of birth")
        await expect(page.get_by_text('"31/02/1988" is no date that exists.')).to_be_visible()
        cell = page.get_by_role("textbox", name="DOB")
        await cell.fill("2/28/1988")
        await cell.press("Enter")
        await expect(page.get_by_text("To be mended", exact=True)).to_have_count(0)

        await page.get_by_role("button", name="Start the import").click()
        await page.get_by_role("link", name="See Monday's page").click()

        court = page.get_by_role("region", name="In court, week of Nov 23, 2026")
        row = court.get_by_role("listitem").filter(has_text="Wed, Nov 25, 2026")
        await expect(row).to_contain_text("Hartford Immigration Court")
        await expect(row).to_contain_text("No attorney")
        bare = page.get_by_role("region", name="Without an attorney")
        await expect(bare.get_by_text("The list names one: see the notes")).to_be_visible()

        await row.get_by_role("button", name="Find an attorney for").click()
        await expect(page.get_by_role("dialog", name="Offer a placement")).to_be_visible()
        await page.keyboard.press("Escape")
        await row.get_by_role("link").first.click()
        await expect(page).to_have_url(re.compile(r"/cases/C-\d+$"))
    finally:
        worker.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await worker
