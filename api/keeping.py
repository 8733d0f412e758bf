"""Mutations on how long things are kept: legal holds, and erasing."""

from __future__ import annotations

from typing import Annotated

import strawberry

from api import nodes
from api.context import Info
from api.refusals import Refused, verb
from api.types.people import Organization, organization
from casework import retention
from casework.refusals import NotFound


@strawberry.input
class PlaceHoldInput:
    organization_id: strawberry.ID
    #: The case's number, which an admin may know without seeing the case: C-10423. None: all of the organization.
    short_id: str | None = None
    #: What is foreseen. Sealed: admins and attorneys read it.
    reason: str


@strawberry.type
class PlaceHoldPayload:
    organization: Organization


PlaceHoldResult = Annotated[PlaceHoldPayload | Refused, strawberry.union("PlaceHoldResult")]


@strawberry.input
class LiftHoldInput:
    hold_id: strawberry.ID


@strawberry.type
class LiftHoldPayload:
    organization: Organization


LiftHoldResult = Annotated[LiftHoldPayload | Refused, strawberry.union("LiftHoldResult")]


@strawberry.input
class EraseCaseInput:
    case_id: strawberry.ID
    expected_revision: int


@strawberry.type
class EraseCasePayload:
    short_id: str


EraseCaseResult = Annotated[EraseCasePayload | Refused, strawberry.union("EraseCaseResult")]


@strawberry.type
class KeepingMutations:
    @verb("Keep a case, or all that the organization has, from every clock and from being erased.")
    async def place_hold(self, info: Info, input: PlaceHoldInput) -> PlaceHoldResult:
        house = nodes.key("Organization", input.organization_id)
        async with info.context.transaction() as tx:
            hold = await retention.place_hold(tx, house, input.reason, short_id=input.short_id)
        found = await organization(info, hold.organization_id)
        if found is None:
            raise NotFound
        return PlaceHoldPayload(organization=found)

    @verb("End a legal hold: the clocks go on as if they had never stopped.")
    async def lift_hold(self, info: Info, input: LiftHoldInput) -> LiftHoldResult:
        async with info.context.transaction() as tx:
            hold = await retention.lift_hold(tx, nodes.key("LegalHold", input.hold_id))
        found = await organization(info, hold.organization_id)
        if found is None:
            raise NotFound
        return LiftHoldPayload(organization=found)

    @verb("Erase a closed case for good, because the client asks for it.")
    async def erase_case(self, info: Info, input: EraseCaseInput) -> EraseCaseResult:
        async with info.context.transaction() as tx:
            short_id = await retention.erase_case(
                tx, nodes.key("Case", input.case_id), expected_revision=input.expected_revision
            )
        return EraseCasePayload(short_id=short_id)
