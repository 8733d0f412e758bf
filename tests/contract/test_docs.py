"""Docs that cannot rot: what the code says and what the docs say are held together."""

from __future__ import annotations

import re

from api.graph import printed, schema
from casework.health import REVISION
from casework.settings import ROOT


def _snake(name: str) -> str:
    return re.sub(r"([A-Z])", lambda found: "_" + found.group(1).lower(), name)


def _mutations() -> set[str]:
    mutation = schema._schema.mutation_type
    assert mutation is not None
    return set(mutation.fields)


def test_every_mutation_is_in_the_glossary_under_its_own_name() -> None:
    told = set(re.findall(r"\| `([a-z_]+)` \| `([A-Za-z]+)` \|", (ROOT / "docs" / "glossary.md").read_text()))
    assert told == {(_snake(name), name) for name in _mutations()}


def test_the_printed_contract_is_the_one_that_is_served() -> None:
    assert (ROOT / "api" / "schema.graphql").read_text() == printed()


def test_the_newest_migration_is_the_one_the_code_asks_for() -> None:
    newest = max(path.name[:4] for path in (ROOT / "migrations" / "versions").glob("[0-9]*.py"))
    assert newest == REVISION


def test_every_result_of_a_mutation_can_say_why_not() -> None:
    text = printed()
    for name in _mutations():
        kind = name[0].upper() + name[1:]
        found = re.search(rf"union {kind}Result = ([^\n]+)", text)
        assert found, name
        members = set(found.group(1).split(" | "))
        assert {f"{kind}Payload", "NotFound", "NotPermitted", "Invalid", "ChangedMeanwhile"} <= members, name


def test_a_decision_is_cited_by_its_number() -> None:
    numbers = [path.name[:4] for path in (ROOT / "docs" / "decisions").glob("*.md")]
    assert sorted(numbers) == [f"{number:04}" for number in range(1, len(numbers) + 1)]
