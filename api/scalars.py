"""Scalars of the API: wall times without a zone. Instants and days are Strawberry's own."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NewType

import strawberry


def _read(text: object) -> datetime:
    if not isinstance(text, str) or len(text) > 19:
        raise ValueError("A wall time is text such as 2026-12-02T09:00.")
    at = datetime.fromisoformat(text)
    if at.tzinfo is not None:
        raise ValueError("A wall time has no zone: it is what the notice prints.")
    return at.replace(second=0, microsecond=0)


WallTime = NewType("WallTime", datetime)

#: How the schema spells it.
SCALARS: dict[object, Any] = {
    WallTime: strawberry.scalar(
        name="WallTime",
        description='A time as printed on paper, without a zone: "2026-12-02T09:00".',
        serialize=lambda at: at.strftime("%Y-%m-%dT%H:%M"),
        parse_value=_read,
    ),
}
