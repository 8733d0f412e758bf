"""Operations: arrests that belong together."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import strawberry

from api.context import Info
from api.nodes import global_id
from api.types import people
from api.types.beside import OfCase
from api.types.people import Node, Person
from casework.reading.operations import MOST_CASES
from schema import cases as case_rows
from schema import operations as rows

if TYPE_CHECKING:
    from api.types.cases import Case

LaterCase = Annotated["Case", strawberry.lazy("api.types.cases")]


@strawberry.type(description="One raid, sweep or workplace action, for who takes people in at the legal provider.")
class Operation(Node):
    row: strawberry.Private[rows.Operation]
    revision: int
    began_on: date
    ended_on: date | None

    @classmethod
    def of(cls, row: rows.Operation) -> Operation:
        return cls(
            id=strawberry.ID(global_id("Operation", row.id)),
            row=row,
            revision=row.revision,
            began_on=row.began_on,
            ended_on=row.ended_on,
        )

    @strawberry.field
    async def name(self, info: Info) -> str:
        return await info.context.opened(self.row, "name") or ""

    @strawberry.field
    async def place(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "place")

    @strawberry.field
    async def opened_by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.opened_by_id)

    @strawberry.field(description="Those the viewer may see, the first taken in first; at most 500.")
    async def cases(self, info: Info) -> list[LaterCase]:
        from api.types.cases import Case as CaseType

        found = await info.context.children(case_rows.Case, "operation_id", self.row.id, "id")
        return [CaseType.of(row) for row in found[:MOST_CASES]]


@strawberry.type
class OperationOfCase(OfCase):
    """With whom somebody was arrested."""

    @strawberry.field(description="The raid or sweep it belongs to. Null: none, or not for these eyes.")
    async def operation(self, info: Info) -> Operation | None:
        row = await info.context.row(rows.Operation, self.row.operation_id)
        return Operation.of(row) if row else None
