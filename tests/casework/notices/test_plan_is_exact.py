"""Whatever people do, what is planned is what a slow statement of the plan says: nothing twice, nothing for the past,
nothing for whoever said no.
"""

from __future__ import annotations

import random
from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from casework import actors, contacts, hearings, invitations, notice_plans, notices, reaching, teams
from casework.refusals import Refusal
from schema.cases import Case, CaseContact
from schema.consents import ConsentAudience, Purpose
from schema.hearings import Hearing
from schema.invitations import Audience, Invitation, InvitationState
from schema.notice_plans import Matter, NoticePlan
from schema.notices import LetterKind, Notice, NoticeState
from schema.occasions import Occasion, OccasionState
from schema.organizations import Role
from schema.people import Channel, Contact, Person, PersonKind
from schema.teams import CaseRole, TeamMember
from tests.house import House

MINUTE = timedelta(minutes=1)
#: One line: who, on which channel, when, about which version of which date.
Line = tuple[UUID, UUID, str, datetime, int]
WIDEST = ["attorney", "coordinator", "client", "family_contact"]


async def stated(house: House) -> Counter[Line]:
    """The reminders to come, worked out person by person and minute by minute from plain rows."""
    now = house.clock.now
    async with house.watching() as tx:
        rows = {model: list(await tx.session.scalars(select(model))) for model in (
            Occasion, Invitation, TeamMember, CaseContact, Case, Person, Contact, NoticePlan,
        )}  # fmt: skip
    found: Counter[Line] = Counter()
    for occasion in rows[Occasion]:
        if occasion.state not in (OccasionState.CONFIRMED, OccasionState.TENTATIVE) or occasion.starts_at <= now:
            continue
        eyes: dict[UUID, list[str]] = {}
        (case,) = [one for one in rows[Case] if one.id == occasion.case_id]
        eyes.setdefault(case.coordinator_id, []).append("coordinator")
        for seat in rows[TeamMember]:
            if seat.until is None or seat.until > now:
                eyes.setdefault(seat.person_id, []).append(
                    "attorney" if seat.role is CaseRole.ATTORNEY else "coordinator"
                )
        for contact in rows[CaseContact]:
            if contact.ended_at is None:
                eyes.setdefault(contact.person_id, []).append("family_contact")
        for asked in rows[Invitation]:
            if asked.occasion_id == occasion.id and asked.state.value not in ("not_coming", "withdrawn"):
                eyes.setdefault(asked.person_id, []).append(asked.audience.value)
        for person in rows[Person]:
            if person.id not in eyes:
                continue
            seen = min(eyes[person.id], key=lambda one: WIDEST.index(one) if one in WIDEST else 9)
            for channel, due in _of_person(rows, occasion, person, seen):
                if now < due < occasion.starts_at:
                    found[(occasion.id, person.id, channel, due, occasion.sequence)] = 1
    return found


def _of_person(rows: dict[Any, list[Any]], occasion: Occasion, person: Person, seen: str) -> list[tuple[str, datetime]]:
    live = [
        one.channel.value for one in rows[Contact]
        if one.person_id == person.id and one.stopped_at is None and one.bounced_at is None
    ]  # fmt: skip
    wanted = [one for one in person.channels if one in live]
    wanted = wanted or [one for one in ("email", "sms", "push") if one in live] or ["email"]
    days, at, hours = [7, 3, 1], time(9), [2]
    if seen == "press":
        days = [1]
    for plan in rows[NoticePlan]:
        if plan.ended_at is None and plan.matter is Matter.COURT_DATE and plan.audience.value == seen:
            days, at, hours = plan.days_before, plan.at, plan.hours_before
    if own := (occasion.reminders or {}).get(seen):
        days, at, hours = own["days_before"], time.fromisoformat(own["at"]), own["hours_before"]
    there = ZoneInfo(occasion.time_zone)
    due = []
    for count in days:
        day = date.fromordinal(occasion.wall_starts.date().toordinal() - count)
        due.append(datetime.combine(day, at, tzinfo=there).astimezone(UTC))
    due += [occasion.starts_at - timedelta(minutes=60 * count) for count in hours]
    if wanted[0] == "email":
        return [(wanted[0], one) for one in due]
    theirs = ZoneInfo(person.time_zone or occasion.time_zone)
    begins, ends = person.quiet_from or time(21), person.quiet_until or time(8)

    def rings(one: datetime) -> bool:
        clock = one.astimezone(theirs).time()
        return ends <= clock < begins if ends < begins else not begins <= clock < ends

    moved = []
    for one in due:
        while not rings(one):
            one -= MINUTE
        moved.append((wanted[0], one))
    return moved


async def planned(house: House) -> Counter[Line]:
    """The reminders to come that are planned."""
    rows = await house.rows(kind=LetterKind.REMINDER, state=NoticeState.PLANNED)
    return Counter(
        (one.occasion_id, one.person_id, one.channel.value, one.due_at, one.sequence)
        for one in rows
        if one.due_at > house.clock.now and one.occasion_id
    )


class Doings:
    """What people do, drawn the same each time."""

    def __init__(self, house: House, seed: int) -> None:
        self.house, self.chance = house, random.Random(seed)
        self.crowd: list[UUID] = []
        self.invited: list[UUID] = []
        self.seats: list[UUID] = []
        self.hearings = [house.hearing]
        self.counsel: UUID | None = None

    async def begin(self) -> None:
        house = self.house
        await house.consent(ConsentAudience.SUPPORTERS, Purpose.FILL_COURTROOM)
        self.crowd = [await house.a_person(f"Sup{n} Porter", PersonKind.SUPPORTER) for n in range(3)]
        self.counsel = await house.a_person("Vera Lindt", role=Role.ATTORNEY)

    async def once(self) -> None:
        doing = self.chance.choice(
            (self.schedule, self.move, self.move, self.cancel, self.invite, self.invite, self.withdraw, self.answer,
             self.seat, self.leave, self.stop, self.text, self.wish, self.plan, self.reset, self.plan_one, self.wait)
        )  # fmt: skip
        try:
            await doing()
        except Refusal:
            # What may not be done now is not done; what is planned stays right.
            return

    def wall(self) -> datetime:
        day = self.house.clock.now.date() + timedelta(days=self.chance.randrange(1, 40))
        return datetime.combine(day, time(self.chance.choice((8, 9, 13, 16)), self.chance.choice((0, 30))))

    async def schedule(self) -> None:
        if len(self.hearings) < 3:
            self.hearings.append((await self.house.a_hearing(self.wall()))[0])

    async def move(self) -> None:
        async with self.house.acting(self.house.ana) as tx:
            hearing = await tx.session.get_one(Hearing, self.chance.choice(self.hearings))
            await hearings.reschedule_hearing(tx, hearing.id, starts_at=self.wall(), expected_revision=hearing.revision)

    async def cancel(self) -> None:
        if self.chance.random() < 0.4 and len(self.hearings) > 1:
            async with self.house.acting(self.house.ana) as tx:
                hearing = await tx.session.get_one(Hearing, self.hearings.pop())
                await hearings.cancel_hearing(tx, hearing.id, expected_revision=hearing.revision)

    async def invite(self) -> None:
        async with self.house.acting(self.house.ana) as tx:
            hearing = await tx.session.get_one(Hearing, self.chance.choice(self.hearings))
            made = await invitations.invite(tx, hearing.occasion_id, [self.chance.choice(self.crowd)])
            self.invited += [one.id for one in made]

    async def withdraw(self) -> None:
        if self.invited:
            async with self.house.acting(self.house.ana) as tx:
                one = await tx.session.get_one(Invitation, self.chance.choice(self.invited))
                await invitations.withdraw_invitation(tx, one.id, expected_revision=one.revision)

    async def answer(self) -> None:
        if self.invited:
            state = self.chance.choice((InvitationState.NOT_COMING, InvitationState.COMING, InvitationState.MAYBE))
            async with self.house.acting(self.house.ana) as tx:
                await invitations.answer_invitation(tx, self.chance.choice(self.invited), state=state)

    async def seat(self) -> None:
        assert self.counsel
        async with self.house.acting(self.house.ana) as tx:
            self.seats.append((await teams.add_to_team(tx, self.house.case, self.counsel, CaseRole.ATTORNEY)).id)

    async def leave(self) -> None:
        if self.seats:
            async with self.house.acting(self.house.ana) as tx:
                await teams.leave_team(tx, self.seats.pop())

    def somebody(self) -> UUID:
        return self.chance.choice([*self.crowd, self.house.rosa, self.house.luis])

    async def stop(self) -> None:
        if self.invited:
            channel = self.chance.choice((Channel.EMAIL, Channel.SMS, None))
            async with self.house.database.transaction(actors.DELIVERY) as tx:
                await notices.stop_writing(tx, self.chance.choice(self.invited), channel)

    async def text(self) -> None:
        async with self.house.watching() as tx:
            person = await tx.session.get_one(Person, self.somebody())
            number = f"+1203555{self.chance.randrange(1000, 9999)}"
            await tx.unlock([person.vault_key_id])
            await contacts.put_down(tx, person, Channel.SMS, number)
            await notices.follow_reach(tx, [person.id])

    async def wish(self) -> None:
        channels = self.chance.choice(([], [Channel.SMS], [Channel.SMS, Channel.EMAIL], [Channel.EMAIL]))
        quiet = self.chance.choice((None, time(20), time(22, 30)))
        zone = self.chance.choice((None, "America/Los_Angeles", "America/Phoenix"))
        async with self.house.acting(self.house.ana) as tx:
            person = await tx.session.get_one(Person, self.somebody())
            await reaching.edit_wishes(
                tx, person.id, {"channels": channels, "quiet_from": quiet, "time_zone": zone},
                expected_revision=person.revision,
            )  # fmt: skip

    def reminders(self) -> dict[str, Any]:
        return {
            "audience": self.chance.choice((Audience.SUPPORTER, Audience.ATTORNEY, Audience.FAMILY_CONTACT)),
            "days_before": self.chance.sample(range(20), self.chance.randrange(4)),
            "at": time(self.chance.choice((8, 9, 18))),
            "hours_before": self.chance.sample(range(1, 12), self.chance.randrange(3)),
        }

    async def plan(self) -> None:
        async with self.house.acting(self.house.ana) as tx:
            await notice_plans.edit_notice_plan(
                tx, self.house.organization, matter=Matter.COURT_DATE, **self.reminders()
            )

    async def reset(self) -> None:
        async with self.house.acting(self.house.ana) as tx:
            await notice_plans.reset_notice_plan(
                tx, self.house.organization, matter=Matter.COURT_DATE, audience=self.reminders()["audience"]
            )

    async def plan_one(self) -> None:
        async with self.house.acting(self.house.ana) as tx:
            hearing = await tx.session.get_one(Hearing, self.chance.choice(self.hearings))
            await notice_plans.edit_occasion_plan(tx, hearing.occasion_id, **self.reminders())

    async def wait(self) -> None:
        """The clock jumps; what was due meanwhile is sent."""
        self.house.clock.now += timedelta(hours=self.chance.choice((1, 7, 30, 24 * 4)))
        await self.house.send()


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_whatever_people_do_the_planned_reminders_are_those_that_the_plan_states(house: House, seed: int) -> None:
    doings = Doings(house, seed)
    await doings.begin()
    checked = 0

    for _ in range(25):
        await doings.once()
        expected = await stated(house)
        assert await planned(house) == expected
        checked += bool(expected)

    assert checked > 15
    # And once more by the worker: nothing that was right is touched.
    before = [(one.id, one.state) for one in await house.rows()]
    async with house.database.transaction(actors.DELIVERY) as tx:
        await notices.plan_case(tx, await tx.session.get_one(Case, house.case))
    assert [(one.id, one.state) for one in await house.rows()] == before


async def test_a_reminder_that_was_sent_early_is_not_sent_again_in_the_morning(house: House) -> None:
    async with house.watching() as tx:
        rosa = await tx.session.get_one(Person, house.rosa)
        await tx.unlock([rosa.vault_key_id])
        await contacts.put_down(tx, rosa, Channel.SMS, "+12035550123")
    async with house.acting(house.ana) as tx:
        await reaching.edit_wishes(tx, house.rosa, {"channels": [Channel.SMS]}, expected_revision=0)
    # Two hours before nine is seven, when nothing may ring.
    evening = datetime(2026, 12, 2, 1, 59, tzinfo=UTC)
    (early,) = await house.rows(person_id=house.rosa, due_at=evening)
    assert (early.channel, early.state) == (Channel.SMS, NoticeState.PLANNED)
    house.clock.now = datetime(2026, 12, 2, 3, tzinfo=UTC)
    async with house.watching() as tx:
        (await tx.session.get_one(Notice, early.id)).state = NoticeState.CARRIED

    async with house.database.transaction(actors.DELIVERY) as tx:
        await notices.plan_upcoming(tx, within=timedelta(days=8))

    later = [one for one in await house.rows(person_id=house.rosa, state=NoticeState.PLANNED) if one.due_at > evening]
    assert later == []
