"""When a letter could not be delivered, a human is told whom to call."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from sqlalchemy import select

from casework import times
from casework.language import Sentence
from casework.notices.claiming import Planned
from casework.notices.owing import OWED
from casework.tasks import in_every_language, in_words_of
from casework.told import CHANGES, CROWD
from casework.transaction import Transaction
from schema.advocacy import AdvocacyAction
from schema.assignments import Assignment
from schema.base import new_id
from schema.cases import Case
from schema.changes import Acknowledgement
from schema.invitations import Invitation
from schema.notices import LetterKind
from schema.occasions import Occasion
from schema.organizations import Membership, Role
from schema.people import Person
from schema.sightings import SightingDispatch
from schema.tasks import LETTER_FAILED, Task

#: What the person does not know, because the letter did not reach them.
_UNTOLD = {
    LetterKind.REMINDER: Sentence("Call {name}: they could not be reminded of {when}."),
    LetterKind.INVITATION: Sentence("Call {name}: they could not be invited to {when}."),
    LetterKind.RESCHEDULED: Sentence("Call {name}: they may not know that the date is now {when}."),
    LetterKind.CANCELLED: Sentence("Call {name}: they may not know that {when} is cancelled."),
    LetterKind.PLACE_CHANGED: Sentence("Call {name}: they may not know that where or how has changed, of {when}."),
    LetterKind.TRANSFERRED: Sentence(
        "Call {name}: they may not know of the transfer, and that the place of {when} may change."
    ),
    LetterKind.UNANSWERED: Sentence(
        "Call {name}: they may not know that somebody has not confirmed a change of {when}."
    ),
    LetterKind.WITHDRAWN: Sentence("Call {name}: they may not know that nobody expects them on {when}."),
    LetterKind.ENTRY_CHANGED: Sentence("Call {name}: what their calendar says of {when} is out of date."),
    LetterKind.ASSIGNMENT_OFFERED: Sentence("Call {name}: they could not be told of the case offered to them."),
    LetterKind.GLASS_BROKEN: Sentence("Call {name}: they may not know that a case of theirs was opened urgently."),
    LetterKind.LINK_RENEWED: Sentence("Call {name}: their link to {when} has stopped, and the new one didn't arrive."),
    LetterKind.YOUR_PLACE: Sentence("Call {name}: they may not know what has become of their seat or ride on {when}."),
    LetterKind.REPORT_WAITING: Sentence("Call {name}: they may not know that a report of an arrest waits for them."),
    LetterKind.REPORT_DECLINED: Sentence("Call {name}: they may not know that their report of an arrest was declined."),
    LetterKind.RESPONDER_CALLED: Sentence("Call {name}: they may not know that a sighting needs them."),
    LetterKind.WELCOME: Sentence("Call {name}: the letter with which they choose a password did not reach them."),
    LetterKind.RESET: Sentence("Call {name}: the letter with which they choose a password did not reach them."),
    LetterKind.ASSIGNED: Sentence("Call {name}: they could not be told that the case is theirs."),
}
_CROWD_UNTOLD = {
    LetterKind.REMINDER: Sentence("Supporters could not be reminded of {when}. The page of messages says who."),
    LetterKind.INVITATION: Sentence("Supporters could not be invited to {when}. The page of messages says who."),
    LetterKind.RESCHEDULED: Sentence(
        "Supporters may not know that the date is now {when}. The page of messages says who."
    ),
    LetterKind.CANCELLED: Sentence("Supporters may not know that {when} is cancelled. The page of messages says who."),
    LetterKind.PLACE_CHANGED: Sentence(
        "Supporters may not know that where or how has changed, of {when}. The page of messages says who."
    ),
    # Of a crowd, only interpreters are told.
    LetterKind.TRANSFERRED: Sentence(
        "An interpreter may not know that the place of {when} may change. The page of messages says who."
    ),
    LetterKind.YOUR_PLACE: Sentence(
        "Supporters may not know what has become of their seats on {when}. The page of messages says who."
    ),
    LetterKind.WITHDRAWN: Sentence(
        "Supporters may not know that nobody expects them on {when}. The page of messages says who."
    ),
}


def _key(notice: Planned) -> str:
    """One task a person and version of the date; of a crowd, one for all of them."""
    matter = notice.occasion_id or notice.assignment_id or notice.id
    who = "crowd" if notice.audience in CROWD else str(notice.person_id)
    return f"{LETTER_FAILED}:{matter}:{notice.sequence}:{who}"


async def ask_a_human(tx: Transaction, notice: Planned) -> Task | None:
    """Raise a task for whoever looks after the matter: call this person. Nothing, when it was raised already; nor when
    they owe a word on the change, for then somebody is called about them by name, at once (:mod:`casework.changes`).
    """
    if notice.kind in CHANGES and await _owes(tx, notice):
        return None
    if notice.kind is LetterKind.DIGEST:
        # The page says the same, and more.
        return None
    key = _key(notice)
    if await tx.session.scalar(select(Task.id).where(Task.raised_key == key)):
        return None
    case = await tx.session.get(Case, notice.case_id) if notice.case_id else None
    owner = await owner_of(tx, notice, case)
    key_id = case.vault_key_id if case else owner.vault_key_id if owner else None
    if key_id is None:
        return None
    await tx.unlock([key_id])
    task_id, title = new_id(), await _title(tx, notice)
    task = Task(
        id=task_id,
        # A case's tasks are its lead's, also when the letter was written for another organization's occasion.
        organization_id=case.lead_organization_id if case else notice.organization_id,
        case_id=notice.case_id,
        title=tx.seal(Task, task_id, "title", key_id, in_words_of(owner, title)),
        said=tx.seal(Task, task_id, "said", key_id, in_every_language(title)),
        vault_key_id=key_id,
        owner_id=owner.id if owner else None,
        due_at=max(tx.now, notice.useless_after),
        raised_by=LETTER_FAILED,
        raised_key=key,
    )
    tx.session.add(task)
    await tx.session.flush()
    tx.record("task.raised", task, case=case, after={"raised_by": LETTER_FAILED, "owner_id": task.owner_id})
    return task


async def _owes(tx: Transaction, notice: Planned) -> bool:
    """And there is time still to call about it."""
    owed = (
        select(Acknowledgement.id)
        .join(Occasion, Occasion.id == Acknowledgement.occasion_id)
        .where(
            Acknowledgement.occasion_id == notice.occasion_id,
            Acknowledgement.person_id == notice.person_id,
            Acknowledgement.sequence == notice.sequence,
            Occasion.ends_at > tx.now,
            *OWED,
        )
    )
    return await tx.session.scalar(owed.limit(1)) is not None


async def no_longer_needed(tx: Transaction, notice: Planned) -> None:
    """The letter arrived after all: nobody need call."""
    if notice.audience in CROWD:
        return
    task = await tx.session.scalar(select(Task).where(Task.raised_key == _key(notice), Task.done_at.is_(None)))
    if task is not None:
        task.done_at = tx.now
        task.revision += 1
        tx.record("task.completed", task, after={"reason": "carried"})


async def _title(tx: Transaction, notice: Planned) -> Sentence:
    occasion = await tx.session.get(Occasion, notice.occasion_id) if notice.occasion_id else None
    when = (
        partial(
            times.said_shortly,
            occasion.starts_at,
            occasion.time_zone,
            hour_known=occasion.hour_known,
            beside=[tx.now],
        )
        if occasion
        else ""
    )
    if notice.audience in CROWD and notice.kind in _CROWD_UNTOLD:
        return _CROWD_UNTOLD[notice.kind].about(when=when)
    person = await tx.session.get_one(Person, notice.person_id)
    return _UNTOLD[notice.kind].about(name=await tx.opened(person, "name"), when=when)


async def owner_of(tx: Transaction, notice: Planned, case: Case | None) -> Person | None:
    """Who can act: the case's coordinator; else who leads the action, offered the case, or invited."""
    candidates: list[UUID | None] = [case.coordinator_id if case else None]
    if notice.occasion_id:
        candidates.append(
            await tx.session.scalar(
                select(AdvocacyAction.lead_id).where(AdvocacyAction.occasion_id == notice.occasion_id)
            )
        )
    if notice.invitation_id:
        invitation = await tx.session.get(Invitation, notice.invitation_id)
        candidates.append(invitation.invited_by_id if invitation else None)
    if notice.assignment_id:
        assignment = await tx.session.get(Assignment, notice.assignment_id)
        candidates.append(assignment.offered_by_id if assignment else None)
    if notice.kind is LetterKind.RESPONDER_CALLED and notice.before:
        dispatch = await tx.session.get(SightingDispatch, UUID(hex=notice.before["dispatch"]))
        candidates.append(dispatch.asked_by_id if dispatch else None)
    if notice.sign_in_link_id:
        candidates.append(
            await tx.session.scalar(
                select(Membership.person_id)
                .where(
                    Membership.organization_id == notice.organization_id,
                    Membership.role == Role.ADMIN,
                    Membership.stands(tx.now),
                )
                .order_by(Membership.id)
                .limit(1)
            )
        )
    # Somebody can't be asked to call themselves.
    chosen = next((one for one in candidates if one and one != notice.person_id), None) or candidates[0]
    return await tx.session.get(Person, chosen) if chosen else None
