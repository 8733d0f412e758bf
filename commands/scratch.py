"""Servers for a while: for tests and for checks that need a database. Nothing of them remains."""

from __future__ import annotations

import asyncio
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

from commands import children, postgres, valkey
from migrations import roles


@dataclass(frozen=True)
class Cluster:
    """A PostgreSQL that a test run may fill: an address of its superuser, and the passwords of the two roles."""

    superuser_url: str
    owner_password: str
    app_password: str

    def url(self, role: str, database: str) -> str:
        """Where a role signs in to one database; for asyncpg by SQLAlchemy."""
        password = self.app_password if role == roles.APP else self.owner_password
        host = urlsplit(self.superuser_url).netloc.rpartition("@")[2]
        query = urlsplit(self.superuser_url).query
        tail = f"?{query}" if query else ""
        return f"postgresql+asyncpg://{role}:{quote(password, safe='')}@{host}/{database}{tail}"

    def superuser_url_of(self, database: str) -> str:
        """Where the superuser signs in to one database."""
        return urlsplit(self.superuser_url)._replace(path=f"/{database}").geturl()

    def make(self, database: str) -> None:
        """An empty database of the owner's, and the roles where they are missing."""
        asyncio.run(
            roles.prepare(
                self.superuser_url,
                database=database,
                owner_password=self.owner_password,
                app_password=self.app_password,
            )
        )


@contextmanager
def cluster(given: str | None = None, program: Path | None = None) -> Iterator[Cluster]:
    """The cluster at ``given`` (a superuser's URL), else one of our own: embedded, or of ``program``'s binaries."""
    words = secrets.token_hex(16), secrets.token_hex(16)
    if given:
        # Roles are the whole cluster's: two runs at once must agree on their passwords.
        yield Cluster(given.replace("+asyncpg", "", 1), "presencia-tests-owner", "presencia-tests-app")
        return
    with folder() as home:
        server = postgres.start(
            home / "postgres",
            password=secrets.token_hex(16),
            notes=home / "notes",
            logs=home / "logs",
            lasting=False,
            program=program,
        )
        try:
            yield Cluster(server.url(), *words)
        finally:
            server.stop()
            postgres.remove(home / "postgres")


@contextmanager
def queue() -> Iterator[str]:
    """The address of an embedded Valkey that keeps nothing."""
    with folder() as home:
        server = valkey.start(
            home / "valkey", password=secrets.token_hex(16), notes=home / "notes", logs=home / "logs", lasting=False
        )
        try:
            yield server.url
        finally:
            server.stop()


@contextmanager
def folder() -> Iterator[Path]:
    """A folder for a while, and no child left that was noted in it."""
    home = Path(tempfile.mkdtemp(prefix="presencia-"))
    try:
        yield home
    finally:
        children.stop_left_behind(home / "notes")
        shutil.rmtree(home, ignore_errors=True)
