"""A case's documents and files, its call log, and visits to the person held."""

from __future__ import annotations

from datetime import date, datetime

import strawberry

from api.context import Info
from api.nodes import global_id
from api.scalars import WallTime
from api.types import people
from api.types.beside import OfCase
from api.types.people import Node, Person
from api.types.places import Facility
from api.types.work import Task
from casework.reading.documents import MOST
from schema import calls as call_rows
from schema import documents as rows
from schema import facilities as facility_rows
from schema import tasks as task_rows
from schema import visits as visit_rows
from schema.documents import DocumentKind, DocumentState, FileAudience, FileKind
from schema.visits import VisitKind, VisitState


@strawberry.type(description="One line of a case's checklist.")
class Document(Node):
    row: strawberry.Private[rows.Document]
    revision: int
    kind: DocumentKind
    title: str | None = strawberry.field(description="Which one, where there may be several.")
    state: DocumentState
    from_whom: str | None
    due_on: date | None
    note: str | None
    state_since: datetime

    @classmethod
    async def of(cls, info: Info, row: rows.Document) -> Document:
        return cls(
            id=strawberry.ID(global_id("Document", row.id)),
            row=row,
            revision=row.revision,
            kind=row.kind,
            title=await info.context.opened(row, "title"),
            state=row.state,
            from_whom=await info.context.opened(row, "from_whom"),
            due_on=row.due_on,
            note=await info.context.opened(row, "note"),
            state_since=row.state_since,
        )

    @strawberry.field(description="What was put with the case of it.")
    async def files(self, info: Info) -> list[CaseFile]:
        found = await info.context.children(rows.CaseFile, "document_id", self.row.id)
        return await _shown(info, [row for row in found if row.taken_away_at is None])

    @strawberry.field
    async def changed_by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.changed_by_id)


@strawberry.type(description="A file that was put with a case. Its content: GET /files/{id}.")
class CaseFile(Node):
    row: strawberry.Private[rows.CaseFile]
    revision: int
    name: str | None
    kind: FileKind = strawberry.field(description="Told by its content.")
    size: int = strawberry.field(description="In bytes.")
    audience: FileAudience = strawberry.field(description="Who may open it.")
    added_at: datetime
    taken_away_at: datetime | None = strawberry.field(description="For seven days it can be put back.")

    @classmethod
    async def of(cls, info: Info, row: rows.CaseFile) -> CaseFile:
        return cls(
            id=strawberry.ID(global_id("CaseFile", row.id)),
            row=row,
            revision=row.revision,
            name=await info.context.opened(row, "name"),
            kind=row.kind,
            size=row.size,
            audience=row.audience,
            added_at=row.created_at,
            taken_away_at=row.taken_away_at,
        )

    @strawberry.field
    async def added_by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.added_by_id)

    @strawberry.field
    async def taken_away_by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.taken_away_by_id)

    @strawberry.field
    async def document(self, info: Info) -> Document | None:
        row = await info.context.row(rows.Document, self.row.document_id)
        return await Document.of(info, row) if row else None


async def _shown(info: Info, found: list[rows.CaseFile]) -> list[CaseFile]:
    for row in found[:1]:
        await info.context.viewed(
            rows.CaseFile, row.case_id, ["name"], case_id=row.case_id, organization_id=row.lead_organization_id
        )
    return [await CaseFile.of(info, row) for row in found[:MOST]]


@strawberry.type(description="One call that somebody took.")
class Call(Node):
    row: strawberry.Private[call_rows.Call]
    called_at: datetime
    caller_name: str | None = strawberry.field(description="Who they said they are. Null: `caller` is who it was.")
    told: str | None

    @classmethod
    async def of(cls, info: Info, row: call_rows.Call) -> Call:
        return cls(
            id=strawberry.ID(global_id("Call", row.id)),
            row=row,
            called_at=row.called_at,
            caller_name=await info.context.opened(row, "caller_name"),
            told=await info.context.opened(row, "told"),
        )

    @strawberry.field
    async def caller(self, info: Info) -> Person | None:
        return await people.person(info, self.row.caller_id)

    @strawberry.field
    async def taken_by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.taken_by_id)

    @strawberry.field(description="What is to be done about it.")
    async def follow_up(self, info: Info) -> Task | None:
        row = await info.context.row(task_rows.Task, self.row.task_id)
        return await Task.of(info, row) if row else None


@strawberry.type(description="A visit to, or call with, the person held.")
class Visit(Node):
    row: strawberry.Private[visit_rows.Visit]
    revision: int
    kind: VisitKind
    state: VisitState
    starts_at: datetime
    wall_starts: WallTime = strawberry.field(description="On the facility's own clock.")
    time_zone: str
    length_minutes: int
    rules: str | None = strawberry.field(description="What the facility asks for.")
    outcome: str | None

    @classmethod
    async def of(cls, info: Info, row: visit_rows.Visit) -> Visit:
        return cls(
            id=strawberry.ID(global_id("Visit", row.id)),
            row=row,
            revision=row.revision,
            kind=row.kind,
            state=row.state,
            starts_at=row.starts_at,
            wall_starts=WallTime(row.wall_starts),
            time_zone=row.time_zone,
            length_minutes=row.length_minutes,
            rules=await info.context.opened(row, "rules"),
            outcome=await info.context.opened(row, "outcome"),
        )

    @strawberry.field
    async def facility(self, info: Info) -> Facility | None:
        row = await info.context.row(facility_rows.Facility, self.row.facility_id)
        return Facility.of(row) if row else None

    @strawberry.field
    async def visitor(self, info: Info) -> Person | None:
        return await people.person(info, self.row.visitor_id)

    @strawberry.field
    async def interpreter(self, info: Info) -> Person | None:
        return await people.person(info, self.row.interpreter_id)

    @strawberry.field
    async def booked_by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.booked_by_id)


@strawberry.type
class DocumentsOfCase(OfCase):
    """Its papers, who called, and who went to see the person."""

    @strawberry.field(description="The checklist, for the legal team.")
    async def documents(self, info: Info) -> list[Document]:
        found = await info.context.children(rows.Document, "case_id", self.row.id)
        if found:
            await self.viewed(info, rows.Document, ["title", "from_whom", "note"])
        return [await Document.of(info, row) for row in found[:MOST]]

    @strawberry.field(description="Files that these eyes may open, the latest first.")
    async def files(self, info: Info) -> list[CaseFile]:
        found = await info.context.children(rows.CaseFile, "case_id", self.row.id, "-id")
        return await _shown(info, [row for row in found if row.taken_away_at is None])

    @strawberry.field(description="Files that were taken away and can still be put back, for the legal team.")
    async def files_taken_away(self, info: Info) -> list[CaseFile]:
        found = await info.context.children(rows.CaseFile, "case_id", self.row.id, "-taken_away_at", "-id")
        return await _shown(info, [row for row in found if row.taken_away_at is not None])

    @strawberry.field(description="Who called, the latest first, for the legal team.")
    async def call_log(self, info: Info) -> list[Call]:
        found = await info.context.children(call_rows.Call, "case_id", self.row.id, "-called_at", "-id")
        if found:
            await self.viewed(info, call_rows.Call, ["caller", "told"])
        return [await Call.of(info, row) for row in found[:MOST]]

    @strawberry.field(description="Visits to and calls with the person held, the latest first, for the legal team.")
    async def visits(self, info: Info) -> list[Visit]:
        found = await info.context.children(visit_rows.Visit, "case_id", self.row.id, "-starts_at", "-id")
        if found:
            await self.viewed(info, visit_rows.Visit, ["rules", "outcome"])
        return [await Visit.of(info, row) for row in found[:MOST]]


__all__ = ["Call", "CaseFile", "Document", "DocumentsOfCase", "Visit"]
