"""From a selection to the shape it wants.

Fragments are opened, selections under one name are merged (GraphQL §6.3.2), interfaces are asked by the noun their
object turns out to be, and ``@include`` and ``@skip`` have been decided: each way they can fall is a shape of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from graphql import (
    BooleanValueNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
    VariableNode,
    get_named_type,
)

from casework.reading import Asked, Left, LeftAside, Wanted


class NoShape(LeftAside):
    """What was asked has no shape."""


@dataclass
class Shaping:
    """One operation of one document, with its conditions decided."""

    schema: GraphQLSchema
    fragments: Mapping[str, FragmentDefinitionNode]
    variables: Mapping[str, Any]
    #: Fields that take arguments, in the order of their places in the shape.
    taking: list[tuple[Any, FieldNode]] = field(default_factory=list)

    def object(self, kind: GraphQLObjectType, selections: Iterable[SelectionSetNode]) -> Wanted:
        """What these selections want of an object of this kind."""
        asked = []
        for key, nodes in self._fields(kind, selections).items():
            asked.append(self._field(kind, key, nodes))
        return Wanted(kind.name, tuple(asked))

    def _field(self, kind: GraphQLObjectType, key: str, nodes: list[FieldNode]) -> Asked:
        name = nodes[0].name.value
        if name == "__typename":
            return Asked(key, name)
        definition = kind.fields.get(name)
        if definition is None:
            raise NoShape(Left.GRAPH, name)
        arguments = None
        if definition.args:
            arguments = len(self.taking)
            self.taking.append((definition, nodes[0]))
        below: tuple[Wanted, ...] = ()
        named = get_named_type(definition.type)
        inner = [node.selection_set for node in nodes if node.selection_set]
        if inner:
            below = tuple(self.object(possible, inner) for possible in self._kinds(named))
        return Asked(key, name, arguments, below)

    def _kinds(self, named: GraphQLNamedType) -> list[GraphQLObjectType]:
        if isinstance(named, GraphQLObjectType):
            return [named]
        if isinstance(named, GraphQLInterfaceType | GraphQLUnionType):
            return list(self.schema.get_possible_types(named))
        raise NoShape(Left.GRAPH, named.name)

    def _fields(self, kind: GraphQLObjectType, selections: Iterable[SelectionSetNode]) -> dict[str, list[FieldNode]]:
        """Fields by the name the answer gives them, in order, fragments opened once each."""
        found: dict[str, list[FieldNode]] = {}
        opened: set[str] = set()

        def collect(selection: SelectionSetNode) -> None:
            for node in selection.selections:
                if not self._included(node):
                    continue
                if isinstance(node, FieldNode):
                    key = node.alias.value if node.alias else node.name.value
                    found.setdefault(key, []).append(node)
                elif isinstance(node, InlineFragmentNode):
                    if node.type_condition is None or self._applies(node.type_condition.name.value, kind):
                        collect(node.selection_set)
                elif isinstance(node, FragmentSpreadNode) and node.name.value not in opened:
                    opened.add(node.name.value)
                    fragment = self.fragments[node.name.value]
                    if self._applies(fragment.type_condition.name.value, kind):
                        collect(fragment.selection_set)

        for selection in selections:
            collect(selection)
        return found

    def _applies(self, condition: str, kind: GraphQLObjectType) -> bool:
        named = self.schema.type_map[condition]
        if named is kind:
            return True
        return isinstance(named, GraphQLInterfaceType | GraphQLUnionType) and self.schema.is_sub_type(named, kind)

    def _included(self, node: Any) -> bool:
        for directive in node.directives or ():
            name = directive.name.value
            if name not in {"include", "skip"}:
                raise NoShape(Left.WAYS, name)
            (argument,) = directive.arguments
            value = argument.value
            if isinstance(value, BooleanValueNode):
                said = value.value
            elif isinstance(value, VariableNode):
                said = bool(self.variables[value.name.value])
            else:
                raise NoShape(Left.WAYS, name)
            if said is (name == "skip"):
                return False
        return True


def shape(
    schema: GraphQLSchema,
    operation: OperationDefinitionNode,
    fragments: Mapping[str, FragmentDefinitionNode],
    variables: Mapping[str, Any],
) -> tuple[Wanted, list[tuple[Any, FieldNode]]]:
    """The shape of a query, and which fields take arguments. Raises :class:`NoShape`."""
    shaping = Shaping(schema, fragments, variables)
    wanted = shaping.object(cast("GraphQLObjectType", schema.query_type), [operation.selection_set])
    return wanted, shaping.taking
