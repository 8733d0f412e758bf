"""Cards: what each audience sees of an occasion. Pure, but for the names of calendar entries."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from casework.card import BondAsked, Card, Held, Place
from casework.clearance import Clearance, Permit
from casework.disclosure.facts import Facts
from casework.transaction import Transaction
from schema.advocacy import ActionState, AdvocacyAction, EmbargoedField
from schema.consents import ConsentAudience, NameForm
from schema.custody import Confidence, Whereabouts
from schema.facilities import Facility
from schema.invitations import LEGAL_EYES, Audience, Invitation
from schema.occasions import HEARING_KINDS, Occasion, OccasionKind, OccasionState
from schema.public_pages import PublicStanding

#: The client and the contacts the client keeps: every date of theirs, and the name, without asking a consent.
OWN_EYES = frozenset({Audience.CLIENT, Audience.FAMILY_CONTACT})
#: Called to court by name: where and when, and nothing of the client.
_CALLED = frozenset({Audience.WITNESS, Audience.SPONSOR})


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
    if facts.check_in or audience is Audience.ACCOMPANIER:
        return _check_in(facts, audience, clearance, uid, token, live_page)
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
        proceeding=facts.proceeding,
        codeword=facts.action.codeword if facts.action else None,
        live_page=live_page,
    )


def _check_in(
    facts: Facts, audience: Audience, clearance: Clearance, uid: str, token: str | None, live_page: str | None
) -> Card | None:
    """A check-in is an arrest risk: the legal team, the client and the contacts the client keeps see it, with the
    office. Who was named to come along is told where they meet and when, from 48 hours before, while the client agrees
    and is at liberty. Nobody else, by no consent.
    """
    office = Place(facts.office) if facts.office else _place(facts.occasion)
    if audience in LEGAL_EYES:
        return _card(facts, uid, name=facts.public_name, place=office, case_ref=facts.case_ref, live_page=live_page)
    if audience in OWN_EYES:
        return _card(facts, uid, name=facts.public_name, place=office, live_page=live_page, at_liberty=facts.at_liberty)
    if audience is not Audience.ACCOMPANIER or not facts.check_in:
        return None
    if not (clearance.accompany and facts.near and facts.at_liberty):
        return None
    return _card(facts, uid, place=_place(facts.occasion), token=token)


def _own(facts: Facts, uid: str, live_page: str | None) -> Card:
    return _card(
        facts,
        uid,
        name=facts.public_name,
        court=facts.court,
        place=_place(facts.occasion),
        join_url=facts.occasion.join_url,
        live_page=live_page,
        at_liberty=facts.at_liberty,
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
        if action.state is ActionState.PUBLISHED and EmbargoedField.DATE in facts.embargoed:
            # There is no entry without a date.
            return None
        if action.case_id is None:
            return _card(
                facts,
                uid,
                title=facts.action_title,
                place=_told_place(facts),
                codeword=action.codeword,
                token=token,
                live_page=live_page,
            )
        if action.state is ActionState.CALLED_OFF and not clearance.clear:
            # That it is off, and none of its words: they may have been written since counsel last said yes.
            return _card(facts, uid, token=token, live_page=live_page)
    permit = clearance.permit(audience)
    if permit is None or _never_said(action):
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
    named = named and EmbargoedField.NAME not in facts.embargoed
    court = None if EmbargoedField.PLACE in facts.embargoed else facts.court
    if audience is Audience.OFFICIAL or audience in _CALLED:
        # What an office holds is a public record: a slot, a court and a token, no name and no words of ours. Whoever
        # testifies or takes the person in knows whom they come for, and needs no more.
        return _card(facts, uid, court=court, place=_told_place(facts), token=token, live_page=live_page)
    if audience is Audience.SUPPORTER:
        return _card(
            facts,
            uid,
            court=court,
            place=_told_place(facts),
            codeword=action.codeword if action else token,
            token=token,
            title=_title(facts, permit),
            live_page=live_page,
        )
    return _card(
        facts,
        uid,
        name=facts.public_name if named else None,
        title=_title(facts, permit),
        court=court,
        place=_told_place(facts),
        codeword=action.codeword if action and audience is Audience.ADVOCATE else None,
        token=token,
        live_page=live_page,
    )


def _never_said(action: AdvocacyAction | None) -> bool:
    """It was called off as a draft: whoever was asked to it before has not been told what it says now."""
    return action is not None and action.state is ActionState.CALLED_OFF and action.published_at is None


def _title(facts: Facts, permit: Permit) -> str | None:
    """Its own title, for whom the client agreed to the form of name in which it is written, once a name may be said."""
    action = facts.action
    if action is None or not permit.names(action.name_form) or holds_back_name(facts):
        return None
    return facts.action_title


def holds_back_name(facts: Facts) -> bool:
    """Its words may hold a name that nobody may be told yet."""
    action = facts.action
    return action is not None and action.name_form is not NameForm.NONE and EmbargoedField.NAME in facts.embargoed


def _says_name(action: AdvocacyAction) -> bool:
    return action.name_form in (NameForm.PUBLIC_NAME, NameForm.FULL)


#: So long after an action ended its page still says what it was.
AFTERWARDS = timedelta(days=7)


def standing_in_public(
    state: ActionState, *, public: bool, embargoed: bool, over: bool, cleared: bool
) -> PublicStanding:
    """Whether anybody may read of an action now. ``public``: it addresses the public; ``over``: it ended more than
    :data:`AFTERWARDS` ago; ``cleared``: the consents and the sign-off that it needs stand. One that has been held is
    asked like one that is to come.
    """
    if state is ActionState.CALLED_OFF:
        return PublicStanding.CALLED_OFF
    if state is ActionState.DRAFT:
        return PublicStanding.DRAFT
    if not public:
        return PublicStanding.NOT_FOR_PUBLIC
    if embargoed:
        return PublicStanding.EMBARGO
    if over:
        return PublicStanding.OVER
    return PublicStanding.SHOWN if cleared else PublicStanding.NOT_CLEAR


def stands_in_public(action: AdvocacyAction, clearance: Clearance, now: datetime) -> bool:
    """Whether anybody may read of this action now."""
    standing = standing_in_public(
        action.state,
        public=ConsentAudience.PUBLIC in action.audiences,
        embargoed=action.embargo_until is not None and action.embargo_until > now,
        over=action.occasion.ends_at + AFTERWARDS <= now,
        cleared=clearance.clear and (action.case_id is None or clearance.permit(Audience.PUBLIC) is not None),
    )
    return standing is PublicStanding.SHOWN


def without_names(shown: Card, action: AdvocacyAction) -> Card:
    """For what others keep: of an action that names somebody neither name nor title, which may hold it."""
    return shown if action.name_form is NameForm.NONE else replace(shown, name=None, title=None)


def name_on_live_page(facts: Facts, audience: Audience, clearance: Clearance) -> str | None:
    """The public name, for the page behind an invitation's link and nothing that is kept: with consent, while it
    stands.
    """
    if audience in _CALLED:
        return None
    permit = clearance.permit(audience)
    if permit is None or not permit.names(NameForm.PUBLIC_NAME):
        return None
    if facts.action is not None and (not _says_name(facts.action) or not clearance.clear):
        return None
    if EmbargoedField.NAME in facts.embargoed:
        return None
    return facts.public_name


def held_on_live_page(
    audience: Audience, clearance: Clearance, where: Whereabouts | None, facility: Facility | None
) -> Held | None:
    """Where the client is, for the page behind a link: the facility for contacts whom the client has named; for
    officials, with consent to tell the place, no nearer than the federal district (DOMAIN §3.3), and that only once two
    sources agree.
    """
    if where is None or facility is None:
        return None
    if audience in OWN_EYES:
        return Held(facility.name, where.since, facility.time_zone)
    permit = clearance.permit(audience)
    if where.confidence is not Confidence.CONFIRMED:
        return None
    if audience is Audience.OFFICIAL and permit is not None and permit.place and facility.district:
        return Held(facility.district, None, None)
    return None


def bond_on_live_page(
    audience: Audience, clearance: Clearance, amount: int | None, fund: str | None
) -> BondAsked | None:
    """What is asked for the release, for the page behind a link: the amount for contacts whom the client has named and,
    with consent to tell of the bond, for officials; with it, for supporters where to give (DOMAIN §3.3).
    """
    permit = clearance.permit(audience)
    told = permit is not None and permit.bond
    if amount is not None and (audience in OWN_EYES or (audience is Audience.OFFICIAL and told)):
        return BondAsked(amount, None)
    if fund is not None and audience is Audience.SUPPORTER and told:
        return BondAsked(None, fund)
    return None


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


def _told_place(facts: Facts) -> Place | None:
    """Where it is, for eyes outside, once it may be told."""
    return None if EmbargoedField.PLACE in facts.embargoed else _place(facts.occasion)


def tombstone(
    tx: Transaction,
    occasion: Occasion,
    audience: Audience,
    *,
    starts_at: datetime,
    time_zone: str,
    invitation: Invitation | None = None,
    call: str | None = None,
) -> Card:
    """For somebody who was told of an occasion and may see nothing of it now: only that the date they know no longer
    counts. ``starts_at`` and ``time_zone`` are what they were told."""
    uid, sequence = calendar_identity(tx, occasion, audience, invitation)
    return Card(
        uid=uid,
        sequence=sequence,
        state=OccasionState.CANCELLED,
        # No kind of hearing: a slot in court or an event, as the token says already.
        kind=OccasionKind.OTHER_HEARING if occasion.kind in HEARING_KINDS else occasion.kind,
        starts_at=starts_at,
        ends_at=starts_at + (occasion.ends_at - occasion.starts_at),
        time_zone=time_zone,
        hour_known=occasion.hour_known,
        revised_at=tx.now,
        token=invitation.token if invitation else None,
        call=call,
    )


def calendar_identity(
    tx: Transaction, occasion: Occasion, audience: Audience, invitation: Invitation | None = None
) -> tuple[str, int]:
    """UID and SEQUENCE by which the calendars of one reader know an occasion, alike in mail and feed (RFC 5546 §2.1.4).

    An invitation's SEQUENCE is the occasion's and what was said to this one person alone: that it was taken back, that
    they are asked anew, that the entry says less.
    """
    ahead = invitation.sequence_ahead if invitation is not None else 0
    return tx.vault.uid(occasion.uid, disclosure_class(audience)), occasion.sequence + ahead


def revised(made: Card, changed_at: datetime | None) -> Card:
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
