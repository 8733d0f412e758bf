"""Lines: how fast a carrier may go, and when it rests.

After a few failures in a row a line is left alone for a pause that grows, and letters wait without using up their
tries. Then one letter is the probe: if it gets through, all go again. A carrier that says for how long (Retry-After) is
left alone for so long.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from aiolimiter import AsyncLimiter

from casework.notices import Outcome, Outgoing, Said
from workers.carriers.base import Carrier, Say

#: Failures in a row after which a line rests.
FAILURES = 5
#: Seconds of the first rest, doubled each time, up to the longest.
FIRST_REST, LONGEST_REST = 30.0, 1_800.0
#: Seconds of one batch after which nothing more is begun: what is left goes with the next.
BEGIN_WITHIN = 120.0


@dataclass
class Line:
    """One line's state."""

    now: Callable[[], float] = time.monotonic
    failures: int = 0
    rests: int = 0
    until: float = 0.0

    @property
    def resting(self) -> bool:
        """It is left alone, or waits for its probe."""
        return self.failures >= FAILURES

    def left(self) -> float:
        """Seconds until it may be tried."""
        return max(0.0, self.until - self.now())

    def worked(self) -> None:
        """Something came back that the line itself did not spoil."""
        self.failures, self.rests, self.until = 0, 0, 0.0

    def failed(self, asked: float = 0.0) -> None:
        """It did not get through. ``asked``: seconds for which the carrier wants to be left alone."""
        self.failures += 1
        if self.resting:
            rest = min(LONGEST_REST, FIRST_REST * 2.0 ** min(self.rests, 10))
            self.rests += 1
            self.until = self.now() + rest
        if asked:
            self.until = max(self.until, self.now() + min(asked, LONGEST_REST))

    def told(self) -> dict[str, Any]:
        """For whoever watches."""
        return {
            "state": "resting" if self.resting or self.left() else "open",
            "failures": self.failures,
            "until": (datetime.now(UTC) + timedelta(seconds=self.left())).isoformat() if self.left() else None,
        }


class Guarded:
    """A carrier whose line is looked after: not too fast, and not while it is down."""

    def __init__(
        self,
        carrier: Carrier,
        *,
        per_second: float,
        at_once: int,
        line: Line | None = None,
        begin_within: float = BEGIN_WITHIN,
    ) -> None:
        self._carrier = carrier
        # Of a slow line one at a time, so that a second's worth is never held back.
        self._limiter = AsyncLimiter(max(1.0, per_second), max(1.0, 1.0 / per_second))
        self._at_once = at_once
        self._begin_within = begin_within
        self.line = line or Line()

    async def carry(self, letters: Sequence[Outgoing], say: Say) -> None:
        """Carry as many as the line takes; the others wait, untried."""
        began, waiting = time.monotonic(), list(letters)
        while waiting:
            if self.line.left() or time.monotonic() - began > self._begin_within:
                left = self.line.left()
                for one in waiting:
                    say(_untried(one, "line_rests" if left else "line_is_slow", left))
                return
            # One is the probe of a line that rested.
            some = waiting[: 1 if self.line.resting else self._at_once]
            waiting = waiting[len(some) :]
            for _ in some:
                await self._limiter.acquire()
            heard: list[Said] = []

            def hear(said: Said, heard: list[Said] = heard) -> None:
                heard.append(said)
                say(said)

            await self._carrier.carry(some, hear)
            self._judge(heard)

    def _judge(self, heard: Sequence[Said]) -> None:
        asked = max((one.again_after for one in heard if one.line), default=0.0)
        if heard and (asked or all(one.line for one in heard)):
            self.line.failed(asked)
        elif heard:
            self.line.worked()

    async def close(self) -> None:
        await self._carrier.close()


def _untried(letter: Outgoing, why: str, again_after: float) -> Said:
    return Said(letter.notice_id, letter.attempt, Outcome.LATER, why, again_after=again_after, tried=False)


__all__ = ["FAILURES", "FIRST_REST", "LONGEST_REST", "Guarded", "Line"]
