"""The keyboard alone: to a thing by Tab, as far as that is, with the focus in sight at every stop."""

from __future__ import annotations

from playwright.async_api import Locator, Page

#: Stops until a thing that cannot be reached is given up. The menu, the bar and a filter are some thirty.
MOST_STOPS = 160

_STOP = """() => { const at = document.activeElement;
  const ringed = one => { const seen = getComputedStyle(one);
    return (seen.outlineStyle !== 'none' && parseFloat(seen.outlineWidth) > 0) || seen.boxShadow !== 'none'; };
  // A field may ring its frame, and a hidden radio the pill that stands for it.
  const near = [at, at.parentElement, at.nextElementSibling, at.closest('[class*="-root"], [class*="-wrapper"]'),
    at.closest('.mantine-Input-input')];
  return { what: at.outerHTML.slice(0, 160), nowhere: at === document.body,
    ringed: near.some(one => one && ringed(one)) }; }"""


async def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until ``wanted`` has the focus. Every stop on the way can be seen."""
    unseen = []
    for _ in range(MOST_STOPS):
        if await wanted.evaluate("one => one === document.activeElement || one.contains(document.activeElement)"):
            assert not unseen, f"the focus went out of sight: {unseen}"
            return
        await page.keyboard.press("Tab")
        stop = await page.evaluate(_STOP)
        if not stop["nowhere"] and not stop["ringed"]:
            unseen.append(stop["what"])
    raise AssertionError(f"Tab does not lead to {wanted} within {MOST_STOPS} stops")


async def press(page: Page, wanted: Locator, key: str = "Enter") -> None:
    """Go to a button or a link by Tab, and press it."""
    await tab_to(page, wanted)
    await page.keyboard.press(key)


async def type_into(page: Page, wanted: Locator, words: str) -> None:
    """Go to a field by Tab, and type in place of what stands there."""
    await tab_to(page, wanted)
    await page.keyboard.press("Control+a")
    await page.keyboard.type(words)
