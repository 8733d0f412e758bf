"""What was to go to an address that lives no more goes another way; and whoever has no mail is reached otherwise."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

import pytest
from sqlalchemy import select, update

from casework import actors, assignments, contacts, links, notices, people, urgency
from casework.news import NewsKind
from casework.notices import Outcome
from casework.notices.afterwards import Heard, hear_of
from schema.assignments import Scope
from schema.base import new_id
from schema.cases import Case
from schema.invitations import Invitation
from schema.notices import LetterKind, Notice, NoticeState
from schema.organizations import Role
from schema.people import Channel, Contact, Person, PersonKind
from schema.teams import CaseRole, TeamMember
from tests.casework.changes.people import invited
from tests.casework.notices.test_wishes import channels, gives_number, wishes
from tests.house import House

MAIL, TEXT = [Channel.EMAIL], [Channel.SMS]


async def without_mail(
    house: House, name: str, role: Role | None = Role.ATTORNEY, number: str = "+12035550199"
) -> UUID:
    person_id = await house.a_person(name, email=None, role=Role.ATTORNEY)
    await gives_number(house, person_id, number)
    return person_id


# An address that died, or was stopped at the carrier.


async def test_a_dead_address_takes_all_that_waits_for_it_along(house: House) -> None:
    await gives_number(house, house.luis, "+12035550124")
    house.clock.now = datetime(2026, 11, 25, 15, tzinfo=UTC)
    (letter,) = [one for one in await house.deliver() if "luis" in one.to]
    assert await channels(house, house.luis, LetterKind.REMINDER) == MAIL

    await house.settle([letter], Outcome.REFUSED, said="550 5.1.1", address_dead=True)

    # The one that came back, and all that are still to come.
    assert await channels(house, house.luis, LetterKind.REMINDER) == TEXT
    assert len(await house.rows(person_id=house.luis, channel=Channel.SMS, state=NoticeState.PLANNED)) == 4
    assert await channels(house, house.rosa, LetterKind.REMINDER) == MAIL


@pytest.mark.parametrize("how", ["address_dead", "stopped"])
async def test_what_the_carrier_says_days_later_is_followed_as_well(house: House, how: str) -> None:
    await gives_number(house, house.luis, "+12035550124")
    await wishes(house, house.luis, channels=TEXT)
    house.clock.now = datetime(2026, 11, 25, 15, tzinfo=UTC)
    (letter,) = [one for one in await house.send() if one.channel is Channel.SMS]
    assert await channels(house, house.luis, LetterKind.REMINDER) == TEXT

    async with house.database.transaction(actors.DELIVERY) as tx:
        assert await hear_of(tx, letter.notice_id, Heard.UNDELIVERED, said="30005", **{how: True})  # type: ignore[arg-type]

    assert await channels(house, house.luis, LetterKind.REMINDER) == MAIL
    assert len(await house.rows(person_id=house.luis, channel=Channel.EMAIL, state=NoticeState.PLANNED)) == 4


async def test_a_letter_in_a_worker_s_hands_is_left_to_its_carrier(house: House) -> None:
    await gives_number(house, house.luis, "+12035550124")
    await house.move(datetime(2026, 12, 11, 13))
    mails = [one for one in await house.deliver() if one.to == "luis@example.test"]

    async with house.watching() as tx:
        await tx.session.execute(
            update(Contact)
            .where(Contact.person_id == house.luis, Contact.channel == Channel.EMAIL)
            .values(bounced_at=tx.now)
        )
        await notices.follow_reach(tx, [house.luis])

    (row,) = await house.rows(id=mails[0].notice_id)
    assert row.state is NoticeState.PLANNED and row.leased_until is not None
    await house.settle(mails, Outcome.CARRIED)
    (row,) = await house.rows(id=mails[0].notice_id)
    assert row.state is NoticeState.CARRIED


# Open pages.


@pytest.mark.parametrize("heard", list(Heard))
async def test_every_word_of_a_carrier_is_news_of_its_letter(house: House, heard: Heard) -> None:
    await house.move(datetime(2026, 12, 11, 13))
    (letter, *_) = await house.send()

    async with house.database.transaction(actors.DELIVERY) as tx:
        assert await hear_of(tx, letter.notice_id, heard, said="30003")
        assert (NewsKind.NOTICE, letter.notice_id) in tx.touched
        tx.touched.clear()
        # Said twice, it is no news.
        assert not await hear_of(tx, letter.notice_id, heard, said="30003")
        assert tx.touched == set()


async def test_where_somebody_is_reached_otherwise_their_dates_are_news(house: House) -> None:
    await gives_number(house, house.luis, "+12035550124")
    await house.move(datetime(2026, 12, 11, 13))
    async with house.watching() as tx:
        (planned,) = await tx.session.scalars(
            select(Notice.id).where(
                Notice.person_id == house.luis,
                Notice.kind == LetterKind.RESCHEDULED,
                Notice.channel == Channel.SMS,
            )
        )
        await tx.session.execute(
            update(Contact).where(Contact.person_id == house.luis, Contact.channel == Channel.SMS).values(
                stopped_at=tx.now
            )
        )  # fmt: skip
        await notices.follow_reach(tx, [house.luis])
        assert (NewsKind.NOTICE, planned) in tx.touched


# Letters that are written at once, to whoever has no mail.


async def test_a_case_opened_urgently_is_told_by_text_to_whoever_has_no_mail(house: House) -> None:
    nora = await without_mail(house, "Nora Diaz")
    sam = await house.a_person("Sam Ortiz", role=Role.ATTORNEY)
    async with house.watching() as tx:
        await tx.session.execute(update(Case).where(Case.id == house.case).values(coordinator_id=nora))
        case = await tx.session.get_one(Case, house.case, populate_existing=True)
        short_id = case.short_id
        await tx.unlock([case.vault_key_id])
        seat_id = new_id()
        seat = TeamMember(
            id=seat_id, case_id=case.id, person_id=sam, organization_id=house.organization, role=CaseRole.ATTORNEY,
            began_at=tx.now, until=tx.now + urgency.LASTS,
            urgent_reason=tx.seal(TeamMember, seat_id, "urgent_reason", case.vault_key_id, "Nobody answers."),
        )  # fmt: skip
        tx.session.add(seat)
        await notices.tell_glass_broken(tx, case, seat)

    told = {one.to: one.letter for one in await house.send() if one.letter.kind is LetterKind.GLASS_BROKEN}
    assert set(told) == {"+12035550199", "luis@example.test", "ana@example.test"}
    short = told["+12035550199"].short
    assert "Sam" not in short and short_id not in short and told["+12035550199"].segments <= 2


async def test_an_offer_reaches_whoever_has_only_a_telephone_by_their_wishes_and_another_way_if_it_fails(
    house: House,
) -> None:
    nora = await without_mail(house, "Nora Diaz")
    async with house.watching() as tx:
        await people.record_attorney(tx, nora, bar_states=["CT"], eoir_registered=True)
    async with house.acting(house.ana) as tx:
        offered = await assignments.offer_assignment(
            tx, house.case, nora, scope=Scope.ALL, blurb="A hearing in Hartford within three weeks."
        )

    (row,) = await house.rows(assignment_id=offered.id)
    assert row.channel is Channel.SMS
    (letter,) = [one for one in await house.deliver() if one.letter.kind is LetterKind.ASSIGNMENT_OFFERED]
    assert letter.to == "+12035550199" and letter.letter.segments <= 2
    # Meanwhile they have a mailbox, and the text fails.
    async with house.watching() as tx:
        person = await tx.session.get_one(Person, nora)
        await tx.unlock([person.vault_key_id])
        await contacts.put_down(tx, person, Channel.EMAIL, "nora@example.test")
    await house.settle([letter], Outcome.REFUSED, said="30005", address_dead=True)
    assert [one.to for one in await house.deliver() if one.letter.kind is LetterKind.ASSIGNMENT_OFFERED] == [
        "nora@example.test"
    ]
    assert await house.tasks() == []


async def test_a_new_link_goes_where_its_reader_is_reached(house: House) -> None:
    olga, invitation_id = await invited(house, "Olga Ortiz", PersonKind.SUPPORTER)
    await house.send()
    await gives_number(house, olga)
    await wishes(house, olga, channels=TEXT)
    async with house.acting(house.ana) as tx:
        invitation = await tx.session.get_one(Invitation, invitation_id)
        await links.renew_link(tx, invitation_id, expected_revision=invitation.revision)

    (letter,) = [one for one in await house.send() if one.letter.kind is LetterKind.LINK_RENEWED]

    assert letter.channel is Channel.SMS and "/a/" in letter.letter.short and letter.letter.segments <= 2
