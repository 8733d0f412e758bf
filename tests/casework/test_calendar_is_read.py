"""Whatever is written into a calendar, three independent readers read it alike."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework import calendar, times, titles
from casework.card import Place
from tests.casework.cards import (
    MORNINGS,
    TELLING_NAMES,
    US_ZONES,
    a_card,
    a_feed,
    a_thousand_cards,
    read_by_ical_js,
    read_by_icalendar,
    read_by_vobject,
    unescaped,
)


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
