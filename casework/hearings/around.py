"""What is planned around a hearing, and whom one asks when the hearing moves without it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, exists, select

from casework import disclosure, tasks
from casework.language import Sentence
from casework.transaction import Transaction
from schema.advocacy import ActionState, AdvocacyAction
from schema.cases import Case
from schema.consents import ConsentAudience
from schema.hearings import Hearing
from schema.organizations import Membership
from schema.people import Person

#: What a task is raised by when a hearing moved and an action around it did not. Its key is that word, the action, and
#: the sequence of the hearing's date.
HEARING_MOVED = "hearing_moved"
#: A day to decide in: reminders of the old hour go on meanwhile.
_DECIDED_WITHIN = timedelta(days=1)


async def planned_around(tx: Transaction, hearing: Hearing) -> list[AdvocacyAction]:
    """What is planned around a hearing, published or not yet."""
    found = await tx.session.scalars(select(AdvocacyAction).where(*planned(hearing.id)).order_by(AdvocacyAction.id))
    return list(found.unique())


def planned(hearing_id: Any) -> tuple[ColumnElement[bool], ...]:
    """What makes an action one that is planned around a hearing."""
    return (
        AdvocacyAction.hearing_id == hearing_id,
        AdvocacyAction.state.in_([ActionState.DRAFT, ActionState.PUBLISHED]),
    )


def waits_for_lead(action_id: UUID) -> str:
    """How the keys of tasks begin that ask what becomes of this action."""
    return f"{HEARING_MOVED}:{action_id}:"


async def ask_lead(
    tx: Transaction, case: Case, action: AdvocacyAction, hearing: Hearing, *, stood: datetime, place: tuple[Any, ...]
) -> None:
    """Ask the lead of an action what becomes of it, now that its hearing moved and it did not. ``stood`` and ``place``:
    where the hearing was, as printed; asked twice before an answer, the first counts, so that going along makes up for
    both moves. The task says no date: a task outlives the consent under which its owner might know one.
    """
    if action.hearing_stood is None:
        action.hearing_stood = {"wall_starts": stood.isoformat(), "place": list(place)}
        action.revision += 1
        await tx.session.flush()
    key = f"{waits_for_lead(action.id)}{hearing.occasion.sequence}"
    await tasks.end_overtaken(tx, case, waits_for_lead(action.id), but=key)
    await tasks.raise_once(
        tx,
        case,
        key,
        Sentence(
            "A hearing moved, and an action that was planned around it did not. Say on the action's page whether it"
            " goes along, keeps its hour, or is cancelled."
        ),
        max(tx.now, min(tx.now + _DECIDED_WITHIN, action.occasion.starts_at)),
        owner=await _who_decides(tx, case, action, hearing),
        action_id=action.id,
    )


async def _who_decides(tx: Transaction, case: Case, action: AdvocacyAction, hearing: Hearing) -> Person | None:
    """The lead, if they may know of the hearing; else whoever looks after the case."""
    if action.lead_id is None:
        return None
    told = hearing.detained and not hearing.closed_to_public
    if told:
        clearance = (await disclosure.case_clearances(tx, [case.id])).get(case.id)
        told = clearance is not None and ConsentAudience.ADVOCATES in clearance.permits
    if not told:
        of_house = exists().where(
            Membership.person_id == action.lead_id,
            Membership.organization_id == case.lead_organization_id,
            Membership.stands(tx.now),
        )
        told = bool(await tx.session.scalar(select(of_house)))
    return await tx.session.get(Person, action.lead_id) if told else None


__all__ = ["HEARING_MOVED", "ask_lead", "planned", "planned_around", "waits_for_lead"]
