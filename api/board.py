"""The board: cases filtered and ordered, and acts upon many of them at once."""

from __future__ import annotations

from datetime import datetime

import strawberry

from api import nodes
from api.context import Info
from api.types import cases as case_types
from api.types.board import BoardGroup
from api.types.paging import PageInfo, edges
from casework import reading
from casework.names import case_number_in
from casework.reading import BoardFilter, CaseNeed, Grouping, Order
from casework.refusals import Invalid
from schema.cases import CustodyStatus, Priority, Stage


@strawberry.input
class InGroup:
    by: Grouping
    #: Null: those of none.
    key: str | None = None


@strawberry.input
class CaseFilter:
    stages: list[Stage] | None = None
    custody_statuses: list[CustodyStatus] | None = None
    search: str | None = None
    without_counsel: bool | None = None
    hearing_from: datetime | None = None
    hearing_until: datetime | None = None
    coordinator_id: strawberry.ID | None = None
    facility_id: strawberry.ID | None = strawberry.field(
        default=None, description="Where they are held now: of cases whose place the viewer may know."
    )
    priority: Priority | None = None
    tag: str | None = None
    include_closed: bool = False
    need: CaseNeed | None = strawberry.field(default=None, description="What is lacking, as today's numbers count it.")
    in_group: InGroup | None = strawberry.field(default=None, description="Those of one group, as `boardGroups` says.")


@strawberry.type
class CaseConnection:
    wanted: strawberry.Private[BoardFilter]
    edges: list[case_types.CaseEdge]
    page_info: PageInfo

    @strawberry.field(description="Exact to 10,000, null beyond; of names searched for, exact to 200.")
    async def count(self, info: Info) -> int | None:
        found: int | None = await info.context.read(reading.board_count, self.wanted)
        return found


@strawberry.type
class BoardQueries:
    @strawberry.field(
        description="The board. Without an order: the next date first or, where names are searched for, the most alike."
    )
    async def cases(
        self,
        info: Info,
        filter: CaseFilter | None = None,
        order: Order | None = None,
        first: int = 50,
        after: str | None = None,
        organization_id: strawberry.ID | None = None,
        backwards: bool = False,
    ) -> CaseConnection:
        wanted = _wanted(filter or CaseFilter(), organization_id)
        page = await info.context.read(
            reading.board, wanted, order=order, first=first, cursor=after, backwards=backwards
        )
        return CaseConnection(
            wanted=wanted, edges=edges(page, case_types.CaseEdge, case_types.Case.of), page_info=PageInfo.of(page)
        )

    @strawberry.field(
        description="How many cases the board has in each group, and cursors from which `cases` reads on: of the"
        " fiftieth, the hundredth … case of each. Without a grouping it is one group."
    )
    async def board_groups(
        self,
        info: Info,
        filter: CaseFilter | None = None,
        order: Order | None = None,
        by: Grouping | None = None,
        backwards: bool = False,
    ) -> list[BoardGroup]:
        wanted = _wanted(filter or CaseFilter(), None)
        rows = await info.context.read(reading.outline, wanted, order=order, by=by, backwards=backwards)
        return [BoardGroup(by=by, key=row.key, count=row.count, landmarks=list(row.landmarks)) for row in rows]

    @strawberry.field(description="A case by the id people say: C-10423.")
    async def case(self, info: Info, short_id: str) -> case_types.Case | None:
        wanted = short_id.strip()
        if case_number_in(wanted) is None:
            return None
        found = BoardFilter(search=wanted, include_closed=True)
        page = await info.context.read(reading.board, found, order=Order.NUMBER, first=1, cursor=None)
        return case_types.Case.of(page.rows[0]) if page.rows else None


def _wanted(filter: CaseFilter, organization_id: str | None) -> BoardFilter:
    if filter.search and len(filter.search) > 200:
        raise Invalid("search", "Search for fewer words.")
    return BoardFilter(
        organization_id=nodes.optional_key("Organization", organization_id),
        stages=tuple(filter.stages or ()),
        custody_statuses=tuple(filter.custody_statuses or ()),
        search=filter.search,
        without_counsel=bool(filter.without_counsel),
        hearing_from=filter.hearing_from,
        hearing_until=filter.hearing_until,
        coordinator_id=nodes.optional_key("Person", filter.coordinator_id),
        facility_id=nodes.optional_key("Facility", filter.facility_id),
        priority=filter.priority,
        tag=filter.tag,
        include_closed=filter.include_closed,
        need=filter.need,
        in_group=(filter.in_group.by, filter.in_group.key) if filter.in_group else None,
    )
