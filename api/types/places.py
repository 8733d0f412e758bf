"""Facilities, courts and hearing locations."""

from __future__ import annotations

import strawberry

from api.context import Info
from api.nodes import global_id
from api.types.attendance import ObserverRules
from api.types.people import Node
from api.types.verification import CourtAccessReport
from schema import court_access as access_rows
from schema import courts as court_rows
from schema import facilities as facility_rows


@strawberry.type
class Facility(Node):
    code: str
    name: str
    city: str | None
    state: str | None
    field_office: str | None
    district: str | None
    circuit: str | None
    time_zone: str | None
    latitude: float | None
    longitude: float | None
    location_precision: str | None = strawberry.field(
        description='"exact", or what the point is the middle of: a city, a county, a state.'
    )

    @classmethod
    def of(cls, row: facility_rows.Facility) -> Facility:
        return cls(
            id=strawberry.ID(global_id("Facility", row.id)),
            code=row.code,
            name=row.name,
            city=row.city,
            state=row.state,
            field_office=row.field_office,
            district=row.district,
            circuit=row.circuit,
            time_zone=row.time_zone,
            latitude=row.latitude,
            longitude=row.longitude,
            location_precision=row.location_precision,
        )


@strawberry.type
class Court(Node):
    row: strawberry.Private[court_rows.Court]
    code: str
    name: str
    city: str | None
    state: str | None
    time_zone: str
    latitude: float | None = strawberry.field(description="Of the middle of its city.")
    longitude: float | None

    @classmethod
    def of(cls, row: court_rows.Court) -> Court:
        return cls(
            id=strawberry.ID(global_id("Court", row.id)),
            row=row,
            code=row.code,
            name=row.name,
            city=row.city,
            state=row.state,
            time_zone=row.time_zone,
            latitude=row.latitude,
            longitude=row.longitude,
        )

    @strawberry.field
    async def locations(self, info: Info) -> list[HearingLocation]:
        rows = await info.context.children(court_rows.HearingLocation, "court_id", self.row.id, "name", "id")
        return [HearingLocation.of(row) for row in rows]


@strawberry.type(description="Where a court sits; not always where the court is.")
class HearingLocation(Node):
    row: strawberry.Private[court_rows.HearingLocation]
    code: str
    name: str
    street: str | None
    city: str | None
    state: str | None
    time_zone: str
    observer_rules: str | None

    @classmethod
    def of(cls, row: court_rows.HearingLocation) -> HearingLocation:
        return cls(
            id=strawberry.ID(global_id("HearingLocation", row.id)),
            row=row,
            code=row.code,
            name=row.name,
            street=row.street,
            city=row.city,
            state=row.state,
            time_zone=row.time_zone,
            observer_rules=row.observer_rules,
        )

    @strawberry.field(description="What observers are to know, as it was said there last, and to whom.")
    async def rules_for_observers(self, info: Info) -> ObserverRules | None:
        rows = await info.context.children(
            access_rows.ObserverRules, "hearing_location_id", self.row.id, "-confirmed_on", "-id"
        )
        return ObserverRules.of(rows[0]) if rows else None

    @strawberry.field(description="What observers met there lately, as they reported it.")
    async def access(self, info: Info) -> list[CourtAccessReport]:
        rows = await info.context.children(
            access_rows.CourtAccessReport, "hearing_location_id", self.row.id, "-seen_on", "-id"
        )
        return [CourtAccessReport.of(row) for row in rows[:20]]
