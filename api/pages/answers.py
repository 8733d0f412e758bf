"""/a/<secret>: what somebody is asked to, and their answer. No account, one page, one tap.

GET changes nothing, because link scanners open links, but the day on which it was last opened; the buttons POST. The
secret is the authority, so a form on another site that does not know it can do nothing.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from api.house import House, house
from api.language import asked_for
from casework import answers, invitations, notices
from casework.actors import DELIVERY, LINKS, Link
from casework.answers import Page
from casework.language import LANGUAGES
from casework.refusals import NotFound, Refusal
from schema.invitations import InvitationState

_templates = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    undefined=StrictUndefined,
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
)

_HEADERS = {
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-robots-tag": "noindex, nofollow",
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'",
}
_ANSWERS = {
    "coming": InvitationState.COMING,
    "maybe": InvitationState.MAYBE,
    "not_coming": InvitationState.NOT_COMING,
}
_LARGEST_FORM = 4_096


async def show(request: Request) -> Response:
    """The page."""
    at = house(request)
    try:
        link = await _link(at, request)
        page = await _page(at, link, opened=True)
    except NotFound:
        return _nobody(request)
    return _html(request, page)


async def answer(request: Request) -> Response:
    """An answer was sent. Back to the page, which shows it."""
    at = house(request)
    try:
        link = await _link(at, request)
    except NotFound:
        return _nobody(request)
    form = await _form(request)
    state = _ANSWERS.get(form.get("answer", ""))
    language = form.get("language", "")
    try:
        if state is None:
            raise NotFound
        async with at.database.transaction(link) as tx:
            await invitations.answer_invitation(tx, link.id, state=state, party_size=_number(form.get("party")))
    except NotFound:
        return _nobody(request)
    except Refusal as refusal:
        page = await _page(at, link)
        return _html(request, page, problem=refusal, status=422, language=language)
    at.waker.wake()
    where = f"/a/{request.path_params['secret']}"
    return RedirectResponse(where + (f"?lang={language}" if language in LANGUAGES else ""), 303, _HEADERS)


async def stop(request: Request) -> Response:
    """No more e-mail to this reader: from the page's button, or from their mail program's own (RFC 8058)."""
    at = house(request)
    try:
        link = await _link(at, request)
        form = await _form(request)
        async with at.database.transaction(DELIVERY) as tx:
            await notices.stop_writing(tx, link.id)
        page = await _page(at, link)
    except NotFound:
        return _nobody(request)
    # Never a redirect: a mail program does not follow one.
    return _html(request, page, stopped=True, language=form.get("language", ""))


async def entry(request: Request) -> Response:
    """This one occasion, for the calendar."""
    at = house(request)
    try:
        link = await _link(at, request)
        async with at.database.transaction(link) as tx:
            body = await answers.calendar_entry(tx, link)
            await invitations.note_opened(tx, link)
    except NotFound:
        return _nobody(request)
    headers = {**_HEADERS, "content-disposition": 'attachment; filename="presencia.ics"'}
    return Response(body, headers=headers, media_type="text/calendar; charset=utf-8")


async def _link(at: House, request: Request) -> Link:
    async with at.database.transaction(LINKS) as tx:
        return await invitations.by_secret(tx, request.path_params["secret"])


async def _page(at: House, link: Link, *, opened: bool = False) -> Page:
    async with at.database.transaction(link) as tx:
        page = await answers.page(tx, link)
        if opened:
            await invitations.note_opened(tx, link)
        return page


async def _form(request: Request) -> dict[str, str]:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > _LARGEST_FORM:
            return {}
    try:
        return {name: values[-1] for name, values in parse_qs(body.decode("ascii"), max_num_fields=20).items()}
    except (ValueError, UnicodeDecodeError):
        return {}


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) <= 4 else None


def _language(request: Request, otherwise: str) -> str:
    asked = request.query_params.get("lang", "")
    return asked if asked in LANGUAGES else otherwise


def _html(
    request: Request,
    page: Page,
    *,
    problem: Refusal | None = None,
    status: int = 200,
    language: str = "",
    stopped: bool = False,
) -> Response:
    spoken = language if language in LANGUAGES else _language(request, page.language)
    shown: dict[str, Any] = {
        "page": page,
        "said": answers.worded(page, spoken),
        "language": spoken,
        "secret": request.path_params["secret"],
        "problem": problem.said(spoken) if problem else None,
        "stopped": stopped,
        "soon": timedelta(days=2),
    }
    body = _templates.get_template("answer.html").render(shown)
    return Response(body, status, {**_HEADERS, "content-language": spoken}, "text/html; charset=utf-8")


def _nobody(request: Request) -> Response:
    spoken = _language(request, asked_for(request) or LANGUAGES[0])
    body = _templates.get_template("nobody.html").render(language=spoken)
    return Response(body, 404, _HEADERS, "text/html; charset=utf-8")
