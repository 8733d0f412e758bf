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
from tests.ground import Ground
from tests.town import Town, settle_town


@pytest.fixture
async def town(
    ground: Ground, database: Database, clock: Clock, settings: Settings, smtp: Catcher
) -> AsyncIterator[Town]:
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
        await _nobody_signed_in(found, ground)
        yield found
        server.should_exit = True
        await serving


async def _nobody_signed_in(town: Town, ground: Ground) -> None:
    """Built the first time, laid again ever after: whoever comes signs in."""

    async def build() -> tuple[dict[str, str], dict[str, str], dict[str, str], dict[str, object]]:
        await settle_town(town)
        return town.organizations, town.courts, town.facilities, dict(town.staff)

    names = await ground.begin_with("town, served", build)
    town.organizations, town.courts, town.facilities, town.staff = (dict(one) for one in names)  # type: ignore[assignment]


__all__ = ["town"]
