"""An action that Noor plans: for the stories told about it."""

from __future__ import annotations

from typing import Any

from tests.ground import Ground
from tests.journeys import steps
from tests.town import Seat, Town

ACTION = """query ($id: ID!) { node(id: $id) { ... on AdvocacyAction {
  id state revision saidRevision unready hearingMoved plannedByUs spokespeople pressContact runOfShow languages
  accessibility link lettersDueOn
  safetyPlan { revision marshals medics stopRule noPoliceLiaison policeLiaison legalSupportNumber }
  wordings { kind language body } tasks { title dueAt doneAt raisedBy owner { name } }
  warnings { what where words } clashes { kind startsAt timeZone } signOffs { current } missing
  occasion { id startsAt state } } } }"""
TABLES = ("advocacy_actions", "wordings", "safety_plans", "tasks", "audit_entries", "notices", "sign_offs")


async def looked(seat: Seat, action_id: str) -> Any:
    return (await seat.ask(ACTION, id=action_id))["node"]


async def counted(ground: Ground) -> list[int]:
    return [await ground.connection.fetchval(f"select count(*) from {table}") for table in TABLES]


async def a_shared_case(town: Town) -> tuple[Seat, Seat, Seat, str, Any]:
    """Mateo's case, with Luis of record, and shared with Harbor Neighbors, where Noor is an advocate on its team."""
    ana, luis = await town.signed_in("coordinator@demo.test"), await town.signed_in("attorney@demo.test")
    noor = await town.signed_in("advocate@demo.test")
    case = await steps.take_in_mateo(town, ana)
    hearing = await steps.schedule(town, ana, case["id"])
    await steps.represent(town, ana, luis, case["id"])
    await ana.do("shareCase", "case { id }", caseId=case["id"], organizationId=town.organizations["harbor"])
    added = await ana.do("addToTeam", caseId=case["id"], personId=town.person("advocate@demo.test"), role="ADVOCATE")
    assert added["__typename"] == "AddToTeamPayload", added
    return ana, luis, noor, case["id"], hearing


async def drafted(town: Town, seat: Seat, case_id: str | None, slug: str = "harbor", **more: Any) -> str:
    made = await seat.do(
        "draftAction", "action { id }",
        **{
            "organizationId": town.organizations[slug], "kind": "PRESS_CONFERENCE",
            "title": "Neighbors of Mateo R. speak", "nameForm": "PUBLIC_NAME" if case_id else "NONE",
            "audiences": ["PRESS"], "startsAt": "2026-12-02T08:00", "timeZone": "America/New_York",
            "placeName": "The Green", "placeCity": "New Haven", **({"caseId": case_id} if case_id else {}), **more,
        },
    )  # fmt: skip
    assert made["__typename"] == "DraftActionPayload", made
    action_id: str = made["action"]["id"]
    return action_id
