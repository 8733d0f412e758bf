"""Feeds: secret calendar addresses, each for one person and one filter, revoked one by one.

A feed shows exactly what its owner may see when a calendar fetches it: someone with a login through their own standing,
someone without through their invitations. Nothing is stored of what it shows.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, exists, select

from casework import access, calendar, disclosure, invitations, sign_in
from casework.access import Act
from casework.actors import Actor, Link, LinkKind, Person
from casework.card import Card
from casework.language import WRITTEN
from casework.refusals import Invalid, NotAllowedByState, NotFound, NotPermitted
from casework.transaction import Transaction
from casework.vault import link_hash
from schema.advocacy import ActionState, AdvocacyAction
from schema.audit import CALENDAR
from schema.base import new_id
from schema.cases import Case
from schema.courts import Court
from schema.feeds import Feed, FeedFilter
from schema.hearings import Hearing
from schema.invitations import WITHOUT_ACCOUNT, Audience, Invitation, InvitationState
from schema.occasions import Occasion
from schema.organizations import Membership, Role
from schema.people import Person as PersonRow
from schema.teams import TeamMember

#: CSS colour names that calendars know (RFC 7986 §5.9).
COLORS = ("steelblue", "seagreen", "darkorange", "indianred", "mediumpurple", "teal", "goldenrod", "slategray")


async def subscribe_feed(
    tx: Transaction,
    organization_id: UUID,
    *,
    filter: FeedFilter,
    name: str,
    case_id: UUID | None = None,
    court_id: UUID | None = None,
    color: str = "steelblue",
    alarms: bool = False,
    language: str = "en",
    person_id: UUID | None = None,
) -> Feed:
    """Make a calendar address for oneself, or for somebody of the address book who has no account. Raises
    :class:`Invalid`.
    """
    await access.permit_in_organization(tx, organization_id, Act.SUBSCRIBE_FEED)
    owner_id = person_id or tx.somebody
    trimmed = " ".join(name.split())
    if not 1 <= len(trimmed) <= 80:
        raise Invalid("name", "Give the calendar a name of up to 80 characters.")
    if color not in COLORS:
        raise Invalid("color", "Choose one of {colors}.", colors=", ".join(COLORS))
    if language not in WRITTEN:
        raise Invalid("language", "Choose a language that letters go out in.")
    await _check_scope(tx, filter, case_id, court_id)
    audience = await _audience(tx, organization_id, owner_id, filter)
    feed_id = new_id()
    feed = Feed(
        id=feed_id,
        organization_id=organization_id,
        person_id=owner_id,
        audience=audience,
        filter=filter,
        case_id=case_id if filter is FeedFilter.ONE_CASE else None,
        court_id=court_id if filter is FeedFilter.ONE_COURT else None,
        name=trimmed,
        color=color,
        alarms=alarms,
        language=language,
        secret_hash=link_hash(tx.vault.link_secret(LinkKind.FEED, feed_id, 0)),
        generation=0,
        changed_at=tx.now,
    )
    tx.session.add(feed)
    await tx.session.flush()
    # Whose it is, of those who never sign in, is gone with their clock: the trail names the calendar alone.
    whose = {} if audience in WITHOUT_ACCOUNT else {"person_id": owner_id}
    tx.record("feed.subscribed", feed, after={"filter": filter, "audience": audience, **whose})
    return feed


async def _check_scope(tx: Transaction, filter: FeedFilter, case_id: UUID | None, court_id: UUID | None) -> None:
    if filter is FeedFilter.ONE_CASE:
        if case_id is None:
            raise Invalid("caseId", "Say which case.")
        await access.seen(tx, Case, case_id)
    if filter is FeedFilter.ONE_COURT and (court_id is None or await tx.session.get(Court, court_id) is None):
        raise Invalid("courtId", "Say which court.")


async def _audience(tx: Transaction, organization_id: UUID, owner_id: UUID, filter: FeedFilter) -> Audience:
    """Through whose eyes, for the feed's own list; what is shown is asked again case by case at every fetch."""
    if owner_id != tx.person_id:
        owner = await access.seen(tx, PersonRow, owner_id)
        member = await tx.session.scalar(select(Membership.id).where(Membership.person_id == owner_id).limit(1))
        if member is not None or invitations.EYES[owner.kind] not in WITHOUT_ACCOUNT:
            raise NotPermitted(who="them: everyone subscribes for themselves")
        if owner.organization_id != organization_id:
            raise Invalid("personId", "Make calendars for people of your own address book.")
        if filter is not FeedFilter.INVITED:
            raise Invalid("filter", "For somebody without an account the calendar shows what they were invited to.")
        return invitations.EYES[owner.kind]
    roles = (await access.standing(tx)).roles_in(organization_id)
    if roles & {Role.ATTORNEY, Role.ACCREDITED_REPRESENTATIVE}:
        return Audience.ATTORNEY
    return Audience.ADVOCATE if roles <= {Role.ADVOCATE} else Audience.COORDINATOR


async def rotate_feed(tx: Transaction, feed_id: UUID, *, expected_revision: int) -> Feed:
    """Give a calendar a new address; the old one stops at once."""
    feed = await _feed_for(tx, feed_id)
    tx.expect(feed, expected_revision)
    feed.generation += 1
    feed.secret_hash = link_hash(secret_of(tx, feed))
    feed.changed_at = tx.now
    feed.fetched_at = feed.fetched_by = None
    await tx.session.flush()
    tx.record("feed.rotated", feed)
    return feed


async def revoke_feed(tx: Transaction, feed_id: UUID, *, expected_revision: int) -> Feed:
    """End a calendar address. From now on it looks like one that never was."""
    feed = await _feed_for(tx, feed_id)
    tx.expect(feed, expected_revision)
    feed.revoked_at = tx.now
    await tx.session.flush()
    tx.record("feed.revoked", feed)
    return feed


async def revoke_feeds(tx: Transaction, organization_id: UUID, *, everybody: bool = False) -> int:
    """End all of one's own calendar addresses in an organization at once, as when a telephone is lost; or, for its
    admin, everybody's, as when nobody knows which one got out. Returns how many. Raises :class:`NotPermitted`,
    :class:`ConfirmFirst`.
    """
    await access.permit_in_organization(
        tx, organization_id, Act.REVOKE_EVERYBODYS_FEEDS if everybody else Act.REVOKE_FEEDS
    )
    wanted = [Feed.organization_id == organization_id, Feed.revoked_at.is_(None)]
    if everybody:
        sign_in.confirmed(tx)
    else:
        wanted.append(Feed.person_id == tx.somebody)
    ended = list(await tx.session.scalars(select(Feed).where(*wanted).order_by(Feed.id).with_for_update()))
    for feed in ended:
        feed.revoked_at = tx.now
        feed.revision += 1
        tx.record("feed.revoked", feed)
    await tx.session.flush()
    return len(ended)


async def _feed_for(tx: Transaction, feed_id: UUID) -> Feed:
    feed = await access.seen(tx, Feed, feed_id)
    await tx.session.refresh(feed, with_for_update=True)
    if feed.revoked_at is not None:
        raise NotAllowedByState("This calendar address was revoked already.")
    return feed


def secret_of(tx: Transaction, feed: Feed) -> str:
    """The secret part of its address: for its owner, and for whoever made it for somebody without an account."""
    return tx.vault.link_secret(LinkKind.FEED, feed.id, feed.generation)


async def by_secret(tx: Transaction, secret: str) -> tuple[Feed, Actor]:
    """The feed behind an address, and as whom to read it. Asked as the system actor LINKS. Raises :class:`NotFound`
    for unknown, revoked, and those of somebody who belongs nowhere any more."""
    feed = await tx.session.scalar(select(Feed).where(Feed.secret_hash == link_hash(secret), Feed.revoked_at.is_(None)))
    if feed is None:
        raise NotFound
    if feed.audience in WITHOUT_ACCOUNT:
        return feed, Link(LinkKind.FEED, feed.id, feed.person_id)
    member = await tx.session.scalar(
        select(Membership.id)
        .where(
            Membership.person_id == feed.person_id,
            Membership.stands(tx.now),
        )
        .limit(1)
    )
    if member is None:
        raise NotFound
    return feed, Person(feed.person_id)


async def cards(tx: Transaction, feed: Feed) -> list[Card]:
    """What this feed shows now, as its owner: in order of time, none that they may not see."""
    return [card for _, card in await _shown(tx, feed)]


async def _shown(tx: Transaction, feed: Feed) -> list[tuple[Occasion, Card]]:
    since = calendar.kept_since(tx.now)
    if isinstance(tx.actor, Link):
        return await _invited(tx, feed, since)
    actor = await access.standing(tx)
    occasions = access.visible(actor, Occasion, tx.now).where(Occasion.ends_at >= since)
    for clause in _scope(feed):
        occasions = occasions.where(clause)
    rows = list(await tx.session.scalars(occasions.order_by(Occasion.starts_at, Occasion.id)))
    seats = await access.seats(tx, [row.case_id for row in rows if row.case_id])
    wanted = []
    for row in rows:
        seat = seats.get(row.case_id) if row.case_id else None
        wanted.append((row, seat.audience if seat else Audience.ADVOCATE, None))
    return await _cards(tx, wanted)


async def _cards(
    tx: Transaction, wanted: Sequence[tuple[Occasion, Audience, Invitation | None]]
) -> list[tuple[Occasion, Card]]:
    made = await disclosure.cards_for(tx, wanted)
    return [(one[0], card) for one, card in zip(wanted, made, strict=True) if card is not None]


def _scope(feed: Feed) -> list[ColumnElement[bool]]:
    match feed.filter:
        case FeedFilter.MY_CASES:
            return [
                exists().where(
                    TeamMember.case_id == Occasion.case_id,
                    TeamMember.person_id == feed.person_id,
                    TeamMember.until.is_(None),
                )
                | exists().where(Case.id == Occasion.case_id, Case.coordinator_id == feed.person_id)
            ]
        case FeedFilter.ONE_CASE:
            return [Occasion.case_id == feed.case_id]
        case FeedFilter.ONE_COURT:
            return [exists().where(Hearing.occasion_id == Occasion.id, Hearing.court_id == feed.court_id)]
        case FeedFilter.PUBLIC_ACTIONS:
            return [
                exists().where(
                    AdvocacyAction.occasion_id == Occasion.id,
                    AdvocacyAction.state.in_([ActionState.PUBLISHED, ActionState.DONE, ActionState.CALLED_OFF]),
                )
            ]
        case FeedFilter.INVITED:
            return [exists().where(Invitation.occasion_id == Occasion.id, Invitation.person_id == feed.person_id)]


async def _invited(tx: Transaction, feed: Feed, since: datetime) -> list[tuple[Occasion, Card]]:
    """Someone without an account: what they were asked to, through the eyes they were asked with."""
    found = await tx.session.execute(
        select(Occasion, Invitation)
        .join(Invitation, Invitation.occasion_id == Occasion.id)
        .where(
            Invitation.person_id == feed.person_id,
            Invitation.state.not_in([InvitationState.WITHDRAWN, InvitationState.NOT_COMING]),
            # A check-in stands in nobody's calendar but the legal team's: the letter and its page tell it.
            Invitation.audience != Audience.ACCOMPANIER,
            Occasion.ends_at >= since,
        )
        .order_by(Occasion.starts_at, Occasion.id)
    )
    wanted = [(occasion, invitation.audience, invitation) for occasion, invitation in found]
    return await _cards(tx, wanted)


async def render(tx: Transaction, feed: Feed) -> bytes:
    """The feed as RFC 5545 text. Equal truth gives equal bytes.

    Which cases it showed is in the trail once a day, and whenever it shows something else: calendars ask every quarter
    of an hour, and a trail of that would hide who looked.
    """
    shown = await _shown(tx, feed)
    body = calendar.feed(
        feed.name, [card for _, card in shown], language=feed.language, color=feed.color, alarms=feed.alarms
    )
    if feed.fetched_at is None or feed.fetched_at.date() < tx.now.date() or feed.version != _version(body):
        for occasion, card in shown:
            if occasion.case_id:
                fields = ["dates", "public_name"] if card.name else ["dates"]
                lead = occasion.lead_organization_id
                tx.viewed(Case, occasion.case_id, fields, case_id=occasion.case_id, organization_id=lead)
        await tx.record_views("feed", door=CALENDAR)
    return body


def _version(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()[:32]


async def fetched(tx: Transaction, feed_id: UUID, body: bytes, client: str | None) -> Feed:
    """A calendar fetched these bytes: remember who, when, and since when they are what they are. As LINKS."""
    feed = await tx.session.get(Feed, feed_id, with_for_update=True)
    if feed is None or feed.revoked_at is not None:
        raise NotFound
    version = _version(body)
    if feed.version != version:
        feed.version, feed.version_since = version, tx.now
    feed.fetched_at, feed.fetched_by = tx.now, client
    await tx.session.flush()
    return feed
