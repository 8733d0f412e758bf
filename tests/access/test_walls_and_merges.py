"""Conflict walls where cases become one, and two again: whoever is behind one half is behind both."""

from __future__ import annotations

from typing import Any

from api.nodes import global_id, key
from casework import actors
from schema.base import new_id
from schema.cases import Case
from tests.access.test_breaking_glass import LOOK, entered
from tests.access.test_conflict_walls import CONFLICT
from tests.ground import Ground
from tests.journeys import steps
from tests.town import Seat, Town


async def test_a_wall_stands_before_every_case_of_the_client_and_follows_a_merge(town: Town, ground: Ground) -> None:
    ana, luis = await town.signed_in("coordinator@demo.test"), await entered(town, "attorney@demo.test")
    elm = town.organizations["elm-city"]
    first = await ana.do("takeInCase", "case { id shortId }", organizationId=elm, legalName="Luz Marina Peña")
    second = await ana.do("takeInCase", "case { id shortId }", organizationId=elm, legalName="Luz M. Peña")
    attorney = town.person("attorney@demo.test")
    for one in (first, second):
        seated = await ana.do("addToTeam", caseId=one["case"]["id"], personId=attorney, role="ATTORNEY")
        assert seated["__typename"] == "AddToTeamPayload"
    await ana.do("raiseWall", caseId=second["case"]["id"], personId=attorney, reason=CONFLICT)
    assert (await luis.ask(LOOK, s=first["case"]["shortId"]))["case"]
    assert (await luis.ask(LOOK, s=second["case"]["shortId"]))["case"] is None
    # Another episode of the same client.
    async with town.database.transaction(actors.OPERATOR) as tx:
        row = await tx.session.get_one(Case, key("Case", second["case"]["id"]))
        other = await tx.session.get_one(Case, key("Case", first["case"]["id"]))
        before, other.detainee_id = other.detainee_id, row.detainee_id
    assert (await luis.ask(LOOK, s=first["case"]["shortId"]))["case"] is None
    async with town.database.transaction(actors.OPERATOR) as tx:
        (await tx.session.get_one(Case, other.id)).detainee_id = before
    assert (await luis.ask(LOOK, s=first["case"]["shortId"]))["case"]

    merged = await ana.do(
        "mergeCases", "merge { id }", keptCaseId=first["case"]["id"], mergedCaseId=second["case"]["id"]
    )

    assert (await luis.ask(LOOK, s=first["case"]["shortId"]))["case"] is None
    assert (await luis.ask(LOOK, s=second["case"]["shortId"]))["case"] is None
    await ana.do("undoMerge", mergeId=merged["merge"]["id"])
    # The seat that the merge ended is given anew; no wall stands before this half.
    assert (await luis.ask(LOOK, s=first["case"]["shortId"]))["case"] is None
    again = await ana.do("addToTeam", caseId=first["case"]["id"], personId=attorney, role="ATTORNEY")
    assert again["__typename"] == "AddToTeamPayload", again
    assert (await luis.ask(LOOK, s=first["case"]["shortId"]))["case"]
    assert (await luis.ask(LOOK, s=second["case"]["shortId"]))["case"] is None


async def made(ana: Seat, elm: str, *names: str) -> list[str]:
    return [
        (await ana.do("takeInCase", "case { id }", organizationId=elm, legalName=name))["case"]["id"] for name in names
    ]


async def node(seat: Seat, case: str) -> Any:
    return (await seat.ask("query ($i: ID!) { node(id: $i) { ... on Case { client { legalName } } } }", i=case))["node"]


async def test_a_wall_reaches_through_every_merge_and_stays_when_one_is_undone(town: Town) -> None:
    ana, luis = await town.signed_in("coordinator@demo.test"), await entered(town, "attorney@demo.test")
    attorney = town.person("attorney@demo.test")
    one, two, three = await made(ana, town.organizations["elm-city"], "Luz Marina Peña", "Luz M. Peña", "Luz Peña M.")
    for case in (one, two, three):
        await ana.do("addToTeam", caseId=case, personId=attorney, role="ATTORNEY")
    for kept, merged in ((two, one), (three, two)):
        last = await ana.do("mergeCases", "merge { id }", keptCaseId=kept, mergedCaseId=merged)
    assert await node(luis, three)

    raised = await ana.do("raiseWall", caseId=three, personId=attorney, reason=CONFLICT)

    assert raised["__typename"] == "RaiseWallPayload", raised
    assert [await node(luis, case) for case in (one, two, three)] == [None, None, None]
    # Raised while they were one, it stands before both once they are two: nobody knows which half it was about.
    undone = await ana.do("undoMerge", "mergedCase { walls { reason } }", mergeId=last["merge"]["id"])
    assert undone["mergedCase"]["walls"] == [{"reason": CONFLICT}]
    assert [await node(luis, case) for case in (one, two, three)] == [None, None, None]


async def test_a_seat_that_a_merge_brings_ends_before_a_wall(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    attorney = town.person("attorney@demo.test")
    kept, merged = await made(ana, town.organizations["elm-city"], "Luz Marina Peña", "Luz M. Peña")
    hearing = await steps.schedule(town, ana, kept)
    await ana.do("addToTeam", caseId=merged, personId=attorney, role="ATTORNEY")
    await ana.do("raiseWall", caseId=kept, personId=attorney, reason=CONFLICT)
    await ana.do("mergeCases", "merge { id }", keptCaseId=kept, mergedCaseId=merged)
    await town.deliver()

    moved = await ana.do(
        "rescheduleHearing", hearingId=hearing["id"], startsAt="2026-12-09T10:00", expectedRevision=hearing["revision"]
    )

    assert moved["__typename"] == "RescheduleHearingPayload", moved
    assert all("attorney@demo.test" not in str(one.message["To"]) for one in await town.deliver())
    team = await ana.ask("query ($i: ID!) { node(id: $i) { ... on Case { team { person { name } } } } }", i=kept)
    assert "Luis Prado" not in str(team)


async def test_a_family_tells_nobody_of_a_case_that_a_wall_keeps_from_them(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    elm, attorney = town.organizations["elm-city"], town.person("attorney@demo.test")
    rider, lead = [
        (await ana.do("takeInCase", "case { id shortId }", organizationId=elm, legalName=name))["case"]
        for name in ("Luz Marina Peña", "Tomás Peña")
    ]
    await ana.do("addToTeam", caseId=rider["id"], personId=attorney, role="ATTORNEY")
    joined = await ana.do("joinFamily", caseId=rider["id"], withCaseId=lead["id"], role="RIDER")
    assert joined["__typename"] == "JoinFamilyPayload", joined
    await ana.do("raiseWall", caseId=lead["id"], personId=attorney, reason=CONFLICT)
    luis = await entered(town, "attorney@demo.test")

    asked = "query ($s: String!) { case(shortId: $s) { family { role case { shortId } }"
    asked += " trail(first: 100) { edges { node { act before after } } } } }"
    for document in (asked, asked.replace("{ case", '{ __type(name: "Case") { name } case', 1)):
        found = (await luis.ask(document, s=rider["shortId"]))["case"]
        assert [one["case"]["shortId"] for one in found["family"]] == [rider["shortId"]]
        assert "case.joined_family" in str(found) and lead["shortId"] not in str(found)
    known, unknown = [
        await luis.do("joinFamily", caseId=rider["id"], withCaseId=one, role="RIDER")
        for one in (lead["id"], global_id("Case", new_id()))
    ]
    assert known == unknown and known["__typename"] == "NotFound"
