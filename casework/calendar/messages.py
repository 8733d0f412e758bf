"""Messages between calendars: one event to one person, or taken from them (iTIP, RFC 5546).

Letters go by the hundred to people who are asked to one occasion, and their entries differ in a few words alone. So
what is alike is written once, with marks where it differs, and only that is filled in.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from email.headerregistry import Address
from functools import lru_cache

from icalendar import Event, vCalAddress, vText
from icalendar.parser import Contentline

from casework.calendar.zones import vtimezone
from casework.card import Card

#: What stands for a reader's own token and page while the entry is written, from the private use area. A title that
#: holds one would say to each reader their own.
_TOKEN, _PAGE = "\ue010", "\ue011"
#: Octets of a line (RFC 5545 §3.1).
_LINE = 75

#: From a card, its language and its stamp to an event.
Entry = Callable[[Card, str, datetime], Event]


def message(
    method: str,
    card: Card,
    entry: Entry,
    *,
    organizer: Address,
    attendee: Address,
    language: str,
    stamp: datetime,
    partstat: str | None,
    rsvp: bool,
    head: tuple[str, ...],
) -> bytes:
    """The message of this METHOD. ``head`` are the lines above it; ``stamp`` is in UTC. The same card at the same
    instant gives the same bytes.
    """
    invited = _mailbox(attendee)
    # One recipient a message: a list of attendees would be a leak.
    invited.params["CUTYPE"] = "INDIVIDUAL"
    invited.params["ROLE"] = "REQ-PARTICIPANT"
    if partstat:
        invited.params["PARTSTAT"] = partstat
        invited.params["RSVP"] = "TRUE" if rsvp else "FALSE"
    lines = [
        *head,
        f"METHOD:{method}",
        *_zone(card.time_zone),
        *_lines(card, language, entry),
        f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}",
        _organizer(organizer.display_name, organizer.addr_spec),
        Contentline.from_parts("ATTENDEE", invited.params, invited),
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join([f"{_folded(line)}\r\n" for line in lines]).encode()


def _lines(card: Card, language: str, entry: Entry) -> list[str]:
    """The event's lines, but for its stamp, its people and its end."""
    page = card.live_page
    if page and not set(page).isdisjoint("\\;,\n\r"):
        # It would be written otherwise in a TEXT than in a URL.
        return list(_written(card, language, entry))
    alike = replace(card, token=card.token and _TOKEN, live_page=page and _PAGE)
    lines = _written(alike, language, entry)
    return [line.replace(_TOKEN, card.token or "").replace(_PAGE, page or "") for line in lines]


@lru_cache(maxsize=1_024)
def _written(card: Card, language: str, entry: Entry) -> tuple[str, ...]:
    lines = entry(card, language, card.revised_at).content_lines()
    return tuple(str(line) for line in lines if line and not line.startswith(("DTSTAMP:", "END:VEVENT")))


@lru_cache(maxsize=64)
def _zone(name: str) -> tuple[str, ...]:
    zone = vtimezone(name)
    return tuple(str(line) for line in zone.content_lines() if line) if zone else ()


@lru_cache(maxsize=8)
def _organizer(name: str, address: str) -> str:
    mailbox = _mailbox(Address(name, addr_spec=address))
    return str(Contentline.from_parts("ORGANIZER", mailbox.params, mailbox))


def _folded(line: str) -> str:
    if len(line) <= _LINE and line.isascii():
        return line
    folded: bytes = Contentline(line).to_ical()  # type: ignore[no-untyped-call]
    return folded.decode()


def _mailbox(address: Address) -> vCalAddress:
    mailbox = vCalAddress(f"mailto:{address.addr_spec}")
    if address.display_name:
        mailbox.params["CN"] = vText(address.display_name)
    return mailbox
