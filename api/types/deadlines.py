"""Deadlines, and the rules they follow from."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import strawberry

from api.context import Info
from api.nodes import global_id
from api.types import people
from api.types.beside import OfCase
from api.types.people import Node, Person
from casework import deadlines as law
from casework.docketing import Recomputed
from casework.reading.deadlines import MOST, said_in
from schema import deadlines as rows
from schema import hearings as hearing_rows
from schema import proceedings as proceeding_rows
from schema.custody import Source
from schema.deadlines import Binds, DeadlineState, LitigationStatus, Trigger, Verification, WhyMoved
from schema.proceedings import ProceedingKind

if TYPE_CHECKING:
    from api.types.cases import Case
    from api.types.occasions import Hearing, Proceeding

LaterCase = Annotated["Case", strawberry.lazy("api.types.cases")]
LaterHearing = Annotated["Hearing", strawberry.lazy("api.types.occasions")]
LaterProceeding = Annotated["Proceeding", strawberry.lazy("api.types.occasions")]


@strawberry.type(
    description="One deadline of a case, for attorney review: it reminds counsel alone until it is confirmed."
)
class Deadline(Node):
    row: strawberry.Private[rows.Deadline]
    revision: int
    rule: str | None = strawberry.field(
        description="The key of its rule. Null: the court set it, and no rule knows it."
    )
    state: DeadlineState
    trigger: Trigger | None
    triggered_on: date | None
    triggered_at: datetime | None
    time_zone: str
    due_on: date | None = strawberry.field(description="Null: the court sets it, and has not yet.")
    due_at: datetime | None = strawberry.field(
        description="Of a clock that runs in hours, or an hour that was ordered."
    )
    computed_on: date | None = strawberry.field(description="By the law as it was known on this day.")
    citation: str | None
    in_force_from: date | None
    in_force_until: date | None
    verification: Verification | None
    binds: Binds | None
    set_by_court: bool
    source: Source | None
    confirmed_at: datetime | None
    filed_at: datetime | None
    received_at: datetime | None
    moved_because: WhyMoved | None
    fell_away_at: datetime | None = strawberry.field(
        description="What it ran from is no more, and no other took its place: `movedBecause` says why."
    )
    litigation_status: LitigationStatus | None
    unverified: bool = strawberry.field(description="It leans on something that nobody has read in its source.")

    @classmethod
    def of(cls, row: rows.Deadline) -> Deadline:
        return cls(
            id=strawberry.ID(global_id("Deadline", row.id)),
            row=row,
            revision=row.revision,
            rule=row.rule,
            state=row.state,
            trigger=row.trigger,
            triggered_on=row.triggered_on,
            triggered_at=row.triggered_at,
            time_zone=row.time_zone,
            due_on=row.due_on,
            due_at=row.due_at,
            computed_on=row.computed_on,
            citation=row.citation,
            in_force_from=row.in_force_from,
            in_force_until=row.in_force_until,
            verification=row.verification,
            binds=row.binds,
            set_by_court=row.set_by_court,
            source=row.source,
            confirmed_at=row.confirmed_at,
            filed_at=row.filed_at,
            received_at=row.received_at,
            moved_because=row.moved_because,
            fell_away_at=row.fell_away_at,
            litigation_status=row.litigation,
            unverified=row.verification not in (None, Verification.READ),
        )

    @strawberry.field(description="The rule, as people say it. Null: see `ordered`.")
    async def name(self, info: Info) -> str | None:
        return said_in(self.row.said, await info.context.spoken()).get("name")

    @strawberry.field(description="What is to be done by then.")
    async def action(self, info: Info) -> str | None:
        return said_in(self.row.said, await info.context.spoken()).get("act")

    @strawberry.field
    async def note(self, info: Info) -> str | None:
        return said_in(self.row.said, await info.context.spoken()).get("note")

    @strawberry.field(description="Each step from what happened to the date.")
    async def trace(self, info: Info) -> list[str]:
        return said_in(self.row.said, await info.context.spoken()).get("trace") or []

    @strawberry.field(description="What the court ordered, in the words of whoever typed it.")
    async def ordered(self, info: Info) -> str | None:
        return await self._opened(info, "what")

    @strawberry.field
    async def set_aside_reason(self, info: Info) -> str | None:
        return await self._opened(info, "set_aside_reason")

    async def _opened(self, info: Info, column: str) -> str | None:
        if getattr(self.row, column) is None:
            return None
        row = self.row
        await info.context.viewed(
            rows.Deadline, row.id, [column], case_id=row.case_id, organization_id=row.lead_organization_id
        )
        return await info.context.opened(row, column)

    @strawberry.field
    async def confirmed_by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.confirmed_by_id)

    @strawberry.field
    async def recorded_by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.recorded_by_id)

    @strawberry.field
    async def case(self, info: Info) -> LaterCase | None:
        from api.types.cases import case

        return await case(info, self.row.case_id)

    @strawberry.field
    async def proceeding(self, info: Info) -> LaterProceeding | None:
        from api.types.occasions import Proceeding as ProceedingType

        row = await info.context.row(proceeding_rows.Proceeding, self.row.proceeding_id)
        return ProceedingType.of(row) if row else None

    @strawberry.field
    async def hearing(self, info: Info) -> LaterHearing | None:
        from api.types.occasions import Hearing as HearingType

        row = await info.context.row(hearing_rows.Hearing, self.row.hearing_id)
        return HearingType.of(row) if row else None

    @strawberry.field(description="The deadline whose place it took: what moved.")
    async def in_place_of(self, info: Info) -> Deadline | None:
        row = await info.context.row(rows.Deadline, self.row.supersedes_id)
        return Deadline.of(row) if row else None


@strawberry.type
class DeadlinesOfCase(OfCase):
    """What has to be done by when."""

    @strawberry.field(
        description="For the legal team, also those that fell away. Those that others took the place of only when asked"
        " for."
    )
    async def deadlines(self, info: Info, with_superseded: bool = False) -> list[Deadline]:
        found = await info.context.children(rows.Deadline, "case_id", self.row.id, "due_on", "id")
        shown = [
            row
            for row in found
            if with_superseded or row.state is not DeadlineState.SUPERSEDED or row.fell_away_at is not None
        ]
        return [Deadline.of(row) for row in shown[:MOST]]


@strawberry.type(description="One way to count, and who says so.")
class DeadlineMeasure:
    citation: str
    length: int | None = strawberry.field(description="Null: the court sets it, or there is no limit.")
    unit: law.Unit | None

    @classmethod
    def of(cls, measure: law.Measure) -> DeadlineMeasure:
        return cls(citation=measure.citation, length=measure.length, unit=measure.unit)


@strawberry.type
class DeadlineAmount:
    usd: int
    purpose: str


@strawberry.type(description="A rule as it reads during one interval, for one kind of person.")
class DeadlineProvision:
    measures: list[DeadlineMeasure] = strawberry.field(description="Several where sources differ: the earliest binds.")
    set_by_court: bool
    before: bool = strawberry.field(description="Counted back from the trigger.")
    moves: bool = strawberry.field(description="A last day on which courts are closed moves to the next business day.")
    receipt: bool
    announced: date | None
    in_force_from: date | None
    in_force_until: date | None
    since_unverified: bool
    set_aside: date | None
    litigation_status: LitigationStatus
    verification: Verification
    unverified: bool
    written_for: list[str] = strawberry.field(description='Only for these, such as "detained: true".')
    only_if: str | None
    note: str | None
    amounts: list[DeadlineAmount]

    @classmethod
    def of(cls, one: law.Provision, language: str) -> DeadlineProvision:
        return cls(
            measures=[DeadlineMeasure.of(measure) for measure in one.measures],
            set_by_court=one.set_by_court,
            before=one.before,
            moves=one.moves,
            receipt=one.receipt,
            announced=one.announced,
            in_force_from=one.in_force_from,
            in_force_until=one.in_force_until,
            since_unverified=one.since_unverified,
            set_aside=one.set_aside,
            litigation_status=one.litigation,
            verification=one.verification,
            unverified=not one.verified,
            written_for=one.written_for,
            only_if=one.only_if(language) if one.only_if else None,
            note=one.note(language) if one.note else None,
            amounts=[DeadlineAmount(usd=usd, purpose=words(language)) for usd, words in one.amounts],
        )


@strawberry.type(description="A rule of deadlines, as data.")
class DeadlineRule:
    key: str
    name: str
    action: str
    trigger: Trigger
    binds: Binds
    proceedings: list[ProceedingKind]
    provisions: list[DeadlineProvision]

    @classmethod
    def of(cls, rule: law.Rule, language: str) -> DeadlineRule:
        return cls(
            key=rule.key,
            name=rule.name(language),
            action=rule.act(language),
            trigger=rule.trigger,
            binds=rule.binds,
            proceedings=sorted(rule.proceedings),
            provisions=[DeadlineProvision.of(one, language) for one in rule.provisions],
        )


@strawberry.type(description="What a deadline would be by the law as it was known on another day. Saves nothing.")
class RecomputedDeadline:
    deadline: Deadline
    answer: law.Answer
    due_on: date | None
    due_at: datetime | None
    moves: bool = strawberry.field(description="It is another date than the one that is kept.")
    citation: str | None
    trace: list[str]

    @classmethod
    def of(cls, found: Recomputed, language: str) -> RecomputedDeadline:
        computed, kept = found.computed, found.deadline
        return cls(
            deadline=Deadline.of(kept),
            answer=computed.answer,
            due_on=computed.due_on,
            due_at=computed.due_at,
            moves=(computed.due_on, computed.due_at) != (kept.due_on, kept.due_at),
            citation=computed.provision.citation if computed.provision else None,
            trace=[step.said(language) for step in computed.trace],
        )


__all__ = ["Deadline", "DeadlineRule", "DeadlinesOfCase", "RecomputedDeadline"]
