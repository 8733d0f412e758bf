"""What is joined from kept pieces equals what is made anew, whatever people do and the clock says, and nobody works."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import icalendar
import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import ProgrammingError

from casework import consents, feeds
from casework.actors import HOUSEKEEPING
from casework.refusals import Refusal
from schema.consents import Consent, ConsentAudience, ConsentState, NameForm, Purpose
from tests.casework.much_happens import GIVEN, anew, begin, fetched
from tests.ground import Ground
from tests.house import House


@pytest.mark.parametrize("seed", range(4))
async def test_the_joined_feed_equals_one_made_anew_whatever_happens_and_no_worker_runs(
    house: House, seed: int
) -> None:
    story = await begin(house, seed)
    for _ in range(30):
        await story.one()
        for name, feed in story.feeds.items():
            # Some calendars sleep through some of it.
            if story.drawn.random() < 0.6:
                try:
                    expected = await anew(house, feed)
                except Refusal:
                    continue
                try:
                    got = await fetched(house, feed)
                except Refusal:
                    # Whose it is belongs nowhere now.
                    assert feed.person_id == story.nora
                    continue
                assert got == expected, (name, story.done)
    assert {one.partition(":")[0] for one in story.done} > {"move"}


def the_event(raw: bytes) -> tuple[int, datetime, datetime, str]:
    """Its SEQUENCE, DTSTAMP, LAST-MODIFIED and SUMMARY."""
    (event,) = icalendar.Calendar.from_ical(raw).walk("VEVENT")
    assert event["DTSTAMP"].dt == event["LAST-MODIFIED"].dt
    return int(event["SEQUENCE"]), event["DTSTAMP"].dt, event["LAST-MODIFIED"].dt, str(event["SUMMARY"])


async def test_a_consent_that_is_given_and_withdrawn_changes_the_very_next_fetch_and_its_stamps(house: House) -> None:
    story = await begin(house, 0)
    feed = next(feed for name, feed in story.feeds.items() if "one_case" in name)
    assert b"BEGIN:VEVENT" not in await fetched(house, feed)

    nameless = await house.consent(ConsentAudience.ADVOCATES, Purpose.FILL_COURTROOM, NameForm.NONE)
    sequence, stamp, _, title = the_event(await fetched(house, feed))
    assert title == "Court date"

    house.clock.forward(minutes=1)
    await house.consent(ConsentAudience.ADVOCATES, Purpose.FILL_COURTROOM, NameForm.PUBLIC_NAME)
    named = the_event(await fetched(house, feed))
    assert named == (sequence + 1, house.clock.now, house.clock.now, "Court date · Mateo R.")
    assert stamp < house.clock.now

    house.clock.forward(minutes=1)
    async with house.acting(house.ana) as tx:
        standing = await tx.session.scalars(select(Consent.id).where(Consent.state == ConsentState.STANDING))
        for consent in list(standing):
            await consents.withdraw_consent(tx, consent)
    assert b"BEGIN:VEVENT" not in await fetched(house, feed)
    assert nameless


async def test_a_name_that_changes_raises_sequence_and_stamps_though_the_hearing_stays(house: House) -> None:
    story = await begin(house, 0)
    feed = next(iter(story.feeds.values()))
    before = the_event(await fetched(house, feed))
    house.clock.forward(minutes=5)
    await story._update(public_name="Teo")

    after = the_event(await fetched(house, feed))

    assert after[0] == before[0] + 1 and after[1] == house.clock.now and "Teo" in after[3]
    # And as it was: a third version, not the first one again.
    house.clock.forward(minutes=5)
    await story._update(public_name="Mateo R.")
    assert the_event(await fetched(house, feed))[:2] == (before[0] + 2, house.clock.now)


async def test_what_is_kept_is_sealed_and_nothing_of_it_is_read_in_the_tables(house: House, ground: Ground) -> None:
    story = await begin(house, 0)
    for feed in story.feeds.values():
        await fetched(house, feed)

    rows = [
        bytes(value) if isinstance(value, bytes) else str(value).encode()
        for table in ("calendar_pieces", "feed_contents", "calendar_touches")
        for row in await ground.connection.fetch(f"select * from {table}")
        for value in row.values()
    ]
    assert len(rows) > 50
    for told in (b"Mateo", b"Hartford", b"SUMMARY", b"C-10001"):
        assert not [value for value in rows if told in value], told


async def test_nobody_who_signs_in_reads_what_is_kept_and_nobody_writes_a_touch(house: House) -> None:
    story = await begin(house, 0)
    await fetched(house, next(iter(story.feeds.values())))
    for who in (house.ana, house.luis):
        async with house.acting(who) as tx:
            for table in ("calendar_pieces", "feed_contents", "calendar_touches"):
                assert await tx.session.scalar(text(f"select count(*) from {table}")) == 0, table
    with pytest.raises(ProgrammingError):
        async with house.acting(house.ana) as tx:
            await tx.session.execute(text("select touch_calendars('{}', array[gen_random_uuid()])"))


async def test_pieces_of_a_backup_on_another_server_are_made_anew(house: House, ground: Ground) -> None:
    """Numbers of transactions mean nothing there."""
    story = await begin(house, 0)
    feed = next(iter(story.feeds.values()))
    await fetched(house, feed)
    for table in ("calendar_pieces", "feed_contents"):
        await ground.connection.execute(f"update {table} set snapshot = '1 99999999:99999999:'")
    await ground.connection.execute("update detainees set public_name = null")

    assert b"Mateo" not in await fetched(house, feed)


async def test_what_was_touched_and_forgotten_stays_stale(house: House, ground: Ground) -> None:
    story = await begin(house, 0)
    feed = next(iter(story.feeds.values()))
    await fetched(house, feed)
    await story._update(public_name="Teo")
    await ground.connection.execute("update calendar_touches set at = at - interval '3 days'")
    async with house.database.transaction(HOUSEKEEPING) as tx:
        assert await feeds.forget_touches(tx) >= 1
    assert await ground.connection.fetchval("select count(*) from calendar_touches") == 0
    house.clock.forward(days=2)

    assert b"Teo" in await fetched(house, feed)


async def test_one_kind_of_eyes_is_known_by_other_uids_than_another(house: House) -> None:
    story = await begin(house, 0)
    for audience, purpose in GIVEN:
        await house.consent(audience, purpose)
    await house.invite(*story.invited)

    uids = [
        {str(event["UID"]) for event in icalendar.Calendar.from_ical(await fetched(house, feed)).walk("VEVENT")}
        for name, feed in story.feeds.items()
        if "public_actions" not in name
    ]
    # Ana's, Luis's twice, the team's: the legal team's. Nora's twice. The mayor, a supporter, and his mother.
    assert uids[0] == uids[1] == uids[2] == uids[3] and uids[4] == uids[5]
    apart = [uids[0], uids[4], *uids[6:]]
    assert all(len(one) == 1 for one in apart) and len(set.union(*apart)) == len(apart)


async def test_the_legal_team_is_told_which_calendars_have_the_new_time_and_nobody_else_is(house: House) -> None:
    story = await begin(house, 0)
    await house.consent(ConsentAudience.ADVOCATES, Purpose.FILL_COURTROOM)
    mine, theirs = story.feeds["0 my_cases"], story.feeds["1 my_cases"]
    for feed in (mine, theirs):
        await fetched(house, feed)

    async def told(who: UUID) -> dict[UUID, bool]:
        async with house.acting(who) as tx:
            return {one.feed_id: one.current for one in await feeds.calendars_of_case(tx, house.case)}

    assert await told(house.ana) == {mine.id: True, theirs.id: True}
    house.clock.forward(hours=1)
    await house.move(datetime(2026, 12, 9, 10))
    assert await told(house.ana) == {mine.id: False, theirs.id: False}
    house.clock.forward(hours=1)
    await fetched(house, theirs)
    assert await told(house.luis) == {mine.id: False, theirs.id: True}
    assert await told(story.nora) == {}
