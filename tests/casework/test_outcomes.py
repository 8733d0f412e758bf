"""Outcomes across cases: what happened, and nobody in it is told apart."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from casework.outcomes import OutcomeLine, outcome_ledger
from casework.refusals import NotFound
from schema.attendance import Attendance
from schema.base import new_id
from schema.hearings import Hearing, HearingOutcome
from schema.occasions import Occasion, OccasionState
from tests.house import House

HELD = datetime(2026, 10, 5, 14, tzinfo=UTC)


async def held(house: House, outcome: HearingOutcome, count: int, heads: int | None, at: datetime = HELD) -> None:
    async with house.watching() as tx:
        for _ in range(count):
            first = await tx.session.get_one(Hearing, house.hearing)
            occasion = Occasion(
                id=new_id(), organization_id=house.organization, case_id=house.case, kind=first.occasion.kind,
                state=OccasionState.HELD, starts_at=at, ends_at=at + timedelta(hours=1),
                wall_starts=at.replace(tzinfo=None), time_zone="America/New_York", revised_at=at,
            )  # fmt: skip
            tx.session.add(occasion)
            await tx.session.flush()
            tx.session.add(
                Hearing(
                    id=new_id(), case_id=house.case, proceeding_id=first.proceeding_id, occasion_id=occasion.id,
                    court_id=first.court_id, source=first.source, confidence=first.confidence, checked_at=at,
                    outcome=outcome, reported_at=at + timedelta(hours=2),
                )
            )  # fmt: skip
            if heads is not None:
                tx.session.add(
                    Attendance(
                        id=new_id(), organization_id=house.organization, occasion_id=occasion.id, case_id=house.case,
                        walk_ins=0, heads=heads, reported_at=at,
                    )
                )  # fmt: skip
        await tx.session.flush()


async def lines(house: House) -> list[OutcomeLine]:
    async with house.acting(house.luis) as tx:
        return (await outcome_ledger(tx, house.organization)).lines


async def test_hearings_are_counted_by_how_they_ended_and_how_many_came(house: House) -> None:
    await held(house, HearingOutcome.BOND_GRANTED, 6, 12)
    await held(house, HearingOutcome.BOND_GRANTED, 5, 3)
    await held(house, HearingOutcome.BOND_DENIED, 7, 12)
    await held(house, HearingOutcome.BOND_DENIED, 8, 3)
    # This month's stand in none: tomorrow's difference would be one hearing.
    await held(house, HearingOutcome.BOND_GRANTED, 1, 12, datetime(2026, 11, 9, 14, tzinfo=UTC))

    granted, denied, together = await lines(house)

    assert (granted.outcome, granted.many, granted.few, granted.total) == (HearingOutcome.BOND_GRANTED, 6, 5, 11)
    assert (denied.outcome, denied.many, denied.few, denied.total) == (HearingOutcome.BOND_DENIED, 7, 8, 15)
    assert (together.outcome, together.many, together.few, together.total) == (None, 13, 13, 26)


async def test_a_handful_is_left_out_with_what_would_give_it_away(house: House) -> None:
    await held(house, HearingOutcome.BOND_GRANTED, 2, 12)
    await held(house, HearingOutcome.BOND_GRANTED, 9, 3)
    await held(house, HearingOutcome.BOND_DENIED, 7, 12)
    await held(house, HearingOutcome.BOND_DENIED, 8, 3)

    granted, denied, _ = await lines(house)

    # The row's own total stands: so its other count goes, and with them the same of the other row.
    assert (granted.many, granted.few, denied.many, denied.few) == (None, None, None, None)
    assert (granted.total, denied.total) == (11, 15)


async def test_nothing_held_is_an_empty_table_and_a_stranger_finds_none(house: House) -> None:
    assert await lines(house) == []
    stranger = await house.a_person("Zoe Zander")
    with pytest.raises(NotFound):
        async with house.acting(stranger) as tx:
            await outcome_ledger(tx, house.organization)
