"""What pages behind a secret address share: headers, forms without scripts, and the page where there is nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import Response

from casework.language import LANGUAGES, OWN_NAMES, WRITTEN, Sentence

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


def rendered(template: str, *, language: str, **shown: Any) -> str:
    """A page in a language, as text."""

    def t(words: str) -> str:
        return Sentence(words).said(language)

    return _templates.get_template(template).render(language=language, languages=OWN_NAMES, t=t, **shown)


def html(template: str, *, status: int = 200, language: str, **shown: Any) -> Response:
    """A page in a language, which nobody on the way keeps."""
    body = rendered(template, language=language, **shown)
    return Response(body, status, {**HEADERS, "content-language": language}, "text/html; charset=utf-8")


def nobody(liked: str | None, asked: str, *, shift: bool = False) -> Response:
    """There is nothing behind this address, or no more."""
    language = asked if asked in WRITTEN else liked or LANGUAGES[0]
    return html("nobody.html", status=404, language=language, shift=shift)
