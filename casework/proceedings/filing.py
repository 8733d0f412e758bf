"""Filing a habeas petition: where the body was at that minute is stamped."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from casework import access, habeas, times
from casework.access import Act
from casework.closing import refuse_closed
from casework.refusals import Invalid
from casework.transaction import Transaction
from schema.proceedings import Proceeding, ProceedingKind, ProceedingState
from schema.transfers import HabeasFiling


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
