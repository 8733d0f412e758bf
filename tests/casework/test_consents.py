"""The client's latest word about one matter is the one that stands."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import select

from casework import consents
from schema.consents import Consent, ConsentAudience, ConsentState, GivenBy, NameForm, Purpose
from schema.invitations import Invitation, InvitationState
from tests.casework.notices.asked import an_official
from tests.house import House


async def agreed(house: House, form: NameForm, given_by: GivenBy = GivenBy.CLIENT) -> UUID:
    async with house.acting(house.ana) as tx:
        given = await consents.give_consent(
            tx, house.case, purpose=Purpose.TELL_OFFICIALS, audience=ConsentAudience.OFFICIALS, name_form=form,
            given_by=given_by, language="es", expires_on=date(2027, 6, 1),
        )  # fmt: skip
        return given.id


async def states(house: House) -> list[ConsentState]:
    """Of all consents, in the order they were recorded."""
    async with house.watching() as tx:
        return list(await tx.session.scalars(select(Consent.state).order_by(Consent.id)))


async def test_a_consent_recorded_twice_stands_once_and_is_gone_when_it_is_taken_back(house: House) -> None:
    reyes = await an_official(house)
    (asked,) = await house.invite(reyes)

    again = await agreed(house, NameForm.PUBLIC_NAME)

    assert await states(house) == [ConsentState.REPLACED, ConsentState.STANDING]
    async with house.watching() as tx:
        assert (await tx.session.get_one(Invitation, asked)).state is not InvitationState.WITHDRAWN
    async with house.acting(house.ana) as tx:
        await consents.withdraw_consent(tx, again)
    assert await states(house) == [ConsentState.REPLACED, ConsentState.WITHDRAWN]
    async with house.watching() as tx:
        assert (await tx.session.get_one(Invitation, asked)).state is InvitationState.WITHDRAWN


async def test_a_relayed_yes_replaces_nothing_until_counsel_confirms_it(house: House) -> None:
    await agreed(house, NameForm.PUBLIC_NAME)
    await agreed(house, NameForm.INITIALS, GivenBy.RELAYED)
    relayed = await agreed(house, NameForm.NONE, GivenBy.RELAYED)
    assert await states(house) == [ConsentState.STANDING, ConsentState.REPLACED, ConsentState.PROPOSED]

    async with house.acting(house.luis) as tx:
        await consents.confirm_consent(tx, relayed, expected_revision=0, language="es", privately=True)

    assert await states(house) == [ConsentState.REPLACED, ConsentState.REPLACED, ConsentState.STANDING]


async def test_what_the_client_said_for_other_ears_stands_beside_it(house: House) -> None:
    await house.consent(ConsentAudience.SUPPORTERS, Purpose.FILL_COURTROOM)
    await house.consent(ConsentAudience.ADVOCATES, Purpose.FILL_COURTROOM)
    await agreed(house, NameForm.NONE)

    assert await states(house) == [ConsentState.STANDING] * 3
