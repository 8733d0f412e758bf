"""How soon a change is in a thousand people's mailboxes, from the commit to the mail server's word on the last."""

from __future__ import annotations

import asyncio
import time
from datetime import timedelta

from sqlalchemy import select

from bench.bars import Bars
from bench.town import Storm, Town, open_town
from casework import actors, advocacy
from casework.waker import Waker
from schema.advocacy import AdvocacyAction
from schema.occasions import Occasion

PEOPLE = 1_000


async def measure_promptly(bars: Bars, rounds: int) -> None:
    """Print, of each move, when the first and the last mail was taken; the worst of all rounds is held to the bar."""
    storm = Storm(people=PEOPLE, telephones=0, actions=1, thinks=0.0, workers=1)
    firsts, lasts = [], []
    async with open_town(storm) as town:
        waker = Waker(town.redis_url)
        town.hire(lease=60)
        await _taken(town, len(town.right), 120)
        for number in range(rounds):
            first, last = await _move(town, waker, number)
            firsts.append(first)
            lasts.append(last)
            print(f"promptly: {len(town.right):,} told; first after {first:.2f} s, last after {last:.2f} s", flush=True)
        await waker.close()
    bars.note("first of a thousand mails of a change, worst, s", max(firsts), must=1)
    bars.note("last of a thousand mails of a change, worst, s", max(lasts), must=5)


async def _move(town: Town, waker: Waker, number: int) -> tuple[float, float]:
    before = len(town.office.taken)
    async with town.database.transaction(actors.OPERATOR) as tx:
        action = (await tx.session.scalars(select(AdvocacyAction))).one()
        occasion = await tx.session.get_one(Occasion, action.occasion_id)
        lead_id = action.lead_id
        wall = occasion.wall_starts + timedelta(days=1)
        revision = action.revision
    assert lead_id is not None
    async with town.database.transaction(actors.Person(lead_id)) as tx:
        await advocacy.revise_action(
            tx, action.id, expected_revision=revision, words={}, arrangements={"starts_at": wall}
        )
    began = time.monotonic()
    waker.wake()
    await _taken(town, before + len(town.right), 120)
    told = [at for at, _, _ in town.office.taken[before : before + len(town.right)]]
    return told[0] - began, told[-1] - began


async def _taken(town: Town, count: int, seconds: float) -> None:
    end = time.monotonic() + seconds
    while len(town.office.taken) < count:
        if time.monotonic() > end:
            raise AssertionError(f"{len(town.office.taken)} of {count} mails")
        await asyncio.sleep(0.02)
