"""A client who was released is told their own dates; whoever is nearly somebody else is asked about once."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import func, select

from casework import enrolment, lookalikes, people
from casework.refusals import Invalid, LooksLike, NotAllowedByState
from schema.cases import Case, CaseContact, CustodyStatus
from schema.invitations import Audience
from schema.notices import LetterKind, NoticeState
from schema.people import Channel, Person, PersonKind
from tests.casework.notices.test_wishes import gives_number
from tests.house import House


async def released(house: House, status: CustodyStatus = CustodyStatus.RELEASED) -> None:
    async with house.watching() as tx:
        (await tx.session.get_one(Case, house.case)).custody_status = status


async def enrol(house: House, **given: Any) -> CaseContact:
    async with house.acting(house.ana) as tx:
        return await enrolment.enrol_client(tx, house.case, **({"language": "es", "phone": "203 555 0144"} | given))


async def test_a_released_client_is_told_their_own_dates_through_their_own_eyes(house: House) -> None:
    await released(house)
    client = (await enrol(house)).person_id

    rows = await house.rows(person_id=client)
    assert {(one.audience, one.channel, one.kind) for one in rows} == {
        (Audience.CLIENT, Channel.SMS, LetterKind.REMINDER)
    }
    await house.move(datetime(2026, 12, 11, 13))
    assert (client, LetterKind.RESCHEDULED) in await house.due_now()

    async with house.acting(house.ana) as tx:
        for _ in range(2):
            await enrolment.end_enrolment(tx, house.case)
    assert await house.reminders(client) == []


async def test_whoever_is_taken_again_is_written_to_no_more(house: House) -> None:
    await released(house)
    client = (await enrol(house)).person_id

    await released(house, CustodyStatus.IN_CUSTODY)
    await house.move(datetime(2026, 12, 11, 13))

    assert await house.rows(person_id=client, state=NoticeState.PLANNED) == []


async def test_nobody_is_enrolled_while_they_are_held_nor_twice_nor_without_a_way_to_reach_them(house: House) -> None:
    with pytest.raises(NotAllowedByState, match="once they are released"):
        await enrol(house)
    await released(house)
    with pytest.raises(Invalid, match="Type the number"):
        await enrol(house, phone=None)
    async with house.watching() as tx:
        assert await tx.session.scalar(select(func.count()).select_from(CaseContact).where(CaseContact.is_client)) == 0
    await enrol(house)
    with pytest.raises(NotAllowedByState, match="enrolled already"):
        await enrol(house, phone="203 555 0145")
    async with house.watching() as tx:
        assert await tx.session.scalar(select(func.count()).select_from(CaseContact).where(CaseContact.is_client)) == 1


LIKE = [
    ({"name": "Rosa Rivera"}, "name"),
    ({"name": "Lena Moss", "email": "lena@gmial.com"}, "email"),
    ({"name": "Lena Moss", "email": "lena@xn--gmal-loa.com"}, "email"),
    ({"name": "Lena Moss", "email": "rоsa@example.test"}, "email"),
    ({"name": "Lena Moss", "email": "rosaa@example.test"}, "email"),
    ({"name": "Lena Moss", "phone": "203 555 0124"}, "phone"),
]


@pytest.mark.parametrize(("typed", "field"), LIKE)
async def test_whoever_is_nearly_somebody_else_is_asked_about_once(
    house: House, typed: dict[str, Any], field: str
) -> None:
    await gives_number(house, house.rosa)

    async def add(**more: Any) -> Person:
        async with house.acting(house.ana) as tx:
            return await people.add_person(tx, house.organization, kind=PersonKind.SUPPORTER, **typed, **more)

    with pytest.raises(LooksLike) as asked:
        await add()
    assert asked.value.field == field
    async with house.watching() as tx:
        assert await tx.session.scalar(select(func.count()).select_from(Person)) == 3
    assert (await add(confirmed=True)).id


def test_what_is_plainly_another_address_is_not_asked_about() -> None:
    for one, other in (("ana@a.test", "luis@a.test"), ("rosa@example.test", "rosa@example.test")):
        assert not lookalikes.alike(one, other)
    for address in ("ana@gmail.com", "ana@ymail.com", "ana@mail.com", "ana@elmcitylegal.org"):
        assert lookalikes.of_provider(address) is None
