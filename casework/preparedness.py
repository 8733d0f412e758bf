"""Family preparedness: ticking off what a family has prepared, with the day, and nothing else."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import select

from casework import access, connecticut
from casework.access import Act
from casework.closing import refuse_closed
from casework.refusals import Invalid, NotAllowedByState
from casework.transaction import Transaction
from schema.base import new_id
from schema.cases import Case
from schema.preparedness import PreparednessItem, PreparednessTick


async def tick_preparedness(tx: Transaction, case_id: UUID, item: PreparednessItem, done_on: date) -> PreparednessTick:
    """Tick one preparation of the family, with the day; once more to mend the day. That standby-guardian forms were
    reviewed is for counsel to tick. Raises :class:`Invalid`, :class:`NotPermitted`.
    """
    case = await access.case_for(tx, case_id, _act(item))
    refuse_closed(case)
    if done_on > connecticut.day_of(tx.now):
        raise Invalid("doneOn", "That day has not come yet.")
    tick = await _tick(tx, case, item)
    before = tick.done_on if tick else None
    if tick is None:
        tick = PreparednessTick(id=new_id(), case_id=case.id, item=item)
        tx.session.add(tick)
    tick.done_on, tick.ticked_by_id, tick.ticked_at = done_on, tx.person_id, tx.now
    await tx.session.flush()
    tx.record(
        "preparedness.ticked", tick, case=case,
        before={"done_on": before.isoformat() if before else None},
        after={"item": item, "done_on": done_on.isoformat()},
    )  # fmt: skip
    return tick


async def untick_preparedness(tx: Transaction, case_id: UUID, item: PreparednessItem) -> PreparednessTick:
    """Take a tick back: it was a slip, or no longer holds. Raises :class:`NotAllowedByState`."""
    case = await access.case_for(tx, case_id, _act(item))
    refuse_closed(case)
    tick = await _tick(tx, case, item)
    if tick is None or tick.done_on is None:
        raise NotAllowedByState("That is not ticked.")
    before = tick.done_on
    tick.done_on, tick.ticked_by_id, tick.ticked_at = None, tx.person_id, tx.now
    await tx.session.flush()
    tx.record(
        "preparedness.unticked", tick, case=case, before={"done_on": before.isoformat()}, after={"item": item}
    )  # fmt: skip
    return tick


def _act(item: PreparednessItem) -> Act:
    # Whether forms that name a standby guardian (CGS 45a-624, unverified) do what the family means is a lawyer's word.
    reviewed = item is PreparednessItem.STANDBY_FORMS_REVIEWED
    return Act.REVIEW_STANDBY_FORMS if reviewed else Act.TICK_PREPAREDNESS


async def _tick(tx: Transaction, case: Case, item: PreparednessItem) -> PreparednessTick | None:
    of_it = select(PreparednessTick).where(PreparednessTick.case_id == case.id, PreparednessTick.item == item)
    return await tx.session.scalar(of_it)


__all__ = ["tick_preparedness", "untick_preparedness"]
