"""Answering an invitation, and what follows for seats, rides and letters."""

from __future__ import annotations

from uuid import UUID

from casework import changes, companions, notices, seats
from casework.access import Act
from casework.actors import DELIVERY, Link
from casework.notices import OfPlace
from casework.refusals import Invalid, NotAllowedByState, NotFound
from casework.transaction import Transaction
from schema.changes import HowAcknowledged
from schema.invitations import Invitation, InvitationState
from schema.occasions import Occasion, OccasionState
from schema.people import Person

_ANSWERS = frozenset({InvitationState.COMING, InvitationState.MAYBE, InvitationState.NOT_COMING})
#: More than this is no one's party.
_PARTY = 20
_NEEDS = 300


async def answer_invitation(
    tx: Transaction,
    invitation_id: UUID,
    *,
    state: InvitationState,
    party_size: int | None = None,
    booked: bool | None = None,
    sequence: int | None = None,
    needs: str | None = None,
) -> Invitation:
    """Record an answer: by the invited person on their page or from their calendar, or by staff who were told on the
    telephone. ``needs`` are what they need to take part; nothing leaves what was said before, and a dash takes it away.

    To come is to stand on the list for a seat, or to take the one that is held. Whoever's answer is changed on their
    page is told so: a page that was passed on must not answer for them in silence. Answering says, too, that the
    present date is known. ``sequence`` is the date's as it stood on the page: an answer to an older one is none.

    Raises :class:`Invalid`, :class:`NotAllowedByState`.
    """
    invitation = await _answerable(tx, invitation_id)
    if state not in _ANSWERS:
        raise Invalid("state", "The answer is coming, maybe, or not coming.")
    occasion = await tx.session.get_one(Occasion, invitation.occasion_id)
    if invitation.state is InvitationState.WITHDRAWN:
        raise NotAllowedByState("This invitation was taken back.")
    if occasion.state is OccasionState.CANCELLED:
        raise NotAllowedByState("This was called off. There is nothing to answer.")
    if occasion.ends_at <= tx.now:
        raise NotAllowedByState("This is over. Thank you for having thought of it.")
    if sequence is not None and sequence != occasion.sequence:
        raise NotAllowedByState("It has changed again since you opened this page. Look at what it says now.")
    if party_size is not None and not 1 <= party_size <= _PARTY:
        raise Invalid("partySize", "Between 1 and {most} people, you included.", most=_PARTY)
    needs = " ".join((needs or "").split()) or None
    if needs and len(needs) > _NEEDS:
        raise Invalid("needs", "That is longer than {most} letters.", most=_NEEDS)
    if state is InvitationState.COMING and party_size is not None:
        left = await seats.fits(tx, invitation, party_size)
        if left is not None:
            raise Invalid("partySize", "Your seat is booked for {left}. For more, there is no room.", left=left)
    if booked and state is InvitationState.COMING:
        await seats.refuse_full(tx, invitation, party_size or 1)
    before, by_calendar = invitation.state, tx.actor == DELIVERY
    invitation.state = state
    # A calendar says for whom it answers, and not how many come along.
    party_size = party_size or (invitation.party_size if by_calendar else None)
    invitation.party_size = (party_size or 1) if state is not InvitationState.NOT_COMING else None
    invitation.declined_at = tx.now if state is InvitationState.NOT_COMING else None
    if booked is not None:
        invitation.booked = booked and state is InvitationState.COMING
    invitation.answered_at = tx.now
    invitation.acknowledged_sequence = occasion.sequence
    invitation.revision += 1
    if state is InvitationState.COMING:
        seats.accept(tx, invitation)
    if needs is not None:
        await _keep_needs(tx, invitation, None if needs in ("-", "–") else needs)
    await tx.session.flush()
    await notices.follow_answer(tx, invitation)
    if before is InvitationState.NOT_COMING and state is not before and not by_calendar:
        # Whoever said no has no entry any more, or an old one: nobody wrote to them since.
        await notices.tell_entry_changed(tx, occasion, only=invitation)
    how = HowAcknowledged.CALENDAR if by_calendar else HowAcknowledged.CALLED
    await changes.answered(tx, invitation, occasion, HowAcknowledged.PAGE if isinstance(tx.actor, Link) else how)
    on_page = isinstance(tx.actor, Link)
    if on_page and before in _ANSWERS and state is not before:
        await notices.tell_of_place(tx, occasion, invitation, OfPlace.ANSWERED)
    await companions.follow(tx, invitation)
    await seats.follow(tx, occasion, own=invitation.id if on_page else None)
    tx.record(
        "invitation.answered", invitation, before={"state": before}, after={"state": state},
        fields=["needs"] if needs is not None else [],
    )  # fmt: skip
    return invitation


async def _keep_needs(tx: Transaction, invitation: Invitation, needs: str | None) -> None:
    person = await tx.session.get_one(Person, invitation.person_id)
    await tx.unlock([person.vault_key_id])
    invitation.needs = tx.seal(Invitation, invitation.id, "needs", person.vault_key_id, needs)


async def _answerable(tx: Transaction, invitation_id: UUID) -> Invitation:
    if isinstance(tx.actor, Link):
        known = await tx.session.get(Invitation, invitation_id)
        if known is None or known.id != tx.actor.id:
            raise NotFound
        await seats.line_up(tx, known.occasion_id)
        invitation = await tx.session.get(Invitation, invitation_id, with_for_update=True, populate_existing=True)
        if invitation is None or invitation.id != tx.actor.id:
            raise NotFound
        # A link that came early, or whose date was put off, shows nothing yet: there is nothing to say yes to.
        if await tx.session.get(Occasion, invitation.occasion_id) is None:
            raise NotFound
        return invitation
    if tx.actor == DELIVERY:
        # Whoever took the mail in has asked whose answer it is.
        await seats.line_up(tx, (await tx.session.get_one(Invitation, invitation_id)).occasion_id)
        return await tx.session.get_one(Invitation, invitation_id, with_for_update=True, populate_existing=True)
    invitation, _ = await seats.invitation_for(tx, invitation_id, Act.WITHDRAW_INVITATION)
    return invitation


__all__ = ["answer_invitation"]
