"""What is said of notes, tasks and the trail."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import orjson
from sqlalchemy import Text, Uuid, and_, case, cast, func, literal, or_

from casework import times
from casework.access.eyes import LEGAL, reaches
from casework.language import LANGUAGES, spoken
from casework.reading.cases import case_of
from casework.reading.deadlines import own_language, said_in
from casework.reading.facts import Expression, Noun, Shown, sealed
from casework.reading.people import person
from casework.reading.places import At
from casework.reading.reader import Reader
from casework.reading.trails import door
from casework.tasks import in_language
from schema.audit import ActorKind, AuditEntry
from schema.cases import Case
from schema.deadlines import Deadline, WhyMoved
from schema.notes import Note, PrivilegedNote
from schema.organizations import Organization
from schema.people import Person
from schema.tasks import Task
from schema.teams import TeamMember


def _note(noun: Noun, *, privileged: bool) -> None:
    noun.id()
    noun["body"] = sealed("body", empty="")
    noun["written_at"] = Expression(said=lambda at: at.row.created_at)
    noun["privileged"] = Expression(said=lambda at: literal(privileged))
    noun["author"] = person("author_id")


_note(Noun("Note", Note), privileged=False)
_note(Noun("PrivilegedNote", PrivilegedNote, graph="Note"), privileged=True)

TASK = Noun("Task", Task)
TASK.id()
TASK.columns("revision", "due_at", "raised_by", "done_at")


def task_title(reader: Reader, title: str, said: str | None, row: str, own: str | None) -> str:
    """What is to be done: the house's words in the reader's language, a person's own as they stand."""
    if said is None:
        return reader.opened(title, "tasks", "title", row)
    return in_language(reader.opened(said, "tasks", "said", row), reader.language or spoken(own or LANGUAGES[0]))


TASK["title"] = Expression(
    inputs={
        "title": lambda at: at.row.title,
        "said": lambda at: at.row.said,
        "row": lambda at: at.key,
        "own": own_language,
    },
    finish=lambda reader, _, *held: task_title(reader, *held),
)
TASK["case"] = case_of()
TASK["owner"] = person("owner_id")
TASK["done_by"] = person("done_by_id")

ENTRY = Noun("AuditEntry", AuditEntry)
ENTRY["seq"] = Expression(said=lambda at: cast(at.row.seq, Text))
ENTRY.columns("at", "act", "subject", "fields")
ENTRY["door"] = Expression(said=lambda at: func.upper(door(at.row)))


def _opened(at: At) -> Any:
    """The seat that somebody took without being asked, for its case's legal team."""
    return at.joined(
        TeamMember,
        lambda there: and_(
            there.id == case((at.row.act == "glass.broken", at.row.subject_id)), reaches(at.eyes, there, LEGAL)
        ),
    )


def _reason(reader: Reader, _: Any, said: str | None, cipher: str | None, seat: str | None) -> str | None:
    """Why, where a reason is demanded; break-glass's is sealed, and recorded as seen."""
    if not cipher or not seat:
        return said
    return reader.opened(cipher, "team_members", "urgent_reason", seat)


ENTRY["reason"] = Expression(
    inputs={
        "said": lambda at: at.row.reason,
        "cipher": lambda at: _opened(at).urgent_reason,
        "seat": lambda at: _opened(at).id,
    },
    finish=_reason,
    shown=Shown(
        TeamMember,
        ("urgent_reason",),
        record=lambda at: _opened(at).id,
        case=lambda at: _opened(at).case_id,
        organization=lambda at: _opened(at).lead_organization_id,
        when=lambda at: _opened(at).urgent_reason.is_not(None),
    ),
)


def _legal(at: At) -> Any:
    """The entry is of a case on whose legal team the actor is."""
    theirs = at.joined(Case, lambda there: and_(there.id == at.row.case_id, reaches(at.eyes, there, LEGAL)))
    return theirs.id.is_not(None)


def _told(at: At) -> Any:
    """Of a case the admin is told who did what and when, and reads no field of it: days, amounts, grounds."""
    return or_(at.row.case_id.is_(None), _legal(at))


ENTRY["before"] = Expression(said=lambda at: at.row.before, only=_told)
ENTRY["after"] = Expression(said=lambda at: at.row.after, only=_told)


def _changes(reader: Reader, _: Any, cipher: str | None, about: str | None) -> Any:
    """What restricted fields held before and after: for the case's legal team."""
    if cipher is None or about is None:
        return None
    return orjson.loads(reader.opened(cipher, "audit_entries", "sealed", about))


ENTRY["changes"] = Expression(
    only=_legal,
    inputs={"sealed": lambda at: at.row.sealed, "about": lambda at: at.row.subject_id},
    finish=_changes,
    # The fields that an entry names beside what is sealed are those that are sealed.
    shown=Shown(
        AuditEntry,
        (),
        record=lambda at: at.row.subject_id,
        case=lambda at: at.row.case_id,
        organization=lambda at: at.row.organization_id,
        when=lambda at: and_(at.row.sealed.is_not(None), at.row.subject_id.is_not(None)),
        named=lambda at: func.to_json(at.row.fields),
    ),
)

_OTHERS = {"invitation": "the invited person", "feed": "a calendar", "shift": "a date checker"}


def _by(
    reader: Reader, _: Any, is_person: bool, actor_name: str | None, cipher: str | None, person_id: str | None
) -> str:
    """A person's name, or what acted."""
    if is_person:
        return reader.opened(cipher, "people", "name", person_id) if cipher and person_id else "someone no longer here"
    return _OTHERS.get(actor_name or "", "Presencia itself")


def _actor(at: At) -> Any:
    return at.joined(Person, lambda there: there.id == case((at.row.actor_kind == ActorKind.PERSON, at.row.actor_id)))


ENTRY["by"] = Expression(
    inputs={
        "is person": lambda at: at.row.actor_kind == ActorKind.PERSON,
        "actor name": lambda at: at.row.actor_name,
        "name": lambda at: _actor(at).name,
        "person": lambda at: _actor(at).id,
    },
    finish=_by,
)

#: Acts on deadlines: which one it was, its name tells.
OF_DEADLINES = "deadline."
#: Acts whose line says nothing without a name.
CONCERNING = ("team.joined", "team.left", "wall.raised", "wall.lifted", "case.sharing_stopped")


def _about(at: At, which: str) -> Any:
    return case((at.row.act.in_(CONCERNING), cast(at.row.after.op("->>")(which), Uuid)))


def _somebody(at: At) -> Any:
    return at.joined(Person, lambda there: there.id == _about(at, "person_id"))


def _house(at: At) -> Any:
    return at.joined(Organization, lambda there: there.id == _about(at, "organization_id"))


def _deadline(at: At) -> Any:
    """The deadline of which the entry tells, for its case's legal team."""
    return at.joined(
        Deadline,
        lambda there: and_(
            there.id == case((at.row.act.startswith(OF_DEADLINES), at.row.subject_id)), reaches(at.eyes, there, LEGAL)
        ),
    )


def deadline_called(
    said: dict[str, Any], due_on: date | None, due_at: datetime | None, time_zone: str, language: str
) -> str | None:
    """Which deadline it is: what its rule is called, and the day. None: the court's, which no rule of ours knows."""
    name: str | None = said_in(said, language).get("name")
    if name is None:
        return None
    if due_at is not None:
        return f"{name} ({times.said_shortly(due_at, time_zone, language)})"
    return f"{name} ({times.full_day(due_on, language)})" if due_on else name


def _concerns(
    reader: Reader,
    _: Any,
    cipher: str | None,
    person_id: str | None,
    house: str | None,
    said: dict[str, Any] | None,
    due_on: str | None,
    due_at: str | None,
    time_zone: str | None,
    own: str | None,
) -> str | None:
    """Who joined or left, before whom a wall stands, or which deadline it was."""
    if said is not None and time_zone is not None:
        return deadline_called(
            said,
            date.fromisoformat(due_on) if due_on else None,
            datetime.fromisoformat(due_at) if due_at else None,
            time_zone,
            reader.language or spoken(own or LANGUAGES[0]),
        )
    return reader.opened(cipher, "people", "name", person_id) if cipher and person_id else house


ENTRY["concerns"] = Expression(
    inputs={
        "name": lambda at: _somebody(at).name,
        "person": lambda at: _somebody(at).id,
        "house": lambda at: _house(at).name,
        "said": lambda at: _deadline(at).said,
        "due on": lambda at: _deadline(at).due_on,
        "due at": lambda at: _deadline(at).due_at,
        "time zone": lambda at: _deadline(at).time_zone,
        "own": own_language,
    },
    finish=_concerns,
)


def _why(_: Reader, __: Any, word: str | None) -> str | None:
    return WhyMoved(word).name if word else None


ENTRY["why_moved"] = Expression(
    only=_legal,
    inputs={"why": lambda at: case((at.row.act.startswith(OF_DEADLINES), at.row.after.op("->>")("why")))},
    finish=_why,
)
