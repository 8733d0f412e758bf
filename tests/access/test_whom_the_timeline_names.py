"""A line of the timeline says whom it is about: who joined or left, and before whom a wall stands."""

from __future__ import annotations

from tests.access.test_breaking_glass import entered
from tests.journeys import steps
from tests.town import Town

TRAIL = "query ($s: String!) { case(shortId: $s) { trail(first: 50) { edges { node { act concerns } } } } }"


async def test_it_says_who_joined_and_left_and_before_whom_a_wall_stands(town: Town) -> None:
    ana = await entered(town, "coordinator@demo.test")
    mateo = await steps.take_in_mateo(town, ana)
    luis = town.person("attorney@demo.test")
    await ana.do("addToTeam", caseId=mateo["id"], personId=luis, role="ATTORNEY")
    raised = await ana.do("raiseWall", caseId=mateo["id"], personId=luis, reason="He represents the other party.")
    assert raised["__typename"] == "RaiseWallPayload", raised

    lines = (await ana.ask(TRAIL, s=mateo["shortId"]))["case"]["trail"]["edges"]

    said = {(one["node"]["act"], one["node"]["concerns"]) for one in lines}
    assert {("team.joined", "Luis Prado"), ("team.left", "Luis Prado"), ("wall.raised", "Luis Prado")} <= said
    assert {concerns for act, concerns in said if act == "case.taken_in"} == {None}
