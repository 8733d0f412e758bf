"""Every screen of the list, as each of those who have it, full and empty: axe, its width on a telephone, stillness."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from playwright.async_api import Browser, BrowserContext

from commands.addresses import Addresses
from commands.screens import GUEST, SCREENS, STAFF
from tests.browser.axe import amiss
from tests.browser.conftest import come_in
from tests.browser.quiet import watch
from tests.town import Town

pytestmark = [pytest.mark.browser, pytest.mark.timeout(900)]

#: Pages looked at at once: each waits for its answers most of the time.
AT_ONCE = 3


async def looked_at(
    context: BrowserContext, address: str, turn: asyncio.Semaphore, *, by_night: bool = True
) -> list[Any]:
    async with turn:
        page = await context.new_page()
        try:
            return await amiss(page, address, by_night=by_night)
        finally:
            await page.close()


async def a_browser(browser: Browser) -> BrowserContext:
    """One for all screens of a person: as theirs would, it fetches each program once."""
    context = await browser.new_context(locale="en-US", timezone_id="America/New_York")
    watch(context)
    return context


@pytest.mark.parametrize("who", [*STAFF, *GUEST])
async def test_nothing_is_amiss_on_any_screen_of_the_demo(browser: Browser, demo: Addresses, who: str) -> None:
    mine = [one for one in SCREENS if who in one.people]
    assert mine
    # One after the other: what a screen is about may have to be made first.
    addresses = [await asyncio.to_thread(demo.of, one, who) for one in mine]
    context, turn = await a_browser(browser), asyncio.Semaphore(AT_ONCE)
    await context.add_cookies([{**one} for one in demo.cookies(who)])  # type: ignore[typeddict-item]

    all_found = await asyncio.gather(*(looked_at(context, address, turn) for address in addresses))

    await context.close()
    found = {one.name: what for one, what in zip(mine, all_found, strict=True) if what}
    assert found == {}, json.dumps(found, indent=1)


@pytest.mark.parametrize("email", ["coordinator@demo.test", "advocate@demo.test"])
async def test_nothing_is_amiss_where_there_is_nothing_yet(browser: Browser, town: Town, email: str) -> None:
    who = email.partition("@")[0]
    mine = [one for one in SCREENS if who in one.people and not one.found and one.path != "/demo/mail"]
    context, turn = await a_browser(browser), asyncio.Semaphore(AT_ONCE)
    await come_in(await context.new_page(), town, email)

    all_found = await asyncio.gather(
        *(looked_at(context, town.settings.address + one.address(), turn, by_night=False) for one in mine)
    )

    await context.close()
    found = {one.name: what for one, what in zip(mine, all_found, strict=True) if what}
    assert found == {}, json.dumps(found, indent=1)
