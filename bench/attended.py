"""Seats, who goes with whom, attendance, observers' rules and lists of people: whose to see each is, and rows of them.
What is drawn here is drawn by ids, so that worlds stay what they were.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

if TYPE_CHECKING:
    from bench.rules import Promise
    from bench.worlds import World

ATTENDED = ("seatings", "companions", "attendances", "people_lists", "people_list_entries", "observer_rules")
Row = dict[str, Any]


def allows(promise: Promise, table: str, row: Row) -> bool:
    """Whether this row is theirs to see."""
    if table == "observer_rules":
        return bool(promise.homes)
    if table in ("people_lists", "people_list_entries"):
        return row["organization_id"] in promise.homes
    if row["case_id"] in promise.behind:
        return False
    if table in ("seatings", "attendances"):
        # Counts, and nobody's name.
        return promise.of_case_or_home(row)
    if row["case_id"] is None:
        return row["organization_id"] in promise.homes
    counsel = any(
        seat["case_id"] == row["case_id"] and seat["person_id"] == promise.me
        and seat["role"] in ("attorney", "accredited_representative")
        for seat in promise.rows["team_members"]
    )  # fmt: skip
    leads = any(
        one["occasion_id"] == row["occasion_id"] and one.get("lead_id") == promise.me
        for one in promise.rows["advocacy_actions"]
    )
    return (promise.sees(row["case_id"], "legal") and not counsel) or (promise.sees(row["case_id"]) and leads)


def draw(world: World, occasion: Row, of: Row, people: Sequence[UUID]) -> None:
    """Seats at this occasion, somebody who asks for a ride, what was said afterwards, rules for observers, and a list;
    an action is led by somebody or by nobody.
    """
    which = occasion["id"].int
    house, staff = occasion["organization_id"], world.staff
    for action in world["advocacy_actions"]:
        if action["occasion_id"] == occasion["id"]:
            action["lead_id"] = staff[which % len(staff)] if which % 3 else None
    about = {"organization_id": house, **of, "occasion_id": occasion["id"]}
    world.add("seatings", id=_id(which, 11), **about, seats=12)
    world.add("attendances", id=_id(which, 12), **about, heads=7)
    asked = [one for one in world["invitations"] if one["occasion_id"] == occasion["id"]]
    if asked:
        world.add(
            "companions", id=_id(which, 13), **about, invitation_id=asked[0]["id"], person_id=asked[0]["person_id"],
            kind="ride", places=None, town="Hartford", joined_id=None,
        )  # fmt: skip
    world.add(
        "observer_rules", id=_id(which, 16), organization_id=house, openness="open",
        confirmed_by_id=staff[which % len(staff)],
    )  # fmt: skip
    listed = world.add("people_lists", id=_id(which, 14), organization_id=house, name=f"List {which}")
    world.add("people_list_entries", id=_id(which, 15), organization_id=house, list_id=listed["id"],
              person_id=people[which % len(people)])  # fmt: skip


def _id(which: int, more: int) -> UUID:
    return UUID(int=(which + more * 0x9E3779B97F4A7C15) % 2**128)


__all__ = ["ATTENDED", "allows", "draw"]
