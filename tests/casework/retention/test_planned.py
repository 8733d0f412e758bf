"""How an action was planned moves when cases are merged and goes with the case; who kept people safe goes before."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from casework import advocacy, intake, merging, retention
from casework.identities import Known
from schema.advocacy import AdvocacyAction
from schema.cases import Case
from schema.consents import NameForm
from schema.occasions import OccasionKind
from schema.retention import RetentionClass
from schema.wordings import WordingKind
from tests.casework.retention.sweeps import AFTER, MINUTE, count, held_and_closed, swept
from tests.casework.retention.test_holds import proved
from tests.ground import Ground
from tests.house import NEW_YORK, House

TABLES = ("safety_plans", "wordings", "tasks")


async def planned(house: House, case_id: UUID) -> UUID:
    """A vigil with a safety plan, talking points, and its usual tasks."""
    async with house.acting(house.ana) as tx:
        action = await advocacy.draft_action(
            tx, house.organization, kind=OccasionKind.VIGIL, case_id=case_id,
            words={"title": "Light", "name_form": NameForm.NONE, "audiences": []},
            arrangements={"starts_at": datetime(2026, 12, 2, 8), "time_zone": NEW_YORK},
        )  # fmt: skip
        await advocacy.write_safety_plan(tx, action.id, {"marshals": "Dee"})
        await advocacy.draft_wording(
            tx, action.id, kind=WordingKind.TALKING_POINTS, language="en", expected_revision=action.revision
        )
        await advocacy.lay_out_action_tasks(tx, action.id)
        return action.id


async def of_case(ground: Ground, case_id: UUID) -> list[int]:
    found = []
    for table in TABLES:
        also = " and action_id is not null" if table == "tasks" else ""
        asked = f"select count(*) from {table} where case_id = $1{also}"
        found.append(await ground.connection.fetchval(asked, case_id))
    return found


async def test_it_moves_when_cases_are_merged_and_back_again(house: House, ground: Ground) -> None:
    async with house.acting(house.ana) as tx:
        other = (await intake.take_in_case(tx, house.organization, known=Known(legal_name="Mateo R. Cruz"))).id
    await planned(house, other)
    apart = await of_case(ground, other)
    assert apart[:2] == [1, 1] and apart[2] > 3

    async with house.acting(house.ana) as tx:
        merge = await merging.merge_cases(tx, house.case, other)
    assert (await of_case(ground, house.case), await of_case(ground, other)) == (apart, [0, 0, 0])
    async with house.acting(house.ana) as tx:
        await merging.undo_merge(tx, merge.id)
    assert (await of_case(ground, house.case), await of_case(ground, other)) == ([0, 0, 0], apart)


async def test_who_kept_people_safe_is_forgotten_thirty_days_after_the_action(house: House, ground: Ground) -> None:
    action_id = await planned(house, house.case)
    async with house.watching() as tx:
        over = (await tx.session.get_one(AdvocacyAction, action_id)).occasion.ends_at

    house.clock.now = over + AFTER[RetentionClass.SAFETY_PLANS] - MINUTE
    assert not (await swept(house))[RetentionClass.SAFETY_PLANS]
    house.clock.now += timedelta(minutes=1)
    assert (await swept(house))[RetentionClass.SAFETY_PLANS] == 1

    assert await count(ground, "safety_plans") == 0 and await count(ground, "wordings") == 1


async def test_erasing_a_case_takes_all_of_it(house: House, ground: Ground) -> None:
    await planned(house, house.case)
    await held_and_closed(house)
    async with house.watching() as tx:
        revision = (await tx.session.get_one(Case, house.case)).revision

    async with proved(house, house.luis) as tx:
        await retention.erase_case(tx, house.case, expected_revision=revision)

    assert await of_case(ground, house.case) == [0, 0, 0]
