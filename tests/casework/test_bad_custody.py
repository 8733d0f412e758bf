"""What is said of custody and can't be: refused with what to do next, and nothing is half-saved."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import func, select

from casework import custody, proceedings, stays, transfers
from casework.refusals import Invalid, TimeDoesNotExist
from schema.audit import AuditEntry
from schema.base import new_id
from schema.cases import Case, CustodyStatus
from schema.custody import CustodyStint, LocatorCheck, ReleaseReason, Source
from schema.proceedings import Proceeding, ProceedingKind
from schema.tasks import Task
from schema.transfers import HabeasFiling
from tests.casework.moving import CHICAGO, held, move, places
from tests.house import NEW_YORK, House, house

# Refusals: what to do next, and nothing half-saved.


Act = Callable[[House, dict[str, UUID]], Awaitable[object]]


async def _to_an_unknown_facility(house: House, there: dict[str, UUID]) -> None:
    await move(house, new_id())


async def _before_it_began(house: House, there: dict[str, UUID]) -> None:
    await move(house, there["alexandria"], left_at=datetime(2026, 11, 19, 9))


async def _left_after_they_arrived(house: House, there: dict[str, UUID]) -> None:
    await move(
        house, there["alexandria"], left_at=datetime(2026, 11, 22, 9), arrived_at=datetime(2026, 11, 21, 9)
    )  # fmt: skip


async def _released_in_the_future(house: House, there: dict[str, UUID]) -> None:
    async with house.acting(house.ana) as tx:
        await custody.record_release(
            tx, house.case, released_at=datetime(2026, 12, 24, 9), time_zone=NEW_YORK,
            reason=ReleaseReason.PAROLED, source=Source.COUNSEL,
        )  # fmt: skip


async def _a_stay(house: House, there: dict[str, UUID], began: datetime, ended: datetime) -> None:
    async with house.acting(house.ana) as tx:
        await custody.record_stay(
            tx, house.case, facility_id=there["alexandria"], booked_in_at=began, booked_out_at=ended,
            reason=ReleaseReason.TRANSFERRED, source=Source.FAMILY,
        )  # fmt: skip


async def _ends_before_it_begins(house: House, there: dict[str, UUID]) -> None:
    await _a_stay(house, there, datetime(2026, 11, 12, 9), datetime(2026, 11, 11, 9))


async def _overlaps(house: House, there: dict[str, UUID]) -> None:
    await _a_stay(house, there, datetime(2026, 11, 12, 9), datetime(2026, 11, 20, 18))


async def _in_a_skipped_hour(house: House, there: dict[str, UUID]) -> None:
    await _a_stay(house, there, datetime(2026, 3, 8, 2, 30), datetime(2026, 3, 9, 9))


async def _a_habeas_tomorrow(house: House, there: dict[str, UUID]) -> None:
    async with house.acting(house.ana) as tx:
        at = tx.now + timedelta(days=1)
        await proceedings.open_proceeding(tx, house.case, kind=ProceedingKind.HABEAS, filed_at=at)


@pytest.mark.parametrize(
    ("act", "refusal", "says"),
    [
        (_to_an_unknown_facility, Invalid, "Search by name or code"),
        (_before_it_began, Invalid, "correct that stay first"),
        (_left_after_they_arrived, Invalid, "can't have left after"),
        (_released_in_the_future, Invalid, "once it has happened"),
        (_ends_before_it_begins, Invalid, "Look at both hours again"),
        (_overlaps, Invalid, "One body is in one place"),
        (_in_a_skipped_hour, TimeDoesNotExist, "Check the notice"),
        (_a_habeas_tomorrow, Invalid, "once it is filed"),
    ],
)
async def test_bad_input_is_refused_with_what_to_do_next_and_nothing_is_half_saved(
    house: House, act: Act, refusal: type[Exception], says: str
) -> None:
    there = await places(house)
    await held(house, there["plymouth"], datetime(2026, 11, 20, 9))

    async def everything() -> tuple[object, ...]:
        async with house.watching() as tx:
            counts = [
                await tx.session.scalar(select(func.count()).select_from(model))
                for model in (CustodyStint, LocatorCheck, Task, AuditEntry, HabeasFiling, Proceeding)
            ]
            row = (await tx.session.execute(select(CustodyStint.revision, CustodyStint.booked_out_at))).one()
            case = await tx.session.get_one(Case, house.case)
            return (*counts, *row, case.revision, case.custody_status)

    before = await everything()
    with pytest.raises(refusal, match=says):
        await act(house, there)

    assert await everything() == before and before[-1] is CustodyStatus.IN_CUSTODY


async def test_a_stay_learnt_of_later_fills_the_history_and_one_that_was_wrong_is_corrected(house: House) -> None:
    there = await places(house)
    await held(house, there["plymouth"], datetime(2026, 11, 20, 9))
    await _a_stay(house, there, datetime(2026, 11, 12, 9), datetime(2026, 11, 14, 9))
    async with house.watching() as tx:
        of_case = (await stays.stays_of(tx, [house.case]))[house.case]
        kinds = [passage.kind for passage in transfers.history(of_case, tx.now)]
        first = transfers.in_order(of_case)[0]
    assert kinds == [transfers.PassageKind.STAY, transfers.PassageKind.GAP, transfers.PassageKind.STAY]

    async with house.acting(house.ana) as tx:
        await custody.correct_stay(
            tx, first.id, expected_revision=0, booked_out_at=datetime(2026, 11, 19, 20), time_zone=CHICAGO
        )

    async with house.watching() as tx:
        of_case = (await stays.stays_of(tx, [house.case]))[house.case]
        kinds = [passage.kind for passage in transfers.history(of_case, tx.now)]
    assert kinds == [transfers.PassageKind.STAY, transfers.PassageKind.TRANSIT, transfers.PassageKind.STAY]


__all__ = ["house"]
