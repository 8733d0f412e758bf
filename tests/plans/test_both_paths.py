"""Whatever is asked, the woven statement says what the ordinary executor says: data, nulls and order."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from graphql import GraphQLObjectType
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from api.graph import schema
from api.nodes import global_id
from api.plans import NoShape
from casework import actors
from casework.reading import CannotWeave, Noun
from casework.refusals import Refusal
from casework.settings import Settings
from casework.transaction import Database
from commands.mail_catcher import Catcher
from schema.base import Table
from tests.access.test_two_walls import a_lived_in_town
from tests.clock import Clock
from tests.ground import Ground
from tests.journeys import steps
from tests.plans.operations import COMPUTED, Operations
from tests.plans.paths import Paths
from tests.town import STAFF, Town, opened, settled

#: Parts of the graph that are the ordinary executor's: what verbs compute, refuse and answer.
LEFT = {"CancelPreview", "Mutation", "PageInfo", "PossibleMatch", "ReschedulePreview", "Telling", "TransferChange"}


async def a_busy_town(town: Town) -> None:
    """The lived-in town, and further cases on which its people sit in other ways."""
    await a_lived_in_town(town)
    ana = await town.signed_in("coordinator@demo.test")
    luis = await town.signed_in("attorney@demo.test")
    ben = await town.signed_in("coordinator@other.test")
    for seat, home, name in (
        (ana, "elm-city", "Rosa Elena Ibarra Luna"),
        (ana, "elm-city", "Ernesto Vega"),
        (ben, "shoreline", "Milagros Otero Paz"),
    ):
        taken = await seat.do(
            "takeInCase", "case { id }", organizationId=town.organizations[home], legalName=name,
            publicName=name.split()[0],
        )  # fmt: skip
        case_id = taken["case"]["id"]
        await seat.do(
            "recordCustody", "stint { id }", caseId=case_id, facilityId=town.facilities["WINNCLA"], source="LOCATOR"
        )
        await steps.schedule(town, seat, case_id, "2026-12-09T13:30")
        await seat.do("writeNote", "note { id }", caseId=case_id, body=f"About {name}.")
        await seat.do(
            "addTask", "task { id }", organizationId=town.organizations[home], caseId=case_id, title=f"Call for {name}"
        )
        if name == "Ernesto Vega":
            # The attorney is on this team, and Shoreline reads it.
            await steps.represent(town, ana, luis, case_id)
            await steps.consent(ana, case_id, "FILL_COURTROOM", "ADVOCATES")
            await ana.do("shareCase", "case { id }", caseId=case_id, organizationId=town.organizations["harbor"])
            await ana.do("shareCase", "case { id }", caseId=case_id, organizationId=town.organizations["shoreline"])
            await ana.do(
                "addToTeam",
                "member { id }",
                caseId=case_id,
                personId=town.person("attorney@other.test"),
                role="ATTORNEY",
            )
            await ana.do(
                "addToTeam",
                "member { id }",
                caseId=case_id,
                personId=town.person("advocate@demo.test"),
                role="ADVOCATE",
            )


@pytest.fixture
async def town(
    ground: Ground, database: Database, clock: Clock, settings: Settings, smtp: Catcher
) -> AsyncIterator[Town]:
    async with opened(database, clock, settings, smtp) as found:
        await settled(found, ground, a_busy_town)
        yield found


async def ids(town: Town) -> list[str]:
    """Global ids of rows of many nouns, and of none."""
    found = [global_id("Case", town.staff["admin@demo.test"]), "nonsense"]
    tables: list[tuple[str, type[Table]]] = [
        (name, noun.table)
        for name, noun in Noun.known.items()
        if noun.table and "id" in noun.facts and noun.graph == name
    ]
    async with town.database.transaction(actors.OPERATOR) as tx:
        for name, table in tables:
            if name in {"Client", "Viewer"}:
                continue
            key: Any = table.__mapper__.primary_key[0]
            found += [global_id(name, row) for row in await tx.session.scalars(select(key).limit(2))]
    return found


async def test_operations_drawn_from_the_whole_schema_are_answered_alike(town: Town) -> None:
    paths = Paths.of(town)
    operations = Operations(schema.graphql, await ids(town), deepest=2)
    loop = asyncio.get_running_loop()
    tried: list[str] = []
    left: list[str] = []

    async def compare(text: str, email: str) -> None:
        person = town.staff[email]
        data, errors = await paths.ordinary(person, text, {})
        tried.append(text)
        try:
            woven = await paths.woven(person, text, {})
        except (NoShape, CannotWeave, Refusal) as reason:
            # What is refused is told by the ordinary executor, which knows which field to name.
            if not errors:
                left.append(f"{type(reason).__name__} {reason}: {text}")
            return
        assert errors == [], text
        assert woven == data, text
        assert str(woven) == str(data), f"in another order: {text}"

    @settings(
        max_examples=200,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(text=operations.strategy(), email=st.sampled_from([email for _, email, *_ in STAFF]))
    def draw(text: str, email: str) -> None:
        asyncio.run_coroutine_threadsafe(compare(text, email), loop).result(60)

    await asyncio.to_thread(draw)

    assert len(tried) == 200
    assert len(left) <= len(tried) * 0.05
    assert [one for one in left if not one.startswith(("CannotWeave people by name", "CannotWeave a board"))] == []


MESSAGES = """query ($states: [NoticeState!], $after: String) { notices(states: $states, first: 3, after: $after)
  { pageInfo { hasNextPage endCursor } edges { node { id dueAt } } } }"""


@pytest.mark.parametrize("states", [["PLANNED"], ["PLANNED", "CLAIMED"], ["PLANNED", "FAILED"], [], None])
async def test_messages_yet_to_be_sent_come_nearest_first_on_both_paths(town: Town, states: list[str] | None) -> None:
    paths = Paths.of(town)
    ana = town.staff["coordinator@demo.test"]
    due: list[str] = []
    after = None
    for _ in range(3):
        asked = {"states": states, "after": after}
        data, errors = await paths.ordinary(ana, MESSAGES, asked)
        assert not errors and await paths.woven(ana, MESSAGES, asked) == data
        due += [edge["node"]["dueAt"] for edge in data["notices"]["edges"]]
        after = data["notices"]["pageInfo"]["endCursor"]

    assert len(due) > 3
    assert due == sorted(due, reverse=states not in (["PLANNED"], ["PLANNED", "CLAIMED"]))


def test_every_field_of_the_graph_has_a_fact() -> None:
    lacking = [
        f"{name}.{field}"
        for name, kind in schema.graphql.type_map.items()
        if isinstance(kind, GraphQLObjectType)
        and not name.startswith("__")
        and name not in LEFT
        and not name.endswith(("Payload", "Connection", "Edge"))
        and not any(one.name == "UserError" for one in kind.interfaces)
        for field in kind.fields
        if (name not in Noun.known or field not in Noun.known[name].facts) and field not in COMPUTED
    ]
    assert lacking == []
