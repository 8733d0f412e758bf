"""Operations and family groups: sixty-five people in four days, and whose cases belong together."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from sqlalchemy import select

from casework import families, intake, operations
from casework.identities import Known
from casework.intake import Report
from casework.operations import Arrested
from casework.refusals import Invalid, NotAllowedByState, NotFound, NotPermitted
from schema.cases import Case
from schema.families import FamilyMember, FamilyRole
from schema.operations import Operation
from schema.organizations import Role
from tests.ground import Ground
from tests.house import House


async def opened(house: House) -> Operation:
    async with house.acting(house.ana) as tx:
        return await operations.open_operation(
            tx, house.organization, name="Elm Street car wash", began_on=date(2026, 11, 20), place="Elm Street"
        )


def arrested(number: int, **known: object) -> Arrested:
    return Arrested(
        known=Known(legal_name=f"Person Number{number}", a_numbers=[f"2010{number:05}"], **known),  # type: ignore[arg-type]
        report=Report(arrested_at=datetime(2026, 11, 20, 8, 0), arrest_zone="America/New_York"),
    )


async def test_sixty_five_people_are_taken_in_at_once_and_found_together(house: House, ground: Ground) -> None:
    operation = await opened(house)

    async with house.acting(house.ana) as tx:
        cases = await operations.take_in_arrests(tx, operation.id, [arrested(number) for number in range(65)])

    assert len(cases) == 65
    assert await ground.connection.fetchval("select count(*) from cases where operation_id = $1", operation.id) == 65
    # What people call it may tell a workplace: it is sealed.
    assert b"Elm" not in await ground.connection.fetchval("select name || place from operations")


async def test_one_wrong_number_and_nobody_is_taken_in(house: House, ground: Ground) -> None:
    operation = await opened(house)
    before = await ground.connection.fetchval("select count(*) from cases")
    people = [arrested(number) for number in range(4)]
    people[1].known.a_numbers = ["2010A0001"]
    people[3].known.a_numbers = people[0].known.a_numbers

    with pytest.raises(Invalid) as refused:
        async with house.acting(house.ana) as tx:
            await operations.take_in_arrests(tx, operation.id, people)

    assert refused.value.field == "arrests.1.aNumbers"
    assert "Person 2:" in refused.value.message
    assert "Person 4: This A-number is person 1's as well." in refused.value.message
    assert "Persona 2:" in refused.value.said("es")
    assert await ground.connection.fetchval("select count(*) from cases") == before
    assert await ground.connection.fetchval("select count(*) from detainees") == before


async def test_an_hour_that_the_clocks_skip_is_told_of_its_person_and_nobody_is_taken_in(
    house: House, ground: Ground
) -> None:
    operation = await opened(house)
    before = await ground.connection.fetchval("select count(*) from cases")
    people = [arrested(number) for number in range(3)]
    people[2].report.arrested_at = datetime(2026, 3, 8, 2, 30)

    with pytest.raises(Invalid) as refused:
        async with house.acting(house.ana) as tx:
            await operations.take_in_arrests(tx, operation.id, people)

    assert refused.value.field == "arrests.2.arrestedAt"
    assert "Person 3: On 2026-03-08 at 02:30 the clocks in America/New_York jump forward" in refused.value.message
    assert await ground.connection.fetchval("select count(*) from cases") == before


@pytest.mark.parametrize(
    ("people", "sentence"),
    [([], "List at least one person."), ([Arrested()] * 101, "List at most 100 people at a time.")],
)
async def test_an_intake_of_nobody_or_of_too_many_is_refused(
    house: House, ground: Ground, people: list[Arrested], sentence: str
) -> None:
    operation = await opened(house)
    before = await ground.connection.fetchval("select count(*) from cases")

    with pytest.raises(Invalid, match=sentence):
        async with house.acting(house.ana) as tx:
            await operations.take_in_arrests(tx, operation.id, people)

    assert await ground.connection.fetchval("select count(*) from cases") == before


@pytest.mark.parametrize(
    ("name", "began_on", "field"), [("  ", date(2026, 11, 20), "name"), ("Raid", date(2031, 1, 1), "beganOn")]
)
async def test_an_operation_without_a_name_or_in_the_future_is_refused(
    house: House, ground: Ground, name: str, began_on: date, field: str
) -> None:
    with pytest.raises(Invalid) as refused:
        async with house.acting(house.ana) as tx:
            await operations.open_operation(tx, house.organization, name=name, began_on=began_on)

    assert refused.value.field == field
    assert await ground.connection.fetchval("select count(*) from operations") == 0


async def test_who_takes_nobody_in_neither_opens_nor_sees_one(house: House, ground: Ground) -> None:
    operation = await opened(house)
    advocate = await house.a_person("Nora Vigil", role=Role.ADVOCATE)

    with pytest.raises((NotFound, NotPermitted)):
        async with house.acting(advocate) as tx:
            await operations.take_in_arrests(tx, operation.id, [Arrested()])
    with pytest.raises((NotFound, NotPermitted, Invalid)):
        async with house.acting(advocate) as tx:
            await operations.open_operation(tx, house.organization, name="Raid", began_on=date(2026, 11, 20))

    assert await ground.connection.fetchval("select count(*) from operations") == 1


async def test_a_case_is_put_into_an_operation_and_taken_out(house: House) -> None:
    operation = await opened(house)
    async with house.acting(house.ana) as tx:
        case = await tx.session.get_one(Case, house.case)
        await operations.put_into_operation(tx, case.id, operation.id, expected_revision=case.revision)
    async with house.acting(house.ana) as tx:
        case = await tx.session.get_one(Case, house.case)
        assert case.operation_id == operation.id
        await operations.put_into_operation(tx, case.id, None, expected_revision=case.revision)
        assert case.operation_id is None


async def two_more(house: House) -> tuple[Case, Case]:
    async with house.acting(house.ana) as tx:
        return (
            await intake.take_in_case(tx, house.organization, known=Known()),
            await intake.take_in_case(tx, house.organization, known=Known()),
        )


async def test_a_family_has_one_lead(house: House) -> None:
    son, daughter = await two_more(house)
    async with house.acting(house.ana) as tx:
        await families.join_family(tx, son.id, house.case, FamilyRole.RIDER)
        await families.join_family(tx, daughter.id, son.id, FamilyRole.LEAD)

    async with house.acting(house.ana) as tx:
        roles = {one.case_id: one.role for one in await tx.session.scalars(select(FamilyMember))}
    assert roles == {house.case: FamilyRole.RIDER, son.id: FamilyRole.RIDER, daughter.id: FamilyRole.LEAD}


async def test_whoever_leaves_a_family_of_two_leaves_none_behind(house: House, ground: Ground) -> None:
    son, daughter = await two_more(house)
    async with house.acting(house.ana) as tx:
        await families.join_family(tx, son.id, house.case, FamilyRole.RIDER)
        await families.join_family(tx, daughter.id, house.case, FamilyRole.RIDER)
        await families.leave_family(tx, house.case)
    # Somebody carries the claim.
    assert await ground.connection.fetchval("select role from family_members where case_id = $1", son.id) == "lead"

    async with house.acting(house.ana) as tx:
        await families.leave_family(tx, son.id)
    assert await ground.connection.fetchval("select count(*) from family_members") == 0


async def test_each_refusal_of_a_family_changes_nothing(house: House, ground: Ground) -> None:
    son, daughter = await two_more(house)
    async with house.acting(house.ana) as tx:
        third = await intake.take_in_case(tx, house.organization, known=Known())
        await families.join_family(tx, son.id, house.case, FamilyRole.RIDER)
        await families.join_family(tx, daughter.id, third.id, FamilyRole.RIDER)
    before = await ground.connection.fetch("select case_id, family_id, role from family_members order by id")

    for one, other, what in ((son.id, son.id, Invalid), (son.id, daughter.id, NotAllowedByState)):
        with pytest.raises(what):
            async with house.acting(house.ana) as tx:
                await families.join_family(tx, one, other, FamilyRole.LEAD)
    async with house.acting(house.ana) as tx:
        alone = await intake.take_in_case(tx, house.organization, known=Known())
    with pytest.raises(NotAllowedByState, match="belongs to no family"):
        async with house.acting(house.ana) as tx:
            await families.leave_family(tx, alone.id)

    assert await ground.connection.fetch("select case_id, family_id, role from family_members order by id") == before


async def test_an_operation_goes_with_its_last_case(house: House, ground: Ground) -> None:
    from casework.retention.erasing import erase

    operation = await opened(house)
    async with house.acting(house.ana) as tx:
        (case,) = await operations.take_in_arrests(tx, operation.id, [arrested(1)])
        await tx.session.flush()
        async with tx.taking_away():
            await erase(tx, case, by="request")

    assert await ground.connection.fetchval("select count(*) from operations") == 0
    key = await ground.connection.fetchval("select wrapped from vault_keys where id = $1", operation.vault_key_id)
    assert key is None
    assert await ground.connection.fetchval("select count(*) from cases") == 1
