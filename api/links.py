"""Links that may have got out, renewed."""

from __future__ import annotations

from typing import Annotated

import strawberry

from api import nodes
from api.context import Info
from api.refusals import Refused, verb
from api.types.invitations import Invitation
from casework import links
from casework.access import Act
from schema import invitations as rows


@strawberry.input
class RenewLinkInput:
    invitation_id: strawberry.ID
    expected_revision: int


@strawberry.type
class RenewLinkPayload:
    invitation: Invitation


RenewLinkResult = Annotated[RenewLinkPayload | Refused, strawberry.union("RenewLinkResult")]


@strawberry.input
class RenewLinksToOccasionInput:
    occasion_id: strawberry.ID


@strawberry.type
class RenewLinksToOccasionPayload:
    renewed: int


RenewLinksToOccasionResult = Annotated[
    RenewLinksToOccasionPayload | Refused, strawberry.union("RenewLinksToOccasionResult")
]


@strawberry.input
class RenewLinksOfPersonInput:
    person_id: strawberry.ID


@strawberry.type
class RenewLinksOfPersonPayload:
    renewed: int


RenewLinksOfPersonResult = Annotated[RenewLinksOfPersonPayload | Refused, strawberry.union("RenewLinksOfPersonResult")]


@strawberry.type
class LinkMutations:
    @verb("Give one invitation a new link; the old one stops at once.", Act.RENEW_LINKS)
    async def renew_link(self, info: Info, input: RenewLinkInput) -> RenewLinkResult:
        async with info.context.transaction() as tx:
            row = await links.renew_link(
                tx, nodes.key("Invitation", input.invitation_id), expected_revision=input.expected_revision
            )
        info.context.wake()
        shown = await info.context.row(rows.Invitation, row.id)
        if shown is None:
            raise LookupError("The invitation is out of sight after the act.")
        return RenewLinkPayload(invitation=Invitation.of(shown))

    @verb("Give everyone who was asked to an occasion a new link; the old ones stop at once.", Act.RENEW_LINKS)
    async def renew_links_to_occasion(self, info: Info, input: RenewLinksToOccasionInput) -> RenewLinksToOccasionResult:
        async with info.context.transaction() as tx:
            renewed = await links.renew_links_to_occasion(tx, nodes.key("Occasion", input.occasion_id))
        info.context.wake()
        return RenewLinksToOccasionPayload(renewed=renewed)

    @verb("Give somebody new links to everything they were asked to, and to calendars made for them.", Act.RENEW_LINKS)
    async def renew_links_of_person(self, info: Info, input: RenewLinksOfPersonInput) -> RenewLinksOfPersonResult:
        async with info.context.transaction() as tx:
            renewed = await links.renew_links_of_person(tx, nodes.key("Person", input.person_id))
        info.context.wake()
        return RenewLinksOfPersonPayload(renewed=renewed)
