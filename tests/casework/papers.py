"""Files to put with a case: a photograph that tells where it was taken, papers that tell who wrote them."""

from __future__ import annotations

import base64
import io
import zipfile
import zlib
from collections.abc import Mapping, Sequence

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


def jpeg2000(*, boxed: bool = True) -> bytes:
    """A picture in JPEG 2000 with a remark in it and, in its boxes, facts as XML and by identifier."""
    into = io.BytesIO()
    Image.effect_noise((64, 48), 90).save(into, "JPEG2000", no_jp2=not boxed)
    drawn, maker = into.getvalue(), MAKER.encode()
    at = drawn.index(b"\xff\x4f\xff\x51") + 4 + int.from_bytes(drawn[drawn.index(b"\xff\x51") + 2 :][:2], "big")
    remark = b"\xff\x64" + (len(maker) + 4).to_bytes(2, "big") + b"\0\x01" + maker
    told = drawn[:at] + remark + drawn[at:]
    if not boxed:
        return told
    begins = told.index(b"jp2c") - 4
    beside = [b"xml " + maker, b"uuid" + b"JpgTiffExif->JP2" + maker]
    boxes = b"".join((len(one) + 4).to_bytes(4, "big") + one for one in beside)
    # Of no said length: to the end.
    return told[:begins] + boxes + b"\0\0\0\0" + told[begins + 4 :]


def drawn_in_a_pdf(content: bytes, filters: Sequence[str]) -> bytes:
    """A page with one picture, packed in these ways, the innermost last."""
    for how in reversed(filters[:-1] if filters[-1] != "/FlateDecode" else filters):
        match how:
            case "/FlateDecode":
                content = zlib.compress(content)
            case "/ASCIIHexDecode":
                content = content.hex().encode() + b">"
            case "/ASCII85Decode":
                content = base64.a85encode(content) + b"~>"
    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    image = StreamObject()
    image._data = content
    for name, value in (("/Type", "/XObject"), ("/Subtype", "/Image"), ("/ColorSpace", "/DeviceRGB")):
        image[NameObject(name)] = NameObject(value)
    for name, number in (("/Width", 64), ("/Height", 48), ("/BitsPerComponent", 8)):
        image[NameObject(name)] = NumberObject(number)
    image[NameObject("/Filter")] = ArrayObject([NameObject(one) for one in filters])
    named = DictionaryObject({NameObject("/Im0"): writer._add_object(image)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): named})
    into = io.BytesIO()
    writer.write(into)
    return into.getvalue()


def relations(*led: tuple[str, str, str]) -> bytes:
    """To what a part of a letter leads: id, target, mode."""
    lines = "".join(
        f'<Relationship Id="{key}" Type="t" Target="{target}"' + (f' TargetMode="{mode}"/>' if mode else "/>")
        for key, target, mode in led
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{space}">{lines}</Relationships>'.encode()


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
