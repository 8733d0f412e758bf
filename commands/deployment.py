"""What every command that touches the database needs first, and the sentences when it is missing."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from pydantic import ValidationError

from casework import reference
from casework.actors import OPERATOR
from casework.master_keys import KeyRing
from casework.news import News
from casework.settings import Settings
from casework.transaction import Database
from casework.vault import Vault
from commands.children import CannotStart


def settings() -> Settings:
    """The deployment's settings. A wrong one ends the command with a sentence."""
    try:
        return Settings()
    except ValidationError as wrong:
        lines = [f"{_variable(error['loc'])}: {error['msg'].removeprefix('Value error, ')}" for error in wrong.errors()]
        sys.exit("\n".join(["A setting cannot be used.", *lines, "docs/operating.md tells all settings."]))


def with_database() -> Settings:
    """Settings that name a database."""
    found = settings()
    if not found.database_url:
        sys.exit("There is no database. Start `make run` beside this, or set DATABASE_URL.")
    return found


def vault(found: Settings) -> Vault:
    """The deployment's vault. Without its master key the command ends with a sentence."""
    try:
        return Vault.at(found.master_key_file, found.master_key)
    except ValueError as problem:
        sys.exit(str(problem))


@asynccontextmanager
async def database(found: Settings) -> AsyncIterator[Database]:
    """The deployment's database, opened with its master key."""
    opened = Database(found.database_url, vault(found), pool_size=2)
    # Pages that are open hear of what is done from here, too.
    opened.news = News(found.redis_url)
    try:
        yield opened
    finally:
        await opened.news.close()
        await opened.close()


async def load_reference(found: Settings) -> int:
    """Add the courts and facilities that ship and are not there yet. Returns how many; the tables must be up to date.

    Nothing of them is sealed, so that it needs no master key: a machine that only migrates has none.
    """
    opened = Database(found.database_url, Vault(KeyRing.generate()), pool_size=1)
    try:
        async with opened.transaction(OPERATOR) as tx:
            return await reference.load_reference(tx)
    finally:
        await opened.close()


def refuse_public_demo(found: Settings) -> None:
    """The demo's people have a password that is printed: they stay on this machine. Raises :class:`CannotStart`."""
    if found.demo and not found.on_loopback:
        raise CannotStart(
            f"The demo runs on this machine only, and HOST={found.host}"
            f"{f' with {found.public_url}' if found.public_url else ''} is open to others."
            " Leave HOST alone, or set PRESENCIA_DEMO=0 to run without the demo's people and mail."
        )


def _variable(place: tuple[int | str, ...]) -> str:
    name = str(place[0]) if place else "?"
    return name if name.isupper() else f"PRESENCIA_{name.upper()}"
