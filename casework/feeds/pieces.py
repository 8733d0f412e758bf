"""Pieces: what calendars are given of one occasion, rendered once and kept until something it shows has changed.

A piece is kept for each occasion and disclosure class (and language, and with alarms or without), or for an invitation
where it tells what is one reader's alone. Nobody who acts renders anything: a change *touches* (``migrations``, 0005),
and the next reader finds that what is kept was made before. What is kept is sealed under its case's key.

Which pieces a feed is joined from is kept as well, decided as its owner before both walls. It holds for the rest of the
day (UTC) at most, and while nothing of the people, cases and organizations that it concerns is touched.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.dialects.postgresql import insert

from casework import access, calendar, disclosure
from casework.actors import Link, SystemName
from casework.card import Card
from casework.connections import Line, Looking
from casework.feeds.showing import Shown, cards_of, shown
from casework.transaction import Database, Transaction
from schema.advocacy import AdvocacyAction
from schema.base import Sealed
from schema.cases import Case
from schema.consents import Consent
from schema.feeds import Feed, FeedFilter
from schema.occasions import Occasion
from schema.pieces import CalendarPiece, FeedContents

#: The scope of what concerns every calendar (``migrations``, 0005).
EVERYTHING = UUID(int=0)
#: Filters that show what an organization reads, and not only what its owner works on.
_WIDE = frozenset({FeedFilter.ONE_CASE, FeedFilter.ONE_COURT, FeedFilter.TEAM, FeedFilter.PUBLIC_ACTIONS})
_ROOT = Path(__file__).parents[1]
_PLACE = f"{CalendarPiece.__tablename__}.event".encode()


@cache
def form() -> str:
    """What code writes pieces: one that another release wrote is written anew."""
    files = [_ROOT / "card.py", _ROOT / "times.py", _ROOT / "titles.py"]
    for room in ("calendar", "disclosure", "language"):
        files += sorted((_ROOT / room).glob("*.py"))
    written = hashlib.sha256(b"".join(file.read_bytes() for file in files))
    written.update(" ".join(metadata.version(name) for name in ("icalendar", "tzdata", "babel")).encode())
    return written.hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Piece:
    """One kept piece, unopened."""

    id: UUID
    shown: Shown
    #: None: these eyes may see nothing of it now.
    event: Sealed | None
    uid: str
    digest: bytes
    shows: bytes
    sequence: int
    changed_at: datetime
    time_zone: str
    names: bool
    made_at: datetime
    valid_until: datetime | None
    fresh: bool


@dataclass(frozen=True, slots=True)
class Contents:
    """What a feed is joined from now."""

    pieces: tuple[Piece, ...]
    scopes: tuple[UUID, ...]
    snapshot: str
    made_at: datetime
    valid_until: datetime
    #: Pieces that were made or made anew, seen or not: to be kept.
    made: tuple[Piece, ...]

    @property
    def zones(self) -> frozenset[str]:
        return frozenset(piece.time_zone for piece in self.pieces)

    @property
    def digests(self) -> bytes:
        return b"".join(piece.digest for piece in self.pieces)


def version_of(before: bytes, digests: bytes) -> str:
    """What a feed is known by (ETag), from its head and the digests of its pieces: equal bytes give equal versions."""
    return hashlib.sha256(hashlib.sha256(before).digest() + digests).hexdigest()[:32]


async def gather(database: Database, tx: Transaction, feed: Feed, *, kept: bool = True) -> Contents:
    """What the feed shows now, as its owner, who acts: kept pieces where they hold, and all others made anew. ``kept``
    False makes every one anew, and gives the same.
    """
    # Before anything is read: whatever is committed from here on counts as later.
    snapshot: str = await tx.session.scalar(select(func.calendar_snapshot()))  # type: ignore[assignment]
    wanted = await shown(tx, feed)
    before = await _kept(database, feed, wanted)
    stale = [one for one in wanted if not kept or (_key(one) not in before or not before[_key(one)].fresh)]
    made = {_key(piece.shown): piece for piece in await _made(tx, feed, stale, before)}
    everything = [found for one in wanted if (found := made.get(_key(one)) or before.get(_key(one)))]
    pieces = sorted(
        (one for one in everything if one.event is not None), key=lambda one: (one.shown.starts_at, one.uid)
    )
    ends = [piece.valid_until for piece in everything if piece.valid_until]
    until: datetime | None = await tx.session.scalar(select(func.standing_until()))
    midnight = datetime.combine(tx.now.astimezone(UTC).date(), time(), tzinfo=UTC) + timedelta(days=1)
    return Contents(
        tuple(pieces),
        await _scopes(tx, feed),
        snapshot,
        tx.now,
        min([midnight, *ends, *([until] if until else [])]),
        tuple(made.values()),
    )


async def _scopes(tx: Transaction, feed: Feed) -> tuple[UUID, ...]:
    scopes = [EVERYTHING, feed.person_id]
    if feed.filter in _WIDE and not isinstance(tx.actor, Link):
        scopes += (await access.standing(tx)).organizations()
    if feed.filter is FeedFilter.ONE_CASE and feed.case_id:
        scopes.append(feed.case_id)
    return tuple(dict.fromkeys(scopes))


def _key(one: Shown) -> tuple[UUID, str, UUID | None]:
    return one.occasion_id, one.level, one.invitation_id


_KEPT = """
select p.id, p.occasion_id, p.level, p.invitation_id, p.event, p.uid, p.digest, p.shows, p.sequence, p.changed_at,
  p.time_zone, p.names, p.made_at, p.valid_until,
  case when p.form <> $5 or p.made_at > $6 or p.valid_until <= $6
    or split_part(p.snapshot, ' ', 1) <> split_part(now.snapshot, ' ', 1) then false
  else not exists (select from calendar_touches t where t.scope in (a.occasion_id, a.case_id, p.invitation_id, $7)
    and t.by >= pg_snapshot_xmin(split_part(p.snapshot, ' ', 2)::pg_snapshot)::text::bigint
    and not pg_visible_in_snapshot(t.by::text::xid8, split_part(p.snapshot, ' ', 2)::pg_snapshot)) end as fresh
from (select calendar_snapshot() as snapshot) now, unnest($1::uuid[], $2::uuid[]) a(occasion_id, case_id)
join calendar_pieces p on p.occasion_id = a.occasion_id
where p.language = $3 and p.alarms = $4"""


async def _kept(database: Database, feed: Feed, wanted: Sequence[Shown]) -> dict[tuple[UUID, str, UUID | None], Piece]:
    """The pieces that are kept of these, whether or not they still hold."""
    if not wanted:
        return {}
    looking = house(database)
    known = {_key(one): one for one in wanted}
    cases = {one.occasion_id: one.case_id for one in wanted}
    async with database.lines.line(looking) as line:
        rows = await line.rows(
            looking, _KEPT,
            [list(cases), list(cases.values()), feed.language, feed.alarms, form(), database.clock(), EVERYTHING],
        )  # fmt: skip
    found = {}
    for row in rows:
        key = (row["occasion_id"], row["level"], row["invitation_id"])
        if key in known:
            event = None if row["event"] is None else Sealed(row["event"])
            found[key] = Piece(row["id"], known[key], event, *row[5:])
    return found


def house(database: Database) -> Looking:
    """As whom kept pieces are read: the house, for whoever holds a calendar's address."""
    return Looking(system=SystemName.LINKS, clock=database.clock_told)


async def _made(
    tx: Transaction, feed: Feed, wanted: Sequence[Shown], before: dict[tuple[UUID, str, UUID | None], Piece]
) -> list[Piece]:
    """Pieces of these, made now, as the feed's owner."""
    if not wanted:
        return []
    found = {occasion.id: (occasion, card) for occasion, card in await cards_of(tx, wanted)}
    keys = await _vault_keys(tx, [occasion for occasion, _ in found.values()])
    await tx.unlock(keys.values())
    lapses = await _lapses(tx, wanted)
    made = []
    for one in wanted:
        occasion, card = found.get(one.occasion_id, (None, None))
        if occasion is None or one.occasion_id not in keys:
            continue
        until = lapses.get(one.occasion_id)
        made.append(_piece(tx, feed, one, occasion, card, keys[one.occasion_id], before.get(_key(one)), until))
    return made


def _piece(
    tx: Transaction, feed: Feed, one: Shown, occasion: Occasion, card: Card | None, key_id: UUID,
    last: Piece | None, until: datetime | None,
) -> Piece:  # fmt: skip
    vault = tx.vault
    ours = f"{one.level} {feed.language} {feed.alarms} {one.invitation_id}"
    # The same row whoever makes it first.
    piece_id = UUID(vault.uid(occasion.id, f"piece {ours}"))
    if card is None:
        # Its stamps stay, so that they go on from there if it is shown again.
        shows, sequence, changed_at = (last.shows, last.sequence, last.changed_at) if last else (b"", 0, tx.now)
        return Piece(
            piece_id, one, None, vault.uid(occasion.uid, one.level), b"", shows, sequence, changed_at,
            occasion.time_zone, False, tx.now, until, True,
        )  # fmt: skip
    plain = replace(card, sequence=0, revised_at=datetime.min.replace(tzinfo=UTC))
    shows = vault.index(str(occasion.id), "calendar_pieces.shows", f"{ours} {plain!r}")
    card = _stamped(card, shows, last, tx.now)
    event = calendar.piece(card, language=feed.language, alarms=feed.alarms)
    return Piece(
        piece_id,
        one,
        vault.seal(key_id, CalendarPiece.__tablename__, "event", piece_id, event.decode()),
        card.uid,
        vault.index(str(occasion.id), "calendar_pieces.digest", event.decode()),
        shows,
        card.sequence,
        card.revised_at,
        card.time_zone,
        card.name is not None,
        tx.now,
        until,
        True,
    )


def _stamped(card: Card, shows: bytes, last: Piece | None, now: datetime) -> Card:
    """With stamps that rise whenever what is shown has changed, whatever changed it: a consent, a name, a court."""
    if last is None or not last.shows:
        return replace(card, sequence=max(card.sequence, last.sequence) if last else card.sequence)
    if last.shows == shows:
        return replace(
            card, sequence=max(card.sequence, last.sequence), revised_at=max(card.revised_at, last.changed_at)
        )
    changed_at = card.revised_at if card.revised_at > last.changed_at else max(now, last.changed_at)
    return replace(card, sequence=max(card.sequence, last.sequence + 1), revised_at=changed_at)


async def _vault_keys(tx: Transaction, occasions: Sequence[Occasion]) -> dict[UUID, UUID]:
    """Under which key a piece of each is sealed: its case's, or that of an action which is about none, or several."""
    cases = {one.case_id for one in occasions if one.case_id}
    rows = await tx.session.execute(select(Case.id, Case.vault_key_id).where(Case.id.in_(cases)))
    of_case = {row.id: row.vault_key_id for row in rows}
    asked = select(AdvocacyAction.occasion_id, AdvocacyAction.vault_key_id).where(
        AdvocacyAction.occasion_id.in_([one.id for one in occasions]),
        or_(AdvocacyAction.case_id.is_(None), AdvocacyAction.of_several),
    )
    of_action = {row.occasion_id: row.vault_key_id for row in await tx.session.execute(asked)}
    keys = {one.id: of_action.get(one.id) or (of_case.get(one.case_id) if one.case_id else None) for one in occasions}
    return {occasion_id: key for occasion_id, key in keys.items() if key}


async def _lapses(tx: Transaction, wanted: Sequence[Shown]) -> dict[UUID, datetime]:
    """When the next consent of each occasion lapses, of whichever of its cases: what its pieces show may change then,
    though nobody acts.
    """
    cases = {one.case_id for one in wanted if one.case_id and one.level != "legal"}
    if not cases:
        return {}
    at = func.min(Consent.expires_at).label("at")
    asked = select(Consent.case_id, at).where(Consent.case_id.in_(cases), Consent.expires_at > tx.now)
    of_case = {row.case_id: row.at for row in await tx.session.execute(asked.group_by(Consent.case_id))}
    found = {one.occasion_id: of_case[one.case_id] for one in wanted if one.case_id in of_case}
    about = select(AdvocacyAction).where(
        AdvocacyAction.occasion_id.in_([one.occasion_id for one in wanted]), AdvocacyAction.of_several
    )
    several = list((await tx.session.scalars(about)).unique())
    told = await disclosure.facts_of_cases(tx, several)
    for action in several:
        ends = [one for facts in told.get(action.id, ()) for one in facts.lapses(tx.now)]
        if ends:
            found[action.occasion_id] = min(ends)
    return found


async def keep(tx: Transaction, feed: Feed, contents: Contents, version: str, *, seen: bool) -> None:
    """Keep what was made, and what the feed is joined from. ``seen``: it is in the trail that all of it was shown. As
    LINKS.
    """
    rows: list[dict[str, Any]] = [
        {
            "id": one.id,
            "occasion_id": one.shown.occasion_id,
            "level": one.shown.level,
            "language": feed.language,
            "alarms": feed.alarms,
            "invitation_id": one.shown.invitation_id,
            "event": one.event,
            "uid": one.uid,
            "digest": one.digest,
            "shows": one.shows,
            "sequence": one.sequence,
            "changed_at": one.changed_at,
            "time_zone": one.time_zone,
            "names": one.names,
            "form": form(),
            "snapshot": contents.snapshot,
            "made_at": one.made_at,
            "valid_until": one.valid_until,
        }
        # In one order, so that two who keep the same wait for each other in one direction.
        for one in sorted(contents.made, key=lambda one: one.id)
    ]
    for some in range(0, len(rows), 500):
        adding = insert(CalendarPiece)
        fields = {name: adding.excluded[name] for name in rows[0] if name not in ("id", "occasion_id")}
        await tx.session.execute(
            adding.values(rows[some : some + 500]).on_conflict_do_update(index_elements=["id"], set_=fields)
        )
    row: dict[str, Any] = {
        "feed_id": feed.id,
        "pieces": [one.id for one in contents.pieces],
        "occasions": [one.shown.occasion_id for one in contents.pieces],
        "digests": contents.digests,
        "version": version,
        "zones": sorted(contents.zones),
        "scopes": list(contents.scopes),
        "form": form(),
        "snapshot": contents.snapshot,
        "made_at": contents.made_at,
        "valid_until": contents.valid_until,
    }
    if seen:
        row |= {"seen": contents.digests, "seen_on": tx.now.date()}
    adding = insert(FeedContents).values(row)
    await tx.session.execute(
        adding.on_conflict_do_update(
            index_elements=["feed_id"], set_={name: adding.excluded[name] for name in row if name != "feed_id"}
        )
    )


def opened(database: Database, rows: Iterable[bytes]) -> list[bytes]:
    """The events of kept pieces, each given as its id and what is sealed. Their keys must be unlocked."""
    return database.vault.opened_all(_PLACE, rows)


async def unlock(database: Database, line: Line, rows: Sequence[bytes]) -> None:
    """Fetch the data keys that these need, on a connection of the house."""
    if missing := database.vault.missing([one[16:33] for one in rows]):
        found = await line.rows(
            house(database), "select id, wrapped from vault_keys where id = any ($1)", [list(missing)]
        )
        for row in found:
            database.vault.unwrap(row["id"], row["wrapped"])


__all__ = [
    "EVERYTHING",
    "Contents",
    "Piece",
    "form",
    "gather",
    "house",
    "keep",
    "opened",
    "unlock",
    "version_of",
]
