"""The names that devices and we use: namespaces of XML, and where everything lies."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

#: RFC 4918, RFC 4791; what Apple's server added, and its calendars.
DAV, CAL = "{DAV:}", "{urn:ietf:params:xml:ns:caldav}"
SERVER, APPLE = "{http://calendarserver.org/ns/}", "{http://apple.com/ns/ical/}"

#: Where a device begins (RFC 6764 §5).
ROOT = "/caldav/"


class Kind(StrEnum):
    """What lies at a path."""

    ROOT = "root"
    #: Whoever signs in (RFC 3744 §2).
    PRINCIPAL = "principal"
    #: Where their calendars lie.
    HOME = "home"
    CALENDAR = "calendar"
    ENTRY = "entry"


@dataclass(frozen=True, slots=True)
class Place:
    """A path of ours, understood. Whether anything is there is asked afterwards."""

    kind: Kind
    person_id: UUID | None = None
    feed_id: UUID | None = None
    uid: str = ""

    @property
    def path(self) -> str:
        """As every answer says it."""
        if self.person_id is None:
            return ROOT
        path = f"{ROOT}people/{self.person_id.hex}/"
        if self.kind is Kind.PRINCIPAL:
            return path
        path += "calendars/"
        if self.feed_id is not None:
            path += f"{self.feed_id.hex}/"
        return path + (f"{self.uid}.ics" if self.kind is Kind.ENTRY else "")


def place(path: str) -> Place | None:
    """What a path means; None for one that means nothing here."""
    if not path.startswith(ROOT) and path != ROOT.rstrip("/"):
        return None
    parts = path.removeprefix(ROOT.rstrip("/")).strip("/").split("/")
    match parts:
        case [""]:
            return Place(Kind.ROOT)
        case ["people", who, *rest] if (person_id := _id(who)) is not None:
            match rest:
                case []:
                    return Place(Kind.PRINCIPAL, person_id)
                case ["calendars"]:
                    return Place(Kind.HOME, person_id)
                case ["calendars", feed] if (feed_id := _id(feed)) is not None:
                    return Place(Kind.CALENDAR, person_id, feed_id)
                case ["calendars", feed, name] if (feed_id := _id(feed)) is not None and name.endswith(".ics"):
                    return Place(Kind.ENTRY, person_id, feed_id, name.removesuffix(".ics"))
    return None


def _id(text: str) -> UUID | None:
    try:
        return UUID(hex=text) if len(text) == 32 else None
    except ValueError:
        return None


__all__ = ["APPLE", "CAL", "DAV", "ROOT", "SERVER", "Kind", "Place", "place"]
