"""VTIMEZONE in the one form that every calendar reads alike: two yearly rules.

``icalendar`` would write the onsets as one long list of dates from 1970 on, which ``ical.js``, ``vobject`` and others
read an hour late all summer (CALENDAR §6.1). The rule in force lies ready in the footer of the zone's TZif file, as
POSIX writes it (RFC 9636 §3.3.1): ``EST5EDT,M3.2.0,M11.1.0``.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from functools import cache
from importlib import resources
from typing import TypeAlias

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

_NAME = r"(?:[A-Za-z]{3,}|<[^>]+>)"
_CLOCK = r"[+-]?\d{1,3}(?::\d{2}(?::\d{2})?)?"
_FOOTER = re.compile(
    rf"(?P<standard>{_NAME})(?P<west>{_CLOCK})"
    rf"(?:(?P<daylight>{_NAME})(?P<summer_west>{_CLOCK})?,(?P<start>[^,]+),(?P<end>[^,]+))?"
)
_RULE = re.compile(rf"M(?P<month>\d+)\.(?P<week>\d)\.(?P<day>\d)(?:/(?P<clock>{_CLOCK}))?")
_DAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")
_FIRST_YEAR = 1970
_Onset: TypeAlias = TimezoneStandard | TimezoneDaylight


@cache
def footer(zone_name: str) -> str | None:
    """The POSIX rule at the end of the zone's TZif file, from the pinned ``tzdata``. None when it has none."""
    try:
        raw = resources.files("tzdata").joinpath("zoneinfo", *zone_name.split("/")).read_bytes()
    except OSError:
        return None
    return raw.rstrip(b"\n").rpartition(b"\n")[2].decode("ascii", "replace") or None


@cache
def vtimezone(zone_name: str) -> Timezone | None:
    """The zone's VTIMEZONE. None for the few in the world whose rule two yearly lines cannot say: write UTC then.

    The same object each time: nobody changes it.
    """
    parsed = _FOOTER.fullmatch(footer(zone_name) or "")
    if parsed is None:
        return None
    standard = -_clock(parsed["west"])
    zone = Timezone()
    zone.add("tzid", zone_name)
    if parsed["daylight"] is None:
        zone.add_component(_onset(TimezoneStandard(), parsed["standard"], standard, standard, None))
        return zone
    daylight = -_clock(parsed["summer_west"]) if parsed["summer_west"] else standard + timedelta(hours=1)
    start, end = _RULE.fullmatch(parsed["start"]), _RULE.fullmatch(parsed["end"])
    if start is None or end is None or not (_within_the_day(start) and _within_the_day(end)):
        return None
    zone.add_component(_onset(TimezoneDaylight(), parsed["daylight"], standard, daylight, start))
    zone.add_component(_onset(TimezoneStandard(), parsed["standard"], daylight, standard, end))
    return zone


def _onset(part: _Onset, name: str, before: timedelta, after: timedelta, rule: re.Match[str] | None) -> _Onset:
    """One change of clocks. It begins at the local time *before* the change (RFC 5545 §3.6.5), as POSIX counts it."""
    part.add("dtstart", _first(rule) if rule else datetime.combine(date(_FIRST_YEAR, 1, 1), time()))
    part.add("tzoffsetfrom", before)
    part.add("tzoffsetto", after)
    part.add("tzname", name.strip("<>"))
    if rule:
        week = int(rule["week"])
        # POSIX's fifth week means the last.
        day = f"{-1 if week == 5 else week}{_DAYS[int(rule['day'])]}"
        part.add("rrule", {"freq": "yearly", "bymonth": int(rule["month"]), "byday": day})
    return part


def _first(rule: re.Match[str]) -> datetime:
    month, week, day = int(rule["month"]), int(rule["week"]), int(rule["day"])
    days = [
        found
        for number in range(1, 32)
        if (found := _day(_FIRST_YEAR, month, number)) and found.isoweekday() % 7 == day
    ]
    chosen = days[-1] if week == 5 else days[week - 1]
    return datetime.combine(chosen, time()) + _clock(rule["clock"] or "2")


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _within_the_day(rule: re.Match[str]) -> bool:
    return timedelta(0) <= _clock(rule["clock"] or "2") < timedelta(days=1)


def _clock(text: str) -> timedelta:
    hours, *rest = text.lstrip("+-").split(":")
    size = timedelta(hours=int(hours), minutes=int(rest[0]) if rest else 0, seconds=int(rest[1]) if rest[1:] else 0)
    return -size if text.startswith("-") else size
