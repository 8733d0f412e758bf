"""The last day on which something stands that ends at an instant."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from casework import times


def last_day(ends_at: datetime, now: datetime) -> Callable[[str], str]:
    """The last day on which a consent stands that ends at this instant."""
    # One that was given until a day ends once that day is over in every zone (:attr:`Consent.last_day`).
    return partial(times.day, (ends_at - timedelta(days=1)).date(), beside=now.date())


__all__ = ["last_day"]
