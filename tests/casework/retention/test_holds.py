"""A legal hold stops every clock for what it covers, and nobody but an admin or counsel places or lifts it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID

import pytest

from casework import access, actors, intake, merging, retention
from casework.identities import Known
from casework.refusals import ConfirmFirst, Invalid, NotAllowedByState, NotFound, NotPermitted, Refusal
from casework.transaction import Transaction
from schema.base import new_id
from schema.cases import Case
from schema.organizations import Membership, Organization, OrganizationKind, Role
from schema.retention import LegalHold, RetentionClass
from tests.casework.retention.sweeps import AFTER, DAY, count, held_and_closed, supporters, swept
from tests.ground import Ground
from tests.house import House

WHY = "The agency's lawyer wrote that a subpoena follows."


@asynccontextmanager
async def proved(house: House, person_id: UUID) -> AsyncIterator[Transaction]:
    """Somebody who has just proved who they are."""
    async with house.database.transaction(actors.Person(person_id, proved_at=house.clock.now)) as tx:
        yield tx


async def number(house: House) -> str:
    async with house.watching() as tx:
        return (await tx.session.get_one(Case, house.case)).short_id


async def hold(house: House, who: UUID, short_id: str | None = None) -> LegalHold:
    async with proved(house, who) as tx:
        return await retention.place_hold(tx, house.organization, WHY, short_id=short_id)


async def an_admin(house: House) -> UUID:
    return await house.a_person("Grace Adeyemi", role=Role.ADMIN)


async def everything(house: House) -> None:
    """A closed case with sign-ups, letters, a reporter and a family contact, long after every term."""
    await house.invite(*await supporters(house, "Olga Ortiz"))
    await house.send()
    await held_and_closed(house)


@pytest.mark.parametrize("whole", [True, False])
async def test_a_hold_stops_every_clock_and_lifted_they_go_on(house: House, ground: Ground, whole: bool) -> None:
    grace = await an_admin(house)
    await everything(house)
    placed = await hold(house, grace, None if whole else await number(house))
    house.clock.now += AFTER[RetentionClass.CASES]

    gone = await swept(house)
    sparing = {RetentionClass.SIGN_INS, RetentionClass.FORMER_MEMBERS, RetentionClass.ADDRESS_BOOK}
    assert {kind for kind, some in gone.items() if some} <= (set() if whole else sparing)
    assert await count(ground, "invitations") == await count(ground, "case_contacts") == 1
    async with house.database.transaction(actors.RETENTION) as tx:
        kept = {one.kind: one.held for one in await retention.due(tx) if one.held}
    assert kept[RetentionClass.SIGN_UPS] == kept[RetentionClass.CASES] == kept[RetentionClass.FAMILY_CONTACTS] == 1
    assert kept[RetentionClass.MESSAGES] == await count(ground, "notices")

    async with proved(house, house.luis) as tx:
        await retention.lift_hold(tx, placed.id)
    gone = await swept(house)
    assert gone[RetentionClass.SIGN_UPS] == gone[RetentionClass.CASES] == 1
    assert await count(ground, "cases") == await count(ground, "invitations") == 0


async def test_a_hold_on_a_case_keeps_the_one_into_which_it_was_merged(house: House, ground: Ground) -> None:
    grace = await an_admin(house)
    async with house.acting(house.ana) as tx:
        other = await intake.take_in_case(tx, house.organization, known=Known(legal_name="Mateo R. Cruz"))
    await hold(house, grace, other.short_id)
    async with house.acting(house.ana) as tx:
        await merging.merge_cases(tx, house.case, other.id)
    await held_and_closed(house)
    house.clock.now += AFTER[RetentionClass.CASES]

    await swept(house)

    assert await count(ground, "cases") == 2 == await count(ground, "intakes")
    async with house.database.transaction(actors.RETENTION) as tx:
        held = {one.kind: one.held for one in await retention.due(tx)}
    assert held[RetentionClass.CASES] == 1


async def test_who_may_place_and_lift_one(house: House, ground: Ground) -> None:
    grace, short_id = await an_admin(house), await number(house)
    ines = await house.a_person("Ines Duarte", role=Role.ATTORNEY)
    refused: list[tuple[UUID, str | None, type[Refusal]]] = [
        (house.ana, short_id, NotPermitted),
        (house.ana, None, NotPermitted),
        (ines, short_id, Invalid),
        (grace, "C-99999", Invalid),
        (grace, "Mateo", Invalid),
    ]
    before = await count(ground, "audit_entries")
    for who, case, refusal in refused:
        with pytest.raises(refusal):
            await hold(house, who, case)
    with pytest.raises(ConfirmFirst):
        async with house.acting(grace) as tx:
            await retention.place_hold(tx, house.organization, WHY)
    for reason in ("no", "x" * 1001):
        with pytest.raises(Invalid):
            async with proved(house, grace) as tx:
                await retention.place_hold(tx, house.organization, reason)
    assert await count(ground, "legal_holds") == 0
    assert await count(ground, "audit_entries") == before

    mine = await hold(house, house.luis, short_id.lower())
    whole = await hold(house, ines)
    with pytest.raises(NotAllowedByState):
        await hold(house, grace)
    for who, held, refusal in ((house.ana, mine, NotPermitted), (ines, mine, NotFound)):
        with pytest.raises(refusal):
            async with proved(house, who) as tx:
                await retention.lift_hold(tx, held.id)
    with pytest.raises(ConfirmFirst):
        async with house.acting(grace) as tx:
            await retention.lift_hold(tx, whole.id)
    assert await count(ground, "legal_holds", lifted_at=house.clock.now) == 0
    for held in (mine, whole):
        async with proved(house, grace) as tx:
            await retention.lift_hold(tx, held.id)
    with pytest.raises(NotAllowedByState):
        async with proved(house, grace) as tx:
            await retention.lift_hold(tx, mine.id)
    assert WHY not in str(await ground.connection.fetch("select h::text from legal_holds h"))


async def test_another_organization_s_hold_keeps_nothing_of_this_one_s(house: House, ground: Ground) -> None:
    other, hilda = new_id(), await house.a_person("Hilda Ash")
    async with house.watching() as tx:
        tx.session.add(
            Organization(id=other, slug="harbor", name="Harbor Neighbors", kind=OrganizationKind.COMMUNITY_GROUP)
        )
        await tx.session.flush()
        tx.session.add(Membership(organization_id=other, person_id=hilda, role=Role.ADMIN))
    async with proved(house, hilda) as tx:
        with pytest.raises(Invalid):
            await retention.place_hold(tx, other, WHY, short_id=await number(house))
        await retention.place_hold(tx, other, WHY)
    await everything(house)
    house.clock.now += 31 * DAY

    assert (await swept(house))[RetentionClass.SIGN_UPS] == 1
    async with house.acting(house.ana) as tx:
        standing = await access.standing(tx)
        assert list(await tx.session.scalars(access.visible(standing, LegalHold, tx.now))) == []
