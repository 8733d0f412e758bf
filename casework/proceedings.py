"""Proceedings: each track of a case has its own court, clock and counsel."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from casework import access, docketing, habeas, times
from casework.access import Act
from casework.closing import refuse_closed
from casework.refusals import Invalid
from casework.transaction import Transaction
from schema.base import new_id
from schema.courts import Court
from schema.proceedings import Proceeding, ProceedingKind, ProceedingState
from schema.transfers import HabeasFiling

#: Not before an immigration court.
_ELSEWHERE = {ProceedingKind.HABEAS, ProceedingKind.PETITION_FOR_REVIEW, ProceedingKind.APPEAL}


async def open_proceeding(
    tx: Transaction,
    case_id: UUID,
    *,
    kind: ProceedingKind,
    court_id: UUID | None = None,
    other_court: str | None = None,
    judge: str | None = None,
    filed_at: datetime | None = None,
) -> Proceeding:
    """Open a proceeding of a case. Bond is separate from removal (8 CFR 1003.19(d)). Raises :class:`Invalid`."""
    case = await access.case_for(tx, case_id, Act.OPEN_PROCEEDING)
    refuse_closed(case)
    if court_id is not None and await tx.session.get(Court, court_id) is None:
        raise Invalid("courtId", "There is no such court.")
    if court_id is not None and kind in _ELSEWHERE:
        raise Invalid("courtId", "This proceeding is not before an immigration court. Name the court instead.")
    proceeding = Proceeding(
        id=new_id(),
        case_id=case.id,
        kind=kind,
        court_id=court_id,
        other_court=other_court.strip() or None if other_court else None,
        judge=judge.strip() or None if judge else None,
        filed_at=filed_at,
    )
    tx.session.add(proceeding)
    await tx.session.flush()
    tx.record("proceeding.opened", proceeding, case=case, after={"kind": kind, "court_id": court_id})
    if filed_at is not None:
        await docketing.replan(tx, case)
    if kind is ProceedingKind.HABEAS and filed_at is not None:
        await habeas.stamp(tx, case, proceeding, filed_at)
    return proceeding


async def file_habeas(
    tx: Transaction,
    proceeding_id: UUID,
    *,
    expected_revision: int,
    filed_at: datetime,
    time_zone: str,
    occurrence: int | None = None,
) -> HabeasFiling:
    """Record that a habeas petition was filed, by the clock of the court it was filed in. Where the body was at that
    minute is stamped: venue lies there, whatever happens next (28 USC 2241). Raises :class:`Invalid`.
    """
    proceeding, case = await access.record_for(tx, Proceeding, proceeding_id, Act.FILE_HABEAS)
    tx.expect(proceeding, expected_revision)
    refuse_closed(case)
    if proceeding.kind is not ProceedingKind.HABEAS:
        raise Invalid("proceedingId", "Only a habeas petition is stamped. Open a habeas proceeding first.")
    at = times.instant(filed_at, time_zone, fold=occurrence - 1 if occurrence else None)
    filing = await habeas.stamp(tx, case, proceeding, at)
    proceeding.filed_at, proceeding.state = at, ProceedingState.PENDING
    await tx.session.flush()
    return filing
