"""Deadlines follow the facts of a case, each once; what moves is planned afresh and shows what it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from casework import custody, docketing, hearings, intake, merging, proceedings
from casework.deadlines import rules
from casework.identities import Known
from schema.cases import Case
from schema.custody import PlaceOfCustody, ReleaseReason, Source
from schema.deadlines import Deadline, DeadlineState, Trigger, WhyMoved
from schema.hearings import Hearing, HearingOutcome
from schema.occasions import OccasionKind
from schema.proceedings import ProceedingKind
from tests.casework.docketing.papers import confirmed, due, planned, reported, typed
from tests.house import House

DECEMBER_2 = datetime(2026, 12, 2, 9)


async def test_an_order_of_removal_starts_the_appeal_8_cfr_1003_38_b(house: House) -> None:
    await reported(house, HearingOutcome.REMOVAL_ORDERED, DECEMBER_2)

    assert (await due(house))["bia_appeal"] == date(2027, 1, 4)  # January 1 is a holiday, and a Friday
    row = (await planned(house))["bia_appeal"]
    assert (row.state, row.citation, row.time_zone) == (
        DeadlineState.FOR_REVIEW, "8 CFR 1003.38(b)", "America/New_York",
    )  # fmt: skip
    assert row.said["en"]["trace"][1] == "The judge's decision: Wednesday, December 2, 2026."
    assert row.said["es"]["trace"][1] == "La decisión judicial: el miércoles, 2 de diciembre de 2026."


async def test_an_order_on_bond_starts_both_sides_clocks_8_cfr_1003_19_i_2_and_1003_6_c(house: House) -> None:
    await reported(house, HearingOutcome.BOND_GRANTED, DECEMBER_2, removal=False)

    assert await due(house) == {
        "automatic_stay": date(2026, 12, 3),
        "automatic_stay_without_appeal": date(2026, 12, 16),
        "bond_appeal": date(2027, 1, 4),
    }


async def test_bond_denied_leaves_the_appeal_alone(house: House) -> None:
    await reported(house, HearingOutcome.BOND_DENIED, DECEMBER_2, removal=False)

    assert await due(house) == {"bond_appeal": date(2027, 1, 4)}


async def test_an_order_in_absentia_is_final_at_once_8_usc_1229a_b_5_c(house: House) -> None:
    await reported(house, HearingOutcome.REMOVAL_ORDERED_IN_ABSENTIA, DECEMBER_2)

    found = await due(house)
    assert found["motion_to_reopen_in_absentia"] == date(2027, 6, 1)  # 180 days on is Memorial Day
    assert found["petition_for_review"] == date(2027, 1, 4)
    assert found["motion_to_reopen"] == date(2027, 3, 2)
    assert "bia_appeal" not in found


async def test_of_a_detained_merits_hearing_the_court_sets_the_filings(house: House) -> None:
    await house.a_hearing(datetime(2027, 1, 20, 9), kind=OccasionKind.INDIVIDUAL_HEARING, proceeding=house.removal)

    row = (await planned(house))["filings_individual"]
    assert (row.due_on, row.due_at, row.state) == (None, None, DeadlineState.FOR_REVIEW)
    assert "The court sets this date. Type in what it ordered." in row.said["en"]["trace"]


async def test_once_the_hearing_is_over_nothing_waits_for_the_court_any_more(house: House) -> None:
    await reported(house, HearingOutcome.RELIEF_DENIED, DECEMBER_2)
    assert "filings_individual" in await planned(house)
    house.clock.forward(days=1)

    async with house.acting(house.ana) as tx:
        (gone,) = await docketing.work_out_deadlines(tx, house.case)

    assert (gone.deadline.rule, gone.deadline.state) == ("filings_individual", DeadlineState.SUPERSEDED)
    assert (gone.why, gone.deadline.fell_away_at) == (WhyMoved.HEARING_OVER, house.clock.now)
    assert await due(house) == {"bia_appeal": date(2027, 1, 4)}


async def test_two_cases_that_become_one_keep_what_followed_from_either(house: House) -> None:
    await typed(house, Trigger.BRIEFING_NOTICE, date(2026, 11, 20))
    async with house.acting(house.ana) as tx:
        other = await intake.take_in_case(
            tx, house.organization, known=Known(),
            report=intake.Report(arrested_at=datetime(2026, 11, 23, 7), arrest_zone="America/New_York"),
        )  # fmt: skip
    async with house.acting(house.ana) as tx:
        await merging.merge_cases(tx, house.case, other.id)
    async with house.acting(house.ana) as tx:
        assert await docketing.work_out_deadlines(tx, house.case) == []

    assert set(await due(house)) == {"bia_brief", "charging_decision"}


async def at_liberty(house: House, starts_at: datetime) -> Hearing:
    async with house.acting(house.ana) as tx:
        return await hearings.schedule_hearing(
            tx, house.case, house.removal,
            hearings.Notice(
                kind=OccasionKind.INDIVIDUAL_HEARING, starts_at=starts_at, court_id=house.court, detained=False
            ),
        )  # fmt: skip


async def test_a_hearing_that_moves_takes_its_filings_along_eoir_policy_manual_app_c(house: House) -> None:
    hearing = await at_liberty(house, datetime(2027, 3, 10, 9))
    assert await due(house) == {"filings_individual": date(2027, 2, 8)}

    async with house.acting(house.ana) as tx:
        await hearings.reschedule_hearing(
            tx, hearing.id, starts_at=datetime(2027, 4, 14, 9), expected_revision=hearing.revision
        )

    assert await due(house) == {"filings_individual": date(2027, 3, 15)}
    row, old = (
        (await planned(house))["filings_individual"],
        (await planned(house, superseded=True))["filings_individual"],
    )
    assert (row.supersedes_id, row.moved_because, old.fell_away_at) == (old.id, WhyMoved.HEARING_MOVED, None)
    assert old.due_on == date(2027, 2, 8)

    async with house.acting(house.ana) as tx:
        again = await tx.session.get_one(Hearing, hearing.id)
        await hearings.cancel_hearing(tx, hearing.id, expected_revision=again.revision)
    assert await due(house) == {}
    async with house.watching() as tx:
        gone = await tx.session.get_one(Deadline, row.id)
    assert (gone.state, gone.moved_because) == (DeadlineState.SUPERSEDED, WhyMoved.HEARING_VACATED)
    assert gone.fell_away_at == house.clock.now


async def test_what_ran_from_a_report_that_was_taken_back_says_so(house: House) -> None:
    hearing = await reported(house, HearingOutcome.REMOVAL_ORDERED, DECEMBER_2)
    async with house.acting(house.luis) as tx:
        row = await tx.session.get_one(Hearing, hearing)
        await hearings.take_back_report(tx, hearing, expected_revision=row.revision)

    gone = (await planned(house, superseded=True))["bia_appeal"]
    assert (gone.moved_because, gone.fell_away_at) == (WhyMoved.DECISION_TAKEN_BACK, house.clock.now)


async def test_what_waited_for_a_hearing_in_whose_place_another_was_set_says_so(house: House) -> None:
    first = await at_liberty(house, datetime(2027, 3, 10, 9))
    second = await at_liberty(house, datetime(2027, 4, 14, 9))
    async with house.acting(house.ana) as tx:
        later, row = await tx.session.get_one(Hearing, second.id), await tx.session.get_one(Hearing, first.id)
        later.supersedes_id = row.id
        await hearings.cancel_hearing(tx, row.id, expected_revision=row.revision)

    async with house.watching() as tx:
        asked = select(Deadline).where(Deadline.hearing_id == first.id)
        (gone,) = [one for one in await tx.session.scalars(asked) if one.fell_away_at]
    assert gone.moved_because is WhyMoved.HEARING_REPLACED
    assert await due(house) == {"filings_individual": date(2027, 3, 15)}


async def test_an_arrest_starts_48_hours_8_cfr_287_3_d(house: House) -> None:
    async with house.acting(house.ana) as tx:
        case = await intake.take_in_case(
            tx, house.organization, known=Known(),
            report=intake.Report(arrested_at=datetime(2026, 11, 23, 7), arrest_zone="America/New_York"),
        )  # fmt: skip
    house.case = case.id

    row = (await planned(house))["charging_decision"]
    assert (row.due_at, row.due_on) == (datetime(2026, 11, 25, 12, tzinfo=UTC), date(2026, 11, 25))
    assert row.triggered_at == datetime(2026, 11, 23, 12, tzinfo=UTC) and row.verification == "unverified"


async def test_a_release_starts_the_change_of_address_8_cfr_1003_15_d_and_1236_1_d(house: House) -> None:
    async with house.acting(house.ana) as tx:
        await custody.record_custody(
            tx, house.case, place=PlaceOfCustody.HOSPITAL, since=datetime(2026, 11, 19, 8),
            time_zone="America/New_York", source=Source.COUNSEL,
        )  # fmt: skip
        await custody.record_release(
            tx, house.case, released_at=datetime(2026, 11, 20, 15), time_zone="America/New_York",
            reason=ReleaseReason.BONDED_OUT_JUDGE, source=Source.COUNSEL,
        )  # fmt: skip

    assert await due(house) == {
        "change_of_address": date(2026, 11, 25), "bond_request_after_release": date(2026, 11, 27)
    }  # fmt: skip


async def test_a_referral_starts_ten_days_8_cfr_208_31_g(house: House) -> None:
    async with house.acting(house.ana) as tx:
        await proceedings.open_proceeding(
            tx, house.case, kind=ProceedingKind.REASONABLE_FEAR_REVIEW, court_id=house.court,
            filed_at=datetime(2026, 11, 20, 15, tzinfo=UTC),
        )  # fmt: skip

    assert await due(house) == {"reasonable_fear_review": date(2026, 11, 30)}


async def test_a_typed_trigger_twice_plans_once_8_cfr_1003_3_c(house: House) -> None:
    first = await typed(house, Trigger.BRIEFING_NOTICE, date(2026, 11, 20))
    again = await typed(house, Trigger.BRIEFING_NOTICE, date(2026, 11, 20))
    async with house.acting(house.ana) as tx:
        asked = await docketing.work_out_deadlines(tx, house.case)

    assert [one.deadline.rule for one in first] == ["bia_brief"]
    assert again == [] == asked
    assert await due(house) == {"bia_brief": date(2026, 12, 10)}


async def test_a_typed_trigger_that_was_wrong_is_corrected(house: House) -> None:
    await typed(house, Trigger.FINAL_ORDER, date(2026, 11, 2))
    wrong = await planned(house)

    moved = await typed(house, Trigger.FINAL_ORDER, date(2026, 11, 4), corrects_id=wrong["petition_for_review"].id)

    assert {one.deadline.rule: one.before_on for one in moved}["petition_for_review"] == date(2026, 12, 2)
    found = await due(house)
    assert found["petition_for_review"] == date(2026, 12, 4) and found["custody_review_90"] == date(2027, 2, 2)
    assert len(found) == 5


async def test_of_two_moves_each_has_its_own_deadline(house: House) -> None:
    await typed(house, Trigger.MOVE, date(2026, 11, 16))
    await typed(house, Trigger.MOVE, date(2026, 11, 20))

    async with house.acting(house.ana) as tx:
        assert await docketing.work_out_deadlines(tx, house.case) == []
    async with house.watching() as tx:
        rows = await tx.session.scalars(select(Deadline.due_on).order_by(Deadline.due_on))
        assert list(rows) == [date(2026, 11, 23), date(2026, 11, 25)]


async def test_a_changed_rule_replans_and_shows_what_moved(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    await typed(house, Trigger.BRIEFING_NOTICE, date(2026, 11, 20))
    await confirmed(house, "bia_brief")
    rule = rules()["bia_brief"]
    new = replace(
        rule.provisions[1],
        measures=(replace(rule.provisions[1].measures[0], length=14),), in_force_from=date(2026, 11, 1), digest="new",
    )  # fmt: skip
    changed = {**rules(), "bia_brief": replace(rule, provisions=(*rule.provisions, new))}
    monkeypatch.setattr("casework.docketing.planning.rules", lambda: changed)

    async with house.watching() as tx:
        number, (one,) = await docketing.replan_case(tx, house.case)

    assert number.startswith("C-")
    assert (one.before_on, one.deadline.due_on, one.why) == (
        date(2026, 12, 10), date(2026, 12, 4), WhyMoved.RULE_CHANGED,
    )  # fmt: skip
    # What counsel confirmed was another date.
    assert one.deadline.state is DeadlineState.FOR_REVIEW and one.deadline.confirmed_at is None


async def test_as_of_another_day_nothing_is_saved_rin_1125_ab37(house: House) -> None:
    await typed(house, Trigger.DECISION, date(2026, 3, 20))
    before = await planned(house)

    async with house.acting(house.luis) as tx:
        (february,) = await docketing.recompute_deadlines(tx, house.case, date(2026, 2, 20))
        (today,) = await docketing.recompute_deadlines(tx, house.case, date(2026, 11, 23))

    assert february.computed.due_on == date(2026, 3, 30)
    assert today.computed.due_on == before["bia_appeal"].due_on == date(2026, 4, 20)
    assert {rule: row.revision for rule, row in (await planned(house)).items()} == {"bia_appeal": 0}


async def test_a_closed_case_plans_nothing_more(house: House) -> None:
    await typed(house, Trigger.FINAL_ORDER, date(2026, 11, 2))
    async with house.watching() as tx:
        case = await tx.session.get_one(Case, house.case)
        case.closed_at = tx.now
        await tx.session.flush()
        assert await docketing.replan(tx, case) == []
