"""A house to test in: real PostgreSQL and Valkey, an organization with its people, a case, a hearing.

Each test gets a database of its own, copied from one that was migrated once. Rows are made by the verbs themselves,
except organizations and memberships, which an operator makes.
"""

from __future__ import annotations

import asyncio
import os
import secrets
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from casework import actors, consents, hearings, intake, invitations, people, proceedings, teams
from casework.identities import Known
from casework.transaction import Database, Transaction
from casework.vault import MasterKey, Vault
from commands import scratch
from migrations import roles, running
from schema.base import new_id
from schema.consents import ConsentAudience, GivenBy, NameForm, Purpose
from schema.courts import Court
from schema.hearings import Hearing
from schema.notices import Notice
from schema.occasions import Medium, OccasionKind
from schema.organizations import Membership, Organization, OrganizationKind, Role
from schema.people import PersonKind
from schema.proceedings import ProceedingKind
from schema.teams import CaseRole

NEW_YORK = "America/New_York"
#: Monday, 9:30 in New Haven.
NOW = datetime(2026, 11, 23, 14, 30, tzinfo=UTC)
TEMPLATE = "presencia_template"


@pytest.fixture(scope="session")
def cluster() -> Iterator[scratch.Cluster]:
    with scratch.cluster(os.environ.get("PRESENCIA_TEST_CLUSTER")) as found:
        found.make(TEMPLATE)
        asyncio.run(
            running.migrate(found.url(roles.OWNER, TEMPLATE), found.url(roles.APP, TEMPLATE)),
        )
        yield found


@pytest.fixture
async def database_url(cluster: scratch.Cluster) -> AsyncIterator[str]:
    """The application's address of a fresh database."""
    name = f"test_{secrets.token_hex(6)}"
    connection = await roles.connect(cluster.superuser_url)
    try:
        await connection.execute(f'create database "{name}" template {TEMPLATE} owner {roles.OWNER}')
        yield cluster.url(roles.APP, name)
        await connection.execute(f'drop database "{name}" with (force)')
    finally:
        await connection.close()


@dataclass
class Clock:
    """A clock that tests wind."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def master_key() -> MasterKey:
    return MasterKey.generate()


@pytest.fixture
async def database(database_url: str, clock: Clock, master_key: MasterKey) -> AsyncIterator[Database]:
    found = Database(database_url, Vault(master_key), clock=clock, pool_size=4)
    yield found
    await found.close()


@dataclass
class House:
    """Elm City Legal Aid, its people, Mateo's case, and a bond hearing in nine days."""

    database: Database
    clock: Clock
    organization: UUID = field(default_factory=new_id)
    court: UUID = field(default_factory=new_id)
    ana: UUID = UUID(int=0)  # coordinator
    luis: UUID = UUID(int=0)  # attorney
    rosa: UUID = UUID(int=0)  # Mateo's mother
    case: UUID = UUID(int=0)
    bond: UUID = UUID(int=0)
    removal: UUID = UUID(int=0)
    hearing: UUID = UUID(int=0)
    occasion: UUID = UUID(int=0)

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
                scheduler_for_id=scheduler_for,
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

    async def notices(self, **named: object) -> list[Notice]:
        """All notices with these values, in the order they are due."""
        async with self.watching() as tx:
            wanted = [getattr(Notice, column) == value for column, value in named.items()]
            found = await tx.session.scalars(select(Notice).where(*wanted).order_by(Notice.due_at, Notice.id))
            return list(found)


async def build(database: Database, clock: Clock) -> House:
    """Make the house."""
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
        house.bond = (
            await proceedings.open_proceeding(tx, case.id, kind=ProceedingKind.BOND, court_id=house.court)
        ).id
        house.removal = (
            await proceedings.open_proceeding(tx, case.id, kind=ProceedingKind.REMOVAL, court_id=house.court)
        ).id
    house.hearing, house.occasion = await house.a_hearing()
    return house


@pytest.fixture
async def house(database: Database, clock: Clock) -> House:
    return await build(database, clock)

