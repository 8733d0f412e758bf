"""What runs on the bond track, until when, by which rule (DOMAIN §2.5)."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from casework.bond import Clock, ClockKind, ClockState, Step, clocks_of, day_at
from casework.bond.days import business_days_after, filing_days_after
from schema.bond import Appellant, BondOrder, BondStage, DhsCustody

#: Thanksgiving is the 26th.
WEDNESDAY = date(2026, 11, 25)


def steps(*more: Step, dhs: DhsCustody = DhsCustody.NO_BOND, dhs_amount: int | None = None) -> list[Step]:
    asked = Step(BondStage.REQUESTED, date(2026, 11, 10), dhs_custody=dhs, dhs_amount=dhs_amount)
    return [asked, granted(), *more]


def granted(on: date = WEDNESDAY) -> Step:
    return Step(BondStage.GRANTED, on, order=BondOrder.GRANTED, amount=5_000)


def found(track: list[Step], kind: ClockKind, today: date = WEDNESDAY) -> Clock:
    (one,) = [one for one in clocks_of(track, today) if one.kind is kind]
    return one


def test_8_cfr_1003_19_i_2_one_business_day_to_file_a_stay_skips_thanksgiving() -> None:
    clock = found(steps(), ClockKind.STAY_TO_BE_FILED)

    assert (clock.due, clock.state) == (date(2026, 11, 27), ClockState.RUNNING)
    assert "1003.19(i)(2)" in clock.rule.authority
    assert found(steps(), ClockKind.STAY_TO_BE_FILED, date(2026, 11, 28)).state is ClockState.PASSED


def test_8_cfr_1003_19_i_2_a_stay_filed_in_time_and_one_that_was_late() -> None:
    in_time = steps(Step(BondStage.STAYED, date(2026, 11, 27)))
    late = steps(Step(BondStage.STAYED, date(2026, 11, 30)))

    assert found(in_time, ClockKind.STAY_TO_BE_FILED).state is ClockState.MET
    assert found(late, ClockKind.STAY_TO_BE_FILED).state is ClockState.LATE


@pytest.mark.parametrize(
    ("dhs", "amount", "state"),
    [
        (DhsCustody.NO_BOND, None, ClockState.RUNNING),
        (DhsCustody.AMOUNT, 10_000, ClockState.RUNNING),
        (DhsCustody.AMOUNT, 9_999, ClockState.NOT_REACHED),
        # Nobody knows the amount: nothing is ruled out.
        (DhsCustody.AMOUNT, None, ClockState.RUNNING),
    ],
)
def test_8_cfr_1003_19_i_2_reaches_only_who_was_held_without_bond_or_from_10_000_on(
    dhs: DhsCustody, amount: int | None, state: ClockState
) -> None:
    assert found(steps(dhs=dhs, dhs_amount=amount), ClockKind.STAY_TO_BE_FILED).state is state


def test_8_cfr_1003_6_c_1_the_stay_lapses_after_ten_business_days_without_an_appeal() -> None:
    clock = found(steps(Step(BondStage.STAYED, date(2026, 11, 27))), ClockKind.STAY_WITHOUT_APPEAL)

    assert clock.due == date(2026, 12, 10)
    assert not clock.rule.verified


def test_8_cfr_1003_6_c_1_an_appeal_by_the_client_does_not_keep_dhs_s_stay() -> None:
    track = steps(
        Step(BondStage.STAYED, date(2026, 11, 27)),
        Step(BondStage.APPEALED, date(2026, 12, 1), appealed_by=Appellant.CLIENT),
    )

    assert found(track, ClockKind.STAY_WITHOUT_APPEAL, date(2026, 12, 11)).state is ClockState.PASSED


def test_8_cfr_1003_6_c_4_the_stay_lapses_90_days_after_the_appeal_was_filed() -> None:
    track = steps(
        Step(BondStage.STAYED, date(2026, 11, 27)),
        Step(BondStage.APPEALED, date(2026, 12, 1), appealed_by=Appellant.DHS),
    )

    assert found(track, ClockKind.STAY_WITHOUT_APPEAL).state is ClockState.MET
    # A Monday; but a lapse waits for no business day.
    assert found(track, ClockKind.STAY_WITHOUT_DECISION).due == date(2027, 3, 1)


def test_8_cfr_1003_38_b_thirty_days_to_appeal_and_a_last_day_off_is_the_next_business_day() -> None:
    # The 25th of December is a holiday, and then comes a weekend.
    clock = found(steps(), ClockKind.APPEAL)

    assert clock.due == date(2026, 12, 28)
    assert "1003.38(b)" in clock.rule.authority


def test_8_cfr_1003_19_e_after_a_denial_another_request_needs_changed_circumstances_and_no_day_is_counted() -> None:
    track = [Step(BondStage.REQUESTED, date(2026, 11, 10)), Step(BondStage.DENIED, WEDNESDAY, order=BondOrder.DENIED)]

    clock = found(track, ClockKind.NEXT_REQUEST)
    assert (clock.due, clock.state) == (None, ClockState.HOLDS)
    assert [one.kind for one in clocks_of(track, WEDNESDAY)] == [ClockKind.APPEAL, ClockKind.NEXT_REQUEST]


def test_8_cfr_1236_1_d_seven_days_after_release_to_ask_about_conditions() -> None:
    track = steps(Step(BondStage.POSTED, date(2026, 11, 27)), Step(BondStage.RELEASED, date(2026, 11, 27)))

    assert found(track, ClockKind.CONDITIONS).due == date(2026, 12, 4)


def test_the_board_s_own_decision_starts_no_clock_of_8_cfr_1003_6_again() -> None:
    track = steps(
        Step(BondStage.STAYED, date(2026, 11, 27)),
        Step(BondStage.APPEALED, date(2026, 12, 1), appealed_by=Appellant.DHS),
        granted(date(2027, 1, 20)),
    )

    assert clocks_of(track, date(2027, 1, 20)) == ()


def test_a_stay_that_was_ended_runs_no_more() -> None:
    track = steps(Step(BondStage.STAYED, date(2026, 11, 27)), Step(BondStage.GRANTED, date(2026, 12, 4)))

    kinds = {one.kind for one in clocks_of(track, date(2026, 12, 4))}
    assert kinds == {ClockKind.STAY_TO_BE_FILED, ClockKind.APPEAL, ClockKind.NEXT_REQUEST}


def test_business_days_are_those_of_5_usc_6103_observed_holidays_included() -> None:
    # The 4th of July 2026 is a Saturday and kept on Friday.
    assert business_days_after(date(2026, 7, 2), 1) == date(2026, 7, 6)
    assert filing_days_after(date(2026, 6, 3), 30) == date(2026, 7, 6)


def test_a_day_is_over_when_it_is_over_in_hawaii() -> None:
    assert day_at(datetime(2026, 11, 28, 9, 59, tzinfo=UTC)) == date(2026, 11, 27)
    assert day_at(datetime(2026, 11, 28, 10, 0, tzinfo=UTC)) == date(2026, 11, 28)
