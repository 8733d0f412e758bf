"""Rows in bulk: by id, and by what they belong to. One statement for any number of keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar
from uuid import UUID

from casework import access
from casework.transaction import Transaction
from casework.vault import key_of
from schema.base import Sealed, Table

Row = TypeVar("Row", bound=Table)


async def by_ids(tx: Transaction, model: type[Row], ids: Sequence[UUID]) -> dict[UUID, Row]:
    """The rows of these ids that the actor may see."""
    key: Any = model.__mapper__.primary_key[0]
    statement = access.visible(await access.standing(tx), model, tx.now).where(key.in_(ids))
    return {getattr(row, key.key): row for row in (await tx.session.scalars(statement)).unique()}


async def children(
    tx: Transaction, model: type[Row], column: str, keys: Sequence[UUID], order: Sequence[str]
) -> dict[UUID, list[Row]]:
    """For each key the visible rows whose ``column`` holds it, in order. A leading minus is descending."""
    attribute: Any = getattr(model, column)
    statement = access.visible(await access.standing(tx), model, tx.now).where(attribute.in_(keys))
    for name in order:
        ordered: Any = getattr(model, name.lstrip("-"))
        statement = statement.order_by(ordered.desc() if name.startswith("-") else ordered)
    found: dict[UUID, list[Row]] = {}
    for row in (await tx.session.scalars(statement)).unique():
        found.setdefault(getattr(row, column), []).append(row)
    return found


def key_ids(sealed: Iterable[Sealed | None]) -> set[UUID]:
    """The data keys these values need."""
    return {key_of(one) for one in sealed if one is not None}
