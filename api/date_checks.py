"""Mutations on date checkers' shifts."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import strawberry

from api import nodes
from api.context import Info
from api.refusals import Refused, verb
from api.types.date_checks import Shift
from casework import date_checks


@strawberry.input
class StartShiftInput:
    organization_id: strawberry.ID
    name: str
    phone: str
    hours: int
    begins_at: datetime | None = None
    language: str | None = None


@strawberry.type(description="The link goes to the volunteer by message, the code over the telephone.")
class StartShiftPayload:
    shift: Shift
    address: str
    code: str = strawberry.field(description="Told now and never again.")


StartShiftResult = Annotated[StartShiftPayload | Refused, strawberry.union("StartShiftResult")]


@strawberry.input
class EndShiftInput:
    shift_id: strawberry.ID


@strawberry.type
class EndShiftPayload:
    shift: Shift


EndShiftResult = Annotated[EndShiftPayload | Refused, strawberry.union("EndShiftResult")]


@strawberry.input
class EndShiftsInput:
    organization_id: strawberry.ID


@strawberry.type
class EndShiftsPayload:
    ended: int


EndShiftsResult = Annotated[EndShiftsPayload | Refused, strawberry.union("EndShiftsResult")]


@strawberry.type
class DateCheckMutations:
    @verb("Start a shift for a date checker: a link, and a code that binds it to one telephone.")
    async def start_shift(self, info: Info, input: StartShiftInput) -> StartShiftResult:
        async with info.context.transaction() as tx:
            started = await date_checks.start_shift(
                tx, nodes.key("Organization", input.organization_id), name=input.name, phone=input.phone,
                hours=input.hours, begins_at=input.begins_at, language=input.language or "en",
            )  # fmt: skip
        return StartShiftPayload(
            shift=Shift.of(started.shift),
            address=f"{info.context.settings.address}/c/{started.secret}",
            code=started.code,
        )

    @verb("End a date checker's shift at once.")
    async def end_shift(self, info: Info, input: EndShiftInput) -> EndShiftResult:
        async with info.context.transaction() as tx:
            row = await date_checks.end_shift(tx, nodes.key("Shift", input.shift_id))
        return EndShiftPayload(shift=Shift.of(row))

    @verb("End every date checker's shift of the organization at once.")
    async def end_shifts(self, info: Info, input: EndShiftsInput) -> EndShiftsResult:
        async with info.context.transaction() as tx:
            ended = await date_checks.end_shifts(tx, nodes.key("Organization", input.organization_id))
        return EndShiftsPayload(ended=ended)
