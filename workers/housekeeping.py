"""Housekeeping: what time alone makes untrue."""

from __future__ import annotations

import asyncio
import logging
import time
from datetime import timedelta

from casework import housekeeping, notices, trail
from casework.actors import DELIVERY, HOUSEKEEPING
from workers.delivery import WorkerContext

#: Dates this near are planned once more, whatever was forgotten.
AHEAD = timedelta(days=8)

log = logging.getLogger(__name__)


async def keep_house(ctx: WorkerContext) -> None:
    """Re-derive what lapsed, end the leases of lost workers, and say when letters pile up."""
    async with ctx["database"].transaction(HOUSEKEEPING) as tx:
        renewed = await housekeeping.renew_next_occasions(tx)
    async with ctx["database"].transaction(DELIVERY) as tx:
        lost = await notices.sweep(tx)
        waiting, oldest = await notices.waiting(tx)
        late = tx.now - oldest if oldest else timedelta()
    if renewed or lost:
        log.info("renewed %d cases' next dates; ended %d leases", renewed, lost)
    if late > timedelta(minutes=10):
        log.warning("%d letters wait, the oldest since %s", waiting, late)


async def seal_trail(ctx: WorkerContext, *, patience: float = 3.0) -> int:
    """Seal what was written into the trail until now. Whoever still writes is waited for, a little; then the next look
    does it. Returns how many entries.
    """
    database = ctx["database"]
    async with database.transaction(HOUSEKEEPING) as tx:
        since = await trail.unsealed_since(tx)
        if since is None:
            return 0
        if tx.now - since > trail.LATE:
            log.error("the trail is not sealed since %s: find out who writes on, or why sealing fails", since)
        up_to = await trail.mark(tx)
    # Whoever has a number by now is a transaction when this is over.
    await asyncio.sleep(0.2)
    async with database.transaction(HOUSEKEEPING) as tx:
        horizon = await trail.horizon(tx)
    sealed, until = 0, time.monotonic() + patience
    while True:
        async with database.transaction(HOUSEKEEPING) as tx:
            some = await trail.seal(tx, up_to, horizon)
        if some == 0 or (some is None and time.monotonic() > until):
            return sealed
        sealed += some or 0
        if some is None:
            await asyncio.sleep(0.2)


async def plan_again(ctx: WorkerContext) -> None:
    """Plan what begins soon once more: nothing is missed because somebody forgot to plan it."""
    after = None
    while True:
        async with ctx["database"].transaction(DELIVERY) as tx:
            after = await notices.plan_upcoming(tx, within=AHEAD, after=after)
        if after is None:
            return
