"""Connections for reading: no transaction around a statement, and row-level security told who looks only when that
changes.

The actor is set for the session, so a connection must never serve one reader under another's name. One wrapper sees to
it: it names the actor before every statement unless the connection already knows them, and a connection on which
anything went wrong, cancellation included, knows nobody until it is told again. Behind a pooler in transaction mode
settings of the session would be lost or shared: :meth:`Lines.refuse_a_pooler` finds that out.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import asyncpg

from casework.actors import Place, Standing, SystemName
from casework.refusals import Refusal

#: Prepared statements a connection keeps: the plan of a large page is megabytes on the server.
_PREPARED = 60
_TELL = "select tell_reader($1, $2, $3, false)"


@dataclass(frozen=True, slots=True)
class Looking:
    """Who looks: a person, where they stand, and what walls keep from them; or the house in one capacity. And at what
    instant, empty for the database's own clock. The database works out for itself what the person may see, once, and
    again when where they stand has changed.
    """

    person: UUID | None = None
    places: tuple[Place, ...] = ()
    seats: tuple[tuple[UUID, ...], ...] = ()
    walled: tuple[UUID, ...] = ()
    system: SystemName | None = None
    clock: str = ""

    @classmethod
    def of(cls, standing: Standing, clock: str) -> Looking:
        return cls(standing.person_id, standing.places, standing.seats, standing.walled, clock=clock)

    @property
    def told(self) -> tuple[str, str, str]:
        return (str(self.person) if self.person else "", self.system.value if self.system else "", self.clock)


def _refused_by_server(error: BaseException) -> bool:
    """The database itself answered with an error and is ready for more. The client raises some of the same kinds by
    itself, between naming a statement and running it.
    """
    return isinstance(error, asyncpg.PostgresError) and getattr(error, "severity", None) is not None


class PoolerBetween(Exception):
    """Something between us and PostgreSQL gives each statement another connection."""


class Line:
    """One connection, and whom row-level security takes it for. None: nobody knows."""

    def __init__(self, connection: asyncpg.Connection[Any]) -> None:
        self.connection = connection
        self.known: Looking | None = None

    async def value(self, looking: Looking, statement: str, values: Sequence[Any]) -> Any:
        """The one value of a statement, asked as this actor."""
        await self._tell(looking)
        return await self.connection.fetchval(statement, *values)

    async def rows(self, looking: Looking, statement: str, values: Sequence[Any]) -> list[Any]:
        """The rows of a statement, asked as this actor."""
        await self._tell(looking)
        return list(await self.connection.fetch(statement, *values))

    async def arrived(self, statement: str, values: Sequence[Any]) -> Any:
        """The row of a statement that finds out who looks and tells the connection; the caller says whom it knows."""
        self.known = None
        return await self.connection.fetchrow(statement, *values)

    async def _tell(self, looking: Looking) -> None:
        if self.known == looking:
            return
        self.known = None
        await self.connection.execute(_TELL, *looking.told)
        self.known = looking


class Lines:
    """At most ``size`` connections, opened when they are needed. Whoever last served the same actor serves again."""

    def __init__(self, url: str, *, size: int) -> None:
        self._url = url.replace("+asyncpg", "", 1)
        self._free: list[Line] = []
        self._room = asyncio.Semaphore(size)
        self._size, self._open = size, 0

    @asynccontextmanager
    async def line(self, looking: Looking | None) -> AsyncIterator[Line]:
        """One connection for a while: the one that knows this actor, if there is one; for nobody yet, any. After any
        error it knows nobody, and one that may be broken is thrown away.
        """
        async with self._room:
            line = self._pick(looking)
            if line is None:
                # Counted before it is there: others look for room meanwhile.
                self._open += 1
                try:
                    line = Line(await self._connect())
                except BaseException:
                    self._open -= 1
                    raise
            try:
                yield line
            except Refusal:
                # Ours, between two statements: the connection is as it was.
                self._free.append(line)
                raise
            except BaseException as error:
                line.known = None
                if _refused_by_server(error) and not line.connection.is_closed():
                    self._free.append(line)
                else:
                    # A statement may still be running on it, or be half told: it would keep its locks.
                    line.connection.terminate()
                    self._open -= 1
                raise
            self._free.append(line)

    def _pick(self, looking: Looking | None) -> Line | None:
        """The free connection that knows this actor; else, unless there is room for one more, the one that has rested
        longest.
        """
        closed = [line for line in self._free if line.connection.is_closed()]
        self._open -= len(closed)
        self._free = [line for line in self._free if line not in closed]
        known = next((line for line in reversed(self._free) if looking and line.known == looking), None)
        if known is None and (not self._free or (looking is not None and self._open < self._size)):
            return None
        found = known or self._free[0]
        self._free.remove(found)
        return found

    async def _connect(self) -> asyncpg.Connection[Any]:
        return await asyncpg.connect(
            self._url,
            statement_cache_size=_PREPARED,
            max_cached_statement_lifetime=0,
            max_cacheable_statement_size=256 * 1024,
            server_settings={
                "jit": "off",
                "timezone": "UTC",
                "statement_timeout": "60000",
                # A statement is planned once, not five times and then again.
                "plan_cache_mode": "force_generic_plan",
                # A page is a few rows: each finds what hangs on it by an index, whatever the planner guesses.
                "enable_hashjoin": "off",
                "enable_mergejoin": "off",
                "enable_material": "off",
                "enable_bitmapscan": "off",
                "application_name": "presencia reading",
            },
        )

    async def refuse_a_pooler(self) -> None:
        """Raises :class:`PoolerBetween` when settings of a session do not last from one statement to the next."""
        nobody = Looking(clock="2000-01-01T00:00:00Z")
        async with self.line(nobody) as line:
            first = await line.value(nobody, "select pg_backend_pid()", [])
            for _ in range(3):
                said = await line.rows(
                    nobody, "select pg_backend_pid() as pid, current_setting('presencia.now', true) as now", []
                )
                if said[0]["pid"] != first or said[0]["now"] != nobody.clock:
                    raise PoolerBetween(
                        "Readings need a connection of their own to PostgreSQL: put the pooler into session mode,"
                        " or name the server itself in DATABASE_URL."
                    )

    async def close(self) -> None:
        """Close what is free. Nothing runs on it, so that nobody has to be waited for."""
        for line in self._free:
            line.connection.terminate()
        self._free.clear()
        self._open = 0


__all__ = ["Line", "Lines", "Looking", "PoolerBetween"]
