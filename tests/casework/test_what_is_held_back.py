"""What a client's word about their name holds back, wherever it could slip out: with a title, a late letter, a mark."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from casework import actors, advocacy, cases, consents, disclosure
from casework.card import Card
from casework.refusals import Invalid, NotPermitted
from schema.advocacy import AdvocacyAction, EmbargoedField
from schema.cases import Case
from schema.consents import Consent, ConsentAudience, ConsentState, GivenBy, NameForm, Purpose
from schema.invitations import Audience, Invitation, InvitationState
from schema.occasions import Occasion
from tests.casework.advocates import an_advocate, drafted, published, read, signed
from tests.casework.notices.asked import a_supporter, an_official
from tests.casework.test_taking_back_consent import consent_of
from tests.house import House

SUPPORTERS, OFFICIALS, PUBLIC = ConsentAudience.SUPPORTERS, ConsentAudience.OFFICIALS, ConsentAudience.PUBLIC


async def card(house: House, action_id: UUID, audience: Audience) -> Card | None:
    async with house.database.transaction(actors.DELIVERY) as tx:
        action = await tx.session.get_one(AdvocacyAction, action_id)
        occasion = await tx.session.get_one(Occasion, action.occasion_id)
        return await disclosure.card_for(tx, occasion, audience)


async def named(house: House, *audiences: ConsentAudience) -> UUID:
    """A published vigil whose title says the public name."""
    vigil = await drafted(house, *audiences, title="Light for Mateo R.", form=NameForm.PUBLIC_NAME)
    await signed(house, vigil)
    await published(house, vigil)
    return vigil


async def test_a_title_that_names_the_client_is_for_whom_they_agreed_to_be_named(house: House) -> None:
    await house.consent(PUBLIC, Purpose.PRESS)
    await house.consent(SUPPORTERS, Purpose.FILL_COURTROOM, NameForm.NONE)
    vigil = await named(house, PUBLIC)

    there, supporter = await card(house, vigil, Audience.PUBLIC), await card(house, vigil, Audience.SUPPORTER)

    assert there is not None and there.title == "Light for Mateo R."
    assert supporter is not None and supporter.title is None
    await house.consent(SUPPORTERS, Purpose.FILL_COURTROOM)
    supporter = await card(house, vigil, Audience.SUPPORTER)
    assert supporter is not None and supporter.title == "Light for Mateo R."


async def test_until_the_name_may_be_said_neither_title_nor_statement_is_public(house: House) -> None:
    await house.consent(PUBLIC, Purpose.PRESS)
    vigil = await named(house, PUBLIC)
    hour = house.clock.now + timedelta(hours=3)
    async with house.acting(house.ana) as tx:
        await advocacy.embargo_action(
            tx, vigil, expected_revision=(await read(house, vigil)).revision, field=EmbargoedField.NAME, until=hour
        )

    async def words() -> disclosure.PublicWords:
        async with house.database.transaction(actors.DELIVERY) as tx:
            action = await tx.session.get_one(AdvocacyAction, vigil)
            found = await disclosure.public_words(tx, action.occasion, "https://presencia.test/p/x")
            assert found is not None
            return found

    before = await words()
    assert (before.card.name, before.card.title, before.statement) == (None, None, None)
    house.clock.now = hour
    after = await words()
    assert (after.card.name, after.card.title) == ("Mateo R.", "Light for Mateo R.") and after.statement


async def test_what_a_draft_said_when_it_was_called_off_is_told_to_nobody(house: House) -> None:
    await a_supporter(house)
    vigil = await drafted(house, SUPPORTERS)
    await signed(house, vigil)
    await published(house, vigil)
    async with house.acting(house.ana) as tx:
        await advocacy.revise_action(
            tx, vigil, expected_revision=(await read(house, vigil)).revision, words={"title": "What nobody signed"},
            arrangements={"place_name": "Where nobody goes"},
        )  # fmt: skip
    async with house.acting(house.ana) as tx:
        await advocacy.call_off_action(tx, vigil, expected_revision=(await read(house, vigil)).revision)

    told = await card(house, vigil, Audience.SUPPORTER)

    # That it is off, and no word of it.
    assert told is not None and (told.title, told.place, told.codeword, told.name) == (None, None, None, None)


async def test_an_advocate_who_hears_the_no_takes_back_the_invitations_that_they_do_not_see(house: House) -> None:
    (asked,) = await house.invite(await an_official(house))
    nora = await an_advocate(house)
    async with house.acting(nora) as tx:
        assert await tx.session.get(Occasion, house.occasion) is None

    async with house.acting(nora) as tx:
        await consents.withdraw_consent(tx, (await consent_of(house, OFFICIALS)).id)

    async with house.watching() as tx:
        assert (await tx.session.get_one(Invitation, asked)).state is InvitationState.WITHDRAWN


async def test_marked_as_a_minor_what_they_agreed_to_alone_rests_until_guardian_and_counsel_say_so(
    house: House,
) -> None:
    await an_official(house)
    consent = await consent_of(house, OFFICIALS)
    async with house.acting(house.ana) as tx:
        case = await tx.session.get_one(Case, house.case)
        await cases.update_case(tx, house.case, {"minor": True}, expected_revision=case.revision)

    assert (await consent_of(house, OFFICIALS)).state is ConsentState.PAUSED
    with pytest.raises(Invalid, match="a guardian gives consent"):
        async with house.acting(house.ana) as tx:
            await consents.resume_consent(tx, consent.id, expected_revision=1, client_said_so=True, language="es")
    async with house.watching() as tx:
        (await tx.session.get_one(Consent, consent.id)).given_by = GivenBy.GUARDIAN
        (await tx.session.get_one(Consent, consent.id)).assented = True
    with pytest.raises(NotPermitted):
        async with house.acting(house.ana) as tx:
            await consents.resume_consent(tx, consent.id, expected_revision=1, client_said_so=True, language="es")
    assert (await consent_of(house, OFFICIALS)).state is ConsentState.PAUSED

    async with house.acting(house.luis) as tx:
        await consents.resume_consent(tx, consent.id, expected_revision=1, client_said_so=True, language="es")

    resumed = await consent_of(house, OFFICIALS)
    assert (resumed.state, resumed.confirmed_by_id) == (ConsentState.STANDING, house.luis)
