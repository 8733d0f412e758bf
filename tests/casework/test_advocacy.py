"""Where an action takes place: somewhere of its own, or where the hearing is."""

from __future__ import annotations

from uuid import UUID

import pytest

from casework import advocacy
from schema.advocacy import AdvocacyAction
from schema.consents import NameForm
from schema.occasions import Occasion, OccasionKind
from tests.house import House

COURT = ("Hartford Immigration Court", "450 Main Street", "Hartford, CT", "628")
NOTHING = {"place_name": None, "place_street": None, "place_city": None, "room": None}


async def drafted(house: House, **arrangements: object) -> UUID:
    async with house.acting(house.ana) as tx:
        action = await advocacy.draft_action(
            tx, house.organization, kind=OccasionKind.VIGIL, case_id=house.case, hearing_id=house.hearing,
            words={"title": "Light for M.", "name_form": NameForm.NONE, "audiences": []},
            arrangements=arrangements,  # type: ignore[arg-type]
        )  # fmt: skip
        return action.id


async def revised(house: House, action_id: UUID, **arrangements: object) -> None:
    async with house.acting(house.ana) as tx:
        action = await tx.session.get_one(AdvocacyAction, action_id)
        await advocacy.revise_action(
            tx, action_id, expected_revision=action.revision, words={}, arrangements=arrangements  # type: ignore[arg-type]
        )  # fmt: skip


async def where(house: House, action_id: UUID) -> tuple[str | None, ...]:
    async with house.watching() as tx:
        action = await tx.session.get_one(AdvocacyAction, action_id)
        at = await tx.session.get_one(Occasion, action.occasion_id)
        return at.place_name, at.place_street, at.place_city, at.room


@pytest.mark.parametrize("said", [{}, NOTHING], ids=["nothing said", "said to be nothing"])
async def test_with_no_place_of_its_own_it_is_where_the_hearing_is(house: House, said: dict[str, None]) -> None:
    assert await where(house, await drafted(house, **said)) == COURT


async def test_a_place_of_its_own_borrows_neither_street_nor_room(house: House) -> None:
    green = await drafted(house, place_name="The Green", place_street=None)
    assert await where(house, green) == ("The Green", None, None, None)

    await revised(house, green, **NOTHING)
    assert await where(house, green) == COURT


async def test_another_room_of_the_court_keeps_the_court(house: House) -> None:
    steps = await drafted(house, place_name=None, room="Front steps")
    assert await where(house, steps) == (*COURT[:3], "Front steps")

    await revised(house, steps, room=None)
    assert await where(house, steps) == (*COURT[:3], None)
