"""Pages in Relay's form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import strawberry

from casework.reading import Page


@strawberry.type
class PageInfo:
    has_next_page: bool
    has_previous_page: bool
    start_cursor: str | None
    end_cursor: str | None

    @classmethod
    def of(cls, page: Page[Any]) -> PageInfo:
        return cls(
            has_next_page=page.more,
            has_previous_page=page.began,
            start_cursor=page.cursors[0] if page.cursors else None,
            end_cursor=page.cursors[-1] if page.cursors else None,
        )


def edges(page: Page[Any], edge: Callable[..., Any], node: Callable[[Any], Any]) -> list[Any]:
    """One edge a row."""
    return [edge(node=node(row), cursor=cursor) for row, cursor in zip(page.rows, page.cursors, strict=True)]
