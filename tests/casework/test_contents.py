"""Files are told by their content, whatever they are called; and lose what they tell beside themselves."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib

import pytest
from PIL import Image
from pypdf import PdfReader

from casework.documents import LARGEST, told_by_content
from casework.documents.cleaning import cleaned
from casework.documents.cleaning.pictures import without_boxes, without_segments
from casework.documents.files import safe_name
from casework.refusals import Invalid, NotAllowedByState
from schema.documents import DocumentKind, FileKind
from schema.reference.papers import in_compartment, papers
from tests.casework.papers import (
    AUTHOR,
    MAKER,
    PLACE,
    docx,
    drawn_in_a_pdf,
    jpeg2000,
    odt,
    pdf,
    picture,
    relations,
    remarked,
    where_taken,
    zipped,
)

TAKEN = {
    FileKind.PDF: pdf(),
    FileKind.JPEG: picture("JPEG"),
    FileKind.PNG: picture("PNG"),
    FileKind.HEIC: picture("HEIF"),
    FileKind.TEXT: "Para el juez: es un buen hombre, según todos.\r\n".encode(),
    FileKind.DOCX: docx(),
    FileKind.ODT: odt(),
}


@pytest.mark.parametrize("kind", TAKEN, ids=lambda one: one.value)
def test_what_is_taken_is_told_by_its_content(kind: FileKind) -> None:
    assert told_by_content(TAKEN[kind]) is kind


def saved(kind: str) -> bytes:
    into = io.BytesIO()
    Image.new("RGB", (4, 4)).save(into, kind)
    return into.getvalue()


REFUSED = {
    "a ZIP archive;": zipped({"a.txt": b"x"}),
    "an archive.": gzip.compress(b"words"),
    "a program.": b"MZ" + b"\0" * 200,
    "a program. ": b"\x7fELF" + b"\0" * 200,
    "a web page.": b"\n<!DOCTYPE html><html><script>alert(1)</script></html>",
    "a web page. ": b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "a web page.  ": b"<script>alert(1)</script>",
    "a script.": b"#!/bin/sh\nrm -rf ~\n",
    "holds macros.": docx(**{"word/vbaProject.bin": b"x"}),
    "holds macros. ": odt(**{"Basic/Standard/Module1.xml": b"x"}),
    "other than a letter.": zipped({"[Content_Types].xml": b"x", "xl/workbook.xml": b"x"}),
    "older Office file": bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600,
    "of a kind that is not taken.": saved("GIF"),
    "of a kind that is not taken. ": saved("WEBP"),
    "sound or video.": b"\0\0\0\x18ftypmp42" + b"\0" * 40,
    "cut off or damaged.": pdf()[:300],
    "picture is damaged.": picture()[:3] + b"not a picture",
    "is damaged, or locked": b"PK\x03\x04 not really",
    "is empty.": b"",
    "Nobody can tell": b"\x00\x01\x02\x03" * 50,
    "larger than 25 MB.": b"a" * (LARGEST + 1),
}


@pytest.mark.parametrize("sentence", REFUSED)
def test_anything_else_is_refused_by_what_it_is(sentence: str) -> None:
    with pytest.raises(Invalid) as refused:
        told_by_content(REFUSED[sentence])

    assert sentence.strip() in refused.value.message
    assert refused.value.field == "file"


def test_twenty_five_megabytes_are_taken_and_no_byte_more() -> None:
    assert told_by_content(b"a" * LARGEST) is FileKind.TEXT


def test_a_small_file_that_unpacks_to_a_very_large_one_is_refused() -> None:
    bomb = docx(**{"word/media/zeros.bin": b"\0" * (201 * 1024 * 1024)})
    assert len(bomb) < LARGEST

    with pytest.raises(Invalid, match="unpacks to far more"):
        told_by_content(bomb)


def test_a_picture_of_far_too_many_dots_is_refused_before_it_is_drawn() -> None:
    png = bytearray(saved("PNG"))
    # Its head says 60,000 by 60,000; nothing of that is there.
    png[16:24] = (60_000).to_bytes(4, "big") * 2
    head = bytes(png[:29])

    forged = head + zlib.crc32(head[12:29]).to_bytes(4, "big") + bytes(png[33:])

    with pytest.raises(Invalid, match="too many dots"):
        told_by_content(forged)


@pytest.mark.parametrize("kind", [FileKind.JPEG, FileKind.PNG, FileKind.HEIC], ids=lambda one: one.value)
def test_a_cleaned_picture_tells_no_place_and_no_maker_and_stands_upright(kind: FileKind) -> None:
    taken = TAKEN[kind]
    assert where_taken(taken) == PLACE and MAKER.encode() in taken

    clean = cleaned(kind, taken)

    assert where_taken(clean.content) is None and MAKER.encode() not in clean.content
    assert clean.kind is (FileKind.JPEG if kind is FileKind.HEIC else kind)
    shown = Image.open(io.BytesIO(clean.content))
    assert not dict(shown.getexif())
    if kind is not FileKind.HEIC:
        assert shown.size == (48, 64)


def test_a_cleaned_pdf_keeps_its_pages_and_tells_no_author_program_script_or_attachment() -> None:
    taken = pdf(words="Letter of support", attached=b"hidden in the letter")
    assert AUTHOR.encode() in taken

    clean = cleaned(FileKind.PDF, taken).content

    reader = PdfReader(io.BytesIO(clean))
    assert len(reader.pages) == 1 and not reader.metadata
    assert not reader.attachments
    for words in (AUTHOR, MAKER, "JavaScript", "hidden in the letter"):
        assert words.encode() not in clean
    assert told_by_content(clean) is FileKind.PDF


def test_a_picture_within_a_pdf_tells_no_place() -> None:
    into = io.BytesIO()
    Image.open(io.BytesIO(picture())).save(into, "PDF")
    bare = without_segments(picture())

    assert MAKER.encode() not in bare and where_taken(bare) is None
    assert Image.open(io.BytesIO(bare)).size == (64, 48)
    assert MAKER.encode() not in cleaned(FileKind.PDF, into.getvalue()).content


def test_what_hangs_on_a_page_of_a_pdf_is_gone_from_its_bytes_and_not_only_from_its_pages() -> None:
    """An attachment of a remark, the page's own facts, who wrote a remark: also of one that stands within the page."""
    clean = cleaned(FileKind.PDF, remarked()).content

    reader = PdfReader(io.BytesIO(clean))
    assert len(reader.pages) == 1 and len(reader.pages[0]["/Annots"]) == 2  # type: ignore[arg-type]
    assert b"As he told us" in clean
    for words in (AUTHOR, MAKER, "41.308", "hidden in a remark", "list of names"):
        assert words.encode() in remarked() and words.encode() not in clean, words


@pytest.mark.parametrize("kind", [FileKind.DOCX, FileKind.ODT], ids=lambda one: one.value)
def test_a_cleaned_letter_says_the_same_and_not_who_wrote_it(kind: FileKind) -> None:
    clean = cleaned(kind, TAKEN[kind]).content

    assert told_by_content(clean) is kind
    with zipfile.ZipFile(io.BytesIO(clean)) as parts:
        inside = {name: parts.read(name) for name in parts.namelist()}
    assert any(b"To the judge" in content for content in inside.values())
    for words in (AUTHOR, MAKER):
        assert [name for name, content in inside.items() if words.encode() in content] == []


def test_a_picture_within_a_letter_tells_no_place_whatever_its_kind_nor_do_quotes_hide_an_author() -> None:
    author = AUTHOR.encode()
    letter = docx(
        **{
            "word/media/image2.png": picture("PNG"),
            "word/comments.xml": b"<w:comment w:author = '" + author + b"' w:initials='TQ'>To the judge</w:comment>",
        }
    )

    with zipfile.ZipFile(io.BytesIO(cleaned(FileKind.DOCX, letter).content)) as parts:
        drawn, said = parts.read("word/media/image2.png"), parts.read("word/comments.xml")

    assert MAKER.encode() in picture("PNG") and MAKER.encode() not in drawn and where_taken(drawn) is None
    assert Image.open(io.BytesIO(drawn)).size == (64, 48)
    assert said == b'<w:comment w:author = "" w:initials="">To the judge</w:comment>'


def test_what_cannot_be_cleaned_is_said() -> None:
    for kind, content in ((FileKind.PDF, pdf(locked=True)), (FileKind.JPEG, picture()[:200])):
        with pytest.raises(NotAllowedByState, match="can't be cleaned of hidden details") as no:
            cleaned(kind, content)
        assert "Imprímalo como un PDF nuevo" in no.value.said("es")


#: How a picture lies in a PDF: bare, and packed in one way or two.
PACKED: dict[str, tuple[str, ...]] = {
    "bare": ("/DCTDecode",),
    "as letters": ("/ASCII85Decode", "/DCTDecode"),
    "packed twice": ("/ASCIIHexDecode", "/FlateDecode", "/DCTDecode"),
    "JPEG 2000": ("/JPXDecode",),
    "JPEG 2000, packed": ("/FlateDecode", "/JPXDecode"),
}


@pytest.mark.parametrize("how", PACKED)
def test_a_picture_within_a_pdf_tells_no_place_however_it_is_packed(how: str) -> None:
    filters = PACKED[how]
    told = jpeg2000() if "/JPXDecode" in filters else picture()
    assert MAKER.encode() in told

    clean = cleaned(FileKind.PDF, drawn_in_a_pdf(told, filters)).content

    (shown,) = PdfReader(io.BytesIO(clean)).pages[0].images
    assert shown.image is not None and shown.image.size == (64, 48)
    assert MAKER.encode() not in clean and MAKER.encode() not in shown.data
    assert not dict(shown.image.getexif())


def test_what_is_packed_as_no_program_packs_it_is_refused() -> None:
    with pytest.raises(NotAllowedByState):
        cleaned(FileKind.PDF, drawn_in_a_pdf(picture(), ("/DCTDecode", "/FlateDecode")))
    with pytest.raises(NotAllowedByState):
        cleaned(FileKind.PDF, drawn_in_a_pdf(b"no picture at all" + MAKER.encode(), ("/JPXDecode",)))


def test_a_jpeg_keeps_its_points_and_loses_every_fact_preview_and_what_follows_its_end() -> None:
    plain = io.BytesIO()
    Image.effect_noise((64, 48), 90).save(plain, "JPEG", progressive=True)
    taken = plain.getvalue()
    maker = MAKER.encode()
    beside = b"".join(
        bytes([0xFF, marker]) + (len(words) + 2).to_bytes(2, "big") + words
        for marker, words in (
            (0xE0, b"JFXX\0\x10" + maker), (0xE2, b"MPF\0" + maker), (0xE3, maker), (0xEB, b"JP" + maker),
            (0xFE, maker),
        )
    )  # fmt: skip
    told = taken[:2] + beside + taken[2:] + picture()

    bare = without_segments(told)

    assert maker in told and maker not in bare
    shown = Image.open(io.BytesIO(bare))
    assert shown.tobytes() == Image.open(io.BytesIO(taken)).tobytes()


@pytest.mark.parametrize("boxed", [True, False])
def test_a_jpeg_2000_keeps_its_points_and_loses_its_xml_identifiers_and_remarks(boxed: bool) -> None:
    told = jpeg2000(boxed=boxed)
    assert told.count(MAKER.encode()) == (3 if boxed else 1)

    bare = without_boxes(told)

    assert MAKER.encode() not in bare
    assert Image.open(io.BytesIO(bare)).tobytes() == Image.open(io.BytesIO(told)).tobytes()
    with pytest.raises(ValueError, match=r"cut off|no marker"):
        without_boxes(told[:60])


def test_a_letter_loses_what_an_offices_own_programs_keep_in_it_and_still_opens() -> None:
    author = AUTHOR.encode()
    letter = docx(
        **{
            "[Content_Types].xml": b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
            b'content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/customXml/'
            b'itemProps1.xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
            b'"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
            "_rels/.rels": relations(
                ("rId1", "word/document.xml", ""), ("rId2", "docProps/thumbnail.jpeg", ""),
                ("rId3", "docProps/core.xml", ""),
            ),
            "word/_rels/document.xml.rels": relations(
                ("rId1", "../customXml/item1.xml", ""), ("rId2", "media/image1.jpeg", ""),
                ("rId3", "https://example.org/", "External"),
            ),
            "word/_rels/settings.xml.rels": relations(
                ("rId1", "file:///C:\\Users\\" + AUTHOR + "\\letter.dotm", "External"),
            ),
            "word/settings.xml": b"<w:settings><w:docVars><w:docVar w:val='" + author + b"'/></w:docVars></w:settings>",
            "customXml/item1.xml": b"<who>" + author + b"</who>",
            "customXml/_rels/item1.xml.rels": relations(("rId1", "itemProps1.xml", "")),
            "docProps/custom.xml": b"<Properties>" + author + b"</Properties>",
            "docProps/thumbnail.jpeg": picture(),
            "word/glossary/document.xml": b'<q:document><q:ins q:author="' + author + b'">x</q:ins></q:document>',
        }
    )  # fmt: skip

    clean = cleaned(FileKind.DOCX, letter).content

    assert told_by_content(clean) is FileKind.DOCX
    with zipfile.ZipFile(io.BytesIO(clean)) as parts:
        inside = {name: parts.read(name) for name in parts.namelist()}
    assert [name for name, content in inside.items() if author in content or MAKER.encode() in content] == []
    assert [name for name in inside if name.startswith(("customXml", "docProps/thumb"))] == []
    # Nothing leads to what is gone, and all else is led to as before.
    assert b"customXml" not in inside["[Content_Types].xml"] and b"/word/document.xml" in inside["[Content_Types].xml"]
    assert b"thumbnail" not in inside["_rels/.rels"] and b"docProps/core.xml" in inside["_rels/.rels"]
    led = inside["word/_rels/document.xml.rels"]
    assert b"customXml" not in led and b"media/image1.jpeg" in led and b"https://example.org/" in led
    assert b'Target="about:blank"' in inside["word/_rels/settings.xml.rels"]
    assert b'<Relationships xmlns="http' in led


UNSEEN = {
    "a spreadsheet within it": docx(**{"word/embeddings/Microsoft_Excel_Sheet.xlsx": b"PK " + AUTHOR.encode()}),
    "a drawing of another kind": docx(**{"word/media/image7.emf": b"\x01\0\0\0" + AUTHOR.encode()}),
    "something called a picture": docx(**{"word/media/image8.jpeg": AUTHOR.encode()}),
    "a part that nobody knows": docx(**{"word/printerSettings/printerSettings1.bin": AUTHOR.encode()}),
    "words in other letters": docx(**{"word/footer1.xml": ("<w:p w:author='" + AUTHOR + "'/>").encode("utf-16")}),
    "words that stand for others": docx(**{"word/footer1.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><w:p/>"}),
    "an object of another program": odt(**{"Object 1/content.xml": AUTHOR.encode()}),
}


@pytest.mark.parametrize("what", UNSEEN)
def test_a_letter_with_something_in_it_that_nobody_can_look_into_is_refused(what: str) -> None:
    kind = told_by_content(UNSEEN[what])

    with pytest.raises(NotAllowedByState, match="Print it as a new PDF"):
        cleaned(kind, UNSEEN[what])


def test_an_odt_loses_its_printer_its_picture_and_who_signed_it() -> None:
    author = AUTHOR.encode()
    beside = {
        "settings.xml": b"<config:config-item config:name='PrinterName'>" + author + b"</config:config-item>",
        "Thumbnails/thumbnail.png": picture("PNG"),
        "Configurations2/accelerator/current.xml": author,
        "META-INF/documentsignatures.xml": author,
        "manifest.rdf": author,
        "styles.xml": b"<office:annotation><loext:sender-initials>" + author + b"</loext:sender-initials>"
        b"</office:annotation>",
    }

    with zipfile.ZipFile(io.BytesIO(cleaned(FileKind.ODT, odt(**beside)).content)) as parts:
        inside = {name: parts.read(name) for name in parts.namelist()}

    assert sorted(inside) == ["content.xml", "meta.xml", "mimetype", "settings.xml", "styles.xml"]
    assert [name for name, content in inside.items() if author in content or MAKER.encode() in content] == []


@pytest.mark.parametrize(
    ("name", "kind", "safe"),
    [
        ("I-213.pdf", FileKind.PDF, "I-213.pdf"),
        ("foto.JPG", FileKind.JPEG, "foto.JPG"),
        ("letter.exe", FileKind.PDF, "letter.pdf"),
        ("invoice.pdf.exe", FileKind.TEXT, "invoice.pdf.txt"),
        ("..\\..\\windows\\evil.png", FileKind.PNG, "evil.png"),
        ("../../etc/passwd", FileKind.TEXT, "passwd.txt"),
        ("a\r\nSet-Cookie: x.pdf", FileKind.PDF, "aSet-Cookie x.pdf"),
        ("\u202efdp.exe", FileKind.PDF, "fdp.pdf"),
        ("  .  ", FileKind.PDF, "file.pdf"),
        ("Carta de apoyo (Señora Peña)", FileKind.DOCX, "Carta de apoyo (Señora Peña).docx"),
    ],
)
def test_a_file_is_called_safely_and_ends_as_what_it_is(name: str, kind: FileKind, safe: str) -> None:
    assert safe_name(name, kind) == safe


def test_every_kind_of_document_is_in_the_list_for_review_and_what_tells_of_claim_or_health_is_counsels() -> None:
    listed = {paper.kind: paper for paper in papers()}

    assert set(listed) == set(DocumentKind)
    assert all(paper.name and paper.what_for.endswith(".") for paper in papers())
    assert {kind for kind in DocumentKind if not listed[kind].tracks} == {DocumentKind.OTHER}
    assert {kind for kind in DocumentKind if in_compartment(kind)} == {
        DocumentKind.MEDICAL_RECORDS, DocumentKind.DECLARATION, DocumentKind.FEAR_RECORD,
    }  # fmt: skip
