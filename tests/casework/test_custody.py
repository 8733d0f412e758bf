"""What the end of a stay makes of a case."""

from __future__ import annotations

from datetime import timedelta

import pytest

from casework import custody
from schema.cases import Case, CustodyStatus, Stage
from schema.custody import ReleaseReason, Source
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
