"""How a client was asked, whose yes is needed besides, and what can't be recalled."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import strawberry

from api.context import Info
from api.nodes import global_id
from api.types import people
from api.types.people import Node, Person
from schema import advocacy as advocacy_rows
from schema import consents as rows
from schema import retractions as retraction_rows
from schema import safeguards as safeguard_rows
from schema.consents import ConsentAnswer, ConsentAudience, GivenBy, Heard
from schema.retractions import RetractionKind

if TYPE_CHECKING:
    from api.types.advocacy import AdvocacyAction

LaterAction = Annotated["AdvocacyAction", strawberry.lazy("api.types.advocacy")]


@strawberry.type(description="One talk in which the client was asked the five questions. For the legal team.")
class ConsentInterview(Node):
    row: strawberry.Private[rows.ConsentInterview]
    officials: ConsentAnswer
    courtroom: ConsentAnswer
    press: ConsentAnswer
    photo: ConsentAnswer
    full_name: ConsentAnswer
    given_by: GivenBy
    heard: Heard
    assented: bool = strawberry.field(description="The client's own assent, beside a guardian's yes.")
    guardian_adverse: bool = strawberry.field(description="The guardian's yes permits nothing.")
    language: str
    script: str | None
    asked_at: datetime

    @classmethod
    def of(cls, row: rows.ConsentInterview) -> ConsentInterview:
        return cls(
            id=strawberry.ID(global_id("ConsentInterview", row.id)),
            row=row,
            officials=row.officials,
            courtroom=row.courtroom,
            press=row.press,
            photo=row.photo,
            full_name=row.full_name,
            given_by=row.given_by,
            heard=row.heard,
            assented=row.assented,
            guardian_adverse=row.guardian_adverse,
            language=row.language,
            script=row.script,
            asked_at=row.asked_at,
        )

    @strawberry.field
    async def interpreter(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "interpreter")

    @strawberry.field
    async def witness(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "witness")

    @strawberry.field
    async def relayed_by(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "relayed_by")

    @strawberry.field
    async def circumstances(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "circumstances")

    @strawberry.field
    async def recorded_by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.recorded_by_id)


@strawberry.type(description="The legal team doubts that the client can decide alone what others may know.")
class Safeguard:
    row: strawberry.Private[safeguard_rows.Safeguard]
    doubted_since: datetime | None

    @classmethod
    def of(cls, row: safeguard_rows.Safeguard) -> Safeguard:
        return cls(row=row, doubted_since=row.doubted_since)

    @strawberry.field
    async def why(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "why")

    @strawberry.field
    async def doubted_by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.doubted_by_id)


@strawberry.type(description="What can't be recalled after a consent was taken back, and who should call about it.")
class Retraction(Node):
    row: strawberry.Private[retraction_rows.Retraction]
    revision: int
    kind: RetractionKind
    audience: ConsentAudience
    messages: int | None
    listed_at: datetime
    told_at: datetime | None

    @classmethod
    def of(cls, row: retraction_rows.Retraction) -> Retraction:
        return cls(
            id=strawberry.ID(global_id("Retraction", row.id)),
            row=row,
            revision=row.revision,
            kind=row.kind,
            audience=row.audience,
            messages=row.messages,
            listed_at=row.created_at,
            told_at=row.told_at,
        )

    @strawberry.field(description="Who has them. Null: as many as are counted.")
    async def person(self, info: Info) -> Person | None:
        return await people.person(info, self.row.person_id)

    @strawberry.field(description="Who should call.")
    async def caller(self, info: Info) -> Person | None:
        return await people.person(info, self.row.caller_id)

    @strawberry.field
    async def told_by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.told_by_id)

    @strawberry.field
    async def answer(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "answer")

    @strawberry.field(description="What was public.")
    async def action(self, info: Info) -> LaterAction | None:
        from api.types.advocacy import AdvocacyAction as ActionType

        row = await info.context.row(advocacy_rows.AdvocacyAction, self.row.action_id)
        return ActionType.of(row) if row else None
