"""What ``connecticut.toml`` says: versions of the Trust Act, state courthouses, and the rule on arrests there."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from schema.detainers import DetainerGround


class LawRead(StrEnum):
    """How far a text of law was checked for this house."""

    SUMMARY = "summary"
    SECONDARY = "secondary"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True)
class Law:
    """One version of one rule: from when until when it holds, who says so, and what."""

    code: str
    citation: str
    in_force_from: date
    in_force_until: date | None
    read: LawRead
    says: str
    says_es: str

    def holds_on(self, day: date) -> bool:
        return self.in_force_from <= day and (self.in_force_until is None or day <= self.in_force_until)


@dataclass(frozen=True, slots=True)
class TrustAct(Law):
    """One version of CGS 54-192h."""

    grounds: tuple[DetainerGround, ...]
    #: How many offenses it added as a ground, and how far their list was checked.
    added_offenses: int
    added_offenses_read: LawRead | None


@dataclass(frozen=True, slots=True)
class StateCourt:
    """A courthouse of the state."""

    code: str
    name: str
    street: str
    city: str

    @property
    def label(self) -> str:
        """As people choose it from a list."""
        return f"{self.name}, {self.street}, {self.city}"


@cache
def trust_acts() -> tuple[TrustAct, ...]:
    return tuple(
        TrustAct(
            **_law(row),
            grounds=tuple(map(DetainerGround, row["grounds"])),
            added_offenses=row.get("added_offenses", 0),
            added_offenses_read=LawRead(row["added_offenses_read"]) if "added_offenses_read" in row else None,
        )
        for row in _file()["statute"]
    )


@cache
def courthouse_rules() -> tuple[Law, ...]:
    return tuple(Law(**_law(row)) for row in _file()["courthouse_rule"])


@cache
def state_courts() -> tuple[StateCourt, ...]:
    return tuple(StateCourt(**row) for row in _file()["state_court"])


def _law(row: dict[str, Any]) -> dict[str, Any]:
    """Raises KeyError for a rule without a citation or without a day from which it holds."""
    return {
        "code": row["code"],
        "citation": row["citation"],
        "in_force_from": row["in_force_from"],
        "in_force_until": row.get("in_force_until"),
        "read": LawRead(row["read"]),
        "says": row["says"],
        "says_es": row["says_es"],
    }


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "connecticut.toml").read_text(encoding="utf-8"))
