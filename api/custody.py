"""Mutations on custody."""

from __future__ import annotations

from typing import Annotated

import strawberry

from api import nodes
from api.cases import shown
from api.context import Info
from api.refusals import Refused, verb
from api.scalars import WallTime
from api.types.cases import Case
from api.types.custody import CustodyStint
from casework import custody
from casework.access import Act
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


@strawberry.type(description="One thing that a transfer changed. Null is unknown.")
class TransferChange:
    what: str
    before: str | None
    after: str | None


@strawberry.type
class RecordTransferPayload:
    case: Case
    stint: CustodyStint
    changes: list[TransferChange]


RecordTransferResult = Annotated[RecordTransferPayload | Refused, strawberry.union("RecordTransferResult")]


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
        await info.context.begin_again()
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
        await info.context.begin_again()
        return RecordTransferPayload(
            case=await shown(info, transfer.case.id),
            stint=await _stint(info, transfer.stint),
            changes=[TransferChange(what=one.what, before=one.before, after=one.after) for one in transfer.changes],
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
        await info.context.begin_again()
        return RecordReleasePayload(
            case=await shown(info, row.case_id), stint=await _stint(info, row), called_off=closed
        )
