"""When people are reminded: an organization's plan, that of one date, and what another plan would do."""

from __future__ import annotations

from datetime import time
from typing import Annotated

import strawberry

from api import nodes
from api.context import Info
from api.hearings import Telling
from api.refusals import RefusalsAsMembers, Refused, verb
from api.types.occasions import Occasion
from casework import notice_plans
from casework.access import Act
from casework.refusals import Invalid
from schema import occasions as occasion_rows
from schema.invitations import Audience
from schema.notice_plans import Matter


@strawberry.type(description="How one audience is reminded of one matter, or of one date.")
class PlannedReminders:
    matter: Matter
    audience: Audience
    days_before: list[int]
    at: str = strawberry.field(description="On the wall clock of the date's zone, such as 09:00.")
    hours_before: list[int]
    edited: bool = strawberry.field(
        description="It differs from the plan above it: the house's, or the organization's."
    )
    sentence: str

    @classmethod
    def of(cls, plan: notice_plans.Planned, language: str) -> PlannedReminders:
        return cls(
            matter=plan.matter,
            audience=plan.audience,
            days_before=list(plan.reminding.days_before),
            at=f"{plan.reminding.at:%H:%M}",
            hours_before=list(plan.reminding.hours_before),
            edited=plan.edited,
            sentence=plan.sentence.said(language),
        )


@strawberry.type(description="What another plan would do. Nothing is saved.")
class PlanPreview:
    dates: int = strawberry.field(description="Dates to come that it is about.")
    fewer: list[Telling] = strawberry.field(description="Reminders that would no longer be sent.")
    more: list[Telling] = strawberry.field(description="Reminders that would be sent besides.")

    @classmethod
    def of(cls, preview: notice_plans.PlanPreview) -> PlanPreview:
        return cls(
            dates=preview.dates,
            fewer=[Telling.of(one) for one in preview.fewer],
            more=[Telling.of(one) for one in preview.more],
        )


PlanPreviewResult = Annotated[PlanPreview | Refused, strawberry.union("PlanPreviewResult")]


@strawberry.input
class EditNoticePlanInput:
    organization_id: strawberry.ID
    matter: Matter
    audience: Audience
    days_before: list[int]
    at: str = "09:00"
    hours_before: list[int]


@strawberry.type
class EditNoticePlanPayload:
    followed: int = strawberry.field(description="Dates to come that follow it.")
    plan: list[PlannedReminders]


EditNoticePlanResult = Annotated[EditNoticePlanPayload | Refused, strawberry.union("EditNoticePlanResult")]


@strawberry.input
class ResetNoticePlanInput:
    organization_id: strawberry.ID
    matter: Matter
    audience: Audience


@strawberry.type
class ResetNoticePlanPayload:
    followed: int
    plan: list[PlannedReminders]


ResetNoticePlanResult = Annotated[ResetNoticePlanPayload | Refused, strawberry.union("ResetNoticePlanResult")]


@strawberry.input
class EditOccasionPlanInput:
    occasion_id: strawberry.ID
    audience: Audience
    days_before: list[int]
    at: str = "09:00"
    hours_before: list[int]


@strawberry.type
class EditOccasionPlanPayload:
    occasion: Occasion
    plan: list[PlannedReminders]


EditOccasionPlanResult = Annotated[EditOccasionPlanPayload | Refused, strawberry.union("EditOccasionPlanResult")]


@strawberry.input
class ResetOccasionPlanInput:
    occasion_id: strawberry.ID
    audience: Audience


@strawberry.type
class ResetOccasionPlanPayload:
    occasion: Occasion
    plan: list[PlannedReminders]


ResetOccasionPlanResult = Annotated[ResetOccasionPlanPayload | Refused, strawberry.union("ResetOccasionPlanResult")]


def hour(field: str, typed: str) -> time:
    """A time on a wall, as "09:00". Raises :class:`Invalid`."""
    try:
        found = time.fromisoformat(typed)
    except ValueError:
        found = None
    if found is None or found.tzinfo is not None:
        raise Invalid(field, "Type a time such as 09:00.")
    return found.replace(second=0, microsecond=0)


async def _of_organization(info: Info, organization_id: strawberry.ID) -> list[PlannedReminders]:
    language = await info.context.spoken()
    found = await info.context.read(notice_plans.notice_plan, nodes.key("Organization", organization_id))
    return [PlannedReminders.of(one, language) for one in found]


async def _of_occasion(info: Info, occasion_id: strawberry.ID) -> list[PlannedReminders]:
    language = await info.context.spoken()
    found = await info.context.read(notice_plans.occasion_plan, nodes.key("Occasion", occasion_id))
    return [PlannedReminders.of(one, language) for one in found]


async def _occasion(info: Info, occasion_id: strawberry.ID) -> Occasion:
    row = await info.context.row(occasion_rows.Occasion, nodes.key("Occasion", occasion_id))
    if row is None:
        raise LookupError("The occasion is out of sight after the act.")
    return Occasion.of(row)


@strawberry.type
class NoticePlanQueries:
    @strawberry.field(description="When an organization of one's own reminds whom of what.")
    async def notice_plan(self, info: Info, organization_id: strawberry.ID) -> list[PlannedReminders]:
        return await _of_organization(info, organization_id)

    @strawberry.field(description="When people are reminded of one date.")
    async def occasion_plan(self, info: Info, occasion_id: strawberry.ID) -> list[PlannedReminders]:
        return await _of_occasion(info, occasion_id)

    @strawberry.field(
        description="What another plan of the organization would do. Saves nothing.", extensions=[RefusalsAsMembers()]
    )
    async def preview_notice_plan(
        self,
        info: Info,
        organization_id: strawberry.ID,
        matter: Matter,
        audience: Audience,
        days_before: list[int],
        hours_before: list[int],
        at: str = "09:00",
    ) -> PlanPreviewResult:
        preview = await info.context.read(
            notice_plans.preview_notice_plan,
            nodes.key("Organization", organization_id),
            matter=matter,
            audience=audience,
            days_before=days_before,
            at=hour("at", at),
            hours_before=hours_before,
        )
        return PlanPreview.of(preview)

    @strawberry.field(
        description="What another plan of one date would do. Saves nothing.", extensions=[RefusalsAsMembers()]
    )
    async def preview_occasion_plan(
        self,
        info: Info,
        occasion_id: strawberry.ID,
        audience: Audience,
        days_before: list[int],
        hours_before: list[int],
        at: str = "09:00",
    ) -> PlanPreviewResult:
        preview = await info.context.read(
            notice_plans.preview_occasion_plan,
            nodes.key("Occasion", occasion_id),
            audience=audience,
            days_before=days_before,
            at=hour("at", at),
            hours_before=hours_before,
        )
        return PlanPreview.of(preview)


@strawberry.type
class NoticePlanMutations:
    @verb("Say when the organization reminds an audience of a matter. Every date to come follows.")
    async def edit_notice_plan(self, info: Info, input: EditNoticePlanInput) -> EditNoticePlanResult:
        async with info.context.transaction() as tx:
            followed = await notice_plans.edit_notice_plan(
                tx,
                nodes.key("Organization", input.organization_id),
                matter=input.matter,
                audience=input.audience,
                days_before=input.days_before,
                at=hour("at", input.at),
                hours_before=input.hours_before,
            )
        info.context.wake()
        return EditNoticePlanPayload(followed=followed, plan=await _of_organization(info, input.organization_id))

    @verb("Remind an audience of a matter as the house does it by itself again.", Act.EDIT_NOTICE_PLAN)
    async def reset_notice_plan(self, info: Info, input: ResetNoticePlanInput) -> ResetNoticePlanResult:
        async with info.context.transaction() as tx:
            followed = await notice_plans.reset_notice_plan(
                tx, nodes.key("Organization", input.organization_id), matter=input.matter, audience=input.audience
            )
        info.context.wake()
        return ResetNoticePlanPayload(followed=followed, plan=await _of_organization(info, input.organization_id))

    @verb("Say when an audience is reminded of this one date.")
    async def edit_occasion_plan(self, info: Info, input: EditOccasionPlanInput) -> EditOccasionPlanResult:
        async with info.context.transaction() as tx:
            await notice_plans.edit_occasion_plan(
                tx,
                nodes.key("Occasion", input.occasion_id),
                audience=input.audience,
                days_before=input.days_before,
                at=hour("at", input.at),
                hours_before=input.hours_before,
            )
        info.context.wake()
        return EditOccasionPlanPayload(
            occasion=await _occasion(info, input.occasion_id), plan=await _of_occasion(info, input.occasion_id)
        )

    @verb("Remind an audience of this date as its organization's plan says again.", Act.EDIT_OCCASION_PLAN)
    async def reset_occasion_plan(self, info: Info, input: ResetOccasionPlanInput) -> ResetOccasionPlanResult:
        async with info.context.transaction() as tx:
            await notice_plans.reset_occasion_plan(
                tx, nodes.key("Occasion", input.occasion_id), audience=input.audience
            )
        info.context.wake()
        return ResetOccasionPlanPayload(
            occasion=await _occasion(info, input.occasion_id), plan=await _of_occasion(info, input.occasion_id)
        )
