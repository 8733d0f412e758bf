"""Detention history."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import strawberry

from api.context import Info
from api.nodes import global_id
from api.types import people
from api.types.beside import OfCase
from api.types.people import Node, Person
from api.types.places import Facility
from schema import custody as rows
from schema import facilities as facility_rows
from schema.custody import Confidence, PlaceOfCustody, ReleaseReason, Source


@strawberry.type(description="One stay at one place, with who knows it, since when, on which channel.")
class CustodyStint(Node):
    row: strawberry.Private[rows.CustodyStint]
    revision: int
    place: PlaceOfCustody
    booked_in_at: datetime | None
    booked_out_at: datetime | None
    release_reason: ReleaseReason | None
    source: Source
    confidence: Confidence
    second_source: Source | None
    checked_at: datetime

    @classmethod
    def of(cls, row: rows.CustodyStint) -> CustodyStint:
        return cls(
            id=strawberry.ID(global_id("CustodyStint", row.id)),
            row=row,
            revision=row.revision,
            place=row.place,
            booked_in_at=row.booked_in_at,
            booked_out_at=row.booked_out_at,
            release_reason=row.release_reason,
            source=row.source,
            confidence=row.confidence,
            second_source=row.second_source,
            checked_at=row.checked_at,
        )

    @strawberry.field
    async def facility(self, info: Info) -> Facility | None:
        row = await info.context.row(facility_rows.Facility, self.row.facility_id)
        return Facility.of(row) if row else None

    @strawberry.field
    async def checked_by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.checked_by_id)


@strawberry.type(description="Where somebody is held now: all that anybody outside the legal team may be told.")
class Whereabouts:
    row: strawberry.Private[rows.Whereabouts]
    since: datetime | None
    confidence: Confidence
    checked_at: datetime

    @classmethod
    def of(cls, row: rows.Whereabouts) -> Whereabouts:
        return cls(row=row, since=row.since, confidence=row.confidence, checked_at=row.checked_at)

    @strawberry.field
    async def facility(self, info: Info) -> Facility | None:
        row = await info.context.row(facility_rows.Facility, self.row.facility_id)
        return Facility.of(row) if row else None


@strawberry.type(description="Somebody looked on an official channel, and found the person or not.")
class LocatorCheck(Node):
    row: strawberry.Private[rows.LocatorCheck]
    source: Source
    found: bool
    checked_at: datetime

    @classmethod
    def of(cls, row: rows.LocatorCheck) -> LocatorCheck:
        node_id = strawberry.ID(global_id("LocatorCheck", row.id))
        return cls(id=node_id, row=row, source=row.source, found=row.found, checked_at=row.checked_at)

    @strawberry.field
    async def checked_by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.checked_by_id)


@strawberry.type
class CustodyOfCase(OfCase):
    """Where the person is and was."""

    @strawberry.field(description="Where the person is now, as last known. Null: unknown, or not for these eyes.")
    async def where_now(self, info: Info) -> CustodyStint | None:
        return await _standing_stint(info, self.row.id)

    @strawberry.field(description="The same for whom the client agreed to have it told; the legal team, too.")
    async def whereabouts(self, info: Info) -> Whereabouts | None:
        row = await info.context.row(rows.Whereabouts, self.row.id)
        if row is None:
            return None
        await self.viewed(info, rows.Whereabouts, ["facility"])
        return Whereabouts.of(row)

    @strawberry.field
    async def custody(self, info: Info) -> list[CustodyStint]:
        found = await info.context.children(rows.CustodyStint, "case_id", self.row.id, "-checked_at", "-id")
        return [CustodyStint.of(row) for row in found]

    @strawberry.field
    async def locator_checks(self, info: Info) -> list[LocatorCheck]:
        found = await info.context.children(rows.LocatorCheck, "case_id", self.row.id, "-checked_at", "-id")
        return [LocatorCheck.of(row) for row in found if row.taken_back_at is None][:20]


async def _standing_stint(info: Info, case_id: UUID) -> CustodyStint | None:
    found = await info.context.children(rows.CustodyStint, "case_id", case_id, "-checked_at", "-id")
    return next((CustodyStint.of(row) for row in found if row.booked_out_at is None), None)
