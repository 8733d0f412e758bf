"""Delivery: carry what is due."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TypedDict

from casework import notices
from casework.actors import DELIVERY
from casework.transaction import Database
from workers.carriers import Carriers

#: Letters in one batch: one lease, one pair of transactions.
BATCH = 100

log = logging.getLogger(__name__)


class WorkerContext(TypedDict):
    """What a job is given."""

    database: Database
    carriers: Carriers
    house: notices.House
    #: How long nobody else takes a claimed letter.
    lease: timedelta


async def deliver_due(ctx: WorkerContext) -> int:
    """Carry what is due, a batch at a time. The claimed rows, not the job, keep two workers apart.

    May run many times at once and be killed at any line. Returns how many letters were given to a carrier.
    """
    carried = 0
    while True:
        async with ctx["database"].transaction(DELIVERY) as tx:
            await notices.sweep(tx)
            batch = await notices.claim_due(tx, limit=BATCH, lease=ctx["lease"])
        # The claim is committed, so that whoever moves a hearing now waits for nobody, and a lost worker is noticed.
        async with ctx["database"].transaction(DELIVERY) as tx:
            letters = await notices.prepare(tx, batch, ctx["house"])
        if letters:
            # Never inside a transaction. The notice id is the idempotency key.
            receipts = await ctx["carriers"].carry_all(letters)
            async with ctx["database"].transaction(DELIVERY) as tx:
                await notices.settle(tx, receipts)
            carried += len(letters)
            log.info("gave %d letters to carriers", len(letters))
        if len(batch) < BATCH:
            return carried
