"""Mutations on detainers, incidents and family preparedness."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import strawberry

from api import nodes
from api.cases import shown
from api.context import Info
from api.refusals import Refused, verb
from api.scalars import WallTime
from api.types.cases import Case
from api.types.rights import Detainer, Incident, IncidentFollowUp
from casework import connecticut, detainers, incidents, preparedness
from casework.access import Act
from casework.detainers import DetainerFacts
from casework.incidents import IncidentFacts
from casework.refusals import NotFound
from schema import detainers as detainer_rows
from schema import incidents as incident_rows
from schema.detainers import CopyGiven, DetainerForm, DetainerGround, DetainerRecord, WarrantPaper
from schema.incidents import FollowUpKind, FollowUpState, IncidentKind, IncidentReaders
from schema.preparedness import PreparednessItem
from schema.reference.connecticut import state_courts


@strawberry.input(description="What is known of a detainer, all of it. Times are wall times in `timeZone`.")
class DetainerInput:
    agency: str
    received_at: WallTime
    time_zone: str = connecticut.ZONE
    form: DetainerForm = DetainerForm.I_247A
    form_edition: str | None = None
    held_on_it_from: WallTime | None = None
    copy: CopyGiven = CopyGiven.UNKNOWN
    copy_given_at: WallTime | None = None
    copy_language: str | None = None
    recorded: DetainerRecord = DetainerRecord.RECEIVED
    ground: DetainerGround | None = None
    warrant: WarrantPaper | None = None
    shown: str | None = None
    report_line: str | None = None
    follow_up: str | None = None
    occurrence: int | None = strawberry.field(default=None, description="1 or 2, when the clocks pass it twice.")

    def facts(self) -> DetainerFacts:
        return DetainerFacts(**vars(self))


@strawberry.input
class RecordDetainerInput:
    case_id: strawberry.ID
    detainer: DetainerInput


@strawberry.type
class RecordDetainerPayload:
    case: Case
    detainer: Detainer


RecordDetainerResult = Annotated[RecordDetainerPayload | Refused, strawberry.union("RecordDetainerResult")]


@strawberry.input
class CorrectDetainerInput:
    detainer_id: strawberry.ID
    detainer: DetainerInput
    expected_revision: int


@strawberry.type
class CorrectDetainerPayload:
    case: Case
    detainer: Detainer


CorrectDetainerResult = Annotated[CorrectDetainerPayload | Refused, strawberry.union("CorrectDetainerResult")]


@strawberry.input
class ReviewDetainerInput:
    detainer_id: strawberry.ID
    expected_revision: int


@strawberry.type
class ReviewDetainerPayload:
    case: Case
    detainer: Detainer


ReviewDetainerResult = Annotated[ReviewDetainerPayload | Refused, strawberry.union("ReviewDetainerResult")]


@strawberry.input(description="What is known of an incident, all of it. `happenedAt` is wall time in `timeZone`.")
class IncidentInput:
    kind: IncidentKind
    what: str
    happened_at: WallTime
    time_zone: str = connecticut.ZONE
    hour_known: bool = True
    place: str | None = None
    #: One of the lines of `stateCourts`.
    state_court: str | None = None
    witnesses: str | None = None
    evidence: str | None = None
    seen_by: IncidentReaders = IncidentReaders.LEGAL_TEAM
    occurrence: int | None = strawberry.field(default=None, description="1 or 2, when the clocks pass it twice.")

    def facts(self) -> IncidentFacts:
        return IncidentFacts(**vars(self))


@strawberry.input
class RecordIncidentInput:
    case_id: strawberry.ID
    incident: IncidentInput


@strawberry.type
class RecordIncidentPayload:
    case: Case
    incident: Incident


RecordIncidentResult = Annotated[RecordIncidentPayload | Refused, strawberry.union("RecordIncidentResult")]


@strawberry.input
class CorrectIncidentInput:
    incident_id: strawberry.ID
    incident: IncidentInput
    expected_revision: int


@strawberry.type
class CorrectIncidentPayload:
    case: Case
    incident: Incident


CorrectIncidentResult = Annotated[CorrectIncidentPayload | Refused, strawberry.union("CorrectIncidentResult")]


@strawberry.input
class ConcludeIncidentInput:
    incident_id: strawberry.ID
    outcome: str
    expected_revision: int


@strawberry.type
class ConcludeIncidentPayload:
    case: Case
    incident: Incident


ConcludeIncidentResult = Annotated[ConcludeIncidentPayload | Refused, strawberry.union("ConcludeIncidentResult")]


@strawberry.input
class FollowUpIncidentInput:
    incident_id: strawberry.ID
    kind: FollowUpKind
    to_whom: str
    sent_on: date
    due_on: date | None = None


@strawberry.type
class FollowUpIncidentPayload:
    case: Case
    follow_up: IncidentFollowUp


FollowUpIncidentResult = Annotated[FollowUpIncidentPayload | Refused, strawberry.union("FollowUpIncidentResult")]


@strawberry.input
class AnswerFollowUpInput:
    follow_up_id: strawberry.ID
    state: FollowUpState
    answered_on: date
    answer: str | None = None
    expected_revision: int


@strawberry.type
class AnswerFollowUpPayload:
    case: Case
    follow_up: IncidentFollowUp


AnswerFollowUpResult = Annotated[AnswerFollowUpPayload | Refused, strawberry.union("AnswerFollowUpResult")]


@strawberry.input
class TickPreparednessInput:
    case_id: strawberry.ID
    item: PreparednessItem
    done_on: date


@strawberry.type
class TickPreparednessPayload:
    case: Case


TickPreparednessResult = Annotated[TickPreparednessPayload | Refused, strawberry.union("TickPreparednessResult")]


@strawberry.input
class UntickPreparednessInput:
    case_id: strawberry.ID
    item: PreparednessItem


@strawberry.type
class UntickPreparednessPayload:
    case: Case


UntickPreparednessResult = Annotated[UntickPreparednessPayload | Refused, strawberry.union("UntickPreparednessResult")]


async def _detainer(info: Info, row: detainer_rows.Detainer) -> Detainer:
    found = await info.context.row(detainer_rows.Detainer, row.id)
    return Detainer.of(found or row)


async def _incident(info: Info, row: incident_rows.Incident) -> Incident:
    found = await info.context.row(incident_rows.Incident, row.id)
    if found is None:
        raise NotFound
    return Incident.of(found)


async def _follow_up(info: Info, row: incident_rows.IncidentFollowUp) -> IncidentFollowUp:
    found = await info.context.row(incident_rows.IncidentFollowUp, row.id)
    return IncidentFollowUp.of(found or row)


@strawberry.type
class RightsQueries:
    @strawberry.field(description="State courthouses of Connecticut to choose from: each by its line.")
    async def state_courts(self) -> list[str]:
        return [court.label for court in state_courts()]


@strawberry.type
class RightsMutations:
    @verb("Record a detainer, and what the agency wrote down about it.")
    async def record_detainer(self, info: Info, input: RecordDetainerInput) -> RecordDetainerResult:
        async with info.context.transaction() as tx:
            row = await detainers.record_detainer(tx, nodes.key("Case", input.case_id), input.detainer.facts())
        detainer = await _detainer(info, row)
        return RecordDetainerPayload(case=await shown(info, row.case_id), detainer=detainer)

    @verb(
        "Say what is known of a detainer now, all of it. Counsel's review of what it said before is over.",
        Act.RECORD_DETAINER,
    )
    async def correct_detainer(self, info: Info, input: CorrectDetainerInput) -> CorrectDetainerResult:
        async with info.context.transaction() as tx:
            row = await detainers.correct_detainer(
                tx,
                nodes.key("Detainer", input.detainer_id),
                input.detainer.facts(),
                expected_revision=input.expected_revision,
            )
        detainer = await _detainer(info, row)
        return CorrectDetainerPayload(case=await shown(info, row.case_id), detainer=detainer)

    @verb("Counsel looked at a detainer as it stands.")
    async def review_detainer(self, info: Info, input: ReviewDetainerInput) -> ReviewDetainerResult:
        async with info.context.transaction() as tx:
            row = await detainers.review_detainer(
                tx, nodes.key("Detainer", input.detainer_id), expected_revision=input.expected_revision
            )
        detainer = await _detainer(info, row)
        return ReviewDetainerPayload(case=await shown(info, row.case_id), detainer=detainer)

    @verb("Record an incident that may have violated a right, for the legal team or for counsel alone.")
    async def record_incident(self, info: Info, input: RecordIncidentInput) -> RecordIncidentResult:
        async with info.context.transaction() as tx:
            row = await incidents.record_incident(tx, nodes.key("Case", input.case_id), input.incident.facts())
        incident = await _incident(info, row)
        return RecordIncidentPayload(case=await shown(info, row.case_id), incident=incident)

    @verb("Say what is known of an incident now, all of it, and who may see it.", Act.RECORD_INCIDENT)
    async def correct_incident(self, info: Info, input: CorrectIncidentInput) -> CorrectIncidentResult:
        async with info.context.transaction() as tx:
            row = await incidents.correct_incident(
                tx,
                nodes.key("Incident", input.incident_id),
                input.incident.facts(),
                expected_revision=input.expected_revision,
            )
        incident = await _incident(info, row)
        return CorrectIncidentPayload(case=await shown(info, row.case_id), incident=incident)

    @verb("Record how an incident ended.", Act.RECORD_INCIDENT)
    async def conclude_incident(self, info: Info, input: ConcludeIncidentInput) -> ConcludeIncidentResult:
        async with info.context.transaction() as tx:
            row = await incidents.conclude_incident(
                tx,
                nodes.key("Incident", input.incident_id),
                input.outcome,
                expected_revision=input.expected_revision,
            )
        incident = await _incident(info, row)
        return ConcludeIncidentPayload(case=await shown(info, row.case_id), incident=incident)

    @verb("Record what was asked about an incident, of whom, and until when an answer is owed.", Act.RECORD_INCIDENT)
    async def follow_up_incident(self, info: Info, input: FollowUpIncidentInput) -> FollowUpIncidentResult:
        async with info.context.transaction() as tx:
            row = await incidents.follow_up_incident(
                tx,
                nodes.key("Incident", input.incident_id),
                kind=input.kind,
                to_whom=input.to_whom,
                sent_on=input.sent_on,
                due_on=input.due_on,
            )
        follow_up = await _follow_up(info, row)
        return FollowUpIncidentPayload(case=await shown(info, row.case_id), follow_up=follow_up)

    @verb("Record that a request about an incident was answered, refused, or withdrawn.", Act.RECORD_INCIDENT)
    async def answer_follow_up(self, info: Info, input: AnswerFollowUpInput) -> AnswerFollowUpResult:
        async with info.context.transaction() as tx:
            row = await incidents.answer_follow_up(
                tx,
                nodes.key("IncidentFollowUp", input.follow_up_id),
                state=input.state,
                answered_on=input.answered_on,
                answer=input.answer,
                expected_revision=input.expected_revision,
            )
        follow_up = await _follow_up(info, row)
        return AnswerFollowUpPayload(case=await shown(info, row.case_id), follow_up=follow_up)

    @verb("Tick one preparation of the family, with the day.")
    async def tick_preparedness(self, info: Info, input: TickPreparednessInput) -> TickPreparednessResult:
        async with info.context.transaction() as tx:
            row = await preparedness.tick_preparedness(tx, nodes.key("Case", input.case_id), input.item, input.done_on)
        return TickPreparednessPayload(case=await shown(info, row.case_id))

    @verb("Take back a tick of the family's preparations.", Act.TICK_PREPAREDNESS)
    async def untick_preparedness(self, info: Info, input: UntickPreparednessInput) -> UntickPreparednessResult:
        async with info.context.transaction() as tx:
            row = await preparedness.untick_preparedness(tx, nodes.key("Case", input.case_id), input.item)
        return UntickPreparednessPayload(case=await shown(info, row.case_id))
