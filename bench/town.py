"""A deployment whose servers may be stopped and whose mail server and carrier of texts have moods: people asked to
actions of no case, and letters due to all of them.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import re
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

import asyncpg
import redis.asyncio as redis

from bench.exchange import PATIENCE, Exchange
from bench.guests import add_guests, add_guests_by_telephone, ask_to_actions
from casework import actors, people
from casework.master_keys import KeyRing
from casework.settings import ROOT
from casework.transaction import Database
from casework.vault import Vault
from commands import postgres, scratch, valkey
from migrations import roles, running
from schema.organizations import Membership, Organization, OrganizationKind, Role
from schema.people import PersonKind

#: Seconds for which nobody else takes what a worker holds.
LEASE = 6.0
#: Letters that a worker has handed over and not settled: four lines in each of two lanes, and what was taken since the
#: last word was recorded, which is counted at each kill over this many seconds.
WINDOW = 0.5
LINES = 8

_WORK = """
import logging, sys
from datetime import timedelta
from casework.settings import Settings
from workers.carriers import lines, sms
from workers.main import run
# A storm of minutes, not of hours: a line that fails rests for seconds, and one that is silent is soon given up.
lines.FIRST_REST, lines.LONGEST_REST = 0.5, 2.0
sms.PATIENCE = float(sys.argv[2])
logging.basicConfig(level="INFO")
run(Settings(), lease=timedelta(seconds=float(sys.argv[1])), tick=1)
"""


@dataclass(frozen=True)
class Storm:
    """How much of everything."""

    people: int = 2_000
    #: So many more, who have a telephone and no mailbox.
    telephones: int = 200
    actions: int = 10
    kills: int = 50
    flushes: int = 10
    queue_restarts: int = 5
    database_restarts: int = 3
    workers: int = 2
    #: Seconds between two blows.
    pause: float = 1.0
    #: Seconds that both carriers think over each letter, so that there are always some on their way.
    thinks: float = 0.02
    #: Seconds after which it is too late.
    patience: float = 1_800.0
    seed: int = 7


class Office:
    """A mail server with moods. What it took, it has written down before it says so."""

    def __init__(self, seed: int, thinks: float) -> None:
        self._thinks = thinks
        self.taken: list[tuple[float, str, str]] = []
        self.mood = "fair"
        self.hung_up = 0
        self._seen: set[str] = set()
        self._draw = random.Random(seed)
        self._server: asyncio.Server | None = None
        self.port = postgres.free_port()

    async def __aenter__(self) -> Office:
        self._server = await asyncio.start_server(self._meet, "127.0.0.1", self.port)
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._server is not None:
            self._server.close()

    async def _meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, asyncio.IncompleteReadError, ValueError):
            await self._talk(reader, writer)
        with contextlib.suppress(OSError):
            writer.close()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        async def say(line: str) -> None:
            writer.write(f"{line}\r\n".encode())
            await writer.drain()

        if self.mood == "refusing":
            await say("421 4.3.2 not now")
            return
        await say("220 storm.test")
        to = ""
        while line := (await reader.readuntil(b"\n")).decode("latin-1").strip():
            word = line[:4].upper()
            if self.mood == "silent":
                await asyncio.sleep(30)
                return
            if word in ("EHLO", "HELO", "MAIL", "RSET", "NOOP"):
                await say("250 OK")
            elif word == "RCPT":
                to = line[line.index("<") + 1 : line.rindex(">")]
                if self.mood == "greylisting" and to not in self._seen:
                    self._seen.add(to)
                    await say("451 4.7.1 come again")
                else:
                    await say("250 OK")
            elif word == "DATA":
                await say("354 go on")
                content = await reader.readuntil(b"\r\n.\r\n")
                found = re.search(rb"^Message-ID: <([0-9a-f-]{36})@", content, re.MULTILINE)
                await asyncio.sleep(self._thinks)
                self.taken.append((time.monotonic(), to, found[1].decode() if found else ""))
                if self.mood == "hanging up" and self._draw.random() < 0.2:
                    self.hung_up += 1
                    return
                await say("250 2.0.0 OK: queued as A1")
            elif word == "QUIT":
                await say("221 bye")
                return

    def since(self, seconds: float) -> int:
        """How many letters it took in the last so many seconds."""
        after = time.monotonic() - seconds
        return sum(1 for at, _, _ in reversed(self.taken[-2000:]) if at > after)


@dataclass
class Town:
    """A deployment of its own, whose servers may be stopped."""

    folder: Path
    database_url: str
    superuser_url: str
    redis_url: str
    office: Office
    exchange: Exchange
    database: Database
    servers: dict[str, Any]
    passwords: dict[str, str]
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)
    #: By address or telephone: whose letters must arrive, and whose must not.
    right: dict[str, UUID] = field(default_factory=dict)
    wrong: set[str] = field(default_factory=set)

    def hire(self, lease: float = LEASE) -> None:
        environment = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "DATABASE_URL": self.database_url,
            "REDIS_URL": self.redis_url,
            "PRESENCIA_HOME": str(self.folder),
            "PRESENCIA_SMTP_URL": f"smtp://127.0.0.1:{self.office.port}",
            "PRESENCIA_SMS_URL": self.exchange.url,
            "PRESENCIA_SMS_PER_SECOND": "400",
        }
        with (self.folder / "worker.log").open("ab") as log:
            command = [sys.executable, "-c", _WORK, str(lease), str(PATIENCE)]
            self.workers.append(subprocess.Popen(command, env=environment, stdout=log, stderr=log, cwd=ROOT))

    def kill(self, draw: random.Random) -> None:
        """One of them is gone at once, and another is hired."""
        worker = self.workers.pop(draw.randrange(len(self.workers)))
        worker.send_signal(signal.SIGKILL)
        worker.wait()
        self.hire()

    def restart_database(self) -> None:
        self.servers["postgres"].stop()
        self.servers["postgres"] = self._postgres(self.servers["postgres"].port)

    def restart_queue(self) -> None:
        self.servers["valkey"].stop()
        self.servers["valkey"] = valkey.start(
            self.folder / "valkey", password=self.passwords["valkey"], notes=self.folder / "notes",
            logs=self.folder / "logs", lasting=False, port=self.servers["valkey"].port,
        )  # fmt: skip

    def _postgres(self, port: int | None = None) -> postgres.Postgres:
        return postgres.start(
            self.folder / "postgres", password=self.passwords["postgres"], notes=self.folder / "notes",
            logs=self.folder / "logs", lasting=False, port=port,
        )  # fmt: skip

    async def flush_queue(self) -> None:
        with contextlib.suppress(redis.RedisError, OSError):
            async with redis.Redis.from_url(self.redis_url) as client:
                await client.flushall()

    def dismiss(self) -> None:
        for worker in self.workers:
            worker.kill()
            worker.wait()


@asynccontextmanager
async def open_town(storm: Storm) -> AsyncIterator[Town]:
    """Servers of its own, a group that plans actions of no case, people asked to all of them, letters due now."""
    async with AsyncExitStack() as stack:
        folder = stack.enter_context(scratch.folder())
        passwords = {name: secrets.token_hex(16) for name in ("postgres", "valkey", "owner", "app")}
        logs = {"notes": folder / "notes", "logs": folder / "logs", "lasting": False}
        server = postgres.start(folder / "postgres", password=passwords["postgres"], **logs)  # type: ignore[arg-type]
        cluster = scratch.Cluster(server.url(), passwords["owner"], passwords["app"])
        await roles.prepare(
            cluster.superuser_url, database="storm", owner_password=passwords["owner"], app_password=passwords["app"]
        )
        await running.migrate(cluster.url(roles.OWNER, "storm"), cluster.url(roles.APP, "storm"))
        queue = valkey.start(folder / "valkey", password=passwords["valkey"], **logs)  # type: ignore[arg-type]
        ring = KeyRing.generate()
        ring.write(folder / "master.key")
        database = Database(cluster.url(roles.APP, "storm"), Vault(ring))
        office = await stack.enter_async_context(Office(storm.seed, storm.thinks))
        exchange = await stack.enter_async_context(Exchange(storm.seed, storm.thinks))
        town = Town(
            folder, cluster.url(roles.APP, "storm"), cluster.superuser_url_of("storm"), queue.url, office, exchange,
            database, {"postgres": server, "valkey": queue}, passwords,
        )  # fmt: skip
        try:
            await _fill(town, storm)
            yield town
        finally:
            town.dismiss()
            await database.close()
            town.servers["valkey"].stop()
            town.servers["postgres"].stop()
            postgres.remove(folder / "postgres")


async def _fill(town: Town, storm: Storm) -> None:
    async with town.database.transaction(actors.OPERATOR) as tx:
        group = Organization(
            slug="storm", name="Storm Watch", kind=OrganizationKind.COMMUNITY_GROUP, phone="+1 203 555 0100"
        )
        tx.session.add(group)
        await tx.session.flush()
        lead = await people.add_person(tx, group.id, kind=PersonKind.STAFF, name="Nina Lead", email="nina@storm.test")
        tx.session.add(Membership(organization_id=group.id, person_id=lead.id, role=Role.COORDINATOR))
        asked = await add_guests(tx, group.id, storm.people)
        called = await add_guests_by_telephone(tx, group.id, storm.telephones)
    guests = [*asked.values(), *called.values()]
    await ask_to_actions(
        town.database, group.id, lead.id, guests, storm.actions, len(guests), by_telephone=frozenset(called.values())
    )
    for theirs in (asked, called):
        if theirs:
            await _lose_rights(town, storm, theirs)


async def _lose_rights(town: Town, storm: Storm, asked: dict[str, UUID]) -> None:
    """Some were uninvited, some removed, some said stop, after their letters were planned."""
    drawn = random.Random(storm.seed).sample(sorted(asked), max(3, len(asked) // 20))
    thirds = drawn[0::3], drawn[1::3], drawn[2::3]
    connection = await asyncpg.connect(town.superuser_url)
    for statement, theirs in zip(
        (
            "update invitations set state = 'withdrawn', withdrawn_at = now() where person_id = any($1)",
            "update people set removed_at = now() where id = any($1)",
            "update contacts set stopped_at = now() where person_id = any($1)",
        ),
        thirds,
        strict=True,
    ):
        await connection.execute(statement, [asked[address] for address in theirs])
    await connection.execute("analyze")
    await connection.close()
    town.wrong |= set(drawn)
    town.right |= {address: person_id for address, person_id in asked.items() if address not in town.wrong}
