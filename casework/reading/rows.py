"""Rows in bulk: by id, and by what they belong to. One statement for any number of keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import select

from casework import access, clearance
from casework.clearance import Clearance
from casework.transaction import Transaction
from casework.vault import key_of
from schema.base import Sealed, Table
from schema.cases import Case
from schema.consents import Consent

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


async def clearances(tx: Transaction, case_ids: Sequence[UUID]) -> dict[UUID, Clearance]:
    """What each audience may be told of each of these cases now."""
    cases = await by_ids(tx, Case, case_ids)
    consents: dict[UUID, list[Consent]] = {}
    for consent in await tx.session.scalars(
        select(Consent).where(Consent.case_id.in_(list(cases))).order_by(Consent.id)
    ):
        consents.setdefault(consent.case_id, []).append(consent)
    return {
        case_id: clearance.standing(
            consents.get(case_id, []),
            tx.now,
            no_publicity=case.no_publicity,
            client_released_at=case.consents_asked_again_from,
        )
        for case_id, case in cases.items()
    }


def key_ids(sealed: Iterable[Sealed | None]) -> set[UUID]:
    """The data keys these values need."""
    return {key_of(one) for one in sealed if one is not None}
