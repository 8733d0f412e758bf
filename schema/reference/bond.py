"""The law of bond hearings by place and date, read from ``bond.toml`` beside this module, which says each field."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from schema.bond import ChargesFlag, CustodyBasis, MannerOfEntry


class Side(StrEnum):
    """What an authority argues: never that somebody is, or is not, eligible."""

    FOR = "for"
    AGAINST = "against"
    OPEN = "open"


class Read(StrEnum):
    """How we know it."""

    SOURCE = "source"
    SECONDARY = "secondary"
    MEMORY = "memory"


class BurdenOn(StrEnum):
    """Who has to prove."""

    GOVERNMENT = "government"
    DETAINED_PERSON = "detained_person"


@dataclass(frozen=True, slots=True)
class Where:
    """Where it holds. Nothing named: everywhere."""

    circuits: frozenset[str]
    districts: frozenset[str]
    states: frozenset[str]
    but_circuits: frozenset[str] = frozenset()

    @property
    def everywhere(self) -> bool:
        return not (self.circuits or self.districts or self.states)


@dataclass(frozen=True, slots=True)
class Authority:
    """One statute, decision or position."""

    id: str
    name: str
    side: Side
    in_force_from: date
    in_force_until: date | None
    where: Where
    entry: frozenset[MannerOfEntry]
    basis: frozenset[CustodyBasis]
    charges: frozenset[ChargesFlag]
    says: str
    es: str
    status: str
    read: Read
    day: str | None
    unverified: str | None


@dataclass(frozen=True, slots=True)
class Burden:
    """Who has to prove what, and by which authority."""

    id: str
    name: str
    on: BurdenOn
    in_force_from: date
    in_force_until: date | None
    where: Where
    says: str
    es: str
    read: Read
    unverified: str | None


@cache
def authorities() -> tuple[Authority, ...]:
    """In the order of the file."""
    return tuple(_authority(row) for row in _read()["authority"])


@cache
def burdens() -> tuple[Burden, ...]:
    """In the order of the file: the first that holds is the one."""
    return tuple(_burden(row) for row in _read()["burden"])


def _authority(row: dict[str, Any]) -> Authority:
    """Raises KeyError for an entry that says no source: what nobody can look up is no law."""
    return Authority(
        id=row["id"], name=row["name"], side=Side(row["side"]), in_force_from=row["from"],
        in_force_until=row.get("until"), where=_where(row),
        entry=frozenset(map(MannerOfEntry, row.get("entry", ()))),
        basis=frozenset(map(CustodyBasis, row.get("basis", ()))),
        charges=frozenset(map(ChargesFlag, row.get("charges", ()))),
        says=row["says"], es=row["es"], status=row["status"], read=Read(row["read"]),
        day=row.get("day"), unverified=row.get("unverified"),
    )  # fmt: skip


def _burden(row: dict[str, Any]) -> Burden:
    return Burden(
        id=row["id"], name=row["name"], on=BurdenOn(row["on"]), in_force_from=row["from"],
        in_force_until=row.get("until"), where=_where(row), says=row["says"], es=row["es"], read=Read(row["read"]),
        unverified=row.get("unverified"),
    )  # fmt: skip


def _where(row: dict[str, Any]) -> Where:
    names = ("circuits", "districts", "states", "but_circuits")
    return Where(*(frozenset(row.get(name, ())) for name in names))


def _read() -> dict[str, Any]:
    return tomllib.loads((files("schema.reference") / "bond.toml").read_text(encoding="utf-8"))
