"""Planning: the letters an act makes due, and the preview of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import event, select, update
from sqlalchemy.engine import Engine

from casework import actors, assignments, invitations, notices, people, teams
from schema.assignments import Scope
from schema.base import new_id
from schema.cases import Case
from schema.consents import ConsentAudience, Purpose
from schema.invitations import Audience, Invitation, InvitationState
from schema.notices import LetterKind, Notice, NoticeState
from schema.occasions import Occasion, OccasionKind
from schema.organizations import Organization, OrganizationKind, Role
from schema.people import Person, PersonKind
from tests.casework.notices.asked import NINE_DAYS, a_supporter, an_official, answer
from tests.house import House


async def test_reminders_come_seven_three_and_one_days_before_at_nine_and_two_hours_before(house: House) -> None:
    for person in (house.ana, house.luis, house.rosa):
        assert await house.reminders(person) == NINE_DAYS

    assert {(one.person_id, one.audience) for one in await house.rows()} == {
        (house.ana, Audience.COORDINATOR),
        (house.luis, Audience.ATTORNEY),
        (house.rosa, Audience.FAMILY_CONTACT),
    }


async def test_reminders_that_would_have_been_due_already_are_not_planned(house: House) -> None:
    house.clock.now = datetime(2026, 11, 30, 12, tzinfo=UTC)
    _, occasion = await house.a_hearing(datetime(2026, 12, 2, 13))

    due = [one.due_at for one in await house.rows(occasion_id=occasion, person_id=house.luis)]

    assert due == [datetime(2026, 12, 1, 14, tzinfo=UTC), datetime(2026, 12, 2, 16, tzinfo=UTC)]


async def test_a_day_without_an_hour_has_no_reminder_two_hours_before(house: House) -> None:
    _, occasion = await house.a_hearing(datetime(2026, 12, 2), hour_known=False)

    assert len(await house.rows(occasion_id=occasion, person_id=house.luis)) == 3


async def test_rescheduling_plans_reminders_afresh_and_tells_everyone_who_was_told(house: House) -> None:
    reyes, ortiz = await an_official(house), await a_supporter(house)
    await house.invite(reyes, ortiz)
    await house.send()

    told = await house.move(datetime(2026, 12, 11, 13))

    assert told == 4
    # Ana typed the new time herself.
    assert await house.due_now() == {
        (house.luis, LetterKind.RESCHEDULED),
        (house.rosa, LetterKind.RESCHEDULED),
        (reyes, LetterKind.RESCHEDULED),
        (ortiz, LetterKind.RESCHEDULED),
    }
    for person in (house.ana, house.luis, house.rosa, reyes, ortiz):
        assert await house.reminders(person) == [
            datetime(2026, 12, 4, 9),
            datetime(2026, 12, 8, 9),
            datetime(2026, 12, 10, 9),
            datetime(2026, 12, 11, 11),
        ]
    assert {one.state for one in await house.rows(sequence=0, kind=LetterKind.REMINDER)} == {NoticeState.SUPERSEDED}


async def test_planning_twice_writes_to_nobody_twice(house: House) -> None:
    before = await house.rows()

    async with house.database.transaction(actors.DELIVERY) as tx:
        case = await tx.session.get_one(Case, house.case)
        await notices.plan_case(tx, case)
        assert await notices.plan_upcoming(tx, within=timedelta(days=30)) is None

    assert [(one.id, one.state) for one in await house.rows()] == [(one.id, one.state) for one in before]


async def test_whoever_was_not_written_to_yet_learns_of_two_moves_in_one_letter(house: House) -> None:
    await house.move(datetime(2026, 12, 11, 13))
    await house.move(datetime(2026, 12, 4, 9))

    (letter,) = await house.rows(kind=LetterKind.RESCHEDULED, person_id=house.luis, state=NoticeState.PLANNED)
    (rendered,) = [one for one in await house.deliver() if one.notice_id == letter.id]

    assert rendered.message["Subject"] == "MOVED: Wed, Dec 2, 9:00 AM ET → Fri, Dec 4, 9:00 AM ET"


async def test_an_invitation_that_did_not_leave_yet_asks_to_the_new_date_alone(house: House) -> None:
    reyes = await an_official(house)
    await house.invite(reyes)

    await house.move(datetime(2026, 12, 11, 13))

    letters = [one for one in await house.deliver() if "reyes" in one.to]
    assert [one.message["Subject"] for one in letters] == ["Invitation: Fri, Dec 11, 1:00 PM ET"]


async def test_an_invitation_that_did_not_leave_yet_stays_when_the_hearing_is_cancelled(house: House) -> None:
    reyes = await an_official(house)
    await house.invite(reyes)

    await house.cancel()

    assert [one for one in await house.deliver() if "reyes" in one.to] == []


async def test_cancelling_puts_every_reminder_aside_and_tells_everyone(house: House) -> None:
    assert await house.cancel() == 2

    assert await house.due_now() == {(house.luis, LetterKind.CANCELLED), (house.rosa, LetterKind.CANCELLED)}
    assert await house.reminders(house.ana) == []


async def test_whoever_is_not_coming_is_left_in_peace(house: House) -> None:
    ortiz = await a_supporter(house)
    (invitation,) = await house.invite(ortiz)
    await house.send()

    await answer(house, invitation, InvitationState.NOT_COMING)
    await house.move(datetime(2026, 12, 11, 13))

    assert await house.reminders(ortiz) == []
    assert (ortiz, LetterKind.RESCHEDULED) not in await house.due_now()


async def test_whoever_comes_after_all_is_reminded_again(house: House) -> None:
    ortiz = await a_supporter(house)
    (invitation,) = await house.invite(ortiz)
    await house.send()
    await answer(house, invitation, InvitationState.NOT_COMING)

    await answer(house, invitation, InvitationState.COMING)

    assert await house.reminders(ortiz) == NINE_DAYS


async def test_an_answer_on_the_page_plans_for_that_one_person_only(house: House) -> None:
    ortiz = await a_supporter(house)
    (invitation_id,) = await house.invite(ortiz)
    async with house.watching() as tx:
        invitation = await tx.session.get_one(Invitation, invitation_id)
        secret = invitations.secret_of(tx, invitation)
    async with house.database.transaction(actors.LINKS) as tx:
        link = await invitations.by_secret(tx, secret)

    async with house.database.transaction(link) as tx:
        await invitations.answer_invitation(tx, invitation_id, state=InvitationState.NOT_COMING)

    assert await house.reminders(ortiz) == []
    assert await house.reminders(house.rosa) == NINE_DAYS


async def test_a_bond_only_attorney_hears_of_bond_and_of_nothing_else(house: House) -> None:
    vera = await house.a_person("Vera Lindt", role=Role.ATTORNEY)
    async with house.watching() as tx:
        await people.record_attorney(tx, vera, bar_states=["CT"], eoir_registered=True)
    async with house.acting(house.ana) as tx:
        offered = await assignments.offer_assignment(
            tx, house.case, vera, scope=Scope.BOND_ONLY, blurb="A man held since Monday needs somebody for bond."
        )
    async with house.acting(vera) as tx:
        await assignments.accept_assignment(tx, offered.id, expected_revision=0)

    _, master = await house.a_hearing(
        datetime(2026, 12, 9, 9), kind=OccasionKind.MASTER_HEARING, proceeding=house.removal
    )

    assert len(await house.rows(person_id=vera, occasion_id=house.occasion)) == 4
    assert await house.rows(person_id=vera, occasion_id=master) == []
    assert len(await house.rows(person_id=house.luis, occasion_id=master)) == 4


async def test_a_hearing_whose_old_and_new_dates_have_passed_tells_nobody(house: House) -> None:
    house.clock.now = datetime(2026, 12, 20, 12, tzinfo=UTC)

    assert await house.move(datetime(2026, 12, 3, 9)) == 0
    assert await house.due_now() == set()


async def test_the_preview_names_whom_it_may_counts_supporters_and_saves_nothing(house: House) -> None:
    reyes, ortiz, quiroga = await an_official(house), await a_supporter(house), await a_supporter(house, "Pia Quiroga")
    await house.invite(reyes, ortiz, quiroga)
    await house.send()
    before = [(one.id, one.state) for one in await house.rows()]
    at = datetime(2026, 12, 11, 18, tzinfo=UTC)

    async with house.acting(house.ana) as tx:
        occasion = await tx.session.get_one(Occasion, house.occasion)
        tellings = await notices.forecast(tx, occasion, LetterKind.RESCHEDULED, starts_at=at)

    now = [one for one in tellings if one.kind is LetterKind.RESCHEDULED]
    assert {(one.person_name, one.audience, one.count) for one in now} == {
        ("Luis Prado", Audience.ATTORNEY, 1),
        ("Rosa Rivera", Audience.FAMILY_CONTACT, 1),
        ("Mayor Reyes", Audience.OFFICIAL, 1),
        (None, Audience.SUPPORTER, 2),
    }
    assert [(one.id, one.state) for one in await house.rows()] == before
    assert await house.move(datetime(2026, 12, 11, 13)) == sum(one.count for one in now)


async def test_the_preview_gives_an_attorney_counts_of_those_invited(house: House) -> None:
    reyes = await an_official(house)
    await house.invite(reyes)

    async with house.acting(house.luis) as tx:
        occasion = await tx.session.get_one(Occasion, house.occasion)
        tellings = await notices.forecast(tx, occasion, LetterKind.CANCELLED, starts_at=occasion.starts_at)

    assert {(one.person_name, one.audience, one.count) for one in tellings} == {
        ("Ana Okafor", Audience.COORDINATOR, 1),
        ("Rosa Rivera", Audience.FAMILY_CONTACT, 1),
        (None, Audience.OFFICIAL, 1),
    }


async def test_whoever_joins_later_is_reminded_like_the_others(house: House) -> None:
    nora = await house.a_person("Nora Rivera", PersonKind.FAMILY_CONTACT)

    async with house.acting(house.ana) as tx:
        await teams.name_contact(tx, house.case, nora, relation="sister", named_by_client=True)

    assert await house.reminders(nora) == NINE_DAYS


async def test_what_nobody_planned_is_planned_when_it_begins_soon(house: House) -> None:
    async with house.watching() as tx:
        await tx.session.execute(update(Notice).values(state=NoticeState.SUPERSEDED))
    house.clock.now = datetime(2026, 11, 24, 15, tzinfo=UTC)

    async with house.database.transaction(actors.DELIVERY) as tx:
        after = await notices.plan_upcoming(tx, within=timedelta(days=8), limit=1)
        assert after == (datetime(2026, 12, 2, 14, tzinfo=UTC), house.occasion)
        assert await notices.plan_upcoming(tx, within=timedelta(days=8), after=after, limit=1) is None

    assert await house.reminders(house.rosa) == NINE_DAYS


async def test_letters_of_another_organization_are_not_to_be_seen(house: House) -> None:
    other = new_id()
    async with house.watching() as tx:
        tx.session.add(Organization(id=other, slug="other", name="Other", kind=OrganizationKind.COMMUNITY_GROUP))
    mine, house.organization = house.organization, other
    stranger = await house.a_person("Pat Stranger", role=Role.COORDINATOR)
    house.organization = mine
    assert await house.rows()

    async with house.acting(stranger) as tx:
        assert list(await tx.session.scalars(select(Notice))) == []


@contextmanager
def statements() -> Iterator[list[str]]:
    """What is asked of the database meanwhile."""
    said: list[str] = []

    def heard(*call: Any) -> None:
        said.append(call[2])

    event.listen(Engine, "before_cursor_execute", heard)
    try:
        yield said
    finally:
        event.remove(Engine, "before_cursor_execute", heard)


async def test_asking_and_moving_take_as_many_statements_however_many_are_told(house: House) -> None:
    await house.consent(ConsentAudience.SUPPORTERS, Purpose.FILL_COURTROOM)
    counted, tokens = [], set[str]()
    for number, day in ((2, 3), (12, 4)):
        guests = [
            await house.a_person(f"Guest{day}{one} Smith", PersonKind.SUPPORTER, email=f"g{day}{one}@example.test")
            for one in range(number)
        ]
        async with house.acting(house.ana) as tx:
            occasion = await tx.session.get_one(Occasion, house.occasion)
            asked = [
                invitations.ask(tx, occasion, await tx.session.get_one(Person, one), Audience.SUPPORTER, tokens)
                for one in guests
            ]
            await tx.flush()
            with statements() as asking:
                await notices.tell_invited(tx, occasion, *asked)
        await house.send()
        with statements() as moving:
            await house.move(datetime(2026, 12, day, 9))
        counted.append((len(asking), len(moving)))
        told = {one.person_id for one in await house.rows(kind=LetterKind.RESCHEDULED, state=NoticeState.PLANNED)}
        assert told >= {house.luis, house.rosa, *guests}
        await house.send()
    (asked_two, moved_two), (asked_many, moved_many) = counted
    assert asked_two == asked_many and moved_many - moved_two <= 1
