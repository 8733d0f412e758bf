"""Pages for sightings: an organization opens one, and says which partner groups see what is confirmed."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

import strawberry

from api import nodes
from api.context import Info
from api.refusals import Refused, verb
from api.types.community import SightingDesk
from casework import reading, sightings
from casework.access import Act
from casework.refusals import NotFound
from schema import sightings as rows


@strawberry.input
class OpenSightingDeskInput:
    organization_id: strawberry.ID
    #: What stands in the page's address.
    handle: str
    support_phone: str | None = None


@strawberry.type
class OpenSightingDeskPayload:
    desk: SightingDesk


OpenSightingDeskResult = Annotated[OpenSightingDeskPayload | Refused, strawberry.union("OpenSightingDeskResult")]


@strawberry.input
class CloseSightingDeskInput:
    organization_id: strawberry.ID


@strawberry.type
class CloseSightingDeskPayload:
    desk: SightingDesk


CloseSightingDeskResult = Annotated[CloseSightingDeskPayload | Refused, strawberry.union("CloseSightingDeskResult")]


@strawberry.input
class ShareSightingsInput:
    organization_id: strawberry.ID
    partner_id: strawberry.ID


@strawberry.type
class ShareSightingsPayload:
    desk: SightingDesk


ShareSightingsResult = Annotated[ShareSightingsPayload | Refused, strawberry.union("ShareSightingsResult")]


@strawberry.input
class StopSharingSightingsInput:
    organization_id: strawberry.ID
    partner_id: strawberry.ID


@strawberry.type
class StopSharingSightingsPayload:
    desk: SightingDesk


StopSharingSightingsResult = Annotated[
    StopSharingSightingsPayload | Refused, strawberry.union("StopSharingSightingsResult")
]


async def _desk(info: Info, organization_id: UUID) -> SightingDesk:
    desks = await info.context.read(reading.of_my_organizations, rows.SightingDesk, "id", verifying=False)
    row = next((one for one in desks if one.organization_id == organization_id), None)
    if row is None:
        raise NotFound
    return SightingDesk.of(row)


@strawberry.type
class SightingDeskMutations:
    @verb("Take sightings at a page of one's own, or give it another handle or number.", Act.KEEP_SIGHTING_DESK)
    async def open_sighting_desk(self, info: Info, input: OpenSightingDeskInput) -> OpenSightingDeskResult:
        key = nodes.key("Organization", input.organization_id)
        async with info.context.transaction() as tx:
            await sightings.open_sighting_desk(tx, key, handle=input.handle, support_phone=input.support_phone)
        return OpenSightingDeskPayload(desk=await _desk(info, key))

    @verb("Take no more sightings.", Act.KEEP_SIGHTING_DESK)
    async def close_sighting_desk(self, info: Info, input: CloseSightingDeskInput) -> CloseSightingDeskResult:
        key = nodes.key("Organization", input.organization_id)
        async with info.context.transaction() as tx:
            await sightings.close_sighting_desk(tx, key)
        return CloseSightingDeskPayload(desk=await _desk(info, key))

    @verb("Let a partner group see what is confirmed.", Act.KEEP_SIGHTING_DESK)
    async def share_sightings(self, info: Info, input: ShareSightingsInput) -> ShareSightingsResult:
        key = nodes.key("Organization", input.organization_id)
        async with info.context.transaction() as tx:
            await sightings.share_sightings(tx, key, nodes.key("Organization", input.partner_id))
        return ShareSightingsPayload(desk=await _desk(info, key))

    @verb("A partner group sees nothing more of them.", Act.KEEP_SIGHTING_DESK)
    async def stop_sharing_sightings(self, info: Info, input: StopSharingSightingsInput) -> StopSharingSightingsResult:
        key = nodes.key("Organization", input.organization_id)
        async with info.context.transaction() as tx:
            await sightings.stop_sharing_sightings(tx, key, nodes.key("Organization", input.partner_id))
        return StopSharingSightingsPayload(desk=await _desk(info, key))


@strawberry.type
class SightingDeskQueries:
    @strawberry.field(description="Pages for sightings of the viewer's organizations.")
    async def sighting_desks(self, info: Info) -> list[SightingDesk]:
        found = await info.context.read(reading.of_my_organizations, rows.SightingDesk, "id", verifying=False)
        return [SightingDesk.of(row) for row in found]
