"""Mutations on an organization's members: for its admin."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

import strawberry

from api import nodes
from api.context import Info
from api.refusals import Refused, verb
from api.types.people import Organization, organization
from casework import members
from casework.refusals import NotFound
from schema.organizations import Role


@strawberry.input
class TakeOnMemberInput:
    organization_id: strawberry.ID
    name: str
    email: str
    roles: list[Role]
    supervised: bool = False
    language: str | None = None


@strawberry.type
class TakeOnMemberPayload:
    organization: Organization


TakeOnMemberResult = Annotated[TakeOnMemberPayload | Refused, strawberry.union("TakeOnMemberResult")]


@strawberry.input
class SendSignInLinkInput:
    organization_id: strawberry.ID
    person_id: strawberry.ID


@strawberry.type
class SendSignInLinkPayload:
    organization: Organization


SendSignInLinkResult = Annotated[SendSignInLinkPayload | Refused, strawberry.union("SendSignInLinkResult")]


@strawberry.input
class RevokeSignInLinksInput:
    organization_id: strawberry.ID


@strawberry.type
class RevokeSignInLinksPayload:
    revoked: int


RevokeSignInLinksResult = Annotated[RevokeSignInLinksPayload | Refused, strawberry.union("RevokeSignInLinksResult")]


@strawberry.input
class ChangeRolesInput:
    organization_id: strawberry.ID
    person_id: strawberry.ID
    roles: list[Role]
    supervised: bool


@strawberry.type
class ChangeRolesPayload:
    organization: Organization


ChangeRolesResult = Annotated[ChangeRolesPayload | Refused, strawberry.union("ChangeRolesResult")]


@strawberry.input
class LetMemberGoInput:
    organization_id: strawberry.ID
    person_id: strawberry.ID


@strawberry.type
class LetMemberGoPayload:
    organization: Organization


LetMemberGoResult = Annotated[LetMemberGoPayload | Refused, strawberry.union("LetMemberGoResult")]


async def _house(info: Info, organization_id: UUID) -> Organization:
    found = await organization(info, organization_id)
    if found is None:
        raise NotFound
    return found


@strawberry.type
class MemberMutations:
    @verb("Take somebody on; a letter brings them a link with which they choose their password.")
    async def take_on_member(self, info: Info, input: TakeOnMemberInput) -> TakeOnMemberResult:
        house = nodes.key("Organization", input.organization_id)
        async with info.context.transaction() as tx:
            await members.take_on_member(
                tx, house, name=input.name, email=input.email, roles=input.roles, supervised=input.supervised,
                language=input.language or "en",
            )  # fmt: skip
        info.context.wake()
        return TakeOnMemberPayload(organization=await _house(info, house))

    @verb("Write a member a new link to choose a password, in place of the last.")
    async def send_sign_in_link(self, info: Info, input: SendSignInLinkInput) -> SendSignInLinkResult:
        house = nodes.key("Organization", input.organization_id)
        async with info.context.transaction() as tx:
            await members.send_sign_in_link(tx, house, nodes.key("Person", input.person_id))
        info.context.wake()
        return SendSignInLinkPayload(organization=await _house(info, house))

    @verb("End every link to choose a password that nobody has used yet.")
    async def revoke_sign_in_links(self, info: Info, input: RevokeSignInLinksInput) -> RevokeSignInLinksResult:
        async with info.context.transaction() as tx:
            revoked = await members.revoke_sign_in_links(tx, nodes.key("Organization", input.organization_id))
        return RevokeSignInLinksPayload(revoked=revoked)

    @verb("Say what somebody is in the organization from now on.")
    async def change_roles(self, info: Info, input: ChangeRolesInput) -> ChangeRolesResult:
        house = nodes.key("Organization", input.organization_id)
        async with info.context.transaction() as tx:
            await members.change_roles(
                tx, house, nodes.key("Person", input.person_id), input.roles, supervised=input.supervised
            )
        return ChangeRolesPayload(organization=await _house(info, house))

    @verb("Let a member go: all their roles end at once; what they had in hand goes to somebody else.")
    async def let_member_go(self, info: Info, input: LetMemberGoInput) -> LetMemberGoResult:
        house = nodes.key("Organization", input.organization_id)
        async with info.context.transaction() as tx:
            await members.let_member_go(tx, house, nodes.key("Person", input.person_id))
        return LetMemberGoPayload(organization=await _house(info, house))
