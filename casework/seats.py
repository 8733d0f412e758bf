"""Seats: who has one, who waits for one, and who is asked next when one becomes free.

Whoever says that they come stands on the list, in the order of answers. Where seats are given out in order, the first
get theirs at once; later, when somebody drops out, the next is asked: the seat is held for them for a while, and theirs
once they say so. If they say nothing it goes on to the next, and they stand at the end. Everybody is told what is so.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from casework import access, house, notices
from casework.access import Act
from casework.actors import DELIVERY
from casework.notices import OfPlace
from casework.refusals import Invalid, NotAllowedByState
from casework.transaction import Transaction
from schema.base import new_id
from schema.cases import Case
from schema.invitations import Invitation, InvitationState, SeatState
from schema.occasions import UPCOMING, Occasion
from schema.seats import Seating

#: Nobody must answer sooner than this, unless it begins before; nor later than a day.
_HELD_AT_MOST = timedelta(hours=24)
_MOST = 2_000


async def arrange_seats(
    tx: Transaction, occasion_id: UUID, *, seats: int, held_back: int = 0, in_order: bool = True
) -> Seating:
    """Say how many seats there are at an occasion, how many of them are kept back for whoever is seated by hand, and
    whether the others are booked in the order of answers. Raises :class:`Invalid`, :class:`NotAllowedByState`.
    """
    occasion, case = await occasion_for(tx, occasion_id, Act.ARRANGE_SEATS)
    _refuse_over(tx, occasion)
    if not 0 <= seats <= _MOST:
        raise Invalid("seats", "Type how many seats there are, at most {most}.", most=_MOST)
    if not 0 <= held_back <= seats:
        raise Invalid("heldBack", "No more can be kept back than there are.")
    seating, asked = await _hall(tx, occasion.id)
    taken = _taken(asked, tx.now)
    if seats < taken:
        raise Invalid("seats", "Seats booked or held already: {taken}. Give some up first.", taken=taken)
    before = _said(seating) if seating else None
    if seating is None:
        seating = Seating(
            id=new_id(), organization_id=occasion.organization_id, occasion_id=occasion.id, case_id=occasion.case_id
        )
        tx.session.add(seating)
    else:
        seating.revision += 1
    seating.seats, seating.held_back, seating.in_order = seats, held_back, in_order
    await tx.session.flush()
    tx.record("seats.arranged", seating, case=case, before=before, after=_said(seating))
    # Whoever has come so far is seated at once: nobody was told yet that they wait.
    await follow(tx, occasion, at_once=before is None)
    return seating


async def book_seat(tx: Transaction, invitation_id: UUID, *, expected_revision: int) -> Invitation:
    """Book a seat by hand for somebody who comes, one that was kept back too. They are told. Raises
    :class:`NotAllowedByState`.
    """
    invitation, occasion, case = await _invited(tx, invitation_id, Act.BOOK_SEAT)
    tx.expect(invitation, expected_revision)
    _refuse_over(tx, occasion)
    if invitation.state is not InvitationState.COMING:
        raise NotAllowedByState("They have not said that they come. Record their answer first.")
    if invitation.booked:
        raise NotAllowedByState("They have a seat already.")
    await refuse_full(tx, invitation, _party(invitation))
    _book(tx, invitation)
    await tx.session.flush()
    await notices.tell_of_place(tx, occasion, invitation, OfPlace.BOOKED)
    tx.record("seat.booked", invitation, case=case)
    return invitation


async def give_up_seat(tx: Transaction, invitation_id: UUID, *, expected_revision: int) -> Invitation:
    """Take a booked or held seat from somebody, who is told and stands at the end of the list; the next is asked.
    Raises :class:`NotAllowedByState`.
    """
    invitation, occasion, case = await _invited(tx, invitation_id, Act.GIVE_UP_SEAT)
    tx.expect(invitation, expected_revision)
    _refuse_over(tx, occasion)
    if invitation.seat(tx.now) not in (SeatState.BOOKED, SeatState.HELD):
        raise NotAllowedByState("They have no seat.")
    _to_the_end(tx, invitation)
    await tx.session.flush()
    await notices.tell_of_place(tx, occasion, invitation, OfPlace.GIVEN_UP)
    tx.record("seat.given_up", invitation, case=case)
    await follow(tx, occasion, but=invitation.id)
    return invitation


async def record_clearance(
    tx: Transaction, invitation_id: UUID, *, cleared: bool, expected_revision: int
) -> Invitation:
    """Record that the court knows somebody by name and lets them in, or that it does not. Once booked and cleared,
    their page shows the link of a hearing by video, and nobody else's does. Raises :class:`NotAllowedByState`.
    """
    invitation, occasion, case = await _invited(tx, invitation_id, Act.RECORD_CLEARANCE)
    tx.expect(invitation, expected_revision)
    _refuse_over(tx, occasion)
    if invitation.state is InvitationState.WITHDRAWN:
        raise NotAllowedByState("This invitation was taken back.")
    invitation.cleared_at = tx.now if cleared else None
    await tx.session.flush()
    tx.record("clearance.recorded", invitation, case=case, after={"cleared": cleared})
    return invitation


async def follow(
    tx: Transaction, occasion: Occasion, *, but: UUID | None = None, own: UUID | None = None, at_once: bool = False
) -> int:
    """Put the list in order after an answer, and give out what is free: whoever answers now and fits is booked, and
    whoever waited is asked. Returns how many were seated or asked.

    ``own`` is whoever reads the outcome on their page at this moment, and needs no letter; ``but`` gets none now.
    ``at_once``: nobody is asked, all that fit are booked.
    """
    await tx.session.flush()
    async with house.acts(tx, DELIVERY):
        seating, asked = await _hall(tx, occasion.id)
        if seating is None:
            for one in asked:
                if one.state is not InvitationState.COMING:
                    _off_the_list(one)
            return 0
        for one in asked:
            if one.state is not InvitationState.COMING:
                _off_the_list(one)
            elif not one.booked and one.listed_at is None:
                one.listed_at = tx.now
            elif one.held_until is not None and one.held_until <= tx.now:
                _to_the_end(tx, one)
        given = 0
        ahead = occasion.state in UPCOMING and occasion.starts_at > tx.now
        if seating.in_order and ahead:
            free = seating.seats - seating.held_back - _taken(asked, tx.now)
            for one in _waiting(asked, tx.now):
                if one.id == but or _party(one) > free:
                    continue
                free -= _party(one)
                given += 1
                waited = not at_once and one.listed_at is not None and one.listed_at < tx.now
                if waited:
                    one.held_until = tx.now + min(_HELD_AT_MOST, (occasion.starts_at - tx.now) / 2)
                    one.revision += 1
                else:
                    _book(tx, one)
                if one.id != own:
                    await tx.session.flush()
                    await notices.tell_of_place(tx, occasion, one, OfPlace.HELD if waited else OfPlace.BOOKED)
    return given


async def line_up(tx: Transaction, occasion_id: UUID) -> None:
    """Wait for whoever is giving out seats at this occasion, before anything of it is locked: two who answer at once
    would otherwise wait for each other. Staff wait on the case, which they lock first; so does whoever has a link.
    """
    async with house.acts(tx, DELIVERY):
        seating = (
            await tx.session.execute(select(Seating.id, Seating.case_id).where(Seating.occasion_id == occasion_id))
        ).one_or_none()
        if seating is not None and seating.case_id is None:
            await tx.session.execute(select(Seating.id).where(Seating.id == seating.id).with_for_update())
    if seating is not None and seating.case_id is not None:
        async with house.acts(tx):
            await tx.session.execute(select(Case.id).where(Case.id == seating.case_id).with_for_update())


async def fits(tx: Transaction, invitation: Invitation, party: int) -> int | None:
    """How many seats are left for somebody who has one already and comes with more. None: enough."""
    async with house.acts(tx, DELIVERY):
        seating, asked = await _hall(tx, invitation.occasion_id)
    if seating is None or invitation.seat(tx.now) in (None, SeatState.LISTED):
        return None
    left = seating.seats - seating.held_back - _taken([one for one in asked if one.id != invitation.id], tx.now)
    return None if party <= max(left, _party(invitation)) else max(left, _party(invitation))


async def refuse_full(tx: Transaction, invitation: Invitation, party: int) -> None:
    """A seat is booked together with an answer, by hand: one that was kept back too. Raises
    :class:`NotAllowedByState`.
    """
    async with house.acts(tx, DELIVERY):
        seating, asked = await _hall(tx, invitation.occasion_id)
    others = _taken([one for one in asked if one.id != invitation.id], tx.now)
    if seating is not None and others + party > seating.seats:
        raise NotAllowedByState(
            "Booked or held: {taken} of {seats} seats. Give one up first.",
            seats=seating.seats, taken=others,
        )  # fmt: skip


def accept(tx: Transaction, invitation: Invitation) -> None:
    """They said yes to the seat that is held for them."""
    if invitation.seat(tx.now) is SeatState.HELD:
        _book(tx, invitation)


async def lapse(tx: Transaction, *, limit: int = 200) -> int:
    """Seats that were held and not taken go to whoever is next. As DELIVERY. Returns at how many occasions."""
    of = (
        select(Invitation.occasion_id)
        .where(Invitation.held_until <= tx.now, Invitation.booked.is_(False))
        .distinct()
        .limit(limit)
    )
    found = list(await tx.session.scalars(of))
    for occasion_id in found:
        await line_up(tx, occasion_id)
        await follow(tx, await tx.session.get_one(Occasion, occasion_id))
    return len(found)


async def occasion_for(tx: Transaction, occasion_id: UUID, act: Act) -> tuple[Occasion, Case | None]:
    """The occasion, locked for this act; of no case, for whoever may draft an action without one."""
    occasion = await access.seen(tx, Occasion, occasion_id)
    if occasion.case_id is not None:
        return await access.record_for(tx, Occasion, occasion_id, act)
    await access.permit_in_organization(tx, occasion.organization_id, Act.DRAFT_ACTION_WITHOUT_CASE)
    return occasion, None


async def invitation_for(tx: Transaction, invitation_id: UUID, act: Act) -> tuple[Invitation, Case | None]:
    """The invitation, locked for this act."""
    invitation = await access.seen(tx, Invitation, invitation_id)
    if invitation.case_id is not None:
        return await access.record_for(tx, Invitation, invitation_id, act)
    await access.permit_in_organization(tx, invitation.organization_id, Act.DRAFT_ACTION_WITHOUT_CASE)
    await line_up(tx, invitation.occasion_id)
    await tx.session.refresh(invitation, with_for_update=True)
    return invitation, None


async def _invited(tx: Transaction, invitation_id: UUID, act: Act) -> tuple[Invitation, Occasion, Case | None]:
    invitation, case = await invitation_for(tx, invitation_id, act)
    return invitation, await tx.session.get_one(Occasion, invitation.occasion_id), case


async def _hall(tx: Transaction, occasion_id: UUID) -> tuple[Seating | None, list[Invitation]]:
    """The seats and everybody who was asked, locked in one order, so that two answers never take one seat."""
    seating = await tx.session.scalar(
        select(Seating).where(Seating.occasion_id == occasion_id).with_for_update().execution_options(
            populate_existing=True
        )
    )  # fmt: skip
    asked = select(Invitation).where(Invitation.occasion_id == occasion_id).order_by(Invitation.id)
    if seating is not None:
        asked = asked.with_for_update().execution_options(populate_existing=True)
    else:
        asked = asked.where(Invitation.listed_at.is_not(None) | Invitation.held_until.is_not(None))
    return seating, list(await tx.session.scalars(asked))


def _waiting(asked: list[Invitation], now: datetime) -> list[Invitation]:
    waiting = [one for one in asked if one.seat(now) is SeatState.LISTED]
    return sorted(waiting, key=lambda one: (one.listed_at or now, one.answered_at or now, one.id))


def _taken(asked: list[Invitation], now: datetime) -> int:
    return sum(_party(one) for one in asked if one.seat(now) in (SeatState.BOOKED, SeatState.HELD))


def _party(invitation: Invitation) -> int:
    return invitation.party_size or 1


def _book(tx: Transaction, invitation: Invitation) -> None:
    invitation.booked, invitation.held_until = True, None
    invitation.listed_at = invitation.listed_at or tx.now
    invitation.revision += 1


def _to_the_end(tx: Transaction, invitation: Invitation) -> None:
    invitation.booked, invitation.held_until, invitation.listed_at = False, None, tx.now
    invitation.revision += 1


def _off_the_list(invitation: Invitation) -> None:
    invitation.booked, invitation.held_until, invitation.listed_at = False, None, None


def _refuse_over(tx: Transaction, occasion: Occasion) -> None:
    if occasion.state not in UPCOMING or occasion.ends_at <= tx.now:
        raise NotAllowedByState("This is over or was called off. There are no seats to give out.")


def _said(seating: Seating) -> dict[str, object]:
    return {"seats": seating.seats, "held_back": seating.held_back, "in_order": seating.in_order}


__all__ = [
    "accept",
    "arrange_seats",
    "book_seat",
    "fits",
    "follow",
    "give_up_seat",
    "invitation_for",
    "lapse",
    "line_up",
    "occasion_for",
    "record_clearance",
    "refuse_full",
]
