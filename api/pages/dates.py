"""/d/<secret>: the dates of a contact whom the client keeps, or of the client. No account, one page, one tap.

GET changes nothing, because link scanners open links; the buttons POST. The secret is the authority, as on the page of
an answer.
"""

from __future__ import annotations

from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from api.house import House, house
from api.pages.pieces import back, carried, chosen, form_of, html, nobody, whole_number
from casework import changes, notices, own_dates
from casework.actors import DELIVERY, LINKS, Link
from casework.own_dates import Page
from casework.refusals import NotFound, Refusal
from schema.people import Channel


async def show(request: Request) -> Response:
    """The page."""
    at = house(request)
    try:
        page = await _page(at, await _link(at, request))
    except NotFound:
        return nobody(request)
    return _html(request, page)


async def seen(request: Request) -> Response:
    """They have seen that one of them changed. Back to the page, which says so."""
    at = house(request)
    try:
        link = await _link(at, request)
    except NotFound:
        return nobody(request)
    form = await form_of(request)
    language = form.get("language", "")
    try:
        sequence, occasion_id = whole_number(form.get("sequence")), _uuid(form.get("date", ""))
        if sequence is None or occasion_id is None:
            raise NotFound
        async with at.database.transaction(link) as tx:
            await changes.acknowledge_own(tx, occasion_id, sequence=sequence)
    except NotFound:
        return nobody(request)
    except Refusal as refusal:
        return _html(request, await _page(at, link), problem=refusal, status=422, language=language)
    at.waker.wake()
    return back(f"/d/{request.path_params['secret']}", language)


async def stop(request: Request) -> Response:
    """No more on this channel, or on any: from the page's buttons, or from their mail program's own (RFC 8058)."""
    at = house(request)
    try:
        link = await _link(at, request)
        if link.person_id is None:
            raise NotFound
        form = await form_of(request)
        said = form.get("channel", "")
        channel = None if said == "everything" else Channel(said) if said in list(Channel) else Channel.EMAIL
        async with at.database.transaction(DELIVERY) as tx:
            await notices.stop_writing_to(tx, link.person_id, channel)
        page = await _page(at, link)
    except NotFound:
        return nobody(request)
    # Never a redirect: a mail program does not follow one.
    stopped = "everything" if channel is None else channel.value
    return _html(request, page, stopped=stopped, language=form.get("language", ""))


async def _link(at: House, request: Request) -> Link:
    async with at.database.transaction(LINKS) as tx:
        return await own_dates.by_secret(tx, request.path_params["secret"])


async def _page(at: House, link: Link) -> Page:
    async with at.database.transaction(link) as tx:
        return await own_dates.page(tx, link)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(hex=text)
    except ValueError:
        return None


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
    return html(
        "dates.html",
        status=status,
        language=spoken,
        carried=carried(chosen(request, language)),
        page=page,
        dates=[(date, own_dates.worded(date, spoken)) for date in page.dates],
        secret=request.path_params["secret"],
        problem=problem.said(spoken) if problem else None,
        stopped=stopped,
    )
