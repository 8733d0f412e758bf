"""Counsel's word on an action: answers besides a yes, and what changed since the last one."""

from __future__ import annotations

from datetime import date, datetime

import strawberry

from api.context import Info
from api.nodes import global_id
from api.types import people
from api.types.people import Node, Person
from casework import revisions
from casework.comparing import Kept
from schema import advocacy as advocacy_rows
from schema import counsel as rows
from schema.advocacy import EmbargoedField
from schema.consents import ConsentAudience, NameForm
from schema.counsel import CounselSaid


@strawberry.type(description="Counsel's answer to one exact revision, where it is no yes. Why is not in it.")
class CounselAnswer(Node):
    row: strawberry.Private[rows.CounselAnswer]
    said: CounselSaid
    said_revision: int
    discussed_on: date | None
    given_at: datetime
    taken_over_at: datetime | None

    @classmethod
    def of(cls, row: rows.CounselAnswer) -> CounselAnswer:
        return cls(
            id=strawberry.ID(global_id("CounselAnswer", row.id)),
            row=row,
            said=row.said,
            said_revision=row.said_revision,
            discussed_on=row.discussed_on,
            given_at=row.given_at,
            taken_over_at=row.taken_over_at,
        )

    @strawberry.field(description="The title that counsel would sign. Null: as it was.")
    async def title(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "title")

    @strawberry.field(description="What counsel would sign to be said. Null: as it was.")
    async def statement(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "statement")

    @strawberry.field
    async def attorney(self, info: Info) -> Person | None:
        return await people.person(info, self.row.attorney_id)

    @strawberry.field(description="True while it is about what the action says now.")
    async def current(self, info: Info) -> bool:
        action = await info.context.row(advocacy_rows.AdvocacyAction, self.row.action_id)
        return bool(action and action.said_revision == self.row.said_revision)


@strawberry.type(description="Some words in a row, and what became of them.")
class Passage:
    kept: Kept
    text: str


@strawberry.type(description="What changed in an action since counsel last signed it off.")
class ChangedWords:
    since: int = strawberry.field(description="The revision that was signed.")
    title: list[Passage]
    statement: list[Passage]
    further: list[Passage] = strawberry.field(description="Talking points and advisory, in every language.")
    name_form_before: NameForm
    name_form: NameForm
    audiences_before: list[ConsentAudience]
    audiences: list[ConsentAudience]
    uses_photo_before: bool
    uses_photo: bool

    @classmethod
    def of(cls, found: revisions.Changed) -> ChangedWords:
        return cls(
            since=found.since,
            title=[Passage(kept=one.kept, text=one.text) for one in found.title],
            statement=[Passage(kept=one.kept, text=one.text) for one in found.statement],
            further=[Passage(kept=one.kept, text=one.text) for one in found.further],
            name_form_before=found.name_form_before,
            name_form=found.name_form,
            audiences_before=list(found.audiences_before),
            audiences=list(found.audiences),
            uses_photo_before=found.uses_photo_before,
            uses_photo=found.uses_photo,
        )


@strawberry.type(description="A field that stays untold until an instant.")
class Embargo:
    field: EmbargoedField
    until: datetime


async def changed_words(info: Info, action: advocacy_rows.AdvocacyAction) -> ChangedWords | None:
    """What changed since somebody last signed it off."""
    kept = await info.context.children(rows.SaidRevision, "action_id", action.id)
    signed = await info.context.children(advocacy_rows.SignOff, "action_id", action.id)
    worded = [
        revisions.Worded(
            said_revision=one.said_revision,
            title=await info.context.opened(one, "title") or "",
            statement=await info.context.opened(one, "statement") or "",
            further=await info.context.opened(one, "further") or "",
            name_form=one.name_form,
            audiences=tuple(ConsentAudience(word) for word in one.audiences),
            uses_photo=one.uses_photo,
        )
        for one in kept
    ]
    found = revisions.changed(worded, [one.said_revision for one in signed], action.said_revision)
    return ChangedWords.of(found) if found else None
