"""Handing on: what somebody had in hand in a case goes to somebody else, because they left or stand on another side."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import or_, select

from casework import tasks
from casework.language import Sentence
from casework.transaction import Transaction
from schema.cases import Case
from schema.organizations import Membership, Role
from schema.tasks import Task


async def replace_coordinator(tx: Transaction, case: Case, named: Sequence[UUID], because: Sentence) -> None:
    """Somebody looks after the case still: whoever acts if they coordinate, else a colleague, who is told by a task.
    ``named`` are those who can't.
    """
    if case.coordinator_id not in named:
        return
    colleagues = select(Membership.person_id).where(
        Membership.organization_id == case.lead_organization_id,
        Membership.role == Role.COORDINATOR,
        Membership.person_id.not_in(named),
        or_(Membership.ended_at.is_(None), Membership.ended_at > tx.now),
    )
    found = list(await tx.session.scalars(colleagues.order_by(Membership.created_at, Membership.id)))
    before = case.coordinator_id
    case.coordinator_id = tx.person_id if tx.person_id in found else next(iter(found), None)
    case.revision += 1
    await tx.session.flush()
    tx.record("case.updated", case, before={"coordinator_id": before}, after={"coordinator_id": case.coordinator_id})
    if case.coordinator_id is None or case.coordinator_id != tx.person_id:
        await tasks.raise_once(tx, case, f"handed_on:{case.id}:{before}:{case.revision}", because, tx.now)


async def hand_on_tasks(tx: Transaction, case: Case, named: Sequence[UUID]) -> None:
    """Open tasks of theirs in this case are its coordinator's now."""
    owned = select(Task).where(Task.case_id == case.id, Task.owner_id.in_(named), Task.done_at.is_(None))
    for task in list(await tx.session.scalars(owned.order_by(Task.id))):
        hand_on(tx, task, case.coordinator_id, case)
    await tx.session.flush()


def hand_on(tx: Transaction, task: Task, owner_id: UUID | None, case: Case | None = None) -> None:
    """A task is somebody else's from now on; of nobody's, its organization's coordinators see it."""
    before, task.owner_id = task.owner_id, owner_id
    task.revision += 1
    tx.record("task.handed_on", task, case=case, before={"owner_id": before}, after={"owner_id": owner_id})


__all__ = ["hand_on", "hand_on_tasks", "replace_coordinator"]
