"""How an action is planned: its wordings, its safety plan, and what is worth a second look."""

from __future__ import annotations

from datetime import datetime

import strawberry

from api.context import Info
from api.nodes import global_id
from api.types.people import Node
from casework import reading
from casework.proofreading import GivesAway, Warned
from schema import safety_plans as safety_rows
from schema import wordings as wording_rows
from schema.occasions import OccasionKind
from schema.wordings import WordingKind


@strawberry.type(description="What is said at an action beside its statement, in one language.")
class Wording(Node):
    row: strawberry.Private[wording_rows.Wording]
    revision: int
    kind: WordingKind
    language: str

    @classmethod
    def of(cls, row: wording_rows.Wording) -> Wording:
        return cls(
            id=strawberry.ID(global_id("Wording", row.id)),
            row=row,
            revision=row.revision,
            kind=row.kind,
            language=row.language,
        )

    @strawberry.field
    async def body(self, info: Info) -> str:
        return await info.context.opened(self.row, "body") or ""


@strawberry.type(description="How the people at an action are kept safe. For those who plan it.")
class SafetyPlan(Node):
    row: strawberry.Private[safety_rows.SafetyPlan]
    revision: int
    no_police_liaison: bool = strawberry.field(description="They decided to have none.")

    @classmethod
    def of(cls, row: safety_rows.SafetyPlan) -> SafetyPlan:
        return cls(
            id=strawberry.ID(global_id("SafetyPlan", row.id)),
            row=row,
            revision=row.revision,
            no_police_liaison=row.no_police_liaison,
        )

    @strawberry.field
    async def marshals(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "marshals")

    @strawberry.field
    async def medics(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "medics")

    @strawberry.field
    async def legal_observers(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "legal_observers")

    @strawberry.field
    async def police_liaison(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "police_liaison")

    @strawberry.field
    async def legal_support_number(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "legal_support_number")

    @strawberry.field
    async def counter_protest(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "counter_protest")

    @strawberry.field
    async def weather(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "weather")

    @strawberry.field(description="Who ends it, on what sign.")
    async def stop_rule(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "stop_rule")


@strawberry.type(description="A place in a text that may give too much away. It stands in nobody's way.")
class WordWarning:
    what: GivesAway
    where: str = strawberry.field(description="The field; of a wording its kind and its language.")
    words: str

    @classmethod
    def of(cls, one: Warned) -> WordWarning:
        return cls(what=one.what, where=one.where, words=one.words)


@strawberry.type(
    description="An official is asked elsewhere at that hour. Nulls: where, is not for these eyes; counsel asks for"
    " another hour."
)
class Clash:
    kind: OccasionKind | None
    starts_at: datetime | None
    time_zone: str | None

    @classmethod
    def of(cls, one: reading.Clash) -> Clash:
        return cls(kind=one.kind, starts_at=one.starts_at, time_zone=one.time_zone)
