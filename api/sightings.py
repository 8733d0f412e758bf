"""Sightings: told from outside or to a member, verified, shown, and taken in by a legal team."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import Annotated
from uuid import UUID

import strawberry

from api import nodes
from api.cases import shown
from api.context import Info
from api.refusals import Refused, verb
from api.scalars import WallTime
from api.types.cases import Case
from api.types.community import Sighting
from casework import reading, sightings
from casework.access import Act
from casework.refusals import NotFound
from casework.sightings import Box, Seen
from schema import sightings as rows
from schema.cases import Priority
from schema.incidents import IncidentKind, IncidentReaders
from schema.sightings import SightingKind, WitnessAgreement

_BLURRING = asyncio.Semaphore(1)


@strawberry.input
class RecordSightingInput:
    organization_id: strawberry.ID
    kind: SightingKind
    town: str
    #: A street corner, or a place people know.
    place: str
    seen_at: WallTime
    time_zone: str
    what: str
    how_many: str | None = None
    #: Of an hour that occurs twice: 1 the first, 2 the second.
    occurrence: int | None = None
    reporter_name: str | None = None
    reporter_contact: str | None = None
    language: str | None = None
    legal_may_ask: bool = False


@strawberry.type
class RecordSightingPayload:
    sighting: Sighting


RecordSightingResult = Annotated[RecordSightingPayload | Refused, strawberry.union("RecordSightingResult")]


@strawberry.input
class ConfirmSightingInput:
    sighting_id: strawberry.ID
    expected_revision: int
    #: What others are told instead of what was typed.
    what: str | None = None


@strawberry.type
class ConfirmSightingPayload:
    sighting: Sighting


ConfirmSightingResult = Annotated[ConfirmSightingPayload | Refused, strawberry.union("ConfirmSightingResult")]


@strawberry.input
class MarkSightingUnfoundedInput:
    sighting_id: strawberry.ID
    expected_revision: int


@strawberry.type
class MarkSightingUnfoundedPayload:
    sighting: Sighting


MarkSightingUnfoundedResult = Annotated[
    MarkSightingUnfoundedPayload | Refused, strawberry.union("MarkSightingUnfoundedResult")
]


@strawberry.input
class HoldSightingInput:
    sighting_id: strawberry.ID
    expected_revision: int


@strawberry.type
class HoldSightingPayload:
    sighting: Sighting


HoldSightingResult = Annotated[HoldSightingPayload | Refused, strawberry.union("HoldSightingResult")]


@strawberry.input
class DispatchRespondersInput:
    sighting_id: strawberry.ID
    #: Some of those who are on call there. Null: all of them.
    responder_ids: list[strawberry.ID] | None = None


@strawberry.type
class DispatchRespondersPayload:
    sighting: Sighting
    called: int


DispatchRespondersResult = Annotated[DispatchRespondersPayload | Refused, strawberry.union("DispatchRespondersResult")]


@strawberry.input
class TakeInSightingInput:
    sighting_id: strawberry.ID
    #: The legal provider.
    organization_id: strawberry.ID
    agreement: WitnessAgreement
    agreed_on: date
    language: str | None = None
    minor: bool = False
    priority: Priority = Priority.ROUTINE


@strawberry.type
class TakeInSightingPayload:
    case: Case


TakeInSightingResult = Annotated[TakeInSightingPayload | Refused, strawberry.union("TakeInSightingResult")]


@strawberry.input
class RecordIncidentOfSightingInput:
    sighting_id: strawberry.ID
    case_id: strawberry.ID
    kind: IncidentKind
    agreement: WitnessAgreement
    agreed_on: date
    seen_by: IncidentReaders = IncidentReaders.LEGAL_TEAM


@strawberry.type
class RecordIncidentOfSightingPayload:
    case: Case


RecordIncidentOfSightingResult = Annotated[
    RecordIncidentOfSightingPayload | Refused, strawberry.union("RecordIncidentOfSightingResult")
]


@strawberry.input(description="What is covered, in shares of the picture's width and height.")
class BoxInput:
    x: float
    y: float
    width: float
    height: float


@strawberry.input
class BlurPictureInput:
    picture_id: strawberry.ID
    expected_revision: int
    boxes: list[BoxInput] | None = None
    #: Somebody looked, and there is no face and no plate in it.
    nothing_to_blur: bool = False


@strawberry.type
class BlurPicturePayload:
    sighting: Sighting


BlurPictureResult = Annotated[BlurPicturePayload | Refused, strawberry.union("BlurPictureResult")]


async def _sighting(info: Info, key: UUID) -> Sighting:
    """The sighting as it stands after the verb."""
    row = await info.context.row(rows.Sighting, key)
    if row is None:
        raise NotFound
    return Sighting.of(row)


@strawberry.type
class SightingMutations:
    @verb("Record what somebody told. Whoever records it can't confirm it.")
    async def record_sighting(self, info: Info, input: RecordSightingInput) -> RecordSightingResult:
        async with info.context.transaction() as tx:
            row = await sightings.record_sighting(
                tx,
                nodes.key("Organization", input.organization_id),
                Seen(
                    kind=input.kind,
                    town=input.town,
                    place=input.place,
                    seen_at=input.seen_at,
                    time_zone=input.time_zone,
                    what=input.what,
                    how_many=input.how_many,
                    occurrence=input.occurrence,
                    reporter_name=input.reporter_name,
                    reporter_contact=input.reporter_contact,
                    language=input.language or "en",
                    legal_may_ask=input.legal_may_ask,
                ),
            )
        return RecordSightingPayload(sighting=await _sighting(info, row.id))

    @verb("Say, as a second person, that it happened. From now on others see it.", Act.VERIFY_SIGHTING)
    async def confirm_sighting(self, info: Info, input: ConfirmSightingInput) -> ConfirmSightingResult:
        key = nodes.key("Sighting", input.sighting_id)
        async with info.context.transaction() as tx:
            await sightings.confirm_sighting(tx, key, expected_revision=input.expected_revision, what=input.what)
        return ConfirmSightingPayload(sighting=await _sighting(info, key))

    @verb("Say, as a second person, that it did not happen as it was told.", Act.VERIFY_SIGHTING)
    async def mark_sighting_unfounded(
        self, info: Info, input: MarkSightingUnfoundedInput
    ) -> MarkSightingUnfoundedResult:
        key = nodes.key("Sighting", input.sighting_id)
        async with info.context.transaction() as tx:
            await sightings.mark_sighting_unfounded(tx, key, expected_revision=input.expected_revision)
        return MarkSightingUnfoundedPayload(sighting=await _sighting(info, key))

    @verb("Keep an unconfirmed sighting past its 72 hours.", Act.VERIFY_SIGHTING)
    async def hold_sighting(self, info: Info, input: HoldSightingInput) -> HoldSightingResult:
        key = nodes.key("Sighting", input.sighting_id)
        async with info.context.transaction() as tx:
            await sightings.hold_sighting(tx, key, expected_revision=input.expected_revision)
        return HoldSightingPayload(sighting=await _sighting(info, key))

    @verb("Cover faces and plates on a photo: others see that copy, and nothing before.", Act.VERIFY_SIGHTING)
    async def blur_picture(self, info: Info, input: BlurPictureInput) -> BlurPictureResult:
        key, revision = nodes.key("SightingPicture", input.picture_id), input.expected_revision
        boxes = [Box(one.x, one.y, one.width, one.height) for one in input.boxes or []]
        async with info.context.transaction() as tx:
            taken = await sightings.picture_to_blur(
                tx, key, boxes, nothing_to_blur=input.nothing_to_blur, expected_revision=revision
            )
        # It takes a moment: nobody waits for it in the database, nor for the loop.
        # One at a time: whoever tells of a sighting may send the largest photo there is.
        async with _BLURRING:
            copy = await asyncio.to_thread(sightings.blurred, taken, boxes)
        async with info.context.transaction() as tx:
            row = await sightings.blur_picture(
                tx, key, copy, boxes, nothing_to_blur=input.nothing_to_blur, expected_revision=revision
            )
        return BlurPicturePayload(sighting=await _sighting(info, row.sighting_id))

    @verb("Call the rapid responders who are on call in its town.")
    async def dispatch_responders(self, info: Info, input: DispatchRespondersInput) -> DispatchRespondersResult:
        key = nodes.key("Sighting", input.sighting_id)
        chosen = None if input.responder_ids is None else [nodes.key("Responder", one) for one in input.responder_ids]
        async with info.context.transaction() as tx:
            called = await sightings.dispatch_responders(tx, key, responder_ids=chosen)
        info.context.wake()
        return DispatchRespondersPayload(sighting=await _sighting(info, key), called=len(called))

    @verb("Open a case for whoever was arrested there, with the witness's agreement.")
    async def take_in_sighting(self, info: Info, input: TakeInSightingInput) -> TakeInSightingResult:
        async with info.context.transaction() as tx:
            row = await sightings.take_in_sighting(
                tx,
                nodes.key("Sighting", input.sighting_id),
                nodes.key("Organization", input.organization_id),
                agreement=input.agreement,
                agreed_on=input.agreed_on,
                language=input.language or None,
                minor=input.minor,
                priority=input.priority,
            )
        info.context.wake()
        return TakeInSightingPayload(case=await shown(info, row.id))

    @verb("Record on a case what was done there, with the witness's agreement.")
    async def record_incident_of_sighting(
        self, info: Info, input: RecordIncidentOfSightingInput
    ) -> RecordIncidentOfSightingResult:
        async with info.context.transaction() as tx:
            row = await sightings.record_incident_of_sighting(
                tx,
                nodes.key("Sighting", input.sighting_id),
                nodes.key("Case", input.case_id),
                kind=input.kind,
                agreement=input.agreement,
                agreed_on=input.agreed_on,
                seen_by=input.seen_by,
            )
        return RecordIncidentOfSightingPayload(case=await shown(info, row.case_id))


@strawberry.type
class SightingQueries:
    @strawberry.field(description="Confirmed sightings of the viewer's organizations and partners, the latest first.")
    async def sightings(self, info: Info) -> list[Sighting]:
        return [Sighting.of(row) for row in await info.context.read(reading.sightings, confirmed=True)]

    @strawberry.field(description="Sightings that somebody has to look into, the first told first.")
    async def sightings_to_verify(self, info: Info) -> list[Sighting]:
        return [Sighting.of(row) for row in await info.context.read(reading.sightings, confirmed=False)]
