"""Who is called about those who have not answered, one after the other, and what silences it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from casework import changes, duty, hearings, people, reaching, walls
from casework.notices import Outcome
from casework.refusals import Invalid, NotAllowedByState
from schema.changes import Acknowledgement, CallOutcome, Change, ChangeKind, HowAcknowledged, HowEnded
from schema.notices import LetterKind
from schema.organizations import Role
from schema.people import Channel, Contact, PersonKind
from tests.casework.changes.people import asked, called, follow, invited, owing, press, release_of, words
from tests.house import House


async def colleagues(house: House) -> tuple[UUID, UUID]:
    """A second coordinator, and the admin."""
    return await house.a_person("Berta Sol", role=Role.COORDINATOR), await house.a_person("Abel Kim", role=Role.ADMIN)


async def moved(house: House) -> tuple[UUID, UUID]:
    """The mayor alone has not said that he knows: the person and the invitation."""
    mayor, invitation = await invited(house, "Elena Reyes", PersonKind.OFFICIAL)
    await house.send()
    await house.move(datetime(2026, 12, 1, 9))
    await house.send()
    for one in (house.luis, house.rosa):
        owed = (await words(house))[one]
        async with house.acting(house.ana) as tx:
            await changes.record_reached(tx, owed.id, outcome=CallOutcome.REACHED)
    return mayor, invitation


async def test_on_duty_then_deputy_then_admin_are_called_by_name_each_after_as_long(house: House) -> None:
    berta, abel = await colleagues(house)
    await moved(house)

    assert await follow(house, minutes=119) == 0
    assert await follow(house, minutes=1) == 1
    assert await called(house) == [(house.ana, "on_duty")]
    ((owner, says),) = await asked(house)
    assert owner == house.ana and says.startswith("Call Elena Reyes: they have not confirmed the change of Tue, Dec 1")
    assert (house.ana, LetterKind.UNANSWERED) in await house.due_now()
    assert await follow(house, minutes=119) == 0
    await follow(house, minutes=1)
    ((owner, says),) = await asked(house)
    assert owner == berta and "Ana Okafor could not settle it" in says
    await follow(house, hours=2)
    assert await called(house) == [(house.ana, "on_duty"), (berta, "deputy"), (abel, "admin")]
    # The admin does not work on the case: neither who it is nor when.
    ((owner, says),) = await asked(house)
    assert owner == abel and "Elena" not in says and "Dec" not in says and "C-" in says
    assert await follow(house, hours=20) == 0


async def test_whoever_is_called_reads_how_many_and_by_when_and_nobodys_name(house: House) -> None:
    await colleagues(house)
    await moved(house)
    await follow(house, hours=2)

    (letter,) = [one.letter for one in await house.send() if one.letter.kind is LetterKind.UNANSWERED]

    assert letter.subject == "1 person has not confirmed a changed date"
    assert "Elena" not in letter.text and "Call by " in letter.glance and "Eastern Time" in letter.glance


async def test_the_answer_silences_it_and_the_letter_is_not_sent_after_it(house: House) -> None:
    await colleagues(house)
    mayor, invitation = await moved(house)
    await follow(house, hours=2)

    await press(house, mayor, invitation, 1)

    assert await follow(house, seconds=15) == 0
    assert await asked(house) == []
    assert [one for one in await house.send() if one.letter.kind is LetterKind.UNANSWERED] == []
    assert await follow(house, hours=9) == 0
    assert len(await called(house)) == 1


async def test_the_rota_says_who_is_on_duty(house: House) -> None:
    berta, _ = await colleagues(house)
    carla = await house.a_person("Carla Ruiz", role=Role.COORDINATOR)
    async with house.acting(house.ana) as tx:
        day = duty.Turn(person_id=carla, deputy_id=berta, starts_at=datetime(2026, 11, 23, 9, 30),
                        ends_at=datetime(2026, 11, 24, 9))  # fmt: skip
        await duty.save_duty_rota(tx, house.organization, begins_at=day.starts_at, turns=[day])
    await moved(house)

    await follow(house, hours=2)
    await follow(house, hours=2)

    assert await called(house) == [(carla, "on_duty"), (berta, "deputy")]


async def test_two_dates_of_one_case_that_nobody_confirmed_are_one_letter_that_counts_both(house: House) -> None:
    second, _ = await house.a_hearing(datetime(2026, 12, 3, 9))
    await house.move(datetime(2026, 12, 1, 9))
    async with house.acting(house.ana) as tx:
        await hearings.reschedule_hearing(tx, second, starts_at=datetime(2026, 12, 1, 14), expected_revision=0)
    await house.send()

    assert await follow(house, hours=3) == 4

    (letter,) = [one for one in await house.send() if one.letter.kind is LetterKind.UNANSWERED]
    assert letter.to == "ana@example.test" and "4 " in letter.letter.text


async def test_whom_a_wall_keeps_from_the_case_is_not_called(house: House) -> None:
    berta, abel = await colleagues(house)
    carla = await house.a_person("Carla Ruiz", role=Role.COORDINATOR)
    async with house.acting(house.ana) as tx:
        await walls.raise_wall(tx, house.case, person_id=berta, reason="Her sister's case.")
    await moved(house)

    for _ in range(3):
        await follow(house, hours=2)

    assert await called(house) == [(house.ana, "on_duty"), (carla, "deputy"), (abel, "admin")]


async def test_a_letter_that_does_not_arrive_waits_for_no_hour_and_is_one_alarm(house: House) -> None:
    await house.send()
    await house.move(datetime(2026, 12, 1, 9))
    letters = await house.deliver()
    to_luis = [one for one in letters if one.name == "Luis Prado"]
    await house.settle(to_luis, Outcome.REFUSED, said="550", address_dead=True)
    await house.settle([one for one in letters if one not in to_luis], Outcome.CARRIED)

    assert await follow(house, seconds=15) == 1

    ((owner, says),) = await asked(house)
    assert (owner, says) == (
        house.ana, "Call Luis Prado now: the letter that Tue, Dec 1, 9:00 AM ET has changed did not reach them."
    )  # fmt: skip
    # Not a second one about the same.
    assert await house.tasks() == []


async def test_an_address_that_bounces_later_is_the_same(house: House) -> None:
    await house.send()
    await house.move(datetime(2026, 12, 1, 9))
    await house.send()
    assert await follow(house, minutes=5) == 0
    async with house.watching() as tx:
        contact = await tx.session.scalar(select(Contact).where(Contact.person_id == house.luis))
        assert contact is not None
        contact.bounced_at = tx.now

    assert await follow(house, seconds=15) == 1
    assert (await asked(house))[0][1].startswith("Call Luis Prado now")


async def test_a_message_left_gives_them_as_long_again_and_no_answer_does_not(house: House) -> None:
    await colleagues(house)
    mayor, _ = await moved(house)
    await follow(house, hours=2)
    owed = (await words(house))[mayor]
    async with house.acting(house.ana) as tx:
        await changes.record_reached(tx, owed.id, outcome=CallOutcome.NOT_REACHED)
    assert (await words(house))[mayor].next_call_at == house.clock.now + timedelta(hours=2)
    house.clock.forward(minutes=90)

    async with house.acting(house.ana) as tx:
        await changes.record_reached(tx, owed.id, outcome=CallOutcome.LEFT_MESSAGE)

    assert (await words(house))[mayor].next_call_at == house.clock.now + timedelta(hours=2)
    async with house.acting(house.ana) as tx:
        reached = await changes.record_reached(tx, owed.id, outcome=CallOutcome.REACHED)
    assert (reached.how, reached.called_by_id) == (HowAcknowledged.CALLED, house.ana)
    assert await asked(house) == []


async def test_somebody_in_their_place_ends_it(house: House) -> None:
    mayor, _ = await moved(house)
    deputy_mayor = await house.a_person("Carl Ito", PersonKind.OFFICIAL)
    owed = (await words(house))[mayor]

    async with house.acting(house.ana) as tx:
        with pytest.raises(Invalid, match="which other person"):
            await changes.record_reached(tx, owed.id, outcome=CallOutcome.REACHED, replaced_by_id=mayor)
    async with house.acting(house.ana) as tx:
        await changes.record_reached(tx, owed.id, outcome=CallOutcome.NOT_REACHED, replaced_by_id=deputy_mayor)

    assert (await words(house))[mayor].ended_how is HowEnded.REPLACED
    assert await owing(house) == set()
    async with house.acting(house.ana) as tx:
        with pytest.raises(NotAllowedByState, match="Nothing is owed"):
            await changes.record_reached(tx, owed.id, outcome=CallOutcome.REACHED)


async def test_it_is_written_once_more_on_a_channel_that_reaches_them(house: House) -> None:
    mayor, _ = await moved(house)
    owed = (await words(house))[mayor]
    house.clock.forward(minutes=1)

    async with house.acting(house.ana) as tx:
        with pytest.raises(Invalid, match="can't be reached this way"):
            await changes.resend_change(tx, owed.id, channel=Channel.SMS)
    async with house.acting(house.ana) as tx:
        await changes.resend_change(tx, owed.id, channel=Channel.EMAIL)

    (again,) = await house.send()
    assert (again.name, again.letter.kind) == ("Elena Reyes", LetterKind.RESCHEDULED)


async def test_when_it_has_begun_nobody_is_called_any_more(house: House) -> None:
    house.clock.now = datetime(2026, 12, 2, 12, tzinfo=UTC)
    await house.move(datetime(2026, 12, 2, 8))
    await follow(house, hours=1)
    assert len(await called(house)) == 2
    await follow(house, hours=3)

    assert await asked(house) == []
    assert {one.ended_how for one in (await words(house)).values()} == {HowEnded.OVER}


__all__ = ["people"]


async def test_taken_back_asked_again_and_taken_back_at_one_instant_are_two_changes(house: House) -> None:
    olga, first = await invited(house, "Olga Ortiz", PersonKind.SUPPORTER)
    await house.send()
    instant = house.clock.now
    await release_of(house, first)
    house.clock.now += timedelta(minutes=1)
    (second,) = await house.invite(olga)
    await house.send()
    house.clock.now = instant
    await release_of(house, second)

    async with house.watching() as tx:
        told = await tx.session.scalars(
            select(Change.kind)
            .join(Acknowledgement, Acknowledgement.change_id == Change.id)
            .where(Acknowledgement.person_id == olga)
        )
        assert list(told) == [ChangeKind.WITHDRAWN] * 2


async def test_no_message_is_left_for_a_client_or_their_family_and_nothing_changes(house: House) -> None:
    await moved_unheard(house)
    owed = (await words(house))[house.rosa]

    async with house.acting(house.ana) as tx:
        with pytest.raises(Invalid, match="others may hear it"):
            await changes.record_reached(tx, owed.id, outcome=CallOutcome.LEFT_MESSAGE)

    assert (await words(house))[house.rosa].call_outcome is None
    assert (await words(house))[house.rosa].next_call_at == owed.next_call_at


async def test_a_wrong_number_is_written_to_no_more_and_the_clock_runs_on(house: House) -> None:
    await moved_unheard(house)
    async with house.acting(house.ana) as tx:
        await reaching.add_contact(tx, house.rosa, Channel.SMS, "+12035550123")
    owed = (await words(house))[house.rosa]

    async with house.acting(house.ana) as tx:
        await changes.record_reached(tx, owed.id, outcome=CallOutcome.WRONG_NUMBER)

    after = (await words(house))[house.rosa]
    assert (after.call_outcome, after.acknowledged_at, after.next_call_at) == (
        CallOutcome.WRONG_NUMBER, None, owed.next_call_at,
    )  # fmt: skip
    async with house.watching() as tx:
        theirs = list(await tx.session.scalars(select(Contact).where(Contact.person_id == house.rosa)))
    assert {one.channel for one in theirs if one.bounced_at} == {Channel.SMS}
    assert len(theirs) > 1


async def moved_unheard(house: House) -> None:
    """The hearing is moved earlier, and nobody has said that they know."""
    await house.send()
    await house.move(datetime(2026, 12, 1, 9))
    await house.send()
