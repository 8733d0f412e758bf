"""How clocks of the bond track count days. Pure, and all of it stands here, so that it can be counted elsewhere.

Day 0 is the day from which a clock runs (the order, the decision). Business days are Monday to Friday without federal
holidays (5 USC 6103). The last day of a time to file, when it is no business day, is the next one (DOMAIN §2.5).
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from casework.times import federal_holiday

#: A day is over when it is over in Hawaii: nobody in the country is told earlier that their time has run.
_LAST_MIDNIGHT = timedelta(hours=10)


def is_business_day(day: date) -> bool:
    """Neither a weekend nor a federal holiday."""
    return day.weekday() < 5 and federal_holiday(day) is None


def business_days_after(day: date, count: int) -> date:
    """The last of so many business days."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_business_day(day)
    return day


def calendar_days_after(day: date, count: int) -> date:
    """The last of so many calendar days, whatever day it is: for what lapses by itself."""
    return day + timedelta(days=count)


def filing_days_after(day: date, count: int) -> date:
    """The last day on which something counted in calendar days can be filed."""
    day += timedelta(days=count)
    while not is_business_day(day):
        day += timedelta(days=1)
    return day


def day_at(now: datetime) -> date:
    """The day which it is for a clock."""
    return (now.astimezone(UTC) - _LAST_MIDNIGHT).date()


__all__ = ["business_days_after", "calendar_days_after", "day_at", "filing_days_after", "is_business_day"]
