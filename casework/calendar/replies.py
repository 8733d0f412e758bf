"""What calendars answer to an invitation (iTIP REPLY and COUNTER, RFC 5546 §3.2.3 and §3.2.7), read with patience.

Outlook leaves ORGANIZER out, Exchange writes MAILTO in capitals and zones of its own, iCloud a path for the attendee
with the address beside it. Only lines that matter here are looked at, so that nothing else in the object can make an
answer unreadable.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum

from icalendar.parser import Contentlines, Parameters

#: Octets of an answer: it holds one event, and a zone or two.
LARGEST = 128 * 1024
#: More lines than any answer of a calendar has.
_MOST_LINES = 2_000
_STAMP = re.compile(r"(\d{8}T\d{6})Z?")
#: RFC 5545 §3.3.11.
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


class Word(StrEnum):
    """What the attendee's calendar says of them (PARTSTAT, RFC 5545 §3.2.12)."""

    ACCEPTED = "ACCEPTED"
    TENTATIVE = "TENTATIVE"
    DECLINED = "DECLINED"
    #: Somebody else comes in their place.
    DELEGATED = "DELEGATED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One calendar's answer for one attendee."""

    uid: str
    sequence: int
    #: When it was said, by their clock. None: it does not say.
    stamp: datetime | None
    #: For whom it is said: an address as it is written there.
    attendee: str = field(repr=False)
    word: Word | None
    #: They propose another time, and say nothing of this one.
    counter: bool = False
    #: Who wrote it in the attendee's name.
    delegated_to: str | None = field(default=None, repr=False)
    delegated_from: str | None = field(default=None, repr=False)
    #: What they typed beside it.
    comment: str | None = field(default=None, repr=False)


def read_replies(raw: bytes) -> list[Reply]:
    """The answers in an iCalendar object, one an attendee; none for an object that is no answer, or a broken one."""
    if len(raw) > LARGEST:
        return []
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("latin-1")
    lines = Contentlines.from_ical(text.replace("\0", ""))[:_MOST_LINES]  # type: ignore[no-untyped-call]
    method, events = "", list[_Event]()
    inside: list[str] = []
    for line in lines:
        if not line:
            continue
        try:
            name, parameters, value = line.parts()
        except ValueError:
            # A line that nobody can read is not one of those that matter.
            continue
        name = name.upper()
        if name == "BEGIN":
            inside.append(value.upper())
            if value.upper() == "VEVENT":
                events.append(_Event())
        elif name == "END":
            del inside[-1:]
        elif inside[-1:] == ["VCALENDAR"] and name == "METHOD":
            method = value.strip().upper()
        elif inside[-1:] == ["VEVENT"]:
            events[-1].take(name, parameters, value)
    if method not in ("REPLY", "COUNTER") or not events:
        return []
    return events[0].replies(counter=method == "COUNTER")


class _Event:
    """The lines of one VEVENT that matter. Of a series, which ours never are, the first is read."""

    def __init__(self) -> None:
        self.said: dict[str, str] = {}
        self.attendees: list[tuple[Parameters, str]] = []

    def take(self, name: str, parameters: Parameters, value: str) -> None:
        if name == "ATTENDEE":
            self.attendees.append((parameters, value))
        elif name in ("UID", "SEQUENCE", "DTSTAMP", "COMMENT"):
            self.said.setdefault(name, value)

    def replies(self, *, counter: bool) -> list[Reply]:
        uid = self.said.get("UID", "").strip()
        if not uid or len(uid) > 255:
            return []
        sequence = self.said.get("SEQUENCE", "0").strip()
        comment = " ".join(_ESCAPED.sub(_unescaped, self.said.get("COMMENT", "")).split())
        return [
            Reply(
                uid=uid,
                sequence=int(sequence) if sequence.isascii() and sequence.isdecimal() and len(sequence) < 10 else 0,
                stamp=_stamp(self.said.get("DTSTAMP", "")),
                attendee=address,
                word=_word(parameters.get("PARTSTAT")),
                counter=counter,
                delegated_to=_mailbox(parameters.get("DELEGATED-TO")),
                delegated_from=_mailbox(parameters.get("DELEGATED-FROM")),
                comment=comment or None,
            )
            for parameters, value in self.attendees
            if (address := _mailbox(value) or _mailbox(parameters.get("EMAIL")))
        ]


def _word(partstat: object) -> Word | None:
    said = str(partstat or "").strip().upper()
    return Word(said) if said in Word.__members__ else None


def _unescaped(found: re.Match[str]) -> str:
    return "\n" if found[1] in "nN" else found[1]


def _stamp(written: str) -> datetime | None:
    found = _STAMP.fullmatch(written.strip())
    try:
        return datetime.strptime(found[1], "%Y%m%dT%H%M%S").replace(tzinfo=UTC) if found else None
    except ValueError:
        return None


def _mailbox(written: object) -> str | None:
    """The address in "mailto:reyes@city.test", however it is written; the first, where there are several."""
    first = written[0] if isinstance(written, list) and written else written
    said = str(first or "").strip().strip('"')
    scheme, colon, rest = said.partition(":")
    if colon and scheme.lower() == "mailto":
        said = rest.partition("?")[0]
    return said if said.count("@") == 1 and ":" not in said and "/" not in said else None


__all__ = ["LARGEST", "Reply", "Word", "read_replies"]
