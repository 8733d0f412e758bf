"""The board: the cases of one's organizations, filtered, ordered, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Select, exists, func, select

from casework import access, identities, intake, names
from casework.access.visible import LEGAL
from casework.reading.page import Page, keyset
from casework.refusals import Invalid
from casework.transaction import Transaction
from schema.assignments import STANDING, Assignment
from schema.cases import Case, CustodyStatus, Priority, Stage
from schema.occasions import UPCOMING, Occasion
from schema.teams import CaseReader

#: Counting stops here: beyond it the page says "10,000+".
COUNTED = 10_000


class Order(StrEnum):
    NEXT_OCCASION = "next_occasion"
    OPENED = "opened"
    NUMBER = "number"


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardFilter:
    """What to show. Everything named must hold."""

    organization_id: UUID | None = None
    stages: tuple[Stage, ...] = ()
    custody_statuses: tuple[CustodyStatus, ...] = ()
    search: str | None = None
    without_counsel: bool = False
    hearing_from: datetime | None = None
    hearing_until: datetime | None = None
    coordinator_id: UUID | None = None
    priority: Priority | None = None
    tag: str | None = None
    include_closed: bool = False


_ORDERS: dict[Order, tuple[list[tuple[Any, bool]], list[type]]] = {
    Order.NEXT_OCCASION: ([(Case.next_occasion_at, False), (Case.id, False)], [datetime, UUID]),
    Order.OPENED: ([(Case.opened_at, True), (Case.id, True)], [datetime, UUID]),
    Order.NUMBER: ([(Case.number, True)], [int]),
}


async def board(tx: Transaction, wanted: BoardFilter, *, order: Order, first: int, cursor: str | None) -> Page[Case]:
    """A page of cases the actor may see."""
    if order is Order.NEXT_OCCASION and not (await access.standing(tx)).organizations(legal=True):
        # The order would tell dates that the client may not have agreed to tell, and a cursor says them outright.
        order = Order.OPENED
    columns, kinds = _ORDERS[order]
    statement = await _filtered(tx, wanted)
    return await keyset(tx, statement, columns, kinds, first=first, cursor=cursor)


async def board_count(tx: Transaction, wanted: BoardFilter) -> int | None:
    """How many there are: exact to 10,000, then None."""
    inner = (await _filtered(tx, wanted)).with_only_columns(Case.id).limit(COUNTED + 1).subquery()
    count = await tx.session.scalar(select(func.count()).select_from(inner)) or 0
    return count if count <= COUNTED else None


async def _filtered(tx: Transaction, wanted: BoardFilter) -> Select[Any]:
    actor = await access.standing(tx)
    statement = access.visible(actor, Case, tx.now).where(Case.merged_into_id.is_(None))
    if wanted.organization_id:
        statement = statement.where(
            exists().where(CaseReader.case_id == Case.id, CaseReader.organization_id == wanted.organization_id)
        )
    if wanted.stages:
        statement = statement.where(Case.stage.in_(wanted.stages))
    elif not wanted.include_closed:
        statement = statement.where(Case.stage != Stage.CLOSED)
    if wanted.custody_statuses:
        statement = statement.where(Case.custody_status.in_(wanted.custody_statuses))
    if wanted.without_counsel:
        statement = statement.where(
            ~exists().where(Assignment.case_id == Case.id, Assignment.state.in_(list(STANDING)))
        )
    if wanted.hearing_from or wanted.hearing_until:
        statement = statement.where(_has_date(wanted.hearing_from, wanted.hearing_until))
    if wanted.coordinator_id:
        statement = statement.where(Case.coordinator_id == wanted.coordinator_id)
    if wanted.priority:
        statement = statement.where(Case.priority == wanted.priority)
    if wanted.tag:
        statement = statement.where(
            Case.tags.contains([wanted.tag.strip().lower()]),
            access.reaches(access.Eyes(actor, tx.now), Case, LEGAL),
        )
    if wanted.search and wanted.search.strip():
        statement = statement.where(await _found(tx, wanted.search.strip()))
    return statement


def _has_date(start: datetime | None, end: datetime | None) -> Any:
    ahead = [
        Occasion.case_id == Case.id,
        Occasion.state.in_(UPCOMING),
    ]
    if start:
        ahead.append(Occasion.starts_at >= start)
    if end:
        ahead.append(Occasion.starts_at < end)
    return exists().where(*ahead)


async def _found(tx: Transaction, query: str) -> Any:
    """A short id, an A-number, or the beginnings of names. Names are found by keyed tokens, for the legal team
    alone.
    """
    number = names.case_number_in(query)
    if number is not None:
        return Case.number == number
    detainees: set[UUID] = set()
    organizations = (await access.standing(tx)).organizations(legal=True)
    try:
        a_number = names.normalised_a_number(query)
    except Invalid:
        a_number = None
    for organization_id in organizations:
        if a_number:
            detainees.update((await identities.holders(tx, organization_id, [a_number])).values())
        else:
            detainees.update(await intake.found_by_name(tx, organization_id, query))
    return Case.detainee_id.in_(detainees)
