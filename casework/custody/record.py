"""Recording where somebody is held: a check, a stay, a transfer, a release."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import or_, select

from casework import access, bond, docketing, invitations, notices, stays, tasks, times, transfers
from casework.access import Act
from casework.closing import refuse_closed
from casework.custody.courts import alarm
from casework.custody.following import ask_to_read_offers_again, raise_tasks
from casework.custody.watch import found_again
from casework.refusals import Invalid, NotAllowedByState
from casework.transaction import Transaction
from schema.base import new_id
from schema.cases import Case, CustodyStatus, Stage
from schema.custody import Confidence, CustodyStint, LocatorCheck, PlaceOfCustody, ReleaseReason, Source
from schema.facilities import Facility

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
    await found_again(tx, case)
    if open_stint and open_stint.facility_id == facility_id and open_stint.place is place:
        await _checked(tx, case, open_stint, source, confidence)
        return open_stint
    booked_in_at = _instant(tx, "since", since, time_zone or (facility.time_zone if facility else None))
    if open_stint:
        _refuse_before(open_stint, "since", booked_in_at)
        _close(open_stint, booked_in_at or tx.now, ReleaseReason.TRANSFERRED)
    stint = _stint(tx, case, place, facility_id, booked_in_at, source, confidence)
    case.custody_status = CustodyStatus.IN_CUSTODY
    case.revision += 1
    await tx.session.flush()
    tx.record("custody.recorded", stint, case=case, after={"place": place, "facility_id": facility_id})
    if open_stint:
        await notices.tell_transferred(tx, case)
    await docketing.replan(tx, case)
    return stint


async def _checked(tx: Transaction, case: Case, stint: CustodyStint, source: Source, confidence: Confidence) -> None:
    """The same place once more: a fresh check of it, and where another channel says the same, a second source."""
    if _independent(source, stint.source):
        stint.second_source, confidence = stint.source, Confidence.CONFIRMED
    elif stint.confidence is Confidence.CONFIRMED:
        # Whoever looks again on the same channel has not learnt less.
        confidence = Confidence.CONFIRMED
    stint.source, stint.confidence = source, confidence
    stint.checked_by_id, stint.checked_at = tx.person_id, tx.now
    stint.revision += 1
    await tx.session.flush()
    if confidence is Confidence.CONFIRMED:
        await tasks.end_overtaken(tx, case, "transfer:", ends=":publication")
    tx.record("custody.checked", stint, case=case, after={"source": source, "confidence": confidence})


#: Channels on which the agency itself speaks.
_AGENCY = frozenset({Source.LOCATOR, Source.AGENCY})
#: What a file or nobody in particular said confirms nothing.
_NOBODY = frozenset({Source.IMPORT, Source.OTHER})


def _independent(one: Source, other: Source) -> bool:
    """Two channels that do not just repeat each other."""
    if one is other or {one, other} & _NOBODY:
        return False
    return not {one, other} <= _AGENCY


@dataclass(frozen=True, slots=True)
class Transfer:
    """A transfer as recorded: the new stay, and all that is different there (DOMAIN §2.8)."""

    case: Case
    stint: CustodyStint
    changes: tuple[transfers.Change, ...]


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
    facility, before = await moving(tx, case, facility_id)
    zone = time_zone or facility.time_zone
    arrived = _instant(tx, "arrivedAt", arrived_at, zone)
    left = _instant(tx, "leftAt", left_at, zone)
    if arrived and left and left > arrived:
        raise Invalid("leftAt", "They can't have left after they arrived.")
    if before:
        _refuse_before(before, "leftAt" if left else "arrivedAt", left or arrived)
        _close(before, left or arrived or tx.now, ReleaseReason.TRANSFERRED)
    place = PlaceOfCustody.HOLD_ROOM if facility.hold_room else PlaceOfCustody.FACILITY
    stint = _stint(tx, case, place, facility_id, arrived, source, confidence)
    case.custody_status = CustodyStatus.IN_CUSTODY
    case.revision += 1
    await tx.session.flush()
    old = await stays.site_of(tx, before.facility_id) if before else None
    new = await stays.site_of(tx, facility_id)
    assert new is not None  # noqa: S101 -- it was found above
    changes = transfers.changes(old, new)
    await found_again(tx, case)
    await raise_tasks(tx, case, stint, old, new)
    await alarm(tx, case)
    await notices.tell_transferred(tx, case)
    tx.record(
        "custody.transferred",
        stint,
        case=case,
        before={"facility_id": old.id if old else None},
        after={"facility_id": facility_id, "changed": [change.what for change in changes]},
    )
    await docketing.replan(tx, case)
    return Transfer(case, stint, changes)


async def moving(tx: Transaction, case: Case, facility_id: UUID) -> tuple[Facility, CustodyStint | None]:
    """To where they are moved, and from which stay, as far as known. Raises :class:`Invalid`,
    :class:`NotAllowedByState`.
    """
    facility = await _known_facility(tx, facility_id)
    before = await standing_stint(tx, case.id)
    if before and before.facility_id == facility_id:
        raise NotAllowedByState(
            "They are recorded at {facility} already. Record a check instead.", facility=facility.name
        )
    return facility, before


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
        raise Invalid("releasedAt", "That hour has not come yet. Record the release once it has happened.")
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
    await found_again(tx, case)
    await alarm(tx, case)
    closed = await invitations.release(tx, case)
    await ask_to_read_offers_again(tx, case)
    tx.record("custody.released", stint, case=case, after={"reason": reason, "dates_closed": closed})
    await docketing.replan(tx, case)
    return stint, closed


async def record_stay(
    tx: Transaction,
    case_id: UUID,
    *,
    facility_id: UUID,
    booked_in_at: datetime,
    booked_out_at: datetime,
    time_zone: str | None = None,
    reason: ReleaseReason,
    source: Source,
    confidence: Confidence = Confidence.ONE_SOURCE,
) -> CustodyStint:
    """Record a stay that is over and that nobody knew of: the history is told in full, and nothing else changes.

    Times are wall times at the facility. Raises :class:`Invalid` for a stay that ends before it begins, or overlaps
    another.
    """
    case = await access.case_for(tx, case_id, Act.RECORD_CUSTODY)
    refuse_closed(case)
    facility = await _known_facility(tx, facility_id)
    zone = time_zone or facility.time_zone
    began, ended = _instant(tx, "bookedInAt", booked_in_at, zone), _instant(tx, "bookedOutAt", booked_out_at, zone)
    _refuse_backwards(began, ended)
    await _refuse_overlap(tx, case, None, began, ended)
    place = PlaceOfCustody.HOLD_ROOM if facility.hold_room else PlaceOfCustody.FACILITY
    stint = _stint(tx, case, place, facility_id, began, source, confidence)
    stint.booked_out_at, stint.release_reason = ended, reason
    case.revision += 1
    await tx.session.flush()
    tx.record("custody.stay_recorded", stint, case=case, after={"facility_id": facility_id, "reason": reason})
    return stint


async def correct_stay(
    tx: Transaction,
    stint_id: UUID,
    *,
    expected_revision: int,
    booked_in_at: datetime | None = None,
    booked_out_at: datetime | None = None,
    time_zone: str | None = None,
    reason: ReleaseReason | None = None,
) -> CustodyStint:
    """Correct when a stay began or ended, or why; what is left out stays. An open one ends by transfer or release."""
    stint, case = await access.record_for(tx, CustodyStint, stint_id, Act.RECORD_CUSTODY)
    tx.expect(stint, expected_revision)
    refuse_closed(case)
    facility = await tx.session.get(Facility, stint.facility_id) if stint.facility_id else None
    zone = time_zone or (facility.time_zone if facility else None)
    began, ended = _instant(tx, "bookedInAt", booked_in_at, zone), _instant(tx, "bookedOutAt", booked_out_at, zone)
    if stint.booked_out_at is None and (ended is not None or reason is not None):
        raise Invalid("bookedOutAt", "This stay has not ended. Record a transfer or the release.")
    began, ended = began or stint.booked_in_at, ended or stint.booked_out_at
    _refuse_backwards(began, ended)
    await _refuse_overlap(tx, case, stint, began, ended)
    before = {"booked_in_at": stint.booked_in_at, "booked_out_at": stint.booked_out_at, "reason": stint.release_reason}
    stint.booked_in_at, stint.booked_out_at = began, ended
    stint.release_reason = reason or stint.release_reason
    await tx.session.flush()
    tx.record(
        "custody.stay_corrected",
        stint,
        case=case,
        before=before,
        after={"booked_in_at": began, "booked_out_at": ended, "reason": stint.release_reason},
    )
    return stint


def _refuse_backwards(began: datetime | None, ended: datetime | None) -> None:
    if began and ended and ended < began:
        raise Invalid("bookedOutAt", "The stay ends before it begins. Look at both hours again.")


async def _refuse_overlap(
    tx: Transaction, case: Case, stint: CustodyStint | None, began: datetime | None, ended: datetime | None
) -> None:
    """One body is in one place."""
    others = select(CustodyStint).where(
        CustodyStint.case_id == case.id,
        CustodyStint.booked_in_at.is_not(None),
    )
    if began is not None:
        others = others.where(or_(CustodyStint.booked_out_at.is_(None), CustodyStint.booked_out_at > began))
    if ended is not None:
        others = others.where(CustodyStint.booked_in_at < ended)
    if stint is not None:
        others = others.where(CustodyStint.id != stint.id)
    other = (await tx.session.scalars(others.order_by(CustodyStint.booked_in_at, CustodyStint.id).limit(1))).first()
    if other is not None and began is not None:
        place = await tx.session.get(Facility, other.facility_id) if other.facility_id else None
        raise Invalid(
            "bookedInAt",
            "That overlaps their stay at {facility}. One body is in one place: correct that stay, or these hours.",
            facility=place.name if place else "another place",
        )


def _refuse_before(stint: CustodyStint, name: str, at: datetime | None) -> None:
    if at is not None and stint.booked_in_at is not None and at < stint.booked_in_at:
        raise Invalid(
            name, "That is before they were booked in where they are now. Look at the hour, or correct that stay first."
        )


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
        raise Invalid(name, "That hour has not come yet. Record what has happened.")
    return at


async def _known_facility(tx: Transaction, facility_id: UUID) -> Facility:
    facility = await tx.session.get(Facility, facility_id)
    if facility is None:
        raise Invalid("facilityId", "There is no such facility. Search by name or code, or have the list imported.")
    return facility


async def _facility(tx: Transaction, place: PlaceOfCustody, facility_id: UUID | None) -> Facility | None:
    facility = await _known_facility(tx, facility_id) if facility_id else None
    if place in (PlaceOfCustody.FACILITY, PlaceOfCustody.HOLD_ROOM) and facility is None:
        raise Invalid("facilityId", "Say which facility, or that the place is unknown.")
    return facility
