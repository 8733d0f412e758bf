"""Nobody but counsel is reminded of a date before counsel confirms it; what was filed is closed."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlalchemy import select

from casework import docketing, hearings, teams
from schema.audit import AuditEntry
from schema.custody import Source
from schema.deadlines import Deadline, DeadlineState, Trigger, WhyMoved
from schema.hearings import Hearing
from schema.occasions import OccasionKind
from schema.teams import TeamMember
from tests.casework.docketing.papers import confirmed, due, planned, reminders, typed
from tests.house import House

REVIEW = ("Luis", "Review the deadlines worked out for this case")
BRIEF = "File the brief with the Board, by Thursday, December 10, 2026"


async def a_brief(house: House) -> Deadline:
    await typed(house, Trigger.BRIEFING_NOTICE, date(2026, 11, 20))
    return (await planned(house))["bia_brief"]


async def test_for_review_it_reminds_counsel_alone_and_confirmed_the_coordinator_too(house: House) -> None:
    await a_brief(house)
    assert await reminders(house) == {REVIEW}

    row = await confirmed(house, "bia_brief")

    assert await reminders(house) == {("Luis", BRIEF), ("Ana", BRIEF)}
    assert (row.state, row.confirmed_by_id, row.confirmed_at) == (DeadlineState.CONFIRMED, house.luis, house.clock.now)


async def test_with_no_counsel_the_coordinator_looks_for_some_and_is_told_no_date(house: House) -> None:
    async with house.acting(house.ana) as tx:
        seat = (await tx.session.scalars(select(TeamMember).where(TeamMember.person_id == house.luis))).one()
        await teams.leave_team(tx, seat.id)
    await a_brief(house)
    assert await reminders(house) == {("Ana", "Find counsel to review the deadlines worked out for this case")}

    async with house.acting(house.ana) as tx:
        await teams.add_to_team(tx, house.case, house.luis, seat.role)

    assert await reminders(house) == {REVIEW}


async def test_what_is_past_asks_nobody_to_review_it(house: House) -> None:
    await typed(house, Trigger.BRIEFING_NOTICE, date(2026, 10, 1))

    assert await due(house) == {"bia_brief": date(2026, 10, 21)}
    assert await reminders(house) == set()


async def test_filed_closes_it_and_received_may_follow_bia_ch_4_5(house: House) -> None:
    await a_brief(house)
    row = await confirmed(house, "bia_brief")

    async with house.acting(house.ana) as tx:
        row = await docketing.record_filing(
            tx, row.id, expected_revision=row.revision, filed_at=datetime(2026, 11, 23, 9)
        )
    assert (row.state, row.filed_at) == (DeadlineState.FILED, datetime(2026, 11, 23, 14, tzinfo=UTC))
    assert await reminders(house) == set()

    async with house.acting(house.ana) as tx:
        row = await docketing.record_filing(
            tx, row.id, expected_revision=row.revision, received_at=datetime(2026, 11, 23, 9, 20)
        )
    assert row.state is DeadlineState.RECEIVED and row.filed_at is not None
    # It is over: no fact brings it back.
    async with house.acting(house.ana) as tx:
        assert await docketing.work_out_deadlines(tx, house.case) == []


async def test_set_aside_it_reminds_nobody_and_stays_so_until_its_date_changes(house: House) -> None:
    row = await a_brief(house)
    async with house.acting(house.luis) as tx:
        await docketing.set_aside_deadline(tx, row.id, expected_revision=0, reason="The appeal was withdrawn.")

    assert await reminders(house) == set()
    async with house.acting(house.ana) as tx:
        assert await docketing.work_out_deadlines(tx, house.case) == []
    async with house.watching() as tx:
        kept = await tx.session.get_one(Deadline, row.id)
        assert await tx.opened(kept, "set_aside_reason") == "The appeal was withdrawn."
        assert b"withdrawn" not in kept.set_aside_reason.ciphertext  # type: ignore[union-attr]

    await typed(house, Trigger.BRIEFING_NOTICE, date(2026, 11, 19), corrects_id=row.id)
    assert await due(house) == {"bia_brief": date(2026, 12, 9)}


async def test_the_court_s_date_takes_the_place_of_what_waited_for_it_eoir_policy_manual_app_c(house: House) -> None:
    hearing, _ = await house.a_hearing(
        datetime(2027, 1, 20, 9), kind=OccasionKind.INDIVIDUAL_HEARING, proceeding=house.removal
    )
    waiting = (await planned(house))["filings_individual"]

    async with house.acting(house.ana) as tx:
        row = await docketing.set_court_deadline(
            tx, house.case, due_on=date(2027, 1, 6), source=Source.PRINTED_NOTICE, instead_of_id=waiting.id
        )

    assert (row.due_on, row.set_by_court, row.state) == (date(2027, 1, 6), True, DeadlineState.FOR_REVIEW)
    assert (row.supersedes_id, row.moved_because, row.hearing_id) == (waiting.id, WhyMoved.COURT_ORDERED, hearing)
    # Counsel is asked; and no formula moves it.
    assert await reminders(house) == {REVIEW}
    async with house.acting(house.ana) as tx:
        row_of = await tx.session.get_one(Hearing, hearing)
        await hearings.reschedule_hearing(
            tx, hearing, starts_at=datetime(2027, 2, 3, 9), expected_revision=row_of.revision
        )
    assert await due(house) == {"filings_individual": date(2027, 1, 6)}


async def test_what_counsel_types_of_an_order_is_confirmed_at_once(house: House) -> None:
    async with house.acting(house.luis) as tx:
        row = await docketing.set_court_deadline(
            tx, house.case, what="File the exhibit list", due_at=datetime(2026, 12, 14, 17),
            time_zone="America/Chicago", source=Source.COUNSEL,
        )  # fmt: skip

    assert (row.state, row.due_at) == (DeadlineState.CONFIRMED, datetime(2026, 12, 14, 23, tzinfo=UTC))
    said = "File the exhibit list, by Monday, December 14, 2026, 5:00 PM Central Time"
    assert await reminders(house) == {("Luis", said), ("Ana", said)}


async def test_an_outage_on_the_last_day_extends_it_and_it_is_for_review_again_8_cfr_1003_3_g_2(house: House) -> None:
    await a_brief(house)
    row = await confirmed(house, "bia_brief")

    async with house.acting(house.ana) as tx:
        moved = await docketing.record_outage(
            tx, row.id, expected_revision=row.revision, down_from=date(2026, 12, 10), down_through=date(2026, 12, 11)
        )

    assert (moved.before_on, moved.deadline.due_on, moved.why) == (
        date(2026, 12, 10), date(2026, 12, 14), WhyMoved.OUTAGE,
    )  # fmt: skip
    assert await reminders(house) == {REVIEW}
    # Worked out again, the outage still counts.
    async with house.acting(house.ana) as tx:
        assert await docketing.work_out_deadlines(tx, house.case) == []


async def test_every_act_is_in_the_trail(house: House) -> None:
    row = await a_brief(house)
    async with house.acting(house.luis) as tx:
        await docketing.confirm_deadline(tx, row.id, expected_revision=0)
    async with house.acting(house.luis) as tx:
        await docketing.set_aside_deadline(tx, row.id, expected_revision=1, reason="Withdrawn.")

    async with house.watching() as tx:
        asked = select(AuditEntry).where(AuditEntry.subject == "deadlines").order_by(AuditEntry.seq)
        entries = list(await tx.session.scalars(asked))
    assert [entry.act for entry in entries] == ["deadline.worked_out", "deadline.confirmed", "deadline.set_aside"]
    assert entries[0].after == {"rule": "bia_brief", "due_on": "2026-12-10", "due_at": None}
    assert "Withdrawn" not in str([entry.after for entry in entries])
