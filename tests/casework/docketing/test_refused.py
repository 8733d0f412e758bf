"""What is refused of deadlines, with what to do next; and nothing has changed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date, datetime
from typing import Any

import pytest

from casework import docketing, proceedings
from casework.refusals import Invalid, NotAllowedByState, NotPermitted, Refusal, TimeDoesNotExist
from casework.transaction import Transaction
from schema.bond import BondStage
from schema.custody import Source
from schema.deadlines import Trigger
from schema.occasions import OccasionKind
from schema.proceedings import Proceeding, ProceedingState
from tests.access.test_refusals_change_nothing import every_row
from tests.casework.bonds import WAYS, walk
from tests.casework.docketing.papers import appealed, planned, typed
from tests.ground import Ground
from tests.house import House

Act = Callable[[Transaction, House, Any], Awaitable[Any]]
NOON = datetime(2026, 11, 20, 12)


def set_by_court(**given: Any) -> Act:
    usual = {"what": "File the exhibit list", "due_on": date(2026, 12, 14), "source": Source.COUNSEL}
    return lambda tx, house, row: docketing.set_court_deadline(tx, house.case, **{**usual, **given})


def happened(**given: Any) -> Act:
    usual = {"trigger": Trigger.BRIEFING_NOTICE, "happened_on": date(2026, 11, 19)}
    return lambda tx, house, row: docketing.work_out_deadlines(tx, house.case, **{**usual, **given})


def filed(**given: Any) -> Act:
    return lambda tx, house, row: docketing.record_filing(tx, row.id, expected_revision=0, **given)


def outage(begins: date, ends: date) -> Act:
    return lambda tx, house, row: docketing.record_outage(
        tx, row.id, expected_revision=0, down_from=begins, down_through=ends
    )


#: What is tried, by whom, and the sentence.
TRIED: dict[str, tuple[Act, str, type[Refusal], str]] = {
    "confirmed by the coordinator": (
        lambda tx, house, row: docketing.confirm_deadline(tx, row.id, expected_revision=0),
        "ana", NotPermitted, "Your role here does not allow this. Ask the case's attorney.",
    ),
    "set aside by the coordinator": (
        lambda tx, house, row: docketing.set_aside_deadline(tx, row.id, expected_revision=0, reason="No."),
        "ana", NotPermitted, "Your role here does not allow this. Ask the case's attorney.",
    ),
    "set aside for no reason": (
        lambda tx, house, row: docketing.set_aside_deadline(tx, row.id, expected_revision=0, reason="  "),
        "luis", Invalid, "Say why it does not apply, in a few words.",
    ),
    "set aside at length": (
        lambda tx, house, row: docketing.set_aside_deadline(tx, row.id, expected_revision=0, reason="x" * 2_001),
        "luis", Invalid, "A reason has at most 2000 characters. Write a note for the rest.",
    ),
    "an order of nothing": (set_by_court(what=" "), "ana", Invalid, "Say what the court ordered, in a few words."),
    "an order for no day": (
        set_by_court(due_on=None), "ana", Invalid, "Say the day that the court ordered, or the day and hour: one"
    ),
    "an order for a day and another": (
        set_by_court(due_at=NOON), "ana", Invalid, "Say the day that the court ordered, or the day and hour: one"
    ),
    "an order for yesterday": (
        set_by_court(due_on=date(2026, 11, 22)), "ana", Invalid, "That day has passed already. Check the order."
    ),
    "an order for the next century": (
        set_by_court(due_on=date(2126, 12, 14)), "ana", Invalid, "The year 2126 looks like a slip. Check the notice."
    ),
    "an order for an hour that is skipped": (
        set_by_court(due_on=None, due_at=datetime(2027, 3, 14, 2, 30), time_zone="America/New_York"),
        "ana", TimeDoesNotExist, "On 2027-03-14 at 02:30 the clocks in America/New_York jump forward,",
    ),
    "an order in no zone": (set_by_court(time_zone="Mars/Olympus"), "ana", Invalid, '"Mars/Olympus" is not a time'),
    "something in the future": (
        happened(happened_on=date(2026, 11, 24)), "ana", Invalid, "That is in the future. Check the day."
    ),
    "something of the last century": (
        happened(happened_on=date(1926, 11, 2)), "ana", Invalid, "The year 1926 looks like a slip. Check the notice."
    ),
    "something on no day": (
        happened(happened_on=None), "ana", Invalid,
        "Say on which day it happened or, where hours count, at which hour.",
    ),
    "a day of nothing": (happened(trigger=None), "ana", Invalid, "Say what happened then."),
    "a hearing that is typed": (
        happened(trigger=Trigger.MASTER_HEARING), "ana", Invalid,
        "Schedule the hearing: what must be filed before it follows from its date.",
    ),
    "what nothing follows from": (
        happened(trigger=Trigger.TRANSFER), "ana", Invalid, "No deadline of our rules follows from that."
    ),
    "a briefing notice in what is no appeal": (
        lambda tx, house, row: docketing.work_out_deadlines(
            tx, house.case, trigger=Trigger.BRIEFING_NOTICE, happened_on=date(2026, 11, 19),
            proceeding_id=house.removal,
        ),
        "ana", Invalid, "A briefing notice is given in an appeal that is pending. Choose that one.",
    ),
    "a correction of another kind": (
        lambda tx, house, row: docketing.work_out_deadlines(
            tx, house.case, trigger=Trigger.MOVE, happened_on=date(2026, 11, 19), corrects_id=row.id
        ),
        "ana", Invalid, "Only a trigger that somebody typed is corrected, and by one of its own kind.",
    ),
    "filed at no time": (filed(), "ana", Invalid, "Say when it was filed, or when the court received it."),
    "filed tomorrow": (filed(filed_at=datetime(2026, 11, 24, 9)), "ana", Invalid, "That hour has not come yet."),
    "received before it was filed": (
        filed(filed_at=NOON, received_at=datetime(2026, 11, 20, 11)), "ana", Invalid,
        "It can't have been received before it was filed.",
    ),
    "an outage on another day": (
        outage(date(2026, 12, 1), date(2026, 12, 9)), "ana", Invalid,
        "The outage must have been on the last day of this deadline.",
    ),
    "an outage that ends before it begins": (
        outage(date(2026, 12, 10), date(2026, 12, 9)), "ana", Invalid, "Say the first and the last day of the outage."
    ),
}  # fmt: skip


@pytest.mark.parametrize("tried", TRIED)
async def test_it_is_refused_and_nothing_has_changed(house: House, ground: Ground, tried: str) -> None:
    act, who, kind, said = TRIED[tried]
    await typed(house, Trigger.BRIEFING_NOTICE, date(2026, 11, 20))
    row = (await planned(house))["bia_brief"]
    before = await every_row(ground)

    with pytest.raises(kind) as refusal:
        async with house.acting(getattr(house, who)) as tx:
            await act(tx, house, row)

    assert refusal.value.message.startswith(said)
    assert await every_row(ground) == before


async def test_what_is_closed_stays_closed(house: House, ground: Ground) -> None:
    await typed(house, Trigger.BRIEFING_NOTICE, date(2026, 11, 20))
    row = (await planned(house))["bia_brief"]
    async with house.acting(house.luis) as tx:
        await docketing.set_aside_deadline(tx, row.id, expected_revision=0, reason="Withdrawn.")
    before = await every_row(ground)
    closed: list[Act] = [
        lambda tx, house, row: docketing.set_aside_deadline(tx, row.id, expected_revision=1, reason="Again."),
        lambda tx, house, row: docketing.confirm_deadline(tx, row.id, expected_revision=1),
        lambda tx, house, row: docketing.record_filing(tx, row.id, expected_revision=1, filed_at=NOON),
        set_by_court(instead_of_id=row.id),
    ]

    for act in closed:
        with pytest.raises(NotAllowedByState):
            async with house.acting(house.luis) as tx:
                await act(tx, house, row)

    assert await every_row(ground) == before


async def test_what_waits_for_the_court_is_not_confirmed(house: House, ground: Ground) -> None:
    await house.a_hearing(datetime(2027, 1, 20, 9), kind=OccasionKind.INDIVIDUAL_HEARING, proceeding=house.removal)
    row = (await planned(house))["filings_individual"]
    before = await every_row(ground)

    with pytest.raises(NotAllowedByState) as refusal:
        async with house.acting(house.luis) as tx:
            await docketing.confirm_deadline(tx, row.id, expected_revision=0)

    assert refusal.value.message == "The court sets this date. Type in what it ordered first."
    assert await every_row(ground) == before


async def test_a_briefing_notice_on_a_case_without_an_appeal_is_refused_8_cfr_1003_3_c(
    house: House, ground: Ground
) -> None:
    before = await every_row(ground)

    with pytest.raises(Invalid) as refusal:
        async with house.acting(house.ana) as tx:
            await docketing.work_out_deadlines(
                tx, house.case, trigger=Trigger.BRIEFING_NOTICE, happened_on=date(2026, 11, 20)
            )

    assert refusal.value.field == "trigger"
    assert refusal.value.message == (
        "No appeal of this case is pending. Open the appeal first, then type in the notice."
    )
    assert await every_row(ground) == before


async def test_a_briefing_notice_after_the_appeal_was_decided_is_refused_as_well(house: House) -> None:
    appeal = await appealed(house)
    async with house.acting(house.luis) as tx:
        row = await tx.session.get_one(Proceeding, appeal)
        await proceedings.close_proceeding(tx, appeal, how=ProceedingState.CLOSED, expected_revision=row.revision)

    with pytest.raises(Invalid, match="No appeal of this case is pending"):
        async with house.acting(house.ana) as tx:
            await docketing.work_out_deadlines(
                tx, house.case, trigger=Trigger.BRIEFING_NOTICE, happened_on=date(2026, 11, 20)
            )


async def test_the_brief_is_of_the_appeal_that_is_pending_also_where_nobody_says_which(house: House) -> None:
    appeal = await appealed(house)

    await typed(house, Trigger.BRIEFING_NOTICE, date(2026, 11, 20))

    assert (await planned(house))["bia_brief"].proceeding_id == appeal


async def test_an_appeal_of_an_order_on_bond_has_a_briefing_notice_too(house: House) -> None:
    await walk(house, *WAYS[BondStage.APPEALED])

    async with house.acting(house.ana) as tx:
        (one,) = await docketing.work_out_deadlines(
            tx, house.case, trigger=Trigger.BRIEFING_NOTICE, happened_on=date(2026, 11, 20)
        )

    assert one.deadline.rule == "bia_brief"
