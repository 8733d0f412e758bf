"""The board: the cases of one's organizations, filtered, ordered, a page at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, Integer, Select, Text, Uuid, and_, any_, cast, exists, func, literal, null, or_, select
from sqlalchemy import case as sql_case
from sqlalchemy.dialects.postgresql import aggregate_order_by

from casework import access, names
from casework.access.eyes import LEGAL
from casework.reading.groups import Grouping, group_key
from casework.reading.needs import CaseNeed, has_need
from casework.reading.page import Page, encoded, keyset, ordered
from casework.reading.search import Alike, at_place, by_name, by_number
from casework.reading.seeking import InTransaction
from casework.transaction import Transaction
from schema.assignments import STANDING, Assignment
from schema.cases import Case, CustodyStatus, Priority, Stage
from schema.detainees import DetaineeMerge
from schema.occasions import UPCOMING, Occasion
from schema.teams import CaseReader

#: Counting stops here: beyond it the page says "10,000+".
COUNTED = 10_000


class Order(StrEnum):
    NEXT_OCCASION = "next_occasion"
    OPENED = "opened"
    NUMBER = "number"
    #: The most urgent first, and of those the next date.
    PRIORITY = "priority"
    #: From intake on.
    STAGE = "stage"


#: Orders that tell dates which only the legal team may know.
DATED = (Order.NEXT_OCCASION, Order.PRIORITY)


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
    #: Where they are held now, as far as the actor may know.
    facility_id: UUID | None = None
    priority: Priority | None = None
    tag: str | None = None
    include_closed: bool = False
    need: CaseNeed | None = None
    #: Only those of one group, as :func:`outline` names it.
    in_group: tuple[Grouping, str | None] | None = None


def ordered_by(order: Order, case: Any, *, backwards: bool = False) -> tuple[list[tuple[Any, bool]], list[type]]:
    """What an order compares of a case's row, each with "descending?", and of which kinds that is."""
    columns, kinds = _ORDERS[order](case)
    return [(column, descending is not backwards) for column, descending in columns], kinds


_URGENCIES = list(reversed(Priority))
_ORDERS: dict[Order, Callable[[Any], tuple[list[tuple[Any, bool]], list[type]]]] = {
    Order.NEXT_OCCASION: lambda row: ([(row.next_occasion_at, False), (row.id, False)], [datetime, UUID]),
    Order.OPENED: lambda row: ([(row.opened_at, True), (row.id, True)], [datetime, UUID]),
    Order.NUMBER: lambda row: ([(row.number, True)], [int]),
    Order.PRIORITY: lambda row: (
        [(_rank(row.priority, _URGENCIES), False), (row.next_occasion_at, False), (row.id, False)],
        [int, datetime, UUID],
    ),
    Order.STAGE: lambda row: ([(_rank(row.stage, Stage), False), (row.id, True)], [int, UUID]),
}


def _rank(column: Any, words: Iterable[StrEnum]) -> Any:
    """Where a closed word stands among its like."""
    return sql_case({word.value: place for place, word in enumerate(words)}, value=cast(column, Text), else_=0)


async def board(
    tx: Transaction,
    wanted: BoardFilter,
    *,
    order: Order | None,
    first: int,
    cursor: str | None,
    backwards: bool = False,
) -> Page[Case]:
    """A page of cases the actor may see. Without an order the next date comes first; where names are searched for, the
    most alike. ``backwards``: the last first.
    """
    found = await _found(tx, wanted)
    statement = await _filtered(tx, wanted, found)
    columns, kinds, told = await _in_order(tx, found, order, backwards)
    return await keyset(tx, statement, columns, kinds, first=first, cursor=cursor, told=told)


_InOrder = tuple[list[tuple[Any, bool]], list[type], Callable[[Case], Sequence[Any]]]


async def _in_order(tx: Transaction, found: Alike | None, order: Order | None, backwards: bool) -> _InOrder:
    """What is compared, of which kinds that is, and what it is of one case."""
    if order is None and found is not None:
        place = func.array_position(literal(list(found.detainee_ids), ARRAY(Uuid())), Case.detainee_id, type_=Integer())
        likeness = at_place(literal(list(found.likeness), ARRAY(Integer())), place)
        alike = dict(zip(found.detainee_ids, found.likeness, strict=True))
        return [(likeness, True), (Case.id, True)], [int, UUID], lambda case: [alike[case.detainee_id], case.id]
    order = order or Order.NEXT_OCCASION
    if order in DATED and not (await access.standing(tx)).organizations(legal=True):
        # The order would tell dates that the client may not have agreed to tell, and a cursor says them outright.
        order = Order.OPENED
    return *ordered_by(order, Case, backwards=backwards), _TOLD[order]


_TOLD: dict[Order, Callable[[Case], Sequence[Any]]] = {
    Order.NEXT_OCCASION: lambda case: [case.next_occasion_at, case.id],
    Order.OPENED: lambda case: [case.opened_at, case.id],
    Order.NUMBER: lambda case: [case.number],
    Order.PRIORITY: lambda case: [_URGENCIES.index(case.priority), case.next_occasion_at, case.id],
    Order.STAGE: lambda case: [list(Stage).index(case.stage), case.id],
}


async def board_count(tx: Transaction, wanted: BoardFilter) -> int | None:
    """How many there are: exact to 10,000, then None; None too where more may bear that name than were looked at."""
    found = await _found(tx, wanted)
    if found is not None and found.cut:
        return None
    inner = (await _filtered(tx, wanted, found)).with_only_columns(Case.id).limit(COUNTED + 1).subquery()
    count = await tx.session.scalar(select(func.count()).select_from(inner)) or 0
    return count if count <= COUNTED else None


#: Every so many rows of a list have their cursor told: from there on it can be read without what stands before.
LANDMARK = 50


@dataclass(frozen=True, slots=True)
class BoardGroup:
    """So many cases of the board that have something in common, and where among them reading can begin."""

    key: str | None
    count: int
    #: The cursors of the fiftieth, the hundredth … row.
    landmarks: tuple[str, ...]
    #: Its coordinator's, facility's or court's, where it was asked along.
    name: str | None = None


async def outline(
    tx: Transaction,
    wanted: BoardFilter,
    *,
    order: Order | None,
    by: Grouping | None = None,
    backwards: bool = False,
    every: int = LANDMARK,
) -> list[BoardGroup]:
    """The whole board without its cases, in one reading: how many there are in each group, and a landmark every fifty
    rows, from which a window of rows is read as quickly as the first. Without a grouping it is one group.
    """
    found = await _found(tx, wanted)
    statement = await _filtered(tx, wanted, found)
    columns, _, _ = await _in_order(tx, found, order, backwards)
    eyes = access.Eyes(await access.standing(tx), tx.now)
    key = cast(group_key(by, eyes, Case) if by else null(), Text)
    inner = statement.with_only_columns(
        key.label("key"),
        func.json_build_array(*(column for column, _ in columns)).label("values"),
        func.row_number().over(partition_by=key if by else None, order_by=ordered(columns)).label("place"),
    ).subquery()
    marked = func.array_agg(aggregate_order_by(inner.c["values"], inner.c.place))
    rows = await tx.session.execute(
        select(inner.c.key, func.max(inner.c.place), marked.filter(inner.c.place % every == 0))
        .group_by(inner.c.key)
        .order_by(inner.c.key.nulls_last())
    )
    return [BoardGroup(key, count, tuple(encoded(one) for one in marks or ())) for key, count, marks in rows]


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
    if wanted.facility_id:
        held = group_key(Grouping.FACILITY, access.Eyes(actor, tx.now), Case)
        statement = statement.where(held == str(wanted.facility_id))
    if wanted.priority:
        statement = statement.where(Case.priority == wanted.priority)
    if wanted.tag:
        statement = statement.where(
            Case.tags.contains([wanted.tag.strip().lower()]),
            access.reaches(access.Eyes(actor, tx.now), Case, LEGAL),
        )
    if wanted.need:
        statement = statement.where(has_need(wanted.need, access.Eyes(actor, tx.now), Case))
    if wanted.in_group:
        by, key = wanted.in_group
        grouped = group_key(by, access.Eyes(actor, tx.now), Case)
        statement = statement.where(grouped.is_(None) if key is None else grouped == key)
    if found is not None:
        statement = statement.where(Case.detainee_id.in_(found.detainee_ids))
    elif (number := names.case_number_in(wanted.search or "")) is not None:
        merges = access.visible(actor, DetaineeMerge, tx.now).where(said_once(DetaineeMerge, number))
        statement = statement.where(
            or_(Case.number == number, Case.id.in_(merges.with_only_columns(DetaineeMerge.kept_case_id)))
        )
    elif a_number := names.a_number_in(wanted.search or ""):
        statement = statement.where(Case.detainee_id.in_(await by_number(await InTransaction.of(tx), a_number)))
    return statement


def said_once(merge: Any, number: Any) -> Any:
    """A merge by which the case of this number became another: whoever still says it means the one that is kept."""
    return and_(number == any_(merge.numbers), merge.undone_at.is_(None))


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
