"""Which actions are about a case, and which cases an action is about: whoever follows a change of either asks here."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import func, select, union
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.types import Uuid

from casework import house
from casework.actors import HOUSEKEEPING, System
from casework.transaction import Transaction
from schema.advocacy import AdvocacyAction, FurtherCase
from schema.cases import Case


def about(case_id: UUID) -> Any:
    """Actions that are about this case: kept with it, or with another."""
    kept = select(AdvocacyAction.id).where(AdvocacyAction.case_id == case_id)
    added = select(FurtherCase.action_id).where(FurtherCase.case_id == case_id, FurtherCase.taken_off_at.is_(None))
    return AdvocacyAction.id.in_(union(kept, added))


def added_to(case_id: UUID) -> Any:
    """Actions that are kept with another case, and are about this one, too."""
    return AdvocacyAction.id.in_(
        select(FurtherCase.action_id).where(FurtherCase.case_id == case_id, FurtherCase.taken_off_at.is_(None))
    )


async def case_ids(tx: Transaction, action: AdvocacyAction) -> list[UUID]:
    """The cases an action is about, whether or not the actor reads them: for what follows by itself."""
    if action.case_id is None:
        return []
    if not action.of_several:
        return [action.case_id]
    asked = select(func.cases_of_action(action.id, type_=ARRAY(Uuid())))
    return list(await tx.session.scalar(asked) or [])


async def cases(tx: Transaction, action: AdvocacyAction, *held: Case | None, by: System = HOUSEKEEPING) -> list[Case]:
    """The cases themselves, read by the house; those already ``held`` are not read again. What is done with them must
    be the house's as well.
    """
    if not action.of_several:
        return [one for one in held if one is not None]
    ids = await case_ids(tx, action)
    known = {one.id: one for one in held if one is not None}
    async with house.acts(tx, by):
        missing = select(Case).where(Case.id.in_([one for one in ids if one not in known])).order_by(Case.id)
        known |= {one.id: one for one in await tx.session.scalars(missing)}
    return [known[one] for one in ids if one in known]


async def record(
    tx: Transaction, act: str, action: AdvocacyAction, *, case: Case | None, typed: str | None = None, **said: Any
) -> None:
    """Write what was done into the trail of each case that the action is about: none says which the others are. Why,
    in somebody's own words (``typed``), may say it: that stands in the trail of their own ``case`` alone.
    """
    if not action.of_several:
        tx.record(act, action, case=case, typed=typed, **said)
        return
    for one in await cases(tx, action, case):
        tx.record(act, action, case=one, typed=typed if case is not None and one.id == case.id else None, **said)


__all__ = ["about", "added_to", "case_ids", "cases", "record"]
