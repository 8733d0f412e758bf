"""What slips into a field that many read: refused with a sentence, and nothing is saved."""

from __future__ import annotations

from datetime import date

import pytest

from api.scalars import SCALARS
from casework import cases, hearings
from casework.refusals import Invalid
from schema.cases import Case
from schema.hearings import Hearing
from tests.access.test_refusals_change_nothing import every_row
from tests.ground import Ground
from tests.house import House


@pytest.mark.parametrize("link", ["javascript:alert(2)", "http://eoir.webex.com/meet/a", "data:text/html,x"])
async def test_a_link_to_join_that_is_no_https_address_is_refused(house: House, ground: Ground, link: str) -> None:
    before = await every_row(ground)

    async def move() -> None:
        async with house.acting(house.ana) as tx:
            hearing = await tx.session.get_one(Hearing, house.hearing)
            await hearings.reschedule_hearing(
                tx, hearing.id, starts_at=hearing.occasion.wall_starts.replace(hour=11), join_url=link,
                expected_revision=hearing.revision,
            )  # fmt: skip

    with pytest.raises(Invalid, match="begins with https://"):
        await move()

    assert await every_row(ground) == before


async def test_a_public_name_with_a_number_in_it_is_refused(house: House, ground: Ground) -> None:
    before = await every_row(ground)

    async def rename() -> None:
        async with house.acting(house.ana) as tx:
            case = await tx.session.get_one(Case, house.case)
            await cases.update_case(tx, case.id, {"public_name": "A123456789"}, expected_revision=case.revision)

    with pytest.raises(Invalid, match="holds no number"):
        await rename()

    assert await every_row(ground) == before


@pytest.mark.parametrize("typed", ["0001-01-01", "9999-12-31", "20261202T10", "tomorrow"])
def test_a_day_outside_of_our_time_is_no_day(typed: str) -> None:
    with pytest.raises(ValueError, match=r"year must lie|text such as|isoformat"):
        SCALARS[date].parse_value(typed)
