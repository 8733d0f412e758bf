"""`presencia develop screens FOLDER`: every screen there is, as each of those who have it, by day and by night, on a
telephone and on a desk. For looking at, never committed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from commands import pictures
from commands.addresses import Addresses
from commands.screens import SCREENS, Screen

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

SIZES: dict[str, ViewportSize] = {"desktop": {"width": 1440, "height": 900}, "phone": {"width": 360, "height": 780}}
SCHEMES = ("light", "dark")
#: Milliseconds until what was resized, recoloured or folded stands still.
_SETTLES = 300


def take(chromium: str, folder: Path, *, at: str = "", password: str = "", only: str = "") -> Iterator[Path]:
    """Photograph every screen whose name fits ``only``, of a demo started for it or of the one ``at`` an address.
    Yields each picture as it is there. Raises :class:`CannotStart`.
    """
    from playwright.sync_api import sync_playwright

    folder.mkdir(parents=True, exist_ok=True)
    place = nullcontext((at, password)) if at else pictures.demo()
    with place as (address, word), Addresses(address, word) as where, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        try:
            yield from _walk(browser, where, folder, only)
        finally:
            browser.close()


def _walk(browser: Browser, where: Addresses, folder: Path, only: str) -> Iterator[Path]:
    contexts: dict[str, BrowserContext] = {}
    for screen in SCREENS:
        if not re.search(only, screen.name):
            continue
        for who in screen.people:
            address = where.of(screen, who)
            if who not in contexts:
                contexts[who] = browser.new_context(
                    locale="en-US", timezone_id="America/New_York", reduced_motion="reduce"
                )
                contexts[who].add_cookies(
                    [{"name": one["name"], "value": one["value"], "url": one["url"]} for one in where.cookies(who)]
                )
            page = contexts[who].new_page()
            yield from _shots(page, screen, who, address, folder)
            page.close()


def _shots(page: Page, screen: Screen, who: str, address: str, folder: Path) -> Iterator[Path]:
    from playwright.sync_api import expect

    page.goto(address)
    page.get_by_role("heading", level=1).first.wait_for()
    for size, viewport in SIZES.items():
        page.set_viewport_size(viewport)
        expect(page.locator('[aria-busy="true"]')).to_have_count(0)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            page.wait_for_timeout(_SETTLES)
            path = folder / f"{screen.name}.{who}.{size}.{scheme}.png"
            page.screenshot(path=path, full_page=True)
            yield path
