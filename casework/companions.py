"""Companions: rides and somebody to go with, among those who were asked to one occasion.

One offers places from a town, another asks and goes along with an offer. Before two are a pair neither reads anything
of the other but the town and the hour; afterwards each reads what the other wrote of how to be reached. An address is
never asked for. Whoever leads the action sees who goes with whom, and may pair people by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from uuid import UUID

from sqlalchemy import func, select

from casework import access, house, notices, seats
from casework.access import Act
from casework.actors import DELIVERY, Link
from casework.notices import OfPlace
from casework.refusals import Invalid, NotAllowedByState, NotFound
from casework.transaction import Transaction
from schema.base import new_id
from schema.cases import Case
from schema.companions import Companion, CompanionKind
from schema.invitations import Invitation, InvitationState
from schema.occasions import UPCOMING, Occasion
from schema.people import Person

#: More than this is a bus.
_PLACES = 8
_TOWN, _CONTACT = 60, 120
#: So often one invitation offers or asks anew, of one kind. Each time somebody else may be met and their number read:
#: a page that was passed on must not collect everybody's.
_OFTEN = 5
#: Offers shown on one page.
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Offer:
    """What an offer tells whoever was asked as well."""

    id: UUID
    town: str | None
    leaves_at: time | None
    #: Places left.
    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """One kind of company, as one invited person sees it."""

    kind: CompanionKind
    #: Theirs, if they offer or ask.
    mine: UUID | None = None
    #: How many places they offer; None when they ask.
    places: int | None = None
    town: str | None = None
    leaves_at: time | None = None
    #: How those are reached with whom they go.
    with_them: tuple[str, ...] = ()
    #: They go with somebody, or somebody with them.
    paired: bool = False
    offers: tuple[Offer, ...] = ()


async def offer_company(
    tx: Transaction,
    invitation_id: UUID,
    kind: CompanionKind,
    *,
    places: int | None,
    town: str | None = None,
    leaves_at: time | None = None,
    contact: str | None = None,
) -> Companion:
    """Offer places in a car, or to go with somebody new; or ask for one, with no ``places``. What was said before of
    this kind is ended. By the invited person on their page. Raises :class:`Invalid`, :class:`NotAllowedByState`.
    """
    invitation, occasion = await _mine(tx, invitation_id)
    if invitation.state is InvitationState.NOT_COMING:
        raise NotAllowedByState("Say first that you come.")
    if places is not None and not 1 <= places <= _PLACES:
        raise Invalid("places", "Between 1 and {most} places.", most=_PLACES)
    town = " ".join((town or "").split()) or None
    if kind is CompanionKind.RIDE and town is None:
        raise Invalid("town", "Say from which town.")
    if town and (len(town) > _TOWN or any(letter.isdigit() for letter in town)):
        raise Invalid("town", "Only the town, without street or number.")
    contact = " ".join((contact or "").split()) or None
    if contact is None:
        raise Invalid("contact", "Say by which name and number the other reaches you. Only they read it.")
    if len(contact) > _CONTACT:
        raise Invalid("contact", "That is longer than {most} letters.", most=_CONTACT)
    person = await tx.session.get_one(Person, invitation.person_id)
    await tx.unlock([person.vault_key_id])
    async with house.acts(tx, DELIVERY):
        said = select(func.count()).where(Companion.invitation_id == invitation.id, Companion.kind == kind)
        if (await tx.session.scalar(said) or 0) >= _OFTEN:
            raise NotAllowedByState("This was changed often already. Call whoever asked you to come.")
        await _end(tx, await _standing(tx, invitation.id, kind))
        companion_id = new_id()
        companion = Companion(
            id=companion_id, organization_id=invitation.organization_id, occasion_id=occasion.id,
            case_id=invitation.case_id, invitation_id=invitation.id, person_id=invitation.person_id, kind=kind,
            places=places, town=town, leaves_at=leaves_at if kind is CompanionKind.RIDE else None,
            contact=tx.seal(Companion, companion_id, "contact", person.vault_key_id, contact),
        )  # fmt: skip
        tx.session.add(companion)
        await tx.session.flush()
    tx.record("company.offered", companion, after={"kind": kind, "places": places})
    return companion


async def join_company(tx: Transaction, invitation_id: UUID, offer_id: UUID) -> Companion:
    """Go along with an offer, having asked. By the invited person on their page. Raises :class:`NotFound`,
    :class:`NotAllowedByState`.
    """
    invitation, occasion = await _mine(tx, invitation_id)
    async with house.acts(tx, DELIVERY):
        offer = await tx.session.get(Companion, offer_id, with_for_update=True)
        if offer is None or offer.occasion_id != occasion.id or offer.places is None:
            raise NotFound
        asking = await _standing(tx, invitation.id, offer.kind)
        if asking is None or asking.places is not None:
            raise NotAllowedByState("Ask first: then the other knows how to reach you.")
        await _pair(tx, occasion, asking, offer)
    tx.record("company.joined", asking)
    return asking


async def pair_companions(tx: Transaction, asking_id: UUID, offer_id: UUID | None) -> Companion:
    """Put somebody who asks with an offer, by hand, or with none: both are told. Raises :class:`Invalid`,
    :class:`NotAllowedByState`.
    """
    asking, _ = await _companion_for(tx, asking_id, Act.PAIR_COMPANIONS)
    occasion = await tx.session.get_one(Occasion, asking.occasion_id)
    if asking.ended_at is not None or asking.places is not None:
        raise NotAllowedByState("This is no request any more.")
    async with house.acts(tx, DELIVERY):
        before = asking.joined_id
        if offer_id is None:
            if before is None:
                raise NotAllowedByState("They go with nobody yet.")
            asking.joined_id = None
            asking.revision += 1
            await tx.session.flush()
            await _tell(tx, occasion, [asking.invitation_id, await _invitation_of(tx, before)])
        else:
            offer = await tx.session.get(Companion, offer_id, with_for_update=True)
            if offer is None or offer.occasion_id != asking.occasion_id or offer.kind is not asking.kind:
                raise Invalid("offerId", "Choose an offer for the same date.")
            await _pair(tx, occasion, asking, offer)
    tx.record("company.paired", asking, before={"joined": before}, after={"joined": offer_id})
    return asking


async def end_company(tx: Transaction, invitation_id: UUID, kind: CompanionKind) -> None:
    """They offer or ask no more; whoever went with them is told, and asks again. By the invited person on their page.
    Raises :class:`NotFound`.
    """
    invitation, _ = await _mine(tx, invitation_id, ahead=False)
    async with house.acts(tx, DELIVERY):
        standing = await _standing(tx, invitation.id, kind)
        if standing is None:
            raise NotFound
        await _end(tx, standing)
    tx.record("company.ended", standing)


async def follow(tx: Transaction, invitation: Invitation) -> None:
    """Whoever does not come any more takes nobody along."""
    if invitation.state in (InvitationState.NOT_COMING, InvitationState.WITHDRAWN):
        async with house.acts(tx, DELIVERY):
            for kind in CompanionKind:
                await _end(tx, await _standing(tx, invitation.id, kind))


async def company(tx: Transaction, link: Link) -> list[Company]:
    """Both kinds, as the person behind this link sees them. Raises :class:`NotFound` where there is none to see."""
    invitation, _ = await _mine(tx, link.id)
    async with house.acts(tx, DELIVERY):
        return [await _company(tx, invitation, kind) for kind in CompanionKind]


async def _company(tx: Transaction, invitation: Invitation, kind: CompanionKind) -> Company:
    mine = await _standing(tx, invitation.id, kind)
    joined = await _joined(tx, [mine.id]) if mine is not None and mine.places is not None else []
    others = joined
    if mine is not None and mine.joined_id is not None:
        others = [await tx.session.get_one(Companion, mine.joined_id)]
    await tx.unlock([one.contact for one in others])
    seeks = mine is not None and mine.places is None and mine.joined_id is None
    return Company(
        kind=kind,
        mine=mine.id if mine else None,
        places=mine.places if mine else None,
        town=mine.town if mine else None,
        leaves_at=mine.leaves_at if mine else None,
        with_them=tuple(tx.open(one, "contact") or "" for one in others),
        paired=bool(others),
        offers=await _offers(tx, invitation, kind) if mine is None or seeks else (),
    )


async def _offers(tx: Transaction, invitation: Invitation, kind: CompanionKind) -> tuple[Offer, ...]:
    found = list(
        await tx.session.scalars(
            select(Companion)
            .where(
                Companion.occasion_id == invitation.occasion_id, Companion.kind == kind,
                Companion.places.is_not(None), Companion.ended_at.is_(None), Companion.invitation_id != invitation.id,
            )
            .order_by(Companion.town, Companion.leaves_at, Companion.id)
        )
    )  # fmt: skip
    taken = await _taken(tx, [one.id for one in found])
    open_ = [Offer(one.id, one.town, one.leaves_at, (one.places or 0) - taken.get(one.id, 0)) for one in found]
    return tuple(one for one in open_ if one.left > 0)[:_SHOWN]


async def _pair(tx: Transaction, occasion: Occasion, asking: Companion, offer: Companion) -> None:
    if offer.ended_at is not None or offer.places is None:
        raise NotAllowedByState("This offer has ended. Look for another.")
    if asking.joined_id is not None:
        raise NotAllowedByState("They go with somebody already.")
    if (await _taken(tx, [offer.id])).get(offer.id, 0) >= offer.places:
        raise NotAllowedByState("No place is left there. Look for another.")
    asking.joined_id = offer.id
    asking.revision += 1
    await tx.session.flush()
    await _tell(tx, occasion, [offer.invitation_id, asking.invitation_id])


async def _end(tx: Transaction, companion: Companion | None) -> None:
    if companion is None:
        return
    told = [await _invitation_of(tx, companion.joined_id)] if companion.joined_id else []
    for one in await _joined(tx, [companion.id]):
        one.joined_id = None
        one.revision += 1
        told.append(one.invitation_id)
    companion.ended_at, companion.joined_id, companion.contact = tx.now, None, None
    companion.revision += 1
    await tx.session.flush()
    await _tell(tx, await tx.session.get_one(Occasion, companion.occasion_id), told)


async def _tell(tx: Transaction, occasion: Occasion, invited: Sequence[UUID]) -> None:
    for invitation_id in invited:
        if isinstance(tx.actor, Link) and tx.actor.id == invitation_id:
            continue
        invitation = await tx.session.get_one(Invitation, invitation_id)
        await notices.tell_of_place(tx, occasion, invitation, OfPlace.COMPANY)


async def _invitation_of(tx: Transaction, companion_id: UUID) -> UUID:
    return (await tx.session.get_one(Companion, companion_id)).invitation_id


async def _standing(tx: Transaction, invitation_id: UUID, kind: CompanionKind) -> Companion | None:
    found: Companion | None = await tx.session.scalar(
        select(Companion)
        .where(Companion.invitation_id == invitation_id, Companion.kind == kind, Companion.ended_at.is_(None))
        .with_for_update()
    )
    return found


async def _joined(tx: Transaction, offers: Sequence[UUID]) -> list[Companion]:
    return list(
        await tx.session.scalars(select(Companion).where(Companion.joined_id.in_(offers)).order_by(Companion.id))
    )


async def _taken(tx: Transaction, offers: Sequence[UUID]) -> dict[UUID, int]:
    counted = select(Companion.joined_id, func.count()).where(Companion.joined_id.in_(offers))
    rows = await tx.session.execute(counted.group_by(Companion.joined_id))
    return {offer: count for offer, count in rows if offer is not None}


async def _mine(tx: Transaction, invitation_id: UUID, *, ahead: bool = True) -> tuple[Invitation, Occasion]:
    """The invitation of whoever holds this link, to what lies ahead."""
    invitation = await tx.session.get(Invitation, invitation_id)
    if not isinstance(tx.actor, Link) or tx.actor.id != invitation_id or invitation is None:
        raise NotFound
    occasion = await tx.session.get(Occasion, invitation.occasion_id)
    if occasion is None or invitation.state is InvitationState.WITHDRAWN:
        raise NotFound
    if ahead and (occasion.state not in UPCOMING or occasion.starts_at <= tx.now):
        raise NotAllowedByState("This is over or was called off. Nobody has to go there.")
    return invitation, occasion


async def _companion_for(tx: Transaction, companion_id: UUID, act: Act) -> tuple[Companion, Case | None]:
    companion = await access.seen(tx, Companion, companion_id)
    _, case = await seats.occasion_for(tx, companion.occasion_id, act)
    await tx.session.refresh(companion, with_for_update=True)
    return companion, case


__all__ = ["Company", "Offer", "company", "end_company", "follow", "join_company", "offer_company", "pair_companions"]
