"""Hearings: scheduled, moved, cancelled; and the preview of a move."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

import strawberry

from api import nodes
from api.cases import shown
from api.context import Info
from api.refusals import RefusalsAsMembers, Refused, verb
from api.scalars import WallTime
from api.types.advocacy import AdvocacyAction
from api.types.cases import Case
from api.types.occasions import Hearing
from casework import hearings, notices
from schema import hearings as hearing_rows
from schema.custody import Confidence, Source
from schema.invitations import Audience
from schema.notices import LetterKind
from schema.occasions import Medium, OccasionKind
from schema.people import Channel


@strawberry.type(description="One line of a preview: who will be told what, before anything is saved.")
class Telling:
    person_name: str | None = strawberry.field(description="Null where only a count may be shown.")
    audience: Audience
    channel: Channel
    kind: LetterKind
    due_at: datetime
    time_zone: str = strawberry.field(description="That of the date.")
    their_time_zone: str | None = strawberry.field(description="The reader's, where they are named and keep another.")
    count: int

    @classmethod
    def of(cls, telling: notices.Telling) -> Telling:
        return cls(
            person_name=telling.person_name,
            audience=telling.audience,
            channel=telling.channel,
            kind=telling.kind,
            due_at=telling.due_at,
            time_zone=telling.time_zone,
            their_time_zone=telling.their_time_zone,
            count=telling.count,
        )


@strawberry.type
class ReschedulePreview:
    starts_at: datetime
    ends_at: datetime
    earlier: bool
    hours_away: int
    tellings: list[Telling]
    following: list[AdvocacyAction] = strawberry.field(description="Actions that move with it.")
    asked: list[AdvocacyAction] = strawberry.field(
        description="Actions around it that do not: whoever leads each is asked what becomes of it."
    )
    warnings: list[str] = strawberry.field(description="Sentences worth reading before saving.")


@strawberry.type
class CancelPreview:
    tellings: list[Telling]
    left_standing: list[AdvocacyAction] = strawberry.field(
        description="Actions around it. They are not cancelled with it: somebody decides on each."
    )


ReschedulePreviewResult = Annotated[ReschedulePreview | Refused, strawberry.union("ReschedulePreviewResult")]


@strawberry.type
class HearingQueries:
    @strawberry.field(
        description="Who will be told what if this hearing moves. Saves nothing.", extensions=[RefusalsAsMembers()]
    )
    async def preview_reschedule(
        self,
        info: Info,
        hearing_id: strawberry.ID,
        starts_at: WallTime,
        occurrence: int | None = None,
        hearing_location_id: strawberry.ID | None = None,
    ) -> ReschedulePreviewResult:
        preview = await info.context.read(
            hearings.preview_reschedule,
            nodes.key("Hearing", hearing_id),
            starts_at=starts_at,
            occurrence=occurrence,
            hearing_location_id=nodes.optional_key("HearingLocation", hearing_location_id),
        )
        language = await info.context.spoken()
        return ReschedulePreview(
            starts_at=preview.starts_at,
            ends_at=preview.ends_at,
            earlier=preview.earlier,
            hours_away=preview.hours_away,
            tellings=[Telling.of(one) for one in preview.tellings],
            following=[AdvocacyAction.of(one) for one in preview.following],
            asked=[AdvocacyAction.of(one) for one in preview.asked],
            warnings=[one.said(language) for one in preview.warnings],
        )

    @strawberry.field(
        description="Who will be told if this hearing is cancelled, and what would be left without it. Saves nothing."
    )
    async def preview_cancel(self, info: Info, hearing_id: strawberry.ID) -> CancelPreview:
        preview = await info.context.read(hearings.preview_cancel, nodes.key("Hearing", hearing_id))
        return CancelPreview(
            tellings=[Telling.of(one) for one in preview.tellings],
            left_standing=[AdvocacyAction.of(one) for one in preview.left_standing],
        )


@strawberry.input
class ScheduleHearingInput:
    case_id: strawberry.ID
    proceeding_id: strawberry.ID
    kind: OccasionKind
    starts_at: WallTime = strawberry.field(description="As printed on the notice, in the zone of the place.")
    occurrence: int | None = strawberry.field(default=None, description="1 or 2, when the clocks pass it twice.")
    hour_known: bool = True
    length_minutes: int = 60
    court_id: strawberry.ID | None = None
    hearing_location_id: strawberry.ID | None = None
    time_zone: str | None = strawberry.field(default=None, description="Only when neither court nor location has one.")
    room: str | None = None
    medium: Medium = Medium.UNKNOWN
    join_url: str | None = None
    judge: str | None = None
    calendar_type: str | None = None
    schedule_type: str | None = None
    detained: bool = True
    closed_to_public: bool = False
    interpreter_language: str | None = None
    source: Source = Source.PRINTED_NOTICE
    confidence: Confidence = Confidence.ONE_SOURCE
    received_at: datetime | None = strawberry.field(default=None, description="When the notice was received.")
    replaces_id: strawberry.ID | None = strawberry.field(
        default=None, description="The hearing in place of which it is set. That one is cancelled."
    )
    confirmed: bool = strawberry.field(
        default=False, description="It is a second one, although one of this kind stands at that time and place."
    )


@strawberry.type
class ScheduleHearingPayload:
    hearing: Hearing
    case: Case


ScheduleHearingResult = Annotated[ScheduleHearingPayload | Refused, strawberry.union("ScheduleHearingResult")]


@strawberry.input
class RescheduleHearingInput:
    hearing_id: strawberry.ID
    expected_revision: int
    starts_at: WallTime
    occurrence: int | None = None
    hearing_location_id: strawberry.ID | None = None
    room: str | None = None
    medium: Medium | None = None
    join_url: str | None = None
    source: Source = Source.PRINTED_NOTICE
    confidence: Confidence = Confidence.ONE_SOURCE
    received_at: datetime | None = strawberry.field(default=None, description="When the notice was received.")
    adjournment_code: str | None = strawberry.field(default=None, description="Why, in the court's own code.")


@strawberry.type
class RescheduleHearingPayload:
    hearing: Hearing
    told: int = strawberry.field(description="How many letters of the change are on their way.")


RescheduleHearingResult = Annotated[RescheduleHearingPayload | Refused, strawberry.union("RescheduleHearingResult")]


@strawberry.input
class CancelHearingInput:
    hearing_id: strawberry.ID
    expected_revision: int
    reason: str | None = None
    adjournment_code: str | None = strawberry.field(default=None, description="Why, in the court's own code.")


@strawberry.type
class CancelHearingPayload:
    hearing: Hearing
    told: int


CancelHearingResult = Annotated[CancelHearingPayload | Refused, strawberry.union("CancelHearingResult")]


async def hearing_of(info: Info, hearing_id: UUID) -> Hearing:
    row = await info.context.row(hearing_rows.Hearing, hearing_id)
    if row is None:
        raise LookupError("The hearing is out of sight after the act.")
    return Hearing.of(row)


@strawberry.type
class HearingMutations:
    @verb("Schedule a hearing from its notice.")
    async def schedule_hearing(self, info: Info, input: ScheduleHearingInput) -> ScheduleHearingResult:
        async with info.context.transaction() as tx:
            row = await hearings.schedule_hearing(
                tx,
                nodes.key("Case", input.case_id),
                nodes.key("Proceeding", input.proceeding_id),
                hearings.Notice(
                    kind=input.kind,
                    starts_at=input.starts_at,
                    occurrence=input.occurrence,
                    hour_known=input.hour_known,
                    length_minutes=input.length_minutes,
                    court_id=nodes.optional_key("Court", input.court_id),
                    hearing_location_id=nodes.optional_key("HearingLocation", input.hearing_location_id),
                    time_zone=input.time_zone,
                    room=input.room,
                    medium=input.medium,
                    join_url=input.join_url,
                    judge=input.judge,
                    calendar_type=input.calendar_type,
                    schedule_type=input.schedule_type,
                    detained=input.detained,
                    closed_to_public=input.closed_to_public,
                    interpreter_language=input.interpreter_language,
                    source=input.source,
                    confidence=input.confidence,
                    received_at=input.received_at,
                    replaces_id=nodes.optional_key("Hearing", input.replaces_id),
                ),
                confirmed=input.confirmed,
            )
        info.context.wake()
        return ScheduleHearingPayload(hearing=await hearing_of(info, row.id), case=await shown(info, row.case_id))

    @verb("Move a hearing. Everyone who was told the old time is told the new one.")
    async def reschedule_hearing(self, info: Info, input: RescheduleHearingInput) -> RescheduleHearingResult:
        async with info.context.transaction() as tx:
            moved = await hearings.reschedule_hearing(
                tx,
                nodes.key("Hearing", input.hearing_id),
                starts_at=input.starts_at,
                occurrence=input.occurrence,
                expected_revision=input.expected_revision,
                hearing_location_id=nodes.optional_key("HearingLocation", input.hearing_location_id),
                room=input.room,
                medium=input.medium,
                join_url=input.join_url,
                source=input.source,
                confidence=input.confidence,
                received_at=input.received_at,
                adjournment_code=input.adjournment_code,
            )
        info.context.wake()
        return RescheduleHearingPayload(hearing=Hearing.of(moved.hearing), told=moved.told)

    @verb("Cancel a hearing. Everyone who was told of it is told.")
    async def cancel_hearing(self, info: Info, input: CancelHearingInput) -> CancelHearingResult:
        async with info.context.transaction() as tx:
            moved = await hearings.cancel_hearing(
                tx,
                nodes.key("Hearing", input.hearing_id),
                expected_revision=input.expected_revision,
                reason=input.reason,
                adjournment_code=input.adjournment_code,
            )
        info.context.wake()
        return CancelHearingPayload(hearing=Hearing.of(moved.hearing), told=moved.told)
