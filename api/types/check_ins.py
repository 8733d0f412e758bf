"""Supervision after release, and check-ins: for the legal team."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import strawberry

from api.context import Info
from api.nodes import global_id
from api.types.beside import OfCase
from api.types.people import Node
from schema import check_ins as rows
from schema import invitations as invitation_rows
from schema.check_ins import CheckInOutcome, SupervisionKind
from schema.custody import Source
from schema.invitations import Audience, InvitationState

if TYPE_CHECKING:
    from api.types.invitations import Invitation
    from api.types.occasions import Occasion

LaterInvitation = Annotated["Invitation", strawberry.lazy("api.types.invitations")]
LaterOccasion = Annotated["Occasion", strawberry.lazy("api.types.occasions")]

for _words in (CheckInOutcome, SupervisionKind):
    strawberry.enum(_words)


@strawberry.type(description="Terms under which somebody is at liberty.")
class Supervision(Node):
    row: strawberry.Private[rows.Supervision]
    revision: int
    kind: SupervisionKind
    source: Source
    began_at: datetime
    ended_at: datetime | None

    @classmethod
    def of(cls, row: rows.Supervision) -> Supervision:
        return cls(
            id=strawberry.ID(global_id("Supervision", row.id)),
            row=row,
            revision=row.revision,
            kind=row.kind,
            source=row.source,
            began_at=row.began_at,
            ended_at=row.ended_at,
        )

    @strawberry.field(description="In the agency's words.")
    async def terms(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "terms")


@strawberry.type(description="A date on which somebody at liberty must present themselves. It is never public.")
class CheckIn(Node):
    row: strawberry.Private[rows.CheckIn]
    revision: int
    source: Source
    outcome: CheckInOutcome | None
    reported_at: datetime | None

    @classmethod
    def of(cls, row: rows.CheckIn) -> CheckIn:
        return cls(
            id=strawberry.ID(global_id("CheckIn", row.id)),
            row=row,
            revision=row.revision,
            source=row.source,
            outcome=row.outcome,
            reported_at=row.reported_at,
        )

    @strawberry.field(description="Where it is. Who comes along is told the occasion's place instead, where they meet.")
    async def office(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "office")

    @strawberry.field
    async def occasion(self, info: Info) -> LaterOccasion:
        from api.types.occasions import Occasion as OccasionType

        return OccasionType.of(self.row.occasion)

    @strawberry.field
    async def supervision(self, info: Info) -> Supervision | None:
        row = await info.context.row(rows.Supervision, self.row.supervision_id)
        return Supervision.of(row) if row else None

    @strawberry.field(description="Who was named to come along.")
    async def accompaniers(self, info: Info) -> list[LaterInvitation]:
        from api.types.invitations import Invitation as InvitationType

        found = await info.context.children(invitation_rows.Invitation, "occasion_id", self.row.occasion_id)
        return [
            InvitationType.of(row)
            for row in found
            if row.audience is Audience.ACCOMPANIER and row.state is not InvitationState.WITHDRAWN
        ]


@strawberry.type
class CheckInsOfCase(OfCase):
    """What comes after release."""

    @strawberry.field(description="The latest first. For the legal team.")
    async def supervisions(self, info: Info) -> list[Supervision]:
        found = await info.context.children(rows.Supervision, "case_id", self.row.id, "-began_at", "-id")
        if found:
            await self.viewed(info, rows.Supervision, ["terms"])
        return [Supervision.of(row) for row in found]

    @strawberry.field(description="In the order of their dates. For the legal team.")
    async def check_ins(self, info: Info) -> list[CheckIn]:
        found = await info.context.children(rows.CheckIn, "case_id", self.row.id)
        if found:
            await self.viewed(info, rows.CheckIn, ["office"])
        return [CheckIn.of(row) for row in sorted(found, key=lambda row: (row.occasion.starts_at, row.id))]
