"""A mail server that answers as a test tells it to."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import Message
from email.policy import default
from typing import Any

from aiosmtpd.controller import Controller


class PostOffice:
    """Keeps what it takes. ``answers`` maps a recipient to what the server says of them instead of taking it."""

    def __init__(self) -> None:
        self.taken: list[Message] = []
        self.answers: dict[str, str] = {}
        #: Cleared: the server holds its answer back.
        self.may_answer = threading.Event()
        self.may_answer.set()

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:  # noqa: N802
        if answer := self.answers.get(address):
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        self.taken.append(message_from_bytes(envelope.original_content, policy=default))
        # The office works in a thread of its own; the test lets it answer from another.
        await asyncio.to_thread(self.may_answer.wait, 20)
        return "250 2.0.0 OK: queued as A1B2C3"

    @property
    def about_dates(self) -> list[Message]:
        """What was taken but for digests: these come by the hour of the day at which a test happens to run."""
        return [message for message in self.taken if str(message["Subject"]) != "What waits for you today"]

    @property
    def ids(self) -> list[str]:
        return [str(message["Message-ID"]) for message in self.taken]

    def to(self, address: str) -> list[Message]:
        return [message for message in self.taken if address in str(message["To"])]


@contextmanager
def open_at(office: PostOffice, port: int) -> Iterator[str]:
    """The office opens on this port of loopback; its URL."""
    controller = Controller(office, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield f"smtp://127.0.0.1:{port}"
    finally:
        controller.stop(no_assert=True)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
