"""Custody: where somebody is held, as far as anyone knows, and what a transfer changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from casework import access, bond, docketing, invitations, tasks, times
from casework.access import Act
from casework.closing import refuse_closed
from casework.language import Sentence
from casework.refusals import Invalid, NotAllowedByState
from casework.transaction import Transaction
from schema.assignments import STANDING, Assignment
from schema.base import new_id
from schema.cases import Case, CustodyStatus, Stage
from schema.custody import Confidence, CustodyStint, LocatorCheck, PlaceOfCustody, ReleaseReason, Source
from schema.facilities import Facility
from schema.proceedings import Proceeding, ProceedingKind, ProceedingState

#: Reasons after which the person is neither held nor free here. After any other they are released.
ENDINGS = {
    ReleaseReason.REMOVED: CustodyStatus.REMOVED,
    ReleaseReason.VOLUNTARY_DEPARTURE: CustodyStatus.DEPARTED,
    ReleaseReason.VOLUNTARY_RETURN: CustodyStatus.DEPARTED,
    # Of the application for admission: they leave (8 CFR 1235.4).
    ReleaseReason.WITHDRAWAL: CustodyStatus.DEPARTED,
    ReleaseReason.OTHER_AGENCY: CustodyStatus.OTHER_AGENCY,
    ReleaseReason.ORR: CustodyStatus.OTHER_AGENCY,
    ReleaseReason.DIED: CustodyStatus.DIED,
}


async def record_custody(
    tx: Transaction,
    case_id: UUID,
    *,
    place: PlaceOfCustody = PlaceOfCustody.FACILITY,
    facility_id: UUID | None = None,
    since: datetime | None = None,
    time_zone: str | None = None,
    source: Source,
    confidence: Confidence = Confidence.ONE_SOURCE,
    found: bool = True,
) -> CustodyStint | None:
    """Record where somebody is held, or that they were looked for and not found.

    ``since`` is wall time at the facility. The same place again is a fresh check of it, not another stay. Raises
    :class:`Invalid`.
    """
    case = await access.case_for(tx, case_id, Act.RECORD_CUSTODY)
    refuse_closed(case)
    tx.session.add(
        LocatorCheck(case_id=case.id, source=source, found=found, checked_by_id=tx.person_id, checked_at=tx.now)
    )
    if not found:
        tx.record("custody.not_found", case, after={"source": source})
        return None
    facility = await _facility(tx, place, facility_id)
    open_stint = await standing_stint(tx, case.id)
    if open_stint and open_stint.facility_id == facility_id and open_stint.place is place:
        open_stint.source, open_stint.confidence = source, confidence
        open_stint.checked_by_id, open_stint.checked_at = tx.person_id, tx.now
        open_stint.revision += 1
        tx.record("custody.checked", open_stint, case=case, after={"source": source, "confidence": confidence})
        return open_stint
    booked_in_at = _instant(tx, "since", since, time_zone or (facility.time_zone if facility else None))
    if open_stint:
        _close(open_stint, booked_in_at or tx.now, ReleaseReason.TRANSFERRED)
    stint = _stint(tx, case, place, facility_id, booked_in_at, source, confidence)
    case.custody_status = CustodyStatus.IN_CUSTODY
    case.revision += 1
    await tx.session.flush()
    tx.record("custody.recorded", stint, case=case, after={"place": place, "facility_id": facility_id})
    await docketing.replan(tx, case)
    return stint


@dataclass(frozen=True, slots=True)
class TransferChange:
    """One thing that a transfer changed. Null is unknown."""

    what: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Transfer:
    """A transfer as recorded: the new stay, and all that is different there (DOMAIN §2.8)."""

    case: Case
    stint: CustodyStint
    changes: tuple[TransferChange, ...]


async def record_transfer(
    tx: Transaction,
    case_id: UUID,
    *,
    facility_id: UUID,
    arrived_at: datetime | None = None,
    left_at: datetime | None = None,
    time_zone: str | None = None,
    source: Source,
    confidence: Confidence,
) -> Transfer:
    """Record that somebody was moved. Says what is different there, and raises the tasks that follow, each once.

    Times are wall times at the new facility. The removal court keeps its case until venue is changed
    (8 CFR 1003.20(b)), so a court never changes here.
    """
    case = await access.case_for(tx, case_id, Act.RECORD_CUSTODY)
    refuse_closed(case)
    facility = await _known_facility(tx, facility_id)
    before = await standing_stint(tx, case.id)
    if before and before.facility_id == facility_id:
        raise NotAllowedByState(
            "They are recorded at {facility} already. Record a check instead.", facility=facility.name
        )
    zone = time_zone or facility.time_zone
    arrived = _instant(tx, "arrivedAt", arrived_at, zone)
    left = _instant(tx, "leftAt", left_at, zone)
    if arrived and left and left > arrived:
        raise Invalid("leftAt", "They can't have left after they arrived.")
    if before:
        _close(before, left or arrived or tx.now, ReleaseReason.TRANSFERRED)
    stint = _stint(tx, case, PlaceOfCustody.FACILITY, facility_id, arrived, source, confidence)
    case.custody_status = CustodyStatus.IN_CUSTODY
    case.revision += 1
    await tx.session.flush()
    old = await tx.session.get(Facility, before.facility_id) if before and before.facility_id else None
    changes = _changes(old, facility)
    await _raise_tasks(tx, case, stint)
    tx.record(
        "custody.transferred",
        stint,
        case=case,
        before={"facility_id": old.id if old else None},
        after={"facility_id": facility_id, "changed": [change.what for change in changes]},
    )
    await docketing.replan(tx, case)
    return Transfer(case, stint, changes)


def _changes(old: Facility | None, new: Facility) -> tuple[TransferChange, ...]:
    rows = (
        ("facility", "name"),
        ("state", "state"),
        ("field office", "field_office"),
        ("federal district", "district"),
        ("federal circuit", "circuit"),
        ("time zone", "time_zone"),
    )
    pairs = ((what, getattr(old, column) if old else None, getattr(new, column)) for what, column in rows)
    return tuple(TransferChange(what, before, after) for what, before, after in pairs if before != after)


async def _raise_tasks(tx: Transaction, case: Case, stint: CustodyStint) -> None:
    """One checklist a transfer, one owner; what does not apply raises nothing. What an earlier transfer left open is
    about where they are now.
    """
    counsel = await tx.session.scalar(
        select(Assignment.id).where(Assignment.case_id == case.id, Assignment.state.in_(list(STANDING))).limit(1)
    )
    if counsel:
        await tasks.renew(tx, case, f"transfer:{stint.id}:counsel", tx.now + timedelta(hours=2))
        await tasks.raise_once(
            tx,
            case,
            f"transfer:{stint.id}:counsel",
            Sentence("Tell the attorney of the transfer"),
            tx.now + timedelta(hours=2),
        )
    bond = await tx.session.scalar(
        select(Proceeding.id)
        .where(
            Proceeding.case_id == case.id,
            Proceeding.kind == ProceedingKind.BOND,
            Proceeding.state == ProceedingState.PENDING,
        )
        .limit(1)
    )
    if bond:
        await tasks.renew(tx, case, f"transfer:{stint.id}:bond", tx.now + timedelta(days=1))
        await tasks.raise_once(
            tx,
            case,
            f"transfer:{stint.id}:bond",
            Sentence("Check the pending bond request: which court has it now?"),
            tx.now + timedelta(days=1),
        )


async def record_release(
    tx: Transaction,
    case_id: UUID,
    *,
    released_at: datetime,
    time_zone: str,
    reason: ReleaseReason,
    source: Source,
) -> tuple[CustodyStint, int]:
    """Record that custody ended, and how.

    Release at once closes all later dates to everyone outside the legal team, the client and the contacts the client
    keeps, until the client is asked again. Returns the stay that ended and how many people's dates were closed.
    """
    case = await access.case_for(tx, case_id, Act.RECORD_CUSTODY)
    refuse_closed(case)
    if reason is ReleaseReason.TRANSFERRED:
        raise Invalid("reason", "A transfer is no release. Record a transfer.")
    at = times.instant(released_at, time_zone, fold=1)
    if at > tx.now:
        raise Invalid("releasedAt", "That hour has not come yet.")
    stint = await standing_stint(tx, case.id)
    if stint is None:
        stint = _stint(tx, case, PlaceOfCustody.UNKNOWN, None, None, source, Confidence.ONE_SOURCE)
    if stint.booked_in_at and at < stint.booked_in_at:
        raise Invalid("releasedAt", "They can't have been released before they were booked in.")
    _close(stint, at, reason)
    case.custody_status = ENDINGS.get(reason, CustodyStatus.RELEASED)
    if case.custody_status is CustodyStatus.RELEASED:
        case.stage = Stage.AFTER_RELEASE
    case.consents_asked_again_from = tx.now
    case.revision += 1
    await tx.session.flush()
    await bond.released_on_bond(tx, case, reason, times.local_day(at, time_zone), source)
    closed = await invitations.release(tx, case)
    tx.record("custody.released", stint, case=case, after={"reason": reason, "dates_closed": closed})
    await docketing.replan(tx, case)
    return stint, closed


async def standing_stint(tx: Transaction, case_id: UUID) -> CustodyStint | None:
    """The stay that has not ended, as far as anyone knows."""
    return await tx.session.scalar(
        select(CustodyStint)
        .where(CustodyStint.case_id == case_id, CustodyStint.booked_out_at.is_(None))
        .order_by(CustodyStint.checked_at.desc(), CustodyStint.id.desc())
        .limit(1)
    )


def _stint(
    tx: Transaction,
    case: Case,
    place: PlaceOfCustody,
    facility_id: UUID | None,
    booked_in_at: datetime | None,
    source: Source,
    confidence: Confidence,
) -> CustodyStint:
    stint = CustodyStint(
        id=new_id(),
        case_id=case.id,
        place=place,
        facility_id=facility_id,
        booked_in_at=booked_in_at,
        source=source,
        confidence=confidence,
        checked_by_id=tx.person_id,
        checked_at=tx.now,
        revision=0,
    )
    tx.session.add(stint)
    return stint


def _close(stint: CustodyStint, at: datetime, reason: ReleaseReason) -> None:
    # A stay that is said to end before it began ends when it began: the later report is the better one.
    stint.booked_out_at = max(at, stint.booked_in_at) if stint.booked_in_at else at
    stint.release_reason = reason
    stint.revision += 1


def _instant(tx: Transaction, name: str, wall: datetime | None, zone: str | None) -> datetime | None:
    if wall is None:
        return None
    if zone is None:
        raise Invalid("timeZone", "Nobody knows this facility's time zone. Say which one the time is in.")
    at = times.instant(wall, zone, fold=0)
    if at > tx.now + timedelta(hours=1):
        raise Invalid(name, "That hour has not come yet.")
    return at


async def _known_facility(tx: Transaction, facility_id: UUID) -> Facility:
    facility = await tx.session.get(Facility, facility_id)
    if facility is None:
        raise Invalid("facilityId", "There is no such facility.")
    return facility


async def _facility(tx: Transaction, place: PlaceOfCustody, facility_id: UUID | None) -> Facility | None:
    facility = await _known_facility(tx, facility_id) if facility_id else None
    if place in (PlaceOfCustody.FACILITY, PlaceOfCustody.HOLD_ROOM) and facility is None:
        raise Invalid("facilityId", "Say which facility, or that the place is unknown.")
    return facility
