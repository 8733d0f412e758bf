"""How often an address may fail to sign in. Kept in Redis, so that a restart forgives nothing; while Redis is away, in
this process. The waits of one account lie in PostgreSQL (:mod:`casework.sign_in.passwords`) and hold in any case.
"""

from __future__ import annotations

import logging
import math
import time
from typing import Any

from limits import RateLimitItem, RateLimitItemPerHour, RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage, RedisStorage
from limits.aio.strategies import SlidingWindowCounterRateLimiter
from limits.errors import StorageError
from redis.asyncio import ConnectionPool

from casework.refusals import TooOften

log = logging.getLogger("presencia.throttle")

#: Failures to sign in from one address: an office behind one address types wrong now and then, a robot all day.
FAILURES = RateLimitItemPerMinute(30, 15, namespace="sign-in")
#: Visits at a provider that one address may begin: each asks something of somebody else's server.
VISITS = RateLimitItemPerMinute(60, 15, namespace="visits")
#: Letters with a link that one address may ask for.
LINKS = RateLimitItemPerHour(20, namespace="links")

#: Sightings that one address may send in an hour, right or not: a bus stop's neighbors share one, a robot has all day.
SIGHTINGS_TOLD = RateLimitItemPerHour(20, namespace="sightings")

#: Addresses and codes of shifts that were not right, from one address: whoever types wrong, not whoever guesses.
SHIFT_FAILURES = RateLimitItemPerMinute(40, 15, namespace="shifts")
#: Calendars that one address may fetch in a minute: an office, or all of one company's that poll for a thousand people,
#: stay far below. And those that it may ask for in vain: what ended is still asked for by whoever subscribed.
FETCHES = RateLimitItemPerMinute(600, namespace="feeds")
MISSES = RateLimitItemPerMinute(60, namespace="no feeds")

#: Passwords of devices that were not right, of one name at one address, and of all names there: a telephone that does
#: not know that its own has ended asks all day, and beside it sit others that do right.
DEVICE_FAILURES = RateLimitItemPerMinute(30, 15, namespace="devices")
DEVICE_FAILURES_OF_ALL = RateLimitItemPerMinute(300, 15, namespace="all-devices")


class Throttle:
    """One process's count. Addresses come as keyed indexes: nobody reads in Redis who was here."""

    def __init__(self, redis_url: str) -> None:
        self._here = SlidingWindowCounterRateLimiter(MemoryStorage())
        self._pool = (
            ConnectionPool.from_url(redis_url, socket_connect_timeout=1, socket_timeout=1) if redis_url else None
        )
        self._shared = SlidingWindowCounterRateLimiter(_shared(redis_url, self._pool)) if self._pool else self._here

    async def close(self) -> None:
        """Let go of Redis."""
        if self._pool is not None:
            await self._pool.aclose()

    async def check(self, limit: RateLimitItem, who: str) -> None:
        """Raises :class:`TooOften` when it was too often already."""
        for limiter in self._limiters():
            try:
                if not await limiter.test(limit, who):
                    raise await _too_often(limiter, limit, who)
            except StorageError as error:
                log.warning("the throttle counts here alone: %s", type(error).__name__)

    async def take(self, limit: RateLimitItem, who: str) -> None:
        """Once more, in one step: of a hundred who ask at one instant, no more pass than may. Raises
        :class:`TooOften`.
        """
        for limiter in self._limiters():
            try:
                if not await limiter.hit(limit, who):
                    raise await _too_often(limiter, limit, who)
            except StorageError as error:
                log.warning("the throttle counts here alone: %s", type(error).__name__)

    async def count(self, limit: RateLimitItem, who: str) -> None:
        """Once more."""
        for limiter in self._limiters():
            try:
                await limiter.hit(limit, who)
            except StorageError as error:
                log.warning("the throttle counts here alone: %s", type(error).__name__)

    async def passes_here(self, limit: RateLimitItem, who: str) -> bool:
        """Once more, and whether it was not too often: counted in this process alone, for doors that many knock at."""
        return await self._here.hit(limit, who)

    async def passed_here(self, limit: RateLimitItem, who: str) -> bool:
        """Whether once more would not be too often."""
        return await self._here.test(limit, who)

    def _limiters(self) -> list[SlidingWindowCounterRateLimiter]:
        return [self._here] if self._shared is self._here else [self._here, self._shared]


async def _too_often(limiter: SlidingWindowCounterRateLimiter, limit: RateLimitItem, who: str) -> TooOften:
    until = (await limiter.get_window_stats(limit, who)).reset_time
    return TooOften(max(1, math.ceil((until - time.time()) / 60)))


def _shared(url: str, pool: ConnectionPool) -> RedisStorage:
    options: dict[str, Any] = {"connection_pool": pool}
    return RedisStorage(
        f"async+{url}", wrap_exceptions=True, implementation="redispy", key_prefix="presencia", **options
    )


__all__ = [
    "DEVICE_FAILURES", "DEVICE_FAILURES_OF_ALL", "FAILURES", "FETCHES", "LINKS", "MISSES", "SHIFT_FAILURES",
    "SIGHTINGS_TOLD", "VISITS", "Throttle",
]  # fmt: skip
