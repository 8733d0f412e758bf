"""Views of the board under a name: one's own, shared, taken away and put back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from casework import saved_views
from casework.refusals import ChangedMeanwhile, Invalid, NotAllowedByState, NotFound, NotPermitted
from schema.organizations import Role
from schema.saved_views import SavedView, ViewMark
from tests.access.test_refusals_change_nothing import every_row
from tests.ground import Ground
from tests.house import House

MONDAY = "stage=SEEKING_COUNSEL&order=PRIORITY&group=WEEK"


async def a_view(house: House, *, by: UUID | None = None, name: str = "Monday", **more: Any) -> SavedView:
    async with house.acting(by or house.ana) as tx:
        return await saved_views.save_view(tx, house.organization, **{"name": name, "address": MONDAY, **more})


async def test_a_view_is_kept_renamed_taken_away_and_put_back(house: House) -> None:
    view = await a_view(house)
    again = await a_view(house, name="Tuesday", view_id=view.id, expected_revision=0, address="?within=7")
    assert (again.id, again.name, again.address) == (view.id, "Tuesday", "within=7")

    async with house.acting(house.ana) as tx:
        gone = await saved_views.remove_view(tx, view.id, expected_revision=1)
        assert gone.removed_at
    # The name is free meanwhile.
    other = await a_view(house, name="tuesday")
    with pytest.raises(Invalid, match="of that name already"):
        async with house.acting(house.ana) as tx:
            await saved_views.put_back_view(tx, view.id, expected_revision=2)
    async with house.acting(house.ana) as tx:
        await saved_views.remove_view(tx, other.id, expected_revision=0)
    async with house.acting(house.ana) as tx:
        assert (await saved_views.put_back_view(tx, view.id, expected_revision=2)).removed_at is None


async def test_a_view_is_its_owners_until_it_is_shared_and_theirs_to_change_after(house: House, ground: Ground) -> None:
    carol = await house.a_person("Carol Cruz", role=Role.COORDINATOR)
    view = await a_view(house)
    async with house.acting(carol) as tx:
        with pytest.raises(NotFound):
            await saved_views.mark_view(tx, view.id, favourite=True)
        # The second wall agrees.
        assert list(await tx.session.scalars(select(SavedView))) == []

    async with house.acting(house.ana) as tx:
        await saved_views.share_view(tx, view.id, shared=True, expected_revision=0)

    async with house.acting(carol) as tx:
        await saved_views.mark_view(tx, view.id, favourite=True, opens_with=True)
    before = await every_row(ground)
    acts = [
        lambda tx: saved_views.share_view(tx, view.id, shared=False, expected_revision=1),
        lambda tx: saved_views.remove_view(tx, view.id, expected_revision=1),
        lambda tx: saved_views.save_view(tx, house.organization, name="Mine", address="", view_id=view.id),
    ]
    for act in acts:
        with pytest.raises(NotPermitted):
            async with house.acting(carol) as tx:
                await act(tx)
    async with house.acting(house.ana) as tx:
        # Nor does its owner see what others made of it.
        assert list(await tx.session.scalars(select(ViewMark))) == []
    assert await every_row(ground) == before


async def test_an_admin_may_take_away_what_is_shared_when_its_owner_has_left(house: House) -> None:
    vera = await house.a_person("Vera Vidal", role=Role.ADMIN)
    view = await a_view(house)
    async with house.acting(house.ana) as tx:
        await saved_views.share_view(tx, view.id, shared=True, expected_revision=0)

    async with house.acting(vera) as tx:
        assert (await saved_views.remove_view(tx, view.id, expected_revision=1)).removed_at


async def test_the_board_opens_with_one_view(house: House) -> None:
    first, second = await a_view(house), await a_view(house, name="Tuesday")
    for view in (first, second):
        async with house.acting(house.ana) as tx:
            await saved_views.mark_view(tx, view.id, opens_with=True)

    async with house.acting(house.ana) as tx:
        marks = {mark.view_id: mark.opens_with for mark in await tx.session.scalars(select(ViewMark))}
    assert marks == {first.id: False, second.id: True}


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": " "}, "Give the view a name"),
        ({"name": "n" * 61}, "Give the view a name"),
        ({"name": "MONDAY"}, "You have a view of that name already."),
        ({"address": "q=Mateo+R.&stage=INTAKE"}, "it may be a client's name"),
        ({"address": "stage=Mateo+R."}, "That is no address of the board."),
        ({"address": "who=Mateo"}, "That is no address of the board."),
        ({"address": "stage"}, "That is no address of the board."),
        ({"address": "stage=INTAKE&stage=INTAKE"}, "That is no address of the board."),
        ({"address": "tag=" + "t" * 1000}, "too much for a view"),
    ],
)
async def test_a_view_holds_the_boards_address_and_nobodys_name(
    house: House, ground: Ground, wrong: dict[str, str], sentence: str
) -> None:
    await a_view(house)
    before = await every_row(ground)

    with pytest.raises(Invalid, match=sentence):
        await a_view(house, **{"name": "Another", **wrong})

    assert await every_row(ground) == before


async def test_what_changed_meanwhile_or_is_gone_stays_as_it_is(house: House, ground: Ground) -> None:
    view = await a_view(house)
    with pytest.raises(NotAllowedByState):
        async with house.acting(house.ana) as tx:
            await saved_views.put_back_view(tx, view.id, expected_revision=0)
    async with house.acting(house.ana) as tx:
        await saved_views.remove_view(tx, view.id, expected_revision=0)
    before = await every_row(ground)
    acts = [
        (lambda tx: saved_views.share_view(tx, view.id, shared=True, expected_revision=1), NotAllowedByState),
        (lambda tx: saved_views.mark_view(tx, view.id, favourite=True), NotAllowedByState),
        (lambda tx: saved_views.remove_view(tx, view.id, expected_revision=1), NotAllowedByState),
        (lambda tx: saved_views.put_back_view(tx, view.id, expected_revision=0), ChangedMeanwhile),
    ]
    for act, refusal in acts:
        with pytest.raises(refusal):
            async with house.acting(house.ana) as tx:
                await act(tx)
    assert await every_row(ground) == before
