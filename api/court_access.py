"""What observers met at a hearing location."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import strawberry

from api import nodes
from api.context import Info
from api.refusals import Refused, verb
from api.types.places import HearingLocation
from casework import court_access
from schema import courts as court_rows
from schema.court_access import CourtAccess


@strawberry.input
class ReportCourtAccessInput:
    organization_id: strawberry.ID
    hearing_location_id: strawberry.ID
    what: CourtAccess
    seen_on: date


@strawberry.type
class ReportCourtAccessPayload:
    location: HearingLocation | None


ReportCourtAccessResult = Annotated[ReportCourtAccessPayload | Refused, strawberry.union("ReportCourtAccessResult")]


@strawberry.type
class CourtAccessMutations:
    @verb("Report whether observers were let in at a hearing location, for whoever plans to attend there.")
    async def report_court_access(self, info: Info, input: ReportCourtAccessInput) -> ReportCourtAccessResult:
        async with info.context.transaction() as tx:
            row = await court_access.report_court_access(
                tx,
                nodes.key("Organization", input.organization_id),
                nodes.key("HearingLocation", input.hearing_location_id),
                what=input.what,
                seen_on=input.seen_on,
            )
        location = await info.context.row(court_rows.HearingLocation, row.hearing_location_id)
        return ReportCourtAccessPayload(location=HearingLocation.of(location) if location else None)
