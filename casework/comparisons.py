"""Comparisons: what happened at an organization's hearings in one quarter, side by side, and nobody to be found in it.

They say what happened, not why: a full room goes with many things. There is no dimension for a judge, a court, an
attorney or a case, and none is to be added: a test holds the list.

What keeps people unfindable, besides :mod:`casework.small_counts`:

* There are whole quarters and no other filters and no total of several. Quarters do not overlap, so that no answer can
  be taken away from another.
* A quarter counts the entries that were *made* in it. It is worked out once, two weeks after its end, and kept: nothing
  that is entered, corrected or erased later changes it, so that an old answer and a new one are the same answer.
* Kinds of hearing and results are few and always the same, and every kind is always named.

The counts themselves are read by the house alone (``outcomes_counted``); people read what was made of them.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import JSONB, insert

from casework import access, connecticut
from casework.access import Act
from casework.language import Sentence
from casework.refusals import Invalid
from casework.small_counts import LEAST, columns_shown, rows_shown
from casework.transaction import Transaction
from schema.occasions import OccasionKind
from schema.organizations import Organization, OrganizationKind
from schema.outcomes import OutcomeResult, ToldQuarter

#: So many quarters are told, the last first.
QUARTERS = 8
#: Until then reports of the last days come in and slips are corrected.
SETTLES = timedelta(days=14)


class ComparedKind(StrEnum):
    """Kinds of hearing, as they are compared."""

    BOND = "bond"
    MASTER = "master"
    MERITS = "merits"
    FEAR_REVIEW = "fear_review"
    OTHER = "other"


class ComparedResult(StrEnum):
    """What came of it, in the three groups in which results are counted."""

    FOR_CLIENT = "for_client"
    AGAINST_CLIENT = "against_client"
    #: Put off, something else, or not known.
    NEITHER = "neither"


class ComparedBy(StrEnum):
    """By what hearings of one kind are set side by side."""

    PRESENCE = "presence"
    LETTERS = "letters"
    PRESS = "press"


class ComparedLevel(StrEnum):
    """How many came; whether there were any letters or press."""

    NOBODY = "nobody"
    UP_TO_9 = "up_to_9"
    UP_TO_29 = "up_to_29"
    FROM_30 = "from_30"
    WITHOUT = "without"
    WITH = "with"
    NOT_COUNTED = "not_counted"


#: In this order rows that may not stand alone are put together with others, from the end: what says least goes first.
LEVELS = {
    ComparedBy.PRESENCE: (
        ComparedLevel.NOBODY, ComparedLevel.UP_TO_9, ComparedLevel.UP_TO_29, ComparedLevel.FROM_30,
        ComparedLevel.NOT_COUNTED,
    ),
    ComparedBy.LETTERS: (ComparedLevel.WITH, ComparedLevel.WITHOUT, ComparedLevel.NOT_COUNTED),
    ComparedBy.PRESS: (ComparedLevel.WITH, ComparedLevel.WITHOUT, ComparedLevel.NOT_COUNTED),
}  # fmt: skip
_KINDS = {
    OccasionKind.BOND_HEARING: ComparedKind.BOND,
    OccasionKind.CUSTODY_HEARING: ComparedKind.BOND,
    OccasionKind.MASTER_HEARING: ComparedKind.MASTER,
    OccasionKind.INDIVIDUAL_HEARING: ComparedKind.MERITS,
    OccasionKind.FEAR_REVIEW: ComparedKind.FEAR_REVIEW,
}
_FOR = frozenset(
    {
        OutcomeResult.BOND_GRANTED, OutcomeResult.CONDITIONAL_PAROLE, OutcomeResult.RELIEF_GRANTED,
        OutcomeResult.TERMINATED, OutcomeResult.FEAR_FOUND, OutcomeResult.RELEASED,
    }
)  # fmt: skip
_AGAINST = frozenset(
    {
        OutcomeResult.BOND_DENIED, OutcomeResult.NO_JURISDICTION, OutcomeResult.RELIEF_DENIED,
        OutcomeResult.REMOVAL_ORDERED, OutcomeResult.REMOVAL_ORDERED_IN_ABSENTIA, OutcomeResult.FEAR_NOT_FOUND,
        OutcomeResult.DETAINED, OutcomeResult.REMOVED,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Happened:
    """One hearing of the ledger, as far as it is compared."""

    kind: ComparedKind
    result: ComparedResult
    presence: ComparedLevel
    letters: ComparedLevel
    press: ComparedLevel


@dataclass(frozen=True, slots=True)
class ResultCount:
    """How many hearings had one of these results, and what share of their line that is, in hundredths."""

    results: tuple[ComparedResult, ...]
    count: int
    percent: int


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """Hearings of these levels, as one line."""

    levels: tuple[ComparedLevel, ...]
    total: int
    results: tuple[ResultCount, ...]


@dataclass(frozen=True, slots=True)
class ComparedSplit:
    """Hearings of one kind by one thing. No rows: there are too few to compare."""

    by: ComparedBy
    rows: tuple[ComparedRow, ...]


@dataclass(frozen=True, slots=True)
class KindCompared:
    """Hearings of one kind. No total: fewer than five. No results: too few of each to say more than how many."""

    kind: ComparedKind
    total: int | None
    results: tuple[ResultCount, ...]
    splits: tuple[ComparedSplit, ...]


@dataclass(frozen=True, slots=True)
class WhatHappened:
    """One organization's hearings in one quarter."""

    quarter: str
    kinds: tuple[KindCompared, ...]


def quarters(now: datetime) -> list[tuple[int, int]]:
    """Year and number of the quarters that are over and have settled, the last first."""
    settled = connecticut.day_of(now - SETTLES)
    last = settled.year * 4 + (settled.month - 1) // 3 - 1
    return [(one // 4, one % 4 + 1) for one in range(last, last - QUARTERS, -1)]


def compared(quarter: str, happened: Iterable[Happened]) -> WhatHappened:
    """What is told of these hearings: counts of at least :data:`LEAST`, none of which says a smaller one."""
    of: dict[ComparedKind, list[Happened]] = {kind: [] for kind in ComparedKind}
    for one in happened:
        of[one.kind].append(one)
    return WhatHappened(quarter, tuple(_kind(kind, ones) for kind, ones in of.items()))


def _kind(kind: ComparedKind, ones: Sequence[Happened]) -> KindCompared:
    counted = Counter(one.result for one in ones)
    groups = tuple(
        tuple(list(ComparedResult)[place] for place in places)
        for places in columns_shown([counted[result] for result in ComparedResult])
    )
    if len(ones) < LEAST:
        return KindCompared(kind, None, (), ())
    if len(groups) < 2:
        return KindCompared(kind, len(ones), (), ())
    splits = tuple(_split(by, ones, groups) for by in ComparedBy)
    return KindCompared(kind, len(ones), _line(ones, groups), splits)


def _split(by: ComparedBy, ones: Sequence[Happened], groups: Sequence[tuple[ComparedResult, ...]]) -> ComparedSplit:
    levels = LEVELS[by]
    at: dict[ComparedLevel, list[Happened]] = {level: [] for level in levels}
    for one in ones:
        at[getattr(one, by.value)].append(one)
    shown = rows_shown([[sum(one.result in group for one in at[level]) for group in groups] for level in levels])
    rows = []
    for places in shown:
        among = [one for place in places for one in at[levels[place]]]
        rows.append(ComparedRow(tuple(levels[place] for place in places), len(among), _line(among, groups)))
    return ComparedSplit(by, tuple(rows))


def _line(ones: Sequence[Happened], groups: Sequence[tuple[ComparedResult, ...]]) -> tuple[ResultCount, ...]:
    counts = [sum(one.result in group for one in ones) for group in groups]
    return tuple(
        ResultCount(group, count, round(100 * count / len(ones))) for group, count in zip(groups, counts, strict=True)
    )


def happened_of(rows: Sequence[Sequence[object]] | None) -> list[Happened]:
    """Hearings as the database counted them: kind, people present, letters, press, result, and how many such."""
    return [
        Happened(
            kind=_KINDS.get(OccasionKind(str(kind)), ComparedKind.OTHER),
            result=result_of(OutcomeResult(str(result)) if result else None),
            presence=ComparedLevel(str(presence)),
            letters=ComparedLevel(str(letters)),
            press=ComparedLevel(str(press)),
        )
        for kind, presence, letters, press, result, count in rows or ()
        for _ in range(int(str(count)))
    ]


def result_of(result: OutcomeResult | None) -> ComparedResult:
    if result in _FOR:
        return ComparedResult.FOR_CLIENT
    return ComparedResult.AGAINST_CLIENT if result in _AGAINST else ComparedResult.NEITHER


def told(kept: dict[str, Any]) -> WhatHappened:
    """What was worked out of a quarter, as it was kept."""

    def line(rows: Any) -> tuple[ResultCount, ...]:
        return tuple(
            ResultCount(tuple(map(ComparedResult, one["results"])), one["count"], one["percent"]) for one in rows
        )

    def row(one: Any) -> ComparedRow:
        return ComparedRow(tuple(map(ComparedLevel, one["levels"])), one["total"], line(one["results"]))

    return WhatHappened(
        kept["quarter"],
        tuple(
            KindCompared(
                ComparedKind(kind["kind"]),
                kind["total"],
                line(kind["results"]),
                tuple(ComparedSplit(ComparedBy(one["by"]), tuple(map(row, one["rows"]))) for one in kind["splits"]),
            )
            for kind in kept["kinds"]
        ),
    )


async def tell_quarters(tx: Transaction) -> int:
    """Work out for each legal provider what is told of quarters that are over, once for good. Returns how many were."""
    made = 0
    named = {f"{year}-Q{number}": (year, number) for year, number in quarters(tx.now)}
    providers = select(Organization.id).where(Organization.kind == OrganizationKind.LEGAL_PROVIDER)
    told_before = select(ToldQuarter.organization_id, ToldQuarter.quarter).where(ToldQuarter.quarter.in_(named))
    before = {(organization, quarter) for organization, quarter in await tx.session.execute(told_before)}
    for organization_id in await tx.session.scalars(providers):
        for quarter, (year, number) in named.items():
            if (organization_id, quarter) in before:
                continue
            counted = select(func.outcomes_counted(organization_id, year, number, type_=JSONB))
            found = compared(quarter, happened_of(await tx.session.scalar(counted)))
            once = insert(ToldQuarter).values(
                organization_id=organization_id, quarter=quarter, told=asdict(found), told_at=tx.now
            )
            # Two workers may do it at once: the first one's stands.
            await tx.session.execute(once.on_conflict_do_nothing())
            made += 1
    return made


async def what_happened(tx: Transaction, organization_id: UUID) -> list[WhatHappened]:
    """What happened at an organization's hearings in the last quarters that were told, the last first, of every case it
    leads: cases without publicity count in it like all others, and no case can be told from it. For its coordinators,
    admins and legal team; nothing for anybody else.
    """
    seen = access.visible(await access.standing(tx), ToldQuarter, tx.now)
    rows = seen.where(ToldQuarter.organization_id == organization_id)
    found = await tx.session.scalars(rows.order_by(ToldQuarter.quarter.desc()).limit(QUARTERS))
    return [told(one.told) for one in found]


async def export_outcomes(tx: Transaction, organization_id: UUID, quarter: str, language: str) -> str:
    """What happened in one quarter as a table for a spreadsheet (CSV, RFC 4180), and the export in the organization's
    trail. Raises :class:`Invalid`, :class:`NotFound`, :class:`NotPermitted`.
    """
    await access.permit_in_organization(tx, organization_id, Act.EXPORT_OUTCOMES)
    found = next((one for one in await what_happened(tx, organization_id) if one.quarter == quarter), None)
    if found is None:
        raise Invalid("quarter", "Choose one of the quarters that are told. Other periods could be taken apart.")
    lines = _lines(found, lambda words: words.said(language))
    tx.record_count("outcomes.exported", quarter, organization_id, len(lines))
    text = io.StringIO()
    csv.writer(text).writerows(lines)
    return text.getvalue()


def _lines(found: WhatHappened, say: Callable[[Sentence], str]) -> list[list[str]]:
    """A heading, and one line a count. Every word is one of ours: nothing that somebody typed is in it."""
    both = f" {say(Sentence('and'))} "
    small = say(Sentence("fewer than {least}", least=LEAST))
    few = say(Sentence("too few to show"))
    lines = [
        [
            say(Sentence("Quarter")), say(Sentence("Kind of hearing")), say(Sentence("Compared by")),
            say(Sentence("Which")), say(Sentence("Result")), say(Sentence("Hearings")), say(Sentence("Percent")),
        ]
    ]  # fmt: skip

    def result(count: ResultCount) -> list[str]:
        return [both.join(say(_RESULT_WORDS[one]) for one in count.results), str(count.count), str(count.percent)]

    for kind in found.kinds:
        first = [found.quarter, say(_KIND_WORDS[kind.kind])]
        lines.append([*first, "", "", "", small if kind.total is None else str(kind.total), ""])
        lines += [[*first, "", "", *result(count)] for count in kind.results]
        for split in kind.splits:
            by = say(_BY_WORDS[split.by])
            if not split.rows:
                lines.append([*first, by, "", "", few, ""])
            for row in split.rows:
                which = both.join(say(_LEVEL_WORDS[level]) for level in row.levels)
                lines.append([*first, by, which, "", str(row.total), ""])
                lines += [[*first, by, which, *result(count)] for count in row.results]
    return lines


_KIND_WORDS = {
    ComparedKind.BOND: Sentence("bond and custody"),
    ComparedKind.MASTER: Sentence("master"),
    ComparedKind.MERITS: Sentence("merits"),
    ComparedKind.FEAR_REVIEW: Sentence("fear review"),
    ComparedKind.OTHER: Sentence("other hearings and check-ins"),
}
_RESULT_WORDS = {
    ComparedResult.FOR_CLIENT: Sentence("decided for the client"),
    ComparedResult.AGAINST_CLIENT: Sentence("decided against the client"),
    ComparedResult.NEITHER: Sentence("put off, other or not known"),
}
_BY_WORDS = {
    ComparedBy.PRESENCE: Sentence("people present"),
    ComparedBy.LETTERS: Sentence("letters"),
    ComparedBy.PRESS: Sentence("press"),
}
_LEVEL_WORDS = {
    ComparedLevel.NOBODY: Sentence("nobody"),
    ComparedLevel.UP_TO_9: Sentence("1 to 9"),
    ComparedLevel.UP_TO_29: Sentence("10 to 29"),
    ComparedLevel.FROM_30: Sentence("30 or more"),
    ComparedLevel.WITHOUT: Sentence("without"),
    ComparedLevel.WITH: Sentence("with"),
    ComparedLevel.NOT_COUNTED: Sentence("not counted"),
}

__all__ = [
    "LEVELS",
    "QUARTERS",
    "ComparedBy",
    "ComparedKind",
    "ComparedLevel",
    "ComparedResult",
    "ComparedRow",
    "ComparedSplit",
    "Happened",
    "KindCompared",
    "ResultCount",
    "WhatHappened",
    "compared",
    "export_outcomes",
    "happened_of",
    "quarters",
    "result_of",
    "tell_quarters",
    "told",
    "what_happened",
]
