"""Every screen of the list, as each of those who have it, full and empty: axe, its width on a telephone, stillness."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from playwright.async_api import Browser

from commands.addresses import Addresses
from commands.screens import GUEST, SCREENS, STAFF, Screen
from tests.browser.axe import amiss
from tests.browser.conftest import come_in
from tests.browser.quiet import watch
from tests.town import Town

pytestmark = [pytest.mark.browser, pytest.mark.timeout(900)]

#: Pages looked at at once: each waits for its answers most of the time.
AT_ONCE = 3


async def looked_at(browser: Browser, demo: Addresses, screen: Screen, who: str, turn: asyncio.Semaphore) -> list[Any]:
    address = await asyncio.to_thread(demo.of, screen, who)
    async with turn:
        context = await browser.new_context(locale="en-US", timezone_id="America/New_York")
        watch(context)
        await context.add_cookies([{**one} for one in demo.cookies(who)])  # type: ignore[typeddict-item]
        try:
            return await amiss(await context.new_page(), address)
        finally:
            await context.close()


@pytest.mark.xdist_group("demo")
@pytest.mark.parametrize("who", [*STAFF, *GUEST])
async def test_nothing_is_amiss_on_any_screen_of_the_demo(browser: Browser, demo: Addresses, who: str) -> None:
    mine = [one for one in SCREENS if who in one.people]
    assert mine
    for one in mine:
        # One after the other: what a screen is about may have to be made first.
        await asyncio.to_thread(demo.of, one, who)
    turn = asyncio.Semaphore(AT_ONCE)

    all_found = await asyncio.gather(*(looked_at(browser, demo, one, who, turn) for one in mine))

    found = {one.name: what for one, what in zip(mine, all_found, strict=True) if what}
    assert found == {}, json.dumps(found, indent=1)


@pytest.mark.parametrize("email", ["coordinator@demo.test", "advocate@demo.test"])
async def test_nothing_is_amiss_where_there_is_nothing_yet(browser: Browser, town: Town, email: str) -> None:
    who = email.partition("@")[0]
    mine = [one for one in SCREENS if who in one.people and not one.found and one.path != "/demo/mail"]
    context = await browser.new_context(locale="en-US", timezone_id="America/New_York")
    watch(context)
    page = await context.new_page()
    await come_in(page, town, email)
    found: dict[str, Any] = {}

    for one in mine:
        if what := await amiss(page, town.settings.address + one.address(), by_night=False):
            found[one.name] = what

    await context.close()
    assert found == {}, json.dumps(found, indent=1)
