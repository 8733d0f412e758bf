"""Mutations on conflict walls."""

from __future__ import annotations

from typing import Annotated

import strawberry

from api import nodes
from api.cases import shown
from api.context import Info
from api.refusals import Refused, verb
from api.types.cases import Case, case
from casework import walls
from casework.access import Act


@strawberry.input
class RaiseWallInput:
    case_id: strawberry.ID
    #: One of these two.
    person_id: strawberry.ID | None = None
    organization_id: strawberry.ID | None = None
    reason: str


@strawberry.type
class RaiseWallPayload:
    case: Case | None = strawberry.field(description="Null when it was raised before oneself.")


RaiseWallResult = Annotated[RaiseWallPayload | Refused, strawberry.union("RaiseWallResult")]


@strawberry.input
class LiftWallInput:
    wall_id: strawberry.ID


@strawberry.type
class LiftWallPayload:
    case: Case


LiftWallResult = Annotated[LiftWallPayload | Refused, strawberry.union("LiftWallResult")]


@strawberry.type
class WallMutations:
    @verb("Raise a conflict wall: from now on they see nothing of this client.", Act.RAISE_WALL)
    async def raise_wall(self, info: Info, input: RaiseWallInput) -> RaiseWallResult:
        async with info.context.transaction() as tx:
            row = await walls.raise_wall(
                tx,
                nodes.key("Case", input.case_id),
                person_id=nodes.optional_key("Person", input.person_id),
                organization_id=nodes.optional_key("Organization", input.organization_id),
                reason=input.reason,
            )
        info.context.wake()
        return RaiseWallPayload(case=await case(info, row.case_id))

    @verb("Lift a conflict wall. Seats that it ended are given anew.", Act.LIFT_WALL)
    async def lift_wall(self, info: Info, input: LiftWallInput) -> LiftWallResult:
        async with info.context.transaction() as tx:
            row = await walls.lift_wall(tx, nodes.key("ConflictWall", input.wall_id))
        return LiftWallPayload(case=await shown(info, row.case_id))
