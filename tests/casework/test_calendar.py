"""Feeds and invitations: equal cards give equal bytes, and every calendar reads them alike."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email.headerregistry import Address
from pathlib import Path
from typing import Any

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from casework import calendar, times, titles
from casework.calendar.zones import footer, vtimezone
from casework.card import Card, Place
from schema.occasions import Medium, OccasionKind, OccasionState
from tests import golden

ROOT = Path(__file__).parents[2]
ICAL_JS = ROOT / "frontend" / "node_modules" / "ical.js" / "dist" / "ical.js"

#: A city of each zone in which an immigration court sits or has sat, and some that follow a neighbour's clock.
US_ZONES = [
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Phoenix",
    "America/Los_Angeles",
    "America/Anchorage",
    "Pacific/Honolulu",
    "America/Puerto_Rico",
    "Pacific/Guam",
    "America/Indiana/Indianapolis",
    "America/Detroit",
    "America/Boise",
    "Pacific/Saipan",
]
#: The mornings on both sides of both changes of clocks, and a day in each half of the year.
MORNINGS = [
    datetime(2026, 3, 7, 8, 30),
    datetime(2026, 3, 8, 8, 30),
    datetime(2026, 3, 9, 8, 30),
    datetime(2026, 6, 15, 8, 30),
    datetime(2026, 10, 31, 8, 30),
    datetime(2026, 11, 1, 8, 30),
    datetime(2026, 11, 2, 8, 30),
    datetime(2026, 12, 31, 8, 30),
    datetime(2028, 2, 29, 8, 30),
]
TELLING_NAMES = [
    "García, M.",
    "semi;colon",
    "back\\slash",
    "back\\nslash n",
    "two\nlines",
    "👩🏽‍⚖️ judge 🏛️",
    "שלום Mateo",
    "مرحبا, ماتيو; \\",
    "Nguyễn Thị Ánh " * 8,
    'quote " colon: caret ^',
    "😀" * 60,
]

ORGANIZER = Address("Presencia", "presencia", "legal-aid.test")
REYES = Address("Mayor Reyes", "reyes", "city.test")
STAMP = datetime(2026, 11, 20, 15, 4, 5, tzinfo=UTC)


def a_card(**changes: Any) -> Card:
    facts: dict[str, Any] = {
        "uid": "5b2f0a52-6d3f-4b0e-9e55-4f3b1d9f3c11",
        "sequence": 0,
        "state": OccasionState.CONFIRMED,
        "kind": OccasionKind.BOND_HEARING,
        "starts_at": datetime(2026, 12, 2, 14, tzinfo=UTC),
        "ends_at": datetime(2026, 12, 2, 15, tzinfo=UTC),
        "time_zone": "America/New_York",
        "revised_at": datetime(2026, 11, 19, 16, 30, 0, 123456, tzinfo=UTC),
        "court": "Hartford Immigration Court",
        "place": Place("Ribicoff Federal Building", "450 Main Street", "Hartford, CT", "628"),
        "medium": Medium.IN_PERSON,
        "call": "+1 203 555 0100",
    }
    return Card(**(facts | changes))


COUNSEL_CARD = a_card(case_ref="C-10423", name="Mateo R.", judge="A. Okafor")
OFFICIAL_CARD = a_card(
    uid="0e1d6a0a-4c9f-4c84-8d8c-3a7d9f2b6a11", token="3F2", live_page="https://presencia.test/a/secret"
)
CANCELLED_CARD = a_card(
    uid="a6c1b3d4-9f6e-4a64-8c7e-1b2c3d4e5f60", state=OccasionState.CANCELLED, sequence=2, token="3F2"
)
WEBEX_CARD = a_card(
    uid="1f9c2a77-0db1-4a5e-9a39-73c5c9a1b0d2",
    kind=OccasionKind.MASTER_HEARING,
    case_ref="C-10424",
    place=None,
    medium=Medium.WEBEX,
    join_url="https://eoir.webex.com/meet/a,b;c?x=1&y=2",
)
DAY_ONLY_CARD = a_card(
    uid="77c0f0de-3c1e-4be4-8f0c-d2f4f8a90b13",
    hour_known=False,
    state=OccasionState.TENTATIVE,
    codeword="BLUEBIRD",
    starts_at=datetime(2026, 12, 9, 5, tzinfo=UTC),
    ends_at=datetime(2026, 12, 9, 6, tzinfo=UTC),
)
ALL_CARDS = [COUNSEL_CARD, OFFICIAL_CARD, CANCELLED_CARD, WEBEX_CARD, DAY_ONLY_CARD]


def a_feed(cards: Iterable[Card], **wishes: Any) -> bytes:
    return calendar.feed("Hearings", cards, **({"language": "en", "color": "steelblue"} | wishes))


def read_by_icalendar(raw: bytes) -> dict[str, dict[str, Any]]:
    seen = {}
    for event in Calendar.from_ical(raw).walk("VEVENT"):
        start = event["DTSTART"].dt
        seen[str(event["UID"])] = {
            "summary": str(event["SUMMARY"]),
            "location": str(event["LOCATION"]) if "LOCATION" in event else None,
            "description": str(event["DESCRIPTION"]),
            "sequence": int(event["SEQUENCE"]),
            "status": str(event["STATUS"]),
            "start": start.astimezone(UTC) if isinstance(start, datetime) else start,
        }
    return seen


def read_by_vobject(raw: bytes) -> dict[str, dict[str, Any]]:
    seen = {}
    for event in vobject.readOne(raw.decode()).contents.get("vevent", []):
        start = event.dtstart.value
        seen[event.uid.value] = {
            "summary": event.summary.value,
            "location": event.location.value if "location" in event.contents else None,
            "description": event.description.value,
            "sequence": int(event.sequence.value),
            "status": event.status.value,
            "start": start.astimezone(UTC) if isinstance(start, datetime) else start,
        }
    return seen


def read_by_ical_js(raw: bytes) -> dict[str, dict[str, Any]]:
    node = shutil.which("node")
    if node is None:
        pytest.fail("Node is needed to read the feed with ical.js. Install Node, or run `make test`, which brings one.")
    if not ICAL_JS.exists():
        pytest.fail(f"{ICAL_JS.relative_to(ROOT)} is missing. Run `make test`, or `npm ci` in frontend/.")
    script = ROOT / "tests" / "golden" / "read_alike.mjs"
    done = subprocess.run([node, script, ICAL_JS.as_uri()], input=raw, capture_output=True, check=True, timeout=60)
    seen = {}
    for event in json.loads(done.stdout):
        start = event.pop("start")
        event["start"] = datetime.fromisoformat(start) if "T" in start else date.fromisoformat(start)
        seen[event.pop("uid")] = event
    return seen


def unescaped(text: str) -> str:
    """What a TEXT says (RFC 5545 §3.3.11)."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], text)


# Bytes.


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_feed_is_the_golden_feed(language: str) -> None:
    golden.matches(f"calendar/feed.{language}.ics", a_feed(ALL_CARDS, language=language))


def test_a_feed_with_alarms_is_the_golden_one_and_cancelled_events_ring_no_more() -> None:
    raw = a_feed(ALL_CARDS, alarms=True)
    golden.matches("calendar/feed.alarms.ics", raw)
    ringing = {str(event["UID"]) for event in Calendar.from_ical(raw).walk("VEVENT") if event.walk("VALARM")}
    assert ringing == {COUNSEL_CARD.uid, OFFICIAL_CARD.uid, WEBEX_CARD.uid}


@pytest.mark.parametrize("language", ["en", "es"])
def test_an_invitation_is_the_golden_invitation(language: str) -> None:
    raw = calendar.request(OFFICIAL_CARD, organizer=ORGANIZER, attendee=REYES, language=language, stamp=STAMP)
    golden.matches(f"calendar/request.{language}.ics", raw)


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_end_of_an_invitation_is_the_golden_cancellation(language: str) -> None:
    raw = calendar.cancel(CANCELLED_CARD, organizer=ORGANIZER, attendee=REYES, language=language, stamp=STAMP)
    golden.matches(f"calendar/cancel.{language}.ics", raw)


@pytest.mark.parametrize("zone", US_ZONES)
def test_the_zone_of_every_court_is_the_golden_one(zone: str) -> None:
    raw = a_feed([a_card(time_zone=zone)])
    golden.matches(f"calendar/zones/{zone.replace('/', '-')}.ics", raw)


def test_equal_cards_give_equal_bytes_in_any_order() -> None:
    assert a_feed(ALL_CARDS) == a_feed(reversed(ALL_CARDS)) == a_feed(iter(ALL_CARDS))


def test_lines_end_in_crlf_and_never_pass_75_octets_nor_split_a_letter() -> None:
    raw = a_feed([a_card(uid=str(n), name=name, case_ref="C-1") for n, name in enumerate(TELLING_NAMES)])

    assert raw.endswith(b"\r\n")
    for line in raw.removesuffix(b"\r\n").split(b"\r\n"):
        assert len(line) <= 75 and b"\n" not in line and b"\r" not in line
        line.decode("utf-8")


def test_an_empty_feed_still_holds_a_component() -> None:
    raw = a_feed([])
    assert [part.name for part in Calendar.from_ical(raw).subcomponents] == ["VTIMEZONE"]
    assert vobject.readOne(raw.decode()).vtimezone


def test_a_feed_tells_how_often_to_ask_and_names_itself_for_every_client() -> None:
    raw = calendar.feed("García, M.; \\ bond", [], language="en", color="steelblue").decode()

    assert "REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n" in raw
    assert "X-PUBLISHED-TTL:PT1H\r\n" in raw
    assert "NAME:García\\, M.\\; \\\\ bond\r\n" in raw
    assert "X-WR-CALNAME:García\\, M.\\; \\\\ bond\r\n" in raw
    assert "COLOR:steelblue\r\n" in raw
    assert "METHOD" not in raw and "UID:" not in raw and "SOURCE" not in raw


def test_the_stamp_of_a_feed_event_is_its_last_change_and_of_a_message_its_making() -> None:
    (event,) = Calendar.from_ical(a_feed([COUNSEL_CARD])).walk("VEVENT")
    assert event["DTSTAMP"].dt == event["LAST-MODIFIED"].dt == COUNSEL_CARD.revised_at.replace(microsecond=0)

    raw = calendar.request(OFFICIAL_CARD, organizer=ORGANIZER, attendee=REYES, language="en", stamp=STAMP)
    (event,) = Calendar.from_ical(raw).walk("VEVENT")
    assert event["DTSTAMP"].dt == STAMP


# Meaning.


def test_a_cancelled_event_says_so_in_every_way_a_calendar_might_heed() -> None:
    (event,) = Calendar.from_ical(a_feed([CANCELLED_CARD])).walk("VEVENT")

    assert event["STATUS"] == "CANCELLED"
    assert event["SUMMARY"] == "CANCELLED: Court visit 3F2"
    assert event["TRANSP"] == "TRANSPARENT"
    assert int(event["SEQUENCE"]) == 2


def test_a_day_without_an_hour_is_a_day_and_never_midnight() -> None:
    raw = a_feed([DAY_ONLY_CARD])

    assert b"DTSTART;VALUE=DATE:20261209\r\n" in raw
    (event,) = Calendar.from_ical(raw).walk("VEVENT")
    assert event["SUMMARY"] == "UNCONFIRMED: Court support · BLUEBIRD (time not set)"


def test_the_meeting_link_is_where_every_calendar_looks_and_gone_once_cancelled() -> None:
    raw = a_feed([WEBEX_CARD])
    unfolded = raw.replace(b"\r\n ", b"").decode()
    assert f"CONFERENCE;FEATURE=VIDEO,AUDIO;LABEL=Webex;VALUE=URI:{WEBEX_CARD.join_url}\r\n" in unfolded
    assert read_by_icalendar(raw)[WEBEX_CARD.uid]["location"] == WEBEX_CARD.join_url

    assert b"webex.com" not in a_feed([replace(WEBEX_CARD, state=OccasionState.CANCELLED)])


def test_an_empty_place_writes_no_location() -> None:
    assert b"LOCATION" not in a_feed([a_card(place=None, court=None, medium=Medium.IN_PERSON)])


def test_titles_say_no_more_than_the_card_shows() -> None:
    assert titles.title(COUNSEL_CARD, "en") == "Bond hearing · C-10423 · Mateo R."
    assert titles.title(OFFICIAL_CARD, "en") == "Court visit 3F2"
    assert titles.title(OFFICIAL_CARD, "es-MX") == "Visita a la corte 3F2"
    # Neither name nor case number: the kind of hearing stays inside, too.
    assert titles.title(a_card(), "en") == "Court date"
    assert (
        titles.title(a_card(kind=OccasionKind.VIGIL, title="Vigil for our neighbor"), "es") == "Vigil for our neighbor"
    )


def test_the_message_to_one_person_names_nobody_else() -> None:
    raw = calendar.request(OFFICIAL_CARD, organizer=ORGANIZER, attendee=REYES, language="en", stamp=STAMP)
    parsed = Calendar.from_ical(raw)
    (event,) = parsed.walk("VEVENT")

    assert parsed["METHOD"] == "REQUEST"
    assert event["ATTENDEE"] == "mailto:reyes@city.test"
    assert event["ATTENDEE"].params["RSVP"] == "FALSE"
    assert event["ORGANIZER"] == "mailto:presencia@legal-aid.test"


def test_the_cancellation_is_of_the_same_event_with_a_higher_sequence() -> None:
    moved = replace(OFFICIAL_CARD, sequence=1, starts_at=OFFICIAL_CARD.starts_at + timedelta(days=9))
    off = replace(moved, sequence=2, state=OccasionState.CANCELLED)
    chain = [
        calendar.request(OFFICIAL_CARD, organizer=ORGANIZER, attendee=REYES, language="en", stamp=STAMP),
        calendar.request(moved, organizer=ORGANIZER, attendee=REYES, language="en", stamp=STAMP + timedelta(hours=1)),
        calendar.cancel(off, organizer=ORGANIZER, attendee=REYES, language="en", stamp=STAMP + timedelta(hours=2)),
    ]
    parsed = [Calendar.from_ical(raw) for raw in chain]
    events = [found.walk("VEVENT")[0] for found in parsed]

    assert [str(found["METHOD"]) for found in parsed] == ["REQUEST", "REQUEST", "CANCEL"]
    assert {str(event["UID"]) for event in events} == {OFFICIAL_CARD.uid}
    assert [int(event["SEQUENCE"]) for event in events] == [0, 1, 2]
    assert [event["DTSTAMP"].dt for event in events] == sorted(event["DTSTAMP"].dt for event in events)
    assert events[2]["STATUS"] == "CANCELLED" and not events[2].walk("VALARM")


# The window.


def test_the_window_moves_once_a_day() -> None:
    morning, night = datetime(2026, 12, 31, 0, 0, tzinfo=UTC), datetime(2026, 12, 31, 23, 59, tzinfo=UTC)
    assert calendar.kept_since(morning) == calendar.kept_since(night) == datetime(2026, 12, 1, tzinfo=UTC)
    assert calendar.kept_since(night + timedelta(minutes=1)) == datetime(2026, 12, 2, tzinfo=UTC)


# Zones.


def test_zone_rules_are_two_yearly_lines_from_the_footer() -> None:
    assert footer("America/New_York") == "EST5EDT,M3.2.0,M11.1.0"
    zone = vtimezone("America/New_York")
    assert zone is not None
    raw = zone.to_ical().decode()
    assert "RDATE" not in raw and "COMMENT" not in raw and raw.count("RRULE") == 2
    # The onset is the time on the wall before the change.
    assert "DTSTART:19700308T020000" in raw and "DTSTART:19701101T020000" in raw


def test_a_zone_that_two_lines_cannot_say_is_written_in_utc() -> None:
    assert vtimezone("America/Scoresbysund") is None
    raw = a_feed([a_card(time_zone="America/Scoresbysund")])
    assert b"DTSTART:20261202T140000Z\r\n" in raw and b"VTIMEZONE" not in raw


def test_the_second_of_two_equal_hours_is_written_in_utc() -> None:
    second = times.instant(datetime(2026, 11, 1, 1, 30), "America/New_York", fold=1)
    raw = a_feed([a_card(starts_at=second, ends_at=second + timedelta(hours=1))])
    assert b"DTSTART:20261101T063000Z\r\n" in raw


# Read alike.


def a_thousand_cards() -> list[Card]:
    cards = []
    for number in range(1000):
        zone = US_ZONES[number % len(US_ZONES)]
        wall = MORNINGS[number % len(MORNINGS)] + timedelta(minutes=number)
        starts_at = times.instant(wall, zone)
        cards.append(
            a_card(
                uid=f"00000000-0000-4000-8000-{number:012d}",
                sequence=number % 5,
                state=list(OccasionState)[number % 4],
                starts_at=starts_at,
                ends_at=starts_at + timedelta(hours=1),
                time_zone=zone,
                case_ref=f"C-{10001 + number}",
                name=TELLING_NAMES[number % len(TELLING_NAMES)],
                hour_known=number % 17 != 0,
                judge=TELLING_NAMES[(number + 3) % len(TELLING_NAMES)],
            )
        )
    return cards


def test_a_thousand_events_are_read_alike_by_three_independent_readers() -> None:
    cards = {card.uid: card for card in a_thousand_cards()}
    raw = a_feed(cards.values())

    by_icalendar, by_vobject, by_ical_js = read_by_icalendar(raw), read_by_vobject(raw), read_by_ical_js(raw)

    assert by_icalendar.keys() == cards.keys()
    for uid, card in cards.items():
        seen = by_icalendar[uid]
        expected = card.starts_at if card.hour_known else times.local_day(card.starts_at, card.time_zone)
        assert seen["start"] == expected
        assert seen["summary"] == titles.title(card, "en")
        assert seen["sequence"] == card.sequence
        assert by_vobject[uid] == seen
        assert by_ical_js[uid] == seen


@pytest.mark.parametrize("zone", US_ZONES)
def test_both_sides_of_each_change_of_clocks_are_the_same_instant_to_every_reader(zone: str) -> None:
    cards = {}
    for wall in MORNINGS:
        starts_at = times.instant(wall, zone)
        uid = f"{wall:%Y%m%d}-uid"
        cards[uid] = a_card(uid=uid, time_zone=zone, starts_at=starts_at, ends_at=starts_at + timedelta(hours=1))
    raw = a_feed(cards.values())

    for read in (read_by_icalendar, read_by_vobject, read_by_ical_js):
        assert {uid: seen["start"] for uid, seen in read(raw).items()} == {
            uid: card.starts_at for uid, card in cards.items()
        }, read.__name__


@pytest.mark.parametrize("name", TELLING_NAMES)
def test_names_with_every_kind_of_letter_come_back_equal(name: str) -> None:
    card = a_card(case_ref="C-10423", name=name, place=Place(name, None, name, None))
    raw = calendar.feed(name, [card], language="en", color="steelblue")

    # All three readers leave properties they do not know escaped.
    lines = raw.replace(b"\r\n ", b"").decode().split("\r\n")
    named = [line.partition(":")[2] for line in lines if line.startswith(("NAME:", "X-WR-CALNAME:"))]
    assert [unescaped(text) for text in named] == [name, name]
    for read in (read_by_icalendar, read_by_vobject, read_by_ical_js):
        assert read(raw)[card.uid]["summary"] == f"Bond hearing · C-10423 · {name}"
        assert read(raw)[card.uid]["location"] == f"{name}, {name}"


@settings(deadline=None, max_examples=40)
@given(
    name=st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), min_size=1, max_size=200),
    minute=st.integers(min_value=0, max_value=60 * 24 * 3650),
    zone=st.sampled_from(US_ZONES),
    sequence=st.integers(min_value=0, max_value=2**31 - 1),
)
def test_whatever_is_written_is_read_back(name: str, minute: int, zone: str, sequence: int) -> None:
    starts_at = datetime(2025, 1, 1, tzinfo=UTC) + timedelta(minutes=minute)
    card = a_card(
        name=name, case_ref="C-1", time_zone=zone, sequence=sequence,
        starts_at=starts_at, ends_at=starts_at + timedelta(hours=1),
    )  # fmt: skip

    seen = read_by_icalendar(a_feed([card]))[card.uid]

    assert seen["summary"] == f"Bond hearing · C-1 · {name}"
    assert seen["start"] == starts_at
    assert seen["sequence"] == sequence


@given(letter=st.characters(categories=["Cc"]))
def test_control_characters_never_reach_a_calendar(letter: str) -> None:
    raw = a_feed([a_card(name=f"a{letter}b", case_ref="C-1")])
    assert all(octet >= 32 or octet in b"\r\n\t" for octet in raw)
    assert read_by_icalendar(raw)[a_card().uid]["sequence"] == 0
