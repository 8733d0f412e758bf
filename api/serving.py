"""The server that carries the application."""

from __future__ import annotations

import socket

import uvicorn
from fastapi import FastAPI


class Server(uvicorn.Server):
    """uvicorn, which waits for every answer to end: told to stop, it ends those that never would, the open pages'."""

    def __init__(self, config: uvicorn.Config, app: FastAPI) -> None:
        super().__init__(config)
        self._app = app

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        if (house := getattr(self._app.state, "house", None)) is not None:
            await house.live.stop()
        await super().shutdown(sockets)


__all__ = ["Server"]
