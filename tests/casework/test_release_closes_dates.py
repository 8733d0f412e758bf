"""Release at once closes all later dates to everyone but the legal team, the client and the contacts they keep."""

from __future__ import annotations

import pytest

from casework import actors, disclosure, invitations
from casework.refusals import NotCleared
from schema.consents import ConsentAudience, Purpose
from schema.invitations import Audience
from schema.occasions import Occasion
from schema.people import PersonKind
from tests.casework.moving import release
from tests.house import House, house

# Release at once closes all later dates, without a reason and without a new date.


async def test_release_closes_later_dates_to_each_audience_but_the_legal_team_and_the_contacts_the_client_keeps(
    house: House,
) -> None:
    mayor = await house.a_person("Elena Reyes", PersonKind.OFFICIAL)
    carol = await house.a_person("Carol Jennings", PersonKind.SUPPORTER)
    press = await house.a_person("Paula Stone", PersonKind.PRESS)
    for audience, purpose in (
        (ConsentAudience.OFFICIALS, Purpose.TELL_OFFICIALS),
        (ConsentAudience.SUPPORTERS, Purpose.FILL_COURTROOM),
        (ConsentAudience.PRESS, Purpose.PRESS),
    ):
        await house.consent(audience, purpose)
    await house.invite(mayor, carol, press)
    async with house.acting(house.ana) as tx:
        await invitations.invite(tx, house.occasion, [house.rosa])
    await house.send()
    house.clock.forward(minutes=5)

    assert await release(house) == 3
    letters = await house.send()

    outside = {one.to: one.message for one in letters}
    assert set(outside) == {"elena@example.test", "carol@example.test", "paula@example.test"}
    for message in outside.values():
        said = message.get_body(("plain",)).get_content().lower()  # type: ignore[union-attr]
        for word in ("release", "liber", "bond", "because", "new date", "mateo"):
            assert word not in said
    async with house.database.transaction(actors.DELIVERY) as tx:
        occasion = await tx.session.get_one(Occasion, house.occasion)
        seen = {one: await disclosure.card_for(tx, occasion, one) is not None for one in Audience}
    assert {one for one, sees in seen.items() if sees} == {
        Audience.COORDINATOR, Audience.ATTORNEY, Audience.CLIENT, Audience.FAMILY_CONTACT,
    }  # fmt: skip


async def test_after_release_a_consent_given_anew_opens_nothing_of_a_hearing_at_liberty_2_6(house: House) -> None:
    await release(house)
    house.clock.forward(minutes=5)
    mayor = await house.a_person("Elena Reyes", PersonKind.OFFICIAL)
    await house.consent(ConsentAudience.OFFICIALS, Purpose.TELL_OFFICIALS)

    with pytest.raises(NotCleared, match="at liberty"):
        await house.invite(mayor)


__all__ = ["house"]
