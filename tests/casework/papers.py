"""Files to put with a case: a photograph that tells where it was taken, papers that tell who wrote them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from PIL import Image
from pillow_heif import register_heif_opener
from pypdf import PdfWriter
from pypdf.actions import JavaScript
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, StreamObject, TextStringObject

register_heif_opener()

#: What no file that leaves the legal team may hold: a maker, a place, an author.
MAKER, PLACE, AUTHOR = "Zephyr-Lumen 9000", (41.0, 18.0, 29.0), "Thaddeus Quillfeather"


def picture(kind: str = "JPEG", *, points: tuple[int, int] = (64, 48)) -> bytes:
    """A photograph as a telephone takes it."""
    told = Image.Exif()
    told[0x010F] = MAKER
    told[0x0112] = 6  # held upright: rows are columns
    told.get_ifd(0x8825).update({1: "N", 2: PLACE, 3: "W", 4: PLACE})
    into = io.BytesIO()
    Image.new("RGB", points, (30, 90, 150)).save(into, kind, exif=told)
    return into.getvalue()


def where_taken(content: bytes) -> object:
    """What a picture tells of its place."""
    return dict(Image.open(io.BytesIO(content)).getexif().get_ifd(0x8825)).get(2)


def pdf(*, words: str = "", locked: bool = False, attached: bytes = b"") -> bytes:
    """A letter whose author, program and scripts hang on it."""
    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    page[NameObject("/PieceInfo")] = TextStringObject(AUTHOR)
    writer.add_metadata({"/Author": AUTHOR, "/Creator": MAKER, "/Title": words})
    writer.add_open_action(JavaScript(f"app.alert('{MAKER}')"))
    if attached:
        writer.add_attachment("attached.jpg", attached)
    if locked:
        writer.encrypt("a password")
    into = io.BytesIO()
    writer.write(into)
    return into.getvalue()


def remarked() -> bytes:
    """A letter whose page says where it was scanned, with a remark that carries a file, and one within the page."""
    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    told, carried = StreamObject(), StreamObject()
    told._data = f"<x:xmpmeta>{MAKER} 41.308</x:xmpmeta>".encode()
    carried._data = b"hidden in a remark"
    page[NameObject("/Metadata")] = writer._add_object(told)
    file = DictionaryObject(
        {
            NameObject("/F"): TextStringObject("list of names"),
            NameObject("/EF"): DictionaryObject({NameObject("/F"): writer._add_object(carried)}),
        }
    )
    remarks = [
        DictionaryObject(
            {
                NameObject("/Subtype"): NameObject(kind),
                NameObject("/Rect"): ArrayObject([NumberObject(1)] * 4),
                NameObject("/T"): TextStringObject(AUTHOR),
                NameObject("/Contents"): TextStringObject("As he told us"),
            }
        )
        for kind in ("/FileAttachment", "/Text")
    ]
    remarks[0][NameObject("/FS")] = writer._add_object(file)
    page[NameObject("/Annots")] = ArrayObject([writer._add_object(remarks[0]), remarks[1]])
    into = io.BytesIO()
    writer.write(into)
    return into.getvalue()


def zipped(parts: Mapping[str, bytes]) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return into.getvalue()


def docx(**more: bytes) -> bytes:
    """A letter with remarks and changes in it."""
    author = AUTHOR.encode()
    return zipped(
        {
            "[Content_Types].xml": b"<Types/>",
            "word/document.xml": b'<w:document><w:ins w:author="' + author + b'" w:date="2026-11-01">To the judge'
            b"</w:ins></w:document>",
            "word/people.xml": b"<w15:people>" + author + b"</w15:people>",
            "word/media/image1.jpeg": picture(),
            "docProps/core.xml": b"<dc:creator>" + author + b"</dc:creator>",
            "docProps/app.xml": b"<Company>" + MAKER.encode() + b"</Company>",
            **more,
        }
    )


def odt(**more: bytes) -> bytes:
    author = AUTHOR.encode()
    return zipped(
        {
            "mimetype": b"application/vnd.oasis.opendocument.text",
            "content.xml": b"<office:annotation><dc:creator>" + author + b"</dc:creator>To the judge"
            b"</office:annotation>",
            "meta.xml": b"<meta:initial-creator>" + author + b"</meta:initial-creator>",
            **more,
        }
    )
