"""The README's pictures: a demo of its own, walked through in Chromium, photographed, thrown away.

Never of a deployment: the demo starts here, in an empty folder, and holds invented people only.
"""

from __future__ import annotations

import os
import re
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from casework.settings import ROOT
from commands.children import CannotStart

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page, ViewportSize

FOLDER = ROOT / "docs" / "pictures"
#: Bytes of one picture: a README is read on telephones, too.
LARGEST = 120_000
WIDE: ViewportSize = {"width": 1200, "height": 620}
PHONE: ViewportSize = {"width": 390, "height": 844}
#: Seconds for a demo's first start, the page's build included.
PATIENCE = 300
#: What would lead the demo to somebody's own servers.
_SERVERS = frozenset({"DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL", "HOST", "PORT"})


def take(chromium: str) -> list[Path]:
    """Take all pictures anew with this Chromium. Returns them. Raises :class:`CannotStart`."""
    from playwright.sync_api import sync_playwright

    FOLDER.mkdir(parents=True, exist_ok=True)
    with demo() as (address, password), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        try:
            taken = _walk(browser, address, password)
        finally:
            browser.close()
    for path in taken:
        if path.stat().st_size > LARGEST:
            raise CannotStart(f"{path.name} has {path.stat().st_size} bytes; {LARGEST} are allowed. Show less of it.")
    return taken


def _walk(browser: Browser, address: str, password: str) -> list[Path]:
    """The main job as the README tells it."""
    context = browser.new_context(
        viewport=WIDE, locale="en-US", timezone_id="America/New_York", reduced_motion="reduce", color_scheme="light"
    )
    page = context.new_page()
    page.goto(f"{address}/sign-in")
    page.locator("input[name=email]").fill("coordinator@demo.test")
    page.locator("input[name=password]").fill(password)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.get_by_role("link", name="Mateo R.").first.wait_for()
    page.goto(f"{address}/board")
    page.get_by_role("link", name="Mateo R.").first.wait_for()
    taken = [_shot(page, "board")]

    page.get_by_role("link", name="Mateo R.").first.click()
    move = page.get_by_role("button", name="Move", exact=True).first
    move.wait_for()
    taken.append(_shot(page, "case"))

    move.click()
    dialog = page.get_by_role("dialog")
    typed = dialog.locator("input[type=datetime-local]")
    typed.fill(_a_day_earlier(typed.input_value()))
    dialog.get_by_text("messages will go out").wait_for()
    taken.append(_shot(page, "move", of=dialog))
    dialog.get_by_role("button", name="Move and tell everyone").click()
    dialog.wait_for(state="detached")

    answer = _answer_link(page, address)
    phone = browser.new_context(viewport=PHONE, locale="en-US", java_script_enabled=False, color_scheme="light")
    invited = phone.new_page()
    invited.goto(answer)
    taken.append(_shot(invited, "answer"))
    return taken


def _a_day_earlier(wall: str) -> str:
    return (datetime.fromisoformat(wall) - timedelta(days=1)).strftime("%Y-%m-%dT%H:%M")


def _answer_link(page: Page, address: str) -> str:
    """Where a letter about the move leads: the supporter's own page."""
    for _ in range(60):
        page.goto(f"{address}/demo/mail")
        letter = page.locator("tr", has_text="@supporters.test").filter(has_text="MOVED")
        if letter.count():
            letter.first.get_by_role("link").click()
            found = re.search(r"/a/[\w-]{43}", page.locator("body").inner_text())
            if found:
                return address + found[0]
        time.sleep(1)
    raise CannotStart("No letter about the move came within a minute.")


def _shot(page: Page, name: str, *, of: Locator | None = None) -> Path:
    """The window as it stands, or one part ``of`` it."""
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(700)
    path = FOLDER / f"{name}.png"
    (of or page).screenshot(path=path)
    return path


@contextmanager
def demo() -> Iterator[tuple[str, str]]:
    """A whole `presencia up` in an empty folder, which is what `make run` starts. Yields its address and everyone's
    password. Raises :class:`CannotStart`.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    password = secrets.token_urlsafe(12)
    kept = {k: v for k, v in os.environ.items() if not k.startswith("PRESENCIA_") and k not in _SERVERS}
    with tempfile.TemporaryDirectory(prefix="presencia-pictures-") as home:
        told = {"PRESENCIA_HOME": home, "HOST": "127.0.0.1", "PORT": str(port), "PRESENCIA_DEMO_PASSWORD": password}
        running = subprocess.Popen([sys.executable, "-m", "commands", "up"], cwd=ROOT, env=kept | told)
        try:
            address = f"http://127.0.0.1:{port}"
            _wait(running, address)
            yield address, password
        finally:
            running.send_signal(signal.SIGTERM)
            running.wait(60)


def _wait(running: subprocess.Popen[bytes], address: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if running.poll() is not None:
            raise CannotStart("The demo stopped before it was ready; what it said stands above.")
        try:
            with urllib.request.urlopen(f"{address}/health/ready", timeout=2) as answer:  # noqa: S310 -- our own demo
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            pass
        time.sleep(0.5)
    raise CannotStart(f"The demo was not ready after {PATIENCE} seconds.")
