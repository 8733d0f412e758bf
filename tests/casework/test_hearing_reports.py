"""The one-minute report of a hearing, and taking it back; and what a notice or a move says in the courts' own codes."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import select

from casework import hearings, invitations, proceedings, tasks
from casework.refusals import Invalid, NotAllowedByState, NotFound, NotPermitted, TimeDoesNotExist
from schema.base import new_id
from schema.custody import Source
from schema.date_checks import DateCheckOutcome
from schema.decisions import AppealStance, Decision, DecisionKind, GivenHow
from schema.hearings import Hearing, HearingOutcome
from schema.notices import NoticeState
from schema.occasions import UPCOMING, OccasionKind, OccasionState
from schema.proceedings import Proceeding, ProceedingKind, ProceedingState
from schema.tasks import Task
from tests.access.test_refusals_change_nothing import every_row
from tests.ground import Ground
from tests.house import House


def held(house: House) -> None:
    """Half an hour after the hearing began: December 2, 9:30 in Hartford."""
    house.clock.now = datetime(2026, 12, 2, 14, 30, tzinfo=UTC)


async def row(house: House, hearing_id: Any = None) -> Hearing:
    async with house.watching() as tx:
        return await tx.session.get_one(Hearing, hearing_id or house.hearing)


async def reported(house: House, who: Any = None, **given: Any) -> hearings.Reported:
    async with house.acting(who or house.luis) as tx:
        hearing = await tx.session.get_one(Hearing, house.hearing)
        return await hearings.report_hearing(tx, hearing.id, expected_revision=hearing.revision, **given)


async def taken_back(house: House, who: Any = None) -> Hearing:
    async with house.acting(who or house.luis) as tx:
        hearing = await tx.session.get_one(Hearing, house.hearing)
        return await hearings.take_back_report(tx, hearing.id, expected_revision=hearing.revision)


FULL: dict[str, Any] = {
    "outcome": HearingOutcome.BOND_DENIED,
    "note": "The judge wants the sponsor letter.",
    "adjournment_code": "8b",
    "spoken": hearings.Spoken(appeal_by_client=AppealStance.RESERVED),
    "next_date": hearings.NextDate(starts_at=datetime(2026, 12, 16, 13, 30)),
    "to_do": [hearings.ToDo(title="Ask the sponsor for a letter"), hearings.ToDo(title="Order the recording")],
}


async def test_a_report_is_outcome_code_next_date_decision_and_tasks_in_one_act_8_cfr_1003_38_b(house: House) -> None:
    held(house)
    done = await reported(house, **FULL)

    hearing = await row(house)
    assert (hearing.outcome, hearing.adjournment_code, hearing.occasion.state) == (
        HearingOutcome.BOND_DENIED, "8B", OccasionState.HELD
    )  # fmt: skip
    assert done.next_hearing is not None and done.next_hearing.supersedes_id == house.hearing
    assert done.next_hearing.occasion.starts_at == datetime(2026, 12, 16, 18, 30, tzinfo=UTC)
    assert done.decision is not None
    assert (done.decision.kind, done.decision.decided_on, done.decision.given_how, done.decision.hearing_id) == (
        DecisionKind.BOND_DENIED, date(2026, 12, 2), GivenHow.ORAL, house.hearing
    )  # fmt: skip
    assert done.decision.appeal_by_client is AppealStance.RESERVED
    async with house.watching() as tx:
        assert (await tx.session.get_one(Proceeding, house.bond)).state is ProceedingState.DECIDED
        found = list(await tx.session.scalars(select(Task).where(Task.created_by_id == house.luis).order_by(Task.id)))
        assert [await tx.opened(one, "title") for one in found] == [one.title for one in FULL["to_do"]]
        assert {one.owner_id for one in found} == {house.ana}


async def test_not_presented_is_code_09_and_decides_nothing(house: House) -> None:
    held(house)
    done = await reported(house, outcome=HearingOutcome.NOT_PRESENTED)
    assert (done.hearing.adjournment_code, done.decision, done.tasks) == ("09", None, [])


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"adjournment_code": "ZZ"}, "adjournmentCode"),
        ({"next_date": hearings.NextDate(starts_at=datetime(2026, 12, 1, 9))}, "nextStartsAt"),
        ({"next_date": hearings.NextDate(starts_at=datetime(2027, 1, 5, 9), schedule_type="QQ")}, "scheduleType"),
        ({"next_date": hearings.NextDate(starts_at=datetime(2027, 1, 5, 9), kind=OccasionKind.VIGIL)}, "kind"),
        ({"outcome": HearingOutcome.CONTINUED}, "decision"),
        ({"to_do": [hearings.ToDo(title="Call")] * 11}, "tasks"),
        ({"to_do": [hearings.ToDo(title="   ")]}, "title"),
        # Bond is decided apart from removal (8 CFR 1003.19(d)).
        ({"outcome": HearingOutcome.REMOVAL_ORDERED}, "outcome"),
    ],
)
async def test_a_report_that_cannot_be_right_is_refused_whole(
    house: House, ground: Ground, wrong: dict[str, Any], field: str
) -> None:
    held(house)
    before = await every_row(ground)
    with pytest.raises(Invalid) as refusal:
        await reported(house, **{**FULL, **wrong})
    assert refusal.value.field == field and await every_row(ground) == before


async def test_a_next_date_in_a_skipped_hour_is_refused_with_its_two_neighbours(house: House, ground: Ground) -> None:
    held(house)
    before = await every_row(ground)
    with pytest.raises(TimeDoesNotExist) as refusal:
        await reported(house, **{**FULL, "next_date": hearings.NextDate(starts_at=datetime(2027, 3, 14, 2, 30))})
    assert (refusal.value.before, refusal.value.after) == (datetime(2027, 3, 14, 1, 30), datetime(2027, 3, 14, 3, 30))
    assert "01:30" in refusal.value.message and "03:30" in refusal.value.said("es")
    assert await every_row(ground) == before


async def test_a_report_is_taken_back_by_its_author_with_all_that_came_of_it(house: House, ground: Ground) -> None:
    held(house)
    was = await row(house)
    done = await reported(house, **FULL)
    house.clock.forward(minutes=9)

    hearing = await taken_back(house)

    assert (hearing.outcome, hearing.outcome_note, hearing.reported_at, hearing.report_left) == (None, None, None, None)
    assert (hearing.adjournment_code, hearing.occasion.state) == (was.adjournment_code, was.occasion.state)
    assert done.next_hearing is not None and done.decision is not None
    following = await row(house, done.next_hearing.id)
    assert (following.occasion.state, following.supersedes_id) == (OccasionState.CANCELLED, None)
    async with house.watching() as tx:
        assert (await tx.session.get_one(Proceeding, house.bond)).state is ProceedingState.PENDING
        assert (await tx.session.get_one(Decision, done.decision.id)).taken_back_at is not None
        still_open = await tx.session.scalars(
            select(Task.id).where(Task.created_by_id == house.luis, Task.done_at.is_(None))
        )
        assert list(still_open) == []
    # Nobody was told of the next date, so that nobody is told that it is off; and it can be reported right.
    left = await house.rows(occasion_id=following.occasion_id)
    assert {one.state for one in left} == {NoticeState.SUPERSEDED}
    again = await reported(house, **FULL)
    assert again.next_hearing is not None and again.next_hearing.supersedes_id == house.hearing


async def test_a_report_is_not_taken_back_by_another_nor_later_nor_where_there_is_none(
    house: House, ground: Ground
) -> None:
    held(house)
    with pytest.raises(NotAllowedByState):
        await taken_back(house)
    await reported(house, **FULL)
    before = await every_row(ground)
    with pytest.raises(NotPermitted):
        await taken_back(house, house.ana)
    house.clock.forward(minutes=10)
    with pytest.raises(NotAllowedByState) as refusal:
        await taken_back(house)
    assert "too late" in refusal.value.message and await every_row(ground) == before


@pytest.mark.parametrize("gone_on", ["task", "invited", "moved", "appealed", "checked"])
async def test_a_report_that_somebody_has_gone_on_from_stays(house: House, ground: Ground, gone_on: str) -> None:
    held(house)
    done = await reported(house, **FULL)
    following = done.next_hearing
    assert following is not None
    async with house.acting(house.ana) as tx:
        match gone_on:
            case "task":
                await tasks.complete_task(tx, done.tasks[0].id, expected_revision=0)
            case "invited":
                await invitations.invite(tx, following.occasion_id, [house.rosa])
            case "moved":
                await hearings.reschedule_hearing(
                    tx, following.id, starts_at=datetime(2026, 12, 17, 9), expected_revision=0
                )
            case "appealed":
                await proceedings.open_proceeding(tx, house.case, kind=ProceedingKind.APPEAL, reviews_id=house.bond)
            case _:
                house.clock.forward(minutes=1)
                tx.now = house.clock.now
                await hearings.check_date(
                    tx, following.id, outcome=DateCheckOutcome.SAME, source=Source.COURT_LINE, sequence=0
                )
    before = await every_row(ground)

    with pytest.raises(NotAllowedByState) as refusal:
        await taken_back(house)

    assert "gone on" in refusal.value.message or "Something has come" in refusal.value.message
    assert await every_row(ground) == before


async def test_a_notice_that_was_faster_than_the_report_is_the_next_date_and_outlives_the_report(house: House) -> None:
    known, _ = await house.a_hearing(datetime(2026, 12, 16, 13, 30), kind=OccasionKind.BOND_HEARING)
    held(house)

    done = await reported(
        house,
        outcome=HearingOutcome.CONTINUED,
        next_date=hearings.NextDate(starts_at=datetime(2026, 12, 16, 13, 30)),
    )
    assert done.next_hearing is not None and done.next_hearing.id == known

    await taken_back(house)
    assert (await row(house, known)).occasion.state in UPCOMING


# Notices and moves.


async def test_codes_on_a_notice_are_the_courts_and_the_day_it_came_is_kept(house: House, ground: Ground) -> None:
    notice = {"kind": OccasionKind.INDIVIDUAL_HEARING, "starts_at": datetime(2026, 12, 9, 9), "court_id": house.court}
    before = await every_row(ground)
    for wrong in (
        {"schedule_type": "XX"},
        {"calendar_type": "9"},
        {"received_at": datetime(2026, 12, 24, tzinfo=UTC)},
        {"replaces_id": new_id()},
    ):
        with pytest.raises((Invalid, NotFound)):
            async with house.acting(house.ana) as tx:
                await hearings.schedule_hearing(tx, house.case, house.removal, hearings.Notice(**notice, **wrong))
    assert await every_row(ground) == before
    async with house.acting(house.ana) as tx:
        made = await hearings.schedule_hearing(
            tx, house.case, house.removal,
            hearings.Notice(**notice, schedule_type="id", received_at=datetime(2026, 11, 20, 15, tzinfo=UTC)),
        )  # fmt: skip
    assert (made.schedule_type, made.noticed_at) == ("ID", datetime(2026, 11, 20, 15, tzinfo=UTC))


async def test_a_hearing_set_in_place_of_another_cancels_it_and_none_is_replaced_twice(
    house: House, ground: Ground
) -> None:
    notice = {"kind": OccasionKind.BOND_HEARING, "court_id": house.court, "replaces_id": house.hearing}
    async with house.acting(house.ana) as tx:
        made = await hearings.schedule_hearing(
            tx, house.case, house.bond, hearings.Notice(starts_at=datetime(2026, 12, 9, 9), **notice)
        )
    old = await row(house)
    assert (made.supersedes_id, old.occasion.state) == (house.hearing, OccasionState.CANCELLED)
    assert hearings.standing({house.hearing: None, made.id: made.supersedes_id})[house.hearing] == made.id
    before = await every_row(ground)
    with pytest.raises(Invalid) as refusal:
        async with house.acting(house.ana) as tx:
            await hearings.schedule_hearing(
                tx, house.case, house.bond, hearings.Notice(starts_at=datetime(2026, 12, 10, 9), **notice)
            )
    assert refusal.value.field == "replacesId" and await every_row(ground) == before


async def test_codes_55_and_9b_are_moves_to_an_earlier_time_by_the_court_itself(house: House, ground: Ground) -> None:
    before = await every_row(ground)
    for code in ("55", "9B"):
        with pytest.raises(Invalid) as refusal:
            await house.move(datetime(2026, 12, 9, 9), adjournment_code=code)
        assert refusal.value.field == "adjournmentCode"
    assert await every_row(ground) == before
    await house.move(datetime(2026, 11, 30, 9), adjournment_code="9b")
    hearing = await row(house)
    assert (hearing.adjournment_code, hearing.moved_from) == ("9B", datetime(2026, 12, 2, 14, tzinfo=UTC))
