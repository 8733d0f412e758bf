"""Outside the court, without a signal: hearings are read, what happened is told once, and nothing stays behind."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest
from playwright.async_api import Page, expect
from sqlalchemy import func, select

from api.nodes import parts
from casework import actors
from schema.audit import AuditEntry
from schema.hearings import Hearing, HearingOutcome
from schema.sign_ins import Session
from tests.api.test_own_dates import knows, told_mother
from tests.browser.axe import findings
from tests.browser.conftest import come_in
from tests.browser.quiet import quiet
from tests.browser.test_everyone_can_use_it import PHONE
from tests.journeys import steps
from tests.town import PASSWORD, Town

pytestmark = pytest.mark.browser

ANA = "coordinator@demo.test"
#: The day of the first hearing, half an hour after it began: in Hartford half past nine.
MORNING = datetime(2026, 11, 24, 14, 30, tzinfo=UTC)
#: Every byte that this address left in the browser: stores as they lie there, caches with what is in them, and notes.
LEFT = """async () => {
  const bytes = (one) => Array.from(new Uint8Array(one), (byte) => String.fromCharCode(byte)).join('');
  const said = [JSON.stringify({...localStorage}), JSON.stringify({...sessionStorage}), document.cookie];
  const stores = [];
  for (const {name, version} of await indexedDB.databases()) {
    const database = await new Promise((ok) => {
      indexedDB.open(name, version).onsuccess = (e) => ok(e.target.result); });
    for (const store of database.objectStoreNames) {
      const rows = await new Promise((ok) => {
        database.transaction(store).objectStore(store).getAll().onsuccess = (e) => ok(e.target.result); });
      stores.push(`${name}/${store}: ${rows.length}`);
      for (const row of rows) said.push(JSON.stringify(row), row.sealed ? bytes(row.sealed) : '');
    }
    database.close();
  }
  const cached = [];
  for (const name of await caches.keys())
    for (const request of await (await caches.open(name)).keys()) {
      const {pathname} = new URL(request.url);
      cached.push(pathname);
      // What was built is the same for everybody, and maps are full of numbers.
      if (pathname.startsWith('/assets/')) continue;
      said.push(bytes(await (await (await caches.open(name)).match(request)).arrayBuffer()));
    }
  const workers = (await navigator.serviceWorker.getRegistrations()).map((one) => one.active?.scriptURL ?? '');
  return {said: said.join('\\n'), stores, cached, workers};
}"""
#: Of the case and of what was typed.
SECRET = ("Mateo", "C-10001", "He was let go", "628", "Ana Okafor")


async def two_hearings(town: Town) -> tuple[Any, Any]:
    """Mateo's hearing of this morning, and tomorrow's; the clock stands after the first began."""
    ana = await town.signed_in(ANA)
    case = await steps.take_in_mateo(town, ana)
    first = await steps.schedule(town, ana, case["id"], "2026-11-24T09:00")
    second = await steps.schedule(town, ana, case["id"], "2026-11-25T13:30")
    town.clock.now = MORNING
    return first, second


async def on_own_phone(page: Page, town: Town, *, own: bool = True) -> None:
    await page.set_viewport_size(PHONE)
    await page.clock.set_fixed_time(MORNING)
    await page.goto(f"{town.settings.address}/sign-in?next=/my-work")
    await page.get_by_label("E-mail").fill(ANA)
    await page.get_by_label("Password", exact=True).fill(PASSWORD)
    if own:
        await page.get_by_label("This phone or computer is my own").check()
    await page.get_by_role("button", name="Sign in", exact=True).click()
    await expect(page.get_by_role("region", name="My hearings").get_by_text("Courtroom 628").first).to_be_visible(
        timeout=20_000
    )


async def kept(page: Page) -> None:
    """Until the shell and the dates lie on the device."""
    await page.evaluate("navigator.serviceWorker.ready.then(() => 0)")
    async with asyncio.timeout(10):
        while "presencia/kept: 2" not in (left := await page.evaluate(LEFT))["stores"] or not left["cached"]:  # noqa: ASYNC110 -- another process tells
            await asyncio.sleep(0.2)


async def reported(town: Town, hearing: Any) -> tuple[HearingOutcome | None, int]:
    async with town.database.transaction(actors.OPERATOR) as tx:
        row = await tx.session.get_one(Hearing, parts(hearing["id"])[1])
        told = select(func.count()).select_from(AuditEntry).where(AuditEntry.act == "hearing.reported")
        return row.outcome, await tx.session.scalar(told) or 0


async def report(page: Page) -> None:
    await page.get_by_role("link", name="Report what happened").click()
    await page.get_by_role("button", name="Continued").click()
    await page.get_by_label("In a sentence").fill("He was let go")
    await page.get_by_role("button", name="Save the report").click()


async def test_without_a_signal_hearings_are_read_and_a_report_is_told_once_and_nothing_stays(
    page: Page, town: Town
) -> None:
    first, _ = await two_hearings(town)
    await on_own_phone(page, town)
    await kept(page)

    await page.context.set_offline(True)
    await page.goto(f"{town.settings.address}/my-work")
    await expect(page.get_by_text("Offline, as of 9:30")).to_be_visible()
    await expect(page.get_by_text("Wed, Nov 25", exact=False)).to_be_visible()
    await expect(page.get_by_text("Courtroom 628")).to_have_count(2)
    await report(page)
    await expect(page.get_by_text("Your report waits for a signal").first).to_be_visible()
    # What lies on the device is sealed.
    left = await page.evaluate(LEFT)
    assert [one for one in SECRET if one in left["said"]] == []
    assert "presencia/kept: 3" in left["stores"]
    assert (await reported(town, first)) == (None, 0)

    # The telephone is put away, and taken out again; then there is a signal.
    await page.reload()
    await expect(page.get_by_text("Your report waits for a signal").first).to_be_visible()
    await page.context.set_offline(False)
    async with asyncio.timeout(20):
        while (await reported(town, first))[0] is None:  # noqa: ASYNC110 -- another process tells
            await asyncio.sleep(0.2)
    await page.goto(f"{town.settings.address}/my-work")
    await expect(page.get_by_role("link", name="Report what happened")).to_have_count(0)
    assert await reported(town, first) == (HearingOutcome.CONTINUED, 1)

    await page.get_by_role("button", name="Your account").click()
    await page.get_by_role("menuitem", name="Sign out").click()
    await page.wait_for_url("**/sign-in")
    left = await page.evaluate(LEFT)
    assert (left["stores"], left["cached"], left["workers"]) == ([], [], [])
    assert [one for one in SECRET if one in left["said"]] == []


async def test_a_session_that_was_ended_elsewhere_takes_what_was_kept_with_it_and_says_what_was_lost(
    page: Page, town: Town
) -> None:
    first, _ = await two_hearings(town)
    await on_own_phone(page, town)
    await kept(page)
    await page.context.set_offline(True)
    await report(page)
    await expect(page.get_by_text("Your report waits for a signal").first).to_be_visible()

    async with town.database.transaction(actors.OPERATOR) as tx:
        for one in await tx.session.scalars(select(Session).where(Session.person_id == town.staff[ANA])):
            one.ended_at = tx.now
    await page.context.set_offline(False)

    await expect(page.get_by_text("1 thing you had noted without a signal was not sent")).to_be_visible(timeout=20_000)
    left = await page.evaluate(LEFT)
    assert (left["stores"], left["cached"]) == ([], [])
    assert [one for one in SECRET if one in left["said"]] == []
    assert await reported(town, first) == (None, 0)


async def test_on_a_shared_device_nothing_is_kept_and_a_refused_report_stays_with_its_sentence(
    page: Page, town: Town
) -> None:
    first, _ = await two_hearings(town)
    await on_own_phone(page, town, own=False)
    # What the report is made of has come with the page.
    await quiet(page)
    await page.context.set_offline(True)
    await report(page)
    await expect(page.get_by_text("Your report waits for a signal").first).to_be_visible()
    left = await page.evaluate(LEFT)
    assert (left["stores"], left["cached"], left["workers"]) == ([], [], [])
    assert [one for one in SECRET if one in left["said"]] == []

    # Luis was faster.
    luis = await town.signed_in("coordinator@demo.test")
    node = await luis.ask("query ($id: ID!) { node(id: $id) { ... on Hearing { revision } } }", id=first["id"])
    told = await luis.do(
        "reportHearing", hearingId=first["id"], expectedRevision=node["node"]["revision"], outcome="NOT_PRESENTED"
    )
    assert told["__typename"] == "ReportHearingPayload", told
    await page.context.set_offline(False)

    await expect(page.get_by_role("alert").first).to_be_visible(timeout=20_000)
    await expect(page.get_by_label("In a sentence")).to_have_value("He was let go")
    assert await reported(town, first) == (HearingOutcome.NOT_PRESENTED, 1)


@pytest.mark.parametrize("path", ["my-work", "calls"])
async def test_there_is_no_barrier_on_a_phone(page: Page, town: Town, path: str) -> None:
    await two_hearings(town)
    await page.set_viewport_size(PHONE)
    await page.clock.set_fixed_time(MORNING)
    await come_in(page, town, "attorney@demo.test", path)
    await expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert await findings(page) == []
    assert await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


async def test_calls_come_one_after_the_other_and_a_tap_can_be_taken_back_before_it_is_sent(
    page: Page, town: Town
) -> None:
    ana, _, hearing, _, _ = await told_mother(town)
    await page.set_viewport_size(PHONE)
    await come_in(page, town, ANA, "calls")
    calls = page.get_by_role("region", name="Calls to make")
    await expect(calls.get_by_text("Rosa R.", exact=True)).to_be_visible(timeout=20_000)
    await expect(calls.get_by_role("region", name="What to say")).to_contain_text("my name is Ana", ignore_case=True)
    # Others may hear it.
    await expect(calls.get_by_role("button", name="Left a message")).to_be_disabled()

    await calls.get_by_role("button", name="No answer").click()
    await calls.get_by_role("button", name="in an hour").click()
    await expect(calls.get_by_text("Rosa R.", exact=True)).to_have_count(0)
    await calls.get_by_role("button", name="Undo").click()
    await expect(calls.get_by_text("Rosa R.", exact=True)).to_be_visible()
    assert await knows(ana, hearing) == (1, [("OWED", None)])

    await calls.get_by_role("button", name="Reached and told").click()
    async with asyncio.timeout(25):
        while await knows(ana, hearing) != (0, [("CONFIRMED", "CALLED")]):  # noqa: ASYNC110 -- another process tells
            await asyncio.sleep(0.3)
    await expect(calls.get_by_text("Nobody is to be called now")).to_be_visible()
