"""Lists for conflict checks: their owner's alone, compared by keyed tokens, and no way to ask for others' clients."""

from __future__ import annotations

from uuid import UUID

import pytest
from sqlalchemy import select, text

from casework import access, assignments, conflicts
from casework.conflicts.tokens import tokens_of
from casework.refusals import Invalid, NotAllowedByState
from schema.assignments import AssignmentState
from schema.conflicts import (
    Comparison,
    ConflictName,
    ConflictSheet,
    ConflictSheetContents,
    ConflictSide,
    ConflictToken,
    SheetAnswer,
)
from schema.organizations import Role
from tests.casework.firms import (
    Firm,
    a_firm,
    a_list,
    again,
    answered,
    checking,
    consented,
    count,
    offered,
    reads,
    said_yes,
    sent,
    trail,
)
from tests.house import House


@pytest.fixture
async def firm(house: House) -> Firm:
    await consented(house)
    return await a_firm(house)


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
