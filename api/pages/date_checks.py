"""/c/<secret>: a date checker's shift, on their own telephone. The code, the promise, then one date at a time.

GET changes nothing, because link scanners open links; so also the next date is asked for by a button. Unknown, ended,
revoked and over look the same, on a page that was left open as well. Whoever has the secret and not the cookie gets no
further than the form for the code.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from api.house import House, cookie_name, house, set_cookie
from api.language import asked_for
from api.pages.pieces import HEADERS, chosen, form_of, html, nobody, whole_number
from api.throttle import SHIFT_FAILURES
from casework import date_checks, times
from casework.actors import LINKS, SHIFTS, Link
from casework.date_checks import Entry, Page
from casework.language import LANGUAGES, Sentence
from casework.refusals import Invalid, NotAllowedByState, NotFound, Refusal, TooOften
from schema import reference
from schema.custody import Source
from schema.date_checks import DateCheckOutcome


def _line() -> tuple[str, str]:
    """The executive office's automated case information line: as people read it, and as a telephone dials it."""
    number = next(one.phone for one in reference.official_channels() if one.source == Source.COURT_LINE) or ""
    return number, "+" + "".join(char for char in number if char.isdigit())


LINE = _line()

_OUTCOMES = {outcome.value: outcome for outcome in DateCheckOutcome}


async def show(request: Request) -> Response:
    """Where this telephone stands. Changes nothing but the trail, when an item is shown."""
    at = house(request)
    try:
        link = await _link(at, request)
        return await _page(at, request, link)
    except NotFound:
        return _over(request)
    except TooOften as refusal:
        return _wait(request, refusal)


async def act(request: Request) -> Response:
    """A button was pressed. Back to the page, which shows what came of it."""
    at = house(request)
    form = await form_of(request)
    try:
        link = await _link(at, request)
    except NotFound:
        return _over(request, form)
    except TooOften as refusal:
        return _wait(request, refusal)
    language = form.get("language", "")
    try:
        return await _ACTS.get(form.get("act", ""), _unknown)(at, request, link, form)
    except NotFound:
        return _over(request, form)
    except Refusal as refusal:
        status = 409 if isinstance(refusal, NotAllowedByState) else 422
        try:
            return await _page(at, request, link, problem=refusal, status=status, language=language, form=form)
        except NotFound:
            return _over(request, form)


async def _code(at: House, request: Request, link: Link, form: dict[str, str]) -> Response:
    async with at.database.transaction(link) as tx:
        entered = await date_checks.enter_code(tx, link, form.get("code", ""), _device(at, request))
    if entered.entry is not Entry.BOUND:
        await at.throttle.count(SHIFT_FAILURES, at.address_of(request))
    if entered.entry is Entry.ENDED:
        return _over(request, form)
    if entered.entry is Entry.ELSEWHERE:
        return await _page(
            at, request, link, status=403, language=form.get("language", ""), signed=False,
            problem=Sentence("This shift runs on another telephone. If that is not yours, call us now."),
        )  # fmt: skip
    if entered.entry is Entry.WRONG:
        return await _page(
            at, request, link, status=422, language=form.get("language", ""),
            problem=Sentence("That code is not right. Tries left: {left}.", left=entered.left),
        )  # fmt: skip
    response = _back(request, form)
    if entered.cookie is not None:
        set_cookie(at, response, "shift", entered.cookie, max(1, int(entered.lasts.total_seconds())))
    return response


async def _promise(at: House, request: Request, link: Link, form: dict[str, str]) -> Response:
    async with at.database.transaction(link) as tx:
        await date_checks.sign_promise(
            tx, link, _device(at, request), name=form.get("name", ""), text=form.get("promise", "")
        )
    return _back(request, form)


async def _next(at: House, request: Request, link: Link, form: dict[str, str]) -> Response:
    async with at.database.transaction(SHIFTS) as tx:
        found = await date_checks.next_item(tx, link.id, _device(at, request))
    return _back(request, form, empty=found is None)


async def _heard(at: House, request: Request, link: Link, form: dict[str, str]) -> Response:
    outcome, check_id = _OUTCOMES.get(form.get("outcome", "")), _id(form.get("check", ""))
    sequence = whole_number(form.get("sequence"))
    if outcome is None or check_id is None or sequence is None:
        raise NotFound
    async with at.database.transaction(SHIFTS) as tx:
        await date_checks.record_check(
            tx, link.id, _device(at, request), check_id, outcome, sequence=sequence, heard=_wall(form)
        )
    at.waker.wake()
    return _back(request, form)


async def _take_back(at: House, request: Request, link: Link, form: dict[str, str]) -> Response:
    check_id = _id(form.get("answered", ""))
    if check_id is None:
        raise NotFound
    async with at.database.transaction(SHIFTS) as tx:
        await date_checks.take_back_check(tx, link.id, _device(at, request), check_id)
    at.waker.wake()
    return _back(request, form)


async def _unknown(at: House, request: Request, link: Link, form: dict[str, str]) -> Response:
    raise NotFound


_ACTS = {"code": _code, "promise": _promise, "next": _next, "heard": _heard, "take_back": _take_back}


async def _link(at: House, request: Request) -> Link:
    """The shift behind the address. Raises :class:`NotFound`, and :class:`TooOften` for whoever guesses addresses."""
    where = at.address_of(request)
    await at.throttle.check(SHIFT_FAILURES, where)
    try:
        async with at.database.transaction(LINKS) as tx:
            return await date_checks.by_secret(tx, request.path_params["secret"])
    except NotFound:
        await at.throttle.count(SHIFT_FAILURES, where)
        raise


def _device(at: House, request: Request) -> str | None:
    return request.cookies.get(cookie_name(at.settings, "shift"))


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _wall(form: dict[str, str]) -> datetime | None:
    """The time typed, as the line gave it. Raises :class:`Invalid`."""
    text = form.get("heard", "")
    if not text or form.get("outcome") != DateCheckOutcome.DIFFERENT:
        return None
    try:
        wall = datetime.strptime(text, "%Y-%m-%dT%H:%M")  # noqa: DTZ007 -- wall time, as typed
    except ValueError:
        raise Invalid("heard", "Type the day and the hour that the line gave.") from None
    return wall


def _back(request: Request, form: dict[str, str], *, empty: bool = False) -> Response:
    asked = [f"lang={language}"] if (language := form.get("language", "")) in LANGUAGES else []
    asked += ["none"] if empty else []
    where = f"/c/{request.path_params['secret']}" + ("?" + "&".join(asked) if asked else "")
    return RedirectResponse(where, 303, HEADERS)


async def _page(
    at: House,
    request: Request,
    link: Link,
    *,
    problem: Refusal | Sentence | None = None,
    status: int = 200,
    language: str = "",
    form: dict[str, str] | None = None,
    signed: bool = True,
) -> Response:
    async with at.database.transaction(link) as tx:
        shown = await date_checks.page(tx, link, _device(at, request) if signed else None, chosen(request, language))
    spoken = shown.language
    return html(
        "shift.html",
        status=status,
        language=spoken,
        page=shown,
        slot=_slot(shown, spoken),
        until=times.said_shortly(shown.ends_at, shown.time_zone, spoken),
        line=LINE,
        empty="none" in request.query_params,
        secret=request.path_params["secret"],
        problem=problem.said(spoken) if problem else None,
        typed=form or {},
    )


def _slot(shown: Page, language: str) -> str | None:
    item = shown.item
    return times.said(item.starts_at, item.time_zone, language, hour_known=item.hour_known) if item else None


def _over(request: Request, form: dict[str, str] | None = None) -> Response:
    return nobody(request, (form or {}).get("language", ""), shift=True)


def _wait(request: Request, refusal: TooOften) -> Response:
    language = asked_for(request) or LANGUAGES[0]
    return html("wait.html", status=429, language=language, said=refusal.said(language))
