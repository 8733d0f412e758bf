"""Open pages, told by themselves which records to ask for again.

A page subscribes by POST /graphql, as it asks anything else, and is answered with server-sent events (GraphQL over SSE,
distinct connections mode): the same headers, the same guard against other sites, the same cookie, no second door. What
it is told is a kind and ids; the records it asks for then, as always.

A stream ends with its session, after :data:`LONGEST`, when the process stops, or when Redis is away. A page without one
asks by itself every half minute.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import orjson
from redis.exceptions import RedisError
from starlette.requests import Request
from starlette.responses import StreamingResponse

from api.guards import BadRequest
from casework import access, reading
from casework.actors import Standing
from casework.news import News, NewsKind, Touched
from casework.reading import Arrival
from casework.transaction import Database

log = logging.getLogger("presencia.live")

#: Streams of one person: a browser has six lines to a server, and shows one tab.
MOST = 6
#: Seconds between two looks whether the session stands, whatever is told.
LOOK = 15.0
#: Seconds in which what is touched is told together: an act touches many records.
TOGETHER = 0.25
#: Seconds between two tellings at least: while letters go by the thousand, pages are told now and then.
CALM = 0.8
#: Seconds after which a page has to come again.
LONGEST = 900.0
#: Seconds to wait until every word will be heard.
_READY = 2.0
#: More than so many at once are told as everything.
_MANY = 200

#: What a page is told of one commit; None: of everything, ask again.
Tellings = dict[NewsKind, list[UUID]] | None


@dataclass(eq=False)
class Stream:
    """One open page."""

    person_id: UUID
    touched: set[Touched] = field(default_factory=set)
    #: Something to look at.
    stirred: asyncio.Event = field(default_factory=asyncio.Event)
    ended: bool = False

    def end(self) -> None:
        self.ended = True
        self.stirred.set()


class Live:
    """The open pages of one process."""

    def __init__(self, database: Database, news: News) -> None:
        self._database = database
        self._news = news
        self._streams: dict[UUID, set[Stream]] = {}
        self._hearing: asyncio.Task[None] | None = None
        self._ready = asyncio.Event()
        self._stopping = False

    async def open(self, person_id: UUID) -> Stream:
        """A stream for somebody. Raises :class:`BadRequest`: 429 for one too many, 503 while nothing is heard."""
        if self._stopping:
            raise BadRequest(503, "The server is about to stop: ask by yourself.")
        theirs = self._streams.setdefault(person_id, set())
        if len(theirs) >= MOST:
            raise BadRequest(429, f"There are {MOST} open pages of yours already: ask by yourself.")
        stream = Stream(person_id)
        theirs.add(stream)
        if self._hearing is None or self._hearing.done():
            self._ready.clear()
            self._hearing = asyncio.create_task(self._hear())
        try:
            await asyncio.wait_for(self._ready.wait(), _READY)
        except TimeoutError:
            self.close(stream)
        if stream.ended:
            raise BadRequest(503, "Nothing is heard at the moment: ask by yourself.")
        return stream

    def close(self, stream: Stream) -> None:
        stream.end()
        theirs = self._streams.get(stream.person_id, set())
        theirs.discard(stream)
        if not theirs:
            self._streams.pop(stream.person_id, None)
        if not self._streams and self._hearing is not None:
            # Nobody listens.
            self._hearing.cancel()

    async def stop(self) -> None:
        """The process stops: every page has to come again."""
        self._stopping = True
        for stream in self._everybody():
            self.close(stream)
        if self._hearing is not None:
            self._hearing.cancel()
            await asyncio.wait([self._hearing], timeout=2)

    def _everybody(self) -> list[Stream]:
        return [stream for theirs in self._streams.values() for stream in theirs]

    async def _hear(self) -> None:
        """Pass on what is heard, until it can't be heard any more: then every page is on its own, and knows it."""
        try:
            async for touched in self._news.heard():
                self._ready.set()
                self._pass_on(touched)
        except (RedisError, OSError) as error:
            log.warning("nothing is heard; open pages ask by themselves: %s", type(error).__name__)
        finally:
            self._ready.clear()
            for stream in self._everybody():
                self.close(stream)

    def _pass_on(self, touched: frozenset[Touched]) -> None:
        records = {one for one in touched if one[0] is not NewsKind.STANDING}
        stirred = {person for kind, person in touched if kind is NewsKind.STANDING}
        for stream in self._everybody():
            if records:
                stream.touched |= records
            if records or stream.person_id in stirred:
                stream.stirred.set()

    async def follow(self, stream: Stream, arrive: Callable[[], Awaitable[Arrival | None]]) -> AsyncIterator[Tellings]:
        """What a page is told, until its stream ends: nothing, at first, as soon as it hears."""
        until = asyncio.get_running_loop().time() + LONGEST
        standing: Standing | None = None
        try:
            while not stream.ended and asyncio.get_running_loop().time() < until:
                arrival = await arrive()
                if arrival is None or arrival.person.id != stream.person_id:
                    return
                if standing is None:
                    yield {}
                elif access.may_see_less(standing, arrival.standing) or len(stream.touched) > _MANY:
                    # What they have open may be theirs no longer, and no record of it would be told.
                    stream.touched.clear()
                    yield None
                elif stream.touched:
                    touched, stream.touched = stream.touched, set()
                    if found := await reading.told(self._database, arrival.person, touched):
                        yield found
                standing = arrival.standing
                looked = asyncio.get_running_loop().time()
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(stream.stirred.wait(), LOOK)
                    await asyncio.sleep(max(TOGETHER, looked + CALM - asyncio.get_running_loop().time()))
                stream.stirred.clear()
        finally:
            self.close(stream)


def event_stream(results: AsyncGenerator[Any, None], ended: Callable[[], Awaitable[None]]) -> StreamingResponse:
    """Results of a subscription as server-sent events: ``next`` for each, and ``complete``."""

    async def lines() -> AsyncIterator[bytes]:
        coming: asyncio.Task[Any] | None = None
        try:
            while True:
                coming = coming or asyncio.ensure_future(anext(results, None))
                done, _ = await asyncio.wait([coming], timeout=LOOK)
                if not done:
                    # So that whatever stands between lets the line stay open.
                    yield b":\n\n"
                    continue
                result, coming = coming.result(), None
                if result is None:
                    break
                said: dict[str, Any] = {"data": result.data}
                if result.errors:
                    said["errors"] = [error.formatted for error in result.errors]
                yield b"event: next\ndata: " + orjson.dumps(said, default=str) + b"\n\n"
            yield b"event: complete\ndata:\n\n"
        finally:
            if coming is not None:
                coming.cancel()
                await asyncio.wait([coming])
            await results.aclose()
            await ended()

    return StreamingResponse(
        lines(),
        media_type="text/event-stream",
        headers={"cache-control": "no-store", "x-accel-buffering": "no"},
    )


def wants_events(request: Request) -> bool:
    """Whether a request can be answered with server-sent events."""
    return "text/event-stream" in request.headers.get("accept", "")


__all__ = ["Live", "Stream", "Tellings", "event_stream", "wants_events"]
