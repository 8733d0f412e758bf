"""Conflict checks (ABA Model Rules 1.7, 1.10, 1.18): nothing opens before; names go to one person; lists tell none."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from casework import access, assignments, conflicts, consents, teams, walls
from casework.conflicts.tokens import tokens_of
from casework.refusals import Invalid, NotAllowedByState, NotCleared, NotFound, NotPermitted, Refusal
from schema.assignments import Assignment, AssignmentState
from schema.cases import Case
from schema.conflicts import (
    Comparison,
    ConflictName,
    ConflictSheet,
    ConflictSheetContents,
    ConflictSide,
    ConflictToken,
    SheetAnswer,
)
from schema.consents import Consent, Purpose
from schema.detainees import Identity
from schema.organizations import Role
from tests.casework.firms import (
    Firm,
    a_firm,
    again,
    as_the_house,
    consented,
    count,
    offered,
    said_yes,
    seats,
    tasks_of,
    trail,
)
from tests.house import House


@pytest.fixture
async def firm(house: House) -> Firm:
    await consented(house)
    return await a_firm(house)


async def checking(house: House, firm: Firm) -> Assignment:
    return await said_yes(house, await offered(house, firm.ines))


async def sent(house: House, assignment: Assignment, **given: Any) -> ConflictSheet:
    async with house.acting(house.ana) as tx:
        current = await tx.session.get_one(Assignment, assignment.id)
        return await conflicts.send_conflict_sheet(tx, assignment.id, expected_revision=current.revision, **given)


async def answered(house: House, who: UUID, sheet: ConflictSheet, answer: SheetAnswer, **given: Any) -> ConflictSheet:
    async with house.acting(who) as tx:
        return await conflicts.answer_conflict_sheet(
            tx, sheet.id, expected_revision=sheet.revision, answer=answer, **given
        )


async def reads(house: House, who: UUID) -> tuple[int, int, int]:
    """How many contents of sheets, cases, and identities somebody sees, through both walls."""
    async with house.acting(who) as tx:
        standing = await access.standing(tx)
        found = []
        for model in (ConflictSheetContents, Case, Identity):
            first = len((await tx.session.scalars(access.visible(standing, model, tx.now))).unique().all())
            second = len((await tx.session.scalars(select(model))).unique().all())
            assert first == second
            found.append(first)
        return found[0], found[1], found[2]


async def a_list(house: House, who: UUID, firm: Firm, text: str) -> int:
    async with house.acting(who) as tx:
        return await conflicts.add_conflict_names(tx, firm.id, text=text)


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


async def test_a_list_is_compared_by_tokens_and_none_found_opens_the_file_without_a_name_told(
    house: House, firm: Firm
) -> None:
    assert await a_list(house, firm.otto, firm, "name,side\nHarold Baines,client\nAcme Paving LLC,adverse") == 2
    yes = await checking(house, firm)

    sheet = await sent(house, yes, relatives=["Rosa Rivera"])

    assert (sheet.found, sheet.answer) == (Comparison.NONE_FOUND, SheetAnswer.CLEAR)
    assert (await again(house, yes)).state is AssignmentState.ACCEPTED
    async with house.watching() as tx:
        assert await count(tx, ConflictSheetContents) == 0
    (entry,) = await trail(house, "conflict.compared")
    assert entry.after and entry.after["found"] == "none_found" and "Rosa" not in str(entry.after)


@pytest.mark.parametrize(
    "listed", ["Rivera Cruz, Mateo", "Matteo Ribera", "mateo rivera", "Rosa Rivera,adverse", "Southside Carwash LLC"]
)
async def test_a_possible_conflict_is_all_that_either_side_is_told(house: House, firm: Firm, listed: str) -> None:
    await a_list(house, firm.otto, firm, f"Harold Baines\n{listed}")
    yes = await checking(house, firm)

    sheet = await sent(house, yes, relatives=["Rosa Rivera"], employers=["Southside Carwash"])

    assert (sheet.found, sheet.answer) == (Comparison.POSSIBLE, None)
    assert (await again(house, yes)).state is AssignmentState.CHECKING
    assert await reads(house, firm.otto) == await reads(house, firm.ines) == (0, 0, 0)
    # Whether a human there is to look, Ana decides; and they read the sheet like any other.
    by_hand = await sent(house, yes, by_hand=True)
    assert by_hand.found is None and await reads(house, firm.otto) == (1, 0, 0)
    await answered(house, firm.otto, by_hand, SheetAnswer.CLEAR)
    assert (await again(house, yes)).state is AssignmentState.ACCEPTED


async def test_an_offer_is_compared_once_so_that_nobody_asks_a_list_name_by_name(house: House, firm: Firm) -> None:
    await a_list(house, firm.otto, firm, "Mateo Rivera")
    yes = await checking(house, firm)
    await sent(house, yes)

    with pytest.raises(NotAllowedByState, match="compared with their list already"):
        await sent(house, yes, relatives=["Somebody Else"])

    async with house.watching() as tx:
        assert await count(tx, ConflictSheet) == 1


async def test_a_list_is_asked_by_one_organization_at_most_ten_times_in_thirty_days(house: House, firm: Firm) -> None:
    await a_list(house, firm.otto, firm, "Mateo Rivera")
    for _ in range(10):
        yes = await checking(house, firm)
        assert (await sent(house, yes)).found is Comparison.POSSIBLE
        async with house.acting(firm.ines) as tx:
            await assignments.decline_assignment(tx, yes.id, expected_revision=yes.revision + 1)
    yes = await checking(house, firm)

    with pytest.raises(NotAllowedByState, match="asked often of late"):
        await sent(house, yes)

    assert (await sent(house, yes, by_hand=True)).contact_id == firm.otto
    async with house.watching() as tx:
        assert await count(tx, ConflictSheet) == 11


async def test_a_list_cannot_be_changed_while_a_check_waits_for_it(house: House, firm: Firm) -> None:
    await a_list(house, firm.otto, firm, "Harold Baines")
    yes = await checking(house, firm)

    with pytest.raises(NotAllowedByState, match="A conflict check waits"):
        await a_list(house, firm.otto, firm, "Mateo Rivera")
    with pytest.raises(NotAllowedByState, match="A conflict check waits"):
        async with house.acting(firm.otto) as tx:
            await conflicts.remove_conflict_names(tx, firm.id, everything=True)

    async with house.watching() as tx:
        assert await count(tx, ConflictName) == 1
    await sent(house, yes)
    assert await a_list(house, firm.otto, firm, "Mateo Rivera") == 1


async def test_a_list_counts_as_it_was_when_the_offer_was_made(house: House, firm: Firm) -> None:
    await a_list(house, firm.otto, firm, "Harold Baines")
    offer = await offered(house, firm.ines)
    # Having read the offer, somebody tries a name.
    await a_list(house, firm.otto, firm, "Mateo Rivera")
    yes = await said_yes(house, offer)

    assert (await sent(house, yes)).found is Comparison.NONE_FOUND


async def test_a_list_is_its_owners_alone_vaulted_and_nobody_elses_in_either_wall(house: House, firm: Firm) -> None:
    await a_list(house, firm.otto, firm, "Harold Baines\nLucía Paz Soto,former client")
    grace = await firm.person("Grace Admin", Role.ADMIN)

    for somebody in (house.ana, firm.ines, grace):
        async with house.acting(somebody) as tx:
            for model in (ConflictName, ConflictToken):
                assert not (await tx.session.scalars(select(model))).all()
                assert not (await tx.session.scalars(access.visible(await access.standing(tx), model, tx.now))).all()
    async with house.acting(firm.otto) as tx:
        mine = list(await tx.session.scalars(select(ConflictName).order_by(ConflictName.id)))
        assert [(await tx.opened(one, "name"), one.side) for one in mine] == [
            ("Harold Baines", ConflictSide.CLIENT), ("Lucía Paz Soto", ConflictSide.FORMER_CLIENT),
        ]  # fmt: skip
        stored = (await tx.session.execute(text("select t::text from conflict_names t"))).scalars().all()
        assert not any("Baines" in row or "Paz" in row for row in stored)
        gone = await conflicts.remove_conflict_names(tx, firm.id, name_ids=[mine[0].id])
    assert gone == 1
    async with house.watching() as tx:
        assert await count(tx, ConflictName) == 1
        assert {one.name_id for one in await tx.session.scalars(select(ConflictToken))} == {mine[1].id}


async def test_the_function_that_compares_answers_nobody_who_does_not_read_the_case(house: House, firm: Firm) -> None:
    await a_list(house, firm.otto, firm, "Mateo Rivera")
    yes = await checking(house, firm)
    tokens = [house.database.vault.conflict_token(token) for token in tokens_of("Mateo Rivera")]
    asked = text("select conflict_found(:assignment, cast(:tokens as bytea[]))")

    async def told(who: UUID) -> str | None:
        async with house.acting(who) as tx:
            found: str | None = await tx.session.scalar(asked, {"assignment": yes.id, "tokens": tokens})
            return found

    assert await told(house.ana) == "possible"
    for stranger in (firm.otto, firm.ines, firm.pia):
        assert await told(stranger) == "no_list"


async def test_a_pasted_list_is_read_as_people_write_them_and_bad_lines_say_which(house: House, firm: Firm) -> None:
    text = '"Rivera Cruz, Mateo",adverse\nPaz Soto, Lucía\n\nHarold Baines\nharold  baines\n'

    assert await a_list(house, firm.otto, firm, text) == 3
    assert await a_list(house, firm.otto, firm, text) == 0
    for bad in ("", "\n \n", "x", "a\0b", "y" * 300):
        with pytest.raises(Invalid) as no:
            await a_list(house, firm.otto, firm, bad)
        assert no.value.field == "text"
    async with house.acting(firm.otto) as tx:
        mine = list(await tx.session.scalars(select(ConflictName).order_by(ConflictName.id)))
        assert [(await tx.opened(one, "name"), one.side) for one in mine] == [
            ("Rivera Cruz, Mateo", ConflictSide.ADVERSE), ("Paz Soto, Lucía", ConflictSide.CLIENT),
            ("Harold Baines", ConflictSide.CLIENT),
        ]  # fmt: skip


async def test_a_sheet_that_nobody_answers_is_shut_after_a_week_and_somebody_is_told(house: House, firm: Firm) -> None:
    yes = await checking(house, firm)
    sheet = await sent(house, yes)
    assert await as_the_house(house, conflicts.follow) == 1
    assert await tasks_of(house, "conflict_sheet") == [
        ("A conflict sheet waits for your answer: see Placements.", firm.otto)
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
