"""The two roles and the database, made by whoever owns the cluster. Both scripts and tests start here.

``presencia_owner`` owns the tables and runs migrations; ``presencia_app`` owns nothing and bypasses no policy.
"""

from __future__ import annotations

from urllib.parse import urlsplit

import asyncpg

OWNER = "presencia_owner"
APP = "presencia_app"


class NotReady(Exception):
    """A sentence about a database that cannot be used."""


async def prepare(cluster_url: str, *, database: str, owner_password: str, app_password: str) -> None:
    """Make roles and database where they are missing, and give the roles these passwords. May be repeated.

    ``cluster_url`` is a plain ``postgresql://`` URL of a superuser.
    """
    connection = await connect(cluster_url)
    try:
        # Two who prepare at once would change one role at once, which PostgreSQL refuses. Let go with the connection.
        await connection.execute("select pg_advisory_lock(hashtext('presencia roles'))")
        # The owner inherits: owning the database is how it owns the schema public in it (PostgreSQL 15).
        for role, password, inherits in ((OWNER, owner_password, "inherit"), (APP, app_password, "noinherit")):
            rights = f"login nosuperuser nocreatedb nocreaterole {inherits} nobypassrls"
            if not await connection.fetchval("select true from pg_roles where rolname = $1", role):
                await connection.execute(f"create role {role}")
            await connection.execute(f"alter role {role} {rights} password {literal(password)}")
        if not await connection.fetchval("select true from pg_database where datname = $1", database):
            await connection.execute(f'create database "{database}" owner {OWNER} encoding utf8 template template0')
    finally:
        await connection.close()


async def connect(url: str) -> asyncpg.Connection[asyncpg.Record]:
    """One plain connection, outside any pool. Raises :class:`NotReady` when nobody answers or lets us in."""
    try:
        return await asyncpg.connect(url.replace("+asyncpg", "", 1), timeout=10)
    except (asyncpg.PostgresError, OSError) as error:
        # The address without its password.
        parts = urlsplit(url)
        raise NotReady(
            f"PostgreSQL at {parts.netloc.rpartition('@')[2] or 'this machine'}{parts.path} did not let"
            f" {parts.username or 'us'} in: {str(error) or type(error).__name__}"
        ) from error


async def may_become(url: str, role: str) -> bool:
    """Whether this login is, or may become, a role."""
    connection = await connect(url)
    try:
        # Before 16 every member could; since then that is a right of its own.
        right = "set" if connection.get_server_version().major >= 16 else "member"
        return bool(await connection.fetchval("select pg_has_role(current_user, $1, $2)", role, right))
    finally:
        await connection.close()


def user_of(url: str) -> str | None:
    """Which login an address names."""
    return urlsplit(url).username


def literal(value: str) -> str:
    """A text as an SQL literal, for statements that take no parameters."""
    quoted = "'" + value.replace("\\", "\\\\").replace("'", "''") + "'"
    return f"E{quoted}" if "\\" in value else quoted
