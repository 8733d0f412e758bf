"""Date checkers' shifts, and what they heard."""

from __future__ import annotations

from datetime import datetime

import strawberry

from api.context import Info
from api.nodes import global_id
from api.scalars import WallTime
from api.types import people
from api.types.people import Node, Person
from casework import access
from schema import date_checks as date_check_rows
from schema.date_checks import HEARD, DateCheckOutcome, ShiftEnd
from schema.organizations import Role


@strawberry.type(description="One volunteer who rings the court's line for some hours, on one telephone.")
class Shift(Node):
    row: strawberry.Private[date_check_rows.Shift]
    language: str
    begins_at: datetime
    ends_at: datetime
    bound_at: datetime | None = strawberry.field(description="When the code bound it to a telephone.")
    promised_at: datetime | None
    refused_at: datetime | None = strawberry.field(description="When another telephone came with its link last.")
    last_used_at: datetime | None
    ended_at: datetime | None
    ended_by: ShiftEnd | None

    @classmethod
    def of(cls, row: date_check_rows.Shift) -> Shift:
        return cls(
            id=strawberry.ID(global_id("Shift", row.id)),
            row=row,
            language=row.language,
            begins_at=row.begins_at,
            ends_at=row.ends_at,
            bound_at=row.bound_at,
            promised_at=row.promised_at,
            refused_at=row.refused_at,
            last_used_at=row.last_used_at,
            ended_at=row.revoked_at,
            ended_by=row.ended_by,
        )

    @strawberry.field
    async def name(self, info: Info) -> str:
        return await info.context.opened(self.row, "name") or ""

    @strawberry.field(description="For whoever may end the shift.")
    async def phone(self, info: Info) -> str | None:
        standing = await info.context.read(access.standing)
        if self.row.phone is None or self.row.organization_id not in standing.where(Role.ADMIN, Role.COORDINATOR):
            return None
        await info.context.viewed(
            date_check_rows.Shift, self.row.id, ["phone"], organization_id=self.row.organization_id
        )
        return await info.context.opened(self.row, "phone")

    @strawberry.field(description="It has begun, is not over, and nobody ended it.")
    async def runs(self, info: Info) -> bool:
        return self.row.runs((await info.context.reading()).now)

    @strawberry.field(
        description="Of how many dates the line was heard. Null for whoever does not see all cases that it was given."
    )
    async def checked(self, info: Info) -> int | None:
        if not await self._counts(info):
            return None
        rows = await info.context.children(date_check_rows.DateCheck, "shift_id", self.row.id)
        return sum(row.outcome in HEARD for row in rows)

    @strawberry.field(
        description="Of how many dates it was shown what the call needs. Null for whoever does not see all their cases."
    )
    async def given(self, info: Info) -> int | None:
        if not await self._counts(info):
            return None
        return len(await info.context.children(date_check_rows.DateCheck, "shift_id", self.row.id))

    async def _counts(self, info: Info) -> bool:
        """The dates are those of cases that the organization leads: its coordinators see them all."""
        standing = await info.context.read(access.standing)
        return self.row.organization_id in standing.organizations(wide=True, legal=True)

    @strawberry.field
    async def started_by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.started_by_id)


@strawberry.type(description="One date that a shift was given to check. Without an outcome it is on the telephone now.")
class DateCheck:
    row: strawberry.Private[date_check_rows.DateCheck]
    shown_at: datetime
    outcome: DateCheckOutcome | None
    answered_at: datetime | None
    heard: WallTime | None = strawberry.field(description="The time the line gave, when it was another.")

    @classmethod
    def of(cls, row: date_check_rows.DateCheck) -> DateCheck:
        return cls(
            row=row,
            shown_at=row.shown_at,
            outcome=row.outcome,
            answered_at=row.answered_at,
            heard=WallTime(row.heard_wall) if row.heard_wall else None,
        )

    @strawberry.field
    async def shift(self, info: Info) -> Shift | None:
        row = await info.context.row(date_check_rows.Shift, self.row.shift_id)
        return Shift.of(row) if row else None


__all__ = ["DateCheck", "Shift"]
