"""Whom these tests ask, and what the house of the tests has planned to begin with."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from casework import invitations
from schema.consents import ConsentAudience, Purpose
from schema.invitations import InvitationState
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
