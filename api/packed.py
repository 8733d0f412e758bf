"""The built page's files as a browser takes them: packed where it can unpack, whole where it cannot.

They were packed when the page was built (`frontend/scripts/packed.ts`), so that sending one costs no more than reading
it.
"""

from __future__ import annotations

import mimetypes
from pathlib import Path

from starlette.responses import FileResponse

#: The smallest first, by what browsers call them.
_FORMS = (("br", ".br"), ("gzip", ".gz"))


def accepted(header: str) -> frozenset[str]:
    """The codings that a browser names as welcome; a star and ``q=0`` are no invitation."""
    named = set()
    for part in header.lower().split(","):
        coding, _, quality = part.partition(";")
        if quality.replace(" ", "").rstrip("0.") != "q=":
            named.add(coding.strip())
    return frozenset(named)


def packed(file: Path, welcome: str, headers: dict[str, str]) -> FileResponse:
    """A file of the built page, in the smallest form that ``Accept-Encoding`` welcomes and that lies beside it."""
    named = accepted(welcome)
    kind = mimetypes.guess_type(file.name)[0]
    told = {**headers, "vary": "accept-encoding"}
    for coding, ending in _FORMS:
        form = file.with_name(file.name + ending)
        # One that was left from an earlier build would say what the file said then.
        if coding in named and form.is_file() and form.stat().st_mtime >= file.stat().st_mtime:
            return FileResponse(form, headers={**told, "content-encoding": coding}, media_type=kind)
    return FileResponse(file, headers=told, media_type=kind)
