"""Bring a database to the newest migration, say where it stands, and write the first migration anew."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import Any

import asyncpg
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Sequence, pool
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.schema import CreateSequence, DropSequence

from migrations import roles
from migrations.roles import NotReady

HERE = Path(__file__).resolve().parent
FIRST = "0001"
FIRST_FILE = HERE / "versions" / "0001_the_nouns.py"
FIRST_DOCSTRING = '''"""The nouns: every table of :mod:`schema`.

Written by `make migration-fresh` until the first release; from then on it is history.

Revision ID: 0001
"""'''
OLDEST_SERVER = 150000


def head() -> str:
    """The newest migration in this release."""
    found = ScriptDirectory.from_config(_config()).get_current_head()
    if found is None:
        raise NotReady("There is no migration.")
    return found


async def current(url: str) -> str | None:
    """The migration a database stands at; nothing when it is empty. ``url`` may be the application's own."""
    connection = await roles.connect(url)
    try:
        if await connection.fetchval("select to_regclass('public.alembic_version')") is None:
            return None
        found: str | None = await connection.fetchval("select version_num from alembic_version")
        return found
    finally:
        await connection.close()


async def migrate(owner_url: str, app_url: str | None = None) -> str:
    """Run what is missing as the owner and let the application's login become its role. Returns the revision."""
    connection = await roles.connect(owner_url)
    try:
        version = await connection.fetchval("select current_setting('server_version_num')::int")
        if version < OLDEST_SERVER:
            raise NotReady(f"PostgreSQL 15 or newer is needed; this is {version // 10000}.")
    finally:
        await connection.close()
    # Alembic's env runs an event loop of its own.
    await asyncio.to_thread(command.upgrade, _config(url=owner_url), "head")
    connection = await roles.connect(owner_url)
    try:
        # Doors ask where the database stands.
        await connection.execute(f"grant select on alembic_version to {roles.APP}")
    finally:
        await connection.close()
    if app_url is not None and not await roles.may_become(app_url, roles.APP):
        await _let_become(owner_url, roles.user_of(app_url) or "")
    return head()


async def _let_become(owner_url: str, login: str) -> None:
    connection = await roles.connect(owner_url)
    try:
        await connection.execute(f'grant {roles.APP} to "{login}"')
    except asyncpg.InsufficientPrivilegeError as error:
        raise NotReady(
            f"The login of DATABASE_URL must be {roles.APP} or may become it, and the owner may not grant that."
            f" Ask the database's administrator for: GRANT {roles.APP} TO {login};"
        ) from error
    finally:
        await connection.close()


async def differences(owner_url: str) -> list[str]:
    """How the tables of a migrated database differ from the nouns, one line each."""
    from schema.base import Table

    def compare(connection: Connection) -> list[str]:
        options: dict[str, Any] = {"compare_type": True, "compare_server_default": True}
        return [
            repr(item)
            for item in compare_metadata(MigrationContext.configure(connection, opts=options), Table.metadata)
        ]

    engine = create_async_engine(owner_url, poolclass=pool.NullPool)
    async with engine.connect() as connection:
        found = await connection.run_sync(compare)
    await engine.dispose()
    return found


async def write_first(scratch_url: str) -> Path:
    """Write ``0001_the_nouns.py`` anew from the nouns. Only before the first release: later ones are history.

    ``scratch_url`` is an empty database owned by its login.
    """
    for old in FIRST_FILE.parent.glob(f"{FIRST}*.py"):
        old.unlink()
    later = sorted(FIRST_FILE.parent.glob("0*.py"))
    aside = [(path, path.with_suffix(".aside")) for path in later]
    for path, hidden in aside:
        path.rename(hidden)
    try:
        await asyncio.to_thread(
            command.revision, _config(url=scratch_url), message="The nouns", autogenerate=True, rev_id=FIRST
        )
    finally:
        for path, hidden in aside:
            hidden.rename(path)
    made = next(path for path in FIRST_FILE.parent.glob(f"{FIRST}*.py"))
    body = made.read_text()
    made.unlink()
    body = re.sub(r'^""".*?"""', FIRST_DOCSTRING, body, flags=re.DOTALL)
    FIRST_FILE.write_text(_with_what_autogenerate_leaves_out(body))
    return FIRST_FILE


def _with_what_autogenerate_leaves_out(body: str) -> str:
    """Sequences, and the foreign keys of tables that point at each other."""
    from schema.base import Table

    sequences: dict[str, Sequence] = Table.metadata._sequences  # no public name for it
    circular = [key for table in Table.metadata.sorted_tables for key in table.foreign_key_constraints if key.use_alter]
    first = [f"op.execute({str(CreateSequence(one))!r})" for _, one in sorted(sequences.items())]
    last = [
        f"op.create_foreign_key({key.name!r}, {key.table.name!r}, {key.referred_table.name!r},"
        f" {key.column_keys!r}, {[element.column.name for element in key.elements]!r})"
        for key in circular
    ]
    undone_first = [f"op.drop_constraint({key.name!r}, {key.table.name!r})" for key in circular]
    undone_last = [f"op.execute({str(DropSequence(one))!r})" for _, one in sorted(sequences.items())]
    upgrade, downgrade = body.split("def downgrade() -> None:\n")
    head, upgrade = upgrade.split("def upgrade() -> None:\n")
    return (
        f"{head}def upgrade() -> None:\n{_lines(first)}{upgrade.rstrip()}\n{_lines(last)}\n\n"
        f"def downgrade() -> None:\n{_lines(undone_first)}{downgrade.rstrip()}\n{_lines(undone_last)}"
    )


def _lines(statements: list[str]) -> str:
    return "".join(f"    {statement}\n" for statement in statements)


def _config(url: str | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(HERE))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.attributes["url"] = url
    return config


__all__ = ["FIRST_FILE", "NotReady", "current", "differences", "head", "migrate", "write_first"]
