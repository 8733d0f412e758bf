"""Operations over the whole schema, valid by construction: what hypothesis asks of both paths."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
    get_named_type,
    is_leaf_type,
    is_required_argument,
    is_required_input_field,
)
from hypothesis import strategies as st

#: Answered by verbs that compute, not by rows that are read: the ordinary executor's for good.
COMPUTED = frozenset(
    {
        "calendarsOfCase",
        "deadlineRules",
        "inbox",
        "letterSample",
        "letters",
        "noticePlan",
        "occasionPlan",
        "previewCancel",
        "previewInvite",
        "previewNoticePlan",
        "previewOccasionPlan",
        "previewReschedule",
        "previewTransfer",
        "recomputeDeadlines",
        "suggestCounsel",
        "whoSaw",
    }
)
INSTANTS = ("2026-11-01T00:00:00Z", "2026-11-20T09:30:00.5-05:00", "2026-12-02T14:00:00Z", "2027-01-15T00:00:00Z")
DAYS = ("2025-08-20", "2026-02-10", "2026-11-23", "2027-01-15")
WORDS = ("", "C-10001", "10002", "Mateo", "rive", "Rivera Cruz", "201345678", "har", "CT", "es", "zzz", "élm %_")


class Operations:
    """Draws one operation at a time. ``ids`` are global ids to ask for."""

    def __init__(self, schema: GraphQLSchema, ids: Sequence[str], *, deepest: int = 4) -> None:
        self.schema = schema
        self.ids = ids
        self.deepest = deepest

    def strategy(self) -> st.SearchStrategy[str]:
        return st.composite(lambda draw: self._operation(draw))()

    def _operation(self, draw: Any) -> str:
        query = self.schema.query_type
        assert query is not None
        names = [name for name in query.fields if name not in COMPUTED]
        roots = draw(st.lists(st.sampled_from(names), min_size=1, max_size=2))
        asked = [
            f"r{index}: {self._field(draw, name, query.fields[name], draw(st.integers(1, self.deepest)))}"
            for index, name in enumerate(roots)
        ]
        return "query Asked($yes: Boolean! = true, $no: Boolean! = false) { y: __typename @include(if: $yes)" + (
            f" n: __typename @include(if: $no) {' '.join(asked)} }}"
        )

    def _field(self, draw: Any, name: str, field: GraphQLField, depth: int) -> str:
        arguments = self._arguments(draw, field)
        return f"{name}{arguments}{self._selection(draw, field, depth)}"

    def _selection(self, draw: Any, field: GraphQLField, depth: int) -> str:
        kind = get_named_type(field.type)
        if is_leaf_type(kind):
            return ""
        if isinstance(kind, GraphQLInterfaceType | GraphQLUnionType):
            kinds = draw(st.lists(st.sampled_from(self.schema.get_possible_types(kind)), min_size=1, max_size=4))
            apart = list(dict.fromkeys(kinds))
            return (
                " { __typename "
                + " ".join(f"... on {one.name} {self._object(draw, one, depth, _unlike(apart))}" for one in apart)
                + " }"
            )
        assert isinstance(kind, GraphQLObjectType)
        return " " + self._object(draw, kind, depth)

    def _object(self, draw: Any, kind: GraphQLObjectType, depth: int, without: frozenset[str] = frozenset()) -> str:
        fields = {name: field for name, field in kind.fields.items() if name not in without}
        leaves = [name for name, field in fields.items() if is_leaf_type(get_named_type(field.type))]
        further = [name for name in fields if name not in leaves]
        asked = draw(st.lists(st.sampled_from(leaves or ["__typename"]), max_size=5))
        # A connection is nothing without its edges.
        if {"edges", "pageInfo"} & set(further) or {"node"} & set(further):
            inside = further
        elif depth > 0 and further:
            inside = draw(st.lists(st.sampled_from(further), max_size=3))
            depth -= 1
        else:
            inside = []
        parts = [self._under(draw, name, "") for name in dict.fromkeys(asked)]
        for index, name in enumerate(dict.fromkeys(inside)):
            said = self._field(draw, name, kind.fields[name], depth)
            parts.append(f"a{index}_{name}: {said}" if draw(st.booleans()) and name != "edges" else said)
        return "{ " + " ".join(parts or ["__typename"]) + " }"

    def _under(self, draw: Any, name: str, rest: str) -> str:
        way = draw(st.integers(0, 9))
        if way == 0:
            return f"b_{name}: {name}{rest}"
        if way == 1:
            return f"... {{ {name}{rest} }}"
        if way == 2:
            return f"{name}{rest} @skip(if: $no)"
        return f"{name}{rest}"

    def _arguments(self, draw: Any, field: GraphQLField) -> str:
        said = []
        for name, argument in field.args.items():
            needed = is_required_argument(argument)
            if name == "after" or (not needed and draw(st.integers(0, 2))):
                continue
            said.append(f"{name}: {self._value(draw, name, argument.type)}")
        return f"({', '.join(said)})" if said else ""

    def _value(self, draw: Any, name: str, kind: Any) -> str:
        if isinstance(kind, GraphQLNonNull):
            return self._value(draw, name, kind.of_type)
        if isinstance(kind, GraphQLList):
            values = draw(st.integers(0, 2))
            return "[" + ", ".join(self._value(draw, name, kind.of_type) for _ in range(values)) + "]"
        if isinstance(kind, GraphQLEnumType):
            return str(draw(st.sampled_from(list(kind.values))))
        if isinstance(kind, GraphQLInputObjectType):
            return self._input(draw, kind.fields)
        if kind.name == "Boolean":
            return str(draw(st.sampled_from(["true", "false"])))
        if kind.name == "Int":
            return str(draw(st.sampled_from(["1", "2", "50"])))
        if kind.name == "ID":
            return f'"{draw(st.sampled_from(self.ids))}"'
        if kind.name == "DateTime":
            return f'"{draw(st.sampled_from(INSTANTS))}"'
        if kind.name == "Date":
            return f'"{draw(st.sampled_from(DAYS))}"'
        return f'"{draw(st.sampled_from(WORDS))}"'

    def _input(self, draw: Any, fields: Mapping[str, Any]) -> str:
        if "from" in fields:
            span = f'from: "{INSTANTS[0]}", until: "{INSTANTS[-1]}"'
            more = [
                f"{name}: {self._value(draw, name, fields[name].type)}" for name in ("mine",) if draw(st.booleans())
            ]
            return "{" + ", ".join([span, *more]) + "}"
        said = [
            f"{name}: {self._value(draw, name, field.type)}"
            for name, field in fields.items()
            if is_required_input_field(field) or draw(st.integers(0, 9)) == 0
        ]
        return "{" + ", ".join(said) + "}"


def _unlike(kinds: Sequence[GraphQLObjectType]) -> frozenset[str]:
    """Fields of one name and different types: they can't be asked of several kinds at once."""
    names = {name for one in kinds for name in one.fields}
    return frozenset(
        name for name in names if len({str(one.fields[name].type) for one in kinds if name in one.fields}) > 1
    )


__all__ = ["COMPUTED", "Operations"]
