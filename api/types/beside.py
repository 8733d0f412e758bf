"""What stands beside a case: each room of it has its fields in a module of its own, and the case inherits them."""

from __future__ import annotations

import strawberry

from api.context import Info
from schema import cases as case_rows


@strawberry.type
class OfCase:
    """A room of a case, over the case's row."""

    row: strawberry.Private[case_rows.Case]

    async def legal(self, info: Info) -> bool:
        seat = await info.context.seat(self.row.id)
        return bool(seat and seat.legal)

    async def viewed(self, info: Info, model: type, fields: list[str]) -> None:
        await info.context.viewed(
            model, self.row.id, fields, case_id=self.row.id, organization_id=self.row.lead_organization_id
        )
