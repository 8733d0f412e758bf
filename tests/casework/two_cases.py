"""Mateo's case at Elm City, Lucía's at Shoreline Defense, and Nora, whose group reads both and plans one vigil."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from casework import advocacy, consents, intake, people, teams
from casework.identities import Known
from casework.transaction import Transaction
from schema.advocacy import AdvocacyAction, SignOffCapacity
from schema.base import new_id
from schema.consents import ConsentAudience, GivenBy, NameForm, Purpose
from schema.organizations import Membership, Organization, OrganizationKind, Role
from schema.people import PersonKind
from schema.teams import CaseRole
from tests.casework.advocates import GROUP, an_advocate, drafted, read
from tests.house import NEW_YORK, House

SUPPORTERS = ConsentAudience.SUPPORTERS


@dataclass
class Two:
    house: House
    nora: UUID
    #: Of Shoreline Defense: its coordinator and Lucía's attorney. They know nothing of Mateo.
    vera: UUID
    max: UUID
    lucia: UUID

    @asynccontextmanager
    async def acting(self, who: UUID) -> AsyncIterator[Transaction]:
        async with self.house.acting(who) as tx:
            yield tx

    async def agree(self, case_id: UUID, *, form: NameForm = NameForm.PUBLIC_NAME, by: UUID | None = None) -> UUID:
        """The client agrees that supporters be asked to come."""
        async with self.acting(by or (self.vera if case_id == self.lucia else self.house.ana)) as tx:
            given = await consents.give_consent(
                tx, case_id, purpose=Purpose.FILL_COURTROOM, audience=SUPPORTERS, name_form=form,
                given_by=GivenBy.CLIENT, language="es", expires_on=date(2027, 6, 1), place=True,
            )  # fmt: skip
            return given.id

    async def vigil(self, *, form: NameForm = NameForm.NONE, title: str = "Light for our neighbors") -> UUID:
        """Drafted on Mateo's case by Nora, and about nobody else yet."""
        return await drafted(
            self.house, SUPPORTERS, title=title, form=form, by=self.nora, starts_at=datetime(2026, 12, 3, 18),
            time_zone=NEW_YORK,
        )  # fmt: skip

    async def add(self, action_id: UUID, *, by: UUID | None = None) -> AdvocacyAction:
        async with self.acting(by or self.nora) as tx:
            now = (await read(self.house, action_id)).revision
            return await advocacy.add_case_to_action(tx, action_id, self.lucia, expected_revision=now)

    async def take_off(self, action_id: UUID, *, by: UUID, case_id: UUID | None = None) -> AdvocacyAction:
        async with self.acting(by) as tx:
            now = (await read(self.house, action_id)).revision
            return await advocacy.take_case_off_action(tx, action_id, case_id or self.lucia, expected_revision=now)

    async def sign(self, action_id: UUID, *, by: UUID, case_id: UUID | None = None) -> None:
        action = await read(self.house, action_id)
        async with self.acting(by) as tx:
            await advocacy.sign_off_action(
                tx, action_id, said_revision=action.said_revision, capacity=SignOffCapacity.CONSULTED, case_id=case_id
            )

    async def publish(self, action_id: UUID) -> None:
        action = await read(self.house, action_id)
        async with self.acting(self.nora) as tx:
            await advocacy.publish_action(tx, action_id, expected_revision=action.revision)

    async def both_keys(self, action_id: UUID) -> None:
        """Counsel of each signs; both clients must have agreed."""
        await self.sign(action_id, by=self.house.luis)
        await self.sign(action_id, by=self.max, case_id=self.lucia)

    async def published(self) -> UUID:
        """A vigil about both, with all four keys, published."""
        await self.agree(self.house.case)
        await self.agree(self.lucia)
        vigil = await self.vigil()
        await self.add(vigil)
        await self.both_keys(vigil)
        await self.publish(vigil)
        return vigil


async def two_cases(house: House) -> Two:
    nora = await an_advocate(house)
    shoreline = new_id()
    async with house.watching() as tx:
        tx.session.add(
            Organization(
                id=shoreline, slug="shoreline", name="Shoreline Defense", kind=OrganizationKind.LEGAL_PROVIDER,
                phone="+1 203 555 0170",
            )
        )  # fmt: skip
        await tx.session.flush()
        found = {}
        for name, role in (("Vera Lind", Role.COORDINATOR), ("Max Osei", Role.ATTORNEY)):
            address = f"{name.split()[0].lower()}@shoreline.test"
            one = await people.add_person(
                tx, shoreline, kind=PersonKind.STAFF, name=name, email=address, confirmed=True
            )
            tx.session.add(Membership(organization_id=shoreline, person_id=one.id, role=role))
            found[role] = one.id
    vera, attorney = found[Role.COORDINATOR], found[Role.ATTORNEY]
    async with house.acting(vera) as tx:
        case = await intake.take_in_case(
            tx, shoreline, known=Known(legal_name="Lucia Marroquin Paz"), public_name="Lucia M."
        )
        await teams.add_to_team(tx, case.id, attorney, CaseRole.ATTORNEY)
        await teams.share_case(tx, case.id, GROUP)
    return Two(house, nora, vera, attorney, case.id)
