"""Taking back an answer that was pressed by mistake. As the system actor SHIFTS, for the shift it names."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from casework.date_checks.checks import locked
from casework.date_checks.queue import askable
from casework.date_checks.running import working
from casework.refusals import NotAllowedByState
from casework.transaction import Transaction
from schema.cases import Case
from schema.custody import Confidence, Source
from schema.date_checks import HEARD, DateCheck, DateCheckOutcome, Shift
from schema.date_sources import DateSource
from schema.hearings import Hearing
from schema.tasks import Task

#: Whoever pressed the wrong button sees it on the next page.
WITHIN = timedelta(minutes=5)
#: Answers that a person is asked to look at, and the task that asks it.
_ASKING = {DateCheckOutcome.DIFFERENT: "date_differs", DateCheckOutcome.NOT_FOUND: "date_not_found"}


async def last_answer(tx: Transaction, shift: Shift) -> DateCheck | None:
    """What this shift said last, while it can still be taken back. None when a date is open, or was given since."""
    last = await tx.session.scalar(
        select(DateCheck)
        .where(DateCheck.shift_id == shift.id)
        .order_by(DateCheck.shown_at.desc(), DateCheck.id.desc())
        .limit(1)
    )
    # What the house put aside nobody pressed: it is about no date as it stood on a page.
    if last is None or last.answered_at is None or last.sequence is None or last.answered_at <= tx.now - WITHIN:
        return None
    return last


async def take_back_check(tx: Transaction, shift_id: UUID, device: str | None, check_id: UUID) -> DateCheck:
    """Take back the last answer: its date is open again, and what the answer changed is as it was before.

    For a few minutes, and only while nobody has acted on it: the date stands as it did, nobody confirmed it since, and
    the task that came of the answer is untouched. A form that is sent twice changes nothing. Raises :class:`NotFound`,
    :class:`NotAllowedByState`.
    """
    shift = await working(tx, shift_id, device)
    hearing, case, check = await locked(tx, shift.id, check_id)
    if check.outcome is None:
        return check
    last = await last_answer(tx, shift)
    if last is None or last.id != check.id:
        raise NotAllowedByState("It is too late to take that answer back here. Call us.")
    await tx.session.refresh(hearing.occasion)
    elsewhere = select(DateCheck.id).where(DateCheck.hearing_id == hearing.id, DateCheck.outcome.is_(None)).limit(1)
    if (
        hearing.occasion.sequence != check.sequence
        or not await askable(tx, hearing.id)
        or await tx.session.scalar(elsewhere) is not None
    ):
        raise NotAllowedByState("That date was changed since, or somebody else has it now. Call us.")
    said = check.outcome
    if said is DateCheckOutcome.SAME:
        await _uncheck(tx, case, hearing, check)
    elif said in _ASKING:
        await _end_task(tx, case, f"{_ASKING[said]}:{check.id}:")
    if said in HEARD:
        await _unsay(tx, check)
    check.outcome = check.answered_at = check.sequence = check.asked_wall = check.heard_wall = None
    shift.last_used_at = tx.now
    await tx.session.flush()
    tx.record(
        "date_check.taken_back",
        check,
        case=case,
        before={"outcome": said, "shift_id": shift.id},
        about=[shift.id, hearing.id],
    )
    return check


async def _unsay(tx: Transaction, check: DateCheck) -> None:
    """What this shift said of the date is said no more."""
    said = select(DateSource).where(
        DateSource.hearing_id == check.hearing_id, DateSource.shift_id == check.shift_id,
        DateSource.said_at == check.answered_at, DateSource.taken_back_at.is_(None),
    )  # fmt: skip
    for word in await tx.session.scalars(said):
        word.taken_back_at = tx.now


async def _uncheck(tx: Transaction, case: Case, hearing: Hearing, check: DateCheck) -> None:
    """Who checked the date last, when and how, as it was before the answer. Raises :class:`NotAllowedByState`."""
    was = hearing.checked_before
    if was is None or hearing.checked_at != check.answered_at or hearing.source is not Source.COURT_LINE:
        raise NotAllowedByState("Somebody is acting on that answer already. Call us.")
    before = {"checked_at": hearing.checked_at, "source": hearing.source, "confidence": hearing.confidence}
    hearing.checked_at = datetime.fromisoformat(was["checked_at"])
    hearing.checked_by_id = UUID(was["checked_by_id"]) if was["checked_by_id"] else None
    hearing.source, hearing.confidence = Source(was["source"]), Confidence(was["confidence"])
    hearing.checked_before = None
    await tx.session.flush()
    after = {"checked_at": hearing.checked_at, "source": hearing.source, "confidence": hearing.confidence}
    tx.record("hearing.check_taken_back", hearing, case=case, before=before, after=after)


async def _end_task(tx: Transaction, case: Case, key: str) -> None:
    """The task that the answer raised ends, and leaves its key to the next answer. One that somebody touched, or that
    stood already for what was heard before, stays. Raises :class:`NotAllowedByState`.
    """
    raised = select(Task).where(Task.raised_key.startswith(key), Task.done_at.is_(None), Task.revision == 0)
    task = await tx.session.scalar(raised.with_for_update())
    if task is None:
        raise NotAllowedByState("Somebody is acting on that answer already. Call us.")
    task.done_at, task.raised_key = tx.now, None
    task.revision += 1
    await tx.session.flush()
    tx.record("task.completed", task, case=case)


__all__ = ["WITHIN", "last_answer", "take_back_check"]
