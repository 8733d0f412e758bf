"""Pictures within a paper, whose points stay as they are: each loses what stands beside its points.

What is kept is what a reader needs to draw it; anything else goes, known or not. Raises :class:`ValueError` for what
can't be walked through.
"""

from __future__ import annotations

import re

_SOI, _EOI = b"\xff\xd8", b"\xff\xd9"
#: Where the points of a JPEG end: the next marker that is no restart and no escaped byte (ITU-T T.81 §B.1.1.2).
_NEXT = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")
#: Application data that says how to draw, by its marker and how it begins: density, the profile of its colours, and in
#: which of Adobe's ways they are told. Where, when and with what it was taken stands in the others.
_DRAWS = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
_COMMENT = 0xFE


def without_segments(jpeg: bytes) -> bytes:
    """A JPEG without its application data, remarks, previews, and whatever follows its end (ITU-T T.81 §B.1.1.3)."""
    if not jpeg.startswith(_SOI):
        raise ValueError("no JPEG")
    kept, at = bytearray(_SOI), 2
    while at + 2 <= len(jpeg):
        if jpeg[at] != 0xFF:
            raise ValueError("no marker")
        marker = jpeg[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == 0xD9:
            break
        if marker == 0x01 or 0xD0 <= marker <= 0xD7:
            kept += jpeg[at : at + 2]
            at += 2
            continue
        end = at + 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
        if not at + 4 <= end <= len(jpeg):
            raise ValueError("a segment is cut off")
        kept += _drawing(marker, jpeg[at:end])
        at = end
        if marker == 0xDA:
            following = _NEXT.search(jpeg, at)
            end = following.start() if following else len(jpeg)
            kept += jpeg[at:end]
            at = end
    return bytes(kept + _EOI)


def _drawing(marker: int, segment: bytes) -> bytes:
    if marker == _COMMENT:
        return b""
    if not 0xE0 <= marker <= 0xEF:
        return segment
    begins = _DRAWS.get(marker)
    if begins is None or not segment[4:].startswith(begins):
        return b""
    # Of a density, without the preview that may follow it.
    return b"\xff\xe0\x00\x10" + segment[4:16] + b"\0\0" if marker == 0xE0 else segment


#: Chunks of a PNG that say how to draw it (PNG, W3C 2025, §11); in the others are words, the camera's facts, the hour.
_CHUNKS = {
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"bKGD", b"pHYs",
}  # fmt: skip


def without_chunks(png: bytes) -> bytes:
    """A PNG without what it tells beside its points, and without what follows its end."""
    if not png.startswith(b"\x89PNG\r\n\x1a\n"):
        raise ValueError("no PNG")
    kept, at = bytearray(png[:8]), 8
    while at + 12 <= len(png):
        end, kind = at + 12 + int.from_bytes(png[at : at + 4], "big"), png[at + 4 : at + 8]
        if end > len(png):
            raise ValueError("a chunk is cut off")
        if kind in _CHUNKS:
            kept += png[at:end]
        if kind == b"IEND":
            break
        at = end
    return bytes(kept)


#: Boxes of a JPEG 2000 that say how to draw it (ITU-T T.800 annex I, T.801 annex M); its XML, identifiers and labels
#: tell where, when and with what.
_BOXES = {b"jP  ", b"ftyp", b"rreq", b"jp2h", b"jp2c"}
_SOC, _SOT, _SOD, _REMARK = 0xFF4F, 0xFF90, 0xFF93, 0xFF64


def without_boxes(jpeg2000: bytes) -> bytes:
    """A JPEG 2000, in its boxes or bare, without what it tells beside its points."""
    if jpeg2000.startswith(_SOC.to_bytes(2, "big")):
        return _without_remarks(jpeg2000)
    if jpeg2000[4:8] != b"jP  ":
        raise ValueError("no JPEG 2000")
    kept, at, drawn = bytearray(), 0, False
    while at + 8 <= len(jpeg2000):
        size, kind, head = int.from_bytes(jpeg2000[at : at + 4], "big"), jpeg2000[at + 4 : at + 8], 8
        if size == 1:
            size, head = int.from_bytes(jpeg2000[at + 8 : at + 16], "big"), 16
        end = at + size if size else len(jpeg2000)
        if not at + head <= end <= len(jpeg2000):
            raise ValueError("a box is cut off")
        if kind in _BOXES:
            inside = jpeg2000[at + head : end]
            if kind == b"jp2c":
                inside, drawn = _without_remarks(inside), True
            kept += (len(inside) + 8).to_bytes(4, "big") + kind + inside
        at = end
    if not drawn:
        raise ValueError("its points are elsewhere")
    return bytes(kept)


def _without_remarks(points: bytes) -> bytes:
    """The codestream without remarks in its head (ITU-T T.800 §A.9.2). One within a tile would move what follows it."""
    kept, at = bytearray(points[:2]), 2
    while (marker := _word(points, at)) != _SOT:
        end = at + 2 + _word(points, at + 2)
        if marker < 0xFF00 or end <= at + 3:
            raise ValueError("no marker")
        if marker != _REMARK:
            kept += points[at:end]
        at = end
    tiles = at
    while at + 12 <= len(points) and _word(points, at) == _SOT:
        length = int.from_bytes(points[at + 6 : at + 10], "big")
        within = at + 12
        while (marker := _word(points, within)) != _SOD:
            if marker == _REMARK or marker < 0xFF00:
                raise ValueError("a remark within a tile")
            within += 2 + _word(points, within + 2)
        at = at + length if length else len(points)
        if at < within:
            raise ValueError("a tile is cut off")
    return bytes(kept + points[tiles:at] + (_EOI if points[at : at + 2] == _EOI else b""))


def _word(points: bytes, at: int) -> int:
    if at + 2 > len(points):
        raise ValueError("it is cut off")
    return int.from_bytes(points[at : at + 2], "big")


__all__ = ["without_boxes", "without_chunks", "without_segments"]
