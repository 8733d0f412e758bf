"""Readings: what pages ask, answered from rows the actor may see (``casework.access.visible``) and no others."""

from casework.reading.board import BoardFilter, Order, board, board_count
from casework.reading.lists import (
    actions,
    attorneys,
    audit,
    calendar,
    notices,
    offers,
    organizations,
    people,
    search,
    tasks,
)
from casework.reading.page import Page, decoded, encoded
from casework.reading.rows import by_ids, children, key_ids

__all__ = [
    "BoardFilter",
    "Order",
    "Page",
    "actions",
    "attorneys",
    "audit",
    "board",
    "board_count",
    "by_ids",
    "calendar",
    "children",
    "decoded",
    "encoded",
    "key_ids",
    "notices",
    "offers",
    "organizations",
    "people",
    "search",
    "tasks",
]
