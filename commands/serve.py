"""`presencia serve`: the page, the API, the feeds and the answer pages."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence

import uvicorn
from starlette.routing import BaseRoute

from casework.connections import PoolerBetween
from casework.settings import Settings
from commands import deployment
from commands.children import CannotStart


def serve() -> None:
    """Serve the page and the API on HOST and PORT, until told to stop (SIGTERM, Ctrl-C)."""
    settings = deployment.with_database()
    try:
        asyncio.run(refuse_demo_in_public(settings))
        asyncio.run(refuse_a_pooler(settings))
    except CannotStart as problem:
        sys.exit(str(problem))

    from api.app import create_app
    from api.serving import Server

    app = create_app(settings, extra_routes=_demo_routes(settings))
    server = Server(
        uvicorn.Config(
            app,
            host=settings.host,
            port=settings.port,
            # Its access log would hold the secrets of feeds and answer pages.
            access_log=False,
            log_config=None,
            server_header=False,
            proxy_headers=bool(settings.trusted_proxies),
            forwarded_allow_ips=settings.trusted_proxies or None,
            timeout_graceful_shutdown=10,
            # A header of another size is an attack or a mistake.
            h11_max_incomplete_event_size=32_768,
        ),
        app,
    )
    server.run()
    if not server.started:
        sys.exit(f"Could not listen on {settings.host}, port {settings.port}.")


async def refuse_a_pooler(settings: Settings) -> None:
    """Readings tell a connection who looks: it must be their own. Raises :class:`CannotStart`."""
    async with deployment.database(settings) as database:
        try:
            await database.lines.refuse_a_pooler()
        except PoolerBetween as problem:
            raise CannotStart(str(problem)) from problem


async def refuse_demo_in_public(settings: Settings) -> None:
    """Neither the demo nor a database that holds its people is served to others. Raises :class:`CannotStart`."""
    deployment.refuse_public_demo(settings)
    if settings.on_loopback:
        return
    from commands.demo import demo_people_are_in

    async with deployment.database(settings) as database:
        if await demo_people_are_in(database):
            raise CannotStart(
                "The demo's people are in this database, and their password was printed. It is not served on"
                f" {settings.host}: use a database of its own."
            )


def _demo_routes(settings: Settings) -> Sequence[BaseRoute]:
    if not settings.demo:
        return ()
    from commands.demo_mail import routes

    return routes(settings)
