"""Reading one cell: from what somebody typed to a value, or a sentence that says how to write it."""

from __future__ import annotations

import math
import re
import zoneinfo
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar

from casework import names, times
from casework.imports.headers import Cell
from casework.imports.problems import CellProblem
from casework.language import Sentence
from casework.refusals import TimeDoesNotExist, TimeOccursTwice
from schema import reference
from schema.custody import ReleaseReason
from schema.occasions import Medium

T = TypeVar("T")
Reader = Callable[[Cell], T]

_ERRORS = re.compile(r"#(REF!|N/A|DIV/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$", re.IGNORECASE)
_NOTHING = frozenset({"", "-", "–", "—", "n/a", "na", "none", "null", "unknown", "?", "tbd"})


def text(cell: Cell) -> str | None:
    """The words of a cell, or None when it says nothing."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else str(cell)
    if isinstance(cell, str):
        words = " ".join(cell.replace("\u00a0", " ").split())
        if _ERRORS.match(words):
            raise CellProblem(
                Sentence("the formula in this cell ends in an error ({said}). Type the value instead.", said=words)
            )
        if words.startswith("="):
            # Excel's trick to keep leading zeros: ="012345678".
            if quoted := re.fullmatch(r'="([^"]*)"', words):
                return quoted[1] or None
            raise CellProblem(
                Sentence("this cell holds a formula ({said}) and no value. Type the value instead.", said=_short(words))
            )
        if "Ã" in words or "â€" in words:
            raise CellProblem(
                Sentence(
                    '"{said}" was spoilt by a wrong encoding. Export the file again, as "CSV UTF-8".',
                    said=_short(words),
                )
            )
        return None if words.lower() in _NOTHING else words
    return cell.isoformat() if isinstance(cell, date | datetime | time) else str(cell)


def needed(read: Reader[T | None], what: str) -> Reader[T]:
    """The same reader, for a cell that must not be empty."""

    def reader(cell: Cell) -> T:
        value = read(cell)
        if value is None:
            raise CellProblem(f"{what} is missing.")
        return value

    return reader


def code(cell: Cell) -> str | None:
    """A code in capital letters and digits."""
    words = text(cell)
    if words is None:
        return None
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_.\-]{0,63}", words):
        raise CellProblem(f'"{_short(words)}" is not a code.')
    return words.upper()


def number(cell: Cell) -> float | None:
    """A finite number."""
    words = text(cell)
    if words is None:
        return None
    try:
        found = float(words)
    except ValueError:
        found = math.nan
    # "nan" and "1e999" are numbers to Python, and to nobody else.
    if not math.isfinite(found):
        raise CellProblem(f'"{_short(words)}" is not a number.')
    return found


def ordinal(cell: Cell) -> int | None:
    """A place in a row: 1, 2, 3 …"""
    found = number(cell)
    if found is None:
        return None
    if not found.is_integer() or not 0 <= found <= 100_000:
        raise CellProblem(f"{found:g} is not a number to count by.")
    return int(found)


def latitude(cell: Cell) -> float | None:
    """Degrees north."""
    return _within(number(cell), -90, 90, "latitude")


def longitude(cell: Cell) -> float | None:
    """Degrees east."""
    return _within(number(cell), -180, 180, "longitude")


def _within(value: float | None, least: float, most: float, what: str) -> float | None:
    if value is not None and not least <= value <= most:
        raise CellProblem(f"{value} is no {what}; it lies between {least} and {most}.")
    return value


def state(cell: Cell) -> str | None:
    """Two letters, from the abbreviation or the name."""
    words = text(cell)
    if words is None:
        return None
    if re.fullmatch(r"[A-Za-z]{2}", words):
        return words.upper()
    if found := reference.states().get(words.lower()):
        return found
    raise CellProblem(f'"{_short(words)}" is not a state. Write its two letters, such as CT.')


def place_state(cell: Cell) -> str | None:
    """The state of a place in a public list. Sources that disagree ("ID|IN") and military post offices give none."""
    words = text(cell)
    if words is None or "|" in words or words.upper() in {"APO", "FPO", "DPO", "AA", "AE", "AP"}:
        return None
    return state(cell)


def time_zone(cell: Cell) -> str | None:
    """An IANA name."""
    words = text(cell)
    if words is None:
        return None
    try:
        zoneinfo.ZoneInfo(words)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        raise CellProblem(f'"{_short(words)}" is not a time zone. Write a name such as America/New_York.') from None
    return words


def a_numbers(cell: Cell) -> tuple[str, ...]:
    """A-numbers as nine digits: shorter ones get leading zeros (Immigration Court Practice Manual, ch. 1.6)."""
    words = text(cell)
    if words is None:
        return ()
    return tuple(dict.fromkeys(_a_number(part) for part in re.split(r"[;,/|]| and ", words) if part.strip()))


def _a_number(words: str) -> str:
    if re.search(r"\d[eE]\+?\d", words) or "." in words:
        # What it says is not repeated: sentences about people's numbers must not end in a log.
        raise CellProblem(
            Sentence("the spreadsheet rounded this A-number. Format the column as text and type it again.")
        )
    found = names.a_number_in(words)
    if found is None:
        raise CellProblem(Sentence("this is not an A-number: it has seven to nine digits, such as A012345678."))
    return found


def birth(cell: Cell) -> str | None:
    """A birth date as ISO date, or the year alone when only that is known."""
    words = text(cell) if isinstance(cell, float | str) else None
    if words is not None and re.fullmatch(r"[0-9]{4}", words):
        year = int(words)
        if not 1900 <= year <= 2100:
            raise CellProblem(f'"{year}" is not a year of birth.')
        return str(year)
    found = day(cell)
    return found.isoformat() if found else None


def day(cell: Cell) -> date | None:
    """The day of a moment, its hour left out."""
    found = moment(cell)
    return found.wall.date() if found else None


@dataclass(frozen=True, slots=True)
class Moment:
    """A time as the file gives it: what the clock showed, and the offset when one is written."""

    wall: datetime
    offset: timedelta | None
    #: False: the file gives a day and no hour.
    hour_known: bool

    def instant(self, zone: str | None) -> datetime:
        """The instant in UTC. A wall time without offset is read in ``zone``; without either there is a sentence."""
        if self.offset is not None:
            return (self.wall - self.offset).replace(tzinfo=UTC)
        if zone is None:
            raise CellProblem(
                Sentence("write this time with its offset, such as 2026-03-08T09:00-0500: the zone is not known.")
            )
        try:
            return times.instant(self.wall, zone, fold=0 if not self.hour_known else None)
        except TimeDoesNotExist:
            raise CellProblem(
                Sentence(
                    "{said} does not exist in {zone}: the clocks jump over it.",
                    said=f"{self.wall:%Y-%m-%d %H:%M}", zone=zone,
                )
            ) from None  # fmt: skip
        except TimeOccursTwice:
            raise CellProblem(
                Sentence(
                    "{said} occurs twice in {zone}. Write the offset, such as -0400 for the first.",
                    said=f"{self.wall:%Y-%m-%d %H:%M}", zone=zone,
                )
            ) from None  # fmt: skip


_ISO = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?"
)
_US = re.compile(
    r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})(?:,?\s+(?:at\s+)?(\d{1,2}):(\d{2})(?::\d{2})?\s*(a\.?m\.?|p\.?m\.?)?)?",
    re.IGNORECASE,
)


def moment(cell: Cell) -> Moment | None:
    """A day, with or without an hour: ISO with or without offset, the American way, or a spreadsheet's own date."""
    if isinstance(cell, datetime):
        return _sane(Moment(cell.replace(second=0, microsecond=0), None, hour_known=cell.time() != time(0)))
    if isinstance(cell, date):
        return _sane(Moment(datetime.combine(cell, time(0)), None, hour_known=False))
    words = text(cell)
    if words is None:
        return None
    try:
        if iso := _ISO.fullmatch(words):
            return _sane(_from_iso(iso))
        if us := _US.fullmatch(words):
            return _sane(_from_us(us))
    except ValueError as error:
        if isinstance(error, CellProblem):
            raise
        raise CellProblem(f'"{_short(words)}" is not a day that exists.') from None
    raise CellProblem(f'"{_short(words)}" is not a time. Write 2026-03-08 09:00.')


def _from_iso(found: re.Match[str]) -> Moment:
    year, month, day_, hour, minute, _, offset = found.groups()
    wall = datetime(int(year), int(month), int(day_), int(hour or 0), int(minute or 0))  # noqa: DTZ001 -- a wall time
    away: timedelta | None = None
    if offset == "Z":
        away = timedelta(0)
    elif offset:
        sign = -1 if offset[0] == "-" else 1
        away = sign * timedelta(hours=int(offset[1:3]), minutes=int(offset[-2:]))
    return Moment(wall, away, hour_known=hour is not None)


def _from_us(found: re.Match[str]) -> Moment:
    month, day_, year, hour, minute, half = found.groups()
    if int(month) > 12:
        raise CellProblem(f'"{found[0]}" has no month {month}. Write the month first, or better 2026-03-25.')
    hours = int(hour or 0)
    if half:
        if not 1 <= hours <= 12:
            raise CellProblem(f'"{found[0]}" is not a time of day.')
        hours = hours % 12 + (12 if half.lower().startswith("p") else 0)
    full = int(year) + (2000 if len(year) == 2 and int(year) < 70 else 1900 if len(year) == 2 else 0)
    wall = datetime(full, int(month), int(day_), hours, int(minute or 0))  # noqa: DTZ001 -- a wall time
    return Moment(wall, None, hour_known=hour is not None)


def _sane(found: Moment) -> Moment:
    if not 1900 <= found.wall.year <= 2100:
        raise CellProblem(f"the year {found.wall.year} cannot be right.")
    return found


def release_reason(cell: Cell) -> ReleaseReason | None:
    """ICE's word for why a stay ended; what follows in brackets or after a dash is its own refinement of it."""
    words = text(cell)
    if words is None:
        return None
    plain = re.sub(r"\s*\(.*\)$", "", words.lower())
    for shape in (plain, re.sub(r"\s+-\s+(humanitarian|re-release|no slrrff|unable to .*|medical)$", "", plain)):
        if found := _REASONS.get(shape):
            return found
    raise CellProblem(f'"{_short(words)}" is not one of ICE\'s release reasons, such as {_some(ReleaseReason)}.')


_REASONS = {reason.value.lower(): reason for reason in ReleaseReason} | {
    "bonded out": ReleaseReason.BONDED_OUT_JUDGE,
    "bonded out–ij": ReleaseReason.BONDED_OUT_JUDGE,
    "bond posted": ReleaseReason.BONDED_OUT_JUDGE,
    "orr": ReleaseReason.ORR,
    "office of refugee resettlement": ReleaseReason.ORR,
    "usms or other agency": ReleaseReason.OTHER_AGENCY,
    "transfer": ReleaseReason.TRANSFERRED,
    "ror": ReleaseReason.RECOGNIZANCE,
    "osup": ReleaseReason.SUPERVISION,
    "deported": ReleaseReason.REMOVED,
}

_MEDIA = {
    "in person": Medium.IN_PERSON,
    "in court": Medium.IN_PERSON,
    "vtc": Medium.VTC,
    "video": Medium.VTC,
    "televideo": Medium.VTC,
    "webex": Medium.WEBEX,
    "internet": Medium.WEBEX,
    "internet based": Medium.WEBEX,
    "telephonic": Medium.TELEPHONIC,
    "telephone": Medium.TELEPHONIC,
    "phone": Medium.TELEPHONIC,
}


def medium(cell: Cell) -> Medium | None:
    """How a hearing is held, by the words that notices and lists use."""
    words = text(cell)
    if words is None:
        return None
    if found := _MEDIA.get(re.sub(r"[\s_\-]+", " ", words.lower())):
        return found
    raise CellProblem(
        Sentence('"{said}" is not a medium. Write IN_PERSON, VTC, WEBEX or TELEPHONIC.', said=_short(words))
    )


def language(cell: Cell) -> str | None:
    """An EOIR language code; words and other codes for the languages most met become theirs."""
    words = text(cell)
    if words is None:
        return None
    if found := reference.languages().get(words.lower()):
        return found
    if re.fullmatch(r"[A-Za-z]{1,4}", words):
        return words.upper()
    raise CellProblem(
        Sentence(
            '"{said}" is not a language we know by that word. Write the court\'s code, such as SP.', said=_short(words)
        )
    )


def adjournment(cell: Cell) -> str | None:
    """An EOIR adjournment code: two characters. A spreadsheet may have eaten its leading zero."""
    words = text(cell)
    if words is None:
        return None
    if re.fullmatch(r"[0-9A-Za-z]{1,2}", words):
        return words.upper().zfill(2)
    raise CellProblem(f'"{_short(words)}" is not an adjournment code of two characters.')


def _short(words: str) -> str:
    return words if len(words) <= 40 else words[:37] + "…"


def _some(words: type[ReleaseReason]) -> str:
    return ", ".join(f'"{word.value}"' for word in list(words)[:3])
