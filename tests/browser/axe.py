"""What axe finds on a page by day and by night: as it stands in the middle of a test, or on a desk and on a telephone
from one load of it.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from playwright.async_api import Page, ViewportSize, expect

from casework.settings import ROOT
from tests.browser.quiet import quiet

AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
DESK: ViewportSize = {"width": 1440, "height": 900}
SMALL: ViewportSize = {"width": 360, "height": 740}

_RUN = """only => axe.run(only).then(found =>
  found.violations.map(one => [one.id, one.nodes.slice(0, 5).map(node => node.html.slice(0, 160))]))"""
#: WCAG 2.0 to 2.2, A and AA.
_ALL = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
#: What colours alone decide.
_COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
#: What still moves though its reader asked for stillness. A hundredth of a second is no movement.
_MOVING = """() => document.getAnimations()
  .filter(one => one.playState === 'running' && one.effect.getComputedTiming().activeDuration > 10)
  .map(one => `${one.animationName ?? one.transitionProperty}: ${one.effect.target?.outerHTML.slice(0, 120)}`)"""
#: New colours arrive at once while they are looked at: as transitions, however short, what inherits from what inherits
#: takes a frame each, on a long page for seconds.
_AT_ONCE = """at_once => { window.__at_once ??= new CSSStyleSheet(); const sheet = window.__at_once;
  sheet.replaceSync('*, ::before, ::after { transition: none !important; }');
  const others = document.adoptedStyleSheets.filter(one => one !== sheet);
  document.adoptedStyleSheets = at_once ? [...others, sheet] : others;
}"""
_DRAWN = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@cache
def _program() -> str:
    return AXE.read_text()


async def findings(page: Page) -> list[Any]:
    """What axe finds on a page as it stands, by day and, of its colours, by night."""
    # What is looked at is the whole page, with what it asked for drawn.
    await quiet(page)
    # From its top: what lies beneath the bar of a page that was scrolled is no smaller for that.
    await page.evaluate("scrollTo(0, 0)")
    await page.evaluate(_program())
    return await _by_day_and_night(page)


async def _by_day_and_night(page: Page, *, by_night: bool = True) -> list[Any]:
    """Of the night only what colours decide. It is day again afterwards."""
    await page.evaluate(_AT_ONCE, True)
    await page.emulate_media(color_scheme="light")
    await page.evaluate(_DRAWN)
    found: list[Any] = [["light", *one] for one in await page.evaluate(_RUN, _ALL)]
    if by_night:
        await page.emulate_media(color_scheme="dark")
        await page.evaluate(_DRAWN)
        found += [["dark", *one] for one in await page.evaluate(_RUN, _COLOURS)]
        await page.emulate_media(color_scheme="light")
        await page.evaluate(_DRAWN)
    await page.evaluate(_AT_ONCE, False)
    return found


async def amiss(page: Page, address: str, *, by_night: bool = True) -> list[Any]:
    """Open a page as somebody who asked for stillness. Returns what is wrong with it in any of the four looks, or in
    two where its colours by night were seen already.
    """
    found: list[Any] = []
    await page.emulate_media(color_scheme="light", reduced_motion="reduce")
    await page.set_viewport_size(DESK)
    await page.goto(address)
    await expect(page.get_by_role("heading", level=1).first).to_be_visible(timeout=20_000)
    await page.evaluate(_program())
    for size in (DESK, SMALL):
        await page.set_viewport_size(size)
        await quiet(page, within=60)
        await page.evaluate("scrollTo(0, 0)")
        where = f"{size['width']} px"
        found += [[where, "moves", one] for one in await page.evaluate(_MOVING)]
        if (wide := await page.evaluate(_WIDE)) > 0:
            found.append([where, f"{wide} pixels too wide"])
        found += [[where, *one] for one in await _by_day_and_night(page, by_night=by_night)]
    return found
