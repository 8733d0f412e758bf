"""/p/<address>: a published action, for anybody. A page, a poster to print, an entry for the calendar, a picture.

One cheap question is asked at every request: does the page stand, and was anything of it touched. What was made before
is given out only if not (:mod:`api.renderings`). Browsers and proxies must ask us each time, too (``no-cache`` with an
ETag): what is called off, or what the client takes back, is gone for the next reader. Then it answers 410, in words
that say no more than that.

An index may have the page of an action that names nobody. One that names somebody is kept out of all of them, because
a consent ends and a search engine's copy does not; for the same reason previews, calendars and indexes get neither its
title nor its name.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal
from uuid import UUID

import segno
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from api.house import House, house
from api.language import asked_for
from api.pages import picture
from api.pages.pieces import HEADERS, chosen, html, nobody, rendered
from api.renderings import Key, Rendering
from casework import advocacy, calendar, times, titles
from casework.actors import Link, LinkKind
from casework.advocacy import Page
from casework.card import Card
from casework.language import LANGUAGES
from casework.refusals import NotFound
from schema.occasions import Medium
from schema.public_pages import PublicStanding

Form = Literal["page", "poster", "calendar", "picture"]
#: What stands behind the address, and how it is asked for.
FORMS: tuple[tuple[str, Form], ...] = (
    ("", "page"),
    ("/poster", "poster"),
    ("/calendar.ics", "calendar"),
    ("/picture.png", "picture"),
)
_HEADERS = {
    **HEADERS,
    # Kept by whoever asked and nobody between, and never used without asking us.
    "cache-control": "private, no-cache",
    "content-security-policy": "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; "
    "frame-ancestors 'none'; base-uri 'none'",
    "vary": "Accept-Language",
}

#: So long nobody asks again why a page is not clear.
_NOTHING = timedelta(minutes=1)


def answering(form: Form) -> Callable[[Request], Awaitable[Response]]:
    """The door of one form."""

    async def answer(request: Request) -> Response:
        return await _answer(request, form)

    return answer


async def _answer(request: Request, form: Form) -> Response:
    at, address = house(request), request.path_params["address"]
    language = _language(request)
    key: Key = (address, form, language)
    kept = at.renderings.get(key, at.database.clock())
    try:
        found = await advocacy.find_public_page(at.database, address, kept.snapshot if kept else None)
    except NotFound:
        return nobody(request)
    if found.moved or found.standing is not PublicStanding.SHOWN:
        at.renderings.drop(address)
        if found.standing is PublicStanding.EMBARGO:
            return nobody(request)
        return _gone(language, off=found.standing is PublicStanding.CALLED_OFF and not found.moved)
    if kept is None or found.touched:
        kept = await _made(at, key, form, found.page_id, kept)
    if kept.body is None:
        return _gone(language)
    headers = {**_HEADERS, **kept.headers, "etag": kept.etag}
    if kept.etag in [one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")]:
        return Response(status_code=304, headers=headers)
    headers["content-length"] = str(len(kept.body))
    return Response(b"" if request.method == "HEAD" else kept.body, headers=headers, media_type=kept.media_type)


async def _made(at: House, key: Key, form: Form, page_id: UUID, before: Rendering | None) -> Rendering:
    address, _, language = key
    async with at.renderings.making:
        other = at.renderings.get(key, at.database.clock())
        if other is not None and other is not before and await _holds(at, address, other):
            return other
        async with at.database.transaction(Link(LinkKind.PUBLIC_PAGE, page_id, None)) as tx:
            snapshot, page = await advocacy.public_page(tx, page_id, at.settings.address)
            now = tx.now
        if page is None:
            # Nothing of it is kept. That there is nothing holds until something is touched: no consent comes by itself.
            at.renderings.drop(address)
            made = Rendering(None, "", {}, "", snapshot, now + _NOTHING)
            at.renderings.keep(key, made)
            return made
        body, headers, media_type = await _rendered(page, form, language, f"{at.settings.address}/p/{address}")
        etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
        made = Rendering(body, etag, headers, media_type, snapshot, page.valid_until)
        at.renderings.keep(key, made)
        return made


async def _holds(at: House, address: str, made: Rendering) -> bool:
    """What another reader made while this one waited may have been begun before this one asked: so it is asked about
    again.
    """
    found = await advocacy.find_public_page(at.database, address, made.snapshot)
    return found.standing is PublicStanding.SHOWN and not found.moved and not found.touched


async def _rendered(page: Page, form: Form, language: str, url: str) -> tuple[bytes, dict[str, str], str]:
    headers = {"x-robots-tag": "noindex, nofollow, noarchive" if page.names or form != "page" else "noarchive"}
    said = _said(page, language)
    if form == "calendar":
        headers["content-disposition"] = 'attachment; filename="presencia.ics"'
        entry = calendar.feed(said.kept, [page.kept], language=language, color="steelblue")
        return entry, headers, "text/calendar; charset=utf-8"
    if form == "picture":
        lines = [said.shortly, *([said.town] if said.town else [])]
        return await asyncio.to_thread(picture.png, said.kept, lines, page.organization), headers, "image/png"
    shown: dict[str, Any] = {"page": page, "said": said, "url": url}
    if form == "poster":
        shown["code"] = Markup(segno.make_qr(url, error="m").svg_inline(border=2, omitsize=True))  # noqa: S704 -- ours
    else:
        shown |= {"event": _event(page, said, language, url), "size": picture.SIZE}
    headers["content-language"] = language
    body = rendered("poster.html" if form == "poster" else "public.html", language=language, **shown)
    return body.encode(), headers, "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The page's facts in words."""

    title: str
    #: What others may keep of it.
    kept: str
    when: str
    until: str | None
    shortly: str
    place: list[str]
    town: str | None
    statement: list[str]


def _said(page: Page, language: str) -> Said:
    card = page.card
    return Said(
        title=titles.bare(card, language),
        kept=titles.bare(page.kept, language),
        when=times.said(card.starts_at, card.time_zone, language, hour_known=card.hour_known),
        until=_until(card, language),
        shortly=times.said_shortly(card.starts_at, card.time_zone, language, hour_known=card.hour_known, named=True),
        place=[part for part in (card.place.name, card.place.street, card.place.city) if part] if card.place else [],
        town=card.place.city if card.place else None,
        statement=[part for one in (page.statement or "").split("\n\n") if (part := one.strip())],
    )


def _until(card: Card, language: str) -> str | None:
    if not card.hour_known:
        return None
    same = times.local_day(card.starts_at, card.time_zone) == times.local_day(card.ends_at, card.time_zone)
    if same:
        return times.hour(card.ends_at, card.time_zone, language)
    return times.said(card.ends_at, card.time_zone, language)


def _event(page: Page, said: Said, language: str, url: str) -> Markup:
    """schema.org's Event, as a block of data that no browser runs. ``<`` is written so that no text of ours ends it."""
    card = page.card
    described: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Event",
        # It is made for those who keep it.
        "name": said.kept,
        "startDate": _iso(card.starts_at, card),
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/"
        + ("OfflineEventAttendanceMode" if card.medium is Medium.IN_PERSON else "MixedEventAttendanceMode"),
        "isAccessibleForFree": True,
        "inLanguage": page.language,
        "url": url,
        "image": f"{url}/picture.png?lang={language}",
        "organizer": {"@type": "Organization", "name": page.organization},
    }
    if card.hour_known:
        described["endDate"] = _iso(card.ends_at, card)
    if card.place is not None and said.place:
        where = {"@type": "PostalAddress", "streetAddress": card.place.street, "addressLocality": card.place.city}
        described["location"] = {
            "@type": "Place",
            "name": card.place.name or said.place[0],
            "address": {name: value for name, value in where.items() if value},
        }
    text = json.dumps(described, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace("&", "\\u0026"))  # noqa: S704 -- escaped for where it stands


def _iso(at: datetime, card: Card) -> str:
    local = at.astimezone(times.zone(card.time_zone))
    return local.isoformat(timespec="minutes") if card.hour_known else local.date().isoformat()


def _language(request: Request) -> str:
    return chosen(request) or asked_for(request) or LANGUAGES[0]


def _gone(language: str, *, off: bool = False) -> Response:
    """It was there, and is not for anybody any more. In these words, whatever it was."""
    return html("gone.html", status=410, language=language, off=off)


__all__ = ["FORMS", "answering"]
