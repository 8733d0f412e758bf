"""The calendar's filters: the same dates on both paths, and by no filter more than the actor may know."""

from __future__ import annotations

from typing import Any

import pytest

from tests.plans.test_both_paths import paths_of
from tests.plans.test_both_paths import town as town
from tests.town import Town

DATES = """query ($range: CalendarRange!) { calendar(range: $range) { occasion { id kind state }
  hearing { court { id } } case { id representedBy { attorney { id } } } } }"""
STRETCH = {"from": "2026-11-01T00:00:00Z", "until": "2027-01-20T00:00:00Z"}


async def dates(town: Town, email: str, **more: Any) -> list[dict[str, Any]]:
    paths, asked = paths_of(town), {"range": STRETCH | more}
    data, errors = await paths.ordinary(town.staff[email], DATES, asked)
    assert not errors
    assert await paths.woven(town.staff[email], DATES, asked) == data
    found: list[dict[str, Any]] = data["calendar"]
    return found


async def one_is_unconfirmed(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    asked = "query ($range: CalendarRange!) { calendar(range: $range) { hearing { id revision } } }"
    found = (await ana.ask(asked, range=STRETCH | {"unconfirmed": False}))["calendar"]
    hearing = next(one["hearing"] for one in found if one["hearing"])
    moved = await ana.do(
        "rescheduleHearing", hearingId=hearing["id"], expectedRevision=hearing["revision"],
        startsAt="2026-12-16T10:00", confidence="UNCONFIRMED",
    )  # fmt: skip
    assert moved["__typename"] == "RescheduleHearingPayload", moved


@pytest.mark.parametrize("email", ["coordinator@demo.test", "attorney@demo.test", "coordinator@other.test"])
async def test_a_filter_leaves_what_it_names_and_nothing_else_on_both_paths(town: Town, email: str) -> None:
    await one_is_unconfirmed(town)
    everything = await dates(town, email)
    luis = town.person("attorney@demo.test")

    def his(one: dict[str, Any]) -> bool:
        return bool(one["case"]) and luis in {by["attorney"]["id"] for by in one["case"]["representedBy"]}

    bond = ["BOND_HEARING", "VIGIL"]
    assert await dates(town, email, attorneyId=luis) == [one for one in everything if his(one)]
    assert await dates(town, email, kinds=bond) == [one for one in everything if one["occasion"]["kind"] in bond]
    assert await dates(town, email, kinds=[]) == everything
    unconfirmed = [one for one in everything if one["occasion"]["state"] == "TENTATIVE"]
    assert await dates(town, email, unconfirmed=True) == unconfirmed
    assert await dates(town, email, kinds=bond, attorneyId=luis, unconfirmed=True) == [
        one for one in unconfirmed if his(one) and one["occasion"]["kind"] in bond
    ]


async def test_there_is_something_to_filter(town: Town) -> None:
    """Without it the comparison above would hold of nothing at all."""
    await one_is_unconfirmed(town)
    everything = await dates(town, "coordinator@demo.test")
    his = await dates(town, "coordinator@demo.test", attorneyId=town.person("attorney@demo.test"))

    assert 0 < len(his) < len(everything)
    assert {one["occasion"]["state"] for one in everything} >= {"TENTATIVE", "CONFIRMED"}
    assert await dates(town, "coordinator@demo.test", unconfirmed=True)


async def test_asking_for_an_attorneys_dates_tells_an_advocate_no_more_than_they_see(town: Town) -> None:
    everything = await dates(town, "advocate@demo.test")
    luis = town.person("attorney@demo.test")
    told = {one["occasion"]["id"] for one in everything if one["case"] and one["case"]["representedBy"]}

    found = {one["occasion"]["id"] for one in await dates(town, "advocate@demo.test", attorneyId=luis)}

    assert everything
    assert found <= told


async def test_something_else_by_the_attorneys_id_is_refused(town: Town) -> None:
    asked = {"range": STRETCH | {"attorneyId": town.courts["HAR"]}}
    _, errors = await paths_of(town).ordinary(town.staff["coordinator@demo.test"], DATES, asked)
    assert errors
