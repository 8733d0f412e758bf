"""News: a word through Redis or Valkey of which records a commit touched, so that open pages ask for them again.

It carries kinds and ids and nothing else: whoever reads along learns that something happened to something. What it is
lies in PostgreSQL, and a page is told of an id only after its viewer was found to see that record
(:func:`casework.reading.told`). A page whose stream is lost asks by itself every half minute;
a lost word waits for the next.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Collection
from enum import StrEnum
from uuid import UUID

from redis.asyncio import Redis
from redis.exceptions import RedisError

#: Where the word is said.
CHANNEL = "presencia:news"
#: Ids in one word.
AT_ONCE = 500
#: After a failure, nothing is said for this long.
_REST = 5.0

log = logging.getLogger(__name__)


class NewsKind(StrEnum):
    """What was touched."""

    CASE = "case"
    OCCASION = "occasion"
    NOTICE = "notice"
    TASK = "task"
    #: Where somebody stands, or whether they are still signed in: the id is the person's. Never told to a page.
    STANDING = "standing"


#: A kind, and the id of the record.
Touched = tuple[NewsKind, UUID]


class News:
    """One process's way to say and to hear it. Without an address it says nothing, and hears nothing."""

    def __init__(self, redis_url: str) -> None:
        self._redis: Redis | None = (
            Redis.from_url(redis_url, socket_connect_timeout=1, socket_timeout=1) if redis_url else None
        )
        self._resting_until = 0.0
        self._untold: set[Touched] = set()
        self._saying: asyncio.Task[None] | None = None

    def tell(self, touched: Collection[Touched]) -> None:
        """Say what was touched, after the commit that did it. Never waits, never fails."""
        if self._redis is None or not touched or time.monotonic() < self._resting_until:
            return
        self._untold.update(touched)
        if self._saying is None or self._saying.done():
            self._saying = asyncio.get_running_loop().create_task(self._say())

    async def _say(self) -> None:
        while self._untold and self._redis is not None:
            told = [self._untold.pop() for _ in range(min(AT_ONCE, len(self._untold)))]
            try:
                await self._redis.publish(CHANNEL, ",".join(f"{kind}:{record.hex}" for kind, record in told))
            except (RedisError, OSError) as error:
                self._resting_until = time.monotonic() + _REST
                self._untold.clear()
                log.warning("open pages could not be told; they ask by themselves: %s", type(error).__name__)

    async def heard(self) -> AsyncIterator[frozenset[Touched]]:
        """What is being touched; nothing, at first, as soon as every later word will be heard. Raises RedisError."""
        if self._redis is None:
            return
        async with self._redis.pubsub() as listening:
            await listening.subscribe(CHANNEL)
            while True:
                said = await listening.get_message(timeout=1)
                if said is not None:
                    yield _read(said["data"]) if said["type"] == "message" else frozenset()

    async def close(self) -> None:
        if self._saying is not None and not self._saying.done():
            await asyncio.wait([self._saying], timeout=1)
        if self._redis is not None:
            await self._redis.aclose()


def _read(said: bytes) -> frozenset[Touched]:
    """What a word says. Of a word that is none of ours, nothing."""
    try:
        parts = (one.partition(":") for one in said.decode().split(","))
        return frozenset((NewsKind(kind), UUID(hex=record)) for kind, _, record in parts)
    except ValueError:
        return frozenset()


__all__ = ["News", "NewsKind", "Touched"]
