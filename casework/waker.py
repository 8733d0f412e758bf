"""Waking the worker: a word through Redis or Valkey that something is due.

It only saves seconds. What is due lies in PostgreSQL, and the worker looks there by itself every few seconds, so a word
that is lost is no letter that is lost. Therefore waking never waits and never fails.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Mapping
from typing import Any, cast

import orjson
from redis.asyncio import Redis
from redis.exceptions import RedisError

#: Where the word is said.
CHANNEL = "presencia:due"
#: The worker writes it every few seconds; it fades when the worker does.
HEARTBEAT = "presencia:worker"
#: What the worker tells of its carriers' lines, by channel.
LINES = "presencia:lines"
#: Seconds after which it is old.
_LINES_FADE = 120
#: After a failure, the queue is left alone for this long.
_REST = 5.0

log = logging.getLogger(__name__)


class Waker:
    """One process's way to wake the worker. Without an address it does nothing."""

    def __init__(self, redis_url: str) -> None:
        self._redis: Redis | None = (
            Redis.from_url(redis_url, socket_connect_timeout=1, socket_timeout=1) if redis_url else None
        )
        self._resting_until = 0.0
        self._saying: asyncio.Task[None] | None = None

    def wake(self) -> None:
        """Say that something is due, after the commit that made it so."""
        if self._redis is None or time.monotonic() < self._resting_until:
            return
        if self._saying is None or self._saying.done():
            self._saying = asyncio.get_running_loop().create_task(self._say())
        else:
            # One that is being said may have been heard already: say it again after it.
            self._saying.add_done_callback(lambda _: self.wake())

    async def _say(self) -> None:
        if self._redis is None:
            return
        try:
            await self._redis.publish(CHANNEL, b"due")
        except (RedisError, OSError) as error:
            self._resting_until = time.monotonic() + _REST
            log.warning("the worker could not be woken; it looks by itself: %s", type(error).__name__)

    async def heard(self) -> AsyncIterator[None]:
        """Every time something is said to be due; many words at once are one. For the worker. Raises RedisError."""
        if self._redis is None:
            return
        async with self._redis.pubsub(ignore_subscribe_messages=True) as listening:
            await listening.subscribe(CHANNEL)
            while True:
                if await listening.get_message(timeout=1) is None:
                    continue
                while await listening.get_message(timeout=0) is not None:
                    pass
                yield

    async def worker_alive(self) -> bool:
        """Whether a worker wrote its heartbeat within the last seconds."""
        if self._redis is None:
            return False
        try:
            return bool(await cast(Awaitable[int], self._redis.exists(HEARTBEAT)))
        except (RedisError, OSError):
            return False

    async def tell_lines(self, lines: Mapping[str, Any]) -> None:
        """Say how the carriers' lines are, for whoever watches. Never fails: it only saves a look into the log."""
        if self._redis is None:
            return
        try:
            await self._redis.set(LINES, orjson.dumps(lines), ex=_LINES_FADE)
        except (RedisError, OSError) as error:
            log.info("nobody was told how the lines are: %s", type(error).__name__)

    async def lines(self) -> dict[str, Any]:
        """How the carriers' lines are, as a worker told within the last minutes; empty when none did."""
        if self._redis is None:
            return {}
        try:
            said = await cast(Awaitable[bytes | None], self._redis.get(LINES))
            found = orjson.loads(said) if said else {}
        except (RedisError, OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    async def close(self) -> None:
        if self._saying is not None and not self._saying.done():
            await asyncio.wait([self._saying], timeout=1)
        if self._redis is not None:
            await self._redis.aclose()
