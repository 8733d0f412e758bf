"""One feed with every kind of hearing, five zones, both changes of clocks and a thousand events: six readers agree."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import cycle

import pytest

from casework import times, titles
from casework.card import Card, Place
from schema.occasions import Medium, OccasionKind, OccasionState
from tests.casework.cards import TELLING_NAMES, a_card, a_feed
from tests.casework.readers import READERS, Seen, read_by_ics, read_by_node_ical

ZONES = ("America/New_York", "America/Chicago", "America/Phoenix", "America/Puerto_Rico", "Pacific/Guam")
#: Around both changes of clocks of 2026, and far from them: small hours too, in which a zone's rule shows.
WALLS = (
    datetime(2026, 3, 8, 0, 30), datetime(2026, 3, 8, 1, 59), datetime(2026, 3, 8, 3, 0), datetime(2026, 3, 8, 8, 30),
    datetime(2026, 7, 1, 9), datetime(2026, 11, 1, 0, 30), datetime(2026, 11, 1, 1, 30), datetime(2026, 11, 1, 2, 0),
    datetime(2026, 11, 1, 8, 30), datetime(2026, 12, 2, 13), datetime(2027, 3, 14, 8, 30), datetime(2028, 2, 29, 8),
)  # fmt: skip
STATES = (OccasionState.CONFIRMED, OccasionState.TENTATIVE, OccasionState.CANCELLED, OccasionState.HELD)


def a_thousand() -> dict[str, Card]:
    cards = {}
    kinds, states, names = cycle(OccasionKind), cycle(STATES), cycle(TELLING_NAMES)
    for number in range(1000):
        zone = ZONES[number % len(ZONES)]
        wall = WALLS[number // len(ZONES) % len(WALLS)] + timedelta(days=7 * (number // 60))
        starts_at = times.instant(wall, zone, fold=0)
        uid = f"00000000-0000-4000-8000-{number:012d}"
        name = next(names)
        cards[uid] = a_card(
            uid=uid, time_zone=zone, starts_at=starts_at, ends_at=starts_at + timedelta(hours=1), kind=next(kinds),
            state=next(states), sequence=number % 7, hour_known=number % 11 != 0, case_ref=f"C-{number}", name=name,
            place=Place(name, None, "Hartford", None),
            **({"medium": Medium.WEBEX, "join_url": "https://eoir.webex.com/a,b;c"} if number % 5 == 0 else {}),
        )  # fmt: skip
    # The second of two equal hours, which local time cannot say (RFC 5545 §3.3.5).
    twice = times.instant(datetime(2026, 11, 1, 1, 30), "America/New_York", fold=1)
    cards["again"] = a_card(uid="again", starts_at=twice, ends_at=twice + timedelta(hours=1), case_ref="C-1", name="M.")
    return cards


@pytest.fixture(scope="module")
def cards() -> dict[str, Card]:
    return a_thousand()


@pytest.fixture(scope="module")
def raw(cards: dict[str, Card]) -> bytes:
    return a_feed(cards.values())


def test_the_feed_holds_what_it_is_said_to(cards: dict[str, Card]) -> None:
    assert {card.kind for card in cards.values()} == set(OccasionKind)
    assert {card.time_zone for card in cards.values()} == set(ZONES) and len(cards) > 1000
    days = {times.local_day(card.starts_at, card.time_zone) for card in cards.values()}
    assert {datetime(2026, 3, 8).date(), datetime(2026, 11, 1).date()} <= days


@pytest.mark.parametrize("read", READERS, ids=lambda read: read.__name__.removeprefix("read_by_"))
def test_every_reader_sees_the_same_events_instants_sequences_and_states(
    read: object, raw: bytes, cards: dict[str, Card]
) -> None:
    seen: Seen = read(raw)  # type: ignore[operator]
    assert seen.keys() == cards.keys()
    said = {
        OccasionState.CONFIRMED: "CONFIRMED", OccasionState.TENTATIVE: "TENTATIVE",
        OccasionState.CANCELLED: "CANCELLED", OccasionState.HELD: "CONFIRMED",
    }  # fmt: skip
    for uid, card in cards.items():
        one = seen[uid]
        starts = card.starts_at if card.hour_known else times.local_day(card.starts_at, card.time_zone)
        assert one["start"] == starts, (uid, card.time_zone)
        assert (one["sequence"], one["status"]) == (card.sequence, said[card.state]), uid
        title = titles.title(card, "en")
        # "\\n" says a backslash and an n (RFC 5545 §3.3.11). These two undo escapes one kind after the other, and see
        # a new line in the middle of it; there is no other way to write it.
        if "\\n" not in title or read not in (read_by_ics, read_by_node_ical):
            assert one["summary"] == title, uid


def test_a_feed_of_nothing_is_read_as_nothing_by_every_reader() -> None:
    for read in READERS:
        assert read(a_feed([])) == {}, read.__name__


def test_alarms_do_not_become_events(cards: dict[str, Card]) -> None:
    some = dict(list(cards.items())[:50])
    for read in READERS:
        assert read(a_feed(some.values(), alarms=True)).keys() == some.keys(), read.__name__
