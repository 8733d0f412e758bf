"""What a file says, row by row, as typed records. Facts about one row are checked here; facts between rows, too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from casework.imports import cells, columns
from casework.imports.cells import Moment
from casework.imports.problems import CellProblem, Problems
from casework.imports.tables import Table
from schema import reference
from schema.cases import CustodyStatus
from schema.custody import ReleaseReason
from schema.imports import ImportKind
from schema.occasions import Medium
from schema.proceedings import ProceedingKind


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


@dataclass(frozen=True, slots=True)
class PersonRecord:
    row: int
    ref: str | None
    a_numbers: tuple[str, ...]
    legal_name: str | None
    public_name: str | None
    birth: str | None
    gender: str | None
    nationality: str | None
    country_of_birth: str | None
    language: str | None
    arrested: Moment | None
    proceedings: tuple[ProceedingKind, ...]
    custody_status: CustodyStatus
    final_status: str | None


@dataclass(frozen=True, slots=True)
class StintRecord:
    row: int
    person: str
    seq: int | None
    facility: str
    book_in: Moment
    book_out: Moment | None
    release_reason: ReleaseReason | None

    @property
    def ref(self) -> str:
        """The stint's name within its case: its number there, or else the moment it began."""
        return str(self.seq) if self.seq is not None else self.book_in.wall.isoformat(timespec="minutes")


@dataclass(frozen=True, slots=True)
class HearingRecord:
    row: int
    ref: str
    person: str
    court: str
    location: str | None
    calendar_type: str | None
    schedule_type: str | None
    starts: Moment
    medium: Medium
    judge: str | None
    room: str | None
    noticed: Moment | None
    adjournment: str | None
    replaces: str | None

    @property
    def kind(self) -> reference.HearingCode:
        """What its type means here; the schedule type says more than the calendar's."""
        return (
            reference.schedule_types().get(self.schedule_type or "")
            or reference.calendar_types().get(self.calendar_type or "")
            or reference.schedule_types()["SD"]
        )


def _facts(table: Table, kind: ImportKind, problems: Problems) -> Iterator[tuple[int, dict[str, Any], dict[str, str]]]:
    bound = columns.bind(columns.SHAPES[kind], table)
    blank = dict.fromkeys(column.field for column in columns.SHAPES[kind].columns)
    for number, row in table.rows:
        facts = bound.facts(number, row, problems)
        if facts is not None:
            yield number, blank | facts, bound.called


# Places.

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
    seen: dict[str, int] = {}
    for number, facts, called in _facts(table, ImportKind.FACILITIES, problems):
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
            yield FacilityRecord(number, code, _place(facts, called, problems, number))


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
    seen: dict[str, int] = {}
    for number, facts, called in _facts(table, ImportKind.COURTS, problems):
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


# People.

_PROCESSES = {
    "RMV": (ProceedingKind.REMOVAL,),
    "RMV_ER_CFR": (ProceedingKind.CREDIBLE_FEAR_REVIEW, ProceedingKind.REMOVAL),
    "ER_CFR": (ProceedingKind.CREDIBLE_FEAR_REVIEW,),
    "REINSTATE_RFR": (ProceedingKind.REASONABLE_FEAR_REVIEW,),
    "WHO": (ProceedingKind.WITHHOLDING_ONLY,),
    # Expedited removal with no review asked for: no court has it.
    "ER_ONLY": (),
}

_STATUSES = {
    "detained": CustodyStatus.IN_CUSTODY,
    "in custody": CustodyStatus.IN_CUSTODY,
    "released": CustodyStatus.RELEASED,
    "unlocated": CustodyStatus.UNLOCATED,
    "not found": CustodyStatus.UNLOCATED,
    "unknown": CustodyStatus.UNKNOWN,
}

#: What a release reason says of where the person is.
AFTER_RELEASE = {
    ReleaseReason.REMOVED: CustodyStatus.REMOVED,
    ReleaseReason.VOLUNTARY_DEPARTURE: CustodyStatus.DEPARTED,
    ReleaseReason.VOLUNTARY_RETURN: CustodyStatus.DEPARTED,
    ReleaseReason.WITHDRAWAL: CustodyStatus.DEPARTED,
    ReleaseReason.ORR: CustodyStatus.OTHER_AGENCY,
    ReleaseReason.OTHER_AGENCY: CustodyStatus.OTHER_AGENCY,
    ReleaseReason.DIED: CustodyStatus.DIED,
    ReleaseReason.TRANSFERRED: CustodyStatus.IN_CUSTODY,
    ReleaseReason.OTHER: CustodyStatus.UNKNOWN,
}


def people(table: Table, problems: Problems) -> Iterator[PersonRecord]:
    refs: dict[str, int] = {}
    numbers: dict[str, int] = {}
    for number, facts, called in _facts(table, ImportKind.PEOPLE, problems):
        ref, a_numbers = facts["ref"], facts["a_numbers"] or ()
        if not ref and not a_numbers:
            problems.add(number, called.get("ref"), "an id or an A-number is needed to know this person again.")
            continue
        if ref and refs.setdefault(ref, number) != number:
            problems.add(number, called["ref"], f'"{ref}" stands in row {refs[ref]} already.')
            continue
        twice = next((a for a in a_numbers if numbers.setdefault(a, number) != number), None)
        if twice:
            problems.add(number, called["a_numbers"], f"row {numbers[twice]} carries the same A-number.")
            continue
        with problems.at(number, called.get("process")):
            proceedings = _proceedings(facts["process"])
            with problems.at(number, called.get("final_status")):
                yield PersonRecord(
                    row=number,
                    ref=ref,
                    a_numbers=a_numbers,
                    legal_name=facts["legal_name"] or _joined(facts["given_names"], facts["surnames"]),
                    public_name=facts["public_name"],
                    birth=facts["birth"],
                    gender=facts["gender"],
                    nationality=facts["nationality"],
                    country_of_birth=facts["country_of_birth"],
                    language=facts["language"],
                    arrested=facts["arrested"],
                    proceedings=proceedings,
                    custody_status=_custody_status(facts["final_status"]),
                    final_status=facts["final_status"],
                )


def _joined(given: str | None, surnames: str | None) -> str | None:
    # With the comma nobody has to guess where the surnames begin.
    return f"{surnames}, {given}" if given and surnames else given or surnames


def _proceedings(process: str | None) -> tuple[ProceedingKind, ...]:
    if process is None:
        return ()
    key = re.sub(r"[\s\-]+", "_", process.strip()).upper()
    if key in _PROCESSES:
        return _PROCESSES[key]
    words = {kind.value: kind for kind in ProceedingKind}
    found = [words.get(part.strip().lower().replace(" ", "_")) for part in re.split(r"[;,/+]", process)]
    kinds = tuple(kind for kind in found if kind is not None)
    if not found or len(kinds) != len(found):
        raise CellProblem(f'"{process}" is not a process we know. Write one of {", ".join(_PROCESSES)}.')
    return kinds


def _custody_status(words: str | None) -> CustodyStatus:
    if words is None:
        return CustodyStatus.UNKNOWN
    if found := _STATUSES.get(words.lower().replace("_", " ")):
        return found
    if words.lower().replace(" ", "_") in set(CustodyStatus):
        return CustodyStatus(words.lower().replace(" ", "_"))
    # The agency's word for how the last stay ended.
    reason = cells.release_reason(words)
    return AFTER_RELEASE.get(reason, CustodyStatus.RELEASED) if reason else CustodyStatus.UNKNOWN


# Custody.


def stints(table: Table, problems: Problems) -> list[StintRecord]:
    found: list[StintRecord] = []
    seen: dict[tuple[str, str], int] = {}
    for number, facts, called in _facts(table, ImportKind.CUSTODY, problems):
        stint = StintRecord(
            row=number,
            person=facts["person"],
            seq=facts["seq"],
            facility=facts["facility"],
            book_in=facts["book_in"],
            book_out=facts["book_out"],
            release_reason=facts["release_reason"],
        )
        if seen.setdefault((stint.person, stint.ref), number) != number:
            problems.add(number, called.get("seq"), f"row {seen[stint.person, stint.ref]} is the same stay.")
            continue
        if stint.release_reason and not stint.book_out:
            problems.add(number, called.get("book_out"), "a reason of release is given, but not when it was.")
        found.append(stint)
    return found


# Hearings.


def hearings(table: Table, problems: Problems) -> list[HearingRecord]:
    found: dict[str, HearingRecord] = {}
    replaced: dict[str, int] = {}
    for number, facts, called in _facts(table, ImportKind.HEARINGS, problems):
        record = HearingRecord(
            row=number,
            **{name: facts[name] for name in ("ref", "person", "court", "location", "calendar_type", "schedule_type")},
            **{name: facts[name] for name in ("starts", "judge", "room", "noticed", "adjournment", "replaces")},
            medium=facts["medium"] or Medium.UNKNOWN,
        )
        if record.ref in found:
            problems.add(number, called["ref"], f'"{record.ref}" stands in row {found[record.ref].row} already.')
            continue
        if record.schedule_type and record.schedule_type not in reference.schedule_types():
            problems.add(number, called["schedule_type"], f"{record.schedule_type} is not an EOIR schedule type.")
        if record.calendar_type and record.calendar_type not in reference.calendar_types():
            problems.add(number, called["calendar_type"], f"{record.calendar_type} is not an EOIR calendar type.")
        if record.replaces == record.ref:
            problems.add(number, called["replaces"], "a hearing cannot replace itself.")
        elif record.replaces and replaced.setdefault(record.replaces, number) != number:
            problems.add(
                number,
                called["replaces"],
                f'"{record.replaces}" is replaced in row {replaced[record.replaces]} already; only one date can stand.',
            )
        found[record.ref] = record
    _refuse_circles(found, problems)
    return list(found.values())


def _refuse_circles(found: dict[str, HearingRecord], problems: Problems) -> None:
    sound: set[str] = set()
    for record in found.values():
        trail: dict[str, None] = {}
        step: HearingRecord | None = record
        while step is not None and step.ref not in sound:
            if step.ref in trail:
                if step is not record or step.replaces != step.ref:
                    problems.add(step.row, None, f'"{step.ref}" replaces, by way of others, itself.')
                break
            trail[step.ref] = None
            step = found.get(step.replaces) if step.replaces else None
        sound.update(trail)
