"""/a/<secret>/together: rides, and somebody to go with. No account, forms without scripts; looking changes nothing.

A stranger to whom the page was passed on learns towns and hours, and how to reach those alone with whom its owner goes.
"""

from __future__ import annotations

from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from api.house import House, house
from api.pages.pieces import back, chosen, form_of, hour, html, nobody, whole_number
from casework import answers, companions, invitations
from casework.actors import LINKS, Link
from casework.companions import Company
from casework.refusals import NotFound, Refusal
from casework.transaction import Transaction
from schema.companions import CompanionKind


async def show(request: Request) -> Response:
    """The page."""
    at = house(request)
    try:
        return await _page(at, await _link(at, request), request)
    except Refusal:
        return nobody(request)


async def change(request: Request) -> Response:
    """Something was offered, asked for, joined or ended. Back to the page, which shows it."""
    at = house(request)
    try:
        link = await _link(at, request)
    except NotFound:
        return nobody(request)
    form = await form_of(request)
    language = form.get("language", "")
    try:
        async with at.database.transaction(link) as tx:
            await _act(tx, link, form)
    except NotFound:
        return nobody(request)
    except Refusal as refusal:
        try:
            return await _page(at, link, request, problem=refusal, language=language)
        except Refusal:
            return nobody(request)
    at.waker.wake()
    return back(f"/a/{request.path_params['secret']}/together", language)


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
        leaves_at=hour("leavesAt", form.get("leaves", "")),
        contact=form.get("contact"),
    )


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NotFound from None


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
    spoken = chosen(request, language) or page.language
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
