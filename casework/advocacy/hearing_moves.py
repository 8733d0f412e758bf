"""When the hearing moves: what becomes of an action that was planned around it, and follows only if it was told to.

Luis planned a vigil for noon, an hour before Mateo's hearing. The hearing goes to Thursday. Had counsel approved
beforehand that the vigil follows, it would have gone along. Otherwise Luis is asked: go along, keep the hour, or call
it off. Until he says, it stands where people were told that it stands.
"""

from __future__ import annotations

from datetime import datetime

from casework import access, tasks
from casework.hearings import move_along, waits_for_lead
from casework.refusals import NotAllowedByState
from casework.transaction import Transaction
from schema.advocacy import AdvocacyAction
from schema.cases import Case
from schema.hearings import Hearing


async def go_along(tx: Transaction, action: AdvocacyAction) -> None:
    """Move by as much as the hearing moved since the two last went together. Raises :class:`NotFound` for whoever may
    not know where the hearing is now.
    """
    if action.hearing_id is None or action.hearing_stood is None:
        raise not_asked()
    hearing = await access.seen(tx, Hearing, action.hearing_id)
    stood = datetime.fromisoformat(action.hearing_stood["wall_starts"])
    place = tuple(action.hearing_stood["place"])
    await move_along(tx, action, hearing.occasion.wall_starts - stood, place, hearing.occasion)


async def answered(tx: Transaction, action: AdvocacyAction) -> None:
    """Nothing is asked any more, and whoever was to decide need not."""
    if action.hearing_stood is None:
        return
    action.hearing_stood = None
    if action.case_id is not None:
        await tasks.settle(tx, await tx.session.get_one(Case, action.case_id), waits_for_lead(action.id))


def not_asked() -> NotAllowedByState:
    return NotAllowedByState("Nobody asks what becomes of this action: its hearing stands where it stood.")


__all__ = ["answered", "go_along", "not_asked"]
