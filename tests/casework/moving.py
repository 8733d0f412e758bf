"""Moving somebody about in tests: two places, and the acts of whoever hears of it."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from casework import actors, custody, times
from schema.base import new_id
from schema.courts import Court
from schema.custody import Confidence, PlaceOfCustody, ReleaseReason, Source
from schema.facilities import Facility
from schema.tasks import Task
from tests.house import NEW_YORK, House

CHICAGO = "America/Chicago"


async def places(house: House) -> dict[str, UUID]:
    """Plymouth, where Hartford's court could set a bond in this story; and Alexandria, from where flights leave."""
    async with house.watching() as tx:
        jena = Court(id=new_id(), code="JNA", name="LaSalle Immigration Court", state="LA", time_zone=CHICAGO)
        plymouth = Facility(
            id=new_id(), code="PLYMOMA", name="Plymouth", state="MA", district="District of Massachusetts", circuit="1",
            time_zone=NEW_YORK, court_code="HAR",
        )  # fmt: skip
        alexandria = Facility(
            id=new_id(), code="JENATLA", name="Alexandria", state="LA", district="Western District of Louisiana",
            circuit="5", time_zone=CHICAGO, staging=True, court_code="JNA",
        )  # fmt: skip
        tx.session.add_all([jena, plymouth, alexandria])
    return {"plymouth": plymouth.id, "alexandria": alexandria.id, "jena": jena.id}


async def held(house: House, facility: UUID, wall: datetime | None = None, source: Source = Source.LOCATOR) -> None:
    async with house.acting(house.ana) as tx:
        await custody.record_custody(
            tx, house.case, place=PlaceOfCustody.FACILITY, facility_id=facility, since=wall, source=source
        )


async def move(
    house: House, facility: UUID, confidence: Confidence = Confidence.ONE_SOURCE, **facts: object
) -> custody.Transfer:
    async with house.acting(house.ana) as tx:
        return await custody.record_transfer(
            tx, house.case, facility_id=facility, source=Source.COUNSEL, confidence=confidence, **facts  # type: ignore[arg-type]
        )  # fmt: skip


async def open_tasks(house: House, kind: str) -> list[str]:
    """Keys of the open tasks of a kind: what is to be done."""
    async with house.watching() as tx:
        asked = select(Task.raised_key).where(Task.raised_by == kind, Task.done_at.is_(None)).order_by(Task.id)
        return [(key or "").rpartition(":")[2] for key in await tx.session.scalars(asked)]


async def titles(house: House, kind: str) -> list[str]:
    async with house.watching() as tx:
        asked = select(Task).where(Task.raised_by == kind, Task.done_at.is_(None)).order_by(Task.id)
        found = list(await tx.session.scalars(asked))
        await tx.unlock([task.title for task in found])
        return [tx.open(task, "title") or "" for task in found]


async def keep_house(house: House) -> int:
    async with house.database.transaction(actors.HOUSEKEEPING) as tx:
        return await custody.watch(tx)


async def release(house: House) -> int:
    async with house.acting(house.ana) as tx:
        at = times.wall_time(tx.now, NEW_YORK).replace(second=0, microsecond=0) - timedelta(hours=1)
        _, closed = await custody.record_release(
            tx, house.case, released_at=at, time_zone=NEW_YORK, reason=ReleaseReason.BONDED_OUT_JUDGE,
            source=Source.COUNSEL,
        )  # fmt: skip
        return closed
