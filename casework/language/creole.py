"""Haitian Creole for days, hours and zones: CLDR has none, and gives French under its name.

Written here by hand, in one place. No native speaker has reviewed it yet.
"""

from __future__ import annotations

from datetime import date

_WEEKDAYS = ("lendi", "madi", "mèkredi", "jedi", "vandredi", "samdi", "dimanch")
_MONTHS = (
    "janvye", "fevriye", "mas", "avril", "me", "jen", "jiyè", "out", "septanm", "oktòb", "novanm", "desanm",
)  # fmt: skip
#: What people there call it, by the zone whose clocks it follows.
ZONES = {
    "America/New_York": "lè Lès",
    "America/Chicago": "lè Santral",
    "America/Denver": "lè Mòn yo",
    "America/Phoenix": "lè Arizona",
    "America/Los_Angeles": "lè Pasifik",
    "America/Anchorage": "lè Alaska",
    "Pacific/Honolulu": "lè Awayi",
    "America/Puerto_Rico": "lè Pòtoriko",
    "Pacific/Guam": "lè Gwam",
}
#: In the hour that occurs twice, which of the two it is.
SUMMER, WINTER = "{zone}, lè ete", "{zone}, lè ivè"
#: Lengths of time, by CLDR's names of units.
_UNITS = {"duration-hour": "èdtan", "duration-day": "jou"}
#: Languages that casework asks after, as Creole calls them.
TONGUES = {
    "en": "angle", "es": "panyòl", "pt": "pòtigè", "ht": "kreyòl ayisyen", "fr": "franse", "ar": "arab", "zh": "chinwa",
    "ru": "ris", "hi": "endi", "it": "italyen", "tr": "tik", "uk": "ikrenyen", "vi": "vyetnamyen", "ko": "koreyen",
}  # fmt: skip


def length(number: int, unit: str) -> str:
    """ "4 jou"."""
    return f"{number} {_UNITS[unit]}"


def weekday(of: date) -> str:
    """ "samdi"."""
    return _WEEKDAYS[of.weekday()]


def day(of: date, *, year: bool, named: bool = False) -> str:
    """ "2 desanm 2026"; ``named``: "mèkredi 2 desanm 2026"."""
    # The first of a month is an ordinal, as in French.
    words = f"{'1ye' if of.day == 1 else of.day} {_MONTHS[of.month - 1]}"
    if year:
        words += f" {of.year}"
    return f"{weekday(of)} {words}" if named else words
