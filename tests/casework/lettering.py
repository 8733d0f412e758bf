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
from schema.invitations import Audience
from schema.notices import LetterKind
from schema.occasions import Medium, OccasionKind, OccasionState

WORDS = Path(letters.__file__).parent / "words"


LANGUAGES = ["en", "es"]


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
    Audience.CLIENT: {},
}


#: Names and numbers that a subject line or a locked screen must never show.
TELLING = ["Mateo", "C-10423", "Hartford", "Ribicoff", "Immigration", "Okafor", "bond", "fianza", "BLUEBIRD", "3F2"]


def reader(audience: Audience, language: str = "en") -> Reader:
    return Reader(
        audience=audience,
        language=language,
        organization="Elm City Legal Aid",
        answer_url="https://presencia.test/a/secret",
        stop_url="https://presencia.test/a/secret/stop",
    )


WAS = Change(starts_at=datetime(2026, 12, 10, 18, tzinfo=UTC), time_zone="America/New_York")


def compose(kind: LetterKind, audience: Audience, language: str = "en", /, **changes: Any) -> Letter:
    facts = dict(SEEN.get(audience, {}))
    if kind is LetterKind.CANCELLED:
        facts["state"] = OccasionState.CANCELLED
    change = changes.pop("change", WAS if kind is LetterKind.RESCHEDULED else None)
    now = changes.pop("now", NOW)
    mailboxes = changes.pop("mailboxes", {"organizer": ORGANIZER, "attendee": REYES})
    card = a_card(**(facts | changes))
    return letters.compose(kind, card, reader(audience, language), now=now, change=change, **mailboxes)


KINDS = [LetterKind.REMINDER, LetterKind.INVITATION, LetterKind.RESCHEDULED, LetterKind.CANCELLED, LetterKind.WITHDRAWN]


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
