"""A great many rows at once: one transaction of the tables' owner, in which what guards single rows rests.

Row by row, policies, references and indexes cost ten times what the row itself does. So the owner takes them down,
copies the rows in, and puts every one of them up again, which PostgreSQL grants only when all rows satisfy it. All of
that is one transaction: others wait, and then see everything with its guards, or what was there before.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from operator import itemgetter
from typing import Any, TypeAlias
from uuid import UUID

import asyncpg
from sqlalchemy.ext.asyncio import AsyncSession

from casework.actors import OPERATOR
from casework.refusals import Invalid
from casework.transaction import Database, Transaction
from casework.vault import Vault
from schema.base import Led, Table

#: Told what is being done, how much of it is done, and of how much.
Progress = Callable[[str, int, int], None]

Connection: TypeAlias = "asyncpg.Connection[Any]"


def in_silence(what: str, done: int, total: int) -> None:
    """The progress of a caller who does not look."""


@asynccontextmanager
async def as_owner(owner_url: str, vault: Vault, *, now: datetime | None = None) -> AsyncIterator[Transaction]:
    """A transaction of the operator's, signed in as the owner of the tables. Whole, or nothing of it.

    Raises :class:`Invalid` when this login does not own them.
    """
    database = Database(owner_url, vault, pool_size=1)
    try:
        async with AsyncSession(database.engine, expire_on_commit=False, autoflush=False) as session, session.begin():
            tx = Transaction(session, OPERATOR, now or database.clock(), vault, None)
            connection = await connection_of(tx)
            if not await connection.fetchval(
                "select pg_has_role(relowner, 'usage') from pg_class where oid = 'cases'::regclass"
            ):
                raise Invalid("owner", "Only the owner of the tables takes in so much at once: set DATABASE_OWNER_URL.")
            # Indexes are built by sorting, and a sort of millions takes its time.
            await connection.execute("set local statement_timeout = 0; set local maintenance_work_mem = '256MB'")
            yield tx
            await tx.flush()
    finally:
        await database.close()


async def connection_of(tx: Transaction) -> Connection:
    """The driver's own connection, inside the same transaction."""
    await tx.session.flush()
    raw = await (await tx.session.connection()).get_raw_connection()
    found: Connection = raw.driver_connection  # type: ignore[assignment]
    return found


@asynccontextmanager
async def unguarded(
    connection: Connection, tables: Sequence[type[Table]], progress: Progress = in_silence
) -> AsyncIterator[None]:
    """Let policies, triggers, references, unique keys and further indexes of these tables rest inside, and stand again
    after.

    What other tables refer to stays: it is the time-ordered identity of a row, of which the next is always the last.
    """
    names = [table.__tablename__ for table in tables]
    # All at once and beforehand: waiting for one while holding another is how two stop each other.
    await connection.execute(f"lock table {', '.join(names)} in access exclusive mode")
    forced, references, keys, indexes = [
        list(await connection.fetch(asked, names)) for asked in (_FORCED, _REFERENCES, _KEYS, _INDEXES)
    ]
    for table, name, _ in [*references, *keys]:
        await connection.execute(f"alter table {table} drop constraint {name}")
    for name, _ in indexes:
        await connection.execute(f"drop index {name}")
    for (table,) in forced:
        # Copying is refused to whom a policy applies, be they the owner.
        await connection.execute(f"alter table {table} no force row level security")
    for name in names:
        await connection.execute(f"alter table {name} disable trigger user")
    yield
    again = [f"alter table {table} add constraint {name} {definition}" for table, name, definition in keys]
    again += [definition for _, definition in indexes]
    # Before references: how they are checked depends on how many rows the planner thinks there are.
    again += [f"analyze {name}" for name in names]
    again += [f"alter table {table} add constraint {name} {definition}" for table, name, definition in references]
    again += [f"alter table {table} force row level security" for (table,) in forced]
    again += [f"alter table {name} enable trigger user" for name in names]
    for done, statement in enumerate(again):
        progress("indexes", done, len(again))
        await connection.execute(statement)
    progress("indexes", len(again), len(again))


_FORCED = """
select quote_ident(relname) from pg_class
where oid = any ($1::text[]::regclass[]) and relforcerowsecurity order by relname"""

_REFERENCES = """
select conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) from pg_constraint
where conrelid = any ($1::text[]::regclass[]) and contype = 'f' order by 1, 2"""

#: Primary and unique keys that nothing refers to.
_KEYS = """
select k.conrelid::regclass::text, quote_ident(k.conname), pg_get_constraintdef(k.oid) from pg_constraint k
where k.conrelid = any ($1::text[]::regclass[]) and k.contype in ('p', 'u') and array_length(k.conkey, 1) > 1
  and not exists (select from pg_constraint f where f.contype = 'f' and f.conindid = k.conindid)
order by 1, 2"""

#: Indexes of their own, not those of keys. Partial ones stay: their condition, written out and read again, would be
#: another one of the same meaning.
_INDEXES = """
select i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) from pg_index i
where i.indrelid = any ($1::text[]::regclass[]) and i.indpred is null
  and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
order by 1"""


class Rows:
    """Rows on their way in, by table. Those of one table all name the same columns."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._waiting: dict[type[Table], list[dict[str, Any]]] = {}
        #: Who leads each case whose rows wait: the database, which otherwise sees to it, looks away.
        self.leads: dict[UUID, UUID] = {}

    def of(self, table: type[Table]) -> list[dict[str, Any]]:
        """Where to put rows of this table."""
        return self._waiting.setdefault(table, [])

    async def send(self) -> None:
        """Copy in what waits."""
        for table, rows in self._waiting.items():
            if rows:
                if issubclass(table, Led):
                    for row in rows:
                        row["lead_organization_id"] = self.leads[row["case_id"]]
                columns = tuple(rows[0])
                await self._connection.copy_records_to_table(
                    table.__tablename__, records=map(itemgetter(*columns), rows), columns=columns
                )
                rows.clear()
        self.leads.clear()


async def sweep(owner_url: str, tables: Sequence[type[Table]]) -> None:
    """Let the planner and index-only readings know what came in. After the transaction: it cannot be part of one."""
    connection = await asyncpg.connect(owner_url.replace("+asyncpg", "", 1))
    try:
        await connection.execute("set maintenance_work_mem = '256MB'")
        await connection.execute(f"vacuum (analyze) {', '.join(table.__tablename__ for table in tables)}")
    finally:
        await connection.close()


@dataclass(frozen=True, slots=True)
class Filled:
    """One table after it was filled: its rows, and its bytes with those of its indexes."""

    table: str
    rows: int
    bytes: int


async def counted(owner_url: str, tables: Sequence[type[Table]]) -> list[Filled]:
    """How much is in these tables, every row counted; the largest first."""
    names = [table.__tablename__ for table in tables]
    connection = await asyncpg.connect(owner_url.replace("+asyncpg", "", 1))
    try:
        found = [
            Filled(
                name,
                await connection.fetchval(f"select count(*) from {name}"),  # noqa: S608 -- names are the schema's
                await connection.fetchval("select pg_total_relation_size($1::text::regclass)", name),
            )
            for name in names
        ]
    finally:
        await connection.close()
    return sorted(found, key=lambda one: -one.bytes)
