"""Letters go through a storm: a small one, on each run. ``make bench`` has the large one."""

from __future__ import annotations

import pytest

from bench.chaos import weather
from bench.town import Storm


@pytest.mark.servers
@pytest.mark.timeout(170)
async def test_no_letter_is_lost_in_a_storm_none_goes_astray_and_few_are_taken_twice() -> None:
    verdict = await weather(
        Storm(
            people=60, actions=5, kills=4, flushes=2, queue_restarts=1, database_restarts=1, pause=0.4, thinks=0.3,
            patience=150,
        )
    )  # fmt: skip

    assert verdict.promised == 57 * 5
    assert verdict.lost == verdict.without_right == verdict.unseen_in_the_ledger == 0
    assert verdict.kills == 4
    assert verdict.duplicates <= verdict.explained
