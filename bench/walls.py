"""Both walls held against the promise: for each person of a world and each table, the rows that come back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select, text

from bench.on_shift import OnShift
from bench.rules import Promise
from bench.spoken import STORY, TABLES
from bench.worlds import NOW, Row, World
from casework import access, actors
from casework.access.visible import VISIBLE
from casework.transaction import Database, Transaction
from schema.base import Table

MODELS: dict[str, type[Table]] = {model.__tablename__: model for model in VISIBLE}


@dataclass
class Held:
    """What was compared, and where it differed."""

    pairs: int = 0
    rows: int = 0
    #: Shown though not theirs to see; and the other way round. Wall, table, person, row.
    leaks: list[tuple[str, str, UUID, Any]] = field(default_factory=list)
    denials: list[tuple[str, str, UUID, Any]] = field(default_factory=list)


async def hold(database: Database, world: World, found: Held, *, only: tuple[str, ...] = (*TABLES, STORY)) -> None:
    """Ask both walls for every row, as each person of the world."""
    async with database.transaction(actors.OPERATOR, now=NOW) as tx:
        laid = {table: await _laid(tx, world, table) for table in only}
    for person in world.staff:
        promise = Promise(world, person, NOW)
        async with database.transaction(actors.Person(person), now=NOW) as tx:
            standing = await access.standing(tx)
            second = {table: await _keys(tx, select(MODELS[table]), table) for table in only}
        async with database.transaction(actors.OPERATOR, now=NOW) as tx:
            first = {table: await _keys(tx, access.visible(standing, MODELS[table], NOW), table) for table in only}
        for table in only:
            names = [column.name for column in _key(table)]
            rows = {tuple(row[name] for name in names): row for row in laid[table]}
            theirs = {key for key, row in rows.items() if promise.allows(table, row)}
            own = {key for key, row in rows.items() if promise.beyond(table, row)}
            found.pairs += 1
            found.rows += len(theirs)
            for wall, shown, more in (("application", first[table], set()), ("database", second[table], own)):
                found.leaks += [(wall, table, person, key) for key in shown - theirs - more]
                found.denials += [(wall, table, person, key) for key in theirs - shown]
    await _hold_shifts(database, world, found, laid)


async def _hold_shifts(database: Database, world: World, found: Held, laid: dict[str, list[Row]]) -> None:
    """And as whoever holds each shift's link, for whom the database alone decides."""
    for shift in world["shifts"]:
        promise = OnShift(world, shift, NOW)
        link = actors.Link(actors.LinkKind.SHIFT, shift["id"], None)
        async with database.transaction(link, now=NOW) as tx:
            shown = {table: await _keys(tx, select(MODELS[table]), table) for table in laid}
            item = await tx.session.execute(text("select hearing_id, number_id from item_of_shift()"))
            items = {tuple(row) for row in item}
        for table, rows in laid.items():
            names = [column.name for column in _key(table)]
            theirs = {tuple(row[name] for name in names) for row in rows if promise.allows(table, row)}
            found.pairs += 1
            found.rows += len(theirs)
            found.leaks += [("database, to a shift", table, shift["id"], key) for key in shown[table] - theirs]
            found.denials += [("database, to a shift", table, shift["id"], key) for key in theirs - shown[table]]
        if "date_checks" in laid:
            found.leaks += [("item", "date_checks", shift["id"], key) for key in items - promise.items()]
            found.denials += [("item", "date_checks", shift["id"], key) for key in promise.items() - items]


async def _laid(tx: Transaction, world: World, table: str) -> list[Row]:
    """The rows there are. A world draws no story: the database tells it from all that was drawn, and only whose it is
    can be promised.
    """
    if table != STORY:
        return world[table]
    return [dict(row) for row in (await tx.session.execute(text("select * from case_story"))).mappings()]


async def _keys(tx: Transaction, statement: Select[Any], table: str) -> set[Any]:
    return {tuple(row) for row in await tx.session.execute(statement.with_only_columns(*_key(table)))}


def _key(table: str) -> Any:
    return MODELS[table].__mapper__.primary_key
