"""Who takes part: each with a browser of their own."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack

import pytest
from playwright.async_api import Browser, Locator, Page, ViewportSize

from commands.addresses import Addresses
from commands.screens import PEOPLE
from tests.browser.quiet import watch

#: Opens a browser for one of :data:`PEOPLE`, signed in, or for a guest with a telephone.
Seats = Callable[[str], Awaitable[Page]]

DESK: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}


@pytest.fixture
async def seats(browser: Browser, demo: Addresses) -> AsyncIterator[Seats]:
    async with AsyncExitStack() as stack:

        async def seat(who: str) -> Page:
            context = await browser.new_context(
                locale="en-US",
                timezone_id="America/New_York",
                viewport=DESK if who in PEOPLE else PHONE,
                reduced_motion="reduce",
                base_url=demo.address,
            )
            stack.push_async_callback(context.close)
            watch(context)
            context.set_default_timeout(30_000)
            if who in PEOPLE:
                await context.add_cookies([{**one} for one in await asyncio.to_thread(demo.cookies, who)])  # type: ignore[typeddict-item]
            return await context.new_page()

        yield seat


async def choose(page: Page, dialog: Locator, field: str, option: str) -> None:
    """Choose from a list in a dialog, by typing where one may."""
    box = dialog.get_by_role("combobox", name=field)
    await box.click()
    if await box.get_attribute("readonly") is None:
        await box.fill(option)
    await page.get_by_role("option", name=re.compile(option)).first.click()


async def letter(page: Page, *, to: str, about: str) -> str:
    """The newest letter to somebody, as text: where the demo keeps its post. Waits until the worker wrote it."""
    for _ in range(60):
        await page.goto("/demo/mail")
        row = page.locator("tr", has_text=to).filter(has_text=re.compile(about, re.IGNORECASE))
        if await row.count():
            await row.first.get_by_role("link").click()
            return await page.locator("body").inner_text()
        await asyncio.sleep(1)
    raise AssertionError(f"No letter to {to} about {about} came within a minute.")


def link(text: str, looks: str = r"/a/[\w-]{43}") -> str:
    """Where a letter leads."""
    found = re.search(looks, text)
    assert found, text
    return found[0]
