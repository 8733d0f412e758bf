"""Letters: reviewed prose that says everything needed, nothing that tells, and never a value it does not have."""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.headerregistry import Address
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from icalendar import Calendar

from casework import letters
from casework.card import Card, OfferCard, Place
from casework.letters import Change, Incomplete, Letter, Reader
from schema.assignments import Scope
from schema.invitations import Audience
from schema.notices import LetterKind
from schema.occasions import Medium, OccasionKind, OccasionState
from tests import golden

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


@pytest.mark.parametrize(
    ("language", "subject"),
    [
        ("en", "MOVED: Thu, Dec 10, 2026, 1:00 PM ET → Tue, Jan 12, 2027, 9:00 AM ET"),
        ("es", "CAMBIO DE FECHA: jue 10 de dic de 2026, 1:00 p.m. ET → mar 12 de ene de 2027, 9:00 a.m. ET"),
    ],
)
def test_a_date_moved_into_another_year_says_both_years(language: str, subject: str) -> None:
    starts_at = datetime(2027, 1, 12, 14, tzinfo=UTC)
    card = a_card(starts_at=starts_at, ends_at=starts_at + timedelta(hours=1))

    letter = letters.compose(
        LetterKind.RESCHEDULED, card, reader(Audience.FAMILY_CONTACT, language), now=NOW, change=WAS
    )

    assert letter.subject == subject


def test_a_date_of_another_year_than_todays_says_its_year() -> None:
    starts_at = datetime(2027, 12, 2, 14, tzinfo=UTC)
    card = a_card(starts_at=starts_at, ends_at=starts_at + timedelta(hours=1), state=OccasionState.CANCELLED)
    off = letters.compose(LetterKind.CANCELLED, card, reader(Audience.OFFICIAL), now=NOW)
    assert off.subject == "CANCELLED: Thu, Dec 2, 2027, 9:00 AM ET"

    # Read where it takes place: it is New Year's Eve in New York yet.
    late = datetime(2027, 1, 1, 3, tzinfo=UTC)
    card = a_card(starts_at=late, ends_at=late + timedelta(hours=1))
    tonight = letters.compose(LetterKind.REMINDER, card, reader(Audience.OFFICIAL), now=late - timedelta(hours=2))
    assert "2026" not in tonight.subject and "2027" not in tonight.subject


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


# Word for word.


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("audience", SEEN)
@pytest.mark.parametrize("kind", KINDS)
def test_every_letter_to_every_audience_is_the_golden_one(kind: LetterKind, audience: Audience, language: str) -> None:
    letter = compose(kind, audience, language)
    assert not letter.fallback
    golden.matches(f"letters/{kind}.{audience}.{language}.txt", f"Subject: {letter.subject}\n\n{letter.text}")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_the_html_of_every_kind_is_the_golden_one(kind: LetterKind, language: str) -> None:
    golden.matches(f"letters/{kind}.{language}.html", compose(kind, Audience.SUPPORTER, language).html)


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


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", VARIANTS)
def test_every_turn_a_letter_can_take_is_the_golden_one(name: str, language: str) -> None:
    kind, audience, changes = VARIANTS[name]
    letter = compose(kind, audience, language, **changes)
    golden.matches(f"letters/{name}.{language}.txt", f"Subject: {letter.subject}\n\n{letter.text}")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [LetterKind.ASSIGNMENT_OFFERED, LetterKind.ASSIGNED])
def test_letters_about_a_placement_are_the_golden_ones(kind: LetterKind, language: str) -> None:
    card = replace(OFFER, case_ref="C-10423") if kind is LetterKind.ASSIGNED else OFFER
    letter = letters.compose_offer(
        kind, card, reader(Audience.POOL_ATTORNEY, language), page_url="https://presencia.test/offers/1"
    )
    golden.matches(f"letters/{kind}.{language}.txt", f"Subject: {letter.subject}\n\n{letter.text}")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", sorted(letters.FALLS_BACK))
@pytest.mark.parametrize("call", ["+1 203 555 0100", None])
def test_the_fallback_letters_are_the_golden_ones(kind: LetterKind, language: str, call: str | None) -> None:
    # Without what was said before, or without a number, the full letter cannot be written.
    letter = compose(kind, Audience.SUPPORTER, language, change=None, call=call)
    if kind is LetterKind.RESCHEDULED or call is None:
        assert letter.fallback and letter.calendar is None
        known = "call" if call else "nothing"
        golden.matches(f"letters/fallback-{kind}-{known}.{language}.txt", f"Subject: {letter.subject}\n\n{letter.text}")
    else:
        assert not letter.fallback


def test_every_file_of_prose_exists_in_every_language() -> None:
    names = {path.name.rpartition(".")[0] for path in WORDS.iterdir()}
    assert {path.name for path in WORDS.iterdir()} == {f"{name}.{language}" for name in names for language in LANGUAGES}
    assert {kind.value for kind in LetterKind} <= names


def test_a_language_without_words_is_answered_in_english_and_a_region_in_its_language() -> None:
    assert compose(LetterKind.REMINDER, Audience.CLIENT, "quc").language == "en"
    assert compose(LetterKind.REMINDER, Audience.CLIENT, "es-GT").language == "es"


# Nothing telling.


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("audience", SEEN)
@pytest.mark.parametrize("kind", KINDS)
def test_subject_and_first_sentence_carry_day_and_time_and_nothing_that_tells(
    kind: LetterKind, audience: Audience, language: str
) -> None:
    letter = compose(kind, audience, language)
    seen_on_a_locked_screen = letter.subject + letter.text.split("\n\n")[0]

    for word in TELLING:
        assert word.casefold() not in seen_on_a_locked_screen.casefold()
    assert re.search(r"9:00", letter.subject) and "ET" in letter.subject


@pytest.mark.parametrize("audience", [Audience.OFFICIAL, Audience.SUPPORTER, Audience.ADVOCATE])
@pytest.mark.parametrize("kind", KINDS)
def test_whoever_is_not_of_the_legal_team_reads_no_name_and_no_kind_of_hearing(
    kind: LetterKind, audience: Audience
) -> None:
    letter = compose(kind, audience)
    for whole in (letter.text, letter.html, (letter.calendar or b"").decode()):
        assert "Mateo" not in whole and "C-10423" not in whole and "ond hearing" not in whole


def test_a_moved_date_says_old_and_new_in_the_subject() -> None:
    letter = compose(LetterKind.RESCHEDULED, Audience.SUPPORTER)
    assert letter.subject == "MOVED EARLIER: Thu, Dec 10, 1:00 PM ET → Wed, Dec 2, 9:00 AM ET"
    letter = compose(LetterKind.RESCHEDULED, Audience.CLIENT, "es")
    assert letter.subject.startswith("CAMBIO DE FECHA, ES ANTES: jue 10 de dic")


# The contract of a reminder.


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reminder_to_a_client_says_all_that_the_evidence_asks_for(language: str) -> None:
    text = compose(LetterKind.REMINDER, Audience.CLIENT, language).text
    needed = {
        "en": [
            "Wednesday, December 2, 2026, 9:00 AM Eastern Time", "Hartford Immigration Court", "628", "Bring",
            "What time must you leave", "8:30 AM", "order your removal", "+1 203 555 0100",
            "court's own notice decides",
        ],
        "es": [
            "miércoles, 2 de diciembre de 2026", "hora del Este", "Hartford Immigration Court", "628", "Lleve",
            "a qué hora tiene que salir", "8:30", "deportación", "+1 203 555 0100", "aviso de la corte",
        ],
    }  # fmt: skip
    flat = " ".join(text.split())
    for words in needed[language]:
        assert words in flat


@pytest.mark.parametrize(
    ("now", "first"),
    [
        (datetime(2026, 11, 25, 14, tzinfo=UTC), "Please keep this date: "),
        (datetime(2026, 12, 1, 14, tzinfo=UTC), "Tomorrow: "),
        # 01:00 UTC on the 2nd is still the evening of the 1st in Hartford.
        (datetime(2026, 12, 2, 1, tzinfo=UTC), "Tomorrow: "),
        (datetime(2026, 12, 2, 12, tzinfo=UTC), "Today: "),
    ],
)
def test_a_late_reminder_says_today_and_never_tomorrow_of_today(now: datetime, first: str) -> None:
    assert compose(LetterKind.REMINDER, Audience.CLIENT, now=now).text.startswith(first)


# Never a missing value.


@pytest.mark.parametrize("kind", [LetterKind.REMINDER, LetterKind.INVITATION])
def test_a_letter_that_lacks_a_value_is_not_written(kind: LetterKind) -> None:
    with pytest.raises(Incomplete) as lacking:
        compose(kind, Audience.SUPPORTER, call=None)
    assert lacking.value.missing == "a number to call"


def test_an_invitation_without_a_page_to_answer_on_is_not_written() -> None:
    with pytest.raises(Incomplete):
        letters.compose(LetterKind.INVITATION, a_card(), replace(reader(Audience.SUPPORTER), answer_url=None), now=NOW)


def test_no_reminder_is_written_of_a_date_that_was_cancelled() -> None:
    with pytest.raises(Incomplete):
        compose(LetterKind.REMINDER, Audience.CLIENT, state=OccasionState.CANCELLED)


def test_a_blank_value_is_a_missing_one() -> None:
    with pytest.raises(Incomplete):
        letters.compose(
            LetterKind.REMINDER, a_card(), replace(reader(Audience.SUPPORTER), organization=" \u200e\n"), now=NOW
        )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("audience", SEEN)
@pytest.mark.parametrize(
    "hole",
    ["court", "place", "judge", "codeword", "token", "name", "live_page", "join_url", "case_ref", "title"],
)
def test_what_may_be_unknown_leaves_no_trace_in_the_words(
    kind: LetterKind, audience: Audience, language: str, hole: str
) -> None:
    letter = compose(kind, audience, language, **{hole: None})
    whole = letter.subject + letter.text + letter.html
    for trace in ("None", "Undefined", "undefined", "{{", "{%", "\ue000", "\ue001", "\ue002"):
        assert trace not in whole
    assert not re.search(r"\(\s*\)|: *\n\n|  \.", letter.text)


# What people type stays what they typed.


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.mark.parametrize(
    "typed",
    [
        "<script>alert(1)</script>",
        "a\n\nPay here:\nhttps://evil.test",
        "\ue001Pay\ue002https://evil.test",
        "{{ call }}",
        'O\'Neil & "Sons"',
    ],
)
def test_a_value_can_smuggle_nothing_into_a_letter(typed: str) -> None:
    letter = letters.compose(
        LetterKind.REMINDER,
        a_card(kind=OccasionKind.VIGIL, title=typed, court=None),
        reader(Audience.SUPPORTER),
        now=NOW,
    )
    seen = _Seen()
    seen.feed(letter.html)
    plain = " ".join("".join(letter_ for letter_ in typed if not "\ue000" <= letter_ <= "\uf8ff").split())

    assert f"What: {plain}\n" in letter.text
    assert plain in seen.words
    assert "script" not in seen.tags
    assert letter.html.count("<a ") == 1  # the answer page alone


@pytest.mark.parametrize("kind", KINDS)
def test_text_and_html_say_the_same(kind: LetterKind) -> None:
    letter = compose(kind, Audience.FAMILY_CONTACT)
    seen = _Seen()
    seen.feed(letter.html.partition("<body")[2])
    html_words = " ".join(" ".join(seen.words).split()[1:])
    for word in re.findall(r"[\w'’]+", re.sub(r"https://\S+", "", letter.text)):
        assert word in html_words


# The calendar inside.


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


# Over the wire.


def over_the_wire(letter: Letter, **wishes: Any) -> Any:
    mail = letters.mime(
        letter,
        notice_id=NOTICE,
        sender=ORGANIZER,
        to=REYES,
        sent_at=NOW,
        **({"stop_url": "https://presencia.test/a/secret/stop"} | wishes),
    )
    raw = mail.as_bytes()
    assert all(len(line) <= 998 for line in raw.split(b"\r\n")) and b"\n" not in raw.replace(b"\r\n", b"")
    return email.message_from_bytes(raw, policy=email.policy.default)


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
