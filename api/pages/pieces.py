"""What pages behind a secret address share: headers, forms without scripts, and the page where there is nothing."""

from __future__ import annotations

from datetime import time
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from api.language import asked_for
from casework.language import LANGUAGES, OWN_NAMES, Sentence
from casework.refusals import Invalid

_templates = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    undefined=StrictUndefined,
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
)

HEADERS = {
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-robots-tag": "noindex, nofollow",
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'",
}
_LARGEST_FORM = 4_096


async def form_of(request: Request) -> dict[str, str]:
    """What was typed. Nothing of a form that is too large, or is none."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > _LARGEST_FORM:
            return {}
    return fields_of(bytes(body))


def fields_of(body: bytes) -> dict[str, str]:
    """The same of a form that was read. A zero character, which no database keeps, is nobody's word."""
    if len(body) > _LARGEST_FORM:
        return {}
    try:
        found = parse_qs(body.decode("ascii"), max_num_fields=20)
        return {name: values[-1].replace("\0", "") for name, values in found.items()}
    except (ValueError, UnicodeDecodeError):
        return {}


def whole_number(text: str | None) -> int | None:
    """A small number, if it is one."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) <= 4 else None


def hour(field: str, typed: str) -> time | None:
    """An hour of the day, or none. Raises :class:`Invalid` for what is neither."""
    if not typed:
        return None
    try:
        return time.fromisoformat(typed).replace(second=0, microsecond=0, tzinfo=None)
    except ValueError as error:
        raise Invalid(field, "Type a time such as 09:00.") from error


def chosen(request: Request, typed: str = "") -> str | None:
    """The language that a reader chose: the one in which the form was read, else the one the address names."""
    asked = typed if typed in LANGUAGES else request.query_params.get("lang", "")
    return asked if asked in LANGUAGES else None


def back(page: str, language: str = "") -> Response:
    """On to a page that shows what came of the form, in the language the form was read in. Loading it again sends
    nothing again.
    """
    return RedirectResponse(page + carried(language), 303, HEADERS)


def carried(language: str | None, first: str = "?") -> str:
    """What a link on a page says, so that the next is in the language that the reader chose; nothing where none was."""
    return f"{first}lang={language}" if language in LANGUAGES else ""


def rendered(template: str, *, language: str, **shown: Any) -> str:
    """A page in a language, as text."""

    def t(words: str) -> str:
        return Sentence(words).said(language)

    return _templates.get_template(template).render(language=language, languages=OWN_NAMES, t=t, **shown)


def html(template: str, *, status: int = 200, language: str, **shown: Any) -> Response:
    """A page in a language, which nobody on the way keeps."""
    body = rendered(template, language=language, **shown)
    return Response(body, status, {**HEADERS, "content-language": language}, "text/html; charset=utf-8")


def nobody(request: Request, typed: str = "", *, shift: bool = False) -> Response:
    """There is nothing behind this address, or no more."""
    language = chosen(request, typed) or asked_for(request) or LANGUAGES[0]
    return html("nobody.html", status=404, language=language, shift=shift)
