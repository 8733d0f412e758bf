"""What occurs: hearings and their proceedings, the occasions beneath, and the messages about them."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import strawberry

from api.context import Info
from api.nodes import global_id
from api.scalars import WallTime
from api.types import changes, people
from api.types.attendance import Attendance, Companion, Seating
from api.types.cases import Case, case
from api.types.changes import Change
from api.types.date_checks import DateCheck
from api.types.paging import PageInfo
from api.types.people import Node, Person
from api.types.places import Court, HearingLocation
from api.types.rights import CourthouseRule
from api.types.verification import Decision, VerificationOfHearing
from casework import connecticut, reading
from schema import advocacy as advocacy_rows
from schema import attendance as attendance_rows
from schema import changes as change_rows
from schema import companions as companion_rows
from schema import courts as court_rows
from schema import date_checks as date_check_rows
from schema import decisions as decision_rows
from schema import hearings as hearing_rows
from schema import invitations as invitation_rows
from schema import notices as notice_rows
from schema import occasions as occasion_rows
from schema import proceedings as proceeding_rows
from schema import seats as seat_rows
from schema.custody import Confidence, Source
from schema.hearings import HearingOutcome
from schema.invitations import Audience
from schema.notices import LetterKind, NoticeProgress, NoticeState
from schema.occasions import UPCOMING, Medium, OccasionKind, OccasionState
from schema.people import Channel
from schema.proceedings import CustodyCode, ProceedingKind, ProceedingState

if TYPE_CHECKING:
    from api.types.advocacy import AdvocacyAction
    from api.types.invitations import Invitation

LaterAdvocacyAction = Annotated["AdvocacyAction", strawberry.lazy("api.types.advocacy")]
LaterInvitation = Annotated["Invitation", strawberry.lazy("api.types.invitations")]


@strawberry.type
class Proceeding(Node):
    row: strawberry.Private[proceeding_rows.Proceeding]
    revision: int
    kind: ProceedingKind
    state: ProceedingState
    other_court: str | None
    judge: str | None
    notice_on: date | None = strawberry.field(description="The day printed on the notice to appear.")
    filed_at: datetime | None
    custody: CustodyCode | None = strawberry.field(description="As the court's own record has it: D, N, R.")
    closed_at: datetime | None

    @classmethod
    def of(cls, row: proceeding_rows.Proceeding) -> Proceeding:
        return cls(
            id=strawberry.ID(global_id("Proceeding", row.id)),
            row=row,
            revision=row.revision,
            kind=row.kind,
            state=row.state,
            other_court=row.other_court,
            judge=row.judge,
            notice_on=row.notice_on,
            filed_at=row.filed_at,
            custody=row.custody,
            closed_at=row.closed_at,
        )

    @strawberry.field(description="What the notice to appear charges. Who looked is recorded.")
    async def charges(self, info: Info) -> str | None:
        if self.row.charges is None:
            return None
        await info.context.viewed(
            proceeding_rows.Proceeding, self.row.id, ["charges"], case_id=self.row.case_id,
            organization_id=self.row.lead_organization_id,
        )  # fmt: skip
        return await info.context.opened(self.row, "charges")

    @strawberry.field(description="The last first; also those that were taken back.")
    async def decisions(self, info: Info) -> list[Decision]:
        rows = await info.context.children(decision_rows.Decision, "proceeding_id", self.row.id, "-decided_on", "-id")
        return [Decision.of(row) for row in rows]

    @strawberry.field(description="Of an appeal or a petition for review: whose decision it reviews.")
    async def reviews(self, info: Info) -> Proceeding | None:
        row = await info.context.row(proceeding_rows.Proceeding, self.row.reviews_id)
        return Proceeding.of(row) if row else None

    @strawberry.field
    async def court(self, info: Info) -> Court | None:
        row = await info.context.row(court_rows.Court, self.row.court_id)
        return Court.of(row) if row else None


@strawberry.type(description="Anything with a start, a zone, a place and people asked to come.")
class Occasion(Node):
    row: strawberry.Private[occasion_rows.Occasion]
    kind: OccasionKind
    state: OccasionState
    sequence: int
    starts_at: datetime
    ends_at: datetime
    wall_starts: WallTime
    time_zone: str
    hour_known: bool
    place_name: str | None
    place_street: str | None
    place_city: str | None
    room: str | None
    medium: Medium

    @classmethod
    def of(cls, row: occasion_rows.Occasion) -> Occasion:
        return cls(
            id=strawberry.ID(global_id("Occasion", row.id)),
            row=row,
            kind=row.kind,
            state=row.state,
            sequence=row.sequence,
            starts_at=row.starts_at,
            ends_at=row.ends_at,
            wall_starts=WallTime(row.wall_starts),
            time_zone=row.time_zone,
            hour_known=row.hour_known,
            place_name=row.place_name,
            place_street=row.place_street,
            place_city=row.place_city,
            room=row.room,
            medium=row.medium,
        )

    @strawberry.field(description="Only for those cleared to join.")
    async def join_url(self, info: Info) -> str | None:
        seat = await info.context.seat(self.row.case_id)
        return self.row.join_url if seat and seat.legal else None

    @strawberry.field(description="It is at a state courthouse. For the legal team.")
    async def courthouse_rule(self, info: Info) -> CourthouseRule | None:
        seat = await info.context.seat(self.row.case_id)
        if not seat or not seat.legal:
            return None
        row = self.row
        court = connecticut.court_in(row.place_name, row.place_street, row.place_city)
        return CourthouseRule.of(connecticut.at_court(court, row.starts_at))

    @strawberry.field
    async def invitations(self, info: Info) -> list[LaterInvitation]:
        from api.types.invitations import Invitation as InvitationType

        rows = await info.context.children(invitation_rows.Invitation, "occasion_id", self.row.id)
        return [InvitationType.of(row) for row in rows]

    @strawberry.field(description="Null: there is room for everybody.")
    async def seating(self, info: Info) -> Seating | None:
        rows = await info.context.children(seat_rows.Seating, "occasion_id", self.row.id)
        return Seating.of(rows[0]) if rows else None

    @strawberry.field(description="Rides and company, offered and asked for: for whoever may read attendees' names.")
    async def companions(self, info: Info) -> list[Companion]:
        rows = await info.context.children(companion_rows.Companion, "occasion_id", self.row.id)
        return [Companion.of(row) for row in rows if row.ended_at is None]

    @strawberry.field(description="What the door counted, and what was reported afterwards.")
    async def attendance(self, info: Info) -> Attendance | None:
        rows = await info.context.children(attendance_rows.Attendance, "occasion_id", self.row.id)
        return Attendance.of(rows[0]) if rows else None

    @strawberry.field
    async def notices(self, info: Info) -> list[Notice]:
        rows = await info.context.children(notice_rows.Notice, "occasion_id", self.row.id, "due_at", "id")
        return [Notice.of(row) for row in rows[:200]]

    @strawberry.field(description="The last of its changes that people were told of.")
    async def last_change(self, info: Info) -> Change | None:
        rows = await info.context.children(change_rows.Change, "occasion_id", self.row.id, "-at", "-id")
        return Change.of(rows[0]) if rows else None

    @strawberry.field(
        description="The last of its changes that people were told of, and each earlier one for which somebody owes a "
        "word still, the last first."
    )
    async def open_changes(self, info: Info) -> list[Change]:
        return await changes.open_of(info, self.row.id)

    @strawberry.field(description="Its last twenty changes that people were told of, the last first.")
    async def changes(self, info: Info) -> list[Change]:
        rows = await info.context.children(change_rows.Change, "occasion_id", self.row.id, "-at", "-id")
        return [Change.of(row) for row in rows[:20]]

    @strawberry.field(description="How its telling went: of each person the last letter whose hour has come.")
    async def delivery(self, info: Info) -> Delivery:
        return Delivery.of(await info.context.delivery(self.row.id))


@strawberry.type
class Hearing(VerificationOfHearing, Node):
    row: strawberry.Private[hearing_rows.Hearing]
    revision: int
    calendar_type: str | None
    schedule_type: str | None
    detained: bool
    closed_to_public: bool
    source: Source
    confidence: Confidence
    checked_at: datetime
    outcome: HearingOutcome | None
    reported_at: datetime | None
    moved_from: datetime | None = strawberry.field(description="When it was to begin before it was moved last.")

    @classmethod
    def of(cls, row: hearing_rows.Hearing) -> Hearing:
        return cls(
            id=strawberry.ID(global_id("Hearing", row.id)),
            row=row,
            revision=row.revision,
            calendar_type=row.calendar_type,
            schedule_type=row.schedule_type,
            detained=row.detained,
            closed_to_public=row.closed_to_public,
            source=row.source,
            confidence=row.confidence,
            checked_at=row.checked_at,
            outcome=row.outcome,
            reported_at=row.reported_at,
            moved_from=row.moved_from,
        )

    @strawberry.field
    async def case(self, info: Info) -> Case | None:
        return await case(info, self.row.case_id)

    @strawberry.field
    async def proceeding(self, info: Info) -> Proceeding | None:
        row = await info.context.row(proceeding_rows.Proceeding, self.row.proceeding_id)
        return Proceeding.of(row) if row else None

    @strawberry.field
    async def occasion(self) -> Occasion:
        return Occasion.of(self.row.occasion)

    @strawberry.field
    async def court(self, info: Info) -> Court | None:
        row = await info.context.row(court_rows.Court, self.row.court_id)
        return Court.of(row) if row else None

    @strawberry.field
    async def location(self, info: Info) -> HearingLocation | None:
        row = await info.context.row(court_rows.HearingLocation, self.row.hearing_location_id)
        return HearingLocation.of(row) if row else None

    @strawberry.field(description="For the legal team.")
    async def judge(self, info: Info) -> str | None:
        seat = await info.context.seat(self.row.case_id)
        return self.row.judge if seat and seat.legal else None

    @strawberry.field(description="The client's. For the legal team.")
    async def interpreter_language(self, info: Info) -> str | None:
        seat = await info.context.seat(self.row.case_id)
        return self.row.interpreter_language if seat and seat.legal else None

    @strawberry.field
    async def checked_by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.checked_by_id)

    @strawberry.field(description="For the legal team.")
    async def outcome_note(self, info: Info) -> str | None:
        seat = await info.context.seat(self.row.case_id)
        if seat is None or not seat.legal or self.row.outcome_note is None:
            return None
        await info.context.viewed(hearing_rows.Hearing, self.row.id, ["outcome_note"], case_id=self.row.case_id)
        return await info.context.opened(self.row, "outcome_note")

    @strawberry.field(description="It has passed, and nobody said what came of it.")
    async def awaiting_report(self, info: Info) -> bool:
        now = (await info.context.reading()).now
        occasion = self.row.occasion
        return occasion.ends_at < now and occasion.state in UPCOMING

    @strawberry.field
    async def actions(self, info: Info) -> list[LaterAdvocacyAction]:
        from api.types.advocacy import AdvocacyAction as ActionType

        rows = await info.context.children(advocacy_rows.AdvocacyAction, "hearing_id", self.row.id)
        return [ActionType.of(row) for row in rows]

    @strawberry.field(description="When a date checker asked the court's line about it, and what it said.")
    async def date_checks(self, info: Info) -> list[DateCheck]:
        rows = await info.context.children(date_check_rows.DateCheck, "hearing_id", self.row.id, "-shown_at", "id")
        return [DateCheck.of(row) for row in rows]


@strawberry.type(description="How many people were to be told of an occasion by now, and how that went.")
class Delivery:
    told: int
    sent: int
    due: int = strawberry.field(description="Not on its way yet, or tried again.")
    failed: int
    unreachable: int = strawberry.field(description="No address, one that does not work, or they asked us to stop.")

    @classmethod
    def of(cls, found: reading.Delivery) -> Delivery:
        return cls(told=found.told, sent=found.sent, due=found.due, failed=found.failed, unreachable=found.unreachable)


@strawberry.type(description="What a carrier said of one try.")
class NoticeTry:
    attempt: int
    outcome: str = strawberry.field(description="carried, refused or later, or another word of the carrier's.")
    said: str | None = strawberry.field(description="The carrier's code and its own id for the message.")
    at: datetime


@strawberry.type(description="One message to one person, and how it ended.")
class Notice(Node):
    row: strawberry.Private[notice_rows.Notice]
    kind: LetterKind
    channel: Channel
    audience: Audience
    due_at: datetime
    state: NoticeState
    reason: str | None
    attempts: int
    settled_at: datetime | None
    sequence: int

    @classmethod
    def of(cls, row: notice_rows.Notice) -> Notice:
        return cls(
            id=strawberry.ID(global_id("Notice", row.id)),
            row=row,
            kind=row.kind,
            channel=row.channel,
            audience=row.audience,
            due_at=row.due_at,
            state=row.state,
            reason=row.reason,
            attempts=row.attempts,
            settled_at=row.settled_at,
            sequence=row.sequence,
        )

    @strawberry.field(
        description="How far it is, as one asks after it: a letter to be sent is due once its hour comes."
    )
    async def progress(self, info: Info) -> NoticeProgress:
        return reading.progress_of(self.row, (await info.context.reading()).now)

    @strawberry.field
    async def tries(self, info: Info) -> list[NoticeTry]:
        rows = await info.context.children(notice_rows.Receipt, "notice_id", self.row.id, "attempt", "at", "id")
        return [NoticeTry(attempt=row.attempt, outcome=row.outcome, said=row.said, at=row.at) for row in rows]

    @strawberry.field(description="Null where only a count may be shown.")
    async def person(self, info: Info) -> Person | None:
        seat = await info.context.seat(self.row.case_id)
        if seat and not seat.legal and self.row.person_id != info.context.person_id and self.row.invitation_id is None:
            return None
        return await people.person(info, self.row.person_id)

    @strawberry.field
    async def case(self, info: Info) -> Case | None:
        return await case(info, self.row.case_id)

    @strawberry.field
    async def occasion(self, info: Info) -> Occasion | None:
        row = await info.context.row(occasion_rows.Occasion, self.row.occasion_id)
        return Occasion.of(row) if row else None


@strawberry.type
class NoticeEdge:
    node: Notice
    cursor: str


@strawberry.type
class NoticeConnection:
    edges: list[NoticeEdge]
    page_info: PageInfo


@strawberry.type
class CalendarEntry:
    occasion: Occasion
    hearing: Hearing | None
    action: LaterAdvocacyAction | None
    case: Case | None
