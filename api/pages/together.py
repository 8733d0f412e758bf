"""/a/<secret>/together: rides, and somebody to go with. No account, forms without scripts; looking changes nothing.

A stranger to whom the page was passed on learns towns and hours, and how to reach those alone with whom its owner goes.
"""

from __future__ import annotations

from datetime import time
from uuid import UUID

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from api.house import House, house
from api.language import asked_for
from api.pages.pieces import HEADERS, form_of, html, nobody, whole_number
from casework import answers, companions, invitations
from casework.actors import LINKS, Link
from casework.companions import Company
from casework.language import WRITTEN
from casework.refusals import Invalid, NotFound, Refusal
from casework.transaction import Transaction
from schema.companions import CompanionKind


async def show(request: Request) -> Response:
    """The page."""
    at = house(request)
    try:
        return await _page(at, await _link(at, request), request)
    except Refusal:
        return _nobody(request)


async def change(request: Request) -> Response:
    """Something was offered, asked for, joined or ended. Back to the page, which shows it."""
    at = house(request)
    try:
        link = await _link(at, request)
    except NotFound:
        return _nobody(request)
    form = await form_of(request)
    language = form.get("language", "")
    try:
        async with at.database.transaction(link) as tx:
            await _act(tx, link, form)
    except NotFound:
        return _nobody(request)
    except Refusal as refusal:
        try:
            return await _page(at, link, request, problem=refusal, language=language)
        except Refusal:
            return _nobody(request)
    at.waker.wake()
    where = f"/a/{request.path_params['secret']}/together"
    return RedirectResponse(where + (f"?lang={language}" if language in WRITTEN else ""), 303, HEADERS)


async def _act(tx: Transaction, link: Link, form: dict[str, str]) -> None:
    if "join" in form:
        await companions.join_company(tx, link.id, _id(form["join"]))
        return
    said = form.get("kind", "")
    if said not in list(CompanionKind):
        raise NotFound
    kind = CompanionKind(said)
    if "end" in form:
        await companions.end_company(tx, link.id, kind)
        return
    offers = form.get("what") == "offer"
    await companions.offer_company(
        tx,
        link.id,
        kind,
        places=(whole_number(form.get("places")) or 0) if offers else None,
        town=form.get("town"),
        leaves_at=_hour(form.get("leaves", "")),
        contact=form.get("contact"),
    )


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NotFound from None


def _hour(typed: str) -> time | None:
    if not typed:
        return None
    try:
        return time.fromisoformat(typed).replace(second=0, microsecond=0, tzinfo=None)
    except ValueError as error:
        raise Invalid("leavesAt", "Type a time such as 09:00.") from error


async def _link(at: House, request: Request) -> Link:
    async with at.database.transaction(LINKS) as tx:
        return await invitations.by_secret(tx, request.path_params["secret"])


async def _page(
    at: House, link: Link, request: Request, *, problem: Refusal | None = None, language: str = ""
) -> Response:
    async with at.database.transaction(link) as tx:
        page = await answers.page(tx, link)
        # Whoever may see nothing of the date is shown no company, either.
        if page.card is None:
            raise NotFound
        both: list[Company] = await companions.company(tx, link)
    asked = language or request.query_params.get("lang", "")
    spoken = asked if asked in WRITTEN else page.language
    return html(
        "together.html",
        status=422 if problem else 200,
        language=spoken,
        both=both,
        organization=page.organization,
        said=answers.worded(page, spoken),
        secret=request.path_params["secret"],
        problem=problem.said(spoken) if problem else None,
    )


def _nobody(request: Request) -> Response:
    return nobody(asked_for(request, WRITTEN), request.query_params.get("lang", ""))
