"""Letters to compose in tests, and to whom."""

from __future__ import annotations

import email
import email.policy
from dataclasses import replace
from datetime import UTC, datetime
from email.headerregistry import Address
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from uuid import UUID

from casework import letters
from casework.card import Card, OfferCard, Place
from casework.letters import Change, Letter, Reader
from schema.assignments import Scope
from schema.invitations import LEGAL_EYES, Audience
from schema.notices import LetterKind
from schema.occasions import Medium, OccasionKind, OccasionState

WORDS = Path(letters.__file__).parent / "words"


NOW = datetime(2026, 11, 25, 14, tzinfo=UTC)


ORGANIZER = Address("Presencia", "presencia", "legal-aid.test")


REYES = Address("Mayor Reyes", "reyes", "city.test")


NOTICE = UUID("01939a52-0000-7000-8000-000000000001")


def a_card(**changes: Any) -> Card:
    facts: dict[str, Any] = {
        "uid": "5b2f0a52-6d3f-4b0e-9e55-4f3b1d9f3c11",
        "sequence": 1,
        "state": OccasionState.CONFIRMED,
        "kind": OccasionKind.BOND_HEARING,
        "starts_at": datetime(2026, 12, 2, 14, tzinfo=UTC),
        "ends_at": datetime(2026, 12, 2, 15, tzinfo=UTC),
        "time_zone": "America/New_York",
        "revised_at": datetime(2026, 11, 19, 16, 30, tzinfo=UTC),
        "court": "Hartford Immigration Court",
        "place": Place("Ribicoff Federal Building", "450 Main Street", "Hartford, CT", "628"),
        "medium": Medium.IN_PERSON,
        "call": "+1 203 555 0100",
    }
    return Card(**(facts | changes))


#: What each audience's card holds (DOMAIN §3.3).
SEEN: dict[Audience, dict[str, Any]] = {
    Audience.COORDINATOR: {"case_ref": "C-10423", "name": "Mateo R.", "judge": "A. Okafor"},
    Audience.ATTORNEY: {"case_ref": "C-10423", "name": "Mateo R.", "judge": "A. Okafor"},
    Audience.ADVOCATE: {"codeword": "BLUEBIRD"},
    Audience.OFFICIAL: {"token": "3F2", "place": None, "live_page": "https://presencia.test/v/secret"},
    Audience.SUPPORTER: {"codeword": "BLUEBIRD"},
    Audience.FAMILY_CONTACT: {"name": "Mateo R."},
    Audience.CLIENT: {"at_liberty": True},
    Audience.PRESS: {},
    Audience.WITNESS: {"token": "3F2"},
    Audience.SPONSOR: {"token": "3F2"},
    Audience.ACCOMPANIER: {"court": None, "kind": OccasionKind.CHECK_IN},
}
#: Who is told through whose eyes in every language; in English and Spanish, everybody.
EVERYWHERE = [Audience.CLIENT, Audience.FAMILY_CONTACT, Audience.SUPPORTER, Audience.ATTORNEY]


#: Names and numbers that a subject line or a locked screen must never show.
TELLING = [
    "Mateo", "C-10423", "Hartford", "Ribicoff", "Immigration", "Okafor", "bond", "fianza", "BLUEBIRD", "3F2",
    "Courthouse on the Hill", "310",
]  # fmt: skip


def reader(audience: Audience, language: str = "en") -> Reader:
    return Reader(
        audience=audience,
        language=language,
        organization="Elm City Legal Aid",
        answer_url="https://presencia.test/a/secret",
        stop_url="https://presencia.test/a/secret/stop",
        signs_in=audience in LEGAL_EYES,
        sees_dates=audience is Audience.FAMILY_CONTACT,
    )


#: The same time, at another place.
ELSEWHERE = Change(
    starts_at=datetime(2026, 12, 2, 14, tzinfo=UTC),
    time_zone="America/New_York",
    place_name="Courthouse on the Hill",
    room="310",
    medium=Medium.IN_PERSON,
)
WAS = Change(starts_at=datetime(2026, 12, 10, 18, tzinfo=UTC), time_zone="America/New_York")


def compose(kind: LetterKind, audience: Audience, language: str = "en", /, **changes: Any) -> Letter:
    facts = dict(SEEN.get(audience, {}))
    if kind is LetterKind.CANCELLED:
        facts["state"] = OccasionState.CANCELLED
    change = changes.pop("change", {LetterKind.RESCHEDULED: WAS, LetterKind.PLACE_CHANGED: ELSEWHERE}.get(kind))
    besides = {
        "acknowledge_by": changes.pop("acknowledge_by", None), "answers_read": changes.pop("answers_read", False),
    }  # fmt: skip
    now = changes.pop("now", NOW)
    mailboxes = changes.pop("mailboxes", {"organizer": ORGANIZER, "attendee": REYES})
    card = a_card(**(facts | changes))
    return letters.compose(kind, card, reader(audience, language), now=now, change=change, **besides, **mailboxes)


def shown(letter: Letter) -> str:
    """A letter as its golden file keeps it."""
    return f"Subject: {letter.subject}\nShort: {letter.short}\n\n{letter.text}"


KINDS = [
    LetterKind.REMINDER, LetterKind.INVITATION, LetterKind.RESCHEDULED, LetterKind.PLACE_CHANGED, LetterKind.CANCELLED,
    LetterKind.TRANSFERRED, LetterKind.WITHDRAWN, LetterKind.ENTRY_CHANGED,
]  # fmt: skip
#: By when a change has to be confirmed.
BY = datetime(2026, 11, 25, 22, tzinfo=UTC)


OFFER = OfferCard(
    blurb="Bond hearing in Hartford within three weeks; the client speaks K'iche' and some Spanish.",
    scope=Scope.BOND_ONLY,
    organization="Elm City Legal Aid",
    call="+1 203 555 0100",
)


VARIANTS: dict[str, tuple[LetterKind, Audience, dict[str, Any]]] = {
    "reminder-webex": (
        LetterKind.REMINDER,
        Audience.CLIENT,
        {"medium": Medium.WEBEX, "place": None, "join_url": "https://eoir.webex.com/meet/a?x=1&y=2"},
    ),
    "reminder-webex-no-link": (LetterKind.REMINDER, Audience.SUPPORTER, {"medium": Medium.WEBEX, "place": None}),
    "reminder-telephone": (LetterKind.REMINDER, Audience.ATTORNEY, {"medium": Medium.TELEPHONIC, "place": None}),
    "reminder-no-hour": (
        LetterKind.REMINDER,
        Audience.CLIENT,
        {"hour_known": False, "state": OccasionState.TENTATIVE, "starts_at": datetime(2026, 12, 2, 5, tzinfo=UTC)},
    ),
    "reminder-place-unknown": (LetterKind.REMINDER, Audience.FAMILY_CONTACT, {"place": None, "court": None}),
    "reminder-vigil": (
        LetterKind.REMINDER,
        Audience.SUPPORTER,
        {"kind": OccasionKind.VIGIL, "title": "Vigil on the Green", "court": None, "codeword": None},
    ),
    "invitation-press": (
        LetterKind.INVITATION,
        Audience.PRESS,
        {"kind": OccasionKind.PRESS_CONFERENCE, "title": "Neighbors speak", "court": None},
    ),
    "invitation-call-in": (
        LetterKind.INVITATION,
        Audience.SUPPORTER,
        {"kind": OccasionKind.CALL_IN, "title": "Call-in day", "court": None, "place": None, "codeword": None},
    ),
    "reminder-client-held": (LetterKind.REMINDER, Audience.CLIENT, {"at_liberty": False}),
    "reminder-family-of-one-at-liberty": (LetterKind.REMINDER, Audience.FAMILY_CONTACT, {"at_liberty": True}),
    "reminder-check-in": (
        LetterKind.REMINDER,
        Audience.CLIENT,
        {"kind": OccasionKind.CHECK_IN, "court": None, "at_liberty": True, "name": "Mateo R."},
    ),
    "rescheduled-to-be-confirmed": (LetterKind.RESCHEDULED, Audience.CLIENT, {"acknowledge_by": BY}),
    "rescheduled-to-be-confirmed-by-counsel": (LetterKind.RESCHEDULED, Audience.ATTORNEY, {"acknowledge_by": BY}),
    "place-changed-to-webex": (
        LetterKind.PLACE_CHANGED,
        Audience.CLIENT,
        {"medium": Medium.WEBEX, "place": None, "join_url": "https://eoir.webex.com/meet/b", "acknowledge_by": BY},
    ),
    "transferred-to-be-confirmed": (LetterKind.TRANSFERRED, Audience.FAMILY_CONTACT, {"acknowledge_by": BY}),
    "rescheduled-later": (
        LetterKind.RESCHEDULED,
        Audience.SUPPORTER,
        {"change": replace(WAS, starts_at=datetime(2026, 11, 30, 14, tzinfo=UTC))},
    ),
    "rescheduled-place": (
        LetterKind.RESCHEDULED,
        Audience.SUPPORTER,
        {"change": replace(WAS, starts_at=datetime(2026, 12, 2, 14, tzinfo=UTC))},
    ),
}


class Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def over_the_wire(letter: Letter, **wishes: Any) -> Any:
    mail = letters.mime(
        letter,
        notice_id=NOTICE,
        sender=ORGANIZER,
        to=REYES,
        sent_at=NOW,
        **({"stop_url": "https://presencia.test/a/secret/stop"} | wishes),
    )
    raw = mail
    assert all(len(line) <= 998 for line in raw.split(b"\r\n")) and b"\n" not in raw.replace(b"\r\n", b"")
    return email.message_from_bytes(raw, policy=email.policy.default)
