"""Letters go through a storm: a small one, on each run. ``make bench`` has the large one."""

from __future__ import annotations

import pytest

from bench.chaos import weather
from bench.town import Storm


@pytest.mark.servers
@pytest.mark.timeout(170)
async def test_no_letter_is_lost_in_a_storm_none_goes_astray_few_mails_come_twice_and_no_text() -> None:
    verdict = await weather(
        Storm(
            people=60, telephones=20, actions=5, kills=4, flushes=2, queue_restarts=1, database_restarts=1, pause=0.4,
            thinks=0.3, patience=150,
        )
    )  # fmt: skip

    assert verdict.promised == (57 + 17) * 5
    assert verdict.texts == 17 * 5
    assert verdict.lost == verdict.without_right == verdict.unseen_in_the_ledger == 0
    assert verdict.kills == 4
    assert verdict.duplicates <= verdict.explained
    # Some were taken without a word, and brought again under the same key.
    assert verdict.unsaid > 0 and verdict.again > 0
    assert verdict.texts_twice == verdict.texts_astray == 0
