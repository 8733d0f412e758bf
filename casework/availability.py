"""When somebody can take cases and hearings: half days, how many more cases, and days away. Never why they are away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import delete, func, select

from casework import access
from casework.access import Act
from casework.refusals import Invalid, NotAllowedByState
from casework.transaction import Transaction
from schema.absences import Absence
from schema.assignments import STANDING, Assignment, AssignmentState
from schema.attorneys import Attorney, HalfDay
from schema.base import new_id
from schema.people import Person
from schema.proceedings import ProceedingKind

#: More is a move, not a holiday: whoever is gone for longer is not open to offers.
_LONGEST = timedelta(days=366)
_MOST_AHEAD = 20


async def say_availability(
    tx: Transaction,
    person_id: UUID,
    *,
    half_days: Sequence[HalfDay],
    more_cases: int | None,
    interests: Sequence[ProceedingKind],
    languages: Sequence[str],
    open_to_offers: bool = True,
    remote: bool = True,
) -> Attorney:
    """Say when somebody can come to hearings, and what they take: in place of what was said. ``more_cases`` counts from
    those that they have now; None: how many they take stays as it was. Where they may appear stays as it was recorded.
    Raises :class:`Invalid`, and :class:`NotAllowedByState` for whoever is recorded nowhere yet.
    """
    await _for(tx, person_id, Act.SAY_AVAILABILITY)
    attorney = await tx.session.get(Attorney, person_id, with_for_update=True)
    if attorney is None:
        raise NotAllowedByState("Record first where they may appear: offers go by that.")
    if more_cases is not None and not 0 <= more_cases <= 100:
        raise Invalid("moreCases", "Type a number from 0 to {most}, or leave it out.", most=100)
    spoken = sorted({one.strip() for one in languages if one.strip()})
    if len(spoken) > 50 or any(len(one) > 60 for one in spoken):
        raise Invalid("languages", "Name at most 50, each in a few letters.")
    attorney.half_days = [half.value for half in HalfDay if half in set(half_days)]
    if more_cases is not None:
        attorney.most_cases = more_cases + await _having(tx, person_id)
    attorney.interests = sorted({kind.value for kind in interests})
    attorney.languages, attorney.open_to_offers, attorney.remote = spoken, open_to_offers, remote
    attorney.revision += 1
    await tx.session.flush()
    tx.record(
        "attorney.availability_said", attorney,
        after={"half_days": attorney.half_days, "most_cases": attorney.most_cases, "open_to_offers": open_to_offers},
    )  # fmt: skip
    return attorney


async def record_absence(tx: Transaction, person_id: UUID, *, first_day: date, last_day: date) -> Absence:
    """Say from which day to which somebody is away, both counted. What is over is forgotten then. Raises
    :class:`Invalid`, :class:`NotAllowedByState`.
    """
    person = await _for(tx, person_id, Act.RECORD_ABSENCE)
    # Their own day may have begun, or not be over yet.
    today = tx.now.date()
    if last_day < first_day:
        raise Invalid("lastDay", "The last day is before the first. Look at both again.")
    if last_day < today - timedelta(days=1):
        raise Invalid("lastDay", "These days are over. Say those that come.")
    if last_day - first_day > _LONGEST:
        raise Invalid("lastDay", "Say at most a year. For longer, say that they are not open to offers.")
    theirs = Absence.person_id == person.id
    over = delete(Absence).where(theirs, Absence.last_day < today - timedelta(days=1))
    await tx.session.execute(over.execution_options(synchronize_session=False))
    if (await tx.session.scalar(select(func.count()).select_from(Absence).where(theirs)) or 0) >= _MOST_AHEAD:
        raise NotAllowedByState("There are {most} such times already. Take one back first.", most=_MOST_AHEAD)
    meets = select(Absence.id).where(theirs, Absence.first_day <= last_day, Absence.last_day >= first_day)
    if await tx.session.scalar(meets.limit(1)) is not None:
        raise Invalid("firstDay", "They are away on one of these days already. Take that back first.")
    found = Absence(
        id=new_id(), person_id=person.id, organization_id=person.organization_id, first_day=first_day, last_day=last_day
    )
    tx.session.add(found)
    await tx.session.flush()
    tx.record("absence.recorded", found, after={"first_day": first_day, "last_day": last_day})
    return found


async def take_back_absence(tx: Transaction, absence_id: UUID) -> UUID:
    """They are there after all. Returns whose it was."""
    found = await access.seen(tx, Absence, absence_id)
    await _for(tx, found.person_id, Act.TAKE_BACK_ABSENCE)
    tx.record("absence.taken_back", found, before={"first_day": found.first_day, "last_day": found.last_day})
    person_id = found.person_id
    await tx.session.delete(found)
    await tx.session.flush()
    return person_id


async def _for(tx: Transaction, person_id: UUID, act: Act) -> Person:
    person = await access.seen(tx, Person, person_id)
    if person.id != tx.person_id:
        await access.permit_in_organization(tx, person.organization_id, act)
    return person


async def _having(tx: Transaction, person_id: UUID) -> int:
    """How many cases they have, of those that whoever says it may count."""
    theirs = Assignment.attorney_id == person_id, Assignment.state.in_((AssignmentState.CHECKING, *STANDING))
    return await tx.session.scalar(select(func.count()).select_from(Assignment).where(*theirs)) or 0


__all__ = ["record_absence", "say_availability", "take_back_absence"]
