"""Of what happened on a case one finds what one looks for: by whom, when, about what; on both paths alike."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from api.nodes import global_id
from tests.plans.test_both_paths import paths_of
from tests.plans.test_both_paths import town as town
from tests.town import Town

TRAIL = """query ($by: ID, $since: DateTime, $until: DateTime, $topic: TrailTopic) { case(shortId: "C-10001") {
  trail(first: 100, personId: $by, since: $since, until: $until, topic: $topic) {
    edges { node { seq at by act } } } } }"""
ANA, LUIS = "coordinator@demo.test", "attorney@demo.test"


async def found(town: Town, email: str, **sought: Any) -> list[dict[str, Any]] | None:
    """What both paths find, which is the same."""
    paths, person = paths_of(town), town.staff[email]
    data, errors = await paths.ordinary(person, TRAIL, sought)
    assert not errors, errors
    assert await paths.woven(person, TRAIL, sought) == data
    trail = data["case"] and data["case"]["trail"]
    return [edge["node"] for edge in trail["edges"]] if trail else None


async def test_by_whom_when_and_about_what(town: Town) -> None:
    everything = await found(town, ANA)
    assert everything and len({one["by"] for one in everything}) > 1

    anas = await found(town, ANA, by=global_id("Person", town.staff[ANA]))
    assert anas and len(anas) < len(everything)
    assert {one["by"] for one in anas} == {"Ana Okafor"}
    hearings = await found(town, ANA, topic="HEARINGS")
    assert hearings and {one["act"].split(".")[0] for one in hearings} <= {
        "hearing", "proceeding", "date_check", "court_access", "decision", "outcome", "change",
    }  # fmt: skip
    assert [one for one in everything if one["act"].startswith("hearing.")] == [
        one for one in hearings if one["act"].startswith("hearing.")
    ]
    # From an instant on, and before another: the two halves are the whole.
    middle = datetime.fromisoformat(everything[len(everything) // 2]["at"])
    later, earlier = await found(town, ANA, since=middle.isoformat()), await found(town, ANA, until=middle.isoformat())
    assert later is not None and earlier is not None
    assert {one["seq"] for one in later} | {one["seq"] for one in earlier} == {one["seq"] for one in everything}
    assert not {one["seq"] for one in later} & {one["seq"] for one in earlier}
    assert await found(town, ANA, since=(town.clock.now + timedelta(days=2)).isoformat()) == []


@pytest.mark.parametrize("email", ["advocate@demo.test", "coordinator@other.test"])
async def test_looking_for_something_opens_the_trail_to_nobody(town: Town, email: str) -> None:
    assert await found(town, ANA, topic="CASE")
    assert await found(town, email, topic="CASE") is None
