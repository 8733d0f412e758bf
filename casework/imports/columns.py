"""Which column of a file is which fact: people call the same thing by many names.

Two files about the same people rarely agree on a header. Each shape lists, for every fact, the names it is known by, in
the lists that agencies and volunteers publish and in the spreadsheets that offices keep.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from casework.imports import cells
from casework.imports.headers import Cell
from casework.imports.problems import FileRefused, Problems
from casework.imports.tables import Table
from schema.imports import ImportKind


@dataclass(frozen=True)
class Column:
    """One fact: what we call it, how its cell is read, and the names files give it. A name may end in ``*``."""

    field: str
    read: cells.Reader[Any]
    names: tuple[str, ...]


@dataclass(frozen=True)
class Shape:
    """The columns one kind of file may have. Each group of ``needed`` must be there by at least one of its fields."""

    kind: ImportKind
    columns: tuple[Column, ...]
    needed: tuple[tuple[str, ...], ...]


FACILITIES = Shape(
    ImportKind.FACILITIES,
    (
        Column("code", cells.code, ("code", "detloc", "facility code", "detention facility code", "id")),
        Column("name", cells.text, ("name", "primary name", "facility", "facility name", "detention facility")),
        Column("address", cells.text, ("address", "street", "street address", "address street")),
        Column("city", cells.text, ("city", "town", "address locality")),
        Column("county", cells.text, ("county", "parish", "county names")),
        Column("state", cells.place_state, ("state", "states", "address administrative area")),
        Column("postal_code", cells.text, ("zip", "zip code", "postal code", "address postal code")),
        Column("latitude", cells.latitude, ("lat", "latitude", "osm latitude")),
        Column("longitude", cells.longitude, ("lon", "lng", "long", "longitude", "osm longitude")),
        Column("location_precision", cells.text, ("location precision", "precision")),
        Column("field_office", cells.text, ("field office", "aor", "area of responsibility", "field office id")),
        Column("district", cells.text, ("federal court district", "district", "judicial district")),
        Column("circuit", cells.text, ("federal court circuit", "circuit")),
        Column("time_zone", cells.time_zone, ("time zone", "timezone", "iana timezone")),
        Column("phone", cells.text, ("phone", "telephone", "phone number")),
        Column("contract_type", cells.text, ("contract type", "facility type", "facility type id")),
        Column("court_code", cells.code, ("immigration court code", "bond court code")),
        Column("hearing_location_code", cells.code, ("hearing location code", "hearing location")),
    ),
    needed=(("code", "name"),),
)

COURTS = Shape(
    ImportKind.COURTS,
    (
        Column("code", cells.code, ("code", "base city code", "base city", "court code")),
        Column("other_codes", cells.text, ("alt codes", "other codes")),
        Column("name", cells.text, ("name", "primary name", "court", "court name")),
        Column("address", cells.text, ("address", "street", "street address")),
        Column("city", cells.text, ("city", "town")),
        Column("state", cells.place_state, ("state", "states")),
        Column("postal_code", cells.text, ("zip", "zip code", "postal code")),
        Column("latitude", cells.latitude, ("lat", "latitude")),
        Column("longitude", cells.longitude, ("lon", "lng", "long", "longitude")),
        Column("time_zone", cells.time_zone, ("iana timezone", "time zone", "timezone")),
        Column("status", cells.text, ("status", "operational status*")),
        Column("status_as_of", cells.day, ("status as of", "as of")),
        Column("counsel_office", cells.text, ("counsel office", "opla office")),
    ),
    needed=(("name",),),
)

_PERSON = ("person id", "person", "client id", "client", "case id", "case number", "id")

PEOPLE = Shape(
    ImportKind.PEOPLE,
    (
        Column("ref", cells.text, _PERSON),
        Column("a_numbers", cells.a_numbers, ("a number", "a numbers", "a no", "anumber", "alien number")),
        Column("legal_name", cells.text, ("legal name", "full name", "name", "client name")),
        Column("given_names", cells.text, ("first name", "given name", "given names", "nombre")),
        Column("surnames", cells.text, ("last name", "surname", "surnames", "family name", "apellido", "apellidos")),
        Column("public_name", cells.text, ("public name",)),
        Column("birth", cells.birth, ("birth date", "date of birth", "dob", "birth year", "year of birth")),
        Column("gender", cells.text, ("gender", "sex")),
        Column(
            "nationality",
            cells.text,
            ("citizenship country", "citizenship", "nationality", "country", "country of citizenship"),
        ),
        Column("country_of_birth", cells.text, ("country of birth", "birth country")),
        Column("language", cells.language, ("lang code", "language", "primary language", "best language", "idioma")),
        Column("arrested", cells.moment, ("arrest local", "arrested at", "arrest date", "date of arrest", "arrested")),
        Column("process", cells.text, ("process", "proceedings", "track")),
        Column("final_status", cells.text, ("final status", "status", "custody status", "outcome")),
    ),
    needed=(("ref", "a_numbers"),),
)

CUSTODY = Shape(
    ImportKind.CUSTODY,
    (
        Column("person", cells.needed(cells.text, "who was held"), _PERSON),
        Column("seq", cells.ordinal, ("seq", "sequence", "stint", "no")),
        Column(
            "facility", cells.needed(cells.code, "the facility's code"), ("facility code", "detloc", "facility", "code")
        ),
        Column(
            "book_in", cells.needed(cells.moment, "when they were booked in"), ("book in", "booked in", "book in date")
        ),
        Column("book_out", cells.moment, ("book out", "booked out", "book out date", "release date")),
        Column("release_reason", cells.release_reason, ("release reason", "reason", "detention release reason")),
    ),
    needed=(("person",), ("facility",), ("book_in",)),
)

HEARINGS = Shape(
    ImportKind.HEARINGS,
    (
        Column("ref", cells.needed(cells.text, "the hearing's id"), ("hearing id", "id")),
        Column("person", cells.needed(cells.text, "whose hearing it is"), tuple(n for n in _PERSON if n != "id")),
        Column(
            "court",
            cells.needed(cells.code, "the court's code"),
            ("base city code", "base city", "court code", "court"),
        ),
        Column("location", cells.code, ("hearing location code", "hearing location", "hloc")),
        Column("calendar_type", cells.code, ("cal type", "calendar type")),
        Column("schedule_type", cells.code, ("schedule type", "hearing type", "type")),
        Column(
            "starts",
            cells.needed(cells.moment, "when it starts"),
            ("starts at", "start", "hearing date", "date", "when"),
        ),
        Column("medium", cells.medium, ("medium", "how", "format")),
        Column("judge", cells.text, ("judge", "immigration judge", "ij")),
        Column("room", cells.text, ("room", "courtroom")),
        Column("noticed", cells.moment, ("noticed at", "notice date", "noticed")),
        Column("adjournment", cells.adjournment, ("adj rsn", "adjournment reason", "adjournment code")),
        Column("replaces", cells.text, ("replaces", "supersedes", "replaces hearing id")),
    ),
    needed=(("ref",), ("person",), ("court",), ("starts",)),
)

SHAPES = {shape.kind: shape for shape in (FACILITIES, COURTS, PEOPLE, CUSTODY, HEARINGS)}

_SAID = {
    "code": "the code",
    "ref": "the person's id in your files",
    "a_numbers": "the A-number",
    "person": "the person's id",
    "facility": "the facility's code",
    "book_in": "when they were booked in",
    "court": "the court's code",
    "starts": "when it starts",
}


def plain(name: str) -> str:
    """A header in the form in which headers are compared: "A#" and "a_number" are one."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    return " ".join(re.sub(r"[^\w]+|_", " ", spaced.replace("#", " number ").lower()).split())


@dataclass(frozen=True)
class Bound:
    """A shape laid over one file's header: which cell is which fact, and what the file calls it."""

    columns: tuple[tuple[int, Column], ...]
    called: dict[str, str]

    def facts(self, number: int, row: Sequence[Cell], problems: Problems) -> dict[str, Any] | None:
        """Every fact of one row, or None when a cell could not be read; then ``problems`` says which and why."""
        before = problems.count
        facts: dict[str, Any] = {}
        for index, column in self.columns:
            with problems.at(number, self.called[column.field]):
                facts[column.field] = column.read(row[index] if index < len(row) else "")
        return facts if problems.count == before else None


def bind(shape: Shape, table: Table) -> Bound:
    """Lay the shape over the header. Raises :class:`FileRefused` when a needed column is missing."""
    by_name = {plain(name): index for index, name in enumerate(table.header) if name}
    columns: list[tuple[int, Column]] = []
    taken: set[int] = set()
    for column in shape.columns:
        index = _found(column, by_name, taken)
        if index is not None:
            taken.add(index)
            columns.append((index, column))
    called = {column.field: table.header[index] for index, column in columns}
    for group in shape.needed:
        if not any(field in called for field in group):
            raise FileRefused(_missing(shape, group, table.header))
    left = [name for index, name in enumerate(table.header) if name and index not in taken]
    if left:
        table.remarks.append(f"Not read: {', '.join(left[:12])}{' …' if len(left) > 12 else ''}.")
    return Bound(tuple(columns), called)


def _found(column: Column, by_name: dict[str, int], taken: set[int]) -> int | None:
    for name in column.names:
        for header, index in by_name.items():
            if index not in taken and (header == name or (name.endswith("*") and header.startswith(name[:-1]))):
                return index
    return None


def _missing(shape: Shape, group: tuple[str, ...], header: Sequence[str]) -> str:
    named = [column for column in shape.columns if column.field in group]
    names = [name for column in named for name in column.names]
    wanted = " or ".join(f'"{column.names[0]}"' for column in named)
    sentence = f"No column gives {_SAID.get(group[0], group[0].replace('_', ' '))}. Call one {wanted}."
    near = [name for name in header if difflib.get_close_matches(plain(name), names, 1, cutoff=0.75)]
    if near:
        sentence += f' Is it "{near[0]}"?'
    return sentence + f" The file has: {', '.join(name for name in header if name)}."
