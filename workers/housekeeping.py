"""Housekeeping: what time alone makes untrue."""

from __future__ import annotations

import logging
from datetime import timedelta

from casework import housekeeping, notices
from casework.actors import DELIVERY, HOUSEKEEPING
from workers.delivery import WorkerContext

#: Dates this near are planned once more, whatever was forgotten.
AHEAD = timedelta(days=8)

log = logging.getLogger(__name__)


async def keep_house(ctx: WorkerContext) -> None:
    """Re-derive what lapsed, end the leases of lost workers, and plan what begins soon once more."""
    async with ctx["database"].transaction(HOUSEKEEPING) as tx:
        renewed = await housekeeping.renew_next_occasions(tx)
    async with ctx["database"].transaction(DELIVERY) as tx:
        lost = await notices.sweep(tx)
        await notices.plan_upcoming(tx, within=AHEAD)
        waiting, oldest = await notices.waiting(tx)
        late = tx.now - oldest if oldest else timedelta()
    if renewed or lost:
        log.info("renewed %d cases' next dates; ended %d leases", renewed, lost)
    if late > timedelta(minutes=10):
        log.warning("%d letters wait, the oldest since %s", waiting, late)
