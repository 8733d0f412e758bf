"""Runs migrations, one transaction each, as the owner of the tables.

Whoever calls alembic hands over a connection or a URL in ``config.attributes``; by hand the URL is
``DATABASE_OWNER_URL``, else ``DATABASE_URL``.
"""

from __future__ import annotations

import asyncio
import os
from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import Connection, pool, text
from sqlalchemy.ext.asyncio import create_async_engine

import schema
from schema.base import SealedColumn, Table

assert schema.__doc__  # noqa: S101 -- importing it is the point: every table is then known to the metadata

#: Any number, the same for all of us: two migrators at once wait for each other.
ADVISORY_LOCK = 7_237_262_401


def run(connection: Connection) -> None:
    """Migrate over this connection, alone: a second one waits."""
    connection.execute(text("select pg_advisory_lock(:key)"), {"key": ADVISORY_LOCK})
    # A migration that cannot have its lock within seconds gives up, instead of stopping everyone behind it. Set only
    # now: the limit counts for the wait above, too.
    connection.execute(text("set lock_timeout = '5s'"))
    connection.execute(text("set statement_timeout = '10min'"))
    connection.commit()
    try:
        context.configure(
            connection=connection,
            target_metadata=Table.metadata,
            transaction_per_migration=True,
            compare_type=True,
            compare_server_default=True,
            render_item=render_item,
        )
        with context.begin_transaction():
            context.run_migrations()
    finally:
        connection.rollback()
        connection.execute(text("select pg_advisory_unlock(:key)"), {"key": ADVISORY_LOCK})
        connection.commit()


def render_item(kind: str, item: Any, autogen: AutogenContext) -> str | Literal[False]:
    """A migration must not import today's nouns: sealed columns are bytes to it."""
    if kind == "type" and isinstance(item, SealedColumn):
        return "sa.LargeBinary()"
    return False


async def connect_and_run(url: str) -> None:
    """The same over a connection of its own."""
    engine = create_async_engine(url, poolclass=pool.NullPool)
    async with engine.connect() as connection:
        await connection.run_sync(run)
    await engine.dispose()


def url_by_hand() -> str:
    """Where to migrate when alembic was typed by hand."""
    url = os.environ.get("DATABASE_OWNER_URL") or os.environ.get("DATABASE_URL")
    if not url:
        raise SystemExit("Set DATABASE_OWNER_URL, or use `presencia migrate`.")
    return "postgresql+asyncpg://" + url.partition("://")[2]


given: Connection | None = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    asyncio.run(connect_and_run(context.config.attributes.get("url") or url_by_hand()))
