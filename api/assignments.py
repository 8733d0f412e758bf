"""Mutations on assignments."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

import strawberry

from api import nodes
from api.cases import shown
from api.context import Info
from api.refusals import Refused, verb
from api.types.cases import Case, case
from api.types.representation import Assignment
from casework import assignments
from casework.access import Act
from schema import assignments as rows
from schema.assignments import Scope


@strawberry.input
class OfferAssignmentInput:
    case_id: strawberry.ID
    attorney_id: strawberry.ID
    scope: Scope
    proceeding_id: strawberry.ID | None = None
    blurb: str


@strawberry.type
class OfferAssignmentPayload:
    assignment: Assignment
    case: Case


OfferAssignmentResult = Annotated[OfferAssignmentPayload | Refused, strawberry.union("OfferAssignmentResult")]


@strawberry.input
class AcceptAssignmentInput:
    assignment_id: strawberry.ID
    expected_revision: int


@strawberry.type
class AcceptAssignmentPayload:
    assignment: Assignment
    case: Case


AcceptAssignmentResult = Annotated[AcceptAssignmentPayload | Refused, strawberry.union("AcceptAssignmentResult")]


@strawberry.input
class DeclineAssignmentInput:
    assignment_id: strawberry.ID
    expected_revision: int
    reason: str | None = None


@strawberry.type
class DeclineAssignmentPayload:
    assignment: Assignment


DeclineAssignmentResult = Annotated[DeclineAssignmentPayload | Refused, strawberry.union("DeclineAssignmentResult")]


@strawberry.input
class WithdrawAssignmentInput:
    assignment_id: strawberry.ID
    expected_revision: int
    reason: str | None = None


@strawberry.type
class WithdrawAssignmentPayload:
    assignment: Assignment | None
    case: Case | None = strawberry.field(description="Null when the attorney withdrew and sees it no more.")


WithdrawAssignmentResult = Annotated[WithdrawAssignmentPayload | Refused, strawberry.union("WithdrawAssignmentResult")]


@strawberry.input
class RecordAppearanceInput:
    assignment_id: strawberry.ID
    expected_revision: int
    engaged_on: date | None = None
    entered_on: date | None = None


@strawberry.type
class RecordAppearancePayload:
    assignment: Assignment
    case: Case


RecordAppearanceResult = Annotated[RecordAppearancePayload | Refused, strawberry.union("RecordAppearanceResult")]


async def _assignment(info: Info, assignment_id: UUID) -> Assignment | None:
    row = await info.context.row(rows.Assignment, assignment_id)
    return Assignment.of(row) if row else None


async def _seen(info: Info, assignment_id: UUID) -> Assignment:
    found = await _assignment(info, assignment_id)
    if found is None:
        raise LookupError("The assignment is out of sight after the act.")
    return found


@strawberry.type
class AssignmentMutations:
    @verb("Offer a case to an attorney, with a blurb that identifies nobody.")
    async def offer_assignment(self, info: Info, input: OfferAssignmentInput) -> OfferAssignmentResult:
        async with info.context.transaction() as tx:
            row = await assignments.offer_assignment(
                tx,
                nodes.key("Case", input.case_id),
                nodes.key("Person", input.attorney_id),
                scope=input.scope,
                blurb=input.blurb,
                proceeding_id=nodes.optional_key("Proceeding", input.proceeding_id),
            )
        info.context.wake()
        await info.context.begin_again()
        return OfferAssignmentPayload(assignment=await _seen(info, row.id), case=await shown(info, row.case_id))

    @verb("Accept an offered case. The file opens.", Act.ANSWER_ASSIGNMENT)
    async def accept_assignment(self, info: Info, input: AcceptAssignmentInput) -> AcceptAssignmentResult:
        async with info.context.transaction() as tx:
            row = await assignments.accept_assignment(
                tx, nodes.key("Assignment", input.assignment_id), expected_revision=input.expected_revision
            )
        info.context.wake()
        await info.context.begin_again()
        return AcceptAssignmentPayload(assignment=await _seen(info, row.id), case=await shown(info, row.case_id))

    @verb("Decline an offered case.", Act.ANSWER_ASSIGNMENT)
    async def decline_assignment(self, info: Info, input: DeclineAssignmentInput) -> DeclineAssignmentResult:
        async with info.context.transaction() as tx:
            row = await assignments.decline_assignment(
                tx,
                nodes.key("Assignment", input.assignment_id),
                expected_revision=input.expected_revision,
                reason=input.reason,
            )
        await info.context.begin_again()
        return DeclineAssignmentPayload(assignment=await _seen(info, row.id))

    @verb("End an offer or an assignment; the seat on the case ends with it.")
    async def withdraw_assignment(self, info: Info, input: WithdrawAssignmentInput) -> WithdrawAssignmentResult:
        async with info.context.transaction() as tx:
            row = await assignments.withdraw_assignment(
                tx,
                nodes.key("Assignment", input.assignment_id),
                expected_revision=input.expected_revision,
                reason=input.reason,
            )
        info.context.wake()
        await info.context.begin_again()
        return WithdrawAssignmentPayload(assignment=await _assignment(info, row.id), case=await case(info, row.case_id))

    @verb("Record that the engagement letter was signed, or that the appearance was entered.")
    async def record_appearance(self, info: Info, input: RecordAppearanceInput) -> RecordAppearanceResult:
        async with info.context.transaction() as tx:
            row = await assignments.record_appearance(
                tx,
                nodes.key("Assignment", input.assignment_id),
                expected_revision=input.expected_revision,
                engaged_on=input.engaged_on,
                entered_on=input.entered_on,
            )
        await info.context.begin_again()
        return RecordAppearancePayload(assignment=await _seen(info, row.id), case=await shown(info, row.case_id))
