"""The outcome ledger: what happened on each date of a case, and at an organization's hearings in a quarter."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import strawberry

from api.context import Info
from api.nodes import global_id
from api.types import people
from api.types.beside import OfCase
from api.types.people import Node, Person
from casework import comparisons
from casework.comparisons import ComparedBy, ComparedKind, ComparedLevel, ComparedResult
from casework.reading.outcomes import MOST, WAITING
from schema import hearings as hearing_rows
from schema import occasions as occasion_rows
from schema import outcomes as rows
from schema.hearings import HearingOutcome
from schema.occasions import OccasionState
from schema.outcomes import WITH_RESULT, OutcomeResult

if TYPE_CHECKING:
    from api.types.occasions import Occasion

LaterOccasion = Annotated["Occasion", strawberry.lazy("api.types.occasions")]


@strawberry.type(description="What was said in open court, from notes, and where the press wrote of it.")
class OutcomeWords:
    row: strawberry.Private[rows.OutcomeWords]
    cleared_at: datetime | None = strawberry.field(description="Since when advocates may read it. Null: they may not.")

    @strawberry.field
    async def said(self, info: Info) -> str | None:
        return await self._opened(info, "said")

    @strawberry.field(description="Addresses of published pieces.")
    async def press_links(self, info: Info) -> list[str]:
        found = await self._opened(info, "press_links")
        return found.split("\n") if found else []

    @strawberry.field
    async def cleared_by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.cleared_by_id)

    async def _opened(self, info: Info, column: str) -> str | None:
        if getattr(self.row, column) is None:
            return None
        await info.context.viewed(
            rows.OutcomeWords,
            self.row.id,
            [column],
            case_id=self.row.case_id,
            organization_id=self.row.lead_organization_id,
        )
        return await info.context.opened(self.row, column)


@strawberry.type(description="What happened on one date of a case. Null numbers are not known.")
class Outcome(Node):
    row: strawberry.Private[rows.Outcome]
    revision: int
    supporters: int | None = strawberry.field(description="Supporters and observers in the room.")
    officials: int | None = strawberry.field(description="How many officials came. Never who.")
    letters: int | None
    press: int | None
    recorded_at: datetime

    @classmethod
    def of(cls, row: rows.Outcome) -> Outcome:
        return cls(
            id=strawberry.ID(global_id("Outcome", row.id)),
            row=row,
            revision=row.revision,
            supporters=row.supporters,
            officials=row.officials,
            letters=row.letters,
            press=row.press,
            recorded_at=row.recorded_at,
        )

    @strawberry.field
    async def occasion(self, info: Info) -> LaterOccasion | None:
        from api.types.occasions import Occasion as OccasionType

        row = await info.context.row(occasion_rows.Occasion, self.row.occasion_id)
        return OccasionType.of(row) if row else None

    @strawberry.field
    async def recorded_by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.recorded_by_id)

    @strawberry.field(description="What came of it: as the hearing's report says, or as entered here.")
    async def result(self, info: Info) -> OutcomeResult | None:
        reported = await self._reported(info)
        if reported is HearingOutcome.OTHER:
            return self.row.result or OutcomeResult.OTHER
        return OutcomeResult(reported.value) if reported else self.row.result

    @strawberry.field(description="The hearing's report says what came of it: only there is it corrected.")
    async def result_reported(self, info: Info) -> bool:
        return await self._reported(info) not in (None, HearingOutcome.OTHER)

    @strawberry.field(description="For the legal team; for advocates once counsel has cleared them.")
    async def words(self, info: Info) -> OutcomeWords | None:
        found = await info.context.children(rows.OutcomeWords, "outcome_id", self.row.id)
        return OutcomeWords(row=found[0], cleared_at=found[0].cleared_at) if found else None

    async def _reported(self, info: Info) -> HearingOutcome | None:
        found = await info.context.children(hearing_rows.Hearing, "occasion_id", self.row.occasion_id)
        return found[0].outcome if found else None


@strawberry.type
class OutcomesOfCase(OfCase):
    """The ledger of one case."""

    @strawberry.field(description="What happened on its dates, the latest first: of dates that one may see.")
    async def outcomes(self, info: Info) -> list[Outcome]:
        found = await info.context.children(rows.Outcome, "case_id", self.row.id)
        dates = {one.id: one for one in await self._dates(info)}
        found = sorted(
            (one for one in found if one.occasion_id in dates),
            key=lambda one: (dates[one.occasion_id].starts_at, one.id),
            reverse=True,
        )
        return [Outcome.of(row) for row in found[:MOST]]

    @strawberry.field(description="Dates that have begun and of which nobody entered what happened; the last twenty.")
    async def awaiting_outcome(self, info: Info) -> list[LaterOccasion]:
        from api.types.occasions import Occasion as OccasionType

        legal = await self.legal(info)
        now = (await info.context.reading()).now
        entered = {one.occasion_id for one in await info.context.children(rows.Outcome, "case_id", self.row.id)}
        waiting = [
            one
            for one in await self._dates(info)
            if one.starts_at <= now
            and one.state is not OccasionState.CANCELLED
            and one.id not in entered
            and (legal or one.kind not in WITH_RESULT)
        ]
        waiting.sort(key=lambda one: (one.starts_at, one.id), reverse=True)
        return [OccasionType.of(row) for row in waiting[:WAITING]]

    async def _dates(self, info: Info) -> list[occasion_rows.Occasion]:
        found: list[occasion_rows.Occasion] = await info.context.children(
            occasion_rows.Occasion, "case_id", self.row.id
        )
        return found


@strawberry.type(description="How many hearings had one of these results, and what share of their line that is.")
class ResultCount:
    results: list[ComparedResult]
    count: int
    percent: int

    @classmethod
    def of(cls, one: comparisons.ResultCount) -> ResultCount:
        return cls(results=list(one.results), count=one.count, percent=one.percent)


@strawberry.type(description="Hearings of these levels as one line: those too few to stand alone are put together.")
class ComparedRow:
    levels: list[ComparedLevel]
    total: int
    results: list[ResultCount]

    @classmethod
    def of(cls, one: comparisons.ComparedRow) -> ComparedRow:
        return cls(levels=list(one.levels), total=one.total, results=[ResultCount.of(each) for each in one.results])


@strawberry.type(description="Hearings of one kind by one thing. Without rows: too few to compare.")
class ComparedSplit:
    by: ComparedBy
    rows: list[ComparedRow]

    @classmethod
    def of(cls, one: comparisons.ComparedSplit) -> ComparedSplit:
        return cls(by=one.by, rows=[ComparedRow.of(each) for each in one.rows])


@strawberry.type(description="Hearings of one kind. Without a total: fewer than five.")
class KindCompared:
    kind: ComparedKind
    total: int | None
    results: list[ResultCount]
    splits: list[ComparedSplit]

    @classmethod
    def of(cls, one: comparisons.KindCompared) -> KindCompared:
        return cls(
            kind=one.kind,
            total=one.total,
            results=[ResultCount.of(each) for each in one.results],
            splits=[ComparedSplit.of(each) for each in one.splits],
        )


@strawberry.type(
    description="What happened at an organization's hearings in one quarter, not why. No count in it is under five, and"
    " none can be worked out of it."
)
class WhatHappened:
    quarter: str
    kinds: list[KindCompared]

    @classmethod
    def of(cls, one: comparisons.WhatHappened) -> WhatHappened:
        return cls(quarter=one.quarter, kinds=[KindCompared.of(each) for each in one.kinds])


__all__ = ["Outcome", "OutcomeWords", "OutcomesOfCase", "WhatHappened"]
