"""Bodies that ask for too much: refused with the limit and the amount, before any SQL runs."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from typing import Any

import graphql
import httpx
import orjson
import pytest

from api.app import create_app
from api.graph import schema
from api.house import cookie_name
from api.plans import limits, printed, read
from bench.hostile import HEAVY, HOSTILE, ODD
from casework.settings import Settings
from tests.town import Town

HEADERS = {"x-presencia": "1", "content-type": "application/json"}


@pytest.fixture
async def without_a_database(settings: Settings) -> AsyncIterator[httpx.AsyncClient]:
    """The application, whose database is not there, asked by somebody who says that they are signed in."""
    # Port 9 is nobody's.
    app = create_app(settings.model_copy(update={"database_url": "postgresql+asyncpg://nobody@127.0.0.1:9/none"}))
    cookies = {cookie_name(settings): "whoever"}
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(
            transport=httpx.ASGITransport(app=app), base_url=settings.address, headers=HEADERS, cookies=cookies
        ) as client,
    ):
        yield client


async def test_a_document_within_the_limits_needs_the_database(without_a_database: httpx.AsyncClient) -> None:
    with pytest.raises(OSError, match="9"):
        await without_a_database.post("/graphql", json={"query": "{ viewer { language } }"})


@pytest.mark.parametrize("what", HOSTILE)
async def test_what_asks_for_too_much_is_told_the_amount_and_the_limit_before_any_sql(
    without_a_database: httpx.AsyncClient, what: str
) -> None:
    body, limit = HOSTILE[what]

    answer = await without_a_database.post("/graphql", content=body)

    assert answer.status_code in (400, 413)
    (error,) = answer.json()["errors"]
    told = re.search(r" ([\d,]+) .*: at most ([\d,]+)\.$", error["message"])
    assert told is not None, error
    amount, most = (int(number.replace(",", "")) for number in told.groups())
    assert told[2] == limit
    assert amount > most


@pytest.mark.parametrize("what", ODD)
async def test_what_is_nothing_of_ours_gets_a_sentence(town: Town, what: str) -> None:
    ana = await town.signed_in("coordinator@demo.test")

    answer = await ana.http.post("/graphql", content=ODD[what], headers={"content-type": "application/json"})

    assert answer.status_code == 400
    assert answer.json()["errors"][0]["message"]
    assert "data" not in answer.json()
    assert len(answer.content) < 300_000


@pytest.mark.parametrize("what", HEAVY)
async def test_what_is_heavy_and_within_the_limits_is_answered(town: Town, what: str) -> None:
    ana = await town.signed_in("coordinator@demo.test")

    answer = await ana.http.post("/graphql", content=HEAVY[what], headers={"content-type": "application/json"})

    assert answer.status_code in (200, 400)
    assert ("data" in answer.json()) is (answer.status_code == 200)
    assert "went wrong" not in answer.text


class Counting(limits._Weighing):
    """Counts how often it looks at a fragment."""

    looked = 0

    def fragment(self, name: str) -> limits._Weight:
        self.looked += 1
        return super().fragment(name)


def test_a_bomb_is_weighed_in_as_many_steps_as_it_has_spreads() -> None:
    document, operation = read(orjson.loads(HOSTILE["a bomb of 50 levels"][0])["query"], None)
    weighing = Counting(document, {})

    whole = weighing.selections(operation.selection_set)

    assert whole.fields == 2**51
    assert weighing.looked == 1 + 2 * 50


async def test_a_search_looks_for_eight_words_on_both_paths(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    asked = "query ($s: String) { facilities(search: $s) { name } }"

    async def found(words: str) -> list[Any]:
        answer = (await ana.ask(asked, s=words))["facilities"]
        beside = (await ana.raw(f"{asked[:-1]} __schema {{ queryType {{ name }} }} }}", {"s": words})).json()
        assert beside["data"]["facilities"] == answer
        return list(answer)

    eight = "a e o n a e o n"
    assert len(await found(eight)) > 0
    assert await found(f"{eight} qqq") == await found(eight)
    assert await found("a e o n a e o qqq") == []


def test_the_page_s_own_documents_lie_far_below_every_limit() -> None:
    for name, text in printed().items():
        document, operation = read(text, name)
        whole = limits._Weighing(document, {}).selections(operation.selection_set)
        tokens = len(graphql.print_ast(document).split())
        assert tokens < limits.TOKENS / 2, name
        assert whole.fields < limits.FIELDS / 2, name
        # What happened is a table in each split of each kind in each quarter, worked out long before it is read.
        assert whole.depth <= limits.DEPTH / 2 + (name == "WhatHappenedPage"), name
        # Who is asked, with all that is known of each: one act, and still a third of what may be asked.
        assert whole.cost < limits.COST / {"OfferAssignments": 3, "WhatHappenedPage": 2}.get(name, 8), name
        # Beside the incidents, the courthouses to choose from; and all that waits today is asked for at once.
        assert (whole.top, whole.aliases) == ({"CaseIncidents": 2, "Waiting": 6}.get(name, 1), 0), name
        assert limits.faults(schema.graphql, document) == [], name


async def test_a_name_longer_than_any_is_neither_looked_up_nor_taken_in(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    asked = "query ($n: String!) { possibleMatches(name: $n) { likeness } }"

    looked_up = (await ana.raw(asked, {"n": "abcde " * 40_000})).json()["errors"][0]["message"]
    taken_in = [
        await ana.do("takeInCase", organizationId=town.organizations["elm-city"], **given)
        for given in ({"legalName": "a" * 201}, {"aliases": ["Mateo", "b" * 201]}, {"aliases": ["Mateo"] * 21})
    ]

    assert looked_up == "A name has at most 200 letters."
    assert [one["message"] for one in taken_in] == [looked_up, looked_up, "A person has at most 20 other names."]
    assert (await ana.ask("{ cases { count } }"))["cases"]["count"] == 0
