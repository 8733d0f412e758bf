"""The story of a case: what happened to the person and around it, in the order in which it happened."""

from __future__ import annotations

from datetime import date, datetime

import strawberry

from api.context import Info
from api.nodes import global_id
from api.types.beside import OfCase
from api.types.paging import PageInfo, edges
from casework import reading
from casework.reading.story import day_of, name_in, word_of
from schema import story as rows
from schema.story import PLANNED, StoryKind


@strawberry.type(
    description="One thing that happened, or is going to. Its words are closed; texts stand on its record."
)
class StoryEntry:
    row: strawberry.Private[rows.StoryEntry]
    key: str
    kind: StoryKind
    at: datetime = strawberry.field(
        description="What it is ordered by; of what has a day and no hour, one of that day."
    )
    day: date | None = strawberry.field(description="Where no hour is known, or none counts.")
    time_zone: str | None = strawberry.field(description="IANA zone of the place.")
    record_id: strawberry.ID
    what: str | None = strawberry.field(
        description="Of which sort it is, as its record's own words are spelled: the kind of a hearing, the purpose of"
        " a consent …"
    )
    state: str | None
    outcome: str | None = strawberry.field(description="What came of it; of a stay, why it ended.")
    audience: str | None = strawberry.field(description="Whom a consent lets be told.")
    place: str | None = strawberry.field(description="A facility or court, by its name.")
    due_on: date | None = strawberry.field(description="Of a deadline that fell away: the day on which it was due.")

    @classmethod
    def of(cls, row: rows.StoryEntry) -> StoryEntry:
        return cls(
            row=row,
            key=row.key,
            kind=row.kind,
            at=row.at,
            day=day_of(row.day, row.at, row.time_zone, row.hour_known),
            time_zone=row.time_zone,
            record_id=strawberry.ID(global_id(row.subject, row.record_id)),
            what=word_of(row.what),
            state=word_of(row.state),
            outcome=word_of(row.outcome),
            audience=word_of(row.audience),
            place=row.place,
            due_on=row.due_on,
        )

    @strawberry.field(description="It has not happened yet.")
    async def ahead(self, info: Info) -> bool:
        return self.row.kind in PLANNED and self.row.at > (await info.context.reading()).now

    @strawberry.field(description="What a deadline's rule is called.")
    async def name(self, info: Info) -> str | None:
        return name_in(self.row.said, await info.context.spoken())


@strawberry.type
class StoryEdge:
    node: StoryEntry
    cursor: str


@strawberry.type
class StoryConnection:
    edges: list[StoryEdge]
    page_info: PageInfo


@strawberry.type
class StoryOfCase(OfCase):
    @strawberry.field(
        description="What happened to the person and around the case, by when it happened: what is ahead first, then"
        " the latest. Null: it is for the legal team."
    )
    async def story(self, info: Info, first: int = 50, after: str | None = None) -> StoryConnection | None:
        if not await self.legal(info):
            return None
        page = await info.context.read(reading.case_story, self.row.id, first=first, cursor=after)
        return StoryConnection(edges=edges(page, StoryEdge, StoryEntry.of), page_info=PageInfo.of(page))


__all__ = ["StoryEntry", "StoryOfCase"]
