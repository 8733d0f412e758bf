"""/a/<secret>/wishes and /d/<secret>/wishes: how somebody without an account wishes to be written to. One form; looking
changes nothing.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from api.house import house
from api.pages.pieces import HEADERS, carried, chosen, form_of, hour, html, nobody
from casework import invitations, own_dates, reaching, times
from casework.actors import DELIVERY, LINKS, Link
from casework.reaching import WishChanges, Wished
from casework.refusals import NotFound, Refusal
from schema.people import Channel

#: Zones that are offered: those of the courts. Whoever keeps another keeps it.
_ZONES = (
    "America/New_York", "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles",
    "America/Anchorage", "Pacific/Honolulu", "America/Puerto_Rico", "Pacific/Guam",
)  # fmt: skip


async def show(request: Request) -> Response:
    """The form, as it stands."""
    try:
        wished = await _wished(request)
    except NotFound:
        return nobody(request)
    return _html(request, wished)


async def edit(request: Request) -> Response:
    """The form was sent. Back to it, as it stands now."""
    at, form = house(request), await form_of(request)
    try:
        link = await _link(request)
        async with at.database.transaction(DELIVERY) as tx:
            await reaching.edit_wishes_behind_link(tx, link, _changes(form))
    except NotFound:
        return nobody(request)
    except Refusal as refusal:
        return _html(request, await _wished(request), problem=refusal, status=422, language=form.get("language", ""))
    at.waker.wake()
    return _saved(request, form)


async def start(request: Request) -> Response:
    """E-mail again, to whoever stopped it. Back to the form, as it stands now."""
    at, form = house(request), await form_of(request)
    try:
        link = await _link(request)
        async with at.database.transaction(DELIVERY) as tx:
            await reaching.start_mail_behind_link(tx, link)
    except NotFound:
        return nobody(request)
    at.waker.wake()
    return _saved(request, form)


def _saved(request: Request, form: dict[str, str]) -> Response:
    """Back to the form: in the language that was chosen, else in the one that letters come in from now on."""
    asked = carried(chosen(request, form.get("language", "")), "&")
    return RedirectResponse(f"{_page(request)}/wishes?saved=1{asked}", 303, HEADERS)


def _changes(form: dict[str, str]) -> WishChanges:
    first = form.get("channel", "")
    changes: WishChanges = {
        "quiet_from": hour("quietFrom", form.get("quiet_from", "")),
        "quiet_until": hour("quietUntil", form.get("quiet_until", "")),
        "wake_for_changes": form.get("wake") == "yes",
        "time_zone": form.get("time_zone") or None,
        "language": form.get("letters", ""),
    }
    if first in list(Channel):
        rest = [one for one in Channel if one != first]
        changes["channels"] = [Channel(first), *rest]
    else:
        changes["channels"] = ()
    return changes


async def _link(request: Request) -> Link:
    secret = request.path_params["secret"]
    by_secret = own_dates.by_secret if request.url.path.startswith("/d/") else invitations.by_secret
    async with house(request).database.transaction(LINKS) as tx:
        return await by_secret(tx, secret)


def _page(request: Request) -> str:
    """The page that leads to this one."""
    return request.url.path.removesuffix("/start").removesuffix("/wishes")


async def _wished(request: Request) -> Wished:
    link = await _link(request)
    async with house(request).database.transaction(DELIVERY) as tx:
        return await reaching.wishes_behind_link(tx, link)


def _html(
    request: Request, wished: Wished, *, problem: Refusal | None = None, status: int = 200, language: str = ""
) -> Response:
    asked = chosen(request, language)
    spoken = asked or wished.language
    zones = sorted({*_ZONES, *filter(None, [wished.time_zone])}, key=lambda name: (name not in _ZONES, name))
    return html(
        "wishes.html",
        status=status,
        language=spoken,
        wished=wished,
        page=_page(request),
        asked=asked,
        carried=carried(asked),
        problem=problem.said(spoken) if problem else None,
        saved="saved" in request.query_params,
        zones=[(name, times.zone_called(name, spoken)) for name in zones],
    )
