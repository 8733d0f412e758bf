"""A carrier of texts with moods, that speaks as Twilio does: what it took it has written down by the key it came with,
and a key it knows rings no telephone twice.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import random
import time
from dataclasses import dataclass
from urllib.parse import parse_qsl

import orjson

from commands import postgres

SENDER = "+12035550100"
SID, TOKEN = "AC1", "secret"
#: Seconds that a worker of the storm waits for its answer, and how long it is silent when it is slow.
PATIENCE, SLOW = 1.5, 3.0
#: "too many" and "failing" take nothing. "dropping" and "slow" take it, and the worker never hears that they did.
MOODS = ("too many", "failing", "dropping", "slow")


@dataclass(frozen=True)
class Text:
    """One message on somebody's telephone."""

    key: str
    to: str
    body: str
    at: float


class Exchange:
    """``POST …/Messages.json``, and nothing else of Twilio's. A key is ``I-Twilio-Idempotency-Token``."""

    def __init__(self, seed: int, thinks: float) -> None:
        self._thinks = thinks
        self.mood = "fair"
        #: By key: whatever comes again with a key is answered as it was the first time.
        self.taken: dict[str, Text] = {}
        #: What telephones showed, in order.
        self.rang: list[Text] = []
        #: The key of each request that was understood, in any mood.
        self.asked: list[str] = []
        #: Taken, and never said so.
        self.unsaid = 0
        #: Came with a key it knew.
        self.again = 0
        #: Not from this account, or not as Twilio would be asked.
        self.strange = 0
        self._draw = random.Random(seed)
        self._server: asyncio.Server | None = None
        self.port = postgres.free_port()

    @property
    def url(self) -> str:
        """For ``PRESENCIA_SMS_URL``."""
        return f"http://{SID}:{TOKEN}@127.0.0.1:{self.port}?from=%2B{SENDER[1:]}"

    async def __aenter__(self) -> Exchange:
        self._server = await asyncio.start_server(self._meet, "127.0.0.1", self.port)
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._server is not None:
            self._server.close()

    async def _meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # Whoever asked may be killed at any line.
        with contextlib.suppress(OSError, asyncio.IncompleteReadError, ValueError, asyncio.CancelledError):
            while await self._answered(reader, writer):
                pass
        with contextlib.suppress(OSError):
            writer.close()

    async def _answered(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """One request. Returns whether the line stays open."""
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:])}
        form = dict(parse_qsl((await reader.readexactly(int(headers.get("content-length", "0")))).decode()))

        async def say(status: int, told: dict[str, object], more: str = "") -> bool:
            content = orjson.dumps(told)
            writer.write(
                f"HTTP/1.1 {status} -\r\ncontent-type: application/json\r\ncontent-length: {len(content)}\r\n{more}\r\n"
                .encode() + content
            )  # fmt: skip
            await writer.drain()
            return True

        key, to, body = headers.get("i-twilio-idempotency-token", ""), form.get("To", ""), form.get("Body", "")
        trusted = base64.b64encode(f"{SID}:{TOKEN}".encode()).decode()
        wanted = f"POST /2010-04-01/Accounts/{SID}/Messages.json "
        if (
            headers.get("authorization") != f"Basic {trusted}" or not head[0].startswith(wanted)
            or not (key and to and body) or form.get("From") != SENDER
        ):  # fmt: skip
            self.strange += 1
            return await say(400, {"code": 20001, "status": 400})
        self.asked.append(key)
        mood = self.mood
        if mood == "too many":
            return await say(429, {"code": 20429, "status": 429}, "retry-after: 1\r\n")
        if mood == "failing":
            return await say(500, {"code": 20500, "status": 500})
        await asyncio.sleep(self._thinks)
        if key in self.taken:
            self.again += 1
        else:
            self.taken[key] = text = Text(key, to, body, time.monotonic())
            self.rang.append(text)
        if mood == "dropping" and self._draw.random() < 0.3:
            self.unsaid += 1
            return False
        if mood == "slow":
            self.unsaid += 1
            await asyncio.sleep(SLOW)
        return await say(201, {"sid": f"SM{key.replace('-', '')}", "status": "queued", "error_code": None})


__all__ = ["MOODS", "PATIENCE", "Exchange", "Text"]
