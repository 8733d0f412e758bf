"""A day of birth that comes late protects as if it had been known from the first (law 9)."""

from __future__ import annotations

import pytest

from casework import cases, intake
from casework.identities import Known
from casework.refusals import Invalid
from schema.cases import Case
from schema.consents import ConsentAudience, ConsentState, NameForm, Purpose
from schema.detainees import Detainee
from tests.casework.test_taking_back_consent import consent_of
from tests.house import House


def years_before(house: House, years: int) -> str:
    today = house.clock.now.date()
    return today.replace(year=today.year - years, day=min(today.day, 28)).isoformat()


async def type_birth(house: House, born: str, **more: bool) -> None:
    async with house.acting(house.ana) as tx:
        case = await tx.session.get_one(Case, house.case)
        await cases.update_case(tx, case.id, {"birth_date": born, **more}, expected_revision=case.revision)  # type: ignore[typeddict-item]


async def minor_and_quiet(house: House) -> tuple[bool, bool]:
    async with house.acting(house.ana) as tx:
        case = await tx.session.get_one(Case, house.case)
        return (await tx.session.get_one(Detainee, case.detainee_id)).minor, case.no_publicity


@pytest.mark.parametrize("born", ["day", "year"])
async def test_what_a_minor_agreed_to_alone_rests_once_their_day_of_birth_is_known(house: House, born: str) -> None:
    await house.consent(ConsentAudience.PUBLIC, Purpose.PRESS, NameForm.PUBLIC_NAME)
    day = years_before(house, 17)

    await type_birth(house, day if born == "day" else day[:4])

    assert await minor_and_quiet(house) == (True, True)
    assert (await consent_of(house, ConsentAudience.PUBLIC)).state is ConsentState.PAUSED


async def test_the_day_of_birth_of_somebody_of_age_changes_nothing_else(house: House) -> None:
    await house.consent(ConsentAudience.PUBLIC, Purpose.PRESS, NameForm.PUBLIC_NAME)

    await type_birth(house, years_before(house, 30))

    assert await minor_and_quiet(house) == (False, False)
    assert (await consent_of(house, ConsentAudience.PUBLIC)).state is ConsentState.STANDING


async def test_nobody_is_of_age_by_a_tick_against_their_own_day_of_birth(house: House) -> None:
    await type_birth(house, years_before(house, 16))

    async with house.acting(house.ana) as tx:
        revision = (await tx.session.get_one(Case, house.case)).revision
    with pytest.raises(Invalid, match="under 18"):
        async with house.acting(house.ana) as tx:
            await cases.update_case(tx, house.case, {"minor": False}, expected_revision=revision)

    assert await minor_and_quiet(house) == (True, True)


async def test_a_case_taken_in_with_a_minors_day_of_birth_starts_without_publicity(house: House) -> None:
    async with house.acting(house.ana) as tx:
        lead = (await tx.session.get_one(Case, house.case)).lead_organization_id
        case = await intake.take_in_case(tx, lead, known=Known(birth_date=years_before(house, 15)))
        assert case.no_publicity
        assert (await tx.session.get_one(Detainee, case.detainee_id)).minor
