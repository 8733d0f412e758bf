"""The other lists: calendar, people, actions, offers, messages, tasks, places, and the trail of a record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import and_, exists, func, or_, select

from casework import access
from casework.reading.address_book import could_join, people_named
from casework.reading.matches import PossibleMatch, possible_matches
from casework.reading.messages import is_at
from casework.reading.occasions import addressed_to
from casework.reading.page import Page, checked, keyset, words
from casework.reading.seeking import InTransaction
from casework.reading.trails import EVERYTHING, TrailFilter, about, of_topic, permit_trail
from casework.refusals import Invalid
from casework.transaction import Transaction
from schema.advocacy import ActionState, AdvocacyAction
from schema.assignments import STANDING, Assignment, AssignmentState
from schema.attorneys import Attorney
from schema.audit import AuditEntry
from schema.cases import Case
from schema.courts import Court
from schema.facilities import Facility
from schema.hearings import Hearing
from schema.invitations import Audience
from schema.notices import LetterKind, Notice, NoticeProgress, NoticeState
from schema.occasions import Occasion, OccasionKind, OccasionState
from schema.operations import Operation
from schema.organizations import Organization
from schema.people import Channel, Person, PersonKind
from schema.reports import ArrestReport, ReportState
from schema.tasks import Task
from schema.teams import TeamMember

#: The most operations in one answer.
MOST_OPERATIONS = 100
#: The longest stretch of calendar in one question, and the most entries in one answer.
STRETCH = timedelta(days=93)
ENTRIES = 2_000


async def calendar(
    tx: Transaction,
    start: datetime,
    end: datetime,
    *,
    court_id: UUID | None = None,
    case_id: UUID | None = None,
    mine: bool = False,
    attorney_id: UUID | None = None,
    kinds: Sequence[OccasionKind] = (),
    unconfirmed: bool = False,
) -> list[Occasion]:
    """Everything that occurs in a stretch of time, in order. Raises :class:`Invalid` for more than three months.

    Of an attorney's dates only those are told whose representation the actor may see.
    """
    if not timedelta(0) < end - start <= STRETCH:
        raise Invalid("until", "Ask for at most three months at a time.")
    standing = await access.standing(tx)
    statement = access.visible(standing, Occasion, tx.now).where(Occasion.starts_at >= start, Occasion.starts_at < end)
    if attorney_id:
        theirs = access.visible(standing, Assignment, tx.now).where(
            Assignment.case_id == Occasion.case_id,
            Assignment.attorney_id == attorney_id,
            Assignment.state.in_(STANDING),
        )
        statement = statement.where(theirs.exists())
    if kinds:
        statement = statement.where(Occasion.kind.in_(kinds))
    if unconfirmed:
        statement = statement.where(Occasion.state == OccasionState.TENTATIVE)
    if court_id:
        statement = statement.where(exists().where(Hearing.occasion_id == Occasion.id, Hearing.court_id == court_id))
    if case_id:
        statement = statement.where(Occasion.case_id == case_id)
    if mine:
        statement = statement.where(
            or_(
                exists().where(
                    TeamMember.case_id == Occasion.case_id,
                    TeamMember.person_id == tx.person_id,
                    TeamMember.until.is_(None),
                ),
                exists().where(Case.id == Occasion.case_id, Case.coordinator_id == tx.person_id),
            )
        )
    return list(await tx.session.scalars(statement.order_by(Occasion.starts_at, Occasion.id).limit(ENTRIES)))


async def people(
    tx: Transaction,
    *,
    kinds: Sequence[PersonKind],
    query: str | None,
    first: int,
    cursor: str | None,
    case_id: UUID | None = None,
) -> Page[Person]:
    """The address book of one's organizations; of a case, the members of all that read it, who could join its team.
    A search opens names and keeps those that hold every word.
    """
    actor = await access.standing(tx)
    statement = access.visible(actor, Person, tx.now)
    if query and query.strip():
        statement = statement.where(Person.id.in_(await people_named(await InTransaction.of(tx), query, case_id)))
    elif case_id:
        eyes = access.Eyes(actor, tx.now)
        statement = statement.where(could_join(eyes, Person, case_id), Person.removed_at.is_(None))
    else:
        statement = statement.where(Person.organization_id.in_(actor.organizations()), Person.removed_at.is_(None))
    if kinds:
        statement = statement.where(Person.kind.in_(kinds))
    return await keyset(tx, statement, [(Person.id, False)], [UUID], first=first, cursor=cursor)


async def find_matches(
    tx: Transaction,
    *,
    name: str | None = None,
    a_number: str | None = None,
    arrested_at: datetime | None = None,
    within: UUID | None = None,
) -> list[PossibleMatch]:
    """Cases that may be the same person (:func:`casework.reading.matches.possible_matches`)."""
    seeker = await InTransaction.of(tx)
    return await possible_matches(seeker, name=name, a_number=a_number, arrested_at=arrested_at, within=within)


async def attorneys(tx: Transaction, *, open_to_offers: bool | None, language: str | None) -> list[Person]:
    """Whom a case can be offered to."""
    actor = await access.standing(tx)
    of = access.visible(actor, Attorney, tx.now)
    if open_to_offers is not None:
        of = of.where(Attorney.open_to_offers == open_to_offers)
    if language:
        of = of.where(Attorney.languages.contains([language]))
    ids = [attorney.person_id for attorney in await tx.session.scalars(of.limit(500))]
    return list(
        await tx.session.scalars(access.visible(actor, Person, tx.now).where(Person.id.in_(ids)).order_by(Person.id))
    )


async def actions(
    tx: Transaction, *, states: Sequence[ActionState], first: int, cursor: str | None
) -> Page[AdvocacyAction]:
    """Advocacy actions, the newest first."""
    statement = access.visible(await access.standing(tx), AdvocacyAction, tx.now)
    if states:
        statement = statement.where(AdvocacyAction.state.in_(states))
    return await keyset(tx, statement, [(AdvocacyAction.id, True)], [UUID], first=first, cursor=cursor)


async def offers(tx: Transaction) -> list[Assignment]:
    """Cases offered to the actor, not yet answered or not yet clear of conflicts."""
    return list(
        await tx.session.scalars(
            access.visible(await access.standing(tx), Assignment, tx.now)
            .where(
                Assignment.attorney_id == tx.person_id,
                or_(
                    Assignment.state == AssignmentState.CHECKING,
                    and_(
                        Assignment.state == AssignmentState.OFFERED,
                        or_(Assignment.expires_at.is_(None), Assignment.expires_at > tx.now),
                    ),
                ),
            )
            .order_by(Assignment.id)
        )
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageFilter:
    """Which messages are wanted: those for which everything holds that is given here."""

    case_id: UUID | None = None
    occasion_id: UUID | None = None
    person_id: UUID | None = None
    states: Sequence[NoticeState] = ()
    progress: Sequence[NoticeProgress] = ()
    kinds: Sequence[LetterKind] = ()
    audiences: Sequence[Audience] = ()
    channels: Sequence[Channel] = ()
    due_from: datetime | None = None
    due_until: datetime | None = None


async def notices(tx: Transaction, wanted: MessageFilter, *, first: int, cursor: str | None) -> Page[Notice]:
    """Messages, by when they are or were due: the latest first; of those yet to be sent, the next one first."""
    statement = access.visible(await access.standing(tx), Notice, tx.now)
    for column, row_id in (
        (Notice.case_id, wanted.case_id),
        (Notice.occasion_id, wanted.occasion_id),
        (Notice.person_id, wanted.person_id),
    ):
        if row_id:
            statement = statement.where(column == row_id)
    if wanted.person_id:
        statement = statement.where(addressed_to(access.Eyes(await access.standing(tx), tx.now), Notice))
    for word, among in (
        (Notice.state, wanted.states),
        (Notice.kind, wanted.kinds),
        (Notice.audience, wanted.audiences),
        (Notice.channel, wanted.channels),
    ):
        if among:
            statement = statement.where(word.in_(among))
    if wanted.progress:
        statement = statement.where(is_at(Notice, tx.now, wanted.progress))
    if wanted.due_from:
        statement = statement.where(Notice.due_at >= wanted.due_from)
    if wanted.due_until:
        statement = statement.where(Notice.due_at < wanted.due_until)
    latest_first = not yet_to_be_sent(wanted.states, wanted.progress)
    columns = [(Notice.due_at, latest_first), (Notice.id, latest_first)]
    return await keyset(tx, statement, columns, [datetime, UUID], first=first, cursor=cursor)


def yet_to_be_sent(states: Sequence[NoticeState] | None, progress: Sequence[NoticeProgress] | None = None) -> bool:
    """Whether only messages that lie ahead are asked for."""
    return set(states or ()) == {NoticeState.PLANNED} or set(progress or ()) == {NoticeProgress.TO_BE_SENT}


async def tasks(tx: Transaction, *, mine: bool, open_only: bool, first: int, cursor: str | None) -> Page[Task]:
    """Tasks by when they are due; those without a day last."""
    statement = access.visible(await access.standing(tx), Task, tx.now)
    if mine:
        statement = statement.where(Task.owner_id == tx.person_id)
    if open_only:
        statement = statement.where(Task.done_at.is_(None))
    return await keyset(
        tx, statement, [(Task.due_at, False), (Task.id, False)], [datetime, UUID], first=first, cursor=cursor
    )


async def find_places(tx: Transaction, model: type[Facility] | type[Court], query: str | None, first: int) -> list[Any]:
    """Places whose code, name or city begins with or holds these words. Raises :class:`Invalid`."""
    statement = select(model)
    for word in words(query):
        statement = statement.where(
            or_(
                func.lower(model.name).contains(word, autoescape=True),
                func.lower(model.city).contains(word, autoescape=True),
                func.lower(model.code).startswith(word, autoescape=True),
                func.lower(model.state) == word,
            )
        )
    return list(await tx.session.scalars(statement.order_by(model.name, model.id).limit(checked(first))))


async def audit(
    tx: Transaction, record_id: UUID, *, first: int, cursor: str | None, wanted: TrailFilter = EVERYTHING
) -> Page[AuditEntry]:
    """Who changed or saw a record: for the lead's coordinators and admins, and the case's counsel. The latest first."""
    await permit_trail(tx, record_id)
    statement = access.visible(await access.standing(tx), AuditEntry, tx.now).where(about(AuditEntry, record_id))
    if wanted.person_id is not None:
        statement = statement.where(AuditEntry.actor_id == wanted.person_id)
    if wanted.since is not None:
        statement = statement.where(AuditEntry.at >= wanted.since)
    if wanted.until is not None:
        statement = statement.where(AuditEntry.at < wanted.until)
    if wanted.topic is not None:
        statement = statement.where(of_topic(AuditEntry, wanted.topic))
    return await keyset(tx, statement, [(AuditEntry.seq, True)], [int], first=first, cursor=cursor)


#: More than these nobody reads at once; the oldest waits first, the latest was made last.
REPORTS = 200


async def reports_waiting(tx: Transaction) -> list[ArrestReport]:
    """Reports of an arrest that wait for a provider of the actor's, the oldest first."""
    statement = access.visible(await access.standing(tx), ArrestReport, tx.now).where(
        ArrestReport.state == ReportState.WAITING,
        ArrestReport.provider_id.in_((await access.standing(tx)).organizations()),
    )
    return list(await tx.session.scalars(statement.order_by(ArrestReport.id).limit(REPORTS)))


async def operations_opened(tx: Transaction) -> list[Operation]:
    """Operations of the actor's legal provider, the latest first."""
    actor = await access.standing(tx)
    statement = access.visible(actor, Operation, tx.now).where(Operation.organization_id.in_(actor.organizations()))
    found = await tx.session.scalars(
        statement.order_by(Operation.began_on.desc(), Operation.id.desc()).limit(MOST_OPERATIONS)
    )
    return list(found)


async def reports_made(tx: Transaction) -> list[ArrestReport]:
    """Reports of an arrest that a group of the actor's has made, the latest first."""
    statement = access.visible(await access.standing(tx), ArrestReport, tx.now).where(
        ArrestReport.organization_id.in_((await access.standing(tx)).organizations())
    )
    return list(await tx.session.scalars(statement.order_by(ArrestReport.id.desc()).limit(REPORTS)))


async def organizations(tx: Transaction, query: str | None) -> list[Organization]:
    """Organizations of the deployment, by name."""
    statement = access.visible(await access.standing(tx), Organization, tx.now)
    for word in words(query):
        statement = statement.where(func.lower(Organization.name).contains(word, autoescape=True))
    return list(await tx.session.scalars(statement.order_by(Organization.name, Organization.id).limit(100)))
