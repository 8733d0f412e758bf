"""Counsel's desk on the eve: deadlines that were worked out are looked at, one by one."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from casework import access, docketing, tasks, times
from casework.transaction import Transaction
from commands.demo.story import Story
from schema.custody import Source
from schema.deadlines import Deadline, DeadlineState
from schema.tasks import Task

#: What turned out not to apply, and why.
_NOT_SO = {
    "automatic_stay": "The government did not file Form EOIR-43 in time.",
    "automatic_stay_without_appeal": "There was no automatic stay.",
    "bond_request_after_release": "The conditions are those the judge set; nothing to ask.",
    "bond_appeal": "Nobody appealed.",
}


def write(story: Story) -> None:
    """Julia sees to all of hers but Mateo's; Samir to what has passed, and leaves the rest for tomorrow."""
    story.on(-1, "16:30", "julia", lambda tx: _looked_at(tx, ahead=True))
    story.on(-1, "17:10", "samir", lambda tx: _looked_at(tx, ahead=False))
    # What the house asked for long ago was seen to, and is ticked off.
    story.on(-1, "17:40", "ana", _ticked_off)
    story.on(-1, "17:45", "julia", _ticked_off)


async def _looked_at(tx: Transaction, *, ahead: bool) -> None:
    actor = await access.standing(tx)
    found = await tx.session.scalars(access.visible(actor, Deadline, tx.now))
    waiting = [row for row in found if row.state is DeadlineState.FOR_REVIEW]
    for row in sorted(waiting, key=lambda row: row.id):
        today = times.local_day(tx.now, row.time_zone)
        if row.due_on is not None and row.due_on < today:
            await _passed(tx, row)
        elif ahead and row.due_on is not None:
            await docketing.confirm_deadline(tx, row.id, expected_revision=row.revision)
        elif ahead and row.triggered_on is not None:
            ordered = max(today + timedelta(days=3), row.triggered_on - timedelta(days=5))
            if ordered < row.triggered_on < today + timedelta(days=30):
                await docketing.set_court_deadline(
                    tx, row.case_id, due_on=ordered, source=Source.PRINTED_NOTICE, instead_of_id=row.id
                )


async def _ticked_off(tx: Transaction) -> None:
    actor = await access.standing(tx)
    late = access.visible(actor, Task, tx.now).where(
        Task.raised_by.is_not(None), Task.done_at.is_(None), Task.due_at < tx.now - timedelta(days=2)
    )
    for task in list(await tx.session.scalars(late.order_by(Task.id))):
        await tasks.complete_task(tx, task.id, expected_revision=task.revision)


async def _passed(tx: Transaction, row: Deadline) -> None:
    """It was done in time, or did not apply."""
    if why := _NOT_SO.get(row.rule or ""):
        await docketing.set_aside_deadline(tx, row.id, expected_revision=row.revision, reason=why)
    elif row.due_on is not None:
        at = datetime.combine(row.due_on - timedelta(days=1), time(14, 20))
        await docketing.record_filing(tx, row.id, expected_revision=row.revision, received_at=at)
