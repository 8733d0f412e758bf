"""Tasks: what a named human has to do next. The house raises some itself, each matter once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection
from datetime import datetime
from uuid import UUID

import orjson
from sqlalchemy import select

from casework import access
from casework.access import Act
from casework.language import LANGUAGES, Sentence, spoken
from casework.refusals import Invalid, NotAllowedByState
from casework.transaction import Transaction
from schema.advocacy import AdvocacyAction
from schema.base import new_id
from schema.cases import Case
from schema.people import Person
from schema.tasks import Task

#: Letters of what is to be done: a line of a list that many read.
_LONGEST = 500


async def add_task(
    tx: Transaction,
    organization_id: UUID,
    *,
    title: str,
    case_id: UUID | None = None,
    owner_id: UUID | None = None,
    due_at: datetime | None = None,
    action_id: UUID | None = None,
) -> Task:
    """Add a task, for oneself when no owner is named. A :class:`Sentence` is the house's own words, which everybody
    reads in their language. One of an advocacy action belongs to the action's case, if it has one. Raises
    :class:`Invalid`.
    """
    if action_id is not None:
        action = await access.seen(tx, AdvocacyAction, action_id)
        if case_id not in (None, action.case_id):
            raise Invalid("actionId", "That action belongs to another case.")
        case_id, organization_id = action.case_id, action.organization_id
    case = await access.case_for(tx, case_id, Act.ADD_TASK) if case_id else None
    if case is None:
        await access.permit_in_organization(tx, organization_id, Act.SEE_PEOPLE)
    text = title if isinstance(title, Sentence) else title.strip()
    if not text:
        raise Invalid("title", "Say in a few words what is to be done.")
    if len(text) > _LONGEST:
        raise Invalid("title", "A task has at most {most} letters. Write a note for the rest.", most=_LONGEST)
    whose = owner_id or tx.person_id
    if whose is None:
        raise Invalid("ownerId", "Say whose task it is.")
    owner = await access.seen(tx, Person, whose)
    if case is not None:
        await access.refuse_walled(tx, case.id, owner.id, "ownerId")
    task = await _new(tx, case, organization_id, text, owner, due_at)
    task.action_id = action_id
    task.created_by_id = tx.person_id
    await tx.session.flush()
    tx.record("task.added", task, case=case, after={"owner_id": task.owner_id, "due_at": due_at})
    return task


async def raise_once(
    tx: Transaction,
    case: Case,
    key: str,
    title: Sentence,
    due_at: datetime | None = None,
    *,
    owner: Person | None = None,
    action_id: UUID | None = None,
) -> Task | None:
    """Raise a matter for whoever looks after the case, or another ``owner``, unless it was raised before. ``key``
    starts with its kind. ``action_id``: it is a task of this action, for whoever plans it to read.
    """
    known = await tx.session.scalar(select(Task.id).where(Task.raised_key == key))
    if known is not None:
        return None
    if owner is None and case.coordinator_id:
        owner = await tx.session.get(Person, case.coordinator_id)
    return await _raised(tx, case, key, title, owner, due_at, action_id)


async def raise_for(
    tx: Transaction, case: Case, owner: Person, key: str, title: Sentence, due_at: datetime | None = None
) -> Task | None:
    """The same for somebody in particular, such as the case's counsel."""
    if await tx.session.scalar(select(Task.id).where(Task.raised_key == key)) is not None:
        return None
    return await _raised(tx, case, key, title, owner, due_at)


async def _raised(
    tx: Transaction, case: Case, key: str, title: Sentence, owner: Person | None, due_at: datetime | None,
    action_id: UUID | None = None,
) -> Task:  # fmt: skip
    task = await _new(tx, case, case.lead_organization_id, title, owner, due_at)
    task.action_id = action_id
    task.raised_by, task.raised_key = key.partition(":")[0], key
    await tx.session.flush()
    tx.record("task.raised", task, case=case, after={"raised_by": task.raised_by, "owner_id": task.owner_id})
    return task


async def settle(tx: Transaction, case: Case, matter: str) -> None:
    """What the house raised about a matter has been seen to, whoever did it. ``matter`` is how the keys begin."""
    still_open = await tx.session.scalars(
        select(Task)
        .where(Task.case_id == case.id, Task.done_at.is_(None), Task.raised_key.startswith(matter, autoescape=True))
        .order_by(Task.id)
        .with_for_update()
    )
    for task in still_open:
        task.done_at, task.done_by_id = tx.now, tx.person_id
        task.revision += 1
        tx.record("task.completed", task, case=case)
    await tx.session.flush()


async def end_of_action(tx: Transaction, action_id: UUID) -> None:
    """An action is called off: nothing has to be done for it any more."""
    still_open = select(Task).where(Task.action_id == action_id, Task.done_at.is_(None)).order_by(Task.id)
    for task in list(await tx.session.scalars(still_open.with_for_update())):
        task.done_at = tx.now
        task.revision += 1
        await tx.session.flush()
        tx.record("task.completed", task, after={"reason": "overtaken"})


async def raise_in_organization(
    tx: Transaction, organization_id: UUID, key: str, title: Sentence, owner: Person, due_at: datetime,
    *, action_id: UUID | None = None,
) -> Task | None:  # fmt: skip
    """Raise a matter of no case for one person of an organization, unless it was raised before."""
    if await tx.session.scalar(select(Task.id).where(Task.raised_key == key)) is not None:
        return None
    task = await _new(tx, None, organization_id, title, owner, due_at)
    task.action_id = action_id
    task.raised_by, task.raised_key = key.partition(":")[0], key
    await tx.session.flush()
    tx.record("task.raised", task, after={"raised_by": task.raised_by, "owner_id": owner.id})
    return task


def in_words_of(owner: Person | None, title: str) -> str:
    """A task the house raises reads like a letter to its owner (docs/decisions/0010)."""
    return title.said(owner.language) if owner and isinstance(title, Sentence) else title


def in_every_language(title: str) -> str | None:
    """The same for whoever else reads it: the house's words in each language of the page. None for a person's own."""
    if not isinstance(title, Sentence):
        return None
    return orjson.dumps({language: title.said(language) for language in LANGUAGES}).decode()


def in_language(said: str, language: str) -> str:
    """What :func:`in_every_language` kept, for a reader of this language."""
    words: dict[str, str] = orjson.loads(said)
    return words.get(spoken(language)) or words[LANGUAGES[0]]


async def renew(tx: Transaction, case: Case, key: str, due_at: datetime) -> None:
    """Let the open task of an earlier matter of this kind stand for this one, so that nobody has two lists of one
    thing to do. ``key`` is "kind:which:what"; then :func:`raise_once` finds it raised.
    """
    kind, _, rest = key.partition(":")
    what = rest.rpartition(":")[2]
    still_open = await tx.session.scalars(
        select(Task)
        .where(Task.case_id == case.id, Task.raised_by == kind, Task.done_at.is_(None), Task.raised_key != key)
        .order_by(Task.id)
        .with_for_update()
    )
    for task in still_open:
        if task.raised_key and task.raised_key.endswith(f":{what}"):
            before = task.due_at
            task.raised_key, task.due_at = key, due_at
            task.revision += 1
            await tx.session.flush()
            tx.record("task.renewed", task, case=case, before={"due_at": before}, after={"due_at": due_at})
            return


async def end_overtaken(tx: Transaction, case: Case, begins: str, *, ends: str = "", but: str = "") -> None:
    """What was asked of somebody need not be done any more: open tasks of a case that the house raised under keys that
    begin and end so.
    """
    still_open = await tx.session.scalars(
        select(Task)
        .where(
            Task.case_id == case.id,
            Task.done_at.is_(None),
            Task.raised_by == begins.partition(":")[0],
            Task.raised_key.startswith(begins, autoescape=True),
            Task.raised_key.endswith(ends, autoescape=True),
            Task.raised_key != but,
        )
        .order_by(Task.id)
        .with_for_update()
    )
    for task in list(still_open):
        task.done_at = tx.now
        task.revision += 1
        await tx.session.flush()
        tx.record("task.completed", task, case=case, after={"reason": "overtaken"})


async def end_raised_but(tx: Transaction, case: Case, raised_by: str, begins: Collection[str]) -> None:
    """End the open tasks of a kind in a case, but those whose keys begin so: their matter waits still."""
    still_open = select(Task).where(Task.case_id == case.id, Task.done_at.is_(None), Task.raised_by == raised_by)
    for task in list(await tx.session.scalars(still_open.order_by(Task.id).with_for_update())):
        if not (task.raised_key or "").startswith(tuple(begins)):
            task.done_at = tx.now
            task.revision += 1
            await tx.session.flush()
            tx.record("task.completed", task, case=case, after={"reason": "overtaken"})


async def take_up_again(tx: Transaction, case: Case, key: str, due_at: datetime) -> Task | None:
    """What the house ended because it was overtaken is to be done after all: whatever overtook it was taken back. What
    somebody did stays done.
    """
    task = await tx.session.scalar(
        select(Task)
        .where(Task.case_id == case.id, Task.raised_key == key, Task.done_at.is_not(None), Task.done_by_id.is_(None))
        .with_for_update()
    )
    if task is None:
        return None
    task.done_at, task.due_at = None, due_at
    task.revision += 1
    await tx.session.flush()
    tx.record("task.reopened", task, case=case, after={"due_at": due_at})
    return task


async def end_raised(tx: Transaction, case: Case, key: str) -> None:
    """What the house asked for was done, or was overtaken: whoever was asked need not look."""
    task = await tx.session.scalar(select(Task).where(Task.raised_key == key, Task.done_at.is_(None)))
    if task is not None:
        task.done_at = tx.now
        task.revision += 1
        await tx.session.flush()
        tx.record("task.completed", task, case=case, after={"reason": "overtaken"})


async def end_what_waits_no_more(
    tx: Transaction, raised_by: str, waits: Callable[[Transaction, UUID], Awaitable[bool]], limit: int
) -> None:
    """End open tasks of this kind whose matter waits no more; its id is the second part of their key."""
    still_open = select(Task).where(Task.raised_by == raised_by, Task.done_at.is_(None)).order_by(Task.id).limit(limit)
    for task in list(await tx.session.scalars(still_open)):
        if not await waits(tx, UUID((task.raised_key or "").split(":")[1])):
            task.done_at = tx.now
            task.revision += 1
            tx.record("task.completed", task, after={"reason": "overtaken"})
    await tx.session.flush()


async def _new(
    tx: Transaction, case: Case | None, organization_id: UUID, title: str, owner: Person | None, due_at: datetime | None
) -> Task:
    keeper = case or owner
    if keeper is None:
        raise Invalid("ownerId", "A task belongs to a case or to somebody.")
    key_id = keeper.vault_key_id
    await tx.unlock([key_id])
    task_id = new_id()
    task = Task(
        id=task_id,
        organization_id=case.lead_organization_id if case else organization_id,
        case_id=case.id if case else None,
        title=tx.seal(Task, task_id, "title", key_id, in_words_of(owner, title)),
        said=tx.seal(Task, task_id, "said", key_id, in_every_language(title)),
        vault_key_id=key_id,
        owner_id=owner.id if owner else None,
        due_at=due_at,
    )
    tx.session.add(task)
    return task


async def complete_task(tx: Transaction, task_id: UUID, *, expected_revision: int) -> Task:
    """Mark a task done. It can be reopened."""
    task, case = await _task_for(tx, task_id)
    tx.expect(task, expected_revision)
    if task.done_at is not None:
        raise NotAllowedByState("This task is done already.")
    task.done_at, task.done_by_id = tx.now, tx.person_id
    tx.record("task.completed", task, case=case)
    return task


async def reopen_task(tx: Transaction, task_id: UUID, *, expected_revision: int) -> Task:
    """Take back that a task was done."""
    task, case = await _task_for(tx, task_id)
    tx.expect(task, expected_revision)
    if task.done_at is None:
        raise NotAllowedByState("This task is open.")
    task.done_at = task.done_by_id = None
    tx.record("task.reopened", task, case=case)
    return task


async def _task_for(tx: Transaction, task_id: UUID) -> tuple[Task, Case | None]:
    task = await access.seen(tx, Task, task_id)
    if task.case_id:
        return await access.record_for(tx, Task, task_id, Act.COMPLETE_TASK)
    await tx.session.refresh(task, with_for_update=True)
    return task, None
