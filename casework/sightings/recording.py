"""Taking down what somebody saw: from the page, without an account, or by a member who was told of it.

Somebody at a bus stop sees a man put into a van. She opens the page on the poster, types where and what, and sends a
photo. Nobody sees it but those who look into it; of what she typed, others are told later what names nobody, and her
number lies apart from all of it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import insert

from casework import access, times
from casework.access import Act
from casework.documents import PIECE
from casework.language import spoken
from casework.refusals import Invalid
from casework.sightings.desks import Desk
from casework.sightings.suspicions import suspicions
from casework.times import WallTime
from casework.transaction import Transaction
from casework.vault import PieceOf
from schema.base import new_id
from schema.documents import FileKind
from schema.sightings import (
    Sighting,
    SightingAccount,
    SightingKind,
    SightingPicture,
    SightingPicturePiece,
    SightingReporter,
    SightingState,
)

#: What is older is no sighting: it is told to a legal team.
OLDEST = timedelta(hours=72)
#: Clocks of telephones differ.
_AHEAD = timedelta(minutes=10)
_LONGEST = {"town": 60, "place": 200, "howMany": 200, "what": 2_000, "name": 120, "contact": 120}
#: A photo is at most so long.
LARGEST_PICTURE = 10 * 1024 * 1024
PICTURES = frozenset({FileKind.JPEG, FileKind.PNG, FileKind.HEIC})


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What somebody saw, as they typed it. ``seen_at`` is wall time in ``time_zone``."""

    kind: SightingKind
    town: str
    place: str
    seen_at: WallTime
    time_zone: str
    what: str
    how_many: str | None = None
    occurrence: int | None = None
    reporter_name: str | None = None
    reporter_contact: str | None = None
    language: str = "en"
    legal_may_ask: bool = False


async def report_sighting(
    tx: Transaction, desk: Desk, seen: Seen, picture: tuple[bytes, FileKind] | None = None
) -> Sighting:
    """Take down what somebody outside saw. As the system actor SIGHTINGS. Raises :class:`Invalid`."""
    return await _taken_down(tx, desk.organization_id, seen, picture, by=None)


async def record_sighting(tx: Transaction, organization_id: UUID, seen: Seen) -> Sighting:
    """Record what somebody told a member, who can't confirm it: somebody else does. Raises :class:`Invalid`."""
    await access.permit_in_organization(tx, organization_id, Act.RECORD_SIGHTING)
    return await _taken_down(tx, organization_id, seen, None, by=tx.somebody)


async def _taken_down(
    tx: Transaction, organization_id: UUID, seen: Seen, picture: tuple[bytes, FileKind] | None, *, by: UUID | None
) -> Sighting:
    typed = {
        "place": _words("place", seen.place),
        "how_many": _words("howMany", seen.how_many),
        "what": _words("what", seen.what),
    }
    town = " ".join((_words("town", seen.town) or "").split())
    if not town:
        raise Invalid("town", "Say in which town it was.")
    # Others are told it as it was typed, and it lies open: nobody's number or name may stand in it.
    if suspicions(town, place=True) or any(one.isdigit() for one in town):
        raise Invalid("town", "Only the town, without street or number.")
    if typed["place"] is None:
        raise Invalid("place", "Say where it was: a street corner or a place people know.")
    if typed["what"] is None:
        raise Invalid("what", "Say what you saw.")
    name, contact = _words("name", seen.reporter_name), _words("contact", seen.reporter_contact)
    seen_at = times.instant(seen.seen_at, seen.time_zone, fold=times.fold_of(seen.occurrence))
    if seen_at > tx.now + _AHEAD:
        raise Invalid("seenAt", "That is in the future. Check the day and the hour.")
    if seen_at < tx.now - OLDEST:
        raise Invalid("seenAt", "That was more than three days ago. Please call us instead.")
    if picture is not None and picture[1] not in PICTURES:
        raise Invalid("photo", "That is no photo. Choose a JPEG, PNG or HEIC picture.")
    if picture is not None and len(picture[0]) > LARGEST_PICTURE:
        raise Invalid("photo", "The photo is larger than 10 MB. Choose a smaller one.")
    key = await tx.new_key()
    sighting = Sighting(
        id=new_id(), organization_id=organization_id, vault_key_id=key, kind=seen.kind, revision=0,
        state=SightingState.UNCONFIRMED, state_since=tx.now, told_at=tx.now, seen_at=seen_at, time_zone=seen.time_zone,
        town=town, recorded_by_id=by, withheld=False,
    )  # fmt: skip
    tell(tx, sighting, typed)
    tx.session.add(sighting)
    await tx.session.flush()
    tx.session.add(
        SightingAccount(
            sighting_id=sighting.id,
            **{column: tx.seal(SightingAccount, sighting.id, column, key, words) for column, words in typed.items()},
        )
    )
    tx.session.add(
        SightingReporter(
            sighting_id=sighting.id,
            name=tx.seal(SightingReporter, sighting.id, "name", key, name),
            contact=tx.seal(SightingReporter, sighting.id, "contact", key, contact),
            language=spoken(seen.language),
            legal_may_ask=seen.legal_may_ask,
        )
    )
    await tx.session.flush()
    if picture is not None:
        await _keep(tx, sighting, picture[0])
    tx.record("sighting.recorded", sighting, after={"kind": seen.kind, "photo": picture is not None})
    return sighting


def tell(tx: Transaction, sighting: Sighting, words: dict[str, str | None]) -> None:
    """What others are told of it, once it is confirmed: these words, but for those that look like somebody's name or
    number. The sighting's key must be unlocked.
    """
    kept_back = {column: bool(suspicions(said, place=column == "place")) for column, said in words.items()}
    for column, said in words.items():
        told = None if kept_back[column] else said
        setattr(sighting, column, tx.seal(Sighting, sighting.id, column, sighting.vault_key_id, told))
    sighting.withheld = any(kept_back.values())


async def _keep(tx: Transaction, sighting: Sighting, content: bytes) -> None:
    """The photo as it was sent, sealed, with its hash."""
    key = sighting.vault_key_id
    picture = SightingPicture(
        id=new_id(), sighting_id=sighting.id, organization_id=sighting.organization_id, vault_key_id=key, revision=0,
        size=len(content), pieces=-(-len(content) // PIECE),
    )  # fmt: skip
    digest = hashlib.sha256(content).hexdigest()
    picture.sha256 = tx.vault.seal(key, SightingPicture.__tablename__, "sha256", picture.id, digest)
    tx.session.add(picture)
    await tx.session.flush()
    await lay(tx, picture, content, display=False)


async def lay(tx: Transaction, picture: SightingPicture, content: bytes, *, display: bool) -> None:
    """Its pieces, one at a time: all of them at once would lie in memory twice more."""
    count = -(-len(content) // PIECE)
    for place in range(count):
        piece = content[place * PIECE : (place + 1) * PIECE]
        sealed = tx.vault.seal_piece(picture.vault_key_id, piece_of(picture, place, count, display=display), piece)
        given = {"picture_id": picture.id, "display": display, "place": place, "content": sealed}
        await tx.session.execute(insert(SightingPicturePiece).inline().values(**given))
    await tx.session.flush()


def piece_of(picture: SightingPicture, place: int, count: int, *, display: bool) -> PieceOf:
    """Bound as well: which of the two it is of, so that a piece of the one never passes for one of the other."""
    table = SightingPicturePiece.__tablename__
    return PieceOf(f"{table}.display" if display else table, picture.id, place, count)


def _words(field: str, said: str | None) -> str | None:
    found = (said or "").strip()
    if len(found) > _LONGEST[field]:
        raise Invalid(field, "That is longer than {most} letters. Say it shorter.", most=_LONGEST[field])
    return found or None


__all__ = ["LARGEST_PICTURE", "PICTURES", "Seen", "lay", "piece_of", "record_sighting", "report_sighting", "tell"]
