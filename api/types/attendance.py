"""Seats, companions, the door, observers' rules, and lists of people."""

from __future__ import annotations

from datetime import date, datetime

import strawberry

from api.context import Info
from api.nodes import global_id
from api.types import people
from api.types.people import Node, Person
from schema import attendance as attendance_rows
from schema import companions as companion_rows
from schema import court_access as access_rows
from schema import invitations as invitation_rows
from schema import people as person_rows
from schema import people_lists as list_rows
from schema import seats as seat_rows
from schema.companions import CompanionKind
from schema.court_access import Openness
from schema.invitations import SeatState

for _words in (CompanionKind, Openness, SeatState):
    strawberry.enum(_words)


@strawberry.type(description="The seats of one occasion, and how they are given out. To sign up is not to be booked.")
class Seating(Node):
    row: strawberry.Private[seat_rows.Seating]
    revision: int
    seats: int
    held_back: int = strawberry.field(description="How many of them are kept for whoever is seated by hand.")
    in_order: bool = strawberry.field(description="The others are booked in the order of answers.")

    @classmethod
    def of(cls, row: seat_rows.Seating) -> Seating:
        return cls(
            id=strawberry.ID(global_id("Seating", row.id)), row=row, revision=row.revision, seats=row.seats,
            held_back=row.held_back, in_order=row.in_order,
        )  # fmt: skip

    @strawberry.field(description="People with a seat, companions included.")
    async def booked(self, info: Info) -> int:
        return await self._heads(info, SeatState.BOOKED)

    @strawberry.field(description="People for whom a seat is held until they say yes.")
    async def held(self, info: Info) -> int:
        return await self._heads(info, SeatState.HELD)

    @strawberry.field(description="People who come and wait for a seat.")
    async def listed(self, info: Info) -> int:
        return await self._heads(info, SeatState.LISTED)

    async def _heads(self, info: Info, state: SeatState) -> int:
        now = (await info.context.reading()).now
        rows = await info.context.children(invitation_rows.Invitation, "occasion_id", self.row.occasion_id)
        return sum(row.party_size or 1 for row in rows if row.seat(now) is state)


@strawberry.type(description="A ride, or somebody to go with: what one invited person offers or asks for.")
class Companion(Node):
    row: strawberry.Private[companion_rows.Companion]
    revision: int
    kind: CompanionKind
    places: int | None = strawberry.field(description="How many they take along. Null: they ask.")
    town: str | None
    leaves_at: str | None = strawberry.field(description="HH:MM, by the clock of the occasion.")

    @classmethod
    def of(cls, row: companion_rows.Companion) -> Companion:
        return cls(
            id=strawberry.ID(global_id("Companion", row.id)), row=row, revision=row.revision, kind=row.kind,
            places=row.places, town=row.town,
            leaves_at=row.leaves_at.strftime("%H:%M") if row.leaves_at else None,
        )  # fmt: skip

    @strawberry.field
    async def person(self, info: Info) -> Person | None:
        return await people.person(info, self.row.person_id)

    @strawberry.field(description="With whose offer they go.")
    async def joined(self, info: Info) -> Companion | None:
        row = await info.context.row(companion_rows.Companion, self.row.joined_id)
        return Companion.of(row) if row else None


@strawberry.type(description="How many came to one occasion and what happened there. Nobody is named.")
class Attendance(Node):
    row: strawberry.Private[attendance_rows.Attendance]
    revision: int
    walk_ins: int = strawberry.field(description="Who came without having been asked, as the door counted them.")
    counted_at: datetime | None
    heads: int | None = strawberry.field(description="How many came in all. Null: nobody has reported yet.")
    officials: int | None
    press: int | None
    letters: int | None = strawberry.field(description="Letters of support that were handed in.")
    reported_at: datetime | None

    @classmethod
    def of(cls, row: attendance_rows.Attendance) -> Attendance:
        return cls(
            id=strawberry.ID(global_id("Attendance", row.id)), row=row, revision=row.revision, walk_ins=row.walk_ins,
            counted_at=row.counted_at, heads=row.heads, officials=row.officials, press=row.press, letters=row.letters,
            reported_at=row.reported_at,
        )  # fmt: skip

    @strawberry.field(description="From notes, never a recording. For the legal team.")
    async def said_in_court(self, info: Info) -> str | None:
        return await self._words(info, "said_in_court")

    @strawberry.field(description="For the legal team.")
    async def incidents(self, info: Info) -> str | None:
        return await self._words(info, "incidents")

    @strawberry.field(description="For the legal team.")
    async def next_steps(self, info: Info) -> str | None:
        return await self._words(info, "next_steps")

    @strawberry.field
    async def reported_by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.reported_by_id)

    async def _words(self, info: Info, column: str) -> str | None:
        row = self.row
        if row.case_id is not None:
            seat = await info.context.seat(row.case_id)
            if seat is None or not seat.legal:
                return None
        if getattr(row, column) is None:
            return None
        await info.context.viewed(
            attendance_rows.Attendance, row.id, [column], case_id=row.case_id, organization_id=row.organization_id
        )
        return await info.context.opened(row, column)


@strawberry.type(description="What observers are to know of a hearing location, as it was said there on a day.")
class ObserverRules:
    row: strawberry.Private[access_rows.ObserverRules]
    openness: Openness
    lead_days: int | None = strawberry.field(description="How many days before names must be sent in.")
    photo_id: bool | None
    devices: bool | None
    notes: bool | None
    link_when_cleared: bool | None
    asked_of: str
    confirmed_on: date

    @classmethod
    def of(cls, row: access_rows.ObserverRules) -> ObserverRules:
        return cls(
            row=row, openness=row.openness, lead_days=row.lead_days, photo_id=row.photo_id, devices=row.devices,
            notes=row.notes, link_when_cleared=row.link_when_cleared, asked_of=row.asked_of,
            confirmed_on=row.confirmed_on,
        )  # fmt: skip

    @strawberry.field
    async def confirmed_by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.confirmed_by_id)


@strawberry.type(description="People of the address book who are asked together.")
class PeopleList(Node):
    row: strawberry.Private[list_rows.PeopleList]
    revision: int
    name: str

    @classmethod
    def of(cls, row: list_rows.PeopleList) -> PeopleList:
        return cls(id=strawberry.ID(global_id("PeopleList", row.id)), row=row, revision=row.revision, name=row.name)

    @strawberry.field
    async def people(self, info: Info) -> list[Person]:
        entries = await info.context.children(list_rows.PeopleListEntry, "list_id", self.row.id)
        rows = [await info.context.row(person_rows.Person, entry.person_id) for entry in entries]
        standing = [row for row in rows if row is not None and row.removed_at is None]
        return [Person.of(row) for row in sorted(standing, key=lambda row: row.id)]


__all__ = ["Attendance", "Companion", "ObserverRules", "PeopleList", "Seating"]
