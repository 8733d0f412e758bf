"""Outcomes across cases: how hearings ended, by how many came. What happened, not what turnout caused.

It names no case, no judge and no place, and leaves out counts under five with whatever would give them away. It stands
still for a month: of what changes from one day to the next, the difference would be one hearing. A case without
publicity is in it like every other, and is to be found in it like no other.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Integer, case, func, literal, or_, select

from casework import access, house
from casework.access import Act
from casework.actors import DELIVERY
from casework.suppression import suppressed
from casework.transaction import Transaction
from schema.advocacy import AdvocacyAction
from schema.attendance import Attendance
from schema.hearings import Hearing, HearingOutcome
from schema.occasions import Occasion, OccasionState

_MANY = 10


class Turnout(StrEnum):
    """How many came, as whoever was there said."""

    NOT_REPORTED = "not_reported"
    NOBODY = "nobody"
    #: One to nine.
    FEW = "few"
    #: Ten or more.
    MANY = "many"


@dataclass(frozen=True, slots=True)
class OutcomeLine:
    """One outcome, in hearings by turnout, and in all. None: left out."""

    #: None: all outcomes together.
    outcome: HearingOutcome | None
    not_reported: int | None
    nobody: int | None
    few: int | None
    many: int | None
    total: int | None


@dataclass(frozen=True, slots=True)
class Ledger:
    """The comparison, of hearings held before an instant."""

    before: datetime
    lines: list[OutcomeLine]


async def outcome_ledger(tx: Transaction, organization_id: UUID) -> Ledger:
    """How the hearings of an organization's cases ended, by how many came, up to the end of last month. Raises
    :class:`NotFound`, :class:`NotPermitted`.
    """
    await access.permit_in_organization(tx, organization_id, Act.COMPARE_OUTCOMES)
    before = tx.now.astimezone(UTC).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    around = select(AdvocacyAction.occasion_id).where(AdvocacyAction.hearing_id == Hearing.id).correlate(Hearing)
    heads = (
        select(func.max(Attendance.heads))
        .where(or_(Attendance.occasion_id == Hearing.occasion_id, Attendance.occasion_id.in_(around)))
        .correlate(Hearing)
        .scalar_subquery()
    )
    turnout = case(
        (heads.is_(None), literal(0)), (heads == 0, literal(1)), (heads < _MANY, literal(2)), else_=literal(3)
    ).cast(Integer)
    held = (
        select(Hearing.outcome, turnout.label("turnout"))
        .join(Occasion, Occasion.id == Hearing.occasion_id)
        .where(
            Hearing.lead_organization_id == organization_id, Hearing.outcome.is_not(None),
            Occasion.state == OccasionState.HELD, Occasion.ends_at < before,
            # A report that comes late is for the month in which it came.
            Hearing.reported_at < before,
        )
        .subquery()
    )  # fmt: skip
    counted = select(held.c.outcome, held.c.turnout, func.count()).group_by(held.c.outcome, held.c.turnout)
    async with house.acts(tx, DELIVERY):
        found = (await tx.session.execute(counted)).all()
    counts: dict[HearingOutcome, list[int]] = {}
    for outcome, column, count in found:
        if outcome is not None:
            counts.setdefault(outcome, [0] * len(Turnout))[column] = count
    return Ledger(before, _lines(counts))


def _lines(counts: dict[HearingOutcome, list[int]]) -> list[OutcomeLine]:
    """The table without its small counts. A column in which nothing ever fell is no count of anybody, and left out."""
    outcomes = [outcome for outcome in HearingOutcome if outcome in counts]
    used = [column for column in range(len(Turnout)) if any(counts[outcome][column] for outcome in outcomes)]
    if not outcomes:
        return []
    lines = []
    table = suppressed([[counts[outcome][column] for column in used] for outcome in outcomes])
    for outcome, row in zip([*outcomes, None], table, strict=True):
        said = dict(zip(used, row, strict=False))
        not_reported, nobody, few, many = (said.get(column) for column in range(len(Turnout)))
        lines.append(OutcomeLine(outcome, not_reported, nobody, few, many, row[-1]))
    return lines


__all__ = ["Ledger", "OutcomeLine", "Turnout", "outcome_ledger"]
