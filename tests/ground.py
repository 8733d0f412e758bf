"""The ground tests stand on: one migrated database a test process, cleared before each test that asks for it.

Clearing a database takes a few milliseconds, making one a tenth of a second, and an engine that has compiled its
statements is worth more than both. What many tests begin with (a house, a town) is built once by the verbs, *kept*, and
laid again row by row, so that it costs what copying costs.
"""

from __future__ import annotations

import io
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

import asyncpg

Built = TypeVar("Built")


@dataclass(frozen=True)
class Kept:
    """The rows of every table that has any, in PostgreSQL's binary COPY form, and where the sequences stand."""

    rows: dict[str, bytes]
    sequences: dict[str, int]


@dataclass
class Ground:
    """A database that is cleared and filled by its superuser, to whom no policy, trigger or reference applies."""

    connection: asyncpg.Connection[Any]
    tables: list[str]
    built: dict[str, tuple[Kept, Any]] = field(default_factory=dict)

    @classmethod
    async def at(cls, connection: asyncpg.Connection[Any]) -> Ground:
        """The database this superuser is connected to, freshly migrated. Rows that are there now stay for good."""
        await connection.execute("set session_replication_role = replica")
        names = await connection.fetch("select tablename from pg_tables where schemaname = 'public' order by 1")
        ground = cls(connection, [name for (name,) in names])
        ground.tables = sorted(set(ground.tables) - set(await ground._full()))
        return ground

    async def clear(self) -> None:
        """No rows in any table, and every sequence at its beginning."""
        full = await self._full()
        restart = [
            f"select setval('{name}', {start}, false)"
            for name, start in await self.connection.fetch(
                "select sequencename, start_value from pg_sequences"
                " where schemaname = 'public' and last_value is not null"
            )
        ]
        await self.connection.execute(";".join([f'delete from "{name}"' for name in full] + restart) or "select 1")

    async def begin_with(self, name: str, build: Callable[[], Awaitable[Built]]) -> Built:
        """What ``build`` makes on clear ground: built the first time, laid again ever after."""
        if name not in self.built:
            made = await build()
            self.built[name] = (await self._keep(), made)
            return made
        kept, found = self.built[name]
        for table, rows in kept.rows.items():
            await self.connection.copy_to_table(table, source=io.BytesIO(rows), format="binary")
        for sequence, value in kept.sequences.items():
            await self.connection.fetchval(f"select setval('{sequence}', {value})")
        known: Built = found
        return known

    async def _keep(self) -> Kept:
        rows = {}
        for table in await self._full():
            into = io.BytesIO()
            await self.connection.copy_from_table(table, output=into, format="binary")
            rows[table] = into.getvalue()
        sequences = await self.connection.fetch(
            "select sequencename, last_value from pg_sequences where schemaname = 'public' and last_value is not null"
        )
        return Kept(rows, dict(sequences))

    async def _full(self) -> list[str]:
        """Tables that hold rows."""
        asked = " union all ".join(f"select '{name}' where exists (select from \"{name}\")" for name in self.tables)
        return [name for (name,) in await self.connection.fetch(asked)]


__all__ = ["Ground", "Kept"]
