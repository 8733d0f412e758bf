"""The two roles and the database, made by whoever owns the cluster. Both scripts and tests start here.

``presencia_owner`` owns the tables and runs migrations; ``presencia_app`` owns nothing and bypasses no policy.
"""

from __future__ import annotations

from urllib.parse import urlsplit

import asyncpg

OWNER = "presencia_owner"
APP = "presencia_app"


async def prepare(cluster_url: str, *, database: str, owner_password: str, app_password: str) -> None:
    """Make roles and database where they are missing, and give the roles these passwords. May be repeated.

    ``cluster_url`` is a plain ``postgresql://`` URL of a superuser.
    """
    connection = await connect(cluster_url)
    try:
        for role, password in ((OWNER, owner_password), (APP, app_password)):
            rights = "login nosuperuser nocreatedb nocreaterole noinherit nobypassrls"
            if not await connection.fetchval("select true from pg_roles where rolname = $1", role):
                await connection.execute(f"create role {role}")
            await connection.execute(f"alter role {role} {rights} password {literal(password)}")
        if not await connection.fetchval("select true from pg_database where datname = $1", database):
            await connection.execute(f'create database "{database}" owner {OWNER} encoding utf8 template template0')
    finally:
        await connection.close()


async def connect(url: str) -> asyncpg.Connection[asyncpg.Record]:
    """One plain connection, outside any pool."""
    return await asyncpg.connect(url.replace("+asyncpg", "", 1), timeout=10)


async def may_become(url: str, role: str) -> bool:
    """Whether this login is, or may become, a role."""
    connection = await connect(url)
    try:
        return bool(await connection.fetchval("select pg_has_role(current_user, $1, 'set')", role))
    finally:
        await connection.close()


def user_of(url: str) -> str | None:
    return urlsplit(url).username


def literal(value: str) -> str:
    """A text as an SQL literal, for statements that take no parameters."""
    quoted = "'" + value.replace("\\", "\\\\").replace("'", "''") + "'"
    return f"E{quoted}" if "\\" in value else quoted
