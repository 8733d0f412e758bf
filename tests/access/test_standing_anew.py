"""Where a person stands is worked out once a transaction, and again as soon as the transaction changes it."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest
from sqlalchemy import select, text

from api.nodes import parts
from casework import access, actors
from casework.actors import Place, Standing
from schema.cases import Case
from schema.organizations import Membership, OrganizationKind, Role
from schema.teams import CaseRole, TeamMember
from tests.journeys import steps
from tests.town import Town


async def test_a_seat_taken_within_a_transaction_is_seen_from_at_once(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    case_id = parts((await steps.take_in_mateo(town, ana))["id"])[1]
    home = parts(town.organizations["elm-city"])[1]
    luis = town.staff["attorney@demo.test"]
    async with town.database.transaction(actors.Person(luis)) as tx:

        async def seen() -> UUID | None:
            return await tx.session.scalar(select(Case.id).where(Case.id == case_id))

        before = await seen()
        # As housekeeping would: the wall lets nobody seat themselves.
        await tx.session.execute(text("select set_config('presencia.system', 'operator', true)"))
        tx.session.add(
            TeamMember(case_id=case_id, person_id=luis, organization_id=home, role=CaseRole.ATTORNEY, began_at=tx.now)
        )
        await tx.session.flush()
        await tx.session.execute(text("select set_config('presencia.system', '', true)"))
        after = await seen()

    assert (before, after) == (None, case_id)


async def test_a_membership_that_ends_within_a_transaction_is_over_at_once(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    case_id = parts((await steps.take_in_mateo(town, ana))["id"])[1]
    person = town.staff["coordinator@demo.test"]
    async with town.database.transaction(actors.Person(person)) as tx:
        before = await tx.session.scalar(select(Case.id).where(Case.id == case_id))
        await tx.session.execute(text("select set_config('presencia.system', 'operator', true)"))
        held = list(await tx.session.scalars(select(Membership).where(Membership.person_id == person)))
        for one in held:
            one.ended_at = tx.now
        await tx.session.flush()
        await tx.session.execute(text("select set_config('presencia.system', '', true)"))
        after = await tx.session.scalar(select(Case.id).where(Case.id == case_id))

    assert {one.role for one in held} >= {Role.COORDINATOR}
    # The case's team has them still, for an organization they belong to no more.
    assert (before, after) == (case_id, None)


_CASE, _OTHER = UUID(int=1), UUID(int=2)
_PLACE = Place(UUID(int=3), OrganizationKind.LEGAL_PROVIDER, frozenset({Role.ATTORNEY}), False)
_STANDING = Standing(UUID(int=4), (_PLACE,), ((_CASE,), (_CASE,), ()), (_OTHER,))


@pytest.mark.parametrize(
    ("now", "less"),
    [
        (_STANDING, False),
        (replace(_STANDING, seats=((_CASE, _OTHER), (_CASE,), (_CASE,))), False),
        (replace(_STANDING, walled=()), False),
        (replace(_STANDING, seats=((_CASE,), (), ())), True),
        (replace(_STANDING, seats=((), (_CASE,), ())), True),
        (replace(_STANDING, walled=(_OTHER, _CASE)), True),
        (replace(_STANDING, places=()), True),
        (replace(_STANDING, places=(replace(_PLACE, roles=frozenset({Role.PARALEGAL})),)), True),
    ],
    ids=["as before", "a seat gained", "a wall gone", "out of the legal team", "a seat lost", "a wall raised",
         "no place any more", "another role"],
)  # fmt: skip
def test_whose_standing_lost_something_may_see_less_and_who_gained_a_seat_does_not(now: Standing, less: bool) -> None:
    assert access.may_see_less(_STANDING, now) is less
