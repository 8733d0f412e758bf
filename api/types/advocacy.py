"""Advocacy: actions, sign-offs, invitations and answers."""

from __future__ import annotations

from datetime import date, datetime

import strawberry

from api.context import Info
from api.nodes import global_id
from api.types import people
from api.types.cases import Case, camel, case
from api.types.occasions import Hearing, Occasion
from api.types.paging import PageInfo
from api.types.people import Node, Organization, Person
from casework import disclosure
from casework.access import Act, allows
from schema import advocacy as advocacy_rows
from schema import hearings as hearing_rows
from schema import invitations as invitation_rows
from schema import occasions as occasion_rows
from schema.advocacy import ActionState, SignOffCapacity
from schema.consents import ConsentAudience, NameForm
from schema.invitations import Audience, InvitationState
from schema.occasions import OccasionKind


@strawberry.type
class AnswerCounts:
    asked: int
    coming: int
    maybe: int
    not_coming: int
    heads: int = strawberry.field(description="People coming, companions included.")
    came: int = strawberry.field(description="People who came with an invitation, as the door counted them.")


@strawberry.type(description="Counsel's yes to one exact revision of what an action says.")
class SignOff(Node):
    row: strawberry.Private[advocacy_rows.SignOff]
    capacity: SignOffCapacity
    said_revision: int
    given_at: datetime
    current: bool = strawberry.field(description="True while it is for what the action says now.")

    @strawberry.field
    async def attorney(self, info: Info) -> Person | None:
        return await people.person(info, self.row.attorney_id)


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


@strawberry.type
class AdvocacyAction(Node):
    row: strawberry.Private[advocacy_rows.AdvocacyAction]
    revision: int
    kind: OccasionKind
    state: ActionState
    name_form: NameForm
    audiences: list[ConsentAudience]
    uses_photo: bool
    said_revision: int
    hosts: str | None
    seats: int | None
    codeword: str | None
    embargo_until: datetime | None
    follows_hearing: bool
    published_at: datetime | None
    called_off_at: datetime | None
    calling_off_reason: str | None

    @classmethod
    def of(cls, row: advocacy_rows.AdvocacyAction) -> AdvocacyAction:
        return cls(
            id=strawberry.ID(global_id("AdvocacyAction", row.id)),
            row=row,
            revision=row.revision,
            kind=row.occasion.kind,
            state=row.state,
            name_form=row.name_form,
            audiences=[ConsentAudience(word) for word in row.audiences],
            uses_photo=row.uses_photo,
            said_revision=row.said_revision,
            hosts=row.hosts,
            seats=row.seats,
            codeword=row.codeword,
            embargo_until=row.embargo_until,
            follows_hearing=row.follows_hearing,
            published_at=row.published_at,
            called_off_at=row.called_off_at,
            calling_off_reason=row.calling_off_reason,
        )

    @strawberry.field
    async def title(self, info: Info) -> str:
        return await info.context.opened(self.row, "title") or ""

    @strawberry.field
    async def statement(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "statement")

    @strawberry.field
    async def case(self, info: Info) -> Case | None:
        return await case(info, self.row.case_id)

    @strawberry.field
    async def hearing(self, info: Info) -> Hearing | None:
        row = await info.context.row(hearing_rows.Hearing, self.row.hearing_id)
        return Hearing.of(row) if row else None

    @strawberry.field
    async def occasion(self) -> Occasion:
        return Occasion.of(self.row.occasion)

    @strawberry.field
    async def organization(self, info: Info) -> Organization | None:
        return await people.organization(info, self.row.organization_id)

    @strawberry.field
    async def lead(self, info: Info) -> Person | None:
        return await people.person(info, self.row.lead_id)

    @strawberry.field(description="What must still be given before it may be published, each naming who can give it.")
    async def missing(self, info: Info) -> list[str]:
        if self.row.state in (ActionState.CALLED_OFF, ActionState.DONE):
            return []
        clearance = await info.context.read(disclosure.action_clearance, self.row)
        return list(clearance.missing)

    @strawberry.field
    async def sign_offs(self, info: Info) -> list[SignOff]:
        rows = await info.context.children(advocacy_rows.SignOff, "action_id", self.row.id)
        return [
            SignOff(
                id=strawberry.ID(global_id("SignOff", row.id)),
                row=row,
                capacity=row.capacity,
                said_revision=row.said_revision,
                given_at=row.given_at,
                current=row.said_revision == self.row.said_revision and row.withdrawn_at is None,
            )
            for row in rows
        ]

    @strawberry.field
    async def invitations(self, info: Info) -> list[Invitation]:
        return [Invitation.of(row) for row in await self._invited(info)]

    @strawberry.field
    async def answers(self, info: Info) -> AnswerCounts:
        rows = await self._invited(info)
        # Of those whose clock has run a head-count is left.
        left: dict[str, int] = self.row.occasion.turnout or {}

        def count(state: InvitationState) -> int:
            return sum(row.state is state for row in rows) + left.get(state.value, 0)

        return AnswerCounts(
            asked=sum(row.state is not InvitationState.WITHDRAWN for row in rows) + left.get("asked", 0),
            coming=count(InvitationState.COMING),
            maybe=count(InvitationState.MAYBE),
            not_coming=count(InvitationState.NOT_COMING),
            heads=sum(row.party_size or 1 for row in rows if row.state is InvitationState.COMING)
            + left.get("heads", 0),
            came=sum(row.came or 0 for row in rows) + left.get("came", 0),
        )

    @strawberry.field
    async def may(self, info: Info) -> list[str]:
        if self.row.case_id is None:
            acts = (Act.REVISE_ACTION, Act.PUBLISH_ACTION, Act.CALL_OFF_ACTION, Act.INVITE, Act.WITHDRAW_INVITATION)
            return [camel(act.name) for act in acts]
        seat = await info.context.seat(self.row.case_id)
        return [camel(act.name) for act in Act if seat and allows(seat, act)]

    async def _invited(self, info: Info) -> list[invitation_rows.Invitation]:
        return await info.context.children(invitation_rows.Invitation, "occasion_id", self.row.occasion_id)


@strawberry.type
class AdvocacyActionEdge:
    node: AdvocacyAction
    cursor: str


@strawberry.type
class AdvocacyActionConnection:
    edges: list[AdvocacyActionEdge]
    page_info: PageInfo
