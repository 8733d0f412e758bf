"""The language in which nouns say their facts: what each is, where it comes from, and who is told that it was seen.

    CASE = Noun("Case", Case)
    CASE.id()
    CASE.columns("revision", "stage", "opened_at")
    CASE["short_id"] = Expression(lambda at: "C-" + cast(at.row.number, Text))
    CASE["lead_organization"] = One("Organization", lambda at, there: there.id == at.row.lead_organization_id)
    CASE["notes"] = Many("Note", lambda at, there: there.case_id == at.row.id, order=lambda there: [there.id.desc()])

A fact that needs Python (a sealed name, a consent's consequence) has a ``finish``: it is given the value that the
database said, and the declared ``inputs``. ``casework.reading.weave`` turns facts into one statement.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum as Words
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Any, ClassVar

from sqlalchemy import ColumnElement, Enum, Text, case, cast, func, null
from sqlalchemy.dialects.postgresql import ARRAY

from schema.base import Table

if TYPE_CHECKING:
    from casework.reading.places import At
    from casework.reading.seeking import OverLine

Expressed = Callable[["At"], Any]
#: What is searched for before anything else, with what was given: names are opened to be compared.
Sought = Callable[["OverLine", Mapping[str, Any]], Awaitable[Any]]
#: Given the reader, what the database said, and the inputs in their order.
Finish = Callable[..., Any]


@dataclass(frozen=True)
class Shown:
    """What telling a fact discloses: sensitive fields of one record, which the trail names."""

    subject: type[Table]
    fields: tuple[str, ...]
    record: Expressed
    #: Whose trail it is in, and of which case.
    organization: Expressed
    case: Expressed = lambda at: null()
    #: Nothing is disclosed unless this holds. Of objects, there has to be one.
    when: Expressed | None = None
    #: Further fields, which the row names itself.
    named: Expressed = lambda at: null()

    @property
    def mark(self) -> tuple[Expressed | None, ...]:
        """What the database has to say of it; for several facts of one row often the same."""
        return self.record, self.case, self.organization, self.when, self.named


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One thing a noun can say."""

    #: What ``finish`` needs besides the value, by a name for the reader.
    inputs: Mapping[str, Expressed] = field(default_factory=dict)
    finish: Finish | None = None
    #: Null unless this holds.
    only: Expressed | None = None
    #: What is in the trail when it was told.
    shown: Shown | None = None
    #: Arguments written into the statement (page sizes, orders); of others only whether they are given.
    fixed: frozenset[str] = frozenset()
    #: What else of an argument decides how the statement reads: how many words a search has.
    pattern: Callable[[str, Any], Any] | None = None


@dataclass(frozen=True)
class Expression(Fact):
    """What the database says by itself."""

    said: Expressed = field(default=lambda at: null())


@dataclass(frozen=True, kw_only=True)
class Plain(Fact):
    """What an object that Python made says: a value, or with a ``noun`` further objects of the kind."""

    of: Callable[[Any], Any]
    noun: str | None = None


@dataclass(frozen=True, kw_only=True)
class Sealed(Fact):
    """What a sealed column of the row holds."""

    column: str
    empty: str | None = None


def recorded(table: type[Table], column: str) -> Sealed:
    """What a sealed column of a row of a case holds, recorded as seen where it holds anything."""
    return Sealed(
        column=column,
        shown=Shown(
            table,
            (column,),
            record=lambda at: at.row.id,
            case=lambda at: at.row.case_id,
            organization=lambda at: at.row.lead_organization_id,
            when=lambda at: getattr(at.row, column).is_not(None),
        ),
    )


@dataclass(frozen=True)
class One(Fact):
    """Another object, or none: joined, so that it must be unique under ``on``."""

    noun: str
    on: Callable[[At, Any], Any]
    #: Whoever sees this row sees the other: so the rules say, and it is not asked again.
    seen_with_it: bool = field(default=False, kw_only=True)


@dataclass(frozen=True)
class Made(Fact):
    """Objects that Python makes out of the inputs, one or a list: what is computed and lies in no table. The answer
    takes of each what was asked, as :class:`Plain` facts say.
    """

    noun: str


@dataclass(frozen=True)
class Same(Fact):
    """The same row, told as another noun."""

    noun: str


@dataclass(frozen=True)
class Way:
    """Some rows of a list of which the first are found by an index: those among ``among`` or, where there are several
    ``keys``, of each key those.
    """

    among: Callable[[At, Any], Any]
    keys: Any = None
    #: To be one of them is to be seen.
    seen: bool = False


@dataclass(frozen=True)
class Many(Fact):
    """The objects that belong to one, in order."""

    noun: str
    where: Callable[[At, At], Any]
    order: Callable[[At], Sequence[Any]] = lambda there: [there.row.id]
    #: At most so many.
    limit: int | Callable[[At], int] | None = None
    #: One object instead of a list: the first.
    first: bool = False
    #: As of :class:`Pages`; only with a limit.
    ways: Callable[[At], Sequence[Way]] | None = None
    #: Further columns of its rows, by name, which its noun may say and its order use; only with a limit.
    beside: Callable[[At, At], Mapping[str, Any]] | None = None


@dataclass(frozen=True)
class Pages(Fact):
    """A list in pages: edges with cursors, in the order of some columns (each with "descending?"), nulls last."""

    noun: str
    where: Callable[[At, At], Any]
    order: Callable[[At, At], tuple[Sequence[tuple[Any, bool]], Sequence[type]]]
    fixed: frozenset[str] = field(default=frozenset({"first"}), kw_only=True)
    #: The ways that lead to every row one may see, to each row one: where nothing else says which rows are wanted.
    ways: Callable[[At], Sequence[Way]] | None = None
    #: Counting stops here; null beyond it.
    counted: int | None = None
    #: Nor is it counted where this holds: more may be there than were looked at.
    uncounted: Callable[[At], Any] | None = None


@dataclass(frozen=True)
class Found(Fact):
    """The object behind a global id, whatever noun it is."""

    #: Nouns that are shown within another only, which records who looked.
    within: frozenset[str] = frozenset()
    fixed: frozenset[str] = field(default=frozenset({"id"}), kw_only=True)


class Noun:
    """A kind of object, the table its rows lie in, and its facts."""

    known: ClassVar[dict[str, Noun]] = {}

    def __init__(self, name: str, table: type[Table] | None = None, *, graph: str | None = None) -> None:
        self.name = name
        #: The type under which the graph shows it.
        self.graph = graph or name
        self.table = table
        self.facts: dict[str, Fact] = {}
        Noun.known[name] = self

    def __setitem__(self, name: str, fact: Fact) -> None:
        self.facts[camel(name)] = fact

    def id(self) -> None:
        """Its global id."""
        self["id"] = global_id(self.name)

    def columns(self, *names: str) -> None:
        """Facts that are columns of the same name."""
        for name in names:
            self[name] = column(name)

    def made(self, *names: str, **nouns: str) -> None:
        """Facts of a mapping that Python made, under their names in the graph; those that lead on, with their noun."""
        for name in (*names, *nouns):
            self[name] = Plain(of=itemgetter(camel(name)), noun=nouns.get(name))

    def plain(self, *names: str) -> None:
        """Facts that are attributes of the same name of an object that Python made."""
        for name in names:
            self[name] = Plain(of=attrgetter(name))

    def sealed(self, *names: str) -> None:
        """Facts that are sealed columns of the same name."""
        for name in names:
            self[name] = sealed(name)


def global_id(noun: str | Expressed, row: Expressed = lambda at: at.key) -> Fact:
    """A row's id as the graph shows it (``api.nodes``): URL-safe base64 of noun and row, without padding. The row may
    say itself of which noun it speaks.
    """

    def said(at: At) -> ColumnElement[Any]:
        which = f"{noun}:" if isinstance(noun, str) else func.concat(noun(at), ":")
        named = func.concat(which, func.replace(cast(row(at), Text), "-", ""))
        # Letters, digits and a colon never make the six bits that are written "+" or "/": only the padding goes.
        return func.rtrim(func.encode(func.convert_to(named, "UTF8"), "base64"), "=")

    return Expression(said=said)


def camel(name: str) -> str:
    """The word as the graph spells it."""
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


def column(name: str) -> Fact:
    """A column of the row, as the graph writes it."""
    return Expression(said=lambda at: written(getattr(at.row, name)))


def written(value: Any) -> Any:
    """An expression of a closed word as the graph spells it, anything else as it is."""
    kind = value.type
    if isinstance(kind, Enum) and kind.enum_class:
        return word(value, kind.enum_class)
    return value


def word(value: Any, words: type[Words]) -> Any:
    """A closed word under the name the graph gives it."""
    text = cast(value, Text)
    if all(one.name == str(one.value).upper() for one in words):
        return func.upper(text)
    return case({str(one.value): one.name for one in words}, value=text)


def words(name: str) -> Fact:
    """A column that holds a list of words."""
    return Expression(
        said=lambda at: func.string_to_array(
            func.upper(func.array_to_string(getattr(at.row, name), ",")), ",", type_=ARRAY(Text)
        )
    )


def sealed(name: str, *, empty: str | None = None, only: Expressed | None = None) -> Fact:
    """A sealed column, opened. ``empty`` stands in for nothing."""
    return Sealed(column=name, empty=empty, only=only)


__all__ = [
    "Expression",
    "Fact",
    "Found",
    "Made",
    "Many",
    "Noun",
    "One",
    "Pages",
    "Plain",
    "Same",
    "Sealed",
    "Shown",
    "Way",
    "camel",
    "column",
    "global_id",
    "sealed",
    "word",
    "words",
    "written",
]
