"""Mutations on custody."""

from __future__ import annotations

from typing import Annotated

import strawberry

from api import nodes
from api.cases import shown
from api.context import Info
from api.hearings import Telling
from api.refusals import RefusalsAsMembers, Refused, verb
from api.scalars import WallTime
from api.types.cases import Case
from api.types.custody import CustodyStint
from api.types.deadlines import RecomputedDeadline
from api.types.occasions import Hearing
from api.types.transfers import HabeasFiling, TransferChange
from casework import custody, proceedings
from casework.access import Act
from casework.transfers import Ring
from schema import custody as rows
from schema.custody import Confidence, PlaceOfCustody, ReleaseReason, Source


@strawberry.input
class RecordCustodyInput:
    case_id: strawberry.ID
    place: PlaceOfCustody = PlaceOfCustody.FACILITY
    facility_id: strawberry.ID | None = None
    since: WallTime | None = None
    time_zone: str | None = None
    source: Source
    confidence: Confidence = Confidence.ONE_SOURCE
    found: bool | None = None


@strawberry.type
class RecordCustodyPayload:
    case: Case
    stint: CustodyStint | None = strawberry.field(description="Null: looked for, and not found.")


RecordCustodyResult = Annotated[RecordCustodyPayload | Refused, strawberry.union("RecordCustodyResult")]


@strawberry.input
class RecordTransferInput:
    case_id: strawberry.ID
    facility_id: strawberry.ID
    arrived_at: WallTime | None = None
    left_at: WallTime | None = None
    time_zone: str | None = None
    source: Source
    confidence: Confidence = Confidence.ONE_SOURCE


@strawberry.type
class RecordTransferPayload:
    case: Case
    stint: CustodyStint
    changes: list[TransferChange]


RecordTransferResult = Annotated[RecordTransferPayload | Refused, strawberry.union("RecordTransferResult")]


@strawberry.type(description="What would come of a transfer, before anything is saved.")
class TransferPreview:
    case: Case
    changes: list[TransferChange] = strawberry.field(description="What is different there.")
    hearings: list[Hearing] = strawberry.field(description="Ahead: their times stand, their places are in doubt.")
    clocks: list[RecomputedDeadline] = strawberry.field(
        description="Deadlines that would be on another day there, or fall away."
    )
    tasks: list[str] = strawberry.field(description="What has to be done then: sentences.")
    court: str | None = strawberry.field(description="The court on file, where it and the new place disagree.")
    rings: list[Ring] = strawberry.field(description="Why somebody would be called about that at once.")
    tellings: list[Telling]


TransferPreviewResult = Annotated[TransferPreview | Refused, strawberry.union("TransferPreviewResult")]


@strawberry.type
class CustodyQueries:
    @strawberry.field(
        description="What changes, and who will be told what, if the client is moved there. Saves nothing.",
        extensions=[RefusalsAsMembers()],
    )
    async def preview_transfer(
        self,
        info: Info,
        case_id: strawberry.ID,
        facility_id: strawberry.ID,
        confidence: Confidence = Confidence.ONE_SOURCE,
    ) -> TransferPreviewResult:
        preview = await info.context.read(
            custody.preview_transfer,
            nodes.key("Case", case_id),
            facility_id=nodes.key("Facility", facility_id),
            confidence=confidence,
        )
        language = await info.context.spoken()
        return TransferPreview(
            case=await shown(info, preview.case.id),
            changes=[TransferChange.of(one) for one in preview.changes],
            hearings=[Hearing.of(one) for one in preview.hearings],
            clocks=[RecomputedDeadline.of(one, language) for one in preview.clocks],
            tasks=[one.words.said(language) for one in preview.tasks],
            court=preview.apart.court.name if preview.apart else None,
            rings=list(preview.apart.why) if preview.apart and preview.apart.rings else [],
            tellings=[Telling.of(one) for one in preview.tellings],
        )


@strawberry.input
class RecordReleaseInput:
    case_id: strawberry.ID
    released_at: WallTime
    time_zone: str
    reason: ReleaseReason
    source: Source


@strawberry.type
class RecordReleasePayload:
    case: Case
    stint: CustodyStint
    called_off: int = strawberry.field(description="How many people's later dates were closed.")


RecordReleaseResult = Annotated[RecordReleasePayload | Refused, strawberry.union("RecordReleaseResult")]


@strawberry.input
class RecordStayInput:
    case_id: strawberry.ID
    facility_id: strawberry.ID
    booked_in_at: WallTime
    booked_out_at: WallTime
    time_zone: str | None = None
    reason: ReleaseReason = ReleaseReason.TRANSFERRED
    source: Source
    confidence: Confidence = Confidence.ONE_SOURCE


@strawberry.type
class RecordStayPayload:
    case: Case
    stint: CustodyStint


RecordStayResult = Annotated[RecordStayPayload | Refused, strawberry.union("RecordStayResult")]


@strawberry.input
class CorrectStayInput:
    stint_id: strawberry.ID
    expected_revision: int
    booked_in_at: WallTime | None = None
    booked_out_at: WallTime | None = None
    time_zone: str | None = None
    reason: ReleaseReason | None = None


@strawberry.type
class CorrectStayPayload:
    case: Case
    stint: CustodyStint


CorrectStayResult = Annotated[CorrectStayPayload | Refused, strawberry.union("CorrectStayResult")]


@strawberry.input
class MarkExpectedInput:
    case_id: strawberry.ID
    court_id: strawberry.ID
    facility_id: strawberry.ID


@strawberry.type
class MarkExpectedPayload:
    case: Case


MarkExpectedResult = Annotated[MarkExpectedPayload | Refused, strawberry.union("MarkExpectedResult")]


@strawberry.input
class UnmarkExpectedInput:
    case_id: strawberry.ID
    court_id: strawberry.ID
    facility_id: strawberry.ID


@strawberry.type
class UnmarkExpectedPayload:
    case: Case


UnmarkExpectedResult = Annotated[UnmarkExpectedPayload | Refused, strawberry.union("UnmarkExpectedResult")]


@strawberry.input
class TakeBackLookInput:
    look_id: strawberry.ID


@strawberry.type
class TakeBackLookPayload:
    case: Case


TakeBackLookResult = Annotated[TakeBackLookPayload | Refused, strawberry.union("TakeBackLookResult")]


@strawberry.input
class FileHabeasInput:
    proceeding_id: strawberry.ID
    expected_revision: int
    filed_at: WallTime
    time_zone: str
    occurrence: int | None = None


@strawberry.type
class FileHabeasPayload:
    case: Case
    filing: HabeasFiling


FileHabeasResult = Annotated[FileHabeasPayload | Refused, strawberry.union("FileHabeasResult")]


async def _stint(info: Info, row: rows.CustodyStint) -> CustodyStint:
    found = await info.context.row(rows.CustodyStint, row.id)
    return CustodyStint.of(found or row)


@strawberry.type
class CustodyMutations:
    @verb("Record where somebody is held, or that they were looked for and not found.")
    async def record_custody(self, info: Info, input: RecordCustodyInput) -> RecordCustodyResult:
        case_id = nodes.key("Case", input.case_id)
        async with info.context.transaction() as tx:
            row = await custody.record_custody(
                tx,
                case_id,
                place=input.place,
                facility_id=nodes.optional_key("Facility", input.facility_id),
                since=input.since,
                time_zone=input.time_zone,
                source=input.source,
                confidence=input.confidence,
                found=input.found is not False,
            )
        return RecordCustodyPayload(case=await shown(info, case_id), stint=await _stint(info, row) if row else None)

    @verb("Record a transfer: what is different there, and the tasks that follow.", Act.RECORD_CUSTODY)
    async def record_transfer(self, info: Info, input: RecordTransferInput) -> RecordTransferResult:
        async with info.context.transaction() as tx:
            transfer = await custody.record_transfer(
                tx,
                nodes.key("Case", input.case_id),
                facility_id=nodes.key("Facility", input.facility_id),
                arrived_at=input.arrived_at,
                left_at=input.left_at,
                time_zone=input.time_zone,
                source=input.source,
                confidence=input.confidence,
            )
        return RecordTransferPayload(
            case=await shown(info, transfer.case.id),
            stint=await _stint(info, transfer.stint),
            changes=[TransferChange.of(one) for one in transfer.changes],
        )

    @verb(
        "Record that custody ended. Later dates close at once to everyone outside the legal team and family.",
        Act.RECORD_CUSTODY,
    )
    async def record_release(self, info: Info, input: RecordReleaseInput) -> RecordReleaseResult:
        async with info.context.transaction() as tx:
            row, closed = await custody.record_release(
                tx,
                nodes.key("Case", input.case_id),
                released_at=input.released_at,
                time_zone=input.time_zone,
                reason=input.reason,
                source=input.source,
            )
        info.context.wake()
        return RecordReleasePayload(
            case=await shown(info, row.case_id), stint=await _stint(info, row), called_off=closed
        )

    @verb("Record a stay that is over and that nobody knew of.", Act.RECORD_CUSTODY)
    async def record_stay(self, info: Info, input: RecordStayInput) -> RecordStayResult:
        case_id = nodes.key("Case", input.case_id)
        async with info.context.transaction() as tx:
            row = await custody.record_stay(
                tx,
                case_id,
                facility_id=nodes.key("Facility", input.facility_id),
                booked_in_at=input.booked_in_at,
                booked_out_at=input.booked_out_at,
                time_zone=input.time_zone,
                reason=input.reason,
                source=input.source,
                confidence=input.confidence,
            )
        return RecordStayPayload(case=await shown(info, case_id), stint=await _stint(info, row))

    @verb("Correct when a stay began or ended, or why.", Act.RECORD_CUSTODY)
    async def correct_stay(self, info: Info, input: CorrectStayInput) -> CorrectStayResult:
        async with info.context.transaction() as tx:
            row = await custody.correct_stay(
                tx,
                nodes.key("CustodyStint", input.stint_id),
                expected_revision=input.expected_revision,
                booked_in_at=input.booked_in_at,
                booked_out_at=input.booked_out_at,
                time_zone=input.time_zone,
                reason=input.reason,
            )
        return CorrectStayPayload(case=await shown(info, row.case_id), stint=await _stint(info, row))

    @verb("Mark it expected that this court keeps the case while the client is held there: its alarm is silent.")
    async def mark_expected(self, info: Info, input: MarkExpectedInput) -> MarkExpectedResult:
        case_id = nodes.key("Case", input.case_id)
        async with info.context.transaction() as tx:
            await custody.mark_expected(
                tx,
                case_id,
                court_id=nodes.key("Court", input.court_id),
                facility_id=nodes.key("Facility", input.facility_id),
            )
        return MarkExpectedPayload(case=await shown(info, case_id))

    @verb("Take back that this was marked expected: it is shown as before, and rings if it must.", Act.MARK_EXPECTED)
    async def unmark_expected(self, info: Info, input: UnmarkExpectedInput) -> UnmarkExpectedResult:
        case_id = nodes.key("Case", input.case_id)
        async with info.context.transaction() as tx:
            await custody.unmark_expected(
                tx,
                case_id,
                court_id=nodes.key("Court", input.court_id),
                facility_id=nodes.key("Facility", input.facility_id),
            )
        return UnmarkExpectedPayload(case=await shown(info, case_id))

    @verb("Take back, for ten minutes, that one looked and found nobody: it was a slip.", Act.RECORD_CUSTODY)
    async def take_back_look(self, info: Info, input: TakeBackLookInput) -> TakeBackLookResult:
        async with info.context.transaction() as tx:
            row = await custody.take_back_look(tx, nodes.key("LocatorCheck", input.look_id))
        return TakeBackLookPayload(case=await shown(info, row.case_id))

    @verb("Record that a habeas petition was filed: where the body was at that minute is stamped.")
    async def file_habeas(self, info: Info, input: FileHabeasInput) -> FileHabeasResult:
        async with info.context.transaction() as tx:
            row = await proceedings.file_habeas(
                tx,
                nodes.key("Proceeding", input.proceeding_id),
                expected_revision=input.expected_revision,
                filed_at=input.filed_at,
                time_zone=input.time_zone,
                occurrence=input.occurrence,
            )
        return FileHabeasPayload(case=await shown(info, row.case_id), filing=HabeasFiling.of(row))
