"""What a rule says, as it is written in a file of rules, and the rules that ship."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files as resources
from typing import Any

from schema.deadlines import Binds, LitigationStatus, Trigger, Verification
from schema.proceedings import ProceedingKind


class Unit(StrEnum):
    """In what a length is counted."""

    #: Calendar days; the day of the event is day 0 (EOIR Policy Manual, app. C).
    DAYS = "days"
    #: Days that are no Saturday, Sunday or federal holiday.
    BUSINESS_DAYS = "business_days"
    #: Hours as they pass, whatever the clock on the wall does.
    HOURS = "hours"
    #: Hours as they pass on business days; the clock stands still on all others.
    BUSINESS_HOURS = "business_hours"
    YEARS = "years"


#: In place of a number: the court orders the day; there is no limit of time.
SET_BY_COURT = "set_by_court"
NO_LIMIT = "none"
#: In place of a day on which a provision came into force: nobody has checked which.
SINCE_UNVERIFIED = "unverified"

#: What a provision may depend on: a word for files, and what it means.
FACTS: dict[str, str] = {
    "detained": "whether the person is held",
    "state": "the state in which the person is held",
    "circuit": "the federal circuit in which the person is held",
    "asylum_decided": "whether asylum was decided on its merits",
    "no_bond_or_10000": "whether the government held without bond, or set $10,000 or more",
}


@dataclass(frozen=True, slots=True)
class Words:
    """The same words in each language of the house; may stand in a sentence as a value."""

    en: str
    es: str

    def __call__(self, language: str) -> str:
        return self.es if language == "es" else self.en


@dataclass(frozen=True, slots=True)
class Measure:
    """One way to count, and who says so."""

    citation: str
    #: None: the court sets it, or there is no limit.
    length: int | None
    unit: Unit | None


@dataclass(frozen=True, slots=True)
class Provision:
    """A rule as it reads during one interval, for one kind of person."""

    #: One, or several where sources differ: then the earliest binds.
    measures: tuple[Measure, ...]
    set_by_court: bool
    #: Counted back from the trigger.
    before: bool
    #: A last day on which courts are closed moves to the next business day.
    moves: bool
    #: What counts is that it is received, not that it is mailed.
    receipt: bool
    #: From which day it was known that this would be the law. None: always.
    announced: date | None
    in_force_from: date | None
    in_force_until: date | None
    #: Nobody has checked since when it reads so.
    since_unverified: bool
    #: A court set it aside on this day, as if it had never been (5 U.S.C. 706(2)).
    set_aside: date | None
    litigation: LitigationStatus
    verification: Verification
    #: Fact → the values for which it is written.
    when: Mapping[str, tuple[Any, ...]]
    #: A condition that nobody computes: told, unless the fact is known.
    only_if: Words | None
    only_if_fact: str | None
    note: Words | None
    amounts: tuple[tuple[int, Words], ...]
    digest: str

    @property
    def citation(self) -> str:
        return "; ".join(dict.fromkeys(measure.citation for measure in self.measures))

    @property
    def written_for(self) -> list[str]:
        """On which facts it depends: "state: MA, RI"."""
        return [f"{fact}: {', '.join(_plain(one) for one in of)}" for fact, of in self.when.items()]

    @property
    def verified(self) -> bool:
        return self.verification is Verification.READ and not self.since_unverified


@dataclass(frozen=True, slots=True)
class Rule:
    """What has to happen by when, in the words of people, and its provisions in the order in which they stand."""

    key: str
    name: Words
    #: What is to be done by then.
    act: Words
    trigger: Trigger
    binds: Binds
    #: In which proceedings. Empty: in any, or in none.
    proceedings: frozenset[ProceedingKind]
    provisions: tuple[Provision, ...]
    #: Worked out only where somebody types what sets it going: too little is known of it to do so by itself.
    by_hand: bool
    #: Where it is written: file and line.
    place: str

    @property
    def sets_dates(self) -> bool:
        """Something has to be kept: it comes to a date, the court's or one that is counted, for somebody."""
        dated = any(one.set_by_court or one.measures[0].length is not None for one in self.provisions)
        return dated and self.binds is not Binds.NOBODY

    def concerns(self, proceeding: ProceedingKind | None) -> bool:
        return not self.proceedings or proceeding is None or proceeding in self.proceedings


def _plain(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def files() -> dict[str, str]:
    """The files of rules that ship: name → text."""
    folder = resources("schema.reference") / "deadlines"
    return {
        entry.name: entry.read_text(encoding="utf-8")
        for entry in sorted(folder.iterdir(), key=lambda one: one.name)
        if entry.name.endswith(".toml")
    }


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule that ships, by its key. Raises :class:`casework.deadlines.BadRules`."""
    from casework.deadlines.checking import read

    return read(files())


def rule(key: str) -> Rule | None:
    """The rule of this key, if there still is one."""
    return rules().get(key)


def digest(entry: Mapping[str, Any]) -> str:
    """A short fingerprint of what a file says: another one means that the rule was changed."""
    return hashlib.sha256(repr(sorted(entry.items(), key=str)).encode()).hexdigest()[:16]
