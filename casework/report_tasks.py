"""Who is told that a report of an arrest waits, or was declined: a task, for one person who can act (laws 1 and 11).

Whoever reports can't know who coordinates at the provider, so that it is the house that raises it, seconds later, from
what stands in the rows: a report that waits and has no task is found by the next look.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import case, func, select

from casework import access, notices, tasks
from casework.language import Sentence
from casework.transaction import Transaction
from schema.organizations import Membership, Organization, Role
from schema.people import Person
from schema.reports import ArrestReport, ReportState
from schema.tasks import Task

#: The kind of task for each state in which somebody has to do something: as the letter about it is called.
KINDS = {state: letter.value for state, letter in notices.REPORT_LETTERS.items()}
#: Who is asked at the provider, the likeliest first.
_ASKED = (*access.TAKERS, Role.ADMIN)


def key_of(report: ArrestReport, revision: int | None = None) -> str:
    """One task for each time it came to wait for somebody."""
    return f"{KINDS[report.state]}:{report.id}:{report.revision if revision is None else revision}"


async def done(tx: Transaction, report: ArrestReport) -> None:
    """What was asked for has been done: before the report's state changes, and after its revision did. What the actor
    may not see, the house ends at its next look.
    """
    if report.state not in KINDS:
        return
    asked = select(Task).where(
        Task.raised_key == key_of(report, report.revision - 1), Task.done_at.is_(None), Task.case_id.is_(None)
    )
    task = await tx.session.scalar(asked.with_for_update())
    if task is not None:
        task.done_at, task.done_by_id = tx.now, tx.person_id
        task.revision += 1
        await tx.session.flush()
        tx.record("task.completed", task)


async def follow(tx: Transaction, *, limit: int = 200) -> int:
    """Raise the task of each report that waits for somebody and has none, write to whom it is given, and end tasks
    that were overtaken. As the system actor HOUSEKEEPING. Returns how many were raised.
    """
    await _end_overtaken(tx, limit)
    kind = case(*((ArrestReport.state == state, word) for state, word in KINDS.items()))
    key = func.concat(kind, ":", ArrestReport.id, ":", ArrestReport.revision)
    unasked = await tx.session.scalars(
        select(ArrestReport)
        .where(ArrestReport.state.in_(list(KINDS)), ~select(Task.id).where(Task.raised_key == key).exists())
        .order_by(ArrestReport.id)
        .limit(limit)
    )
    raised = 0
    for report in list(unasked):
        raised += await _raise(tx, report)
    return raised


async def _raise(tx: Transaction, report: ArrestReport) -> int:
    group, provider = [
        await tx.session.get_one(Organization, one) for one in (report.organization_id, report.provider_id)
    ]
    made_by = await tx.session.get(Person, report.made_by_id)
    at, owner = group, made_by
    title = Sentence("{provider} can't take in the person you reported. Ask another provider.", provider=provider.name)
    if report.state is ReportState.WAITING:
        taker = await _somebody_at(tx, provider.id)
        if taker is not None:
            at, owner = provider, taker
            title = Sentence("{group} has reported an arrest. Take it in, or decline it.", group=group.name)
        else:
            title = Sentence(
                "{provider} has nobody who takes people in. Withdraw your report, and send it to another provider.",
                provider=provider.name,
            )
    if owner is None or await tasks.raise_in_organization(tx, at.id, key_of(report), title, owner, tx.now) is None:
        return 0
    if (report.state is ReportState.WAITING) is (at is provider):
        await notices.tell_of_report(tx, report, at.id, owner.id)
    return 1


async def _somebody_at(tx: Transaction, organization_id: UUID) -> Person | None:
    """Whoever coordinates there; else who takes people in; else the admin, who knows who is away."""
    found = await tx.session.execute(
        select(Membership.role, Membership.person_id)
        .join(Person, Person.id == Membership.person_id)
        .where(
            Membership.organization_id == organization_id,
            Membership.role.in_(_ASKED),
            Membership.stands(tx.now),
            Person.removed_at.is_(None),
        )
        .order_by(Membership.id)
    )
    members = sorted(found.all(), key=lambda one: _ASKED.index(one.role))
    return await tx.session.get(Person, members[0].person_id) if members else None


async def _end_overtaken(tx: Transaction, limit: int) -> None:
    """A report was withdrawn or addressed elsewhere: whoever was asked need not look."""
    still_open = await tx.session.scalars(
        select(Task).where(Task.raised_by.in_(KINDS.values()), Task.done_at.is_(None)).order_by(Task.id).limit(limit)
    )
    for task in list(still_open):
        _, report_id, _ = (task.raised_key or "").split(":")
        report = await tx.session.get(ArrestReport, UUID(report_id))
        if report is None or report.state not in KINDS or key_of(report) != task.raised_key:
            task.done_at = tx.now
            task.revision += 1
            tx.record("task.completed", task, after={"reason": "overtaken"})
    await tx.session.flush()
