"""What a woven statement leaves to the ordinary executor: these reasons, each tried, each in the docs, and no other."""

from __future__ import annotations

import re
from typing import Any

import pytest
from graphql import OperationType, type_from_ast
from prometheus_client import REGISTRY

from api.graph import schema
from api.plans import printed, with_the_pages_own
from casework.reading import Left, LeftAside
from casework.reading.weave import Weaving
from casework.settings import ROOT
from tests.plans.test_the_pages_own import value
from tests.town import Town, town

ANA = "coordinator@demo.test"
_FIVE = "query ($a: Boolean!, $b: Boolean!, $c: Boolean!, $d: Boolean!, $e: Boolean!) { viewer { language" + "".join(
    f" {name}: language @include(if: ${name})" for name in "abcde"
)

#: Who asks what, for each reason but a fault, which would have to be made. Of many variables, the last are left.
EXAMPLES: dict[Left, tuple[str, str, list[dict[str, Any]]]] = {
    Left.ACT: (ANA, 'mutation { revokeFeed(input: {feedId: "x", expectedRevision: 1}) { __typename } }', [{}]),
    Left.ARGUMENTS: (ANA, "query ($n: Int = 5) { cases(first: $n) { count } }", [{"n": None}]),
    Left.COMPUTED: (ANA, '{ previewCancel(hearingId: "x") { tellings { kind } } }', [{}]),
    Left.GRAPH: (ANA, "{ __schema { queryType { name } } }", [{}]),
    Left.LONG_NAME: (ANA, f"{{ viewer {{ {'a' * 64}: language }} }}", [{}]),
    Left.REFUSED: (ANA, '{ audit(recordId: "nonsense") { pageInfo { hasNextPage } } }', [{}]),
    Left.UNDATED: ("advocate@demo.test", "{ cases { pageInfo { hasNextPage } } }", [{}]),
    Left.VARIABLES: (ANA, "query ($s: String) { facilities(search: $s) { id } }", [{"s": 5}]),
    Left.WAYS: (
        ANA,
        _FIVE + " } }",
        [{name: bool(number >> index & 1) for index, name in enumerate("abcde")} for number in range(17)],
    ),
}
#: The page's own documents that fall back: with what must be given, and with all that can be.
OWN = {
    "CalendarsOfCase": (Left.COMPUTED, Left.COMPUTED),
    # What concerns somebody is read from four nouns at once; what letters say is worked out.
    "Inbox": (Left.COMPUTED, Left.COMPUTED),
    "InboxUnread": (Left.COMPUTED, Left.COMPUTED),
    "LetterSample": (Left.COMPUTED, Left.COMPUTED),
    "Letters": (Left.COMPUTED, Left.COMPUTED),
    "NoticePlan": (Left.COMPUTED, Left.COMPUTED),
    "OccasionPlan": (Left.COMPUTED, Left.COMPUTED),
    "PreviewInvite": (Left.COMPUTED, Left.COMPUTED),
    "PreviewNoticePlan": (Left.COMPUTED, Left.COMPUTED),
    "PreviewOccasionPlan": (Left.COMPUTED, Left.COMPUTED),
    "PreviewCancel": (Left.COMPUTED, Left.COMPUTED),
    "PreviewReschedule": (Left.COMPUTED, Left.COMPUTED),
    "PreviewTransfer": (Left.COMPUTED, Left.COMPUTED),
    "RecomputeDeadlines": (Left.COMPUTED, Left.COMPUTED),
    "SuggestCounsel": (Left.COMPUTED, Left.COMPUTED),
    "WhoSaw": (Left.COMPUTED, Left.COMPUTED),
}


def counted() -> dict[tuple[str, str], float]:
    return {
        (sample.labels["path"], sample.labels["why"]): sample.value
        for metric in REGISTRY.collect()
        if metric.name == "presencia_queries"
        for sample in metric.samples
        if sample.name == "presencia_queries_total"
    }


@pytest.mark.parametrize("why", EXAMPLES)
async def test_each_reason_is_met_and_counted(town: Town, why: Left) -> None:
    email, document, asked = EXAMPLES[why]
    seat = await town.signed_in(email)
    for variables in asked[:-1]:
        await seat.ask(document, **variables)
    before = counted()

    await seat.raw(document, asked[-1])

    after = counted()
    assert {key: count - before.get(key, 0) for key, count in after.items() if count != before.get(key, 0)} == {
        ("ordinary", why): 1
    }


def test_there_is_no_other_reason() -> None:
    told = re.findall(r"^\| `([a-z ]+)` \| .+ \| .+ \|$", (ROOT / "docs" / "architecture.md").read_text(), re.MULTILINE)

    assert {*EXAMPLES, Left.FAULT} == set(Left)
    assert set(told) == set(Left)
    assert len(told) == len(Left)


def test_of_the_page_s_own_documents_these_fall_back_and_no_others() -> None:
    documents = with_the_pages_own(schema.graphql)
    found = {}
    for name in printed():
        planned = documents.find(printed()[name], name)
        assert planned is not None
        if planned.kind is not OperationType.QUERY:
            continue
        wanted = planned.operation.variable_definitions or ()
        given = {
            one.variable.name.value: value(type_from_ast(schema.graphql, one.type), one.variable.name.value)
            for one in wanted
            # A cursor is of one list, and comes from there.
            if one.variable.name.value != "after"
        }
        needed = {
            one.variable.name.value: given[one.variable.name.value]
            for one in wanted
            if one.type.kind == "non_null_type" and one.default_value is None
        }
        found[name] = (left(planned, needed), left(planned, given))

    assert {name: both for name, both in found.items() if both != (None, None)} == OWN
    assert len(found) > 20


def left(planned: Any, given: dict[str, Any]) -> Left | None:
    """Why this is not woven, if it is not."""
    try:
        wanted, arguments = planned.asked(schema.graphql, given)
        Weaving(arguments).woven(wanted)
    except LeftAside as reason:
        return reason.why
    return None


__all__ = ["town"]
