"""Connecticut's own layer, as of a day: which version of the Trust Act, when a detainer's 48 hours end, and what holds
in a state courthouse. Pure; the texts are data (``schema/reference/connecticut.toml``).

A detainer that came on September 30, 2025 at 11 PM is read under the version of 2019, one that came two hours later
under that of 2025: the day is Connecticut's own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from datetime import time as clock

from casework import times
from schema.reference.connecticut import Law, StateCourt, TrustAct, courthouse_rules, state_courts, trust_acts

ZONE = "America/New_York"
#: How long an agency is asked to hold somebody on a detainer alone (8 CFR 287.7(d)).
HOURS = timedelta(hours=48)
HOURS_CITATION = "8 CFR 287.7(d)"


def day_of(at: datetime) -> date:
    """The day on Connecticut's calendar."""
    return times.local_day(at, ZONE)


def trust_act(received_at: datetime) -> TrustAct | None:
    """The version of CGS 54-192h under which a detainer received then is read; None before there was one."""
    day = day_of(received_at)
    return next((one for one in trust_acts() if one.holds_on(day)), None)


@dataclass(frozen=True, slots=True)
class Expiry:
    """When a detainer's hours end, and how that was counted: for attorney review."""

    counted_from: datetime
    #: They were counted from the receipt, because nobody knows from when the person is held on it alone: the earliest.
    from_receipt: bool
    at: datetime
    #: Days that do not count: Saturdays, Sundays, federal holidays.
    not_counted: tuple[date, ...]


def expiry(received_at: datetime, held_on_it_from: datetime | None, zone: str) -> Expiry:
    """48 hours from when somebody would otherwise be let go, not counting Saturdays, Sundays and holidays
    (8 CFR 287.7(d)). The one place that counts them: an engine of deadlines may take it over.
    """
    begins = held_on_it_from or received_at
    where = times.zone(zone)
    left, now, skipped = HOURS, begins, []
    while True:
        day = times.local_day(now, zone)
        # The next midnight there: a day of a clock change is shorter or longer.
        midnight = datetime.combine(day + timedelta(days=1), clock(), tzinfo=where).astimezone(begins.tzinfo)
        if day.weekday() >= 5 or times.federal_holiday(day):
            skipped.append(day)
        elif now + left <= midnight:
            return Expiry(begins, held_on_it_from is None, now + left, tuple(skipped))
        else:
            left -= midnight - now
        now = midnight


@dataclass(frozen=True, slots=True)
class AtCourt:
    """Something was, or will be, at a state courthouse: which, and the rule that holds there on that day."""

    court: StateCourt
    rule: Law


def at_court(court: StateCourt | None, at: datetime | None) -> AtCourt | None:
    """The rule on civil arrests at a state courthouse as of an instant (HB 8004). None elsewhere, or before it."""
    if court is None or at is None:
        return None
    rule = next((one for one in courthouse_rules() if one.holds_on(day_of(at))), None)
    return AtCourt(court, rule) if rule else None


def court_of_code(code: str | None) -> StateCourt | None:
    return next((one for one in state_courts() if one.code == code), None)


def court_chosen(said: str) -> StateCourt | None:
    """The state courthouse that somebody chose, by its line in the list or by its code."""
    return next((one for one in state_courts() if said.strip() in (one.label, one.code)), None)


def court_in(*words: str | None) -> StateCourt | None:
    """The state courthouse of which some words speak: by its street and city, or by its name. The most exact counts."""
    said = _plain(" ".join(word for word in words if word))
    for court in state_courts():
        if _has(said, court.street) and _has(said, court.city):
            return court
    named = [court for court in state_courts() if _has(said, court.name)]
    return max(named, key=lambda court: len(court.name), default=None)


def _has(said: str, words: str) -> bool:
    return f" {_plain(words)} " in f" {said} "


_SHORT = {"street": "st", "square": "sq", "avenue": "ave", "road": "rd"}


def _plain(words: str) -> str:
    found = re.findall(r"[a-z0-9]+", words.casefold())
    return " ".join(_SHORT.get(word, word) for word in found)


__all__ = [
    "HOURS_CITATION",
    "ZONE",
    "AtCourt",
    "Expiry",
    "at_court",
    "court_chosen",
    "court_in",
    "court_of_code",
    "day_of",
    "expiry",
    "trust_act",
]
