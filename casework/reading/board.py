"""The board: the cases of one's organizations, filtered, ordered, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, Integer, Select, Uuid, exists, func, literal, select

from casework import access, names
from casework.access.eyes import LEGAL
from casework.reading.needs import CaseNeed, has_need
from casework.reading.page import Page, keyset
from casework.reading.search import Alike, at_place, by_name, by_number
from casework.reading.seeking import InTransaction
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
    need: CaseNeed | None = None


_ORDERS: dict[Order, tuple[list[tuple[Any, bool]], list[type]]] = {
    Order.NEXT_OCCASION: ([(Case.next_occasion_at, False), (Case.id, False)], [datetime, UUID]),
    Order.OPENED: ([(Case.opened_at, True), (Case.id, True)], [datetime, UUID]),
    Order.NUMBER: ([(Case.number, True)], [int]),
}


async def board(
    tx: Transaction, wanted: BoardFilter, *, order: Order | None, first: int, cursor: str | None
) -> Page[Case]:
    """A page of cases the actor may see. Without an order the next date comes first; where names are searched for, the
    most alike.
    """
    found = await _found(tx, wanted)
    statement = await _filtered(tx, wanted, found)
    if order is None and found is not None:
        place = func.array_position(literal(list(found.detainee_ids), ARRAY(Uuid())), Case.detainee_id, type_=Integer())
        likeness = at_place(literal(list(found.likeness), ARRAY(Integer())), place)
        alike = dict(zip(found.detainee_ids, found.likeness, strict=True))
        return await keyset(
            tx, statement, [(likeness, True), (Case.id, True)], [int, UUID], first=first, cursor=cursor,
            told=lambda case: [alike[case.detainee_id], case.id],
        )  # fmt: skip
    order = order or Order.NEXT_OCCASION
    if order is Order.NEXT_OCCASION and not (await access.standing(tx)).organizations(legal=True):
        # The order would tell dates that the client may not have agreed to tell, and a cursor says them outright.
        order = Order.OPENED
    columns, kinds = _ORDERS[order]
    return await keyset(tx, statement, columns, kinds, first=first, cursor=cursor)


async def board_count(tx: Transaction, wanted: BoardFilter) -> int | None:
    """How many there are: exact to 10,000, then None; None too where more may bear that name than were looked at."""
    found = await _found(tx, wanted)
    if found is not None and found.cut:
        return None
    inner = (await _filtered(tx, wanted, found)).with_only_columns(Case.id).limit(COUNTED + 1).subquery()
    count = await tx.session.scalar(select(func.count()).select_from(inner)) or 0
    return count if count <= COUNTED else None


async def _found(tx: Transaction, wanted: BoardFilter) -> Alike | None:
    """Whom the names searched for bring up; None when no names are."""
    return await by_name(await InTransaction.of(tx), wanted.search or "") if means_names(wanted.search) else None


async def _filtered(tx: Transaction, wanted: BoardFilter, found: Alike | None) -> Select[Any]:
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
    if wanted.need:
        statement = statement.where(has_need(wanted.need, access.Eyes(actor, tx.now), Case))
    if found is not None:
        statement = statement.where(Case.detainee_id.in_(found.detainee_ids))
    elif (number := names.case_number_in(wanted.search or "")) is not None:
        statement = statement.where(Case.number == number)
    elif a_number := names.a_number_in(wanted.search or ""):
        statement = statement.where(Case.detainee_id.in_(await by_number(await InTransaction.of(tx), a_number)))
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


class Means(StrEnum):
    """What somebody types into a search for cases."""

    #: The id people say.
    CASE_NUMBER = "case number"
    A_NUMBER = "A-number"
    #: The beginnings of names, or how they sound.
    NAMES = "names"


def asked_by(query: str) -> Means:
    """What is meant by what was typed."""
    if names.case_number_in(query) is not None:
        return Means.CASE_NUMBER
    return Means.A_NUMBER if names.a_number_in(query) else Means.NAMES


def means_names(query: str | None) -> bool:
    """Whether names are searched for at all."""
    return bool(query and query.strip()) and asked_by(query or "") is Means.NAMES
