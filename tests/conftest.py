"""What every test may ask for: real PostgreSQL, real Valkey, a real post office, and a clock.

Servers start once a test process. Each test that asks for a database gets its own, copied from one that was migrated
once, and is signed in as the role that owns nothing. ``PRESENCIA_TEST_CLUSTER`` (a superuser's URL) or
``PRESENCIA_TEST_POSTGRES`` (a folder of binaries) name another PostgreSQL; ``DATABASE_URL`` is left alone on purpose,
because tests make and drop databases.
"""

from __future__ import annotations

import asyncio
import os
import secrets
import socket
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from casework.settings import ROOT, Settings
from casework.transaction import Database
from casework.vault import MasterKey, Vault
from commands import mail_catcher, scratch
from migrations import roles, running
from tests.clock import Clock

TEMPLATE = "presencia_template"

# A developer's own settings must not leak in.
for _name in [name for name in os.environ if name.startswith("PRESENCIA_")]:
    if not _name.startswith(("PRESENCIA_TEST_", "PRESENCIA_SAMPLE_")):
        del os.environ[_name]
for _name in ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL", "HOST", "PORT"):
    os.environ.pop(_name, None)
# And no `make run` beside us either.
os.environ["PRESENCIA_HOME"] = "/nonexistent/presencia"


@pytest.fixture(scope="session")
def cluster() -> Iterator[scratch.Cluster]:
    """A PostgreSQL cluster with both roles and a migrated template."""
    program = os.environ.get("PRESENCIA_TEST_POSTGRES")
    template = f"{TEMPLATE}_{secrets.token_hex(4)}"
    with scratch.cluster(os.environ.get("PRESENCIA_TEST_CLUSTER"), Path(program) if program else None) as found:
        found.make(template)
        asyncio.run(running.migrate(found.url(roles.OWNER, template), found.url(roles.APP, template)))
        found.templates.append(template)
        yield found


@pytest.fixture
async def database_url(cluster: scratch.Cluster) -> AsyncIterator[str]:
    """The application's address of a fresh, migrated, empty database."""
    name = f"test_{secrets.token_hex(6)}"
    connection = await roles.connect(cluster.superuser_url)
    try:
        await connection.execute(f'create database "{name}" template {cluster.templates[-1]} owner {roles.OWNER}')
        yield cluster.url(roles.APP, name)
        await connection.execute(f'drop database "{name}" with (force)')
    finally:
        await connection.close()


@pytest.fixture
def owner_url(cluster: scratch.Cluster, database_url: str) -> str:
    """The table owner's address of the same database: for what only migrations may do."""
    return cluster.url(roles.OWNER, database_url.rpartition("/")[2])


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def master_key() -> MasterKey:
    return MasterKey.generate()


@pytest.fixture
async def database(database_url: str, clock: Clock, master_key: MasterKey) -> AsyncIterator[Database]:
    """The test's database under the test's clock."""
    found = Database(database_url, Vault(master_key), clock=clock, pool_size=4)
    yield found
    await found.close()


@pytest.fixture(scope="session")
def queue() -> Iterator[str]:
    with scratch.queue() as url:
        yield url


@pytest.fixture
def redis_url(queue: str) -> str:
    """The address of an emptied Valkey."""
    password, _, rest = queue.removeprefix("redis://:").partition("@")
    port = int(rest.partition(":")[2].partition("/")[0])
    with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
        connection.sendall(f"AUTH {password}\r\nFLUSHALL\r\nQUIT\r\n".encode())
        while connection.recv(1000):
            pass
    return queue


@pytest.fixture
def smtp(tmp_path: Path) -> Iterator[mail_catcher.Catcher]:
    """A post office that keeps what it is given: ``mail_catcher.kept(smtp.folder)``."""
    catcher = mail_catcher.Catcher(tmp_path / "mail")
    catcher.start()
    yield catcher
    catcher.stop()


@pytest.fixture
def settings(
    database_url: str, redis_url: str, smtp: mail_catcher.Catcher, master_key: MasterKey, tmp_path: Path
) -> Settings:
    """A whole deployment's settings, for the doors."""
    master_key.write(tmp_path / "master.key")
    return Settings(
        database_url=database_url,
        redis_url=redis_url,
        smtp_url=smtp.url,
        home=tmp_path,
        database_pool=4,
    )


@pytest.fixture(scope="session")
def sample_data() -> Path:
    """Records of real shape and size, which no clone holds. Without them a test skips and names the variable."""
    folder = Path(os.environ.get("PRESENCIA_SAMPLE_DATA", ROOT.parent / "shared" / "data"))
    if not folder.is_dir():
        if os.environ.get("PRESENCIA_SAMPLE_DATA_REQUIRED"):
            pytest.fail(f"PRESENCIA_SAMPLE_DATA is required here; {folder} is not there.")
        pytest.skip(f"Set PRESENCIA_SAMPLE_DATA to the folder of sample records; {folder} is not there.")
    return folder
