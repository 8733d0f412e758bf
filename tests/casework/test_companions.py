"""Rides and company: towns and no addresses, and only the two learn how to reach each other."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import time
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from casework import companions
from casework.companions import Company
from casework.refusals import Invalid, NotAllowedByState, NotFound
from schema.base import new_id
from schema.companions import Companion, CompanionKind
from schema.notices import LetterKind
from tests.access.test_refusals_change_nothing import every_row
from tests.casework.in_the_room import COMING, NOT_COMING, behind, invited, say
from tests.ground import Ground
from tests.house import House

RIDE, BUDDY = CompanionKind.RIDE, CompanionKind.BUDDY


async def offers(house: House, one: UUID, places: int | None = 2, **more: Any) -> UUID:
    async with behind(house, one) as tx:
        said = {"town": "New Haven", "leaves_at": time(7, 30), "contact": "Olga 203-555-0111"} | more
        return (await companions.offer_company(tx, one, more.pop("kind", RIDE), places=places, **_less(said))).id


def _less(said: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in said.items() if name != "kind"}


async def asks(house: House, one: UUID, contact: str = "Ben 203-555-0122") -> UUID:
    return await offers(house, one, None, contact=contact, leaves_at=None)


async def joins(house: House, one: UUID, offer: UUID) -> None:
    async with behind(house, one) as tx:
        await companions.join_company(tx, one, offer)


async def sees(house: House, one: UUID, kind: CompanionKind = RIDE) -> Company:
    async with behind(house, one) as tx:
        return next(found for found in await companions.company(tx, tx.actor) if found.kind is kind)  # type: ignore[arg-type]


async def told(house: House) -> list[str]:
    house.clock.forward(minutes=1)
    return sorted(one.name for one in await house.send() if one.letter.kind is LetterKind.YOUR_PLACE)


async def test_an_offer_tells_town_hour_and_places_and_nothing_of_who_made_it(house: House) -> None:
    asked = await invited(house, "Olga Ortiz", "Ben Bell")
    await offers(house, asked["Olga"])

    seen = await sees(house, asked["Ben"])

    assert [(one.town, one.leaves_at, one.left) for one in seen.offers] == [("New Haven", time(7, 30), 2)]
    assert seen.with_them == () and "555" not in repr(seen) and "Olga" not in repr(seen)


async def test_two_who_go_together_read_how_to_reach_each_other_and_a_third_does_not(house: House) -> None:
    asked = await invited(house, "Olga Ortiz", "Ben Bell", "Cora Cruz")
    offer = await offers(house, asked["Olga"])
    await asks(house, asked["Ben"])
    await asks(house, asked["Cora"], "Cora cora@example.test")
    await house.send()

    await joins(house, asked["Ben"], offer)

    assert (await sees(house, asked["Olga"])).with_them == ("Ben 203-555-0122",)
    assert (await sees(house, asked["Ben"])).with_them == ("Olga 203-555-0111",)
    cora = await sees(house, asked["Cora"])
    assert cora.with_them == () and [one.left for one in cora.offers] == [1]
    assert await told(house) == ["Olga Ortiz"]

    await joins(house, asked["Cora"], offer)
    # Those who ride along read the driver's, not each other's.
    assert (await sees(house, asked["Cora"])).with_them == ("Olga 203-555-0111",)
    assert len((await sees(house, asked["Olga"])).with_them) == 2


async def test_a_page_that_was_passed_on_does_not_collect_everybody_s_number(house: House, ground: Ground) -> None:
    drivers = [f"{name} Ortiz" for name in ("Ada", "Bea", "Cleo", "Dora", "Eva", "Fay")]
    asked = await invited(house, *drivers, "Mallory Moss")
    found = [
        await offers(house, asked[one.split()[0]], contact=f"{one} 203-555-01{n}0") for n, one in enumerate(drivers)
    ]
    read = set()
    for offer in found[:5]:
        await asks(house, asked["Mallory"])
        await joins(house, asked["Mallory"], offer)
        read |= set((await sees(house, asked["Mallory"])).with_them)
    before = await every_row(ground)

    with pytest.raises(NotAllowedByState, match="changed often"):
        await asks(house, asked["Mallory"])

    assert len(read) == 5 and await every_row(ground) == before


async def test_a_driver_who_drops_out_leaves_nobody_in_the_dark(house: House) -> None:
    asked = await invited(house, "Olga Ortiz", "Ben Bell")
    offer = await offers(house, asked["Olga"])
    await asks(house, asked["Ben"])
    await joins(house, asked["Ben"], offer)
    await say(house, asked["Olga"], COMING)
    await house.send()

    await say(house, asked["Olga"], NOT_COMING)

    assert "Ben Bell" in await told(house)
    ben = await sees(house, asked["Ben"])
    assert (ben.mine is not None, ben.with_them, ben.offers) == (True, (), ())
    async with house.watching() as tx:
        gone = await tx.session.get_one(Companion, offer)
        assert (gone.contact, gone.ended_at is not None) == (None, True)


async def test_the_coordinator_pairs_by_hand_and_takes_apart_and_counsel_sees_nobody(house: House) -> None:
    asked = await invited(house, "Olga Ortiz", "Ben Bell")
    async with behind(house, asked["Olga"]) as tx:
        offer = await companions.offer_company(tx, asked["Olga"], BUDDY, places=1, contact="Olga")
    async with behind(house, asked["Ben"]) as tx:
        wanted = await companions.offer_company(tx, asked["Ben"], BUDDY, places=None, contact="Ben")
    await house.send()

    async with house.acting(house.ana) as tx:
        await companions.pair_companions(tx, wanted.id, offer.id)
    assert await told(house) == ["Ben Bell", "Olga Ortiz"]
    assert (await sees(house, asked["Ben"], BUDDY)).with_them == ("Olga",)

    async with house.acting(house.ana) as tx:
        await companions.pair_companions(tx, wanted.id, None)
    assert (await sees(house, asked["Ben"], BUDDY)).with_them == ()


async def test_what_cannot_be_shared_is_refused_and_nothing_changes(house: House, ground: Ground) -> None:
    asked = await invited(house, "Olga Ortiz", "Ben Bell", "Cora Cruz")
    full = await offers(house, asked["Olga"], 1)
    await asks(house, asked["Ben"])
    await joins(house, asked["Ben"], full)
    before = await every_row(ground)

    refused: list[tuple[Callable[[], Awaitable[Any]], type[Exception], str]] = [
        (lambda: offers(house, asked["Cora"], 0), Invalid, "Between 1 and 8"),
        (lambda: offers(house, asked["Cora"], 9), Invalid, "Between 1 and 8"),
        (lambda: offers(house, asked["Cora"], town=" "), Invalid, "Say from which town"),
        (lambda: offers(house, asked["Cora"], town="12 Elm Street"), Invalid, "Only the town"),
        (lambda: offers(house, asked["Cora"], contact=""), Invalid, "by which name"),
        (lambda: offers(house, asked["Cora"], contact="x" * 121), Invalid, "longer than 120"),
        (lambda: joins(house, asked["Cora"], full), NotAllowedByState, "Ask first"),
        (lambda: joins(house, asked["Ben"], full), NotAllowedByState, "somebody already"),
        (lambda: joins(house, asked["Cora"], new_id()), NotFound, "no such record"),
    ]
    for act, refusal, why in refused:
        with pytest.raises(refusal, match=why):
            await act()
    assert await every_row(ground) == before

    await asks(house, asked["Cora"], "Cora")
    before = await every_row(ground)
    with pytest.raises(NotAllowedByState, match="No place is left"):
        await joins(house, asked["Cora"], full)
    assert await every_row(ground) == before


async def test_pairs_that_cannot_be_are_refused_and_nothing_changes(house: House, ground: Ground) -> None:
    asked = await invited(house, "Olga Ortiz", "Ben Bell")
    offer, wanted = await offers(house, asked["Olga"], 1), await asks(house, asked["Ben"])
    before = await every_row(ground)

    for asking, other, refusal, why in (
        (wanted, None, NotAllowedByState, "with nobody yet"),
        (offer, wanted, NotAllowedByState, "no request"),
        (wanted, new_id(), Invalid, "Choose an offer"),
        (wanted, wanted, NotAllowedByState, "offer has ended"),
    ):
        with pytest.raises(refusal, match=why):
            async with house.acting(house.ana) as tx:
                await companions.pair_companions(tx, asking, other)
    # Counsel sees counts, and nobody's name.
    with pytest.raises(NotFound):
        async with house.acting(house.luis) as tx:
            await companions.pair_companions(tx, wanted, offer)
    assert await every_row(ground) == before
    async with house.watching() as tx:
        assert len(list(await tx.session.scalars(select(Companion)))) == 2
