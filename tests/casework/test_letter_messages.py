"""A letter as a message: its calendar, its headers, its bytes."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from icalendar import Calendar

from casework.letters import Change
from schema.invitations import Audience
from schema.notices import LetterKind
from tests.casework.lettering import (
    KINDS,
    NOTICE,
    NOW,
    WAS,
    Seen,
    a_card,
    compose,
    over_the_wire,
)


@pytest.mark.parametrize("kind", KINDS)
def test_text_and_html_say_the_same(kind: LetterKind) -> None:
    letter = compose(kind, Audience.FAMILY_CONTACT)
    seen = Seen()
    seen.feed(letter.html.partition("<body")[2])
    html_words = " ".join(" ".join(seen.words).split()[1:])
    for word in re.findall(r"[\w'’]+", re.sub(r"https://\S+", "", letter.text)):
        assert word in html_words


@pytest.mark.parametrize(
    ("kind", "method"),
    [
        (LetterKind.REMINDER, None),
        (LetterKind.INVITATION, "REQUEST"),
        (LetterKind.RESCHEDULED, "REQUEST"),
        (LetterKind.CANCELLED, "CANCEL"),
        (LetterKind.WITHDRAWN, "CANCEL"),
    ],
)
def test_a_letter_to_whoever_was_invited_moves_their_calendar_too(kind: LetterKind, method: str | None) -> None:
    letter = compose(kind, Audience.OFFICIAL)
    assert letter.method == method
    if letter.calendar is None:
        assert method is None
        return
    parsed = Calendar.from_ical(letter.calendar)
    (event,) = parsed.walk("VEVENT")
    assert parsed["METHOD"] == method
    assert event["ATTENDEE"] == "mailto:reyes@city.test"
    assert (event["STATUS"] == "CANCELLED") == (method == "CANCEL")
    assert int(event["SEQUENCE"]) == (2 if kind is LetterKind.WITHDRAWN else 1)


def test_without_mailboxes_there_is_no_calendar_inside() -> None:
    assert compose(LetterKind.RESCHEDULED, Audience.ATTORNEY, mailboxes={}).calendar is None


def test_an_invitation_is_an_alternative_with_the_calendar_last_and_the_same_bytes_beside_it() -> None:
    letter = compose(LetterKind.INVITATION, Audience.OFFICIAL, "es")
    mail = over_the_wire(letter)

    alternative, attachment = list(mail.iter_parts())
    assert mail.get_content_type() == "multipart/mixed"
    assert alternative.get_content_type() == "multipart/alternative"
    text, html, calendar = list(alternative.iter_parts())
    assert text.get_content().replace("\r\n", "\n") == letter.text
    assert html.get_content_type() == "text/html"
    assert calendar.get_content_type() == "text/calendar"
    assert calendar["Content-Type"].params["method"] == "REQUEST"
    assert calendar["Content-Type"].params["charset"] == "utf-8"
    assert calendar.get_payload(decode=True) == letter.calendar == attachment.get_payload(decode=True)
    assert attachment.get_filename() == "invite.ics"
    assert mail["Subject"] == letter.subject


def test_the_headers_keep_threads_together_and_robots_apart() -> None:
    mail = over_the_wire(compose(LetterKind.RESCHEDULED, Audience.OFFICIAL))

    assert mail["Message-ID"] == f"<{NOTICE}@legal-aid.test>"
    assert mail["References"] == mail["In-Reply-To"] == "<5b2f0a52-6d3f-4b0e-9e55-4f3b1d9f3c11@legal-aid.test>"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["List-Unsubscribe"] == "<https://presencia.test/a/secret/stop>"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail["Date"].datetime == NOW
    assert [str(address) for address in mail["To"].addresses] == ["Mayor Reyes <reyes@city.test>"]


def test_a_second_try_is_the_same_message() -> None:
    first, second = (over_the_wire(compose(LetterKind.REMINDER, Audience.SUPPORTER)) for _ in range(2))
    assert first["Message-ID"] == second["Message-ID"]


def test_a_reminder_carries_no_attachment() -> None:
    mail = over_the_wire(compose(LetterKind.REMINDER, Audience.SUPPORTER), stop_url=None)
    assert mail.get_content_type() == "multipart/alternative"
    assert mail["List-Unsubscribe"] is None


def test_what_was_said_before_is_read_from_the_notice() -> None:
    told = Change.told({"starts_at": "2026-12-10T18:00:00+00:00", "time_zone": "America/New_York", "place": "x"})
    assert told == WAS
    assert Change.told({}) is Change.told(None) is Change.told({"place": "x"}) is None


def test_the_hour_to_be_there_is_half_an_hour_before() -> None:
    letter = compose(LetterKind.REMINDER, Audience.SUPPORTER, ends_at=a_card().ends_at + timedelta(hours=1))
    assert "by 8:30 AM" in letter.text
