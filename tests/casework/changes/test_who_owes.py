"""Who owes a word on a change, by when, and how they give it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from casework import actors, changes, hearings, invitations, teams, times
from casework.refusals import NotAllowedByState, NotFound
from schema.changes import Acknowledgement, Change, ChangeKind, HowAcknowledged, HowEnded
from schema.hearings import Hearing
from schema.notices import LetterKind
from schema.occasions import Medium, Occasion
from schema.people import PersonKind
from schema.teams import TeamMember
from tests.casework.changes.people import an_interpreter, follow, invited, owing, press, release_of, words
from tests.casework.notices.asked import a_supporter, a_vigil
from tests.house import House


async def test_an_earlier_date_is_confirmed_by_those_it_cannot_do_without_and_counted_of_the_rest(house: House) -> None:
    interpreter = await an_interpreter(house)
    mayor, _ = await invited(house, "Elena Reyes", PersonKind.OFFICIAL)
    neighbor, _ = await invited(house, "Olga Ortiz", PersonKind.SUPPORTER)
    translator, _ = await invited(house, "Tomas Ruiz", PersonKind.INTERPRETER)
    await house.send()

    await house.move(datetime(2026, 12, 1, 9))

    told = await words(house)
    assert {one for one, word in told.items() if word.due_by} == {
        house.luis, house.rosa, interpreter, mayor, translator,
    }  # fmt: skip
    assert told[neighbor].due_by is None
    # Who made the change owes nothing, and is told nothing.
    assert house.ana not in told
    assert {word.due_by for word in told.values() if word.due_by} == {house.clock.now + timedelta(hours=2)}


async def test_their_letter_asks_them_by_the_hour_it_is_owed_and_the_others_letter_asks_nothing(house: House) -> None:
    await invited(house, "Elena Reyes", PersonKind.OFFICIAL)
    await invited(house, "Olga Ortiz", PersonKind.SUPPORTER)
    await house.send()
    await house.move(datetime(2026, 12, 1, 9))

    sent = {one.to: one.letter for one in await house.send() if one.letter.kind is LetterKind.RESCHEDULED}

    due_by = house.clock.now + timedelta(hours=2)
    hour = times.said_shortly(due_by, "America/New_York", "en", named=True)
    asked, told = sent["elena@example.test"], sent["olga@example.test"]
    assert f"Please confirm that you have seen this, by {hour}." in " ".join(asked.text.split())
    assert "Reply 1 to confirm." in asked.short
    assert "Please confirm" not in told.text and "Reply 1" not in told.short


async def test_of_a_date_that_is_off_only_whoever_owes_a_word_is_led_to_their_page(house: House) -> None:
    await invited(house, "Elena Reyes", PersonKind.OFFICIAL)
    await invited(house, "Olga Ortiz", PersonKind.SUPPORTER)
    await house.send()
    house.clock.now = datetime(2026, 12, 1, 14, tzinfo=UTC)
    await house.send()
    await house.cancel()

    sent = {one.to: one.letter for one in await house.send() if one.letter.kind is LetterKind.CANCELLED}

    asked, told = sent["elena@example.test"], sent["olga@example.test"]
    assert "/a/" in (asked.page_url or "") and "Please confirm" in asked.text
    assert told.page_url is None and "Please confirm" not in told.text


async def test_a_later_date_far_ahead_is_confirmed_by_nobody(house: House) -> None:
    await house.send()

    await house.move(datetime(2026, 12, 9, 9))

    assert (await words(house)).keys() == {house.luis, house.rosa}
    assert await owing(house) == set()


@pytest.mark.parametrize("to", [datetime(2026, 12, 20, 9), datetime(2026, 12, 2, 10)])
async def test_what_begins_within_48_hours_old_or_new_is_confirmed_within_one(house: House, to: datetime) -> None:
    house.clock.now = datetime(2026, 11, 30, 20, tzinfo=UTC)
    await house.send()

    await house.move(to)

    assert {word.due_by for word in (await words(house)).values()} == {house.clock.now + timedelta(hours=1)}


async def test_a_near_date_that_is_cancelled_is_confirmed_and_a_far_one_is_not(house: House) -> None:
    await house.cancel()
    assert await owing(house) == set()

    _, other = await house.a_hearing(datetime(2026, 11, 24, 15))
    async with house.acting(house.ana) as tx:
        near = await tx.session.scalar(select(Hearing).where(Hearing.occasion_id == other))
        assert near is not None
        await hearings.cancel_hearing(tx, near.id, expected_revision=near.revision)
    assert (await words(house, other)).keys() == await owing(house) == {house.luis, house.rosa}


async def test_whoever_was_told_the_old_place_is_told_that_it_changed(house: House) -> None:
    house.clock.now = datetime(2026, 12, 1, 15, tzinfo=UTC)
    await house.send()

    await house.move(datetime(2026, 12, 2, 9), room="7B", medium=Medium.VTC)

    assert await house.due_now() == {(house.luis, LetterKind.PLACE_CHANGED), (house.rosa, LetterKind.PLACE_CHANGED)}
    assert {one.letter.kind for one in await house.send()} == {LetterKind.PLACE_CHANGED}
    assert await owing(house) == {house.luis, house.rosa}


async def test_an_action_in_the_hearing_s_place_goes_along_and_its_people_are_told(house: House) -> None:
    neighbor = await a_supporter(house)
    _, occasion = await a_vigil(house, house.organization)
    async with house.acting(house.ana) as tx:
        await invitations.invite(tx, occasion, [neighbor])
    await house.send()

    await house.move(datetime(2026, 12, 2, 9), room="12")

    assert (neighbor, LetterKind.PLACE_CHANGED) in await house.due_now()
    async with house.watching() as tx:
        assert (await tx.session.get_one(Occasion, occasion)).room == "12"


async def test_a_further_change_supersedes_and_the_clock_starts_anew(house: House) -> None:
    mayor, invitation = await invited(house, "Elena Reyes", PersonKind.OFFICIAL)
    await house.send()
    await house.move(datetime(2026, 12, 1, 9))
    await house.send()
    house.clock.forward(minutes=90)

    # Later than the first date: by itself nobody would owe a word on it.
    await house.move(datetime(2026, 12, 20, 9))

    told = await words(house)
    assert told[mayor].due_by == house.clock.now + timedelta(hours=2)
    async with house.watching() as tx:
        before = await tx.session.scalars(select(Acknowledgement).where(Acknowledgement.sequence == 1))
        assert {one.ended_how for one in before} == {HowEnded.SUPERSEDED}
    with pytest.raises(NotAllowedByState, match="changed again"):
        await press(house, mayor, invitation, 1)
    assert mayor in await owing(house)
    assert [one.how for one in await press(house, mayor, invitation, 2)] == [HowAcknowledged.PAGE]
    assert await press(house, mayor, invitation, 2) == []
    assert mayor not in await owing(house)


async def test_signed_in_people_say_it_on_the_page_once_and_nobody_else_can(house: House) -> None:
    await house.move(datetime(2026, 12, 1, 9))

    for _ in range(2):
        async with house.acting(house.luis) as tx:
            await changes.acknowledge_change(tx, house.occasion, sequence=1)
    assert (await words(house))[house.luis].how is HowAcknowledged.APP
    with pytest.raises(NotFound):
        async with house.acting(house.ana) as tx:
            await changes.acknowledge_change(tx, house.occasion, sequence=1)


async def test_a_text_counts_for_what_had_reached_them_and_not_for_what_comes_after(house: House) -> None:
    await house.send()
    await house.move(datetime(2026, 12, 1, 9))

    async def one() -> list[object]:
        async with house.database.transaction(actors.DELIVERY) as tx:
            return list(await changes.acknowledge_by_text(tx, house.rosa))

    # Nothing has reached her: her "1" was for something else.
    assert await one() == []
    await house.send()
    assert len(await one()) == 1 and await one() == []
    assert (await words(house))[house.rosa].how is HowAcknowledged.TEXT
    await house.move(datetime(2026, 11, 30, 9))
    assert await one() == []
    assert house.rosa in await owing(house)


async def test_whoever_is_uninvited_owes_nothing_any_more(house: House) -> None:
    mayor, invitation = await invited(house, "Elena Reyes", PersonKind.OFFICIAL)
    await house.send()
    await house.move(datetime(2026, 12, 1, 9))
    await house.send()

    await release_of(house, invitation)

    assert mayor not in await owing(house)
    (word,) = (await words(house)).values()
    assert (word.person_id, word.due_by) == (mayor, None)
    async with house.watching() as tx:
        change = await tx.session.get_one(Change, word.change_id)
        assert change.kind is ChangeKind.WITHDRAWN


async def test_whoever_left_the_team_owes_nothing_any_more(house: House) -> None:
    await house.move(datetime(2026, 12, 1, 9))
    async with house.acting(house.ana) as tx:
        seat = await tx.session.scalar(select(TeamMember).where(TeamMember.person_id == house.luis))
        assert seat is not None
        await teams.leave_team(tx, seat.id)

    await follow(house, hours=2)

    assert (await words(house))[house.luis].ended_how is HowEnded.NO_LONGER_THEIRS
    assert await owing(house) == {house.rosa}
