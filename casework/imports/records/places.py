"""Rows about places: facilities and courts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from casework.imports.problems import Problems
from casework.imports.records.rows import rows_of
from casework.imports.tables import Table
from schema import reference
from schema.imports import ImportKind


@dataclass(frozen=True, slots=True)
class FacilityRecord:
    """A place of custody. ``code`` is None in lists that carry none: it is then found by name and city."""

    row: int
    code: str | None
    #: Only what the file says, by the names of :class:`schema.facilities.Facility`.
    facts: dict[str, Any]


@dataclass(frozen=True, slots=True)
class CourtRecord:
    """An immigration court. ``code`` is None in lists that carry none: it is then found by name."""

    row: int
    code: str | None
    facts: dict[str, Any]


#: ICE areas of responsibility by the code that lists use (ice.gov field offices).
FIELD_OFFICES = {
    "ATL": "Atlanta",
    "BAL": "Baltimore",
    "BOS": "Boston",
    "BUF": "Buffalo",
    "CHI": "Chicago",
    "DAL": "Dallas",
    "DEN": "Denver",
    "DET": "Detroit",
    "ELP": "El Paso",
    "HLG": "Harlingen",
    "HOU": "Houston",
    "LOS": "Los Angeles",
    "MIA": "Miami",
    "NEW": "Newark",
    "NOL": "New Orleans",
    "NYC": "New York City",
    "PHI": "Philadelphia",
    "PHO": "Phoenix",
    "SEA": "Seattle",
    "SFR": "San Francisco",
    "SLC": "Salt Lake City",
    "SNA": "San Antonio",
    "SND": "San Diego",
    "SPM": "St Paul",
    "WAS": "Washington",
}

_CIRCUITS = frozenset({*map(str, range(1, 12)), "DC"})


def facilities(table: Table, problems: Problems) -> Iterator[FacilityRecord]:
    """The facilities of a file, each code once."""
    seen: dict[str, int] = {}
    for number, facts, called in rows_of(table, ImportKind.FACILITIES, problems):
        code = facts.pop("code")
        if code in seen:
            problems.add(number, called["code"], f"{code} stands in row {seen[code]} already.")
            continue
        if code is None and "code" in called:
            problems.add(number, called["code"], "the facility's code is missing.")
            continue
        if code:
            seen[code] = number
        if not facts["name"] and not code:
            problems.add(number, called.get("name"), "the name is missing.")
            continue
        with problems.at(number, None):
            place = _place(facts, called, problems, number)
            if code:
                place["hold_room"] = reference.is_hold_room(code)
            yield FacilityRecord(number, code, place)


def _place(facts: dict[str, Any], called: dict[str, str], problems: Problems, number: int) -> dict[str, Any]:
    known = {name: value for name, value in facts.items() if name in called and value is not None}
    contract = known.pop("contract_type", None)
    if contract is not None:
        known["staging"] = contract.upper() == "STAGING"
    if circuit := known.get("circuit"):
        known["circuit"] = re.sub(r"(?i)(st|nd|rd|th)?( circuit)?$", "", circuit).upper()
        if known["circuit"] not in _CIRCUITS:
            problems.add(number, called["circuit"], f'"{circuit}" is not a federal circuit (1 to 11, or DC).')
    if office := known.get("field_office"):
        known["field_office"] = FIELD_OFFICES.get(office.upper(), office)
    if county := known.get("county"):
        # "Bernalillo County, NM|…": the first county, without its state.
        known["county"] = re.sub(r",\s*[A-Z]{2}$", "", county.split("|")[0]).removesuffix(" County").strip()
    _split_address(known)
    if "time_zone" not in known:
        point = None
        # A point that is the middle of a state tells nothing about its clocks.
        if "latitude" in known and "longitude" in known and "state" not in known.get("location_precision", ""):
            point = (known["latitude"], known["longitude"])
        if zone := reference.time_zone_of(known.get("state"), known.get("county"), point):
            known["time_zone"] = zone
    return known


def _split_address(known: dict[str, Any]) -> None:
    """Keep the street of "1 Main St, Springfield, MA 01101", and fill in what the other columns leave out."""
    address = known.pop("address", None)
    if not address:
        return
    if tail := re.fullmatch(r"(.*?),\s*([^,]+),\s*([A-Z]{2})\s*(\d{5}(?:-\d{4})?)?", address):
        address = tail[1]
        known.setdefault("city", tail[2])
        known.setdefault("state", tail[3])
        if tail[4]:
            known.setdefault("postal_code", tail[4])
    known["street"] = address


def courts(table: Table, problems: Problems) -> Iterator[CourtRecord]:
    """The courts of a file, each code once; one with a code needs a zone, written or known by its state."""
    seen: dict[str, int] = {}
    for number, facts, called in rows_of(table, ImportKind.COURTS, problems):
        known = {name: value for name, value in facts.items() if name in called and value is not None}
        code = known.pop("code", None)
        if "code" in called and code is None:
            problems.add(number, called["code"], "the court's code is missing.")
            continue
        if "name" not in known:
            problems.add(number, called["name"], "the court's name is missing.")
            continue
        if code is not None:
            if code in seen:
                problems.add(number, called["code"], f"{code} stands in row {seen[code]} already.")
                continue
            seen[code] = number
        if "other_codes" in known:
            known["other_codes"] = [part.upper() for part in re.split(r"[|;,\s]+", known["other_codes"]) if part]
        elif "other_codes" in called:
            known["other_codes"] = []
        _split_address(known)
        if zone := known.get("time_zone") or reference.time_zone_of(known.get("state"), None):
            known["time_zone"] = zone
        elif code is not None:
            problems.add(
                number, called.get("time_zone"), "the court's time zone is missing: its notices are printed in it."
            )
            continue
        yield CourtRecord(number, code, known)
