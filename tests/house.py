"""A house to test in: an organization with its people, a case, a hearing.

Rows are made by the verbs themselves, except organizations and memberships, which an operator makes.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from email.headerregistry import Address
from functools import partial
from uuid import UUID

import pytest
from sqlalchemy import select

from casework import actors, consents, hearings, intake, invitations, notices, people, proceedings, teams, times
from casework.identities import Known
from casework.transaction import Database, Transaction
from schema.base import new_id
from schema.consents import ConsentAudience, GivenBy, NameForm, Purpose
from schema.courts import Court
from schema.hearings import Hearing
from schema.notices import LetterKind, Notice, NoticeState
from schema.occasions import Medium, OccasionKind
from schema.organizations import Membership, Organization, OrganizationKind, Role
from schema.people import Channel, Person, PersonKind
from schema.proceedings import ProceedingKind
from schema.tasks import Task
from schema.teams import CaseRole
from tests.clock import Clock
from tests.ground import Ground

NEW_YORK = "America/New_York"
WRITING = notices.House("https://presencia.test", Address("Presencia", "presencia", "legal-aid.test"))


NOBODY = UUID(int=0)


@dataclass
class House:
    """Elm City Legal Aid, its people, Mateo's case, and a bond hearing in nine days."""

    database: Database
    clock: Clock
    organization: UUID = field(default_factory=new_id)
    court: UUID = field(default_factory=new_id)
    ana: UUID = NOBODY  # coordinator
    luis: UUID = NOBODY  # attorney
    rosa: UUID = NOBODY  # Mateo's mother
    case: UUID = NOBODY
    bond: UUID = NOBODY
    removal: UUID = NOBODY
    hearing: UUID = NOBODY
    occasion: UUID = NOBODY

    @asynccontextmanager
    async def acting(self, person_id: UUID) -> AsyncIterator[Transaction]:
        async with self.database.transaction(actors.Person(person_id)) as tx:
            yield tx

    @asynccontextmanager
    async def watching(self) -> AsyncIterator[Transaction]:
        async with self.database.transaction(actors.OPERATOR) as tx:
            yield tx

    async def a_person(
        self,
        name: str,
        kind: PersonKind = PersonKind.STAFF,
        *,
        email: str | None = "",
        role: Role | None = None,
        language: str = "en",
        scheduler_for: UUID | None = None,
    ) -> UUID:
        """Somebody in the address book; ``email=None`` for no address."""
        address = f"{name.split()[0].lower()}@example.test" if email == "" else email
        async with self.watching() as tx:
            person = await people.add_person(
                tx, self.organization, kind=kind, name=name, language=language, email=address,
                scheduler_for_id=scheduler_for, confirmed=True,
            )  # fmt: skip
            if role:
                tx.session.add(Membership(organization_id=self.organization, person_id=person.id, role=role))
            return person.id

    async def a_hearing(
        self,
        starts_at: datetime = datetime(2026, 12, 2, 9),
        *,
        kind: OccasionKind = OccasionKind.BOND_HEARING,
        proceeding: UUID | None = None,
        hour_known: bool = True,
    ) -> tuple[UUID, UUID]:
        """A hearing at this wall time in Hartford: the ids of hearing and occasion."""
        async with self.acting(self.ana) as tx:
            hearing = await hearings.schedule_hearing(
                tx,
                self.case,
                proceeding or self.bond,
                hearings.Notice(
                    kind=kind, starts_at=starts_at, court_id=self.court, room="628", medium=Medium.IN_PERSON,
                    hour_known=hour_known,
                ),
                confirmed=True,
            )  # fmt: skip
            return hearing.id, hearing.occasion.id

    async def consent(self, audience: ConsentAudience, purpose: Purpose, form: NameForm = NameForm.PUBLIC_NAME) -> UUID:
        async with self.acting(self.ana) as tx:
            given = await consents.give_consent(
                tx,
                self.case,
                purpose=purpose,
                audience=audience,
                name_form=form,
                given_by=GivenBy.CLIENT,
                language="es",
                expires_on=date(2027, 6, 1),
                place=True,
            )
            return given.id

    async def invite(self, *person_ids: UUID) -> list[UUID]:
        async with self.acting(self.ana) as tx:
            made = await invitations.invite(tx, self.occasion, list(person_ids))
            return [one.id for one in made]

    async def wishes_only(self, person_id: UUID, channel: Channel) -> None:
        """Somebody wishes their letters on one channel alone."""
        async with self.watching() as tx:
            (await tx.session.get_one(Person, person_id)).channels = [channel.value]

    async def move(self, starts_at: datetime, **changes: object) -> int:
        """Move the hearing, as Ana. Returns how many are told."""
        async with self.acting(self.ana) as tx:
            hearing = await tx.session.get_one(Hearing, self.hearing)
            moved = await hearings.reschedule_hearing(
                tx, self.hearing, starts_at=starts_at, expected_revision=hearing.revision, **changes  # type: ignore[arg-type]
            )  # fmt: skip
            return moved.told

    async def cancel(self) -> int:
        async with self.acting(self.ana) as tx:
            hearing = await tx.session.get_one(Hearing, self.hearing)
            return (await hearings.cancel_hearing(tx, self.hearing, expected_revision=hearing.revision)).told

    async def due_now(self) -> set[tuple[UUID, LetterKind]]:
        """Letters due and not sent: to whom, and of which kind."""
        planned = await self.rows(state=NoticeState.PLANNED)
        return {(one.person_id, one.kind) for one in planned if one.due_at <= self.clock.now}

    async def reminders(self, person_id: UUID) -> list[datetime]:
        """When somebody's reminders are due, as the wall in Hartford shows it."""
        planned = await self.rows(state=NoticeState.PLANNED, kind=LetterKind.REMINDER, person_id=person_id)
        return [times.wall_time(one.due_at, NEW_YORK) for one in planned]

    async def deliver(self, lease: timedelta = timedelta(minutes=5)) -> list[notices.Outgoing]:
        """Claim and prepare what is due, as the worker does. Nothing is carried."""
        async with self.database.transaction(actors.DELIVERY) as tx:
            batch = await notices.claim_due(tx, lease=lease)
        async with self.database.transaction(actors.DELIVERY) as tx:
            return await notices.prepare(tx, batch, WRITING)

    async def settle(self, letters: list[notices.Outgoing], outcome: notices.Outcome, **more: object) -> None:
        """The carrier's word on letters."""
        async with self.database.transaction(actors.DELIVERY) as tx:
            said = [notices.Said(one.notice_id, one.attempt, outcome, **more) for one in letters]  # type: ignore[arg-type]
            await notices.settle(tx, said)

    async def send(self) -> list[notices.Outgoing]:
        """Deliver what is due, all of it carried."""
        letters = await self.deliver()
        await self.settle(letters, notices.Outcome.CARRIED)
        return letters

    async def tasks(self) -> list[str]:
        """Titles of the open tasks the house raised because of letters."""
        async with self.watching() as tx:
            found = list(
                await tx.session.scalars(
                    select(Task).where(Task.raised_by == "notice_failed", Task.done_at.is_(None)).order_by(Task.id)
                )
            )
            await tx.unlock([task.title for task in found])
            return [tx.open(task, "title") or "" for task in found]

    async def rows(self, **named: object) -> list[Notice]:
        """All notices with these values, in the order they are due."""
        async with self.watching() as tx:
            wanted = [getattr(Notice, column) == value for column, value in named.items()]
            found = await tx.session.scalars(select(Notice).where(*wanted).order_by(Notice.due_at, Notice.id))
            return list(found)


async def build(database: Database, clock: Clock, starts_at: datetime = datetime(2026, 12, 2, 9)) -> House:
    """Make the house, with its hearing at this wall time."""
    house = House(database, clock)
    async with house.watching() as tx:
        tx.session.add(
            Organization(
                id=house.organization,
                slug="elm-city",
                name="Elm City Legal Aid",
                kind=OrganizationKind.LEGAL_PROVIDER,
                phone="+1 203 555 0100",
            )
        )
        tx.session.add(
            Court(
                id=house.court,
                code="HAR",
                name="Hartford Immigration Court",
                street="450 Main Street",
                city="Hartford",
                state="CT",
                time_zone=NEW_YORK,
            )
        )
    house.ana = await house.a_person("Ana Okafor", role=Role.COORDINATOR)
    house.luis = await house.a_person("Luis Prado", role=Role.ATTORNEY)
    house.rosa = await house.a_person("Rosa Rivera", PersonKind.FAMILY_CONTACT, language="es")
    async with house.acting(house.ana) as tx:
        case = await intake.take_in_case(
            tx, house.organization, known=Known(legal_name="Mateo Rivera Cruz"), public_name="Mateo R."
        )
        house.case = case.id
        await teams.add_to_team(tx, case.id, house.luis, CaseRole.ATTORNEY)
        await teams.name_contact(tx, case.id, house.rosa, relation="mother", named_by_client=True)
        house.bond = (await proceedings.open_proceeding(tx, case.id, kind=ProceedingKind.BOND, court_id=house.court)).id
        house.removal = (
            await proceedings.open_proceeding(tx, case.id, kind=ProceedingKind.REMOVAL, court_id=house.court)
        ).id
    house.hearing, house.occasion = await house.a_hearing(starts_at)
    return house


@pytest.fixture
async def house(ground: Ground, database: Database, clock: Clock) -> House:
    return replace(await ground.begin_with("house", partial(build, database, clock)), database=database, clock=clock)
