"""One act upon many cases: each done or refused by itself, and taken back at once."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from casework import bulk_changes, cases, intake
from casework.bulk_changes import CaseChange
from casework.identities import Known
from casework.intake import Report
from casework.refusals import ChangedMeanwhile, Invalid, NotAllowedByState, NotFound, Refusal
from schema.audit import AuditEntry
from schema.base import new_id
from schema.cases import Case, CustodyStatus, Priority, Stage
from schema.organizations import Role
from tests.access.test_refusals_change_nothing import every_row
from tests.ground import Ground
from tests.house import House


async def a_case(house: House, name: str) -> UUID:
    async with house.acting(house.ana) as tx:
        made = await intake.take_in_case(
            tx, house.organization, known=Known(), public_name=name, language=None, minor=False, report=Report(),
            priority=Priority.ROUTINE, no_publicity=False,
        )  # fmt: skip
        return made.id


async def change(house: House, *changes: CaseChange, by: UUID | None = None) -> Any:
    async with house.acting(by or house.ana) as tx:
        return await bulk_changes.update_cases(tx, changes)


async def said(house: House, case_id: UUID) -> tuple[Stage, Priority, UUID | None, list[str]]:
    async with house.watching() as tx:
        case = await tx.session.get_one(Case, case_id)
        return case.stage, case.priority, case.coordinator_id, case.tags


async def test_many_cases_are_handed_over_at_once_and_all_of_it_is_taken_back_at_once(house: House) -> None:
    one, other = await a_case(house, "Berta O."), await a_case(house, "Cora P.")
    carol = await house.a_person("Carol Cruz", role=Role.COORDINATOR)
    before = [await said(house, case) for case in (one, other)]

    done, refused = await change(
        house, *(CaseChange(case_id=case, coordinator_id=carol, add_tags=("Asylum",)) for case in (one, other))
    )

    assert refused == []
    assert [await said(house, case) for case in (one, other)] == [(was[0], was[1], carol, ["asylum"]) for was in before]
    async with house.watching() as tx:
        told = select(AuditEntry.case_id).where(AuditEntry.act == "case.updated")
        assert sorted(await tx.session.scalars(told)) == sorted([one, other])

    await change(house, *(each.back for each in done))
    assert [await said(house, case) for case in (one, other)] == before


async def test_what_is_refused_of_one_case_keeps_no_other_from_being_changed(house: House) -> None:
    one, closed = await a_case(house, "Berta O."), await a_case(house, "Cora P.")
    async with house.acting(house.ana) as tx:
        await cases.close_case(tx, closed, expected_revision=0, reason="Went home.")
    unknown = new_id()

    done, refused = await change(
        house, *(CaseChange(case_id=case, priority=Priority.URGENT) for case in (closed, one, unknown))
    )

    assert [each.case.id for each in done] == [one]
    assert {each.case_id: type(each.refusal) for each in refused} == {closed: NotAllowedByState, unknown: NotFound}
    assert (await said(house, one))[1] is Priority.URGENT
    assert (await said(house, closed))[1] is Priority.ROUTINE


async def test_taking_it_back_spares_what_somebody_changed_meanwhile(house: House) -> None:
    one, other = await a_case(house, "Berta O."), await a_case(house, "Cora P.")
    done, _ = await change(house, *(CaseChange(case_id=case, priority=Priority.URGENT) for case in (one, other)))
    await change(house, CaseChange(case_id=other, priority=Priority.SOON))

    undone, refused = await change(house, *(each.back for each in done))

    assert [each.case.id for each in undone] == [one]
    assert [(each.case_id, type(each.refusal)) for each in refused] == [(other, ChangedMeanwhile)]
    assert [(await said(house, case))[1] for case in (one, other)] == [Priority.ROUTINE, Priority.SOON]


async def test_what_a_case_says_already_is_no_change_of_it(house: House) -> None:
    one = await a_case(house, "Berta O.")
    async with house.watching() as tx:
        before = (await tx.session.get_one(Case, one)).revision

    done, _ = await change(house, CaseChange(case_id=one, priority=Priority.ROUTINE))

    assert not done[0].back.changes
    async with house.watching() as tx:
        assert (await tx.session.get_one(Case, one)).revision == before
        assert not list(await tx.session.scalars(select(AuditEntry).where(AuditEntry.act == "case.updated")))


@pytest.mark.parametrize(
    ("stage", "sentence"),
    [
        (Stage.CLOSED, "To end a case, close it and say why."),
        (Stage.AFTER_RELEASE, "This stage follows from a release. Record the release first."),
        (Stage.REPRESENTED, "This stage follows from a placement. Offer the case to an attorney."),
    ],
)
async def test_a_stage_that_follows_from_facts_is_not_said_without_them(
    house: House, ground: Ground, stage: Stage, sentence: str
) -> None:
    one = await a_case(house, "Berta O.")
    before = await every_row(ground)

    with pytest.raises(Refusal) as refusal:
        await change(house, CaseChange(case_id=one, stage=stage))

    assert refusal.value.message == sentence
    assert await every_row(ground) == before


async def test_a_case_moves_between_stages_that_people_say(house: House) -> None:
    one = await a_case(house, "Berta O.")

    await change(house, CaseChange(case_id=one, stage=Stage.SEEKING_COUNSEL))
    assert (await said(house, one))[0] is Stage.SEEKING_COUNSEL

    async with house.watching() as tx:
        (await tx.session.get_one(Case, one)).custody_status = CustodyStatus.RELEASED
    await change(house, CaseChange(case_id=one, stage=Stage.AFTER_RELEASE))
    assert (await said(house, one))[0] is Stage.AFTER_RELEASE


async def test_what_is_asked_wrongly_changes_nothing(house: House, ground: Ground) -> None:
    one = await a_case(house, "Berta O.")
    stranger = await house.a_person("Vera Vidal", role=Role.ADMIN)
    before = await every_row(ground)
    wrong: list[tuple[list[CaseChange], UUID, type[Refusal]]] = [
        ([], house.ana, Invalid),
        ([CaseChange(case_id=one)], house.ana, Invalid),
        ([CaseChange(case_id=one, priority=Priority.SOON)] * 2, house.ana, Invalid),
        ([CaseChange(case_id=new_id(), nobody=True) for _ in range(201)], house.ana, Invalid),
        ([CaseChange(case_id=one, add_tags=tuple(f"tag {n}" for n in range(31)))], house.ana, Invalid),
        ([CaseChange(case_id=one, priority=Priority.SOON)], stranger, NotFound),
        ([CaseChange(case_id=one, priority=Priority.SOON, expected_revision=7)], house.ana, ChangedMeanwhile),
    ]
    for changes, who, refusal in wrong:
        with pytest.raises(refusal):
            await change(house, *changes, by=who)
        assert await every_row(ground) == before
