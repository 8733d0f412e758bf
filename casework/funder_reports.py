"""A report for a funder: how many people were taken in and found counsel, hearings, and what came of them, by quarter
or month, for one organization.

A funder may hold several reports beside each other and subtract. So what is shown never depends on which report is
asked for: each quarter that is over has one table, in which :mod:`casework.small_counts` decides once what stands by
itself and what only together with something else, and every report is a selection of those tables. Nothing is shown of
a quarter that still runs, and a sum over several adds up only what is shown. Every count is of events that each person
or hearing has once, so that quarters do not overlap and nobody is counted twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Date, and_, case, cast, func, or_, select

from casework import access, connecticut
from casework.access import Act
from casework.comparisons import SETTLES, ComparedResult, result_of
from casework.language import Sentence
from casework.refusals import Invalid, NotPermitted
from casework.small_counts import LEAST, columns_shown, rows_shown
from casework.transaction import Transaction
from schema.assignments import Assignment, AssignmentState
from schema.cases import Case
from schema.hearings import Hearing
from schema.occasions import Occasion, OccasionState
from schema.organizations import Organization, OrganizationKind
from schema.outcomes import OutcomeResult

#: A report is of at most so many quarters.
MOST = 12
_NEVER_THEIRS = (
    AssignmentState.OFFERED, AssignmentState.CHECKING, AssignmentState.DECLINED, AssignmentState.LAPSED,
)  # fmt: skip


class Grain(StrEnum):
    """Into what a report divides its time."""

    QUARTER = "quarter"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Measure:
    """What is counted: its title, how, and into which columns it is split."""

    title: Sentence
    method: Sentence
    columns: tuple[Sentence, ...]


MEASURES = (
    Measure(
        Sentence("People taken in"),
        Sentence("Each person once, on the day their first case here was opened. Merged cases are one."),
        (Sentence("People"),),
    ),
    Measure(
        Sentence("People who found counsel"),
        Sentence("Each person once, on the day an attorney first accepted a case of theirs here."),
        (Sentence("People"),),
    ),
    Measure(
        Sentence("Hearings held"),
        Sentence("Hearings reported as held. With counsel: an attorney had the case on that day."),
        (Sentence("with counsel"), Sentence("without counsel")),
    ),
    Measure(
        Sentence("What came of hearings"),
        Sentence(
            "The same hearings by their result. For the client: bond or release, relief, termination, fear found. "
            "Against: denied, no jurisdiction, removal ordered, fear not found."
        ),
        (
            Sentence("decided for the client"), Sentence("decided against the client"),
            Sentence("put off, other or not known"),
        ),
    ),
)  # fmt: skip
SMALL = Sentence(
    "No count under {least} is shown, and none can be worked out: what is too few stands together with something else, "
    "or is left out of every sum. Only quarters that have been over for two weeks are told.",
    least=LEAST,
)


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch of time with its counts; None: fewer than are shown."""

    #: "2026-Q3", or its months: "2026-07", "2026-07, 2026-09".
    period: str
    counts: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One measure over the time of the report."""

    measure: Measure
    #: Which of the measure's columns stand in each column here: several are one sum.
    columns: tuple[tuple[int, ...], ...]
    rows: tuple[Row, ...]
    #: Of what is shown; and whether something is left out of it.
    total: tuple[int, ...]
    more: bool

    def heads(self, language: str) -> list[str]:
        both = f" {Sentence('and').said(language)} "
        return [both.join(self.measure.columns[one].said(language) for one in group) for group in self.columns]


@dataclass(frozen=True, slots=True)
class FunderReport:
    """What is told of an organization from one quarter to another."""

    organization: str
    start: str
    until: str
    tables: tuple[Told, ...]


#: Of a quarter ("2026-Q3"): of each of its months the counts of one measure.
_Counted = dict[str, list[tuple[int, ...]]]


def last_quarter(now: datetime) -> int:
    """The last quarter that is over and has settled, as a number that counts quarters."""
    settled = connecticut.day_of(now - SETTLES)
    return settled.year * 4 + (settled.month - 1) // 3 - 1


def quarters_between(start: str, until: str, now: datetime) -> list[int]:
    """The quarters from one to another. Raises :class:`Invalid` for what is none, too many, or not over."""
    first, last = _number("from", start), _number("until", until)
    if last > last_quarter(now):
        raise Invalid(
            "until",
            "Choose quarters that have been over for two weeks: a quarter that still runs could be taken apart.",
        )
    if not 0 <= last - first < MOST:
        raise Invalid("from", "Choose from one to {most} quarters.", most=MOST)
    return list(range(first, last + 1))


def _number(field: str, said: str) -> int:
    year, _, number = said.partition("-Q")
    if not (year.isdigit() and len(year) == 4 and number in ("1", "2", "3", "4")):
        raise Invalid(field, "Choose a quarter, such as {example}.", example="2026-Q3")
    return int(year) * 4 + int(number) - 1


def named(quarter: int) -> str:
    return f"{quarter // 4}-Q{quarter % 4 + 1}"


def _months(quarter: int) -> list[str]:
    return [f"{quarter // 4}-{quarter % 4 * 3 + month:02}" for month in (1, 2, 3)]


def told(measure: Measure, quarters: Sequence[int], counted: _Counted, grain: Grain) -> Told:
    """One measure's table. What a quarter shows is decided within it, whatever else is asked for."""
    shown = {one: columns_shown(_sums(counted[named(one)])) for one in quarters}
    kinds = {groups for groups in shown.values() if groups}
    # Quarters that are split in different ways have their totals in common.
    every = (tuple(range(len(measure.columns))),)
    columns = next(iter(kinds)) if len(kinds) == 1 else every
    rows: list[Row] = []
    for quarter in quarters:
        groups, months = shown[quarter], counted[named(quarter)]
        if not groups:
            rows.append(Row(named(quarter), (None,) * len(columns)))
            continue
        # Which months stand alone goes by the finest that the quarter shows, and not by what is printed here.
        alone = rows_shown([_grouped(month, groups) for month in months]) if grain is Grain.MONTH else ()
        for places in alone or ((),):
            taken = [months[place] for place in places] if places else months
            period = ", ".join(_months(quarter)[place] for place in places) if places else named(quarter)
            rows.append(Row(period, _grouped(_sums(taken), columns)))
    plain = [[one for one in row.counts if one is not None] for row in rows if None not in row.counts]
    return Told(
        measure, columns, tuple(rows), tuple(map(sum, zip(*plain, strict=True))) if plain else (0,) * len(columns),
        any(None in row.counts for row in rows),
    )  # fmt: skip


def _sums(rows: Iterable[Sequence[int]]) -> tuple[int, ...]:
    return tuple(map(sum, zip(*rows, strict=True)))


def _grouped(counts: Sequence[int], groups: Sequence[Sequence[int]]) -> tuple[int, ...]:
    return tuple(sum(counts[place] for place in group) for group in groups)


async def make_funder_report(
    tx: Transaction, organization_id: UUID, start: str, until: str, grain: Grain, *, form: str
) -> FunderReport:
    """Count for a funder, from one quarter to another ("2026-Q1"), of the cases that the organization leads and the
    actor sees; the organization's trail says who made it. Raises :class:`Invalid`, :class:`NotFound`,
    :class:`NotPermitted`.
    """
    organization = await access.permit_in_organization(tx, organization_id, Act.MAKE_FUNDER_REPORT)
    if organization.kind is not OrganizationKind.LEGAL_PROVIDER:
        raise NotPermitted
    quarters = quarters_between(start, until, tx.now)
    tables = []
    for measure, count in zip(MEASURES, (_taken_in, _represented, _held, _results), strict=True):
        counts = await count(tx, organization, *_stretch(quarters))
        counted = {
            named(one): [counts.get(month, (0,) * len(measure.columns)) for month in _months(one)] for one in quarters
        }
        tables.append(told(measure, quarters, counted, grain))
    tx.record_count("funder_report.made", f"{form}; {start} to {until} by {grain}", organization_id, len(quarters))
    return FunderReport(organization.name, start, until, tuple(tables))


def _stretch(quarters: Sequence[int]) -> tuple[date, date]:
    after = quarters[-1] + 1
    return date(quarters[0] // 4, quarters[0] % 4 * 3 + 1, 1), date(after // 4, after % 4 * 3 + 1, 1)


def _local(instant: Any, organization: Organization) -> Any:
    return cast(func.timezone(organization.time_zone, instant), Date)


async def _by_month(tx: Transaction, asked: Any, split: Callable[..., tuple[int, ...]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, Counter[int]] = {}
    width = 1
    for day, *what in await tx.session.execute(asked):
        counts = split(*what)
        width = len(counts)
        found.setdefault(f"{day:%Y-%m}", Counter()).update({place: one for place, one in enumerate(counts) if one})
    return {month: tuple(counts[place] for place in range(width)) for month, counts in found.items()}


async def _taken_in(tx: Transaction, house: Organization, start: date, end: date) -> dict[str, tuple[int, ...]]:
    day = _local(func.min(Case.opened_at), house)
    asked = (
        access.visible(await access.standing(tx), Case, tx.now)
        .with_only_columns(day)
        .where(Case.lead_organization_id == house.id, Case.merged_into_id.is_(None))
        .group_by(Case.detainee_id)
        .having(and_(day >= start, day < end))
    )
    return await _by_month(tx, asked, lambda: (1,))


async def _represented(tx: Transaction, house: Organization, start: date, end: date) -> dict[str, tuple[int, ...]]:
    accepted = func.coalesce(Assignment.answered_at, Assignment.engaged_at, Assignment.of_record_at)
    day = _local(func.min(accepted), house)
    asked = (
        access.visible(await access.standing(tx), Case, tx.now)
        .join(Assignment, Assignment.case_id == Case.id)
        .with_only_columns(day)
        .where(
            Case.lead_organization_id == house.id, Case.merged_into_id.is_(None),
            Assignment.state.not_in(_NEVER_THEIRS), accepted.is_not(None),
        )
        .group_by(Case.detainee_id)
        .having(and_(day >= start, day < end))
    )  # fmt: skip
    return await _by_month(tx, asked, lambda: (1,))


async def _hearings(tx: Transaction, house: Organization, start: date, end: date, *columns: Any) -> Any:
    day = _local(Occasion.starts_at, house)
    return (
        access.visible(await access.standing(tx), Hearing, tx.now)
        .join(Occasion, Occasion.id == Hearing.occasion_id)
        .with_only_columns(day, *columns)
        .where(
            Hearing.lead_organization_id == house.id, Occasion.state == OccasionState.HELD, day >= start, day < end
        )
    )  # fmt: skip


async def _held(tx: Transaction, house: Organization, start: date, end: date) -> dict[str, tuple[int, ...]]:
    accepted = func.coalesce(Assignment.answered_at, Assignment.engaged_at, Assignment.of_record_at)
    counsel = (
        select(Assignment.id)
        .where(
            Assignment.case_id == Hearing.case_id, Assignment.state.not_in(_NEVER_THEIRS),
            accepted <= Occasion.starts_at,
            or_(Assignment.ended_at.is_(None), Assignment.ended_at > Occasion.starts_at),
        )
        .correlate(Hearing, Occasion)
        .exists()
    )  # fmt: skip
    asked = await _hearings(tx, house, start, end, case((counsel, True), else_=False))
    return await _by_month(tx, asked, lambda there: (1, 0) if there else (0, 1))


async def _results(tx: Transaction, house: Organization, start: date, end: date) -> dict[str, tuple[int, ...]]:
    def split(outcome: Any) -> tuple[int, ...]:
        result = result_of(OutcomeResult(outcome.value) if outcome else None)
        return tuple(int(result is one) for one in ComparedResult)

    return await _by_month(tx, await _hearings(tx, house, start, end, Hearing.outcome), split)


def lines(report: FunderReport, language: str) -> list[list[str | int | None]]:
    """A line a count, for a spreadsheet: what, when, which and how many. Every word is one of ours."""
    few = Sentence("fewer than {least}", least=LEAST).said(language)
    found: list[list[str | int | None]] = []
    for table in report.tables:
        title, heads = table.measure.title.said(language), table.heads(language)
        for row in table.rows:
            found += [
                [title, row.period, head, few if one is None else one]
                for head, one in zip(heads, row.counts, strict=True)
            ]  # fmt: skip
    return found


def headings(language: str) -> dict[str, str]:
    """What stands above these lines."""
    words = {
        "measure": Sentence("What"), "period": Sentence("Time"), "which": Sentence("Which"),
        "count": Sentence("How many"),
    }  # fmt: skip
    return {name: one.said(language) for name, one in words.items()}


__all__ = [
    "MEASURES", "MOST", "SMALL", "FunderReport", "Grain", "Told", "headings", "last_quarter", "lines",
    "make_funder_report", "named", "quarters_between", "told",
]  # fmt: skip
