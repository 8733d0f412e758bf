"""What the end of a stay makes of a case."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from casework import custody, tasks
from schema.base import new_id
from schema.cases import Case, CustodyStatus, Stage
from schema.custody import Confidence, ReleaseReason, Source
from schema.facilities import Facility
from schema.tasks import Task
from tests.house import NEW_YORK, House


@pytest.mark.parametrize(
    ("reason", "status", "stage"),
    [
        (ReleaseReason.BONDED_OUT_JUDGE, CustodyStatus.RELEASED, Stage.AFTER_RELEASE),
        (ReleaseReason.WITHDRAWAL, CustodyStatus.DEPARTED, Stage.INTAKE),
        (ReleaseReason.REMOVED, CustodyStatus.REMOVED, Stage.INTAKE),
    ],
)
async def test_whoever_left_the_country_is_not_called_released(
    house: House, reason: ReleaseReason, status: CustodyStatus, stage: Stage
) -> None:
    async with house.acting(house.ana) as tx:
        released_at = tx.now.replace(tzinfo=None, second=0, microsecond=0) - timedelta(days=1)
        await custody.record_release(
            tx, house.case, released_at=released_at, time_zone=NEW_YORK, reason=reason, source=Source.COUNSEL
        )

    async with house.watching() as tx:
        case = await tx.session.get_one(Case, house.case)
    assert (case.custody_status, case.stage) == (status, stage)


async def facilities(house: House, *codes: str) -> list[UUID]:
    async with house.watching() as tx:
        places = [Facility(id=new_id(), code=code, name=code, time_zone=NEW_YORK) for code in codes]
        tx.session.add_all(places)
    return [place.id for place in places]


async def move(house: House, facility_id: UUID) -> None:
    async with house.acting(house.ana) as tx:
        await custody.record_transfer(
            tx, house.case, facility_id=facility_id, source=Source.COUNSEL, confidence=Confidence.ONE_SOURCE
        )


async def raised(house: House) -> list[Task]:
    """The tasks that transfers raised, by when they are due."""
    async with house.watching() as tx:
        asked = select(Task).where(Task.raised_by == "transfer").order_by(Task.due_at, Task.id)
        return list(await tx.session.scalars(asked))


async def test_moved_again_before_anyone_looked_there_is_still_one_list_and_it_is_due_anew(house: House) -> None:
    first, second = await facilities(house, "STRAFFO", "PLYMOMA")
    await move(house, first)
    before = await raised(house)
    house.clock.forward(hours=30)

    await move(house, second)

    now = await raised(house)
    assert [one.id for one in now] == [one.id for one in before]
    assert [(one.raised_key or "").rpartition(":")[2] for one in now] == ["bond", "venue"]
    assert {one.due_at for one in now} == {house.clock.now + timedelta(days=1)}
    assert all(later.revision > earlier.revision for earlier, later in zip(before, now, strict=True))


async def test_moved_again_after_it_was_done_there_is_a_new_task(house: House) -> None:
    first, second = await facilities(house, "STRAFFO", "PLYMOMA")
    await move(house, first)
    done, _ = await raised(house)
    async with house.acting(house.ana) as tx:
        await tasks.complete_task(tx, done.id, expected_revision=done.revision)

    await move(house, second)

    assert [one.done_at is not None for one in await raised(house)].count(False) == 2
    assert len(await raised(house)) == 3
