"""One person asked to one occasion, and how many come."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import strawberry

from api.context import Info
from api.nodes import global_id
from api.types import people
from api.types.occasions import Occasion
from api.types.people import Node, Person
from schema import advocacy as advocacy_rows
from schema import invitations as invitation_rows
from schema import occasions as occasion_rows
from schema.invitations import Audience, InvitationState

if TYPE_CHECKING:
    from api.types.work import Task

LaterTask = Annotated["Task", strawberry.lazy("api.types.work")]


@strawberry.type
class AnswerCounts:
    asked: int
    coming: int
    maybe: int
    not_coming: int
    heads: int = strawberry.field(description="People coming, companions included.")
    came: int = strawberry.field(description="People who came with an invitation, as the door counted them.")


@strawberry.type(description="One person asked to one occasion.")
class Invitation(Node):
    row: strawberry.Private[invitation_rows.Invitation]
    revision: int
    audience: Audience
    state: InvitationState
    token: str
    answered_at: datetime | None
    party_size: int | None
    booked: bool
    listed_at: datetime | None = strawberry.field(description="Since when they wait for a seat: the order of the list.")
    held_until: datetime | None = strawberry.field(description="Until when a seat that became free is held for them.")
    cleared_at: datetime | None = strawberry.field(description="The court lets them in by name.")
    came: int | None = strawberry.field(description="How many came with it, counted at the door.")
    came_at: datetime | None
    invited_at: datetime
    opened_on: date | None = strawberry.field(
        description="The last day (UTC) on which its page was opened, by whoever has the link: mail scanners, too."
    )

    @classmethod
    def of(cls, row: invitation_rows.Invitation) -> Invitation:
        return cls(
            id=strawberry.ID(global_id("Invitation", row.id)),
            row=row,
            revision=row.revision,
            audience=row.audience,
            state=row.state,
            token=row.token,
            answered_at=row.answered_at,
            party_size=row.party_size,
            booked=row.booked,
            listed_at=row.listed_at,
            held_until=row.held_until,
            cleared_at=row.cleared_at,
            came=row.came,
            came_at=row.came_at,
            invited_at=row.created_at,
            opened_on=row.opened_on,
        )

    @strawberry.field
    async def occasion(self, info: Info) -> Occasion | None:
        row = await info.context.row(occasion_rows.Occasion, self.row.occasion_id)
        return Occasion.of(row) if row else None

    @strawberry.field(
        description="Null where names are not for these eyes: counsel see counts, advocates those they lead."
    )
    async def person(self, info: Info) -> Person | None:
        if await self._named(info):
            return await people.person(info, self.row.person_id)
        return None

    @strawberry.field(description="What they need to take part, for whoever may read their name.")
    async def needs(self, info: Info) -> str | None:
        if self.row.needs is None or not await self._named(info):
            return None
        row = self.row
        await info.context.viewed(
            invitation_rows.Invitation, row.id, ["needs"], case_id=row.case_id, organization_id=row.organization_id
        )
        return await info.context.opened(row, "needs")

    @strawberry.field(description="They said they know the present date.")
    async def acknowledged(self, info: Info) -> bool:
        row = await info.context.row(occasion_rows.Occasion, self.row.occasion_id)
        return bool(
            row and self.row.acknowledged_sequence is not None and self.row.acknowledged_sequence >= row.sequence
        )

    async def _named(self, info: Info) -> bool:
        if self.row.invited_by_id == info.context.person_id:
            return True
        if self.row.case_id is None:
            return True
        seat = await info.context.seat(self.row.case_id)
        if seat is None:
            return False
        if seat.audience is Audience.COORDINATOR:
            return True
        if seat.audience is Audience.ADVOCATE:
            actions = await info.context.children(advocacy_rows.AdvocacyAction, "occasion_id", self.row.occasion_id)
            return any(action.lead_id == info.context.person_id for action in actions)
        return False
