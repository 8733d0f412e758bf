"""Two people have one record open: whoever comes second is told who was first, if they may read the trail."""

from __future__ import annotations

from typing import Any

from tests.journeys import steps
from tests.town import Seat, Town, town

_ = town


async def moves(seat: Seat, hearing: Any, to: str) -> Any:
    return await seat.do(
        "rescheduleHearing", "hearing { revision }",
        hearingId=hearing["id"], startsAt=to, expectedRevision=hearing["revision"],
    )  # fmt: skip


async def test_the_second_is_told_who_was_first_and_how_long_ago_and_nothing_of_theirs_is_saved(town: Town) -> None:
    ana, luis = await town.signed_in("coordinator@demo.test"), await town.signed_in("attorney@demo.test")
    case = await steps.take_in_mateo(town, ana)
    hearing = await steps.schedule(town, ana, case["id"])
    await steps.represent(town, ana, luis, case["id"])
    assert (await moves(luis, hearing, "2026-12-03T09:00"))["__typename"] == "RescheduleHearingPayload"

    town.clock.forward(minutes=7)
    refused = await moves(ana, hearing, "2026-12-04T09:00")
    luis.http.headers["accept-language"] = "es"
    in_spanish = await moves(luis, hearing, "2026-12-04T09:00")

    assert refused["__typename"] == "ChangedMeanwhile"
    assert refused["message"].startswith("Luis Prado changed this 7 minutes ago, after you opened it.")
    assert in_spanish["message"].startswith("Luis Prado cambió esto hace 7 minutos")
    asked = "query ($id: ID!) { node(id: $id) { ... on Hearing { occasion { wallStarts } } } }"
    assert (await ana.ask(asked, id=hearing["id"]))["node"]["occasion"]["wallStarts"].startswith("2026-12-03T09:00")


async def test_who_may_not_read_the_trail_is_told_that_it_changed_and_by_nobody_s_name(town: Town) -> None:
    ana, noor = await town.signed_in("coordinator@demo.test"), await town.signed_in("advocate@demo.test")
    task = await ana.do(
        "addTask", "task { id revision }", organizationId=town.organizations["elm-city"], title="Call the court",
        ownerId=town.person("attorney@demo.test"),
    )  # fmt: skip
    luis = await town.signed_in("attorney@demo.test")
    given = {"taskId": task["task"]["id"], "expectedRevision": task["task"]["revision"]}
    assert (await ana.do("completeTask", **given))["__typename"] == "CompleteTaskPayload"

    refused = await luis.do("completeTask", **given)
    unseen = await noor.do("completeTask", **given)

    assert refused["__typename"] == "ChangedMeanwhile" and "Okafor" not in refused["message"]
    assert unseen["__typename"] == "NotFound" and "Okafor" not in unseen["message"]
