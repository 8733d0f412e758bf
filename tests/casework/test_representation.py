"""Accepted, engaged, of record: by form, for one proceeding, until the judge lets go; and a firm beside it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from casework import assignments, coverage, proceedings
from casework.refusals import Invalid, NotAllowedByState
from schema.assignments import Appearance, Assignment, AssignmentState, Form, FormScope, Scope
from schema.attorneys import Accreditation, Qualification
from schema.organizations import Role
from schema.proceedings import ProceedingKind
from tests.casework.firms import (
    Firm,
    a_firm,
    a_master_hearing,
    accepted,
    again,
    as_the_house,
    consented,
    offered,
    seats,
    tasks_of,
    trail,
)
from tests.house import House

MONDAY = date(2026, 11, 23)


@pytest.fixture
async def firm(house: House) -> Firm:
    await consented(house)
    return await a_firm(house)


async def entered(house: House, assignment: Assignment, **given: Any) -> Assignment:
    current = await again(house, assignment)
    async with house.acting(house.ana) as tx:
        return await assignments.record_appearance(
            tx, assignment.id, expected_revision=current.revision, **{"entered_on": MONDAY, **given}
        )


async def forms(house: House, assignment: Assignment) -> list[Appearance]:
    async with house.watching() as tx:
        of = select(Appearance).where(Appearance.assignment_id == assignment.id)
        return list(await tx.session.scalars(of.order_by(Appearance.id)))


async def test_accepted_is_not_engaged_and_engaged_is_not_of_record_8_cfr_1003_17_a(house: House, firm: Firm) -> None:
    luis = await accepted(house, house.luis)
    assert luis.state is AssignmentState.ACCEPTED

    engaged = await entered(house, luis, entered_on=None, engaged_on=MONDAY)
    assert engaged.state is AssignmentState.ENGAGED and engaged.engaged_at and not engaged.of_record_at
    of_record = await entered(house, luis, proceeding_id=house.bond)

    assert of_record.state is AssignmentState.OF_RECORD
    (form,) = await forms(house, luis)
    assert (form.form, form.scope, form.proceeding_id) == (Form.EOIR_28, FormScope.ALL, house.bond)
    with pytest.raises(NotAllowedByState, match="entered for that proceeding already"):
        await entered(house, luis, proceeding_id=house.bond)
    await entered(house, luis, proceeding_id=house.removal)
    assert len(await forms(house, luis)) == 2


async def test_of_record_is_for_that_proceeding_so_it_must_be_named_8_cfr_1003_17_a(house: House, firm: Firm) -> None:
    luis = await accepted(house, house.luis)

    with pytest.raises(Invalid, match="for that one alone") as no:
        await entered(house, luis)

    assert no.value.field == "proceedingId"
    assert await forms(house, luis) == [] and (await again(house, luis)).state is AssignmentState.ACCEPTED


@pytest.mark.parametrize(
    ("scope", "given", "field"),
    [
        (Scope.ALL, {"form": Form.EOIR_61, "proceeding_id": "bond"}, "form"),
        (Scope.ALL, {"form": Form.EOIR_27, "proceeding_id": "bond"}, "form"),
        (Scope.ALL, {"form": Form.G_28, "proceeding_id": "bond"}, "proceedingId"),
        (Scope.ALL, {"form_scope": FormScope.CUSTODY_AND_BOND, "proceeding_id": "removal"}, "formScope"),
        (Scope.ALL, {"form": Form.G_28, "form_scope": FormScope.ALL}, "formScope"),
        (Scope.BOND_ONLY, {"proceeding_id": "removal"}, "proceedingId"),
        (Scope.DOCUMENT_HELP, {"form": Form.EOIR_28, "proceeding_id": "bond"}, "form"),
        (Scope.ALL, {"proceeding_id": "bond", "entered_on": date(2026, 11, 25)}, "enteredOn"),
    ],
)
async def test_a_form_that_is_not_for_that_is_refused_and_nothing_is_entered_8_cfr_1003_17(
    house: House, firm: Firm, scope: Scope, given: dict[str, Any], field: str
) -> None:
    luis = await accepted(house, house.luis, scope)
    if "proceeding_id" in given:
        given = {**given, "proceeding_id": getattr(house, given["proceeding_id"])}

    with pytest.raises(Invalid) as no:
        await entered(house, luis, **given)

    assert no.value.field == field
    assert await forms(house, luis) == []
    now = await again(house, luis)
    assert (now.state, now.of_record_at, now.revision) == (AssignmentState.ACCEPTED, None, luis.revision)


async def test_a_g_28_and_document_help_make_nobody_counsel_of_record_8_cfr_292_4_and_1003_17_b(
    house: House, firm: Firm
) -> None:
    luis = await accepted(house, house.luis)
    await entered(house, luis, form=Form.G_28)
    assert (await again(house, luis)).state is AssignmentState.ACCEPTED
    vera = await house.a_person("Vera Blum", role=Role.ATTORNEY)
    await firm.attorney(vera)
    helper = await accepted(house, vera, Scope.DOCUMENT_HELP)

    await entered(house, helper, proceeding_id=house.removal)

    (form,) = await forms(house, helper)
    assert form.form is Form.EOIR_61
    assert (await again(house, helper)).state is AssignmentState.ACCEPTED
    # From these nobody need be let go.
    with pytest.raises(NotAllowedByState, match="nobody need be let go"):
        async with house.acting(house.ana) as tx:
            await assignments.ask_withdrawal(tx, form.id, expected_revision=0, asked_on=MONDAY)
    async with house.acting(house.ana) as tx:
        await assignments.withdraw_assignment(tx, helper.id, expected_revision=(await again(house, helper)).revision)


async def test_a_partly_accredited_representative_enters_a_g_28_and_no_eoir_28_8_cfr_1292_12(
    house: House, firm: Firm
) -> None:
    luis = await accepted(house, house.luis)
    await firm.attorney(
        house.luis, qualification=Qualification.ACCREDITED_REPRESENTATIVE, bar_states=[],
        accreditation=Accreditation.PARTIAL,
    )  # fmt: skip

    with pytest.raises(Invalid, match=r"for DHS only.*8 CFR 1292\.12"):
        await entered(house, luis, proceeding_id=house.bond)
    assert await forms(house, luis) == []
    await entered(house, luis, form=Form.G_28)
    assert [one.form for one in await forms(house, luis)] == [Form.G_28]


async def test_habeas_wants_an_admission_to_that_district_28_usc_1654(house: House, firm: Firm) -> None:
    async with house.acting(house.ana) as tx:
        habeas = await proceedings.open_proceeding(tx, house.case, kind=ProceedingKind.HABEAS, other_court="W.D. La.")
    await firm.attorney(house.luis, admitted_courts=["ctd"])
    with pytest.raises(Invalid, match=r"not recorded as admitted to that court \(W\.D\. La\.\)"):
        await offered(house, house.luis, Scope.OTHER, proceeding_id=habeas.id)

    await firm.attorney(house.luis, admitted_courts=["ctd", "lawd"])
    luis = await accepted(house, house.luis, Scope.OTHER, proceeding_id=habeas.id)
    await entered(house, luis)
    assert [one.form for one in await forms(house, luis)] == [Form.FEDERAL]


async def test_withdrawal_is_asked_and_until_it_is_granted_they_are_of_record_8_cfr_1003_17_a_3(
    house: House, firm: Firm
) -> None:
    await a_master_hearing(house)
    luis = await accepted(house, house.luis)
    await entered(house, luis, proceeding_id=house.bond)
    (form,) = await forms(house, luis)

    for actor in (house.ana, house.luis):
        with pytest.raises(NotAllowedByState, match="counsel of record until the judge lets them go"):
            async with house.acting(actor) as tx:
                await assignments.withdraw_assignment(
                    tx, luis.id, expected_revision=(await again(house, luis)).revision
                )
    assert (await again(house, luis)).state is AssignmentState.OF_RECORD

    with pytest.raises(NotAllowedByState, match="Nobody has asked"):
        async with house.acting(house.luis) as tx:
            await assignments.record_withdrawal_decision(
                tx, form.id, expected_revision=0, granted=True, decided_on=MONDAY
            )
    async with house.acting(house.luis) as tx:
        asked = await assignments.ask_withdrawal(tx, form.id, expected_revision=0, asked_on=MONDAY)
    assert (await again(house, luis)).state is AssignmentState.OF_RECORD
    assert len(await seats(house, house.luis)) == 1 and await tasks_of(house, "uncovered") == []

    async with house.acting(house.luis) as tx:
        denied = await assignments.record_withdrawal_decision(
            tx, form.id, expected_revision=asked.revision, granted=False, decided_on=MONDAY
        )
    assert denied.ended_at is None and (await again(house, luis)).state is AssignmentState.OF_RECORD

    async with house.acting(house.luis) as tx:
        once_more = await assignments.ask_withdrawal(tx, form.id, expected_revision=denied.revision, asked_on=MONDAY)
        await assignments.record_withdrawal_decision(
            tx, form.id, expected_revision=once_more.revision, granted=True, decided_on=MONDAY
        )
    ended = await again(house, luis)
    assert ended.state is AssignmentState.WITHDRAWN and await seats(house, house.luis) == []
    # Both dates ahead are without anybody now, and one person is told of each.
    told = await tasks_of(house, "uncovered")
    assert len(told) == 2 and {owner for _, owner in told} == {house.ana}
    acts = ("appearance.withdrawal_asked", "appearance.withdrawal_decided")
    assert [entry.act for entry in await trail(house, *acts)] == [*acts, *acts]


async def test_let_go_in_one_proceeding_they_stay_of_record_in_the_other_8_cfr_1003_17_a_3(
    house: House, firm: Firm
) -> None:
    luis = await accepted(house, house.luis)
    for proceeding in (house.bond, house.removal):
        await entered(house, luis, proceeding_id=proceeding)
    bond, _ = await forms(house, luis)

    async with house.acting(house.ana) as tx:
        asked = await assignments.ask_withdrawal(tx, bond.id, expected_revision=0, asked_on=MONDAY)
        await assignments.record_withdrawal_decision(
            tx, bond.id, expected_revision=asked.revision, granted=True, decided_on=MONDAY
        )

    assert (await again(house, luis)).state is AssignmentState.OF_RECORD
    assert len(await seats(house, house.luis)) == 1


@pytest.mark.parametrize("day", [date(2026, 11, 20), date(2026, 12, 1)])
async def test_a_decision_before_it_was_asked_or_still_to_come_is_refused(house: House, firm: Firm, day: date) -> None:
    luis = await accepted(house, house.luis)
    await entered(house, luis, proceeding_id=house.bond)
    (form,) = await forms(house, luis)
    async with house.acting(house.ana) as tx:
        await assignments.ask_withdrawal(tx, form.id, expected_revision=0, asked_on=MONDAY)

    with pytest.raises(Invalid) as no:
        async with house.acting(house.ana) as tx:
            await assignments.record_withdrawal_decision(tx, form.id, expected_revision=1, granted=True, decided_on=day)

    assert no.value.field == "decidedOn"
    (kept,) = await forms(house, luis)
    assert kept.withdrawal_decided_at is None and kept.ended_at is None and kept.revision == 1


async def test_the_house_itself_finds_a_near_date_that_nobody_covers_and_rings_once(house: House, firm: Firm) -> None:
    await accepted(house, house.luis, Scope.BOND_ONLY)
    assert await as_the_house(house, coverage.follow) == 0
    # Scheduled later, without anybody thinking of counsel.
    await a_master_hearing(house, datetime(2026, 12, 4, 9))
    await a_master_hearing(house, datetime(2027, 2, 4, 9))

    assert await as_the_house(house, coverage.follow) == 1
    assert await as_the_house(house, coverage.follow) == 0

    assert [owner for _, owner in await tasks_of(house, "uncovered")] == [house.ana]
    house.clock.now += timedelta(days=65)
    assert await as_the_house(house, coverage.follow) == 1


async def test_two_are_co_counsel_and_one_of_them_is_whom_the_court_writes_to(house: House, firm: Firm) -> None:
    luis = await accepted(house, house.luis)
    vera = await house.a_person("Vera Blum", role=Role.ATTORNEY)
    await firm.attorney(vera)
    second = await accepted(house, vera)

    await entered(house, luis, proceeding_id=house.bond)
    await entered(house, second, proceeding_id=house.bond, primary=False)

    assert [(await forms(house, one))[0].primary for one in (luis, second)] == [True, False]
    # One of two may be let go: the date is still covered, and nobody is rung.
    (form,) = await forms(house, second)
    async with house.acting(house.ana) as tx:
        asked = await assignments.ask_withdrawal(tx, form.id, expected_revision=0, asked_on=MONDAY)
        await assignments.record_withdrawal_decision(
            tx, form.id, expected_revision=asked.revision, granted=True, decided_on=MONDAY
        )
    assert await tasks_of(house, "uncovered") == []
