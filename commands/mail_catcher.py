"""The demo's post office: takes every letter, keeps it in a folder, sends nothing on."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import UTC, datetime
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller

from workers.carriers.mailbox import keep

#: More than any letter of ours; a demo's disk is not for filling.
LARGEST = 5_000_000


@dataclass(frozen=True)
class Kept:
    """One caught letter."""

    name: str
    at: datetime
    message: EmailMessage


class Catcher:
    """An SMTP server on loopback, in a thread of its own. Letters lie in ``folder`` as ``.eml`` files."""

    def __init__(self, folder: Path, port: int = 0, host: str = "127.0.0.1") -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.folder = folder
        self._controller = _Controller(self, hostname=host, port=port, data_size_limit=LARGEST)

    def start(self) -> None:
        self._controller.start()

    def stop(self) -> None:
        self._controller.stop(no_assert=True)

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self._controller.bound_port}"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 -- aiosmtpd calls it so
        """Keep one letter."""
        content: bytes = envelope.original_content or b""
        lines = [f"X-Envelope-From: {envelope.mail_from}", *(f"X-Envelope-To: {one}" for one in envelope.rcpt_tos)]
        name = keep(self.folder, "".join(f"{line}\r\n" for line in lines).encode() + content)
        return f"250 Kept as {name}"


class _Controller(Controller):
    @property
    def bound_port(self) -> int:
        """The port that was found when 0 was asked for."""
        server: Any = self.server
        port: int = server.sockets[0].getsockname()[1]
        return port

    def _trigger_server(self) -> None:
        # The stock one connects to the asked port, which may be 0.
        self.port = self.bound_port
        super()._trigger_server()  # type: ignore[no-untyped-call]  # aiosmtpd ships no types


def kept(folder: Path, limit: int | None = None) -> list[Kept]:
    """The letters in a folder, the newest first."""
    names = sorted((path.name for path in folder.glob("[0-9]*.eml")), reverse=True)
    letters = []
    for name in names[:limit]:
        with contextlib.suppress(OSError, ValueError):
            letters.append(read(folder / name))
    return letters


def read(path: Path) -> Kept:
    """One letter from its file. The name says when it came."""
    at = datetime.strptime(path.name.partition("Z-")[0], "%Y%m%dT%H%M%S.%f").replace(tzinfo=UTC)
    message = BytesParser(policy=policy.default).parsebytes(path.read_bytes())
    return Kept(path.name, at, message)
