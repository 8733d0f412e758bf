"""Representation and consents."""

from __future__ import annotations

from datetime import date, datetime

import strawberry

from api.context import Info
from api.nodes import global_id
from api.types import people
from api.types.cases import Case, case
from api.types.consents import ConsentInterview
from api.types.occasions import Proceeding
from api.types.people import Node, Organization, Person
from api.types.placements import Appearance, ConflictSheet
from casework import assignments
from schema import assignments as assignment_rows
from schema import conflicts as conflict_rows
from schema import consents as consent_rows
from schema import proceedings as proceeding_rows
from schema.assignments import ASKED, AssignmentState, Scope
from schema.consents import ConsentAudience, ConsentChannel, ConsentState, GivenBy, Heard, NameForm, Purpose
from schema.occasions import OccasionKind
from schema.proceedings import ProceedingKind


@strawberry.type(description="What an attorney who has not accepted sees of the case. Nothing here identifies.")
class Offer:
    language: str | None
    region: str | None
    country: str | None
    minor: bool
    court: str | None
    track: ProceedingKind | None
    remote: bool | None = strawberry.field(description="By video or telephone. Null: not known.")
    next_hearing_kind: OccasionKind | None
    next_hearing_date: date | None
    hours: int | None = strawberry.field(description="About how many hours it takes.")
    expires_at: datetime | None
    blurb: str


@strawberry.type
class Assignment(Node):
    row: strawberry.Private[assignment_rows.Assignment]
    revision: int
    scope: Scope
    state: AssignmentState
    offered_at: datetime
    answered_at: datetime | None
    engaged_at: datetime | None
    of_record_at: datetime | None
    ended_at: datetime | None
    expires_at: datetime | None
    several: bool = strawberry.field(description="Co-counsel are wanted: nobody's yes takes the others' offers back.")
    hours: int | None

    @classmethod
    def of(cls, row: assignment_rows.Assignment) -> Assignment:
        return cls(
            id=strawberry.ID(global_id("Assignment", row.id)),
            row=row,
            revision=row.revision,
            scope=row.scope,
            state=row.state,
            offered_at=row.created_at,
            answered_at=row.answered_at,
            engaged_at=row.engaged_at,
            expires_at=row.expires_at,
            several=row.several,
            hours=row.hours,
            of_record_at=row.of_record_at,
            ended_at=row.ended_at,
        )

    async def _told(self, info: Info) -> bool:
        """What an offer tells of the client is for the legal team, and for the attorney it was made to."""
        seat = await info.context.seat(self.row.case_id)
        return self.row.attorney_id == info.context.person_id or bool(seat and seat.legal)

    @strawberry.field(description="For the legal team and the attorney; empty for others.")
    async def blurb(self, info: Info) -> str:
        return self.row.blurb if await self._told(info) else ""

    @strawberry.field(description="Null until the offer is accepted.")
    async def case(self, info: Info) -> Case | None:
        return await case(info, self.row.case_id)

    @strawberry.field
    async def attorney(self, info: Info) -> Person | None:
        return await people.person(info, self.row.attorney_id)

    @strawberry.field
    async def organization(self, info: Info) -> Organization | None:
        return await people.organization(info, self.row.organization_id)

    @strawberry.field
    async def proceeding(self, info: Info) -> Proceeding | None:
        row = await info.context.row(proceeding_rows.Proceeding, self.row.proceeding_id)
        return Proceeding.of(row) if row else None

    @strawberry.field(description="Nobody answered in time: it can't be accepted any more.")
    async def lapsed(self, info: Info) -> bool:
        if self.row.state is AssignmentState.LAPSED:
            return True
        now = (await info.context.reading()).now
        expired = self.row.expires_at is not None and self.row.expires_at <= now
        return self.row.state is AssignmentState.OFFERED and expired

    @strawberry.field(description="Forms entered, each for its own proceeding: for the legal team.")
    async def appearances(self, info: Info) -> list[Appearance]:
        rows = await info.context.children(assignment_rows.Appearance, "assignment_id", self.row.id)
        return [Appearance.of(row) for row in rows]

    @strawberry.field(description="Its conflict checks: for the legal team, and their contact.")
    async def sheets(self, info: Info) -> list[ConflictSheet]:
        rows = await info.context.children(conflict_rows.ConflictSheet, "assignment_id", self.row.id)
        return [ConflictSheet.of(row) for row in rows]

    @strawberry.field
    async def offer(self, info: Info) -> Offer | None:
        if self.row.state not in ASKED or not await self._told(info):
            return None
        shown = await info.context.read(assignments.offer_shown, self.row)
        return Offer(
            language=shown.language,
            region=shown.region,
            country=shown.country,
            minor=shown.minor,
            court=shown.court,
            track=shown.track,
            remote=shown.remote,
            hours=self.row.hours,
            expires_at=self.row.expires_at,
            next_hearing_kind=shown.next_hearing_kind,
            next_hearing_date=shown.next_hearing_date,
            blurb=self.row.blurb,
        )


@strawberry.type
class Consent(Node):
    row: strawberry.Private[consent_rows.Consent]
    revision: int
    purpose: Purpose
    audience: ConsentAudience
    channel: ConsentChannel
    name_form: NameForm
    place: bool
    photo: bool
    story: bool
    bond: bool = strawberry.field(description="May the amount of the bond be told; to supporters, where to give.")
    state: ConsentState
    given_by: GivenBy
    heard: Heard
    assented: bool = strawberry.field(description="The client's own assent, beside a guardian's yes.")
    given_at: datetime
    confirmed_at: datetime | None
    paused_at: datetime | None
    resumed_at: datetime | None
    expires_at: datetime
    ended_at: datetime | None

    @classmethod
    def of(cls, row: consent_rows.Consent) -> Consent:
        return cls(
            id=strawberry.ID(global_id("Consent", row.id)),
            row=row,
            revision=row.revision,
            purpose=row.purpose,
            audience=row.audience,
            channel=row.channel,
            name_form=row.name_form,
            place=row.place,
            photo=row.photo,
            story=row.story,
            bond=row.bond,
            state=row.state,
            given_by=row.given_by,
            heard=row.heard,
            assented=row.assented,
            given_at=row.given_at,
            confirmed_at=row.confirmed_at,
            paused_at=row.paused_at,
            resumed_at=row.resumed_at,
            expires_at=row.expires_at,
            ended_at=row.ended_at,
        )

    @strawberry.field(description="Whether it permits anything now.")
    async def standing(self, info: Info) -> bool:
        return self.row.stands_at((await info.context.reading()).now)

    @strawberry.field(description="In which it was explained: the client's. For the legal team.")
    async def language(self, info: Info) -> str | None:
        seat = await info.context.seat(self.row.case_id)
        return self.row.language if seat and seat.legal else None

    @strawberry.field(description="In which counsel, or their delegate, asked again, privately. For the legal team.")
    async def confirmed_in(self, info: Info) -> str | None:
        seat = await info.context.seat(self.row.case_id)
        return self.row.confirmed_in if seat and seat.legal else None

    @strawberry.field(description="The talk it comes from. For the legal team.")
    async def interview(self, info: Info) -> ConsentInterview | None:
        row = await info.context.row(consent_rows.ConsentInterview, self.row.interview_id)
        return ConsentInterview.of(row) if row else None

    @strawberry.field(description="For the legal team.")
    async def circumstances(self, info: Info) -> str | None:
        seat = await info.context.seat(self.row.case_id)
        return await info.context.opened(self.row, "circumstances") if seat and seat.legal else None

    @strawberry.field
    async def recorded_by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.recorded_by_id)

    @strawberry.field
    async def confirmed_by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.confirmed_by_id)
