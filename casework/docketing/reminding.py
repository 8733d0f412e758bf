"""Whom a deadline reminds: counsel alone while it is for review; once counsel has confirmed it, the coordinator too."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from uuid import UUID

from sqlalchemy import case as when
from sqlalchemy import or_, select

from casework import tasks, times
from casework.deadlines.words import day_said, moment_said
from casework.language import LANGUAGES, InLanguage, Sentence
from casework.transaction import Transaction
from schema.assignments import STANDING, Assignment, AssignmentState
from schema.base import new_id
from schema.cases import Case
from schema.deadlines import OPEN_STATES, Binds, Deadline, DeadlineState
from schema.people import Person
from schema.tasks import Task
from schema.teams import COUNSEL_ROLES, TeamMember

#: Under this kind of task counsel is asked to look at computed deadlines, and under this one something falls due.
REVIEW, DUE = "deadline_review", "deadline"


#: Whom the client's side is among.
_OURS = (Binds.CLIENT, Binds.EITHER_SIDE, Binds.BOTH_SIDES)


async def remind(tx: Transaction, case: Case, *, leaving: UUID | None = None, seen_to: bool = False) -> None:
    """Keep the tasks that tell of a case's deadlines: one to review them, and one for each that is confirmed. Whoever
    changes who is counsel calls this; ``leaving`` is somebody who is so no more when this is over. ``seen_to``: one of
    them has just been seen to, and what is left has its own hour.
    """
    await tx.session.flush()
    asked = select(Deadline).where(Deadline.case_id == case.id).order_by(Deadline.due_on, Deadline.id)
    rows = list(await tx.session.scalars(asked))
    if not rows:
        return
    await tx.unlock([row.what for row in rows])
    counsel = await counsel_of(tx, case, leaving)
    await _ask_to_review(tx, case, counsel, [row for row in rows if _waits(tx, row)], seen_to)
    coordinator = await tx.session.get(Person, case.coordinator_id) if case.coordinator_id else None
    owners = {one.id: one for one in (counsel, coordinator) if one is not None}.values()
    # What waits for review has raised nothing of its own.
    raised = await _raised(tx, case) if any(row.state is not DeadlineState.FOR_REVIEW for row in rows) else {}
    for row in rows:
        if row.state is DeadlineState.CONFIRMED and (due := ends(row)) is not None and due > tx.now:
            for owner in owners:
                if (key := f"{DUE}:{row.id}:{owner.id}") not in raised:
                    await tasks.raise_for(tx, case, owner, key, _due(tx, row), due)
        elif row.state not in OPEN_STATES:
            matter = f"{DUE}:{row.id}:"
            if any(still_open and key.startswith(matter) for key, still_open in raised.items()):
                await tasks.settle(tx, case, matter)


async def _raised(tx: Transaction, case: Case) -> dict[str, bool]:
    """The matters of this case that somebody was reminded of, and whether each is still open."""
    asked = select(Task.raised_key, Task.done_at).where(Task.case_id == case.id, Task.raised_by == DUE)
    return {key: done_at is None for key, done_at in (await tx.session.execute(asked)).all() if key}


async def counsel_of(tx: Transaction, case: Case, leaving: UUID | None = None) -> Person | None:
    """Who answers for the case: of record first, then whoever accepted it, then counsel on its team."""
    assigned = (
        select(Person)
        .join(Assignment, Assignment.attorney_id == Person.id)
        .where(Assignment.case_id == case.id, Assignment.state.in_(list(STANDING)))
        .order_by(when((Assignment.state == AssignmentState.OF_RECORD, 0), else_=1), Assignment.id)
        .limit(1)
    )
    seated = (
        select(Person)
        .join(TeamMember, TeamMember.person_id == Person.id)
        .where(
            TeamMember.case_id == case.id,
            TeamMember.role.in_(list(COUNSEL_ROLES)),
            TeamMember.person_id.is_distinct_from(leaving),
            TeamMember.began_at <= tx.now,
            or_(TeamMember.until.is_(None), TeamMember.until > tx.now),
        )
        .order_by(TeamMember.began_at, TeamMember.id)
        .limit(1)
    )
    return await tx.session.scalar(assigned) or await tx.session.scalar(seated)


def ends(row: Deadline) -> datetime | None:
    """The instant after which it is late."""
    if row.due_at is not None or row.due_on is None:
        return row.due_at
    return datetime.combine(row.due_on, time(23, 59), tzinfo=times.zone(row.time_zone))


def _waits(tx: Transaction, row: Deadline) -> bool:
    due = ends(row)
    if due is None and row.triggered_on is not None:
        # The court has set nothing: until the hearing it may.
        return row.state is DeadlineState.FOR_REVIEW and row.triggered_on >= times.local_day(tx.now, row.time_zone)
    return row.state is DeadlineState.FOR_REVIEW and (due is None or due > tx.now)


async def _ask_to_review(
    tx: Transaction, case: Case, counsel: Person | None, waiting: list[Deadline], seen_to: bool
) -> None:
    """One task for all that wait. With no counsel, the coordinator is asked to find some, and told no date; of clocks
    that the client's side need not keep there is nothing to find counsel for.
    """
    if counsel is None:
        waiting = [row for row in waiting if row.binds in _OURS]
    owner_id = counsel.id if counsel else case.coordinator_id
    asked = select(Task).where(Task.case_id == case.id, Task.raised_by == REVIEW, Task.done_at.is_(None))
    still_open = list(await tx.session.scalars(asked.order_by(Task.id)))
    if still_open and (not waiting or any(task.owner_id != owner_id for task in still_open)):
        await tasks.settle(tx, case, f"{REVIEW}:")
        still_open = []
    if not waiting:
        return
    first = min((due for row in waiting if (due := ends(row)) is not None), default=None)
    soon = tx.now + timedelta(days=1)
    due_at = min(first, soon) if first else soon
    if still_open:
        for task in still_open:
            if task.due_at is None or seen_to or due_at < task.due_at:
                task.due_at = due_at
                task.revision += 1
        return
    # None is open: what was reviewed and came again is asked again, as another matter.
    key = f"{REVIEW}:{case.id}:{new_id()}"
    if counsel is not None:
        await tasks.raise_for(tx, case, counsel, key, Sentence("Review the deadlines worked out for this case"), due_at)
    else:
        await tasks.raise_once(
            tx, case, key, Sentence("Find counsel to review the deadlines worked out for this case"), soon
        )


def _due(tx: Transaction, row: Deadline) -> Sentence:
    due = day_said(row.due_on) if row.due_on and not row.due_at else None
    by: InLanguage = due or moment_said(row.due_at or tx.now, row.time_zone)
    if row.rule is None:
        return Sentence("{what}, by {day}", what=tx.open(row, "what") or "", day=by)
    return Sentence("{what}, by {day}", what=lambda language: _act(row, language), day=by)


def _act(row: Deadline, language: str) -> str:
    return str((row.said.get(language) or row.said.get(LANGUAGES[0]) or {}).get("act") or row.rule or "")


__all__ = ["DUE", "REVIEW", "counsel_of", "ends", "remind"]
