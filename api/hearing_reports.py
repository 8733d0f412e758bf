"""What a hearing came to, and what was heard of its date."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import strawberry

from api import nodes
from api.context import Info
from api.hearings import hearing_of
from api.refusals import Refused, verb
from api.scalars import WallTime
from api.types.occasions import Hearing
from api.types.verification import DateSource
from casework import hearings
from schema.custody import Source
from schema.date_checks import DateCheckOutcome
from schema.decisions import AppealStance, GivenHow
from schema.hearings import HearingOutcome
from schema.occasions import OccasionKind


@strawberry.input(description="The next hearing, as the judge set it.")
class NextDateInput:
    starts_at: WallTime
    occurrence: int | None = None
    kind: OccasionKind | None = strawberry.field(default=None, description="Left out: of the same kind.")
    schedule_type: str | None = None


@strawberry.input(description="Of a decision at the hearing: how it was given, and what each side said of an appeal.")
class SpokenInput:
    given_how: GivenHow = GivenHow.ORAL
    appeal_by_client: AppealStance = AppealStance.NOT_SAID
    appeal_by_government: AppealStance = AppealStance.NOT_SAID


@strawberry.input(description="A task that came out of the hearing. Without an owner it is the coordinator's.")
class ToDoInput:
    title: str
    due_at: datetime | None = None
    owner_id: strawberry.ID | None = None


@strawberry.input
class ReportHearingInput:
    hearing_id: strawberry.ID
    expected_revision: int
    outcome: HearingOutcome
    note: str | None = None
    next_starts_at: WallTime | None = strawberry.field(
        default=None, deprecation_reason="Use `next`, which can say which of two it is."
    )
    next: NextDateInput | None = None
    adjournment_code: str | None = strawberry.field(default=None, description="In the court's own code.")
    decision: SpokenInput | None = strawberry.field(
        default=None, description="Only of an outcome that decides the proceeding."
    )
    tasks: list[ToDoInput] = strawberry.field(default_factory=list)
    bond_amount: int | None = strawberry.field(default=None, description="In dollars, of bond that was granted.")


@strawberry.type
class ReportHearingPayload:
    hearing: Hearing
    next_hearing: Hearing | None


ReportHearingResult = Annotated[ReportHearingPayload | Refused, strawberry.union("ReportHearingResult")]


@strawberry.input
class CorrectReportInput:
    hearing_id: strawberry.ID
    expected_revision: int
    outcome: HearingOutcome
    note: str | None = strawberry.field(default=None, description="The whole note from now on.")
    next: NextDateInput | None = strawberry.field(default=None, description="Left out: it stays as it is.")
    adjournment_code: str | None = strawberry.field(default=None, description="Left out: it stays as it is.")
    decision: SpokenInput | None = strawberry.field(
        default=None, description="Only of an outcome that decides the proceeding. Left out: it stays as it is."
    )
    bond_amount: int | None = strawberry.field(
        default=None, description="In dollars, of bond that was granted. Left out of the same outcome: it stays."
    )


@strawberry.type
class CorrectReportPayload:
    hearing: Hearing
    next_hearing: Hearing | None = strawberry.field(description="Where one was named.")


CorrectReportResult = Annotated[CorrectReportPayload | Refused, strawberry.union("CorrectReportResult")]


@strawberry.input
class TakeBackReportInput:
    hearing_id: strawberry.ID
    expected_revision: int


@strawberry.type
class TakeBackReportPayload:
    hearing: Hearing


TakeBackReportResult = Annotated[TakeBackReportPayload | Refused, strawberry.union("TakeBackReportResult")]


@strawberry.input
class CheckDateInput:
    hearing_id: strawberry.ID
    sequence: int = strawberry.field(description="The occasion's, as it stood on the page.")
    outcome: DateCheckOutcome = strawberry.field(description="SAME, DIFFERENT or NOT_FOUND.")
    source: Source
    heard: WallTime | None = strawberry.field(default=None, description="The time that was given, when it is another.")


@strawberry.type
class CheckDatePayload:
    hearing: Hearing
    word: DateSource


CheckDateResult = Annotated[CheckDatePayload | Refused, strawberry.union("CheckDateResult")]


def _next(said: NextDateInput | None) -> hearings.NextDate | None:
    if said is None:
        return None
    return hearings.NextDate(
        starts_at=said.starts_at, occurrence=said.occurrence, kind=said.kind, schedule_type=said.schedule_type
    )


def _spoken(said: SpokenInput | None) -> hearings.Spoken | None:
    if said is None:
        return None
    return hearings.Spoken(
        given_how=said.given_how,
        appeal_by_client=said.appeal_by_client,
        appeal_by_government=said.appeal_by_government,
    )


@strawberry.type
class HearingReportMutations:
    @verb("Report what a hearing came to, with the next date if one was set.")
    async def report_hearing(self, info: Info, input: ReportHearingInput) -> ReportHearingResult:
        following = _next(input.next)
        if following is None and input.next_starts_at:
            following = hearings.NextDate(starts_at=input.next_starts_at)
        async with info.context.transaction() as tx:
            reported = await hearings.report_hearing(
                tx,
                nodes.key("Hearing", input.hearing_id),
                expected_revision=input.expected_revision,
                outcome=input.outcome,
                note=input.note,
                next_date=following,
                adjournment_code=input.adjournment_code,
                spoken=_spoken(input.decision),
                bond_amount=input.bond_amount,
                to_do=[
                    hearings.ToDo(
                        title=one.title, due_at=one.due_at, owner_id=nodes.optional_key("Person", one.owner_id)
                    )
                    for one in input.tasks
                ],
            )
        info.context.wake()
        next_hearing = reported.next_hearing
        return ReportHearingPayload(
            hearing=await hearing_of(info, reported.hearing.id),
            next_hearing=await hearing_of(info, next_hearing.id) if next_hearing else None,
        )

    @verb(
        "Correct the report of a hearing. What was said before stays in the trail, and whoever was told of the next"
        " date is told."
    )
    async def correct_report(self, info: Info, input: CorrectReportInput) -> CorrectReportResult:
        async with info.context.transaction() as tx:
            corrected = await hearings.correct_report(
                tx,
                nodes.key("Hearing", input.hearing_id),
                expected_revision=input.expected_revision,
                outcome=input.outcome,
                note=input.note,
                next_date=_next(input.next),
                adjournment_code=input.adjournment_code,
                spoken=_spoken(input.decision),
                bond_amount=input.bond_amount,
            )
        info.context.wake()
        following = corrected.next_hearing
        return CorrectReportPayload(
            hearing=await hearing_of(info, corrected.hearing.id),
            next_hearing=await hearing_of(info, following.id) if following else None,
        )

    @verb("Take back one's own report of a hearing, for ten minutes, while nobody has gone on from it.")
    async def take_back_report(self, info: Info, input: TakeBackReportInput) -> TakeBackReportResult:
        async with info.context.transaction() as tx:
            row = await hearings.take_back_report(
                tx, nodes.key("Hearing", input.hearing_id), expected_revision=input.expected_revision
            )
        info.context.wake()
        return TakeBackReportPayload(hearing=await hearing_of(info, row.id))

    @verb("Write down what a source says of a hearing's date. What contradicts it overwrites nothing, and is a task.")
    async def check_date(self, info: Info, input: CheckDateInput) -> CheckDateResult:
        async with info.context.transaction() as tx:
            checked = await hearings.check_date(
                tx,
                nodes.key("Hearing", input.hearing_id),
                outcome=input.outcome,
                source=input.source,
                sequence=input.sequence,
                heard=input.heard,
            )
        info.context.wake()
        return CheckDatePayload(hearing=await hearing_of(info, checked.hearing.id), word=DateSource.of(checked.word))
