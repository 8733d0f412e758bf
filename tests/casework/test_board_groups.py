"""The board without its cases: how many are in each group, and where reading can begin."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import pytest

from casework import reading
from casework.bulk_changes import CaseChange
from casework.reading import BoardFilter, Grouping, Order
from schema.cases import Priority, Stage
from schema.organizations import Role
from tests.casework.test_bulk_changes import a_case, change
from tests.house import House


async def board(house: House, wanted: BoardFilter | None = None, **asked: Any) -> list[UUID]:
    async with house.acting(house.ana) as tx:
        page = await reading.board(
            tx, wanted or BoardFilter(), **{"order": None, "first": 100, "cursor": None, **asked}
        )
        return [case.id for case in page.rows]


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize("order", [None, *Order])
async def test_from_a_landmark_on_the_board_reads_as_from_its_beginning(
    house: House, order: Order | None, backwards: bool
) -> None:
    made = [await a_case(house, f"Berta {letter}.") for letter in "ABCDE"]
    await change(
        house,
        CaseChange(case_id=made[1], priority=Priority.URGENT),
        CaseChange(case_id=made[3], stage=Stage.SEEKING_COUNSEL),
    )
    whole = await board(house, order=order, backwards=backwards)
    assert len(whole) == 6

    async with house.acting(house.ana) as tx:
        (group,) = await reading.outline(tx, BoardFilter(), order=order, backwards=backwards, every=2)

    assert (group.key, group.count, len(group.landmarks)) == (None, 6, 3)
    for index, landmark in enumerate(group.landmarks, start=1):
        assert await board(house, order=order, backwards=backwards, cursor=landmark) == whole[2 * index :]


@pytest.mark.parametrize("by", list(Grouping))
async def test_every_case_is_in_one_group_and_is_found_in_it(house: House, by: Grouping) -> None:
    carol = await house.a_person("Carol Cruz", role=Role.COORDINATOR)
    made = [await a_case(house, f"Berta {letter}.") for letter in "AB"]
    await change(house, CaseChange(case_id=made[0], coordinator_id=carol, stage=Stage.SEEKING_COUNSEL))
    await house.a_hearing(datetime(2026, 12, 2, 9))

    async with house.acting(house.ana) as tx:
        groups = await reading.outline(tx, BoardFilter(), order=None, by=by)

    found = [await board(house, BoardFilter(in_group=(by, group.key))) for group in groups]
    assert [len(cases) for cases in found] == [group.count for group in groups]
    assert sorted(case for cases in found for case in cases) == sorted(await board(house))
    keys = {group.key for group in groups}
    assert (
        keys
        == {
            Grouping.STAGE: {"intake", "seeking_counsel"},
            Grouping.COORDINATOR: {str(house.ana), str(carol)},
            # Nobody was found yet; one has a date.
            Grouping.FACILITY: {None},
            Grouping.COURT: {str(house.court), None},
            Grouping.WEEK: {"2026-11-30", None},
        }[by]
    )


async def test_a_case_without_a_part_in_it_is_in_nobodys_groups(house: House) -> None:
    stranger = await house.a_person("Vera Vidal", role=Role.ADMIN)
    async with house.acting(stranger) as tx:
        assert await reading.outline(tx, BoardFilter(), order=None, by=Grouping.STAGE) == []
