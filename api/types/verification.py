"""Decisions, how sure a hearing's date is and who said so, which dates are to be checked, and what observers met."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import strawberry

from api.context import Info
from api.nodes import global_id
from api.scalars import WallTime
from api.types import people
from api.types.date_checks import Shift
from api.types.people import Node, Person
from casework import date_sources
from casework.checking_order import CheckReason
from schema import court_access as access_rows
from schema import custody as custody_rows
from schema import date_checks as date_check_rows
from schema import date_sources as source_rows
from schema import decisions as decision_rows
from schema import hearings as hearing_rows
from schema import proceedings as proceeding_rows
from schema.court_access import CourtAccess
from schema.custody import Confidence, ReleaseReason, Source
from schema.date_sources import DateStanding
from schema.decisions import AppealStance, DecisionKind, GivenHow
from schema.hearings import ADVANCED_BY_COURT, HearingOutcome, HearingState
from schema.occasions import UPCOMING, OccasionState

if TYPE_CHECKING:
    from api.types.occasions import Hearing, Proceeding

LaterHearing = Annotated["Hearing", strawberry.lazy("api.types.occasions")]
LaterProceeding = Annotated["Proceeding", strawberry.lazy("api.types.occasions")]


@strawberry.type(description="What a judge decided, on which day, and how it was given: clocks run from these.")
class Decision(Node):
    row: strawberry.Private[decision_rows.Decision]
    revision: int
    kind: DecisionKind
    decided_on: date
    given_how: GivenHow
    given_on: date = strawberry.field(description="The day it was spoken, mailed or sent.")
    appeal_by_client: AppealStance
    appeal_by_government: AppealStance
    recorded_at: datetime
    taken_back_at: datetime | None = strawberry.field(description="It was recorded by mistake.")

    @classmethod
    def of(cls, row: decision_rows.Decision) -> Decision:
        return cls(
            id=strawberry.ID(global_id("Decision", row.id)),
            row=row,
            revision=row.revision,
            kind=row.kind,
            decided_on=row.decided_on,
            given_how=row.given_how,
            given_on=row.given_on,
            appeal_by_client=row.appeal_by_client,
            appeal_by_government=row.appeal_by_government,
            recorded_at=row.recorded_at,
            taken_back_at=row.taken_back_at,
        )

    @strawberry.field
    async def proceeding(self, info: Info) -> LaterProceeding | None:
        from api.types.occasions import Proceeding as ProceedingType

        row = await info.context.row(proceeding_rows.Proceeding, self.row.proceeding_id)
        return ProceedingType.of(row) if row else None

    @strawberry.field(description="At which it was given, if it was.")
    async def hearing(self, info: Info) -> LaterHearing | None:
        from api.types.occasions import Hearing as HearingType

        row = await info.context.row(hearing_rows.Hearing, self.row.hearing_id)
        return HearingType.of(row) if row else None

    @strawberry.field
    async def recorded_by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.recorded_by_id)


@strawberry.type(description="One word on a hearing's date: who said it, when, on which channel.")
class DateSource:
    row: strawberry.Private[source_rows.DateSource]
    channel: Source
    said: WallTime | None = strawberry.field(description="The time that was said. Null: it is not known there.")
    said_at: datetime
    taken_back_at: datetime | None

    @classmethod
    def of(cls, row: source_rows.DateSource) -> DateSource:
        return cls(
            row=row,
            channel=row.channel,
            said=WallTime(row.said_wall) if row.said_wall else None,
            said_at=row.said_at,
            taken_back_at=row.taken_back_at,
        )

    @strawberry.field
    async def person(self, info: Info) -> Person | None:
        return await people.person(info, self.row.person_id)

    @strawberry.field(description="Of the date checker who said it.")
    async def shift(self, info: Info) -> Shift | None:
        row = await info.context.row(date_check_rows.Shift, self.row.shift_id)
        return Shift.of(row) if row else None


@strawberry.type
class VerificationOfHearing:
    """How a hearing and its date stand. Over the hearing's row."""

    row: strawberry.Private[hearing_rows.Hearing]

    @strawberry.field(description="How it stands; of a date ahead how sure it is, or which way it was moved last.")
    async def state(self) -> HearingState:
        row, occasion = self.row, self.row.occasion
        if occasion.state is OccasionState.CANCELLED:
            return HearingState.VACATED
        if occasion.state is OccasionState.HELD:
            ended = {
                HearingOutcome.NOT_PRESENTED: HearingState.NOT_PRESENTED,
                HearingOutcome.REMOVAL_ORDERED_IN_ABSENTIA: HearingState.HELD_IN_ABSENTIA,
            }
            return ended.get(row.outcome, HearingState.HELD) if row.outcome else HearingState.HELD
        if row.confidence is Confidence.UNCONFIRMED:
            return HearingState.UNVERIFIED
        if row.moved_from is not None and row.moved_from != occasion.starts_at:
            return HearingState.MOVED_EARLIER if row.moved_from > occasion.starts_at else HearingState.MOVED_LATER
        return HearingState.CONFIRMED if row.confidence is Confidence.CONFIRMED else HearingState.ONE_SOURCE

    @strawberry.field(
        description="How far a date ahead can be relied on: two-source is two people on two channels; stale is checked"
        " more than a week ago, or before the person was moved. Null once it is over."
    )
    async def date_standing(self, info: Info) -> DateStanding | None:
        now, occasion = (await info.context.reading()).now, self.row.occasion
        if occasion.state not in UPCOMING or occasion.ends_at < now:
            return None
        stints = await info.context.children(custody_rows.CustodyStint, "case_id", self.row.case_id)
        moved = any(
            one.release_reason is ReleaseReason.TRANSFERRED
            and one.booked_out_at is not None
            and one.booked_out_at > self.row.checked_at
            for one in stints
        )
        return date_sources.standing_of(self.row, moved=moved, now=now)

    @strawberry.field(description="For the legal team: why it was moved or put off, in the court's own code.")
    async def adjournment_code(self, info: Info) -> str | None:
        seat = await info.context.seat(self.row.case_id)
        return self.row.adjournment_code if seat and seat.legal else None

    @strawberry.field(description="For the legal team: when the notice was received.")
    async def noticed_at(self, info: Info) -> datetime | None:
        seat = await info.context.seat(self.row.case_id)
        return self.row.noticed_at if seat and seat.legal else None

    @strawberry.field(
        description="For the legal team: the court itself set it earlier (codes 55 and 9B). Null for other eyes."
    )
    async def advanced_by_court(self, info: Info) -> bool | None:
        seat = await info.context.seat(self.row.case_id)
        return self.row.adjournment_code in ADVANCED_BY_COURT if seat and seat.legal else None

    @strawberry.field(description="The hearing in place of which it was set.")
    async def replaces(self, info: Info) -> LaterHearing | None:
        from api.types.occasions import Hearing as HearingType

        row = await info.context.row(hearing_rows.Hearing, self.row.supersedes_id)
        return HearingType.of(row) if row else None

    @strawberry.field(
        description="The hearing that was set in its place. Null: of its chain it is the one that stands."
    )
    async def replaced_by(self, info: Info) -> LaterHearing | None:
        from api.types.occasions import Hearing as HearingType

        rows = await info.context.children(hearing_rows.Hearing, "supersedes_id", self.row.id)
        return HearingType.of(rows[0]) if rows else None

    @strawberry.field(description="For the legal team.")
    async def reported_by(self, info: Info) -> Person | None:
        seat = await info.context.seat(self.row.case_id)
        return await people.person(info, self.row.reported_by_id) if seat and seat.legal else None

    @strawberry.field(description="What was said of its date, by whom and on which channel, the latest first.")
    async def date_sources(self, info: Info) -> list[DateSource]:
        rows = await info.context.children(source_rows.DateSource, "hearing_id", self.row.id, "-said_at", "-id")
        return [DateSource.of(row) for row in rows[:50]]


@strawberry.type(description="A date that is to be checked next, and why.")
class DateToCheck:
    hearing: LaterHearing
    because: list[CheckReason]


@strawberry.type(description="What observers met at a hearing location on a day. Nothing of a client is in it.")
class CourtAccessReport:
    row: strawberry.Private[access_rows.CourtAccessReport]
    what: CourtAccess
    seen_on: date

    @classmethod
    def of(cls, row: access_rows.CourtAccessReport) -> CourtAccessReport:
        return cls(row=row, what=row.what, seen_on=row.seen_on)

    @strawberry.field
    async def reported_by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.reported_by_id)


__all__ = ["CourtAccessReport", "DateSource", "DateToCheck", "Decision", "VerificationOfHearing"]
