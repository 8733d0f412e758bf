"""What people press in their calendars: it counts as the answer page's does, and what proves nothing does not count."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import httpx
import pytest
from sqlalchemy import select

from schema.changes import Acknowledgement, HowAcknowledged
from schema.invitations import InvitationState
from schema.notices import LetterKind, NoticeState
from schema.occasions import Occasion
from schema.people import PersonKind
from tests.api.calendar_answers import SHAPES, Said, exchange, gmail, to
from tests.api.desk import (
    LATER,
    acts,
    asked,
    asked_of_humans,
    came,
    door,
    invitation_of,
    letters_to,
    on_page,
    pipe,
    settings,
    state,
)
from tests.casework.notices.asked import an_official
from tests.house import House, house

__all__ = ["door", "house", "settings"]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(
    ("word", "means"),
    [
        ("ACCEPTED", InvitationState.COMING), ("TENTATIVE", InvitationState.MAYBE),
        ("DECLINED", InvitationState.NOT_COMING), ("NEEDS-ACTION", InvitationState.ASKED),
        ("X-LATER", InvitationState.ASKED),
    ],
)  # fmt: skip
async def test_every_calendar_is_understood(
    house: House, door: httpx.AsyncClient, shape: Callable[[Said], bytes], word: str, means: InvitationState
) -> None:
    key, said = await asked(house)
    await pipe(door, shape(said.but(word=word)))
    assert await state(house, key) is means
    assert await asked_of_humans(house) == []


async def test_it_has_the_consequences_of_the_answer_page_and_has_them_once(
    house: House, door: httpx.AsyncClient
) -> None:
    key, said = await asked(house)
    mayor = (await invitation_of(house, key)).person_id
    await pipe(door, gmail(said.but(word="DECLINED")))
    declined = await invitation_of(house, key)
    assert declined.state is InvitationState.NOT_COMING and declined.declined_at is not None
    # Whoever does not come is left in peace.
    assert await house.rows(person_id=mayor, state=NoticeState.PLANNED) == []

    yes = gmail(said.but(at=said.at + timedelta(minutes=1)))
    house.clock.now += timedelta(minutes=2)
    for _ in range(3):
        await pipe(door, yes)
    coming = await invitation_of(house, key)
    assert coming.state is InvitationState.COMING and coming.party_size == 1 and coming.declined_at is None
    assert coming.answered_at == (said.at + timedelta(minutes=1)).replace(microsecond=0)
    assert await house.rows(person_id=mayor, state=NoticeState.PLANNED, kind=LetterKind.REMINDER) != []
    assert (await acts(house, key)).count("invitation.answered") == 2
    # The same again in the words of another program changes nothing either.
    await pipe(door, exchange(said.but(at=said.at + timedelta(minutes=1))))
    assert (await acts(house, key)).count("invitation.answered") == 2
    assert await came(house) == ["not_coming", "coming"]
    # Nothing but the invitation was ever written to her: a calendar is not answered by mail.
    assert await letters_to(house, mayor) == [(LetterKind.INVITATION, NoticeState.CARRIED)]


async def test_answers_that_come_out_of_order_leave_what_was_said_last(house: House, door: httpx.AsyncClient) -> None:
    key, said = await asked(house)
    house.clock.now += timedelta(minutes=10)
    await pipe(door, gmail(said.but(word="DECLINED", at=said.at + timedelta(minutes=5))))
    await pipe(door, gmail(said.but(word="ACCEPTED", at=said.at + timedelta(minutes=2))))
    assert await state(house, key) is InvitationState.NOT_COMING
    # Nor does a mail that lay somewhere undo what was said on the page since.
    await on_page(house, key, InvitationState.COMING)
    await pipe(door, gmail(said.but(word="DECLINED", at=said.at + timedelta(minutes=7))))
    assert await state(house, key) is InvitationState.COMING
    # How many come along, a calendar does not know.
    house.clock.now += timedelta(minutes=10)
    await pipe(door, gmail(said.but(word="TENTATIVE", at=house.clock.now)))
    assert await state(house, key) is InvitationState.MAYBE
    assert (await invitation_of(house, key)).party_size == 3


@pytest.mark.parametrize("wrong", [datetime.fromisoformat("1970-01-01T00:00:00+00:00"),
                                   datetime.fromisoformat("2099-01-01T00:00:00+00:00")])  # fmt: skip
async def test_a_clock_that_is_wrong_keeps_nobody_from_answering(
    house: House, door: httpx.AsyncClient, wrong: datetime
) -> None:
    key, said = await asked(house)
    await pipe(door, gmail(said.but(at=wrong)))
    assert await state(house, key) is InvitationState.COMING
    house.clock.now += timedelta(minutes=1)
    await pipe(door, gmail(said.but(word="DECLINED", at=house.clock.now)))
    assert await state(house, key) is InvitationState.NOT_COMING


async def test_an_answer_to_the_date_before_is_written_down_and_she_is_asked_once_more(
    house: House, door: httpx.AsyncClient
) -> None:
    key, said = await asked(house)
    mayor = (await invitation_of(house, key)).person_id
    await house.move(LATER)
    house.clock.now += timedelta(minutes=1)
    late = gmail(said.but(at=house.clock.now))

    # The letter of the new date is on its way: nothing more is needed.
    await pipe(door, late)
    assert await state(house, key) is InvitationState.ASKED
    assert "invitation.answered_before_change" in await acts(house, key)
    (moved,) = [one for one in await house.send() if one.letter.method]
    newest = to(moved)
    assert newest.uid == said.uid and newest.sequence > said.sequence

    house.clock.now += timedelta(minutes=1)
    await pipe(door, gmail(said.but(at=house.clock.now)))
    house.clock.now += timedelta(minutes=1)
    await pipe(door, gmail(said.but(word="DECLINED", at=house.clock.now)))
    assert await state(house, key) is InvitationState.ASKED
    (again,) = [one for one in await house.send() if one.letter.method]
    assert again.to == "reyes@city.test" and again.letter.kind is LetterKind.RESCHEDULED
    assert to(again).sequence > newest.sequence and to(again).uid == said.uid
    # And that once: a third answer to the old date brings no third letter.
    house.clock.now += timedelta(minutes=1)
    await pipe(door, gmail(said.but(word="TENTATIVE", at=house.clock.now)))
    assert [one for one in await house.send() if one.letter.method] == []

    # Of the date as it is, either letter can be answered; and she owes no word any more.
    await pipe(door, gmail(newest.but(at=house.clock.now)))
    assert await state(house, key) is InvitationState.COMING
    async with house.watching() as tx:
        owed = await tx.session.scalar(select(Acknowledgement).where(Acknowledgement.person_id == mayor))
        assert owed is not None and owed.how is HowAcknowledged.CALENDAR


async def test_whoever_said_no_and_then_yes_to_the_old_date_is_asked_to_the_new_one(
    house: House, door: httpx.AsyncClient
) -> None:
    key, said = await asked(house)
    await pipe(door, gmail(said.but(word="DECLINED")))
    await house.move(LATER)
    assert [one for one in await house.send() if one.to == said.who] == []
    house.clock.now += timedelta(minutes=1)
    await pipe(door, gmail(said.but(at=house.clock.now)))
    assert await state(house, key) is InvitationState.ASKED
    (letter,) = [one for one in await house.send() if one.letter.method]
    assert letter.letter.kind is LetterKind.INVITATION and to(letter).sequence > said.sequence


async def test_a_date_that_was_only_confirmed_is_the_date_they_answered(house: House, door: httpx.AsyncClient) -> None:
    key, said = await asked(house)
    async with house.watching() as tx:
        (await tx.session.get_one(Occasion, house.occasion)).changed(tx.now)
    await pipe(door, gmail(said))
    assert await state(house, key) is InvitationState.COMING


async def test_the_scheduler_answers_for_the_mayor(house: House, door: httpx.AsyncClient) -> None:
    key, said = await asked(house)
    mayor = (await invitation_of(house, key)).person_id
    await house.a_person("Sam Scheduler", PersonKind.SCHEDULER, email="desk@city.test", scheduler_for=mayor)
    # In her name, …
    await pipe(door, exchange(said.but(sender="desk@city.test", more=';SENT-BY="MAILTO:desk@city.test"')))
    assert await state(house, key) is InvitationState.COMING
    # … or as the one to whom she passed it on.
    house.clock.now += timedelta(minutes=1)
    passed = said.but(
        word="DELEGATED", more=';DELEGATED-TO="mailto:desk@city.test"', at=house.clock.now,
    )  # fmt: skip
    await pipe(door, gmail(passed))
    assert await state(house, key) is InvitationState.COMING
    await pipe(door, gmail(said.but(
        word="DECLINED", who="desk@city.test", sender="desk@city.test", name="Sam Scheduler",
        more=';DELEGATED-FROM="mailto:reyes@city.test"', at=house.clock.now,
    )))  # fmt: skip
    assert await state(house, key) is InvitationState.NOT_COMING
    assert await asked_of_humans(house) == []


async def test_a_scheduler_who_alone_has_an_address_answers_the_letter_to_it(
    house: House, door: httpx.AsyncClient
) -> None:
    await an_official(house)
    judge = await house.a_person("Alder Fox", PersonKind.OFFICIAL, email=None)
    await house.a_person("Sam Scheduler", PersonKind.SCHEDULER, email="desk@city.test", scheduler_for=judge)
    (key,) = await house.invite(judge)
    (letter,) = [one for one in await house.send() if one.letter.method]
    assert letter.to == "desk@city.test"
    await pipe(door, gmail(to(letter, who=letter.to, sender=letter.to, at=house.clock.now)))
    assert await state(house, key) is InvitationState.COMING


async def test_one_desk_for_two_officials_answers_the_letter_it_names_or_a_human_asks(
    house: House, door: httpx.AsyncClient
) -> None:
    await an_official(house)
    keys, letters = [], []
    desk = None
    for name in ("Alder Fox", "Alder Wren"):
        official = await house.a_person(name, PersonKind.OFFICIAL, email=None)
        await house.a_person(f"Desk of {name}", PersonKind.SCHEDULER, email="desk@city.test", scheduler_for=official)
        keys += await house.invite(official)
        letters += [one for one in await house.send() if one.letter.method]
        desk = letters[-1].to
    said = to(letters[1], who=desk, sender=desk, at=house.clock.now)
    await pipe(door, gmail(said))
    assert [await state(house, key) for key in keys] == [InvitationState.ASKED] * 2
    assert len(await asked_of_humans(house)) == 1
    named = f"In-Reply-To: <{letters[1].notice_id}@legal-aid.test>\r\n"
    house.clock.now += timedelta(minutes=1)
    await pipe(door, gmail(said.but(headers=named, at=house.clock.now)))
    assert [await state(house, key) for key in keys] == [InvitationState.ASKED, InvitationState.COMING]


async def test_somebody_else_in_their_place_is_for_a_human_and_nobody_writes_to_them(
    house: House, door: httpx.AsyncClient
) -> None:
    key, said = await asked(house)
    await pipe(door, gmail(said.but(word="DELEGATED", more=';DELEGATED-TO="mailto:deputy@city.test"')))
    await pipe(door, gmail(said.but(
        who="deputy@city.test", sender="deputy@city.test", more=';DELEGATED-FROM="mailto:reyes@city.test"'
    )))  # fmt: skip
    assert await state(house, key) is InvitationState.ASKED
    tasks = await asked_of_humans(house)
    assert len(tasks) == 2 and all("Mayor Reyes" in one and "somebody else comes" in one for one in tasks)
    assert await house.send() == []


async def test_another_time_is_for_a_human_and_moves_nothing(house: House, door: httpx.AsyncClient) -> None:
    key, said = await asked(house)
    await pipe(door, exchange(said.but(method="COUNTER", word="TENTATIVE")))
    assert await state(house, key) is InvitationState.ASKED
    (task,) = await asked_of_humans(house)
    assert task == "Call Mayor Reyes: their calendar proposes another time for Wed, Dec 2, 9:00 AM ET."


async def test_what_they_typed_beside_it_is_read_by_a_human(house: House, door: httpx.AsyncClient) -> None:
    key, said = await asked(house)
    await pipe(door, exchange(said.but(comment="I bring the council\\, too.\\nIs there parking?")))
    assert await state(house, key) is InvitationState.COMING
    (task,) = await asked_of_humans(house)
    assert task == (
        'Answer Mayor Reyes, who wrote beside their calendar\'s answer: "I bring the council, too. Is there parking?"'
    )
