"""Family preparedness: ticks and days, and no column into which a word could be typed."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import Date, DateTime, Enum, Uuid, inspect, select

from api.graph import schema as graph
from casework import preparedness
from casework.refusals import Invalid, NotAllowedByState, NotPermitted
from schema.audit import AuditEntry
from schema.preparedness import PreparednessItem, PreparednessTick
from tests.house import House

TODAY = date(2026, 11, 23)


async def tick(house: House, item: PreparednessItem, day: date = TODAY, *, by: UUID | None = None) -> None:
    async with house.acting(by or house.ana) as tx:
        await preparedness.tick_preparedness(tx, house.case, item, day)


async def ticks(house: House) -> dict[PreparednessItem, date | None]:
    async with house.watching() as tx:
        return {one.item: one.done_on for one in await tx.session.scalars(select(PreparednessTick))}


def test_the_table_and_its_inputs_hold_closed_words_ids_and_days_alone() -> None:
    kinds = {column.name: column.type for column in inspect(PreparednessTick).local_table.columns}
    assert all(isinstance(kind, Date | DateTime | Enum | Uuid) for kind in kinds.values()), kinds
    asked = graph.graphql.type_map["TickPreparednessInput"].fields  # type: ignore[union-attr]
    assert {name: str(field.type) for name, field in asked.items()} == {
        "caseId": "ID!", "item": "PreparednessItem!", "doneOn": "Date!",
    }  # fmt: skip


async def test_a_preparation_is_ticked_with_its_day_mended_and_taken_back(house: House) -> None:
    await tick(house, PreparednessItem.SCHOOL_TOLD)
    await tick(house, PreparednessItem.SCHOOL_TOLD, date(2026, 11, 20))
    await tick(house, PreparednessItem.KEYS)
    assert await ticks(house) == {PreparednessItem.SCHOOL_TOLD: date(2026, 11, 20), PreparednessItem.KEYS: TODAY}

    async with house.acting(house.ana) as tx:
        await preparedness.untick_preparedness(tx, house.case, PreparednessItem.KEYS)

    assert await ticks(house) == {PreparednessItem.SCHOOL_TOLD: date(2026, 11, 20), PreparednessItem.KEYS: None}
    async with house.watching() as tx:
        acts = list(
            await tx.session.scalars(
                select(AuditEntry.act).where(AuditEntry.act.startswith("preparedness.")).order_by(AuditEntry.seq)
            )
        )
    assert acts == ["preparedness.ticked"] * 3 + ["preparedness.unticked"]


async def test_only_counsel_ticks_that_standby_guardian_forms_were_reviewed(house: House) -> None:
    with pytest.raises(NotPermitted, match="attorney"):
        await tick(house, PreparednessItem.STANDBY_FORMS_REVIEWED)
    assert await ticks(house) == {}

    await tick(house, PreparednessItem.STANDBY_FORMS_REVIEWED, by=house.luis)

    with pytest.raises(NotPermitted):
        async with house.acting(house.ana) as tx:
            await preparedness.untick_preparedness(tx, house.case, PreparednessItem.STANDBY_FORMS_REVIEWED)
    assert await ticks(house) == {PreparednessItem.STANDBY_FORMS_REVIEWED: TODAY}


async def test_a_day_to_come_and_a_tick_that_is_not_there_are_refused(house: House) -> None:
    with pytest.raises(Invalid) as refused:
        await tick(house, PreparednessItem.BANK, TODAY + timedelta(days=1))
    assert refused.value.field == "doneOn"
    with pytest.raises(NotAllowedByState):
        async with house.acting(house.ana) as tx:
            await preparedness.untick_preparedness(tx, house.case, PreparednessItem.BANK)

    assert await ticks(house) == {}
