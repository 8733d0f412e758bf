"""Mutations on calendar feeds."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

import strawberry

from api import nodes
from api.context import Info
from api.refusals import Refused, verb
from api.types.feeds import Feed
from casework import feeds
from casework.access import Act
from schema import feeds as rows
from schema.feeds import FeedFilter


@strawberry.input
class SubscribeFeedInput:
    organization_id: strawberry.ID
    filter: FeedFilter
    name: str
    case_id: strawberry.ID | None = None
    court_id: strawberry.ID | None = None
    color: str | None = None
    alarms: bool = False
    language: str | None = None
    person_id: strawberry.ID | None = None


@strawberry.type
class SubscribeFeedPayload:
    feed: Feed


SubscribeFeedResult = Annotated[SubscribeFeedPayload | Refused, strawberry.union("SubscribeFeedResult")]


@strawberry.input
class RotateFeedInput:
    feed_id: strawberry.ID
    expected_revision: int


@strawberry.type
class RotateFeedPayload:
    feed: Feed


RotateFeedResult = Annotated[RotateFeedPayload | Refused, strawberry.union("RotateFeedResult")]


@strawberry.input
class RevokeFeedInput:
    feed_id: strawberry.ID
    expected_revision: int


@strawberry.type
class RevokeFeedPayload:
    feed: Feed


RevokeFeedResult = Annotated[RevokeFeedPayload | Refused, strawberry.union("RevokeFeedResult")]


@strawberry.input
class RevokeFeedsInput:
    organization_id: strawberry.ID
    #: Everybody's, and not only one's own.
    everybody: bool = False


@strawberry.type
class RevokeFeedsPayload:
    revoked: int


RevokeFeedsResult = Annotated[RevokeFeedsPayload | Refused, strawberry.union("RevokeFeedsResult")]


async def _feed(info: Info, feed_id: UUID) -> Feed:
    row = await info.context.row(rows.Feed, feed_id)
    if row is None:
        raise LookupError("The feed is out of sight after the act.")
    return Feed.of(row)


@strawberry.type
class FeedMutations:
    @verb("Make a calendar address.")
    async def subscribe_feed(self, info: Info, input: SubscribeFeedInput) -> SubscribeFeedResult:
        async with info.context.transaction() as tx:
            row = await feeds.subscribe_feed(
                tx,
                nodes.key("Organization", input.organization_id),
                filter=input.filter,
                name=input.name,
                case_id=nodes.optional_key("Case", input.case_id),
                court_id=nodes.optional_key("Court", input.court_id),
                color=input.color or "steelblue",
                alarms=input.alarms,
                language=input.language or "en",
                person_id=nodes.optional_key("Person", input.person_id),
            )
        return SubscribeFeedPayload(feed=await _feed(info, row.id))

    @verb("Give a calendar a new address; the old one stops at once.", Act.SUBSCRIBE_FEED)
    async def rotate_feed(self, info: Info, input: RotateFeedInput) -> RotateFeedResult:
        async with info.context.transaction() as tx:
            row = await feeds.rotate_feed(
                tx, nodes.key("Feed", input.feed_id), expected_revision=input.expected_revision
            )
        return RotateFeedPayload(feed=await _feed(info, row.id))

    @verb("End a calendar address.", Act.SUBSCRIBE_FEED)
    async def revoke_feed(self, info: Info, input: RevokeFeedInput) -> RevokeFeedResult:
        async with info.context.transaction() as tx:
            row = await feeds.revoke_feed(
                tx, nodes.key("Feed", input.feed_id), expected_revision=input.expected_revision
            )
        return RevokeFeedPayload(feed=await _feed(info, row.id))

    @verb("End all of one's own calendar addresses at once; or, for the admin, everybody's.")
    async def revoke_feeds(self, info: Info, input: RevokeFeedsInput) -> RevokeFeedsResult:
        async with info.context.transaction() as tx:
            revoked = await feeds.revoke_feeds(
                tx, nodes.key("Organization", input.organization_id), everybody=input.everybody
            )
        return RevokeFeedsPayload(revoked=revoked)
