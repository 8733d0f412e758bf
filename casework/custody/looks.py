"""Looks that were a slip: taken back, so that nobody is asked to find somebody who was never looked for."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from casework import access, stays
from casework.access import Act
from casework.closing import refuse_closed
from casework.custody.watch import found_again
from casework.refusals import NotAllowedByState, NotPermitted
from casework.transaction import Transaction
from casework.transfers import contact
from schema.custody import LocatorCheck

#: Whoever pressed the wrong button sees it soon.
WITHIN = timedelta(minutes=10)


async def take_back_look(tx: Transaction, look_id: UUID) -> LocatorCheck:
    """Take back that somebody looked and found nobody: nobody looked, or it was another person.

    For a few minutes, by whoever recorded it. What the house asked because of it is asked no more, unless there is
    another reason to. Raises :class:`NotPermitted`, :class:`NotAllowedByState`.
    """
    look, case = await access.record_for(tx, LocatorCheck, look_id, Act.RECORD_CUSTODY)
    refuse_closed(case)
    if look.found:
        raise NotAllowedByState("They were found then. Record the place where they are, or correct the stay.")
    if look.taken_back_at is not None:
        raise NotAllowedByState("This was taken back already.")
    if look.checked_by_id != tx.person_id:
        raise NotPermitted(who="whoever looked")
    if look.checked_at <= tx.now - WITHIN:
        raise NotAllowedByState("It is too late to take this back. Look again, and record what you find.")
    look.taken_back_at = tx.now
    await tx.session.flush()
    of_case = (await stays.stays_of(tx, [case.id]))[case.id]
    looks = (await stays.looks_of(tx, [case.id]))[case.id]
    if not contact(stays.standing(of_case), looks, case.opened_at, tx.now).asks(tx.now):
        await found_again(tx, case)
    tx.record("custody.look_taken_back", case, before={"source": look.source})
    return look
