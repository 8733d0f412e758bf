"""Bringing tables up to date: twice, side by side, with one login for everything, and when it cannot be done."""

from __future__ import annotations

import asyncio
import os
import secrets
import sys

import pytest

from casework.actors import OPERATOR
from casework.master_keys import KeyRing
from casework.settings import ROOT
from casework.transaction import Database
from casework.vault import Vault
from commands import scratch
from migrations import roles, running


async def typed(owner: str, app: str) -> tuple[int, str]:
    """`presencia migrate`, as a process of its own. Returns its exit code and what it said."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "commands",
        "migrate",
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": app, "DATABASE_OWNER_URL": owner},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await process.communicate()
    return process.returncode or 0, said.decode()


@pytest.fixture
async def empty(cluster: scratch.Cluster) -> str:
    """The name of an empty database."""
    name = f"test_{secrets.token_hex(6)}"
    await asyncio.to_thread(cluster.make, name)
    return name


async def test_two_migrators_at_once_wait_for_each_other(cluster: scratch.Cluster, empty: str) -> None:
    owner, app = cluster.url(roles.OWNER, empty), cluster.url(roles.APP, empty)

    both = await asyncio.gather(*(typed(owner, app) for _ in range(2)))

    assert [code for code, _ in both] == [0, 0], both
    assert all(f"The tables stand at {running.head()}" in said for _, said in both)
    assert await running.current(app) == running.head()
    assert await running.differences(owner) == []


async def test_a_login_that_may_become_the_application_serves_as_one(
    cluster: scratch.Cluster, empty: str, master_key: KeyRing
) -> None:
    """One superuser's address for everything, as many hosts hand out: row-level security holds all the same."""
    url = cluster.superuser_url.replace("postgresql://", "postgresql+asyncpg://").rpartition("/")[0] + f"/{empty}"
    await running.migrate(url, url)

    database = Database(url, Vault(master_key), pool_size=1)
    async with database.transaction(OPERATOR) as tx:
        connection = await tx.session.connection()
        role = (await connection.exec_driver_sql("select current_user")).scalar_one()
    await database.close()

    assert role == roles.APP


async def test_a_login_nobody_may_let_become_the_application_is_told_what_to_ask(
    cluster: scratch.Cluster, empty: str
) -> None:
    owner = cluster.url(roles.OWNER, empty)

    with pytest.raises(running.NotReady, match=f"GRANT {roles.APP} TO {roles.OWNER};"):
        await running.migrate(owner, owner)


async def test_a_wrong_password_is_said_without_repeating_it(cluster: scratch.Cluster, empty: str) -> None:
    wrong = cluster.url(roles.OWNER, empty).replace(cluster.owner_password, "not-this-one")

    with pytest.raises(running.NotReady) as said:
        await running.current(wrong)

    assert "did not let presencia_owner in" in str(said.value)
    assert "not-this-one" not in str(said.value)


async def test_a_server_that_is_away_is_said() -> None:
    with pytest.raises(running.NotReady, match=r"PostgreSQL at 127\.0\.0\.1:9/x did not let us in"):
        await running.current("postgresql://127.0.0.1:9/x")
