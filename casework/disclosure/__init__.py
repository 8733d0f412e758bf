"""Disclosure: the only maker of Cards, and so the one place that decides what an audience sees of an occasion.

Everything that leaves the house about an occasion (a letter, an invitation, a feed, a page) renders a card. What is
told to whom is the matrix of DOMAIN §3.3; what the client agreed to is :mod:`casework.clearance`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from casework.card import Card, OfferCard
from casework.disclosure.cards import (
    AFTERWARDS,
    OWN_EYES,
    bond_on_live_page,
    calendar_identity,
    card,
    disclosure_class,
    held_on_live_page,
    holds_back_name,
    name_on_live_page,
    revised,
    standing_in_public,
    stands_in_public,
    tombstone,
    without_names,
)
from casework.disclosure.embargoes import ends as embargo_ends
from casework.disclosure.embargoes import said as embargoes_said
from casework.disclosure.embargoes import standing as embargoed
from casework.disclosure.facts import (
    Facts,
    action_clearance,
    case_clearance,
    case_clearances,
    cases_of_action,
    clearance_of,
    clearances_of,
    facts_of,
    facts_of_all,
    facts_of_cases,
    host,
    hosts,
    publishing_clearance,
)
from casework.disclosure.last_days import last_day
from casework.disclosure.several import CaseFacts, OfCase, facts_from, of_cases, together
from casework.transaction import Transaction
from schema.advocacy import EmbargoedField
from schema.assignments import STANDING, Assignment
from schema.cases import Case
from schema.consents import NameForm
from schema.invitations import Audience, Invitation
from schema.occasions import Occasion
from schema.organizations import Organization


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
    (made,) = await cards_for(tx, [(occasion, audience, invitation)], live_page=live_page)
    return made


async def cards_for(
    tx: Transaction,
    wanted: Sequence[tuple[Occasion, Audience, Invitation | None]],
    *,
    live_page: str | None = None,
) -> list[Card | None]:
    """The cards of many occasions, each through its own eyes, in a handful of statements however many they are."""
    known = await facts_of_all(tx, [occasion for occasion, _, _ in wanted])
    clearances_now = await clearances_of(tx, list(known.values()))
    made: list[Card | None] = []
    for occasion, audience, invitation in wanted:
        facts = known.get(occasion.id)
        if facts is None:
            made.append(None)
            continue
        clearance = clearances_now[occasion.id]
        uid, sequence = calendar_identity(tx, occasion, audience, invitation)
        shown = card(
            facts,
            audience,
            clearance,
            uid=uid,
            token=invitation.token if invitation else None,
            live_page=live_page,
        )
        if shown is not None and shown.sequence != sequence:
            shown = replace(shown, sequence=sequence)
        made.append(shown and revised(shown, clearance.changed_for(audience)))
    return made


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicWords:
    """A published action as anybody may read it now."""

    card: Card
    #: The same for what others keep and nobody can take back, such as calendars and previews in chats: of an action
    #: that names somebody neither name nor title.
    kept: Card
    #: What is said in public, as counsel signed it off.
    statement: str | None
    #: It names somebody.
    names: bool
    #: When a consent lapses, past which this must be asked again. None: never by itself.
    valid_until: datetime | None


async def public_words(tx: Transaction, occasion: Occasion, live_page: str) -> PublicWords | None:
    """What anybody may read of the action that owns this occasion. None: nothing, or nothing now."""
    facts = await facts_of(tx, occasion)
    if facts is None or facts.action is None:
        return None
    clearance = await clearance_of(tx, facts)
    if not stands_in_public(facts.action, clearance, tx.now):
        return None
    uid, _ = calendar_identity(tx, occasion, Audience.PUBLIC)
    shown = card(facts, Audience.PUBLIC, clearance, uid=uid, live_page=live_page)
    if shown is None:
        return None
    # What supporters look for at the door is no secret if it is on a poster.
    shown = replace(revised(shown, clearance.changed_for(Audience.PUBLIC)), codeword=None, join_url=None)
    # What is said of somebody may say who it is.
    later = EmbargoedField.STATEMENT in facts.embargoed or holds_back_name(facts)
    return PublicWords(
        card=shown,
        kept=without_names(shown, facts.action),
        statement=None if later else await tx.opened(facts.action, "statement"),
        names=facts.action.name_form is not NameForm.NONE,
        valid_until=clearance.valid_until,
    )


async def offer_card(tx: Transaction, assignment: Assignment) -> OfferCard:
    """What an attorney is told of a case by letter: the summary, and once they accepted, its number."""
    case = await tx.session.get_one(Case, assignment.case_id)
    organization = await tx.session.get_one(Organization, case.lead_organization_id)
    return OfferCard(
        blurb=assignment.blurb,
        scope=assignment.scope,
        organization=organization.name,
        case_ref=case.short_id if assignment.state in STANDING else None,
        call=organization.phone,
    )


__all__ = [
    "AFTERWARDS",
    "OWN_EYES",
    "CaseFacts",
    "Facts",
    "OfCase",
    "PublicWords",
    "action_clearance",
    "bond_on_live_page",
    "calendar_identity",
    "card",
    "card_for",
    "cards_for",
    "case_clearance",
    "case_clearances",
    "cases_of_action",
    "clearance_of",
    "disclosure_class",
    "embargo_ends",
    "embargoed",
    "embargoes_said",
    "facts_from",
    "facts_of",
    "facts_of_cases",
    "held_on_live_page",
    "host",
    "hosts",
    "last_day",
    "name_on_live_page",
    "of_cases",
    "offer_card",
    "public_words",
    "publishing_clearance",
    "standing_in_public",
    "stands_in_public",
    "together",
    "tombstone",
]
