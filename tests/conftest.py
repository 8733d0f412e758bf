"""What every test may ask for: real PostgreSQL, real Valkey, a real post office, and a clock.

Servers start once a test process. Each test that asks for a database finds it migrated and empty (`tests.ground`), and
is signed in as the role that owns nothing. ``PRESENCIA_TEST_CLUSTER`` (a superuser's URL) or
``PRESENCIA_TEST_POSTGRES`` (a folder of binaries) name another PostgreSQL; ``DATABASE_URL`` is left alone on purpose,
because tests make and drop databases.
"""

from __future__ import annotations

import asyncio
import gc
import os
import secrets
import socket
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from casework.master_keys import KeyRing
from casework.settings import ROOT, Settings
from casework.transaction import Database
from casework.vault import Vault
from commands import mail_catcher, scratch
from migrations import roles, running
from tests.clock import Clock
from tests.ground import Ground

# A developer's own settings must not leak in.
for _name in [name for name in os.environ if name.startswith("PRESENCIA_")]:
    if not _name.startswith(("PRESENCIA_TEST_", "PRESENCIA_SAMPLE_")):
        del os.environ[_name]
for _name in ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL", "HOST", "PORT"):
    os.environ.pop(_name, None)
# And no `make run` beside us either.
os.environ["PRESENCIA_HOME"] = "/nonexistent/presencia"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What waits for other processes goes first, so that nothing long is left for the end."""
    items.sort(key=lambda item: not (item.get_closest_marker("servers") or "workers" in item.path.parts))


@pytest.fixture(scope="session")
def cluster() -> Iterator[scratch.Cluster]:
    """A PostgreSQL cluster with both roles."""
    program = os.environ.get("PRESENCIA_TEST_POSTGRES")
    with scratch.cluster(os.environ.get("PRESENCIA_TEST_CLUSTER"), Path(program) if program else None) as found:
        yield found


@pytest.fixture(scope="session")
def migrated(cluster: scratch.Cluster) -> Iterator[str]:
    """The name of this process's database, with all its tables."""
    name = f"test_{secrets.token_hex(6)}"
    cluster.make(name)
    asyncio.run(running.migrate(cluster.url(roles.OWNER, name), cluster.url(roles.APP, name)))
    yield name
    asyncio.run(_drop(cluster, name))


async def _drop(cluster: scratch.Cluster, name: str) -> None:
    connection = await roles.connect(cluster.superuser_url)
    await connection.execute(f'drop database "{name}" with (force)')
    await connection.close()


@pytest.fixture(scope="session")
async def standing_ground(cluster: scratch.Cluster, migrated: str) -> AsyncIterator[Ground]:
    connection = await roles.connect(cluster.superuser_url_of(migrated))
    yield await Ground.at(connection)
    await connection.close()


@pytest.fixture
async def ground(standing_ground: Ground) -> Ground:
    """The process's database, cleared; ``begin_with`` fills it."""
    await standing_ground.clear()
    return standing_ground


@pytest.fixture
def database_url(cluster: scratch.Cluster, migrated: str, ground: Ground) -> str:
    """The application's address of a migrated, empty database."""
    return cluster.url(roles.APP, migrated)


@pytest.fixture
def owner_url(cluster: scratch.Cluster, migrated: str, ground: Ground) -> str:
    """The table owner's address of the same database: for what only migrations may do."""
    return cluster.url(roles.OWNER, migrated)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def master_key() -> KeyRing:
    return KeyRing.generate()


@pytest.fixture(scope="session")
async def standing_database(cluster: scratch.Cluster, migrated: str, master_key: KeyRing) -> AsyncIterator[Database]:
    found = Database(cluster.url(roles.APP, migrated), Vault(master_key), pool_size=4)
    yield found
    await found.close()


@pytest.fixture
def database(standing_database: Database, ground: Ground, clock: Clock) -> Database:
    """The test's database under the test's clock."""
    standing_database.clock = clock
    return standing_database


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
    database_url: str, redis_url: str, smtp: mail_catcher.Catcher, master_key: KeyRing, tmp_path: Path
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


def pytest_collection_finish() -> None:
    """What was imported stays: a collector that walks through all of it again and again costs every test something."""
    gc.collect()
    gc.freeze()
