"""Mutations on the outcome ledger, and the export of what happened."""

from __future__ import annotations

from typing import Annotated

import strawberry

from api import nodes
from api.cases import shown
from api.context import Info
from api.refusals import Refused, verb
from api.types.cases import Case
from api.types.outcomes import Outcome
from casework import comparisons, outcomes
from casework.access import Act
from casework.outcomes import OutcomeFacts
from casework.refusals import NotFound
from schema import outcomes as rows
from schema.outcomes import OutcomeResult


@strawberry.input(description="What is known of how a date went, all of it. Null: not known.")
class OutcomeInput:
    supporters: int | None = strawberry.field(default=None, description="Supporters and observers in the room.")
    officials: int | None = strawberry.field(default=None, description="How many came. Never who.")
    letters: int | None = None
    press: int | None = None
    result: OutcomeResult | None = strawberry.field(
        default=None, description="Only what the hearing's report does not say."
    )
    press_links: list[str] = strawberry.field(default_factory=list)
    said: str | None = strawberry.field(default=None, description="What was said in open court, in words.")
    from_notes: bool = strawberry.field(
        default=False, description="It was said in open court and written down from notes, with no recording."
    )

    def facts(self) -> OutcomeFacts:
        return OutcomeFacts(**{**vars(self), "press_links": tuple(self.press_links)})


@strawberry.input
class RecordOutcomeInput:
    occasion_id: strawberry.ID
    outcome: OutcomeInput


@strawberry.type
class RecordOutcomePayload:
    case: Case
    outcome: Outcome


RecordOutcomeResult = Annotated[RecordOutcomePayload | Refused, strawberry.union("RecordOutcomeResult")]


@strawberry.input
class CorrectOutcomeInput:
    outcome_id: strawberry.ID
    outcome: OutcomeInput
    expected_revision: int


@strawberry.type
class CorrectOutcomePayload:
    case: Case
    outcome: Outcome


CorrectOutcomeResult = Annotated[CorrectOutcomePayload | Refused, strawberry.union("CorrectOutcomeResult")]


@strawberry.input
class ClearOutcomeWordsInput:
    outcome_id: strawberry.ID
    cleared: bool = strawberry.field(description="False: advocates read them no longer.")
    expected_revision: int


@strawberry.type
class ClearOutcomeWordsPayload:
    case: Case
    outcome: Outcome


ClearOutcomeWordsResult = Annotated[ClearOutcomeWordsPayload | Refused, strawberry.union("ClearOutcomeWordsResult")]


@strawberry.input
class ExportOutcomesInput:
    organization_id: strawberry.ID
    quarter: str = strawberry.field(description="One that `whatHappened` tells.")


@strawberry.type
class ExportOutcomesPayload:
    csv: str = strawberry.field(description="A table (RFC 4180) of what `whatHappened` tells.")


ExportOutcomesResult = Annotated[ExportOutcomesPayload | Refused, strawberry.union("ExportOutcomesResult")]


async def _outcome(info: Info, row: rows.Outcome) -> Outcome:
    found = await info.context.row(rows.Outcome, row.id)
    if found is None:
        raise NotFound
    return Outcome.of(found)


@strawberry.type
class OutcomeMutations:
    @verb("Enter what happened on a date of a case, once it has begun.")
    async def record_outcome(self, info: Info, input: RecordOutcomeInput) -> RecordOutcomeResult:
        async with info.context.transaction() as tx:
            row = await outcomes.record_outcome(tx, nodes.key("Occasion", input.occasion_id), input.outcome.facts())
        outcome = await _outcome(info, row)
        return RecordOutcomePayload(case=await shown(info, row.case_id), outcome=outcome)

    @verb(
        "Say what is known of how a date went now, all of it. What stood there stays in the trail.",
        Act.RECORD_OUTCOME,
    )
    async def correct_outcome(self, info: Info, input: CorrectOutcomeInput) -> CorrectOutcomeResult:
        async with info.context.transaction() as tx:
            row = await outcomes.correct_outcome(
                tx,
                nodes.key("Outcome", input.outcome_id),
                input.outcome.facts(),
                expected_revision=input.expected_revision,
            )
        outcome = await _outcome(info, row)
        return CorrectOutcomePayload(case=await shown(info, row.case_id), outcome=outcome)

    @verb("Counsel lets advocates read what was said in open court and where the press wrote of it, or no longer.")
    async def clear_outcome_words(self, info: Info, input: ClearOutcomeWordsInput) -> ClearOutcomeWordsResult:
        async with info.context.transaction() as tx:
            row = await outcomes.clear_outcome_words(
                tx,
                nodes.key("Outcome", input.outcome_id),
                cleared=input.cleared,
                expected_revision=input.expected_revision,
            )
        outcome = await _outcome(info, row)
        return ClearOutcomeWordsPayload(case=await shown(info, row.case_id), outcome=outcome)

    @verb("Export what happened in a quarter as a table. The export is in the organization's trail.")
    async def export_outcomes(self, info: Info, input: ExportOutcomesInput) -> ExportOutcomesResult:
        language = await info.context.spoken()
        async with info.context.transaction() as tx:
            text = await comparisons.export_outcomes(
                tx, nodes.key("Organization", input.organization_id), input.quarter, language
            )
        return ExportOutcomesPayload(csv=text)
