"""Claiming, settling, and sweeping up after a lost worker."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from casework import actors, housekeeping, notices
from casework.notices import Outcome
from schema.cases import Case
from schema.consents import ConsentAudience, Purpose
from schema.notices import LetterKind, NoticeState, Receipt
from schema.people import Contact, Person, PersonKind
from tests.casework.notices.asked import a_supporter
from tests.house import WRITING, House


async def test_two_workers_never_take_the_same_letter(house: House) -> None:
    house.clock.now = datetime(2026, 11, 25, 15, tzinfo=UTC)

    async def claim() -> list[notices.Due]:
        async with house.database.transaction(actors.DELIVERY) as tx:
            return await notices.claim_due(tx, limit=2)

    taken = [notice.id for batch in await asyncio.gather(*(claim() for _ in range(3))) for notice in batch]

    assert len(taken) == len(set(taken)) == 3
    assert {
        (one.state, one.leased_until, one.attempts) for one in await house.rows() if one.due_at <= house.clock.now
    } == {(NoticeState.PLANNED, house.clock.now + notices.LEASE, 1)}
    assert await house.deliver() == []


async def test_a_change_waits_for_what_its_reader_is_just_being_sent(house: House) -> None:
    house.clock.now = datetime(2026, 11, 25, 15, tzinfo=UTC)
    reminders = await house.deliver()
    await house.move(datetime(2026, 12, 11, 13))

    # A slow carrier still has the reminders: what says that they are wrong must come after them.
    assert await house.deliver() == []
    await house.settle(reminders, Outcome.CARRIED)

    assert {one.letter.kind for one in await house.deliver()} == {LetterKind.RESCHEDULED}


async def test_what_is_superseded_in_a_worker_s_hands_is_not_sent_and_keeps_nothing_waiting(house: House) -> None:
    house.clock.now = datetime(2026, 11, 25, 15, tzinfo=UTC)
    async with house.database.transaction(actors.DELIVERY) as tx:
        reminders = await notices.claim_due(tx)
    await house.move(datetime(2026, 12, 11, 13))
    async with house.database.transaction(actors.DELIVERY) as tx:
        assert await notices.prepare(tx, reminders, WRITING) == []

    assert {one.letter.kind for one in await house.deliver()} == {LetterKind.RESCHEDULED}


async def test_what_is_not_due_yet_is_not_taken(house: House) -> None:
    assert await house.deliver() == []
    assert {one.state for one in await house.rows()} == {NoticeState.PLANNED}


async def test_a_lost_worker_s_letters_are_carried_again_under_the_same_id(house: House) -> None:
    house.clock.now = datetime(2026, 11, 25, 15, tzinfo=UTC)
    first = await house.deliver(lease=timedelta(minutes=5))

    house.clock.forward(minutes=6)
    async with house.database.transaction(actors.DELIVERY) as tx:
        assert await notices.sweep(tx) == 3
    assert {one.state for one in await house.rows() if one.attempts} == {NoticeState.UNKNOWN}
    again = await house.deliver()

    assert len(again) == 3
    assert {one.message["Message-ID"] for one in again} == {one.message["Message-ID"] for one in first}


async def test_what_was_carried_is_settled_with_a_receipt(house: House) -> None:
    house.clock.now = datetime(2026, 11, 25, 15, tzinfo=UTC)
    letters = await house.deliver()

    await house.settle(letters, Outcome.CARRIED, said="250 abc")

    assert {one.state for one in await house.rows() if one.attempts} == {NoticeState.CARRIED}
    async with house.watching() as tx:
        receipts = list(await tx.session.scalars(select(Receipt)))
    assert {(one.outcome, one.said, one.attempt) for one in receipts} == {("carried", "250 abc", 1)}
    assert await house.deliver() == []


async def test_a_server_that_is_down_is_asked_again_more_and_more_rarely(house: House) -> None:
    await house.move(datetime(2026, 12, 11, 13))
    waits = []
    for _ in range(12):
        letters = await house.deliver()
        await house.settle(letters, Outcome.LATER, said="no_line")
        one = (await house.rows(person_id=house.luis, kind=LetterKind.RESCHEDULED))[0]
        assert one.state is NoticeState.PLANNED and one.again_at is not None
        waits.append((one.again_at - house.clock.now).total_seconds())
        assert await house.deliver() == []
        house.clock.now = one.again_at

    assert waits == [15, 30, 60, 120, 240, 480, 960, 1800, 1800, 1800, 1800, 1800]
    assert len(await house.send()) == 2


async def test_when_a_letter_would_help_nobody_any_more_a_human_is_told_once(house: House) -> None:
    await house.move(datetime(2026, 11, 24, 9))
    house.clock.now = datetime(2026, 11, 24, 13, 30, tzinfo=UTC)
    letters = await house.deliver()
    house.clock.now = datetime(2026, 12, 2, 13, 59, 50, tzinfo=UTC)
    await house.settle(letters, Outcome.LATER, said="no_line")

    failed = await house.rows(kind=LetterKind.RESCHEDULED)

    assert {(one.state, one.reason) for one in failed} == {(NoticeState.FAILED, "no_line")}
    assert sorted(await house.tasks()) == [
        "Call Luis Prado: they may not know that the date is now Tue, Nov 24, 9:00 AM ET.",
        "Call Rosa Rivera: they may not know that the date is now Tue, Nov 24, 9:00 AM ET.",
    ]


async def test_a_change_that_does_not_get_through_is_told_by_telephone_and_the_task_ends_when_it_does(
    house: House,
) -> None:
    ortiz, pia = await a_supporter(house), await a_supporter(house, "Pia Quiroga")
    await house.invite(ortiz, pia)
    await house.send()
    await house.move(datetime(2026, 12, 11, 13))
    await house.settle(await house.deliver(), Outcome.LATER, said="no_line")
    assert await house.tasks() == []

    house.clock.forward(hours=1)
    await house.settle(await house.deliver(), Outcome.LATER, said="no_line")
    assert sorted(await house.tasks()) == [
        "Call Luis Prado: they may not know that the date is now Fri, Dec 11, 1:00 PM ET.",
        "Call Rosa Rivera: they may not know that the date is now Fri, Dec 11, 1:00 PM ET.",
        "Supporters may not know that the date is now Fri, Dec 11, 1:00 PM ET. The page of messages says who.",
    ]

    house.clock.forward(hours=1)
    assert len(await house.send()) == 4
    assert len(await house.tasks()) == 1


async def test_a_dead_address_is_not_tried_again_and_somebody_calls(house: House) -> None:
    await house.move(datetime(2026, 12, 11, 13))
    letters = [one for one in await house.deliver() if "luis" in one.to]

    await house.settle(letters, Outcome.REFUSED, said="550 5.1.1", address_dead=True)

    (failed,) = await house.rows(person_id=house.luis, kind=LetterKind.RESCHEDULED)
    assert (failed.state, failed.reason) == (NoticeState.FAILED, "550 5.1.1")
    async with house.watching() as tx:
        (contact,) = await tx.session.scalars(select(Contact).where(Contact.person_id == house.luis))
    assert contact.bounced_at == house.clock.now
    assert await house.tasks() == ["Call Luis Prado: they may not know that the date is now Fri, Dec 11, 1:00 PM ET."]


async def test_whoever_must_call_is_asked_in_their_own_language(house: House) -> None:
    async with house.watching() as tx:
        (await tx.session.get_one(Person, house.ana)).language = "es"
    await house.move(datetime(2026, 12, 11, 13))
    letters = [one for one in await house.deliver() if "luis" in one.to]

    await house.settle(letters, Outcome.REFUSED, said="550 5.1.1", address_dead=True)

    assert await house.tasks() == [
        "Llame a Luis Prado: quizá no sepa que la fecha es ahora vie 11 de dic, 1:00 p.m. ET."
    ]


async def test_the_word_of_a_try_that_was_overtaken_counts_only_if_it_was_carried(house: House) -> None:
    house.clock.now = datetime(2026, 11, 25, 15, tzinfo=UTC)
    first = await house.deliver()
    house.clock.forward(minutes=6)
    async with house.database.transaction(actors.DELIVERY) as tx:
        await notices.sweep(tx)
    await house.deliver()

    await house.settle(first[:1], Outcome.LATER)
    await house.settle(first[1:2], Outcome.CARRIED)

    rows = {one.id: one for one in await house.rows() if one.attempts}
    assert rows[first[0].notice_id].state is NoticeState.UNKNOWN and rows[first[0].notice_id].leased_until is not None
    assert rows[first[1].notice_id].state is NoticeState.CARRIED


async def test_forty_letters_are_each_given_to_a_carrier_once_by_four_workers(house: House) -> None:
    await house.consent(ConsentAudience.SUPPORTERS, Purpose.FILL_COURTROOM)
    crowd = [
        await house.a_person(f"Supporter{number} Smith", PersonKind.SUPPORTER, email=f"s{number}@example.test")
        for number in range(40)
    ]
    await house.invite(*crowd)
    given: list[UUID] = []

    async def work() -> None:
        while True:
            async with house.database.transaction(actors.DELIVERY) as tx:
                batch = await notices.claim_due(tx, limit=7)
            async with house.database.transaction(actors.DELIVERY) as tx:
                letters = await notices.prepare(tx, batch, WRITING)
            given.extend(letter.notice_id for letter in letters)
            await house.settle(letters, Outcome.CARRIED)
            if not batch:
                return

    await asyncio.gather(*(work() for _ in range(4)))

    assert len(given) == len(set(given)) == 40


async def test_a_case_whose_date_has_passed_gets_the_one_after_it(house: House) -> None:
    _, second = await house.a_hearing(datetime(2026, 12, 9, 9))
    house.clock.now = datetime(2026, 12, 2, 14, 1, tzinfo=UTC)

    async with house.database.transaction(actors.HOUSEKEEPING) as tx:
        assert await housekeeping.renew_next_occasions(tx) == 1

    async with house.watching() as tx:
        case = await tx.session.get_one(Case, house.case)
    assert (case.next_occasion_id, case.next_occasion_at) == (second, datetime(2026, 12, 9, 14, tzinfo=UTC))
