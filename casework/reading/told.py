"""Of which records that were touched a viewer may be told: those they see, asked of both walls when it is told."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import select

from casework import access
from casework.actors import Person
from casework.news import NewsKind, Touched
from casework.transaction import Database, Transaction
from schema.cases import Case
from schema.notices import Notice
from schema.occasions import Occasion
from schema.tasks import Task

_MODELS: dict[NewsKind, type[Any]] = {
    NewsKind.CASE: Case,
    NewsKind.OCCASION: Occasion,
    NewsKind.NOTICE: Notice,
    NewsKind.TASK: Task,
}


async def told(database: Database, viewer: Person, touched: Collection[Touched]) -> dict[NewsKind, list[UUID]]:
    """What of this the viewer may be told, by kind. A letter brings the occasion it is about: its page counts them."""
    wanted: dict[NewsKind, set[UUID]] = {}
    for kind, record in touched:
        if kind in _MODELS:
            wanted.setdefault(kind, set()).add(record)
    if not wanted:
        return {}
    async with database.transaction(viewer) as tx:
        if letters := wanted.get(NewsKind.NOTICE):
            seen = await _seen(tx, NewsKind.NOTICE, letters)
            about = await tx.session.scalars(
                select(Notice.occasion_id).where(Notice.id.in_(seen), Notice.occasion_id.is_not(None))
            )
            wanted.setdefault(NewsKind.OCCASION, set()).update(one for one in about if one is not None)
        found = {kind: await _seen(tx, kind, records) for kind, records in sorted(wanted.items())}
    return {kind: ids for kind, ids in found.items() if ids}


async def _seen(tx: Transaction, kind: NewsKind, records: Collection[UUID]) -> list[UUID]:
    model = _MODELS[kind]
    asked = access.visible(await access.standing(tx), model, tx.now).with_only_columns(model.id)
    return sorted(await tx.session.scalars(asked.where(model.id.in_(records))))


__all__ = ["told"]
