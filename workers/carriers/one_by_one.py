"""Carriers that carry each letter by itself, a few side by side."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from casework.notices import Outcome, Outgoing, Said
from workers.carriers.base import Say

log = logging.getLogger(__name__)


class OneByOne:
    """Whoever says how one letter goes gets a batch carried."""

    async def carry(self, letters: Sequence[Outgoing], say: Say) -> None:
        """Carry them side by side. A fault of ours about one letter keeps no other from going."""
        await asyncio.gather(*(self._safely(letter, say) for letter in letters))

    async def _safely(self, letter: Outgoing, say: Say) -> None:
        try:
            say(await self.carry_one(letter))
        except Exception:
            log.exception("letter %s could not be carried", letter.notice_id)
            say(later(letter, "fault"))

    async def carry_one(self, letter: Outgoing) -> Said:
        """How this one went."""
        raise NotImplementedError

    async def close(self) -> None:
        return None


def later(letter: Outgoing, said: str, *, again_after: float = 0, line: bool = False) -> Said:
    """To be tried again."""
    return Said(letter.notice_id, letter.attempt, Outcome.LATER, said, again_after=again_after, line=line)


def refused(letter: Outgoing, said: str, *, dead: bool = False, stopped: bool = False) -> Said:
    """Never."""
    return Said(letter.notice_id, letter.attempt, Outcome.REFUSED, said, address_dead=dead, stopped=stopped)


def retry_after(header: str | None) -> float:
    """Seconds that a ``Retry-After`` asks for (RFC 9110 §10.2.3); nothing when it asks for none."""
    if not header:
        return 0.0
    if header.strip().isdecimal():
        return float(header.strip()[:9])
    try:
        at = parsedate_to_datetime(header)
    except (ValueError, TypeError):
        return 0.0
    return max(0.0, (at - datetime.now(UTC)).total_seconds()) if at.tzinfo else 0.0


__all__ = ["OneByOne", "later", "refused", "retry_after"]
