"""What other acts do to the bond track, who may record what, and what lies where."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from casework import bond, consents, custody, hearings, intake, merging, statements
from casework.bond import StepFacts
from casework.bond.stages import FIRST
from casework.identities import Known
from casework.refusals import Invalid, NotAllowedByState, NotPermitted
from schema.audit import AuditEntry
from schema.bond import (
    Bond,
    BondAmount,
    BondGrounds,
    BondOrder,
    BondStage,
    BondStep,
    MannerOfEntry,
    ObligorKind,
)
from schema.consents import Consent, ConsentAudience, ConsentState, GivenBy, NameForm, Purpose
from schema.custody import ReleaseReason, Source
from schema.decisions import AppealStance
from schema.hearings import Hearing, HearingOutcome
from schema.occasions import OccasionKind
from schema.tasks import Task
from tests.casework.bonds import WAYS, amount, record, refused, stage, walk
from tests.house import NEW_YORK, House


async def reported(house: House, outcome: HearingOutcome, **more: Any) -> None:
    house.clock.forward(hours=24 * 10)
    async with house.acting(house.luis) as tx:
        hearing = await tx.session.get_one(Hearing, house.hearing)
        await hearings.report_hearing(tx, house.hearing, expected_revision=hearing.revision, outcome=outcome, **more)


@pytest.mark.parametrize(
    ("outcome", "becomes", "order"),
    [
        (HearingOutcome.BOND_GRANTED, BondStage.GRANTED, BondOrder.GRANTED),
        (HearingOutcome.CONDITIONAL_PAROLE, BondStage.GRANTED, BondOrder.CONDITIONAL_PAROLE),
        (HearingOutcome.BOND_DENIED, BondStage.DENIED, BondOrder.DENIED),
        (HearingOutcome.NO_JURISDICTION, BondStage.CONTESTED_JURISDICTION, BondOrder.NO_JURISDICTION),
    ],
)
@pytest.mark.parametrize("begun", [False, True])
async def test_a_reported_hearing_moves_the_track_and_begins_it_where_there_was_none(
    house: House, outcome: HearingOutcome, becomes: BondStage, order: BondOrder, begun: bool
) -> None:
    if begun:
        await walk(house, BondStage.REQUESTED)

    await reported(house, outcome, bond_amount=5_000 if outcome is HearingOutcome.BOND_GRANTED else None)

    async with house.watching() as tx:
        last = (await tx.session.scalars(select(BondStep).order_by(BondStep.number.desc()))).first()
    assert last is not None
    assert (last.stage, last.judge_order, last.hearing_id) == (becomes, order, house.hearing)
    assert last.reached_on == date(2026, 12, 2)
    assert await stage(house) is becomes


async def test_the_amount_that_was_reported_is_the_one_that_has_to_be_posted(house: House) -> None:
    await reported(
        house,
        HearingOutcome.BOND_GRANTED,
        bond_amount=1_500,
        spoken=hearings.Spoken(appeal_by_government=AppealStance.RESERVED),
    )

    assert await amount(house) == 1_500


@pytest.mark.parametrize(
    ("outcome", "amount_said", "words"),
    [
        (HearingOutcome.BOND_GRANTED, 1_000, "$1,500 at least"),
        (HearingOutcome.BOND_GRANTED, None, "Say the amount in dollars"),
        (HearingOutcome.BOND_DENIED, 5_000, "belongs to bond that"),
        (HearingOutcome.CONDITIONAL_PAROLE, 5_000, "belongs to bond that"),
    ],
)
async def test_8_usc_1226_a_2_a_an_amount_that_can_t_be_or_is_missing_is_refused_with_the_whole_report(
    house: House, outcome: HearingOutcome, amount_said: int | None, words: str
) -> None:
    async with refused(house, Invalid, words):
        await reported(house, outcome, bond_amount=amount_said)

    async with house.watching() as tx:
        assert (await tx.session.get_one(Hearing, house.hearing)).outcome is None


async def test_a_hearing_that_was_put_off_leaves_the_track_where_it_is(house: House) -> None:
    await walk(house, BondStage.REQUESTED)

    await reported(house, HearingOutcome.CONTINUED)

    assert await stage(house) is BondStage.REQUESTED


async def test_a_report_is_saved_also_where_the_track_stands_elsewhere_and_somebody_is_asked_to_look(
    house: House,
) -> None:
    await walk(house, *WAYS[BondStage.POSTED])

    await reported(house, HearingOutcome.BOND_DENIED)

    assert await stage(house) is BondStage.POSTED
    async with house.watching() as tx:
        assert (await tx.session.get_one(Hearing, house.hearing)).outcome is HearingOutcome.BOND_DENIED
        raised = await tx.session.scalars(select(Task).where(Task.raised_by == "bond"))
        assert len(list(raised)) == 1


async def test_a_bond_hearing_that_is_set_and_taken_off_moves_the_track_to_it_and_back(house: House) -> None:
    await house.cancel()
    await walk(house, BondStage.REQUESTED)

    house.hearing, _ = await house.a_hearing(datetime(2026, 12, 9, 13))
    assert await stage(house) is BondStage.SCHEDULED
    await house.cancel()

    assert await stage(house) is BondStage.REQUESTED


async def test_a_hearing_of_another_track_leaves_bond_alone_8_cfr_1003_19_d(house: House) -> None:
    await walk(house, BondStage.REQUESTED)

    await house.a_hearing(datetime(2026, 12, 9, 13), kind=OccasionKind.MASTER_HEARING, proceeding=house.removal)

    assert await stage(house) is BondStage.REQUESTED


async def released(house: House, reason: ReleaseReason) -> None:
    async with house.acting(house.ana) as tx:
        at = tx.now.replace(tzinfo=None, second=0, microsecond=0) - timedelta(days=1)
        await custody.record_release(
            tx, house.case, released_at=at, time_zone=NEW_YORK, reason=reason, source=Source.COUNSEL
        )


async def test_a_release_on_bond_is_recorded_once_in_the_detention_history_and_the_track_follows(house: House) -> None:
    await walk(house, *WAYS[BondStage.POSTED])
    async with refused(house, NotAllowedByState, "Record the release in the detention history"):
        await record(house, BondStage.RELEASED)

    await released(house, ReleaseReason.BONDED_OUT_JUDGE)

    assert await stage(house) is BondStage.RELEASED
    await record(house, BondStage.BREACHED, house.clock.now.date())
    await record(house, BondStage.CANCELLED_REFUNDED, house.clock.now.date(), StepFacts(receipt="I-391"))
    assert await stage(house) is BondStage.CANCELLED_REFUNDED


async def test_released_on_bond_before_anyone_noted_who_paid_somebody_is_asked_for_the_receipt(house: House) -> None:
    await walk(house, *WAYS[BondStage.PAYING])

    await released(house, ReleaseReason.BONDED_OUT_JUDGE)

    assert await stage(house) is BondStage.RELEASED
    async with house.watching() as tx:
        (task,) = await tx.session.scalars(select(Task).where(Task.raised_by == "bond"))
        assert "I-305" in (await tx.opened(task, "title") or "")


async def test_8_usc_1226_a_2_b_whom_the_judge_let_go_without_a_bond_is_released_on_recognizance_and_nobody_pays(
    house: House,
) -> None:
    await reported(house, HearingOutcome.CONDITIONAL_PAROLE)
    assert await amount(house) is None

    await released(house, ReleaseReason.RECOGNIZANCE)

    assert await stage(house) is BondStage.RELEASED
    async with house.watching() as tx:
        tasks = [await tx.opened(task, "title") or "" for task in await tx.session.scalars(
            select(Task).where(Task.raised_by == "bond"))]  # fmt: skip
    assert [title for title in tasks if "I-305" in title] == []


async def test_a_recognizance_that_no_judge_ordered_leaves_the_track_where_it_is(house: House) -> None:
    await walk(house, *WAYS[BondStage.GRANTED])

    await released(house, ReleaseReason.RECOGNIZANCE)

    assert await stage(house) is BondStage.GRANTED


async def test_after_the_release_only_what_may_follow_it_is_recorded(house: House) -> None:
    await walk(house, *WAYS[BondStage.POSTED])
    await released(house, ReleaseReason.BONDED_OUT_JUDGE)
    today = house.clock.now.date()

    for wanted in (BondStage.GRANTED, BondStage.PAYING, BondStage.POSTED, BondStage.STAYED, BondStage.SCHEDULED):
        async with refused(house, NotAllowedByState, FIRST[wanted]):
            await record(house, wanted, today)
    await record(house, BondStage.CANCELLED_REFUNDED, today)
    for wanted in BondStage:
        async with refused(house, NotAllowedByState, FIRST[wanted]):
            await record(house, wanted, today)


@pytest.mark.parametrize("at", [BondStage.DENIED, BondStage.APPEALED])
@pytest.mark.parametrize("wanted", [BondStage.CANCELLED_REFUNDED])
async def test_what_was_never_posted_is_neither_cancelled_nor_refunded(
    house: House, at: BondStage, wanted: BondStage
) -> None:
    await walk(house, *WAYS[at])

    async with refused(house, NotAllowedByState, FIRST[wanted]):
        await record(house, wanted)


async def test_what_nobody_ordered_is_not_appealed(house: House) -> None:
    await walk(house, BondStage.CONTESTED_JURISDICTION)

    async with refused(house, NotAllowedByState, "the order that is appealed"):
        await record(house, BondStage.APPEALED)


async def test_another_release_leaves_the_track_where_it_is(house: House) -> None:
    await walk(house, *WAYS[BondStage.REQUESTED])

    await released(house, ReleaseReason.PAROLED)

    assert await stage(house) is BondStage.REQUESTED


# Who may, and what lies where.


async def test_why_dhs_holds_them_is_for_counsel_to_record_and_a_coordinator_learns_whom_to_ask(house: House) -> None:
    async with refused(house, NotPermitted, "the case's attorney"), house.acting(house.ana) as tx:
        await bond.record_bond_grounds(tx, house.case, basis=None, entry=MannerOfEntry.WITHOUT_INSPECTION, charges=None)
    async with house.acting(house.luis) as tx:
        await bond.record_bond_grounds(tx, house.case, basis=None, entry=MannerOfEntry.WITHOUT_INSPECTION, charges=None)

    async with house.watching() as tx:
        (found,) = await tx.session.scalars(select(BondGrounds))
        assert b"inspection" not in found.entry.ciphertext  # type: ignore[union-attr]
        assert await tx.opened(found, "entry") == "without_inspection"
        (entry,) = await tx.session.scalars(select(AuditEntry).where(AuditEntry.act == "bond.grounds_recorded"))
        assert entry.after is None and "inspection" not in str(entry.before)


async def test_who_posts_it_lies_sealed_and_in_no_trail(house: House) -> None:
    await walk(house, BondStage.REQUESTED, BondStage.GRANTED)

    await record(house, BondStage.PAYING, facts=StepFacts(obligor_kind=ObligorKind.CITIZEN, obligor="Carmen Vidal"))

    async with house.watching() as tx:
        (step,) = await tx.session.scalars(select(BondStep).where(BondStep.stage == BondStage.PAYING))
        assert step.obligor is not None and b"Carmen" not in step.obligor.ciphertext
        assert await tx.opened(step, "obligor") == "Carmen Vidal"
        asked = select(AuditEntry).where(AuditEntry.act == "bond.stage_recorded").order_by(AuditEntry.seq)
        entries = list(await tx.session.scalars(asked))
    assert "Carmen" not in "".join(str((one.before, one.after, one.fields, one.reason)) for one in entries)
    assert entries[-1].fields == ["obligor"]


@pytest.mark.parametrize(
    "link",
    ["http://fund.example.org", "fund.example.org", "javascript:alert(1)", "https://", "https://localhost",
     "https://me:secret@fund.example.org", "https://fund.example.org/a b", "https://[", "https://x.org/" + "x" * 500],
)  # fmt: skip
async def test_where_to_give_is_a_public_page_and_nothing_else(house: House, link: str) -> None:
    async with refused(house, Invalid, "https://"), house.acting(house.ana) as tx:
        await bond.name_bond_fund(tx, house.case, link)


async def test_the_consent_to_tell_of_the_bond_is_narrowed_and_never_widened(house: House) -> None:
    async with house.acting(house.ana) as tx:
        given = await consents.give_consent(
            tx, house.case, purpose=Purpose.TELL_OFFICIALS, audience=ConsentAudience.OFFICIALS,
            name_form=NameForm.NONE, given_by=GivenBy.CLIENT, language="es", expires_on=date(2027, 6, 1), bond=True,
        )  # fmt: skip
    async with house.acting(house.luis) as tx:
        told = await statements.make_client_statement(tx, house.case, language="es")
    assert "con su fianza" in str(told)
    async with house.acting(house.ana) as tx:
        narrower = await consents.narrow_consent(tx, given.id, expected_revision=0, bond=False)
        assert not narrower.bond

    with pytest.raises(Invalid) as problem:
        async with house.acting(house.ana) as tx:
            await consents.narrow_consent(tx, narrower.id, expected_revision=0, bond=True)
    assert problem.value.field == "bond"
    async with house.watching() as tx:
        found = await tx.session.scalars(select(Consent.bond).where(Consent.state == ConsentState.STANDING))
        assert list(found) == [False]


async def test_merged_with_another_report_the_track_goes_along_whole_and_comes_back(house: House) -> None:
    await record(house, BondStage.REQUESTED)
    await record(house, BondStage.GRANTED, facts=StepFacts(amount=5_000))
    async with house.acting(house.ana) as tx:
        other = await intake.take_in_case(tx, house.organization, known=Known(legal_name="Mateo Rivera"))
        merge = await merging.merge_cases(tx, other.id, house.case)

    async def cases_of() -> set[Any]:
        async with house.watching() as tx:
            return {
                row for model in (Bond, BondStep, BondAmount) for row in await tx.session.scalars(select(model.case_id))
            }

    assert await cases_of() == {other.id}
    async with house.acting(house.ana) as tx:
        await merging.undo_merge(tx, merge.id)
    assert await cases_of() == {house.case}
