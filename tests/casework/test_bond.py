"""The bond track: which stage may follow which; what is refused says what must come first, and changes nothing."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from casework import bond, cases
from casework.bond import StepFacts
from casework.bond.stages import FIRST, FOLLOWS, SAID
from casework.refusals import ChangedMeanwhile, Invalid, NotAllowedByState
from schema.bond import (
    BondOrder,
    BondStage,
    BondStep,
    DhsCustody,
)
from schema.custody import Source
from tests.casework.bonds import CITIZEN, DAY, WAYS, amount, record, refused, stage, undo, walk
from tests.house import House

REFUSED = [
    (at, wanted)
    for at in WAYS
    for wanted in BondStage
    if wanted not in FOLLOWS[at]
]  # fmt: skip
ALLOWED = [
    (at, wanted)
    for at in WAYS
    for wanted in FOLLOWS[at]
    # Recorded in the detention history; only after it was posted; only where DHS itself set an amount.
    if wanted not in (BondStage.RELEASED, BondStage.BREACHED)
    and (at, wanted) not in {
        (BondStage.DENIED, BondStage.CANCELLED_REFUNDED), (BondStage.APPEALED, BondStage.CANCELLED_REFUNDED),
        (None, BondStage.PAYING), (BondStage.REQUESTED, BondStage.PAYING),
    }
]  # fmt: skip


def test_each_stage_has_its_words_what_comes_before_it_and_a_line_in_the_table() -> None:
    assert set(SAID) == set(FIRST) == set(FOLLOWS) - {None} == set(BondStage)


@pytest.mark.parametrize(("at", "wanted"), REFUSED)
async def test_a_stage_that_can_t_follow_is_refused_with_what_must_come_first(
    house: House, at: BondStage | None, wanted: BondStage
) -> None:
    await walk(house, *WAYS[at])

    async with refused(house, NotAllowedByState, FIRST[wanted]):
        await record(house, wanted)


@pytest.mark.parametrize(("at", "wanted"), ALLOWED)
async def test_a_stage_that_may_follow_is_recorded_and_undone(
    house: House, at: BondStage | None, wanted: BondStage
) -> None:
    await walk(house, *WAYS[at])

    await record(house, wanted)
    assert await stage(house) is wanted

    await undo(house)
    assert await stage(house) is at


async def test_8_usc_1226_a_2_a_a_bond_below_1_500_is_refused(house: House) -> None:
    await walk(house, BondStage.REQUESTED)

    async with refused(house, Invalid, "$1,500 at least"):
        await record(house, BondStage.GRANTED, facts=StepFacts(amount=1_499))
    await record(house, BondStage.GRANTED, facts=StepFacts(amount=1_500))

    assert await amount(house) == 1_500


async def test_8_usc_1226_a_2_what_is_granted_is_an_amount_or_release_without_a_bond_and_never_neither_or_both(
    house: House,
) -> None:
    await walk(house, BondStage.REQUESTED)

    async with refused(house, Invalid, "Say the amount in dollars"):
        await record(house, BondStage.GRANTED, facts=StepFacts())
    async with refused(house, Invalid, "nothing has to be posted"):
        await record(house, BondStage.GRANTED, facts=StepFacts(amount=5_000, conditional_parole=True))
    async with refused(house, Invalid, "does not belong to this stage"):
        await record(house, BondStage.DENIED, facts=StepFacts(conditional_parole=True))
    await record(house, BondStage.GRANTED, facts=StepFacts(conditional_parole=True))

    assert await stage(house) is BondStage.GRANTED
    assert await amount(house) is None
    async with house.watching() as tx:
        order = await tx.session.scalar(select(BondStep.judge_order).where(BondStep.stage == BondStage.GRANTED))
    assert order is BondOrder.CONDITIONAL_PAROLE
    # There is nothing to pay; DHS may stay that order like any other that lets somebody go (8 CFR 1003.19(i)(2)).
    async with refused(house, NotAllowedByState, "nothing to pay"):
        await record(house, BondStage.PAYING)
    await walk(house, BondStage.STAYED)


@pytest.mark.parametrize("source", [Source.LOCATOR, Source.COURT_LINE, Source.COURT_PORTAL, Source.IMPORT])
async def test_what_tells_nothing_of_bond_is_no_source_of_a_stage(house: House, source: Source) -> None:
    await walk(house, BondStage.REQUESTED)

    async with refused(house, Invalid, "tell nothing of bond"):
        await record(house, BondStage.GRANTED, facts=StepFacts(amount=5_000), source=source)


async def test_an_order_is_not_of_a_day_before_the_hearing_at_which_it_was_given(house: House) -> None:
    await house.cancel()
    await walk(house, BondStage.REQUESTED)
    house.hearing, _ = await house.a_hearing(datetime(2026, 12, 2, 13))
    house.clock.forward(hours=24 * 12)
    early, day = date(2026, 12, 1), date(2026, 12, 2)

    for ruled, facts in (
        (BondStage.GRANTED, StepFacts(amount=5_000)),
        (BondStage.GRANTED, StepFacts(amount=5_000, hearing_id=house.hearing)),
        (BondStage.DENIED, StepFacts()),
    ):
        async with refused(house, Invalid, "The bond hearing is on December 2, 2026"):
            await record(house, ruled, on=early, facts=facts)
    await record(house, BondStage.GRANTED, on=day, facts=StepFacts(amount=5_000))

    assert await amount(house) == 5_000


async def test_8_cfr_1003_19_i_2_nothing_is_paid_while_dhs_s_stay_holds_the_order_also_under_appeal(
    house: House,
) -> None:
    await walk(house, BondStage.REQUESTED, BondStage.GRANTED, BondStage.STAYED, BondStage.APPEALED)

    async with refused(house, NotAllowedByState, "automatic stay"):
        await record(house, BondStage.PAYING)
    await walk(house, BondStage.GRANTED, BondStage.PAYING)

    assert await stage(house) is BondStage.PAYING


@pytest.mark.parametrize("ruled", [BondStage.DENIED, BondStage.GRANTED])
async def test_8_cfr_1003_19_e_bond_is_asked_for_again_only_with_what_has_changed(
    house: House, ruled: BondStage
) -> None:
    await walk(house, BondStage.REQUESTED, ruled)

    async with refused(house, Invalid, "1003.19(e)"):
        await record(house, BondStage.REQUESTED, facts=StepFacts())


async def test_ice_takes_a_bond_from_four_kinds_of_people_so_it_is_said_who_posts(house: House) -> None:
    await walk(house, BondStage.REQUESTED, BondStage.GRANTED, BondStage.PAYING)

    async with refused(house, Invalid, "a citizen, a permanent resident, a law firm or a non-profit"):
        await record(house, BondStage.POSTED, facts=StepFacts())


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (StepFacts(amount=5_000), "does not belong to this stage"),
        (StepFacts(receipt="R1"), "does not belong to this stage"),
        (StepFacts(dhs_amount=5_000), "Say that DHS set an amount"),
        (StepFacts(dhs_custody=DhsCustody.AMOUNT, dhs_amount=900), "$1,500 at least"),
        (StepFacts(details="x" * 5_001), "5000 characters"),
    ],
)
async def test_facts_that_do_not_fit_a_request_are_refused(house: House, facts: StepFacts, words: str) -> None:
    async with refused(house, Invalid, words):
        await record(house, BondStage.REQUESTED, facts=facts)


async def test_days_go_forward_and_have_come(house: House) -> None:
    await record(house, BondStage.REQUESTED, DAY)

    async with refused(house, Invalid, "before what was recorded last"):
        await record(house, BondStage.SCHEDULED, DAY - timedelta(days=1))
    async with refused(house, Invalid, "has not come yet"):
        await record(house, BondStage.SCHEDULED, house.clock.now.date() + timedelta(days=2))


async def test_an_appeal_says_whose_it_is(house: House) -> None:
    await walk(house, BondStage.REQUESTED, BondStage.DENIED)

    async with refused(house, Invalid, "DHS, or the client"):
        await record(house, BondStage.APPEALED, facts=StepFacts())


async def test_bond_that_dhs_set_itself_is_paid_without_a_judge_and_else_not(house: House) -> None:
    async with refused(house, NotAllowedByState, "or that DHS itself set an amount"):
        await record(house, BondStage.PAYING, facts=CITIZEN)
    await record(house, BondStage.PAYING, facts=StepFacts(dhs_custody=DhsCustody.AMOUNT, dhs_amount=8_000))

    assert await amount(house) == 8_000


async def test_a_stay_that_lapsed_leaves_the_order_as_it_was(house: House) -> None:
    await record(house, BondStage.REQUESTED)
    await record(house, BondStage.GRANTED, facts=StepFacts(amount=12_000))
    await record(house, BondStage.STAYED)

    async with refused(house, Invalid, "no new order"):
        await record(house, BondStage.GRANTED, facts=StepFacts(amount=1_500))
    await record(house, BondStage.GRANTED)

    assert await amount(house) == 12_000


async def test_the_board_s_reversal_takes_the_amount_away_and_undoing_it_brings_it_back(house: House) -> None:
    await record(house, BondStage.REQUESTED)
    await record(house, BondStage.GRANTED, facts=StepFacts(amount=12_000))
    await walk(house, BondStage.APPEALED, BondStage.DENIED)
    assert await amount(house) is None

    await undo(house)

    assert await amount(house) == 12_000


async def test_undone_to_the_beginning_it_can_begin_again_and_what_was_undone_stays_to_be_read(house: House) -> None:
    await walk(house, BondStage.NOT_ELIGIBLE)
    await undo(house)
    assert await stage(house) is None
    async with refused(house, NotAllowedByState, "nothing to undo"):
        await undo(house)

    await walk(house, BondStage.REQUESTED)

    async with house.watching() as tx:
        steps = list(await tx.session.scalars(select(BondStep).order_by(BondStep.number)))
    assert [(one.stage, one.undone_by_id) for one in steps] == [
        (BondStage.NOT_ELIGIBLE, house.ana), (BondStage.REQUESTED, None)
    ]  # fmt: skip


async def test_two_who_record_side_by_side_do_not_record_twice(house: House) -> None:
    await walk(house, BondStage.REQUESTED)

    for expected in (None, 7):
        async with refused(house, ChangedMeanwhile, "Somebody changed this"), house.acting(house.ana) as tx:
            await bond.record_bond_stage(
                tx, house.case, BondStage.SCHEDULED, on=DAY, source=Source.COUNSEL, expected_revision=expected
            )


async def test_of_a_closed_case_nothing_is_recorded(house: House) -> None:
    await house.cancel()
    async with house.acting(house.ana) as tx:
        await cases.close_case(tx, house.case, expected_revision=0, reason="Moved away.")

    async with refused(house, NotAllowedByState, ""):
        await record(house, BondStage.REQUESTED)
