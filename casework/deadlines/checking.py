"""Reading files of rules. What says something wrong is refused whole, each fault with its file, line and entry."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from casework.deadlines.rules import (
    FACTS,
    NO_LIMIT,
    SET_BY_COURT,
    SINCE_UNVERIFIED,
    Measure,
    Provision,
    Rule,
    Unit,
    Words,
    digest,
)
from schema.deadlines import Binds, LitigationStatus, Trigger, Verification
from schema.proceedings import ProceedingKind

Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of a file, and what to do about it."""

    file: str
    line: int
    entry: str
    said: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.entry} {self.said}"


class BadRules(Exception):
    """Files of rules that cannot be used. Nothing of them is."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(one) for one in problems))
        self.problems = problems


def read(texts: Mapping[str, str]) -> dict[str, Rule]:
    """The rules in these files (name → text), by key. Raises :class:`BadRules` with every fault of every file."""
    problems: list[Problem] = []
    found: dict[str, Rule] = {}
    for name, text in texts.items():
        for one in _File(name, text, problems).rules():
            if one.key in found:
                line = int(one.place.rpartition(" ")[2])
                problems.append(
                    Problem(name, line, f'The rule "{one.key}"', f"stands in {found[one.key].place} already.")
                )
            found.setdefault(one.key, one)
    if problems:
        raise BadRules(problems)
    return found


_RULE = ("key", "name", "act", "trigger", "binds", "proceedings", "by_hand", "provision")
_PROVISION = (
    "citation", "length", "unit", "before", "moves", "receipt", "announced", "from", "until", "set_aside",
    "litigation", "verified", "when", "only_if", "note", "reading", "amount",
)  # fmt: skip
_READING = ("citation", "length", "unit")
_HEADER = re.compile(r"^\s*\[\[\s*rule\s*(?:\.\s*(provision)\s*)?\]\]")
_NO_CITATION = "has no citation. Say where the law says so: a statute, a regulation, a decision or a manual's chapter."


@dataclass
class _File:
    name: str
    text: str
    problems: list[Problem]
    line: int = 1
    entry: str = "The file"
    lines: list[tuple[int, bool]] = field(default_factory=list)

    def fault(self, said: str) -> None:
        self.problems.append(Problem(self.name, self.line, self.entry, said))

    def rules(self) -> Iterator[Rule]:
        try:
            table = tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            told = re.search(r"line (\d+)", str(error))
            self.line = int(told[1]) if told else len(self.text.splitlines())
            self.fault(f"cannot be read as TOML: {error}.")
            return
        self._unknown(table, ("rule",))
        entries = table.get("rule", [])
        if not isinstance(entries, list) or not entries:
            self.fault("has no rules. Each begins with [[rule]].")
            return
        self.lines = [
            (number, found[1] is not None)
            for number, line in enumerate(self.text.splitlines(), 1)
            if (found := _HEADER.match(line))
        ]
        for row in entries:
            self._next(provision=False)
            before = len(self.problems)
            made = self._rule(row)
            if made is not None and len(self.problems) == before:
                yield made

    def _next(self, *, provision: bool) -> None:
        """On to the line on which the next rule or provision begins."""
        while self.lines:
            number, is_provision = self.lines.pop(0)
            if is_provision is provision:
                self.line = number
                return

    def _rule(self, row: dict[str, Any]) -> Rule | None:
        key = row.get("key")
        self.entry = f'The rule "{key}"' if key else "A rule"
        place = f"{self.name}, line {self.line}"
        if not isinstance(key, str) or not re.fullmatch(r"[a-z][a-z0-9_]{2,60}", key):
            self.fault("needs a key of small letters, digits and underscores, such as bia_appeal.")
        self._unknown(row, _RULE)
        name, act = self._words(row, "name"), self._words(row, "act")
        trigger, binds = self._word(row, "trigger", Trigger), self._word(row, "binds", Binds)
        proceedings = [self._of(one, "proceedings", ProceedingKind) for one in row.get("proceedings", ())]
        by_hand = self._switch(row, "by_hand")
        provisions = row.get("provision", [])
        if not provisions:
            self.fault("has no provision. Add a [[rule.provision]] with its citation.")
        made = []
        for number, one in enumerate(provisions, 1):
            self._next(provision=True)
            self.entry = f'Provision {number} of the rule "{key}"'
            made.append(self._provision(one))
        if None in (name, act, trigger, binds):
            return None
        assert name and act and trigger and binds  # noqa: S101 -- said just above, for the types
        return Rule(
            str(key), name, act, trigger, binds, frozenset(one for one in proceedings if one),
            tuple(one for one in made if one), by_hand, place,
        )  # fmt: skip

    def _provision(self, row: dict[str, Any]) -> Provision | None:
        self._unknown(row, _PROVISION)
        since = row.get("from")
        starts, until = (None if since == SINCE_UNVERIFIED else self._day(row, "from")), self._day(row, "until")
        set_aside, announced = self._day(row, "set_aside"), self._day(row, "announced")
        if starts and until and until <= starts:
            self.fault("ends before it begins. Look at its from and until.")
        litigation = self._word(row, "litigation", LitigationStatus, LitigationStatus.SETTLED)
        if (litigation is LitigationStatus.VACATED) != (set_aside is not None):
            self.fault('is vacated only if it says when: litigation = "vacated" and set_aside = a day go together.')
        verification = self._word(row, "verified", Verification)
        measures = tuple(one for one in map(self._measure, (row, *row.get("reading", ()))) if one)
        for one in row.get("reading", ()):
            self._unknown(one, _READING)
        when = row.get("when", {})
        for fact in when:
            if fact not in FACTS:
                self.fault(f'depends on "{fact}", which nobody knows. Known are: {", ".join(FACTS)}.')
        only_if, note = self._words(row, "only_if", needed=False), self._words(row, "note", needed=False)
        fact = row["only_if"].get("fact") if isinstance(row.get("only_if"), dict) else None
        if fact is not None and fact not in FACTS:
            self.fault(f'asks for "{fact}", which nobody knows. Known are: {", ".join(FACTS)}.')
        amounts = tuple(self._amount(one) for one in row.get("amount", ()))
        if not measures or litigation is None or verification is None:
            return None
        return Provision(
            measures=measures,
            set_by_court=row.get("length") == SET_BY_COURT,
            before=self._switch(row, "before"),
            moves=self._switch(row, "moves"),
            receipt=self._switch(row, "receipt"),
            announced=announced,
            in_force_from=starts,
            in_force_until=until,
            since_unverified=since == SINCE_UNVERIFIED,
            set_aside=set_aside,
            litigation=litigation,
            verification=verification,
            when={fact: tuple(of) if isinstance(of, list) else (of,) for fact, of in when.items()},
            only_if=only_if,
            only_if_fact=fact,
            note=note,
            amounts=tuple(one for one in amounts if one),
            digest=digest(row),
        )

    def _measure(self, row: dict[str, Any]) -> Measure | None:
        citation, length, unit = row.get("citation"), row.get("length"), row.get("unit")
        if not isinstance(citation, str) or len(citation.strip()) < 4:
            self.fault(_NO_CITATION)
            return None
        if length in (SET_BY_COURT, NO_LIMIT):
            if unit is not None:
                self.fault("has a unit and no number. Leave the unit away.")
            return Measure(citation.strip(), None, None)
        if not isinstance(length, int) or isinstance(length, bool) or not 0 <= length <= 3_650:
            self.fault(f'needs a length: a whole number, "{SET_BY_COURT}", or "{NO_LIMIT}".')
            return None
        counted = self._word(row, "unit", Unit)
        return Measure(citation.strip(), length, counted) if counted else None

    def _amount(self, row: dict[str, Any]) -> tuple[int, Words] | None:
        said = Words(str(row.get("en", "")), str(row.get("es", "")))
        if not isinstance(row.get("usd"), int) or not said.en or not said.es:
            self.fault("has an amount that is not right: usd = a whole number, and for what, as en and es.")
            return None
        return row["usd"], said

    def _words(self, row: dict[str, Any], name: str, *, needed: bool = True) -> Words | None:
        said = row.get(name)
        if said is None and not needed:
            return None
        if not isinstance(said, dict) or not all(str(said.get(one) or "").strip() for one in ("en", "es")):
            self.fault(f"needs its {name} in English and Spanish: {name} = {{ en = …, es = … }}.")
            return None
        return Words(said["en"].strip(), said["es"].strip())

    def _word(self, row: dict[str, Any], name: str, words: type[Word], usual: Word | None = None) -> Word | None:
        if name not in row and usual is not None:
            return usual
        return self._of(row.get(name), name, words)

    def _of(self, said: Any, name: str, words: type[Word]) -> Word | None:
        try:
            return words(said)
        except ValueError:
            given = f'says {name} = "{said}"' if said is not None else f"does not say its {name}"
            self.fault(f"{given}. It is one of: {', '.join(words)}.")
            return None

    def _day(self, row: dict[str, Any], name: str) -> date | None:
        said = row.get(name)
        if said is None or (isinstance(said, date) and not isinstance(said, datetime)):
            return said
        self.fault(f"says {name} = {said!r}, which is no day. Write it as 2026-03-09, without quotes.")
        return None

    def _switch(self, row: dict[str, Any], name: str) -> bool:
        said = row.get(name, False)
        if not isinstance(said, bool):
            self.fault(f"says {name} = {said!r}. It is true or false.")
        return bool(said)

    def _unknown(self, row: dict[str, Any], known: tuple[str, ...]) -> None:
        for name in row:
            if name not in known:
                self.fault(f'says "{name}", which means nothing here. It may say: {", ".join(known)}.')
