"""What waits for whoever coordinates, row by row: on both paths, for nobody else, and silent once it is answered."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from api.nodes import parts
from api.plans import printed
from bench.paths import Paths
from casework import actors
from casework.custody.courts import KIND as COURTS
from casework.custody.watch import KIND as LOST_CONTACT
from casework.reading import waiting
from casework.settings import Settings
from casework.transaction import Database
from commands.mail_catcher import Catcher
from schema.cases import Case
from schema.custody import Confidence
from schema.hearings import Hearing
from schema.tasks import Task
from tests.clock import Clock
from tests.ground import Ground
from tests.plans.test_both_paths import a_busy_town, paths_of
from tests.town import Town, opened, settled

WAITING = printed()["Waiting"]


@pytest.fixture
async def town(
    ground: Ground, database: Database, clock: Clock, settings: Settings, smtp: Catcher
) -> AsyncIterator[Town]:
    async with opened(database, clock, settings, smtp) as found:
        await settled(found, ground, a_busy_town)
        yield found


async def waits(paths: Paths, who: Any) -> dict[str, Any]:
    """What the page asks for, as both paths say it."""
    data, errors = await paths.ordinary(who, WAITING, {})
    assert not errors and await paths.woven(who, WAITING, {}) == data
    return data  # type: ignore[no-any-return]


async def test_both_paths_list_what_waits_and_each_row_says_whose_it_is(town: Town) -> None:
    paths = paths_of(town)
    found = await waits(paths, town.staff["coordinator@demo.test"])

    rows = [*found["hearingsWaiting"], *found["deadlinesWaiting"], *found["approvalsWaiting"]]
    assert found["hearingsWaiting"] and rows
    assert all(row["case"]["shortId"].startswith("C-") for row in rows)
    starts = [row["occasion"]["startsAt"] for row in found["hearingsWaiting"]]
    assert starts == sorted(starts)


async def test_a_hearing_is_silent_once_its_date_is_sure_and_somebody_stands_up(town: Town) -> None:
    paths = paths_of(town)
    ana = town.staff["coordinator@demo.test"]
    covered = [row for row in (await waits(paths, ana))["hearingsWaiting"] if row["case"]["representedBy"]]
    assert covered
    row = covered[0]
    async with town.database.transaction(actors.OPERATOR) as tx:
        its = Hearing.id == parts(row["id"])[1]
        await tx.session.execute(update(Hearing).where(its).values(confidence=Confidence.CONFIRMED, checked_at=tx.now))

    assert row["id"] not in {one["id"] for one in (await waits(paths, ana))["hearingsWaiting"]}


async def test_an_alarm_waits_until_somebody_answers_it(town: Town) -> None:
    paths = paths_of(town)
    ana = town.staff["coordinator@demo.test"]
    async with town.database.transaction(actors.OPERATOR) as tx:
        of_ours = select(Task).join(Case, Case.id == Task.case_id).where(Task.done_at.is_(None))
        of_ours = of_ours.where(Case.lead_organization_id == parts(town.organizations["elm-city"])[1])
        task = (await tx.session.scalars(of_ours.order_by(Task.id).limit(1))).one()
        task_id = task.id
        await tx.session.execute(
            update(Task).where(Task.id == task_id).values(raised_by="custody_court", due_at=tx.now - timedelta(hours=2))
        )
    rang = [parts(one["id"])[1] for one in (await waits(paths, ana))["alarmsWaiting"]]
    assert rang == [task_id]

    async with town.database.transaction(actors.OPERATOR) as tx:
        await tx.session.execute(update(Task).where(Task.id == task_id).values(done_at=tx.now))
    assert (await waits(paths, ana))["alarmsWaiting"] == []


async def test_nobody_else_is_told_what_waits(town: Town) -> None:
    paths = paths_of(town)
    hers = await waits(paths, town.staff["coordinator@demo.test"])
    ours = {row["id"] for rows in hers.values() if isinstance(rows, list) for row in rows}
    assert ours
    for email in ("advocate@demo.test", "attorney@demo.test", "coordinator@other.test", "admin@demo.test"):
        # Not every one of them has a reading of the board that is woven.
        found, _ = await paths.ordinary(town.staff[email], WAITING, {})
        theirs = {row["id"] for rows in found.values() if isinstance(rows, list) for row in rows}
        assert theirs & ours == set(), email


def test_alarms_are_those_that_the_house_raises() -> None:
    assert set(waiting.ALARMS) == {COURTS, LOST_CONTACT}
