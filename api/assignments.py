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
from api.types.teams import TeamMember
from casework import assignments
from casework.access import Act
from schema import assignments as rows
from schema import teams as team_rows
from schema.assignments import Form, FormScope, Scope
from schema.teams import CaseRole


@strawberry.input
class OfferAssignmentInput:
    case_id: strawberry.ID
    attorney_id: strawberry.ID
    scope: Scope
    proceeding_id: strawberry.ID | None = None
    blurb: str
    #: Until the end of that day; without one for two weeks.
    answer_by: date | None = None
    hours: int | None = None


@strawberry.type
class OfferAssignmentPayload:
    assignment: Assignment
    case: Case


OfferAssignmentResult = Annotated[OfferAssignmentPayload | Refused, strawberry.union("OfferAssignmentResult")]


@strawberry.input
class OfferAssignmentsInput:
    case_id: strawberry.ID
    attorney_ids: list[strawberry.ID]
    scope: Scope
    proceeding_id: strawberry.ID | None = None
    blurb: str
    answer_by: date | None = None
    hours: int | None = None
    #: Co-counsel are wanted: nobody's yes takes the others' offers back.
    several: bool = False


@strawberry.type
class OfferAssignmentsPayload:
    assignments: list[Assignment]
    case: Case


OfferAssignmentsResult = Annotated[OfferAssignmentsPayload | Refused, strawberry.union("OfferAssignmentsResult")]


@strawberry.input
class AcceptAssignmentInput:
    assignment_id: strawberry.ID
    expected_revision: int


@strawberry.type
class AcceptAssignmentPayload:
    assignment: Assignment
    case: Case | None = strawberry.field(description="Null until the conflict check came out clear.")


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
    #: Without one, the form that is usual there.
    form: Form | None = None
    form_scope: FormScope | None = None
    #: Without one, the assignment's own, or the only one that it is for.
    proceeding_id: strawberry.ID | None = None
    primary: bool = True


@strawberry.type
class RecordAppearancePayload:
    assignment: Assignment
    case: Case


RecordAppearanceResult = Annotated[RecordAppearancePayload | Refused, strawberry.union("RecordAppearanceResult")]


@strawberry.input
class AskWithdrawalInput:
    appearance_id: strawberry.ID
    expected_revision: int
    asked_on: date


@strawberry.type
class AskWithdrawalPayload:
    assignment: Assignment
    case: Case


AskWithdrawalResult = Annotated[AskWithdrawalPayload | Refused, strawberry.union("AskWithdrawalResult")]


@strawberry.input
class RecordWithdrawalDecisionInput:
    appearance_id: strawberry.ID
    expected_revision: int
    granted: bool
    decided_on: date


@strawberry.type
class RecordWithdrawalDecisionPayload:
    assignment: Assignment | None
    case: Case | None = strawberry.field(description="Null when counsel recorded it, and sees the case no more.")


RecordWithdrawalDecisionResult = Annotated[
    RecordWithdrawalDecisionPayload | Refused, strawberry.union("RecordWithdrawalDecisionResult")
]


@strawberry.input
class SeatColleagueInput:
    assignment_id: strawberry.ID
    person_id: strawberry.ID
    role: CaseRole


@strawberry.type
class SeatColleaguePayload:
    member: TeamMember
    case: Case


SeatColleagueResult = Annotated[SeatColleaguePayload | Refused, strawberry.union("SeatColleagueResult")]


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
    @verb("Offer a case to an attorney, with a summary that identifies nobody.")
    async def offer_assignment(self, info: Info, input: OfferAssignmentInput) -> OfferAssignmentResult:
        async with info.context.transaction() as tx:
            row = await assignments.offer_assignment(
                tx,
                nodes.key("Case", input.case_id),
                nodes.key("Person", input.attorney_id),
                scope=input.scope,
                blurb=input.blurb,
                proceeding_id=nodes.optional_key("Proceeding", input.proceeding_id),
                answer_by=input.answer_by,
                hours=input.hours,
            )
        info.context.wake()
        return OfferAssignmentPayload(assignment=await _seen(info, row.id), case=await shown(info, row.case_id))

    @verb("Offer a case to several attorneys at once, all or none.", Act.OFFER_ASSIGNMENT)
    async def offer_assignments(self, info: Info, input: OfferAssignmentsInput) -> OfferAssignmentsResult:
        async with info.context.transaction() as tx:
            offered = await assignments.offer_assignments(
                tx,
                nodes.key("Case", input.case_id),
                [nodes.key("Person", one) for one in input.attorney_ids],
                scope=input.scope,
                blurb=input.blurb,
                proceeding_id=nodes.optional_key("Proceeding", input.proceeding_id),
                answer_by=input.answer_by,
                hours=input.hours,
                several=input.several,
            )
        info.context.wake()
        return OfferAssignmentsPayload(
            assignments=[await _seen(info, row.id) for row in offered],
            case=await shown(info, nodes.key("Case", input.case_id)),
        )

    @verb("Say yes to an offered case. The file opens once nothing stands against it.", Act.ANSWER_ASSIGNMENT)
    async def accept_assignment(self, info: Info, input: AcceptAssignmentInput) -> AcceptAssignmentResult:
        async with info.context.transaction() as tx:
            row = await assignments.accept_assignment(
                tx, nodes.key("Assignment", input.assignment_id), expected_revision=input.expected_revision
            )
        info.context.wake()
        return AcceptAssignmentPayload(assignment=await _seen(info, row.id), case=await case(info, row.case_id))

    @verb("Decline an offered case.", Act.ANSWER_ASSIGNMENT)
    async def decline_assignment(self, info: Info, input: DeclineAssignmentInput) -> DeclineAssignmentResult:
        async with info.context.transaction() as tx:
            row = await assignments.decline_assignment(
                tx,
                nodes.key("Assignment", input.assignment_id),
                expected_revision=input.expected_revision,
                reason=input.reason,
            )
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
        return WithdrawAssignmentPayload(assignment=await _assignment(info, row.id), case=await case(info, row.case_id))

    @verb("Record that the engagement letter was signed, or that a form was entered for a proceeding.")
    async def record_appearance(self, info: Info, input: RecordAppearanceInput) -> RecordAppearanceResult:
        async with info.context.transaction() as tx:
            row = await assignments.record_appearance(
                tx,
                nodes.key("Assignment", input.assignment_id),
                expected_revision=input.expected_revision,
                engaged_on=input.engaged_on,
                entered_on=input.entered_on,
                form=input.form,
                form_scope=input.form_scope,
                proceeding_id=nodes.optional_key("Proceeding", input.proceeding_id),
                primary=input.primary,
            )
        return RecordAppearancePayload(assignment=await _seen(info, row.id), case=await shown(info, row.case_id))

    @verb("Record that counsel asked the judge to be let go. Until it is granted they are of record.")
    async def ask_withdrawal(self, info: Info, input: AskWithdrawalInput) -> AskWithdrawalResult:
        async with info.context.transaction() as tx:
            row = await assignments.ask_withdrawal(
                tx,
                nodes.key("Appearance", input.appearance_id),
                expected_revision=input.expected_revision,
                asked_on=input.asked_on,
            )
        return AskWithdrawalPayload(
            assignment=await _seen(info, row.assignment_id), case=await shown(info, row.case_id)
        )

    @verb("Record what the judge decided. Granted, the appearance ends; with the last, the assignment and its seats.")
    async def record_withdrawal_decision(
        self, info: Info, input: RecordWithdrawalDecisionInput
    ) -> RecordWithdrawalDecisionResult:
        async with info.context.transaction() as tx:
            row = await assignments.record_withdrawal_decision(
                tx,
                nodes.key("Appearance", input.appearance_id),
                expected_revision=input.expected_revision,
                granted=input.granted,
                decided_on=input.decided_on,
            )
        info.context.wake()
        return RecordWithdrawalDecisionPayload(
            assignment=await _assignment(info, row.assignment_id), case=await case(info, row.case_id)
        )

    @verb("Give somebody of one's firm a seat beside one's own. It ends with that one.")
    async def seat_colleague(self, info: Info, input: SeatColleagueInput) -> SeatColleagueResult:
        async with info.context.transaction() as tx:
            row = await assignments.seat_colleague(
                tx, nodes.key("Assignment", input.assignment_id), nodes.key("Person", input.person_id), input.role
            )
        info.context.wake()
        fresh = await info.context.row(team_rows.TeamMember, row.id)
        return SeatColleaguePayload(member=TeamMember.of(fresh or row), case=await shown(info, row.case_id))
