"""Proceedings: opened, amended, decided, closed, reopened."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

import strawberry

from api import nodes
from api.cases import shown
from api.context import Info
from api.refusals import Refused, verb
from api.types.cases import Case
from api.types.occasions import Proceeding
from api.types.verification import Decision
from casework import proceedings
from schema import decisions as decision_rows
from schema import proceedings as proceeding_rows
from schema.decisions import AppealStance, DecisionKind, GivenHow
from schema.proceedings import CustodyCode, ProceedingKind, ProceedingState


@strawberry.input
class OpenProceedingInput:
    case_id: strawberry.ID
    kind: ProceedingKind
    court_id: strawberry.ID | None = None
    other_court: str | None = strawberry.field(
        default=None, description="By name, for habeas and petitions for review; of an appeal the Board, if left out."
    )
    judge: str | None = None
    filed_at: datetime | None = None
    not_filed: bool = strawberry.field(default=False, description="Served, perhaps, but not lodged with the court.")
    notice_on: date | None = None
    charges: str | None = None
    custody: CustodyCode | None = None
    reviews_id: strawberry.ID | None = strawberry.field(
        default=None, description="Of an appeal or a petition for review: the proceeding whose decision it reviews."
    )


@strawberry.type
class OpenProceedingPayload:
    proceeding: Proceeding
    case: Case


OpenProceedingResult = Annotated[OpenProceedingPayload | Refused, strawberry.union("OpenProceedingResult")]


@strawberry.input(description="What the papers say now. What is left out stays as it is.")
class AmendProceedingInput:
    proceeding_id: strawberry.ID
    expected_revision: int
    court_id: strawberry.ID | None = strawberry.field(default=None, description="Venue was changed to this court.")
    judge: str | None = None
    notice_on: date | None = None
    filed_at: datetime | None = strawberry.field(default=None, description="Once filed, it is before the court.")
    charges: str | None = None
    custody: CustodyCode | None = None


@strawberry.type
class AmendProceedingPayload:
    proceeding: Proceeding
    case: Case


AmendProceedingResult = Annotated[AmendProceedingPayload | Refused, strawberry.union("AmendProceedingResult")]


@strawberry.input
class RecordDecisionInput:
    proceeding_id: strawberry.ID
    expected_revision: int
    kind: DecisionKind
    decided_on: date
    given_how: GivenHow
    given_on: date | None = strawberry.field(
        default=None, description="The day it was mailed or sent. Left out: the day it was made."
    )
    appeal_by_client: AppealStance = AppealStance.NOT_SAID
    appeal_by_government: AppealStance = AppealStance.NOT_SAID


@strawberry.type
class RecordDecisionPayload:
    decision: Decision
    proceeding: Proceeding
    case: Case


RecordDecisionResult = Annotated[RecordDecisionPayload | Refused, strawberry.union("RecordDecisionResult")]


@strawberry.input
class TakeBackDecisionInput:
    decision_id: strawberry.ID
    expected_revision: int


@strawberry.type
class TakeBackDecisionPayload:
    decision: Decision
    proceeding: Proceeding
    case: Case


TakeBackDecisionResult = Annotated[TakeBackDecisionPayload | Refused, strawberry.union("TakeBackDecisionResult")]


@strawberry.input
class CloseProceedingInput:
    proceeding_id: strawberry.ID
    expected_revision: int
    how: ProceedingState = strawberry.field(description="ADMIN_CLOSED, TERMINATED or CLOSED.")


@strawberry.type
class CloseProceedingPayload:
    proceeding: Proceeding
    case: Case


CloseProceedingResult = Annotated[CloseProceedingPayload | Refused, strawberry.union("CloseProceedingResult")]


@strawberry.input
class ReopenProceedingInput:
    proceeding_id: strawberry.ID
    expected_revision: int
    remanded: bool = strawberry.field(default=False, description="Sent back by the court above.")


@strawberry.type
class ReopenProceedingPayload:
    proceeding: Proceeding
    case: Case


ReopenProceedingResult = Annotated[ReopenProceedingPayload | Refused, strawberry.union("ReopenProceedingResult")]


async def _both(info: Info, proceeding_id: UUID) -> tuple[Proceeding, Case]:
    """The proceeding and its case as they are after the act."""
    row = await info.context.row(proceeding_rows.Proceeding, proceeding_id)
    if row is None:
        raise LookupError("The proceeding is out of sight after the act.")
    return Proceeding.of(row), await shown(info, row.case_id)


async def _decision(info: Info, row: decision_rows.Decision) -> Decision:
    fresh = await info.context.row(decision_rows.Decision, row.id)
    return Decision.of(fresh or row)


@strawberry.type
class ProceedingMutations:
    @verb("Open a proceeding of a case.")
    async def open_proceeding(self, info: Info, input: OpenProceedingInput) -> OpenProceedingResult:
        async with info.context.transaction() as tx:
            row = await proceedings.open_proceeding(
                tx,
                nodes.key("Case", input.case_id),
                kind=input.kind,
                court_id=nodes.optional_key("Court", input.court_id),
                other_court=input.other_court,
                judge=input.judge,
                not_filed=input.not_filed,
                papers=proceedings.Papers(
                    notice_on=input.notice_on, filed_at=input.filed_at, charges=input.charges, custody=input.custody
                ),
                reviews_id=nodes.optional_key("Proceeding", input.reviews_id),
            )
        proceeding, case = await _both(info, row.id)
        return OpenProceedingPayload(proceeding=proceeding, case=case)

    @verb("Take down what the papers of a proceeding say now: notice, filing, charges, custody, judge, or a new venue.")
    async def amend_proceeding(self, info: Info, input: AmendProceedingInput) -> AmendProceedingResult:
        async with info.context.transaction() as tx:
            row = await proceedings.amend_proceeding(
                tx,
                nodes.key("Proceeding", input.proceeding_id),
                proceedings.Amendment(
                    court_id=nodes.optional_key("Court", input.court_id),
                    judge=input.judge,
                    papers=proceedings.Papers(
                        notice_on=input.notice_on,
                        filed_at=input.filed_at,
                        charges=input.charges,
                        custody=input.custody,
                    ),
                ),
                expected_revision=input.expected_revision,
            )
        proceeding, case = await _both(info, row.id)
        return AmendProceedingPayload(proceeding=proceeding, case=case)

    @verb("Record what was decided in a proceeding, on which day, and how it was given.")
    async def record_decision(self, info: Info, input: RecordDecisionInput) -> RecordDecisionResult:
        async with info.context.transaction() as tx:
            row = await proceedings.record_decision(
                tx,
                nodes.key("Proceeding", input.proceeding_id),
                proceedings.Decided(
                    kind=input.kind,
                    decided_on=input.decided_on,
                    given_how=input.given_how,
                    given_on=input.given_on,
                    appeal_by_client=input.appeal_by_client,
                    appeal_by_government=input.appeal_by_government,
                ),
                expected_revision=input.expected_revision,
            )
        proceeding, case = await _both(info, row.proceeding_id)
        return RecordDecisionPayload(decision=await _decision(info, row), proceeding=proceeding, case=case)

    @verb("Take back a decision that was recorded by mistake, while nothing has come of it.")
    async def take_back_decision(self, info: Info, input: TakeBackDecisionInput) -> TakeBackDecisionResult:
        async with info.context.transaction() as tx:
            row = await proceedings.take_back_decision(
                tx, nodes.key("Decision", input.decision_id), expected_revision=input.expected_revision
            )
        proceeding, case = await _both(info, row.proceeding_id)
        return TakeBackDecisionPayload(decision=await _decision(info, row), proceeding=proceeding, case=case)

    @verb("Close a proceeding without a decision on what was asked: off the calendar, terminated, or over otherwise.")
    async def close_proceeding(self, info: Info, input: CloseProceedingInput) -> CloseProceedingResult:
        async with info.context.transaction() as tx:
            row = await proceedings.close_proceeding(
                tx,
                nodes.key("Proceeding", input.proceeding_id),
                how=input.how,
                expected_revision=input.expected_revision,
            )
        proceeding, case = await _both(info, row.id)
        return CloseProceedingPayload(proceeding=proceeding, case=case)

    @verb("Reopen a proceeding: on a motion, back on the calendar, or sent back by the court above.")
    async def reopen_proceeding(self, info: Info, input: ReopenProceedingInput) -> ReopenProceedingResult:
        async with info.context.transaction() as tx:
            row = await proceedings.reopen_proceeding(
                tx,
                nodes.key("Proceeding", input.proceeding_id),
                expected_revision=input.expected_revision,
                remanded=input.remanded,
            )
        proceeding, case = await _both(info, row.id)
        return ReopenProceedingPayload(proceeding=proceeding, case=case)
