"""Feeds as calendar collections, for devices that ask often and by CalDAV (RFC 4791), and may only read.

A device that synchronises asks what has changed since it last asked. So of each feed the house keeps, entry by entry,
which bytes stand (a keyed hash) under which number: whatever the feed shows now is compared, and what is new, different
or gone takes the next numbers. What an entry says is the feed's own piece (:mod:`casework.feeds.pieces`), with the same
UID and stamps, and is kept nowhere else; a look is noted as a fetch of the feed. So a date that moved, one that was
cancelled and a consent that was withdrawn reach each device the next time it asks, and a restart forgets nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.dialects.postgresql import insert

from casework import calendar, feeds, times
from casework.actors import Person
from casework.feeds import Event, Overtaken
from casework.refusals import NotFound
from casework.transaction import Database, Transaction
from schema.audit import CALENDAR
from schema.cases import Case
from schema.feeds import Feed
from schema.invitations import WITHOUT_ACCOUNT
from schema.occasions import Occasion
from schema.synced_feeds import SyncedEntry, SyncedFeed

#: How long it is remembered that an entry went: a device that was silent for longer begins anew.
REMEMBERED = timedelta(days=90)


class BeginAnew(Exception):
    """It was said up to where a device knows, and that is nothing we know of, or too long ago (RFC 6578 §3.2). No
    refusal: devices do so by themselves.
    """


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed, as it is shown now."""

    uid: str
    #: iCalendar (RFC 5545).
    content: bytes
    starts_at: datetime
    ends_at: datetime
    case_id: UUID | None
    lead_organization_id: UUID | None
    #: What of the case it discloses, for the trail.
    discloses: tuple[str, ...]

    def between(self, start: datetime | None, end: datetime | None) -> bool:
        """Whether it touches this span of time (RFC 4791 §9.9, of events that last)."""
        if self.starts_at == self.ends_at:
            return (start is None or start <= self.starts_at) and (end is None or end > self.starts_at)
        return (start is None or start < self.ends_at) and (end is None or end > self.starts_at)


@dataclass(frozen=True, slots=True)
class Showing:
    """What a feed shows, as it was read before it is looked at."""

    #: Of the feed. None: its owner belongs nowhere any more, and it shows nothing.
    version: str | None
    events: Sequence[Event]


async def read(
    database: Database, person: Person, feed_id: UUID | None = None, *, client: str | None
) -> dict[UUID, Showing]:
    """What one of somebody's feeds shows now, or all of theirs, each noted as fetched by this family of devices. To be
    read before the transaction that looks: while it lasts no other connection is waited for. Raises :class:`NotFound`
    as :func:`own_feed` does, :class:`Overtaken`.
    """
    async with database.transaction(person) as tx:
        found = await own_feeds(tx) if feed_id is None else [await own_feed(tx, feed_id)]
    shown = {}
    for feed in found:
        try:
            now, events = await feeds.events(database, feed.id, client=client)
            shown[feed.id] = Showing(now.version, events)
        except NotFound:
            shown[feed.id] = Showing(None, ())
    return shown


async def _entries(tx: Transaction, showing: Showing) -> list[Entry]:
    """What a feed shows, entry by entry; what went out of its owner's sight meanwhile is left out."""
    occasions = await tx.session.execute(
        select(
            Occasion.id, Occasion.case_id, Occasion.lead_organization_id, Occasion.starts_at, Occasion.ends_at,
            Occasion.hour_known,
        ).where(Occasion.id.in_([event.occasion_id for event in showing.events]))
    )  # fmt: skip
    rows = {row.id: row for row in occasions}
    made = []
    for event in showing.events:
        row = rows.get(event.occasion_id)
        if row is None:
            continue
        starts_at, ends_at = row.starts_at, max(row.ends_at, row.starts_at)
        if not row.hour_known:
            starts_at, ends_at = _whole_day(row.starts_at, event.time_zone)
        discloses = ("dates", "public_name") if event.names else ("dates",)
        made.append(
            Entry(
                event.uid, calendar.entry(event.ics, event.time_zone), starts_at, ends_at, row.case_id,
                row.lead_organization_id, discloses,
            )
        )  # fmt: skip
    return made


def _whole_day(at: datetime, time_zone: str) -> tuple[datetime, datetime]:
    midnight = datetime.combine(times.local_day(at, time_zone), time(), times.zone(time_zone))
    return midnight, midnight + timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Kept:
    """An entry that a device may be told of: its number in the feed, its ETag, and since when it is as it is."""

    uid: str
    etag: str
    number: int
    changed_at: datetime
    gone: bool


@dataclass(frozen=True, slots=True)
class Looked:
    """A feed, compared with what devices were told of it."""

    feed: Feed
    number: int
    forgotten: int
    kept: Mapping[str, Kept]
    entries: Mapping[str, Entry]

    def standing(self) -> list[Kept]:
        """What it shows, in the order of its numbers."""
        return sorted((one for one in self.kept.values() if not one.gone), key=lambda one: one.number)

    def since(self, number: int, began: int = 0) -> list[Kept]:
        """What is new, different or gone since this number. ``began``: what was forgotten when a device began with
        nothing, and has come as far as ``number`` since; it need not hear of that. Raises :class:`BeginAnew`.
        """
        if number > self.number or max(number, began) < self.forgotten:
            raise BeginAnew
        return sorted((one for one in self.kept.values() if one.number > number), key=lambda one: one.number)


async def own_feeds(tx: Transaction) -> Sequence[Feed]:
    """The feeds of whoever signs in, each a calendar of their devices."""
    found = select(Feed).where(*_own(tx)).order_by(Feed.id)
    return list(await tx.session.scalars(found))


async def own_feed(tx: Transaction, feed_id: UUID) -> Feed:
    """One of them. Raises :class:`NotFound` alike for somebody else's, a revoked one, and one that never was."""
    feed = await tx.session.scalar(select(Feed).where(Feed.id == feed_id, *_own(tx)))
    if feed is None:
        raise NotFound
    return feed


def _own(tx: Transaction) -> tuple[ColumnElement[bool], ...]:
    return Feed.person_id == tx.somebody, Feed.revoked_at.is_(None), Feed.audience.not_in(WITHOUT_ACCOUNT)


async def look(tx: Transaction, feed: Feed, showing: Showing) -> Looked:
    """Compare what a feed shows with what devices were told, and give whatever changed the next numbers. Whoever asks
    twice is told the same. Raises :class:`Overtaken` when another reader found since that it shows something else.
    """
    row = await _locked(tx, feed)
    # Whoever waited for the lock must not put back what the other one found.
    stands = await tx.session.scalar(select(Feed.version).where(Feed.id == feed.id))
    if showing.version is not None and showing.version != stands:
        raise Overtaken
    entries = {one.uid: one for one in await _entries(tx, showing)}
    rows = {one.uid: one for one in await tx.session.scalars(select(SyncedEntry).where(SyncedEntry.feed_id == feed.id))}
    for uid, entry in entries.items():
        etag = tx.vault.index(str(feed.id), "calendar entry", entry.content.decode())
        known = rows.get(uid)
        if known is None:
            row.number += 1
            known = rows[uid] = SyncedEntry(feed_id=feed.id, uid=uid, etag=etag, number=row.number, changed_at=tx.now)
            tx.session.add(known)
        elif known.etag != etag or known.gone_at is not None:
            row.number += 1
            known.etag, known.number, known.changed_at = etag, row.number, tx.now
            known.gone_at = known.seen_on = None
    for uid, known in rows.items():
        if uid not in entries and known.gone_at is None:
            row.number += 1
            known.number, known.gone_at = row.number, tx.now
    await _forget(tx, row, rows)
    await tx.session.flush()
    kept = {
        uid: Kept(uid, one.etag.hex(), one.number, one.changed_at, one.gone_at is not None) for uid, one in rows.items()
    }
    return Looked(feed, row.number, row.forgotten, kept, entries)


async def _locked(tx: Transaction, feed: Feed) -> SyncedFeed:
    await tx.session.execute(insert(SyncedFeed).values(feed_id=feed.id).on_conflict_do_nothing())
    return await tx.session.get_one(SyncedFeed, feed.id, with_for_update=True, populate_existing=True)


async def _forget(tx: Transaction, row: SyncedFeed, rows: dict[str, SyncedEntry]) -> None:
    """What went long ago. Whoever knows no more than was known then is told to begin anew."""
    past = [one for one in rows.values() if one.gone_at is not None and one.gone_at <= tx.now - REMEMBERED]
    if not past:
        return
    row.forgotten = max(row.forgotten, *(one.number for one in past))
    for one in past:
        del rows[one.uid]
        await tx.session.delete(one)


async def disclose(tx: Transaction, looked: Looked, uids: Iterable[str]) -> list[tuple[Kept, Entry]]:
    """Entries with all that they say, in this order; what is not there is left out.

    Whose they are is in the trail once a day, and whenever they say something else: devices ask every quarter of an
    hour, and a trail of that would hide who looked.
    """
    shown = [(looked.kept[uid], looked.entries[uid]) for uid in dict.fromkeys(uids) if uid in looked.entries]
    today = tx.now.date()
    rows = await tx.session.scalars(
        select(SyncedEntry).where(
            SyncedEntry.feed_id == looked.feed.id,
            SyncedEntry.uid.in_([kept.uid for kept, _ in shown]),
            or_(SyncedEntry.seen_on.is_(None), SyncedEntry.seen_on < today),
        )
    )
    for row in rows:
        row.seen_on = today
        entry = looked.entries[row.uid]
        if entry.case_id:
            tx.viewed(
                Case, entry.case_id, entry.discloses, case_id=entry.case_id, organization_id=entry.lead_organization_id
            )
    await tx.record_views("caldav", door=CALENDAR)
    return shown


__all__ = [
    "BeginAnew",
    "Entry",
    "Kept",
    "Looked",
    "Overtaken",
    "Showing",
    "disclose",
    "look",
    "own_feed",
    "own_feeds",
    "read",
]
