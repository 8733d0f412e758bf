"""The page's own documents are read when the server starts, and no stranger's push them out."""

from __future__ import annotations

import logging

import httpx
import pytest
from graphql import OperationType

from api.graph import schema
from api.plans import printed, read, with_the_pages_own
from tests.house import house
from tests.town import Town, town

BOARD = printed()["BoardWindow"]


def test_each_is_valid_and_known_from_the_start() -> None:
    documents = with_the_pages_own(schema.graphql)

    assert len(printed()) > 50
    assert [name for name, text in printed().items() if documents.find(text, name) is None] == []
    assert [planned.name for planned in documents.own.values() if planned.errors] == []
    assert {planned.kind for planned in documents.own.values()} == set(OperationType)
    streams = [planned.name for planned in documents.own.values() if planned.kind is OperationType.SUBSCRIPTION]
    assert streams == ["ChangedRecords"]


def test_strangers_forget_each_other_and_never_the_page() -> None:
    documents = with_the_pages_own(schema.graphql, remembered=5)
    for number in range(50):
        text = f"query Q{number} {{ viewer {{ language }} }}"
        documents.read(text, None, *read(text, None))

    assert len(documents) == len(printed()) + 5
    assert documents.find(BOARD, "BoardWindow") is not None


async def test_what_took_long_is_named_in_the_log_and_nothing_that_was_asked(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    town.app.state.house.settings = town.settings.model_copy(update={"slow": 0.000001})
    with caplog.at_level(logging.WARNING, logger="presencia.door"):
        answer = await ana.raw("query Mine($s: String) { facilities(search: $s) { name } }", {"s": "a secret place"})
    assert answer.status_code == 200

    said = " ".join(record.getMessage() for record in caplog.records)
    assert "Mine took" in said
    assert "(woven)" in said
    assert "secret" not in said


async def test_operations_are_measured_by_the_page_s_names_and_all_others_together(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    await ana.raw("query Whoever { viewer { language } }")
    figures: httpx.Response = await ana.http.get("/metrics")

    assert 'presencia_operation_seconds_count{operation="other",path="woven"}' in figures.text
    assert "Whoever" not in figures.text


__all__ = ["house", "town"]
