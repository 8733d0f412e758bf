"""Documents that were seen before: parsed, checked and validated once, and the shapes of their queries.

As many as fit, the least recently used forgotten first. The page's own operations stand apart, so that no stranger's
documents push them out.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
    VariableNode,
    Visitor,
    get_named_type,
    visit,
)
from graphql.execution.values import get_argument_values, get_variable_values

from api import nodes
from api.plans.limits import faults
from api.plans.shapes import NoShape, shape
from casework.reading import Arguments, Left, Wanted
from casework.refusals import NotFound, Refusal

#: Documents remembered besides the page's own.
REMEMBERED = 500
#: Ways in which the conditions of one document have fallen so far.
_WAYS = 16


@dataclass
class Shaped:
    """One way to read a query."""

    wanted: Wanted
    taking: list[tuple[Any, FieldNode]]


@dataclass
class Planned:
    """One operation of one document."""

    document: DocumentNode
    operation: OperationDefinitionNode
    errors: list[GraphQLError]
    #: Variables on which ``@include`` and ``@skip`` hang.
    conditions: tuple[str, ...]
    ways: dict[tuple[bool, ...], Shaped | Left] = field(default_factory=dict)
    #: It was weighed, and no variable bears on its weight.
    weighed: bool = False
    #: One of the page's own.
    own: bool = False

    @property
    def kind(self) -> OperationType:
        return self.operation.operation

    @property
    def name(self) -> str:
        return self.operation.name.value if self.operation.name else self.kind.value

    def asked(self, schema: GraphQLSchema, given: dict[str, Any]) -> tuple[Wanted, Arguments]:
        """The shape wanted under these variables, and every argument in it.

        Raises :class:`NoShape` for whatever the ordinary executor has to answer, errors of variables included.
        """
        # What is wrong with them, the ordinary executor says: here the first fault is enough.
        coerced = get_variable_values(schema, self.operation.variable_definitions or (), given, 1, True)
        if isinstance(coerced, list):
            raise NoShape(Left.VARIABLES)
        values: Mapping[str, Any] = coerced.coerced
        way = tuple(bool(values.get(name)) for name in self.conditions)
        if way not in self.ways:
            if len(self.ways) >= _WAYS:
                raise NoShape(Left.WAYS)
            fragments = {
                node.name.value: node for node in self.document.definitions if isinstance(node, FragmentDefinitionNode)
            }
            try:
                self.ways[way] = Shaped(*shape(schema, self.operation, fragments, values))
            except NoShape as reason:
                self.ways[way] = reason.why
        shaped = self.ways[way]
        if isinstance(shaped, Left):
            raise NoShape(shaped)
        try:
            arguments = tuple(_arguments(definition, node, coerced) for definition, node in shaped.taking)
        except (GraphQLError, Refusal) as problem:
            raise NoShape(Left.ARGUMENTS) from problem
        return shaped.wanted, arguments


def _arguments(definition: Any, node: FieldNode, variables: Any) -> Mapping[str, Any]:
    """A field's arguments; a global id comes as its noun and row."""
    found = get_argument_values(definition, node, variables)
    named = {}
    for name, argument in definition.args.items():
        out = argument.out_name or name
        if out in found:
            named[name] = _plain(argument.type, found[out])
    return named


def _plain(kind: Any, value: Any) -> Any:
    kind = get_named_type(kind)
    if value is None:
        return None
    if isinstance(value, list):
        return [_plain(kind, one) for one in value]
    if kind.name == "ID":
        return _row(value)
    fields = getattr(kind, "fields", None)
    if fields and isinstance(value, dict):
        return {
            name: _plain(inner.type, value[inner.out_name or name])
            for name, inner in fields.items()
            if (inner.out_name or name) in value
        }
    return value


def _row(text: str) -> tuple[str, UUID]:
    """A global id's noun and row; of what is no id of ours, no noun."""
    try:
        return nodes.parts(text)
    except NotFound:
        return "", UUID(int=0)


class _Conditions(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.names: dict[str, None] = {}

    def enter_directive(self, node: Any, *_: Any) -> None:
        for argument in node.arguments or ():
            if isinstance(argument.value, VariableNode):
                self.names[argument.value.name.value] = None


class Documents:
    """What this process has read."""

    def __init__(
        self,
        schema: GraphQLSchema,
        *,
        remembered: int = REMEMBERED,
        own: dict[tuple[str, str | None], Planned] | None = None,
    ) -> None:
        self.schema = schema
        self._remembered = remembered
        self._strangers: OrderedDict[tuple[str, str | None], Planned] = OrderedDict()
        #: The page's own.
        self.own: dict[tuple[str, str | None], Planned] = own or {}

    def find(self, text: str, operation: str | None) -> Planned | None:
        """A document that was read before."""
        key = (text, operation)
        if key in self.own:
            return self.own[key]
        found = self._strangers.get(key)
        if found is not None:
            self._strangers.move_to_end(key)
        return found

    def read(
        self,
        text: str,
        operation: str | None,
        document: DocumentNode,
        chosen: OperationDefinitionNode,
        *,
        own: bool = False,
    ) -> Planned:
        """Validate and remember a document that is within the limits."""
        seen = _Conditions()
        visit(document, seen)
        planned = Planned(document, chosen, faults(self.schema, document), tuple(seen.names), own=own)
        key = (text, operation)
        if own:
            self.own[key] = planned
        elif not planned.errors:
            self._strangers[key] = planned
            if len(self._strangers) > self._remembered:
                self._strangers.popitem(last=False)
        return planned

    @property
    def of_strangers(self) -> list[str]:
        """The words of all that are not the page's own, the last asked last."""
        return [text for text, _ in self._strangers]

    def __len__(self) -> int:
        return len(self.own) + len(self._strangers)
