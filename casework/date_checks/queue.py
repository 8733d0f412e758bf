"""Which date is checked next. As the system actor SHIFTS: a date checker's own transaction sees no list."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import and_, exists, func, literal, or_, select, update
from sqlalchemy.dialects.postgresql import insert

from casework.checking_order import FRESH, risk
from casework.date_checks.running import working
from casework.refusals import NotAllowedByState
from casework.transaction import Transaction
from schema.base import new_id
from schema.cases import Case, CustodyStatus
from schema.date_checks import HEARD, DateCheck, DateCheckOutcome, Shift
from schema.hearings import Hearing
from schema.occasions import UPCOMING, Occasion

#: Of dates ahead so many, the nearest, are compared.
_NEAREST = 200
#: Whoever rings the line is given no more within an hour; whoever collects numbers would be.
MOST = 30
#: Nor so many that they pass over or do not get through for, after the first few of which a person should ask why.
MOST_UNHEARD = 8
#: The person is held no longer, and their dates are no date checker's to see.
_NOT_HELD = (CustodyStatus.RELEASED, CustodyStatus.REMOVED, CustodyStatus.DEPARTED, CustodyStatus.DIED)


async def next_item(tx: Transaction, shift_id: UUID, device: str | None) -> DateCheck | None:
    """Give a shift its next date: the riskiest first, which is near, long unchecked, in no public system, or of
    somebody who was moved since (``casework.checking_order``). While one is open it is that one. None when there is
    nothing to check. Raises :class:`NotFound` when the shift does not run here, :class:`NotAllowedByState` when it was
    given more than one who rings the line could ask about.
    """
    shift = await working(tx, shift_id, device)
    shift.last_used_at = tx.now
    await _put_aside(tx, shift)
    await _keep_pace(tx, shift)
    # Two shifts that ask at once may find the same date; the index lets one of them have it.
    while (found := (await tx.session.execute(_wanted(tx, shift))).first()) is not None:
        await _hold(tx, found.case_id, found.id)
        given = (
            insert(DateCheck)
            .values(
                id=new_id(), shift_id=shift.id, hearing_id=found.id, case_id=found.case_id, shown_at=tx.now,
            )
            .on_conflict_do_nothing()
            .returning(DateCheck.id)
        )  # fmt: skip
        check_id = await tx.session.scalar(given)
        if check_id is not None:
            check = await tx.session.get_one(DateCheck, check_id)
            tx.record("date_check.given", check, about=[shift.id, found.id])
            return check
        still_open = await tx.session.scalar(
            select(DateCheck).where(DateCheck.shift_id == shift.id, DateCheck.outcome.is_(None))
        )
        if still_open is not None:
            return still_open
    return None


async def _hold(tx: Transaction, case_id: UUID, hearing_id: UUID) -> None:
    """Wait for whoever is changing this date, as a shift does that takes its answer back: giving it would wait for them
    later, with them waiting for what was given.
    """
    for model, row_id in ((Case, case_id), (Hearing, hearing_id)):
        locking = select(model.id).where(model.id == row_id).with_for_update(read=True, key_share=True)
        await tx.session.execute(locking)


async def _keep_pace(tx: Transaction, shift: Shift) -> None:
    lately = list(
        await tx.session.scalars(
            select(DateCheck).where(DateCheck.shift_id == shift.id, DateCheck.shown_at > tx.now - timedelta(hours=1))
        )
    )
    if any(check.outcome is None for check in lately):
        # The one they have is theirs to see again.
        return
    if len(lately) >= MOST:
        raise NotAllowedByState("You had {most} dates within an hour. Rest, and look again a little later.", most=MOST)
    if sum(check.outcome not in HEARD for check in lately) >= MOST_UNHEARD:
        raise NotAllowedByState(
            "{most} dates were left without an answer within an hour. Call us, or look again a little later.",
            most=MOST_UNHEARD,
        )


async def askable(tx: Transaction, hearing_id: UUID) -> bool:
    """Whether a date checker may be shown this date now: it is ahead, and the person is held."""
    asked = select(Hearing.id).join(Occasion, Occasion.id == Hearing.occasion_id).join(Case, Case.id == Hearing.case_id)
    return await tx.session.scalar(asked.where(Hearing.id == hearing_id, *_askable(tx))) is not None


def _askable(tx: Transaction) -> tuple[Any, ...]:
    return (
        Hearing.detained,
        Occasion.state.in_(UPCOMING),
        Occasion.starts_at > tx.now,
        Case.closed_at.is_(None),
        Case.merged_into_id.is_(None),
        Case.custody_status.not_in(_NOT_HELD),
        func.client_has_number(Case.detainee_id),
    )


def _wanted(tx: Transaction, shift: Shift) -> Any:
    checked_lately = exists().where(
        DateCheck.hearing_id == Hearing.id,
        or_(
            DateCheck.outcome.is_(None),
            # What they passed over or could not get through for is somebody else's to try.
            DateCheck.shift_id == shift.id,
            and_(DateCheck.outcome.in_(HEARD), DateCheck.answered_at > tx.now - FRESH),
        ),
    )
    nearest = (
        select(Hearing.id)
        .join(Occasion, Occasion.id == Hearing.occasion_id)
        .join(Case, Case.id == Hearing.case_id)
        .where(
            # The lead as the occasion keeps it: its index is in the order that is asked for.
            Occasion.lead_organization_id == shift.organization_id,
            *_askable(tx),
            # Nobody is their own date checker through a wall.
            ~func.walled_from(Case.id, shift.started_by_id),
            Hearing.checked_at <= tx.now - FRESH,
            ~checked_lately,
        )
        .order_by(Occasion.starts_at, Hearing.checked_at, Hearing.id)
        .limit(_NEAREST)
    )
    moved = func.transferred_since(Hearing.case_id, Hearing.checked_at)
    return (
        select(Hearing.id, Hearing.case_id)
        .join(Occasion, Occasion.id == Hearing.occasion_id)
        .where(Hearing.id.in_(nearest))
        .order_by(
            risk(Hearing, Occasion, moved, literal(tx.now)).desc(), Occasion.starts_at, Hearing.checked_at, Hearing.id
        )
        .limit(1)
    )


async def _put_aside(tx: Transaction, shift: Shift) -> None:
    """Items that nobody will answer any more: of shifts that are over, and this one's own when its date fell away."""
    over = select(Shift.id).where(
        Shift.organization_id == shift.organization_id, or_(Shift.revoked_at.is_not(None), Shift.ends_at <= tx.now)
    )
    open_ = await tx.session.scalar(
        select(DateCheck).where(DateCheck.shift_id == shift.id, DateCheck.outcome.is_(None))
    )
    fell_away = open_.id if open_ is not None and not await askable(tx, open_.hearing_id) else None
    await tx.session.execute(
        update(DateCheck)
        .where(DateCheck.outcome.is_(None), or_(DateCheck.shift_id.in_(over), DateCheck.id == fell_away))
        .values(outcome=DateCheckOutcome.SKIPPED, answered_at=tx.now)
        .execution_options(synchronize_session=False)
    )
