"""Saying that one knows of a change, and what staff heard on the telephone.

A word on an older change never counts for a newer one: whoever answers says which sequence of the date they saw.
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import exists, select

from casework import access, house, notices
from casework.access import Act
from casework.actors import DELIVERY, Link
from casework.changes.following import settle_tasks
from casework.notices import LETTER_OF_CHANGE
from casework.refusals import Invalid, NotAllowedByState, NotFound, NotPermitted
from casework.transaction import Transaction
from schema.advocacy import AdvocacyAction
from schema.cases import Case
from schema.changes import Acknowledgement, CallOutcome, HowAcknowledged, HowEnded
from schema.invitations import Audience, Invitation
from schema.notices import ARRIVED, UNSENT, Notice
from schema.occasions import Occasion
from schema.people import Channel, Contact, Person

#: Whose telephone may be shared, or held by somebody who must not know.
_HEARD_BY_OTHERS = (Audience.CLIENT, Audience.FAMILY_CONTACT)


async def acknowledge_change(tx: Transaction, occasion_id: UUID, *, sequence: int) -> list[Acknowledgement]:
    """Say, signed in, that one knows of an occasion's newest change. ``sequence`` is the date's as it stood on the
    page. Saying it twice changes nothing. Raises :class:`NotFound` when one was told of no change, and
    :class:`NotAllowedByState` when it has changed again.
    """
    theirs = await _open_of(tx, Acknowledgement.occasion_id == occasion_id, Acknowledgement.person_id == tx.somebody)
    if not theirs and not await tx.session.scalar(
        select(Acknowledgement.id).where(
            Acknowledgement.occasion_id == occasion_id, Acknowledgement.person_id == tx.somebody
        ).limit(1)
    ):  # fmt: skip
        raise NotFound
    _refuse_older(theirs, sequence)
    return await _acknowledge(tx, theirs, HowAcknowledged.APP)


async def acknowledge_on_page(tx: Transaction, *, sequence: int) -> list[Acknowledgement]:
    """Say so with the button behind a letter's link: no account, and no answer to the invitation. Twice changes
    nothing. Raises :class:`NotFound`, and :class:`NotAllowedByState` when it has changed again.
    """
    if not isinstance(tx.actor, Link):
        raise NotFound
    invitation = await tx.session.get(Invitation, tx.actor.id, with_for_update=True)
    occasion = await tx.session.get(Occasion, invitation.occasion_id) if invitation else None
    if invitation is None or occasion is None:
        raise NotFound
    if sequence != occasion.sequence:
        raise NotAllowedByState("It has changed again since you opened this page. Look at what it says now.")
    invitation.acknowledged_sequence = occasion.sequence
    await tx.session.flush()
    return await answered(tx, invitation, occasion, HowAcknowledged.PAGE)


async def acknowledge_own(tx: Transaction, occasion_id: UUID, *, sequence: int) -> list[Acknowledgement]:
    """Say so with the button on the page of one's own dates. Twice changes nothing. Raises :class:`NotFound` when one
    was told of no change of this date, and :class:`NotAllowedByState` when it has changed again.
    """
    if not isinstance(tx.actor, Link) or tx.actor.person_id is None:
        raise NotFound
    occasion = await tx.session.get(Occasion, occasion_id)
    of_date = Acknowledgement.occasion_id == occasion_id, Acknowledgement.person_id == tx.actor.person_id
    if occasion is None or not await tx.session.scalar(select(Acknowledgement.id).where(*of_date).limit(1)):
        raise NotFound
    if sequence != occasion.sequence:
        raise NotAllowedByState("It has changed again since you opened this page. Look at what it says now.")
    return await _acknowledge(tx, await _open_of(tx, *of_date), HowAcknowledged.PAGE)


async def answered(
    tx: Transaction, invitation: Invitation, occasion: Occasion, how: HowAcknowledged
) -> list[Acknowledgement]:
    """Somebody answered an invitation knowing the date as it stands: they know of its newest change, too."""
    theirs = await _open_of(
        tx,
        Acknowledgement.occasion_id == occasion.id,
        Acknowledgement.person_id == invitation.person_id,
        Acknowledgement.sequence == occasion.sequence,
    )
    return await _acknowledge(tx, theirs, how)


async def acknowledge_by_text(tx: Transaction, person_id: UUID) -> list[Acknowledgement]:
    """Somebody answered "1" to a text message: they know of every change they were told of. As the system actor
    DELIVERY. A change of which no letter has reached them yet is none of those, nor one whose text has not left: the
    "1" was for an earlier text. Twice changes nothing.
    """
    theirs = await _open_of(
        tx,
        Acknowledgement.person_id == person_id,
        exists().where(LETTER_OF_CHANGE, Notice.state.in_(ARRIVED)),
        ~exists().where(LETTER_OF_CHANGE, Notice.channel == Channel.SMS, Notice.state.in_(UNSENT)),
    )
    return await _acknowledge(tx, theirs, HowAcknowledged.TEXT)


async def record_reached(
    tx: Transaction, acknowledgement_id: UUID, *, outcome: CallOutcome, replaced_by_id: UUID | None = None
) -> Acknowledgement:
    """Record that somebody of staff called them: reached, left a message, or nobody answered. Reached, they know. A
    message left gives them the same time once more; for a client or their family none is left, for others may hear it.
    To a number that is somebody else's nothing is written any more. ``replaced_by_id``: who comes in their place;
    nothing is owed then. What was answered meanwhile stays answered. Raises :class:`NotAllowedByState`,
    :class:`Invalid`.
    """
    owed, case = await _owed_for(tx, acknowledgement_id, Act.RECORD_REACHED)
    if owed.ended_at is not None:
        raise NotAllowedByState("Nothing is owed for this change any more. Look at what the page says now.")
    if outcome is CallOutcome.LEFT_MESSAGE and owed.audience in _HEARD_BY_OTHERS:
        raise Invalid("outcome", "Leave no message for a client or their family: others may hear it. Call again.")
    if replaced_by_id is not None:
        await _replace(tx, owed, case, replaced_by_id)
    if owed.acknowledged_at is not None:
        return owed
    owed.call_outcome, owed.called_at, owed.called_by_id = outcome, tx.now, tx.somebody
    if outcome is CallOutcome.LEFT_MESSAGE and owed.due_by is not None and owed.next_call_at is not None:
        owed.next_call_at = max(owed.next_call_at, tx.now + (owed.due_by - owed.owed_since))
    if outcome is CallOutcome.WRONG_NUMBER:
        await _write_there_no_more(tx, owed.person_id)
    await tx.session.flush()
    # Not whom: once their sign-up is gone, nothing may lead to them, and the trail stays for good.
    tx.record("change.called", owed, case=case, after={"outcome": outcome, "occasion_id": owed.occasion_id})
    if replaced_by_id is not None:
        owed.ended_at, owed.ended_how, owed.replaced_by_id = tx.now, HowEnded.REPLACED, replaced_by_id
        owed.next_call_at = None
        await tx.session.flush()
        await settle_tasks(tx, [owed])
    elif outcome is CallOutcome.REACHED:
        await _acknowledge(tx, [owed], HowAcknowledged.CALLED)
    return owed


async def _write_there_no_more(tx: Transaction, person_id: UUID) -> None:
    """A stranger answered: texts would reach them, too. Whoever keeps the address book types the number anew."""
    numbers = await tx.session.scalars(
        select(Contact)
        .where(Contact.person_id == person_id, Contact.channel == Channel.SMS, Contact.bounced_at.is_(None))
        .with_for_update()
    )
    for one in numbers:
        one.bounced_at = tx.now


async def _replace(tx: Transaction, owed: Acknowledgement, case: Case | None, person_id: UUID) -> None:
    person = await access.seen(tx, Person, person_id)
    if person.id == owed.person_id or person.removed_at is not None:
        raise Invalid("replacedById", "Say which other person comes in their place.")
    if case is not None:
        await access.refuse_walled(tx, case.id, person.id, "replacedById")


async def resend_change(tx: Transaction, acknowledgement_id: UUID, *, channel: Channel) -> Acknowledgement:
    """Write once more to somebody who has not answered, on this channel: what changed, as it stands now. Raises
    :class:`NotAllowedByState`, and :class:`Invalid` where they can't be reached that way.
    """
    owed, case = await _owed_for(tx, acknowledgement_id, Act.RESEND_CHANGE)
    if owed.acknowledged_at is not None or owed.ended_at is not None:
        raise NotAllowedByState("They have answered already, or nothing is owed any more. Nothing was sent.")
    # Their browsers are nobody else's to count; that they can be reached there the house may know.
    async with house.acts(tx, DELIVERY):
        reached = (await notices.wishes_of(tx, [owed.person_id]))[owed.person_id].live
    if channel not in reached:
        raise Invalid("channel", "They can't be reached this way. Choose another, or call them.")
    if not await notices.write_again(tx, owed, channel):
        raise NotAllowedByState("This date has passed, or they were never written to. Call them.")
    tx.record("change.resent", owed, case=case, after={"channel": channel, "occasion_id": owed.occasion_id})
    return owed


async def _owed_for(tx: Transaction, acknowledgement_id: UUID, act: Act) -> tuple[Acknowledgement, Case | None]:
    """A word somebody owes, locked, for whoever of the legal team calls them, or who leads the action."""
    owed = await access.seen(tx, Acknowledgement, acknowledgement_id)
    case: Case | None = None
    if owed.case_id is not None:
        owed, case = await access.record_for(tx, Acknowledgement, acknowledgement_id, act)
        seat = (await access.seats(tx, [case.id])).get(case.id)
        if seat is not None and not seat.legal and not await _leads(tx, owed.occasion_id):
            raise NotPermitted(who="the case's coordinator")
    else:
        await access.permit_in_organization(tx, owed.organization_id, Act.DRAFT_ACTION_WITHOUT_CASE)
        await tx.session.refresh(owed, with_for_update=True)
    return owed, case


async def _leads(tx: Transaction, occasion_id: UUID) -> bool:
    led = select(AdvocacyAction.id).where(
        AdvocacyAction.occasion_id == occasion_id, AdvocacyAction.lead_id == tx.person_id
    )
    return await tx.session.scalar(led.limit(1)) is not None


async def _open_of(tx: Transaction, *which: object) -> list[Acknowledgement]:
    """What nobody has answered of these, owed or not; locked, so that two answers are one."""
    found = await tx.session.scalars(
        select(Acknowledgement)
        .where(*which, Acknowledgement.acknowledged_at.is_(None), Acknowledgement.ended_at.is_(None))  # type: ignore[arg-type]
        .order_by(Acknowledgement.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return list(found)


def _refuse_older(theirs: Iterable[Acknowledgement], sequence: int) -> None:
    if any(one.sequence > sequence for one in theirs):
        raise NotAllowedByState("It has changed again since you opened this page. Look at what it says now.")


async def _acknowledge(tx: Transaction, theirs: list[Acknowledgement], how: HowAcknowledged) -> list[Acknowledgement]:
    for one in theirs:
        one.acknowledged_at, one.how, one.next_call_at = tx.now, how, None
    await tx.session.flush()
    for one in theirs:
        tx.record("change.acknowledged", one, after={"how": how, "occasion_id": one.occasion_id})
    await settle_tasks(tx, theirs)
    return theirs


__all__ = ["acknowledge_by_text", "acknowledge_change", "acknowledge_on_page", "acknowledge_own", "answered",
           "record_reached", "resend_change"]  # fmt: skip
