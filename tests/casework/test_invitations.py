"""Whoever is asked a second time."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from casework import invitations, teams
from casework.refusals import Invalid
from schema.invitations import Audience, Invitation
from schema.people import PersonKind
from tests.casework.notices.asked import a_supporter
from tests.house import House


async def asked(house: House) -> list[tuple[str, Audience]]:
    async with house.watching() as tx:
        rows = await tx.session.scalars(select(Invitation).order_by(Invitation.id))
        return [(str(one.person_id), one.audience) for one in rows]


async def test_asked_again_through_other_eyes_is_refused_and_nobody_is_asked(house: House) -> None:
    olga = await a_supporter(house)
    rita = await house.a_person("Rita Ruiz", PersonKind.FAMILY_CONTACT)
    async with house.acting(house.ana) as tx:
        for person in (olga, rita):
            await teams.name_contact(tx, house.case, person, relation="aunt", named_by_client=True)
    await house.invite(olga)
    before = await asked(house), await house.rows()

    with pytest.raises(Invalid, match="Olga Ortiz is asked already"):
        async with house.acting(house.ana) as tx:
            await invitations.invite(tx, house.occasion, [rita, olga], audience=Audience.FAMILY_CONTACT)

    after = await asked(house), await house.rows()
    assert after[0] == before[0]
    assert [one.id for one in after[1]] == [one.id for one in before[1]]


@pytest.mark.parametrize("audience", [None, Audience.SUPPORTER])
async def test_asked_again_as_before_they_keep_their_invitation(house: House, audience: Audience | None) -> None:
    olga = await a_supporter(house)
    (first,) = await house.invite(olga)

    async with house.acting(house.ana) as tx:
        (again,) = await invitations.invite(tx, house.occasion, [olga], audience=audience)

    assert again.id == first
