"""What a device is told in XML: which properties lie where, and what became of each question."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from email.utils import format_datetime
from uuid import UUID
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from api.caldav.asked import Wanted
from api.caldav.names import APPLE, CAL, DAV, SERVER, Kind, Place
from casework.caldav import Entry, Kept, Looked
from schema.feeds import Feed

for _prefix, _namespace in (("d", DAV), ("c", CAL), ("cs", SERVER), ("a", APPLE)):
    ElementTree.register_namespace(_prefix, _namespace[1:-1])

#: What XML 1.0 can't hold (§2.2).
_UNSAYABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: The colours of feeds (CSS) as devices want them.
COLORS = {
    "steelblue": "#4682B4FF",
    "seagreen": "#2E8B57FF",
    "darkorange": "#FF8C00FF",
    "indianred": "#CD5C5CFF",
    "mediumpurple": "#9370DBFF",
    "teal": "#008080FF",
    "goldenrod": "#DAA520FF",
    "slategray": "#708090FF",
}
#: A feed's reports.
REPORTS = (DAV + "sync-collection", CAL + "calendar-query", CAL + "calendar-multiget")


def element(tag: str, *inside: Element, text: str | None = None, **attributes: str) -> Element:
    made = Element(tag, attributes)
    made.text = _UNSAYABLE.sub("", text) if text is not None else None
    made.extend(inside)
    return made


def href(place: Place) -> Element:
    return element(DAV + "href", text=place.path)


@dataclass(frozen=True, slots=True)
class Shown:
    """One place and what is known of it: a calendar's feed, an entry and what it says."""

    place: Place
    #: Whoever signs in.
    person_id: UUID
    feed: Feed | None = None
    looked: Looked | None = None
    kept: Kept | None = None
    entry: Entry | None = None

    def entry_of(self, kept: Kept, entry: Entry | None = None) -> Shown:
        """An entry of this calendar."""
        return replace(self, place=replace(self.place, kind=Kind.ENTRY, uid=kept.uid), kept=kept, entry=entry)


def sync_token(looked: Looked, number: int | None = None, began: int | None = None) -> str:
    """Up to where a device knows, as the address that RFC 6578 §3.2 wants: a calendar, a number in it, and what had
    been forgotten when it began.
    """
    reached = looked.number if number is None else number
    return f"data:,{looked.feed.id.hex}/{reached}/{looked.forgotten if began is None else began}"


def known_up_to(looked: Looked, token: str) -> tuple[int, int] | None:
    """The numbers of a token of this calendar; None for any other."""
    found = re.fullmatch(rf"data:,{looked.feed.id.hex}/(\d{{1,15}})/(\d{{1,15}})", token, re.ASCII)
    return (int(found[1]), int(found[2])) if found else None


def _types(shown: Shown) -> Element:
    types = {
        Kind.PRINCIPAL: (DAV + "collection", DAV + "principal"),
        Kind.CALENDAR: (DAV + "collection", CAL + "calendar"),
        Kind.ENTRY: (),
    }.get(shown.place.kind, (DAV + "collection",))
    return element(DAV + "resourcetype", *(element(one) for one in types))


def _principal(tag: str) -> Callable[[Shown], Element]:
    return lambda shown: element(tag, href(Place(Kind.PRINCIPAL, shown.person_id)))


def _privileges(shown: Shown) -> Element:
    """To read, and to read that there is no more (RFC 3744 §5.4)."""
    each = (DAV + "read", DAV + "read-current-user-privilege-set")
    return element(DAV + "current-user-privilege-set", *(element(DAV + "privilege", element(one)) for one in each))


def _reports(shown: Shown) -> Element:
    reports = REPORTS if shown.place.kind is Kind.CALENDAR else ()
    return element(
        DAV + "supported-report-set",
        *(element(DAV + "supported-report", element(DAV + "report", element(one))) for one in reports),
    )


def _name(shown: Shown) -> Element:
    return element(DAV + "displayname", text=shown.feed.name if shown.feed else "Presencia")


def _components(shown: Shown) -> Element:
    return element(CAL + "supported-calendar-component-set", element(CAL + "comp", name="VEVENT"))


def _forms(shown: Shown) -> Element:
    form = element(CAL + "calendar-data", **{"content-type": "text/calendar", "version": "2.0"})
    return element(CAL + "supported-calendar-data", form)


def _state(tag: str) -> Callable[[Shown], Element | None]:
    return lambda shown: element(tag, text=sync_token(shown.looked)) if shown.looked else None


def _color(shown: Shown) -> Element | None:
    return element(APPLE + "calendar-color", text=COLORS[shown.feed.color]) if shown.feed else None


def _etag(shown: Shown) -> Element | None:
    return element(DAV + "getetag", text=f'"{shown.kept.etag}"') if shown.kept else None


def _changed(shown: Shown) -> Element | None:
    at = shown.kept.changed_at if shown.kept else None
    return element(DAV + "getlastmodified", text=format_datetime(at, usegmt=True)) if at else None


def _length(shown: Shown) -> Element | None:
    return element(DAV + "getcontentlength", text=str(len(shown.entry.content))) if shown.entry else None


def _content(shown: Shown) -> Element | None:
    return element(CAL + "calendar-data", text=shown.entry.content.decode()) if shown.entry else None


def _content_type(shown: Shown) -> Element:
    return element(DAV + "getcontenttype", text="text/calendar; charset=utf-8; component=VEVENT")


_Property = Callable[[Shown], Element | None]
_EVERYWHERE: dict[str, _Property] = {
    DAV + "resourcetype": _types,
    DAV + "displayname": _name,
    DAV + "current-user-principal": _principal(DAV + "current-user-principal"),
    DAV + "current-user-privilege-set": _privileges,
    DAV + "supported-report-set": _reports,
    DAV + "owner": _principal(DAV + "owner"),
}
_HOME: _Property = lambda shown: element(CAL + "calendar-home-set", href(Place(Kind.HOME, shown.person_id)))  # noqa: E731
_PROPERTIES: dict[Kind, dict[str, _Property]] = {
    Kind.ROOT: _EVERYWHERE,
    Kind.PRINCIPAL: {
        **_EVERYWHERE,
        DAV + "principal-URL": _principal(DAV + "principal-URL"),
        CAL + "calendar-home-set": _HOME,
    },
    Kind.HOME: _EVERYWHERE,
    Kind.CALENDAR: {
        **_EVERYWHERE,
        CAL + "supported-calendar-component-set": _components,
        CAL + "supported-calendar-data": _forms,
        APPLE + "calendar-color": _color,
        SERVER + "getctag": _state(SERVER + "getctag"),
        DAV + "sync-token": _state(DAV + "sync-token"),
    },
    Kind.ENTRY: {
        **{name: made for name, made in _EVERYWHERE.items() if name != DAV + "displayname"},
        DAV + "getetag": _etag,
        DAV + "getlastmodified": _changed,
        DAV + "getcontenttype": _content_type,
        DAV + "getcontentlength": _length,
        CAL + "calendar-data": _content,
    },
}
#: Only by their names: they cost a reading, or disclose (RFC 4791 §9.6, RFC 6578 §4).
_BY_NAME = frozenset({SERVER + "getctag", DAV + "sync-token", CAL + "calendar-data"})


def response(shown: Shown, wanted: Wanted) -> Element:
    """What was asked of one place, and what of it is not there."""
    there = _PROPERTIES[shown.place.kind]
    made = element(DAV + "response", href(shown.place))
    if wanted.bare:
        made.append(_propstat([element(name) for name in there], "200 OK"))
        return made
    names: Iterable[str] = wanted.names if wanted.names is not None else (one for one in there if one not in _BY_NAME)
    found, missing = [], []
    for name in names:
        value = there[name](shown) if name in there else None
        if value is None:
            missing.append(element(name))
        else:
            found.append(value)
    if wanted.names is None:
        missing = []
    if found or not missing or wanted.minimal:
        made.append(_propstat(found, "200 OK"))
    if missing and not wanted.minimal:
        made.append(_propstat(missing, "404 Not Found"))
    return made


def _propstat(properties: Sequence[Element], status: str) -> Element:
    return element(
        DAV + "propstat", element(DAV + "prop", *properties), element(DAV + "status", text=f"HTTP/1.1 {status}")
    )


def gone(address: str) -> Element:
    """Nothing is at this address (RFC 4918 §14.24, RFC 6578 §3.5)."""
    return element(
        DAV + "response", element(DAV + "href", text=address), element(DAV + "status", text="HTTP/1.1 404 Not Found")
    )


def more(place: Place) -> Element:
    """There is more than was asked for at once (RFC 6578 §3.6)."""
    return element(
        DAV + "response",
        href(place),
        element(DAV + "status", text="HTTP/1.1 507 Insufficient Storage"),
        element(DAV + "error", element(DAV + "number-of-matches-within-limits")),
    )


def multistatus(responses: Iterable[Element], *, token: str | None = None) -> bytes:
    """All of it (RFC 4918 §13)."""
    root = element(DAV + "multistatus", *responses)
    if token is not None:
        SubElement(root, DAV + "sync-token").text = token
    return _written(root)


def error(condition: str, sentence: str, *inside: Element) -> bytes:
    """What does not hold (RFC 4918 §16), with a sentence for whoever looks."""
    return _written(
        element(DAV + "error", element(condition, *inside), element(DAV + "responsedescription", text=sentence))
    )


def _written(root: Element) -> bytes:
    said: bytes = ElementTree.tostring(root, "utf-8", xml_declaration=True)
    return said


__all__ = [
    "COLORS",
    "REPORTS",
    "Shown",
    "element",
    "error",
    "gone",
    "href",
    "known_up_to",
    "more",
    "multistatus",
    "response",
    "sync_token",
]
