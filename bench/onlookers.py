"""Everybody outside who could be shown something: whoever opens a public page, whoever holds a link or a calendar
address, whoever is written to. What they find is held against what is cleared (:mod:`bench.cleared`).

They ask two processes of the house in turn, each with what it kept from before, and come back with the tags they were
given. So an answer that was right a moment ago and is not any more is found as well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, fields
from email.headerregistry import Address
from html import unescape
from typing import Any

from fastapi import FastAPI
from sqlalchemy import select

from api.app import create_app
from bench.campaign import Campaign
from bench.cleared import Cleared
from bench.rules import Row
from bench.told import AGREED
from casework import actors, disclosure, notices
from casework.actors import LinkKind
from casework.settings import Settings
from casework.transaction import Database
from schema.invitations import Audience
from schema.occasions import Occasion

FORMS = {"page": "", "poster": "/poster", "calendar": "/calendar.ics", "picture": "/picture.png"}
GONE = (404, 410)
WRITING = notices.House("http://127.0.0.1:8000", Address("Presencia", "presencia", "legal-aid.test"))


class Answer:
    """What a process of the house answers, without any network."""

    def __init__(self) -> None:
        self.status, self.headers, self.body = 0, {}, b""  # type: tuple[int, dict[str, str], bytes]

    async def receive(self) -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(self, message: Any) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.headers = {name.decode().lower(): value.decode("latin-1") for name, value in message["headers"]}
        elif message["type"] == "http.response.body":
            self.body += message.get("body", b"")


@dataclass
class Seen:
    """What they were shown in all, and what of it was not theirs to see."""

    #: By surface: how often it was asked, and how often it showed anything.
    asked: Counter[str] = field(default_factory=Counter)
    shown: Counter[str] = field(default_factory=Counter)
    violations: list[str] = field(default_factory=list)
    #: Kept from anybody though it was cleared: no leak, and yet not what was promised.
    kept_back: list[str] = field(default_factory=list)


class Onlookers:
    """Those of one house, which two processes serve."""

    def __init__(self, doors: list[FastAPI], seen: Seen) -> None:
        self.doors, self.seen = doors, seen
        #: What a reader was given under a tag, by address and form.
        self._had: dict[tuple[str, str], dict[str, str]] = {}
        self._turn = self._glances = 0

    def forget(self) -> None:
        """Another world begins."""
        self._had.clear()

    async def _get(self, path: str, known: Iterable[str] = (), query: str = "") -> Answer:
        """Ask the other process than before, from another address: nobody here asks too often."""
        self._turn += 1
        client = f"10.{self._turn >> 16 & 255}.{self._turn >> 8 & 255}.{self._turn & 255}"
        headers = [(b"host", b"127.0.0.1:8000"), *([(b"if-none-match", ", ".join(known).encode())] if known else [])]
        scope = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "path": path,
            "raw_path": path.encode(), "query_string": query.encode(), "root_path": "", "scheme": "http",
            "server": ("127.0.0.1", 8000), "client": (client, 1), "headers": headers,
        }  # fmt: skip
        answer = Answer()
        await self.doors[self._turn % len(self.doors)](scope, answer.receive, answer.send)
        return answer

    async def glance(self, campaign: Campaign, cleared: Cleared, said: str) -> None:
        """Every public page, now and then in one more of its forms, and one of the other surfaces in turn."""
        form = ("poster", "calendar", "picture")[self._turn // 2 % 3] if self._turn % 4 == 0 else "page"
        pages = self._some(campaign.rows["public_pages"], 2)
        await self._pages(pages, cleared, ("page",) if form == "page" else ("page", form), said)
        self._glances += 1
        beside = (self._calendars, self._answer_pages, self._cards, self._post)[self._glances % 4]
        await beside(campaign, cleared, said)

    async def stare(self, campaign: Campaign, cleared: Cleared, said: str) -> None:
        """Every surface."""
        await self._pages(self._some(campaign.rows["public_pages"], 3), cleared, FORMS, said)
        await self._cards(campaign, cleared, said)
        await self._answer_pages(campaign, cleared, said)
        await self._calendars(campaign, cleared, said)
        await self._post(campaign, cleared, said)

    def _some(self, rows: list[Row], most: int) -> list[Row]:
        """The newest of them, and one of the others in turn."""
        if len(rows) <= most:
            return rows
        self._turn += 1
        return (
            [*rows[1 - most :], rows[self._turn % (len(rows) - most + 1)]]
            if most > 1
            else [rows[self._turn % len(rows)]]
        )

    # Each surface.

    async def _pages(self, pages: Iterable[Row], cleared: Cleared, forms: Iterable[str], said: str) -> None:
        for page in pages:
            for form in forms:
                await self._page(cleared, page, form, said)

    async def _page(self, cleared: Cleared, page: Row, form: str, said: str) -> None:
        address, allowed = page["address"], cleared.page(page, form)
        had = self._had.setdefault((address, form), {})
        known = had if self._turn % 3 else ()
        answer = await self._get(f"/p/{address}{FORMS[form]}", known, "lang=es" if self._turn % 5 == 0 else "")
        surface = f"public {form}"
        self.seen.asked[surface] += 1
        there = answer.status in (200, 304)
        self.seen.shown[surface] += there
        if there == (allowed is None) or (not there and answer.status not in GONE):
            where = self.seen.violations if there else self.seen.kept_back
            where.append(f"{said}: {surface} {answer.status}, must be {'there' if allowed is not None else 'gone'}")
            return
        tag = answer.headers.get("etag", "")
        if form == "picture":
            text = ""
        elif answer.status == 304:
            text = had.get(tag, "")
            if tag not in had:
                self.seen.violations.append(f"{said}: {surface} is the same as what nobody had")
        else:
            text = read(answer)
        if there and tag:
            had[tag] = text
        self._judge(cleared, surface, text, allowed or set(), said)

    async def _cards(self, campaign: Campaign, cleared: Cleared, said: str) -> None:
        wanted = [(row, eyes) for row in self._some(campaign.rows["occasions"], 5) for eyes in AGREED]
        async with campaign.database.transaction(actors.DELIVERY) as tx:
            occasions = {one.id: one for one in await tx.session.scalars(select(Occasion))}
            made = await disclosure.cards_for(
                tx, [(occasions[row["id"]], Audience(eyes), None) for row, eyes in wanted]
            )
        for (row, eyes), card in zip(wanted, made, strict=True):
            surface = f"card, {eyes}"
            self.seen.asked[surface] += 1
            self.seen.shown[surface] += card is not None
            if card is not None:
                if cleared.card(row, eyes) is None:
                    self.seen.violations.append(f"{said}: {surface}, where there must be none")
                self._judge(cleared, surface, repr(card), cleared.shown(row, eyes), said)

    async def _answer_pages(self, campaign: Campaign, cleared: Cleared, said: str) -> None:
        standing = [one for one in campaign.rows["invitations"] if one["state"] != "withdrawn"]
        over = [one for one in campaign.rows["invitations"] if one["state"] == "withdrawn"]
        for one in (*self._some(standing, 3), *self._some(over, 1)):
            secret = campaign.database.vault.link_secret(LinkKind.INVITATION, one["id"], one["generation"])
            allowed = cleared.answer_page(one)
            for what, path in (("answer page", f"/a/{secret}"), ("calendar entry", f"/a/{secret}/calendar.ics")):
                answer = await self._get(path)
                surface = f"{what}, {one['audience']}"
                self._count(surface, answer)
                # No entry that is kept holds what only the live page says.
                theirs = allowed if what == "answer page" else allowed & cleared.shown(
                    cleared.occasions[one["occasion_id"]], one["audience"], one["token"]
                )  # fmt: skip
                self._judge(cleared, surface, read(answer), theirs, said)

    async def _calendars(self, campaign: Campaign, cleared: Cleared, said: str) -> None:
        for person, secret in campaign.calendars.items():
            answer = await self._get(f"/feeds/{secret}.ics")
            self._count("calendar", answer)
            self._judge(cleared, "calendar", read(answer), cleared.feed(person), said)

    async def _post(self, campaign: Campaign, cleared: Cleared, said: str) -> None:
        """The letters that are due now, as the worker writes them; all are carried."""
        while True:
            async with campaign.database.transaction(actors.DELIVERY) as tx:
                batch = await notices.claim_due(tx, limit=100)
            if not batch:
                return
            async with campaign.database.transaction(actors.DELIVERY) as tx:
                outgoing = await notices.prepare(tx, batch, WRITING)
            for one in outgoing:
                notice = await campaign.notice(one.notice_id)
                if notice["audience"] not in AGREED or notice["occasion_id"] is None:
                    continue
                surface = f"letter, {notice['audience']}"
                self.seen.asked[surface] += 1
                self.seen.shown[surface] += 1
                written = " ".join(written_in(one.letter))
                self._judge(cleared, surface, written, cleared.letter(notice), f"{said} ({notice['kind']})")
            async with campaign.database.transaction(actors.DELIVERY) as tx:
                carried = notices.Outcome.CARRIED
                await notices.settle(tx, [notices.Said(one.notice_id, one.attempt, carried) for one in outgoing])

    def _count(self, surface: str, answer: Answer) -> None:
        self.seen.asked[surface] += 1
        self.seen.shown[surface] += answer.status == 200
        if answer.status >= 500 or answer.status == 429:
            self.seen.violations.append(f"{surface}: {answer.status}")

    def _judge(self, cleared: Cleared, surface: str, text: str, allowed: set[str], said: str) -> None:
        for word in cleared.told_too_much(text, allowed):
            self.seen.violations.append(f"{said}: {surface} shows {word}")

    def house_keeps(self, campaign: Campaign, cleared: Cleared, said: str) -> None:
        """A taking back took along what it had cleared."""
        if campaign.acted is not None:
            self.seen.violations += [f"{said}: {one}" for one in cleared.left_standing(campaign.acted)]


def read(answer: Answer) -> str:
    """The words of an answer and of its headers: markup undone, calendar lines joined."""
    headers = " ".join(f"{name}: {value}" for name, value in answer.headers.items())
    kind = answer.headers.get("content-type", "")
    if kind.startswith("image/"):
        return headers
    text = answer.body.decode().replace("\r\n ", "").replace("\\,", ",")
    return f"{headers} {text} {unescape(text)}"


def written_in(letter: Any) -> Iterable[str]:
    """All that a letter says, whatever carries it."""
    for one in fields(letter):
        value = getattr(letter, one.name)
        if isinstance(value, bytes):
            yield value.decode().replace("\r\n ", "").replace("\\,", ",")
        elif value is not None:
            yield unescape(str(value))


@asynccontextmanager
async def two_processes(settings: Settings, databases: list[Database], seen: Seen) -> AsyncIterator[Onlookers]:
    """The house served twice, each process with a database and a memory of its own."""
    async with AsyncExitStack() as stack:
        doors = []
        for database in databases:
            app = create_app(settings, database=database)
            await stack.enter_async_context(app.router.lifespan_context(app))
            doors.append(app)
        yield Onlookers(doors, seen)


__all__ = ["FORMS", "GONE", "Onlookers", "Seen", "read", "two_processes", "written_in"]
