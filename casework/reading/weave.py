"""From a wanted shape to one statement and what Python has left to do with its rows.

The statement is made of ``access.VISIBLE`` and nothing else: a row that the actor may not see is not there, and what
hangs on it is null. Who looks, when, and every argument is bound; constants are written, so that one generic plan
serves everybody. The database answers in JSON whose keys stand in the order they were asked for; a fact that Python
finishes leaves a hole there, and its inputs beside it under names no graph can have (``~1``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, literal, null, select, true, union_all
from sqlalchemy.dialects.postgresql import JSON
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.types import TypeEngine

from casework.access import VISIBLE
from casework.reading.facts import (
    Expression,
    Fact,
    Found,
    Made,
    Many,
    Noun,
    One,
    Pages,
    Same,
    Sealed,
    Sought,
    Way,
)
from casework.reading.making import made
from casework.reading.page import after, checked, decoded, ordered, raw
from casework.reading.places import At, Given, Loom, Nowhere, Row, Source, columns_of, listed
from casework.reading.seen import marked, seen
from casework.reading.walks import Walk, both, paged
from casework.reading.wanted import Arguments, Asked, Left, LeftAside, Wanted
from casework.written import Written, written
from schema.base import Table

#: PostgreSQL cuts longer names short.
_LONGEST_KEY = 63


#: A function takes at most a hundred arguments.
_PAIRS = 50


class CannotWeave(LeftAside):
    """This shape is not one that the reader can answer."""


class Composed(ColumnElement[Any]):
    """An object in JSON: expressions under the names the answer gives them."""

    inherit_cache = False
    type: TypeEngine[Any] = JSON()

    def __init__(self, columns: Sequence[tuple[str, Any]], *, often: bool = False) -> None:
        self.columns = columns
        #: Made for so many rows that what it costs to begin does not count.
        self.often = often

    @property
    def named(self) -> list[Any]:
        """The same as columns of a SELECT, whose every row then becomes an object: cheaper where rows are many."""
        return [value.label(key) for key, value in self.columns]


@compiles(Composed)
def _composed(element: Composed, compiler: Any, **how: Any) -> str:
    if len(element.columns) <= _PAIRS and not element.often:
        said = ", ".join(f"'{key}', {compiler.process(value, **how)}" for key, value in element.columns)
        return f"json_build_object({said})"
    said = ", ".join(f'{compiler.process(value, **how)} AS "{key}"' for key, value in element.columns)
    return f"(SELECT row_to_json(o) FROM (SELECT {said}) o)"  # noqa: S608 -- names are the schema's


@dataclass(frozen=True)
class Woven:
    """One statement for one shape, what to bind, and the walk over its answer."""

    statement: Written
    bound: Mapping[str, Callable[[Any, Arguments], Any]]
    #: What is searched for before it, by the place of the arguments.
    searches: Mapping[int, Sought]
    walk: Walk


class Weaving:
    """Weaves one statement."""

    def __init__(self, arguments: Arguments) -> None:
        self.arguments = arguments
        self.eyes = Loom()
        self.bound: dict[str, Callable[[Any, Arguments], Any]] = {
            "given_operation": lambda reader, _: reader.operation,
            "given_request": lambda reader, _: reader.request_id,
            "given_door": lambda reader, _: reader.door,
        }
        self.searches: dict[int, Sought] = {}

    def woven(self, wanted: Wanted) -> Woven:
        """Raises :class:`CannotWeave`."""
        Row.taken.clear()
        columns, walk = self._roots(wanted)
        return Woven(seen(written(select(Composed(columns))), walk), self.bound, self.searches, walk)

    def _roots(self, wanted: Wanted) -> tuple[list[tuple[str, Any]], Walk]:
        columns: list[tuple[str, Any]] = []
        walk = Walk()
        inputs: dict[Any, str] = {}
        for asked in wanted.asked:
            fact = _fact(Noun.known[wanted.noun], asked)
            at = Nowhere(self.eyes, self._given(asked))
            self._tell(asked, fact, at, columns, walk, inputs)
            # At the root every fact has arguments of its own, so that none shares an input.
            inputs = {_Apart(): name for name in inputs.values()}
        walk.hidden += inputs.values()
        return columns, walk

    def _given(self, asked: Asked) -> Given:
        values = self.arguments[asked.arguments] if asked.arguments is not None else {}
        return Given(self.bound, self.searches, asked.arguments, values)

    def _object(self, noun: Noun, wanted: Wanted, at: At) -> tuple[Composed, Walk]:
        columns: list[tuple[str, Any]] = []
        walk = Walk()
        inputs: dict[Any, str] = {}
        for asked in wanted.asked:
            fact = _fact(noun, asked)
            here = At(at.row, at.eyes, self._given(asked), at._source)
            self._tell(asked, fact, here, columns, walk, inputs)
        walk.hidden += list(dict.fromkeys(inputs.values()))
        return Composed(columns, often=at._source.long), walk

    def _tell(
        self, asked: Asked, fact: Fact, at: At, columns: list[tuple[str, Any]], walk: Walk, inputs: dict[Any, str]
    ) -> None:
        """Add one fact to an object's columns, and to its walk what Python has to do."""
        if len(asked.key) > _LONGEST_KEY:
            raise CannotWeave(Left.LONG_NAME)
        said: Any = null()
        below, many, size = None, False, None
        finish, needs = fact.finish, list(fact.inputs.items())
        match fact:
            case Expression():
                said = fact.said(at)
            case Sealed():
                finish = partial(_opened, at.row.model.__tablename__, fact.column, fact.empty)
                needs = [(f"sealed {fact.column}", lambda at: at.clear(fact.column)), ("key", lambda at: at.key)]
            case Same():
                said, below = self._object(*_below(asked, fact.noun), at)
            case One():
                noun = Noun.known[fact.noun]
                there = at.joined(_table(noun), partial(fact.on, at), seen=true if fact.seen_with_it else None)
                composed, below = self._object(*_below(asked, fact.noun), At(there, at.eyes, at.given, at._source))
                said = case((there.key.is_not(None), composed))
            case Many():
                said, below = self._many(asked, fact, at)
                many = not fact.first
            case Made() if fact.finish is not None:
                finish = partial(made, *_below(asked, fact.noun), fact.finish)
            case Pages():
                size = checked(50 if (said := at.given.fixed("first")) is None else said)
                said, below, finish = self._pages(asked, fact, at, size)
                many = True
                needs = [*([("count", partial(self._count, fact))] if _counts(asked) else []), *needs]
            case Found():
                said, below = self._found(asked, fact, at)
            case _:
                raise CannotWeave(Left.COMPUTED, asked.fact)
        if fact.only is not None:
            said = case((fact.only(at), said))
            if finish is not None:
                # A hole stays a hole for eyes that may not see what fills it.
                needs = [(name, _unless(fact.only, expressed)) for name, expressed in needs]
        columns.append((asked.key, said))
        if below or size is not None:
            walk.into.append((asked.key, below or Walk(), many, size))
        if finish is not None:
            names = []
            for name, expressed in needs:
                # What was given to one fact is not what was given to another of the same name.
                memo = (name, fact.only) if isinstance(fact, Sealed) else (expressed, asked.arguments)
                if memo not in inputs:
                    inputs[memo] = f"~{len(inputs)}"
                    columns.append((inputs[memo], expressed(at)))
                names.append(inputs[memo])
            walk.finishes.append((asked.key, tuple(names), finish))
        if fact.shown is not None:
            mark = (fact.shown.mark, fact.only)
            if mark not in inputs:
                inputs[mark] = f"~{len(inputs)}"
                columns.append((inputs[mark], marked(fact.shown, fact.only, at)))
            of = asked.key if isinstance(fact, One | Many) else None
            walk.shown.append((inputs[mark], fact.shown.subject.__tablename__, fact.shown.fields, of))

    def _many(self, asked: Asked, fact: Many, at: At) -> tuple[Any, Walk]:
        noun, wanted = _below(asked, fact.noun)
        inner = self._among(noun, at)
        long = isinstance(at, Nowhere) and not fact.first
        inner._source.long = long
        if fact.limit:
            limit = fact.limit(at) if callable(fact.limit) else fact.limit
            if fact.ways is not None and (ways := fact.ways(at)):
                inner = self._led(noun, ways, at, partial(fact.where, at), fact.order, limit)
            else:
                where = fact.where(at, inner)
                if fact.beside:
                    inner, where = self._beside(inner, at, where, fact.beside(at, inner)), true()
                inner = self._first(inner, at, where, fact.order(inner), limit)
            inner._source.long = long
            composed, walk = self._object(noun, wanted, inner)
            order = fact.order(inner)
            rows = select(*composed.named).select_from(inner._source.joined).order_by(*order)
            return self._list(at, rows), walk
        composed, walk = self._object(noun, wanted, inner)
        # What they ask may join further tables, so before the SELECT is put together.
        where, order = fact.where(at, inner), fact.order(inner)
        if fact.first:
            return at.ask(self._select([composed], inner, where).order_by(*order).limit(literal(1))), walk
        return self._list(at, self._select(composed.named, inner, where).order_by(*order)), walk

    def _among(self, noun: Noun, at: At) -> At:
        """A place among the rows of a noun, below another place."""
        return self._at(Row(_table(noun)), at)

    def _at(self, there: Row, at: At) -> At:
        """A place at a row of a SELECT of its own, below another place."""
        return At(there, at.eyes, at.given, Source(there, at._source.enclosing))

    def _beside(self, inner: At, at: At, where: Any, columns: Mapping[str, Any]) -> At:
        """A place among the same rows with further columns."""
        model = inner.row.model
        some = self._select([inner.row.alias, *(said.label(name) for name, said in columns.items())], inner, where)
        Row.taken[model] += 1
        rows = some.correlate(*at._source.enclosing).subquery(f"{columns_of(model).name}_beside_{Row.taken[model]}")
        return self._at(Row(model, rows), at)

    def _first(self, inner: At, at: At, where: Any, order: Sequence[Any], limit: int) -> At:
        """The first rows of a list, found before anything is joined to them: a place among those."""
        model = inner.row.model
        some = self._select([inner.row.alias], inner, where).order_by(*order).limit(literal(limit))
        Row.taken[model] += 1
        page = some.correlate(*at._source.enclosing).subquery(f"{columns_of(model).name}_page_{Row.taken[model]}")
        return self._at(Row(model, page), at)

    @staticmethod
    def _list(at: At, rows: Select[Any]) -> Any:
        """The rows of a SELECT as a list of objects."""
        each = rows.correlate(*at._source.enclosing).subquery("o")
        return listed(select(func.row_to_json(each.table_valued())).scalar_subquery())

    def _select(self, columns: Sequence[Any], at: At, where: Any) -> Select[Any]:
        return select(*columns).select_from(at._source.joined).where(VISIBLE[at.row.model](at.eyes, at.row), where)

    def _found(self, asked: Asked, fact: Found, at: At) -> tuple[Any, Walk | None]:
        noun, _ = at.given.fixed("id")
        wanted = asked.of(Noun.known[noun].graph) if noun in Noun.known and noun not in fact.within else None
        if wanted is None:
            return null(), None
        inner = self._among(Noun.known[noun], at)
        composed, walk = self._object(Noun.known[noun], wanted, inner)
        key = at.given.bound("id", inner.key.type, lambda _, said: said[1], of="_row")
        return at.ask(self._select([composed], inner, inner.key == key)), walk

    def _pages(self, asked: Asked, fact: Pages, at: At, size: int) -> tuple[Any, Walk, Callable[..., Any]]:
        (connection,) = asked.below
        noun = Noun.known[fact.noun]
        if fact.ways is not None and (ways := fact.ways(at)):
            page = self._led(
                noun,
                ways,
                at,
                partial(self._where, fact, at),
                lambda there: ordered(fact.order(at, there)[0]),
                size + 1,
            )
        else:
            inner = self._among(noun, at)
            page = self._first(inner, at, self._where(fact, at, inner), ordered(fact.order(at, inner)[0]), size + 1)
        order, _ = fact.order(at, page)
        walk = Walk()
        columns: list[tuple[str, Any]] = [("~cursor", func.json_build_array(*(column for column, _ in order)))]
        for one in connection.asked:
            if one.fact == "edges":
                for part in one.below[0].asked:
                    if part.fact == "node":
                        composed, below = self._object(noun, part.below[0], page)
                        columns.append((part.key, composed))
                        walk.into.append((part.key, below, False, None))
            elif one.fact not in {"pageInfo", "count", "__typename"} or (one.fact == "count" and not fact.counted):
                raise CannotWeave(Left.COMPUTED, one.fact)
        rows = select(*Composed(columns).named).select_from(page._source.joined).order_by(*ordered(order))
        finish = partial(paged, connection, at.given.has("after"))
        return self._list(at, rows), walk, finish if fact.finish is None else both(finish, fact.finish)

    def _where(self, fact: Pages, at: At, inner: At) -> Any:
        """What decides which rows a list has, from where on its page begins."""
        where = fact.where(at, inner)
        if not at.given.has("after"):
            return where
        order, kinds = fact.order(at, inner)
        places = raw(at.given.fixed("after"))
        values = [
            None
            if place is None
            else at.given.bound("after", column.type, partial(_cursor, kinds, index), of=f"_{index}")
            for index, ((column, _), place) in enumerate(zip(order, places, strict=True))
        ]
        return and_(where, after(order, values))

    def _led(
        self,
        noun: Noun,
        ways: Sequence[Way],
        at: At,
        where: Callable[[At], Any],
        order: Callable[[At], Any],
        limit: int,
    ) -> At:
        """The first rows of a list: by each way the first, in the order of an index, and of those the first."""
        arms = [self._ahead(noun, way, at, where, order, limit) for way in ways]
        model = _table(noun)
        found = self._at(Row(model, union_all(*arms).subquery()), at)
        some = select(found.row.alias).order_by(*order(found)).limit(literal(limit))
        Row.taken[model] += 1
        return self._at(Row(model, some.subquery(f"{columns_of(model).name}_page_{Row.taken[model]}")), at)

    def _ahead(
        self, noun: Noun, way: Way, at: At, where: Callable[[At], Any], order: Callable[[At], Any], limit: int
    ) -> Select[Any]:
        """The first rows by one way."""
        inner = self._among(noun, at)
        seen = true() if way.seen else VISIBLE[inner.row.model](at.eyes, inner.row)
        first = select(inner.row.alias).where(way.among(inner, way.keys), where(inner), seen)
        first = first.order_by(*order(inner)).limit(literal(limit))
        if way.keys is None:
            return select(first.subquery())
        each = first.lateral()
        return select(each).select_from(way.keys.join(each, true()))

    def _count(self, fact: Pages, at: At) -> Any:
        """How many rows there are, up to the last that is counted."""
        inner = self._among(Noun.known[fact.noun], at)
        most = (fact.counted or 0) + 1
        some = self._select([literal(1).label("one")], inner, fact.where(at, inner)).limit(literal(most))
        count = func.nullif(select(func.count()).select_from(some.subquery()).scalar_subquery(), literal(most))
        return count if fact.uncounted is None else case((~fact.uncounted(at), count))


class _Apart:
    """Equal to nothing else."""


def _fact(noun: Noun, asked: Asked) -> Fact:
    if asked.fact == "__typename":
        return Expression(said=lambda at: literal(noun.graph))
    if asked.fact not in noun.facts:
        raise CannotWeave(Left.COMPUTED, f"{noun.name}.{asked.fact}")
    return noun.facts[asked.fact]


def _below(asked: Asked, name: str) -> tuple[Noun, Wanted]:
    noun = Noun.known[name]
    found = asked.of(noun.graph)
    if found is None:
        raise CannotWeave(Left.COMPUTED, f"{asked.fact} is no {noun.graph}")
    return noun, found


def _table(noun: Noun) -> type[Table]:
    if noun.table is None:
        raise CannotWeave(Left.COMPUTED, noun.name)
    return noun.table


def _unless(only: Callable[[At], Any], expressed: Callable[[At], Any]) -> Callable[[At], Any]:
    return lambda at: case((only(at), expressed(at)))


def _opened(table: str, column: str, empty: str | None, reader: Any, _: Any, cipher: str | None, row: str) -> Any:
    return empty if cipher is None else reader.opened(cipher, table, column, row)


def _cursor(kinds: Sequence[type], index: int, _: Any, cursor: str) -> Any:
    return decoded(cursor, kinds)[index]


def _counts(asked: Asked) -> bool:
    return any(one.fact == "count" for one in asked.below[0].asked)


__all__ = ["CannotWeave", "Weaving", "Woven"]
