"""Spreadsheets: rows are read, become cases, and are taken back, a stretch at a time, while letters go on."""

from __future__ import annotations

import asyncio
import logging

from casework import spreadsheets
from workers.delivery import WorkerContext

#: Steps of one spreadsheet before the next one's turn: a row each, or some hundred rows that are read.
STEPS = 50
#: Seconds after which a job ends and the next tick goes on: far from the limit of the queue.
STRETCH = 120.0

log = logging.getLogger(__name__)


async def follow_spreadsheets(ctx: WorkerContext) -> None:
    """Go on with whatever somebody brought, each in its turn, until nothing waits or the stretch is over. One that
    fails keeps nothing else from going on, and is tried again by the next tick.
    """
    loop = asyncio.get_running_loop()
    end = loop.time() + STRETCH
    failed = set()
    while loop.time() < end:
        waiting = [one for one in await spreadsheets.waiting(ctx["database"]) if one not in failed]
        if not waiting:
            return
        for one in waiting:
            spreadsheet_id, person_id = one
            try:
                await spreadsheets.carry_on(
                    ctx["database"], spreadsheet_id, person_id, steps=STEPS, stopping=lambda: loop.time() >= end
                )
            except Exception:
                log.exception("a spreadsheet could not be carried on with")
                failed.add(one)


__all__ = ["follow_spreadsheets"]
