"""The mutation of break-glass."""

from __future__ import annotations

from typing import Annotated

import strawberry

from api.context import Info
from api.refusals import Refused, verb
from api.types.cases import Case, case
from casework import urgency


@strawberry.input
class BreakGlassInput:
    #: The number people say on the telephone: C-10423.
    short_id: str
    reason: str


@strawberry.type
class BreakGlassPayload:
    case: Case


BreakGlassResult = Annotated[BreakGlassPayload | Refused, strawberry.union("BreakGlassResult")]


@strawberry.type
class UrgencyMutations:
    @verb("Open a case urgently, for 24 hours, without being on its team: the team is told at once.")
    async def break_glass(self, info: Info, input: BreakGlassInput) -> BreakGlassResult:
        async with info.context.transaction() as tx:
            row = await urgency.break_glass(tx, input.short_id, input.reason)
        info.context.wake()
        shown = await case(info, row.id)
        if shown is None:
            raise LookupError("The case is out of sight after the act.")
        return BreakGlassPayload(case=shown)
