"""Calling somebody by name about those who have not said that they know of a change (law 11).

Whoever is on duty for the case is called when the hour has passed, the deputy after as long again, then the admin. Each
has one task with the next step, and when the next is called the one before has none any more. A letter that did not
arrive waits for no hour. The answer, a later change or the hour itself silences it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, not_, or_, select

from casework import duty, notices, tasks, times
from casework.language import Sentence
from casework.notices import LETTER_OF_CHANGE, OWED
from casework.transaction import Transaction
from schema.advocacy import AdvocacyAction
from schema.base import new_id
from schema.cases import Case
from schema.changes import Acknowledgement, Change, ChangeKind, Escalation, HowEnded, Rung
from schema.notices import ARRIVED, UNSENT, Notice
from schema.occasions import Occasion
from schema.organizations import Membership, Role
from schema.people import Contact, Person, reads_for, stands
from schema.tasks import UNANSWERED, Task
from schema.teams import TeamMember

_HOPED = (*UNSENT, *ARRIVED)

_CALL = {
    Rung.ON_DUTY: Sentence(
        "Call {name}: they have not confirmed the change of {when}. If nobody answers, write to them another way."
    ),
    Rung.DEPUTY: Sentence(
        "Call {name}, or somebody close to them: the change of {when} is not confirmed, and {called} could not settle"
        " it."
    ),
    Rung.ADMIN: Sentence(
        "Find somebody in place of {name}, or somebody who goes to them: the change of {when} is not confirmed, and"
        " {called} could not settle it."
    ),
}
_UNDELIVERED = Sentence("Call {name} now: the letter that {when} has changed did not reach them.")
#: For an admin who does not work on the case: neither who it is nor when.
_WITHOUT_NAME = Sentence(
    "Find somebody of the team of {case} who calls today: a change of a date is not confirmed, and {called} could not"
    " settle it."
)


async def follow(tx: Transaction, *, limit: int = 100) -> int:
    """Call somebody about each who has not answered in time or whom the letter did not reach, and end what waits no
    more. As the system actor DELIVERY. Returns how many were called about.
    """
    await tasks.end_what_waits_no_more(tx, UNANSWERED, _waits, limit)
    due = await tx.session.scalars(
        select(Acknowledgement)
        .where(*OWED, or_(Acknowledgement.next_call_at <= tx.now, and_(_uncalled(), _undelivered())))
        .order_by(Acknowledgement.next_call_at, Acknowledgement.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    called = 0
    concerned: dict[UUID, frozenset[UUID]] = {}
    for owed in list(due):
        occasion = await tx.session.get_one(Occasion, owed.occasion_id)
        change = await tx.session.get_one(Change, owed.change_id)
        if _last(occasion, change) <= tx.now:
            await _end(tx, owed, HowEnded.OVER)
            continue
        if occasion.id not in concerned:
            people = await notices.recipients(tx, occasion, strictly=True)
            concerned[occasion.id] = frozenset(one.person_id for one in people)
        if owed.person_id not in concerned[occasion.id]:
            await _end(tx, owed, HowEnded.NO_LONGER_THEIRS)
            continue
        called += await _call(tx, owed, occasion, change)
    return called


def _uncalled() -> ColumnElement[bool]:
    return not_(exists().where(Escalation.acknowledgement_id == Acknowledgement.id))


def _undelivered() -> ColumnElement[bool]:
    """No letter of the change is on its way or arrived; or the address of whoever reads it has failed since."""
    letter = and_(LETTER_OF_CHANGE, Notice.state.in_(_HOPED))
    readers = select(Person.id).where(reads_for(Person, Acknowledgement.person_id))
    theirs = Contact.person_id.in_(readers.correlate(Acknowledgement).scalar_subquery())
    bounced = exists().where(theirs, Contact.bounced_at >= Acknowledgement.owed_since)
    lives = exists().where(theirs, stands(Contact))
    return or_(not_(exists().where(letter)), and_(bounced, not_(lives)))


def _last(occasion: Occasion, change: Change) -> datetime:
    """Until when a word still helps: of what is off, until it would have ended."""
    if change.kind is not ChangeKind.CANCELLED:
        return occasion.ends_at
    was = datetime.fromisoformat(str(change.before["starts_at"]))
    return was + (occasion.ends_at - occasion.starts_at)


async def _call(tx: Transaction, owed: Acknowledgement, occasion: Occasion, change: Change) -> int:
    """Call the next one. Returns 0 when nobody is left to be called."""
    case = await tx.session.get(Case, occasion.case_id) if occasion.case_id else None
    before = list(
        await tx.session.scalars(
            select(Escalation).where(Escalation.acknowledgement_id == owed.id).order_by(Escalation.at, Escalation.id)
        )
    )
    undelivered = not before and await _did_not_arrive(tx, owed)
    span = max((owed.due_by or tx.now) - owed.owed_since, timedelta(minutes=1))
    found = await _next(tx, owed, occasion, case, before)
    if found is None:
        owed.next_call_at = None
        await tx.session.flush()
        return 0
    rung, person = found
    owed.next_call_at = None if rung is Rung.ADMIN else tx.now + span
    escalation_id, name = new_id(), await tx.opened(person, "name")
    tx.session.add(
        Escalation(
            id=escalation_id,
            acknowledgement_id=owed.id,
            rung=rung,
            person_id=person.id,
            called=tx.seal(Escalation, escalation_id, "called", person.vault_key_id, name),
            at=tx.now,
            undelivered=undelivered,
        )
    )
    await tx.session.flush()
    await settle_tasks(tx, [owed])
    title = await _title(tx, owed, occasion, change, case, rung, person, before, undelivered)
    key, due_at = f"{UNANSWERED}:{owed.id}:{rung}", owed.next_call_at or tx.now
    if case is not None:
        await tasks.raise_for(tx, case, person, key, title, due_at)
    else:
        await tasks.raise_in_organization(tx, occasion.organization_id, key, title, person, due_at)
    await notices.tell_unanswered(tx, occasion, person.id)
    tx.record(
        "change.escalated", owed, case=case,
        after={"rung": rung, "called_id": person.id, "occasion_id": occasion.id, "undelivered": undelivered},
    )  # fmt: skip
    return 1


async def _did_not_arrive(tx: Transaction, owed: Acknowledgement) -> bool:
    asked = select(Acknowledgement.id).where(Acknowledgement.id == owed.id, _undelivered())
    return await tx.session.scalar(asked) is not None


async def _next(
    tx: Transaction, owed: Acknowledgement, occasion: Occasion, case: Case | None, before: Sequence[Escalation]
) -> tuple[Rung, Person] | None:
    """Who is called next: of the first rung nobody stood on yet whoever can act and was not called already."""
    lead_id = await tx.session.scalar(select(AdvocacyAction.lead_id).where(AdvocacyAction.occasion_id == occasion.id))
    organization_id = case.lead_organization_id if case else occasion.organization_id
    rungs = await duty.who_is_called(tx, organization_id, case, lead_id=lead_id)
    # Nobody is asked to call themselves.
    out = {owed.person_id, *(one.person_id for one in before)}
    stood = {one.rung for one in before}
    order = list(Rung)
    first = max((order.index(one) + 1 for one in stood), default=0)
    for rung in order[first:]:
        for person_id in rungs[rung]:
            person = await tx.session.get(Person, person_id) if person_id not in out else None
            if person is not None:
                return rung, person
    return None


async def _title(
    tx: Transaction, owed: Acknowledgement, occasion: Occasion, change: Change, case: Case | None, rung: Rung,
    person: Person, before: Sequence[Escalation], undelivered: bool,
) -> Sentence:  # fmt: skip
    earlier = [await tx.session.get_one(Person, one.person_id) for one in before]
    called = ", ".join([await tx.opened(one, "name") or "" for one in earlier]) or Sentence("nobody")
    if case is not None and rung is Rung.ADMIN and not await _works_on(tx, case, person.id):
        return _WITHOUT_NAME.about(case=case.short_id, called=called)
    told = await tx.session.get_one(Person, owed.person_id)
    at = datetime.fromisoformat(str(change.before["starts_at"])) if change.kind is ChangeKind.CANCELLED else None
    when = partial(
        times.said_shortly, at or occasion.starts_at, occasion.time_zone, hour_known=occasion.hour_known,
        beside=[tx.now],
    )  # fmt: skip
    words = _UNDELIVERED if undelivered else _CALL[rung]
    return words.about(name=await tx.opened(told, "name"), when=when, called=called)


async def _works_on(tx: Transaction, case: Case, person_id: UUID) -> bool:
    """They coordinate in the lead organization, or sit on the case's team."""
    coordinates = select(Membership.id).where(
        Membership.person_id == person_id,
        Membership.organization_id == case.lead_organization_id,
        Membership.role == Role.COORDINATOR,
        Membership.stands(tx.now),
    )
    sits = select(TeamMember.id).where(
        TeamMember.person_id == person_id,
        TeamMember.case_id == case.id,
        or_(TeamMember.until.is_(None), TeamMember.until > tx.now),
    )
    return await tx.session.scalar(coordinates.union_all(sits).limit(1)) is not None


async def _end(tx: Transaction, owed: Acknowledgement, how: HowEnded) -> None:
    owed.ended_at, owed.ended_how, owed.next_call_at = tx.now, how, None
    await tx.session.flush()
    await settle_tasks(tx, [owed])


async def settle_tasks(tx: Transaction, theirs: Iterable[Acknowledgement]) -> None:
    """Nobody need call about these any more, or somebody else is called. What the actor may not see, the house ends at
    its next look.
    """
    for one in theirs:
        about = f"{UNANSWERED}:{one.id}:"
        still_open = select(Task).where(
            Task.raised_by == UNANSWERED, Task.done_at.is_(None), Task.raised_key.startswith(about, autoescape=True)
        )
        for task in list(await tx.session.scalars(still_open.order_by(Task.id).with_for_update())):
            task.done_at, task.done_by_id = tx.now, tx.person_id
            task.revision += 1
            tx.record("task.completed", task, after={"reason": "answered" if one.acknowledged_at else "overtaken"})
    await tx.session.flush()


async def _waits(tx: Transaction, acknowledgement_id: UUID) -> bool:
    waiting = select(Acknowledgement.id).where(Acknowledgement.id == acknowledgement_id, *OWED)
    return await tx.session.scalar(waiting) is not None


__all__ = ["follow", "settle_tasks"]
