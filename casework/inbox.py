"""The inbox: what concerns one person, read from the records when they look, and what they said of it.

Nothing is written when something happens: a change, a letter, a task and an answer are entries already. So an entry
about a case that somebody may no longer see is gone with it, whatever it said before; and what they marked is theirs
alone to read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Integer, Select, Text, Uuid, and_, bindparam, cast, exists, func, literal, or_, select, union_all
from sqlalchemy import case as sql_case
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import aliased

from casework import access, times
from casework.access import Act, Eyes
from casework.access.eyes import value_of
from casework.reading.places import Loom
from casework.refusals import Invalid, NotFound
from casework.transaction import Transaction
from casework.written import Written, written
from schema.advocacy import AdvocacyAction
from schema.assignments import Assignment
from schema.base import new_id
from schema.cases import Case
from schema.changes import Acknowledgement, Change
from schema.hearings import Hearing
from schema.inbox import InboxKind, InboxMark
from schema.invitations import Invitation, InvitationState
from schema.notices import LetterKind, Notice, NoticeState
from schema.organizations import Organization
from schema.people import Person
from schema.spreadsheets import OVER, Spreadsheet
from schema.tasks import UNANSWERED, Task
from schema.teams import TeamMember

#: How far back entries reach. What still waits then is a task, and tasks have a page.
REACHES = timedelta(days=30)
#: Entries told at once, and marked at once.
MOST = 100
#: When what was put off is there again, on the wall of the reader's organization.
MORNING = time(8)
#: Letters that are news to whoever works here. What changed of a date is an entry of its own, not its letter.
LETTERS = (
    LetterKind.ASSIGNMENT_OFFERED, LetterKind.ASSIGNED, LetterKind.GLASS_BROKEN, LetterKind.REPORT_WAITING,
    LetterKind.REPORT_DECLINED, LetterKind.RESPONDER_CALLED,
)  # fmt: skip
#: Of these, whatever waits stands on one page.
_ON_ONE_PAGE = (LetterKind.ASSIGNMENT_OFFERED, LetterKind.REPORT_WAITING, LetterKind.REPORT_DECLINED)
_ANSWERS = (InvitationState.COMING, InvitationState.MAYBE, InvitationState.NOT_COMING)


class Mark(StrEnum):
    """What somebody says of an entry."""

    READ = "read"
    UNREAD = "unread"
    TOMORROW = "tomorrow"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that concerns the reader: where it is read from, and whether they have read it."""

    kind: InboxKind
    record_id: UUID
    at: datetime
    read: bool
    snoozed_until: datetime | None
    #: What it is about: entries that say the same are one matter to whoever reads them. Opaque.
    about: str


async def inbox(tx: Transaction, *, first: int = MOST) -> list[Entry]:
    """What concerns the actor, the latest first; what was put off until later comes last."""
    if tx.person_id is None:
        return []
    asked, standing = _asked(), await access.standing(tx)
    acting = {name: value_of(name, standing, tx.now) for name in asked.names if name != "given_first"}
    return [
        Entry(InboxKind(kind), record, at, read_at is not None, snoozed if waits else None, about)
        for kind, record, at, read_at, snoozed, waits, about in await tx.rows(
            asked, given_first=max(1, min(first, MOST)), **acting
        )
    ]


@cache
def _asked() -> Written:
    """The statement, made once: every open page asks it every half minute."""
    eyes = Loom()
    sources = (_changes, _letters, _tasks, _answers, _answers_to_led, _imports)
    entries = union_all(*(source(eyes) for source in sources)).subquery("entries")
    mark = aliased(InboxMark)
    later = func.coalesce(mark.snoozed_until > eyes.now, False)
    return written(
        select(
            entries.c.kind, entries.c.record_id, entries.c.at, mark.read_at, mark.snoozed_until, later,
            # Ids of records that the reader may not see are no part of it.
            func.md5(entries.c.about),
        )
        .join(
            mark,
            and_(mark.person_id == eyes.person, mark.kind == entries.c.kind, mark.record_id == entries.c.record_id),
            isouter=True,
        )
        .order_by(later, entries.c.at.desc(), entries.c.record_id)
        .limit(bindparam("given_first", None, Integer()))
    )  # fmt: skip


async def mark_entries(tx: Transaction, entries: Sequence[tuple[InboxKind, UUID]], mark: Mark) -> list[Entry]:
    """Say of entries of one's own that they were read, that they were not, or that they come back tomorrow. What
    is no entry of the actor's is left aside. Raises :class:`Invalid`, and :class:`NotFound` when none of them is.
    """
    await _permitted(tx)
    if not 1 <= len(entries) <= MOST:
        raise Invalid("entries", "Choose between 1 and {most} entries.", most=MOST)
    wanted = set(entries)
    theirs = [one for one in await inbox(tx) if (one.kind, one.record_id) in wanted]
    if not theirs:
        raise NotFound
    person = await tx.session.get_one(Person, tx.somebody)
    house = await tx.session.get_one(Organization, person.organization_id)
    read_at = tx.now if mark is Mark.READ else None
    snoozed = _tomorrow(tx.now, house.time_zone) if mark is Mark.TOMORROW else None
    said = insert(InboxMark).values(
        [
            {
                "id": new_id(), "organization_id": person.organization_id, "person_id": person.id,
                "kind": one.kind, "record_id": one.record_id, "read_at": read_at, "snoozed_until": snoozed,
                "marked_at": tx.now, "created_at": tx.now,
            }
            for one in theirs
        ]
    )  # fmt: skip
    await tx.session.execute(
        said.on_conflict_do_update(
            index_elements=["person_id", "kind", "record_id"],
            set_={"read_at": read_at, "snoozed_until": snoozed, "marked_at": tx.now},
        )
    )
    tx.record("inbox.marked", person, after={"entries": len(theirs), "mark": mark.value})
    return [
        Entry(one.kind, one.record_id, one.at, mark is Mark.READ, snoozed if mark is Mark.TOMORROW else None, one.about)
        for one in theirs
    ]


async def _permitted(tx: Transaction) -> None:
    standing = await access.standing(tx)
    for organization_id in standing.organizations():
        await access.permit_in_organization(tx, organization_id, Act.MARK_ENTRIES)


def _tomorrow(now: datetime, zone: str) -> datetime:
    return times.days_before_at(now, zone, -1, MORNING)


def _entry(kind: InboxKind, model: Any, at: Any, about: Any) -> list[Any]:
    said = func.concat(kind.value, ":", about)
    return [literal(kind.value).label("kind"), model.id.label("record_id"), at.label("at"), said.label("about")]


def _seen(eyes: Eyes, model: type[Any], kind: InboxKind, at: Any, about: Any) -> Select[Any]:
    """Of rows that the actor may see now, those since when entries reach."""
    entry = _entry(kind, model, at, about)
    return select(*entry).where(access.VISIBLE[model](eyes, model), at > eyes.now - REACHES)


def _changes(eyes: Eyes) -> Select[Any]:
    """A date changed, by somebody else, that they were told of, or whose case or action is theirs."""
    me = eyes.person
    told = exists().where(Acknowledgement.change_id == Change.id, Acknowledgement.person_id == me)
    seated = exists().where(
        TeamMember.case_id == Change.case_id,
        TeamMember.person_id == me,
        or_(TeamMember.until.is_(None), TeamMember.until > eyes.now),
    )
    coordinates = exists().where(Case.id == Change.case_id, Case.coordinator_id == me)
    leads = exists().where(AdvocacyAction.occasion_id == Change.occasion_id, AdvocacyAction.lead_id == me)
    # What follows a hearing moved with it: the two are one matter.
    around = (
        select(Hearing.occasion_id)
        .join(AdvocacyAction, AdvocacyAction.hearing_id == Hearing.id)
        .where(AdvocacyAction.occasion_id == Change.occasion_id)
        .limit(1)
        .scalar_subquery()
    )
    found = _seen(eyes, Change, InboxKind.CHANGE, Change.at, func.coalesce(around, Change.occasion_id))
    return found.where(Change.by_id.is_distinct_from(me), or_(told, seated, coordinates, leads))


def _letters(eyes: Eyes) -> Select[Any]:
    """One entry for one matter, however many channels it went on. A letter may be read by whoever it was written to;
    of its case it says something only to whoever still sees that, or the offer it is about.
    """
    case, offer = exists().where(Case.id == Notice.case_id), exists().where(Assignment.id == Notice.assignment_id)
    found = _seen(eyes, Notice, InboxKind.LETTER, Notice.due_at, Notice.id)
    # Whatever waits on one page is one matter; what happened with a case is one for each; a call is one by itself.
    of_case = func.coalesce(cast(Notice.case_id, Text), cast(func.min(cast(Notice.id, Text)), Text))
    matter = sql_case((Notice.kind.in_(_ON_ONE_PAGE), ""), else_=of_case)
    return (
        found.with_only_columns(
            literal(InboxKind.LETTER.value).label("kind"),
            cast(func.min(cast(Notice.id, Text)), Uuid).label("record_id"),
            func.min(Notice.due_at).label("at"),
            func.concat(InboxKind.LETTER.value, ":", Notice.kind, ":", matter).label("about"),
        )
        .where(
            Notice.person_id == eyes.person,
            Notice.due_at <= eyes.now,
            Notice.kind.in_(LETTERS),
            Notice.state.not_in([NoticeState.SUPERSEDED]),
            or_(
                Notice.case_id.is_(None),
                case.where(access.VISIBLE[Case](eyes, Case)),
                offer.where(access.VISIBLE[Assignment](eyes, Assignment)),
            ),
        )
        .group_by(Notice.kind, Notice.case_id, Notice.occasion_id, Notice.assignment_id, Notice.due_at)
    )


def _tasks(eyes: Eyes) -> Select[Any]:
    """A task that is theirs, until it is done."""
    # What the house raises for many cases alike is one matter; whoever is to be called, one for each case.
    called = func.concat(UNANSWERED, ":", func.coalesce(Task.case_id, Task.id))
    alike = sql_case((Task.raised_by == UNANSWERED, called), else_=func.coalesce(Task.raised_by, cast(Task.id, Text)))
    return _seen(eyes, Task, InboxKind.TASK, Task.created_at, alike).where(
        Task.owner_id == eyes.person, Task.done_at.is_(None), Task.created_by_id.is_distinct_from(eyes.person)
    )


def _answers(eyes: Eyes) -> Select[Any]:
    """Somebody answered an invitation that they made."""
    return _answered(eyes).where(Invitation.invited_by_id == eyes.person)


def _answers_to_led(eyes: Eyes) -> Select[Any]:
    """Somebody answered an invitation that another made, to an action that they lead. Apart, so that each is found by
    an index.
    """
    return (
        _answered(eyes)
        .join(AdvocacyAction, AdvocacyAction.occasion_id == Invitation.occasion_id)
        .where(AdvocacyAction.lead_id == eyes.person, Invitation.invited_by_id.is_distinct_from(eyes.person))
    )


def _answered(eyes: Eyes) -> Select[Any]:
    return _seen(eyes, Invitation, InboxKind.ANSWER, Invitation.answered_at, Invitation.occasion_id).where(
        Invitation.state.in_(_ANSWERS), Invitation.person_id != eyes.person
    )


def _imports(eyes: Eyes) -> Select[Any]:
    """An import that they started has ended: nobody stays to watch ten thousand rows."""
    return _seen(eyes, Spreadsheet, InboxKind.IMPORT, Spreadsheet.finished_at, Spreadsheet.id).where(
        Spreadsheet.brought_by_id == eyes.person, Spreadsheet.state.in_(OVER)
    )


__all__ = ["LETTERS", "MORNING", "MOST", "REACHES", "Entry", "Mark", "inbox", "mark_entries"]
