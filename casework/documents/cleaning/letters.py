"""A word processor's file: its words, and not who wrote or changed them, when, and on which machine.

It is an archive of parts (ISO/IEC 29500-2; OASIS ODF 1.3 part 2). What each known part tells is taken out; what a
letter does without is left out; and a part that nobody here can look into, such as a spreadsheet within the letter,
refuses the whole. Raises :class:`ValueError`.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Callable
from functools import partial
from xml.etree import ElementTree

from casework.documents.cleaning.pictures import without_chunks, without_segments

_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_OFFICE = b"http://schemas.openxmlformats.org/officeDocument/2006/"
_ODF = b'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.3"'
#: Facts about the whole file, each with what may stand in its place.
_FACTS = {
    "docprops/core.xml": _HEAD
    + b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    b'core-properties"/>',
    "docprops/app.xml": _HEAD + b'<Properties xmlns="' + _OFFICE + b'extended-properties"/>',
    "docprops/custom.xml": _HEAD + b'<Properties xmlns="' + _OFFICE + b'custom-properties"/>',
    "word/people.xml": _HEAD + b'<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"/>',
    "meta.xml": _HEAD + b"<office:document-meta " + _ODF + b"><office:meta/></office:document-meta>",
    # Which printer, which window, which machine.
    "settings.xml": _HEAD + b"<office:document-settings " + _ODF + b"><office:settings/></office:document-settings>",
}
#: What a letter does without: further facts, what an office's own programs keep in it, its picture, who signed it.
_LEFT_OUT = re.compile(
    r"docprops/|customxml/|_xmlsignatures/|thumbnails/|configurations2/|layout-cache$|manifest\.rdf$"
    r"|meta-inf/(document|macro)signatures\.xml$"
)
_XML = re.compile(
    r"\[content_types\]\.xml$|(word/(glossary/)?)?_rels/[^/]*\.rels$|word/(glossary/|theme/|diagrams/)?[^/]+\.xml$"
    r"|(content|styles)\.xml$|meta-inf/manifest\.xml$"
)
_RELATIONS = re.compile(r"(word/(glossary/)?)?_rels/[^/]*\.rels$")
_PICTURES = re.compile(r"(word/|word/glossary/)?(media|pictures)/[^/]+$")
#: Letters' own forms; they say the maker of the form and nothing of whoever used it.
_FONTS = re.compile(r"(word/)?fonts/[^/]+$")

#: Who changed or remarked what, and when, within the text.
_WHO = re.compile(rb"""(\s\w+:(?:author|initials|date|dateUtc|userId)\s*=\s*)(?:"[^"]*"|'[^']*')""")
_CREATOR = re.compile(
    rb"(<(\w+:(?:creator|date|creator-initials|initial-creator|sender-initials))\b[^>]*(?<!/)>)[^<]*(</\2\s*>)"
)
#: Words that a file keeps unseen, and from which list its addresses were taken.
_UNSEEN = re.compile(rb"<(\w+:(?:docVars|mailMerge))\b[^>]*(?<!/)>.*?</\1\s*>", re.DOTALL)
#: A file of somebody's own machine or office, by its path.
_OWN_PATH = re.compile(r"file:|[a-z]:[\\/]|\\\\|//", re.IGNORECASE)


def without_authors(content: bytes) -> bytes:
    """The file without what it tells beside its words."""
    into = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as found, zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as made:
        for part in found.infolist():
            name, known = part.filename, part.filename.lower()
            if name.endswith("/") or (known not in _FACTS and _LEFT_OUT.match(known)):
                continue
            inside = _FACTS.get(known) or _part(known, partial(found.read, part))
            # An odt names its kind first, and unpacked. No part keeps the day on which it was written.
            packed = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            made.writestr(zipfile.ZipInfo(name), inside, compress_type=packed)
    return into.getvalue()


def _part(known: str, read: Callable[[], bytes]) -> bytes:
    if known == "mimetype" or _FONTS.match(known):
        return read()
    if _PICTURES.match(known):
        return _picture(read())
    if not _XML.match(known):
        raise ValueError(f"nobody can look into {known.rpartition('.')[2]}")
    inside = read()
    # In other letters, or with words that stand for others, what is looked for would not be found.
    if b"\0" in inside or b"<!DOCTYPE" in inside or b"<!ENTITY" in inside:
        raise ValueError("written as no word processor writes")
    if _RELATIONS.match(known):
        return _relations(known, inside)
    if known == "[content_types].xml":
        return _kinds(inside)
    return _UNSEEN.sub(b"", _CREATOR.sub(rb"\1\3", _WHO.sub(rb'\1""', inside)))


def _picture(inside: bytes) -> bytes:
    """Told by its content, whatever it is called."""
    return without_chunks(inside) if inside.startswith(b"\x89PNG") else without_segments(inside)


def _relations(known: str, inside: bytes) -> bytes:
    """What a part leads to, without what was left out, and without the paths of somebody's machine."""
    root = ElementTree.fromstring(inside)  # noqa: S314 -- it declares nothing: that was looked for
    folder = posixpath.dirname(posixpath.dirname(known))
    for one in list(root):
        target = one.get("Target", "")
        if one.get("TargetMode", "").lower() == "external":
            if _OWN_PATH.match(target):
                one.set("Target", "about:blank")
            continue
        path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
        if _gone(posixpath.normpath(path)):
            root.remove(one)
    return _said(root)


def _kinds(inside: bytes) -> bytes:
    """Which part is of which kind, without those that were left out."""
    root = ElementTree.fromstring(inside)  # noqa: S314 -- as above
    for one in list(root):
        if _gone(one.get("PartName", "").lstrip("/")):
            root.remove(one)
    return _said(root)


def _gone(name: str) -> bool:
    known = name.lower()
    return known not in _FACTS and _LEFT_OUT.match(known) is not None


def _said(root: ElementTree.Element) -> bytes:
    """As word processors write it: without a prefix, of which some make nothing."""
    space = root.tag[1:].partition("}")[0] if root.tag.startswith("{") else ""
    for one in root.iter():
        one.tag = one.tag.removeprefix(f"{{{space}}}")
    if space:
        root.set("xmlns", space)
    said: bytes = ElementTree.tostring(root, "UTF-8", xml_declaration=True)
    return said


__all__ = ["without_authors"]
