"""A client is moved while a hearing lies ahead: whoever must know is told at once, and that the place is in doubt."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from casework import actors, changes
from casework.notices import Outgoing
from schema.changes import Acknowledgement, Change, ChangeKind, HowAcknowledged, HowEnded
from schema.notices import LetterKind, NoticeState
from schema.people import Channel, PersonKind
from tests.casework.changes.people import an_interpreter, asked, called, follow, invited, owing, press, words
from tests.casework.moving import held, move, places
from tests.casework.notices.test_wishes import gives_number
from tests.house import House

TRANSFERRED = LetterKind.TRANSFERRED


async def told_of_it(house: House) -> set[UUID]:
    return {one.person_id for one in await house.rows(kind=TRANSFERRED, state=NoticeState.PLANNED)}


async def send_all(house: House) -> list[Outgoing]:
    """Send what is due, one letter to one person after the other, until nothing is."""
    sent: list[Outgoing] = []
    while letters := await house.send():
        sent += letters
    return sent


async def test_a_transfer_is_told_at_once_to_those_it_matters_to_and_to_nobody_else(house: House) -> None:
    there = await places(house)
    await held(house, there["plymouth"])
    interpreter = await an_interpreter(house)
    await invited(house, "Elena Reyes", PersonKind.OFFICIAL)
    await invited(house, "Olga Ortiz", PersonKind.SUPPORTER)
    translator, _ = await invited(house, "Tomas Ruiz", PersonKind.INTERPRETER)
    await house.send()
    assert await told_of_it(house) == set()

    await move(house, there["alexandria"])

    assert await told_of_it(house) == {house.luis, house.rosa, interpreter, translator}
    sent = {one.to: one.letter for one in await house.send()}
    assert {letter.kind for letter in sent.values()} == {TRANSFERRED}
    assert set(sent) == {"luis@example.test", "rosa@example.test", "ixchel@example.test", "tomas@example.test"}
    for letter in sent.values():
        whole = letter.subject + letter.text + letter.html + letter.short + letter.glance
        assert not re.search("Alexandria|Plymouth|JENATLA|PLYMOMA", whole)
        assert not letter.fallback and letter.calendar is None
    # Whoever has no seat is told that the place is in doubt, and not why.
    assert "moved" not in sent["tomas@example.test"].text and "do not rely" in sent["tomas@example.test"].text
    assert "moved to another place of detention" in sent["luis@example.test"].text
    assert "trasladada" in sent["rosa@example.test"].text
    # The date stands: its reminders and its calendars are as they were.
    assert len(await house.reminders(house.luis)) == 4


async def test_a_place_that_is_recorded_anew_is_a_transfer_and_a_fresh_check_is_none(house: House) -> None:
    there = await places(house)
    await held(house, there["plymouth"])
    await held(house, there["plymouth"])
    assert await told_of_it(house) == set()

    await held(house, there["alexandria"])

    assert await told_of_it(house) == {house.luis, house.rosa}


async def test_each_hearing_ahead_is_told_of_and_none_that_is_over_or_off(house: House) -> None:
    there = await places(house)
    _, second = await house.a_hearing(datetime(2026, 12, 9, 9))
    await house.cancel()

    await move(house, there["alexandria"])

    assert {one.occasion_id for one in await house.rows(kind=TRANSFERRED)} == {second}

    house.clock.now = datetime(2026, 12, 10, tzinfo=UTC)
    before = len(await house.rows(kind=TRANSFERRED))
    await move(house, there["plymouth"])
    assert len(await house.rows(kind=TRANSFERRED)) == before


async def test_it_goes_wherever_they_are_reached_and_wakes_staff_alone(house: House) -> None:
    there = await places(house)
    await gives_number(house, house.luis, "+12035550124")
    await gives_number(house, house.rosa)
    # Two in the morning in Hartford.
    house.clock.now = datetime(2026, 11, 25, 7, tzinfo=UTC)

    await move(house, there["alexandria"])

    rows = await house.rows(kind=TRANSFERRED)
    due = {(one.person_id, one.channel): one.due_at for one in rows}
    now, morning = house.clock.now, datetime(2026, 11, 25, 13, tzinfo=UTC)
    assert due == {
        (house.luis, Channel.EMAIL): now, (house.luis, Channel.SMS): now,
        (house.rosa, Channel.EMAIL): now, (house.rosa, Channel.SMS): morning,
    }  # fmt: skip
    assert all(one.letter.segments <= 2 for one in await house.send())


async def test_of_a_near_hearing_a_word_is_owed_by_those_it_cannot_do_without_and_whoever_is_silent_is_called(
    house: House,
) -> None:
    there = await places(house)
    translator, invitation = await invited(house, "Tomas Ruiz", PersonKind.INTERPRETER)
    await house.send()
    await move(house, there["plymouth"])
    assert await owing(house) == set()

    house.clock.now = datetime(2026, 11, 30, 20, tzinfo=UTC)
    await send_all(house)
    await move(house, there["alexandria"])

    assert await owing(house) == {house.luis, house.rosa, translator}
    assert {one.due_by for one in (await words(house)).values()} == {house.clock.now + timedelta(hours=1)}
    sent = {one.to: one.letter for one in await house.send()}
    assert "Please confirm" in sent["luis@example.test"].text
    (answered,) = await press(house, translator, invitation, sequence=0)
    assert answered.how is HowAcknowledged.PAGE
    async with house.database.transaction(actors.Person(house.luis)) as tx:
        assert await changes.acknowledge_change(tx, house.occasion, sequence=0)
    assert await follow(house, hours=2) == 1
    assert len([one for one in await asked(house) if "Rosa Rivera" in one[1]]) == 1


async def test_a_second_transfer_takes_the_place_of_what_was_not_sent_and_of_what_was_owed(house: House) -> None:
    there = await places(house)
    house.clock.now = datetime(2026, 11, 30, 20, tzinfo=UTC)
    await move(house, there["plymouth"])
    house.clock.forward(minutes=1)

    await move(house, there["alexandria"])

    assert sorted(one.to for one in await send_all(house) if one.letter.kind is TRANSFERRED) == [
        "luis@example.test", "rosa@example.test",
    ]  # fmt: skip
    assert {one.reason for one in await house.rows(kind=TRANSFERRED, state=NoticeState.SUPERSEDED)} == {
        "transferred_again"
    }
    async with house.watching() as tx:
        ended = list(await tx.session.scalars(select(Acknowledgement.ended_how).order_by(Acknowledgement.id)))
    assert ended == [HowEnded.SUPERSEDED, HowEnded.SUPERSEDED, None, None]
    assert await owing(house) == {house.luis, house.rosa}


async def test_what_is_owed_for_a_move_is_owed_still_and_each_change_counts_its_own_letters(house: House) -> None:
    there = await places(house)
    await house.send()
    await house.move(datetime(2026, 12, 1, 9))
    house.clock.forward(minutes=1)

    await move(house, there["alexandria"])

    async with house.watching() as tx:
        kinds = set(await tx.session.scalars(select(Change.kind)))
        owed = list(await tx.session.scalars(select(Acknowledgement).where(Acknowledgement.due_by.is_not(None))))
    assert kinds == {ChangeKind.MOVED_EARLIER, ChangeKind.TRANSFERRED}
    assert {one.person_id for one in owed} == {house.luis, house.rosa} and not any(one.ended_at for one in owed)
    # One letter to one person about one date at a time, the older first.
    assert {one.letter.kind for one in await house.send()} == {LetterKind.RESCHEDULED}
    assert {one.letter.kind for one in await house.send()} == {TRANSFERRED}
    # Written to once more about the move, they get that letter and no other.
    async with house.acting(house.ana) as tx:
        await changes.resend_change(tx, owed[0].id, channel=Channel.EMAIL)
    assert [one.letter.kind for one in await house.send()] == [LetterKind.RESCHEDULED]


async def test_a_moved_date_is_the_newer_truth_and_its_letter_alone_goes(house: House) -> None:
    there = await places(house)
    await house.send()
    await move(house, there["alexandria"])
    house.clock.forward(minutes=1)

    await house.move(datetime(2026, 12, 1, 9))

    assert {one.letter.kind for one in await house.send()} == {LetterKind.RESCHEDULED}
    assert await house.send() == []


async def test_what_was_told_of_a_transfer_says_nothing_of_the_letters_of_other_changes(house: House) -> None:
    there = await places(house)
    await held(house, there["plymouth"])
    await move(house, there["alexandria"])
    await send_all(house)

    await house.move(datetime(2026, 11, 25, 9))
    await send_all(house)
    # The letters of the move arrived: nobody is called before the hour by which they owe a word.
    assert await follow(house, minutes=1) == 0 and await called(house) == []
    async with house.database.transaction(actors.DELIVERY) as tx:
        await changes.acknowledge_by_text(tx, house.luis)
    assert house.luis not in await owing(house)
