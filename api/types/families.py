"""Family groups: whose cases belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import strawberry

from api.context import Info
from api.nodes import global_id
from api.types.beside import OfCase
from api.types.people import Node
from schema import families as rows
from schema.families import FamilyRole

if TYPE_CHECKING:
    from api.types.cases import Case

LaterCase = Annotated["Case", strawberry.lazy("api.types.cases")]


@strawberry.type(description="One case of a family group: whose claim carries the others', or a rider of it.")
class FamilyMember(Node):
    row: strawberry.Private[rows.FamilyMember]
    role: FamilyRole

    @classmethod
    def of(cls, row: rows.FamilyMember) -> FamilyMember:
        return cls(id=strawberry.ID(global_id("FamilyMember", row.id)), row=row, role=row.role)

    @strawberry.field
    async def case(self, info: Info) -> LaterCase | None:
        from api.types.cases import case

        return await case(info, self.row.case_id)


@strawberry.type
class FamilyOfCase(OfCase):
    """Whose case it belongs with."""

    @strawberry.field(description="The family group, this case among them: for the legal team. Empty: none.")
    async def family(self, info: Info) -> list[FamilyMember]:
        mine = await info.context.children(rows.FamilyMember, "case_id", self.row.id)
        if not mine:
            return []
        together = await info.context.children(rows.FamilyMember, "family_id", mine[0].family_id)
        return [FamilyMember.of(row) for row in sorted(together, key=lambda row: (row.role, row.id))]
