"""Coverage: no hearing is left without somebody who stands up in it, unless a named person knows (law 11).

Bond is apart from removal (8 CFR 1003.19(d)): whoever was retained for bond alone leaves the master hearing uncovered.
The task is raised once for each time that happens, and ends by itself when somebody takes it on.
"""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from uuid import UUID

from sqlalchemy import Text, and_, cast, exists, func, or_, select

from casework import entitlement, tasks, times
from casework.language import Sentence
from casework.transaction import Transaction
from schema.assignments import STANDING, Assignment, Scope
from schema.cases import Case
from schema.hearings import Hearing
from schema.occasions import UPCOMING, Occasion
from schema.proceedings import Proceeding, ProceedingKind
from schema.tasks import Task

#: What the task is raised by; its key goes on with the hearing, and how often it came to that.
UNCOVERED = "uncovered"
#: Hearings this near are looked at by the house, whatever was forgotten.
AHEAD = timedelta(days=14)


async def uncovered(tx: Transaction, case_id: UUID) -> list[Hearing]:
    """Dates ahead in which nobody who took the case on stands up, the next one first."""
    standing = await _standing(tx, case_id)
    return [
        hearing
        for hearing, proceeding in await _ahead(tx, case_id)
        if not any(entitlement.covers(one.scope, of, proceeding) for one, of in standing)
    ]


async def follow_case(tx: Transaction, case: Case, *, again: bool = False) -> list[Task]:
    """Tell whoever looks after the case of each date that nobody covers, and end what was overtaken: verbs that change
    who stands up call this. ``again``: somebody who did stand up does so no more, so that what was answered before is
    asked anew. Returns the tasks that were raised.
    """
    await tx.session.flush()
    if case.closed_at is not None:
        return []
    bare = await uncovered(tx, case.id)
    before = await _raised(tx, case.id)
    await _end(tx, case, [task for task in before if _of(task) not in {hearing.id for hearing in bare}])
    raised = []
    for hearing in bare:
        earlier = [task for task in before if _of(task) == hearing.id]
        if any(task.done_at is None for task in earlier) or (earlier and not again):
            continue
        task = await _raise(tx, case, hearing, len(earlier))
        raised += [task] if task else []
    return raised


async def _raise(tx: Transaction, case: Case, hearing: Hearing, times_before: int) -> Task | None:
    occasion = hearing.occasion
    when = partial(
        times.said_shortly, occasion.starts_at, occasion.time_zone, hour_known=occasion.hour_known, beside=[tx.now]
    )
    # Somebody has to be found, and to read the file, before it is held.
    due = max(tx.now, min(tx.now + timedelta(days=7), occasion.starts_at - timedelta(days=3)))
    title = Sentence("Nobody stands up in the hearing of {when}: find counsel, or ask for it to be moved.", when=when)
    return await tasks.raise_once(tx, case, f"{UNCOVERED}:{hearing.id}:{times_before}", title, due)


async def follow(tx: Transaction, *, limit: int = 100) -> int:
    """Dates that are near, of cases for which counsel was sought, that nobody covers and nobody was told of: what was
    forgotten is told now. As the system actor HOUSEKEEPING. Returns how many tasks were raised.
    """
    sought, told = (
        exists().where(Assignment.case_id == Case.id),
        exists().where(
            Task.case_id == Hearing.case_id,
            Task.raised_by == UNCOVERED,
            func.split_part(Task.raised_key, ":", 2) == cast(Hearing.id, Text),
        ),
    )
    covering = exists().where(
        Assignment.case_id == Hearing.case_id,
        Assignment.state.in_(list(STANDING)),
        or_(
            and_(Assignment.proceeding_id == Hearing.proceeding_id, Assignment.scope != Scope.DOCUMENT_HELP),
            and_(Assignment.proceeding_id.is_(None), Assignment.scope == Scope.ALL),
            and_(
                Assignment.proceeding_id.is_(None),
                Assignment.scope == Scope.BOND_ONLY,
                Proceeding.kind == ProceedingKind.BOND,
            ),
        ),
    )
    bare = await tx.session.execute(
        select(Hearing, Case)
        .join(Case, Case.id == Hearing.case_id)
        .join(Proceeding, Proceeding.id == Hearing.proceeding_id)
        .join(Occasion, and_(Occasion.id == Hearing.occasion_id, Occasion.state.in_(UPCOMING)))
        .where(
            Occasion.starts_at > tx.now, Occasion.starts_at <= tx.now + AHEAD, Case.closed_at.is_(None),
            sought, ~told, ~covering,
        )
        .order_by(Occasion.starts_at, Hearing.id)
        .limit(limit)
    )  # fmt: skip
    raised = [await _raise(tx, case, hearing, 0) for hearing, case in bare.unique().all()]
    return sum(task is not None for task in raised)


async def _standing(tx: Transaction, case_id: UUID) -> list[tuple[Assignment, Proceeding | None]]:
    found = await tx.session.execute(
        select(Assignment, Proceeding)
        .outerjoin(Proceeding, Proceeding.id == Assignment.proceeding_id)
        .where(Assignment.case_id == case_id, Assignment.state.in_(list(STANDING)))
    )
    return [(one, of) for one, of in found]


async def _ahead(tx: Transaction, case_id: UUID) -> list[tuple[Hearing, Proceeding]]:
    found = await tx.session.execute(
        select(Hearing, Proceeding)
        .join(Proceeding, Proceeding.id == Hearing.proceeding_id)
        .join(Occasion, and_(Occasion.id == Hearing.occasion_id, Occasion.state.in_(UPCOMING)))
        .where(Hearing.case_id == case_id, Occasion.starts_at > tx.now)
        .order_by(Occasion.starts_at, Hearing.id)
    )
    return [(hearing, proceeding) for hearing, proceeding in found]


async def _raised(tx: Transaction, case_id: UUID) -> list[Task]:
    of_case = select(Task).where(Task.case_id == case_id, Task.raised_by == UNCOVERED)
    return list(await tx.session.scalars(of_case.order_by(Task.id)))


def _of(task: Task) -> UUID:
    return UUID((task.raised_key or "").split(":")[1])


async def _end(tx: Transaction, case: Case, overtaken: list[Task]) -> None:
    """Somebody stands up in it now, or it is not held: nobody need look."""
    for task in overtaken:
        if task.done_at is None:
            task.done_at = tx.now
            task.revision += 1
            tx.record("task.completed", task, case=case, after={"reason": "covered"})
    await tx.session.flush()


__all__ = ["AHEAD", "UNCOVERED", "follow", "follow_case", "uncovered"]
