"""What calendars answer to an invitation, each in the shape its program gives it."""

from __future__ import annotations

import base64
import quopri
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from icalendar import Calendar

from casework.notices import Outgoing

FOLD = "\r\n "


@dataclass(frozen=True)
class Said:
    """What is answered, to which entry, and by whom."""

    uid: str
    sequence: int
    organizer: str
    at: datetime = datetime(2026, 11, 23, 15, tzinfo=UTC)
    word: str = "ACCEPTED"
    who: str = "reyes@city.test"
    name: str = "Mayor Reyes"
    sender: str = "reyes@city.test"
    #: More of the attendee's parameters, with a semicolon before each.
    more: str = ""
    comment: str = ""
    method: str = "REPLY"
    #: More headers of the mail, each with its line end.
    headers: str = ""

    @property
    def stamp(self) -> str:
        return f"{self.at:%Y%m%dT%H%M%SZ}"

    def but(self, **changes: object) -> Said:
        return replace(self, **changes)  # type: ignore[arg-type]


def to(letter: Outgoing, **changes: object) -> Said:
    """An answer to the entry in a letter."""
    (event,) = Calendar.from_ical(letter.letter.calendar or b"").walk("VEVENT")
    organizer = str(event["ORGANIZER"]).removeprefix("mailto:")
    return Said(uid=str(event["UID"]), sequence=int(event["SEQUENCE"]), organizer=organizer).but(**changes)


def gmail(said: Said) -> bytes:
    """Gmail: the answer as an alternative, and again as a file beside it."""
    entry = (
        "BEGIN:VCALENDAR\r\nPRODID:-//Google Inc//Google Calendar 70.9054//EN\r\nVERSION:2.0\r\nCALSCALE:GREGORIAN\r\n"
        f"METHOD:{said.method}\r\nBEGIN:VEVENT\r\nDTSTART:20261202T140000Z\r\nDTEND:20261202T150000Z\r\n"
        f"DTSTAMP:{said.stamp}\r\nORGANIZER;CN=Presencia:mailto:{said.organizer}\r\nUID:{said.uid}\r\n"
        f"ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT={said.word};CN={said.name[:3]}{FOLD}{said.name[3:]}"
        f"{said.more};X-NUM-GUESTS=0:mailto:{said.who}\r\nX-MICROSOFT-CDO-OWNERAPPTID:1144\r\n"
        f"CREATED:20261120T120000Z\r\nDESCRIPTION:Court: Hartford\\, CT\r\nLAST-MODIFIED:{said.stamp}\r\n"
        f"LOCATION:Hartford Immigration Court\r\nSEQUENCE:{said.sequence}\r\nSTATUS:CONFIRMED\r\n"
        f"SUMMARY:Court visit 3F2\r\n{_comment(said)}TRANSP:OPAQUE\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    return (
        f"{_head(said)}Sender: Google Calendar <calendar-notification@google.com>\r\n"
        'Content-Type: multipart/mixed; boundary="000000000000b1c2"\r\n\r\n'
        '--000000000000b1c2\r\nContent-Type: multipart/alternative; boundary="000000000000b1c1"\r\n\r\n'
        '--000000000000b1c1\r\nContent-Type: text/plain; charset="UTF-8"; format=flowed; delsp=yes\r\n'
        f"Content-Transfer-Encoding: base64\r\n\r\n{_b64('Mayor Reyes has answered this invitation.')}\r\n"
        '--000000000000b1c1\r\nContent-Type: text/html; charset="UTF-8"\r\nContent-Transfer-Encoding: quoted-printable'
        "\r\n\r\n<p>Mayor Reyes has answered this invitation.</p>\r\n"
        f'--000000000000b1c1\r\nContent-Type: text/calendar; charset="UTF-8"; method={said.method}\r\n'
        f"Content-Transfer-Encoding: 7bit\r\n\r\n{entry}\r\n--000000000000b1c1--\r\n"
        '--000000000000b1c2\r\nContent-Type: application/ics; name="invite.ics"\r\n'
        'Content-Disposition: attachment; filename="invite.ics"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
        f"{_b64(entry)}\r\n--000000000000b1c2--\r\n"
    ).encode()


def exchange(said: Said, organizer: bool = True) -> bytes:
    """Outlook on a desk: zones of its own, MAILTO in capitals, an empty comment, base64."""
    entry = (
        f"BEGIN:VCALENDAR\r\nMETHOD:{said.method}\r\nPRODID:Microsoft Exchange Server 2010\r\nVERSION:2.0\r\n"
        "BEGIN:VTIMEZONE\r\nTZID:Eastern Standard Time\r\nBEGIN:STANDARD\r\nDTSTART:16010101T020000\r\n"
        "TZOFFSETFROM:-0400\r\nTZOFFSETTO:-0500\r\nRRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=1SU;BYMONTH=11\r\n"
        "END:STANDARD\r\nBEGIN:DAYLIGHT\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400\r\n"
        "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=2SU;BYMONTH=3\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\n"
        + (f"ORGANIZER;CN=Presencia:MAILTO:{said.organizer}\r\n" if organizer else "")
        + f"ATTENDEE;PARTSTAT={said.word};CN={said.name}{said.more}:MAILTO:{said.who.upper()}\r\n"
        f"{_comment(said) or 'COMMENT;LANGUAGE=en-US:' + chr(92) + 'n' + chr(13) + chr(10)}"
        f"UID:{said.uid}\r\nSUMMARY;LANGUAGE=en-US:Accepted: Court visit 3F2\r\n"
        "DTSTART;TZID=Eastern Standard Time:20261202T090000\r\nDTEND;TZID=Eastern Standard Time:20261202T100000\r\n"
        f"CLASS:PRIVATE\r\nPRIORITY:5\r\nDTSTAMP:{said.stamp}\r\nTRANSP:OPAQUE\r\nSTATUS:CONFIRMED\r\n"
        f"SEQUENCE:{said.sequence}\r\nLOCATION;LANGUAGE=en-US:Hartford Immigration Court\r\n"
        "X-MICROSOFT-CDO-APPT-SEQUENCE:0\r\nX-MICROSOFT-CDO-BUSYSTATUS:BUSY\r\nX-MICROSOFT-DISALLOW-COUNTER:FALSE\r\n"
        "END:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    return (
        f"{_head(said)}X-MS-Has-Attach:\r\nX-MS-TNEF-Correlator:\r\n"
        'Content-Type: multipart/alternative; boundary="_000_DM6PR01_"\r\n\r\n'
        '--_000_DM6PR01_\r\nContent-Type: text/plain; charset="us-ascii"\r\n\r\n\r\n'
        f'--_000_DM6PR01_\r\nContent-Type: text/calendar; charset="utf-8"; method={said.method}\r\n'
        f"Content-Transfer-Encoding: base64\r\n\r\n{_b64(entry)}\r\n--_000_DM6PR01_--\r\n"
    ).encode()


def outlook_com(said: Said) -> bytes:
    """Outlook on the web: who organizes it is left out."""
    return exchange(said, organizer=False)


def apple(said: Said) -> bytes:
    """A Mac or a telephone: one part that says what it is, and a file's name."""
    entry = _small(said, "-//Apple Inc.//macOS 15.1//EN", f"mailto:{said.who}", f';CN="{said.name}"{said.more}')
    return (
        f'{_head(said)}Content-Type: multipart/mixed; boundary="Apple-Mail=_2E"\r\n\r\n'
        "--Apple-Mail=_2E\r\nContent-Transfer-Encoding: 7bit\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\n\r\n"
        "--Apple-Mail=_2E\r\nContent-Disposition: attachment; filename*=utf-8''respuesta%20a%20invitaci%C3%B3n.ics\r\n"
        f"Content-Type: text/calendar; charset=utf-8; method={said.method}; x-unix-mode=0644; name=iCal.ics\r\n"
        f"Content-Transfer-Encoding: quoted-printable\r\n\r\n{quopri.encodestring(entry.encode()).decode()}\r\n"
        "--Apple-Mail=_2E--\r\n"
    ).encode()


def icloud(said: Said) -> bytes:
    """iCloud: the attendee is a path there, with the address beside it."""
    entry = _small(said, "-//CALENDARSERVER.ORG//NONSGML Version 1//EN", "/1234567/principal/",
                   f';EMAIL="{said.who}";CN="{said.name}"{said.more}')  # fmt: skip
    return f"{_head(said)}Content-Type: text/calendar; charset=utf-8; method={said.method}\r\n\r\n{entry}".encode()


def without_method(said: Said) -> bytes:
    """A bridge has taken the method out of the header, and line ends are a Unix system's."""
    entry = _small(said, "-//Somebody//EN", f"mailto:{said.who}", said.more)
    return f"{_head(said)}Content-Type: text/calendar; charset=utf-8\r\n\r\n{entry}".replace("\r\n", "\n").encode()


def as_a_file(said: Said) -> bytes:
    """Only a file, of no kind that anybody told."""
    entry = _small(said, "-//Somebody//EN", f"mailto:{said.who}", said.more)
    return (
        f'{_head(said)}Content-Type: multipart/mixed; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain\r\n\r\nYes!\r\n"
        '--b\r\nContent-Type: application/octet-stream; name="answer.ics"\r\nContent-Transfer-Encoding: base64\r\n'
        f'Content-Disposition: attachment; filename="answer.ics"\r\n\r\n{_b64(entry)}\r\n--b--\r\n'
    ).encode()


SHAPES: list[Callable[[Said], bytes]] = [gmail, exchange, outlook_com, apple, icloud, without_method, as_a_file]


def _small(said: Said, program: str, attendee: str, parameters: str) -> str:
    return (
        f"\ufeffBEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:{program}\r\nMETHOD:{said.method}\r\nBEGIN:VEVENT\r\n"
        f"UID:{said.uid[:9]}{FOLD}{said.uid[9:]}\r\nDTSTAMP:{said.stamp}\r\nSEQUENCE:{said.sequence}\r\n"
        f"ORGANIZER:mailto:{said.organizer}\r\nATTENDEE;PARTSTAT={said.word}{parameters}:{attendee}\r\n"
        f"SUMMARY:Visita a la corte\\, sala 3\r\n{_comment(said)}END:VEVENT\r\nEND:VCALENDAR\r\n"
    )


def _comment(said: Said) -> str:
    return f"COMMENT:{said.comment}\r\n" if said.comment else ""


def _head(said: Said) -> str:
    return (
        f"{said.headers}From: {said.name} <{said.sender}>\r\nTo: {said.organizer}\r\nSubject: Accepted: Court visit 3F2"
        f"\r\nMessage-ID: <{said.stamp}.{said.word}@city.test>\r\nMIME-Version: 1.0\r\n"
    )


def _b64(text: str) -> str:
    return base64.encodebytes(text.encode()).decode().replace("\n", "\r\n")
