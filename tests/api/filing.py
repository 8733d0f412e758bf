"""A case to put files with, and who looks at them."""

from __future__ import annotations

from typing import Any

from tests.journeys import steps
from tests.town import Seat, Town

CASE = """query ($id: ID!) { node(id: $id) { ... on Case { documents { id kind state revision files { id name } }
  files { id name kind size audience revision } filesTakenAway { id revision } } } }"""


async def look(seat: Seat, case_id: str) -> Any:
    return (await seat.ask(CASE, id=case_id))["node"]


async def mateo(town: Town) -> tuple[Seat, Seat, str]:
    """Ana, Luis on the team as his attorney, and the case."""
    ana, luis = await town.signed_in("coordinator@demo.test"), await town.signed_in("attorney@demo.test")
    case = await steps.take_in_mateo(town, ana)
    await ana.do("addToTeam", caseId=case["id"], personId=town.person("attorney@demo.test"), role="ATTORNEY")
    return ana, luis, case["id"]


async def advocate(town: Town, ana: Seat, case_id: str) -> tuple[Seat, Any]:
    """Noor, of the group with which the case is shared, and the consent under which advocates are told."""
    await ana.do("shareCase", caseId=case_id, organizationId=town.organizations["harbor"])
    await ana.do("addToTeam", caseId=case_id, personId=town.person("advocate@demo.test"), role="ADVOCATE")
    consent = await steps.consent(ana, case_id, "FILL_COURTROOM", "ADVOCATES")
    return await town.signed_in("advocate@demo.test"), consent
