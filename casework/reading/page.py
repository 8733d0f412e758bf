"""Keyset pages: a cursor holds the place in the order, so that rows added meanwhile move nothing."""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Generic, TypeVar
from uuid import UUID

import orjson
from sqlalchemy import ColumnElement, Select, and_, or_

from casework.refusals import Invalid
from casework.times import written
from casework.transaction import Transaction

Row = TypeVar("Row")

#: The most rows of one page.
LARGEST = 100
#: The most words that one search looks for: each is a condition on every row.
_WORDS = 8


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Some rows in order, each with its cursor, and whether more follow."""

    rows: tuple[Row, ...]
    cursors: tuple[str, ...]
    more: bool
    began: bool


def words(said: str | None) -> list[str]:
    """What a search looks for, in small letters. What follows the eighth word is not looked for."""
    return (said or "").lower().split(maxsplit=_WORDS)[:_WORDS]


def encoded(values: Sequence[Any]) -> str:
    """A cursor that holds these values."""
    plain = [written(value) if isinstance(value, datetime) else value for value in values]
    return base64.urlsafe_b64encode(orjson.dumps(plain, default=str)).rstrip(b"=").decode()


def raw(cursor: str) -> list[Any]:
    """What a cursor holds, whatever list it is of. Raises :class:`Invalid`."""
    try:
        values = orjson.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, TypeError):
        values = None
    if not isinstance(values, list):
        raise Invalid("after", "That is no cursor of this list.")
    return values


def decoded(cursor: str, kinds: Sequence[type]) -> list[Any]:
    """The values of a cursor. Raises :class:`Invalid` for one that is not ours."""
    values = raw(cursor)
    try:
        if len(values) != len(kinds):
            raise ValueError
        return [_read(value, kind) for value, kind in zip(values, kinds, strict=True)]
    except (ValueError, TypeError, OverflowError):
        raise Invalid("after", "That is no cursor of this list.") from None


def _read(value: Any, kind: type) -> Any:
    if value is None:
        return None
    if kind is datetime:
        at = datetime.fromisoformat(value)
        # Text that is an instant at one end of the calendar is none at the other end of the earth.
        return at.astimezone(UTC)
    if kind is UUID:
        return UUID(value)
    if kind is int and (type(value) is not int or abs(value) >= 2**63):
        raise ValueError
    return kind(value)


def checked(first: int) -> int:
    """Raises :class:`Invalid` for a page size out of range."""
    if not 1 <= first <= LARGEST:
        raise Invalid("first", "Ask for 1 to {most} at a time.", most=LARGEST)
    return first


def _nullable(column: Any) -> bool:
    return bool(getattr(column, "nullable", True))


def ordered(columns: Sequence[tuple[Any, bool]]) -> list[Any]:
    """Columns with "descending?" as an ORDER BY; nulls stand last either way. Of what is never null nothing is said
    about nulls, so that an index can be walked backwards.
    """
    ways = [(column, column.desc() if descending else column.asc()) for column, descending in columns]
    return [way.nulls_last() if _nullable(column) else way for column, way in ways]


def after(columns: Sequence[tuple[ColumnElement[Any], bool]], values: Sequence[Any]) -> ColumnElement[bool]:
    """Rows after these values in this order. Each column comes with "descending?"; nulls stand last."""
    ways = []
    for index, (column, descending) in enumerate(columns):
        same = [
            earlier.is_(None) if value is None else earlier == value
            for (earlier, _), value in zip(columns[:index], values[:index], strict=True)
        ]
        value = values[index]
        if value is None:
            continue
        further = (column < value) if descending else (column > value)
        ways.append(and_(*same, or_(further, column.is_(None)) if _nullable(column) else further))
    return or_(*ways)


async def keyset(
    tx: Transaction,
    statement: Select[Any],
    columns: Sequence[tuple[Any, bool]],
    kinds: Sequence[type],
    *,
    first: int,
    cursor: str | None,
    told: Callable[[Any], Sequence[Any]] | None = None,
) -> Page[Any]:
    """One page of a statement in the order of these columns. ``told``: their values of a row, where they are none of
    its own.
    """
    size = checked(first)
    if cursor:
        statement = statement.where(after(columns, decoded(cursor, kinds)))
    found = list((await tx.session.scalars(statement.order_by(*ordered(columns)).limit(size + 1))).unique())
    rows = found[:size]
    places = told or (lambda row: [getattr(row, column.key) for column, _ in columns])
    cursors = tuple(encoded(places(row)) for row in rows)
    return Page(tuple(rows), cursors, len(found) > size, cursor is not None)
