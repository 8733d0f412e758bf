"""Detention history from a file: stays at facilities, one after the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import distinct_on

from casework.imports.loading import KnownCase, Progress, Tally, add_all, batches, cases_by_ref, digest
from casework.imports.problems import CellProblem, Problems
from casework.imports.records import StintRecord, status_after
from casework.transaction import Transaction
from schema.base import new_id
from schema.cases import Case, CustodyStatus
from schema.custody import Confidence, CustodyStint, PlaceOfCustody, Source
from schema.facilities import Facility
from schema.imports import ImportKind
from schema.organizations import Organization


@dataclass(frozen=True, slots=True)
class _Stay:
    record: StintRecord
    case: KnownCase
    facility: Facility
    booked_in_at: datetime
    booked_out_at: datetime | None


async def load_custody(
    tx: Transaction, organization: Organization, records: Sequence[StintRecord], problems: Problems, progress: Progress
) -> Tally:
    """Add stays that are not known, and correct known ones of which the file says something new.

    Where each person is now follows from their last stay, whoever recorded it.
    """
    tally = Tally(ImportKind.CUSTODY, rows=len(records))
    cases = await cases_by_ref(tx, organization.id)
    facilities = {facility.code: facility for facility in await tx.session.scalars(select(Facility))}
    stays = [stay for record in records if (stay := _stay(tx, record, cases, facilities, problems))]
    _check_order(stays, problems, tally)
    problems.raise_any()
    known = {
        (case_id, ref): (stint_id, said)
        for case_id, ref, stint_id, said in await tx.session.execute(
            select(CustodyStint.case_id, CustodyStint.source_ref, CustodyStint.id, CustodyStint.source_digest)
            .join(Case, Case.id == CustodyStint.case_id)
            .where(Case.lead_organization_id == organization.id, CustodyStint.source_ref.is_not(None))
        )
    }
    touched: dict[UUID, None] = {}
    done = 0
    for batch in batches(stays):
        new: list[dict[str, Any]] = []
        for stay in batch:
            said = digest(tx, organization.id, ImportKind.CUSTODY, stay.record)
            before = known.get((stay.case.id, stay.record.ref))
            if before and before[1] == said:
                tally.unchanged += 1
                continue
            touched[stay.case.id] = None
            if before:
                await _correct(tx, before[0], stay, said)
                tally.changed += 1
            else:
                new.append({"id": new_id(), "case_id": stay.case.id, "checked_at": tx.now} | _facts(stay, said))
                tally.added += 1
        await add_all(tx, {CustodyStint: new})
        done += len(batch)
        progress(done, len(stays))
    tally.cases = list(touched)
    await _keep_custody_status(tx, tally.cases)
    return tally


def _stay(
    tx: Transaction,
    record: StintRecord,
    cases: dict[str, KnownCase],
    facilities: dict[str, Facility],
    problems: Problems,
) -> _Stay | None:
    case, facility = cases.get(record.person), facilities.get(record.facility)
    if case is None:
        problems.add(record.row, None, f'no person of yours is known as "{record.person}". Import people first.')
    if facility is None:
        problems.add(record.row, None, f"no facility has the code {record.facility}. Import facilities first.")
    if case is None or facility is None:
        return None
    with problems.at(record.row, None):
        booked_in = record.book_in.instant(facility.time_zone)
        booked_out = record.book_out.instant(facility.time_zone) if record.book_out else None
        if booked_out and booked_out < booked_in:
            raise CellProblem("the stay ends before it begins.")
        if max(booked_in, booked_out or booked_in) > tx.now + timedelta(days=1):
            raise CellProblem("that day has not come yet.")
        return _Stay(record, case, facility, booked_in, booked_out)
    return None


def _check_order(stays: Sequence[_Stay], problems: Problems, tally: Tally) -> None:
    """One body is in one place: a stay that is still open can only be the last."""
    by_case: defaultdict[UUID, list[_Stay]] = defaultdict(list)
    for stay in stays:
        by_case[stay.case.id].append(stay)
    overlaps = 0
    for of_one in by_case.values():
        of_one.sort(key=lambda stay: (stay.booked_in_at, stay.record.seq or 0))
        for earlier, later in pairwise(of_one):
            if earlier.booked_out_at is None:
                problems.add(
                    earlier.record.row, None, f"this stay has no end, but row {later.record.row} begins after it."
                )
            elif earlier.booked_out_at > later.booked_in_at:
                overlaps += 1
    if overlaps:
        tally.remarks.append(f"{overlaps} stays begin before the one before them ended. They were taken as they are.")


def _facts(stay: _Stay, said: bytes) -> dict[str, Any]:
    return {
        "place": _place(stay.facility),
        "facility_id": stay.facility.id,
        "booked_in_at": stay.booked_in_at,
        "booked_out_at": stay.booked_out_at,
        "release_reason": stay.record.release_reason,
        "source": Source.IMPORT,
        "confidence": Confidence.ONE_SOURCE,
        "source_ref": stay.record.ref,
        "source_digest": said,
    }


def _place(facility: Facility) -> PlaceOfCustody:
    if facility.hold_room:
        return PlaceOfCustody.HOLD_ROOM
    name = facility.name.lower()
    return PlaceOfCustody.HOSPITAL if "hospital" in name or "medical center" in name else PlaceOfCustody.FACILITY


async def _correct(tx: Transaction, stint_id: UUID, stay: _Stay, said: bytes) -> None:
    await tx.session.execute(
        update(CustodyStint)
        .where(CustodyStint.id == stint_id)
        .values(_facts(stay, said) | {"checked_at": tx.now, "revision": CustodyStint.revision + 1})
    )


async def _keep_custody_status(tx: Transaction, case_ids: Sequence[UUID]) -> None:
    for batch in batches(case_ids, 5_000):
        last = await tx.session.execute(
            select(CustodyStint.case_id, CustodyStint.booked_out_at, CustodyStint.release_reason)
            .where(CustodyStint.case_id.in_(batch))
            .ext(distinct_on(CustodyStint.case_id))
            .order_by(CustodyStint.case_id, CustodyStint.booked_in_at.desc().nulls_last(), CustodyStint.id.desc())
        )
        by_status: defaultdict[CustodyStatus, list[UUID]] = defaultdict(list)
        for case_id, booked_out_at, reason in last:
            if booked_out_at is None:
                by_status[CustodyStatus.IN_CUSTODY].append(case_id)
            elif reason is not None:
                by_status[status_after(reason)].append(case_id)
        for status, ids in by_status.items():
            await tx.session.execute(
                update(Case).where(Case.id.in_(ids), Case.custody_status != status).values(custody_status=status)
            )
