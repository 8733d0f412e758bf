"""Feeds and invitations: equal cards give equal bytes, and every calendar reads them alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import vobject
from icalendar import Calendar

from casework import calendar, times, titles
from casework.calendar.zones import footer, vtimezone
from schema.occasions import Medium, OccasionKind, OccasionState
from tests import golden
from tests.casework.cards import (
    ALL_CARDS,
    CANCELLED_CARD,
    COUNSEL_CARD,
    DAY_ONLY_CARD,
    OFFICIAL_CARD,
    ORGANIZER,
    REYES,
    STAMP,
    TELLING_NAMES,
    US_ZONES,
    WEBEX_CARD,
    a_card,
    a_feed,
    read_by_icalendar,
)


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


def test_the_window_moves_once_a_day() -> None:
    morning, night = datetime(2026, 12, 31, 0, 0, tzinfo=UTC), datetime(2026, 12, 31, 23, 59, tzinfo=UTC)
    assert calendar.kept_since(morning) == calendar.kept_since(night) == datetime(2026, 12, 1, tzinfo=UTC)
    assert calendar.kept_since(night + timedelta(minutes=1)) == datetime(2026, 12, 2, tzinfo=UTC)


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


def test_a_link_that_was_pasted_with_the_end_of_a_line_keeps_no_feed_from_being_written() -> None:
    card = a_card(join_url="https://eoir.webex.com/meet/\r\n judge.smith")
    raw = calendar.feed("Mine", [card], language="en", color="teal")
    assert b"CONFERENCE" in raw and b"\r\n judge" not in raw.replace(b"\r\n ", b"")


def test_a_hearing_by_webex_says_so_before_the_courtroom_in_which_the_judge_sits() -> None:
    card = replace(COUNSEL_CARD, medium=Medium.WEBEX, join_url=None)
    assert read_by_icalendar(a_feed([card]))[card.uid]["location"].startswith("Webex, ")
