"""Visits and calls with the person held: booked on the facility's own clock, moved, done, refused at the door.

Whoever goes has the visit among their tasks. It is no occasion (:mod:`schema.visits` says why).
"""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from casework import access, tasks, times
from casework.access import Act
from casework.closing import refuse_closed
from casework.language import Sentence
from casework.refusals import Invalid, NotAllowedByState
from casework.transaction import Transaction
from schema.base import Sealed, new_id
from schema.cases import Case
from schema.custody import Whereabouts
from schema.facilities import Facility
from schema.people import Person
from schema.tasks import Task
from schema.visits import Visit, VisitKind, VisitState

_TEXT = 2_000
#: Dates further off than this are typing slips.
_FARTHEST = timedelta(days=366)

_TO_DO = {
    VisitKind.IN_PERSON: Sentence("Visit the client: {when}"),
    VisitKind.VIDEO: Sentence("Video visit with the client: {when}"),
    VisitKind.LEGAL_CALL: Sentence("Legal call with the client: {when}"),
}


async def book_visit(
    tx: Transaction,
    case_id: UUID,
    kind: VisitKind,
    starts_at: datetime,
    *,
    occurrence: int | None = None,
    facility_id: UUID | None = None,
    time_zone: str | None = None,
    length_minutes: int = 60,
    visitor_id: UUID | None = None,
    interpreter_id: UUID | None = None,
    rules: str | None = None,
) -> Visit:
    """Book a visit or call. ``starts_at`` is wall time at the facility, which is where the person is held now unless
    said otherwise. Whoever goes, oneself when nobody is named, has it among their tasks.

    Raises :class:`Invalid`, :class:`TimeDoesNotExist`, :class:`TimeOccursTwice`.
    """
    case = await access.case_for(tx, case_id, Act.BOOK_VISIT)
    refuse_closed(case)
    if not 5 <= length_minutes <= 12 * 60:
        raise Invalid("lengthMinutes", "A visit lasts between 5 minutes and 12 hours.")
    facility = await _facility(tx, case, facility_id)
    zone = (facility.time_zone if facility else None) or time_zone
    if zone is None:
        raise Invalid("timeZone", "Say in which time zone the facility is.")
    at = _instant(tx, starts_at, zone, occurrence)
    visitor = await _person(tx, case, visitor_id or tx.somebody, "visitorId")
    interpreter = await _person(tx, case, interpreter_id, "interpreterId") if interpreter_id else None
    await tx.unlock([case.vault_key_id])
    visit_id = new_id()
    visit = Visit(
        id=visit_id,
        case_id=case.id,
        kind=kind,
        state=VisitState.BOOKED,
        facility_id=facility.id if facility else None,
        starts_at=at,
        wall_starts=starts_at,
        time_zone=zone,
        length_minutes=length_minutes,
        visitor_id=visitor.id,
        interpreter_id=interpreter.id if interpreter else None,
        booked_by_id=tx.person_id,
    )
    visit.rules = _sealed(tx, visit, case, "rules", rules)
    task = await _task(tx, case, visit, visitor)
    visit.task_id = task.id
    tx.session.add(visit)
    await tx.session.flush()
    tx.record(
        "visit.booked", visit, case=case, after={"kind": kind, "starts_at": at, "time_zone": zone},
        fields=["rules"] if visit.rules else [],
    )  # fmt: skip
    return visit


async def move_visit(
    tx: Transaction, visit_id: UUID, starts_at: datetime, *, expected_revision: int, occurrence: int | None = None
) -> Visit:
    """Move a booked visit to another time of the same facility; the task moves with it. Raises :class:`Invalid`,
    :class:`NotAllowedByState`, :class:`TimeDoesNotExist`, :class:`TimeOccursTwice`.
    """
    visit, case = await access.record_for(tx, Visit, visit_id, Act.MOVE_VISIT)
    tx.expect(visit, expected_revision)
    _refuse_over(visit)
    before = visit.starts_at
    visit.starts_at = _instant(tx, starts_at, visit.time_zone, occurrence)
    visit.wall_starts = starts_at
    await _end_task(tx, visit, case)
    visitor = await tx.session.get(Person, visit.visitor_id) if visit.visitor_id else None
    if visitor is not None:
        visit.task_id = (await _task(tx, case, visit, visitor)).id
    await tx.session.flush()
    tx.record("visit.moved", visit, case=case, before={"starts_at": before}, after={"starts_at": visit.starts_at})
    return visit


async def report_visit(
    tx: Transaction, visit_id: UUID, *, expected_revision: int, let_in: bool, outcome: str | None = None
) -> Visit:
    """Say how a visit went: done, or not let in, which raises a task. Raises :class:`Invalid`,
    :class:`NotAllowedByState` before it begins.
    """
    visit, case = await access.record_for(tx, Visit, visit_id, Act.REPORT_VISIT)
    tx.expect(visit, expected_revision)
    _refuse_over(visit)
    if visit.starts_at > tx.now:
        raise NotAllowedByState("This visit has not begun yet. Cancel or move it instead.")
    await tx.unlock([case.vault_key_id])
    visit.state = VisitState.DONE if let_in else VisitState.NOT_LET_IN
    visit.outcome = _sealed(tx, visit, case, "outcome", outcome)
    await _end_task(tx, visit, case)
    await tx.session.flush()
    tx.record(
        "visit.reported", visit, case=case, after={"state": visit.state}, fields=["outcome"] if visit.outcome else []
    )
    if not let_in:
        title = Sentence("Nobody was let in to the client. Ask the facility why, and book again.")
        await tasks.raise_once(tx, case, f"not_let_in:{visit.id}", title, tx.now + timedelta(days=1))
    return visit


async def cancel_visit(tx: Transaction, visit_id: UUID, *, expected_revision: int, outcome: str | None = None) -> Visit:
    """Cancel a booked visit. Raises :class:`Invalid`, :class:`NotAllowedByState`."""
    visit, case = await access.record_for(tx, Visit, visit_id, Act.CANCEL_VISIT)
    tx.expect(visit, expected_revision)
    _refuse_over(visit)
    await tx.unlock([case.vault_key_id])
    visit.state = VisitState.CANCELLED
    visit.outcome = _sealed(tx, visit, case, "outcome", outcome)
    await _end_task(tx, visit, case)
    await tx.session.flush()
    tx.record("visit.cancelled", visit, case=case, fields=["outcome"] if visit.outcome else [])
    return visit


def _refuse_over(visit: Visit) -> None:
    if visit.state is not VisitState.BOOKED:
        raise NotAllowedByState("This visit is over or cancelled. Book a new one instead.")


def _instant(tx: Transaction, wall: datetime, zone: str, occurrence: int | None) -> datetime:
    fold = None if occurrence is None else occurrence - 1
    if fold not in (None, 0, 1):
        raise Invalid("occurrence", "Say 1 for the first and 2 for the second.")
    at = times.instant(wall, zone, fold=fold)
    if abs(at - tx.now) > _FARTHEST:
        raise Invalid("startsAt", "The year {year} looks like a slip. Check the day.", year=wall.year)
    return at


async def _facility(tx: Transaction, case: Case, facility_id: UUID | None) -> Facility | None:
    """The one that is said, or where the person is held as far as anyone knows."""
    if facility_id is None:
        facility_id = await tx.session.scalar(select(Whereabouts.facility_id).where(Whereabouts.case_id == case.id))
        return await tx.session.get(Facility, facility_id) if facility_id else None
    facility = await tx.session.get(Facility, facility_id)
    if facility is None:
        raise Invalid("facilityId", "There is no such facility.")
    return facility


async def _person(tx: Transaction, case: Case, person_id: UUID, field: str) -> Person:
    person = await access.seen(tx, Person, person_id)
    await access.refuse_walled(tx, case.id, person.id, field)
    return person


async def _task(tx: Transaction, case: Case, visit: Visit, visitor: Person) -> Task:
    at, zone = visit.starts_at, visit.time_zone
    title = _TO_DO[visit.kind].about(when=lambda language: times.said(at, zone, language))
    return await tasks.add_task(
        tx, case.lead_organization_id, title=title, case_id=case.id, owner_id=visitor.id, due_at=at,
    )  # fmt: skip


async def _end_task(tx: Transaction, visit: Visit, case: Case) -> None:
    task = await tx.session.get(Task, visit.task_id, with_for_update=True) if visit.task_id else None
    if task is not None and task.done_at is None:
        task.done_at, task.done_by_id = tx.now, tx.person_id
        task.revision += 1
        await tx.session.flush()
        tx.record("task.completed", task, case=case)


def _sealed(tx: Transaction, visit: Visit, case: Case, column: str, text: str | None) -> Sealed | None:
    said = (text or "").strip() or None
    if said and len(said) > _TEXT:
        raise Invalid(column, "That is longer than {most} letters.", most=_TEXT)
    return tx.seal(Visit, visit.id, column, case.vault_key_id, said)


__all__ = ["book_visit", "cancel_visit", "move_visit", "report_visit"]
