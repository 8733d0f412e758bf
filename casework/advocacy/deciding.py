"""The lead's answer when the hearing moved."""

from __future__ import annotations

from uuid import UUID

from casework import cases
from casework.access import Act
from casework.advocacy.drafts import action_for, refuse_over
from casework.advocacy.hearing_moves import answered, go_along, not_asked
from casework.advocacy.publication import take_down
from casework.transaction import Transaction
from schema.advocacy import AdvocacyAction, AfterMove


async def answer_hearing_move(
    tx: Transaction, action_id: UUID, *, expected_revision: int, choice: AfterMove
) -> AdvocacyAction:
    """Say what becomes of an action whose hearing moved: it goes along, keeps its hour, or is called off. Whoever was
    asked to come is told of what changes; the time is an arrangement, and no sign-off is voided.

    Raises :class:`NotAllowedByState` where nothing is asked.
    """
    action, case = await action_for(tx, action_id, Act.ANSWER_HEARING_MOVE)
    tx.expect(action, expected_revision)
    refuse_over(action)
    if action.hearing_stood is None:
        raise not_asked()
    before = action.occasion.starts_at
    if choice is AfterMove.CALL_OFF:
        await take_down(tx, action, case, reason=None)
    elif choice is AfterMove.FOLLOW:
        await go_along(tx, action)
    await answered(tx, action)
    await tx.session.flush()
    if case:
        await cases.keep_next_occasion(tx, case)
    tx.record(
        "action.hearing_move_answered", action, case=case, before={"starts_at": before},
        after={"choice": choice, "starts_at": action.occasion.starts_at},
    )  # fmt: skip
    return action


__all__ = ["answer_hearing_move"]
