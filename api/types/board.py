"""The board's groups, and views of it that are saved."""

from __future__ import annotations

from uuid import UUID

import strawberry

from api.context import Info
from api.nodes import global_id
from api.types import people
from api.types.people import Node, Person
from casework.reading import Grouping
from schema import courts as court_rows
from schema import facilities as facility_rows
from schema import saved_views as view_rows


@strawberry.type(description="So many cases of the board that have something in common.")
class BoardGroup:
    by: strawberry.Private[Grouping | None]
    key: str | None = strawberry.field(
        description="What they have in common: a stage, the Monday of a week, a row's id. Null: what has none."
    )
    count: int
    landmarks: list[str] = strawberry.field(description="Cursors of the fiftieth, the hundredth … case.")

    @strawberry.field(description="Of a coordinator, a facility or a court, if the viewer may know it.")
    async def name(self, info: Info) -> str | None:
        if coordinator := await people.person(info, self._row(Grouping.COORDINATOR)):
            return await info.context.opened(coordinator.row, "name")
        facility = await info.context.row(facility_rows.Facility, self._row(Grouping.FACILITY))
        court = await info.context.row(court_rows.Court, self._row(Grouping.COURT))
        return facility.name if facility else court.name if court else None

    def _row(self, by: Grouping) -> UUID | None:
        return UUID(self.key) if self.by is by and self.key else None


@strawberry.type(description="A view of the board under a name.")
class SavedView(Node):
    row: strawberry.Private[view_rows.SavedView]
    revision: int
    name: str
    address: str = strawberry.field(description="What stands behind the question mark of the board's address.")

    @classmethod
    def of(cls, row: view_rows.SavedView) -> SavedView:
        return cls(
            id=strawberry.ID(global_id("SavedView", row.id)),
            row=row,
            revision=row.revision,
            name=row.name,
            address=row.address,
        )

    @strawberry.field(description="Everybody in the organization has it.")
    async def shared(self) -> bool:
        return self.row.shared_at is not None

    @strawberry.field(description="The viewer saved it.")
    async def mine(self, info: Info) -> bool:
        return self.row.person_id == info.context.person_id

    @strawberry.field
    async def saved_by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.person_id)

    @strawberry.field(description="One of the viewer's favourites.")
    async def favourite(self, info: Info) -> bool:
        mark = await self._mark(info)
        return mark is not None and mark.favourite

    @strawberry.field(description="The viewer's board opens with it.")
    async def opens_with(self, info: Info) -> bool:
        mark = await self._mark(info)
        return mark is not None and mark.opens_with

    async def _mark(self, info: Info) -> view_rows.ViewMark | None:
        # Nobody sees another's marks.
        marks = await info.context.children(view_rows.ViewMark, "view_id", self.row.id)
        return marks[0] if marks else None


__all__ = ["BoardGroup", "SavedView"]
