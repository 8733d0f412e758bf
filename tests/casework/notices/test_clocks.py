"""Nine o'clock stays nine o'clock: reminders count days of the calendar where the date is."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from casework import times
from casework.notices.plan import reminders_of
from casework.notices.reminding import Plan, Reminding, begins
from casework.wishes import Wishes, heard_at, waits_until
from schema.invitations import Audience
from schema.notices import LetterKind
from schema.occasions import Occasion
from schema.people import Channel

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
ZONES = [
    "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Phoenix",
    "America/Puerto_Rico", "Pacific/Guam", "Pacific/Honolulu", "America/Anchorage",
]  # fmt: skip


def an_occasion(wall: datetime, zone: str) -> Occasion:
    at = times.instant(wall, zone)
    return Occasion(starts_at=at, ends_at=at + timedelta(hours=1), wall_starts=wall, time_zone=zone, hour_known=True)


def walls(wall: datetime, zone: str) -> list[datetime]:
    """When reminders of a date come, as the wall there shows it."""
    occasion = an_occasion(wall, zone)
    found = reminders_of(
        occasion, occasion.starts_at, Audience.ATTORNEY, Plan({}, {}), Wishes(frozenset({Channel.EMAIL})), LONG_AGO
    )
    return [times.wall_time(at, zone) for _, at, _ in found]


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize(
    "day",
    [
        # The clocks go back on 1 November and forward on 14 March; a leap day; the end of a year.
        date(2026, 11, 1), date(2026, 11, 2), date(2026, 11, 4), date(2027, 3, 14), date(2027, 3, 15),
        date(2027, 3, 17), date(2028, 2, 29), date(2028, 3, 1), date(2027, 1, 2),
    ],
)  # fmt: skip
def test_a_reminder_at_nine_comes_at_nine_on_the_wall_of_the_date_whatever_the_clocks_do(zone: str, day: date) -> None:
    found = walls(datetime.combine(day, time(10)), zone)

    assert found == [
        *(datetime.combine(day - timedelta(days=count), time(9)) for count in (7, 3, 1)),
        datetime.combine(day, time(8)),
    ]


def test_two_hours_before_are_two_hours_of_time_also_on_the_night_the_clocks_change() -> None:
    # From 00:30 to 03:00 on the wall there are three and a half hours, or one and a half.
    back = an_occasion(datetime(2026, 11, 1, 3), "America/New_York")
    reminding = Reminding(days_before=(), hours_before=(2,))

    (at,) = reminding.due(date(2026, 11, 1), back.starts_at, back.time_zone, hour_known=True)

    assert back.starts_at - at == timedelta(hours=2)
    assert times.wall_time(at, back.time_zone) == datetime(2026, 11, 1, 1)


def test_when_a_zone_changes_its_rules_the_date_stays_what_its_wall_says() -> None:
    wall = datetime(2027, 7, 7, 10)
    occasion = an_occasion(wall, "America/New_York")
    # As it was worked out while the zone kept another offset.
    occasion.starts_at -= timedelta(hours=1)

    day, at = begins(occasion, occasion.starts_at)

    assert (day, at) == (wall.date(), times.instant(wall, "America/New_York"))
    assert walls(wall, "America/New_York")[-1] == wall - timedelta(hours=2)


def test_of_an_hour_that_occurs_twice_the_one_that_was_meant_is_kept() -> None:
    wall = datetime(2026, 11, 1, 1, 30)
    for fold in (0, 1):
        at = times.instant(wall, "America/New_York", fold=fold)
        occasion = Occasion(starts_at=at, wall_starts=wall, time_zone="America/New_York", hour_known=True)
        assert begins(occasion, at) == (wall.date(), at)


TEXTS = Wishes(frozenset({Channel.SMS}))


def test_what_would_ring_at_night_comes_in_the_last_minute_before_and_mail_is_not_moved() -> None:
    zone = "America/New_York"
    start = times.instant(datetime(2026, 12, 2, 9), zone)
    due = [start - timedelta(hours=2)]

    assert heard_at(due, TEXTS, Channel.EMAIL, zone, after=LONG_AGO, before=start) == due
    (early,) = heard_at(due, TEXTS, Channel.SMS, zone, after=LONG_AGO, before=start)
    assert times.wall_time(early, zone) == datetime(2026, 12, 1, 20, 59)


def test_quiet_hours_are_those_of_the_readers_own_clock() -> None:
    zone = "America/New_York"
    start = times.instant(datetime(2026, 12, 9, 13), zone)
    nine = times.days_before_at(start, zone, 1)

    in_los_angeles = Wishes(frozenset({Channel.SMS}), time_zone="America/Los_Angeles")
    (at,) = heard_at([nine], in_los_angeles, Channel.SMS, zone, after=LONG_AGO, before=start)

    # Nine in Hartford is six in the morning there.
    assert at.astimezone(ZoneInfo("America/Los_Angeles")).replace(tzinfo=None) == datetime(2026, 12, 7, 20, 59)


def test_who_comes_along_is_told_when_the_night_is_over_rather_than_before_they_may_know() -> None:
    zone = "America/New_York"
    start = times.instant(datetime(2026, 12, 2, 7), zone)
    not_before = start - timedelta(hours=48)

    (at,) = heard_at([not_before], TEXTS, Channel.SMS, zone, after=LONG_AGO, before=start, not_before=not_before)

    assert times.wall_time(at, zone) == datetime(2026, 11, 30, 8)


@pytest.mark.parametrize("day", [date(2026, 11, 1), date(2027, 3, 14)])
def test_a_quiet_night_ends_at_eight_on_the_wall_also_when_the_clocks_change_in_it(day: date) -> None:
    zone = "America/New_York"
    at_three = datetime.combine(day, time(3), tzinfo=ZoneInfo(zone)).astimezone(UTC)

    until = waits_until(at_three, TEXTS, Channel.SMS, LetterKind.REMINDER, zone)

    assert until is not None
    assert times.wall_time(until, zone) == datetime.combine(day, time(8))


def test_a_change_wakes_only_those_who_said_that_it_may() -> None:
    zone, night = "America/New_York", datetime(2026, 12, 2, 4, tzinfo=UTC)
    may = Wishes(frozenset({Channel.SMS}), wake_for_changes=True)

    assert waits_until(night, may, Channel.SMS, LetterKind.RESCHEDULED, zone) is None
    assert waits_until(night, may, Channel.SMS, LetterKind.REMINDER, zone) == datetime(2026, 12, 2, 13, tzinfo=UTC)
    assert waits_until(night, TEXTS, Channel.SMS, LetterKind.RESCHEDULED, zone) == datetime(2026, 12, 2, 13, tzinfo=UTC)
    assert waits_until(night, TEXTS, Channel.EMAIL, LetterKind.RESCHEDULED, zone) is None
