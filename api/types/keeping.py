"""Legal holds, and how long things are kept."""

from __future__ import annotations

from datetime import datetime

import strawberry

from api.context import Info
from api.nodes import global_id
from api.types import people
from api.types.people import Person
from casework import access
from casework.retention import CLOCKS
from schema import retention as rows
from schema.retention import RetentionClass

_DAYS = {clock.kind: clock.after.days for clock in CLOCKS}


@strawberry.type(description="Nothing that it covers is taken away while it stands.")
class LegalHold:
    row: strawberry.Private[rows.LegalHold]
    id: strawberry.ID
    short_id: str | None = strawberry.field(description="The case's number. Null: all that the organization has.")
    placed_at: datetime

    @classmethod
    def of(cls, row: rows.LegalHold) -> LegalHold:
        return cls(
            row=row,
            id=strawberry.ID(global_id("LegalHold", row.id)),
            short_id=f"C-{row.case_number}" if row.case_number is not None else None,
            placed_at=row.placed_at,
        )

    @strawberry.field
    async def placed_by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.placed_by_id)

    @strawberry.field(description="For the organization's admins and attorneys.")
    async def reason(self, info: Info) -> str | None:
        standing = await info.context.read(access.standing)
        if self.row.organization_id not in standing.where(*access.HOLDERS):
            return None
        await info.context.viewed(
            rows.LegalHold, self.row.id, ["reason"], case_id=self.row.case_id, organization_id=self.row.organization_id
        )
        return await info.context.opened(self.row, "reason")


@strawberry.type(description="One kind of record, how long it is kept, and how the last sweep went: counts alone.")
class Sweep:
    kind: RetentionClass
    days: int = strawberry.field(description="How many days it is kept once it has ended.")
    ran_at: datetime | None = strawberry.field(description="Null: it has not run yet.")
    gone: int = strawberry.field(description="How many went then.")
    held: int = strawberry.field(description="How many would have gone, and a legal hold keeps.")
    ahead: int = strawberry.field(description="How many go within thirty days of it, if nothing changes.")

    @classmethod
    def of(cls, row: rows.Sweep) -> Sweep:
        return cls(
            kind=row.kind, days=_DAYS[row.kind], ran_at=row.ran_at, gone=row.gone, held=row.held, ahead=row.ahead
        )
