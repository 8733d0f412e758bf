"""The world outside, as a test's browser finds it: a proxy that carries nothing and remembers who was asked for.

Whatever a page, a worker of its or a preload asks of any other machine comes here, and the test fails.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.async_api import ProxySettings

#: Whom Chromium itself asks, whatever page is open: for newer parts of itself, what forms are about, an account. None
#: of them serves anything that a page would load.
_ITS_OWN = frozenset(
    {
        "accounts.google.com",
        "clients2.google.com",
        "content-autofill.googleapis.com",
        "edgedl.me.gvt1.com",
        "optimizationguide-pa.googleapis.com",
        "redirector.gvt1.com",
        "safebrowsingohttpgateway.googleapis.com",
        "update.googleapis.com",
    }
)


@dataclass
class Outside:
    port: int = 0
    #: The first line of everything that was asked: of whom, and how.
    asked: list[str] = field(default_factory=list)

    @property
    def proxy(self) -> ProxySettings:
        """For a browser: everything but this machine's own addresses goes here."""
        return {"server": f"http://127.0.0.1:{self.port}", "bypass": "127.0.0.1,localhost"}

    @asynccontextmanager
    async def open(self) -> AsyncIterator[Outside]:
        server = await asyncio.start_server(self._heard, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        yield self
        server.close()

    async def _heard(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        first = (await reader.readline()).decode("latin-1").strip()
        if not first:
            writer.close()
            return
        # "CONNECT host:443 HTTP/1.1", or "GET http://host/path HTTP/1.1".
        wanted = first.split()[1]
        host = urlsplit(wanted if "//" in wanted else f"//{wanted}").hostname
        if host not in _ITS_OWN:
            self.asked.append(first)
        writer.write(b"HTTP/1.1 502 Nobody is there\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")
        await writer.drain()
        writer.close()
