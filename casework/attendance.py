"""Attendance: who came, as the door counts it, and what there is to say afterwards, in a minute.

A telephone at the door may have no signal. It keeps what was tapped, each with its instant, and sends it later: the
newest tap counts, in whichever order they arrive, and one that arrives twice changes nothing.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from casework import house, notices, seats
from casework.access import Act
from casework.actors import DELIVERY
from casework.notices import OfPlace
from casework.refusals import Invalid, NotAllowedByState
from casework.transaction import Transaction
from schema.advocacy import AdvocacyAction
from schema.attendance import Attendance
from schema.base import Sealed, new_id
from schema.cases import Case
from schema.invitations import Invitation, InvitationState
from schema.occasions import Occasion, OccasionState

#: The door opens so long before it begins.
_BEFORE = timedelta(hours=6)
#: What is counted later is a guess; and afterwards sign-ups go.
_AFTER = timedelta(days=30)
_MOST, _TEXT, _PARTY = 10_000, 2_000, 20
#: Clocks of telephones are not quite right.
_FAST = timedelta(minutes=10)


async def record_arrival(tx: Transaction, invitation_id: UUID, *, came: int, at: datetime | None = None) -> Invitation:
    """Record at the door how many came with one invitation; 0 takes it back. ``at`` is when it was tapped, where that
    was earlier: the newest counts. Raises :class:`Invalid`, :class:`NotAllowedByState`.
    """
    invitation, case = await seats.invitation_for(tx, invitation_id, Act.RECORD_ARRIVAL)
    occasion = await tx.session.get_one(Occasion, invitation.occasion_id)
    at = _tapped(tx, occasion, at)
    if not 0 <= came <= _PARTY:
        raise Invalid("came", "Between 0 and {most} people.", most=_PARTY)
    if invitation.state is InvitationState.WITHDRAWN:
        raise NotAllowedByState("This invitation was taken back.")
    if invitation.came_at is not None and invitation.came_at >= at:
        return invitation
    invitation.came, invitation.came_at = came or None, at
    invitation.revision += 1
    await tx.session.flush()
    tx.record("arrival.recorded", invitation, case=case, after={"came": came})
    return invitation


async def count_walk_ins(
    tx: Transaction, occasion_id: UUID, *, walk_ins: int, at: datetime | None = None
) -> Attendance:
    """Count, without names, who came without having been asked: how many in all so far. ``at`` as of
    :func:`record_arrival`. Raises :class:`Invalid`, :class:`NotAllowedByState`.
    """
    occasion, case = await seats.occasion_for(tx, occasion_id, Act.COUNT_WALK_INS)
    at = _tapped(tx, occasion, at)
    if not 0 <= walk_ins <= _MOST:
        raise Invalid("walkIns", "Type a number from 0 to {most}.", most=_MOST)
    attendance = await _attendance(tx, occasion)
    if attendance.counted_at is not None and attendance.counted_at >= at:
        return attendance
    attendance.walk_ins, attendance.counted_at = walk_ins, at
    attendance.revision += 1
    await tx.session.flush()
    tx.record("walk_ins.counted", attendance, case=case, after={"walk_ins": walk_ins})
    return attendance


async def report_attendance(
    tx: Transaction,
    occasion_id: UUID,
    *,
    heads: int | None = None,
    officials: int | None = None,
    press: int | None = None,
    letters: int | None = None,
    said_in_court: str | None = None,
    incidents: str | None = None,
    next_steps: str | None = None,
    thank: bool = False,
) -> Attendance:
    """Report how many came, how many of them for an office or the press, what was said in open court (from notes, never
    a recording), what went wrong, and what is next. Without ``heads`` it is what the door counted. With ``thank``,
    whoever came and was asked is thanked, once. Reported again, it says what it says now.

    Raises :class:`Invalid`, :class:`NotAllowedByState` before it begins.
    """
    occasion, case = await seats.occasion_for(tx, occasion_id, Act.REPORT_ATTENDANCE)
    if occasion.state is OccasionState.CANCELLED or occasion.starts_at > tx.now:
        raise NotAllowedByState("This has not begun, or was called off. There is nothing to report yet.")
    for field, number in (("heads", heads), ("officials", officials), ("press", press), ("letters", letters)):
        if number is not None and not 0 <= number <= _MOST:
            raise Invalid(field, "Type a number from 0 to {most}.", most=_MOST)
    attendance = await _attendance(tx, occasion)
    if heads is None:
        heads = attendance.walk_ins + await _counted(tx, occasion)
    if (officials or 0) + (press or 0) > heads:
        raise Invalid("heads", "Officials and press are among those who came: count them in.")
    first = attendance.reported_at is None
    attendance.heads, attendance.officials, attendance.press, attendance.letters = heads, officials, press, letters
    key_id = await _key(tx, occasion, case)
    written = {"said_in_court": said_in_court, "incidents": incidents, "next_steps": next_steps}
    for column, text in written.items():
        setattr(attendance, column, _sealed(tx, attendance, column, key_id, text))
    attendance.reported_at, attendance.reported_by_id = tx.now, tx.person_id
    attendance.revision += 1
    await tx.session.flush()
    tx.record(
        "attendance.reported", attendance, case=case,
        after={"heads": heads, "officials": officials, "press": press, "letters": letters},
        fields=[column for column, text in written.items() if (text or "").strip()],
    )  # fmt: skip
    if thank and first:
        for invitation in await _came(tx, occasion):
            await notices.tell_of_place(tx, occasion, invitation, OfPlace.THANKS)
    return attendance


def _tapped(tx: Transaction, occasion: Occasion, at: datetime | None) -> datetime:
    if occasion.state is OccasionState.CANCELLED:
        raise NotAllowedByState("This was called off. Nobody is expected.")
    if tx.now < occasion.starts_at - _BEFORE:
        raise NotAllowedByState("The door opens six hours before it begins.")
    if tx.now > occasion.ends_at + _AFTER:
        raise NotAllowedByState("This is long over. Nobody is counted any more.")
    at = at or tx.now
    if at > tx.now + _FAST or at < occasion.starts_at - _BEFORE - _FAST:
        raise Invalid("at", "The clock of this device is not right. Set it, and tap again.")
    return min(at, tx.now)


async def _attendance(tx: Transaction, occasion: Occasion) -> Attendance:
    found: Attendance | None = await tx.session.scalar(
        select(Attendance).where(Attendance.occasion_id == occasion.id).with_for_update()
    )
    if found is None:
        found = Attendance(
            id=new_id(), organization_id=occasion.organization_id, occasion_id=occasion.id, case_id=occasion.case_id,
            walk_ins=0,
        )  # fmt: skip
        tx.session.add(found)
        await tx.session.flush()
    return found


async def _counted(tx: Transaction, occasion: Occasion) -> int:
    counted = select(func.coalesce(func.sum(Invitation.came), 0)).where(Invitation.occasion_id == occasion.id)
    return int(await tx.session.scalar(counted) or 0)


async def _came(tx: Transaction, occasion: Occasion) -> list[Invitation]:
    async with house.acts(tx, DELIVERY):
        came = select(Invitation).where(
            Invitation.occasion_id == occasion.id, Invitation.came > 0, Invitation.state != InvitationState.WITHDRAWN
        )
        return list(await tx.session.scalars(came.order_by(Invitation.id)))


async def _key(tx: Transaction, occasion: Occasion, case: Case | None) -> UUID:
    """The case's key, or the action's own: what seals the occasion's words goes with them."""
    key_id = case.vault_key_id if case is not None else None
    if key_id is None:
        of = select(AdvocacyAction.vault_key_id).where(AdvocacyAction.occasion_id == occasion.id)
        key_id = (await tx.session.execute(of)).scalar_one()
    await tx.unlock([key_id])
    return key_id


def _sealed(tx: Transaction, attendance: Attendance, column: str, key_id: UUID, text: Any) -> Sealed | None:
    said = (text or "").strip() or None
    if said and len(said) > _TEXT:
        raise Invalid(_FIELDS[column], "That is longer than {most} letters.", most=_TEXT)
    return tx.seal(Attendance, attendance.id, column, key_id, said)


_FIELDS = {"said_in_court": "saidInCourt", "incidents": "incidents", "next_steps": "nextSteps"}

__all__ = ["count_walk_ins", "record_arrival", "report_attendance"]
