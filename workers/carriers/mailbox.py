"""Writes letters into the demo's mailbox in place of sending them: for what no catcher on this machine could take."""

from __future__ import annotations

import os
import secrets
from collections.abc import Sequence
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from casework.notices import Outcome, Outgoing, Said
from workers.carriers.base import Say


class Mailbox:
    """A folder of ``.eml`` files, the same that the demo's post office fills."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def carry(self, letters: Sequence[Outgoing], say: Say) -> None:
        """Keep them. Written aside first, so that a reader never meets half of one."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for letter in letters:
            mail = EmailMessage(policy=SMTP)
            mail["X-Channel"] = letter.channel.value
            mail["From"], mail["To"] = str(letter.sender), letter.name.replace(",", " ")
            mail["Subject"] = letter.letter.short or letter.letter.subject
            mail.set_content(f"{letter.letter.short or letter.letter.subject}\n\n{letter.link or ''}\n")
            keep(self._folder, mail.as_bytes())
            say(Said(letter.notice_id, letter.attempt, Outcome.CARRIED, "kept"))

    async def close(self) -> None:
        return None


def keep(folder: Path, content: bytes) -> str:
    """Keep one in the folder, named by when it came. Returns the name."""
    name = f"{datetime.now(UTC):%Y%m%dT%H%M%S.%f}Z-{secrets.token_hex(3)}.eml"
    rough = folder / f".{name}"
    with os.fdopen(os.open(rough, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
    rough.rename(folder / name)
    return name


__all__ = ["Mailbox", "keep"]
