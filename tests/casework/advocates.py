"""Nora, an advocate of Harbor Neighbors, with whom Mateo's case is shared; and what they plan."""

from __future__ import annotations

from uuid import UUID

from casework import advocacy, people, teams
from schema.advocacy import AdvocacyAction, SignOffCapacity
from schema.base import new_id
from schema.consents import ConsentAudience, NameForm
from schema.occasions import OccasionKind
from schema.organizations import Membership, Organization, OrganizationKind, Role
from schema.people import PersonKind
from tests.house import House

GROUP = new_id()


async def an_advocate(house: House) -> UUID:
    """Nora, whose group reads Mateo's case."""
    async with house.watching() as tx:
        tx.session.add(
            Organization(id=GROUP, slug="harbor", name="Harbor Neighbors", kind=OrganizationKind.COMMUNITY_GROUP)
        )
        await tx.session.flush()
        nora = await people.add_person(tx, GROUP, kind=PersonKind.STAFF, name="Nora Vance", email="nora@harbor.test")
        tx.session.add(Membership(organization_id=GROUP, person_id=nora.id, role=Role.ADVOCATE))
        tx.session.add(Membership(organization_id=GROUP, person_id=nora.id, role=Role.COORDINATOR))
    async with house.acting(house.ana) as tx:
        await teams.share_case(tx, house.case, GROUP)
    return nora.id


async def drafted(
    house: House,
    *audiences: ConsentAudience,
    title: str = "Light for our neighbor",
    statement: str | None = "Come and sit with us. We bring candles.",
    form: NameForm = NameForm.NONE,
    by: UUID | None = None,
    **arrangements: object,
) -> UUID:
    """A vigil around the hearing, drafted."""
    async with house.acting(by or house.ana) as tx:
        action = await advocacy.draft_action(
            tx, GROUP if by else house.organization, kind=OccasionKind.VIGIL, case_id=house.case,
            hearing_id=None if by else house.hearing,
            words={"title": title, "statement": statement, "name_form": form, "audiences": list(audiences)},
            arrangements=arrangements,  # type: ignore[arg-type]
        )  # fmt: skip
        return action.id


async def read(house: House, action_id: UUID) -> AdvocacyAction:
    async with house.watching() as tx:
        return await tx.session.get_one(AdvocacyAction, action_id)


async def signed(
    house: House, action_id: UUID, capacity: SignOffCapacity = SignOffCapacity.CONSULTED, *, by: UUID | None = None
) -> None:
    action = await read(house, action_id)
    async with house.acting(by or house.luis) as tx:
        await advocacy.sign_off_action(tx, action_id, said_revision=action.said_revision, capacity=capacity)


async def published(house: House, action_id: UUID) -> None:
    action = await read(house, action_id)
    async with house.acting(house.ana) as tx:
        await advocacy.publish_action(tx, action_id, expected_revision=action.revision)
