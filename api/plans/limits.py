"""How much a document may ask. Each refusal says the amount and the limit, before any SQL runs.

The usual limiters walk fragments once for every path to them, which takes seconds for a document of a few hundred bytes
whose fragments spread each other twice (SECURITY §1). So these passes are our own, and linear: one over the text, which
keeps the parser from work, and one over the tree, in which every fragment is weighed once, by itself. What the page
asks lies far below: a third of the tokens, half of the fields and the depth, a tenth of the cost, no alias.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLSchema,
    GraphQLSyntaxError,
    InlineFragmentNode,
    IntValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    VariableNode,
    parse,
    validate,
)
from graphql.validation.rules import overlapping_fields_can_be_merged

from api.guards import BadRequest

LARGEST_DOCUMENT = 16 * 1024
TOKENS = 2_000
#: Brackets of any kind within each other, fragments not opened.
BRACKETS = 60
DEFINITIONS = 60
#: Fields within each other, fragments opened.
DEPTH = 14
FIELDS = 900
#: What is asked at the top: each reads a list of its own, or is an act of its own.
ROOTS = 20
ALIASES = 60
COST = 100_000
#: Fields under one name, wherever.
NAMESAKES = 120
#: Validation compares every two fields of one name that may meet. Its own bound is a second's work.
_COMPARED = 20_000
overlapping_fields_can_be_merged.MAX_COMPLEXITY_BUDGET = _COMPARED
#: Faults of a document that are told.
_FAULTS = 20
#: Values in the variables, however nested.
VALUES = 2_000
#: What a list is taken to hold when nothing bounds it, and what those hold that hold more, or never as many.
_LIST = 10
_KNOWN_LISTS = {
    "attorneys": 50,
    "calendar": 300,
    "escalations": 3,
    "members": 50,
    "openChanges": 3,
    "organizations": 50,
}
#: What lists about the graph itself hold, those of types three times: it is the ordinary executor that tells them.
_GRAPH = {"types": 750, "fields": 3, "args": 1, "inputFields": 3, "enumValues": 3, "possibleTypes": 20}

#: As the specification has them (§2.1), and comments. Nothing is tried twice: half a text ends with the document.
_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\(?:""")?|"(?!""))*+(?:"""|\Z)|"(?:[^"\\\r\n]|\\.)*+"?'
    r"|#[^\r\n]*+|[A-Za-z_]\w*+|-?[0-9][0-9.eE+-]*+|\.\.\.|[{}\[\]()]|[^\s,\ufeff]",
)
#: The character that no database text may hold, as a document's text spells it.
_NUL_WRITTEN = re.compile(r"(?<!\\)(?:\\\\)*\\u(?:0000|\{0+\})")


def read(text: str, operation: str | None) -> tuple[DocumentNode, OperationDefinitionNode]:
    """The document and the operation to run, when it is one we answer. Raises :class:`BadRequest`."""
    _within(len(text.encode(errors="replace")), LARGEST_DOCUMENT, "bytes long", status=413)
    _glance(text)
    try:
        parsed = parse(text, max_tokens=TOKENS, no_location=True)
    except GraphQLSyntaxError as error:
        raise BadRequest(400, error.message) from None
    if _NUL_WRITTEN.search(text):
        raise BadRequest(400, "A text holds a character that no text may hold.")
    _within(len(parsed.definitions), DEFINITIONS, "definitions long")
    operations = [node for node in parsed.definitions if isinstance(node, OperationDefinitionNode)]
    chosen = [node for node in operations if operation is None or (node.name and node.name.value == operation)]
    if len(chosen) != 1:
        raise BadRequest(400, "Say which operation of the document to run.")
    return parsed, chosen[0]


def weigh(document: DocumentNode, variables: Mapping[str, Any]) -> bool:
    """Refuse a document that asks for too much under these variables. Raises :class:`BadRequest`.

    Returns whether it asks for the same under any.
    """
    weighing = _Weighing(document, variables)
    operations = [
        weighing.selections(node.selection_set)
        for node in document.definitions
        if isinstance(node, OperationDefinitionNode)
    ]
    # Fragments that nothing spreads are compared by validation, too.
    found = [*operations, *(weighing.fragment(name) for name in weighing.fragments)]
    for amount, most, what in (
        (_namesakes(document), NAMESAKES, "fields of one name wide"),
        (max(one.depth for one in found), DEPTH, "fields deep"),
        (max(one.fields for one in found), FIELDS, "fields wide"),
        (max(one.aliases for one in found), ALIASES, "aliases wide"),
        (max(one.top for one in operations), ROOTS, "fields wide at the top"),
        (max(one.cost for one in found), COST, "in cost"),
    ):
        _within(amount, most, what)
    return not weighing.varies


def faults(schema: GraphQLSchema, document: DocumentNode) -> list[GraphQLError]:
    """What is wrong with a document that is small enough. Nothing is guessed at: guessing compares all names."""
    found = validate(schema, document, max_errors=_FAULTS, hide_suggestions=True)
    return [
        GraphQLError(f"The document has fields to compare more than {_COMPARED:,} times: ask for fewer of one name.")
        if error.message == "Validation aborted."
        else error
        for error in found
    ]


def bounded(variables: Mapping[str, Any]) -> None:
    """Refuse variables that hold too many values. Raises :class:`BadRequest`."""
    count = 0
    waiting: list[Any] = [variables]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            count += len(one)
            waiting += one.values()
        elif isinstance(one, list):
            count += len(one)
            waiting += one
    if count > VALUES:
        raise BadRequest(400, f"The variables hold {count:,} values: at most {VALUES:,}.")


def _within(amount: int, most: int, what: str, *, status: int = 400) -> None:
    if amount > most:
        raise BadRequest(status, f"The document is {amount:,} {what}: at most {most:,}.")


def _glance(text: str) -> None:
    """Count tokens and brackets before anything is built from them."""
    tokens = depth = deepest = 0
    for found in _TOKEN.finditer(text):
        first = found[0][0]
        tokens += first != "#"
        if first in "{[(":
            depth += 1
            deepest = max(deepest, depth)
        elif first in "}])":
            depth -= 1
    _within(tokens, TOKENS, "tokens long")
    _within(deepest, BRACKETS, "brackets deep")


def _namesakes(document: DocumentNode) -> int:
    """How often the name is asked for that is asked for most, fragments not opened."""
    named: Counter[str] = Counter()
    waiting: list[SelectionSetNode | None] = [getattr(node, "selection_set", None) for node in document.definitions]
    while waiting:
        for node in selections.selections if (selections := waiting.pop()) else ():
            if isinstance(node, FieldNode):
                named[(node.alias or node.name).value] += 1
            waiting.append(getattr(node, "selection_set", None))
    return max(named.values(), default=0)


@dataclass(frozen=True, slots=True)
class _Weight:
    depth: int = 0
    fields: int = 0
    aliases: int = 0
    #: Fields that are not within another.
    top: int = 0
    cost: int = 0

    def beside(self, other: _Weight) -> _Weight:
        return _Weight(
            max(self.depth, other.depth),
            self.fields + other.fields,
            self.aliases + other.aliases,
            self.top + other.top,
            self.cost + other.cost,
        )


class _Weighing:
    """One linear pass: every fragment is weighed once, by itself."""

    def __init__(self, document: DocumentNode, variables: Mapping[str, Any]) -> None:
        self.fragments = {
            node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)
        }
        self.variables = variables
        self.weighed: dict[str, _Weight | None] = {}
        #: A variable says how large some page is.
        self.varies = False

    def selections(self, selections: SelectionSetNode | None) -> _Weight:
        """What is asked of one thing."""
        whole = _Weight()
        for node in selections.selections if selections else ():
            if isinstance(node, FieldNode):
                below = self.selections(node.selection_set)
                one = _Weight(
                    below.depth + 1,
                    below.fields + 1,
                    below.aliases + bool(node.alias),
                    1,
                    1 + self._times(node) * below.cost,
                )
            elif isinstance(node, InlineFragmentNode):
                one = self.selections(node.selection_set)
            elif isinstance(node, FragmentSpreadNode):
                one = self.fragment(node.name.value)
            else:
                continue
            whole = whole.beside(one)
        return whole

    def fragment(self, name: str) -> _Weight:
        """What a fragment asks, wherever it is spread. Raises :class:`BadRequest` when that has no end."""
        if name in self.weighed:
            found = self.weighed[name]
            if found is None:
                raise BadRequest(400, "A fragment holds itself.")
            return found
        fragment = self.fragments.get(name)
        if fragment is None:
            # Validation says so.
            return _Weight(fields=1)
        self.weighed[name] = None
        weight = self.weighed[name] = self.selections(fragment.selection_set)
        return weight

    def _times(self, node: FieldNode) -> int:
        """How often what is below may come: the page asked for, or a guess for plain lists."""
        name = node.name.value
        if node.selection_set is None or name in {"node", "edges"}:
            return 1
        for argument in node.arguments or ():
            if argument.name.value == "first":
                value: Any = None
                if isinstance(argument.value, IntValueNode):
                    # Longer ones are no page size, and cost time to read.
                    value = int(argument.value.value[:10])
                elif isinstance(argument.value, VariableNode):
                    self.varies = True
                    value = self.variables.get(argument.value.name.value)
                return min(max(value, 1), 1_000) if isinstance(value, int) else 50
        for lists in (_KNOWN_LISTS, _GRAPH):
            if name in lists:
                return lists[name]
        return _LIST if name.endswith("s") and name != "answers" else 1
