"""From a wanted shape to one statement and what Python has left to do with its rows.

The statement is made of ``access.VISIBLE`` and nothing else: a row that the actor may not see is not there, and what
hangs on it is null. Who looks, when, and every argument is bound; constants are written, so that one generic plan
serves everybody. The database answers in JSON whose keys stand in the order they were asked for; a fact that Python
finishes leaves a hole there, and its inputs beside it under names no graph can have (``~1``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any, ClassVar

from sqlalchemy import (
    ColumnElement,
    Select,
    Uuid,
    and_,
    any_,
    bindparam,
    case,
    func,
    inspect,
    literal,
    literal_column,
    null,
    select,
    true,
)
from sqlalchemy import Table as Columns
from sqlalchemy.dialects.postgresql import ARRAY, JSON
from sqlalchemy.dialects.postgresql import asyncpg as dialects
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.types import TypeEngine

from casework.access import VISIBLE, Eyes
from casework.access.visible import LEGAL, Depth, reaches
from casework.actors import Standing
from casework.reading.facts import Expression, Fact, Found, Many, Noun, One, Pages, Same, Sealed
from casework.reading.page import after, checked, decoded, encoded, raw
from casework.reading.wanted import Arguments, Asked, Wanted
from schema.base import Table
from schema.cases import Case
from schema.invitations import Audience
from schema.teams import COUNSEL_ROLES, CaseReader, CaseRole, TeamMember

#: PostgreSQL cuts longer names short.
_LONGEST_KEY = 63


class CannotWeave(Exception):
    """This shape is not one that the reader can answer: the ordinary executor has to."""


# Statements.


class Composed(ColumnElement[Any]):
    """An object in JSON: expressions under the names the answer gives them."""

    inherit_cache = False
    type: TypeEngine[Any] = JSON()

    def __init__(self, columns: Sequence[tuple[str, Any]]) -> None:
        self.columns = columns


@compiles(Composed)
def _composed(element: Composed, compiler: Any, **how: Any) -> str:
    said = ", ".join(f'{compiler.process(value, **how)} AS "{key}"' for key, value in element.columns)
    return f"(SELECT row_to_json(o) FROM (SELECT {said}) o)"  # noqa: S608 -- names are the schema's


class _Compiler(dialects.PGCompiler_asyncpg):
    """Writes constants into the statement, so that indexes on some rows serve generic plans."""

    def visit_bindparam(self, bindparam: Any, *args: Any, **how: Any) -> Any:
        how["literal_binds"] = not bindparam.key.startswith(("acting_", "given_"))
        return super().visit_bindparam(bindparam, *args, **how)  # type: ignore[no-untyped-call]


class _Dialect(dialects.dialect):
    statement_compiler = _Compiler
    supports_statement_cache = False


_DIALECT = _Dialect()  # type: ignore[no-untyped-call]


# Where in a statement one stands.


class Row:
    """One table of the statement under a name of its own, spoken to by its columns."""

    #: How often each table stands in the statement that is being woven. One is woven at a time, without a pause.
    taken: ClassVar[Counter[type[Table]]] = Counter()

    def __init__(self, table: type[Table], some: Any = None) -> None:
        """A table, or ``some`` of its rows: a subquery of all its columns."""
        self.model = table
        if some is None:
            self.taken[table] += 1
            self.alias, self.key = _named(table, self.taken[table])
        else:
            self.alias, self.key = some, some.c[next(iter(_columns(table).primary_key)).name]

    def __getattr__(self, name: str) -> Any:
        try:
            return self.alias.c[name]
        except KeyError:
            raise AttributeError(f"{self.model.__tablename__} has no column {name}.") from None


@cache
def _named(table: type[Table], number: int) -> tuple[Any, Any]:
    """The table under its n-th name, and its key. Made once: its columns are many, and statements are woven often."""
    columns = _columns(table)
    alias = columns.alias(f"{columns.name}_{number}")
    return alias, alias.c[next(iter(columns.primary_key)).name]


def _columns(table: type[Table]) -> Columns:
    columns: Columns = inspect(table).local_table  # type: ignore[assignment]
    return columns


class _OfCase:
    """A row whose case is known by the column of another row."""

    def __init__(self, row: Row, case_id: Any) -> None:
        self._row = row
        self.case_id = case_id

    def __getattr__(self, name: str) -> Any:
        return getattr(self._row, name)


@dataclass
class _Source:
    """The tables one SELECT reads."""

    first: Row
    around: tuple[Any, ...]
    joined: Any = None
    aliases: list[Any] = field(default_factory=list)
    memo: dict[Any, Row] = field(default_factory=dict)
    rules: dict[Any, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.joined = self.first.alias
        self.aliases.append(self.first.alias)

    @property
    def enclosing(self) -> tuple[Any, ...]:
        return (*self.around, *self.aliases)


class _Loom(Eyes):
    """Eyes that ask each rule once for each row of a statement, beside the row, however often it is asked about."""

    def __init__(self) -> None:
        super().__init__(Standing(None, ()), None)  # type: ignore[arg-type]
        self.sources: dict[Any, _Source] = {}
        self._asked = 0

    def seated(self, case_id: Any, depth: Depth) -> Any:
        name = "counsel" if depth.counsel else "legal" if depth.legal else "reader"
        return case_id == any_(bindparam(f"acting_seats_{name}", None, ARRAY(Uuid())))

    def once(self, case_id: Any, rule: Hashable, make: Callable[[Any], Any]) -> Any:
        source = self.sources.get(getattr(case_id, "table", None))
        if source is None:
            return make(case_id)
        key = (case_id, rule)
        if key not in source.rules:
            self._asked += 1
            # The column by its name alone: as a column it would bring its table into every sub-select of the rule.
            named = literal_column(f'"{case_id.table.name}"."{case_id.name}"', case_id.type)
            # OFFSET keeps the planner from writing the rule out wherever it is used.
            beside = select(make(named).label("yes")).offset(literal(0)).lateral(f"rule_{self._asked}")
            source.joined = source.joined.join(beside, true())
            source.aliases.append(beside)
            source.rules[key] = beside.c.yes
        return source.rules[key]


@dataclass(frozen=True)
class At:
    """A place in the statement: the row, whose eyes see it, and the arguments of the fact being told."""

    row: Row
    eyes: _Loom
    given: Given
    _source: _Source

    @property
    def key(self) -> Any:
        return self.row.key

    def clear(self, name: str) -> Any:
        """A sealed column's bytes."""
        return getattr(self.row, name)

    def joined(
        self,
        table: type[Table],
        on: Callable[[Any], Any],
        *,
        same_case: Any = None,
        seen: Callable[[], Any] | None = None,
    ) -> Row:
        """The visible row of another table under a condition that makes it unique; of nulls when there is none.

        Asked twice with one condition about one row, it is joined once. Whose case is known by this row need not be
        asked again (``same_case``), nor what this row's being visible decides (``seen``).
        """
        named = on.func if isinstance(on, partial) else on.__code__
        memo = (table, named, id(self.row))
        if memo not in self._source.memo:
            there = Row(table)
            # First, because it may join something itself.
            visible = seen() if seen else VISIBLE[table](self.eyes, _of_case(there, same_case))
            holds = and_(on(there), visible)
            self.eyes.sources[there.alias] = self._source
            self._source.joined = self._source.joined.outerjoin(there.alias, holds)
            self._source.aliases.append(there.alias)
            self._source.memo[memo] = there
        return self._source.memo[memo]

    def listed(self, table: type[Table], where: Callable[[Row], Any], said: Callable[[Row], Sequence[Any]]) -> Any:
        """Some values of the visible rows of another table, by their ids: ``[[…], …]``."""
        there = Row(table)
        rows = (
            select(func.json_build_array(*said(there)))
            .select_from(there.alias)
            .where(VISIBLE[table](self.eyes, there), where(there))
            .order_by(there.key)
        )
        return _listed(self.ask(rows))

    def any(self, table: type[Table], where: Callable[[Row], Any]) -> Any:
        """There is a visible row of another table for which this holds."""
        there = Row(table)
        rows = select(literal(1)).select_from(there.alias).where(VISIBLE[table](self.eyes, there), where(there))
        return rows.correlate(*self._source.enclosing).exists()

    def ask_exists(self, there: Row, *conditions: Any) -> Any:
        """There is a row, visible or not, for which this holds: for filters over rows that are visible themselves."""
        rows = select(literal(1)).select_from(there.alias).where(*conditions)
        return rows.correlate(*self._source.enclosing).exists()

    def total(self, table: type[Table], where: Callable[[Row], Any], of: Callable[[Row], Any]) -> Any:
        """What the visible rows of another table add up to."""
        there = Row(table)
        rows = (
            select(func.coalesce(func.sum(of(there)), 0))
            .select_from(there.alias)
            .where(VISIBLE[table](self.eyes, there), where(there))
        )
        return self.ask(rows)

    def any_beside(self, table: type[Table], where: Callable[[Row], Any], beside: Row) -> Any:
        """:meth:`any`, for a row that is itself being asked for."""
        there = Row(table)
        rows = select(literal(1)).select_from(there.alias).where(VISIBLE[table](self.eyes, there), where(there))
        return rows.correlate(*self._source.enclosing, beside.alias).exists()

    def audience(self, case_id: Any) -> Any:
        """Through whose eyes the actor sees a case (``access.Seat.audience``), as the graph spells it."""
        return case(
            (~self.reaches(case_id), literal(Audience.ADVOCATE.name)),
            (self.on_team(case_id, COUNSEL_ROLES), literal(Audience.ATTORNEY.name)),
            else_=literal(Audience.COORDINATOR.name),
        )

    def on_team(self, case_id: Any, roles: Collection[CaseRole]) -> Any:
        """The actor sits on a case's team in one of these roles, for a legal provider that reads it."""
        member, reader = Row(TeamMember), Row(CaseReader)
        eyes = self.eyes
        rows = (
            select(literal(1))
            .select_from(
                member.alias.join(
                    reader.alias,
                    (reader.case_id == member.case_id) & (reader.organization_id == member.organization_id),
                )
            )
            .where(
                member.case_id == case_id,
                member.person_id == eyes.person,
                member.organization_id == any_(eyes.organizations(legal=True)),
                member.role.in_(list(roles)),
                member.began_at <= eyes.now,
                member.until.is_(None) | (member.until > eyes.now),
                reader.until.is_(None) | (reader.until > eyes.now),
            )
        )
        return rows.correlate(*self._source.enclosing).exists()

    def seat(self, case_id: Any) -> Any:
        """What :func:`casework.access.seat_of` asks of the actor's seat on a case."""
        readers, members, case = Row(CaseReader), Row(TeamMember), Row(Case)
        eyes = self.eyes
        return func.json_build_array(
            _listed(
                self.ask(
                    select(func.to_json(readers.organization_id))
                    .select_from(readers.alias)
                    .where(
                        readers.case_id == case_id,
                        readers.organization_id == any_(eyes.organizations()),
                        readers.until.is_(None) | (readers.until > eyes.now),
                    )
                )
            ),
            _listed(
                self.ask(
                    select(func.json_build_array(members.organization_id, members.role))
                    .select_from(members.alias)
                    .where(
                        members.case_id == case_id,
                        members.person_id == eyes.person,
                        members.began_at <= eyes.now,
                        members.until.is_(None) | (members.until > eyes.now),
                    )
                )
            ),
            self.ask(select(case.lead_organization_id).select_from(case.alias).where(case.id == case_id)),
        )

    def ask(self, statement: Select[Any]) -> Any:
        """One value of a SELECT that speaks of rows around it."""
        return statement.correlate(*self._source.enclosing).scalar_subquery()

    def reaches(self, case_id: Any, depth: Depth = LEGAL) -> Any:
        """The actor reads this case to this depth."""
        return reaches(self.eyes, case_id, depth)


class Given:
    """The arguments of one fact, while a statement is woven: known to be there or not, bound if they are."""

    def __init__(self, weaving: Weaving, index: int | None, values: Mapping[str, Any]) -> None:
        self._weaving = weaving
        self._index = index
        self._values = values

    def has(self, name: str) -> bool:
        return self._values.get(name) is not None

    def fixed(self, name: str) -> Any:
        """The value of an argument that its fact declares as fixed."""
        return self._values.get(name)

    def bound(self, name: str, kind: Any, value: Callable[[Any, Any], Any] | None = None, *, of: str = "") -> Any:
        """The argument as a bound value. ``value`` makes it from the reader and what was given."""
        index = self._index
        key = f"given_{index}_{name}{of}"
        worked = value or (lambda _, said: said)
        self._weaving.bound[key] = lambda reader, arguments: worked(reader, arguments[index].get(name))  # type: ignore[index]
        return bindparam(key, None, kind)


# What is left for Python.


@dataclass(frozen=True, slots=True)
class Leaf:
    """The rows of one page, and whether more follow."""

    rows: list[dict[str, Any]]
    more: bool


@dataclass
class Walk:
    """What Python does with one object of the answer."""

    #: Where it leads: to one object, to many, or (with a size) to a page of rows of which the last may be one too many.
    into: list[tuple[str, Walk, bool, int | None]] = field(default_factory=list)
    finishes: list[tuple[str, tuple[str, ...], Callable[..., Any]]] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.into or self.finishes or self.hidden)

    def over(self, objects: Sequence[dict[str, Any]], reader: Any) -> None:
        """Finish these objects, what lies below them first."""
        for key, walk, many, size in self.into:
            if many:
                for one in objects:
                    below = one[key]
                    if size is not None:
                        one[key] = Leaf(below[:size], len(below) > size)
                        below = one[key].rows
                    if below:
                        walk.over(below, reader)
            else:
                walk.over([below for one in objects if (below := one[key]) is not None], reader)
        for key, inputs, finish in self.finishes:
            for one in objects:
                reader.finish(one, key, finish, [one[name] for name in inputs])
        for name in self.hidden:
            for one in objects:
                del one[name]


@dataclass(frozen=True)
class Woven:
    """One statement for one shape: its text, what to bind in which order, and the walk over its answer."""

    text: str
    names: tuple[str, ...]
    bound: Mapping[str, Callable[[Any, Arguments], Any]]
    walk: Walk


class Weaving:
    """Weaves one statement."""

    def __init__(self, arguments: Arguments) -> None:
        self.arguments = arguments
        self.eyes = _Loom()
        self.bound: dict[str, Callable[[Any, Arguments], Any]] = {}

    def woven(self, wanted: Wanted) -> Woven:
        """Raises :class:`CannotWeave`."""
        Row.taken.clear()
        columns, walk = self._roots(wanted)
        compiled = select(Composed(columns)).compile(dialect=_DIALECT)
        return Woven(str(compiled), tuple(compiled.positiontup or ()), self.bound, walk)

    def _roots(self, wanted: Wanted) -> tuple[list[tuple[str, Any]], Walk]:
        columns: list[tuple[str, Any]] = []
        walk = Walk()
        inputs: dict[Any, str] = {}
        for asked in wanted.asked:
            fact = _fact(Noun.known[wanted.noun], asked)
            at = _Nowhere(self.eyes, self._given(asked))
            self._tell(asked, fact, at, columns, walk, inputs)
            # At the root every fact has arguments of its own, so that none shares an input.
            inputs = {_Apart(): name for name in inputs.values()}
        walk.hidden += inputs.values()
        return columns, walk

    def _given(self, asked: Asked) -> Given:
        values = self.arguments[asked.arguments] if asked.arguments is not None else {}
        return Given(self, asked.arguments, values)

    def _object(self, noun: Noun, wanted: Wanted, at: At) -> tuple[Composed, Walk]:
        columns: list[tuple[str, Any]] = []
        walk = Walk()
        inputs: dict[Any, str] = {}
        for asked in wanted.asked:
            fact = _fact(noun, asked)
            here = At(at.row, at.eyes, self._given(asked), at._source)
            self._tell(asked, fact, here, columns, walk, inputs)
        walk.hidden += list(dict.fromkeys(inputs.values()))
        return Composed(columns), walk

    def _tell(
        self, asked: Asked, fact: Fact, at: At, columns: list[tuple[str, Any]], walk: Walk, inputs: dict[Any, str]
    ) -> None:
        """Add one fact to an object's columns, and to its walk what Python has to do."""
        if len(asked.key) > _LONGEST_KEY:
            raise CannotWeave(asked.key)
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
                same_case = fact.same_case(at) if fact.same_case else None
                there = at.joined(_table(noun), partial(fact.on, at), same_case=same_case)
                composed, below = self._object(*_below(asked, fact.noun), At(there, at.eyes, at.given, at._source))
                said = case((there.key.is_not(None), composed))
            case Many():
                said, below = self._many(asked, fact, at)
                many = not fact.first
            case Pages():
                size = checked(at.given.fixed("first") or 50)
                said, below, finish = self._pages(asked, fact, at, size)
                many = True
                needs = [*([("count", partial(self._count, fact))] if _counts(asked) else []), *needs]
            case Found():
                said, below = self._found(asked, at)
            case _:
                raise CannotWeave(asked.fact)
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
                memo = (name, fact.only) if isinstance(fact, Sealed) else expressed
                if memo not in inputs:
                    inputs[memo] = f"~{len(inputs)}"
                    columns.append((inputs[memo], expressed(at)))
                names.append(inputs[memo])
            walk.finishes.append((asked.key, tuple(names), finish))

    def _many(self, asked: Asked, fact: Many, at: At) -> tuple[Any, Walk]:
        noun, wanted = _below(asked, fact.noun)
        inner = self._among(noun, at)
        if fact.limit:
            limit = fact.limit(at) if callable(fact.limit) else fact.limit
            inner = self._first(inner, at, fact.where(at, inner), fact.order(inner), limit)
            composed, walk = self._object(noun, wanted, inner)
            rows = select(composed).select_from(inner._source.joined).order_by(*fact.order(inner))
            return _listed(at.ask(rows)), walk
        composed, walk = self._object(noun, wanted, inner)
        # What they ask may join further tables, so before the SELECT is put together.
        where, order = fact.where(at, inner), fact.order(inner)
        same_case = fact.same_case(at) if fact.same_case else None
        statement = self._select(composed, inner, where, same_case).order_by(*order)
        return (at.ask(statement.limit(literal(1))) if fact.first else _listed(at.ask(statement))), walk

    def _among(self, noun: Noun, at: At) -> At:
        """A place among the rows of a noun, below another place."""
        return self._at(Row(_table(noun)), at)

    def _at(self, there: Row, at: At) -> At:
        """A place at a row of a SELECT of its own, below another place."""
        source = _Source(there, at._source.enclosing)
        self.eyes.sources[there.alias] = source
        return At(there, at.eyes, at.given, source)

    def _first(self, inner: At, at: At, where: Any, order: Sequence[Any], limit: int) -> At:
        """The first rows of a list, found before anything is joined to them: a place among those."""
        model = inner.row.model
        self.eyes.sources.pop(inner.row.alias, None)
        some = self._select(inner.row.alias, inner, where).order_by(*order).limit(literal(limit))
        Row.taken[model] += 1
        page = some.correlate(*at._source.enclosing).subquery(f"{_columns(model).name}_page_{Row.taken[model]}")
        return self._at(Row(model, page), at)

    def _select(self, composed: Any, at: At, where: Any, same_case: Any = None) -> Select[Any]:
        # What decides which rows there are is asked of the rows themselves, so that indexes are of use.
        source = self.eyes.sources.pop(at.row.alias, None)
        visible = VISIBLE[at.row.model](at.eyes, _of_case(at.row, same_case))
        if source is not None:
            self.eyes.sources[at.row.alias] = source
        return select(composed).select_from(at._source.joined).where(visible, where)

    def _found(self, asked: Asked, at: At) -> tuple[Any, Walk | None]:
        noun, _ = at.given.fixed("id")
        wanted = asked.of(Noun.known[noun].graph) if noun in Noun.known else None
        if wanted is None:
            return null(), None
        inner = self._among(Noun.known[noun], at)
        composed, walk = self._object(Noun.known[noun], wanted, inner)
        key = at.given.bound("id", inner.key.type, lambda _, said: said[1], of="_row")
        return at.ask(self._select(composed, inner, inner.key == key)), walk

    def _pages(self, asked: Asked, fact: Pages, at: At, size: int) -> tuple[Any, Walk, Callable[..., Any]]:
        (connection,) = asked.below
        noun = Noun.known[fact.noun]
        inner = self._among(noun, at)
        order, kinds = fact.order(at, inner)
        where = fact.where(at, inner)
        if at.given.has("after"):
            places = raw(at.given.fixed("after"))
            values = [
                None
                if place is None
                else at.given.bound("after", column.type, partial(_cursor, kinds, index), of=f"_{index}")
                for index, ((column, _), place) in enumerate(zip(order, places, strict=True))
            ]
            where = and_(where, after(order, values))
        page = self._first(inner, at, where, _ordered(order), size + 1)
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
                raise CannotWeave(one.fact)
        rows = select(Composed(columns)).select_from(page._source.joined).order_by(*_ordered(order))
        finish = partial(_paged, connection, at.given.has("after"))
        return _listed(at.ask(rows)), walk, finish if fact.finish is None else _both(finish, fact.finish)

    def _count(self, fact: Pages, at: At) -> Any:
        """How many rows there are, up to the last that is counted."""
        inner = self._among(Noun.known[fact.noun], at)
        most = (fact.counted or 0) + 1
        some = self._select(literal(1).label("one"), inner, fact.where(at, inner)).limit(literal(most))
        count = select(func.count()).select_from(some.subquery()).scalar_subquery()
        return func.nullif(count, literal(most))


class _Nowhere(At):
    """Above all rows: where the facts of the query itself are told."""

    def __init__(self, eyes: _Loom, given: Given) -> None:
        source = _Source.__new__(_Source)
        source.around, source.aliases = (), []
        super().__init__(None, eyes, given, source)  # type: ignore[arg-type]

    def ask(self, statement: Select[Any]) -> Any:
        return statement.scalar_subquery()


def _ordered(order: Sequence[tuple[Any, bool]]) -> list[Any]:
    """Columns with "descending?" as an ORDER BY; nulls stand last either way."""
    return [column.desc().nulls_last() if descending else column.asc().nulls_last() for column, descending in order]


def _listed(subquery: Any) -> Any:
    return func.array_to_json(func.array(subquery, type_=ARRAY(JSON)))


def _of_case(row: Row, case_id: Any) -> Any:
    return row if case_id is None else _OfCase(row, case_id)


class _Apart:
    """Equal to nothing else."""


def _fact(noun: Noun, asked: Asked) -> Fact:
    if asked.fact == "__typename":
        return Expression(said=lambda at: literal(noun.graph))
    if asked.fact not in noun.facts:
        raise CannotWeave(f"{noun.name}.{asked.fact}")
    return noun.facts[asked.fact]


def _below(asked: Asked, name: str) -> tuple[Noun, Wanted]:
    noun = Noun.known[name]
    found = asked.of(noun.graph)
    if found is None:
        raise CannotWeave(f"{asked.fact} is no {noun.graph}")
    return noun, found


def _table(noun: Noun) -> type[Table]:
    if noun.table is None:
        raise CannotWeave(noun.name)
    return noun.table


def _unless(only: Callable[[At], Any], expressed: Callable[[At], Any]) -> Callable[[At], Any]:
    return lambda at: case((only(at), expressed(at)))


def _opened(table: str, column: str, empty: str | None, reader: Any, _: Any, cipher: str | None, row: str) -> Any:
    return empty if cipher is None else reader.opened(cipher, table, column, row)


def _cursor(kinds: Sequence[type], index: int, _: Any, cursor: str) -> Any:
    return decoded(cursor, kinds)[index]


def _both(first: Callable[..., Any], then: Callable[..., Any]) -> Callable[..., Any]:
    return lambda reader, value, *inputs: then(reader, None if value is None else first(reader, value), *inputs)


def _counts(asked: Asked) -> bool:
    return any(one.fact == "count" for one in asked.below[0].asked)


def _paged(connection: Wanted, began: bool, _: Any, leaf: Leaf, count: int | None = None) -> dict[str, Any]:
    """Rows as a connection, each with its cursor."""
    rows, more = leaf.rows, leaf.more
    cursors = [encoded(row.pop("~cursor")) for row in rows]
    found: dict[str, Any] = {}
    for asked in connection.asked:
        if asked.fact == "edges":
            found[asked.key] = [
                {
                    part.key: row[part.key]
                    if part.fact == "node"
                    else cursor
                    if part.fact == "cursor"
                    else asked.below[0].noun
                    for part in asked.below[0].asked
                }
                for row, cursor in zip(rows, cursors, strict=True)
            ]
        elif asked.fact == "pageInfo":
            words = {
                "hasNextPage": more,
                "hasPreviousPage": began,
                "startCursor": cursors[0] if cursors else None,
                "endCursor": cursors[-1] if cursors else None,
                "__typename": "PageInfo",
            }
            found[asked.key] = {part.key: words[part.fact] for part in asked.below[0].asked}
        else:
            found[asked.key] = count if asked.fact == "count" else connection.noun
    return found


__all__ = ["At", "CannotWeave", "Given", "Row", "Walk", "Weaving", "Woven", "any_"]
