"""A house under the real clock, because a worker process has no other."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from casework import times
from casework.transaction import Database
from tests.clock import Clock
from tests.house import NEW_YORK, House, build


@pytest.fixture
async def house(database: Database, clock: Clock) -> House:
    """Its hearing is in nine days at nine."""
    clock.now = datetime.now(UTC)
    day = times.local_day(clock.now, NEW_YORK) + timedelta(days=9)
    return await build(database, clock, datetime(day.year, day.month, day.day, 9))
