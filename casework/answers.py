"""What the page behind an invitation shows: the card, the answer so far, and what became of the date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import or_, select

from casework import calendar, disclosure, house, times, titles
from casework.actors import DELIVERY, Link
from casework.card import BondAsked, Card, Held
from casework.clearance import Clearance
from casework.language import spoken
from casework.refusals import NotFound
from casework.transaction import Transaction
from schema.advocacy import AdvocacyAction
from schema.bond import BondAmount, BondFund
from schema.cases import Case, CaseContact
from schema.changes import Acknowledgement
from schema.court_access import ObserverRules
from schema.custody import Whereabouts
from schema.facilities import Facility
from schema.hearings import Hearing
from schema.invitations import Invitation, InvitationState, SeatState
from schema.notices import LetterKind, Notice
from schema.occasions import UPCOMING, Medium, Occasion, OccasionState
from schema.organizations import Organization
from schema.people import Person, PersonKind
from schema.seats import Seating


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One invitation, as its page shows it now."""

    #: None: it was taken back, or may not be shown any more.
    card: Card | None
    state: InvitationState
    party_size: int | None
    #: Who is asked, to be greeted by.
    invited: str
    #: They are an official, whose page is opened by whoever keeps their calendar as well.
    office: bool
    language: str
    organization: str
    phone: str | None
    #: The public name, here and nowhere that is kept, while the client's consent stands.
    name: str | None
    #: Where the client is held, as near as they may be told it.
    held: Held | None
    #: What is asked for the release, as far as they may be told it.
    bond: BondAsked | None
    #: What they were told before, when it moved and they have not answered since.
    moved_from: str | None
    moved_zone: str | None
    moved_hour_known: bool
    #: Which version of the date this is: an answer says which one it saw.
    sequence: int
    #: They were told of its newest change, and have not said that they know; or have said so.
    unconfirmed: bool
    #: And somebody calls them when they do not say so.
    owed: bool
    confirmed: bool
    over: bool
    #: Their seat, where seats are given out: on the list, held until then, or booked. To come is not to be booked.
    seat: SeatState | None
    held_until: datetime | None
    #: There are not seats for everybody.
    seated: bool
    #: They said what they need. What, the page does not say: whoever it was passed on to would read it.
    needs_noted: bool
    #: What observers are to know of the place.
    rules: ObserverRules | None
    #: For whoever is booked, and cleared by name.
    join_url: str | None


async def page(tx: Transaction, link: Link) -> Page:
    """What stands behind this link now, as the invited person. Raises :class:`NotFound`."""
    invitation = await tx.session.get(Invitation, link.id)
    if invitation is None:
        raise NotFound
    person = await tx.session.get_one(Person, invitation.person_id)
    occasion = await tx.session.get(Occasion, invitation.occasion_id)
    host = await disclosure.host(tx, occasion) if occasion is not None else None
    if host is None:
        host = await tx.session.get_one(Organization, invitation.organization_id)
    card = name = held = bond = None
    if occasion is not None and invitation.state is not InvitationState.WITHDRAWN:
        card = await disclosure.card_for(tx, occasion, invitation.audience, invitation=invitation)
        if card is not None and (facts := await disclosure.facts_of(tx, occasion)) is not None:
            clearance = await disclosure.clearance_of(tx, facts)
            name = card.name or disclosure.name_on_live_page(facts, invitation.audience, clearance)
            # Of whoever is at liberty outsiders are told neither place nor bond: release asks everything again.
            if not facts.at_liberty or invitation.audience in disclosure.OWN_EYES:
                held = await _held(tx, invitation, clearance)
                bond = await _bond(tx, invitation, clearance)
    if card is not None and occasion is not None and occasion.case_id and invitation.opened_on != tx.now.date():
        # Once a day, as the page's own day is kept: a reader who comes back ten times read it that day.
        besides = {"public_name": name, "whereabouts": held, "bond": bond}
        fields = ["dates", *(field for field, shown in besides.items() if shown)]
        lead = occasion.lead_organization_id
        tx.viewed(Case, occasion.case_id, fields, case_id=occasion.case_id, organization_id=lead)
        await tx.record_views("answer page")
    before = await _before(tx, invitation, occasion) if occasion is not None and card is not None else None
    told = await _told_of_change(tx, invitation, occasion) if occasion is not None else None
    return Page(
        card=card,
        state=invitation.state,
        party_size=invitation.party_size,
        invited=await tx.opened(person, "name") or "",
        office=person.kind is PersonKind.OFFICIAL,
        language=spoken(person.language),
        organization=host.name,
        phone=host.phone,
        name=name,
        held=held,
        bond=bond,
        moved_from=before["starts_at"] if before else None,
        moved_zone=before["time_zone"] if before else None,
        moved_hour_known=bool(before and before.get("hour_known", True)),
        sequence=occasion.sequence if occasion is not None else 0,
        unconfirmed=told is not None and told.acknowledged_at is None and told.ended_at is None,
        owed=told is not None and told.due_by is not None,
        confirmed=told is not None and told.acknowledged_at is not None,
        over=bool(occasion and occasion.ends_at <= tx.now),
        seat=invitation.seat(tx.now),
        held_until=invitation.held_until,
        seated=card is not None and await _seated(tx, invitation),
        needs_noted=invitation.needs is not None,
        rules=await _rules(tx, invitation) if card is not None and card.place is not None else None,
        join_url=await _join_url(tx, invitation, occasion) if card is not None and occasion is not None else None,
    )


async def _seated(tx: Transaction, invitation: Invitation) -> bool:
    seating = select(Seating.id).where(Seating.occasion_id == invitation.occasion_id)
    return await tx.session.scalar(seating) is not None


async def _rules(tx: Transaction, invitation: Invitation) -> ObserverRules | None:
    """Of the hearing to which they are asked, or around which the action is."""
    around = select(AdvocacyAction.hearing_id).where(
        AdvocacyAction.occasion_id == invitation.occasion_id, AdvocacyAction.hearing_id.is_not(None)
    )
    hearing = select(Hearing.hearing_location_id).where(
        or_(Hearing.occasion_id == invitation.occasion_id, Hearing.id.in_(around))
    )
    found: ObserverRules | None = await tx.session.scalar(
        select(ObserverRules)
        .where(ObserverRules.hearing_location_id.in_(hearing))
        .order_by(ObserverRules.confirmed_on.desc(), ObserverRules.id.desc())
        .limit(1)
    )
    return found


async def _join_url(tx: Transaction, invitation: Invitation, occasion: Occasion) -> str | None:
    """The link of a hearing by video, or of the one around which the action is: for whoever is booked and whom the
    court knows, and for nobody else.
    """
    if not invitation.booked or invitation.cleared_at is None or occasion.state not in UPCOMING:
        return None
    async with house.acts(tx, DELIVERY):
        around = (
            select(Hearing.occasion_id)
            .join(AdvocacyAction, AdvocacyAction.hearing_id == Hearing.id)
            # What is closed, or of somebody at liberty, is nobody's to join, however early they were cleared.
            .where(AdvocacyAction.occasion_id == occasion.id, Hearing.detained, Hearing.closed_to_public.is_(False))
        )
        link: str | None = await tx.session.scalar(
            select(Occasion.join_url)
            .where(
                or_(Occasion.id == occasion.id, Occasion.id.in_(around)),
                Occasion.medium == Medium.WEBEX, Occasion.state.in_(UPCOMING), Occasion.join_url.is_not(None),
            )
            .limit(1)
        )  # fmt: skip
    return link


async def _held(tx: Transaction, invitation: Invitation, clearance: Clearance) -> Held | None:
    if invitation.audience in disclosure.OWN_EYES and not await _named_by_client(tx, invitation):
        return None
    where = await tx.session.get(Whereabouts, invitation.case_id) if invitation.case_id else None
    facility = await tx.session.get(Facility, where.facility_id) if where and where.facility_id else None
    return disclosure.held_on_live_page(invitation.audience, clearance, where, facility)


async def _named_by_client(tx: Transaction, invitation: Invitation) -> bool:
    """Whether they are a contact whom the client keeps."""
    kept = select(CaseContact.id).where(
        CaseContact.case_id == invitation.case_id,
        CaseContact.person_id == invitation.person_id,
        CaseContact.ended_at.is_(None),
    )
    return await tx.session.scalar(kept.limit(1)) is not None


async def _bond(tx: Transaction, invitation: Invitation, clearance: Clearance) -> BondAsked | None:
    """Row-level security says besides which of the two rows they may see."""
    if invitation.case_id is None:
        return None
    if invitation.audience in disclosure.OWN_EYES and not await _named_by_client(tx, invitation):
        return None
    amount = await tx.session.scalar(select(BondAmount.amount).where(BondAmount.case_id == invitation.case_id))
    fund = await tx.session.scalar(select(BondFund.link).where(BondFund.case_id == invitation.case_id))
    return disclosure.bond_on_live_page(invitation.audience, clearance, amount, fund)


async def _before(tx: Transaction, invitation: Invitation, occasion: Occasion) -> dict[str, Any] | None:
    """The date they knew, if it moved since they last answered."""
    if (invitation.acknowledged_sequence or 0) >= occasion.sequence:
        return None
    before: dict[str, Any] | None = await tx.session.scalar(
        select(Notice.before)
        .where(
            Notice.occasion_id == occasion.id,
            Notice.person_id == invitation.person_id,
            Notice.kind.in_([LetterKind.RESCHEDULED, LetterKind.PLACE_CHANGED]),
            Notice.sequence == occasion.sequence,
        )
        .limit(1)
    )
    return before


async def _told_of_change(tx: Transaction, invitation: Invitation, occasion: Occasion) -> Acknowledgement | None:
    """Their word on the newest change of the date, given or not."""
    told: Acknowledgement | None = await tx.session.scalar(
        select(Acknowledgement).where(
            Acknowledgement.occasion_id == occasion.id,
            Acknowledgement.person_id == invitation.person_id,
            Acknowledgement.sequence == occasion.sequence,
        )
        .order_by(Acknowledgement.id.desc())
        .limit(1)
    )  # fmt: skip
    return told


async def calendar_entry(tx: Transaction, link: Link) -> bytes:
    """The one occasion as a calendar file. Raises :class:`NotFound` when nothing may be shown."""
    shown = await page(tx, link)
    if shown.card is None:
        raise NotFound
    return calendar.feed(
        titles.title(shown.card, shown.language), [shown.card], language=shown.language, color="steelblue"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Worded:
    """The page's facts in words."""

    title: str
    when: str
    moved_from: str | None
    #: As the letter says it: to an earlier time, or only to another place or way.
    earlier: bool
    new_time: bool
    medium: str | None
    #: Since when they are held there, as a day.
    held_since: str | None
    cancelled: bool
    #: Until when a seat is held for them.
    held_until: str | None
    #: The day on which observers' rules were confirmed.
    confirmed_on: str | None


def worded(shown: Page, language: str) -> Worded | None:
    """The card in a language that has words. None when there is no card."""
    card = shown.card
    if card is None:
        return None
    language = spoken(language)
    moved_from, earlier, new_time = None, False, False
    if shown.moved_from and shown.moved_zone:
        before = datetime.fromisoformat(shown.moved_from)
        moved_from = times.said(before, shown.moved_zone, language, hour_known=shown.moved_hour_known)
        earlier = card.starts_at < before
        new_time = (before, shown.moved_hour_known) != (card.starts_at, card.hour_known)
    return Worded(
        title=titles.bare(card, language),
        when=times.said(card.starts_at, card.time_zone, language, hour_known=card.hour_known),
        moved_from=moved_from,
        earlier=earlier,
        new_time=new_time,
        medium=titles.medium(card, language),
        held_since=_since(shown.held, card, language) if shown.held else None,
        cancelled=card.state is OccasionState.CANCELLED,
        held_until=(
            times.said_shortly(shown.held_until, card.time_zone, language, named=True) if shown.held_until else None
        ),
        confirmed_on=times.day(shown.rules.confirmed_on, language) if shown.rules else None,
    )


def _since(held: Held, card: Card, language: str) -> str | None:
    if held.since is None or held.time_zone is None:
        return None
    beside = times.local_day(card.starts_at, card.time_zone)
    return times.day(times.local_day(held.since, held.time_zone), language, beside=beside)
