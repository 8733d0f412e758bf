"""What a telephone sends once more, because it heard no answer, is done once."""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import func, select

from casework import actors, received
from casework.refusals import AlreadyDone
from schema.received import ReceivedAct
from schema.tasks import Task
from tests.journeys import steps
from tests.town import Seat, Town

ADD = """mutation ($input: AddTaskInput!) { addTask(input: $input) { __typename ... on UserError { message } } }"""


async def sent(seat: Seat, town: Town, act: str, **more: Any) -> Any:
    given = {"organizationId": town.organizations["elm-city"], "title": "Call Ana again", **more}
    answer = await seat.http.post(
        "/graphql", json={"query": ADD, "variables": {"input": given}}, headers={"x-presencia-act": act}
    )
    return answer.json()["data"]["addTask"]


async def count(town: Town, model: Any = Task) -> int:
    async with town.database.transaction(actors.OPERATOR) as tx:
        return await tx.session.scalar(select(func.count()).select_from(model)) or 0


async def test_an_act_that_names_itself_is_done_once_also_when_it_comes_twice_at_one_instant(town: Town) -> None:
    ana, act, before = await town.signed_in("coordinator@demo.test"), str(uuid4()), await count(town)

    said = await asyncio.gather(*(sent(ana, town, act) for _ in range(3)))

    assert sorted(one["__typename"] for one in said) == ["AddTaskPayload", "AlreadyDone", "AlreadyDone"]
    assert (await sent(ana, town, act))["message"] == "This was received and done already. Nothing was done twice."
    assert await count(town) == before + 1
    # Without a number, or under another, it is another act.
    assert (await sent(ana, town, str(uuid4())))["__typename"] == "AddTaskPayload"
    assert await count(town) == before + 2


async def test_what_was_refused_was_not_received_and_can_be_sent_again(town: Town) -> None:
    ana, act, before = await town.signed_in("coordinator@demo.test"), str(uuid4()), await count(town)

    assert (await sent(ana, town, act, title=" "))["__typename"] == "Invalid"
    assert (await count(town), await count(town, ReceivedAct)) == (before, 0)
    assert (await sent(ana, town, act))["__typename"] == "AddTaskPayload"


async def test_a_number_is_its_sender_s_own(town: Town) -> None:
    ana, luis = await town.signed_in("coordinator@demo.test"), await town.signed_in("attorney@demo.test")
    act = str(uuid4())

    assert (await sent(ana, town, act))["__typename"] == "AddTaskPayload"
    assert (await sent(luis, town, act))["__typename"] == "AddTaskPayload"


async def test_what_is_no_number_is_refused_before_anything_is_done(town: Town) -> None:
    ana, before = await town.signed_in("coordinator@demo.test"), await count(town)

    answer = await ana.http.post(
        "/graphql",
        json={"query": ADD, "variables": {"input": {"organizationId": town.organizations["elm-city"], "title": "x"}}},
        headers={"x-presencia-act": "first"},
    )

    assert "X-Presencia-Act" in answer.text
    assert await count(town) == before


async def test_a_report_sent_again_after_its_answer_was_lost_is_no_second_report_and_no_refusal(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    case = await steps.take_in_mateo(town, ana)
    hearing = await steps.schedule(town, ana, case["id"])
    town.clock.forward(days=10)
    ana = await town.signed_in("coordinator@demo.test")
    node = await ana.ask("query ($id: ID!) { node(id: $id) { ... on Hearing { revision } } }", id=hearing["id"])
    ana.http.headers["x-presencia-act"] = str(uuid4())
    report = {"hearingId": hearing["id"], "expectedRevision": node["node"]["revision"], "outcome": "CONTINUED"}

    assert (await ana.do("reportHearing", **report))["__typename"] == "ReportHearingPayload"
    assert (await ana.do("reportHearing", **report))["__typename"] == "AlreadyDone"


async def test_numbers_are_forgotten_after_two_weeks(town: Town) -> None:
    luis, first = town.staff["attorney@demo.test"], uuid4()
    for act in (first, uuid4()):
        async with town.database.transaction(actors.Person(luis)) as tx:
            await received.receive_once(tx, act)
        town.clock.forward(days=15)

    assert await count(town, ReceivedAct) == 1
    async with town.database.transaction(actors.Person(luis)) as tx:
        await received.receive_once(tx, first)
        with pytest.raises(AlreadyDone):
            await received.receive_once(tx, first)


async def test_what_waited_without_a_signal_is_never_sent_as_whoever_signed_in_since(town: Town) -> None:
    ana, before = await town.signed_in("coordinator@demo.test"), await count(town)
    given = {"organizationId": town.organizations["elm-city"], "title": "Call Ana again"}
    asked = {"query": ADD, "variables": {"input": given}}

    own = town.person("coordinator@demo.test")
    for whose, status in ((town.person("attorney@demo.test"), 409), ("nonsense", 409), (own, 200)):
        answer = await ana.http.post("/graphql", json=asked, headers={"x-presencia-person": whose})
        assert answer.status_code == status
        assert await count(town) == before + (status == 200)
