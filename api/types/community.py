"""Sightings, rapid responders and the directory, as an organization sees them."""

from __future__ import annotations

from datetime import date, datetime

import strawberry

from api.context import Info
from api.nodes import global_id
from api.types import people
from api.types.beside import OfCase
from api.types.people import Node, Organization, Person
from casework.reading.community import SEEN_OF_ACCOUNTS, SEEN_OF_REPORTERS
from schema import directory as directory_rows
from schema import responders as responder_rows
from schema import sightings as rows
from schema.directory import GroupWork, ReferralAgreement
from schema.responders import Weekday
from schema.sightings import DispatchState, SightingKind, SightingState, WitnessAgreement


@strawberry.type(description="What was typed, word for word: for those who verify it.")
class SightingAccount:
    place: str
    how_many: str | None
    what: str


@strawberry.type(description="Who told it, as far as they said.")
class SightingReporter:
    language: str
    name: str | None
    contact: str | None
    legal_may_ask: bool = strawberry.field(description="They agreed that a legal team asks them and keeps this.")


@strawberry.type(description="A photo of a sighting. There is nothing to show others until somebody covered faces.")
class SightingPicture(Node):
    row: strawberry.Private[rows.SightingPicture]
    revision: int
    size: int
    blurred_at: datetime | None
    address: str = strawberry.field(description="Where the copy for others is; with ?original=1 it, for who verifies.")

    @classmethod
    def of(cls, row: rows.SightingPicture) -> SightingPicture:
        return cls(
            id=strawberry.ID(global_id("SightingPicture", row.id)),
            row=row,
            revision=row.revision,
            size=row.size,
            blurred_at=row.blurred_at,
            address=f"/sightings/photos/{row.id.hex}",
        )

    @strawberry.field
    async def blurred_by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.blurred_by_id)


@strawberry.type(description="One rapid responder who was called, and what they answered.")
class SightingDispatch(Node):
    row: strawberry.Private[rows.SightingDispatch]
    state: DispatchState
    asked_at: datetime
    answered_at: datetime | None

    @classmethod
    def of(cls, row: rows.SightingDispatch) -> SightingDispatch:
        return cls(
            id=strawberry.ID(global_id("SightingDispatch", row.id)),
            row=row,
            state=row.state,
            asked_at=row.asked_at,
            answered_at=row.answered_at,
        )

    @strawberry.field
    async def person(self, info: Info) -> Person | None:
        return await people.person(info, self.row.person_id)


@strawberry.type(description="An arrest or agents seen. Others than who verifies it see it once it is confirmed.")
class Sighting(Node):
    row: strawberry.Private[rows.Sighting]
    revision: int
    kind: SightingKind
    state: SightingState
    state_since: datetime
    told_at: datetime
    seen_at: datetime
    time_zone: str
    town: str
    withheld: bool = strawberry.field(
        description="Something that was typed looked like a name, a number or a plate: others are not told it."
    )
    held_at: datetime | None

    @classmethod
    def of(cls, row: rows.Sighting) -> Sighting:
        return cls(
            id=strawberry.ID(global_id("Sighting", row.id)),
            row=row,
            revision=row.revision,
            kind=row.kind,
            state=row.state,
            state_since=row.state_since,
            told_at=row.told_at,
            seen_at=row.seen_at,
            time_zone=row.time_zone,
            town=row.town,
            withheld=row.withheld,
            held_at=row.held_at,
        )

    @strawberry.field
    async def place(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "place")

    @strawberry.field(description="How many agents and vehicles, in words.")
    async def how_many(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "how_many")

    @strawberry.field
    async def what(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "what")

    @strawberry.field(description="Whoever receives what is typed there.")
    async def organization(self, info: Info) -> Organization | None:
        return await people.organization(info, self.row.organization_id)

    @strawberry.field(description="Null: somebody outside, on the page.")
    async def recorded_by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.recorded_by_id)

    @strawberry.field
    async def verified_by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.verified_by_id)

    @strawberry.field(description="What was typed: for who verifies it, and a legal team that the witness agreed to.")
    async def account(self, info: Info) -> SightingAccount | None:
        row = await info.context.row(rows.SightingAccount, self.row.id)
        if row is None:
            return None
        await info.context.viewed(
            rows.SightingAccount, self.row.id, SEEN_OF_ACCOUNTS, organization_id=self.row.organization_id
        )
        return SightingAccount(
            place=await info.context.opened(row, "place") or "",
            how_many=await info.context.opened(row, "how_many"),
            what=await info.context.opened(row, "what") or "",
        )

    @strawberry.field(description="Who told it: for who verifies it, and a legal team that the witness agreed to.")
    async def reporter(self, info: Info) -> SightingReporter | None:
        row = await info.context.row(rows.SightingReporter, self.row.id)
        if row is None:
            return None
        await info.context.viewed(
            rows.SightingReporter, self.row.id, SEEN_OF_REPORTERS, organization_id=self.row.organization_id
        )
        return SightingReporter(
            language=row.language,
            name=await info.context.opened(row, "name"),
            contact=await info.context.opened(row, "contact"),
            legal_may_ask=row.legal_may_ask,
        )

    @strawberry.field
    async def pictures(self, info: Info) -> list[SightingPicture]:
        found = await info.context.children(rows.SightingPicture, "sighting_id", self.row.id, "id")
        return [SightingPicture.of(one) for one in found]

    @strawberry.field(description="For who verifies it.")
    async def dispatches(self, info: Info) -> list[SightingDispatch]:
        found = await info.context.children(rows.SightingDispatch, "sighting_id", self.row.id, "id")
        return [SightingDispatch.of(one) for one in found]


@strawberry.type(description="A partner group that sees confirmed sightings.")
class SightingShare:
    row: strawberry.Private[rows.SightingShare]
    shared_at: datetime

    @strawberry.field
    async def partner(self, info: Info) -> Organization | None:
        return await people.organization(info, self.row.partner_id)


@strawberry.type(description="An organization's page for sightings: /report/ and its handle.")
class SightingDesk:
    row: strawberry.Private[rows.SightingDesk]
    handle: str
    support_phone: str | None = strawberry.field(description="What rapid responders call for legal support.")
    opened_at: datetime
    closed_at: datetime | None

    @classmethod
    def of(cls, row: rows.SightingDesk) -> SightingDesk:
        return cls(
            row=row,
            handle=row.handle,
            support_phone=row.support_phone,
            opened_at=row.opened_at,
            closed_at=row.closed_at,
        )

    @strawberry.field
    async def organization(self, info: Info) -> Organization | None:
        return await people.organization(info, self.row.organization_id)

    @strawberry.field(description="Partner groups that see what is confirmed.")
    async def shares(self, info: Info) -> list[SightingShare]:
        found = await info.context.children(rows.SightingShare, "organization_id", self.row.organization_id, "id")
        return [SightingShare(row=one, shared_at=one.created_at) for one in found if one.ended_at is None]


@strawberry.type(description="That something of a case came from a sighting, and how its witness agreed to it.")
class SightingCase:
    row: strawberry.Private[rows.SightingCase]
    agreement: WitnessAgreement
    agreed_on: date
    made_at: datetime

    @strawberry.field
    async def made_by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.made_by_id)


@strawberry.type
class SightingsOfCase(OfCase):
    """What of a case came from sightings."""

    @strawberry.field(description="For the legal team.")
    async def from_sightings(self, info: Info) -> list[SightingCase]:
        found = await info.context.children(rows.SightingCase, "case_id", self.row.id, "id")
        return [
            SightingCase(row=one, agreement=one.agreement, agreed_on=one.agreed_on, made_at=one.created_at)
            for one in found
        ]


@strawberry.type(description="Somebody who goes to look, and the towns and hours they chose.")
class Responder(Node):
    row: strawberry.Private[responder_rows.Responder]
    revision: int
    towns: list[str]
    days: list[Weekday]
    on_call_from: str = strawberry.field(description="Such as 08:00. The same as the end: all day.")
    on_call_until: str
    time_zone: str

    @classmethod
    def of(cls, row: responder_rows.Responder) -> Responder:
        return cls(
            id=strawberry.ID(global_id("Responder", row.id)),
            row=row,
            revision=row.revision,
            towns=row.towns,
            days=[Weekday(one) for one in row.days],
            on_call_from=f"{row.on_call_from:%H:%M}",
            on_call_until=f"{row.on_call_until:%H:%M}",
            time_zone=row.time_zone,
        )

    @strawberry.field
    async def person(self, info: Info) -> Person | None:
        return await people.person(info, self.row.person_id)


@strawberry.type(description="A group in the directory: what it does, where, in which languages, and its number.")
class ListedGroup(Node):
    revision: int
    name: str
    works: list[GroupWork]
    towns: list[str] = strawberry.field(description="Empty: wherever somebody lives.")
    languages: list[str]
    phone: str | None
    note: str | None
    checked_on: date

    @classmethod
    def of(cls, row: directory_rows.ListedGroup) -> ListedGroup:
        return cls(
            id=strawberry.ID(global_id("ListedGroup", row.id)),
            revision=row.revision,
            name=row.name,
            works=[GroupWork(one) for one in row.works],
            towns=row.towns,
            languages=row.languages,
            phone=row.phone,
            note=row.note,
            checked_on=row.checked_on,
        )


@strawberry.type(description="Somebody was referred to a group, because they agreed to it. It goes after 90 days.")
class Referral(Node):
    row: strawberry.Private[directory_rows.Referral]
    agreement: ReferralAgreement
    referred_at: datetime

    @classmethod
    def of(cls, row: directory_rows.Referral) -> Referral:
        return cls(
            id=strawberry.ID(global_id("Referral", row.id)),
            row=row,
            agreement=row.agreement,
            referred_at=row.referred_at,
        )

    @strawberry.field
    async def whom(self, info: Info) -> str:
        return await info.context.opened(self.row, "whom") or ""

    @strawberry.field
    async def need(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "need")

    @strawberry.field
    async def group(self, info: Info) -> ListedGroup | None:
        row = await info.context.row(directory_rows.ListedGroup, self.row.group_id)
        return ListedGroup.of(row) if row else None

    @strawberry.field
    async def referred_by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.referred_by_id)


@strawberry.type(description="A school's contact and its plan. No child is in it.")
class School(Node):
    row: strawberry.Private[directory_rows.School]
    revision: int
    name: str
    town: str
    reviewed_on: date

    @classmethod
    def of(cls, row: directory_rows.School) -> School:
        return cls(
            id=strawberry.ID(global_id("School", row.id)),
            row=row,
            revision=row.revision,
            name=row.name,
            town=row.town,
            reviewed_on=row.reviewed_on,
        )

    @strawberry.field
    async def contact_name(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "contact_name")

    @strawberry.field
    async def contact_phone(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "contact_phone")

    @strawberry.field(description="Which of our people the school may call.")
    async def who_to_call(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "who_to_call")

    @strawberry.field
    async def plan(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "plan")


#: Nouns that ``node(id)`` finds, and how each is shown.
COMMUNITY_NODES = {
    "ListedGroup": (directory_rows.ListedGroup, ListedGroup.of),
    "Referral": (directory_rows.Referral, Referral.of),
    "Responder": (responder_rows.Responder, Responder.of),
    "School": (directory_rows.School, School.of),
    "Sighting": (rows.Sighting, Sighting.of),
    "SightingDispatch": (rows.SightingDispatch, SightingDispatch.of),
    "SightingPicture": (rows.SightingPicture, SightingPicture.of),
}

__all__ = [
    "COMMUNITY_NODES",
    "ListedGroup", "Referral", "Responder", "School", "Sighting", "SightingCase", "SightingDesk", "SightingDispatch",
    "SightingPicture", "SightingsOfCase",
]  # fmt: skip
