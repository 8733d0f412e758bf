"""Open pages are told what changes: the right ones, soon, and no longer than they are signed in. Real server, real
Valkey, real streams.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import orjson
import pytest
from redis.asyncio import Redis
from sqlalchemy import update

from api import live
from api.house import cookie_name
from casework import actors, sign_in
from casework.news import CHANNEL
from casework.sign_in.sessions import end_all_sessions
from commands import scratch, valkey
from schema.organizations import Membership
from tests.journeys import steps
from tests.served import town
from tests.town import Seat, Town

_ = town
CHANGED = "subscription { changed { kind ids } }"
EVENTS = {"accept": "text/event-stream", "x-presencia": "1"}


class Page:
    """An open page: what it was told so far, and whether its stream has ended."""

    def __init__(self) -> None:
        self.told: list[list[dict[str, Any]]] = []
        self.over = asyncio.Event()
        self.stirred = asyncio.Event()

    async def until(self, holds: Callable[[], bool], within: float = 5) -> None:
        async with asyncio.timeout(within):
            while not holds():
                self.stirred.clear()
                await self.stirred.wait()

    def knows(self, kind: str, record: str | None = None) -> bool:
        return any(
            one["kind"] == kind and (record is None or record in one["ids"]) for news in self.told for one in news
        )


@asynccontextmanager
async def opened(town: Town, email: str, *, cookie: str | None = None) -> AsyncIterator[Page]:
    """A page of theirs that hears by now."""
    async with httpx.AsyncClient(base_url=town.settings.address, headers=EVENTS, timeout=30) as http:
        if cookie is None:
            async with town.database.transaction(actors.SIGN_IN) as tx:
                cookie = await sign_in.sign_in(tx, town.staff[email])
        http.cookies.set(cookie_name(town.settings), cookie)
        page = Page()
        async with http.stream("POST", "/graphql", json={"query": CHANGED}) as answer:
            assert answer.status_code == 200, await answer.aread()
            assert answer.headers["content-type"].startswith("text/event-stream")
            assert answer.headers["cache-control"] == "no-store"

            async def reading() -> None:
                try:
                    async for line in answer.aiter_lines():
                        if line.startswith("data: "):
                            page.told.append(orjson.loads(line[6:])["data"]["changed"])
                        page.stirred.set()
                        if line == "event: complete":
                            break
                except httpx.HTTPError:
                    pass
                page.over.set()
                page.stirred.set()

            task = asyncio.create_task(reading())
            await page.until(lambda: bool(page.told))
            assert page.told.pop(0) == []
            yield page
            task.cancel()


async def seat(town: Town, email: str) -> Seat:
    return await town.signed_in(email)


async def test_who_sees_a_case_is_told_within_a_second_and_who_does_not_is_told_nothing(town: Town) -> None:
    ana = await seat(town, "coordinator@demo.test")
    case = await steps.take_in_mateo(town, ana)
    async with opened(town, "coordinator@demo.test") as hers, opened(town, "coordinator@other.test") as his:
        began = asyncio.get_running_loop().time()
        hearing = await steps.schedule(town, ana, case["id"])
        await hers.until(lambda: hers.knows("OCCASION", hearing["occasion"]["id"]))
        assert asyncio.get_running_loop().time() - began < 2
        assert hers.knows("CASE", case["id"])
        # What it is told are ids.
        assert {name for news in hers.told for one in news for name in one} == {"kind", "ids"}

        # A word he may hear comes after it, and nothing else does.
        ben = await seat(town, "coordinator@other.test")
        theirs = await ben.do("takeInCase", "case { id }", organizationId=town.organizations["shoreline"],
                              publicName="Lucía", legalName="Lucía Paz")  # fmt: skip
        await his.until(lambda: his.knows("CASE", theirs["case"]["id"]))
        assert not his.knows("CASE", case["id"]) and not his.knows("OCCASION")
        assert not hers.knows("CASE", theirs["case"]["id"])


async def test_letters_that_were_sent_and_tasks_are_told_to_their_team(town: Town) -> None:
    ana = await seat(town, "coordinator@demo.test")
    luis = await seat(town, "attorney@demo.test")
    case = await steps.take_in_mateo(town, ana)
    hearing = await steps.schedule(town, ana, case["id"])
    await steps.represent(town, ana, luis, case["id"])
    async with opened(town, "coordinator@demo.test") as hers, opened(town, "coordinator@other.test") as his:
        added = await ana.do("addTask", "task { id }", organizationId=town.organizations["elm-city"],
                             caseId=case["id"], title="Call Rosa")  # fmt: skip
        await hers.until(lambda: hers.knows("TASK", added["task"]["id"]))

        await ana.do("rescheduleHearing", hearingId=hearing["id"], expectedRevision=0, startsAt="2026-12-04T09:00")
        hers.told.clear()
        assert await town.deliver()
        await hers.until(lambda: hers.knows("NOTICE"))
        assert hers.knows("OCCASION", hearing["occasion"]["id"])
        assert his.told == []


async def test_what_goes_through_valkey_is_kinds_and_ids_and_nothing_else(town: Town) -> None:
    ana = await seat(town, "coordinator@demo.test")
    said: list[bytes] = []
    async with Redis.from_url(town.settings.redis_url) as redis, redis.pubsub() as listening:
        await listening.subscribe(CHANNEL)
        await steps.take_in_mateo(town, ana)
        async with asyncio.timeout(5):
            while not said:
                heard = await listening.get_message(timeout=1)
                if heard and heard["type"] == "message":
                    said.append(heard["data"])
    for word in b",".join(said).decode().split(","):
        kind, _, record = word.partition(":")
        assert kind in {"case", "occasion", "notice", "task", "standing"}
        assert len(record) == 32 and int(record, 16)


async def test_before_whom_a_wall_is_raised_hears_of_that_case_no_more_and_asks_for_everything(town: Town) -> None:
    ana = await seat(town, "coordinator@demo.test")
    case = await steps.take_in_mateo(town, ana)
    seated = await ana.do(
        "addToTeam", "member { id }", caseId=case["id"], personId=town.person("attorney@demo.test"), role="PARALEGAL"
    )
    assert seated["__typename"] == "AddToTeamPayload", seated
    async with opened(town, "attorney@demo.test") as page, opened(town, "coordinator@demo.test") as hers:
        await ana.do("writeNote", "note { id }", caseId=case["id"], body="One.")
        await page.until(lambda: page.knows("CASE", case["id"]))

        raised = await ana.do(
            "raiseWall", caseId=case["id"], personId=town.person("attorney@demo.test"), reason="A relative of a party."
        )
        assert raised["__typename"] == "RaiseWallPayload", raised
        await page.until(lambda: page.knows("EVERYTHING"))
        page.told.clear()
        hers.told.clear()
        await ana.do("writeNote", "note { id }", caseId=case["id"], body="Two.")
        await hers.until(lambda: hers.knows("CASE", case["id"]))
        await asyncio.sleep(2 * live.TOGETHER)
        assert page.told == []


async def test_a_stream_ends_within_a_second_of_signing_out_and_no_other_does(town: Town) -> None:
    ana = await seat(town, "coordinator@demo.test")
    cookie = ana.http.cookies[cookie_name(town.settings)]
    async with (
        opened(town, "coordinator@demo.test", cookie=cookie) as here,
        opened(town, "coordinator@demo.test") as there,
    ):
        assert (await ana.http.delete("/session")).status_code == 204
        async with asyncio.timeout(1.5):
            await here.over.wait()
        assert not there.over.is_set()
        assert here.told == []


async def test_who_loses_their_place_is_told_nothing_more(town: Town) -> None:
    async with opened(town, "advocate@demo.test") as page:
        async with town.database.transaction(actors.OPERATOR) as tx:
            noor = town.staff["advocate@demo.test"]
            await tx.session.execute(update(Membership).where(Membership.person_id == noor).values(ended_at=tx.now))
            await end_all_sessions(tx, noor)
        async with asyncio.timeout(1.5):
            await page.over.wait()


async def test_a_page_that_only_waits_keeps_no_idle_session_open(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "LOOK", 0.2)
    async with opened(town, "coordinator@demo.test") as page:
        town.clock.forward(minutes=20)
        await asyncio.sleep(0.6)
        assert not page.over.is_set()
        town.clock.forward(minutes=11)
        async with asyncio.timeout(2):
            await page.over.wait()


async def test_what_a_page_asks_by_itself_keeps_no_idle_session_open_either(town: Town) -> None:
    ana = await seat(town, "coordinator@demo.test")
    by_itself = {"x-presencia-by-itself": "1"}
    asked = {"query": "{ viewer { language } }"}
    for minutes, headers, status in ((20, by_itself, 200), (11, by_itself, 401)):
        town.clock.forward(minutes=minutes)
        assert (await ana.http.post("/graphql", json=asked, headers=headers)).status_code == status

    ana = await seat(town, "attorney@demo.test")
    for _ in range(2):
        town.clock.forward(minutes=20)
        assert (await ana.http.post("/graphql", json=asked)).status_code == 200


async def test_one_person_has_so_many_open_pages_and_no_more(town: Town) -> None:
    async with asyncio.timeout(20):
        pages = [opened(town, "coordinator@demo.test") for _ in range(live.MOST)]
        open_pages = [await page.__aenter__() for page in pages]
        ana = await seat(town, "coordinator@demo.test")
        refused = await ana.http.post("/graphql", json={"query": CHANGED}, headers=EVENTS)
        assert refused.status_code == 429
        # Somebody else's are not counted.
        async with opened(town, "attorney@demo.test"):
            pass
        await pages[0].__aexit__(None, None, None)
        await asyncio.sleep(0.5)
        async with opened(town, "coordinator@demo.test"):
            pass
        for page in pages[1:]:
            await page.__aexit__(None, None, None)
        assert len(open_pages) == live.MOST


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"x-presencia": "1", "accept": "application/json"}, 406),
        ({"accept": "text/event-stream"}, 403),
        ({**EVENTS, "origin": "https://evil.example"}, 403),
        ({**EVENTS, "sec-fetch-site": "cross-site"}, 403),
        ({**EVENTS, "cookie": "presencia_session=nobody"}, 401),
    ],
)
async def test_a_stream_is_guarded_as_every_other_question_is(town: Town, headers: dict[str, str], status: int) -> None:
    async with town.database.transaction(actors.SIGN_IN) as tx:
        cookie = await sign_in.sign_in(tx, town.staff["coordinator@demo.test"])
    async with httpx.AsyncClient(base_url=town.settings.address) as http:
        answer = await http.post(
            "/graphql",
            json={"query": CHANGED},
            headers={"cookie": f"{cookie_name(town.settings)}={cookie}", **headers},
        )
    assert answer.status_code == status
    assert "text/event-stream" not in answer.headers["content-type"]


async def test_valkey_that_is_lost_ends_every_stream_and_one_that_is_back_is_heard_again(
    town: Town, tmp_path: Path
) -> None:
    password = secrets.token_hex(16)
    with scratch.folder() as home:

        def started() -> Any:
            return valkey.start(home / "v", password=password, notes=home / "notes", logs=home / "logs", lasting=False)

        server = started()
        at = town.app.state.house
        await at.close()
        at.news = town.database.news = live.News(server.url)
        at.live = live.Live(town.database, at.news)
        ana = await seat(town, "coordinator@demo.test")
        async with opened(town, "coordinator@demo.test") as page:
            server.stop()
            async with asyncio.timeout(5):
                await page.over.wait()
        # Acts are done all the same, and a page learns at once that it is on its own.
        case = await steps.take_in_mateo(town, ana)
        refused = await ana.http.post("/graphql", json={"query": CHANGED}, headers=EVENTS)
        assert refused.status_code == 503

        server = started()
        at.news._resting_until = 0.0
        if server.url != at.settings.redis_url:
            at.news = town.database.news = live.News(server.url)
            at.live = live.Live(town.database, at.news)
        async with opened(town, "coordinator@demo.test") as page:
            await ana.do("writeNote", "note { id }", caseId=case["id"], body="Back.")
            await page.until(lambda: page.knows("CASE", case["id"]))
        await at.live.stop()
        await at.news.close()
        server.stop()


async def test_a_server_that_is_told_to_stop_waits_for_no_open_page(town: Town) -> None:
    async with opened(town, "coordinator@demo.test") as page:
        await town.app.state.house.live.stop()
        async with asyncio.timeout(2):
            await page.over.wait()
        ana = await seat(town, "coordinator@demo.test")
        assert (await ana.http.post("/graphql", json={"query": CHANGED}, headers=EVENTS)).status_code == 503
