"""A server on loopback that keeps what it is asked and answers as a test tells it to: a carrier of texts, a push
service, a chat.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route


@dataclass
class Caught:
    """One request."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def form(self) -> dict[str, str]:
        return dict(parse_qsl(self.body.decode(), keep_blank_values=True))


def taken(one: Caught, number: int) -> Response:
    return JSONResponse({"sid": f"SM{number:032x}", "status": "queued", "error_code": None}, 201)


@dataclass
class Catcher:
    url: str
    requests: list[Caught] = field(default_factory=list)
    #: What it answers, and how many seconds it thinks.
    answer: Callable[[Caught, int], Response] = taken
    thinks: float = 0

    async def __call__(self, request: Request) -> Response:
        caught = Caught(request.method, request.url.path, dict(request.headers), await request.body())
        self.requests.append(caught)
        await asyncio.sleep(self.thinks)
        return self.answer(caught, len(self.requests))


@asynccontextmanager
async def catching() -> AsyncIterator[Catcher]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    found = Catcher(f"http://127.0.0.1:{port}")
    app = Starlette(routes=[Route("/{path:path}", found.__call__, methods=["GET", "POST", "PUT"])])
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="warning", access_log=False))
    serving = asyncio.create_task(server.serve())
    while not server.started:  # noqa: ASYNC110 -- uvicorn tells it by a flag
        await asyncio.sleep(0.02)
    try:
        yield found
    finally:
        server.should_exit = True
        await serving


def said(status: int, code: int | None = None, **headers: str) -> Callable[[Caught, int], Response]:
    """Answers so to everything."""
    return lambda one, number: JSONResponse({"code": code, "message": "no", "status": status}, status, headers)
