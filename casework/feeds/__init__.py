"""Feeds: secret calendar addresses, each for one person and one filter, revoked one by one.

A feed shows exactly what its owner may see when a calendar fetches it: someone with a login through their own standing,
someone without through their invitations. It is joined from :mod:`casework.feeds.pieces`.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from casework import access, invitations, sign_in
from casework.access import Act
from casework.actors import LinkKind
from casework.card import Card
from casework.feeds.fetching import Event, Found, Overtaken, body, events, find
from casework.feeds.following import CalendarOfDate, calendars_of_case, forget_touches
from casework.feeds.showing import cards_of, shown
from casework.language import LANGUAGES
from casework.refusals import Invalid, NotAllowedByState, NotPermitted
from casework.transaction import Transaction
from casework.vault import link_hash
from schema.base import new_id
from schema.cases import Case
from schema.courts import Court
from schema.feeds import Feed, FeedFilter
from schema.invitations import WITHOUT_ACCOUNT, Audience
from schema.organizations import Membership, Role
from schema.people import Person as PersonRow

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
    if language not in LANGUAGES:
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


async def end_of_departed(tx: Transaction, *, limit: int = 200) -> int:
    """End the calendar addresses of people who left the organization they were of, so that an old one opens nothing
    when somebody comes back. As the system actor HOUSEKEEPING. Returns how many.
    """
    belongs = select(Membership.id).where(
        Membership.person_id == Feed.person_id, Membership.organization_id == Feed.organization_id,
        Membership.stands(tx.now),
    )  # fmt: skip
    found = (
        select(Feed)
        .where(Feed.revoked_at.is_(None), Feed.audience.not_in(WITHOUT_ACCOUNT), ~belongs.exists())
        .order_by(Feed.id)
        .limit(limit)
        .with_for_update()
    )
    ended = list(await tx.session.scalars(found))
    for feed in ended:
        feed.revoked_at = tx.now
        feed.revision += 1
        tx.record("feed.revoked", feed)
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


async def cards(tx: Transaction, feed: Feed) -> list[Card]:
    """What this feed shows now, as its owner: in order of time, none that they may not see."""
    return [card for _, card in await cards_of(tx, await shown(tx, feed)) if card is not None]


__all__ = [
    "COLORS",
    "CalendarOfDate",
    "Event",
    "Found",
    "Overtaken",
    "body",
    "calendars_of_case",
    "cards",
    "end_of_departed",
    "events",
    "find",
    "forget_touches",
    "revoke_feed",
    "revoke_feeds",
    "rotate_feed",
    "secret_of",
    "subscribe_feed",
]
