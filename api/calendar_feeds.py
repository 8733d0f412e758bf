"""GET and HEAD /feeds/<secret>.ics: a calendar application fetches what its owner may see now.

Never negotiated by Accept (Google sends none); the same bytes to all. Conditional requests are answered from the bytes'
hash and from the instant since when they stand, which moves with any change of them (RFC 9110 §13; CALENDAR §2.3).
"""

from __future__ import annotations

import gzip
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime

from starlette.requests import Request
from starlette.responses import Response

from api.house import house
from api.throttle import FETCHES, MISSES
from casework import feeds
from casework.refusals import NotFound

_HEADERS = {
    "cache-control": "private, no-cache",
    "referrer-policy": "no-referrer",
    "x-robots-tag": "noindex",
    "x-content-type-options": "nosniff",
    "vary": "Accept-Encoding",
}

#: Families of calendar applications, by a word of their User-Agent.
_CLIENTS = (
    ("google-calendar", "Google"),
    ("outlook", "Outlook"),
    ("microsoft", "Outlook"),
    ("exchange", "Outlook"),
    ("thunderbird", "Thunderbird"),
    ("dataaccessd", "Apple"),
    ("ios", "Apple"),
    ("macos", "Apple"),
    ("icsx5", "ICSx⁵"),
    ("nextcloud", "Nextcloud"),
    ("fastmail", "Fastmail"),
    ("proton", "Proton"),
)


async def feed(request: Request) -> Response:
    """The feed behind a secret. Unknown and revoked look the same."""
    at = house(request)
    where = at.address_of(request)
    # Whoever tries out addresses learns nothing more from the next one.
    if not (await at.throttle.passes_here(FETCHES, where) and await at.throttle.passed_here(MISSES, where)):
        return Response("Too often. Ask again in a minute.\n", 429, {**_HEADERS, "retry-after": "60"}, "text/plain")
    try:
        found = await feeds.find(at.database, request.path_params["secret"], client=_client(request))
        zipped = accepts_gzip(request.headers.get("accept-encoding", ""))
        headers = {
            **_HEADERS,
            # Two representations, two strong validators.
            "etag": f'"{found.version}-gzip"' if zipped else f'"{found.version}"',
            "last-modified": format_datetime(_said(found.since, at.database.clock()), usegmt=True),
        }
        if _unchanged(request, found):
            return Response(status_code=304, headers=headers)
        body = await feeds.body(at.database, found)
    except NotFound:
        await at.throttle.passes_here(MISSES, where)
        return Response("There is no such calendar.\n", 404, _HEADERS, "text/plain")
    except feeds.Overtaken:
        return Response("It changes just now. Ask again.\n", 503, {**_HEADERS, "retry-after": "1"}, "text/plain")
    headers["content-disposition"] = 'inline; filename="presencia.ics"'
    if zipped:
        body = gzip.compress(body, 1, mtime=0)
        headers["content-encoding"] = "gzip"
    headers["content-length"] = str(len(body))
    if request.method == "HEAD":
        return Response(status_code=200, headers=headers, media_type="text/calendar; charset=utf-8")
    return Response(body, headers=headers, media_type="text/calendar; charset=utf-8")


def _said(since: datetime, now: datetime) -> datetime:
    """Last-Modified in whole seconds: the one before, until the second of the last change has passed. So what changes
    within the second in which a client fetched is still news to its clock.
    """
    whole = since.astimezone(UTC).replace(microsecond=0)
    return whole if now >= whole + timedelta(seconds=1) else whole - timedelta(seconds=1)


def _unchanged(request: Request, found: feeds.Found) -> bool:
    """If-None-Match goes first; without it If-Modified-Since counts (RFC 9110 §13.2.2)."""
    named = request.headers.getlist("if-none-match")
    if named:
        # Compared weakly, as If-None-Match asks: whichever way the same was packed.
        listed = ",".join(named).split(",")
        tags = {one.strip().removeprefix("W/").strip('"').removesuffix("-gzip") for one in listed}
        return "*" in tags or found.version in tags
    dated = request.headers.get("if-modified-since")
    if dated is None:
        return False
    try:
        known = parsedate_to_datetime(dated)
    except ValueError:
        return False
    return known.tzinfo is not None and found.since.replace(microsecond=0) <= known


def accepts_gzip(header: str) -> bool:
    """Whether gzip is welcome: named, or by a star, and not at q=0."""
    found: dict[str, float] = {}
    for part in header.lower().split(","):
        coding, _, parameters = part.strip().partition(";")
        quality = 1.0
        name, _, value = parameters.strip().partition("=")
        if name.strip() == "q":
            try:
                quality = float(value)
            except ValueError:
                quality = 0.0
        found[coding.strip()] = quality
    return found.get("gzip", found.get("*", 0.0)) > 0


def _client(request: Request) -> str | None:
    """The family of the application, never the whole header."""
    agent = request.headers.get("user-agent", "").lower()
    return next((family for word, family in _CLIENTS if word in agent), "another calendar" if agent else None)
