"""Mutations on supervision after release and on check-ins."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

import strawberry

from api import nodes
from api.cases import shown
from api.context import Info
from api.refusals import Refused, verb
from api.scalars import WallTime
from api.types.cases import Case
from api.types.check_ins import CheckIn, Supervision
from casework import check_ins
from casework.access import Act
from schema import check_ins as rows
from schema.check_ins import CheckInOutcome, SupervisionKind
from schema.custody import Source


@strawberry.input
class RecordSupervisionInput:
    case_id: strawberry.ID
    kind: SupervisionKind
    began_at: WallTime
    time_zone: str
    terms: str | None = None
    source: Source = Source.COUNSEL


@strawberry.type
class RecordSupervisionPayload:
    case: Case
    supervision: Supervision


RecordSupervisionResult = Annotated[
    RecordSupervisionPayload | Refused, strawberry.union("RecordSupervisionResult")
]  # fmt: skip


@strawberry.input
class EndSupervisionInput:
    supervision_id: strawberry.ID
    expected_revision: int
    ended_at: WallTime
    time_zone: str


@strawberry.type
class EndSupervisionPayload:
    case: Case
    supervision: Supervision


EndSupervisionResult = Annotated[EndSupervisionPayload | Refused, strawberry.union("EndSupervisionResult")]


@strawberry.input
class ScheduleCheckInInput:
    case_id: strawberry.ID
    starts_at: WallTime
    time_zone: str
    hour_known: bool = True
    occurrence: int | None = strawberry.field(default=None, description="1 or 2, when the clocks pass it twice.")
    office: str | None = strawberry.field(default=None, description="For the legal team, the client and family.")
    meeting_point: str | None = strawberry.field(default=None, description="For who comes along; never the office.")
    supervision_id: strawberry.ID | None = None
    source: Source = Source.CLIENT


@strawberry.type
class ScheduleCheckInPayload:
    case: Case
    check_in: CheckIn


ScheduleCheckInResult = Annotated[ScheduleCheckInPayload | Refused, strawberry.union("ScheduleCheckInResult")]


@strawberry.input
class RescheduleCheckInInput:
    check_in_id: strawberry.ID
    expected_revision: int
    starts_at: WallTime
    occurrence: int | None = None
    meeting_point: str | None = None


@strawberry.type
class RescheduleCheckInPayload:
    case: Case
    check_in: CheckIn


RescheduleCheckInResult = Annotated[
    RescheduleCheckInPayload | Refused, strawberry.union("RescheduleCheckInResult")
]  # fmt: skip


@strawberry.input
class CancelCheckInInput:
    check_in_id: strawberry.ID
    expected_revision: int


@strawberry.type
class CancelCheckInPayload:
    case: Case
    check_in: CheckIn


CancelCheckInResult = Annotated[CancelCheckInPayload | Refused, strawberry.union("CancelCheckInResult")]


@strawberry.input
class ReportCheckInInput:
    check_in_id: strawberry.ID
    expected_revision: int
    outcome: CheckInOutcome


@strawberry.type
class ReportCheckInPayload:
    case: Case
    check_in: CheckIn


ReportCheckInResult = Annotated[ReportCheckInPayload | Refused, strawberry.union("ReportCheckInResult")]


@strawberry.input
class NameAccompanierInput:
    check_in_id: strawberry.ID
    person_id: strawberry.ID


@strawberry.type
class NameAccompanierPayload:
    case: Case
    check_in: CheckIn


NameAccompanierResult = Annotated[NameAccompanierPayload | Refused, strawberry.union("NameAccompanierResult")]


async def _shown(info: Info, check_in_id: UUID) -> tuple[Case, CheckIn]:
    info.context.wake()
    row = await info.context.row(rows.CheckIn, check_in_id)
    assert row is not None  # noqa: S101 -- its verb has just written it
    await info.context.viewed(rows.CheckIn, row.case_id, ["office"], case_id=row.case_id)
    return await shown(info, row.case_id), CheckIn.of(row)


@strawberry.type
class CheckInMutations:
    @verb("Record the terms under which somebody is at liberty.")
    async def record_supervision(self, info: Info, input: RecordSupervisionInput) -> RecordSupervisionResult:
        case_id = nodes.key("Case", input.case_id)
        async with info.context.transaction() as tx:
            row = await check_ins.record_supervision(
                tx,
                case_id,
                kind=input.kind,
                began_at=input.began_at,
                time_zone=input.time_zone,
                terms=input.terms,
                source=input.source,
            )
        return RecordSupervisionPayload(case=await shown(info, case_id), supervision=Supervision.of(row))

    @verb("Record that supervision ended.", Act.RECORD_SUPERVISION)
    async def end_supervision(self, info: Info, input: EndSupervisionInput) -> EndSupervisionResult:
        async with info.context.transaction() as tx:
            row = await check_ins.end_supervision(
                tx,
                nodes.key("Supervision", input.supervision_id),
                expected_revision=input.expected_revision,
                ended_at=input.ended_at,
                time_zone=input.time_zone,
            )
        return EndSupervisionPayload(case=await shown(info, row.case_id), supervision=Supervision.of(row))

    @verb("Schedule a check-in. It is never public, and in nobody's feed but the legal team's.")
    async def schedule_check_in(self, info: Info, input: ScheduleCheckInInput) -> ScheduleCheckInResult:
        async with info.context.transaction() as tx:
            row = await check_ins.schedule_check_in(
                tx,
                nodes.key("Case", input.case_id),
                starts_at=input.starts_at,
                time_zone=input.time_zone,
                hour_known=input.hour_known,
                occurrence=input.occurrence,
                office=input.office,
                meeting_point=input.meeting_point,
                supervision_id=nodes.optional_key("Supervision", input.supervision_id),
                source=input.source,
            )
        case, check_in = await _shown(info, row.id)
        return ScheduleCheckInPayload(case=case, check_in=check_in)

    @verb("Move a check-in. Whoever was told of it is told.", Act.SCHEDULE_CHECK_IN)
    async def reschedule_check_in(self, info: Info, input: RescheduleCheckInInput) -> RescheduleCheckInResult:
        async with info.context.transaction() as tx:
            row = await check_ins.reschedule_check_in(
                tx,
                nodes.key("CheckIn", input.check_in_id),
                expected_revision=input.expected_revision,
                starts_at=input.starts_at,
                occurrence=input.occurrence,
                meeting_point=input.meeting_point,
            )
        case, check_in = await _shown(info, row.id)
        return RescheduleCheckInPayload(case=case, check_in=check_in)

    @verb("Cancel a check-in. Whoever was told of it is told, without a reason.", Act.SCHEDULE_CHECK_IN)
    async def cancel_check_in(self, info: Info, input: CancelCheckInInput) -> CancelCheckInResult:
        async with info.context.transaction() as tx:
            row = await check_ins.cancel_check_in(
                tx, nodes.key("CheckIn", input.check_in_id), expected_revision=input.expected_revision
            )
        case, check_in = await _shown(info, row.id)
        return CancelCheckInPayload(case=case, check_in=check_in)

    @verb("Report what a check-in came to.", Act.SCHEDULE_CHECK_IN)
    async def report_check_in(self, info: Info, input: ReportCheckInInput) -> ReportCheckInResult:
        async with info.context.transaction() as tx:
            row = await check_ins.report_check_in(
                tx,
                nodes.key("CheckIn", input.check_in_id),
                expected_revision=input.expected_revision,
                outcome=input.outcome,
            )
        case, check_in = await _shown(info, row.id)
        return ReportCheckInPayload(case=case, check_in=check_in)

    @verb("Name somebody who comes along to a check-in, on the client's consent. They are told two days before.")
    async def name_accompanier(self, info: Info, input: NameAccompanierInput) -> NameAccompanierResult:
        check_in_id = nodes.key("CheckIn", input.check_in_id)
        async with info.context.transaction() as tx:
            await check_ins.name_accompanier(tx, check_in_id, nodes.key("Person", input.person_id))
        case, check_in = await _shown(info, check_in_id)
        return NameAccompanierPayload(case=case, check_in=check_in)
