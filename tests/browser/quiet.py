"""When a page has what it asked for. An open page holds a stream for news, so that its lines are never idle: that one
question is left out.
"""

from __future__ import annotations

import asyncio
from weakref import WeakKeyDictionary

from playwright.async_api import BrowserContext, Page, Request

_ASKED: WeakKeyDictionary[Page, set[Request]] = WeakKeyDictionary()
#: Seconds without a question, as browsers' "network idle" counts them.
_IDLE = 0.5


def watch(context: BrowserContext) -> None:
    """Keep what each page of a context has asked for and not got yet: from now on."""
    for page in context.pages:
        _asked(page)
    context.on("page", lambda page: _asked(page))


def _asked(page: Page) -> set[Request]:
    if (known := _ASKED.get(page)) is not None:
        return known
    asked: set[Request] = set()
    _ASKED[page] = asked

    def begun(request: Request) -> None:
        if "subscription ChangedRecords" not in (request.post_data or ""):
            asked.add(request)

    page.on("request", begun)
    page.on("requestfinished", lambda request: asked.discard(request))
    page.on("requestfailed", lambda request: asked.discard(request))
    return asked


async def quiet(page: Page, *, within: float = 30) -> None:
    """Wait until a page asks for nothing more and shows nothing that is still to come."""
    asked = _asked(page)
    await page.wait_for_load_state("load")
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(within):
        since = loop.time()
        while loop.time() - since < _IDLE:
            if asked or await page.locator('[aria-busy="true"]').count():
                since = loop.time()
            await asyncio.sleep(0.05)


__all__ = ["quiet", "watch"]
