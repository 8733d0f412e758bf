"""Mutations on notes, tasks and people."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

import strawberry

from api import nodes
from api.cases import shown
from api.context import Info
from api.refusals import Refused, verb
from api.types.cases import Case
from api.types.people import Person
from api.types.work import Note, Task
from casework import notes, people, reaching, tasks
from casework.access import Act
from schema import notes as note_rows
from schema import people as person_rows
from schema import tasks as task_rows
from schema.people import Channel, PersonKind


@strawberry.input
class WriteNoteInput:
    case_id: strawberry.ID
    body: str
    privileged: bool = False


@strawberry.type
class WriteNotePayload:
    note: Note
    case: Case


WriteNoteResult = Annotated[WriteNotePayload | Refused, strawberry.union("WriteNoteResult")]


@strawberry.input
class AddTaskInput:
    organization_id: strawberry.ID
    case_id: strawberry.ID | None = None
    action_id: strawberry.ID | None = strawberry.field(default=None, description="Of an advocacy action, and its case.")
    title: str
    owner_id: strawberry.ID | None = None
    due_at: datetime | None = None


@strawberry.type
class AddTaskPayload:
    task: Task


AddTaskResult = Annotated[AddTaskPayload | Refused, strawberry.union("AddTaskResult")]


@strawberry.input
class CompleteTaskInput:
    task_id: strawberry.ID
    expected_revision: int


@strawberry.type
class CompleteTaskPayload:
    task: Task


CompleteTaskResult = Annotated[CompleteTaskPayload | Refused, strawberry.union("CompleteTaskResult")]


@strawberry.input
class ReopenTaskInput:
    task_id: strawberry.ID
    expected_revision: int


@strawberry.type
class ReopenTaskPayload:
    task: Task


ReopenTaskResult = Annotated[ReopenTaskPayload | Refused, strawberry.union("ReopenTaskResult")]


@strawberry.input
class AddPersonInput:
    organization_id: strawberry.ID
    kind: PersonKind
    name: str
    office: str | None = None
    language: str = "en"
    time_zone: str | None = None
    email: str | None = None
    phone: str | None = None
    scheduler_for_id: strawberry.ID | None = None
    confirmed: bool = strawberry.field(
        default=False, description="It looks like somebody else's, and is right all the same."
    )


@strawberry.type
class AddPersonPayload:
    person: Person


@strawberry.input
class AddContactInput:
    person_id: strawberry.ID
    channel: Channel
    address: str
    confirmed: bool = False


@strawberry.type
class AddContactPayload:
    person: Person


AddContactResult = Annotated[AddContactPayload | Refused, strawberry.union("AddContactResult")]


@strawberry.input
class RemoveContactInput:
    contact_id: strawberry.ID


@strawberry.type
class RemoveContactPayload:
    person: Person


RemoveContactResult = Annotated[RemoveContactPayload | Refused, strawberry.union("RemoveContactResult")]


AddPersonResult = Annotated[AddPersonPayload | Refused, strawberry.union("AddPersonResult")]


async def _task(info: Info, task_id: UUID) -> Task:
    row = await info.context.row(task_rows.Task, task_id)
    if row is None:
        raise LookupError("The task is out of sight after the act.")
    return await Task.of(info, row)


@strawberry.type
class WorkMutations:
    @verb("Write a note, for the legal team or into the attorneys' compartment.")
    async def write_note(self, info: Info, input: WriteNoteInput) -> WriteNoteResult:
        async with info.context.transaction() as tx:
            row = await notes.write_note(tx, nodes.key("Case", input.case_id), input.body, privileged=input.privileged)
        fresh: note_rows.Note | note_rows.PrivilegedNote | None
        if input.privileged:
            fresh = await info.context.row(note_rows.PrivilegedNote, row.id)
        else:
            fresh = await info.context.row(note_rows.Note, row.id)
        return WriteNotePayload(note=await Note.of(info, fresh or row), case=await shown(info, row.case_id))

    @verb("Add a task.")
    async def add_task(self, info: Info, input: AddTaskInput) -> AddTaskResult:
        async with info.context.transaction() as tx:
            row = await tasks.add_task(
                tx,
                nodes.key("Organization", input.organization_id),
                title=input.title,
                case_id=nodes.optional_key("Case", input.case_id),
                owner_id=nodes.optional_key("Person", input.owner_id),
                due_at=input.due_at,
                action_id=nodes.optional_key("AdvocacyAction", input.action_id),
            )
        return AddTaskPayload(task=await _task(info, row.id))

    @verb("Mark a task done.")
    async def complete_task(self, info: Info, input: CompleteTaskInput) -> CompleteTaskResult:
        async with info.context.transaction() as tx:
            row = await tasks.complete_task(
                tx, nodes.key("Task", input.task_id), expected_revision=input.expected_revision
            )
        return CompleteTaskPayload(task=await _task(info, row.id))

    @verb("Take back that a task was done.", Act.COMPLETE_TASK)
    async def reopen_task(self, info: Info, input: ReopenTaskInput) -> ReopenTaskResult:
        async with info.context.transaction() as tx:
            row = await tasks.reopen_task(
                tx, nodes.key("Task", input.task_id), expected_revision=input.expected_revision
            )
        return ReopenTaskPayload(task=await _task(info, row.id))

    @verb("Put somebody into the organization's address book.")
    async def add_person(self, info: Info, input: AddPersonInput) -> AddPersonResult:
        async with info.context.transaction() as tx:
            row = await people.add_person(
                tx,
                nodes.key("Organization", input.organization_id),
                kind=input.kind,
                name=input.name,
                office=input.office,
                language=input.language,
                time_zone=input.time_zone,
                email=input.email,
                phone=input.phone,
                scheduler_for_id=nodes.optional_key("Person", input.scheduler_for_id),
                confirmed=input.confirmed,
            )
        fresh = await info.context.row(person_rows.Person, row.id)
        return AddPersonPayload(person=Person.of(fresh or row))

    @verb("Add one more way to reach somebody: an address, a telephone for texts, or a chat.", act=Act.KEEP_CONTACTS)
    async def add_contact(self, info: Info, input: AddContactInput) -> AddContactResult:
        settings = info.context.settings
        async with info.context.transaction() as tx:
            row = await reaching.add_contact(
                tx,
                nodes.key("Person", input.person_id),
                input.channel,
                input.address,
                chat_hosts=settings.chats_at if settings.chat else None,
                confirmed=input.confirmed,
            )
        return AddContactPayload(person=await _person(info, row.person_id))

    @verb("Take one of somebody's addresses away.", act=Act.KEEP_CONTACTS)
    async def remove_contact(self, info: Info, input: RemoveContactInput) -> RemoveContactResult:
        async with info.context.transaction() as tx:
            row = await reaching.remove_contact(tx, nodes.key("Contact", input.contact_id))
        return RemoveContactPayload(person=await _person(info, row.id))


async def _person(info: Info, person_id: UUID) -> Person:
    row = await info.context.row(person_rows.Person, person_id)
    if row is None:
        raise LookupError("The person is out of sight after the act.")
    return Person.of(row)
