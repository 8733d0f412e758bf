"""Own dates: the page of a contact whom the client keeps, or of the client: every date ahead, in their language.

Mateo's mother is reminded of his hearings, and was asked to none: she has no invitation. The link in her letters leads
here. She sees when and where, says with one tap that she knows of a change, and stops what she does not want any more.
It ends with the contact, and another in its place is a new address.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select

from casework import disclosure, times, titles
from casework.actors import Link, LinkKind
from casework.card import Card
from casework.language import spoken
from casework.refusals import NotFound
from casework.transaction import Transaction
from casework.vault import link_hash
from schema.base import new_id
from schema.cases import Case, CaseContact, CustodyStatus
from schema.changes import Acknowledgement
from schema.invitations import Audience
from schema.notices import LetterKind, Notice
from schema.occasions import HEARING_KINDS, Occasion, OccasionKind, OccasionState
from schema.organizations import Organization
from schema.people import Person

#: Dates that one page shows: the next of them. Nobody has so many.
MOST = 40
#: A cancelled date stays on the page for so long after its day.
_LINGERS = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnDate:
    """One date, as its page shows it now."""

    occasion_id: UUID
    card: Card
    #: What they were told before, while they have not said that they know of the change.
    moved_from: datetime | None
    moved_zone: str | None
    moved_hour_known: bool
    sequence: int
    #: They were told of its newest change, and have not said that they know; or have said so.
    unconfirmed: bool
    #: And somebody calls them when they do not say so.
    owed: bool
    confirmed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """All their dates ahead, the next first."""

    dates: tuple[OwnDate, ...]
    #: Whose page it is, to be greeted by, and whose dates these are. The client's own page says no other name.
    reader: str
    name: str | None
    language: str
    organization: str
    phone: str | None


def contact(tx: Transaction, case_id: UUID, person_id: UUID) -> CaseContact:
    """A contact of a case, with a page of their own. What they are to the client is the caller's to say."""
    contact_id = new_id()
    made = CaseContact(id=contact_id, case_id=case_id, person_id=person_id, generation=0)
    made.secret_hash = link_hash(_secret(tx, made))
    return made


def renew(tx: Transaction, contact: CaseContact) -> None:
    """Give them another link: the one they had leads nowhere from the same instant."""
    contact.generation += 1
    contact.secret_hash = link_hash(_secret(tx, contact))


def page_address(tx: Transaction, public_url: str, contact: CaseContact) -> str:
    """Where their page is, for the letter that leads there."""
    return f"{public_url}/d/{_secret(tx, contact)}"


def _secret(tx: Transaction, contact: CaseContact) -> str:
    return tx.vault.link_secret(LinkKind.CONTACT, contact.id, contact.generation)


async def by_secret(tx: Transaction, secret: str) -> Link:
    """Who stands behind such an address. Asked as the system actor LINKS. Raises :class:`NotFound`."""
    found = await tx.session.scalar(
        select(CaseContact).where(CaseContact.secret_hash == link_hash(secret), CaseContact.ended_at.is_(None))
    )
    if found is None:
        raise NotFound
    return Link(LinkKind.CONTACT, found.id, found.person_id)


async def page(tx: Transaction, link: Link) -> Page:
    """What stands behind this link now, as its reader. Raises :class:`NotFound`."""
    kept = await tx.session.get(CaseContact, link.id)
    case = await tx.session.get(Case, kept.case_id) if kept is not None else None
    if kept is None or kept.ended_at is not None or case is None:
        raise NotFound
    person = await tx.session.get_one(Person, kept.person_id)
    host = await tx.session.get_one(Organization, case.lead_organization_id)
    audience = Audience.CLIENT if kept.is_client else Audience.FAMILY_CONTACT
    # Who is taken again has their telephone taken, too: whoever holds it now is shown nothing.
    shown = [] if kept.is_client and case.custody_status is not CustodyStatus.RELEASED else await _ahead(tx, case)
    cards = await disclosure.cards_for(tx, [(occasion, audience, None) for occasion in shown])
    told = await _told(tx, person.id, shown)
    before = await _before(tx, person.id, shown)
    dates = [
        _date(occasion, card, told.get(occasion.id), before.get(occasion.id))
        for occasion, card in zip(shown, cards, strict=True)
        if card is not None
    ]
    name = next((date.card.name for date in dates if date.card.name), None)
    # Each time: nothing of the page is kept that could say that it was opened today already.
    fields = ["dates", *(["public_name"] if name and not kept.is_client else [])]
    tx.viewed(Case, case.id, fields, case_id=case.id, organization_id=case.lead_organization_id)
    await tx.record_views("own dates")
    return Page(
        dates=tuple(dates),
        reader=await tx.opened(person, "name") or "",
        name=None if kept.is_client else name,
        language=spoken(person.language),
        organization=host.name,
        phone=host.phone,
    )


async def _ahead(tx: Transaction, case: Case) -> list[Occasion]:
    found = await tx.session.scalars(
        select(Occasion)
        .where(
            Occasion.case_id == case.id,
            Occasion.kind.in_([*HEARING_KINDS, OccasionKind.CHECK_IN]),
            Occasion.state != OccasionState.HELD,
            Occasion.ends_at > tx.now - _LINGERS,
        )
        .order_by(Occasion.starts_at, Occasion.id)
        .limit(MOST)
    )
    return [one for one in found if one.state is OccasionState.CANCELLED or one.ends_at > tx.now]


async def _told(tx: Transaction, person_id: UUID, of: list[Occasion]) -> dict[UUID, Acknowledgement]:
    """Their word on the newest change of each date, given or not."""
    found = await tx.session.scalars(
        select(Acknowledgement)
        .where(Acknowledgement.person_id == person_id, Acknowledgement.occasion_id.in_([one.id for one in of]))
        .order_by(Acknowledgement.id)
    )
    newest = {one.id: one.sequence for one in of}
    return {one.occasion_id: one for one in found if one.sequence == newest[one.occasion_id]}


async def _before(tx: Transaction, person_id: UUID, of: list[Occasion]) -> dict[UUID, dict[str, Any]]:
    """What they were told of each date before its newest change."""
    found = await tx.session.execute(
        select(Notice.occasion_id, Notice.sequence, Notice.before)
        .where(
            Notice.person_id == person_id,
            Notice.occasion_id.in_([one.id for one in of]),
            Notice.kind.in_([LetterKind.RESCHEDULED, LetterKind.PLACE_CHANGED]),
        )
        .order_by(Notice.id)
    )
    newest = {one.id: one.sequence for one in of}
    return {
        occasion_id: before for occasion_id, sequence, before in found if before and sequence == newest[occasion_id]
    }


def _date(occasion: Occasion, card: Card, told: Acknowledgement | None, before: dict[str, Any] | None) -> OwnDate:
    confirmed = told is not None and told.acknowledged_at is not None
    was = before if before and before.get("starts_at") and before.get("time_zone") and not confirmed else None
    return OwnDate(
        occasion_id=occasion.id,
        card=card,
        moved_from=datetime.fromisoformat(was["starts_at"]) if was else None,
        moved_zone=was["time_zone"] if was else None,
        moved_hour_known=bool(was and was.get("hour_known", True)),
        sequence=occasion.sequence,
        unconfirmed=told is not None and not confirmed and told.ended_at is None,
        owed=told is not None and told.due_by is not None,
        confirmed=confirmed,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Worded:
    """One date in words."""

    title: str
    when: str
    moved_from: str | None
    #: To an earlier time; to another time at all, or only to another place or way.
    earlier: bool
    new_time: bool
    medium: str | None
    cancelled: bool


def worded(date: OwnDate, language: str) -> Worded:
    """A date in a language that has words."""
    card = date.card
    moved_from = (
        times.said(date.moved_from, date.moved_zone, language, hour_known=date.moved_hour_known)
        if date.moved_from and date.moved_zone
        else None
    )
    return Worded(
        title=titles.bare(card, language),
        when=times.said(card.starts_at, card.time_zone, language, hour_known=card.hour_known),
        moved_from=moved_from,
        earlier=date.moved_from is not None and card.starts_at < date.moved_from,
        new_time=date.moved_from is not None
        and (date.moved_from, date.moved_hour_known) != (card.starts_at, card.hour_known),
        medium=titles.medium(card, language),
        cancelled=card.state is OccasionState.CANCELLED,
    )


__all__ = ["MOST", "OwnDate", "Page", "Worded", "by_secret", "contact", "page", "page_address", "renew", "worded"]
