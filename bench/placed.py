"""Representation, stated a third time: forms, conflict sheets, and lists that are their owner's alone."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

Row = dict[str, Any]
#: The tables whose rows it speaks of.
PLACED = ("appearances", "conflict_sheets", "conflict_sheet_contents", "conflict_names", "conflict_tokens")


class Seeing(Protocol):
    """Whoever looks, as :class:`bench.rules.Promise` knows them."""

    rows: Any
    me: UUID
    now: datetime

    def sees(self, case: UUID | None, depth: str = "reader") -> bool: ...


def allows(one: Seeing, table: str, row: Row) -> bool:
    """The legal team of a case; of a sheet its one contact, who reads what it says until they have answered, or it was
    shut, or a week went by; of a list its owner.
    """
    if table in ("conflict_names", "conflict_tokens"):
        return bool(row["owner_id"] == one.me)
    if one.sees(row["case_id"], "legal"):
        return True
    if table == "appearances":
        return False
    sheet = (
        row
        if table == "conflict_sheets"
        else next(each for each in one.rows["conflict_sheets"] if each["id"] == row["id"])
    )
    if sheet["contact_id"] != one.me:
        return False
    waits = sheet["answer"] is None and sheet["closed_at"] is None and sheet["open_until"] > one.now
    return table == "conflict_sheets" or waits


def draw(making: Any, case: Row, assignment: Row) -> None:
    """What hangs on one assignment of a world: also what no verb would write."""
    add, of = making.world.add, {"case_id": case["id"], "lead_organization_id": case["lead_organization_id"]}
    add("appearances", id=making.id(), **of, assignment_id=assignment["id"])
    for place in range(2):
        # Of an assignment only one is open.
        answer = making.one(None, "clear", "conflict") if place == 0 else "need_more"
        closed = making.one(None, None, making.past)
        sheet = add(
            "conflict_sheets", id=making.id(), **of, assignment_id=assignment["id"],
            contact_id=making.random.choice(making.world.staff), answer=answer, closed_at=closed,
            open_until=making.one(making.past, making.future, making.future, making.now),
        )  # fmt: skip
        add("conflict_sheet_contents", id=sheet["id"], **of)
    owner = making.random.choice(making.world.staff)
    name = add("conflict_names", id=making.id(), organization_id=case["lead_organization_id"], owner_id=owner)
    add("conflict_tokens", name_id=name["id"], token=making.id().bytes, owner_id=owner)


__all__ = ["PLACED", "allows", "draw"]
