"""Mutations on invitations."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

import strawberry

from api import nodes
from api.context import Info
from api.hearings import Telling
from api.refusals import RefusalsAsMembers, Refused, verb
from api.types.invitations import Invitation
from api.types.occasions import Occasion
from casework import invitations
from casework.access import Act
from schema import invitations as rows
from schema import occasions as occasion_rows
from schema.invitations import Audience, InvitationState


@strawberry.input
class InviteInput:
    occasion_id: strawberry.ID
    person_ids: list[strawberry.ID] = strawberry.field(default_factory=list)
    #: Lists of the address book: everybody on them is asked.
    list_ids: list[strawberry.ID] = strawberry.field(default_factory=list)
    audience: Audience | None = None


@strawberry.type
class InvitePayload:
    invitations: list[Invitation]
    occasion: Occasion


InviteResult = Annotated[InvitePayload | Refused, strawberry.union("InviteResult")]


@strawberry.input
class AnswerInvitationInput:
    invitation_id: strawberry.ID
    state: InvitationState
    party_size: int | None = None
    booked: bool | None = None
    #: What they need to take part. A dash takes away what was said before.
    needs: str | None = None


@strawberry.type
class AnswerInvitationPayload:
    invitation: Invitation


AnswerInvitationResult = Annotated[AnswerInvitationPayload | Refused, strawberry.union("AnswerInvitationResult")]


@strawberry.input
class WithdrawInvitationInput:
    invitation_id: strawberry.ID
    expected_revision: int


@strawberry.type
class WithdrawInvitationPayload:
    invitation: Invitation


WithdrawInvitationResult = Annotated[WithdrawInvitationPayload | Refused, strawberry.union("WithdrawInvitationResult")]


async def _invitation(info: Info, invitation_id: UUID) -> Invitation:
    row = await info.context.row(rows.Invitation, invitation_id)
    if row is None:
        raise LookupError("The invitation is out of sight after the act.")
    return Invitation.of(row)


@strawberry.type(description="Who would be asked, on which channel, and when they would be reminded.")
class InvitePreview:
    tellings: list[Telling]
    unreached: int = strawberry.field(
        description="Who would be asked and can't be written to: they said stop, or have no address."
    )
    asked_already: int = strawberry.field(description="Asked before, or said no: they get nothing.")


InvitePreviewResult = Annotated[InvitePreview | Refused, strawberry.union("InvitePreviewResult")]


@strawberry.type
class InvitationQueries:
    @strawberry.field(
        description="What asking these people would send. Saves nothing.", extensions=[RefusalsAsMembers()]
    )
    async def preview_invite(
        self,
        info: Info,
        occasion_id: strawberry.ID,
        person_ids: list[strawberry.ID],
        list_ids: list[strawberry.ID] | None = None,
        audience: Audience | None = None,
    ) -> InvitePreviewResult:
        asking = await info.context.read(
            invitations.preview_invite,
            nodes.key("Occasion", occasion_id),
            [nodes.key("Person", one) for one in person_ids],
            list_ids=[nodes.key("PeopleList", one) for one in list_ids or ()],
            audience=audience,
        )
        return InvitePreview(
            tellings=[Telling.of(one) for one in asking.tellings],
            unreached=asking.unreached,
            asked_already=asking.asked_already,
        )


@strawberry.type
class InvitationMutations:
    @verb("Ask people to an occasion. Refused as a whole when one of them may not be asked.")
    async def invite(self, info: Info, input: InviteInput) -> InviteResult:
        occasion_id = nodes.key("Occasion", input.occasion_id)
        async with info.context.transaction() as tx:
            made = await invitations.invite(
                tx,
                occasion_id,
                [nodes.key("Person", one) for one in input.person_ids],
                list_ids=[nodes.key("PeopleList", one) for one in input.list_ids],
                audience=input.audience,
            )
        info.context.wake()
        occasion = await info.context.row(occasion_rows.Occasion, occasion_id)
        if occasion is None:
            raise LookupError("The occasion is out of sight after the act.")
        return InvitePayload(
            invitations=[await _invitation(info, one.id) for one in made], occasion=Occasion.of(occasion)
        )

    @verb("Record an answer that was given on the telephone.", Act.INVITE)
    async def answer_invitation(self, info: Info, input: AnswerInvitationInput) -> AnswerInvitationResult:
        async with info.context.transaction() as tx:
            row = await invitations.answer_invitation(
                tx,
                nodes.key("Invitation", input.invitation_id),
                state=input.state,
                party_size=input.party_size,
                booked=input.booked,
                needs=input.needs,
            )
        info.context.wake()
        return AnswerInvitationPayload(invitation=await _invitation(info, row.id))

    @verb("Take an invitation back, from this one person.")
    async def withdraw_invitation(self, info: Info, input: WithdrawInvitationInput) -> WithdrawInvitationResult:
        async with info.context.transaction() as tx:
            row = await invitations.withdraw_invitation(
                tx, nodes.key("Invitation", input.invitation_id), expected_revision=input.expected_revision
            )
        info.context.wake()
        return WithdrawInvitationPayload(invitation=await _invitation(info, row.id))
