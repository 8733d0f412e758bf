"""What of an action is told later than the rest, field by field, on cards and behind links."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import func, select

from casework import actors, advocacy, disclosure
from casework.card import Card
from casework.refusals import Invalid, NotCleared, NotPermitted
from schema.advocacy import EmbargoedField
from schema.audit import AuditEntry
from schema.consents import ConsentAudience, NameForm, Purpose
from schema.invitations import Audience
from schema.occasions import Occasion, OccasionState
from schema.people import PersonKind
from tests.casework.advocates import drafted, published, read, signed
from tests.house import House


async def a_vigil(house: House) -> UUID:
    """Published for the press, under the public name."""
    await house.consent(ConsentAudience.PRESS, Purpose.PRESS)
    vigil = await drafted(house, ConsentAudience.PRESS, form=NameForm.PUBLIC_NAME)
    await signed(house, vigil)
    await published(house, vigil)
    return vigil


async def embargoed(
    house: House, action_id: UUID, field: EmbargoedField, until: datetime | None, *, by: UUID | None = None
) -> None:
    action = await read(house, action_id)
    async with house.acting(by or house.ana) as tx:
        await advocacy.embargo_action(tx, action_id, expected_revision=action.revision, field=field, until=until)


async def card(house: House, action_id: UUID) -> Card | None:
    action = await read(house, action_id)
    async with house.database.transaction(actors.DELIVERY) as tx:
        occasion = await tx.session.get_one(Occasion, action.occasion_id)
        return await disclosure.card_for(tx, occasion, Audience.PRESS)


async def entries(house: House) -> int:
    async with house.watching() as tx:
        return await tx.session.scalar(select(func.count()).select_from(AuditEntry)) or 0


async def test_a_name_and_a_place_are_left_out_until_their_hour_and_then_stand_there(house: House) -> None:
    vigil = await a_vigil(house)
    noon = house.clock.now + timedelta(hours=5)
    await embargoed(house, vigil, EmbargoedField.NAME, noon)
    await embargoed(house, vigil, EmbargoedField.PLACE, noon + timedelta(hours=1))

    shown = await card(house, vigil)
    assert shown is not None and (shown.name, shown.place, shown.court) == (None, None, None)
    house.clock.now = noon
    shown = await card(house, vigil)
    assert shown is not None and (shown.name, shown.place) == ("Mateo R.", None)
    assert shown.revised_at == noon, "calendars take the new one"
    house.clock.now = noon + timedelta(hours=1)
    shown = await card(house, vigil)
    assert shown is not None and shown.place is not None and shown.court == "Hartford Immigration Court"


async def test_title_and_statement_may_hold_the_name_and_wait_with_it(house: House) -> None:
    await house.consent(ConsentAudience.PUBLIC, Purpose.PRESS)
    vigil = await drafted(
        house, ConsentAudience.PUBLIC, form=NameForm.PUBLIC_NAME, title="Mateo R. belongs at home",
        statement="Mateo R. has been held since November.",
    )  # fmt: skip
    await signed(house, vigil)
    await published(house, vigil)
    noon = house.clock.now + timedelta(hours=5)
    await embargoed(house, vigil, EmbargoedField.NAME, noon)

    async def shown() -> disclosure.PublicWords:
        action = await read(house, vigil)
        async with house.database.transaction(actors.DELIVERY) as tx:
            occasion = await tx.session.get_one(Occasion, action.occasion_id)
            words = await disclosure.public_words(tx, occasion, "http://here/p/x")
            assert words is not None
            return words

    words = await shown()
    assert "Mateo" not in repr(words) and (words.card.title, words.statement) == (None, None)
    assert words.valid_until is not None and words.valid_until <= noon
    house.clock.now = noon
    words = await shown()
    assert (words.card.title, words.card.name) == ("Mateo R. belongs at home", "Mateo R.")
    assert words.statement == "Mateo R. has been held since November."


async def test_a_clearance_holds_no_longer_than_the_first_embargo(house: House) -> None:
    vigil = await a_vigil(house)
    soon = house.clock.now + timedelta(hours=5)
    await embargoed(house, vigil, EmbargoedField.PLACE, soon)

    action = await read(house, vigil)
    async with house.database.transaction(actors.DELIVERY) as tx:
        assert (await disclosure.action_clearance(tx, action)).valid_until == soon


async def test_without_a_date_there_is_no_entry_and_nobody_can_be_asked(house: House) -> None:
    vigil = await a_vigil(house)
    soon = house.clock.now + timedelta(hours=5)
    await embargoed(house, vigil, EmbargoedField.DATE, soon)
    assert await card(house, vigil) is None

    press = await house.a_person("Jo Marsh", PersonKind.PRESS)
    action = await read(house, vigil)
    house.occasion = action.occasion_id
    with pytest.raises(NotCleared) as refused:
        await house.invite(press)
    assert [str(one) for one in refused.value.missing] == ["The date is under embargo: nobody can be asked before."]
    house.clock.now = soon
    await house.invite(press)


async def test_sooner_than_was_said_is_counsels_to_say(house: House) -> None:
    vigil = await a_vigil(house)
    later = house.clock.now + timedelta(hours=5)
    await embargoed(house, vigil, EmbargoedField.NAME, later)
    before = await entries(house)

    for until in (None, later - timedelta(hours=1)):
        with pytest.raises(NotPermitted):
            await embargoed(house, vigil, EmbargoedField.NAME, until)
    for until in (house.clock.now, datetime.fromisoformat("2027-03-01T00:00:00+00:00")):
        with pytest.raises(Invalid):
            await embargoed(house, vigil, EmbargoedField.PLACE, until)
    assert await entries(house) == before

    await embargoed(house, vigil, EmbargoedField.NAME, later + timedelta(hours=1))
    await embargoed(house, vigil, EmbargoedField.NAME, None, by=house.luis)
    assert (shown := await card(house, vigil)) is not None and shown.name == "Mateo R."


async def test_an_embargo_voids_no_sign_off(house: House) -> None:
    vigil = await a_vigil(house)

    await embargoed(house, vigil, EmbargoedField.STATEMENT, house.clock.now + timedelta(hours=5))

    assert (await read(house, vigil)).said_revision == 1 and await card(house, vigil) is not None


async def test_once_called_off_it_says_no_words_that_were_written_since_counsel_said_yes(house: House) -> None:
    vigil = await a_vigil(house)
    action = await read(house, vigil)
    async with house.acting(house.ana) as tx:
        await advocacy.revise_action(
            tx, vigil, expected_revision=action.revision, words={"title": "Out of Wyatt with Mateo R."}, arrangements={}
        )
    action = await read(house, vigil)
    async with house.acting(house.ana) as tx:
        await advocacy.call_off_action(tx, vigil, expected_revision=action.revision)

    shown = await card(house, vigil)

    assert shown is not None and shown.state is OccasionState.CANCELLED
    assert (shown.title, shown.name, shown.place, shown.court) == (None, None, None, None)
