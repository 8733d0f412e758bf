"""What left the house before a consent was taken back: a list of whom somebody must call, ticked off one by one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from functools import partial
from uuid import UUID

from sqlalchemy import func, or_, select, union

from casework import access, actions, house, tasks, times
from casework import clearance as clearances
from casework.access import Act
from casework.actors import DELIVERY
from casework.language import Sentence
from casework.refusals import NotAllowedByState
from casework.transaction import Transaction
from schema.advocacy import AdvocacyAction
from schema.base import new_id
from schema.cases import Case
from schema.consents import Consent, ConsentAudience
from schema.invitations import Invitation
from schema.notices import ARRIVED, Notice
from schema.organizations import Membership
from schema.people import Person
from schema.retractions import Retraction, RetractionKind
from schema.teams import CaseReader, TeamMember

CALLED = {
    ConsentAudience.OFFICIALS: Sentence("officials"),
    ConsentAudience.SUPPORTERS: Sentence("supporters"),
    ConsentAudience.ADVOCATES: Sentence("advocates"),
    ConsentAudience.PRESS: Sentence("the press"),
    ConsentAudience.PUBLIC: Sentence("the public"),
}
#: Each of these is called by name; whoever belongs to a crowd is only counted.
_BY_NAME = frozenset({ConsentAudience.OFFICIALS, ConsentAudience.PRESS, ConsentAudience.ADVOCATES})
#: More than these nobody calls through by name.
_MOST = 50


async def draw_up(tx: Transaction, case: Case, consent: Consent) -> list[Retraction]:
    """List what was said to the audience of a consent that ended, with who should call whom; each caller has a task.

    Whoever recorded that it ended may see none of it: the house draws it up.
    """
    async with house.acts(tx, DELIVERY):
        listed = [*await _messages(tx, case, consent), *await _published(tx, case, consent)]
        tx.session.add_all(listed)
        await tx.session.flush()
        for one in listed:
            tx.record("retraction.listed", one, case=case, after={"kind": one.kind, "audience": one.audience})
        await _give_out(tx, case, consent, listed)
    return listed


async def _messages(tx: Transaction, case: Case, consent: Consent) -> list[Retraction]:
    eyes = [one for one, asked in clearances.CONSENT_AUDIENCE.items() if asked is consent.audience]
    # Letters about an action that is kept with another case told of this client, too.
    shared = list(await tx.session.scalars(select(AdvocacyAction.occasion_id).where(actions.added_to(case.id))))
    arrived = await tx.session.execute(
        select(Notice.person_id, func.count())
        .where(
            or_(Notice.case_id == case.id, Notice.occasion_id.in_(shared)),
            Notice.audience.in_(eyes),
            Notice.state.in_(ARRIVED),
        )
        .group_by(Notice.person_id)
        .order_by(Notice.person_id)
    )
    # Who is to be called already is not called twice.
    waiting = set(
        await tx.session.scalars(
            select(Retraction.person_id).where(
                Retraction.case_id == case.id, Retraction.told_at.is_(None), Retraction.person_id.is_not(None)
            )
        )
    )
    told: dict[UUID, int] = {person_id: count for person_id, count in arrived if person_id not in waiting}
    asked = await tx.session.execute(
        select(Invitation.person_id, Invitation.invited_by_id)
        .where(or_(Invitation.case_id == case.id, Invitation.occasion_id.in_(shared)), Invitation.person_id.in_(told))
        .order_by(Invitation.id)
    )
    asked_by: dict[UUID, UUID | None] = {person_id: by for person_id, by in asked}  # noqa: C416 -- rows are no pairs to a checker
    # Whoever asked them to an action that is kept with another case may read nothing of this one, nor whom to call.
    able = await _readers(tx, case, {by for by in asked_by.values() if by})
    asked_by = {person_id: by if by in able else None for person_id, by in asked_by.items()}
    by_name = list(told)[:_MOST] if consent.audience in _BY_NAME else []
    rows = [
        _row(case, consent, RetractionKind.MESSAGES, asked_by.get(one) or case.coordinator_id, person_id=one,
             messages=told[one])
        for one in by_name
    ]  # fmt: skip
    counted = sum(count for one, count in told.items() if one not in by_name)
    if counted:
        rows.append(_row(case, consent, RetractionKind.MESSAGES, case.coordinator_id, messages=counted))
    return rows


async def _published(tx: Transaction, case: Case, consent: Consent) -> list[Retraction]:
    found = await tx.session.scalars(
        select(AdvocacyAction)
        .where(actions.about(case.id), AdvocacyAction.published_at.is_not(None))
        .order_by(AdvocacyAction.id)
    )
    listed = set(
        await tx.session.scalars(
            select(Retraction.action_id).where(
                Retraction.case_id == case.id, Retraction.audience == consent.audience, Retraction.told_at.is_(None)
            )
        )
    )
    actions_told = [one for one in found.unique() if consent.audience.value in one.audiences and one.id not in listed]
    able = await _readers(tx, case, {one.lead_id for one in actions_told if one.lead_id})
    return [
        _row(case, consent, RetractionKind.PUBLISHED_ACTION, action.lead_id if action.lead_id in able else None,
             action_id=action.id)
        for action in actions_told
    ]  # fmt: skip


async def _readers(tx: Transaction, case: Case, people: Collection[UUID]) -> set[UUID]:
    """Those of these people who have a seat on the case, or belong to an organization that reads it."""
    seats = select(TeamMember.person_id).where(
        TeamMember.case_id == case.id,
        TeamMember.person_id.in_(people),
        or_(TeamMember.until.is_(None), TeamMember.until > tx.now),
    )
    members = (
        select(Membership.person_id)
        .join(CaseReader, CaseReader.organization_id == Membership.organization_id)
        .where(
            CaseReader.case_id == case.id,
            Membership.person_id.in_(people),
            Membership.stands(tx.now),
            or_(CaseReader.until.is_(None), CaseReader.until > tx.now),
        )
    )
    return set(await tx.session.scalars(union(seats, members)))


def _row(case: Case, consent: Consent, kind: RetractionKind, caller_id: UUID | None, **what: object) -> Retraction:
    return Retraction(
        id=new_id(), case_id=case.id, consent_id=consent.id, kind=kind, audience=consent.audience,
        caller_id=caller_id or case.coordinator_id, **what,
    )  # fmt: skip


async def _give_out(tx: Transaction, case: Case, consent: Consent, listed: Sequence[Retraction]) -> None:
    calls: dict[UUID | None, int] = defaultdict(int)
    for one in listed:
        calls[one.caller_id] += 1
    for caller_id, count in calls.items():
        caller = await tx.session.get(Person, caller_id) if caller_id else None
        title = Sentence(
            "A consent was taken back. What was sent or published before can't be recalled ({count}): call whoever "
            'has it. The list is under "Okay to share?".',
            count=count,
        )
        await tasks.raise_once(tx, case, f"retract:{consent.id}:{caller_id}", title, tx.now, owner=caller)


async def said(tx: Transaction, one: Retraction) -> Sentence:
    """What can't be recalled, in a sentence."""
    if one.kind is RetractionKind.MESSAGES:
        return Sentence(
            "Messages to {whom} that were sent and can't be taken back: {letters}. Ask them to delete them.",
            letters=one.messages,
            whom=CALLED[one.audience],
        )
    action = await tx.session.get_one(AdvocacyAction, one.action_id)
    since = action.published_at or action.created_at
    return Sentence(
        '"{title}" has been public since {day}: ask whoever shared it to take it down.',
        title=await tx.opened(action, "title"),
        day=partial(times.day, since.date(), beside=tx.now.date()),
    )


async def tick_off_retraction(
    tx: Transaction, retraction_id: UUID, *, expected_revision: int, answer: str | None = None
) -> Retraction:
    """Somebody was told to take it down, or to delete it. ``answer`` is what they said to it."""
    one, case = await access.record_for(tx, Retraction, retraction_id, Act.TICK_OFF_RETRACTION)
    tx.expect(one, expected_revision)
    if one.told_at is not None:
        raise NotAllowedByState("They were told already.")
    await tx.unlock([case.vault_key_id])
    words = answer.strip() or None if answer else None
    one.told_at, one.told_by_id = tx.now, tx.person_id
    one.answer = tx.seal(Retraction, one.id, "answer", case.vault_key_id, words)
    await tx.session.flush()
    tx.record("retraction.ticked_off", one, case=case, fields=["answer"] if words else [])
    async with house.acts(tx, DELIVERY):
        waits = await tx.session.scalar(
            select(Retraction.id)
            .where(
                Retraction.consent_id == one.consent_id,
                Retraction.told_at.is_(None),
                Retraction.caller_id.is_not_distinct_from(one.caller_id),
            )
            .limit(1)
        )
        if waits is None:
            await tasks.end_raised(tx, case, f"retract:{one.consent_id}:{one.caller_id}")
    return one


__all__ = ["CALLED", "draw_up", "said", "tick_off_retraction"]
