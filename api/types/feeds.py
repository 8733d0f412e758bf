"""Calendar feeds."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import quote, urlsplit

import strawberry

from api.context import Info
from api.nodes import global_id
from api.types import people
from api.types.cases import Case, case
from api.types.people import Node, Person
from api.types.places import Court
from casework import feeds
from casework.feeds import CalendarOfDate as Following
from schema import courts as court_rows
from schema import feeds as feed_rows
from schema.feeds import FeedFilter
from schema.invitations import WITHOUT_ACCOUNT, Audience


@strawberry.type(description="A secret calendar address, for one person and one filter.")
class Feed(Node):
    row: strawberry.Private[feed_rows.Feed]
    revision: int
    name: str
    filter: FeedFilter
    audience: Audience
    color: str
    alarms: bool
    language: str
    created_at: datetime
    fetched_at: datetime | None
    fetched_by: str | None
    #: What its calendar was given last (ETag).
    version: str | None
    revoked_at: datetime | None

    @classmethod
    def of(cls, row: feed_rows.Feed) -> Feed:
        return cls(
            id=strawberry.ID(global_id("Feed", row.id)),
            row=row,
            revision=row.revision,
            name=row.name,
            filter=row.filter,
            audience=row.audience,
            color=row.color,
            alarms=row.alarms,
            language=row.language,
            created_at=row.created_at,
            fetched_at=row.fetched_at,
            fetched_by=row.fetched_by,
            version=row.version,
            revoked_at=row.revoked_at,
        )

    @strawberry.field
    async def case(self, info: Info) -> Case | None:
        return await case(info, self.row.case_id)

    @strawberry.field
    async def court(self, info: Info) -> Court | None:
        row = await info.context.row(court_rows.Court, self.row.court_id)
        return Court.of(row) if row else None

    @strawberry.field
    async def person(self, info: Info) -> Person | None:
        return await people.person(info, self.row.person_id)

    @strawberry.field(description="Only for its owner, or who made it for somebody without an account.")
    async def address(self, info: Info) -> str | None:
        if self.row.revoked_at is not None or not await self._shown(info):
            return None
        secret = feeds.secret_of(await info.context.reading(), self.row)
        return f"{info.context.settings.address}/feeds/{secret}.ics"

    @strawberry.field(description="For Apple and others: one tap subscribes.")
    async def webcal_address(self, info: Info) -> str | None:
        address = await self.address(info)
        return f"webcal://{urlsplit(address).netloc}{urlsplit(address).path}" if address else None

    @strawberry.field
    async def google_address(self, info: Info) -> str | None:
        webcal = await self.webcal_address(info)
        return f"https://calendar.google.com/calendar/r?cid={quote(webcal, safe='')}" if webcal else None

    @strawberry.field
    async def outlook_address(self, info: Info) -> str | None:
        address = await self.address(info)
        if not address:
            return None
        return (
            f"https://outlook.live.com/calendar/0/addfromweb?url={quote(address, safe='')}"
            f"&name={quote(self.row.name, safe='')}"
        )

    async def _shown(self, info: Info) -> bool:
        if self.row.person_id == info.context.person_id:
            return True
        return self.row.audience in WITHOUT_ACCOUNT


@strawberry.type(description="A calendar that shows one date, and whether it has its present time.")
class CalendarOfDate:
    row: strawberry.Private[Following]
    fetched_at: datetime | None
    fetched_by: str | None
    current: bool = strawberry.field(description="It was fetched since the date last changed.")

    @classmethod
    def of(cls, row: Following) -> CalendarOfDate:
        return cls(row=row, fetched_at=row.fetched_at, fetched_by=row.fetched_by, current=row.current)

    @strawberry.field
    def occasion_id(self) -> strawberry.ID:
        return strawberry.ID(global_id("Occasion", self.row.occasion_id))

    @strawberry.field
    def feed_id(self) -> strawberry.ID:
        return strawberry.ID(global_id("Feed", self.row.feed_id))

    @strawberry.field(description="Whose it is, as far as one sees them.")
    async def person(self, info: Info) -> Person | None:
        return await people.person(info, self.row.person_id)
