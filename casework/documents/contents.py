"""What a file is, told by its content: never by its name, nor by what a browser says of it (SECURITY §9).

Taken are PDF, pictures, plain text, and the two word processors' files without macros. Everything else is refused by
what it is, so that whoever sent it knows what to send instead.
"""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Callable
from typing import cast

import puremagic
from PIL import Image, UnidentifiedImageError
from pillow_heif import register_heif_opener

from casework.refusals import Invalid
from schema.documents import FileKind

register_heif_opener()

#: Files are at most so long.
LARGEST = 25 * 1024 * 1024
#: A picture has at most so many points: a small file may hold a very large one.
_POINTS = 100_000_000
#: What a word processor's file unpacks to, at most, and in how many parts.
_UNPACKED, _PARTS = 200 * 1024 * 1024, 5_000

_PICTURES = {FileKind.JPEG: "JPEG", FileKind.PNG: "PNG", FileKind.HEIC: "HEIF"}
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1", b"hevc", b"hevx"}
_ODT = b"application/vnd.oasis.opendocument.text"

#: What else it may be, by the endings under which such files are known.
_OTHERS: tuple[tuple[Callable[[], Invalid], frozenset[str]], ...] = (
    (
        lambda: Invalid("file", "This is an older Office file, which may hold macros. Save it as PDF and send that."),
        frozenset({".doc", ".xls", ".ppt", ".rtf", ".msg", ".eml"}),
    ),
    (
        lambda: Invalid("file", "This is a program. None is taken; send a PDF, picture or text of at most 25 MB."),
        frozenset({".exe", ".dll", ".ocx", ".scr", ".com", ".sys", ".appimage", ".class", ".jar", ".msi", ".deb",
                   ".rpm", ".apk", ".elf"}),
    ),
    (
        lambda: Invalid("file", "This is an archive. Unpack it, and send a PDF, picture or text of at most 25 MB."),
        frozenset({".gz", ".tgz", ".7z", ".cb7", ".rar", ".cbr", ".tar", ".bz2", ".xz", ".zst", ".lz", ".z", ".cab",
                   ".iso", ".dmg"}),
    ),
    (
        lambda: Invalid("file", "This is a web page. Print it as a PDF and send that."),
        frozenset({".html", ".htm", ".xhtml", ".mht", ".mhtml", ".xml", ".svg"}),
    ),
    (
        lambda: Invalid("file", "This is a picture of a kind that is not taken. Save it as JPEG or PNG and send that."),
        frozenset({".gif", ".webp", ".tif", ".tiff", ".bmp", ".dib", ".avif", ".ico", ".psd"}),
    ),
    (
        lambda: Invalid("file", "This is sound or video. Only a PDF, picture or text of at most 25 MB is taken."),
        frozenset({".mp4", ".m4v", ".mov", ".mp3", ".koz", ".m4a", ".wav", ".avi", ".mkv", ".webm", ".ogg", ".flac",
                   ".aac", ".3gp"}),
    ),
)  # fmt: skip


def told_by_content(content: bytes) -> FileKind:
    """What it is. Raises :class:`Invalid` for what is not taken, saying what it is and what to send instead."""
    if not content:
        raise Invalid("file", "This file is empty. Choose it again.")
    if len(content) > LARGEST:
        raise too_long()
    if content.startswith(b"%PDF-"):
        if b"%%EOF" not in content[-2048:]:
            raise Invalid("file", "This PDF is cut off or damaged. Save it again and send that.")
        return FileKind.PDF
    if (picture := picture_by_content(content)) is not None:
        return picture
    if content.startswith(b"PK"):
        return _word_processors(content)
    return _text(content)


def picture_by_content(content: bytes) -> FileKind | None:
    """Which kind of picture it is; None when it is none that is taken. Raises :class:`Invalid` for a damaged one."""
    if content.startswith(b"\xff\xd8\xff"):
        return _picture(content, FileKind.JPEG)
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return _picture(content, FileKind.PNG)
    if content[4:8] == b"ftyp" and content[8:12] in _HEIC_BRANDS:
        return _picture(content, FileKind.HEIC)
    return None


def too_long() -> Invalid:
    """More than anybody may send."""
    return Invalid("file", "This file is larger than 25 MB. Send it in parts, or scan it with fewer dots.")


def opened(content: bytes, kind: FileKind) -> Image.Image:
    """The picture, not yet drawn. Raises :class:`Invalid` for one that is damaged, or far too large once drawn."""
    try:
        with warnings.catch_warnings():
            # Its own word about size comes at another number than ours.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            found = Image.open(io.BytesIO(content), formats=[_PICTURES[kind]])
    except Image.DecompressionBombError:
        raise _too_many_points() from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError) as error:
        raise _damaged() from error
    if found.width * found.height > _POINTS:
        raise _too_many_points()
    return found


def _too_many_points() -> Invalid:
    return Invalid("file", "This picture has too many dots. Save it smaller and send that.")


def _damaged() -> Invalid:
    return Invalid("file", "This picture is damaged. Take or save it again and send that.")


def _picture(content: bytes, kind: FileKind) -> FileKind:
    opened(content, kind).close()
    return kind


def _word_processors(content: bytes) -> FileKind:
    """A docx or odt is an archive, too: by what lies in it, it is told from any other."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            if len(parts) > _PARTS or sum(part.file_size for part in parts) > _UNPACKED:
                raise Invalid("file", "This file unpacks to far more than it should. Save it as PDF and send that.")
            if "mimetype" in names and archive.read("mimetype").strip() == _ODT:
                kind = FileKind.ODT
                macros = any(name.startswith(("Basic/", "Scripts/")) for name in names)
            elif {"[Content_Types].xml", "word/document.xml"} <= names:
                kind = FileKind.DOCX
                macros = b"macroEnabled" in archive.read("[Content_Types].xml") or any(
                    name.lower().endswith(("vbaproject.bin", "vbadata.xml", "oleobject1.bin")) for name in names
                )
            elif "[Content_Types].xml" in names:
                raise Invalid("file", "This is an Office file other than a letter. Save it as PDF and send that.")
            else:
                raise Invalid("file", "This is a ZIP archive; send a PDF, picture or text of at most 25 MB.")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError, EOFError) as error:
        raise Invalid(
            "file", "This file is damaged, or locked with a password. Save it again and send that."
        ) from error
    if macros:
        raise Invalid("file", "This document holds macros. Save it without them, or as PDF, and send that.")
    return kind


#: How a page, a picture made of text, or a script begins.
_NO_TEXT = (
    b"<!doctype",
    b"<html",
    b"<svg",
    b"<?xml",
    b"<script",
    b"<head",
    b"<body",
    b"<?php",
    b"<%",
    b"#!",
    b"{\\rtf",
)
#: What plain text holds besides letters: tab, line ends, form feed.
_SPACES = {9, 10, 12, 13}


def _text(content: bytes) -> FileKind:
    begins = content.removeprefix(b"\xef\xbb\xbf").lstrip()[:64].lower()
    if begins.startswith(b"#!"):
        raise Invalid("file", "This is a script. Scripts are not taken; send a PDF, picture or text of at most 25 MB.")
    if not begins.startswith(_NO_TEXT) and not any(byte < 32 and byte not in _SPACES for byte in set(content)):
        try:
            content.decode("utf-8")
        except UnicodeDecodeError:
            pass
        else:
            return FileKind.TEXT
    endings = _endings(content)
    for refused, known in _OTHERS:
        if endings & known or (".html" in known and begins.startswith(_NO_TEXT[:-2])):
            raise refused()
    raise Invalid("file", "Nobody can tell what this file is. Send a PDF, picture or text of at most 25 MB.")


def _endings(content: bytes) -> set[str]:
    """Under which endings files that begin like this are known: the likeliest."""
    try:
        found = puremagic.magic_string(content[: 64 * 1024])
    except (puremagic.PureError, ValueError):
        return set()
    likeliest = max((one.confidence for one in found), default=0)
    endings = {cast(str, one.extension).lower() for one in found if one.confidence >= likeliest}
    # Of programs of some systems it knows the name alone.
    programs = any("executable" in one.name.lower() or "mach-o" in one.name.lower() for one in found)
    return endings | ({".exe"} if programs else set())


__all__ = ["LARGEST", "opened", "told_by_content", "too_long"]
