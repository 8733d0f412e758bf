"""/a/<secret>: what somebody is asked to, and their answer. No account, one page, one tap.

GET changes nothing, because link scanners open links, but the day on which it was last opened; the buttons POST. The
secret is the authority, so a form on another site that does not know it can do nothing.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from api.house import House, house
from api.pages.pieces import HEADERS, back, carried, chosen, form_of, html, nobody, whole_number
from casework import answers, changes, invitations, notices
from casework.actors import DELIVERY, LINKS, Link
from casework.answers import Page
from casework.refusals import NotFound, Refusal
from schema.invitations import InvitationState
from schema.people import Channel

_ANSWERS = {
    "coming": InvitationState.COMING,
    "maybe": InvitationState.MAYBE,
    "not_coming": InvitationState.NOT_COMING,
}


async def show(request: Request) -> Response:
    """The page."""
    at = house(request)
    try:
        link = await _link(at, request)
        page = await _page(at, link, opened=True)
    except NotFound:
        return nobody(request)
    return _html(request, page)


async def answer(request: Request) -> Response:
    """An answer was sent. Back to the page, which shows it."""
    at = house(request)
    try:
        link = await _link(at, request)
    except NotFound:
        return nobody(request)
    form = await form_of(request)
    state = _ANSWERS.get(form.get("answer", ""))
    language = form.get("language", "")
    try:
        if state is None:
            raise NotFound
        async with at.database.transaction(link) as tx:
            await invitations.answer_invitation(
                tx, link.id, state=state, party_size=whole_number(form.get("party")),
                sequence=whole_number(form.get("sequence")), needs=form.get("needs"),
            )  # fmt: skip
    except NotFound:
        return nobody(request)
    except Refusal as refusal:
        page = await _page(at, link)
        return _html(request, page, problem=refusal, status=422, language=language)
    at.waker.wake()
    return back(f"/a/{request.path_params['secret']}", language)


async def seen(request: Request) -> Response:
    """They have seen that it changed, whatever they answer to it. Back to the page, which says so."""
    at = house(request)
    try:
        link = await _link(at, request)
    except NotFound:
        return nobody(request)
    form = await form_of(request)
    language = form.get("language", "")
    sequence = whole_number(form.get("sequence"))
    try:
        if sequence is None:
            raise NotFound
        async with at.database.transaction(link) as tx:
            await changes.acknowledge_on_page(tx, sequence=sequence)
    except NotFound:
        return nobody(request)
    except Refusal as refusal:
        page = await _page(at, link)
        return _html(request, page, problem=refusal, status=422, language=language)
    at.waker.wake()
    return back(f"/a/{request.path_params['secret']}", language)


async def stop(request: Request) -> Response:
    """No more on this channel, or on any, to this reader: from the page's buttons, or from their mail program's own
    (RFC 8058).
    """
    at = house(request)
    try:
        link = await _link(at, request)
        form = await form_of(request)
        said = form.get("channel", "")
        # A mail program's own button names nothing: it stops what brought it.
        channel = None if said == "everything" else Channel(said) if said in list(Channel) else Channel.EMAIL
        async with at.database.transaction(DELIVERY) as tx:
            await notices.stop_writing(tx, link.id, channel)
        page = await _page(at, link)
    except NotFound:
        return nobody(request)
    # Never a redirect: a mail program does not follow one.
    stopped = said if said in list(Channel) or said == "everything" else Channel.EMAIL.value
    return _html(request, page, stopped=stopped, language=form.get("language", ""))


async def entry(request: Request) -> Response:
    """This one occasion, for the calendar."""
    at = house(request)
    try:
        link = await _link(at, request)
        async with at.database.transaction(link) as tx:
            body = await answers.calendar_entry(tx, link)
            await invitations.note_opened(tx, link)
    except NotFound:
        return nobody(request)
    headers = {**HEADERS, "content-disposition": 'attachment; filename="presencia.ics"'}
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


def _html(
    request: Request,
    page: Page,
    *,
    problem: Refusal | None = None,
    status: int = 200,
    language: str = "",
    stopped: str = "",
) -> Response:
    spoken = chosen(request, language) or page.language
    shown: dict[str, Any] = {
        "page": page,
        "said": answers.worded(page, spoken),
        "language": spoken,
        "carried": carried(chosen(request, language)),
        "secret": request.path_params["secret"],
        "problem": problem.said(spoken) if problem else None,
        "stopped": stopped,
        "soon": timedelta(days=2),
    }
    return html("answer.html", status=status, **shown)
