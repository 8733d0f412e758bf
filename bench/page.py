"""The built page in Chromium on a slow machine: what its first visit loads, when it stands, how it answers while a
hundred thousand rows are scrolled, and how long a change of route takes.

The production build is served as it is deployed. The processor is slowed four times (Chrome's own throttle), nothing is
cached, and of three visits the best counts, because whatever else the machine does falls on the others.
"""

from __future__ import annotations

import asyncio
import gzip
import socket
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Any

import uvicorn
from playwright.async_api import Browser, BrowserContext, CDPSession, Page, async_playwright

from api.app import create_app
from api.house import cookie_name
from api.serving import Server
from bench.bars import Bars, load
from bench.house import House, open_house
from casework import sign_in
from casework.actors import OPERATOR, SIGN_IN
from commands import page as pages
from commands import trials
from schema.organizations import Membership, Role

BOARD = "/board"
#: How many times slower the processor is than this one.
SLOWER = 4
#: Kilobytes (of 1,000 bytes), milliseconds.
MOST_SCRIPT, MOST_PAINT, MOST_INTERACTION, MOST_ROUTE = 200, 2_000, 100, 300

_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
          "--disable-component-update", "--disable-sync"]  # fmt: skip
#: Remembers what the browser itself tells of paints, of answers to input, and of tasks that held everything up.
_WATCH = """
window.__seen = { paint: 0, events: [], tasks: [], frames: [] };
for (const [type, more] of [['largest-contentful-paint', {}], ['event', { durationThreshold: 16 }], ['longtask', {}]])
  new PerformanceObserver(list => { for (const one of list.getEntries()) {
    if (type === 'largest-contentful-paint') window.__seen.paint = one.startTime;
    else if (type === 'event') window.__seen.events.push([one.name, one.duration]);
    else window.__seen.tasks.push(one.duration);
  } }).observe({ type, buffered: true, ...more });
"""
#: From the press of a button until the page that it leads to was painted with its title, and until nothing of it is
#: still to come: [first, whole].
_FOLLOW = """want => { window.__gone = new Promise(done => {
  let began = null, title = null;
  const old = document.querySelector('main h1');
  addEventListener('pointerdown', pressed => { began = pressed.timeStamp; }, { capture: true, once: true });
  const there = () => { const now = document.querySelector('main h1');
    return began !== null && new RegExp(want).test(location.pathname) && now && now !== old; };
  const painted = then => requestAnimationFrame(() => setTimeout(() => then(performance.now() - began)));
  const look = () => {
    if (there() && title === null) { title = 0; painted(spent => { title = spent; }); }
    if (there() && title && !document.querySelector('main [aria-busy="true"]')) painted(spent => done([title, spent]));
    else requestAnimationFrame(look);
  };
  look();
}); }"""
#: The board's grid, and what scrolls in it: itself, what it lies in, or the whole page.
_GRID = """() => { const grid = document.querySelector('main [role=grid]'); if (!grid) return null;
  let at = grid; while (at && at !== document.body && !(at.scrollHeight > at.clientHeight + 1
    && /auto|scroll/.test(getComputedStyle(at).overflowY))) at = at.parentElement;
  window.__scroller = !at || at === document.body ? document.scrollingElement : at;
  return { rows: Number(grid.getAttribute('aria-rowcount')), drawn: grid.querySelectorAll('[role=row]').length,
    high: window.__scroller.scrollHeight }; }"""
#: The longest time between two frames, from now until it is asked for.
_FRAMES = """() => { let last = performance.now(); window.__seen.events.length = 0; window.__seen.tasks.length = 0;
  window.__scrolling = true; const tick = now => { window.__seen.frames.push(now - last); last = now;
  if (window.__scrolling) requestAnimationFrame(tick); }; requestAnimationFrame(tick); }"""


@dataclass
class Visit:
    """A browser that was never here, signed in, slowed down."""

    page: Page
    throttle: CDPSession
    scripts: set[str]
    #: Bytes of scripts as they came through the network.
    carried: int = 0


@dataclass
class Served:
    """A deployment behind a port, and the session of whoever looks at all of it."""

    house: House
    address: str
    secret: str

    @property
    def cases(self) -> int:
        return self.house.cases


async def _sees_everything(house: House) -> str:
    """A session of a coordinator whom every legal provider has engaged: as many rows as there are cases."""
    known = await house.bare.fetch(
        "select id from organizations where kind = 'legal_provider' and id <> $1", house.organization
    )
    async with house.database.transaction(OPERATOR) as tx:
        for row in known:
            tx.session.add(Membership(organization_id=row["id"], person_id=house.coordinator, role=Role.COORDINATOR))
    async with house.database.transaction(SIGN_IN) as tx:
        return await sign_in.sign_in(tx, house.coordinator)


async def measure_page(sizes: tuple[int, ...], rounds: int, bars: Bars) -> None:
    """Measure in a deployment of each size; the last is the one that is scrolled through."""
    await asyncio.to_thread(pages.build)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=trials.chromium(), args=_FLAGS)
        for cases in sizes:
            async with open_house(cases, floor=False) as house, _served(house) as served:
                print(f"\n{cases:,} cases, made in {house.built_in:.0f} s. Load {load()}", flush=True)
                await _first_visit(browser, served, rounds, bars)
                await _routes(browser, served, rounds, bars)
                await _scrolling(browser, served, rounds, bars)
                print(f"load {load()}", flush=True)
        await browser.close()


@asynccontextmanager
async def _served(house: House) -> AsyncIterator[Served]:
    """The deployment behind a port of its own, as `presencia serve` serves it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings = house.settings.model_copy(update={"port": port})
    settings.__dict__.pop("address", None)
    app = create_app(settings, database=house.database)
    server = Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="warning", access_log=False), app)
    serving = asyncio.create_task(server.serve())
    while not server.started:  # noqa: ASYNC110 -- uvicorn tells it by a flag
        await asyncio.sleep(0.05)
    yield Served(house, settings.address, await _sees_everything(house))
    server.should_exit = True
    await serving


@asynccontextmanager
async def _visiting(browser: Browser, served: Served) -> AsyncIterator[Visit]:
    async with AsyncExitStack() as stack:
        context: BrowserContext = await browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-US")
        stack.push_async_callback(context.close)
        name = cookie_name(served.house.settings)
        await context.add_cookies([{"name": name, "value": served.secret, "url": served.address}])
        await context.add_init_script(_WATCH)
        page = await context.new_page()
        session = await context.new_cdp_session(page)
        visit = Visit(page, session, set())
        await _listen(visit)
        await session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        yield visit


async def _listen(visit: Visit) -> None:
    """Count what scripts weigh on the wire, headers left out."""
    scripts: dict[str, str] = {}

    def answered(told: dict[str, Any]) -> None:
        if told["type"] == "Script":
            scripts[told["requestId"]] = told["response"]["url"]

    def arrived(told: dict[str, Any]) -> None:
        if (url := scripts.get(told["requestId"])) is not None:
            visit.carried += int(told["encodedDataLength"])
            visit.scripts.add(url.rpartition("/")[2])

    visit.throttle.on("Network.responseReceived", answered)
    visit.throttle.on("Network.loadingFinished", arrived)
    await visit.throttle.send("Network.enable")


async def _stands(page: Page) -> None:
    """The board is there, and nothing of it is still to come."""
    await page.locator("main h1").first.wait_for(timeout=120_000)
    await page.locator('main a[href^="/cases/"]').first.wait_for(timeout=120_000)
    while await page.locator('main [aria-busy="true"]').count():  # noqa: ASYNC110 -- the page tells it no other way
        await asyncio.sleep(0.05)
    # What is fetched when nothing else is to do, and paints that follow.
    await asyncio.sleep(1)


def _zipped(names: set[str]) -> float:
    """What these scripts weigh by gzip, in kilobytes."""
    total = 0
    for name in names:
        for path in (pages.DIST / "assets" / name, pages.DIST / name):
            if path.is_file():
                total += len(gzip.compress(path.read_bytes(), 9))
    return total / 1000


async def _first_visit(browser: Browser, served: Served, rounds: int, bars: Bars) -> None:
    weighed = carried = paint = float("inf")
    for _ in range(rounds):
        async with _visiting(browser, served) as visit:
            await visit.page.goto(served.address + BOARD)
            await _stands(visit.page)
            weighed = min(weighed, _zipped(visit.scripts))
            carried = min(carried, visit.carried / 1000)
            paint = min(paint, float(await visit.page.evaluate("window.__seen.paint")))
    print(f"{'scripts of the first visit, on the wire':58}{carried:10,.1f} kB", flush=True)
    bars.note(f"{served.cases:,} cases: scripts of the board's first visit, kB gz", weighed, must=MOST_SCRIPT)
    bars.note(f"{served.cases:,} cases: largest contentful paint, ms", paint, must=MOST_PAINT)


async def _routes(browser: Browser, served: Served, rounds: int, bars: Bars) -> None:
    """From the board to a case, to the calendar, to the tasks, and back to the board, as people press."""
    best: dict[str, float] = {}
    titles: dict[str, float] = {}
    for _ in range(rounds):
        async with _visiting(browser, served) as visit:
            page = visit.page
            await page.goto(served.address + BOARD)
            await _stands(page)
            side = page.get_by_role("navigation", name="Main", exact=True)
            for name, link, want in (
                ("board → case", page.locator('main a[href^="/cases/"]').first, r"^/cases/"),
                ("case → calendar", side.locator('a[href^="/calendar"]').first, "^/calendar"),
                ("calendar → tasks", side.locator('a[href^="/tasks"]').first, "^/tasks"),
                ("tasks → board", side.locator(f'a.nav[href="{BOARD}"], a[href="{BOARD}"]').last, f"^{BOARD}$"),
            ):
                # People rest on a link before they press it; a third of a second is what most do at least.
                await link.hover()
                await asyncio.sleep(0.3)
                await page.evaluate(_FOLLOW, want)
                await link.click()
                title, spent = await page.evaluate("window.__gone")
                best[name] = min(best.get(name, float("inf")), spent)
                titles[name] = min(titles.get(name, float("inf")), title)
                await asyncio.sleep(0.5)
    for name, spent in best.items():
        print(f"{f'{name}: its title stands, ms':58}{titles[name]:10,.0f}", flush=True)
        bars.note(f"{served.cases:,} cases: {name}, ms", spent, must=MOST_ROUTE)


async def _scrolling(browser: Browser, served: Served, rounds: int, bars: Bars) -> None:
    """Wheel, keys and a press in the middle of it."""
    worst, longest, gap, reached = float("inf"), float("inf"), float("inf"), 0
    rows = drawn = 0
    for _ in range(rounds):
        async with _visiting(browser, served) as visit:
            page = visit.page
            await page.goto(served.address + BOARD)
            await _stands(page)
            grid = await page.evaluate(_GRID)
            if grid is None:
                print("FAILED: the board has no [role=grid] within main: nothing to scroll through.", flush=True)
                bars.note(f"{served.cases:,} cases: the board's grid", 0, least=1)
                return
            rows, drawn = grid["rows"], max(drawn, grid["drawn"])
            await page.evaluate(_FRAMES)
            await _scroll(page)
            seen = await page.evaluate("() => { window.__scrolling = false; return window.__seen; }")
            answers = [spent for name, spent in seen["events"] if name in _ANSWERED]
            worst = min(worst, max(answers, default=0.0))
            longest = min(longest, max(seen["tasks"], default=0.0))
            gap = min(gap, max(seen["frames"][1:], default=0.0))
            reached = max(reached, int(await page.evaluate("window.__scroller.scrollTop")))
            drawn = max(drawn, (await page.evaluate(_GRID))["drawn"])
    print(f"{'rows, of which drawn at most':58}{rows:10,}{drawn:8,}")
    print(f"{'longest task, longest time between frames, ms':58}{longest:10,.0f}{gap:8,.0f}", flush=True)
    bars.note(f"{served.cases:,} cases: answer while {rows:,} rows are scrolled, ms", worst, must=MOST_INTERACTION)
    bars.note(f"{served.cases:,} cases: pixels that were scrolled", reached, least=10_000)


#: What Event Timing tells of a press or a key (as "interaction to next paint" does).
_ANSWERED = frozenset({"keydown", "keyup", "pointerdown", "pointerup", "click", "mousedown", "mouseup"})


async def _scroll(page: Page) -> None:
    grid = page.locator("main [role=grid]")
    await grid.scroll_into_view_if_needed()
    await page.mouse.move(720, 700)
    for turn in range(60):
        await page.mouse.wheel(0, 1_500)
        if turn % 10 == 5:
            # On the header of the page, which takes a press without leaving it; then on through the rows.
            await page.mouse.click(720, 20)
            await page.mouse.move(720, 700)
        await asyncio.sleep(0.03)
    row = grid.locator("[role=row][tabindex='0'], [role=gridcell][tabindex='0'], [tabindex='0']").first
    if await row.count():
        await row.focus()
    for key in ("PageDown", "PageDown", "ArrowDown", "ArrowDown", "End", "PageUp", "ArrowUp"):
        await page.keyboard.press(key)
        await asyncio.sleep(0.1)
    await asyncio.sleep(1)
