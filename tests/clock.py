"""A clock that tests wind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

#: Monday, 9:30 in New Haven.
NOW = datetime(2026, 11, 23, 14, 30, tzinfo=UTC)


@dataclass
class Clock:
    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **by: float) -> None:
        """``clock.forward(days=3)``"""
        self.now += timedelta(**by)
