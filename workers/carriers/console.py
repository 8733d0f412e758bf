"""For a deployment that has no mail server yet."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence

from casework.notices import Outcome, Outgoing, Said
from workers.carriers.base import Say

log = logging.getLogger(__name__)


class Nowhere:
    """No address of a mail server is set: every letter waits, and a human is told once it would be too late."""

    async def carry(self, letters: Sequence[Outgoing], say: Say) -> None:
        log.warning("%d letters wait: PRESENCIA_SMTP_URL is not set", len(letters))
        for letter in letters:
            say(Said(letter.notice_id, letter.attempt, Outcome.LATER, "no_mail_server"))

    async def close(self) -> None:
        return None


class Console:
    """Prints letters for whoever develops (``PRESENCIA_SMTP_URL=console:``). Never for real people: it shows all."""

    async def carry(self, letters: Sequence[Outgoing], say: Say) -> None:
        for letter in letters:
            sys.stdout.write(f"To: {letter.to}\nSubject: {letter.letter.subject}\n\n{letter.letter.text}\n")
            say(Said(letter.notice_id, letter.attempt, Outcome.CARRIED, "printed"))
        sys.stdout.flush()

    async def close(self) -> None:
        return None
