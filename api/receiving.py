"""Files on their way in: how many lie in memory at once, whose they are, and how long each may take.

Each lies in memory while it comes, so there are few places; and a place that nobody has to leave would be taken for
good by eight slow senders. So one person has two of them, and whoever sends too slowly is cut off.
"""

from __future__ import annotations

import asyncio
import io
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

from starlette.requests import ClientDisconnect, Request

from api.guards import BadRequest
from casework import documents
from casework.language import Sentence


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a file has to come: all of it, and each share of it, within so many seconds."""

    whole: float = 600
    share: int = 64 * 1024
    each: float = 20


PACE = Pace()
#: Places of this process, and of one person among them.
AT_ONCE, EACH = 8, 2
#: Seconds after which it is worth another try.
_AGAIN = 30


class SaidNo(BadRequest):
    """A body that is not taken, with a sentence in the sender's language; after a while it may be, or the line is
    closed.
    """

    def __init__(self, status: int, sentence: Sentence, language: str, **headers: str) -> None:
        super().__init__(status, sentence.said(language))
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


class Places:
    """Who is sending files just now."""

    def __init__(self) -> None:
        self._taken: Counter[UUID] = Counter()

    @contextmanager
    def taken(self, person_id: UUID, language: str) -> Iterator[None]:
        """One place, while a file comes. Raises :class:`SaidNo` when this person, or everybody, sends enough."""
        again = {"retry_after": str(_AGAIN)}
        if self._taken[person_id] >= EACH:
            told = Sentence("You are sending {most} files already. Try again when one of them is here.", most=EACH)
            raise SaidNo(429, told, language, **again)
        if self._taken.total() >= AT_ONCE:
            told = Sentence("Many files are being sent just now. Try again in a minute.")
            raise SaidNo(429, told, language, **again)
        self._taken[person_id] += 1
        try:
            yield
        finally:
            self._taken[person_id] -= 1
            if not self._taken[person_id]:
                del self._taken[person_id]


PLACES = Places()


async def body(request: Request, language: str) -> bytes:
    """What was sent. It is let go as soon as it is too long, or comes too slowly. One buffer, which becomes the bytes
    without a copy. Raises :class:`BadRequest`.
    """
    told = request.headers.get("content-length", "")
    if told.isdecimal() and (len(told) > 12 or int(told) > documents.LARGEST):
        raise BadRequest(413, documents.too_long().said(language))
    into, size, since = io.BytesIO(), 0, 0
    loop, pace = asyncio.get_running_loop(), PACE
    end = loop.time() + pace.whole
    try:
        async with asyncio.timeout_at(min(end, loop.time() + pace.each)) as waiting:
            async for chunk in request.stream():
                size += len(chunk)
                if size > documents.LARGEST:
                    raise BadRequest(413, documents.too_long().said(language))
                into.write(chunk)
                since += len(chunk)
                if since >= pace.share:
                    since = 0
                    waiting.reschedule(min(end, loop.time() + pace.each))
    except TimeoutError:
        slow = Sentence("The file came too slowly and was let go: nothing was saved. Send it where the line is better.")
        raise SaidNo(408, slow, language, connection="close") from None
    except ClientDisconnect:
        raise BadRequest(400, "The file was cut off on the way. Send it again.") from None
    return into.getvalue()


__all__ = ["AT_ONCE", "EACH", "PACE", "PLACES", "Pace", "SaidNo", "body"]
