"""Scalars of the API: instants, days, and wall times without a zone."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, NewType

import strawberry

from casework.times import written

#: Years outside are slips of the pen, and some of them no database can hold.
_YEARS = range(1900, 2201)


def _plausible(at: datetime) -> datetime:
    if at.year not in _YEARS:
        raise ValueError(f"The year must lie between {_YEARS[0]} and {_YEARS[-1]}.")
    return at


def _read(text: object) -> datetime:
    if not isinstance(text, str) or len(text) > 19:
        raise ValueError("A wall time is text such as 2026-12-02T09:00.")
    at = datetime.fromisoformat(text)
    if at.tzinfo is not None:
        raise ValueError("A wall time has no zone: it is what the notice prints.")
    return _plausible(at.replace(second=0, microsecond=0))


def _instant(text: object) -> datetime:
    if not isinstance(text, str) or len(text) > 40:
        raise ValueError("An instant is text such as 2026-12-02T14:00:00Z.")
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError("An instant says its offset from UTC, such as 2026-12-02T14:00:00Z.")
    return _plausible(at)


def _day(text: object) -> date:
    if not isinstance(text, str) or len(text) > 10:
        raise ValueError("A day is text such as 2026-12-02.")
    day = date.fromisoformat(text)
    if day.year not in _YEARS:
        raise ValueError(f"The year must lie between {_YEARS[0]} and {_YEARS[-1]}.")
    return day


WallTime = NewType("WallTime", datetime)

#: How the schema spells them.
SCALARS: dict[object, Any] = {
    date: strawberry.scalar(
        name="Date",
        description="Date (isoformat)",
        serialize=lambda day: day.isoformat(),
        parse_value=_day,
    ),
    # As the database writes it, so that every path of a query says the same.
    datetime: strawberry.scalar(
        name="DateTime",
        description="Date with time (isoformat)",
        serialize=written,
        parse_value=_instant,
    ),
    WallTime: strawberry.scalar(
        name="WallTime",
        description='A time as printed on paper, without a zone: "2026-12-02T09:00".',
        serialize=lambda at: at.strftime("%Y-%m-%dT%H:%M"),
        parse_value=_read,
    ),
}
