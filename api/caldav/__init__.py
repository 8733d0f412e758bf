"""Calendars by CalDAV, to be read (RFC 4791): /caldav/, for telephones and Thunderbird.

A device signs in with a password of its own (:mod:`casework.sign_in.app_passwords`) and finds, from
``/.well-known/caldav`` on (RFC 6764), its owner, where their calendars lie, and one calendar for each of their feeds.
It then asks every few minutes what has changed since (RFC 6578). What it may not do it is told in a sentence.
"""

from __future__ import annotations

import base64
import gzip
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import ParamSpec, TypeVar
from urllib.parse import quote
from uuid import UUID
from xml.etree.ElementTree import Element

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from api.caldav import asked, said
from api.caldav.asked import Addresses, NotSupported, Sought, Synchronised, Wanted
from api.caldav.names import CAL, DAV, ROOT, SERVER, Kind, Place, place
from api.caldav.said import Shown
from api.calendar_feeds import accepts_gzip
from api.guards import BadRequest
from api.house import house
from api.throttle import DEVICE_FAILURES, DEVICE_FAILURES_OF_ALL
from casework import caldav, sign_in
from casework.actors import SIGN_IN, Person
from casework.refusals import NotFound, SignInRefused, TooOften
from casework.transaction import Database, Transaction

P = ParamSpec("P")
T = TypeVar("T")

#: What may be asked, and what would change something (RFC 4918, 4791, 3744; POST by RFC 5995).
READS = ("OPTIONS", "GET", "HEAD", "PROPFIND", "REPORT")
WRITES = (
    "PUT", "DELETE", "POST", "PATCH", "MKCALENDAR", "MKCOL", "PROPPATCH", "MOVE", "COPY", "LOCK", "UNLOCK", "ACL",
)  # fmt: skip
_HEADERS = {"dav": "1, 3, calendar-access", "cache-control": "private, no-cache", "vary": "Accept-Encoding"}
_ALLOW = ", ".join(READS)
_XML = "application/xml; charset=utf-8"
_REALM = 'Basic realm="Presencia calendars", charset="UTF-8"'
_READ_ONLY = "Calendars are read here, and changed in Presencia itself: nothing was saved."
#: What says whether anything changed.
_STATES = (SERVER + "getctag", DAV + "sync-token")
#: Shorter than this, zipping makes nothing shorter.
_WORTH_ZIPPING = 1_024
#: Families of devices, by a word of their User-Agent.
_DEVICES = (
    ("davx5", "DAVx⁵"),
    ("thunderbird", "Thunderbird"),
    ("ios/", "iPhone or iPad"),
    ("dataaccessd", "iPhone or iPad"),
    ("macos", "Mac"),
    ("mac os", "Mac"),
    ("vdirsyncer", "vdirsyncer"),
    ("evolution", "Evolution"),
)


async def begin(request: Request) -> Response:
    """/.well-known/caldav, and what some devices ask of the bare host: calendars lie elsewhere (RFC 6764 §5)."""
    return RedirectResponse(ROOT, 301, {"cache-control": "no-store"})


async def answer(request: Request) -> Response:
    """All below /caldav/. Whoever does not sign in is told how to, whatever they ask."""
    try:
        response = await _answered(request)
    except SignInRefused:
        response = PlainTextResponse(
            "Sign in with your e-mail address and this device's own password.\n", 401, {"www-authenticate": _REALM}
        )
    except TooOften as refusal:
        wait = {"retry-after": str(refusal.minutes * 60)}
        response = PlainTextResponse(f"{refusal.message}\n", 429, wait)
    except NotFound:
        response = PlainTextResponse("There is no such calendar.\n", 404)
    except caldav.Overtaken:
        response = PlainTextResponse("It changes just now. Ask again.\n", 503, {"retry-after": "1"})
    except NotSupported as problem:
        response = Response(said.error(problem.condition, problem.sentence), problem.status, media_type=_XML)
    except BadRequest as problem:
        response = PlainTextResponse(f"{problem.sentence}\n", problem.status)
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    return response


async def _answered(request: Request) -> Response:
    if request.method == "OPTIONS":
        return Response(status_code=204, headers={"allow": _ALLOW})
    person = await _signed_in(request)
    if request.method in WRITES:
        return _read_only(request)
    where = place(request.url.path)
    if where is None or where.person_id not in (None, person.id):
        raise NotFound
    caller = Caller(house(request).database, person, request, where)
    if request.method in ("GET", "HEAD"):
        return await _again(_get, caller)
    root = await asked.document(request)
    told = _propfind if request.method == "PROPFIND" else _report
    return _told(request, await _again(told, caller, root))


@dataclass(frozen=True, slots=True)
class Caller:
    """A device of somebody's at a place."""

    database: Database
    person: Person
    request: Request
    where: Place

    async def read(self) -> dict[UUID, caldav.Showing]:
        """What the calendar here shows, or all of them in a place that is none. Raises :class:`NotFound`."""
        client = _device(self.request) or "another calendar"
        return await caldav.read(self.database, self.person, self.where.feed_id, client=client)


async def _again(answering: Callable[P, Awaitable[T]], *given: P.args, **named: P.kwargs) -> T:
    """Once more, when another device of theirs found a change meanwhile."""
    try:
        return await answering(*given, **named)
    except caldav.Overtaken:
        return await answering(*given, **named)


# Who asks.


async def _signed_in(request: Request) -> Person:
    """Whose device it is. Raises :class:`SignInRefused`, :class:`TooOften` after too many wrong tries."""
    at = house(request)
    given = _credentials(request.headers.get("authorization", ""))
    if given is None:
        raise SignInRefused
    email, typed = given
    everybody = at.address_of(request)
    # A telephone that does not know that its password ended keeps no other person's from signing in.
    who = everybody + at.database.vault.index("deployment", "device_of", email.strip().lower()).hex()
    await at.throttle.check(DEVICE_FAILURES_OF_ALL, everybody)
    await at.throttle.check(DEVICE_FAILURES, who)
    try:
        async with at.database.transaction(SIGN_IN) as tx:
            return Person(await sign_in.whose_app_password(tx, email, typed, used_by=_device(request)))
    except SignInRefused:
        await at.throttle.count(DEVICE_FAILURES_OF_ALL, everybody)
        await at.throttle.count(DEVICE_FAILURES, who)
        raise


def _credentials(header: str) -> tuple[str, str] | None:
    """Name and password of HTTP Basic (RFC 7617), or None."""
    scheme, _, encoded = header.partition(" ")
    if scheme.lower() != "basic" or len(encoded) > 1_000:
        return None
    try:
        email, colon, typed = base64.b64decode(encoded.strip(), validate=True).decode().partition(":")
    except ValueError:
        return None
    return (email, typed) if colon and "\0" not in email + typed else None


def _device(request: Request) -> str | None:
    """The family of the application, never the whole header."""
    agent = request.headers.get("user-agent", "").lower()
    return next((family for word, family in _DEVICES if word in agent), None)


# What is asked.


async def _shown(tx: Transaction, where: Place, showing: Mapping[UUID, caldav.Showing]) -> Shown:
    """What lies at a place; calendars that were read are looked at. Raises :class:`NotFound`."""
    me = tx.somebody
    if where.feed_id is None:
        return Shown(where, me)
    feed = await caldav.own_feed(tx, where.feed_id)
    looked = await caldav.look(tx, feed, showing[feed.id]) if feed.id in showing else None
    if where.kind is Kind.CALENDAR or looked is None:
        return Shown(where, me, feed, looked)
    kept, entry = looked.kept.get(where.uid), looked.entries.get(where.uid)
    if kept is None or entry is None:
        raise NotFound
    return Shown(where, me, feed, looked, kept, entry)


async def _get(caller: Caller) -> Response:
    """One entry, as iCalendar. A calendar as a whole is fetched at its feed's address."""
    showing = await caller.read() if caller.where.kind is Kind.ENTRY else {}
    async with caller.database.transaction(caller.person) as tx:
        return await _got_one(tx, caller.request, await _shown(tx, caller.where, showing))


async def _got_one(tx: Transaction, request: Request, shown: Shown) -> Response:
    looked, kept = shown.looked, shown.kept
    if looked is None or kept is None:
        return PlainTextResponse(
            "A calendar application reads this by CalDAV. Add it there as an account.\n", 405, {"allow": _ALLOW}
        )
    headers = {"etag": f'"{kept.etag}"', "content-type": "text/calendar; charset=utf-8; component=VEVENT"}
    tags = [one.strip().removeprefix("W/").strip('"') for one in request.headers.get("if-none-match", "").split(",")]
    if kept.etag in tags or "*" in tags:
        return Response(status_code=304, headers={"etag": headers["etag"]})
    [(_, entry)] = await caldav.disclose(tx, looked, [kept.uid])
    if request.method == "HEAD":
        return Response(status_code=200, headers=headers | {"content-length": str(len(entry.content))})
    return Response(entry.content, headers=headers)


async def _propfind(caller: Caller, root: Element | None) -> bytes:
    """Properties of a place, and of what lies in it (RFC 4918 §9.1)."""
    if root is not None and root.tag != DAV + "propfind":
        raise BadRequest(400, "Ask with the element propfind.")
    where = caller.where
    depth = caller.request.headers.get("depth", "infinity").strip().lower()
    if depth not in ("0", "1"):
        raise NotSupported(DAV + "propfind-finite-depth", "Ask with Depth: 0 or Depth: 1.")
    wanted = asked.wanted(root, minimal=asked.wants_little(caller.request))
    # To say whether anything changed, a calendar must be read; so must one whose entries are asked for.
    states = wanted.asks(*_STATES)
    needed = {
        Kind.ENTRY: True, Kind.CALENDAR: depth == "1" or states, Kind.HOME: depth == "1" and states,
    }.get(where.kind, False)  # fmt: skip
    showing = await caller.read() if needed else {}
    async with caller.database.transaction(caller.person) as tx:
        shown = await _shown(tx, where, showing)
        inside: list[Shown] = []
        if depth == "1":
            inside = _entries(shown) if where.kind is Kind.CALENDAR else await _below(tx, where, showing)
        await _disclosed(tx, [shown, *inside], wanted)
    return said.multistatus(said.response(one, wanted) for one in (shown, *inside))


async def _below(tx: Transaction, where: Place, showing: Mapping[UUID, caldav.Showing]) -> list[Shown]:
    """What lies in a place that is no calendar."""
    me = tx.somebody
    if where.kind is Kind.PRINCIPAL:
        return [Shown(Place(Kind.HOME, me), me)]
    if where.kind is not Kind.HOME:
        return []
    inside = []
    for feed in await caldav.own_feeds(tx):
        looked = await caldav.look(tx, feed, showing[feed.id]) if feed.id in showing else None
        inside.append(Shown(Place(Kind.CALENDAR, me, feed.id), me, feed, looked))
    return inside


def _entries(shown: Shown) -> list[Shown]:
    looked = shown.looked
    return [shown.entry_of(kept, looked.entries[kept.uid]) for kept in looked.standing()] if looked else []


async def _disclosed(tx: Transaction, shown: Iterable[Shown], wanted: Wanted) -> None:
    """Where what entries say is asked for, it is in the trail that they were shown."""
    told = [
        (one.looked, one.kept.uid) for one in shown if one.looked is not None and one.entry is not None and one.kept
    ]
    if told and wanted.asks(CAL + "calendar-data"):
        await caldav.disclose(tx, told[0][0], [uid for _, uid in told])


async def _report(caller: Caller, root: Element | None) -> bytes:
    """A calendar's three reports."""
    if root is None or caller.where.kind is not Kind.CALENDAR or root.tag not in said.REPORTS:
        await _there(caller)
        raise NotSupported(DAV + "supported-report", "There is no such report here.")
    wanted = asked.wanted(root, minimal=asked.wants_little(caller.request))
    # Understood whole, before a feed is read for it.
    question = _QUESTIONS[root.tag](root)
    showing = await caller.read()
    async with caller.database.transaction(caller.person) as tx:
        shown = await _shown(tx, caller.where, showing)
        if shown.looked is None:
            raise NotFound
        match question:
            case Synchronised():
                return await _synchronised(tx, shown, shown.looked, wanted, question)
            case Sought():
                found = [one for one in _entries(shown) if one.entry is not None and question.matches(one.entry)]
                await _disclosed(tx, found, wanted)
                return said.multistatus(said.response(one, wanted) for one in found)
            case Addresses():
                return await _got(tx, shown, wanted, question)


async def _there(caller: Caller) -> None:
    """Whoever asks amiss where nothing is hears that first. Raises :class:`NotFound`."""
    showing = await caller.read() if caller.where.kind is Kind.ENTRY else {}
    async with caller.database.transaction(caller.person) as tx:
        await _shown(tx, caller.where, showing)


_QUESTIONS: dict[str, Callable[[Element], Synchronised | Sought | Addresses]] = {
    DAV + "sync-collection": asked.synchronised,
    CAL + "calendar-query": asked.sought,
    CAL + "calendar-multiget": asked.addresses,
}


async def _got(tx: Transaction, shown: Shown, wanted: Wanted, addresses: Addresses) -> bytes:
    """Entries by their addresses (RFC 4791 §7.9); 404 for each that is not there."""
    there = {one.place.path: one for one in _entries(shown)}
    asked_for = [(address, there.get(asked.path_of(address))) for address in addresses.sent]
    await _disclosed(tx, [one for _, one in asked_for if one is not None], wanted)
    return said.multistatus(
        said.gone(address) if one is None else said.response(one, wanted) for address, one in asked_for
    )


async def _synchronised(
    tx: Transaction, shown: Shown, looked: caldav.Looked, wanted: Wanted, known: Synchronised
) -> bytes:
    """What is new, different or gone since a device last asked (RFC 6578 §3.2)."""
    began = looked.forgotten
    if not known.token:
        changed = looked.standing()
    else:
        numbers = said.known_up_to(looked, known.token)
        try:
            if numbers is None:
                raise caldav.BeginAnew
            changed, began = looked.since(*numbers), numbers[1]
        except caldav.BeginAnew:
            raise NotSupported(DAV + "valid-sync-token", "That is not known here any more: begin anew.") from None
    token, responses = said.sync_token(looked), []
    if known.limit is not None and len(changed) > known.limit:
        changed = changed[: known.limit]
        token = said.sync_token(looked, changed[-1].number, began)
        responses.append(said.more(shown.place))
    entries = [shown.entry_of(one, looked.entries.get(one.uid)) for one in changed]
    await _disclosed(tx, entries, wanted)
    responses += [said.gone(one.place.path) if one.entry is None else said.response(one, wanted) for one in entries]
    return said.multistatus(responses, token=token)


# What is told.


def _told(request: Request, body: bytes) -> Response:
    headers = {"content-type": _XML}
    if asked.wants_little(request):
        headers["preference-applied"] = "return=minimal"
    if len(body) >= _WORTH_ZIPPING and accepts_gzip(request.headers.get("accept-encoding", "")):
        body, headers["content-encoding"] = gzip.compress(body, 6, mtime=0), "gzip"
    return Response(body, 207, headers)


def _read_only(request: Request) -> Response:
    """Refused (RFC 3744 §7.1.1): which right is wanted, and why nobody has it. Nothing is said of what is there."""
    where = said.element(DAV + "href", text=quote(request.url.path))
    resource = said.element(DAV + "resource", where, said.element(DAV + "privilege", said.element(DAV + "write")))
    return Response(said.error(DAV + "need-privileges", _READ_ONLY, resource), 403, media_type=_XML)


__all__ = ["READS", "WRITES", "answer", "begin"]
