"""A real browser on the real product: the built page, the API, PostgreSQL, Valkey and a post office."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import AsyncIterator
from contextlib import nullcontext

import pytest
from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Page, async_playwright, expect

from api.house import cookie_name
from casework import actors
from casework.sign_in import sign_in as sign_in_of
from commands import pictures
from commands.addresses import Addresses
from tests.browser.outside import Outside
from tests.browser.quiet import watch
from tests.served import town
from tests.town import PASSWORD, Town

# A machine that does much else shows what is expected all the same, only later.
expect.set_options(timeout=20_000)

#: For a closed network and a machine without a display.
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
]


@pytest.fixture(scope="session")
async def outside() -> AsyncIterator[Outside]:
    """The world outside this machine, as far as a browser can reach it."""
    async with Outside().open() as found:
        yield found


@pytest.fixture(autouse=True)
async def nothing_leaves(outside: Outside) -> AsyncIterator[None]:
    """No page of ours asks anyone else for anything, whatever is done on it."""
    outside.asked.clear()
    yield
    assert outside.asked == [], "something was asked of another machine"


@pytest.fixture(scope="session")
async def demo() -> AsyncIterator[Addresses]:
    """What `make run` starts, with its demo, its worker and its letters: one for all tests of this process.

    ``PRESENCIA_TEST_DEMO="address password"`` names one that runs already, for whoever writes such a test.
    """
    given = os.environ.get("PRESENCIA_TEST_DEMO", "").split()
    whole = nullcontext((given[0], given[1])) if given else pictures.demo()
    address, password = await asyncio.to_thread(whole.__enter__)
    with Addresses(address, password) as found:
        yield found
    await asyncio.to_thread(whole.__exit__, None, None, None)


@pytest.fixture(scope="session")
async def browser(outside: Outside) -> AsyncIterator[Browser]:
    """One for all: what a test does in it stays in its context."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        pytest.fail("There is no Chromium. Install it, or name it in CHROMIUM=.")
    async with async_playwright() as playwright:
        found = await playwright.chromium.launch(
            executable_path=program, args=FLAGS, headless=True, proxy=outside.proxy
        )
        yield found
        await found.close()


@pytest.fixture
async def context(browser: Browser) -> AsyncIterator[BrowserContext]:
    found = await browser.new_context(
        locale="en-US", timezone_id="America/New_York", viewport={"width": 1280, "height": 900}
    )
    watch(found)
    yield found
    await found.close()


@pytest.fixture
async def page(context: BrowserContext) -> AsyncIterator[Page]:
    """A page; whatever it does against its own security policy fails the test."""
    broken: list[str] = []

    def heard(said: ConsoleMessage) -> None:
        if "Content Security Policy" in said.text:
            broken.append(f"{said.location} {said.text}")

    context.on("console", heard)
    yield await context.new_page()
    assert broken == []


async def come_in(page: Page, town: Town, email: str, at: str = "") -> None:
    """Open a page of the product in a browser that is signed in already: most tests are about what comes then."""
    async with town.database.transaction(actors.SIGN_IN) as tx:
        secret = await sign_in_of(tx, town.staff[email])
    address = town.settings.address
    await page.context.add_cookies([{"name": cookie_name(town.settings), "value": secret, "url": address}])
    # A page that is open under a session that is over goes to the sign-in by itself: not while the next one comes.
    await page.goto("about:blank")
    await page.goto(f"{address}/{at}")


async def sign_in(page: Page, town: Town, email: str, *, at: str = "") -> None:
    """As people do: address, password, button."""
    await page.goto(f"{at or town.settings.address}/sign-in")
    await page.get_by_label("E-mail").fill(email)
    await page.get_by_label("Password", exact=True).fill(PASSWORD)
    await page.get_by_role("button", name="Sign in", exact=True).click()
    await page.wait_for_url(lambda url: "/sign-in" not in url)


__all__ = ["browser", "come_in", "context", "demo", "nothing_leaves", "outside", "page", "sign_in", "town"]
