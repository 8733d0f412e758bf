"""/report/<handle>: what somebody saw, told to an organization without an account; and /r/<secret>: what a rapid
responder is called to.

GET changes nothing, because link scanners open links; the buttons POST. The form works without JavaScript, is counted
by address, and its photo never touches a disk: a body is read into memory, as far as it may be long, and taken apart
there. Nothing of it is written anywhere before it is sealed.
"""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from api import receiving
from api.house import House, house
from api.language import asked_for
from api.pages.pieces import back, chosen, fields_of, form_of, html, nobody
from api.throttle import SIGHTINGS_TOLD
from casework import documents, sightings, times
from casework.actors import LINKS, SIGHTINGS, Link
from casework.refusals import Invalid, NotFound, Refusal, TooOften
from casework.sightings import LARGEST_PICTURE, Desk, Seen
from casework.times import WallTime
from schema.documents import FileKind
from schema.sightings import DispatchState, SightingKind

#: A form with a photo, and what is typed beside it.
_LARGEST = LARGEST_PICTURE + 64 * 1024
#: So long a telephone on a bad line may take.
_SECONDS = 180
#: So many are read at once in this process: each lies in memory. And so many of one address, so that nobody keeps all
#: others out by sending slowly.
_AT_ONCE, _EACH = asyncio.Semaphore(6), 3
_sending: Counter[str] = Counter()
#: Fields of one form, and more than it has.
_PARTS = 40
_BOUNDARY = re.compile(r'^multipart/form-data\s*;.*\bboundary="?([^";,\s]{1,70})"?', re.IGNORECASE)
_NAMED = re.compile(r'\bname="([^"]{1,40})"')
_ZONES = ("America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Puerto_Rico")


@dataclass(slots=True)
class Typed:
    """What was typed, and the photo."""

    words: dict[str, str] = field(default_factory=dict)
    photo: bytes = b""


async def show(request: Request) -> Response:
    """The form."""
    at = house(request)
    try:
        desk = await _desk(at, request)
    except NotFound:
        return nobody(request)
    return _form(request, desk, Typed())


async def tell(request: Request) -> Response:
    """Something was told. On to the page that says what happens with it; it can't be told twice by going back."""
    at = house(request)
    try:
        desk = await _desk(at, request)
    except NotFound:
        return nobody(request)
    if request.headers.get("sec-fetch-site") == "cross-site":
        # Another's page makes its readers' browsers send it, each from an address of its own.
        return _form(request, desk, Typed(), status=403)
    typed, whence = Typed(), at.address_of(request)
    try:
        await at.throttle.take(SIGHTINGS_TOLD, whence)
        with _one_of(whence):
            async with _AT_ONCE:
                typed = await _typed(request)
                photo = await _photo(typed.photo)
                seen = _seen(desk, typed.words)
                async with at.database.transaction(SIGHTINGS) as tx:
                    await sightings.report_sighting(tx, desk, seen, photo)
    except Refusal as refusal:
        answer = _form(request, desk, typed, problem=refusal, status=429 if isinstance(refusal, TooOften) else 422)
        # It may not have been read to its end.
        answer.headers["connection"] = "close"
        return answer
    return back(f"/report/{request.path_params['handle']}/thanks", typed.words.get("language", ""))


async def thanks(request: Request) -> Response:
    """What happens with what was told, honestly."""
    try:
        desk = await _desk(house(request), request)
    except NotFound:
        return nobody(request)
    handle = request.path_params["handle"]
    return html("report_thanks.html", language=_language(request, desk.language), desk=desk, handle=handle)


async def show_dispatch(request: Request) -> Response:
    """What a rapid responder is called to, and how they answered."""
    at = house(request)
    try:
        return await _dispatch(at, request, await _link(at, request))
    except NotFound:
        return nobody(request)


async def answer_dispatch(request: Request) -> Response:
    """A rapid responder answered. Back to the page, which says so."""
    at, form = house(request), await form_of(request)
    answers = {"coming": DispatchState.COMING, "cant": DispatchState.CANT}
    try:
        link = await _link(at, request)
        state = answers.get(form.get("answer", ""))
        if state is None:
            raise NotFound
        async with at.database.transaction(link) as tx:
            await sightings.answer_dispatch(tx, link, state)
    except NotFound:
        return nobody(request)
    return back(f"/r/{request.path_params['secret']}", form.get("language", ""))


async def _dispatch(at: House, request: Request, link: Link) -> Response:
    async with at.database.transaction(link) as tx:
        page = await sightings.dispatch_page(tx, link)
    spoken = _language(request, page.language)
    return html(
        "dispatch.html",
        language=spoken,
        page=page,
        secret=request.path_params["secret"],
        seen=times.said(page.seen_at, page.time_zone, spoken),
    )


async def _link(at: House, request: Request) -> Link:
    async with at.database.transaction(LINKS) as tx:
        return await sightings.dispatch_by_secret(tx, request.path_params["secret"])


async def _desk(at: House, request: Request) -> Desk:
    async with at.database.transaction(SIGHTINGS) as tx:
        return await sightings.desk_at(tx, request.path_params["handle"])


def _seen(desk: Desk, words: dict[str, str]) -> Seen:
    kinds = {one.value: one for one in SightingKind}
    kind = kinds.get(words.get("kind", ""))
    if kind is None:
        raise Invalid("kind", "Say what you saw: an arrest, or agents.")
    zone = words.get("zone", "")
    return Seen(
        kind=kind,
        town=words.get("town", ""),
        place=words.get("place", ""),
        seen_at=_wall(words.get("seen", "")),
        time_zone=zone if zone in _zones(desk) else desk.time_zone,
        # Whoever tells it minutes later means the first of two such hours or the second: nobody is asked at a bus stop.
        occurrence=1,
        what=words.get("what", ""),
        how_many=words.get("how_many"),
        reporter_name=words.get("name"),
        reporter_contact=words.get("contact"),
        language=words.get("language", desk.language),
        legal_may_ask=words.get("legal") == "yes",
    )


def _wall(typed: str) -> WallTime:
    try:
        at = datetime.fromisoformat(typed)
    except ValueError:
        at = None
    # In the first and the last year there are hours that no zone can tell.
    if at is None or at.tzinfo is not None or not 2000 <= at.year < 2200:
        raise Invalid("seenAt", "Say on which day and at what hour you saw it.")
    return at.replace(second=0, microsecond=0)


async def _photo(content: bytes) -> tuple[bytes, FileKind] | None:
    if not content:
        return None
    if len(content) > LARGEST_PICTURE:
        raise Invalid("photo", "The photo is larger than 10 MB. Choose a smaller one.")
    kind = await asyncio.to_thread(documents.picture_by_content, content)
    if kind is None:
        raise Invalid("photo", "That is no photo. Choose a JPEG, PNG or HEIC picture.")
    return content, kind


@contextmanager
def _one_of(whence: str) -> Iterator[None]:
    """One of those that come from an address just now. Raises :class:`TooOften`."""
    if _sending[whence] >= _EACH:
        raise TooOften(1)
    _sending[whence] += 1
    try:
        yield
    finally:
        _sending[whence] -= 1
        if not _sending[whence]:
            del _sending[whence]


async def _typed(request: Request) -> Typed:
    """The form, taken apart in memory. Raises :class:`Invalid` for what is too long, too slow, or no form."""
    body = await _body(request)
    found = _BOUNDARY.match(request.headers.get("content-type", ""))
    return _parts(body, found.group(1).encode("latin-1", "replace")) if found else Typed(fields_of(body))


async def _body(request: Request) -> bytes:
    """What was sent, of whatever kind: who sends slowly is let go as one who sends a file is (:mod:`api.receiving`)."""
    body, since, pace = bytearray(), 0, receiving.PACE
    loop = asyncio.get_running_loop()
    end = loop.time() + min(_SECONDS, pace.whole)
    try:
        async with asyncio.timeout_at(min(end, loop.time() + pace.each)) as waiting:
            async for chunk in request.stream():
                body += chunk
                if len(body) > _LARGEST:
                    raise Invalid("photo", "The photo is larger than 10 MB. Choose a smaller one.")
                since += len(chunk)
                if since >= pace.share:
                    since = 0
                    waiting.reschedule(min(end, loop.time() + pace.each))
    except TimeoutError:
        raise Invalid("photo", "The photo came too slowly. Send it where the line is better, or without it.") from None
    except ClientDisconnect:
        raise Invalid("", "It was cut off on the way. Send it again.") from None
    return bytes(body)


def _parts(body: bytes, boundary: bytes) -> Typed:
    """The parts of a form (RFC 7578): each stands between two lines of the boundary, its headers before an empty
    line.
    """
    typed = Typed()
    # Each begins after a line of its own; what stands before the first and after the last is nothing. No more are cut
    # than are looked at: a body of nothing but boundaries would be millions.
    for part in (b"\r\n" + body).split(b"\r\n--" + boundary, _PARTS)[1:_PARTS]:
        headers, blank, content = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        named = _NAMED.search(headers[:4_096].decode("utf-8", "replace"))
        if part.startswith(b"--") or not blank or named is None:
            continue
        if named.group(1) == "photo":
            typed.photo = content
        elif len(content) <= 16_000:
            typed.words[named.group(1)] = content.decode("utf-8", "replace").replace("\x00", "")
    return typed


def _zones(desk: Desk) -> list[str]:
    return [desk.time_zone, *(one for one in _ZONES if one != desk.time_zone)]


def _language(request: Request, otherwise: str, typed: str = "") -> str:
    return chosen(request, typed) or asked_for(request) or otherwise


def _form(request: Request, desk: Desk, typed: Typed, *, problem: Refusal | None = None, status: int = 200) -> Response:
    spoken = _language(request, desk.language, typed.words.get("language", ""))
    return html(
        "report.html",
        status=status,
        language=spoken,
        desk=desk,
        handle=request.path_params["handle"],
        typed=typed.words,
        zones=[(name, times.zone_called(name, spoken)) for name in _zones(desk)],
        problem=problem.said(spoken) if problem else None,
        about=problem.field if isinstance(problem, Invalid) else None,
        photo_again=bool(typed.photo),
    )


__all__ = ["answer_dispatch", "show", "show_dispatch", "tell", "thanks"]
