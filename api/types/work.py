"""Notes, tasks and the trail."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

import orjson
import strawberry
from strawberry.scalars import JSON

from api.context import Info
from api.nodes import global_id, parts
from api.types import people
from api.types.beside import OfCase
from api.types.paging import PageInfo, edges
from api.types.people import Node, Person
from api.types.teams import viewed_urgent_reason
from casework import reading, statements, tasks
from casework.access import Act, allows
from casework.language import Sentence
from casework.reading import Door, TrailFilter, TrailTopic
from casework.reading.work import CONCERNING, OF_DEADLINES, deadline_called
from schema import audit as audit_rows
from schema import notes as note_rows
from schema import organizations as organization_rows
from schema import people as person_rows
from schema import tasks as task_rows
from schema import teams as team_rows
from schema.audit import ActorKind
from schema.deadlines import Deadline, WhyMoved

if TYPE_CHECKING:
    from api.types.cases import Case

strawberry.enum(TrailTopic)

LaterCase = Annotated["Case", strawberry.lazy("api.types.cases")]


@strawberry.type(description="What waits, in numbers. Each of cases is as long as the board filtered by its need.")
class Today:
    hearings_without_counsel: int = strawberry.field(description="Cases with a hearing within 7 days, no attorney.")
    changes_not_confirmed: int
    dates_to_check: int = strawberry.field(description="Cases with a date within 14 days, stale or of one source.")
    nobody_assigned: int = strawberry.field(description="Cases with neither coordinator nor attorney.")
    letters_failed: int = strawberry.field(description="Letters that failed within the last day.")
    deadlines_near: int = strawberry.field(description="Cases with a deadline within 7 days.")

    @classmethod
    def of(cls, found: reading.Today) -> Today:
        return cls(**asdict(found))


@strawberry.type
class Note(Node):
    row: strawberry.Private[note_rows.Note | note_rows.PrivilegedNote]
    #: Asked for by itself: then nothing else says that it was read.
    alone: strawberry.Private[bool]
    written_at: datetime
    privileged: bool

    @classmethod
    async def of(cls, info: Info, row: note_rows.Note | note_rows.PrivilegedNote, *, alone: bool = False) -> Note:
        privileged = isinstance(row, note_rows.PrivilegedNote)
        return cls(
            id=strawberry.ID(global_id("PrivilegedNote" if privileged else "Note", row.id)),
            row=row,
            alone=alone,
            written_at=row.created_at,
            privileged=privileged,
        )

    @strawberry.field
    async def body(self, info: Info) -> str:
        # Opened where it is asked for: what nobody reads is no view.
        if self.alone:
            await info.context.viewed(note_rows.Note, self.row.id, ["body"], case_id=self.row.case_id)
        return await info.context.opened(self.row, "body") or ""

    @strawberry.field
    async def author(self, info: Info) -> Person | None:
        return await people.person(info, self.row.author_id)


async def task_title(info: Info, row: task_rows.Task) -> str:
    """What is to be done: the house's words in the reader's language, a person's own as they stand."""
    said = await info.context.opened(row, "said")
    if said is not None:
        return tasks.in_language(said, await info.context.spoken())
    return await info.context.opened(row, "title") or ""


@strawberry.type
class Task(Node):
    row: strawberry.Private[task_rows.Task]
    revision: int
    due_at: datetime | None
    raised_by: str | None
    done_at: datetime | None

    @classmethod
    async def of(cls, info: Info, row: task_rows.Task) -> Task:
        return cls(
            id=strawberry.ID(global_id("Task", row.id)),
            row=row,
            revision=row.revision,
            due_at=row.due_at,
            raised_by=row.raised_by,
            done_at=row.done_at,
        )

    @strawberry.field
    async def title(self, info: Info) -> str:
        return await task_title(info, self.row)

    @strawberry.field
    async def case(self, info: Info) -> LaterCase | None:
        from api.types.cases import case

        return await case(info, self.row.case_id)

    @strawberry.field
    async def owner(self, info: Info) -> Person | None:
        return await people.person(info, self.row.owner_id)

    @strawberry.field
    async def done_by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.done_by_id)


@strawberry.type
class TaskEdge:
    node: Task
    cursor: str


@strawberry.type
class TaskConnection:
    edges: list[TaskEdge]
    page_info: PageInfo


@strawberry.type(description="One entry of the trail. Of restricted values it names the fields; `changes` opens them.")
class AuditEntry:
    row: strawberry.Private[audit_rows.AuditEntry]
    seq: str
    at: datetime
    act: str
    subject: str
    fields: list[str]
    door: Door = strawberry.field(description="Through which door they came.")

    @classmethod
    def of(cls, row: audit_rows.AuditEntry) -> AuditEntry:
        return cls(
            row=row,
            seq=str(row.seq),
            at=row.at,
            act=row.act,
            subject=row.subject,
            fields=row.fields,
            door=reading.door_of(row),
        )

    @strawberry.field(description="What it was before: of a case for its legal team.")
    async def before(self, info: Info) -> JSON | None:
        return self.row.before if await self._told(info) else None  # type: ignore[return-value]

    @strawberry.field(description="What it was then: of a case for its legal team.")
    async def after(self, info: Info) -> JSON | None:
        return self.row.after if await self._told(info) else None  # type: ignore[return-value]

    async def _told(self, info: Info) -> bool:
        """Of a case the admin is told who did what and when, and reads no field of it."""
        if self.row.case_id is None:
            return True
        seat = await info.context.seat(self.row.case_id)
        return seat is not None and seat.legal

    @strawberry.field(
        description="Restricted fields, each with what it held before and after: for the case's legal team, as long as"
        " the case is kept."
    )
    async def changes(self, info: Info) -> JSON | None:
        row = self.row
        seat = await info.context.seat(row.case_id)
        if row.sealed is None or row.subject_id is None or seat is None or not seat.legal:
            return None
        changes = orjson.loads(await info.context.opened(row, "sealed", of=row.subject_id) or "null")
        await info.context.viewed(
            audit_rows.AuditEntry, row.subject_id, changes, case_id=row.case_id, organization_id=row.organization_id
        )
        return changes  # type: ignore[no-any-return]

    @strawberry.field(description="Why, where a reason is demanded; of break-glass for the case's legal team.")
    async def reason(self, info: Info) -> str | None:
        if self.row.act == "glass.broken" and self.row.case_id:
            seat = await info.context.seat(self.row.case_id)
            member = await info.context.row(team_rows.TeamMember, self.row.subject_id) if seat and seat.legal else None
            if member is not None and member.urgent_reason is not None:
                await viewed_urgent_reason(info, member)
                return await info.context.opened(member, "urgent_reason")
        return self.row.reason

    @strawberry.field(
        description="Whom or what it concerns: who joined or left the team, before whom a conflict wall stands, or"
        " which deadline it was."
    )
    async def concerns(self, info: Info) -> str | None:
        said = self.row.after or {}
        if self.row.act.startswith(OF_DEADLINES):
            one = await info.context.row(Deadline, self.row.subject_id) if await self._legal(info) else None
            if one is None:
                return None
            return deadline_called(one.said, one.due_on, one.due_at, one.time_zone, await info.context.spoken())
        if self.row.act not in CONCERNING:
            return None
        if said.get("person_id"):
            person = await info.context.row(person_rows.Person, UUID(said["person_id"]))
            return await info.context.opened(person, "name") if person else None
        if said.get("organization_id"):
            house = await info.context.row(organization_rows.Organization, UUID(said["organization_id"]))
            return house.name if house else None
        return None

    @strawberry.field(description="Of a deadline that moved or fell away: why. For the case's legal team.")
    async def why_moved(self, info: Info) -> WhyMoved | None:
        why = (self.row.after or {}).get("why") if self.row.act.startswith(OF_DEADLINES) else None
        return WhyMoved(why) if why and await self._legal(info) else None

    async def _legal(self, info: Info) -> bool:
        seat = await info.context.seat(self.row.case_id)
        return seat is not None and seat.legal

    @strawberry.field(description="A person's name, or what acted.")
    async def by(self, info: Info) -> str:
        if self.row.actor_kind is ActorKind.PERSON:
            person = await info.context.row(person_rows.Person, self.row.actor_id)
            return (await info.context.opened(person, "name") or "") if person else "someone no longer here"
        return {"invitation": "the invited person", "feed": "a calendar", "shift": "a date checker"}.get(
            self.row.actor_name or "", "Presencia itself"
        )


@strawberry.type
class AuditEdge:
    node: AuditEntry
    cursor: str


@strawberry.type
class AuditConnection:
    edges: list[AuditEdge]
    page_info: PageInfo


@strawberry.type(description="All that one person saw of a record through one door.")
class Seen:
    by: str = strawberry.field(description="A person's name, or what acted.")
    organization: str | None = strawberry.field(
        description="Their organization; of anybody else their office, or as what they are told."
    )
    door: Door
    times: int
    first_at: datetime
    last_at: datetime
    fields: list[str]
    urgent_reason: str | None = strawberry.field(
        description="Why they opened the case without being on its team: for its legal team."
    )

    @classmethod
    def of(cls, seen: reading.Seen, language: str) -> Seen:
        where = statements.as_whom(seen)
        return cls(
            by=statements.called(seen),
            organization=where.said(language) if isinstance(where, Sentence) else where,
            door=seen.door,
            times=seen.times,
            first_at=seen.first_at,
            last_at=seen.last_at,
            fields=seen.fields,
            urgent_reason=seen.urgent_reason,
        )


async def trail_of(
    info: Info, record_id: UUID, first: int, after: str | None, wanted: TrailFilter | None = None
) -> AuditConnection:
    """Who changed or saw a record."""
    page = await info.context.read(reading.audit, record_id, first=first, cursor=after, wanted=wanted or TrailFilter())
    return AuditConnection(edges=edges(page, AuditEdge, AuditEntry.of), page_info=PageInfo.of(page))


@strawberry.type
class WorkOfCase(OfCase):
    """What is written down about it, and what is to be done."""

    @strawberry.field
    async def notes(self, info: Info) -> list[Note]:
        rows = await info.context.children(note_rows.Note, "case_id", self.row.id, "-id")
        if rows:
            await self.viewed(info, note_rows.Note, ["body"])
        return [await Note.of(info, row) for row in rows]

    @strawberry.field(description="Null: the attorneys' compartment is closed to this seat.")
    async def privileged_notes(self, info: Info) -> list[Note] | None:
        seat = await info.context.seat(self.row.id)
        if seat is None or not seat.counsel:
            return None
        rows = await info.context.children(note_rows.PrivilegedNote, "case_id", self.row.id, "-id")
        if rows:
            await self.viewed(info, note_rows.PrivilegedNote, ["body"])
        return [await Note.of(info, row) for row in rows]

    @strawberry.field(
        description="What happened, and who saw it, the latest first; by whom, from an instant until before another,"
        " and about what, where that is said."
    )
    async def trail(
        self,
        info: Info,
        person_id: strawberry.ID | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        topic: TrailTopic | None = None,
        first: int = 50,
        after: str | None = None,
    ) -> AuditConnection | None:
        seat = await info.context.seat(self.row.id)
        if seat is None or not allows(seat, Act.READ_AUDIT):
            return None
        # An id that is nobody's wrote nothing.
        person = parts(person_id)[1] if person_id is not None else None
        return await trail_of(info, self.row.id, first, after, TrailFilter(person, since, until, topic))

    @strawberry.field
    async def tasks(self, info: Info, open_only: bool = False) -> list[Task]:
        rows = await info.context.children(task_rows.Task, "case_id", self.row.id, "due_at", "id")
        return [await Task.of(info, row) for row in rows if row.done_at is None or not open_only]
