"""What is left for Python when the database has answered: holes to fill, pages to shape."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from casework.reading.page import encoded
from casework.reading.wanted import Wanted


@dataclass(frozen=True, slots=True)
class Leaf:
    """The rows of one page, and whether more follow."""

    rows: list[dict[str, Any]]
    more: bool


@dataclass
class Walk:
    """What Python does with one object of the answer."""

    #: Where it leads: to one object, to many, or (with a size) to a page of rows of which the last may be one too many.
    into: list[tuple[str, Walk, bool, int | None]] = field(default_factory=list)
    finishes: list[tuple[str, tuple[str, ...], Callable[..., Any]]] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    #: What the trail is told of each: under which name, of which noun and fields, and of which object there has to be
    #: one. The database reads it; it is hidden as well.
    shown: list[tuple[str, str, tuple[str, ...], str | None]] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.into or self.finishes or self.hidden)

    def over(self, objects: Sequence[dict[str, Any]], reader: Any) -> None:
        """Finish these objects, what lies below them first."""
        for key, walk, many, size in self.into:
            if many:
                for one in objects:
                    below = one[key]
                    if size is not None:
                        one[key] = Leaf(below[:size], len(below) > size)
                        below = one[key].rows
                    if below:
                        walk.over(below, reader)
            else:
                walk.over([below for one in objects if (below := one[key]) is not None], reader)
        for key, inputs, finish in self.finishes:
            for one in objects:
                reader.finish(one, key, finish, [one[name] for name in inputs])
        for name in self.hidden:
            for one in objects:
                del one[name]


def both(first: Callable[..., Any], then: Callable[..., Any]) -> Callable[..., Any]:
    return lambda reader, value, *inputs: then(reader, None if value is None else first(reader, value), *inputs)


def paged(connection: Wanted, began: bool, _: Any, leaf: Leaf, count: int | None = None) -> dict[str, Any]:
    """Rows as a connection, each with its cursor."""
    rows, more = leaf.rows, leaf.more
    cursors = [encoded(row.pop("~cursor")) for row in rows]
    found: dict[str, Any] = {}
    for asked in connection.asked:
        if asked.fact == "edges":
            found[asked.key] = [
                {
                    part.key: row[part.key]
                    if part.fact == "node"
                    else cursor
                    if part.fact == "cursor"
                    else asked.below[0].noun
                    for part in asked.below[0].asked
                }
                for row, cursor in zip(rows, cursors, strict=True)
            ]
        elif asked.fact == "pageInfo":
            words = {
                "hasNextPage": more,
                "hasPreviousPage": began,
                "startCursor": cursors[0] if cursors else None,
                "endCursor": cursors[-1] if cursors else None,
                "__typename": "PageInfo",
            }
            found[asked.key] = {part.key: words[part.fact] for part in asked.below[0].asked}
        else:
            found[asked.key] = count if asked.fact == "count" else connection.noun
    return found
