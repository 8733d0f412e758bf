"""Delivery: carry what is due."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Sequence
from datetime import timedelta
from itertools import chain, repeat
from typing import TypedDict

from casework import notices
from casework.actors import DELIVERY
from casework.notices import Outgoing, Said
from casework.transaction import Database
from workers.carriers import Carriers

#: Letters in one batch: one lease, one pair of transactions. The first are few, so that of a change that a thousand
#: have to be told the first know within a second.
BATCHES = (20, 80, 250, 500)
#: Batches in hand at once: while one waits for PostgreSQL or a carrier, the other goes on.
LANES = 2
#: Seconds between two settlings of a batch that is being carried. A worker that is killed loses its word on no more
#: than what was carried since, and on what is at the carriers.
SETTLING = 0.05

log = logging.getLogger(__name__)


class WorkerContext(TypedDict):
    """What a job is given."""

    database: Database
    carriers: Carriers
    house: notices.House
    #: How long nobody else takes a claimed letter; renewed while it is being carried.
    lease: timedelta


async def deliver_due(ctx: WorkerContext) -> int:
    """Carry what is due, a batch at a time. The claimed rows, not the job, keep two workers apart.

    May run many times at once and be killed at any line. Returns how many letters were given to a carrier.
    """
    async with ctx["database"].transaction(DELIVERY) as tx:
        await notices.sweep(tx)
    # What breaks in one lane must not take from the other what it is carrying.
    done = await asyncio.gather(*(_lane(ctx) for _ in range(LANES)), return_exceptions=True)
    carried = sum(count for count in done if isinstance(count, int))
    for broken in done:
        if isinstance(broken, BaseException):
            raise broken
    if carried:
        log.info("gave %d letters to carriers", carried)
    return carried


async def _lane(ctx: WorkerContext) -> int:
    carried = 0
    for size in chain(BATCHES, repeat(BATCHES[-1])):
        async with ctx["database"].transaction(DELIVERY) as tx:
            batch = await notices.claim_due(tx, limit=size, lease=ctx["lease"])
        if batch:
            claimed_at = asyncio.get_running_loop().time()
            # The claim is committed: whoever moves a hearing now waits for nobody, and a lost worker is noticed.
            async with ctx["database"].transaction(DELIVERY) as tx:
                letters = await notices.prepare(tx, batch, ctx["house"])
            if asyncio.get_running_loop().time() - claimed_at > ctx["lease"].total_seconds() / 3:
                letters = await _still_ours(ctx, letters)
            if letters:
                await _carry(ctx, letters)
                carried += len(letters)
        if len(batch) < size:
            break
    return carried


async def _still_ours(ctx: WorkerContext, letters: Sequence[Outgoing]) -> list[Outgoing]:
    """Writing took long: some may be in other hands by now, and go from there."""
    async with ctx["database"].transaction(DELIVERY) as tx:
        ours = await notices.keep_in_hand(
            tx, {letter.notice_id: letter.attempt for letter in letters}, lease=ctx["lease"]
        )
    return [letter for letter in letters if letter.notice_id in ours]


async def _carry(ctx: WorkerContext, letters: Sequence[Outgoing]) -> None:
    """Give a batch to the carriers, never inside a transaction, and settle what they say while they go on."""
    said: list[Said] = []
    open_still = {letter.notice_id: letter.attempt for letter in letters}
    carrying = asyncio.create_task(ctx["carriers"].carry_all(letters, said.append))
    renewed = asyncio.get_running_loop().time()
    try:
        while True:
            done = (await asyncio.wait([carrying], timeout=SETTLING))[0]
            heard, said[:] = list(said), []
            if heard:
                await _settle(ctx, heard)
                for one in heard:
                    open_still.pop(one.notice_id, None)
            if done and not said:
                await carrying
                return
            if asyncio.get_running_loop().time() - renewed > ctx["lease"].total_seconds() / 3:
                renewed = asyncio.get_running_loop().time()
                with contextlib.suppress(Exception):
                    async with ctx["database"].transaction(DELIVERY) as tx:
                        await notices.keep_in_hand(tx, open_still, lease=ctx["lease"])
    finally:
        carrying.cancel()


async def _settle(ctx: WorkerContext, heard: Sequence[Said]) -> None:
    """Record what was said, however often PostgreSQL has to be asked: what is not recorded goes out again. As long as
    the lease lasts; after it somebody else has taken them.
    """
    loop = asyncio.get_running_loop()
    until = loop.time() + ctx["lease"].total_seconds()
    wait = 0.05
    while True:
        try:
            async with ctx["database"].transaction(DELIVERY) as tx:
                await notices.settle(tx, heard)
        except Exception as error:
            if loop.time() > until:
                raise
            log.warning("the carriers' word on %d letters is not recorded yet: %s", len(heard), type(error).__name__)
            await asyncio.sleep(wait)
            wait = min(wait * 2, 1.0)
        else:
            return
