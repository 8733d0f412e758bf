"""Changes that people were told of, who was called about whom, and who is on duty: whose to see each is, and rows of
them. What is drawn here is drawn by ids, so that worlds stay what they were.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

if TYPE_CHECKING:
    from bench.rules import Promise
    from bench.worlds import World

CHANGED = ("changes", "acknowledgements", "escalations", "duty_turns")
Row = dict[str, Any]


def allows(promise: Promise, table: str, row: Row) -> bool:
    """Whether this row is theirs to see."""
    if table == "duty_turns":
        return row["organization_id"] in promise.homes
    if table == "escalations":
        owed = next(one for one in promise.rows["acknowledgements"] if one["id"] == row["acknowledgement_id"])
        return allows(promise, "acknowledgements", owed)
    if row["case_id"] in promise.behind:
        return False
    # Each their own; not whoever comes along to a check-in, whom it would tell the hour.
    own = table == "acknowledgements" and row["person_id"] == promise.me and row["audience"] != "accompanier"
    about = next(one for one in promise.rows["occasions"] if one["id"] == row["occasion_id"])
    return own or promise.sees(row["case_id"], "legal") or promise.kept_occasion(about)


def draw(world: World, occasion: Row, of: Row, people: Sequence[UUID]) -> None:
    """A change of this occasion that somebody was told of, somebody who was called about them, and a turn of duty."""
    which = occasion["id"].int
    house, staff = occasion["organization_id"], world.staff
    change = world.add("changes", id=_id(which, 1), organization_id=house, **of, occasion_id=occasion["id"])
    owed = world.add(
        "acknowledgements", id=_id(which, 2), organization_id=house, **of, occasion_id=occasion["id"],
        change_id=change["id"], person_id=people[which % len(people)],
        audience="accompanier" if which % 3 == 0 else "official",
    )  # fmt: skip
    world.add("escalations", id=_id(which, 3), acknowledgement_id=owed["id"], person_id=staff[which % len(staff)])
    world.add("duty_turns", id=_id(which, 4), organization_id=house, person_id=staff[which % len(staff)],
              starts_at=occasion["starts_at"], ends_at=occasion["starts_at"] + timedelta(hours=8))  # fmt: skip


def _id(which: int, more: int) -> UUID:
    return UUID(int=(which + more * 0x9E3779B97F4A7C15) % 2**128)


__all__ = ["CHANGED", "allows", "draw"]
