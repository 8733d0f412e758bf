"""Letters through a storm: workers killed, the queue emptied and restarted, the database restarted, a mail server that
refuses, is silent, asks to come again and hangs up after the last line, a carrier of texts that has too many, fails,
hangs up after it took one and answers too late.

Judged by what the mail server and the telephones have, and not by our own rows: everybody whom a letter was promised
has it, nobody who lost the right to it, no mail more often than kills and hang-ups explain, and no text twice: its
carrier takes a key.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import time
from collections import Counter
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import asyncpg

from bench import exchange
from bench.bars import Bars
from bench.town import LINES, WINDOW, Storm, Town, open_town


@dataclass
class Verdict:
    """What came of it."""

    promised: int = 0
    lost: int = 0
    without_right: int = 0
    duplicates: int = 0
    explained: int = 0
    unseen_in_the_ledger: int = 0
    seconds: float = 0.0
    kills: int = 0
    hung_up: int = 0
    #: Texts among those promised; how many of them a telephone showed again, or another's telephone showed.
    texts: int = 0
    texts_twice: int = 0
    texts_astray: int = 0
    #: Texts that were taken and not said to be, and those brought again that the carrier knew by their key.
    unsaid: int = 0
    again: int = 0

    def said(self) -> str:
        return (
            f"{self.promised:,} letters promised; lost {self.lost}; to somebody without the right {self.without_right};"
            f" taken twice {self.duplicates} (at most {self.explained} explained by {self.kills} kills and"
            f" {self.hung_up} hang-ups), not to be seen in the ledger {self.unseen_in_the_ledger};"
            f" of {self.texts:,} texts {self.unsaid} were taken without a word and {self.again} brought again,"
            f" shown twice {self.texts_twice}, astray {self.texts_astray}; {self.seconds:.0f} s"
        )


async def weather(storm: Storm) -> Verdict:
    """Let it rage until every letter is settled, and count."""
    async with open_town(storm) as town:
        draw = random.Random(storm.seed)
        verdict = Verdict()
        blows = [
            *["kill"] * storm.kills, *["flush"] * storm.flushes, *["queue"] * storm.queue_restarts,
            *["database"] * storm.database_restarts, *["refusing", "silent", "greylisting", "hanging up"] * 2,
            *(exchange.MOODS if storm.telephones else ()) * 2,
        ]  # fmt: skip
        draw.shuffle(blows)
        began = time.monotonic()
        # From the first text on: a few are soon gone.
        town.exchange.mood = "dropping"
        for _ in range(storm.workers):
            town.hire()
        # The first must have begun.
        await _until(lambda: len(town.office.taken) > 10 and len(town.exchange.rang) >= min(storm.telephones, 10), 60)
        for blow in blows:
            if blow == "kill":
                verdict.kills += 1
                verdict.explained += LINES + town.office.since(WINDOW)
                town.kill(draw)
            elif blow == "flush":
                await town.flush_queue()
            elif blow == "queue":
                await asyncio.to_thread(town.restart_queue)
            elif blow == "database":
                await asyncio.to_thread(town.restart_database)
            elif blow in exchange.MOODS:
                town.exchange.mood = blow
            else:
                town.office.mood = blow
            await asyncio.sleep(storm.pause * draw.uniform(0.5, 1.5))
            if blow == "hanging up":
                # A worker that was killed before is still being hired: it must meet this mood.
                before = town.office.hung_up
                with contextlib.suppress(AssertionError):
                    await _until(lambda before=before: town.office.hung_up > before, 15)
            if blow in ("refusing", "silent"):
                town.office.mood = "fair"
            if blow in ("too many", "failing"):
                town.exchange.mood = "fair"
        town.office.mood = town.exchange.mood = "fair"
        await _settled(town, began + storm.patience)
        verdict.seconds = time.monotonic() - began
        await _judge(town, storm, verdict)
        return verdict


async def _until(true: Any, seconds: float) -> None:
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            raise AssertionError("it did not happen in time")
        await asyncio.sleep(0.1)


#: Due, and not settled. Reminders to come are none of the storm's.
_UNDER_WAY = "select count(*) from notices where state in ('planned', 'unknown') and due_at <= now()"


async def _settled(town: Town, until: float) -> None:
    connection = await asyncpg.connect(town.superuser_url)
    try:
        while await connection.fetchval(_UNDER_WAY):
            if time.monotonic() > until:
                raise AssertionError("letters are still on their way")
            # Nobody waits for half an hour because of what a mood of the server made of a try.
            await connection.execute("update notices set again_at = now() + interval '1 second'"
                                     " where again_at > now() + interval '2 seconds'")  # fmt: skip
            await asyncio.sleep(0.5)
    finally:
        await connection.close()


async def _judge(town: Town, storm: Storm, verdict: Verdict) -> None:
    taken = Counter(message_id for _, _, message_id in town.office.taken)
    texts, brought = town.exchange.taken, Counter(town.exchange.asked)
    connection = await asyncpg.connect(town.superuser_url)
    rows = await connection.fetch("select id, person_id, attempts, state from notices where kind = 'invitation'")
    await connection.close()
    by_person: dict[UUID, list[Any]] = {}
    for row in rows:
        by_person.setdefault(row["person_id"], []).append(row)
    whose: dict[str, str] = {}
    for address, person_id in town.right.items():
        promised = by_person.get(person_id, [])
        if len(promised) != storm.actions:
            raise AssertionError("a promise was forgotten")
        verdict.promised += len(promised)
        if address.startswith("+"):
            verdict.texts += len(promised)
            verdict.lost += sum(1 for row in promised if str(row["id"]) not in texts)
            whose |= {str(row["id"]): address for row in promised}
        else:
            verdict.lost += sum(1 for row in promised if not taken[str(row["id"])])
    verdict.without_right = sum(1 for _, to, _ in town.office.taken if to in town.wrong)
    verdict.without_right += sum(1 for one in town.exchange.rang if one.to in town.wrong)
    verdict.duplicates = sum(count - 1 for count in taken.values())
    # Each invitation has an address of its own in it: the same words on the same telephone are the same text, whatever
    # key it came with.
    shown = Counter((one.to, one.body) for one in town.exchange.rang)
    verdict.texts_twice = sum(count - 1 for count in shown.values())
    verdict.texts_astray = town.exchange.strange + sum(
        1 for one in town.exchange.rang if one.to not in town.wrong and whose.get(one.key) != one.to
    )
    verdict.unsaid, verdict.again = town.exchange.unsaid, town.exchange.again
    verdict.hung_up = town.office.hung_up
    verdict.explained += town.office.hung_up
    tries = {str(row["id"]): row["attempts"] for row in rows}
    verdict.unseen_in_the_ledger = sum(
        1 for one, count in [*taken.items(), *brought.items()] if count > tries.get(one, 0)
    )


async def measure_chaos(bars: Bars, storm: Storm | None = None) -> None:
    """Print what became of the letters of a storm."""
    verdict = await weather(storm or Storm())
    print(f"chaos: {verdict.said()}", flush=True)
    bars.note("letters lost in a storm", verdict.lost, must=0)
    bars.note("letters to somebody without the right", verdict.without_right, must=0)
    bars.note("letters taken twice", verdict.duplicates, must=verdict.explained)
    bars.note("texts that a telephone showed twice", verdict.texts_twice, must=0)
    bars.note("texts on somebody else's telephone", verdict.texts_astray, must=0)
    bars.note("taken twice, and not to be seen in the ledger", verdict.unseen_in_the_ledger, must=0)
