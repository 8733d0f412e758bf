"""A deployment to measure: servers for a while, invented cases, the product's own application, a bare connection."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import asyncpg
import httpx

from api.app import create_app
from casework import invention, sign_in
from casework.actors import OPERATOR
from casework.invention import Invented
from casework.reference import load_reference
from casework.settings import Settings
from casework.transaction import Database
from casework.vault import MasterKey, Vault
from commands import scratch
from migrations import roles, running

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

    async def ask(self, document: str, **variables: Any) -> dict[str, Any]:
        """Run an operation that must succeed."""
        body: dict[str, Any] = (await self.post(document, variables)).json()
        assert "errors" not in body, body["errors"]
        data: dict[str, Any] = body["data"]
        return data

    async def post(self, document: str, variables: dict[str, Any]) -> httpx.Response:
        return await self.http.post("/graphql", json={"query": document, "variables": variables})


@asynccontextmanager
async def open_house(cases: int) -> AsyncIterator[House]:
    """Everything started, filled and signed in; nothing of it remains."""
    async with AsyncExitStack() as stack:
        cluster = stack.enter_context(scratch.cluster())
        queue = stack.enter_context(scratch.queue())
        home = stack.enter_context(scratch.folder())
        # It runs an event loop of its own.
        await asyncio.to_thread(cluster.make, "bench")
        owner_url, app_url = cluster.url(roles.OWNER, "bench"), cluster.url(roles.APP, "bench")
        await running.migrate(owner_url, app_url)
        key = MasterKey.generate()
        key.write(home / "master.key")
        settings = Settings(database_url=app_url, redis_url=queue, home=home)
        vault = Vault(key)
        database = Database(app_url, vault, pool_size=4)
        stack.push_async_callback(database.close)
        began = time.perf_counter()
        crowd = await _fill(database, cases)
        built_in = time.perf_counter() - began
        bare = await roles.connect(owner_url)
        stack.push_async_callback(bare.close)
        # A database that nobody has looked at plans badly.
        await bare.execute("analyze")
        app = create_app(settings)
        await stack.enter_async_context(app.router.lifespan_context(app))
        http = await stack.enter_async_context(
            httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url=settings.address, timeout=60)
        )
        http.headers["x-presencia"] = "1"
        answer = await http.post("/session", json={"email": COORDINATOR, "password": PASSWORD})
        assert answer.status_code == 204, answer.text
        yield House(settings, database, http, bare, vault, crowd.organization.id, crowd.coordinator, cases, built_in)


async def _fill(database: Database, cases: int) -> Invented:
    async with database.transaction(OPERATOR) as tx:
        await load_reference(tx)
        crowd = await invention.invent_organizations(tx)
        await sign_in.give_login(tx, crowd[0].coordinator, COORDINATOR, PASSWORD)
        await invention.invent_cases(tx, crowd, cases)
    return crowd[0]
