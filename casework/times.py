"""Times: from the wall clock on a notice to an instant, and back into words.

A notice from the court in El Paso says "March 8, 9:00 AM". Ana types exactly that. What is kept is the wall time, the
IANA zone, and the instant they name. Twice a year a wall time names no instant, or two: then the one who typed it is
asked, because a guess is an hour wrong.

Zone rules come from the pinned ``tzdata`` package and never from the machine, whose tables may be years old.
"""

from __future__ import annotations

import zoneinfo
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Literal, TypeAlias

import holidays
from babel import Locale
from babel.dates import format_date, format_time, get_timezone_name
from babel.lists import format_list
from babel.units import format_unit

from casework.language import InLanguage, Sentence, creole, spoken
from casework.refusals import Invalid, TimeDoesNotExist, TimeOccursTwice

zoneinfo.reset_tzpath(to=())

#: A naive time to the minute, as printed on paper; it means nothing without a zone.
WallTime: TypeAlias = datetime

#: The locale whose words for days and zones are used, by the first part of a person's language tag. Creole has its own
#: (``casework.language.creole``).
LOCALES = {"en": Locale("en", "US"), "es": Locale("es", "US"), "pt": Locale("pt", "BR")}


def lasting(length: timedelta) -> InLanguage:
    """How long something has lasted, as people say it: "30 hours", and from two days on "4 days"."""
    hours = int(length / timedelta(hours=1))
    number, unit = (hours, "duration-hour") if hours < 48 else (hours // 24, "duration-day")
    return lambda language: _counted(number, unit, spoken(language))


def _counted(number: int, unit: str, language: str) -> str:
    if language == "ht":
        return creole.length(number, unit)
    return format_unit(number, unit, length="long", locale=LOCALES[language])


def zone(name: str) -> zoneinfo.ZoneInfo:
    """The zone of an IANA name. Raises :class:`Invalid` for anything else."""
    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise Invalid(
            "timeZone", '"{name}" is not a time zone. Use a name such as America/New_York.', name=name
        ) from error


def written(at: datetime) -> str:
    """An instant as the API and the database both write it: ISO 8601 in UTC, no zeros behind a fraction."""
    text = at.astimezone(UTC).isoformat()
    if at.microsecond:
        whole, _, rest = text.partition(".")
        text = f"{whole}.{rest[:6].rstrip('0')}{rest[6:]}"
    return text


def instant(wall: WallTime, zone_name: str, *, fold: int | None = None) -> datetime:
    """The instant, in UTC, that a wall time names in a zone.

    Raises :class:`TimeDoesNotExist` when the clocks jump over it, and :class:`TimeOccursTwice` when they pass it twice
    and ``fold`` does not say which is meant: 0 the first, 1 the second (PEP 495).
    """
    if wall.tzinfo is not None:
        raise ValueError("A wall time has no zone of its own.")
    where = zone(zone_name)
    wall = wall.replace(second=0, microsecond=0, fold=0)
    first, second = (wall.replace(tzinfo=where, fold=side) for side in (0, 1))
    if first.utcoffset() == second.utcoffset():
        return first.astimezone(UTC)
    # In a gap the round trip lands elsewhere; in a fold both sides come back.
    if first.astimezone(UTC).astimezone(where).replace(tzinfo=None) != wall:
        # The clock before the jump, carried on, says the one; the clock after it, carried back, the other (PEP 495).
        after, before = (wall_time(side.astimezone(UTC), zone_name) for side in (first, second))
        raise TimeDoesNotExist(wall=wall, zone=zone_name, before=before, after=after)
    if fold is None:
        raise TimeOccursTwice(wall=wall, zone=zone_name)
    return (second if fold else first).astimezone(UTC)


def fold_of(occurrence: int | None) -> int | None:
    """Which of two equal wall times is meant, as somebody said it: 1 the first, 2 the second. Raises
    :class:`Invalid`.
    """
    if occurrence not in (None, 1, 2):
        raise Invalid("occurrence", "Say 1 for the first and 2 for the second.")
    return None if occurrence is None else occurrence - 1


def wall_time(at: datetime, zone_name: str) -> WallTime:
    """What the clock on the wall shows at this instant."""
    return at.astimezone(zone(zone_name)).replace(tzinfo=None, fold=0)


def local_day(at: datetime, zone_name: str) -> date:
    """The day on the calendar there at this instant."""
    return at.astimezone(zone(zone_name)).date()


def days_before_at(starts_at: datetime, zone_name: str, days: int, at: time = time(9)) -> datetime:
    """The instant at which, ``days`` calendar days earlier, the clock there shows ``at``.

    Not ``starts_at`` minus a multiple of 24 hours, which is an hour off across a change of clocks (CALENDAR §5).
    """
    return on_day_at(local_day(starts_at, zone_name) - timedelta(days=days), zone_name, at)


def on_day_at(day: date, zone_name: str, at: time) -> datetime:
    """The instant at which the clock there shows ``at`` on a day: the first of two, and that before a gap."""
    return datetime.combine(day, at, tzinfo=zone(zone_name)).astimezone(UTC)


# Days that courts keep.

#: Under the names the library gives them (5 U.S.C. 6103).
_HOLIDAYS = {
    str(name): name
    for name in (
        Sentence("New Year's Day"),
        Sentence("Martin Luther King Jr. Day"),
        Sentence("Washington's Birthday"),
        Sentence("Memorial Day"),
        Sentence("Juneteenth National Independence Day"),
        Sentence("Independence Day"),
        Sentence("Labor Day"),
        Sentence("Columbus Day"),
        Sentence("Veterans Day"),
        Sentence("Thanksgiving Day"),
        Sentence("Christmas Day"),
    )
}


def federal_holiday(of: date) -> str | None:
    """The federal holiday kept on this day, which may be a :class:`Sentence`, or None."""
    found = holidays.country_holidays("US", years=of.year).get(of)
    return _HOLIDAYS.get(found.removesuffix(" (observed)"), found) if found else None


# Words.

#: How each form of a day reads (UTS 35 §4). Creole has words of its own, and no patterns.
_FORMS = {
    "en": {
        "full": "EEEE, MMMM d, y", "long": "MMMM d, y", "day": "MMMM d",
        "short": "EEE, MMM d", "short with year": "EEE, MMM d, y",
    },
    "es": {
        "full": "EEEE, d 'de' MMMM 'de' y", "long": "d 'de' MMMM 'de' y", "day": "d 'de' MMMM",
        "short": "EEE d 'de' MMM", "short with year": "EEE d 'de' MMM 'de' y",
    },
    "pt": {
        "full": "EEEE, d 'de' MMMM 'de' y", "long": "d 'de' MMMM 'de' y", "day": "d 'de' MMMM",
        "short": "EEE, d 'de' MMM", "short with year": "EEE, d 'de' MMM 'de' y",
    },
}  # fmt: skip


def locale(language: str) -> Locale:
    """The locale letters use for a BCP 47 tag. English when CLDR has no words in that language."""
    return LOCALES.get(language.lower().replace("_", "-").split("-")[0], LOCALES["en"])


@lru_cache(maxsize=4096)
def _worded(of: date, form: str, language: str) -> str:
    """A day in one of the forms. Kept: a thousand letters about one hearing say the same day."""
    if language == "ht":
        return creole.day(of, year=form not in ("day", "short"), named=form not in ("day", "long"))
    words = format_date(of, _FORMS[language][form], locale=LOCALES[language])
    # The full stops of abbreviations read like the end of a sentence.
    return words.replace(".", "") if language == "pt" else words


def said(at: datetime, zone_name: str, language: str, *, hour_known: bool = True) -> str:
    """An instant as a sentence says it: "Wednesday, December 2, 2026, 9:00 AM Eastern Time"."""
    language = spoken(language)
    words = _worded(local_day(at, zone_name), "full", language)
    if not hour_known:
        return words
    return f"{words}, {said_hour(at, zone_name, language)}"


def said_hour(at: datetime, zone_name: str, language: str) -> str:
    """The hour with the name of its zone, as it follows a day: "9:00 AM Eastern Time"."""
    language = spoken(language)
    clock, called = hour(at, zone_name, language), zone_word(at, zone_name, language)
    if language == "en":
        return f"{clock} {called}"
    one = at.astimezone(zone(zone_name)).hour % 12 == 1
    at_the = {"es": "a la" if one else "a las", "pt": "à" if one else "às", "ht": "a"}[language]
    return f"{at_the} {clock} ({called})"


def said_shortly(
    at: datetime,
    zone_name: str,
    language: str,
    *,
    hour_known: bool = True,
    beside: Iterable[datetime] = (),
    named: bool | None = False,
) -> str:
    """The same where room is short, as in a subject line: "Wed, Dec 2, 9:00 AM ET".

    With the year when one of the instants it is read ``beside``, such as today or the date it had, is in another.
    ``named``: the zone by its name, "9:00 AM Eastern Time"; None: without a zone, where the next words say it.
    """
    language = spoken(language)
    year = any(local_day(other, zone_name).year != local_day(at, zone_name).year for other in beside)
    words = _worded(local_day(at, zone_name), "short with year" if year else "short", language)
    if hour_known:
        words += f", {hour(at, zone_name, language)}"
        if named is not None:
            words += f" {zone_word(at, zone_name, language) if named else zone_letters(at, zone_name)}"
    return words


def day(of: date, language: str, *, beside: date | None = None) -> str:
    """A day within a year: "December 25"; read ``beside`` a day of another year: "December 25, 2027"."""
    year = beside is not None and beside.year != of.year
    return _worded(of, "long" if year else "day", spoken(language))


def full_day(of: date, language: str) -> str:
    """A day with its year, as a paper that is kept says it: "December 25, 2027"."""
    return _worded(of, "long", spoken(language))


def weekday(of: date, language: str) -> str:
    """Which day of the week it is: "Saturday"."""
    language = spoken(language)
    return creole.weekday(of) if language == "ht" else format_date(of, "EEEE", locale=LOCALES[language])


def hour(at: datetime, zone_name: str, language: str) -> str:
    """The hour alone: "9:00 AM". In Portuguese and Creole too, as the court's notice prints it."""
    return _clock(wall_time(at, zone_name).time(), "es" if spoken(language) == "es" else "en")


@lru_cache(maxsize=4096)
def _clock(wall: time, language: str) -> str:
    # Babel's narrow no-break space before AM is a box in some mail programs.
    return format_time(wall, "short", locale=LOCALES[language]).replace("\u202f", " ")


def wall_hour(at: time, language: str) -> str:
    """An hour on a wall, of no day: "9:00 AM"."""
    return format_time(at, "short", locale=locale(language)).replace("\u202f", " ")


def counted(numbers: Sequence[int], language: str) -> str:
    """Numbers as a sentence lists them: "7, 3 and 1"."""
    return format_list([str(one) for one in numbers], locale=locale(language))


#: Zones whose clocks follow a neighbour's, for which CLDR has no words of its own.
_SPEAKS_AS = {
    "America/Indiana": "America/New_York",
    "America/Kentucky": "America/New_York",
    "America/Detroit": "America/New_York",
    "America/North_Dakota": "America/Chicago",
    "America/Menominee": "America/Chicago",
    "America/Boise": "America/Denver",
    "America/Juneau": "America/Anchorage",
    "America/Sitka": "America/Anchorage",
    "America/Nome": "America/Anchorage",
    "America/Yakutat": "America/Anchorage",
    "America/Metlakatla": "America/Anchorage",
}
#: The same, for those inside a family above that follow the other neighbour.
_EXCEPTIONS = {"America/Indiana/Knox": "America/Chicago", "America/Indiana/Tell_City": "America/Chicago"}

#: What people there call it; CLDR's es_US words are those of a dictionary.
_SPANISH = {
    "America/New_York": "hora del Este",
    "America/Chicago": "hora del Centro",
    "America/Denver": "hora de la Montaña",
    "America/Phoenix": "hora de Arizona",
    "America/Los_Angeles": "hora del Pacífico",
    "America/Anchorage": "hora de Alaska",
    "Pacific/Honolulu": "hora de Hawái",
    "America/Puerto_Rico": "hora de Puerto Rico",
    "Pacific/Guam": "hora de Guam",
}
_PORTUGUESE = {
    "America/New_York": "hora do Leste",
    "America/Chicago": "hora Central",
    "America/Denver": "hora das Montanhas",
    "America/Phoenix": "hora do Arizona",
    "America/Los_Angeles": "hora do Pacífico",
    "America/Anchorage": "hora do Alasca",
    "Pacific/Honolulu": "hora do Havaí",
    "America/Puerto_Rico": "hora de Porto Rico",
    "Pacific/Guam": "hora de Guam",
}
_ENGLISH = {
    "America/Phoenix": "Arizona Time",
    "Pacific/Honolulu": "Hawaii Time",
    "America/Puerto_Rico": "Puerto Rico Time",
    "Pacific/Guam": "Guam Time",
}
_LETTERS = {
    "America/New_York": "ET",
    "America/Chicago": "CT",
    "America/Denver": "MT",
    "America/Los_Angeles": "PT",
    "America/Anchorage": "AKT",
}


def _family(zone_name: str) -> str:
    if zone_name in _EXCEPTIONS:
        return _EXCEPTIONS[zone_name]
    return next((root for name, root in _SPEAKS_AS.items() if zone_name.startswith(name)), zone_name)


_ZONE_WORDS = {"en": _ENGLISH, "es": _SPANISH, "pt": _PORTUGUESE, "ht": creole.ZONES}


def zone_word(at: datetime, zone_name: str, language: str) -> str:
    """What people call the zone: "Eastern Time". In the hour that occurs twice, which of the two it is."""
    root = _family(zone_name)
    local = at.astimezone(zone(root))
    variant: Literal["daylight", "standard"] | None = None
    if local.utcoffset() != local.replace(fold=1 - local.fold).utcoffset():
        variant = "daylight" if local.dst() else "standard"
    return _zone_word(root, variant, spoken(language))


@lru_cache(maxsize=1024)
def _zone_word(root: str, variant: Literal["daylight", "standard"] | None, language: str) -> str:
    known = _ZONE_WORDS[language].get(root)
    if language == "ht" and known and variant:
        return (creole.SUMMER if variant == "daylight" else creole.WINTER).format(zone=known)
    if known and not variant:
        return known
    return get_timezone_name(zone(root), width="long", zone_variant=variant, locale=locale(language))


def zone_called(zone_name: str, language: str) -> str:
    """What people call a zone, of no day: "Eastern Time"."""
    return _zone_word(_family(zone_name), None, spoken(language))


def zone_letters(at: datetime, zone_name: str) -> str:
    """The zone in as few letters as people know: "ET", "HST"; else the offset, "UTC-04:00". In the hour that occurs
    twice, which of the two it is: "EDT". Pages write the same (``frontend/src/language/times.ts``).
    """
    root = _family(zone_name)
    local = at.astimezone(zone(root))
    twice = local.utcoffset() != local.replace(fold=1 - local.fold).utcoffset()
    letters = (None if twice else _LETTERS.get(root)) or local.tzname() or ""
    # Zones without letters of their own call themselves by their offset: "-03".
    return letters if letters.isalpha() else f"UTC{letters}"
