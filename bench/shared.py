"""Actions that are about several cases, drawn into a world that is otherwise whole; and who sees what of them."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any
from uuid import UUID

if TYPE_CHECKING:
    from bench.worlds import World

Row = dict[str, Any]


def draw(world: World, past: Any) -> None:
    """About every second action of a case is, or was, about another case as well. Drawn apart, by the action's id, so
    that worlds stay what they were.
    """
    for action in world["advocacy_actions"]:
        apart = Random(action["id"].int + 1)
        others = [case for case in world["cases"] if case["id"] != action["case_id"]]
        action["of_several"] = action["case_id"] is not None and bool(others) and apart.random() < 0.6
        if not action["of_several"]:
            continue
        for case in apart.sample(others, min(len(others), apart.choice((1, 1, 2)))):
            world.add(
                "further_cases", id=UUID(int=apart.getrandbits(128), version=4), action_id=action["id"],
                case_id=case["id"], lead_organization_id=case["lead_organization_id"], added_at=past,
                taken_off_at=apart.choice((None, None, past)),
            )  # fmt: skip


class Shared:
    """What is promised of them, of one person: whose further cases they read, and before which a wall stands."""

    rows: Any
    behind: Any
    sees: Any
    occasion: Any

    def shares(self, action_id: UUID) -> bool:
        """I read a case that the action is about besides the one it is kept with."""
        return any(
            one["action_id"] == action_id and one["taken_off_at"] is None and self.sees(one["case_id"])
            for one in self.rows["further_cases"]
        )

    def open_words(self, action_id: UUID) -> bool:
        """No wall stands before me and any case that it is or was about."""
        action = next(one for one in self.rows["advocacy_actions"] if one["id"] == action_id)
        about = [one["case_id"] for one in self.rows["further_cases"] if one["action_id"] == action_id]
        return not about or not {action["case_id"], *about} & set(self.behind)

    def kept_occasion(self, occasion: Row) -> bool:
        """What is written beside an occasion: not for whoever sees it through a further case alone."""
        return self.occasion(occasion) and (occasion["case_id"] is None or self.sees(occasion["case_id"]))

    def tells(self, told: Row) -> bool:
        """A line of a story is not of an action whose words are shut."""
        shut = [one for one in self.rows["advocacy_actions"] if not self.open_words(one["id"])]
        return not any(str(key) in told["key"] for one in shut for key in (one["id"], one["occasion_id"]))

    def of_several(self, occasion: Row) -> bool | None:
        """Whether an occasion that is an action about several cases is mine to see. None: of that nothing is said."""
        for one in self.rows["advocacy_actions"]:
            if one["occasion_id"] == occasion["id"] and one.get("of_several"):
                return self.shares(one["id"]) or None if self.open_words(one["id"]) else False
        return None


__all__ = ["Shared", "draw"]
