"""Actions are signed off as they read, published when nothing is missing, called off at any time."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import select

from casework import access, actions, cases, disclosure, house, notes, notices, tasks
from casework.access import Act
from casework.advocacy.addresses import give_address
from casework.advocacy.drafts import action_for, refuse_over
from casework.advocacy.permitted import look_for_names, names_taken_off
from casework.advocacy.words import check_words, refuse_restricted
from casework.hearings import as_told
from casework.refusals import (
    ChangedMeanwhile,
    Invalid,
    NoPublicity,
    NotAllowedByState,
    NotCleared,
    NotFound,
    NotPermitted,
)
from casework.transaction import Transaction
from schema.advocacy import ActionState, AdvocacyAction, SignOff, SignOffCapacity
from schema.assignments import Assignment, AssignmentState
from schema.base import new_id
from schema.cases import Case
from schema.notices import LetterKind
from schema.occasions import OccasionState
from schema.wordings import Wording


async def sign_off_action(
    tx: Transaction,
    action_id: UUID,
    *,
    said_revision: int,
    capacity: SignOffCapacity,
    discussed_on: date | None = None,
    risks: str | None = None,
    case_id: UUID | None = None,
) -> AdvocacyAction:
    """Counsel's yes to exactly what the action says now. ``risks``, what speaks for and against going public, is a note
    in counsel's compartment; advocates learn on which day it was talked over with the client.

    The attorney of record signs. With none, a named attorney of the lead legal organization who advised the client
    signs as counsel consulted. Of an action about several cases ``case_id`` says for which of them; else it is the one
    that the action is kept with. Raises :class:`ChangedMeanwhile` when it says something else by now.
    """
    action, case = await for_case(tx, action_id, case_id, Act.SIGN_OFF_ACTION)
    if case is None:
        raise NotAllowedByState("An action that names no one and no case needs no sign-off.")
    refuse_over(action)
    if action.said_revision != said_revision:
        raise ChangedMeanwhile(revision_now=action.said_revision)
    await refuse_other_counsel(tx, case, capacity)
    refuse_future(tx, discussed_on)
    # Whoever drafted it may not be allowed to read the legal name, so that the last look for it is here.
    await tx.unlock([action.vault_key_id])
    await check_words(
        tx, case, {"title": tx.open(action, "title") or "", "statement": tx.open(action, "statement")}, action.name_form
    )
    await check_wordings(tx, action, case)
    await look_at_names(tx, action)
    action.revision += 1
    await sign(tx, action, case, tx.somebody, capacity, discussed_on=discussed_on)
    if risks and risks.strip():
        await notes.write_note(tx, case.id, risks, privileged=True)
    return action


async def look_at_names(tx: Transaction, action: AdvocacyAction) -> None:
    """Counsel has looked at the words of their own client. Nobody looks on behalf of whoever it is not about any more:
    raises :class:`Invalid` while they name them.
    """
    if await names_taken_off(tx, action):
        raise Invalid("statement", "It names somebody whose case was taken off this action. Take the name out first.")
    # Of several, another client's name may be what was found: their own counsel's yes is still missing then.
    action.holds_name = action.of_several and action.holds_name and await look_for_names(tx, action)


async def for_case(
    tx: Transaction, action_id: UUID, case_id: UUID | None, act: Act
) -> tuple[AdvocacyAction, Case | None]:
    """An action and that one of its cases for which counsel speaks, both locked. Raises :class:`NotFound`,
    :class:`NotPermitted`.
    """
    seen = await access.seen(tx, AdvocacyAction, action_id)
    if case_id is None or case_id == seen.case_id:
        return await action_for(tx, action_id, act)
    case = await access.case_for(tx, case_id, act)
    locked = select(AdvocacyAction).where(AdvocacyAction.id == action_id).with_for_update(of=AdvocacyAction)
    action = (await tx.session.scalars(locked.execution_options(populate_existing=True))).unique().one_or_none()
    if action is None or case.id not in await actions.case_ids(tx, action):
        raise NotFound
    return action, case


async def check_wordings(tx: Transaction, action: AdvocacyAction, case: Case) -> None:
    """Counsel's yes is to talking points and advisory, too: the same last look. Its key must be unlocked. Raises
    :class:`Invalid`.
    """
    for wording in await tx.session.scalars(select(Wording).where(Wording.action_id == action.id)):
        if body := tx.open(wording, "body"):
            await refuse_restricted(tx, case, {"body": body}, action.name_form)


async def sign(
    tx: Transaction,
    action: AdvocacyAction,
    case: Case,
    attorney_id: UUID,
    capacity: SignOffCapacity,
    *,
    discussed_on: date | None = None,
) -> None:
    """The yes itself, to what the action says now, without asking whose it may be: verbs that imply it call this."""
    said_revision = action.said_revision
    signed = await tx.session.scalar(
        select(SignOff).where(
            SignOff.action_id == action.id,
            SignOff.case_id == case.id,
            SignOff.attorney_id == attorney_id,
            SignOff.said_revision == said_revision,
        )
    )
    if signed is None:
        signed = SignOff(
            id=new_id(), action_id=action.id, case_id=case.id, attorney_id=attorney_id, said_revision=said_revision
        )
        tx.session.add(signed)
    signed.capacity, signed.given_at, signed.withdrawn_at = capacity, tx.now, None
    signed.discussed_on = discussed_on or signed.discussed_on
    await tx.session.flush()
    async with house.acts(tx):
        # Nobody is asked for it any more, whichever revision they were asked about.
        await tasks.settle(tx, case, f"counsel_asked:{action.id}:")
    tx.record("action.signed_off", action, case=case, after={"said_revision": said_revision, "capacity": capacity})


async def refuse_other_counsel(tx: Transaction, case: Case, capacity: SignOffCapacity | None = None) -> None:
    """Whose word on an action counts: the attorney of record's; with none, that of a named attorney of the lead legal
    organization. Raises :class:`NotPermitted`, and :class:`Invalid` for the wrong ``capacity``.
    """
    of_record = await attorneys_of_record(tx, case)
    if of_record and tx.person_id not in of_record:
        raise NotPermitted(who="the attorney of record")
    seat = (await access.seats(tx, [case.id]))[case.id]
    if not of_record and not seat.lead:
        raise NotPermitted(who="an attorney of the lead organization")
    if capacity is not None and bool(of_record) is not (capacity is SignOffCapacity.OF_RECORD):
        raise Invalid(
            "capacity",
            "There is an attorney of record: sign as attorney of record."
            if of_record
            else "There is no attorney of record: sign as counsel consulted.",
        )


def refuse_future(tx: Transaction, discussed_on: date | None) -> None:
    """What was talked over was talked over already. Raises :class:`Invalid`."""
    if discussed_on is not None and discussed_on > tx.now.date():
        raise Invalid("discussedOn", "That day has not come yet.")


async def attorneys_of_record(tx: Transaction, case: Case) -> frozenset[UUID]:
    """Whose yes counts, when there are any."""
    return frozenset(
        await tx.session.scalars(
            select(Assignment.attorney_id).where(
                Assignment.case_id == case.id, Assignment.state == AssignmentState.OF_RECORD
            )
        )
    )


async def publish_action(tx: Transaction, action_id: UUID, *, expected_revision: int) -> AdvocacyAction:
    """Publish an action: it may be told, and people asked to come. Raises :class:`NotCleared` with all that is
    missing.
    """
    action, case = await action_for(tx, action_id, Act.PUBLISH_ACTION)
    tx.expect(action, expected_revision)
    refuse_over(action)
    if action.state is ActionState.PUBLISHED:
        raise NotAllowedByState("It is published already.")
    if action.occasion.ends_at <= tx.now:
        raise NotAllowedByState("Its date has passed. Give it a new one first.")
    clearance = await disclosure.publishing_clearance(tx, action)
    if clearance.no_publicity:
        raise NoPublicity
    if case is not None and not action.audiences:
        raise Invalid("audiences", "Say who is addressed: officials, supporters, press …")
    if not clearance.clear:
        raise NotCleared(clearance.missing)
    action.state, action.published_at = ActionState.PUBLISHED, tx.now
    # From now on calendars may show it: that is a change of what they see.
    action.occasion.revised_at = tx.now
    await tx.session.flush()
    await notices.plan(tx, action.occasion)
    # Published before, it may have had another title: calendars still say that, or were told that it is off.
    await notices.tell_entry_changed(tx, action.occasion)
    await give_address(tx, action)
    if case:
        await cases.keep_next_occasion(tx, case)
    await actions.record(tx, "action.published", action, case=case, after={"said_revision": action.said_revision})
    return action


async def call_off_action(
    tx: Transaction, action_id: UUID, *, expected_revision: int, reason: str | None = None
) -> AdvocacyAction:
    """Call an action off. It never waits for anyone, and everyone who was asked is told."""
    action, case = await action_for(tx, action_id, Act.CALL_OFF_ACTION)
    tx.expect(action, expected_revision)
    refuse_over(action)
    await take_down(tx, action, case, reason=reason, typed=True)
    return action


async def take_down(
    tx: Transaction, action: AdvocacyAction, case: Case | None, *, reason: str | None, typed: bool = False
) -> None:
    """What calling off does, whoever or whatever called it off. ``typed``: why, in somebody's own words."""
    before = as_told(action.occasion)
    action.state, action.called_off_at, action.calling_off_reason = ActionState.CALLED_OFF, tx.now, reason
    action.hearing_stood = None
    action.occasion.state = OccasionState.CANCELLED
    action.occasion.changed(tx.now)
    action.revision += 1
    await tx.session.flush()
    await tasks.end_of_action(tx, action.id)
    await notices.tell_change(tx, action.occasion, LetterKind.CANCELLED, before=before)
    await _keep_next_occasion(tx, action, case)
    told = typed and case is not None
    await tx.unlock([action.vault_key_id])
    await actions.record(
        tx, "action.called_off", action, case=case, after={"starts_at": action.occasion.starts_at},
        reason=None if told else reason, typed=reason if told else None, key_id=action.vault_key_id,
    )  # fmt: skip


async def _keep_next_occasion(tx: Transaction, action: AdvocacyAction, case: Case | None) -> None:
    """Of the case that it is kept with, whoever of its cases called it off."""
    if case is None or action.case_id is None:
        return
    if action.case_id == case.id:
        await cases.keep_next_occasion(tx, case)
        return
    async with house.acts(tx):
        # As it is once nobody else holds it: its team may be moving a date of it at this moment.
        kept = await tx.session.get_one(Case, action.case_id, with_for_update={"of": Case}, populate_existing=True)
        await cases.keep_next_occasion(tx, kept)


__all__ = [
    "attorneys_of_record",
    "call_off_action",
    "check_wordings",
    "for_case",
    "look_at_names",
    "publish_action",
    "refuse_future",
    "refuse_other_counsel",
    "sign",
    "sign_off_action",
    "take_down",
]
