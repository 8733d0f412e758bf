"""Mutations by which counsel and advocates agree on what an action says, and when it is told."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

import strawberry

from api import nodes
from api.cases import shown
from api.context import Info
from api.refusals import Refused, verb
from api.types.advocacy import AdvocacyAction
from api.types.cases import Case
from api.types.counsel import CounselAnswer
from casework import advocacy
from schema import advocacy as rows
from schema import counsel as counsel_rows
from schema.advocacy import EmbargoedField, SignOffCapacity
from schema.counsel import CounselSaid


@strawberry.input
class AskCounselInput:
    action_id: strawberry.ID


@strawberry.type
class AskCounselPayload:
    action: AdvocacyAction


AskCounselResult = Annotated[AskCounselPayload | Refused, strawberry.union("AskCounselResult")]


@strawberry.input
class AnswerActionInput:
    action_id: strawberry.ID
    said_revision: int
    said: CounselSaid
    case_id: strawberry.ID | None = strawberry.field(
        default=None, description="For which of its cases. Null: the one it is kept with."
    )
    title: str | None = strawberry.field(default=None, description="The title that counsel would sign.")
    statement: str | None = strawberry.field(default=None, description="What counsel would sign to be said.")
    discussed_on: date | None = strawberry.field(default=None, description="When it was talked over with the client.")
    why: str | None = strawberry.field(default=None, description="A note in counsel's compartment.")


@strawberry.type
class AnswerActionPayload:
    answer: CounselAnswer
    action: AdvocacyAction


AnswerActionResult = Annotated[AnswerActionPayload | Refused, strawberry.union("AnswerActionResult")]


@strawberry.input
class TakeOverWordsInput:
    answer_id: strawberry.ID


@strawberry.type
class TakeOverWordsPayload:
    action: AdvocacyAction


TakeOverWordsResult = Annotated[TakeOverWordsPayload | Refused, strawberry.union("TakeOverWordsResult")]


@strawberry.input
class ConfirmSignOffsInput:
    case_id: strawberry.ID
    capacity: SignOffCapacity
    discussed_on: date | None = None


@strawberry.type
class ConfirmSignOffsPayload:
    actions: list[AdvocacyAction]
    case: Case


ConfirmSignOffsResult = Annotated[ConfirmSignOffsPayload | Refused, strawberry.union("ConfirmSignOffsResult")]


@strawberry.input
class EmbargoActionInput:
    action_id: strawberry.ID
    expected_revision: int
    field: EmbargoedField
    until: datetime | None = strawberry.field(default=None, description="Null: it may be told now.")


@strawberry.type
class EmbargoActionPayload:
    action: AdvocacyAction


EmbargoActionResult = Annotated[EmbargoActionPayload | Refused, strawberry.union("EmbargoActionResult")]


async def _action(info: Info, action_id: UUID) -> AdvocacyAction:
    row = await info.context.row(rows.AdvocacyAction, action_id)
    if row is None:
        raise LookupError("The action is out of sight after the act.")
    return AdvocacyAction.of(row)


@strawberry.type
class CounselMutations:
    @verb("Ask counsel for a yes to an action as it reads now. They have a task until they answer.")
    async def ask_counsel(self, info: Info, input: AskCounselInput) -> AskCounselResult:
        async with info.context.transaction() as tx:
            row = await advocacy.ask_counsel(tx, nodes.key("AdvocacyAction", input.action_id))
        info.context.wake()
        return AskCounselPayload(action=await _action(info, row.id))

    @verb("Counsel says no to an action as it reads, or which words they would sign.")
    async def answer_action(self, info: Info, input: AnswerActionInput) -> AnswerActionResult:
        async with info.context.transaction() as tx:
            row = await advocacy.answer_action(
                tx,
                nodes.key("AdvocacyAction", input.action_id),
                said=input.said,
                said_revision=input.said_revision,
                title=input.title,
                statement=input.statement,
                discussed_on=input.discussed_on,
                why=input.why,
                case_id=nodes.optional_key("Case", input.case_id),
            )
        info.context.wake()
        found = await info.context.row(counsel_rows.CounselAnswer, row.id)
        return AnswerActionPayload(answer=CounselAnswer.of(found or row), action=await _action(info, row.action_id))

    @verb("Say exactly what counsel suggested: it is signed.")
    async def take_over_words(self, info: Info, input: TakeOverWordsInput) -> TakeOverWordsResult:
        async with info.context.transaction() as tx:
            row = await advocacy.take_over_words(tx, nodes.key("CounselAnswer", input.answer_id))
        return TakeOverWordsPayload(action=await _action(info, row.id))

    @verb("A successor confirms what counsel before them had signed off.")
    async def confirm_sign_offs(self, info: Info, input: ConfirmSignOffsInput) -> ConfirmSignOffsResult:
        case_id = nodes.key("Case", input.case_id)
        async with info.context.transaction() as tx:
            confirmed = await advocacy.confirm_sign_offs(
                tx, case_id, capacity=input.capacity, discussed_on=input.discussed_on
            )
        return ConfirmSignOffsPayload(
            actions=[await _action(info, one.id) for one in confirmed], case=await shown(info, case_id)
        )

    @verb("Keep one field of an action untold until an hour, or no longer.")
    async def embargo_action(self, info: Info, input: EmbargoActionInput) -> EmbargoActionResult:
        async with info.context.transaction() as tx:
            row = await advocacy.embargo_action(
                tx,
                nodes.key("AdvocacyAction", input.action_id),
                expected_revision=input.expected_revision,
                field=input.field,
                until=input.until,
            )
        info.context.wake()
        return EmbargoActionPayload(action=await _action(info, row.id))
