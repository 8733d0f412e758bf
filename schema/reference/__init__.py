"""The reference set that ships with the product: small, written by hand, read from the TOML files beside this module.

Courts and facilities of New England and those that receive its people; which clock hangs on the wall in each state and
county; the words of the immigration courts' own tables. Public facts only. Files of the operator add the rest
(``presencia import facilities|courts``).
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from schema.occasions import Medium, OccasionKind

#: What a schedule type says of the proceeding is a word of ``ProceedingKind``, or this: a review of a fear finding, and
#: only the case knows of which.
FEAR = "fear"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class LocationFacts:
    """A hearing location. Place and zone are the court's where they are not given."""

    code: str
    name: str
    street: str | None
    city: str | None
    state: str | None
    postal_code: str | None
    time_zone: str
    detained_docket: bool = False


@dataclass(frozen=True, slots=True)
class CourtFacts:
    """An immigration court by its EOIR base city code."""

    code: str
    name: str
    time_zone: str
    other_codes: tuple[str, ...] = ()
    counsel_office: str | None = None
    street: str | None = None
    city: str | None = None
    state: str | None = None
    postal_code: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    locations: tuple[LocationFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class FacilityFacts:
    """A place of custody by its ICE DETLOC code."""

    code: str
    name: str
    street: str | None = None
    city: str | None = None
    county: str | None = None
    state: str | None = None
    postal_code: str | None = None
    field_office: str | None = None
    district: str | None = None
    circuit: str | None = None
    time_zone: str | None = None
    staging: bool = False
    hold_room: bool = False
    latitude: float | None = None
    longitude: float | None = None
    location_precision: str | None = None
    court_code: str | None = None
    hearing_location_code: str | None = None
    usual_medium: Medium | None = None


@dataclass(frozen=True, slots=True)
class HearingCode:
    """What one EOIR schedule or calendar type means here."""

    label: str
    #: The same in Spanish.
    es: str
    occasion: OccasionKind
    proceeding: str
    detained: bool = False


@dataclass(frozen=True, slots=True)
class CourtWord:
    """One code of the court's tables, in words."""

    label: str
    es: str


@dataclass(frozen=True, slots=True)
class OfficialChannel:
    """Where a date can be looked up by whoever knows the number: a page's address, or a telephone."""

    source: str
    label: str
    es: str
    phone: str | None = None
    address: str | None = None


@cache
def facilities() -> tuple[FacilityFacts, ...]:
    return tuple(_facility(row) for row in _read("facilities")["facility"])


def _facility(row: dict[str, Any]) -> FacilityFacts:
    row = row | {"hold_room": is_hold_room(row["code"])}
    # Points here are the middle of the town, written by hand: nobody is sent to one.
    if "latitude" in row:
        row["location_precision"] = "city_centroid"
    if "usual_medium" in row:
        row["usual_medium"] = Medium(row["usual_medium"])
    return FacilityFacts(**row)


def is_hold_room(code: str) -> bool:
    """Hold rooms are told by their DETLOC code."""
    return code.endswith("HOLD")


@cache
def courts() -> tuple[CourtFacts, ...]:
    return tuple(_court(row) for row in _read("courts")["court"])


def _court(row: dict[str, Any]) -> CourtFacts:
    known = {field.name for field in fields(CourtFacts)} - {"locations", "other_codes"}
    court = CourtFacts(
        **{name: value for name, value in row.items() if name in known}, other_codes=tuple(row.get("other_codes", ()))
    )
    place = {"street": court.street, "city": court.city, "state": court.state, "postal_code": court.postal_code}
    locations = []
    for location in row.get("location", ()):
        # A location with a town of its own is elsewhere; nothing of the court's address holds there.
        elsewhere = dict.fromkeys(place) if "city" in location else place
        locations.append(LocationFacts(**{"time_zone": court.time_zone, **elsewhere, **location}))
    return CourtFacts(**{f.name: getattr(court, f.name) for f in fields(CourtFacts)} | {"locations": tuple(locations)})


@cache
def schedule_types() -> dict[str, HearingCode]:
    """EOIR schedule types (tbllookupSchedule_Type)."""
    return _hearing_codes("schedule_types")


@cache
def calendar_types() -> dict[str, HearingCode]:
    """EOIR calendar types (tbllookupCal_Type)."""
    return _hearing_codes("calendar_types")


def _hearing_codes(table: str) -> dict[str, HearingCode]:
    return {
        code: HearingCode(**(row | {"occasion": OccasionKind(row["occasion"])}))
        for code, row in _read("codes")[table].items()
    }


@cache
def adjournments() -> dict[str, CourtWord]:
    """EOIR adjournment codes (tblAdjournmentCodes)."""
    return _court_words("adjournments")


@cache
def motions() -> dict[str, CourtWord]:
    """EOIR motion types (tblLookupMotionType)."""
    return _court_words("motions")


@cache
def custody_codes() -> dict[str, CourtWord]:
    """D, N, R (EOIR tblLookupCustodyStatus)."""
    return _court_words("custody")


def _court_words(table: str) -> dict[str, CourtWord]:
    return {code: CourtWord(**row) for code, row in _read("court_words")[table].items()}


@cache
def official_channels() -> tuple[OfficialChannel, ...]:
    """Where a date can be looked up: official pages and numbers only."""
    return tuple(OfficialChannel(**row) for row in _read("official")["channel"])


@cache
def languages() -> dict[str, str]:
    """The word people write for a language, in small letters, → its EOIR code (tblLanguage)."""
    table: dict[str, list[str]] = _read("codes")["languages"]
    return {word: code for code, words in table.items() for word in words}


@cache
def states() -> dict[str, str]:
    """A state's name in small letters → its postal abbreviation."""
    names: dict[str, str] = _read("states")["names"]
    return {name.lower(): code for name, code in names.items()}


@cache
def circuits() -> dict[str, str]:
    """A state's postal abbreviation → its federal circuit (28 USC 41), "1" to "11" or "DC"."""
    table: dict[str, list[str]] = _read("states")["circuits"]
    return {state: circuit for circuit, held in table.items() for state in held}


def circuit_of(state: str | None) -> str | None:
    """The federal circuit of a state (28 USC 41)."""
    return circuits().get(state or "")


@cache
def _clocks() -> tuple[dict[str, str], dict[str, Any]]:
    table = _read("states")
    return {state: zone for zone, held in table["one_clock"].items() for state in held}, table["two_clocks"]


def time_zone_of(state: str | None, county: str | None, point: tuple[float, float] | None = None) -> str | None:
    """The IANA zone of a place by its state and county (49 CFR part 71). None: not known, and not guessed.

    A point (latitude, longitude) serves only where a state keeps two clocks and the county is not known, and only well
    away from the line between them. Zone polygons would answer more, but weigh more than the rest of the product.
    """
    one_clock, two_clocks = _clocks()
    if state is None or state in one_clock:
        return one_clock.get(state or "")
    rule = two_clocks.get(state)
    if rule is None:
        return None
    if not county:
        return next((band["zone"] for band in rule.get("sure", ()) if point and _within(band, *point)), None)
    there = _plain_county(county)
    if there in {_plain_county(name) for name in rule.get("torn", ())}:
        return None
    for zone, counties in rule.get("counties", {}).items():
        if there in {_plain_county(name) for name in counties}:
            return str(zone)
    return str(rule["most"])


def _within(band: dict[str, Any], latitude: float, longitude: float) -> bool:
    return bool(
        longitude > band.get("east_of", -181)
        and longitude < band.get("west_of", 181)
        and latitude > band.get("north_of", -91)
        and latitude < band.get("south_of", 91)
    )


def _plain_county(name: str) -> str:
    words = name.lower().replace("saint ", "st ").replace(".", "").split()
    while words and words[-1] in {"county", "parish", "borough", "municipality"}:
        words.pop()
    return "".join(words)


@cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((files(__name__) / f"{name}.toml").read_text(encoding="utf-8"))
