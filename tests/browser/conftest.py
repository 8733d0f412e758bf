"""A real browser on the real product: the built page, the API, PostgreSQL, Valkey and a post office."""

from __future__ import annotations

import asyncio
import os
import shutil
import socket
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest
import uvicorn
from playwright.async_api import Browser, BrowserContext, Page, async_playwright

from api.app import create_app
from casework.settings import Settings
from casework.transaction import Database
from commands.mail_catcher import Catcher
from tests.clock import Clock
from tests.town import PASSWORD, Town, settle_town

#: For a closed network and a machine without a display.
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
]


@pytest.fixture
async def town(database: Database, clock: Clock, settings: Settings, smtp: Catcher) -> AsyncIterator[Town]:
    """The town, served on a port of its own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    served = settings.model_copy(update={"port": port})
    async with AsyncExitStack() as stack:
        found = Town(database, clock, served, smtp, stack)
        found.app = create_app(served, database=database)
        server = uvicorn.Server(
            uvicorn.Config(found.app, host="127.0.0.1", port=port, log_level="warning", access_log=False)
        )
        serving = asyncio.create_task(server.serve())
        while not server.started:  # noqa: ASYNC110 -- uvicorn tells it by a flag
            await asyncio.sleep(0.05)
        await settle_town(found)
        yield found
        server.should_exit = True
        await serving


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        pytest.fail("There is no Chromium. Install it, or name it in CHROMIUM=.")
    async with async_playwright() as playwright:
        found = await playwright.chromium.launch(executable_path=program, args=FLAGS, headless=True)
        yield found
        await found.close()


@pytest.fixture
async def context(browser: Browser) -> AsyncIterator[BrowserContext]:
    found = await browser.new_context(
        locale="en-US", timezone_id="America/New_York", viewport={"width": 1280, "height": 900}
    )
    yield found
    await found.close()


@pytest.fixture
async def page(context: BrowserContext) -> AsyncIterator[Page]:
    """A page; whatever it does against its own security policy fails the test."""
    broken: list[str] = []
    context.on("console", lambda said: broken.append(f"{said.location} {said.text}") if "Content Security Policy" in said.text else None)
    yield await context.new_page()
    assert broken == []


async def sign_in(page: Page, town: Town, email: str, *, at: str = "") -> None:
    """As people do: address, password, button."""
    await page.goto(f"{at or town.settings.address}/sign-in")
    await page.get_by_label("E-mail").fill(email)
    await page.get_by_label("Password", exact=True).fill(PASSWORD)
    await page.get_by_role("button", name="Sign in", exact=True).click()
    await page.wait_for_url(lambda url: "/sign-in" not in url)
