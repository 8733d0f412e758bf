"""A report that was wrong is corrected: what follows from a report follows from its correction, and what was said
before stays in the trail.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import select

from casework import hearings, proceedings, teams
from casework.refusals import ChangedMeanwhile, Invalid, NotAllowedByState, NotFound, NotPermitted
from schema.bond import BondStep
from schema.decisions import AppealStance, Decision, DecisionKind, GivenHow
from schema.hearings import Hearing, HearingOutcome
from schema.notices import LetterKind, NoticeState
from schema.occasions import OccasionKind, OccasionState
from schema.organizations import Role
from schema.proceedings import Proceeding, ProceedingKind, ProceedingState
from schema.teams import CaseRole
from tests.access.test_refusals_change_nothing import every_row
from tests.casework.test_hearing_reports import held, reported, row, taken_back
from tests.ground import Ground
from tests.house import House

NEXT = datetime(2026, 12, 16, 13, 30)
DENIED: dict[str, Any] = {
    "outcome": HearingOutcome.BOND_DENIED,
    "note": "The judge wants the sponsor letter.",
    "spoken": hearings.Spoken(appeal_by_client=AppealStance.RESERVED),
    "next_date": hearings.NextDate(starts_at=NEXT),
}


async def corrected(house: House, who: Any = None, **given: Any) -> hearings.Reported:
    hearing = await row(house)
    given = {"outcome": hearing.outcome} | given
    async with house.acting(who or house.ana) as tx:
        return await hearings.correct_report(tx, hearing.id, expected_revision=hearing.revision, **given)


async def standing(house: House) -> list[Decision]:
    async with house.watching() as tx:
        return list(await tx.session.scalars(select(Decision).where(Decision.taken_back_at.is_(None))))


async def state_of_bond(house: House) -> ProceedingState:
    async with house.watching() as tx:
        return (await tx.session.get_one(Proceeding, house.bond)).state


async def test_another_outcome_takes_the_decision_back_and_whoever_may_report_may_say_so_however_late(
    house: House,
) -> None:
    held(house)
    await reported(house, **DENIED)
    house.clock.forward(hours=20)

    await corrected(house, outcome=HearingOutcome.CONTINUED, note="It was only put off.")

    hearing = await row(house)
    assert (hearing.outcome, hearing.reported_by_id) == (HearingOutcome.CONTINUED, house.luis)
    assert await standing(house) == [] and await state_of_bond(house) is ProceedingState.PENDING

    await corrected(house, house.luis, outcome=HearingOutcome.BOND_GRANTED, bond_amount=7_500)
    (decision,) = await standing(house)
    assert (decision.kind, decision.hearing_id) == (DecisionKind.BOND_GRANTED, house.hearing)
    assert await state_of_bond(house) is ProceedingState.DECIDED


async def test_what_was_said_of_an_appeal_is_corrected_and_what_is_not_named_stays(house: House) -> None:
    held(house)
    await reported(house, **DENIED)
    await corrected(house, note="No letter was asked for.")
    (decision,) = await standing(house)
    assert decision.appeal_by_client is AppealStance.RESERVED

    waived = hearings.Spoken(given_how=GivenHow.MAILED, appeal_by_client=AppealStance.WAIVED)
    await corrected(house, note="No letter was asked for.", spoken=waived)

    (decision,) = await standing(house)
    assert (decision.appeal_by_client, decision.given_how) == (AppealStance.WAIVED, GivenHow.MAILED)


async def test_another_amount_moves_the_bond_track_anew_and_the_same_one_does_not(house: House) -> None:
    held(house)
    await reported(house, outcome=HearingOutcome.BOND_GRANTED, bond_amount=5_700)

    async def amounts() -> list[tuple[int | None, bool]]:
        async with house.watching() as tx:
            rows = await tx.session.scalars(
                select(BondStep).where(BondStep.hearing_id == house.hearing, BondStep.judge_order.is_not(None))
                .order_by(BondStep.id)
            )  # fmt: skip
            return [(one.amount, one.undone_at is None) for one in rows]

    await corrected(house, note="They may pay from tomorrow.")
    assert await amounts() == [(5_700, True)]
    await corrected(house, note="They may pay from tomorrow.", bond_amount=7_500)
    assert await amounts() == [(5_700, False), (7_500, True)]


async def test_whoever_was_told_of_the_next_date_is_told_that_it_was_another(house: House) -> None:
    held(house)
    done = await reported(house, **DENIED)
    assert done.next_hearing is not None
    house.clock.now = datetime(2026, 12, 15, 15, tzinfo=UTC)
    assert await house.send()

    fixed = await corrected(
        house, note=DENIED["note"], next_date=hearings.NextDate(starts_at=datetime(2026, 12, 17, 9), schedule_type="ID")
    )

    assert fixed.next_hearing is not None and fixed.next_hearing.id == done.next_hearing.id
    following = await row(house, done.next_hearing.id)
    assert (following.occasion.wall_starts, following.schedule_type) == (datetime(2026, 12, 17, 9), "ID")
    told = await house.rows(occasion_id=following.occasion_id, kind=LetterKind.RESCHEDULED, state=NoticeState.PLANNED)
    assert house.luis in {one.person_id for one in told}
    assert all(one.due_at <= house.clock.now for one in told)


async def test_a_next_date_that_was_left_out_is_set_and_one_of_another_kind_takes_its_place(house: House) -> None:
    held(house)
    await reported(house, outcome=HearingOutcome.CONTINUED)
    first = (await corrected(house, next_date=hearings.NextDate(starts_at=NEXT))).next_hearing
    assert first is not None and first.supersedes_id == house.hearing

    other = hearings.NextDate(starts_at=NEXT, kind=OccasionKind.CUSTODY_HEARING)
    second = (await corrected(house, next_date=other)).next_hearing

    assert second is not None and second.id != first.id and second.supersedes_id == first.id
    assert (await row(house, first.id)).occasion.state is OccasionState.CANCELLED
    assert (await row(house, second.id)).occasion.kind is OccasionKind.CUSTODY_HEARING


async def test_not_presented_comes_and_goes_with_its_code(house: House) -> None:
    held(house)
    await reported(house, outcome=HearingOutcome.CONTINUED)
    await corrected(house, outcome=HearingOutcome.NOT_PRESENTED)
    assert (await row(house)).adjournment_code == "09"
    await corrected(house, outcome=HearingOutcome.CONTINUED)
    assert (await row(house)).adjournment_code is None
    await corrected(house, adjournment_code="8b")
    assert (await row(house)).adjournment_code == "8B"


async def test_a_report_somebody_corrected_is_taken_back_no_more(house: House, ground: Ground) -> None:
    held(house)
    await reported(house, outcome=HearingOutcome.CONTINUED)
    await corrected(house, outcome=HearingOutcome.OTHER)
    before = await every_row(ground)

    with pytest.raises(NotAllowedByState, match=r"gone on from this report already\. Correct it instead"):
        await taken_back(house)

    assert await every_row(ground) == before


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"note": "The judge wants the sponsor letter."}, "Nothing is different"),
        ({"note": "The judge wants the sponsor letter.", "next_date": hearings.NextDate(starts_at=NEXT)}, "Nothing is"),
        ({"note": "x" * 5_001}, "at most 5,000"),
        ({"outcome": HearingOutcome.BOND_GRANTED}, "Say the amount"),
        ({"bond_amount": 5_700}, "An amount belongs"),
        ({"outcome": HearingOutcome.REMOVAL_ORDERED}, "nothing that this kind of proceeding decides"),
        ({"outcome": HearingOutcome.CONTINUED, "spoken": hearings.Spoken()}, "nothing to appeal"),
        ({"adjournment_code": "ZZ"}, "code"),
        ({"next_date": hearings.NextDate(starts_at=datetime(2026, 12, 1, 9))}, "is after this hearing"),
        ({"next_date": hearings.NextDate(starts_at=NEXT, schedule_type="QQ")}, "code"),
    ],
)
async def test_a_correction_that_cannot_be_right_changes_nothing(
    house: House, ground: Ground, wrong: dict[str, Any], said: str
) -> None:
    held(house)
    await reported(house, **DENIED)
    before = await every_row(ground)

    with pytest.raises((Invalid, NotAllowedByState), match=said):
        await corrected(house, **wrong)

    assert await every_row(ground) == before


async def test_what_has_no_report_or_was_gone_on_from_is_not_corrected_past_it(house: House, ground: Ground) -> None:
    with pytest.raises(NotAllowedByState, match="no report of this hearing to correct"):
        await corrected(house, outcome=HearingOutcome.OTHER)
    held(house)
    await reported(house, **DENIED)
    async with house.acting(house.ana) as tx:
        await proceedings.open_proceeding(tx, house.case, kind=ProceedingKind.APPEAL, reviews_id=house.bond)
    before = await every_row(ground)

    with pytest.raises(NotAllowedByState, match="Something has come of this decision"):
        await corrected(house, outcome=HearingOutcome.CONTINUED)
    with pytest.raises(ChangedMeanwhile):
        async with house.acting(house.ana) as tx:
            await hearings.correct_report(
                tx, house.hearing, expected_revision=0, outcome=HearingOutcome.OTHER, note="Late."
            )
    assert await every_row(ground) == before
    # What nothing came of is corrected all the same.
    await corrected(house, note="The sponsor was there.")


async def test_a_next_hearing_that_was_held_is_corrected_by_its_own_report(house: House, ground: Ground) -> None:
    held(house)
    done = await reported(house, **DENIED)
    assert done.next_hearing is not None
    house.clock.now = datetime(2026, 12, 16, 20, tzinfo=UTC)
    async with house.acting(house.luis) as tx:
        following = await tx.session.get_one(Hearing, done.next_hearing.id)
        await hearings.report_hearing(
            tx, following.id, expected_revision=following.revision, outcome=HearingOutcome.CONTINUED
        )
    before = await every_row(ground)

    with pytest.raises(NotAllowedByState, match=r"held already\. Correct its own report"):
        await corrected(house, next_date=hearings.NextDate(starts_at=datetime(2026, 12, 17, 9)))

    assert await every_row(ground) == before


async def test_who_may_report_and_not_move_alters_no_next_hearing_by_a_correction(house: House, ground: Ground) -> None:
    held(house)
    await reported(house, **DENIED)
    interpreter = await house.a_person("Iris Interpreter", role=Role.INTERPRETER)
    async with house.acting(house.ana) as tx:
        await teams.add_to_team(tx, house.case, interpreter, CaseRole.INTERPRETER)
    before = await every_row(ground)

    with pytest.raises(NotPermitted):
        await corrected(house, interpreter, next_date=hearings.NextDate(starts_at=NEXT, schedule_type="MR"))

    assert await every_row(ground) == before


async def test_whoever_may_not_report_may_not_correct(house: House, ground: Ground) -> None:
    held(house)
    await reported(house, **DENIED)
    grace = await house.a_person("Grace Adeyemi", role=Role.ADMIN)
    before = await every_row(ground)

    with pytest.raises((NotFound, NotPermitted)):
        await corrected(house, grace, note="Mine.")

    assert await every_row(ground) == before
