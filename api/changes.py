"""Changes: saying that one knows, recording who was called, writing once more; and who is on duty."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

import strawberry

from api import nodes
from api.context import Info
from api.refusals import Refused, verb
from api.scalars import WallTime
from api.types.changes import Change
from api.types.occasions import Occasion
from api.types.people import Organization
from casework import changes, duty, reading
from casework.refusals import NotFound
from schema import changes as rows
from schema import occasions as occasion_rows
from schema import organizations as organization_rows
from schema.changes import CallOutcome
from schema.people import Channel


@strawberry.type
class ChangeQueries:
    @strawberry.field(description="Changes for which somebody owes a word, the oldest first: at most twenty.")
    async def unconfirmed_changes(self, info: Info) -> list[Change]:
        return [Change.of(row) for row in await info.context.read(reading.unconfirmed_changes)]


@strawberry.input
class AcknowledgeChangeInput:
    occasion_id: strawberry.ID
    sequence: int = strawberry.field(description="The date's, as it stood on the page.")


@strawberry.type
class AcknowledgeChangePayload:
    occasion: Occasion


AcknowledgeChangeResult = Annotated[AcknowledgeChangePayload | Refused, strawberry.union("AcknowledgeChangeResult")]


@strawberry.input
class RecordReachedInput:
    acknowledgement_id: strawberry.ID
    outcome: CallOutcome
    replaced_by_id: strawberry.ID | None = strawberry.field(
        default=None, description="Who comes in their place: they owe no word then."
    )


@strawberry.type
class RecordReachedPayload:
    occasion: Occasion


RecordReachedResult = Annotated[RecordReachedPayload | Refused, strawberry.union("RecordReachedResult")]


@strawberry.input
class ResendChangeInput:
    acknowledgement_id: strawberry.ID
    channel: Channel


@strawberry.type
class ResendChangePayload:
    occasion: Occasion


ResendChangeResult = Annotated[ResendChangePayload | Refused, strawberry.union("ResendChangeResult")]


@strawberry.input
class DutyTurnInput:
    person_id: strawberry.ID
    deputy_id: strawberry.ID | None = None
    #: Wall time in the organization's zone.
    starts_at: WallTime
    ends_at: WallTime


@strawberry.input
class SaveDutyRotaInput:
    organization_id: strawberry.ID
    begins_at: WallTime = strawberry.field(description="From then on the rota is replaced, in its own zone.")
    turns: list[DutyTurnInput]


@strawberry.type
class SaveDutyRotaPayload:
    organization: Organization


SaveDutyRotaResult = Annotated[SaveDutyRotaPayload | Refused, strawberry.union("SaveDutyRotaResult")]


async def _occasion(info: Info, occasion_id: UUID) -> Occasion:
    row = await info.context.row(occasion_rows.Occasion, occasion_id)
    if row is None:
        raise NotFound
    return Occasion.of(row)


@strawberry.type
class ChangeMutations:
    @verb("Say that one knows of a change one was told of.")
    async def acknowledge_change(self, info: Info, input: AcknowledgeChangeInput) -> AcknowledgeChangeResult:
        occasion_id = nodes.key("Occasion", input.occasion_id)
        async with info.context.transaction() as tx:
            await changes.acknowledge_change(tx, occasion_id, sequence=input.sequence)
        info.context.wake()
        return AcknowledgeChangePayload(occasion=await _occasion(info, occasion_id))

    @verb("Record that somebody was called about a change: reached, a message left, or nobody answered.")
    async def record_reached(self, info: Info, input: RecordReachedInput) -> RecordReachedResult:
        async with info.context.transaction() as tx:
            row: rows.Acknowledgement = await changes.record_reached(
                tx,
                nodes.key("Acknowledgement", input.acknowledgement_id),
                outcome=input.outcome,
                replaced_by_id=nodes.optional_key("Person", input.replaced_by_id),
            )
        info.context.wake()
        return RecordReachedPayload(occasion=await _occasion(info, row.occasion_id))

    @verb("Write once more to somebody who has not confirmed a change, on another channel or the same.")
    async def resend_change(self, info: Info, input: ResendChangeInput) -> ResendChangeResult:
        async with info.context.transaction() as tx:
            row: rows.Acknowledgement = await changes.resend_change(
                tx, nodes.key("Acknowledgement", input.acknowledgement_id), channel=input.channel
            )
        info.context.wake()
        return ResendChangePayload(occasion=await _occasion(info, row.occasion_id))

    @verb("Say who is on duty from an instant on. Refused with the gap, the overlap, or who can't be on duty.")
    async def save_duty_rota(self, info: Info, input: SaveDutyRotaInput) -> SaveDutyRotaResult:
        organization_id = nodes.key("Organization", input.organization_id)
        turns = [
            duty.Turn(
                person_id=nodes.key("Person", one.person_id),
                deputy_id=nodes.optional_key("Person", one.deputy_id),
                starts_at=one.starts_at,
                ends_at=one.ends_at,
            )
            for one in input.turns
        ]
        async with info.context.transaction() as tx:
            await duty.save_duty_rota(tx, organization_id, begins_at=input.begins_at, turns=turns)
        row = await info.context.row(organization_rows.Organization, organization_id)
        if row is None:
            raise NotFound
        return SaveDutyRotaPayload(organization=Organization.of(row))
