"""What a file tells beside itself: where and with what a picture was taken, who wrote a paper and when. It is taken out
of what leaves the legal team (law 3; SECURITY §9); the file as it was sent stays as it was.

Pictures are drawn anew, which leaves nothing but their points. Of a PDF the pages are copied, and what hangs beside
them stays behind. Of a word processor's file the facts about its author go, also from changes and remarks. What holds
something that nobody here can look into, such as a spreadsheet within a letter, is not cleaned but refused.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from xml.etree.ElementTree import ParseError

from PIL import Image, ImageOps
from pypdf.errors import DependencyError, PyPdfError

from casework.documents.cleaning.letters import without_authors
from casework.documents.cleaning.pages import pages_alone
from casework.documents.contents import opened
from casework.refusals import Invalid, NotAllowedByState
from schema.documents import FileKind


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A file without what it told beside itself."""

    kind: FileKind
    content: bytes


def kind_when_cleaned(kind: FileKind) -> FileKind:
    """A picture of a telephone's own kind becomes one that every program shows."""
    return FileKind.JPEG if kind is FileKind.HEIC else kind


def cleaned(kind: FileKind, content: bytes) -> Cleaned:
    """The file for eyes outside the legal team. It takes from milliseconds to some seconds: never within a transaction,
    nor on the loop that serves everybody. Raises :class:`NotAllowedByState` for one that can't be cleaned.
    """
    try:
        match kind:
            case FileKind.JPEG | FileKind.PNG | FileKind.HEIC:
                return _drawn_anew(kind, content)
            case FileKind.PDF:
                return Cleaned(kind, pages_alone(content))
            case FileKind.DOCX | FileKind.ODT:
                return Cleaned(kind, without_authors(content))
            case FileKind.TEXT:
                return Cleaned(kind, content)
    except (
        Invalid, PyPdfError, DependencyError, OSError, ValueError, KeyError, TypeError, IndexError, AttributeError,
        EOFError, RecursionError, NotImplementedError, RuntimeError, zipfile.BadZipFile, SyntaxError, ParseError,
    ) as error:  # fmt: skip
        raise NotAllowedByState(
            "This file can't be cleaned of hidden details about its author and place: it may be locked or damaged, or"
            " hold other files. Print it as a new PDF, and share that."
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
    return Cleaned(kind_when_cleaned(kind), into.getvalue())


__all__ = ["Cleaned", "cleaned", "kind_when_cleaned"]
