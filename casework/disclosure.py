"""Disclosure: the only maker of Cards, and so the one place that decides what an audience sees of an occasion.

Everything that leaves the house about an occasion (a letter, an invitation, a feed, a page) renders a card. What is
told to whom is the matrix of DOMAIN §3.3; what the client agreed to is :mod:`casework.clearance`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from casework import clearance as clearances
from casework.card import Card, OfferCard, Place
from casework.clearance import Clearance, Permit, Said, SignedOff
from casework.titles import HEARINGS
from casework.transaction import Transaction
from schema.advocacy import ActionState, AdvocacyAction, SignOff
from schema.assignments import STANDING, Assignment, AssignmentState
from schema.cases import Case, CustodyStatus
from schema.consents import Consent, ConsentAudience, NameForm
from schema.courts import Court
from schema.detainees import Detainee
from schema.hearings import Hearing
from schema.invitations import Audience, Invitation
from schema.occasions import Occasion, OccasionKind, OccasionState
from schema.organizations import Organization

#: Eyes of the legal team: they see an occasion whole.
LEGAL_EYES = frozenset({Audience.COORDINATOR, Audience.ATTORNEY})
#: The client and the contacts the client keeps: every date of theirs, and the name, without asking a consent.
OWN_EYES = frozenset({Audience.CLIENT, Audience.FAMILY_CONTACT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All that a card could say of one occasion, before anybody's eyes are asked about."""

    occasion: Occasion
    hearing: Hearing | None = None
    court: str | None = None
    judge: str | None = None
    action: AdvocacyAction | None = None
    action_title: str | None = None
    public_name: str | None = None
    case_ref: str | None = None
    phone: str | None = None
    #: The client is at liberty: dates are an arrest risk (DOMAIN §2.6).
    at_liberty: bool = False


def card(
    facts: Facts,
    audience: Audience,
    clearance: Clearance,
    *,
    uid: str,
    token: str | None = None,
    live_page: str | None = None,
) -> Card | None:
    """What this audience may see of this occasion, under the consents standing now. None: nothing at all."""
    if audience in LEGAL_EYES:
        return _whole(facts, audience, uid, live_page)
    if audience in OWN_EYES:
        return (
            _own(facts, uid, live_page)
            if facts.hearing
            else _cleared(facts, audience, clearance, uid, token, live_page)
        )
    return _cleared(facts, audience, clearance, uid, token, live_page)


def _whole(facts: Facts, audience: Audience, uid: str, live_page: str | None) -> Card:
    return _card(
        facts,
        uid,
        name=facts.public_name,
        title=facts.action_title,
        court=facts.court,
        place=_place(facts.occasion),
        join_url=facts.occasion.join_url,
        case_ref=facts.case_ref,
        judge=facts.judge,
        codeword=facts.action.codeword if facts.action else None,
        live_page=live_page,
    )


def _own(facts: Facts, uid: str, live_page: str | None) -> Card:
    return _card(
        facts,
        uid,
        name=facts.public_name,
        court=facts.court,
        place=_place(facts.occasion),
        join_url=facts.occasion.join_url,
        live_page=live_page,
    )


def _cleared(
    facts: Facts, audience: Audience, clearance: Clearance, uid: str, token: str | None, live_page: str | None
) -> Card | None:
    """Outside eyes: with the client's consent, and of an action only once it is published and still clear."""
    action = facts.action
    if action is not None:
        if action.state is ActionState.DRAFT:
            return None
        # A called-off action may still be told of as called off: that shows nothing new to those who knew of it.
        if action.state is ActionState.PUBLISHED and not clearance.clear:
            return None
        if action.case_id is None:
            return _card(
                facts,
                uid,
                title=facts.action_title,
                place=_place(facts.occasion),
                codeword=action.codeword,
                token=token,
                live_page=live_page,
            )
    permit = clearance.permit(audience)
    if permit is None:
        if action is not None and action.state is ActionState.CALLED_OFF:
            return _card(facts, uid, token=token, live_page=live_page)
        return None
    if facts.hearing is not None and (facts.at_liberty or not facts.hearing.detained):
        # Slots of people at liberty are for named accompaniers alone; that is not an audience's to see.
        return None
    if facts.hearing is not None and facts.hearing.closed_to_public:
        return None
    return _by_audience(facts, audience, permit, uid, token, live_page)


def _by_audience(
    facts: Facts, audience: Audience, permit: Permit, uid: str, token: str | None, live_page: str | None
) -> Card:
    action = facts.action
    named = permit.names(NameForm.PUBLIC_NAME) and (action is None or _says_name(action))
    if audience is Audience.OFFICIAL:
        # What an office holds is a public record: a slot, a court and a token, no name and no words of ours.
        return _card(facts, uid, court=facts.court, place=_place(facts.occasion), token=token, live_page=live_page)
    if audience is Audience.SUPPORTER:
        return _card(
            facts,
            uid,
            court=facts.court,
            place=_place(facts.occasion),
            codeword=action.codeword if action else token,
            token=token,
            title=facts.action_title if action else None,
            live_page=live_page,
        )
    return _card(
        facts,
        uid,
        name=facts.public_name if named else None,
        title=facts.action_title,
        court=facts.court,
        place=_place(facts.occasion),
        codeword=action.codeword if action and audience is Audience.ADVOCATE else None,
        token=token,
        live_page=live_page,
    )


def _says_name(action: AdvocacyAction) -> bool:
    return action.name_form in (NameForm.PUBLIC_NAME, NameForm.FULL)


def name_on_live_page(facts: Facts, audience: Audience, clearance: Clearance) -> str | None:
    """The public name, for the page behind an invitation's link and nothing that is kept: with consent, while it
    stands.
    """
    permit = clearance.permit(audience)
    if permit is None or not permit.names(NameForm.PUBLIC_NAME):
        return None
    if facts.action is not None and (not _says_name(facts.action) or not clearance.clear):
        return None
    return facts.public_name


def _card(facts: Facts, uid: str, **shown: object) -> Card:
    occasion = facts.occasion
    return Card(
        uid=uid,
        sequence=occasion.sequence,
        state=occasion.state,
        kind=occasion.kind,
        starts_at=occasion.starts_at,
        ends_at=occasion.ends_at,
        time_zone=occasion.time_zone,
        hour_known=occasion.hour_known,
        medium=occasion.medium,
        revised_at=occasion.revised_at,
        call=facts.phone,
        **shown,  # type: ignore[arg-type]
    )


def _place(occasion: Occasion) -> Place | None:
    parts = occasion.place_name, occasion.place_street, occasion.place_city, occasion.room
    return Place(*parts) if any(parts) else None


async def card_for(
    tx: Transaction,
    occasion: Occasion,
    audience: Audience,
    *,
    invitation: Invitation | None = None,
    live_page: str | None = None,
) -> Card | None:
    """The card of this occasion for these eyes, from what the actor at hand may read. None: they may see nothing
    now.
    """
    facts = await facts_of(tx, occasion)
    if facts is None:
        return None
    clearance = await clearance_of(tx, facts)
    made = card(
        facts,
        audience,
        clearance,
        uid=tx.vault.uid(occasion.uid, disclosure_class(audience)),
        token=invitation.token if invitation else None,
        live_page=live_page,
    )
    if made is None:
        return None
    return _revised(made, clearance.changed_for(audience))


def tombstone(
    tx: Transaction,
    occasion: Occasion,
    audience: Audience,
    *,
    starts_at: datetime,
    time_zone: str,
    token: str | None = None,
    call: str | None = None,
) -> Card:
    """For somebody who was told of an occasion and may see nothing of it now: only that the date they know no longer
    counts. ``starts_at`` and ``time_zone`` are what they were told."""
    return Card(
        uid=tx.vault.uid(occasion.uid, disclosure_class(audience)),
        # Above what they hold, or their calendar would not take it (RFC 5546 §2.1.4).
        sequence=occasion.sequence if occasion.state is OccasionState.CANCELLED else occasion.sequence + 1,
        state=OccasionState.CANCELLED,
        # No kind of hearing: a slot in court or an event, as the token says already.
        kind=OccasionKind.OTHER_HEARING if occasion.kind in HEARINGS else occasion.kind,
        starts_at=starts_at,
        ends_at=starts_at + (occasion.ends_at - occasion.starts_at),
        time_zone=time_zone,
        hour_known=occasion.hour_known,
        revised_at=tx.now,
        token=token,
        call=call,
    )


async def offer_card(tx: Transaction, assignment: Assignment) -> OfferCard:
    """What an attorney is told of a case by letter: the blurb, and once they accepted, its number."""
    case = await tx.session.get_one(Case, assignment.case_id)
    organization = await tx.session.get_one(Organization, case.lead_organization_id)
    return OfferCard(
        blurb=assignment.blurb,
        scope=assignment.scope,
        organization=organization.name,
        case_ref=case.short_id if assignment.state in STANDING else None,
        call=organization.phone,
    )


def _revised(made: Card, changed_at: datetime | None) -> Card:
    """The piece moves when consent changes what is shown, so that calendars take the new one."""
    if changed_at is None or changed_at <= made.revised_at:
        return made
    return replace(made, revised_at=changed_at)


def disclosure_class(audience: Audience) -> str:
    """Audiences that see the same piece share a calendar identity; an official's can't be joined to a public one."""
    if audience in LEGAL_EYES:
        return "legal"
    if audience in OWN_EYES:
        return "own"
    return audience.value


async def facts_of(tx: Transaction, occasion: Occasion) -> Facts | None:
    """Everything a card could say of this occasion, as far as the actor may read it. None when its owner is out of
    reach.
    """
    hearing = await tx.session.scalar(select(Hearing).where(Hearing.occasion_id == occasion.id))
    action = (
        None
        if hearing
        else await tx.session.scalar(select(AdvocacyAction).where(AdvocacyAction.occasion_id == occasion.id))
    )
    if hearing is None and action is None:
        return None
    case = await tx.session.get(Case, occasion.case_id) if occasion.case_id else None
    if occasion.case_id and case is None:
        return None
    detainee = await tx.session.get(Detainee, case.detainee_id) if case else None
    organization = await tx.session.get(Organization, occasion.organization_id)
    around = hearing
    if action is not None and action.hearing_id:
        around = await tx.session.get(Hearing, action.hearing_id)
    court = await tx.session.get(Court, around.court_id) if around and around.court_id else None
    await tx.unlock([detainee.public_name if detainee else None, action.title if action else None])
    return Facts(
        occasion=occasion,
        hearing=hearing,
        court=court.name if court else None,
        judge=hearing.judge if hearing else None,
        action=action,
        action_title=tx.open(action, "title") if action else None,
        public_name=_public_name(tx, case, detainee),
        case_ref=case.short_id if case else None,
        phone=organization.phone if organization else None,
        at_liberty=bool(case and case.custody_status is CustodyStatus.RELEASED),
    )


def _public_name(tx: Transaction, case: Case | None, detainee: Detainee | None) -> str | None:
    """The public name somebody typed; until then the short id stands in for it."""
    if detainee is None or case is None:
        return None
    return tx.open(detainee, "public_name") or case.short_id


async def clearance_of(tx: Transaction, facts: Facts) -> Clearance:
    """The clearance of an occasion now: of its action if it has one, else of its case."""
    case_id = facts.occasion.case_id
    base = await case_clearance(tx, case_id)
    if facts.action is None:
        return base
    return await action_clearance(tx, facts.action, base)


async def case_clearance(tx: Transaction, case_id: UUID | None) -> Clearance:
    """What each audience may be told of a case now."""
    if case_id is None:
        return Clearance(permits={})
    case = await tx.session.get(Case, case_id)
    if case is None:
        return Clearance(permits={})
    consents = await tx.session.scalars(select(Consent).where(Consent.case_id == case_id).order_by(Consent.id))
    return clearances.standing(
        list(consents), tx.now, no_publicity=case.no_publicity, client_released_at=case.consents_asked_again_from
    )


async def action_clearance(tx: Transaction, action: AdvocacyAction, base: Clearance | None = None) -> Clearance:
    """Whether this action may be published as it reads now."""
    base = base or await case_clearance(tx, action.case_id)
    if action.case_id is None:
        return clearances.of_action(_said(action), base, [], attorneys_of_record=frozenset(), no_publicity=False)
    signed = await tx.session.scalars(
        select(SignOff).where(SignOff.action_id == action.id, SignOff.withdrawn_at.is_(None))
    )
    of_record = await tx.session.scalars(
        select(Assignment.attorney_id).where(
            Assignment.case_id == action.case_id, Assignment.state == AssignmentState.OF_RECORD
        )
    )
    case = await tx.session.get_one(Case, action.case_id)
    return clearances.of_action(
        _said(action),
        base,
        [SignedOff(one.attorney_id, one.capacity, one.said_revision, one.given_at) for one in signed],
        attorneys_of_record=frozenset(of_record),
        no_publicity=case.no_publicity,
    )


def _said(action: AdvocacyAction) -> Said:
    return Said(
        case_id=action.case_id,
        name_form=action.name_form,
        audiences=tuple(ConsentAudience(word) for word in action.audiences),
        uses_photo=action.uses_photo,
        said_revision=action.said_revision,
    )
