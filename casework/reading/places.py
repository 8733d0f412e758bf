"""Where in a statement one stands: a row, whose eyes see it, and what can be asked from there.

Facts speak to an :class:`At`. Whatever it gives is made of ``access.VISIBLE``: a row that the actor may not see is not
there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from typing import TYPE_CHECKING, Any, ClassVar

from sqlalchemy import Boolean, Select, Uuid, all_, and_, any_, bindparam, case, func, inspect, literal, select
from sqlalchemy import Table as Columns
from sqlalchemy.dialects.postgresql import ARRAY, JSON

from casework import access
from casework.access import VISIBLE, Eyes
from casework.access.eyes import LEGAL, Depth, case_of
from casework.actors import Standing
from schema.base import Table
from schema.cases import Case
from schema.invitations import Audience
from schema.teams import COUNSEL_ROLES, CaseReader, CaseRole, TeamMember

if TYPE_CHECKING:
    from casework.reading.facts import Sought


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
            self.alias, self.key = some, some.c[next(iter(columns_of(table).primary_key)).name]

    def __getattr__(self, name: str) -> Any:
        try:
            return self.alias.c[name]
        except KeyError:
            raise AttributeError(f"{self.model.__tablename__} has no column {name}.") from None


@cache
def _named(table: type[Table], number: int) -> tuple[Any, Any]:
    """The table under its n-th name, and its key. Made once: its columns are many, and statements are woven often."""
    columns = columns_of(table)
    alias = columns.alias(f"{columns.name}_{number}")
    return alias, alias.c[next(iter(columns.primary_key)).name]


def columns_of(table: type[Table]) -> Columns:
    columns: Columns = inspect(table).local_table  # type: ignore[assignment]
    return columns


@dataclass
class Source:
    """The tables one SELECT reads."""

    first: Row
    around: tuple[Any, ...]
    joined: Any = None
    aliases: list[Any] = field(default_factory=list)
    memo: dict[Any, Row] = field(default_factory=dict)
    #: A list that hangs on nothing: it may have very many rows.
    long: bool = False

    def __post_init__(self) -> None:
        self.joined = self.first.alias
        self.aliases.append(self.first.alias)

    @property
    def enclosing(self) -> tuple[Any, ...]:
        return (*self.around, *self.aliases)


class Loom(Eyes):
    """Eyes of whoever reads a statement that is made once. Where they sit was found when they arrived, and what is
    rarely asked stands in functions: a sub-select is paid for whenever a statement starts, a function when it is
    called.
    """

    def __init__(self) -> None:
        super().__init__(Standing(None, ()), None)  # type: ignore[arg-type]

    def seated(self, row: Any, depth: Depth) -> Any:
        name = "counsel" if depth.counsel else "legal" if depth.legal else "reader"
        return case_of(row) == any_(bindparam(f"acting_seats_{name}", None, ARRAY(Uuid())))

    def sits(self, row: Any) -> Any:
        """The actor reads this case, though no organization in which they coordinate leads it."""
        return and_(
            row.lead_organization_id != all_(self.organizations(wide=True)),
            case_of(row) == any_(self.seats()),
        )

    def seats(self) -> Any:
        """Cases that the actor reads though no organization in which they coordinate leads them."""
        return bindparam("acting_seats_reader", None, ARRAY(Uuid()))

    def rarely(self, function: str, of: Sequence[Any], rule: Callable[[], Any]) -> Any:
        return getattr(func, function)(*of, type_=Boolean())


@dataclass(frozen=True)
class At:
    """A place in the statement: the row, whose eyes see it, and the arguments of the fact being told."""

    row: Row
    eyes: Loom
    given: Given
    _source: Source

    @property
    def key(self) -> Any:
        return self.row.key

    @property
    def enclosing(self) -> tuple[Any, ...]:
        """The tables of the statement around here, to which what is asked by a SELECT of its own is tied."""
        return self._source.enclosing

    def clear(self, name: str) -> Any:
        """A sealed column's bytes."""
        return getattr(self.row, name)

    def joined(
        self,
        table: type[Table],
        on: Callable[[Any], Any],
        *,
        seen: Callable[[], Any] | None = None,
    ) -> Row:
        """The visible row of another table under a condition that makes it unique; of nulls when there is none.

        Asked twice with one condition about one row, it is joined once. ``seen`` stands for its rule where this row's
        being visible decides.
        """
        named = on.func if isinstance(on, partial) else on.__code__
        memo = (table, named, id(self.row))
        if memo not in self._source.memo:
            there = Row(table)
            # First, because it may join something itself.
            visible = seen() if seen else VISIBLE[table](self.eyes, there)
            holds = and_(on(there), visible)
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
        return listed(self.ask(rows))

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

    def audience(self) -> Any:
        """Through whose eyes the actor sees this case (``access.Seat.audience``), as the graph spells it."""
        return case(
            (~self.reaches(), literal(Audience.ADVOCATE.name)),
            (self.on_team(case_of(self.row), COUNSEL_ROLES), literal(Audience.ATTORNEY.name)),
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
        case = Row(Case)
        lead = self.ask(select(case.lead_organization_id).select_from(case.alias).where(case.id == case_id))
        return access.seat_said(self.eyes, case_id, lead, *self._source.enclosing)

    def ask(self, statement: Select[Any]) -> Any:
        """One value of a SELECT that speaks of rows around it."""
        return statement.correlate(*self._source.enclosing).scalar_subquery()

    def reaches(self, depth: Depth = LEGAL) -> Any:
        """The actor reads this row's case to this depth."""
        return self.eyes.reaches(self.row, depth)


class Given:
    """The arguments of one fact, while a statement is woven: known to be there or not, bound if they are."""

    def __init__(
        self,
        bound: dict[str, Callable[[Any, Any], Any]],
        searches: dict[int, Sought],
        index: int | None,
        values: Mapping[str, Any],
    ) -> None:
        self._bound = bound
        self._searches = searches
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
        self._bound[key] = lambda reader, arguments: worked(reader, arguments[index].get(name))
        return bindparam(key, None, kind)

    def sought(self, search: Sought, kind: Any, value: Callable[[Any], Any], *, of: str) -> Any:
        """Something of what a search found, as a bound value. It runs once for all that is asked of it."""
        index = self._index
        assert index is not None  # noqa: S101 -- what takes no argument searches for nothing
        self._searches[index] = search
        key = f"given_{index}_found{of}"
        self._bound[key] = lambda reader, _: value(reader.found[index])
        return bindparam(key, None, kind)


class Nowhere(At):
    """Above all rows: where the facts of the query itself are told."""

    def __init__(self, eyes: Loom, given: Given) -> None:
        source = Source.__new__(Source)
        source.around, source.aliases = (), []
        super().__init__(None, eyes, given, source)  # type: ignore[arg-type]

    def ask(self, statement: Select[Any]) -> Any:
        return statement.scalar_subquery()


def listed(subquery: Any) -> Any:
    return func.array_to_json(func.array(subquery, type_=ARRAY(JSON)))
