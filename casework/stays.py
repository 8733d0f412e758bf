"""Stays read from the tables for :mod:`casework.transfers`, which knows none. Whoever asks has been let in already; the
second wall stands all the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, any_, or_, select
from sqlalchemy.orm import aliased

from casework import transfers
from casework.transaction import Transaction
from casework.transfers import CourtOnFile, CourtSite, Look, Marked, Site, Stay
from schema import reference
from schema.cases import Intake
from schema.courts import Court, HearingLocation
from schema.custody import CustodyStint, LocatorCheck
from schema.facilities import Facility
from schema.hearings import Hearing
from schema.occasions import UPCOMING, Occasion
from schema.proceedings import Proceeding, ProceedingKind, ProceedingState
from schema.transfers import ExpectedCourt


def site(facility: Facility, court: Court | None, location: HearingLocation | None) -> Site:
    """A facility as the engine knows it."""
    return Site(
        id=facility.id,
        name=facility.name,
        state=facility.state,
        county=facility.county,
        field_office=facility.field_office,
        district=facility.district,
        circuit=facility.circuit,
        time_zone=facility.time_zone,
        latitude=facility.latitude,
        longitude=facility.longitude,
        precision=facility.location_precision,
        staging=facility.staging,
        hold_room=facility.hold_room,
        court=CourtSite(id=court.id, name=court.name, counsel_office=court.counsel_office) if court else None,
        hearing_location=location.name if location else None,
        medium=facility.usual_medium,
    )


def _with_places(begun: Any) -> Select[Any]:
    """Rows that end with a facility, each with the court at that place and where people held there appear."""
    there = aliased(Court, name="court_there")
    placed: Select[Any] = (
        begun.add_columns(there, HearingLocation)
        .outerjoin(there, or_(there.code == Facility.court_code, Facility.court_code == any_(there.other_codes)))
        .outerjoin(HearingLocation, HearingLocation.code == Facility.hearing_location_code)
        .order_by(there.id)
    )
    return placed


async def site_of(tx: Transaction, facility_id: UUID | None) -> Site | None:
    """One facility as the engine knows it."""
    if facility_id is None:
        return None
    asked = _with_places(select(Facility).where(Facility.id == facility_id))
    found = (await tx.session.execute(asked)).first()
    return site(*found) if found else None


async def stays_of(tx: Transaction, case_ids: Sequence[UUID]) -> dict[UUID, list[Stay]]:
    """The stays of these cases, each with its place."""
    asked = _with_places(
        select(CustodyStint, Facility)
        .outerjoin(Facility, Facility.id == CustodyStint.facility_id)
        .where(CustodyStint.case_id.in_(case_ids))
        .order_by(CustodyStint.id)
    )
    found: dict[UUID, list[Stay]] = {case_id: [] for case_id in case_ids}
    known: dict[UUID, Site] = {}
    for stint, facility, court, location in await tx.session.execute(asked):
        if facility is not None and facility.id not in known:
            known[facility.id] = site(facility, court, location)
        if not found[stint.case_id] or found[stint.case_id][-1].id != stint.id:
            found[stint.case_id].append(stay(stint, known[facility.id] if facility else None))
    return found


def stay(stint: CustodyStint, place: Site | None) -> Stay:
    return Stay(
        id=stint.id,
        place=stint.place,
        site=place,
        began=stint.booked_in_at,
        ended=stint.booked_out_at,
        reason=stint.release_reason,
        source=stint.source,
        confidence=stint.confidence,
        checked_at=stint.checked_at,
    )


def standing(stays: Sequence[Stay]) -> Stay | None:
    """The stay that has not ended, as far as anyone knows: of several the one that was checked last."""
    return max((one for one in stays if one.ended is None), key=lambda one: (one.checked_at, one.id), default=None)


def before(stays: Sequence[Stay], now_at: Stay) -> Site | None:
    """Where they were held before this stay, as far as known."""
    earlier = [one for one in transfers.in_order(stays) if one.id != now_at.id and one.since <= now_at.since]
    return next((one.site for one in reversed(earlier) if one.site), None)


@dataclass(frozen=True, slots=True)
class Around:
    """What of a case decides whether a court and a place of custody that disagree must ring."""

    court: CourtOnFile | None
    hearings: tuple[datetime, ...]
    bond_pending: bool
    expected: Mapping[tuple[UUID, UUID], Marked]


async def around(tx: Transaction, case_id: UUID) -> Around:
    """The court on file, the hearings ahead, whether a bond request is pending, and what was marked expected."""
    court, bond = None, False
    found = await tx.session.execute(
        select(Proceeding.kind, Court)
        .outerjoin(Court, Court.id == Proceeding.court_id)
        .where(Proceeding.case_id == case_id, Proceeding.state == ProceedingState.PENDING)
        .order_by(Proceeding.id)
    )
    for kind, row in found:
        bond = bond or kind is ProceedingKind.BOND
        if kind is ProceedingKind.REMOVAL and row is not None:
            court = CourtOnFile(id=row.id, name=row.name, circuit=reference.circuit_of(row.state))
    hearings = await tx.session.scalars(
        select(Occasion.starts_at)
        .join(Hearing, Hearing.occasion_id == Occasion.id)
        .where(Hearing.case_id == case_id, Occasion.state.in_(UPCOMING), Occasion.starts_at > tx.now)
        .order_by(Occasion.starts_at, Occasion.id)
    )
    marked = await tx.session.scalars(
        select(ExpectedCourt).where(ExpectedCourt.case_id == case_id, ExpectedCourt.taken_back_at.is_(None))
    )
    expected = {(one.court_id, one.facility_id): Marked(one.marked_at, one.marked_by_id) for one in marked}
    return Around(court, tuple(hearings), bond, expected)


async def looks_of(tx: Transaction, case_ids: Sequence[UUID]) -> dict[UUID, list[Look]]:
    """When somebody looked for these clients, and whether they found them."""
    found: dict[UUID, list[Look]] = {case_id: [] for case_id in case_ids}
    checks = await tx.session.scalars(
        select(LocatorCheck)
        .where(LocatorCheck.case_id.in_(case_ids), LocatorCheck.taken_back_at.is_(None))
        .order_by(LocatorCheck.id)
    )
    for check in checks:
        found[check.case_id].append(Look(check.checked_at, check.found, check.source))
    return found


async def arrested_at(tx: Transaction, case_id: UUID) -> datetime | None:
    return await tx.session.scalar(select(Intake.arrested_at).where(Intake.case_id == case_id))


__all__ = [
    "Around", "around", "arrested_at", "before", "looks_of", "site", "site_of", "standing", "stay", "stays_of",
]  # fmt: skip
