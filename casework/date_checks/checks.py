"""What was heard of a date, and what comes of it. As the system actor SHIFTS, for the shift it names."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select

from casework import date_sources
from casework.date_checks.queue import askable
from casework.date_checks.running import working
from casework.entries import plain
from casework.refusals import Invalid, NotAllowedByState, NotFound
from casework.transaction import Transaction
from schema.cases import Case
from schema.custody import Source
from schema.date_checks import HEARD, DateCheck, DateCheckOutcome
from schema.hearings import Hearing
from schema.occasions import Occasion

Row = TypeVar("Row", Case, Hearing, DateCheck)

#: A time further off than this was heard or typed wrong.
_FARTHEST = timedelta(days=366 * 6)


async def record_check(
    tx: Transaction,
    shift_id: UUID,
    device: str | None,
    check_id: UUID,
    outcome: DateCheckOutcome,
    *,
    sequence: int,
    heard: datetime | None = None,
) -> DateCheck:
    """Record what the court's line said. ``sequence`` is the occasion's as it stood on the page that was answered.

    *Same* is who, when and on which channel of the date. *Different* and *not found* move nothing by themselves: a
    person looks at the notice. A form that is sent twice changes nothing. Raises :class:`NotFound`, :class:`Invalid`,
    :class:`NotAllowedByState` when the date was changed meanwhile.
    """
    shift = await working(tx, shift_id, device)
    hearing, case, check = await locked(tx, shift.id, check_id)
    if check.outcome is not None:
        return check
    occasion = hearing.occasion
    await tx.session.refresh(occasion)
    if outcome in HEARD and (occasion.sequence != sequence or not await askable(tx, hearing.id)):
        raise NotAllowedByState("This date was changed while you were on the telephone. Look at it again.")
    if outcome is DateCheckOutcome.DIFFERENT:
        heard = _heard(tx, occasion, heard)
    shift.last_used_at = tx.now
    check.outcome, check.answered_at = outcome, tx.now
    check.case_id = hearing.case_id
    check.sequence, check.asked_wall = occasion.sequence, occasion.wall_starts
    check.heard_wall = heard if outcome is DateCheckOutcome.DIFFERENT else None
    await tx.session.flush()
    tx.record(
        "date_check.answered",
        check,
        case=case,
        after={"outcome": outcome, "shift_id": shift.id},
        about=[shift.id, hearing.id],
    )
    await _follow(tx, case, hearing, check)
    return check


def _heard(tx: Transaction, occasion: Occasion, heard: datetime | None) -> datetime:
    """The time that the line gave. Raises :class:`Invalid`."""
    if heard is None:
        raise Invalid("heard", "Type the day and the hour that the line gave.")
    if heard == occasion.wall_starts and occasion.hour_known:
        raise Invalid("heard", "That is the time we have. If the line says the same, press that button.")
    if abs(heard - tx.now.replace(tzinfo=None)) > _FARTHEST:
        raise Invalid("heard", "The year {year} looks like a slip. Listen again.", year=heard.year)
    return heard


async def _follow(tx: Transaction, case: Case, hearing: Hearing, check: DateCheck) -> None:
    if check.outcome not in HEARD:
        return
    said = {DateCheckOutcome.SAME: check.asked_wall, DateCheckOutcome.DIFFERENT: check.heard_wall}.get(check.outcome)
    word = await date_sources.add_word(tx, hearing, Source.COURT_LINE, said, shift_id=check.shift_id)
    if check.outcome is DateCheckOutcome.SAME:
        before = {"checked_at": hearing.checked_at, "source": hearing.source, "confidence": hearing.confidence}
        hearing.checked_before = plain({**before, "checked_by_id": hearing.checked_by_id})
        hearing.checked_at, hearing.checked_by_id, hearing.source = tx.now, None, Source.COURT_LINE
        # What people are told as tentative stays so until somebody of the team confirms it.
        await date_sources.keep_confidence(tx, hearing)
        after = {"source": hearing.source, "confidence": hearing.confidence}
        tx.record("hearing.checked", hearing, case=case, before=before, after=after)
    else:
        await date_sources.ask_about(tx, case, hearing, word, answer=check.id)


async def locked(tx: Transaction, shift_id: UUID, check_id: UUID) -> tuple[Hearing, Case, DateCheck]:
    """The hearing, its case and the check, locked in the order in which everybody locks them."""
    check = await tx.session.get(DateCheck, check_id)
    if check is None or check.shift_id != shift_id:
        raise NotFound
    while True:
        hearing = await tx.session.get_one(Hearing, check.hearing_id, populate_existing=True)
        case = await _lock(tx, Case, hearing.case_id)
        hearing = await _lock(tx, Hearing, hearing.id)
        if hearing.case_id == case.id:
            return hearing, case, await _lock(tx, DateCheck, check.id)
        # A merge moved it to another case while it was waited for.


async def _lock(tx: Transaction, model: type[Row], row_id: UUID) -> Row:
    locking = select(model).where(model.id == row_id).with_for_update(of=model)
    found = await tx.session.scalars(locking.execution_options(populate_existing=True))
    row = found.unique().one_or_none()
    if row is None:
        raise NotFound
    return row
