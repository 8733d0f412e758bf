"""Counting as courts count: calendar days, business days, and hours that pass.

Days: the day of the event is day 0, and a last day on which courts are closed moves to the next business day (EOIR
Policy Manual, app. C; BIA, ch. 4.5). Hours pass whatever the clock on the wall does.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache

from casework import times

#: Longer stretches without a business day there are none.
_FAR = 3_660


@cache
def closed_because(day: date) -> str | None:
    """The federal holiday on this day (5 U.S.C. 6103), which may be a sentence; None on every other day."""
    return times.federal_holiday(day)


def is_business_day(day: date) -> bool:
    """No Saturday, Sunday or federal holiday."""
    return day.weekday() < 5 and closed_because(day) is None


def business_day(day: date) -> date:
    """This day, or the next one on which courts are open."""
    while not is_business_day(day):
        day += timedelta(days=1)
    return day


def business_days(day: date, count: int, *, back: bool = False) -> tuple[date, list[date]]:
    """The ``count``-th business day after (or before) a day, which is day 0, and the days that were not counted."""
    step = timedelta(days=-1 if back else 1)
    passed: list[date] = []
    if count == 0:
        return (day if back else business_day(day)), passed
    for _ in range(_FAR):
        day += step
        if is_business_day(day):
            count -= 1
            if count == 0:
                return day, passed
        else:
            passed.append(day)
    raise ValueError("There are not so many business days.")


def years_later(day: date, count: int) -> tuple[date, bool]:
    """The same day ``count`` years later, and whether that year has none: then the day before it, which is safe."""
    try:
        return day.replace(year=day.year + count), False
    except ValueError:
        return date(day.year + count, 2, 28), True


def business_hours(at: datetime, count: int, zone_name: str) -> tuple[datetime, list[date]]:
    """The instant at which ``count`` hours of business days have passed, and the days on which the clock stood still.

    A business day begins and ends at midnight there, however many hours lie between.
    """
    left, passed = timedelta(hours=count), []
    for day, begins, ends in _days_from(at, zone_name):
        if not is_business_day(day):
            passed.append(day)
            continue
        if left <= ends - max(begins, at):
            return max(begins, at) + left, passed
        left -= ends - max(begins, at)
    raise ValueError("There are not so many business hours.")


def _days_from(at: datetime, zone_name: str) -> Iterator[tuple[date, datetime, datetime]]:
    where = times.zone(zone_name)
    day = times.local_day(at, zone_name)
    for _ in range(_FAR):
        after = day + timedelta(days=1)
        yield day, midnight(day, zone_name), datetime.combine(after, time(), tzinfo=where).astimezone(UTC)
        day = after


def midnight(day: date, zone_name: str) -> datetime:
    """The instant at which a day begins there."""
    return datetime.combine(day, time(), tzinfo=times.zone(zone_name)).astimezone(UTC)


def clocks_change(at: datetime, until: datetime, zone_name: str) -> bool:
    """Whether the clocks there are set between two instants."""
    where = times.zone(zone_name)
    return at.astimezone(where).utcoffset() != until.astimezone(where).utcoffset()
