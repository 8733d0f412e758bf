"""What was recorded of custody by mistake is taken back, with what came of it; and how long something lasts is told."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import func, select

from casework import custody, stays, tasks, times
from casework.refusals import NotAllowedByState, NotPermitted
from schema.audit import AuditEntry
from schema.base import new_id
from schema.custody import LocatorCheck, Source
from schema.organizations import Role
from schema.tasks import Task
from schema.transfers import ExpectedCourt
from tests.casework.moving import held, keep_house, move, open_tasks, places, titles
from tests.house import House, house


async def test_marked_expected_by_mistake_it_is_taken_back_and_rings_again(house: House) -> None:
    there = await places(house)
    pair = {"court_id": house.court, "facility_id": there["alexandria"]}
    await held(house, there["plymouth"])
    await move(house, there["alexandria"])
    asked = await titles(house, "custody_court")
    async with house.acting(house.ana) as tx:
        await custody.mark_expected(tx, house.case, **pair)
    async with house.acting(house.ana) as tx:
        await custody.unmark_expected(tx, house.case, **pair)

    # The same task, not a second one.
    assert await titles(house, "custody_court") == asked and len(asked) == 1
    async with house.watching() as tx:
        assert (
            await tx.session.scalar(select(func.count()).select_from(Task).where(Task.raised_by == "custody_court"))
            == 1
        )
    with pytest.raises(NotAllowedByState, match="not marked expected"):
        async with house.acting(house.ana) as tx:
            await custody.unmark_expected(tx, house.case, **pair)
    # And it can be marked once more, which says who did and when.
    house.clock.forward(hours=1)
    async with house.acting(house.ana) as tx:
        await custody.mark_expected(tx, house.case, **pair)
    async with house.watching() as tx:
        (marked,) = await tx.session.scalars(select(ExpectedCourt))
    assert (marked.marked_at, marked.marked_by_id, marked.taken_back_at) == (house.clock.now, house.ana, None)
    assert await titles(house, "custody_court") == []


async def test_what_was_done_about_it_stays_done_when_the_mark_is_taken_back(house: House) -> None:
    there = await places(house)
    pair = {"court_id": house.court, "facility_id": there["alexandria"]}
    await held(house, there["plymouth"])
    await move(house, there["alexandria"])
    async with house.watching() as tx:
        (task,) = await tx.session.scalars(select(Task).where(Task.raised_by == "custody_court"))
    async with house.acting(house.ana) as tx:
        await tasks.complete_task(tx, task.id, expected_revision=task.revision)
    async with house.acting(house.ana) as tx:
        await custody.mark_expected(tx, house.case, **pair)
    async with house.acting(house.ana) as tx:
        await custody.unmark_expected(tx, house.case, **pair)

    assert await titles(house, "custody_court") == []


async def look(house: House, person: UUID | None = None) -> UUID:
    """Somebody looks in the locator and finds nobody."""
    async with house.acting(person or house.ana) as tx:
        await custody.record_custody(tx, house.case, source=Source.LOCATOR, found=False)
    async with house.watching() as tx:
        newest = select(LocatorCheck.id).order_by(LocatorCheck.checked_at.desc(), LocatorCheck.id.desc()).limit(1)
        return await tx.session.scalar(newest) or new_id()


async def test_a_look_that_was_a_slip_is_taken_back_and_nobody_is_asked_to_find_them(house: House) -> None:
    there = await places(house)
    await held(house, there["plymouth"])
    house.clock.forward(days=2)
    slip = await look(house)
    assert await keep_house(house) == 1

    house.clock.forward(minutes=9)
    async with house.acting(house.ana) as tx:
        await custody.take_back_look(tx, slip)

    assert await open_tasks(house, "lost_contact") == []
    assert await keep_house(house) == 0
    async with house.watching() as tx:
        known = (await stays.looks_of(tx, [house.case]))[house.case]
        told = set(await tx.session.scalars(select(AuditEntry.act)))
    assert [one.found for one in known] == [True]
    assert {"custody.not_found", "custody.look_taken_back"} <= told
    # Looked for in earnest, and not there: it is asked again, and nobody waits a day for it.
    house.clock.forward(hours=1)
    await look(house)
    assert [await keep_house(house), await keep_house(house)] == [1, 0]
    assert await open_tasks(house, "lost_contact") == ["coordinator"]


async def test_a_slip_is_taken_back_by_whoever_made_it_within_ten_minutes_and_once(house: House) -> None:
    there = await places(house)
    await held(house, there["plymouth"])
    luis = await house.a_person("Luis Prado", role=Role.COORDINATOR)
    slip, other = await look(house), await look(house)

    async def taken_back(row: UUID, by: UUID) -> None:
        async with house.acting(by) as tx:
            await custody.take_back_look(tx, row)

    async def standing_looks() -> list[bool]:
        async with house.watching() as tx:
            return [one.found for one in (await stays.looks_of(tx, [house.case]))[house.case]]

    with pytest.raises(NotPermitted, match="whoever looked"):
        await taken_back(slip, luis)
    await taken_back(slip, house.ana)
    with pytest.raises(NotAllowedByState, match="taken back already"):
        await taken_back(slip, house.ana)
    async with house.watching() as tx:
        found = await tx.session.scalar(select(LocatorCheck.id).where(LocatorCheck.found))
    assert found is not None
    with pytest.raises(NotAllowedByState, match="correct the stay"):
        await taken_back(found, house.ana)
    house.clock.forward(minutes=10)
    with pytest.raises(NotAllowedByState, match="too late"):
        await taken_back(other, house.ana)
    assert await standing_looks() == [True, False]


@pytest.mark.parametrize(
    ("passed", "english", "spanish"),
    [
        (timedelta(hours=1, minutes=50), "1 hour", "1 hora"),
        (timedelta(hours=47, minutes=59), "47 hours", "47 horas"),
        (timedelta(hours=48), "2 days", "2 días"),
        (timedelta(hours=119), "4 days", "4 días"),
    ],
)
def test_what_lasts_two_days_or_longer_is_told_in_days(passed: timedelta, english: str, spanish: str) -> None:
    assert [times.lasting(passed)(language) for language in ("en", "es-US")] == [english, spanish]


async def test_whoever_is_asked_to_look_reads_for_how_many_days(house: House) -> None:
    there = await places(house)
    await held(house, there["plymouth"])
    house.clock.forward(days=8)
    await keep_house(house)

    assert "last confirmed 8 days ago" in (await titles(house, "lost_contact"))[0]


__all__ = ["house"]
