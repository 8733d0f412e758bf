"""Mutations on how an action is planned: its wordings, its safety plan, its tasks, and what becomes of it when the
hearing moves.
"""

from __future__ import annotations

from typing import Annotated, cast

import strawberry
from strawberry import UNSET

from api import nodes
from api.advocacy import shown_action
from api.context import Info
from api.given import changes
from api.refusals import Refused, verb
from api.types.advocacy import AdvocacyAction
from casework import advocacy
from casework.access import Act
from casework.advocacy import Safety
from schema.advocacy import AfterMove
from schema.wordings import WordingKind


@strawberry.input
class DraftWordingInput:
    action_id: strawberry.ID
    kind: WordingKind
    language: str = strawberry.field(description="One of the languages we write in: en, es, pt, ht.")
    expected_revision: int = strawberry.field(description="Of the action.")


@strawberry.type
class DraftWordingPayload:
    action: AdvocacyAction
    sign_off_voided: bool


DraftWordingResult = Annotated[DraftWordingPayload | Refused, strawberry.union("DraftWordingResult")]


@strawberry.input
class WriteWordingInput:
    action_id: strawberry.ID
    kind: WordingKind
    language: str = strawberry.field(description="One of the languages we write in: en, es, pt, ht.")
    body: str | None = strawberry.field(description="Null, or nothing: it is taken back.")
    expected_revision: int = strawberry.field(description="Of the action.")


@strawberry.type
class WriteWordingPayload:
    action: AdvocacyAction
    sign_off_voided: bool


WriteWordingResult = Annotated[WriteWordingPayload | Refused, strawberry.union("WriteWordingResult")]


@strawberry.input
class WriteSafetyPlanInput:
    action_id: strawberry.ID
    expected_revision: int | None = strawberry.field(
        default=None, description="Of the plan; null where there was none."
    )
    marshals: str | None = UNSET
    medics: str | None = UNSET
    legal_observers: str | None = UNSET
    police_liaison: str | None = UNSET
    no_police_liaison: bool | None = UNSET
    legal_support_number: str | None = UNSET
    counter_protest: str | None = UNSET
    weather: str | None = UNSET
    stop_rule: str | None = UNSET


@strawberry.type
class WriteSafetyPlanPayload:
    action: AdvocacyAction


WriteSafetyPlanResult = Annotated[WriteSafetyPlanPayload | Refused, strawberry.union("WriteSafetyPlanResult")]


@strawberry.input
class LayOutActionTasksInput:
    action_id: strawberry.ID


@strawberry.type
class LayOutActionTasksPayload:
    action: AdvocacyAction


LayOutActionTasksResult = Annotated[LayOutActionTasksPayload | Refused, strawberry.union("LayOutActionTasksResult")]


@strawberry.input
class AnswerHearingMoveInput:
    action_id: strawberry.ID
    expected_revision: int
    choice: AfterMove


@strawberry.type
class AnswerHearingMovePayload:
    action: AdvocacyAction


AnswerHearingMoveResult = Annotated[AnswerHearingMovePayload | Refused, strawberry.union("AnswerHearingMoveResult")]

_SAFETY = (
    "marshals", "medics", "legal_observers", "police_liaison", "no_police_liaison", "legal_support_number",
    "counter_protest", "weather", "stop_rule",
)  # fmt: skip


@strawberry.type
class PlanningMutations:
    @verb(
        "Draft talking points or a media advisory, from nothing but what is cleared. Gaps say what is missing.",
        act=Act.WRITE_WORDING,
    )
    async def draft_wording(self, info: Info, input: DraftWordingInput) -> DraftWordingResult:
        async with info.context.transaction() as tx:
            worded = await advocacy.draft_wording(
                tx,
                nodes.key("AdvocacyAction", input.action_id),
                kind=input.kind,
                language=input.language,
                expected_revision=input.expected_revision,
            )
        info.context.wake()
        return DraftWordingPayload(
            action=await shown_action(info, worded.action.id), sign_off_voided=worded.sign_off_voided
        )

    @verb("Write talking points or a media advisory. It voids counsel's sign-off.")
    async def write_wording(self, info: Info, input: WriteWordingInput) -> WriteWordingResult:
        async with info.context.transaction() as tx:
            worded = await advocacy.write_wording(
                tx,
                nodes.key("AdvocacyAction", input.action_id),
                kind=input.kind,
                language=input.language,
                body=input.body,
                expected_revision=input.expected_revision,
            )
        info.context.wake()
        return WriteWordingPayload(
            action=await shown_action(info, worded.action.id), sign_off_voided=worded.sign_off_voided
        )

    @verb("Write the safety plan of an action. Only the organization that plans it reads it.")
    async def write_safety_plan(self, info: Info, input: WriteSafetyPlanInput) -> WriteSafetyPlanResult:
        said = changes(input, *_SAFETY)
        if said.get("no_police_liaison", False) is None:
            del said["no_police_liaison"]
        async with info.context.transaction() as tx:
            plan = await advocacy.write_safety_plan(
                tx,
                nodes.key("AdvocacyAction", input.action_id),
                cast(
                    "Safety",
                    {name: value for name, value in said.items() if name != "no_police_liaison" or value is not None},
                ),
                expected_revision=input.expected_revision,
            )
        return WriteSafetyPlanPayload(action=await shown_action(info, plan.action_id))

    @verb("Lay out the usual tasks of an action, each once.")
    async def lay_out_action_tasks(self, info: Info, input: LayOutActionTasksInput) -> LayOutActionTasksResult:
        action_id = nodes.key("AdvocacyAction", input.action_id)
        async with info.context.transaction() as tx:
            await advocacy.lay_out_action_tasks(tx, action_id)
        return LayOutActionTasksPayload(action=await shown_action(info, action_id))

    @verb("Say what becomes of an action whose hearing moved: it goes along, keeps its hour, or is called off.")
    async def answer_hearing_move(self, info: Info, input: AnswerHearingMoveInput) -> AnswerHearingMoveResult:
        async with info.context.transaction() as tx:
            row = await advocacy.answer_hearing_move(
                tx,
                nodes.key("AdvocacyAction", input.action_id),
                expected_revision=input.expected_revision,
                choice=input.choice,
            )
        info.context.wake()
        return AnswerHearingMovePayload(action=await shown_action(info, row.id))
