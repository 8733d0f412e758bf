"""The tests' own watch over what leaves a page: it would be heard, however it was asked."""

from __future__ import annotations

import pytest
from playwright.async_api import Page

from tests.browser.outside import Outside

pytestmark = pytest.mark.browser


async def test_a_request_to_another_machine_is_heard(page: Page, outside: Outside) -> None:
    await page.set_content('<img src="http://fonts.example/one.png"><link rel="preconnect" href="https://cdn.example">')

    async with page.expect_event("requestfailed"):
        await page.evaluate("fetch('https://stats.example/hit', { mode: 'no-cors' }).catch(() => null)")

    heard = " ".join(outside.asked)
    assert "fonts.example" in heard and "stats.example" in heard
    outside.asked.clear()
