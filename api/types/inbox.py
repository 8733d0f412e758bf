"""What concerns the viewer, as the inbox shows it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any, TypeVar
from uuid import UUID

import strawberry

from api import nodes
from api.context import Info
from api.types.changes import Change
from casework import inbox
from casework.refusals import NotFound
from schema import advocacy as advocacy_rows
from schema import changes as change_rows
from schema import invitations as invitation_rows
from schema import notices as notice_rows
from schema import spreadsheets as spreadsheet_rows
from schema import tasks as task_rows
from schema.base import Table
from schema.inbox import InboxKind
from schema.notices import LetterKind

if TYPE_CHECKING:
    from api.types.advocacy import AdvocacyAction
    from api.types.cases import Case
    from api.types.invitations import Invitation
    from api.types.occasions import Occasion
    from api.types.spreadsheets import Spreadsheet
    from api.types.work import Task

LaterCase = Annotated["Case", strawberry.lazy("api.types.cases")]
LaterOccasion = Annotated["Occasion", strawberry.lazy("api.types.occasions")]
LaterSpreadsheet = Annotated["Spreadsheet", strawberry.lazy("api.types.spreadsheets")]
LaterTask = Annotated["Task", strawberry.lazy("api.types.work")]
LaterInvitation = Annotated["Invitation", strawberry.lazy("api.types.invitations")]
LaterAction = Annotated["AdvocacyAction", strawberry.lazy("api.types.advocacy")]

Row = TypeVar("Row", bound=Table)

_NOUN = "InboxEntry"
strawberry.enum(InboxKind)


def entry_id(kind: InboxKind, record_id: UUID) -> strawberry.ID:
    return strawberry.ID(nodes.global_id(f"{_NOUN}-{kind.value}", record_id))


def entry_key(text: strawberry.ID) -> tuple[InboxKind, UUID]:
    """What an entry is read from. Raises :class:`NotFound` for what is no entry's id."""
    noun, record_id = nodes.parts(str(text))
    of, _, kind = noun.partition("-")
    if of != _NOUN or kind not in list(InboxKind):
        raise NotFound
    return InboxKind(kind), record_id


@strawberry.type(description="One thing that concerns the viewer, read from the record that it is about.")
class InboxEntry:
    entry: strawberry.Private[inbox.Entry]
    id: strawberry.ID
    kind: InboxKind
    at: datetime
    read: bool
    snoozed_until: datetime | None = strawberry.field(description="Put off until then; null once it is over.")
    about: str = strawberry.field(description="Entries of one matter have the same. It says nothing else.")

    @classmethod
    def of(cls, entry: inbox.Entry) -> InboxEntry:
        return cls(
            entry=entry,
            id=entry_id(entry.kind, entry.record_id),
            kind=entry.kind,
            at=entry.at,
            read=entry.read,
            snoozed_until=entry.snoozed_until,
            about=entry.about,
        )

    @strawberry.field
    async def change(self, info: Info) -> Change | None:
        row = await self._row(info, InboxKind.CHANGE, change_rows.Change)
        return Change.of(row) if row else None

    @strawberry.field(description="What a letter to the viewer says.")
    async def letter(self, info: Info) -> LetterKind | None:
        row = await self._row(info, InboxKind.LETTER, notice_rows.Notice)
        return row.kind if row else None

    @strawberry.field
    async def task(self, info: Info) -> LaterTask | None:
        from api.types.work import Task as TaskType

        row = await self._row(info, InboxKind.TASK, task_rows.Task)
        return await TaskType.of(info, row) if row else None

    @strawberry.field(description="An invitation that was answered.")
    async def invitation(self, info: Info) -> LaterInvitation | None:
        from api.types.invitations import Invitation as InvitationType

        row = await self._row(info, InboxKind.ANSWER, invitation_rows.Invitation)
        return InvitationType.of(row) if row else None

    @strawberry.field(description="An import of the viewer's that is over.")
    async def spreadsheet(self, info: Info) -> LaterSpreadsheet | None:
        from api.types.spreadsheets import Spreadsheet as SpreadsheetType

        row = await self._row(info, InboxKind.IMPORT, spreadsheet_rows.Spreadsheet)
        return SpreadsheetType.of(row) if row else None

    @strawberry.field(description="The case it is about. Null: of none, or not the viewer's to see any more.")
    async def case(self, info: Info) -> LaterCase | None:
        from api.types.cases import case

        return await case(info, getattr(await self._any(info), "case_id", None))

    @strawberry.field(description="The action it is about.")
    async def action(self, info: Info) -> LaterAction | None:
        from api.types.advocacy import AdvocacyAction as ActionType

        row = await self._any(info)
        if action_id := getattr(row, "action_id", None):
            found = await info.context.row(advocacy_rows.AdvocacyAction, action_id)
            return ActionType.of(found) if found else None
        occasion_id = getattr(row, "occasion_id", None)
        if occasion_id is None:
            return None
        rows = await info.context.children(advocacy_rows.AdvocacyAction, "occasion_id", occasion_id)
        return ActionType.of(rows[0]) if rows else None

    async def _row(self, info: Info, kind: InboxKind, model: type[Row]) -> Row | None:
        return await info.context.row(model, self.entry.record_id) if self.kind is kind else None

    async def _any(self, info: Info) -> Any:
        return await info.context.row(_MODELS[self.kind], self.entry.record_id)


_MODELS: dict[InboxKind, type[Any]] = {
    InboxKind.CHANGE: change_rows.Change,
    InboxKind.LETTER: notice_rows.Notice,
    InboxKind.TASK: task_rows.Task,
    InboxKind.ANSWER: invitation_rows.Invitation,
    InboxKind.IMPORT: spreadsheet_rows.Spreadsheet,
}

__all__ = ["InboxEntry", "entry_id", "entry_key"]
