"""Conflict checks (ABA Model Rules 1.7, 1.10, 1.18): nothing opens before; names go to one person; lists tell none."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from casework import assignments, conflicts, consents, teams, walls
from casework.refusals import Invalid, NotAllowedByState, NotCleared, NotFound, NotPermitted, Refusal
from schema.assignments import AssignmentState
from schema.conflicts import (
    ConflictSheet,
    ConflictSheetContents,
    SheetAnswer,
)
from schema.consents import Consent, Purpose
from tests.casework.firms import (
    Firm,
    a_firm,
    again,
    answered,
    as_the_house,
    checking,
    consented,
    count,
    reads,
    seats,
    sent,
    tasks_of,
    trail,
)
from tests.house import House


@pytest.fixture
async def firm(house: House) -> Firm:
    await consented(house)
    return await a_firm(house)


async def test_a_yes_from_another_firm_opens_nothing_until_it_clears_rule_1_18_b(house: House, firm: Firm) -> None:
    yes = await checking(house, firm)

    assert yes.state is AssignmentState.CHECKING
    for somebody in (firm.ines, firm.otto, firm.pia):
        assert await reads(house, somebody) == (0, 0, 0)
    assert await seats(house, firm.ines) == []
    assert await tasks_of(house, "conflict_check") == [
        ("Ines Duarte said yes: check for conflicts, and the file opens once it clears.", house.ana)
    ]


async def test_the_sheet_goes_to_one_named_contact_and_is_shut_by_the_answer(house: House, firm: Firm) -> None:
    yes = await checking(house, firm)

    sheet = await sent(house, yes, relatives=["Rosa Rivera"], employers=["Southside Car Wash"])

    assert sheet.contact_id == firm.otto and sheet.answer is None
    # Neither the attorney herself, nor anybody else of the firm.
    assert await reads(house, firm.otto) == (1, 0, 0)
    assert await reads(house, firm.ines) == await reads(house, firm.pia) == (0, 0, 0)
    async with house.acting(firm.otto) as tx:
        contents = await tx.session.get_one(ConflictSheetContents, sheet.id)
        said = [await tx.opened(contents, name) for name in ("names", "relatives", "employers", "adverse_parties")]
    assert said == ["Mateo Rivera Cruz", "Rosa Rivera", "Southside Car Wash", None]
    (entry,) = await trail(house, "conflict_sheet.sent")
    assert entry.actor_id == house.ana and entry.case_id == house.case and entry.after
    assert entry.after["contact_id"] == str(firm.otto)
    assert entry.fields == ["adverse_parties", "employers", "names", "relatives"]

    await answered(house, firm.otto, sheet, SheetAnswer.CLEAR)

    assert await reads(house, firm.otto) == (0, 0, 0)
    assert (await again(house, yes)).state is AssignmentState.ACCEPTED
    contents_seen, cases, identities = await reads(house, firm.ines)
    assert (cases, identities) == (1, 1) and contents_seen == 1
    assert await tasks_of(house, "conflict_check") == []


async def test_a_conflict_ends_the_offer_and_opens_nothing_rule_1_7(house: House, firm: Firm) -> None:
    yes = await checking(house, firm)
    sheet = await sent(house, yes)

    await answered(house, firm.otto, sheet, SheetAnswer.CONFLICT)

    assert (await again(house, yes)).state is AssignmentState.DECLINED
    assert await reads(house, firm.ines) == await reads(house, firm.otto) == (0, 0, 0)
    assert await tasks_of(house, "conflict_answered") == [
        ("Ines Duarte's firm has a conflict: offer the case to somebody else.", house.ana)
    ]


async def test_who_needs_more_says_what_and_gets_a_new_sheet(house: House, firm: Firm) -> None:
    yes = await checking(house, firm)
    sheet = await sent(house, yes)
    with pytest.raises(Invalid, match="what you need to know"):
        await answered(house, firm.otto, sheet, SheetAnswer.NEED_MORE)
    assert await reads(house, firm.otto) == (1, 0, 0)

    await answered(house, firm.otto, sheet, SheetAnswer.NEED_MORE, question="Which employer, and since when?")

    assert await reads(house, firm.otto) == (0, 0, 0)
    assert (await again(house, yes)).state is AssignmentState.CHECKING
    async with house.acting(house.ana) as tx:
        kept = await tx.session.get_one(ConflictSheet, sheet.id)
        assert await tx.opened(kept, "question") == "Which employer, and since when?"
    more = await sent(house, yes, employers=["Southside Car Wash"])
    await answered(house, firm.otto, more, SheetAnswer.CLEAR)
    assert (await again(house, yes)).state is AssignmentState.ACCEPTED


async def test_only_the_contact_answers_and_only_once(house: House, firm: Firm) -> None:
    yes = await checking(house, firm)
    sheet = await sent(house, yes)

    for stranger, refusal in ((firm.ines, NotFound), (firm.pia, NotFound), (house.ana, NotPermitted)):
        with pytest.raises(refusal):
            await answered(house, stranger, sheet, SheetAnswer.CLEAR)
    assert (await again(house, yes)).state is AssignmentState.CHECKING
    done = await answered(house, firm.otto, sheet, SheetAnswer.CLEAR)
    with pytest.raises(NotAllowedByState, match="This sheet is shut"):
        await answered(house, firm.otto, done, SheetAnswer.CONFLICT)
    assert (await again(house, yes)).state is AssignmentState.ACCEPTED


async def test_no_sheet_without_the_clients_consent_to_seek_counsel_rule_1_6(house: House, firm: Firm) -> None:
    yes = await checking(house, firm)
    async with house.acting(house.ana) as tx:
        given = (await tx.session.scalars(select(Consent).where(Consent.purpose == Purpose.SEEK_COUNSEL))).one()
        await consents.withdraw_consent(tx, given.id)

    with pytest.raises(NotCleared):
        await sent(house, yes)

    async with house.watching() as tx:
        assert await count(tx, ConflictSheet) == 0
    assert (await again(house, yes)).state is AssignmentState.CHECKING


@pytest.mark.parametrize(
    ("field", "given"),
    [
        ("relatives", {"relatives": ["She fled because her brother was threatened; he is in Tela"]}),
        ("employers", {"employers": ["x" * 81]}),
        ("adverseParties", {"adverse_parties": ["A 201-345-678"]}),
        ("relatives", {"relatives": [f"Person {chr(65 + one)}" for one in range(21)]}),
    ],
)
async def test_a_sheet_says_names_alone_and_no_facts_of_the_claim_8_cfr_1208_6(
    house: House, firm: Firm, field: str, given: dict[str, list[str]]
) -> None:
    yes = await checking(house, firm)

    with pytest.raises(Invalid) as no:
        await sent(house, yes, **given)

    assert no.value.field == field
    async with house.watching() as tx:
        assert await count(tx, ConflictSheet) == await count(tx, ConflictSheetContents) == 0


async def test_a_sheet_that_nobody_answers_is_shut_after_a_week_and_somebody_is_told(house: House, firm: Firm) -> None:
    yes = await checking(house, firm)
    sheet = await sent(house, yes)
    assert await as_the_house(house, conflicts.follow) == 1
    assert await tasks_of(house, "conflict_sheet") == [
        ("A conflict sheet waits for your answer: see placements and conflict checks.", firm.otto)
    ]

    house.clock.now += timedelta(days=7)
    assert await reads(house, firm.otto) == (0, 0, 0)
    await as_the_house(house, conflicts.follow)

    assert await tasks_of(house, "conflict_sheet") == []
    ((title, owner),) = await tasks_of(house, "conflict_unanswered")
    assert title.startswith("Ines Duarte's conflicts contact has not answered") and owner == house.ana
    with pytest.raises(NotAllowedByState):
        await answered(house, firm.otto, await _fresh(house, sheet), SheetAnswer.CLEAR)
    assert (await again(house, yes)).state is AssignmentState.CHECKING


async def _fresh(house: House, sheet: ConflictSheet) -> ConflictSheet:
    async with house.watching() as tx:
        return await tx.session.get_one(ConflictSheet, sheet.id)


async def test_taking_an_offer_back_shuts_its_sheet(house: House, firm: Firm) -> None:
    yes = await checking(house, firm)
    sheet = await sent(house, yes)
    current = await again(house, yes)

    async with house.acting(house.ana) as tx:
        await assignments.withdraw_assignment(tx, yes.id, expected_revision=current.revision)

    assert await reads(house, firm.otto) == (0, 0, 0)
    assert (await _fresh(house, sheet)).closed_at is not None


async def test_a_conflict_wall_shuts_the_sheet_and_takes_the_yes_back_rule_1_10(house: House, firm: Firm) -> None:
    yes = await checking(house, firm)
    sheet = await sent(house, yes)

    async with house.acting(house.ana) as tx:
        await teams.share_case(tx, house.case, firm.id)
        await walls.raise_wall(tx, house.case, organization_id=firm.id, reason="They act for the employer.")

    assert (await again(house, yes)).state is AssignmentState.WITHDRAWN
    assert await reads(house, firm.otto) == await reads(house, firm.ines) == (0, 0, 0)
    with pytest.raises(Refusal):
        await answered(house, firm.otto, sheet, SheetAnswer.CLEAR)
    assert await seats(house, firm.ines) == []


async def test_nobody_writes_a_sheet_for_a_case_they_do_not_read(house: House, firm: Firm) -> None:
    yes = await checking(house, firm)

    with pytest.raises(DBAPIError, match="row-level security"):
        async with house.acting(firm.ines) as tx:
            await tx.session.execute(
                text(
                    "insert into conflict_sheet_contents (id, case_id, names)"
                    " values (gen_random_uuid(), :case, '\\x00')"
                ),
                {"case": yes.case_id},
            )
