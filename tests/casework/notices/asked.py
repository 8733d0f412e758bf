"""Whom these tests ask, and what the house of the tests has planned to begin with."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from casework import advocacy, invitations
from schema.advocacy import SignOffCapacity
from schema.consents import ConsentAudience, NameForm, Purpose
from schema.invitations import InvitationState
from schema.occasions import OccasionKind
from schema.organizations import Membership, Organization, OrganizationKind, Role
from schema.people import PersonKind
from tests.house import House

NINE_DAYS = [
    datetime(2026, 11, 25, 9),
    datetime(2026, 11, 29, 9),
    datetime(2026, 12, 1, 9),
    datetime(2026, 12, 2, 7),
]


async def an_official(house: House) -> UUID:
    await house.consent(ConsentAudience.OFFICIALS, Purpose.TELL_OFFICIALS)
    return await house.a_person("Mayor Reyes", PersonKind.OFFICIAL, email="reyes@city.test")


async def a_supporter(house: House, name: str = "Olga Ortiz") -> UUID:
    await house.consent(ConsentAudience.SUPPORTERS, Purpose.FILL_COURTROOM)
    return await house.a_person(name, PersonKind.SUPPORTER, language="es")


async def answer(house: House, invitation_id: UUID, state: InvitationState) -> None:
    async with house.acting(house.ana) as tx:
        await invitations.answer_invitation(tx, invitation_id, state=state)


async def the_neighbors(house: House) -> UUID:
    """A community group of which Ana is an advocate, too."""
    async with house.watching() as tx:
        group = Organization(
            slug="harbor", name="Harbor Neighbors", kind=OrganizationKind.COMMUNITY_GROUP, phone="+1 203 555 0188"
        )
        tx.session.add(group)
        await tx.session.flush()
        tx.session.add(Membership(organization_id=group.id, person_id=house.ana, role=Role.ADVOCATE))
        return group.id


async def a_vigil(house: House, host: UUID, **arrangements: object) -> tuple[UUID, UUID]:
    """A published vigil around the hearing, planned by this organization: the ids of action and occasion."""
    async with house.acting(house.ana) as tx:
        action = await advocacy.draft_action(
            tx, host, kind=OccasionKind.VIGIL, case_id=house.case, hearing_id=house.hearing,
            words={"title": "Light for M.", "name_form": NameForm.NONE, "audiences": [ConsentAudience.SUPPORTERS]},
            arrangements={"follows_hearing": True, **arrangements},  # type: ignore[typeddict-item]
        )  # fmt: skip
    async with house.acting(house.luis) as tx:
        signed = await advocacy.sign_off_action(tx, action.id, said_revision=1, capacity=SignOffCapacity.CONSULTED)
    async with house.acting(house.ana) as tx:
        await advocacy.publish_action(tx, action.id, expected_revision=signed.revision)
    return action.id, action.occasion_id
