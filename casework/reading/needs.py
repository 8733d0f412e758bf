"""What waits for whoever coordinates: cases in which something is lacking, and how many there are of each.

The board is filtered by these, the page of today counts them, and the letter of the morning says the same numbers
(:mod:`casework.digests`): one rule for each, so that a number always leads to as many cases.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Date, and_, any_, cast, exists, func, or_, select
from sqlalchemy.orm import aliased

from casework import access
from casework.access import VISIBLE, Eyes
from casework.access.eyes import LEGAL, another
from casework.actors import Place, Standing
from casework.date_sources import STALE_AFTER
from casework.reading.places import Row
from casework.transaction import Transaction
from schema.assignments import STANDING, Assignment
from schema.cases import Case, Stage
from schema.changes import Acknowledgement, Change
from schema.custody import Confidence, CustodyStint, ReleaseReason
from schema.deadlines import OPEN_STATES, Deadline
from schema.hearings import Hearing
from schema.notices import Notice, NoticeState
from schema.occasions import UPCOMING, Occasion
from schema.organizations import Organization, Role

#: How far ahead is looked for hearings and deadlines, for dates that may be wrong, and how far back for letters.
SOON = timedelta(days=7)
DATES_AHEAD = timedelta(days=14)
LATELY = timedelta(days=1)


class CaseNeed(StrEnum):
    """What a case lacks, for its legal team."""

    #: A hearing within seven days, and nobody stands up for the client.
    HEARING_WITHOUT_COUNSEL = "hearing_without_counsel"
    #: A date within two weeks that is stale, or that only one source has said.
    DATE_TO_CHECK = "date_to_check"
    #: Neither a coordinator nor counsel.
    NOBODY_ASSIGNED = "nobody_assigned"
    #: A deadline falls due within seven days.
    DEADLINE_NEAR = "deadline_near"


def has_need(need: CaseNeed, eyes: Eyes, case: Any) -> Any:
    """The actor is of this case's legal team, and this is lacking."""
    return and_(eyes.reaches(case, LEGAL), _RULES[need](eyes, case))


def without_counsel(case_id: Any) -> Any:
    """Nobody stands up for the client of this case."""
    counsel = another(Assignment, "needs")
    return ~exists().where(counsel.case_id == case_id, counsel.state.in_(list(STANDING)))


def _hearing_within(eyes: Eyes, case: Any, ahead: timedelta, *holds: Callable[[Any], Any]) -> Any:
    hearing, when = another(Hearing, "needs"), another(Occasion, "needs")
    return exists().where(
        hearing.case_id == case.id,
        when.id == hearing.occasion_id,
        when.state.in_(UPCOMING),
        when.starts_at > eyes.now,
        when.starts_at <= eyes.now + ahead,
        *(one(hearing) for one in holds),
    )


def may_be_wrong(eyes: Eyes) -> Callable[[Any], Any]:
    """A hearing's date is stale, or only one source has said it."""

    def rule(hearing: Any) -> Any:
        stint = another(CustodyStint, "needs")
        moved = exists().where(
            stint.case_id == hearing.case_id,
            stint.release_reason == ReleaseReason.TRANSFERRED,
            stint.booked_out_at > hearing.checked_at,
        )
        return or_(hearing.confidence != Confidence.CONFIRMED, hearing.checked_at <= eyes.now - STALE_AFTER, moved)

    return rule


def _deadline_near(eyes: Eyes, case: Any) -> Any:
    one = another(Deadline, "needs")
    return exists().where(one.case_id == case.id, is_near(eyes, one))


def is_near(eyes: Eyes, one: Any) -> Any:
    """A deadline falls due within seven days, and nobody has met it or set it aside."""
    today = cast(func.timezone(one.time_zone, eyes.now), Date)
    return and_(
        one.state.in_(list(OPEN_STATES)),
        one.fell_away_at.is_(None),
        or_(
            and_(one.due_at > eyes.now, one.due_at <= eyes.now + SOON),
            and_(one.due_at.is_(None), one.due_on >= today, one.due_on <= today + SOON.days),
        ),
    )


_RULES: dict[CaseNeed, Callable[[Eyes, Any], Any]] = {
    CaseNeed.HEARING_WITHOUT_COUNSEL: lambda eyes, case: and_(
        _hearing_within(eyes, case, SOON), without_counsel(case.id)
    ),
    CaseNeed.DATE_TO_CHECK: lambda eyes, case: _hearing_within(eyes, case, DATES_AHEAD, may_be_wrong(eyes)),
    CaseNeed.NOBODY_ASSIGNED: lambda eyes, case: and_(case.coordinator_id.is_(None), without_counsel(case.id)),
    CaseNeed.DEADLINE_NEAR: _deadline_near,
}


@dataclass(frozen=True, slots=True)
class Today:
    """What waits, in numbers: of cases led where the actor coordinates, and of their letters."""

    hearings_without_counsel: int = 0
    changes_not_confirmed: int = 0
    dates_to_check: int = 0
    nobody_assigned: int = 0
    letters_failed: int = 0
    deadlines_near: int = 0

    @property
    def nothing(self) -> bool:
        return not any(getattr(self, one.name) for one in fields(self))


def counts(eyes: Eyes, named: Callable[[type[Any]], Any]) -> dict[str, Any]:
    """A statement for each number of :class:`Today`. ``named`` gives a table under a name of its own."""
    return {
        "hearings_without_counsel": _cases(eyes, named(Case), CaseNeed.HEARING_WITHOUT_COUNSEL),
        "changes_not_confirmed": changes_not_confirmed(eyes, named(Change)),
        "dates_to_check": _cases(eyes, named(Case), CaseNeed.DATE_TO_CHECK),
        "nobody_assigned": _cases(eyes, named(Case), CaseNeed.NOBODY_ASSIGNED),
        "letters_failed": _letters_failed(eyes, named(Notice)),
        "deadlines_near": _cases(eyes, named(Case), CaseNeed.DEADLINE_NEAR),
    }


def _of(row: Any) -> Any:
    return row.alias if isinstance(row, Row) else row


def _cases(eyes: Eyes, case: Any, need: CaseNeed) -> Any:
    return (
        select(func.count())
        .select_from(_of(case))
        .where(
            case.lead_organization_id == any_(eyes.organizations(wide=True, legal=True)),
            VISIBLE[Case](eyes, case),
            case.merged_into_id.is_(None),
            case.stage != Stage.CLOSED,
            has_need(need, eyes, case),
        )
    )


def _letters_failed(eyes: Eyes, notice: Any) -> Any:
    ours = or_(
        notice.lead_organization_id == any_(eyes.organizations(wide=True)),
        and_(notice.case_id.is_(None), notice.organization_id == any_(eyes.organizations(wide=True))),
    )
    return (
        select(func.count())
        .select_from(_of(notice))
        .where(
            VISIBLE[Notice](eyes, notice),
            notice.state == NoticeState.FAILED,
            notice.settled_at > eyes.now - LATELY,
            ours,
        )
    )


def owing(row: Any) -> Any:
    """A word on a change is owed still."""
    return and_(row.due_by.is_not(None), row.acknowledged_at.is_(None), row.ended_at.is_(None))


def changes_not_confirmed(eyes: Eyes, change: Any) -> Any:
    """How many changes somebody has not confirmed that they know: of cases led where the actor coordinates, and of
    actions of no case that are planned there.
    """
    owed = aliased(Acknowledgement)
    ours = or_(
        change.lead_organization_id == any_(eyes.organizations(wide=True, legal=True)),
        and_(change.case_id.is_(None), change.organization_id == any_(eyes.organizations(wide=True))),
    )
    return (
        select(func.count())
        .select_from(_of(change))
        .where(VISIBLE[Change](eyes, change), ours, exists().where(owed.change_id == change.id, owing(owed)))
    )


async def today(tx: Transaction) -> Today:
    """What waits for the actor today."""
    eyes = Eyes(await access.standing(tx), tx.now)
    asked = counts(eyes, lambda model: model)
    row = (await tx.session.execute(select(*(one.scalar_subquery() for one in asked.values())))).one()
    return Today(*row)


async def today_of(tx: Transaction, organization_id: UUID, reader_id: UUID) -> Today:
    """The same of a whole organization, for somebody who reads no case of it: numbers alone, and of nothing behind a
    wall before which they stand. As the system actor DELIVERY.
    """
    walled = (await access.walled_among(tx, {reader_id})).get(reader_id, frozenset())
    organization = await tx.session.get_one(Organization, organization_id)
    place = Place(organization_id, organization.kind, frozenset({Role.COORDINATOR}), supervised=True)
    eyes = Eyes(Standing(None, (place,), walled=tuple(walled)), tx.now)
    asked = counts(eyes, lambda model: model)
    row = (await tx.session.execute(select(*(one.scalar_subquery() for one in asked.values())))).one()
    return Today(*row)


__all__ = [
    "DATES_AHEAD",
    "SOON",
    "CaseNeed",
    "Today",
    "changes_not_confirmed",
    "counts",
    "has_need",
    "is_near",
    "may_be_wrong",
    "owing",
    "today",
    "today_of",
    "without_counsel",
]
