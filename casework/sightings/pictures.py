"""Photos of a sighting: as they were sent, for who verifies it and for counsel; for all others a copy in which a person
has covered faces and plates.

No program finds every face, and one that finds most of them makes people trust it. So a person draws the boxes, and
until they have done that there is nothing that others could be shown. What a box covers is one colour: the points that
were there are not in the copy, nor is anything that the photo told beside itself.
"""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PIL import Image, ImageDraw, ImageStat
from sqlalchemy import delete, select

from casework import access
from casework.access import Act
from casework.documents import PIECE, picture_by_content
from casework.documents.cleaning import cleaned
from casework.refusals import ChangedMeanwhile, Invalid, NotFound
from casework.sightings.recording import lay, piece_of
from casework.sightings.verifying import sighting_for
from casework.transaction import Transaction
from schema.base import Sealed
from schema.documents import FileKind
from schema.sightings import SightingPicture, SightingPicturePiece

#: The copy's longer side, in points: enough to see what happens, not who somebody is in the crowd behind.
_SIDE = 1_600
_MOST_BOXES = 60


@dataclass(frozen=True, slots=True)
class Box:
    """What is covered, in shares of the picture's width and height, from its upper left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Original:
    """A photo as it was sent."""

    content: bytes
    kind: FileKind
    sha256: str


async def open_picture(tx: Transaction, picture_id: UUID, *, display: bool) -> Original:
    """The copy for others, or the photo as it was sent, which is an entry in the trail. Raises :class:`NotFound`, also
    where there is no copy yet, or the photo is not the actor's to see.
    """
    picture = await access.seen(tx, SightingPicture, picture_id)
    count = picture.display_pieces if display else picture.pieces
    if count is None:
        raise NotFound
    await tx.unlock([picture.vault_key_id])
    actor = await access.standing(tx)
    asked = access.visible(actor, SightingPicturePiece, tx.now).where(
        SightingPicturePiece.picture_id == picture.id, SightingPicturePiece.display.is_(display)
    )
    rows = list(await tx.session.scalars(asked.order_by(SightingPicturePiece.place)))
    found: list[tuple[int, Sealed]] = [(row.place, row.content) for row in rows]
    if not found:
        raise NotFound
    if [place for place, _ in found] != list(range(count)):
        raise LookupError("A photo lacks a piece.")
    content = b"".join(
        tx.vault.open_piece(sealed, piece_of(picture, place, count, display=display)) for place, sealed in found
    )
    if display:
        return Original(content, FileKind.JPEG, "")
    tx.viewed(SightingPicture, picture.id, ["content"], organization_id=picture.organization_id)
    kind = picture_by_content(content)
    if kind is None:
        raise LookupError("A photo was kept that is none.")
    return Original(content, kind, tx.open(picture, "sha256") or "")


async def picture_to_blur(
    tx: Transaction, picture_id: UUID, boxes: Sequence[Box], *, nothing_to_blur: bool, expected_revision: int
) -> Original:
    """The photo of which :func:`blurred` makes the copy, outside any transaction. Raises what blurring raises."""
    picture = await _picture(tx, picture_id)
    if picture.revision != expected_revision:
        # Nothing changes here: the next revision comes with the copy.
        raise ChangedMeanwhile(revision_now=picture.revision)
    _checked(boxes, nothing_to_blur=nothing_to_blur)
    return await open_picture(tx, picture_id, display=False)


async def blur_picture(
    tx: Transaction,
    picture_id: UUID,
    copy: bytes,
    boxes: Sequence[Box],
    *,
    nothing_to_blur: bool,
    expected_revision: int,
) -> SightingPicture:
    """Give others the ``copy`` in which these boxes are covered, in place of any before. Raises :class:`Invalid` where
    nothing is covered and nobody said that there is nothing to cover, :class:`ChangedMeanwhile`.
    """
    picture = await _picture(tx, picture_id)
    tx.expect(picture, expected_revision)
    _checked(boxes, nothing_to_blur=nothing_to_blur)
    await tx.unlock([picture.vault_key_id])
    before = delete(SightingPicturePiece).where(
        SightingPicturePiece.picture_id == picture.id, SightingPicturePiece.display
    )
    await tx.session.execute(before.execution_options(synchronize_session=False))
    await lay(tx, picture, copy, display=True)
    picture.display_pieces = -(-len(copy) // PIECE)
    picture.blurred_by_id, picture.blurred_at = tx.person_id, tx.now
    await tx.session.flush()
    tx.record("sighting.photo_blurred", picture, after={"boxes": len(boxes)}, about=[picture.sighting_id])
    return picture


def blurred(original: Original, boxes: Sequence[Box]) -> bytes:
    """The copy: smaller, without what the photo told beside itself, each box one colour. It takes a moment: never
    within a transaction, nor on the loop that serves everybody. Raises :class:`NotAllowedByState` for a photo that
    can't be read.
    """
    plain = cleaned(original.kind, original.content)
    with Image.open(io.BytesIO(plain.content)) as found:
        picture = found.convert("RGB")
    draw = ImageDraw.Draw(picture)
    for box in boxes:
        corners = _corners(box, picture.width, picture.height)
        # Their mean colour: it tells as much as a grey box does, and the eye is not caught by it.
        mean = ImageStat.Stat(picture.crop(corners)).mean
        red, green, blue = (round(share) for share in mean)
        left, upper, right, lower = corners
        draw.rectangle((left, upper, right - 1, lower - 1), fill=(red, green, blue))
    # After covering, so that no point of what was covered is mixed into its border.
    picture.thumbnail((_SIDE, _SIDE))
    into = io.BytesIO()
    picture.save(into, "JPEG", quality=82)
    return into.getvalue()


def _corners(box: Box, width: int, height: int) -> tuple[int, int, int, int]:
    left, upper = min(int(box.x * width), width - 1), min(int(box.y * height), height - 1)
    # Rounded outwards: half a point of a face is a point of it.
    right = min(width, max(left + 1, math.ceil((box.x + box.width) * width)))
    lower = min(height, max(upper + 1, math.ceil((box.y + box.height) * height)))
    return left, upper, right, lower


def _checked(boxes: Sequence[Box], *, nothing_to_blur: bool) -> None:
    if not boxes and not nothing_to_blur:
        raise Invalid("boxes", "Cover each face and plate, or say that there is none in the photo.")
    if boxes and nothing_to_blur:
        raise Invalid("boxes", "You drew boxes and said that there is nothing to cover. Which is it?")
    if len(boxes) > _MOST_BOXES:
        raise Invalid("boxes", "That is more than {most} boxes. Draw larger ones.", most=_MOST_BOXES)
    for box in boxes:
        if not (0 <= box.x < 1 and 0 <= box.y < 1 and 0 < box.width <= 1 and 0 < box.height <= 1):
            raise Invalid("boxes", "A box lies outside the photo. Draw it again.")


async def _picture(tx: Transaction, picture_id: UUID) -> SightingPicture:
    found = await access.seen(tx, SightingPicture, picture_id)
    await sighting_for(tx, found.sighting_id, Act.VERIFY_SIGHTING)
    locking = select(SightingPicture).where(SightingPicture.id == picture_id).with_for_update()
    picture = await tx.session.scalar(locking.execution_options(populate_existing=True))
    if picture is None:
        raise NotFound
    return picture


__all__ = ["Box", "Original", "blur_picture", "blurred", "open_picture", "picture_to_blur"]
