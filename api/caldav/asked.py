"""What a device asks in XML, read with bounds: no bomb unfolds, and nothing is fetched because a document names it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml.ElementTree import DefusedXMLParser
from starlette.requests import Request

from api.caldav.names import CAL, DAV
from api.guards import BadRequest
from casework.caldav import Entry

#: Properties in one question, each of which every answer names: devices ask for a dozen.
MOST_PROPERTIES = 100
#: Of a body in bytes, of elements within each other, of elements, and of entries asked for by address at once.
LARGEST, DEEPEST, MOST, MOST_ADDRESSES = 512 * 1024, 16, 8_000, 2_000
_INSTANT = re.compile(r"\d{8}T\d{6}Z", re.ASCII)
#: Components that no calendar of ours holds.
_NEVER_HELD = frozenset({"VTODO", "VJOURNAL", "VFREEBUSY", "VAVAILABILITY"})


class NotSupported(Exception):
    """A precondition that does not hold (RFC 4918 §16): its name, and a sentence."""

    def __init__(self, condition: str, sentence: str, status: int = 403) -> None:
        super().__init__(sentence)
        self.condition, self.sentence, self.status = condition, sentence, status


class _Bounded(TreeBuilder):
    """Counts while it builds, so that what is too deep or too wide is never built."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = self._count = 0

    def start(self, tag: Any, attrs: Any) -> Element:
        self._depth += 1
        self._count += 1
        if self._depth > DEEPEST:
            raise BadRequest(400, f"The body has more than {DEEPEST} elements within each other.")
        if self._count > MOST:
            raise BadRequest(400, f"The body has more than {MOST:,} elements.")
        return super().start(tag, attrs)

    def end(self, tag: Any) -> Element:
        self._depth -= 1
        return super().end(tag)


async def document(request: Request) -> Element | None:
    """The body's root; None where there is no body. Raises :class:`BadRequest`."""
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise BadRequest(415, "Send the body uncompressed.")
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            raise BadRequest(413, f"The body is more than {LARGEST:,} bytes long.")
    return read(bytes(body)) if body.strip() else None


def read(body: bytes) -> Element:
    """The root of an XML document. Raises :class:`BadRequest` for what is none, and for whatever declares a type or an
    entity: no question of a calendar needs one.
    """
    parser = DefusedXMLParser(target=_Bounded(), forbid_dtd=True)
    try:
        parser.feed(body)
        root = parser.close()
    except (ParseError, ValueError, LookupError):
        raise BadRequest(400, "The body is not XML, or declares a document type. Send plain XML.") from None
    if not isinstance(root, Element):
        raise BadRequest(400, "The body is not XML. Send plain XML.")
    return root


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which properties are asked for."""

    #: None for all of them.
    names: tuple[str, ...] | None
    #: Their names alone (RFC 4918 §9.1.4).
    bare: bool = False
    #: Nothing is said of those that are not there (RFC 8144 §2.1).
    minimal: bool = False

    def asks(self, *names: str) -> bool:
        """Whether one of these is asked for by its name."""
        return self.names is not None and not self.bare and any(name in self.names for name in names)


def wanted(root: Element | None, *, minimal: bool) -> Wanted:
    """The properties that a PROPFIND or REPORT asks for; no body asks for all (RFC 4918 §9.1)."""
    if root is None:
        return Wanted(None, minimal=minimal)
    if root.find(DAV + "propname") is not None:
        return Wanted(None, bare=True, minimal=minimal)
    prop = root.find(DAV + "prop")
    if prop is None:
        return Wanted(None, minimal=minimal)
    for data in prop.iter(CAL + "calendar-data"):
        form, version = data.get("content-type", "text/calendar"), data.get("version", "2.0")
        if form.lower() != "text/calendar" or version != "2.0":
            raise NotSupported(CAL + "supported-calendar-data", "Calendars are told as text/calendar, version 2.0.")
    named = tuple(dict.fromkeys(str(one.tag) for one in prop))
    if len(named) > MOST_PROPERTIES:
        raise BadRequest(413, f"Ask for at most {MOST_PROPERTIES} properties at once.")
    return Wanted(named, minimal=minimal)


def wants_little(request: Request) -> bool:
    """Whether a device asks for short answers: by RFC 8144, or as Apple's do."""
    return "return=minimal" in request.headers.get("prefer", "").replace(" ", "").lower() or (
        request.headers.get("brief", "").lower() == "t"
    )


@dataclass(frozen=True, slots=True)
class Addresses:
    """Entries that are asked for by their addresses, as they were sent."""

    sent: tuple[str, ...]


def addresses(root: Element) -> Addresses:
    """Those of a calendar-multiget. Raises :class:`BadRequest`."""
    found = [(one.text or "").strip() for one in root.findall(DAV + "href")]
    if not found:
        raise BadRequest(400, "Name an entry: the question holds no address.")
    if len(found) > MOST_ADDRESSES:
        raise BadRequest(413, f"Ask for at most {MOST_ADDRESSES:,} entries at once.")
    # One entry has one path: whatever else an address says is not looked at.
    return Addresses(tuple({path_of(one): one for one in reversed(found)}.values())[::-1])


def path_of(address: str) -> str:
    """The path of an address, decoded; empty for what is none."""
    try:
        return unquote(urlsplit(address).path, errors="strict")
    except ValueError:
        return ""


@dataclass(frozen=True, slots=True)
class Sought:
    """Which entries a query is about: those that touch a span of time, all, or none."""

    none: bool = False
    start: datetime | None = None
    end: datetime | None = None

    def matches(self, entry: Entry) -> bool:
        return not self.none and entry.between(self.start, self.end)


def sought(root: Element) -> Sought:
    """The filter of a calendar-query (RFC 4791 §9.7): components, and a span of time. Raises :class:`NotSupported` for
    a filter that asks for the words of an entry: a device looks in what it has.
    """
    whole = root.findall(f"{CAL}filter/{CAL}comp-filter")
    if len(whole) != 1 or whole[0].get("name", "").upper() != "VCALENDAR":
        raise NotSupported(CAL + "valid-filter", "A filter begins with the component VCALENDAR.")
    found = Sought()
    for inner in whole[0]:
        if inner.tag == CAL + "is-not-defined":
            found = Sought(none=True)
        elif inner.tag == CAL + "comp-filter":
            found = _of_component(inner, found)
        else:
            raise _no_such_filter()
    return found


def _of_component(element: Element, found: Sought) -> Sought:
    component, absent = element.get("name", "").upper(), element.find(CAL + "is-not-defined") is not None
    if component in _NEVER_HELD:
        return found if absent else Sought(none=True)
    if component != "VEVENT":
        raise _no_such_filter()
    if absent:
        return Sought(none=True)
    for inner in element:
        if inner.tag != CAL + "time-range":
            raise _no_such_filter()
        start, end = _instant(inner.get("start")), _instant(inner.get("end"))
        if (start is None and end is None) or (start and end and start >= end):
            raise NotSupported(CAL + "valid-filter", "A span of time has a start before its end, in UTC.")
        found = Sought(found.none, start, end)
    return found


def _no_such_filter() -> NotSupported:
    return NotSupported(CAL + "supported-filter", "Entries are found by their component and by a span of time.")


def _instant(text: str | None) -> datetime | None:
    if text is None:
        return None
    try:
        if not _INSTANT.fullmatch(text):
            raise ValueError
        return datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError:
        raise NotSupported(CAL + "valid-filter", "A span of time is said in UTC: 20261203T140000Z.") from None


@dataclass(frozen=True, slots=True)
class Synchronised:
    """Up to where a device knows, and how much it takes at once."""

    token: str
    limit: int | None


def synchronised(root: Element) -> Synchronised:
    """A sync-collection report (RFC 6578 §6.1). Raises :class:`BadRequest`."""
    token, limit = root.find(DAV + "sync-token"), root.find(f"{DAV}limit/{DAV}nresults")
    if token is None:
        raise BadRequest(400, "Say up to where you know, or send an empty sync-token.")
    most = (limit.text or "").strip() if limit is not None else None
    if most is not None and not (most.isascii() and most.isdecimal() and 0 < len(most) < 10 and int(most) > 0):
        raise BadRequest(400, "The limit is no number.")
    return Synchronised((token.text or "").strip(), int(most) if most else None)


__all__ = [
    "Addresses",
    "NotSupported",
    "Sought",
    "Synchronised",
    "Wanted",
    "addresses",
    "document",
    "path_of",
    "read",
    "sought",
    "synchronised",
    "wanted",
    "wants_little",
]
