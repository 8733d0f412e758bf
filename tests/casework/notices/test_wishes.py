"""Each letter goes where its reader wishes it; a plan that people edit is followed at once."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, select

from casework import actors, contacts, invitations, notice_plans, notices, reaching
from casework.refusals import Invalid, NotFound, NotPermitted
from schema.audit import AuditEntry
from schema.invitations import Audience, Invitation
from schema.notice_plans import Matter, NoticePlan
from schema.notices import LetterKind, NoticeState
from schema.occasions import Occasion
from schema.people import Channel, Person, PersonKind
from tests.casework.notices.asked import NINE_DAYS, a_supporter, an_official
from tests.house import House

PLAN: dict[str, Any] = {"days_before": [6, 1], "at": time(18), "hours_before": [3]}
AS_PLANNED = [
    datetime(2026, 11, 26, 18), datetime(2026, 12, 1, 18), datetime(2026, 12, 2, 6),
]  # fmt: skip


async def gives_number(house: House, person_id: UUID, number: str = "+12035550123") -> None:
    async with house.watching() as tx:
        person = await tx.session.get_one(Person, person_id)
        await tx.unlock([person.vault_key_id])
        await contacts.put_down(tx, person, Channel.SMS, number)
        await notices.follow_reach(tx, [person_id])


async def wishes(house: House, person_id: UUID, **changes: Any) -> None:
    async with house.acting(house.ana) as tx:
        person = await tx.session.get_one(Person, person_id)
        await reaching.edit_wishes(tx, person_id, changes, expected_revision=person.revision)  # type: ignore[arg-type]


async def channels(house: House, person_id: UUID, kind: LetterKind) -> list[Channel]:
    rows = await house.rows(person_id=person_id, kind=kind, state=NoticeState.PLANNED)
    return sorted({one.channel for one in rows})


async def plan(house: House, who: UUID | None = None, **changed: Any) -> int:
    async with house.acting(who or house.ana) as tx:
        return await notice_plans.edit_notice_plan(
            tx, house.organization, **({"matter": Matter.COURT_DATE, "audience": Audience.ATTORNEY} | PLAN | changed)
        )


async def test_a_plan_is_followed_at_once_by_whom_it_is_about_and_by_nobody_else(house: House) -> None:
    untouched = [(one.id, one.state) for one in await house.rows(person_id=house.rosa)]

    assert await plan(house) == 1

    assert await house.reminders(house.luis) == AS_PLANNED
    assert [(one.id, one.state) for one in await house.rows(person_id=house.rosa)] == untouched
    # Two days of the old plan stand in the new one or not at all; the day before is another hour.
    put_aside = await house.rows(person_id=house.luis, state=NoticeState.SUPERSEDED)
    assert {one.reason for one in put_aside} == {"planned_otherwise"}


async def test_the_same_plan_again_touches_no_row_and_setting_it_back_brings_back_what_was(house: House) -> None:
    before = {one.due_at: one.id for one in await house.rows(person_id=house.luis)}
    await plan(house)
    planned = [(one.id, one.state) for one in await house.rows()]
    await plan(house)
    assert [(one.id, one.state) for one in await house.rows()] == planned

    async with house.acting(house.ana) as tx:
        for _ in range(2):
            await notice_plans.reset_notice_plan(
                tx, house.organization, matter=Matter.COURT_DATE, audience=Audience.ATTORNEY
            )

    now = await house.rows(person_id=house.luis, state=NoticeState.PLANNED)
    assert {one.due_at: one.id for one in now} == before


async def test_one_date_may_have_a_plan_of_its_own_which_stays_when_the_organizations_changes(house: House) -> None:
    async with house.acting(house.ana) as tx:
        await notice_plans.edit_occasion_plan(tx, house.occasion, audience=Audience.ATTORNEY, **PLAN)
    await plan(house, days_before=[5])

    assert await house.reminders(house.luis) == AS_PLANNED
    async with house.acting(house.ana) as tx:
        await notice_plans.reset_occasion_plan(tx, house.occasion, audience=Audience.ATTORNEY)
    assert await house.reminders(house.luis) == [datetime(2026, 11, 27, 18), datetime(2026, 12, 2, 6)]


async def test_the_preview_of_a_plan_says_what_the_plan_then_does(house: House) -> None:
    async with house.acting(house.ana) as tx:
        preview = await notice_plans.preview_notice_plan(
            tx, house.organization, matter=Matter.COURT_DATE, audience=Audience.ATTORNEY, **PLAN
        )
    assert await house.reminders(house.luis) == NINE_DAYS

    before = {(one.due_at, one.channel) for one in await house.rows(person_id=house.luis)}
    await plan(house)
    after = {(one.due_at, one.channel) for one in await house.rows(person_id=house.luis, state=NoticeState.PLANNED)}

    assert preview.dates == 1
    assert {(one.due_at, one.channel) for one in preview.fewer} == before - after
    assert {(one.due_at, one.channel) for one in preview.more} == after - before


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"days_before": list(range(1, 12))}, "Plan at most 10 reminders: nobody reads more."),
    ({"days_before": [-1]}, "Count days from 0, the day itself, to 90."),
    ({"hours_before": [0]}, "Count hours from 1 to 48: a reminder comes before."),
    ({"at": time(7, 59)}, "Choose a time from 8:00 to before 21:00 there: nobody should be woken by a reminder."),
    ({"at": time(21)}, "Choose a time from 8:00 to before 21:00 there: nobody should be woken by a reminder."),
    ({"audience": Audience.DATE_CHECKER}, "These people are never reminded of this."),
    (
        {"audience": Audience.CLIENT, "days_before": [], "hours_before": []},
        "Keep at least one reminder for the client: a missed date costs them most.",
    ),
    (
        {"matter": Matter.CHECK_IN, "audience": Audience.ACCOMPANIER, "days_before": [3]},
        "Whoever comes along may know of it from 48 hours before, and not sooner.",
    ),
]


@pytest.mark.parametrize(("typed", "sentence"), REFUSED)
async def test_a_plan_that_helps_nobody_is_refused_and_nothing_changes(
    house: House, typed: dict[str, Any], sentence: str
) -> None:
    before = [(one.id, one.state) for one in await house.rows()]

    with pytest.raises(Invalid, match=r".*") as refused:
        await plan(house, **typed)

    assert refused.value.message == sentence
    assert [(one.id, one.state) for one in await house.rows()] == before
    async with house.watching() as tx:
        assert await tx.session.scalar(select(func.count()).select_from(NoticePlan)) == 0


async def test_a_reminder_after_it_has_begun_is_refused_on_that_date(house: House) -> None:
    with pytest.raises(Invalid, match="It has begun by then"):
        async with house.acting(house.ana) as tx:
            await notice_plans.edit_occasion_plan(
                tx, house.occasion, audience=Audience.ATTORNEY, days_before=[0], at=time(10), hours_before=[]
            )

    async with house.watching() as tx:
        assert (await tx.session.get_one(Occasion, house.occasion)).reminders is None
    assert await house.reminders(house.luis) == NINE_DAYS


async def test_an_attorney_does_not_edit_the_organizations_plan(house: House) -> None:
    with pytest.raises(NotPermitted):
        await plan(house, house.luis)
    assert await house.reminders(house.luis) == NINE_DAYS


async def test_a_change_goes_on_every_channel_that_lives_and_a_reminder_on_the_first(house: House) -> None:
    await gives_number(house, house.rosa)

    assert await channels(house, house.rosa, LetterKind.REMINDER) == [Channel.EMAIL]
    assert await house.move(datetime(2026, 12, 11, 13)) == 3

    assert await channels(house, house.rosa, LetterKind.RESCHEDULED) == [Channel.EMAIL, Channel.SMS]
    assert await channels(house, house.rosa, LetterKind.REMINDER) == [Channel.EMAIL]
    await wishes(house, house.rosa, channels=[Channel.SMS, Channel.EMAIL])
    assert await channels(house, house.rosa, LetterKind.REMINDER) == [Channel.SMS]


async def test_the_preview_of_a_move_has_a_line_for_each_channel(house: House) -> None:
    await gives_number(house, house.rosa)
    async with house.acting(house.ana) as tx:
        occasion = await tx.session.get_one(Occasion, house.occasion)
        lines = await notices.forecast(
            tx, occasion, LetterKind.RESCHEDULED, starts_at=datetime(2026, 12, 11, 18, tzinfo=UTC)
        )

    told = [one for one in lines if one.kind is LetterKind.RESCHEDULED]
    assert {(one.person_name, one.channel) for one in told} == {
        ("Luis Prado", Channel.EMAIL), ("Rosa Rivera", Channel.EMAIL), ("Rosa Rivera", Channel.SMS),
    }  # fmt: skip
    assert await house.move(datetime(2026, 12, 11, 13)) == sum(one.count for one in told)


async def test_an_official_is_reached_where_their_scheduler_is(house: House) -> None:
    reyes = await an_official(house)
    scheduler = await house.a_person("Sam Alder", PersonKind.SCHEDULER, scheduler_for=reyes)
    await house.invite(reyes)
    await house.send()
    await gives_number(house, scheduler)

    await house.move(datetime(2026, 12, 11, 13))

    assert Channel.SMS in {one.channel for one in await house.rows(person_id=reyes, sequence=1)}


async def test_whoever_is_reached_nowhere_has_one_row_that_a_human_hears_of(house: House) -> None:
    nobody = await house.a_person("Nell Adams", PersonKind.SUPPORTER, email=None)
    await a_supporter(house)
    await house.invite(nobody)

    (letter,) = await house.rows(person_id=nobody, kind=LetterKind.INVITATION)
    await house.deliver()

    assert letter.channel is Channel.EMAIL
    (letter,) = await house.rows(person_id=nobody, kind=LetterKind.INVITATION)
    assert (letter.state, letter.reason) == (NoticeState.SKIPPED, "no_address")


async def test_a_channel_added_later_gets_only_what_is_still_to_come(house: House) -> None:
    ortiz = await a_supporter(house)
    await house.invite(ortiz)
    await house.send()
    await house.move(datetime(2026, 12, 11, 13))
    await house.send()

    await gives_number(house, ortiz)

    texts = await house.rows(person_id=ortiz, channel=Channel.SMS)
    assert texts == []
    await wishes(house, ortiz, channels=[Channel.SMS])
    assert {one.kind for one in await house.rows(person_id=ortiz, channel=Channel.SMS)} == {LetterKind.REMINDER}


async def test_what_waits_for_a_channel_that_was_stopped_is_put_aside_and_goes_on_another(house: House) -> None:
    ortiz = await a_supporter(house)
    await gives_number(house, ortiz)
    (invitation,) = await house.invite(ortiz)
    assert await channels(house, ortiz, LetterKind.INVITATION) == [Channel.EMAIL]

    for _ in range(2):
        async with house.database.transaction(actors.DELIVERY) as tx:
            await notices.stop_writing(tx, invitation)

    assert await channels(house, ortiz, LetterKind.INVITATION) == [Channel.SMS]
    assert await channels(house, ortiz, LetterKind.REMINDER) == [Channel.SMS]
    assert {one.state for one in await house.rows(person_id=ortiz, channel=Channel.EMAIL)} == {NoticeState.SUPERSEDED}


async def test_stop_everything_stops_every_channel_at_once_and_saying_it_twice_changes_nothing(house: House) -> None:
    ortiz = await a_supporter(house)
    await gives_number(house, ortiz)
    (invitation,) = await house.invite(ortiz)

    for _ in range(2):
        async with house.database.transaction(actors.DELIVERY) as tx:
            await notices.stop_writing(tx, invitation, None)

    async with house.watching() as tx:
        found = (await notices.wishes_of(tx, [ortiz]))[ortiz]
        stops = await tx.session.scalar(
            select(func.count()).select_from(AuditEntry).where(AuditEntry.act == "contact.stopped")
        )
    assert (found.live, stops) == (frozenset(), 2)
    assert [one.to for one in await house.deliver() if "olga" in one.to] == []


async def test_a_text_of_a_change_waits_for_the_morning_and_the_mail_does_not(house: House) -> None:
    await gives_number(house, house.rosa)
    house.clock.now = datetime(2026, 11, 24, 4, tzinfo=UTC)

    await house.move(datetime(2026, 12, 11, 13))

    due = {one.channel: one.due_at for one in await house.rows(person_id=house.rosa, kind=LetterKind.RESCHEDULED)}
    assert due == {Channel.EMAIL: house.clock.now, Channel.SMS: datetime(2026, 11, 24, 13, tzinfo=UTC)}


async def test_whoever_has_a_link_says_what_they_wish_and_nobody_elses(house: House) -> None:
    ortiz = await a_supporter(house)
    await gives_number(house, ortiz)
    (invitation,) = await house.invite(ortiz)
    link = actors.Link(actors.LinkKind.INVITATION, invitation, ortiz)

    async with house.database.transaction(actors.DELIVERY) as tx:
        await reaching.edit_wishes_behind_link(
            tx, link, {"channels": [Channel.SMS], "quiet_from": time(20), "language": "en"}
        )
        wished = await reaching.wishes_behind_link(tx, link)

    assert (wished.channels, wished.quiet_from, wished.language) == ((Channel.SMS,), time(20), "en")
    assert await channels(house, ortiz, LetterKind.REMINDER) == [Channel.SMS]
    async with house.acting(house.ana) as tx:
        one = await tx.session.get_one(Invitation, invitation)
        await invitations.withdraw_invitation(tx, one.id, expected_revision=one.revision)
    with pytest.raises(NotFound):
        async with house.database.transaction(actors.DELIVERY) as tx:
            await reaching.edit_wishes_behind_link(tx, link, {"language": "es"})


@pytest.mark.parametrize(
    "changes",
    [{"language": "xx"}, {"time_zone": "Mars/Olympus"}, {"quiet_from": time(8), "quiet_until": time(7)}],
)
async def test_wishes_that_cannot_be_kept_are_refused_and_nothing_changes(house: House, changes: Any) -> None:
    with pytest.raises(Invalid):
        await wishes(house, house.rosa, **changes)

    async with house.watching() as tx:
        rosa = await tx.session.get_one(Person, house.rosa)
    assert (rosa.revision, rosa.language, rosa.time_zone, rosa.quiet_from) == (0, "es", None, None)


async def test_what_somebody_wishes_stands_in_the_trail_without_the_hours_they_sleep(house: House) -> None:
    await wishes(house, house.rosa, quiet_from=time(20, 30))

    async with house.watching() as tx:
        (entry,) = await tx.session.scalars(select(AuditEntry).where(AuditEntry.act == "person.wishes_edited"))
    assert (entry.fields, entry.before, entry.after) == (["quiet_from"], None, None)


async def test_the_preview_of_asking_says_what_asking_then_plans(house: House) -> None:
    ortiz = await a_supporter(house)
    async with house.acting(house.ana) as tx:
        lines = (await invitations.preview_invite(tx, house.occasion, [ortiz])).tellings
    assert await house.rows(person_id=ortiz) == []

    await house.invite(ortiz)

    planned = await house.rows(person_id=ortiz)
    assert {(one.kind, one.channel, one.due_at) for one in lines} == {
        (one.kind, one.channel, one.due_at) for one in planned
    }
