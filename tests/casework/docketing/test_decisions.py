"""Decisions set clocks going: also those that came by mail, and those that nobody appeals."""

from __future__ import annotations

from datetime import UTC, date, datetime

from casework import proceedings
from casework.proceedings import Decided
from schema.decisions import AppealStance, DecisionKind, GivenHow
from schema.proceedings import Proceeding
from tests.casework.docketing.papers import due
from tests.house import House


async def decided(house: House, **given: object) -> object:
    async with house.acting(house.luis) as tx:
        removal = await tx.session.get_one(Proceeding, house.removal)
        row = await proceedings.record_decision(
            tx,
            removal.id,
            Decided(**given),
            expected_revision=removal.revision,  # type: ignore[arg-type]
        )
    return row.id


async def test_a_decision_that_was_mailed_runs_from_the_mailing_8_cfr_1003_38_b(house: House) -> None:
    house.clock.now = datetime(2026, 12, 9, 15, tzinfo=UTC)
    await decided(
        house, kind=DecisionKind.RELIEF_DENIED, decided_on=date(2026, 12, 4), given_how=GivenHow.MAILED,
        given_on=date(2026, 12, 8),
    )  # fmt: skip

    assert (await due(house))["bia_appeal"] == date(2027, 1, 7)


async def test_what_was_taken_back_sets_nothing_going(house: House) -> None:
    decision = await decided(
        house, kind=DecisionKind.RELIEF_DENIED, decided_on=date(2026, 11, 20), given_how=GivenHow.ORAL
    )
    assert "bia_appeal" in await due(house)

    async with house.acting(house.luis) as tx:
        await proceedings.take_back_decision(tx, decision, expected_revision=0)  # type: ignore[arg-type]

    assert "bia_appeal" not in await due(house)


async def test_an_order_whose_appeal_is_waived_is_final_8_cfr_1241_1_b(house: House) -> None:
    await decided(
        house, kind=DecisionKind.REMOVAL_ORDERED, decided_on=date(2026, 11, 20), given_how=GivenHow.ORAL,
        appeal_by_client=AppealStance.WAIVED,
    )  # fmt: skip

    # 8 USC 1252(b)(1): thirty days, and December 20 is a Sunday.
    assert (await due(house))["petition_for_review"] == date(2026, 12, 21)
