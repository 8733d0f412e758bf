"""A deployment to measure: servers for a while, invented cases, the product's own application, a bare connection."""

from __future__ import annotations

import asyncio
import gc
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

import asyncpg
import httpx
import orjson
from fastapi import FastAPI

from api.app import create_app
from api.context import Context
from api.graph import schema
from api.house import cookie_name
from casework import invention, organizations, sign_in
from casework.actors import OPERATOR, SIGN_IN, Person
from casework.invention import Invented
from casework.master_keys import KeyRing
from casework.reading import encoded
from casework.reference import load_reference
from casework.settings import Settings
from casework.transaction import Database
from casework.vault import Vault
from commands import scratch
from migrations import roles, running
from schema.organizations import Role

PASSWORD = "measured, not guessed"
COORDINATOR = "coordinator@crowd-1.test"


@dataclass
class House:
    """What a job needs of the deployment."""

    settings: Settings
    database: Database
    #: Signed in as the coordinator of the largest organization.
    http: httpx.AsyncClient
    #: As the owner of the tables: no row-level security, no transaction around a read.
    bare: asyncpg.Connection[Any]
    vault: Vault
    organization: UUID
    coordinator: UUID
    cases: int
    built_in: float
    app: FastAPI
    #: The process of which all others of this database server are children.
    postmaster: int
    #: For laying rows past every policy and trigger.
    superuser_url: str
    #: Sessions of fifty coordinators of that organization, who take turns.
    sessions: list[str] = field(default_factory=list)
    _turn: int = 0

    async def answer(self, document: str, variables: dict[str, Any]) -> bytes:
        """What the application answers to a document, as the next of the fifty."""
        return await self.sent(orjson.dumps({"query": document, "variables": variables}))

    async def sent(self, body: bytes) -> bytes:
        """What the application answers to a POST of these bytes, as the next of the fifty; without any network."""
        self._turn += 1
        secret = self.sessions[self._turn % len(self.sessions)]
        scope = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "POST", "path": "/graphql",
            "raw_path": b"/graphql", "query_string": b"", "root_path": "", "scheme": "http",
            "server": ("127.0.0.1", 8000), "client": ("127.0.0.1", 1), "app": self.app,
            "headers": [
                (b"host", b"127.0.0.1:8000"), (b"content-type", b"application/json"), (b"x-presencia", b"1"),
                (b"cookie", f"{cookie_name(self.settings)}={secret}".encode()),
            ],
        }  # fmt: skip
        said: list[bytes] = []

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Any) -> None:
            if message["type"] == "http.response.body":
                said.append(message.get("body", b""))

        await self.app(scope, receive, send)
        return b"".join(said)

    async def ordinary(self, document: str, variables: dict[str, Any]) -> bytes:
        """What the ordinary executor answers to the same, for its first coordinator."""
        context = Context(self.database, self.settings, Person(self.coordinator), "bench", lambda: None)
        result = await schema.execute(document, variable_values=variables, context_value=context)
        await context.finish()
        assert not result.errors, result.errors
        return orjson.dumps({"data": result.data}, default=str)

    def processes(self) -> Iterator[Path]:
        """Those of this database server, in /proc."""
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                if _parent(int(folder.name)) == self.postmaster:
                    yield folder
            except OSError:
                continue

    @staticmethod
    def cursor(values: list[Any]) -> str:
        return encoded(values)

    async def ask(self, document: str, **variables: Any) -> dict[str, Any]:
        """Run an operation that must succeed."""
        body: dict[str, Any] = (await self.post(document, variables)).json()
        assert "errors" not in body, body["errors"]
        data: dict[str, Any] = body["data"]
        return data

    async def post(self, document: str, variables: dict[str, Any]) -> httpx.Response:
        return await self.http.post("/graphql", json={"query": document, "variables": variables})


@asynccontextmanager
async def open_house(cases: int, *, floor: bool = True) -> AsyncIterator[House]:
    """Everything started, filled and signed in; nothing of it remains. Where no ``floor`` is asked, it gets no keys."""
    async with AsyncExitStack() as stack:
        cluster = stack.enter_context(scratch.cluster())
        queue = stack.enter_context(scratch.queue())
        home = stack.enter_context(scratch.folder())
        # It runs an event loop of its own.
        await asyncio.to_thread(cluster.make, "bench")
        owner_url, app_url = cluster.url(roles.OWNER, "bench"), cluster.url(roles.APP, "bench")
        await running.migrate(owner_url, app_url)
        key = KeyRing.generate()
        key.write(home / "master.key")
        settings = Settings(database_url=app_url, redis_url=queue, home=home)
        vault = Vault(key, remembered=1_000_000)
        database = Database(app_url, vault, pool_size=4)
        stack.push_async_callback(database.close)
        began = time.perf_counter()
        crowd = await _fill(owner_url, vault, cases)
        built_in = time.perf_counter() - began
        bare = await roles.connect(owner_url)
        stack.push_async_callback(bare.close)
        # What the database does by itself within minutes: one that nobody has looked at plans badly, and asks the table
        # of every row whether it is there.
        await bare.execute("vacuum analyze")
        app = create_app(settings)
        await stack.enter_async_context(app.router.lifespan_context(app))
        http = await stack.enter_async_context(
            httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url=settings.address, timeout=60)
        )
        http.headers["x-presencia"] = "1"
        answer = await http.post("/session", json={"email": COORDINATOR, "password": PASSWORD})
        assert answer.status_code == 204, answer.text
        house = House(
            settings, database, http, bare, vault, crowd.organization.id, crowd.coordinator, cases, built_in, app,
            _parent(await bare.fetchval("select pg_backend_pid()")), cluster.superuser_url_of("bench"),
        )  # fmt: skip
        house.sessions = await _sessions(database, crowd)
        if floor:
            # It has its keys at hand, as the product has after a while.
            for key_id, wrapped in await bare.fetch("select id, wrapped from vault_keys order by id desc limit 900000"):
                vault.unwrap(key_id, wrapped)
        # What filling left in this process would be walked through while the product is measured.
        gc.collect()
        gc.freeze()
        yield house


def _parent(process: int) -> int:
    return int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])


async def _sessions(database: Database, crowd: Invented) -> list[str]:
    """Fifty coordinators, each with a session."""
    found = []
    for number in range(50):
        async with database.transaction(OPERATOR) as tx:
            person = await organizations.engage(
                tx, crowd.organization.id, name=f"Coordinator {number}", email=f"c{number}@crowd-1.test",
                roles=[Role.COORDINATOR],
            )  # fmt: skip
        async with database.transaction(SIGN_IN) as tx:
            found.append(await sign_in.sign_in(tx, person.id))
    return found


async def _fill(owner_url: str, vault: Vault, cases: int) -> Invented:
    async with invention.as_owner(owner_url, vault) as tx:
        await load_reference(tx)
        crowd = await invention.invent_organizations(tx, cases)
        await sign_in.give_login(tx, crowd[0].coordinator, COORDINATOR, PASSWORD)
        await invention.invent_cases(tx, crowd, cases)
    await invention.sweep(owner_url, invention.FILLED)
    return crowd[0]
