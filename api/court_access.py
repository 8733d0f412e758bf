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
from schema.court_access import CourtAccess, Openness


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


@strawberry.input
class ConfirmObserverRulesInput:
    organization_id: strawberry.ID
    hearing_location_id: strawberry.ID
    openness: Openness
    #: "Clerk's office, by telephone."
    asked_of: str
    confirmed_on: date
    #: How many days before names must be sent in. What nobody asked about is left out.
    lead_days: int | None = None
    photo_id: bool | None = None
    devices: bool | None = None
    notes: bool | None = None
    link_when_cleared: bool | None = None


@strawberry.type
class ConfirmObserverRulesPayload:
    location: HearingLocation | None


ConfirmObserverRulesResult = Annotated[
    ConfirmObserverRulesPayload | Refused, strawberry.union("ConfirmObserverRulesResult")
]


@strawberry.type
class CourtAccessMutations:
    @verb("Write down what observers are to know of a hearing location, as it was said there. The newest counts.")
    async def confirm_observer_rules(self, info: Info, input: ConfirmObserverRulesInput) -> ConfirmObserverRulesResult:
        async with info.context.transaction() as tx:
            row = await court_access.confirm_observer_rules(
                tx,
                nodes.key("Organization", input.organization_id),
                nodes.key("HearingLocation", input.hearing_location_id),
                openness=input.openness,
                asked_of=input.asked_of,
                confirmed_on=input.confirmed_on,
                lead_days=input.lead_days,
                photo_id=input.photo_id,
                devices=input.devices,
                notes=input.notes,
                link_when_cleared=input.link_when_cleared,
            )
        location = await info.context.row(court_rows.HearingLocation, row.hearing_location_id)
        return ConfirmObserverRulesPayload(location=HearingLocation.of(location) if location else None)

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
