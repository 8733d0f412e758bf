"""Actions about several cases, when one of these is erased. What such an action says is about all of its clients, so
that it goes whole, with the key under which it lay: that it took place is what the other cases keep.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import delete, select, update

from casework.transaction import Transaction
from schema.advocacy import ActionState, AdvocacyAction, FurtherCase, SignOff
from schema.base import Table
from schema.cases import Case
from schema.counsel import CounselAnswer, SaidRevision
from schema.occasions import Occasion, OccasionState
from schema.pieces import CalendarPiece
from schema.retractions import Retraction
from schema.safety_plans import SafetyPlan
from schema.wordings import Wording

#: What hangs on an action and may be of another of its cases.
_OF_OTHERS: tuple[type[Table], ...] = (Retraction, CounselAnswer, SignOff, FurtherCase)


async def let_go(tx: Transaction, family: Sequence[UUID]) -> set[UUID]:
    """Take the words of every action that is or was about one of these cases and is kept with another; and of those
    that are kept with one of these what other cases have of them, before they go themselves. Returns their keys.
    """
    kept = select(AdvocacyAction.id).where(AdvocacyAction.case_id.in_(family), AdvocacyAction.of_several)
    about = select(FurtherCase.action_id).where(FurtherCase.case_id.in_(family))
    elsewhere = select(AdvocacyAction.id).where(AdvocacyAction.id.in_(about), AdvocacyAction.case_id.not_in(family))
    going, stripped = [list(await tx.session.scalars(one)) for one in (kept, elsewhere)]
    found = select(AdvocacyAction.vault_key_id).where(AdvocacyAction.id.in_([*going, *stripped]))
    keys = set(await tx.session.scalars(found))
    for table in _OF_OTHERS:
        await tx.session.execute(
            delete(table).where(table.action_id.in_(going)).execution_options(synchronize_session=False)  # type: ignore[attr-defined]
        )
    await _strip(tx, stripped)
    return keys


async def _strip(tx: Transaction, actions: Sequence[UUID]) -> None:
    for table in (SaidRevision, Wording, CounselAnswer, SafetyPlan):
        await tx.session.execute(
            delete(table).where(table.action_id.in_(actions)).execution_options(synchronize_session=False)
        )
    of_case = select(Case.vault_key_id).where(Case.id == AdvocacyAction.case_id).scalar_subquery()
    live = AdvocacyAction.state.in_([ActionState.DRAFT, ActionState.PUBLISHED])
    these = AdvocacyAction.id.in_(actions)
    occasions = select(AdvocacyAction.occasion_id).where(these, live)
    plain = {"synchronize_session": False}
    # Sealed under the key that goes: calendars make theirs anew.
    shown = CalendarPiece.occasion_id.in_(select(AdvocacyAction.occasion_id).where(these))
    await tx.session.execute(delete(CalendarPiece).where(shown).execution_options(**plain))
    await tx.session.execute(
        update(Occasion)
        .where(Occasion.id.in_(occasions))
        .values(state=OccasionState.CANCELLED, sequence=Occasion.sequence + 1, revised_at=tx.now)
        .execution_options(**plain)
    )
    await tx.session.execute(
        update(AdvocacyAction)
        .where(these, live)
        .values(state=ActionState.CALLED_OFF, called_off_at=tx.now)
        .execution_options(**plain)
    )
    await tx.session.execute(
        update(AdvocacyAction)
        .where(these)
        .values(
            title=None, statement=None, spokespeople=None, press_contact=None, run_of_show=None, vault_key_id=of_case,
            hosts=None, codeword=None, link=None, calling_off_reason=None, revision=AdvocacyAction.revision + 1,
        )
        .execution_options(**plain)
    )  # fmt: skip


__all__ = ["let_go"]
