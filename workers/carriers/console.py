"""For a deployment that has no mail server yet."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence

from casework.notices import Outcome, Outgoing, Said

log = logging.getLogger(__name__)


class Nowhere:
    """No address of a mail server is set: every letter waits, and a human is told once it would be too late."""

    async def carry(self, letters: Sequence[Outgoing]) -> list[Said]:
        log.warning("%d letters wait: PRESENCIA_SMTP_URL is not set", len(letters))
        return [Said(letter.notice_id, letter.attempt, Outcome.LATER, "no_mail_server") for letter in letters]

    async def close(self) -> None:
        return None


class Console:
    """Prints letters for whoever develops (``PRESENCIA_SMTP_URL=console:``). Never for real people: it shows all."""

    async def carry(self, letters: Sequence[Outgoing]) -> list[Said]:
        for letter in letters:
            sys.stdout.write(f"To: {letter.to}\nSubject: {letter.letter.subject}\n\n{letter.letter.text}\n")
        sys.stdout.flush()
        return [Said(letter.notice_id, letter.attempt, Outcome.CARRIED, "printed") for letter in letters]

    async def close(self) -> None:
        return None
