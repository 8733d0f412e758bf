"""Mutations on the call log, and on visits to the person held."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import strawberry

from api import nodes
from api.cases import shown
from api.context import Info
from api.refusals import Refused, verb
from api.scalars import WallTime
from api.types.cases import Case
from casework import calls, visits
from schema.visits import VisitKind


@strawberry.input
class LogCallInput:
    case_id: strawberry.ID
    #: What they were told, and what they told. Sealed.
    told: str
    #: Somebody of the address book …
    caller_id: strawberry.ID | None = None
    #: … or who they said they are.
    caller_name: str | None = None
    #: None: just now.
    called_at: datetime | None = None
    #: What is to be done about it becomes a task.
    follow_up: str | None = None
    follow_up_owner_id: strawberry.ID | None = None
    follow_up_due_at: datetime | None = None


@strawberry.type
class LogCallPayload:
    case: Case


LogCallResult = Annotated[LogCallPayload | Refused, strawberry.union("LogCallResult")]


@strawberry.input
class BookVisitInput:
    case_id: strawberry.ID
    kind: VisitKind
    #: On the facility's own clock.
    starts_at: WallTime
    occurrence: int | None = None
    #: None: where the person is held now.
    facility_id: strawberry.ID | None = None
    #: Only where the facility's is not known.
    time_zone: str | None = None
    length_minutes: int = 60
    #: None: oneself.
    visitor_id: strawberry.ID | None = None
    interpreter_id: strawberry.ID | None = None
    rules: str | None = None


@strawberry.type
class BookVisitPayload:
    case: Case


BookVisitResult = Annotated[BookVisitPayload | Refused, strawberry.union("BookVisitResult")]


@strawberry.input
class MoveVisitInput:
    visit_id: strawberry.ID
    expected_revision: int
    starts_at: WallTime
    occurrence: int | None = None


@strawberry.type
class MoveVisitPayload:
    case: Case


MoveVisitResult = Annotated[MoveVisitPayload | Refused, strawberry.union("MoveVisitResult")]


@strawberry.input
class ReportVisitInput:
    visit_id: strawberry.ID
    expected_revision: int
    let_in: bool
    outcome: str | None = None


@strawberry.type
class ReportVisitPayload:
    case: Case


ReportVisitResult = Annotated[ReportVisitPayload | Refused, strawberry.union("ReportVisitResult")]


@strawberry.input
class CancelVisitInput:
    visit_id: strawberry.ID
    expected_revision: int
    outcome: str | None = None


@strawberry.type
class CancelVisitPayload:
    case: Case


CancelVisitResult = Annotated[CancelVisitPayload | Refused, strawberry.union("CancelVisitResult")]


@strawberry.type
class VisitMutations:
    @verb("Write down who called, and what was said to them.")
    async def log_call(self, info: Info, input: LogCallInput) -> LogCallResult:
        async with info.context.transaction() as tx:
            row = await calls.log_call(
                tx,
                nodes.key("Case", input.case_id),
                told=input.told,
                caller_id=nodes.optional_key("Person", input.caller_id),
                caller_name=input.caller_name,
                called_at=input.called_at,
                follow_up=input.follow_up,
                follow_up_owner_id=nodes.optional_key("Person", input.follow_up_owner_id),
                follow_up_due_at=input.follow_up_due_at,
            )
        return LogCallPayload(case=await shown(info, row.case_id))

    @verb("Book a visit to, or a call with, the person held.")
    async def book_visit(self, info: Info, input: BookVisitInput) -> BookVisitResult:
        async with info.context.transaction() as tx:
            row = await visits.book_visit(
                tx,
                nodes.key("Case", input.case_id),
                input.kind,
                input.starts_at,
                occurrence=input.occurrence,
                facility_id=nodes.optional_key("Facility", input.facility_id),
                time_zone=input.time_zone,
                length_minutes=input.length_minutes,
                visitor_id=nodes.optional_key("Person", input.visitor_id),
                interpreter_id=nodes.optional_key("Person", input.interpreter_id),
                rules=input.rules,
            )
        return BookVisitPayload(case=await shown(info, row.case_id))

    @verb("Move a visit to another time.")
    async def move_visit(self, info: Info, input: MoveVisitInput) -> MoveVisitResult:
        async with info.context.transaction() as tx:
            row = await visits.move_visit(
                tx,
                nodes.key("Visit", input.visit_id),
                input.starts_at,
                expected_revision=input.expected_revision,
                occurrence=input.occurrence,
            )
        return MoveVisitPayload(case=await shown(info, row.case_id))

    @verb("Say how a visit went, or that nobody was let in.")
    async def report_visit(self, info: Info, input: ReportVisitInput) -> ReportVisitResult:
        async with info.context.transaction() as tx:
            row = await visits.report_visit(
                tx,
                nodes.key("Visit", input.visit_id),
                expected_revision=input.expected_revision,
                let_in=input.let_in,
                outcome=input.outcome,
            )
        return ReportVisitPayload(case=await shown(info, row.case_id))

    @verb("Cancel a visit.")
    async def cancel_visit(self, info: Info, input: CancelVisitInput) -> CancelVisitResult:
        async with info.context.transaction() as tx:
            row = await visits.cancel_visit(
                tx,
                nodes.key("Visit", input.visit_id),
                expected_revision=input.expected_revision,
                outcome=input.outcome,
            )
        return CancelVisitPayload(case=await shown(info, row.case_id))
