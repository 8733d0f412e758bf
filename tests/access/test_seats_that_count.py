"""Which seats are told of somebody when they arrive: those that show them more than the lead of the case does already.

An office may put its coordinator on every team. A list of all its cases would be asked about each row of a page.
"""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select, text

from casework import access, notes
from casework.access import Act
from casework.refusals import NotPermitted
from schema.cases import Case
from schema.organizations import Membership, Organization, OrganizationKind, Role
from schema.teams import CaseReader, CaseRole, TeamMember
from tests.house import House


async def _sits(house: House, name: str, *roles: Role, on_team: CaseRole, supervised: bool = False) -> UUID:
    person = await house.a_person(name, email=None)
    async with house.watching() as tx:
        for role in roles:
            tx.session.add(
                Membership(
                    organization_id=house.organization, person_id=person, role=role, supervised=supervised
                )
            )  # fmt: skip
        tx.session.add(
            TeamMember(
                case_id=house.case, person_id=person, organization_id=house.organization, role=on_team,
                began_at=tx.now - timedelta(days=1),
            )
        )  # fmt: skip
    return person


_DEPTHS = ("reader", "legal", "counsel")


@pytest.mark.parametrize(
    ("roles", "on_team", "supervised", "told", "reads"),
    [
        ((Role.COORDINATOR,), CaseRole.COORDINATOR, False, (), ("reader", "legal")),
        ((Role.COORDINATOR,), CaseRole.COORDINATOR, True, (), _DEPTHS),
        # The compartment is counsel's: to it a coordinator comes by the seat alone.
        ((Role.COORDINATOR,), CaseRole.ATTORNEY, False, ("counsel",), _DEPTHS),
        ((Role.COORDINATOR, Role.ATTORNEY), CaseRole.ATTORNEY, True, (), _DEPTHS),
        ((Role.ATTORNEY,), CaseRole.ATTORNEY, False, _DEPTHS, _DEPTHS),
        ((Role.PARALEGAL,), CaseRole.PARALEGAL, False, ("reader", "legal"), ("reader", "legal")),
        ((Role.ADVOCATE,), CaseRole.ADVOCATE, False, ("reader",), ("reader",)),
    ],
)  # fmt: skip
async def test_a_seat_is_told_as_far_as_it_reaches_deeper_than_the_lead(
    house: House, roles: tuple[Role, ...], on_team: CaseRole, supervised: bool, told: tuple[str, ...],
    reads: tuple[str, ...],
) -> None:  # fmt: skip
    person = await _sits(house, "Vera Ruiz", *roles, on_team=on_team, supervised=supervised)

    async with house.acting(person) as tx:
        seats = (await access.standing(tx)).seats
        asked = text("select acting_sits(:depth, :lead, :case)")
        given = {"lead": house.organization, "case": house.case}
        at_once = [depth for depth in _DEPTHS if await tx.session.scalar(asked, {**given, "depth": depth})]
        # And where nothing was told, or it has changed since.
        await tx.session.execute(
            text(
                "select set_config('presencia.reads_' || d, '', true) from unnest(array['reader','legal','counsel']) d"
            )
        )
        anew = [depth for depth in _DEPTHS if await tx.session.scalar(asked, {**given, "depth": depth})]

    assert seats == tuple((house.case,) if depth in told else () for depth in _DEPTHS)
    assert tuple(at_once) == tuple(anew) == reads


async def test_whoever_coordinates_no_more_reads_from_the_seat_at_once(house: House) -> None:
    person = await _sits(house, "Vera Ruiz", Role.COORDINATOR, Role.PARALEGAL, on_team=CaseRole.PARALEGAL)
    async with house.acting(person) as tx:
        before = (await access.standing(tx)).seats
    async with house.watching() as tx:
        held = select(Membership).where(Membership.person_id == person, Membership.role == Role.COORDINATOR)
        (await tx.session.scalars(held)).one().ended_at = tx.now

    async with house.acting(person) as tx:
        after = (await access.standing(tx)).seats
        seen = await tx.session.scalar(select(Case.id).where(Case.id == house.case))

    assert (before, after) == (((), (), ()), ((house.case,), (house.case,), ()))
    assert seen == house.case


async def test_a_case_shared_between_two_offices_of_one_coordinator_is_told_for_none_of_them(house: House) -> None:
    person = await _sits(house, "Vera Ruiz", Role.COORDINATOR, on_team=CaseRole.COORDINATOR)
    async with house.watching() as tx:
        other = Organization(slug="beside", name="Beside", kind=OrganizationKind.LEGAL_PROVIDER, phone="203 555 0100")
        tx.session.add(other)
        await tx.session.flush()
        tx.session.add(CaseReader(organization_id=other.id, case_id=house.case, began_at=tx.now))
        tx.session.add(Membership(organization_id=other.id, person_id=person, role=Role.COORDINATOR, supervised=True))

    async with house.acting(person) as tx:
        seats = (await access.standing(tx)).seats

    # The second office supervises them, and so they read the compartment as its coordinator.
    assert seats == ((), (), (house.case,))


async def test_verbs_in_a_row_about_one_case_are_each_asked_for_their_own_act(house: House) -> None:
    vera = await _sits(house, "Vera Ruiz", Role.ADVOCATE, on_team=CaseRole.ADVOCATE)
    async with house.acting(vera) as tx:
        with access.holding(tx):
            case = await access.case_for(tx, house.case, Act.SEE_CASE)
            again = await access.case_for(tx, house.case, Act.SEE_CASE)
            with pytest.raises(NotPermitted):
                await notes.write_note(tx, house.case, "Not mine to write.")
        with pytest.raises(NotPermitted):
            await access.case_for(tx, house.case, Act.UPDATE_CASE)

    assert case is again
