"""What counsel decides of a deadline: that it is right, or that it does not apply."""

from __future__ import annotations

from uuid import UUID

from casework import access
from casework.access import Act
from casework.closing import refuse_closed
from casework.docketing.reminding import remind
from casework.refusals import Invalid, NotAllowedByState
from casework.transaction import Transaction
from schema.deadlines import OPEN_STATES, Deadline, DeadlineState

#: Letters of a reason.
LONGEST = 2_000


async def confirm_deadline(tx: Transaction, deadline_id: UUID, *, expected_revision: int) -> Deadline:
    """Counsel has reviewed a deadline and confirms it: from now on the coordinator is reminded of it, too."""
    row, case = await access.record_for(tx, Deadline, deadline_id, Act.CONFIRM_DEADLINE)
    tx.expect(row, expected_revision)
    refuse_closed(case)
    if row.state is not DeadlineState.FOR_REVIEW:
        raise NotAllowedByState("Only a deadline that waits for review is confirmed.")
    if row.due_on is None:
        raise NotAllowedByState("The court sets this date. Type in what it ordered first.")
    row.state, row.confirmed_at, row.confirmed_by_id = DeadlineState.CONFIRMED, tx.now, tx.person_id
    await tx.session.flush()
    tx.record("deadline.confirmed", row, case=case, after={"rule": row.rule, "due_on": row.due_on.isoformat()})
    await remind(tx, case, seen_to=True)
    return row


async def set_aside_deadline(tx: Transaction, deadline_id: UUID, *, expected_revision: int, reason: str) -> Deadline:
    """Counsel says that a deadline does not apply, and why. It reminds nobody any more. Raises :class:`Invalid`."""
    row, case = await access.record_for(tx, Deadline, deadline_id, Act.SET_ASIDE_DEADLINE)
    tx.expect(row, expected_revision)
    refuse_closed(case)
    if row.state not in OPEN_STATES:
        raise NotAllowedByState("This deadline is closed already.")
    why = reason.strip()
    if not why:
        raise Invalid("reason", "Say why it does not apply, in a few words.")
    if len(why) > LONGEST:
        raise Invalid("reason", "A reason has at most {most} characters. Write a note for the rest.", most=LONGEST)
    await tx.unlock([case.vault_key_id])
    row.state = DeadlineState.NOT_APPLICABLE
    row.set_aside_reason = tx.seal(Deadline, row.id, "set_aside_reason", case.vault_key_id, why)
    row.recorded_by_id = tx.person_id
    await tx.session.flush()
    tx.record("deadline.set_aside", row, case=case, after={"rule": row.rule}, typed=why, key_id=case.vault_key_id)
    await remind(tx, case, seen_to=True)
    return row
