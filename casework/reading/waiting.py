"""What waits for a human where somebody coordinates, row by row: the page of today shows each with one next step.

:mod:`casework.reading.needs` counts the same by cases; these are the hearings, deadlines, alarms and approvals behind
the numbers, the most urgent first and at most :data:`WAITING` of each. An answer ends a row: what was verified, taken,
met or marked expected is no longer among them (PRODUCT law 11).
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, and_, any_, exists, or_, select

from casework import access
from casework.access import VISIBLE, Eyes
from casework.reading.cases import occasion
from casework.reading.facts import Many
from casework.reading.needs import DATES_AHEAD, SOON, is_near, may_be_wrong, without_counsel
from casework.reading.places import At, Row
from casework.reading.roots.query import QUERY
from casework.transaction import Transaction
from schema.advocacy import ActionState, AdvocacyAction, SignOff
from schema.cases import Case
from schema.deadlines import Deadline
from schema.hearings import Hearing
from schema.occasions import UPCOMING, Occasion
from schema.tasks import Task

#: So many of each are shown: whoever has more works through them from the top, and the board has all.
WAITING = 20
#: Alarms of custody, as the house raises them: courts that disagree, and whom nobody can find.
ALARMS = ("custody_court", "lost_contact")


def _ours(eyes: Eyes, row: Any) -> Any:
    """Of cases led where the actor coordinates."""
    return row.lead_organization_id == any_(eyes.organizations(wide=True, legal=True))


def _open_case(case: Any, row: Any) -> Any:
    return and_(case.id == row.case_id, case.closed_at.is_(None), case.merged_into_id.is_(None))


def _hearing(eyes: Eyes, hearing: Any, when: Any) -> Any:
    """Nobody stands up within seven days, or the date may be wrong within two weeks."""
    return and_(
        _ours(eyes, hearing),
        when.state.in_(UPCOMING),
        when.starts_at > eyes.now,
        when.starts_at <= eyes.now + DATES_AHEAD,
        or_(
            and_(when.starts_at <= eyes.now + SOON, without_counsel(hearing.case_id)),
            may_be_wrong(eyes)(hearing),
        ),
    )


def _alarm(eyes: Eyes, task: Any) -> Any:
    return and_(_ours(eyes, task), task.raised_by.in_(ALARMS), task.done_at.is_(None), task.due_at <= eyes.now)


def _approval(eyes: Eyes, action: Any, when: Any, yes: Any) -> Any:
    """A draft about a case for a day ahead that counsel has not said yes to as it reads now."""
    signed = exists().where(
        yes.action_id == action.id, yes.said_revision == action.said_revision, yes.withdrawn_at.is_(None)
    )
    return and_(
        _ours(eyes, action), action.state == ActionState.DRAFT, when.starts_at > eyes.now,
        when.starts_at <= eyes.now + DATES_AHEAD, ~signed,
    )  # fmt: skip


def _of_an_open_case(at: At, there: At) -> Any:
    return at.any(Case, lambda case: _open_case(case, there.row))


QUERY["hearings_waiting"] = Many(
    "Hearing",
    lambda at, there: and_(_hearing(at.eyes, there.row, occasion(there)), _of_an_open_case(at, there)),
    order=lambda there: [occasion(there).starts_at, there.row.id],
    limit=WAITING,
)
QUERY["deadlines_waiting"] = Many(
    "Deadline",
    lambda at, there: and_(
        _ours(at.eyes, there.row), is_near(at.eyes, there.row), _of_an_open_case(at, there)
    ),
    order=lambda there: [there.row.due_on, there.row.id],
    limit=WAITING,
)  # fmt: skip
QUERY["alarms_waiting"] = Many(
    "Task",
    lambda at, there: _alarm(at.eyes, there.row),
    order=lambda there: [there.row.due_at, there.row.id],
    limit=WAITING,
)


def _approvals(at: At, there: At) -> Any:
    return _approval(at.eyes, there.row, occasion(there), Row(SignOff))


QUERY["approvals_waiting"] = Many(
    "AdvocacyAction",
    _approvals,
    order=lambda there: [occasion(there).starts_at, there.row.id],
    limit=WAITING,
)


# The same for the ordinary executor.


async def hearings_waiting(tx: Transaction) -> list[Hearing]:
    """Hearings that nobody stands up at within a week, or whose date may be wrong within two."""
    eyes = await _eyes(tx)
    asked = (
        select(Hearing)
        .join(Occasion, Occasion.id == Hearing.occasion_id)
        .where(
            VISIBLE[Hearing](eyes, Hearing), _hearing(eyes, Hearing, Occasion),
            exists().where(VISIBLE[Case](eyes, Case), _open_case(Case, Hearing)),
        )
    )  # fmt: skip
    return await _first(tx, asked, Occasion.starts_at, Hearing.id)


async def deadlines_waiting(tx: Transaction) -> list[Deadline]:
    """Deadlines within a week that nobody has met."""
    eyes = await _eyes(tx)
    asked = select(Deadline).where(
        VISIBLE[Deadline](eyes, Deadline), _ours(eyes, Deadline), is_near(eyes, Deadline),
        exists().where(VISIBLE[Case](eyes, Case), _open_case(Case, Deadline)),
    )  # fmt: skip
    return await _first(tx, asked, Deadline.due_on, Deadline.id)


async def alarms_waiting(tx: Transaction) -> list[Task]:
    """What the house rings about custody, and nobody has answered."""
    eyes = await _eyes(tx)
    return await _first(tx, select(Task).where(VISIBLE[Task](eyes, Task), _alarm(eyes, Task)), Task.due_at, Task.id)


async def approvals_waiting(tx: Transaction) -> list[AdvocacyAction]:
    """Drafts that counsel has not said yes to as they read now."""
    eyes = await _eyes(tx)
    asked = (
        select(AdvocacyAction)
        .join(Occasion, Occasion.id == AdvocacyAction.occasion_id)
        .where(
            VISIBLE[AdvocacyAction](eyes, AdvocacyAction), _approval(eyes, AdvocacyAction, Occasion, SignOff)
        )
    )  # fmt: skip
    return await _first(tx, asked, Occasion.starts_at, AdvocacyAction.id)


async def _eyes(tx: Transaction) -> Eyes:
    return Eyes(await access.standing(tx), tx.now)


async def _first(tx: Transaction, asked: Select[Any], *order: Any) -> list[Any]:
    return list((await tx.session.scalars(asked.order_by(*order).limit(WAITING))).unique())


__all__ = ["WAITING", "alarms_waiting", "approvals_waiting", "deadlines_waiting", "hearings_waiting"]
