"""Proceedings: opened with their papers, decided, closed, appealed, sent back. Several at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from casework import proceedings
from casework.proceedings import Amendment, Decided, Papers
from casework.refusals import ChangedMeanwhile, Invalid, NotAllowedByState, Refusal
from schema.audit import AuditEntry
from schema.base import new_id
from schema.decisions import AppealStance, Decision, DecisionKind, GivenHow
from schema.proceedings import CustodyCode, Proceeding, ProceedingKind, ProceedingState
from tests.access.test_refusals_change_nothing import every_row
from tests.ground import Ground
from tests.house import House

ORAL = Decided(kind=DecisionKind.REMOVAL_ORDERED, decided_on=date(2026, 11, 20), given_how=GivenHow.ORAL)


async def found(house: House, proceeding_id: UUID) -> Proceeding:
    async with house.watching() as tx:
        return await tx.session.get_one(Proceeding, proceeding_id)


async def decided(house: House, proceeding_id: UUID, what: Decided) -> Decision:
    async with house.acting(house.ana) as tx:
        revision = (await tx.session.get_one(Proceeding, proceeding_id)).revision
        return await proceedings.record_decision(tx, proceeding_id, what, expected_revision=revision)


async def opened(house: House, kind: ProceedingKind, **given: Any) -> Proceeding:
    async with house.acting(house.ana) as tx:
        return await proceedings.open_proceeding(tx, house.case, kind=kind, **given)


async def refused(house: House, ground: Ground, act: Callable[[Any], Any], kind: type[Refusal]) -> Refusal:
    """The refusal, and not one row of any table has changed."""
    before = await every_row(ground)
    with pytest.raises(kind) as refusal:
        async with house.acting(house.ana) as tx:
            await act(tx)
    assert await every_row(ground) == before
    return refusal.value


async def test_a_case_has_removal_bond_and_habeas_at_once_before_different_courts_8_cfr_1003_19_d(house: House) -> None:
    habeas = await opened(house, ProceedingKind.HABEAS, other_court=" U.S. District Court,  D. Mass. ")

    async with house.watching() as tx:
        rows = list(await tx.session.scalars(select(Proceeding).order_by(Proceeding.id)))
    assert [(one.kind, one.state) for one in rows] == [
        (ProceedingKind.BOND, ProceedingState.PENDING),
        (ProceedingKind.REMOVAL, ProceedingState.PENDING),
        (ProceedingKind.HABEAS, ProceedingState.PENDING),
    ]
    assert habeas.other_court == "U.S. District Court, D. Mass." and habeas.court_id is None


async def test_a_habeas_petition_names_its_court_28_usc_2241(house: House, ground: Ground) -> None:
    said = await refused(
        house, ground, lambda tx: proceedings.open_proceeding(tx, house.case, kind=ProceedingKind.HABEAS), Invalid
    )
    assert isinstance(said, Invalid) and said.field == "otherCourt" and "Name the court" in said.message


async def test_what_is_not_filed_is_before_the_court_once_it_is_8_cfr_1003_14_a(house: House) -> None:
    made = await opened(
        house, ProceedingKind.REMOVAL, court_id=house.court, not_filed=True,
        papers=Papers(notice_on=date(2026, 11, 19), charges="212(a)(6)(A)(i)", custody=CustodyCode.DETAINED),
    )  # fmt: skip
    assert made.state is ProceedingState.NOT_FILED

    async with house.acting(house.luis) as tx:
        await proceedings.amend_proceeding(
            tx, made.id, Amendment(papers=Papers(filed_at=datetime(2026, 11, 22, 15, tzinfo=UTC))), expected_revision=0
        )

    now = await found(house, made.id)
    assert (now.state, now.notice_on, now.custody) == (
        ProceedingState.PENDING, date(2026, 11, 19), CustodyCode.DETAINED
    )  # fmt: skip
    async with house.watching() as tx:
        row = await tx.session.get_one(Proceeding, made.id)
        assert await tx.opened(row, "charges") == "212(a)(6)(A)(i)"
        entries = select(AuditEntry.act).where(AuditEntry.subject_id == made.id).order_by(AuditEntry.seq)
        acts = list(await tx.session.scalars(entries))
    assert acts == ["proceeding.opened", "proceeding.amended"]


@pytest.mark.parametrize(
    ("papers", "field"),
    [
        (Papers(notice_on=date(2026, 12, 24)), "noticeOn"),
        (Papers(filed_at=datetime(2027, 1, 1, tzinfo=UTC)), "filedAt"),
        (Papers(notice_on=date(2026, 11, 20), filed_at=datetime(2026, 11, 2, tzinfo=UTC)), "filedAt"),
        (Papers(charges="x" * 2_001), "charges"),
    ],
)
async def test_papers_that_cannot_be_right_are_refused(
    house: House, ground: Ground, papers: Papers, field: str
) -> None:
    said = await refused(
        house, ground,
        lambda tx: proceedings.open_proceeding(
            tx, house.case, kind=ProceedingKind.REMOVAL, court_id=house.court, papers=papers
        ),
        Invalid,
    )  # fmt: skip
    assert isinstance(said, Invalid) and said.field == field


async def test_a_decision_says_the_day_and_how_it_was_given_8_cfr_1003_38_b(house: House) -> None:
    made = await decided(
        house, house.removal,
        Decided(
            kind=DecisionKind.RELIEF_DENIED, decided_on=date(2026, 11, 18), given_how=GivenHow.MAILED,
            given_on=date(2026, 11, 20), appeal_by_client=AppealStance.RESERVED,
            appeal_by_government=AppealStance.WAIVED,
        ),
    )  # fmt: skip

    assert (made.decided_on, made.given_how, made.given_on) == (
        date(2026, 11, 18), GivenHow.MAILED, date(2026, 11, 20)
    )  # fmt: skip
    assert (made.appeal_by_client, made.appeal_by_government) == (AppealStance.RESERVED, AppealStance.WAIVED)
    assert (await found(house, house.removal)).state is ProceedingState.DECIDED


@pytest.mark.parametrize(
    ("what", "field"),
    [
        (Decided(kind=DecisionKind.RELIEF_DENIED, decided_on=date(2026, 12, 1), given_how=GivenHow.ORAL), "decidedOn"),
        (
            Decided(
                kind=DecisionKind.REMOVAL_ORDERED, decided_on=date(2026, 11, 20), given_how=GivenHow.MAILED,
                given_on=date(2026, 11, 19),
            ),
            "givenOn",
        ),
        (
            Decided(
                kind=DecisionKind.REMOVAL_ORDERED, decided_on=date(2026, 11, 18), given_how=GivenHow.ORAL,
                given_on=date(2026, 11, 20),
            ),
            "givenOn",
        ),
        # Bond is decided apart from removal (8 CFR 1003.19(d)).
        (Decided(kind=DecisionKind.BOND_GRANTED, decided_on=date(2026, 11, 20), given_how=GivenHow.ORAL), "kind"),
    ],
)  # fmt: skip
async def test_a_decision_that_cannot_be_right_is_refused_8_cfr_1003_37_a(
    house: House, ground: Ground, what: Decided, field: str
) -> None:
    said = await refused(
        house, ground, lambda tx: proceedings.record_decision(tx, house.removal, what, expected_revision=0), Invalid
    )
    assert isinstance(said, Invalid) and said.field == field


async def test_an_appeal_sends_the_decision_up_and_a_remand_sends_it_back_8_cfr_1003_1_d(house: House) -> None:
    await decided(house, house.removal, ORAL)
    appeal = await opened(house, ProceedingKind.APPEAL, reviews_id=house.removal)
    assert appeal.other_court == "Board of Immigration Appeals"
    assert (await found(house, house.removal)).state is ProceedingState.APPEALED

    remand = await decided(
        house, appeal.id,
        Decided(kind=DecisionKind.REMANDED, decided_on=date(2026, 11, 22), given_how=GivenHow.E_NOTICE),
    )  # fmt: skip
    assert (await found(house, house.removal)).state is ProceedingState.REMANDED
    assert (await found(house, appeal.id)).state is ProceedingState.DECIDED

    async with house.acting(house.ana) as tx:
        await proceedings.take_back_decision(tx, remand.id, expected_revision=0)
    assert (await found(house, house.removal)).state is ProceedingState.APPEALED
    assert (await found(house, appeal.id)).state is ProceedingState.PENDING


async def test_what_has_no_decision_is_not_appealed_8_cfr_1003_38_a(house: House, ground: Ground) -> None:
    await refused(
        house, ground,
        lambda tx: proceedings.open_proceeding(
            tx, house.case, kind=ProceedingKind.APPEAL, reviews_id=house.removal
        ),
        NotAllowedByState,
    )  # fmt: skip
    await refused(
        house, ground,
        lambda tx: proceedings.open_proceeding(
            tx, house.case, kind=ProceedingKind.BOND, court_id=house.court, reviews_id=house.removal
        ),
        Invalid,
    )  # fmt: skip


async def test_a_bond_that_was_decided_is_decided_anew_and_removal_is_not_8_cfr_1003_19_e(
    house: House, ground: Ground
) -> None:
    denied = Decided(kind=DecisionKind.BOND_DENIED, decided_on=date(2026, 11, 20), given_how=GivenHow.ORAL)
    await decided(house, house.bond, denied)
    again = await decided(
        house, house.bond,
        Decided(kind=DecisionKind.BOND_GRANTED, decided_on=date(2026, 11, 22), given_how=GivenHow.ORAL),
    )  # fmt: skip
    assert again.state_before is ProceedingState.DECIDED

    await decided(house, house.removal, ORAL)
    said = await refused(
        house, ground, lambda tx: proceedings.record_decision(tx, house.removal, ORAL, expected_revision=1),
        NotAllowedByState,
    )  # fmt: skip
    assert "Reopen it first" in said.message


async def test_a_decision_recorded_by_mistake_is_taken_back_unless_something_came_of_it(
    house: House, ground: Ground
) -> None:
    made = await decided(house, house.removal, ORAL)
    appeal = await opened(house, ProceedingKind.APPEAL, reviews_id=house.removal)
    await refused(
        house, ground, lambda tx: proceedings.take_back_decision(tx, made.id, expected_revision=0), NotAllowedByState
    )
    async with house.acting(house.ana) as tx:
        await proceedings.close_proceeding(tx, appeal.id, how=ProceedingState.CLOSED, expected_revision=0)
    async with house.acting(house.ana) as tx:
        below = await tx.session.get_one(Proceeding, house.removal)
        await proceedings.reopen_proceeding(tx, house.removal, remanded=True, expected_revision=below.revision)
    assert (await found(house, house.removal)).state is ProceedingState.REMANDED

    bond = await decided(
        house, house.bond,
        Decided(kind=DecisionKind.BOND_DENIED, decided_on=date(2026, 11, 20), given_how=GivenHow.ORAL),
    )  # fmt: skip
    async with house.acting(house.ana) as tx:
        back = await proceedings.take_back_decision(tx, bond.id, expected_revision=0)
    assert back.taken_back_at == house.clock.now
    assert (await found(house, house.bond)).state is ProceedingState.PENDING
    await refused(
        house, ground, lambda tx: proceedings.take_back_decision(tx, bond.id, expected_revision=1), NotAllowedByState
    )


async def test_a_proceeding_with_dates_ahead_is_not_closed_and_a_closed_one_takes_no_date_8_cfr_1003_18_c(
    house: House, ground: Ground
) -> None:
    await refused(
        house, ground,
        lambda tx: proceedings.close_proceeding(
            tx, house.bond, how=ProceedingState.ADMIN_CLOSED, expected_revision=0
        ),
        NotAllowedByState,
    )  # fmt: skip
    await refused(
        house, ground,
        lambda tx: proceedings.close_proceeding(tx, house.removal, how=ProceedingState.PENDING, expected_revision=0),
        Invalid,
    )  # fmt: skip
    await refused(
        house, ground,
        lambda tx: proceedings.reopen_proceeding(tx, house.removal, expected_revision=0),
        NotAllowedByState,
    )  # fmt: skip
    async with house.acting(house.ana) as tx:
        await proceedings.close_proceeding(tx, house.removal, how=ProceedingState.ADMIN_CLOSED, expected_revision=0)
    before = await every_row(ground)
    with pytest.raises(NotAllowedByState):
        await house.a_hearing(proceeding=house.removal)
    assert await every_row(ground) == before

    async with house.acting(house.ana) as tx:
        await proceedings.reopen_proceeding(tx, house.removal, expected_revision=1)
    assert (await found(house, house.removal)).state is ProceedingState.REOPENED
    await house.a_hearing(datetime(2026, 12, 9, 9), proceeding=house.removal)


async def test_two_people_who_amend_side_by_side_do_not_overwrite_each_other(house: House, ground: Ground) -> None:
    await refused(
        house, ground,
        lambda tx: proceedings.amend_proceeding(tx, house.removal, Amendment(judge="Ames"), expected_revision=5),
        ChangedMeanwhile,
    )  # fmt: skip
    async with house.acting(house.ana) as tx:
        await proceedings.amend_proceeding(tx, house.removal, Amendment(judge="Ames"), expected_revision=0)
    await refused(
        house, ground,
        lambda tx: proceedings.amend_proceeding(
            tx, house.removal, Amendment(court_id=new_id()), expected_revision=1
        ),
        Invalid,
    )  # fmt: skip
    assert (await found(house, house.removal)).judge == "Ames"
