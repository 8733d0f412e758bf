"""Fetching: a calendar asks at a secret address, or a device by CalDAV, and gets what its owner may see now.

What a feed is joined from is kept (:mod:`casework.feeds.pieces`): while it holds, one statement finds the feed, whether
its owner still stands anywhere, and that nothing it shows has changed; a second brings the pieces, for a calendar that
does not have them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from casework import calendar
from casework.actors import LINKS, Actor, Link, LinkKind, Person
from casework.feeds import pieces
from casework.feeds.pieces import Contents
from casework.refusals import NotFound
from casework.transaction import Database, Transaction
from casework.vault import link_hash
from schema.audit import CALENDAR
from schema.cases import Case
from schema.feeds import Feed
from schema.invitations import WITHOUT_ACCOUNT
from schema.organizations import Membership
from schema.pieces import FeedContents


@dataclass(frozen=True, slots=True)
class Found:
    """A feed as it stands now."""

    feed_id: UUID
    #: What it is known by, and since when: equal versions are equal bytes.
    version: str
    since: datetime
    #: What stands before its events, and how many these are.
    head: bytes
    count: int


class Overtaken(Exception):
    """Others made it anew, again and again, while it was read. No refusal: whoever asks again is answered."""


@dataclass(frozen=True, slots=True)
class Event:
    """One event of a feed, for whoever serves them one by one (CalDAV)."""

    occasion_id: UUID
    #: Unique in the feed, and of this one kind of eyes (RFC 7986 §5.3).
    uid: str
    time_zone: str
    #: Whether it holds the client's name, for the trail.
    names: bool
    #: A VEVENT, CRLF at each line's end, as in the feed.
    ics: bytes


_WITHOUT = ", ".join(f"'{audience}'" for audience in sorted(WITHOUT_ACCOUNT))
#: Whose it is still stands somewhere, or is somebody who never signs in.
_STANDS = f"""(f.audience in ({_WITHOUT}) or exists (select from memberships m where m.person_id = f.person_id
  and (m.ended_at is null or m.ended_at > $2)))"""


def _finding(by: str) -> str:
    """The feed with this in a column, and whether what is kept of it holds. Where it is served whole ($5) it must be in
    the trail of this day as well.
    """
    return f"""
with found as (
  select f.id, f.name, f.color, f.version, f.version_since, c.zones,
    cardinality(c.pieces) as count, coalesce(c.form = $4 and c.version = f.version
      and c.made_at <= $2 and c.valid_until > $2 and not calendar_touched(c.scopes, c.snapshot)
      and (not $5 or c.seen_on = ($2 at time zone 'UTC')::date and c.seen = c.digests), false) as holds
  from feeds f left join feed_contents c on c.feed_id = f.id
  where f.{by} = $1 and f.revoked_at is null and {_STANDS}),
noted as (
  update feeds f set fetched_at = $2, fetched_by = $3 from found where f.id = found.id and found.holds)
select id, name, color, version, version_since, zones, count, holds from found"""  # noqa: S608 -- constants of ours


_FIND, _FIND_BY_ID = _finding("secret_hash"), _finding("id")

#: Each piece as its id and what is sealed, and its place: they come as they are found, for sorting them there would
#: move every byte of them.
_PIECES = """
select u.place, uuid_send(p.id) || p.event as event, p.occasion_id, p.uid, p.time_zone, p.names
from feed_contents c cross join unnest(c.pieces) with ordinality u(id, place)
left join calendar_pieces p on p.id = u.id
where c.feed_id = $1 and c.version = $2"""


async def find(database: Database, secret: str, *, client: str | None = None) -> Found:
    """The feed behind an address, as it stands now, and that a calendar (of this family) asked for it. Raises
    :class:`NotFound` for unknown, revoked, and those of somebody who belongs nowhere any more.
    """
    return await _found(database, _FIND, link_hash(secret), client, whole=True)


async def body(database: Database, found: Found) -> bytes:
    """The feed as RFC 5545 text. Raises :class:`NotFound` when it ended meanwhile, :class:`Overtaken`."""
    found, rows = await _sealed(database, found, whole=True)
    return calendar.joined(found.head, pieces.opened(database, [row[1] for row in rows]))


async def _sealed(database: Database, found: Found, *, whole: bool) -> tuple[Found, list[Any]]:
    """The feed's pieces in their order, each with its id and what is sealed, with their keys at hand."""
    looking = pieces.house(database)
    for _ in range(3):
        async with database.lines.line(looking) as line:
            rows = await line.rows(looking, _PIECES, [found.feed_id, found.version])
            rows.sort()
            sealed: list[bytes] = [row[1] for row in rows]
            if None not in sealed and len(rows) == found.count:
                await pieces.unlock(database, line, sealed)
                return found, rows
        # Made anew by another reader since: what is shown has changed again.
        found = await _anew(database, found.feed_id, whole=whole)
    raise Overtaken


async def events(database: Database, feed_id: UUID, *, client: str | None = None) -> tuple[Found, list[Event]]:
    """What the feed shows now, event by event in its order, and the feed itself as it stands. Noted as a fetch by this
    family of calendars; which of it is shown to anybody, and that it is in the trail, is for whoever serves them.
    Raises :class:`NotFound`, :class:`Overtaken`.
    """
    found = await _found(database, _FIND_BY_ID, feed_id, client, whole=False)
    found, rows = await _sealed(database, found, whole=False)
    opened = pieces.opened(database, [row[1] for row in rows])
    return found, [
        Event(row["occasion_id"], row["uid"], row["time_zone"], row["names"], ics)
        for row, ics in zip(rows, opened, strict=True)
    ]


async def _found(database: Database, asked: str, of: bytes | UUID, client: str | None, *, whole: bool) -> Found:
    looking = pieces.house(database)
    async with database.lines.line(looking) as line:
        rows = await line.rows(looking, asked, [of, database.clock(), client, pieces.form(), whole])
    if not rows:
        raise NotFound
    row = rows[0]
    if row["holds"]:
        head = calendar.head(row["name"], row["color"], frozenset(row["zones"]))
        return Found(row["id"], row["version"], row["version_since"], head, row["count"])
    return await _anew(database, row["id"], client=client, whole=whole)


async def _anew(database: Database, feed_id: UUID, *, client: str | None = None, whole: bool) -> Found:
    """Decide again what the feed shows, as its owner, make what is not kept, and keep it. ``whole``: all of it is
    served, which goes into the trail.
    """
    async with database.transaction(LINKS) as tx:
        feed = await tx.session.get(Feed, feed_id)
        if feed is None or feed.revoked_at is not None:
            raise NotFound
        actor = await _owner(tx, feed)
        before = await tx.session.get(FeedContents, feed_id)
    async with database.transaction(actor) as tx:
        contents = await pieces.gather(database, tx, feed)
        head = calendar.head(feed.name, feed.color, contents.zones)
        if whole:
            await _record(tx, contents, before)
    version = pieces.version_of(head, contents.digests)
    async with database.transaction(LINKS) as tx:
        feed = await tx.session.get(Feed, feed_id, with_for_update=True)
        if feed is None or feed.revoked_at is not None:
            raise NotFound
        await pieces.keep(tx, feed, contents, version, seen=whole)
        if feed.version != version or feed.version_since is None:
            feed.version, feed.version_since = version, tx.now
        feed.fetched_at = tx.now
        if client is not None:
            feed.fetched_by = client
        await tx.session.flush()
        return Found(feed.id, version, feed.version_since, head, len(contents.pieces))


async def _owner(tx: Transaction, feed: Feed) -> Actor:
    """As whom a feed is read. Raises :class:`NotFound` for one of somebody who belongs nowhere any more."""
    if feed.audience in WITHOUT_ACCOUNT:
        return Link(LinkKind.FEED, feed.id, feed.person_id)
    stands = select(Membership.id).where(Membership.person_id == feed.person_id, Membership.stands(tx.now)).limit(1)
    if await tx.session.scalar(stands) is None:
        raise NotFound
    return Person(feed.person_id)


async def _record(tx: Transaction, contents: Contents, before: FeedContents | None) -> None:
    """Which cases it shows is in the trail once a day, and of each case whenever it shows something else of it:
    calendars ask every quarter of an hour, and a trail of that would hide who looked.
    """
    known: set[bytes] = set()
    if before is not None and before.seen_on == tx.now.date():
        # Keyed by the occasion: no two have one.
        known = {before.seen[at : at + 16] for at in range(0, len(before.seen), 16)}
    for one in contents.pieces:
        if one.shown.case_id and one.digest not in known:
            fields = ["dates", "public_name"] if one.names else ["dates"]
            tx.viewed(
                Case, one.shown.case_id, fields, case_id=one.shown.case_id, organization_id=one.shown.lead
            )  # fmt: skip
    await tx.record_views("feed", door=CALENDAR)


__all__ = ["Event", "Found", "Overtaken", "body", "events", "find"]
