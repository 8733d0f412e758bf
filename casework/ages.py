"""How old somebody is by a day of birth as it was told: whole ("2007-05-31"), or the year alone ("2007")."""

from __future__ import annotations

from datetime import UTC, date, datetime

_OF_AGE = 18


def eighteenth_birthday(born: str | None) -> datetime | None:
    """When a day of birth, or a year, makes somebody 18: never later than the day begins anywhere in the country."""
    if not born:
        return None
    if len(born) == 4:
        return datetime(int(born) + _OF_AGE, 1, 1, tzinfo=UTC)
    day = date.fromisoformat(born)
    leap = (day.month, day.day) == (2, 29)
    return datetime(day.year + _OF_AGE, day.month, 28 if leap else day.day, tzinfo=UTC)


def may_be_minor(born: str | None, today: date) -> bool:
    """Under 18 today. Of a year alone: whoever may be."""
    if born is None:
        return False
    if len(born) == 4:
        return today.year - int(born) <= _OF_AGE
    day = date.fromisoformat(born)
    return today.year - day.year - ((today.month, today.day) < (day.month, day.day)) < _OF_AGE


def is_minor(born: str | None, today: date) -> bool:
    """Under 18 today whatever day of that year it was."""
    return may_be_minor(born if born is None or len(born) > 4 else f"{born}-01-01", today)
