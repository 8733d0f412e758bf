"""The page's own documents: each is woven, and none falls back on the ordinary executor."""

from __future__ import annotations

import json
import re
from typing import Any

import graphql
import pytest
from graphql import (
    DocumentNode,
    GraphQLEnumType,
    GraphQLInputObjectType,
    NonNullTypeNode,
    OperationDefinitionNode,
    OperationType,
)
from graphql.language import ast

from api.graph import schema
from api.nodes import global_id
from api.plans import Documents, limits
from bench.drawn import COMPUTED
from casework.reading.weave import Weaving
from casework.settings import ROOT
from schema.base import new_id

GENERATED = ROOT / "frontend" / "src" / "graph" / "generated" / "graphql.ts"
DOCUMENT = re.compile(r"^export const (\w+)Document = (\{.*\}) as unknown as", re.MULTILINE)


def node(said: Any) -> Any:
    """A syntax tree as graphql-core has it, from the same tree as the page's tools write it."""
    if isinstance(said, list):
        return tuple(node(one) for one in said)
    if not isinstance(said, dict):
        return said
    kind = getattr(ast, said["kind"] + "Node")
    snake = {re.sub(r"([A-Z])", r"_\1", key).lower(): value for key, value in said.items() if key != "kind"}
    if "operation" in snake and isinstance(snake["operation"], str):
        snake["operation"] = OperationType(snake["operation"])
    return kind(**{key: node(value) for key, value in snake.items()})


def queries() -> dict[str, DocumentNode]:
    found = {}
    for name, text in DOCUMENT.findall(GENERATED.read_text()):
        document = node(json.loads(text))
        (operation,) = (one for one in document.definitions if isinstance(one, OperationDefinitionNode))
        if operation.operation is OperationType.QUERY:
            found[name] = document
    return found


QUERIES = queries()
#: Every document of the page, word by word as it is sent.
PRINTED = json.loads((ROOT / "api" / "operations.json").read_text())


def value(kind: Any, name: str) -> Any:
    """Something of a type, for a variable that must be given."""
    named = graphql.get_named_type(kind)
    if isinstance(named, GraphQLEnumType):
        said: Any = next(iter(named.values))
    elif isinstance(named, GraphQLInputObjectType):
        span = {"from": "2026-11-01T00:00:00Z", "until": "2026-12-01T00:00:00Z"}
        said = span if "until" in named.fields and "from" in named.fields else {}
    else:
        noun = "AdvocacyAction" if "action" in name.lower() else "Case"
        said = {
            "ID": global_id(noun, new_id()), "Int": 10, "Boolean": True, "DateTime": "2026-11-23T12:00:00Z",
            "WallTime": "2026-12-02T09:00", "Date": "2026-12-01",
        }.get(named.name, "C-10001")  # fmt: skip
    return [said] if isinstance(graphql.get_nullable_type(kind), graphql.GraphQLList) else said


@pytest.mark.parametrize("name", sorted(QUERIES))
def test_each_query_of_the_page_is_woven(name: str) -> None:
    document = QUERIES[name]
    (operation,) = (one for one in document.definitions if isinstance(one, OperationDefinitionNode))
    roots = {one.name.value for one in operation.selection_set.selections if hasattr(one, "name")}
    documents = Documents(schema.graphql)
    planned = documents.read(graphql.print_ast(document), None, document, operation)
    assert planned.errors == []
    if roots & COMPUTED:
        # What a verb computes and does not save is its own to answer.
        return
    given = {
        one.variable.name.value: value(graphql.type_from_ast(schema.graphql, one.type), one.variable.name.value)
        for one in operation.variable_definitions or ()
        # The first page has no cursor.
        if isinstance(one.type, NonNullTypeNode) or one.variable.name.value != "after"
    }

    wanted, arguments = planned.asked(schema.graphql, given)
    woven = Weaving(arguments).woven(wanted)

    assert woven.statement.text.startswith(("SELECT", "with answer"))


def test_the_page_asks_for_something() -> None:
    assert len(QUERIES) > 20


@pytest.mark.parametrize("name", sorted(PRINTED))
def test_what_the_page_sends_is_within_the_limits(name: str) -> None:
    """As it is sent, with what the page's cache adds: a page whose question is refused shows nothing at all."""
    document, _ = limits.read(PRINTED[name], None)

    limits.weigh(document, {})
