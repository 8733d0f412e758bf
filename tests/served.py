"""The town behind a real server, on a port of its own."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest
import uvicorn

from api.app import create_app
from api.serving import Server
from casework.settings import Settings
from casework.transaction import Database
from commands.mail_catcher import Catcher
from tests.clock import Clock
from tests.town import Town, settle_town


@pytest.fixture
async def town(database: Database, clock: Clock, settings: Settings, smtp: Catcher) -> AsyncIterator[Town]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    served = settings.model_copy(update={"port": port})
    async with AsyncExitStack() as stack:
        found = Town(database, clock, served, smtp, stack)
        found.app = create_app(served, database=database)
        server = Server(
            uvicorn.Config(found.app, host="127.0.0.1", port=port, log_level="warning", access_log=False), found.app
        )
        serving = asyncio.create_task(server.serve())
        while not server.started:  # noqa: ASYNC110 -- uvicorn tells it by a flag
            await asyncio.sleep(0.05)
        await settle_town(found)
        yield found
        server.should_exit = True
        await serving


__all__ = ["town"]
