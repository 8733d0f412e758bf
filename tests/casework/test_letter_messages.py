"""A letter as a message: its calendar, its headers, its bytes."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest
import vobject
from icalendar import Calendar

from casework import letters
from casework.language import LANGUAGES
from casework.letters import Change
from schema.invitations import Audience
from schema.notices import LetterKind
from tests import golden
from tests.casework.cards import read_by_icalendar, read_by_vobject
from tests.casework.lettering import (
    KINDS,
    NOTICE,
    NOW,
    ORGANIZER,
    REYES,
    SEEN,
    WAS,
    Seen,
    a_card,
    compose,
    over_the_wire,
    reader,
)

HOUR = timedelta(hours=1)


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


#: What a mayor gets of one hearing: asked, moved, off.
CHAIN = {
    "request": (LetterKind.INVITATION, {"sequence": 0, "starts_at": WAS.starts_at, "ends_at": WAS.starts_at + HOUR}),
    "update": (LetterKind.RESCHEDULED, {"sequence": 1}),
    "cancel": (LetterKind.CANCELLED, {"sequence": 2}),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("step", CHAIN)
def test_each_mail_that_a_calendar_reads_is_the_golden_mail(step: str, language: str) -> None:
    kind, facts = CHAIN[step]
    letter = compose(kind, Audience.OFFICIAL, language, answers_read=True, **facts)
    raw = letters.mime(letter, notice_id=NOTICE, sender=ORGANIZER, to=REYES, sent_at=NOW, stop_url="https://p.test/s")

    # Base64 hides what is said; beside it the entry is kept as calendars read it.
    golden.matches(f"mails/{step}.{language}.eml", raw)
    golden.matches(f"mails/{step}.{language}.ics", letter.calendar or b"")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("audience", SEEN)
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in (LetterKind.REMINDER, LetterKind.TRANSFERRED)])
def test_whatever_a_calendar_is_sent_independent_readers_read_back(
    kind: LetterKind, audience: Audience, language: str
) -> None:
    letter = compose(kind, audience, language, answers_read=True)
    mail = over_the_wire(letter)
    alternative, attachment = list(mail.iter_parts())
    *_, part = list(alternative.iter_parts())
    raw = part.get_payload(decode=True)
    assert raw == attachment.get_payload(decode=True)

    found = vobject.readOne(raw.decode())
    event = found.vevent
    off = kind in (LetterKind.CANCELLED, LetterKind.WITHDRAWN)
    # Without its method in the header no calendar heeds it (RFC 6047 §2.4).
    assert found.method.value == part["Content-Type"].params["method"] == ("CANCEL" if off else "REQUEST")
    assert event.uid.value == a_card().uid
    assert int(event.sequence.value) == (2 if kind is LetterKind.WITHDRAWN else 1)
    assert event.dtstart.value == a_card().starts_at and event.dtstamp.value == NOW
    assert event.status.value == ("CANCELLED" if off else "CONFIRMED")
    (invited,) = event.attendee_list
    assert invited.value == "mailto:reyes@city.test" and event.organizer.value == "mailto:presencia@legal-aid.test"
    assert invited.params.get("RSVP") == (None if off else ["TRUE"])
    assert not found.contents.get("valarm") and not event.contents.get("valarm")
    assert read_by_icalendar(raw) == read_by_vobject(raw)


def test_who_will_not_be_read_is_not_asked() -> None:
    letter = compose(LetterKind.INVITATION, Audience.OFFICIAL)
    (invited,) = vobject.readOne((letter.calendar or b"").decode()).vevent.attendee_list
    assert invited.params["RSVP"] == ["FALSE"] and "reach us, too" not in letter.text


def test_only_the_first_letter_says_to_press_that_one_knows_the_sender() -> None:
    said = {
        kind: ("know the sender" in text, "Yes, Maybe and No in your calendar reach us" in text)
        for kind in KINDS
        for text in [" ".join(compose(kind, Audience.OFFICIAL, answers_read=True).text.split())]
    }
    assert said.pop(LetterKind.INVITATION) == (True, True)
    assert set(said.values()) == {(False, False)}


def test_asked_again_to_the_same_date_whoever_comes_need_not_answer_again() -> None:
    for coming, asked in ((True, ("ACCEPTED", "FALSE")), (False, ("NEEDS-ACTION", "TRUE"))):
        who = replace(reader(Audience.SUPPORTER), coming=coming)
        letter = letters.compose(
            LetterKind.ENTRY_CHANGED, a_card(), who, now=NOW, organizer=ORGANIZER, attendee=REYES, answers_read=True
        )
        (invited,) = vobject.readOne((letter.calendar or b"").decode()).vevent.attendee_list
        assert (invited.params["PARTSTAT"][0], invited.params["RSVP"][0]) == asked


def test_hundreds_of_readers_get_each_their_own_token_and_page() -> None:
    made = {}
    for number in range(40):
        token, page = f"A{number:02}", f"https://presencia.test/a/{number}{'x' * 60}"
        who = replace(reader(Audience.OFFICIAL), answer_url=page)
        card = a_card(**{**SEEN[Audience.OFFICIAL], "token": token, "live_page": None})
        letter = letters.compose(LetterKind.INVITATION, card, who, now=NOW, organizer=ORGANIZER, attendee=REYES)
        raw = letter.calendar or b""
        assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
        event = vobject.readOne(raw.decode()).vevent
        made[number] = (event.summary.value, event.url.value)
        assert page in event.description.value and event.summary.value == f"Court visit {token}"
    assert len(set(made.values())) == 40


@pytest.mark.parametrize("page", ["https://presencia.test/a;b,c", "https://presencia.test/a\\b"])
def test_a_page_with_what_a_text_must_escape_is_written_right_all_the_same(page: str) -> None:
    letter = compose(LetterKind.INVITATION, Audience.OFFICIAL, live_page=page)
    event = vobject.readOne((letter.calendar or b"").decode()).vevent
    assert event.url.value == page and page in event.description.value
