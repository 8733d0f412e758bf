"""Mutations on family groups."""

from __future__ import annotations

from typing import Annotated

import strawberry

from api import nodes
from api.cases import shown
from api.context import Info
from api.refusals import Refused, verb
from api.types.cases import Case
from casework import families
from schema.families import FamilyRole


@strawberry.input
class JoinFamilyInput:
    case_id: strawberry.ID
    #: A case of the family, or the other one of a new family.
    with_case_id: strawberry.ID
    role: FamilyRole


@strawberry.type
class JoinFamilyPayload:
    case: Case


JoinFamilyResult = Annotated[JoinFamilyPayload | Refused, strawberry.union("JoinFamilyResult")]


@strawberry.input
class LeaveFamilyInput:
    case_id: strawberry.ID


@strawberry.type
class LeaveFamilyPayload:
    case: Case


LeaveFamilyResult = Annotated[LeaveFamilyPayload | Refused, strawberry.union("LeaveFamilyResult")]


@strawberry.type
class FamilyMutations:
    @verb("Say that a case belongs to another's family: as a rider of it, or as its lead.")
    async def join_family(self, info: Info, input: JoinFamilyInput) -> JoinFamilyResult:
        async with info.context.transaction() as tx:
            row = await families.join_family(
                tx, nodes.key("Case", input.case_id), nodes.key("Case", input.with_case_id), input.role
            )
        return JoinFamilyPayload(case=await shown(info, row.id))

    @verb("Take a case out of its family group.")
    async def leave_family(self, info: Info, input: LeaveFamilyInput) -> LeaveFamilyResult:
        async with info.context.transaction() as tx:
            row = await families.leave_family(tx, nodes.key("Case", input.case_id))
        return LeaveFamilyPayload(case=await shown(info, row.id))
