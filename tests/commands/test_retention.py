"""`presencia retention`: a look changes nothing, a killed sweep is finished by the next, the worker does it daily."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from datetime import UTC, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from casework import notices, retention
from casework.settings import ROOT, Settings
from commands.retention import sweep
from schema.retention import RetentionClass
from tests.access.test_refusals_change_nothing import every_row
from tests.casework.retention.sweeps import AFTER, count, held_and_closed, supporters
from tests.ground import Ground
from tests.house import House, house
from workers.carriers import Carriers
from workers.delivery import WorkerContext
from workers.housekeeping import sweep_ended

_KILLED = """
import asyncio, os, signal
from casework import retention
from casework.settings import Settings
from commands import deployment

async def main():
    async with deployment.database(Settings()) as database:
        await retention.sweep(database, told=lambda kind, gone: os.kill(os.getpid(), signal.SIGKILL))

asyncio.run(main())
"""


async def long_ago(house: House, ground: Ground) -> None:
    """Seven people signed up for what was over last year, by the wall clock that a command reads."""
    await house.invite(*await supporters(house, *(f"Supporter{one} Ortiz" for one in range(7))))
    await house.send()
    await held_and_closed(house)
    await ground.connection.execute("update occasions set ends_at = '2001-01-01', starts_at = '2001-01-01'")
    await ground.connection.execute("update notices set settled_at = '2001-01-01'")


async def test_a_look_tells_what_would_go_and_changes_nothing(
    house: House, ground: Ground, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    await long_ago(house, ground)
    before = await every_row(ground)

    assert await sweep(settings, apply=False) == 0

    said = capsys.readouterr().out
    assert "sign_ups, 30 days after the occasion ended: who was asked" in said
    assert all(f"  why: {clock.why}" in said.splitlines() for clock in retention.CLOCKS)
    assert "  elm-city: 7 go\n" in said and "Nothing was changed" in said and "Ortiz" not in said
    assert await every_row(ground) == before


async def test_it_goes_when_told_to_and_each_organization_s_trail_says_how_many(
    house: House, ground: Ground, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    await long_ago(house, ground)

    assert await sweep(settings, apply=True) == 0

    assert "sign_ups: 7\n" in capsys.readouterr().out
    entries = await ground.connection.fetch("select * from audit_entries where act = 'retention.swept' order by seq")
    assert {row["organization_id"] for row in entries} == {house.organization}
    assert '{"kind": "sign_ups", "records": 7}' in [row["after"] for row in entries]
    assert all(not row["records"] and row["actor_name"] == "retention" for row in entries)
    (noted,) = await ground.connection.fetch("select * from sweeps where kind = 'sign_ups'")
    assert (noted["gone"], noted["held"], noted["ahead"]) == (7, 0, 0)


async def test_a_sweep_that_was_killed_is_finished_by_the_next_and_two_at_once_take_nothing_twice(
    house: House, ground: Ground, settings: Settings
) -> None:
    await long_ago(house, ground)
    environment = {
        **{name: os.environ[name] for name in ("PATH",)},
        "PYTHONPATH": str(ROOT),
        "DATABASE_URL": settings.database_url,
        "PRESENCIA_HOME": str(settings.home),
    }
    killed = await asyncio.to_thread(
        subprocess.run, [sys.executable, "-c", _KILLED], env=environment, cwd=ROOT, check=False
    )
    assert killed.returncode == -signal.SIGKILL
    # One lot of letters is gone, and nothing else.
    assert await count(ground, "notices", state="carried") == 0 < await count(ground, "invitations") == 7
    assert await ground.connection.fetchval("select max(ran_at) from sweeps") is None

    house.database.clock = lambda: house.clock.now + 10 * AFTER[RetentionClass.SIGN_UPS]
    found = await asyncio.gather(retention.sweep(house.database), retention.sweep(house.database))

    assert sum(one[RetentionClass.SIGN_UPS] for one in found) == 7
    assert await count(ground, "invitations") == 0
    turnout = await ground.connection.fetchval("select turnout ->> 'asked' from occasions")
    assert turnout == "7"


async def test_the_worker_sweeps_once_a_day_at_night(house: House, ground: Ground, settings: Settings) -> None:
    await long_ago(house, ground)
    zone = ZoneInfo("America/New_York")
    house.clock.now = (house.clock.now + timedelta(days=1)).astimezone(zone).replace(hour=2, minute=41).astimezone(UTC)
    context: Any = WorkerContext(
        database=house.database, carriers=Carriers({}, within=1), house=notices.House("", settings.sender),
        lease=timedelta(minutes=5),
    )  # fmt: skip
    await sweep_ended(context, zone)
    assert await count(ground, "invitations") == 0
    ran = await ground.connection.fetchval("select max(ran_at) from sweeps")
    assert ran == house.clock.now

    for hour in range(1, 24):
        house.clock.now = ran + timedelta(hours=hour)
        await sweep_ended(context, zone)
        assert await ground.connection.fetchval("select max(ran_at) from sweeps") == ran
    house.clock.now = ran + timedelta(hours=24)
    await sweep_ended(context, zone)
    assert await ground.connection.fetchval("select max(ran_at) from sweeps") == house.clock.now


async def test_a_night_that_was_missed_is_made_good_by_day(house: House, ground: Ground, settings: Settings) -> None:
    context: Any = WorkerContext(
        database=house.database, carriers=Carriers({}, within=1), house=notices.House("", settings.sender),
        lease=timedelta(minutes=5),
    )  # fmt: skip
    zone = ZoneInfo("America/New_York")
    noon = house.clock.now = house.clock.now.astimezone(zone).replace(hour=12).astimezone(UTC)
    await sweep_ended(context, zone)
    assert await ground.connection.fetchval("select max(ran_at) from sweeps") == noon

    # 29 hours after it is 17 o'clock of the next day.
    for hours, ran in ((29, noon), (30, noon + timedelta(hours=30))):
        house.clock.now = noon + timedelta(hours=hours)
        await sweep_ended(context, zone)
        assert await ground.connection.fetchval("select max(ran_at) from sweeps") == ran


__all__ = ["house"]
