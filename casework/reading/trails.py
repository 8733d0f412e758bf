"""Who saw this record? Told by person and time, for whoever may ask (DOMAIN §3.3): the admin, the attorney of record,
the coordinator of the lead organization; and through them the client.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, BigInteger, ColumnElement, any_, case, func, literal, select, text

from casework import access, names
from casework.access import Act
from casework.actors import LinkKind
from casework.language import Sentence
from casework.refusals import NotFound
from casework.transaction import Transaction
from schema.audit import ActorKind, AuditEntry
from schema.base import Sealed
from schema.cases import Case
from schema.organizations import Organization
from schema.people import Person, PersonKind
from schema.teams import TeamMember

#: Minutes, from which on a number is said, and after which it helps nobody.
_A_WHILE, _LONG = 1.5, 90
#: More people than these never looked at one record.
_MOST = 500


class Door(StrEnum):
    """Through which door somebody looked."""

    PAGE = "page"
    #: A calendar address of theirs showed it.
    CALENDAR = "calendar"
    #: The page behind a link.
    LINK = "link"
    EXPORT = "export"
    #: The house itself: the worker, or whoever runs the deployment.
    HOUSE = "house"


class TrailTopic(StrEnum):
    """What an entry is about, as somebody looks for it."""

    CASE = "case"
    HEARINGS = "hearings"
    CUSTODY = "custody"
    REPRESENTATION = "representation"
    CONSENTS = "consents"
    ACTIONS = "actions"
    DEADLINES = "deadlines"
    TASKS = "tasks"
    DOCUMENTS = "documents"
    CONTACT = "contact"


#: The first word of the acts of each. What is of none is found by person and day.
_OF_TOPIC: dict[TrailTopic, tuple[str, ...]] = {
    TrailTopic.CASE: ("case", "client", "report", "operation", "hold", "spreadsheet"),
    TrailTopic.HEARINGS: ("hearing", "proceeding", "date_check", "court_access", "decision", "outcome", "change"),
    TrailTopic.CUSTODY: ("custody", "detainer", "bond", "habeas", "incident"),
    TrailTopic.REPRESENTATION: (
        "assignment", "appearance", "conflict", "conflict_sheet", "wall", "team", "seat", "supervision", "glass",
    ),
    TrailTopic.CONSENTS: ("consent", "clearance", "retraction", "statement"),
    TrailTopic.ACTIONS: (
        "action", "invitation", "seats", "arrival", "attendance", "walk_ins", "company", "public_page",
    ),
    TrailTopic.DEADLINES: ("deadline",),
    TrailTopic.TASKS: ("task",),
    TrailTopic.DOCUMENTS: ("document", "file"),
    TrailTopic.CONTACT: ("visit", "call", "check_in", "note", "contact", "preparedness"),
}  # fmt: skip


def of_topic(row: Any, topic: TrailTopic) -> ColumnElement[bool]:
    """The entry is about that."""
    found: ColumnElement[bool] = func.split_part(row.act, ".", 1).in_(_OF_TOPIC[topic])
    return found


@dataclass(frozen=True, slots=True)
class TrailFilter:
    """Which entries somebody looks for: whose, of which days, about what. What is None narrows nothing."""

    person_id: UUID | None = None
    since: datetime | None = None
    until: datetime | None = None
    topic: TrailTopic | None = None


EVERYTHING = TrailFilter()


@dataclass(frozen=True, slots=True)
class Seen:
    """All that one person saw of a record through one door."""

    #: None: somebody who was erased since, or the house itself.
    name: str | None
    organization: str | None
    #: What they are to the house, and the public office they hold, where the asker meets them.
    kind: PersonKind | None
    office: str | None
    #: A date checker, on a shift: nobody knows them by name here.
    shift: bool
    door: Door
    times: int
    first_at: datetime
    last_at: datetime
    fields: list[str]
    #: Why they opened the case without being on its team: for the legal team.
    urgent_reason: str | None


def about(row: Any, record_id: Any) -> ColumnElement[bool]:
    """The entry is about this record, and the actor reads it: found by the index of records, behind the wall."""
    # The record may be a row of a statement further out: it is that one, not every row of its table.
    entries = select(func.trail_about(record_id)).correlate_except(None).scalar_subquery()
    found: ColumnElement[bool] = row.seq == any_(func.array(entries, type_=_SEQS))
    return found


_SEQS = ARRAY(BigInteger)


def door(row: Any) -> ColumnElement[str]:
    """Through which door the entry's actor came. Only the house itself writes which, where it is none of the page's."""
    return case(
        (row.actor_kind == ActorKind.SYSTEM, literal(Door.HOUSE.value)),
        (row.after.op("->>")("door").is_not(None), row.after.op("->>")("door")),
        (row.actor_kind == ActorKind.LINK, literal(Door.LINK.value)),
        else_=literal(Door.PAGE.value),
    )


def door_of(entry: AuditEntry) -> Door:
    """The same, of one entry."""
    if entry.actor_kind is ActorKind.SYSTEM:
        return Door.HOUSE
    if entry.after and "door" in entry.after:
        return Door(entry.after["door"])
    return Door.LINK if entry.actor_kind is ActorKind.LINK else Door.PAGE


async def permit_trail(tx: Transaction, record_id: UUID) -> None:
    """A case's trail is for whom the table of permissions names. Of other records the entries themselves are asked.
    Raises :class:`NotFound`.
    """
    case = await tx.session.get(Case, record_id)
    if case is not None:
        seat = (await access.seats(tx, [case.id])).get(case.id)
        roles = (await access.standing(tx)).roles_in(case.lead_organization_id)
        named = roles & access.PERMISSIONS[Act.READ_AUDIT].roles
        if not named and (seat is None or not access.allows(seat, Act.READ_AUDIT)):
            raise NotFound


async def case_by_number(tx: Transaction, said: str) -> UUID:
    """A case for whoever may ask who saw it without seeing it: the admin of the organization that leads it. Raises
    :class:`NotFound`.
    """
    found = await access.case_of_house(tx, said)
    if found is None:
        case_id = await tx.session.scalar(select(Case.id).where(Case.number == names.case_number_in(said)))
        if case_id is None:
            raise NotFound
        return case_id
    roles = (await access.standing(tx)).roles_in(found.lead)
    if not roles & access.PERMISSIONS[Act.READ_AUDIT].roles:
        await access.seen(tx, Case, found.case_id)
    return found.case_id


async def who_saw(tx: Transaction, record_id: UUID) -> list[Seen]:
    """Everybody who saw a record, by person and door; who looked last comes first. Raises :class:`NotFound`."""
    await permit_trail(tx, record_id)
    told = await _people(tx, record_id)
    known = await _known(tx, [person_id for person_id, _, _ in told.values()])
    reasons = await _urgent_reasons(tx, record_id)
    found = await tx.session.execute(_seen(await access.standing(tx), tx.now, record_id))
    listed = []
    for row in found:
        person_id, name, organization = told.get(row.actor_id, (None, None, None))
        kind, office = known.get(person_id, (None, None)) if person_id else (None, None)
        listed.append(
            Seen(
                name, organization, kind, office, row.actor_name == LinkKind.SHIFT.value, Door(row.door), row.times,
                row.first_at, row.last_at, sorted(row.fields or []), reasons.get(person_id) if person_id else None,
            )
        )  # fmt: skip
    return listed


def _seen(standing: access.Standing, now: datetime, record_id: UUID) -> Any:
    entries = (
        access.visible(standing, AuditEntry, now)
        .with_only_columns(
            AuditEntry.seq,
            AuditEntry.at,
            AuditEntry.actor_id,
            AuditEntry.actor_name,
            AuditEntry.fields,
            door(AuditEntry).label("door"),
        )
        .where(about(AuditEntry, record_id), AuditEntry.act.in_(["viewed", "exported"]))
        .cte("entries")
    )
    named = func.unnest(entries.c.fields).table_valued("field").render_derived("named")
    fields = (
        select(entries.c.actor_id, entries.c.door, func.array_agg(named.c.field.distinct()).label("fields"))
        .select_from(entries)
        .join(named, literal(True))
        .group_by(entries.c.actor_id, entries.c.door)
        .subquery("told")
    )
    people = (
        select(
            entries.c.actor_id, entries.c.door, func.count().label("times"), func.min(entries.c.at).label("first_at"),
            func.max(entries.c.at).label("last_at"), func.max(entries.c.actor_name).label("actor_name"),
        )
        .group_by(entries.c.actor_id, entries.c.door)
        .subquery("looked")
    )  # fmt: skip
    return (
        select(people, fields.c.fields)
        .join(
            fields,
            fields.c.actor_id.is_not_distinct_from(people.c.actor_id) & (fields.c.door == people.c.door),
            isouter=True,
        )
        .order_by(people.c.last_at.desc(), people.c.actor_id)
        .limit(_MOST)
    )


@dataclass(frozen=True, slots=True)
class LastChange:
    """Who changed a record last, and how many minutes ago."""

    name: str
    minutes: float

    def said(self, language: str) -> str:
        """What whoever comes second is told: who was first, and how long ago."""
        if self.minutes < _A_WHILE:
            sentence = Sentence(
                "{name} changed this a moment ago, after you opened it. Nothing of yours was saved yet.",
                name=self.name,
            )
        elif self.minutes <= _LONG:
            sentence = Sentence(
                "{name} changed this {minutes} minutes ago, after you opened it. Nothing of yours was saved yet.",
                name=self.name, minutes=round(self.minutes),
            )  # fmt: skip
        else:
            sentence = Sentence(
                "{name} changed this after you opened it. Nothing of yours was saved yet.", name=self.name
            )
        return sentence.said(language)


async def last_change(tx: Transaction, record_id: UUID) -> LastChange | None:
    """Who changed a record last: for whoever may read its trail, and meets whoever it was. Nothing for anybody else."""
    standing = await access.standing(tx)
    entry = await tx.session.scalar(
        access.visible(standing, AuditEntry, tx.now)
        .where(
            about(AuditEntry, record_id),
            AuditEntry.act.not_in(["viewed", "exported"]),
            AuditEntry.actor_kind == ActorKind.PERSON,
        )
        .order_by(AuditEntry.seq.desc())
        .limit(1)
    )
    if entry is None or entry.actor_id is None:
        return None
    person = await tx.session.scalar(access.visible(standing, Person, tx.now).where(Person.id == entry.actor_id))
    if person is None:
        return None
    name = await tx.opened(person, "name")
    return LastChange(name, (tx.now - entry.at).total_seconds() / 60) if name else None


async def _people(tx: Transaction, record_id: UUID) -> dict[UUID, tuple[UUID, str | None, str | None]]:
    """Who stands behind each actor, by name and organization."""
    asked = text("select actor_id, person_id, name, organization_id from trail_people(:record)")
    rows = (await tx.session.execute(asked, {"record": record_id})).all()
    names = {row.person_id: Sealed(bytes(row.name)) for row in rows if row.name is not None}
    await tx.unlock(names.values())
    organizations: dict[UUID, str] = {
        one.id: one.name
        for one in await tx.session.scalars(
            select(Organization).where(Organization.id.in_({row.organization_id for row in rows}))
        )
    }
    return {
        row.actor_id: (
            row.person_id,
            tx.vault.open(names[row.person_id], Person.__tablename__, "name", row.person_id)
            if row.person_id in names
            else None,
            organizations.get(row.organization_id),
        )
        for row in rows
    }


async def _known(tx: Transaction, people: list[UUID]) -> dict[UUID, tuple[PersonKind, str | None]]:
    """What they are, of those whom the asker meets in an address book."""
    met = access.visible(await access.standing(tx), Person, tx.now).where(Person.id.in_(people))
    return {one.id: (one.kind, one.office) for one in await tx.session.scalars(met)}


async def _urgent_reasons(tx: Transaction, record_id: UUID) -> dict[UUID, str]:
    """Why people opened this case without being on its team, for eyes of its legal team."""
    seat = (await access.seats(tx, [record_id])).get(record_id)
    if seat is None or not seat.legal:
        return {}
    opened: Sequence[TeamMember] = (
        await tx.session.scalars(
            access.visible(await access.standing(tx), TeamMember, tx.now)
            .where(TeamMember.case_id == record_id, TeamMember.urgent_reason.is_not(None))
            .order_by(TeamMember.began_at)
        )
    ).all()
    await tx.unlock([one.urgent_reason for one in opened])
    for one in opened:
        tx.viewed(TeamMember, one.id, ["urgent_reason"], case_id=one.case_id, organization_id=one.lead_organization_id)
    return {one.person_id: tx.open(one, "urgent_reason") or "" for one in opened}
