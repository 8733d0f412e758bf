"""A house built once and copied for each test: planning and sending are asked about it some fifty times."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from casework.transaction import Database
from casework.vault import MasterKey, Vault
from commands import scratch
from migrations import roles
from tests.clock import Clock
from tests.house import House, build


@pytest.fixture(scope="session")
def master_key() -> MasterKey:
    return MasterKey.generate()


@pytest.fixture(scope="session")
async def built(cluster: scratch.Cluster, master_key: MasterKey) -> tuple[str, House]:
    """The database with the house in it, and the house."""
    name, clock = f"house_{secrets.token_hex(4)}", Clock()
    connection = await roles.connect(cluster.superuser_url)
    await connection.execute(f'create database "{name}" template {cluster.templates[-1]} owner {roles.OWNER}')
    await connection.close()
    database = Database(cluster.url(roles.APP, name), Vault(master_key), clock=clock, pool_size=1)
    house = await build(database, clock)
    await database.close()
    return name, house


@pytest.fixture
async def database_url(cluster: scratch.Cluster, built: tuple[str, House]) -> AsyncIterator[str]:
    name = f"test_{secrets.token_hex(6)}"
    connection = await roles.connect(cluster.superuser_url)
    try:
        await connection.execute(f'create database "{name}" template "{built[0]}" owner {roles.OWNER}')
        yield cluster.url(roles.APP, name)
        await connection.execute(f'drop database "{name}" with (force)')
    finally:
        await connection.close()


@pytest.fixture
def house(database: Database, clock: Clock, built: tuple[str, House]) -> House:
    return replace(built[1], database=database, clock=clock)
