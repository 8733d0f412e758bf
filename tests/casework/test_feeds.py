"""What a feed shows, and for how long."""

from __future__ import annotations

from datetime import UTC, datetime

from casework import feeds
from schema.feeds import Feed, FeedFilter
from schema.occasions import OccasionKind
from tests.house import House


async def fetched(house: House, feed: Feed) -> bytes:
    """What a calendar gets now."""
    async with house.acting(feed.person_id) as tx:
        secret = feeds.secret_of(tx, feed)
    return await feeds.body(house.database, await feeds.find(house.database, secret))


async def test_what_has_passed_leaves_a_feed_at_midnight_and_not_in_the_course_of_a_day(house: House) -> None:
    async with house.acting(house.ana) as tx:
        feed = await feeds.subscribe_feed(tx, house.organization, filter=FeedFilter.MY_CASES, name="My dates")

    async def at_the_hour(at: datetime) -> bytes:
        house.clock.now = at
        return await fetched(house, feed)

    # Its hearing, on December 2 at nine in Hartford, ends at 15:00 UTC.
    morning = await at_the_hour(datetime(2027, 1, 1, 1, tzinfo=UTC))
    evening = await at_the_hour(datetime(2027, 1, 1, 23, tzinfo=UTC))
    day_after = await at_the_hour(datetime(2027, 1, 2, 1, tzinfo=UTC))

    assert b"BEGIN:VEVENT" in morning
    assert evening == morning
    assert b"BEGIN:VEVENT" not in day_after


async def test_the_legal_team_s_calendar_says_in_which_proceeding_a_hearing_is(house: House) -> None:
    async with house.acting(house.ana) as tx:
        feed = await feeds.subscribe_feed(tx, house.organization, filter=FeedFilter.MY_CASES, name="My dates")
    await house.a_hearing(datetime(2026, 12, 9, 9), kind=OccasionKind.MASTER_HEARING, proceeding=house.removal)

    said = (await fetched(house, feed)).replace(b"\r\n ", b"").decode()

    assert said.count("Proceeding: Bond") == said.count("Proceeding: Removal") == 1
