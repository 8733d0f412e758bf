"""An offer that comes after the end of a case opens nothing."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from casework import assignments, cases, hearings, people
from casework.refusals import NotAllowedByState
from schema.assignments import Assignment, AssignmentState, Scope
from schema.cases import Case, Stage
from schema.hearings import Hearing
from schema.notices import LetterKind
from schema.organizations import Role
from schema.teams import TeamMember
from tests.house import House


async def test_a_closed_case_is_not_accepted_and_gives_no_seat(house: House) -> None:
    ines = await house.a_person("Ines Duarte", role=Role.ATTORNEY)
    async with house.watching() as tx:
        await people.record_attorney(tx, ines, bar_states=["CT"], eoir_registered=True)
    async with house.acting(house.ana) as tx:
        offer = await assignments.offer_assignment(
            tx, house.case, ines, scope=Scope.ALL, blurb="A young man, held since November, needs counsel for bond."
        )
        hearing = await tx.session.get_one(Hearing, house.hearing)
        await hearings.cancel_hearing(tx, hearing.id, expected_revision=hearing.revision)
        case = await tx.session.get_one(Case, house.case)
        await cases.close_case(tx, house.case, expected_revision=case.revision, reason="He went home.")

    with pytest.raises(NotAllowedByState, match="This case is closed"):
        async with house.acting(ines) as tx:
            await assignments.accept_assignment(tx, offer.id, expected_revision=offer.revision)

    async with house.watching() as tx:
        assert (await tx.session.get_one(Assignment, offer.id)).state is AssignmentState.OFFERED
        assert (await tx.session.get_one(Case, house.case)).stage is Stage.CLOSED
        assert not (await tx.session.scalars(select(TeamMember).where(TeamMember.person_id == ines))).all()
    assert await house.rows(kind=LetterKind.ASSIGNED) == []
