"""Days and hours as lists of clients hold them: every way people and spreadsheet programs write them. Pure.

``3/4/2026`` is March 4 to one office and April 3 to another. Nobody guesses: where the dates of a column do not show
it themselves (a 25 cannot be a month), whoever brings them says which stands first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from enum import Enum

from casework.imports.cells import Moment
from casework.imports.problems import CellProblem
from casework.language import Sentence

_HOUR = (
    r"(?:(?:[,\s]+(?:at\s+|a las\s+)?|T)"
    r"(?P<hour>\d{1,2})(?::(?P<minute>\d{2}))?(?::\d{2})?\s*(?P<half>[ap]\.?\s?m\.?)?)?"
)
_ISO = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})" + _HOUR, re.IGNORECASE)
_PARTS = re.compile(r"(?P<one>\d{1,2})[-/.](?P<two>\d{1,2})[-/.](?P<year>\d{4}|\d{2})" + _HOUR, re.IGNORECASE)
_WORDS = re.compile(
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th|º|o)?[\s\-]+(?:de\s+)?(?P<month>[a-z]{3,10})\.?|(?P<month2>[a-z]{3,10})\.?\s+"
    r"(?P<day2>\d{1,2})(?:st|nd|rd|th)?)[\s,\-]+(?:de\s+|del\s+)?(?P<year>\d{4}|\d{2})" + _HOUR,
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?P<hour>\d{1,2})(?::(?P<minute>\d{2}))?(?::\d{2})?\s*(?P<half>[ap]\.?\s?m\.?)?", re.IGNORECASE)
#: The day that spreadsheet programs count from, once their year 1900 has its wrong leap day behind it.
_SERIAL_ZERO = date(1899, 12, 30)
#: From 1927 to 2119: what is counted in such numbers is a day.
_SERIALS = range(10_000, 80_000)
_MONTHS = {
    name: index // 2 + 1
    for index, names in enumerate(
        ("jan", "ene", "feb", "feb", "mar", "mar", "apr", "abr", "may", "may", "jun", "jun", "jul", "jul", "aug", "ago",
         "sep", "sep", "oct", "oct", "nov", "nov", "dec", "dic")
    )
    for name in (names,)
}  # fmt: skip
_MONTHS["set"] = 9


class Order(Enum):
    """Which stands first in the dates of a table."""

    MONTH = "month"
    DAY = "day"
    #: Every one of them may be read both ways, and one at least would be another day.
    UNKNOWN = "unknown"
    #: Nothing hangs on it.
    NONE = "none"


def order_of(cells: Iterable[str]) -> Order:
    """What the dates themselves show. Where they contradict each other the month is first, and the others are told as
    problems.
    """
    either = False
    day = month = 0
    for words in cells:
        if found := _PARTS.fullmatch(words.strip()):
            one, two = int(found["one"]), int(found["two"])
            day += 12 < one <= 31 and two <= 12
            month += 12 < two <= 31 and one <= 12
            either = either or (one <= 12 and two <= 12 and one != two)
    if day and not month:
        return Order.DAY
    if month:
        return Order.MONTH
    return Order.UNKNOWN if either else Order.NONE


def moment(words: str, *, day_first: bool | None, past: bool = False, today: date | None = None) -> Moment:
    """A day, with or without an hour. A year of two digits is a past one where a day ``past`` is meant. Raises
    :class:`CellProblem`.
    """
    said = words.strip()
    if re.fullmatch(r"\d{5}(\.\d+)?", said) and int(float(said)) in _SERIALS:
        return _from_serial(float(said))
    try:
        if found := _ISO.fullmatch(said):
            return _made(found, int(found["year"]), int(found["month"]), int(found["day"]))
        if found := _PARTS.fullmatch(said):
            one, two = int(found["one"]), int(found["two"])
            if day_first is None and one <= 12 and two <= 12 and one != two:
                raise CellProblem(
                    Sentence('say first whether in "{said}" the month or the day comes first.', said=said)
                )
            month, day = (two, one) if day_first else (one, two)
            return _made(found, _year(found["year"], past, today), month, day)
        if found := _WORDS.fullmatch(folded_date(said)):
            named = _MONTHS.get((found["month"] or found["month2"])[:3])
            if named:
                return _made(found, _year(found["year"], past, today), named, int(found["day"] or found["day2"]))
    except ValueError as error:
        if isinstance(error, CellProblem):
            raise
        raise CellProblem(Sentence('"{said}" is no date that exists.', said=said[:40])) from None
    raise CellProblem(Sentence('"{said}" is no date. Write 2026-03-08, or 3/8/2026.', said=said[:40]))


def folded_date(words: str) -> str:
    """The words of a date without accents, in small letters; its marks stay."""
    days = re.sub(r"^(?:\w+day|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo)[,\s]+", "", words.lower())
    return days.translate(str.maketrans("áéíóú", "aeiou"))


def clock(words: str) -> time:
    """An hour of the day, also as spreadsheet programs count it (0.375). Raises :class:`CellProblem`."""
    said = words.strip().lower()
    if re.fullmatch(r"0?\.\d+", said):
        minutes = round(float(said) * 24 * 60)
        return time(minutes // 60 % 24, minutes % 60)
    found = _CLOCK.fullmatch(said)
    try:
        if found and (found["minute"] or found["half"]):
            return _hour(found)
    except ValueError:
        pass
    raise CellProblem(Sentence('"{said}" is no time of day. Write 9:00 AM, or 13:30.', said=words.strip()[:40]))


def _from_serial(number: float) -> Moment:
    days, minutes = int(number), round((number % 1) * 24 * 60)
    wall = datetime.combine(_SERIAL_ZERO, time(0)) + timedelta(days=days, minutes=minutes)
    return Moment(wall, None, hour_known=minutes > 0)


def _year(digits: str, past: bool, today: date | None) -> int:
    if len(digits) == 4:
        return int(digits)
    year = 2000 + int(digits)
    if past and today is not None:
        return year - 100 if year > today.year else year
    return year if int(digits) < 70 else year - 100


def _made(found: re.Match[str], year: int, month: int, day: int) -> Moment:
    if not 1900 <= year <= 2100:
        raise CellProblem(Sentence("the year {year} cannot be right.", year=year))
    at = _hour(found) if found["hour"] else time(0)
    return Moment(datetime.combine(date(year, month, day), at), None, hour_known=found["hour"] is not None)


def _hour(found: re.Match[str]) -> time:
    hour, minute, half = int(found["hour"]), int(found["minute"] or 0), (found["half"] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            raise ValueError
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return time(hour, minute)


__all__ = ["Order", "clock", "moment", "order_of"]
