"""What waits for a human where the viewer coordinates, row by row."""

from __future__ import annotations

import strawberry

from api.context import Info
from api.types.advocacy import AdvocacyAction
from api.types.deadlines import Deadline
from api.types.occasions import Hearing
from api.types.work import Task
from casework import reading


@strawberry.type
class WaitingQueries:
    @strawberry.field(
        description="Hearings of cases led where the viewer coordinates, within 7 days and nobody stands up, or within "
        "14 with a date that may be wrong; the next first, at most 20."
    )
    async def hearings_waiting(self, info: Info) -> list[Hearing]:
        return [Hearing.of(row) for row in await info.context.read(reading.hearings_waiting)]

    @strawberry.field(description="Deadlines within 7 days that nobody has met; the next first, at most 20.")
    async def deadlines_waiting(self, info: Info) -> list[Deadline]:
        return [Deadline.of(row) for row in await info.context.read(reading.deadlines_waiting)]

    @strawberry.field(
        description="What the house rings about custody (courts that disagree, whom nobody can find), until somebody "
        "answers; the oldest first, at most 20."
    )
    async def alarms_waiting(self, info: Info) -> list[Task]:
        return [await Task.of(info, row) for row in await info.context.read(reading.alarms_waiting)]

    @strawberry.field(
        description="Drafts about a case within 14 days that counsel has not said yes to as they read now; at most 20."
    )
    async def approvals_waiting(self, info: Info) -> list[AdvocacyAction]:
        return [AdvocacyAction.of(row) for row in await info.context.read(reading.approvals_waiting)]
