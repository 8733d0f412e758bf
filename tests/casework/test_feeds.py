"""What a feed shows, and for how long."""

from __future__ import annotations

from datetime import UTC, datetime

from casework import feeds
from schema.feeds import FeedFilter
from schema.occasions import OccasionKind
from tests.house import House


async def test_what_has_passed_leaves_a_feed_at_midnight_and_not_in_the_course_of_a_day(house: House) -> None:
    async with house.acting(house.ana) as tx:
        feed = await feeds.subscribe_feed(tx, house.organization, filter=FeedFilter.MY_CASES, name="My dates")

    async def fetched(at: datetime) -> bytes:
        house.clock.now = at
        async with house.acting(house.ana) as tx:
            return await feeds.render(tx, feed)

    # Its hearing, on December 2 at nine in Hartford, ends at 15:00 UTC.
    morning = await fetched(datetime(2027, 1, 1, 1, tzinfo=UTC))
    evening = await fetched(datetime(2027, 1, 1, 23, tzinfo=UTC))
    day_after = await fetched(datetime(2027, 1, 2, 1, tzinfo=UTC))

    assert b"BEGIN:VEVENT" in morning
    assert evening == morning
    assert b"BEGIN:VEVENT" not in day_after


async def test_the_legal_team_s_calendar_says_in_which_proceeding_a_hearing_is(house: House) -> None:
    async with house.acting(house.ana) as tx:
        feed = await feeds.subscribe_feed(tx, house.organization, filter=FeedFilter.MY_CASES, name="My dates")
    await house.a_hearing(datetime(2026, 12, 9, 9), kind=OccasionKind.MASTER_HEARING, proceeding=house.removal)

    async with house.acting(house.ana) as tx:
        said = (await feeds.render(tx, feed)).replace(b"\r\n ", b"").decode()

    assert said.count("Proceeding: Bond") == said.count("Proceeding: Removal") == 1
