"""What happened on dates: rows that nobody planned, and who may read them, stated by themselves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

if TYPE_CHECKING:
    from bench.rules import Promise

Row = dict[str, Any]
TABLES = ("outcomes", "outcome_words", "told_quarters")


def lay(add: Callable[..., Row], occasion: Row, of: Row, cleared: datetime) -> None:
    """An entry about a date, by its id, and words that counsel cleared or not."""
    outcome = add("outcomes", id=UUID(int=occasion["id"].int ^ 1), **of, occasion_id=occasion["id"])
    add("outcome_words", id=UUID(int=occasion["id"].int ^ 2), **of, occasion_id=occasion["id"],
        outcome_id=outcome["id"], cleared_at=cleared if occasion["id"].int % 8 < 4 else None)  # fmt: skip


def allows(promise: Promise, table: str, row: Row) -> bool:
    """Whoever sees the date; of words, once counsel cleared them. What is told of a quarter: who compares."""
    if table == "told_quarters":
        return row["organization_id"] in promise.legal_homes and any(
            one["organization_id"] == row["organization_id"] and one["role"] != "advocate" for one in promise.mine
        )
    shut = table == "outcome_words" and row["cleared_at"] is None
    date = next(one for one in promise.rows["occasions"] if one["id"] == row["occasion_id"])
    return promise.sees(row["case_id"], "legal") or (not shut and promise.kept_occasion(date))
