"""What of an action is told later than the rest."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from casework import access, notices
from casework.access import Act
from casework.advocacy.drafts import action_for, refuse_over
from casework.refusals import Invalid, NotPermitted
from casework.transaction import Transaction
from schema.advocacy import ActionState, AdvocacyAction, EmbargoedField
from schema.teams import COUNSEL_ROLES


async def embargo_action(
    tx: Transaction, action_id: UUID, *, expected_revision: int, field: EmbargoedField, until: datetime | None
) -> AdvocacyAction:
    """Keep one field untold until an instant; ``None`` lifts that. Whoever plans it may tell later; sooner than was
    said counsel alone, for what is told can't be untold. Raises :class:`Invalid`, :class:`NotPermitted`.
    """
    action, case = await action_for(tx, action_id, Act.EMBARGO_ACTION)
    tx.expect(action, expected_revision)
    refuse_over(action)
    if until is not None and until <= tx.now:
        raise Invalid("until", "That hour has passed. An embargo ends in the future.")
    if until is not None and until > action.occasion.ends_at:
        raise Invalid("until", "By then it is over. An embargo ends before the event does.")
    standing = {name: datetime.fromisoformat(at) for name, at in action.embargoes.items()}.get(field.value)
    if case is not None and standing is not None and standing > tx.now and (until is None or until < standing):
        seat = (await access.seats(tx, [case.id]))[case.id]
        if not (seat.legal and seat.roles & COUNSEL_ROLES):
            raise NotPermitted(who="the case's attorney")
    kept = {name: at for name, at in action.embargoes.items() if name != field.value}
    action.embargoes = kept | ({field.value: until.isoformat()} if until else {})
    await tx.session.flush()
    if action.state is ActionState.PUBLISHED:
        action.occasion.revised_at = tx.now
        await tx.session.flush()
        await notices.plan(tx, action.occasion)
    tx.record("action.embargoed", action, case=case, before={field.value: standing}, after={field.value: until})
    return action


__all__ = ["embargo_action"]
