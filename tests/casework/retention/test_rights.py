"""Detainers, incidents and ticks: they move when cases are merged, go with the case, and ticks ninety days after it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from casework import detainers, incidents, intake, merging, preparedness, retention
from casework.detainers import DetainerFacts
from casework.identities import Known
from casework.incidents import IncidentFacts
from schema.cases import Case
from schema.detainers import Detainer
from schema.incidents import FollowUpKind, FollowUpState, Incident, IncidentFollowUp, IncidentKind
from schema.preparedness import PreparednessItem, PreparednessTick
from schema.retention import RetentionClass
from tests.casework.retention.sweeps import AFTER, MINUTE, count, held_and_closed, swept
from tests.casework.retention.test_holds import proved
from tests.ground import Ground
from tests.house import House

TABLES = ("detainers", "incidents", "incident_follow_ups", "preparedness_ticks")


async def record(house: House, case_id: UUID, *items: PreparednessItem) -> None:
    """A detainer, an incident with an answered request, and some ticks."""
    async with house.acting(house.ana) as tx:
        await detainers.record_detainer(
            tx, case_id, DetainerFacts(agency="Hamden Police", received_at=datetime(2026, 11, 20, 9))
        )
        what = IncidentFacts(kind=IncidentKind.FORCE, what="He fell.", happened_at=datetime(2026, 11, 20, 8))
        incident = await incidents.record_incident(tx, case_id, what)
        asked = await incidents.follow_up_incident(
            tx, incident.id, kind=FollowUpKind.COMPLAINT, to_whom="The chief", sent_on=date(2026, 11, 21)
        )
        await incidents.answer_follow_up(
            tx, asked.id, state=FollowUpState.ANSWERED, answered_on=date(2026, 11, 22), expected_revision=0
        )
        for item in items:
            await preparedness.tick_preparedness(tx, case_id, item, date(2026, 11, 22))


async def by_case(house: House) -> dict[UUID, list[int]]:
    """How many rows of each table a case has."""
    found: dict[UUID, list[int]] = {}
    async with house.watching() as tx:
        models: tuple[type[Any], ...] = (Detainer, Incident, IncidentFollowUp, PreparednessTick)
        for place, model in enumerate(models):
            for row in await tx.session.scalars(select(model)):
                found.setdefault(row.case_id, [0] * len(models))[place] += 1
    return found


async def test_they_move_when_cases_are_merged_and_back_again_and_one_tick_of_a_kind_stays(house: House) -> None:
    async with house.acting(house.ana) as tx:
        other = await intake.take_in_case(tx, house.organization, known=Known(legal_name="Mateo R. Cruz"))
    await record(house, house.case, PreparednessItem.BANK)
    await record(house, other.id, PreparednessItem.BANK, PreparednessItem.KEYS)
    apart = await by_case(house)
    assert apart == {house.case: [1, 1, 1, 1], other.id: [1, 1, 1, 2]}

    async with house.acting(house.ana) as tx:
        merge = await merging.merge_cases(tx, house.case, other.id)
    assert await by_case(house) == {house.case: [2, 2, 2, 2], other.id: [0, 0, 0, 1]}

    async with house.acting(house.ana) as tx:
        await merging.undo_merge(tx, merge.id)
    assert await by_case(house) == apart


async def test_what_a_family_prepared_is_forgotten_ninety_days_after_the_case_closed(
    house: House, ground: Ground
) -> None:
    await record(house, house.case, PreparednessItem.BANK, PreparednessItem.KEYS)
    await held_and_closed(house)

    house.clock.now += AFTER[RetentionClass.PREPAREDNESS] - MINUTE
    assert not (await swept(house))[RetentionClass.PREPAREDNESS]
    house.clock.now += MINUTE
    assert (await swept(house))[RetentionClass.PREPAREDNESS] == 2

    assert await count(ground, "preparedness_ticks") == 0
    assert await count(ground, "detainers") == await count(ground, "incidents") == 1


async def test_erasing_a_case_takes_all_of_it(house: House, ground: Ground) -> None:
    await record(house, house.case, PreparednessItem.BANK)
    await held_and_closed(house)
    assert [await count(ground, table) for table in TABLES] == [1, 1, 1, 1]
    async with house.watching() as tx:
        revision = (await tx.session.get_one(Case, house.case)).revision

    async with proved(house, house.luis) as tx:
        await retention.erase_case(tx, house.case, expected_revision=revision)

    assert [await count(ground, table) for table in TABLES] == [0, 0, 0, 0]


async def test_after_seven_years_it_goes_with_the_case(house: House, ground: Ground) -> None:
    await record(house, house.case, PreparednessItem.BANK)
    await held_and_closed(house)

    house.clock.now += AFTER[RetentionClass.CASES]
    await swept(house)

    assert [await count(ground, table) for table in TABLES] == [0, 0, 0, 0]
