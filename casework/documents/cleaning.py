"""What a file tells beside itself: where and with what a picture was taken, who wrote a paper and when. It is taken out
of what leaves the legal team (law 3; SECURITY §9); the file as it was sent stays as it was.

Pictures are drawn anew, which leaves nothing but their points. Of a PDF the pages are copied, and what hangs beside
them stays behind. Of a word processor's file the facts about its author go, also from changes and remarks.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass

from PIL import Image, ImageOps
from pypdf import PdfReader, PdfWriter
from pypdf.errors import DependencyError, PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, StreamObject

from casework.documents.contents import opened
from casework.refusals import Invalid, NotAllowedByState
from schema.documents import FileKind


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A file without what it told beside itself. A picture of a telephone's own kind becomes a JPEG."""

    kind: FileKind
    content: bytes


def cleaned(kind: FileKind, content: bytes) -> Cleaned:
    """The file for eyes outside the legal team. Raises :class:`NotAllowedByState` for one that can't be cleaned."""
    try:
        match kind:
            case FileKind.JPEG | FileKind.PNG | FileKind.HEIC:
                return _drawn_anew(kind, content)
            case FileKind.PDF:
                return Cleaned(kind, _pages_alone(content))
            case FileKind.DOCX | FileKind.ODT:
                return Cleaned(kind, _without_authors(content))
            case FileKind.TEXT:
                return Cleaned(kind, content)
    except (
        Invalid, PyPdfError, DependencyError, OSError, ValueError, KeyError, TypeError, IndexError, AttributeError,
        EOFError, RecursionError, NotImplementedError, RuntimeError, zipfile.BadZipFile, SyntaxError,
    ) as error:  # fmt: skip
        raise NotAllowedByState(
            "What this file tells of its author and place can't be taken out: it may be locked or damaged. Print it as"
            " a new PDF, and share that."
        ) from error


def _drawn_anew(kind: FileKind, content: bytes) -> Cleaned:
    with opened(content, kind) as found:
        # Which way up is told beside the picture, too: first it is turned.
        turned = ImageOps.exif_transpose(found)
        drawn = turned.copy()
    drawn.info.clear()
    into = io.BytesIO()
    if kind is FileKind.PNG:
        drawn.save(into, "PNG")
        return Cleaned(kind, into.getvalue())
    plain: Image.Image = drawn if drawn.mode in {"RGB", "L"} else drawn.convert("RGB")
    plain.save(into, "JPEG", quality=90)
    return Cleaned(FileKind.JPEG, into.getvalue())


#: Of any object in a PDF: facts about its making, and what it does or carries.
_BESIDE = ("/Metadata", "/PieceInfo", "/LastModified", "/AA", "/A", "/FS", "/Thumb", "/CreationDate", "/M", "/NM")


def _pages_alone(content: bytes) -> bytes:
    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted:
        raise ValueError("locked")
    writer = PdfWriter()
    # Pages only: title and author, attachments, scripts and forms hang on the document.
    for page in reader.pages:
        writer.add_page(page)
    writer.metadata = None
    reached = _cleaned_through(writer.root_object)
    # What hung on what was taken out lies among the objects still, and would be written with them.
    writer._objects = [one if place in reached else None for place, one in enumerate(writer._objects, start=1)]
    into = io.BytesIO()
    writer.write(into)
    return into.getvalue()


def _cleaned_through(root: DictionaryObject) -> set[int]:
    """Take out what stands beside the pages, wherever it hangs: remarks and attachments often stand within the page
    itself, and not among the objects. Returns the numbers of the objects that are left.
    """
    assert root.indirect_reference is not None  # noqa: S101 -- a writer's root has a number
    reached: set[int] = set()
    waiting: list[object] = [root.indirect_reference]
    while waiting:
        one = waiting.pop()
        if isinstance(one, IndirectObject):
            if one.idnum in reached:
                continue
            reached.add(one.idnum)
            one = one.get_object()
        if isinstance(one, DictionaryObject):
            _without_facts(one)
            waiting += one.values()
        elif isinstance(one, ArrayObject):
            waiting += one
    return reached


def _without_facts(one: DictionaryObject) -> None:
    for name in _BESIDE:
        one.pop(NameObject(name), None)
    # A remark: it need not say that it is one (ISO 32000-1, table 164).
    if "/Rect" in one and one.get("/Subtype") != "/Widget":
        # Who wrote it.
        one.pop(NameObject("/T"), None)
    if isinstance(one, StreamObject) and one.get("/Filter") in ("/DCTDecode", ["/DCTDecode"]):
        one._data = without_segments(one._data)


def without_segments(jpeg: bytes) -> bytes:
    """A JPEG within a PDF without its APP1, APP13 and remarks, its points untouched: where, when and with what it was
    taken stands in these (JPEG, ITU-T T.81 §B.1.1.3).
    """
    if not jpeg.startswith(b"\xff\xd8"):
        return jpeg
    kept, at = bytearray(jpeg[:2]), 2
    while at + 4 <= len(jpeg) and jpeg[at] == 0xFF:
        marker, length = jpeg[at + 1], int.from_bytes(jpeg[at + 2 : at + 4], "big")
        if marker == 0xDA or length < 2:
            break
        if marker not in {0xE1, 0xED, 0xFE}:
            kept += jpeg[at : at + 2 + length]
        at += 2 + length
    return bytes(kept + jpeg[at:])


#: Chunks of a PNG that tell of its making: words, the camera's own facts, the hour (PNG, W3C 2025, §11.3).
_TOLD_BESIDE = {b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"}


def without_chunks(png: bytes) -> bytes:
    """A PNG within a letter without what it tells beside its points."""
    if not png.startswith(b"\x89PNG\r\n\x1a\n"):
        return png
    kept, at = bytearray(png[:8]), 8
    while at + 12 <= len(png):
        end = at + 12 + int.from_bytes(png[at : at + 4], "big")
        if png[at + 4 : at + 8] not in _TOLD_BESIDE:
            kept += png[at:end]
        at = end
    return bytes(kept)


#: Facts about the whole file, each with what may stand in its place.
_FACTS = {
    "docProps/core.xml": b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp='
    b'"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
    "docProps/app.xml": b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns='
    b'"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
    "docProps/custom.xml": b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns='
    b'"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
    "word/people.xml": b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w15:people xmlns:w15='
    b'"http://schemas.microsoft.com/office/word/2012/wordml"/>',
    "meta.xml": b'<?xml version="1.0" encoding="UTF-8"?><office:document-meta xmlns:office='
    b'"urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.3"><office:meta/></office:document-meta>',
}
#: Who changed or remarked what, and when, within the text.
_WHO = re.compile(rb"""(\s(?:w|w15|w16du):(?:author|initials|date|dateUtc|userId)\s*=\s*)(?:"[^"]*"|'[^']*')""")
_CREATOR = re.compile(rb"(<(dc:creator|dc:date|meta:creator-initials|meta:initial-creator)>)[^<]*(</\2>)")


def _without_authors(content: bytes) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as found, zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as made:
        for part in found.infolist():
            name = part.filename
            if name.endswith("/") or name.startswith(("docProps/thumbnail", "Thumbnails/")):
                continue
            inside = _FACTS.get(name) or found.read(part)
            if name.endswith(".xml"):
                inside = _CREATOR.sub(rb"\1\3", _WHO.sub(rb'\1""', inside))
            elif name.lower().endswith((".jpg", ".jpeg")):
                inside = without_segments(inside)
            elif name.lower().endswith(".png"):
                inside = without_chunks(inside)
            # An odt names its kind first, and unpacked. No part keeps the day on which it was written.
            packed = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            made.writestr(zipfile.ZipInfo(name), inside, compress_type=packed)
    return into.getvalue()


__all__ = ["Cleaned", "cleaned", "without_segments"]
