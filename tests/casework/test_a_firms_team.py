"""A firm beside its attorney: an associate and a paralegal see what she sees, as long as she does, and nobody else."""

from __future__ import annotations

from uuid import UUID

import pytest
from sqlalchemy import select

from casework import access, assignments, conflicts, people, teams, walls
from casework.refusals import Invalid, NotPermitted, Refusal
from schema.assignments import Assignment
from schema.attorneys import Qualification
from schema.cases import Case
from schema.conflicts import SheetAnswer
from schema.organizations import Membership, Role
from schema.people import PersonKind
from schema.teams import CaseRole, TeamMember
from tests.casework.firms import Firm, a_firm, accepted, again, consented, offered, said_yes, seats, trail
from tests.house import House


@pytest.fixture
async def firm(house: House) -> Firm:
    await consented(house)
    return await a_firm(house)


async def opened_to_the_firm(house: House, firm: Firm) -> Assignment:
    """Ines of the firm took the case, and it cleared."""
    yes = await said_yes(house, await offered(house, firm.ines))
    async with house.acting(house.ana) as tx:
        sheet = await conflicts.send_conflict_sheet(tx, yes.id, expected_revision=yes.revision)
    async with house.acting(firm.otto) as tx:
        await conflicts.answer_conflict_sheet(tx, sheet.id, expected_revision=sheet.revision, answer=SheetAnswer.CLEAR)
    return await again(house, yes)


async def depth(house: House, who: UUID) -> tuple[int, bool]:
    """How many cases somebody reads, and whether counsel's compartment is open to them."""
    async with house.acting(who) as tx:
        found = (await access.seats(tx, [house.case])).get(house.case)
        cases = len((await tx.session.scalars(select(Case))).unique().all())
        return cases, bool(found and found.counsel)


async def test_a_firms_associate_and_paralegal_see_what_its_attorney_sees_and_leave_with_her_rule_5_3(
    house: House, firm: Firm
) -> None:
    ines = await opened_to_the_firm(house, firm)

    async with house.acting(firm.ines) as tx:
        await assignments.seat_colleague(tx, ines.id, firm.otto, CaseRole.ATTORNEY)
        await assignments.seat_colleague(tx, ines.id, firm.pia, CaseRole.PARALEGAL)

    assert await depth(house, firm.ines) == await depth(house, firm.otto) == await depth(house, firm.pia) == (1, True)
    async with house.acting(house.ana) as tx:
        await assignments.withdraw_assignment(tx, ines.id, expected_revision=ines.revision)
    for somebody in (firm.ines, firm.otto, firm.pia):
        assert await depth(house, somebody) == (0, False)
    left = [entry.after["person_id"] for entry in await trail(house, "team.left") if entry.after]
    assert set(left) == {str(firm.ines), str(firm.otto), str(firm.pia)}


async def test_a_colleagues_seat_ends_however_the_attorneys_seat_does(house: House, firm: Firm) -> None:
    ines = await opened_to_the_firm(house, firm)
    async with house.acting(firm.ines) as tx:
        await assignments.seat_colleague(tx, ines.id, firm.pia, CaseRole.PARALEGAL)

    # Also where no verb of this house had a hand in it.
    async with house.watching() as tx:
        (own,) = (await tx.session.scalars(select(TeamMember).where(TeamMember.person_id == firm.ines))).all()
        own.until = tx.now

    assert await depth(house, firm.pia) == (0, False)
    assert await seats(house, firm.pia) == []


@pytest.mark.parametrize(
    ("who", "whom", "role", "field"),
    [
        ("ines", "luis", CaseRole.PARALEGAL, "personId"),
        ("ines", "ines", CaseRole.ATTORNEY, "personId"),
        ("ines", "pia", CaseRole.ATTORNEY, "role"),
        ("ines", "pia", CaseRole.COORDINATOR, "role"),
        ("ines", "temp", CaseRole.PARALEGAL, "personId"),
        ("luis", "pia", CaseRole.PARALEGAL, ""),
        ("ana", "pia", CaseRole.PARALEGAL, ""),
    ],
)
async def test_only_the_attorney_brings_only_supervised_people_of_their_firm_and_nobody_else_gets_a_seat(
    house: House, firm: Firm, who: str, whom: str, role: CaseRole, field: str
) -> None:
    ines = await opened_to_the_firm(house, firm)
    named = {
        "ines": firm.ines, "pia": firm.pia, "luis": house.luis, "ana": house.ana,
        "temp": await firm.person("Tim Temp", Role.PARALEGAL),
    }  # fmt: skip
    async with house.watching() as tx:
        before = len((await tx.session.scalars(select(TeamMember))).all())

    with pytest.raises(Refusal) as no:
        async with house.acting(named[who]) as tx:
            await assignments.seat_colleague(tx, ines.id, named[whom], role)

    assert getattr(no.value, "field", "") == field
    async with house.watching() as tx:
        assert len((await tx.session.scalars(select(TeamMember))).all()) == before


async def test_a_colleague_behind_a_wall_gets_no_seat_rule_1_10(house: House, firm: Firm) -> None:
    ines = await opened_to_the_firm(house, firm)
    async with house.acting(house.ana) as tx:
        await walls.raise_wall(tx, house.case, person_id=firm.pia, reason="She worked for the employer.")

    with pytest.raises(Invalid):
        async with house.acting(firm.ines) as tx:
            await assignments.seat_colleague(tx, ines.id, firm.pia, CaseRole.PARALEGAL)

    assert await seats(house, firm.pia) == []


async def test_a_supervised_student_takes_a_case_and_sits_as_one_8_cfr_1292_1_a_2(house: House, firm: Firm) -> None:
    async with house.watching() as tx:
        person = await people.add_person(tx, house.organization, kind=PersonKind.STAFF, name="Sam Student")
    sam = person.id
    await _member(house, sam)
    await firm.attorney(
        sam, bar_states=[], eoir_registered=False, qualification=Qualification.LAW_STUDENT, statement_filed=True,
        supervisor_id=house.luis,
    )  # fmt: skip

    await accepted(house, sam)

    assert [one.role for one in await seats(house, sam)] == [CaseRole.SUPERVISED_STUDENT]
    with pytest.raises(NotPermitted):
        async with house.acting(sam) as tx:
            await teams.share_case(tx, house.case, firm.id)


async def _member(house: House, person_id: UUID) -> None:
    async with house.watching() as tx:
        tx.session.add(
            Membership(organization_id=house.organization, person_id=person_id, role=Role.SUPERVISED_STUDENT)
        )
