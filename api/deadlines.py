"""Queries and mutations on deadlines."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

import strawberry

from api import nodes
from api.cases import shown
from api.context import Info
from api.refusals import Refused, verb
from api.scalars import WallTime
from api.types.cases import Case
from api.types.deadlines import Deadline, DeadlineRule, RecomputedDeadline
from casework import access, docketing
from casework import deadlines as law
from schema import deadlines as rows
from schema.custody import Source
from schema.deadlines import Binds, Trigger, WhyMoved


@strawberry.type
class DeadlineQueries:
    @strawberry.field(description="The rules of deadlines, as data: for members of a legal provider.")
    async def deadline_rules(self, info: Info) -> list[DeadlineRule]:
        standing = await info.context.read(access.standing)
        if not standing.organizations(legal=True):
            return []
        language = await info.context.spoken()
        return [DeadlineRule.of(one, language) for one in law.rules().values()]

    @strawberry.field(
        description="A case's deadlines by the law as it was known on another day. Saves nothing; for its legal team."
    )
    async def recompute_deadlines(self, info: Info, case_id: strawberry.ID, as_of: date) -> list[RecomputedDeadline]:
        found = await info.context.read(docketing.recompute_deadlines, nodes.key("Case", case_id), as_of)
        language = await info.context.spoken()
        return [RecomputedDeadline.of(one, language) for one in found]


@strawberry.type(description="A deadline that is new, took another's place, or fell away.")
class DeadlineMoved:
    deadline: Deadline
    before_on: date | None = strawberry.field(description="Null: it is new.")
    before_at: datetime | None
    why: WhyMoved | None = strawberry.field(description="Null: it is new.")


@strawberry.input
class WorkOutDeadlinesInput:
    case_id: strawberry.ID
    trigger: Trigger | None = strawberry.field(
        default=None, description="What somebody types; without it, what the tracker knows is worked out again."
    )
    happened_on: date | None = None
    happened_at: WallTime | None = strawberry.field(default=None, description="Where hours count.")
    time_zone: str | None = None
    proceeding_id: strawberry.ID | None = None
    corrects_id: strawberry.ID | None = strawberry.field(
        default=None, description="A deadline whose typed trigger was wrong."
    )


@strawberry.type
class WorkOutDeadlinesPayload:
    case: Case
    moved: list[DeadlineMoved]


WorkOutDeadlinesResult = Annotated[WorkOutDeadlinesPayload | Refused, strawberry.union("WorkOutDeadlinesResult")]


@strawberry.input
class ConfirmDeadlineInput:
    deadline_id: strawberry.ID
    expected_revision: int


@strawberry.type
class ConfirmDeadlinePayload:
    deadline: Deadline
    case: Case


ConfirmDeadlineResult = Annotated[ConfirmDeadlinePayload | Refused, strawberry.union("ConfirmDeadlineResult")]


@strawberry.input
class SetCourtDeadlineInput:
    case_id: strawberry.ID
    source: Source
    what: str | None = strawberry.field(default=None, description="What the court ordered. Needed for a new one.")
    due_on: date | None = None
    due_at: WallTime | None = None
    time_zone: str | None = None
    occurrence: int | None = None
    binds: Binds = Binds.BOTH_SIDES
    instead_of_id: strawberry.ID | None = strawberry.field(
        default=None, description="A deadline that waits for the court's word, or whose day the court changed."
    )
    proceeding_id: strawberry.ID | None = None
    hearing_id: strawberry.ID | None = None


@strawberry.type
class SetCourtDeadlinePayload:
    deadline: Deadline
    case: Case


SetCourtDeadlineResult = Annotated[SetCourtDeadlinePayload | Refused, strawberry.union("SetCourtDeadlineResult")]


@strawberry.input
class RecordFilingInput:
    deadline_id: strawberry.ID
    expected_revision: int
    filed_at: WallTime | None = None
    received_at: WallTime | None = None


@strawberry.type
class RecordFilingPayload:
    deadline: Deadline
    case: Case


RecordFilingResult = Annotated[RecordFilingPayload | Refused, strawberry.union("RecordFilingResult")]


@strawberry.input
class RecordOutageInput:
    deadline_id: strawberry.ID
    expected_revision: int
    down_from: date
    down_through: date


@strawberry.type
class RecordOutagePayload:
    deadline: Deadline
    case: Case


RecordOutageResult = Annotated[RecordOutagePayload | Refused, strawberry.union("RecordOutageResult")]


@strawberry.input
class SetAsideDeadlineInput:
    deadline_id: strawberry.ID
    expected_revision: int
    reason: str


@strawberry.type
class SetAsideDeadlinePayload:
    deadline: Deadline
    case: Case


SetAsideDeadlineResult = Annotated[SetAsideDeadlinePayload | Refused, strawberry.union("SetAsideDeadlineResult")]


async def _fresh(info: Info, row: rows.Deadline) -> Deadline:
    return Deadline.of(await info.context.row(rows.Deadline, row.id) or row)


@strawberry.type
class DeadlineMutations:
    @verb("Work out what follows from the facts of a case, or from what somebody types. Twice plans nothing twice.")
    async def work_out_deadlines(self, info: Info, input: WorkOutDeadlinesInput) -> WorkOutDeadlinesResult:
        case_id = nodes.key("Case", input.case_id)
        async with info.context.transaction() as tx:
            moved = await docketing.work_out_deadlines(
                tx,
                case_id,
                trigger=input.trigger,
                happened_on=input.happened_on,
                happened_at=input.happened_at,
                time_zone=input.time_zone,
                proceeding_id=nodes.optional_key("Proceeding", input.proceeding_id),
                corrects_id=nodes.optional_key("Deadline", input.corrects_id),
            )
        return WorkOutDeadlinesPayload(
            case=await shown(info, case_id),
            moved=[
                DeadlineMoved(
                    deadline=await _fresh(info, one.deadline),
                    before_on=one.before_on,
                    before_at=one.before_at,
                    why=one.why,
                )
                for one in moved
            ],
        )

    @verb("Counsel has reviewed a deadline: from now on the coordinator is reminded of it, too.")
    async def confirm_deadline(self, info: Info, input: ConfirmDeadlineInput) -> ConfirmDeadlineResult:
        async with info.context.transaction() as tx:
            row = await docketing.confirm_deadline(
                tx, _key(input.deadline_id), expected_revision=input.expected_revision
            )
        return ConfirmDeadlinePayload(deadline=await _fresh(info, row), case=await shown(info, row.case_id))

    @verb("Type in a deadline that the court set.")
    async def set_court_deadline(self, info: Info, input: SetCourtDeadlineInput) -> SetCourtDeadlineResult:
        async with info.context.transaction() as tx:
            row = await docketing.set_court_deadline(
                tx,
                nodes.key("Case", input.case_id),
                what=input.what,
                due_on=input.due_on,
                due_at=input.due_at,
                time_zone=input.time_zone,
                occurrence=input.occurrence,
                source=input.source,
                binds=input.binds,
                instead_of_id=nodes.optional_key("Deadline", input.instead_of_id),
                proceeding_id=nodes.optional_key("Proceeding", input.proceeding_id),
                hearing_id=nodes.optional_key("Hearing", input.hearing_id),
            )
        return SetCourtDeadlinePayload(deadline=await _fresh(info, row), case=await shown(info, row.case_id))

    @verb("Record when something was filed, or when the court received it: that closes its deadline.")
    async def record_filing(self, info: Info, input: RecordFilingInput) -> RecordFilingResult:
        async with info.context.transaction() as tx:
            row = await docketing.record_filing(
                tx,
                _key(input.deadline_id),
                expected_revision=input.expected_revision,
                filed_at=input.filed_at,
                received_at=input.received_at,
            )
        return RecordFilingPayload(deadline=await _fresh(info, row), case=await shown(info, row.case_id))

    @verb("Record that electronic filing was down without a plan on the last day: it is extended.")
    async def record_outage(self, info: Info, input: RecordOutageInput) -> RecordOutageResult:
        async with info.context.transaction() as tx:
            moved = await docketing.record_outage(
                tx,
                _key(input.deadline_id),
                expected_revision=input.expected_revision,
                down_from=input.down_from,
                down_through=input.down_through,
            )
        row = moved.deadline
        return RecordOutagePayload(deadline=await _fresh(info, row), case=await shown(info, row.case_id))

    @verb("Counsel says that a deadline does not apply, and why.")
    async def set_aside_deadline(self, info: Info, input: SetAsideDeadlineInput) -> SetAsideDeadlineResult:
        async with info.context.transaction() as tx:
            row = await docketing.set_aside_deadline(
                tx, _key(input.deadline_id), expected_revision=input.expected_revision, reason=input.reason
            )
        return SetAsideDeadlinePayload(deadline=await _fresh(info, row), case=await shown(info, row.case_id))


def _key(deadline_id: strawberry.ID) -> UUID:
    return nodes.key("Deadline", deadline_id)
