"""Letters by the thousand: how many a worker claims, asks again of and settles in a second, and how many it writes.

The floor is one statement that claims and records, sent as the owner of the tables: no row-level security, nothing
asked again. Both take the same rows.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta
from email.headerregistry import Address
from uuid import UUID

from bench.bars import Bars
from bench.guests import add_guests, ask_to_actions
from bench.house import House
from casework import notices
from casework.actors import DELIVERY, OPERATOR
from casework.notices import Outcome, Outgoing, Said
from schema.base import new_id
from schema.people import Channel
from workers.carriers import Carriers, Say
from workers.delivery import BATCHES, LANES, WorkerContext, deliver_due

_WRITING = notices.House("https://presencia.test", Address("Presencia", "presencia", "legal-aid.test"))

_FLOOR = """
with due as (select id from notices where state in ('planned', 'unknown') and due_at <= $1 and leased_until is null
             order by due_at, id limit 500 for update skip locked),
     done as (update notices n set state = 'carried', attempts = attempts + 1, settled_at = $1
              from due where n.id = due.id returning n.id, n.attempts)
insert into receipts (id, notice_id, attempt, outcome, said, at)
select gen_random_uuid(), id, attempts, 'carried', '250', $1 from done returning id"""

#: As an hour of the product would have written it: everything planned lies ahead, and what is measured is due.
_AGAIN = """
update notices set state = 'planned', attempts = 0, settled_at = null, leased_until = null, again_at = null,
  reason = null where id = any($1)"""


class NoOp:
    """Takes everything and carries nothing."""

    async def carry(self, letters: Sequence[Outgoing], say: Say) -> None:
        for letter in letters:
            say(Said(letter.notice_id, letter.attempt, Outcome.CARRIED, "250"))

    async def close(self) -> None:
        return None


class Writes(NoOp):
    """Writes each letter out, as a mail goes over the wire, and carries nothing."""

    def __init__(self) -> None:
        self.octets = 0

    async def carry(self, letters: Sequence[Outgoing], say: Say) -> None:
        for letter in letters:
            self.octets += len(letter.octets())
        await super().carry(letters, say)


#: Guests of one group, asked to its actions in turns, beside the few people whom each hearing concerns.
_GUESTS, _ACTIONS, _EACH = 1_000, 200, 50


class Sending:
    """As many due reminders as there are people concerned by dates to come: a few by each hearing, fifty by each of
    some vigils.
    """

    def __init__(self, house: House) -> None:
        self.house = house
        self.letters: list[UUID] = []

    async def plan(self, most: int) -> None:
        """Put aside whatever was planned, and plan a reminder for each person whom a date to come concerns, due now."""
        bare, group = self.house.bare, self.house.organization
        async with self.house.database.transaction(OPERATOR) as tx:
            guests = list((await add_guests(tx, group, _GUESTS)).values())
        await ask_to_actions(self.house.database, group, self.house.coordinator, guests, _ACTIONS, _EACH)
        await bare.execute("update notices set state = 'superseded', settled_at = now() where state = 'planned'")
        found = await bare.fetch(
            "select id, organization_id, case_id, sequence, starts_at from occasions where state in"
            " ('confirmed', 'tentative') and starts_at > now() + interval '1 day' order by id"
        )
        due_at = datetime.now(UTC) - timedelta(hours=1)
        rows = []
        async with self.house.database.transaction(DELIVERY) as tx:
            stands = await notices.as_they_stand(tx, [row["id"] for row in found])
        for row in found:
            for one in stands[row["id"]].people.values():
                rows.append(
                    (new_id(), row["organization_id"], row["case_id"], row["id"], one.invitation_id, one.person_id,
                     one.audience.value, due_at + timedelta(milliseconds=len(rows) // 20), row["starts_at"],
                     row["sequence"])
                )  # fmt: skip
        self.letters = [row[0] for row in rows[:most]]
        await bare.executemany(
            "insert into notices (id, organization_id, case_id, occasion_id, invitation_id, person_id, audience,"
            " channel, kind, due_at, useless_after, sequence, state)"
            " values ($1, $2, $3, $4, $5, $6, $7, 'email', 'reminder', $8, $9, $10, 'planned')",
            rows[:most],
        )
        await bare.execute("analyze notices")

    async def again(self) -> None:
        """All of them are due once more, on pages that were tidied up."""
        await self.house.bare.execute(_AGAIN, self.letters)
        await self.house.bare.execute("delete from receipts where notice_id = any($1)", self.letters)
        await self.house.bare.execute("vacuum notices, receipts")

    async def floor(self) -> int:
        now, done = datetime.now(UTC), 0
        while rows := await self.house.bare.fetch(_FLOOR, now):
            done += len(rows)
        return done

    async def asked(self) -> int:
        """Claimed, asked again of and settled, in as many lanes as the worker has."""
        return sum(await asyncio.gather(*(self._lane() for _ in range(LANES))))

    async def _lane(self) -> int:
        database, done = self.house.database, 0
        while True:
            async with database.transaction(DELIVERY) as tx:
                batch = await notices.claim_due(tx, limit=BATCHES[-1])
            async with database.transaction(DELIVERY) as tx:
                standing = await notices.ask_again(tx, batch)
            if standing:
                said = [Said(one.id, one.attempts, Outcome.CARRIED, "250") for one in standing]
                async with database.transaction(DELIVERY) as tx:
                    await notices.settle(tx, said)
            done += len(standing)
            if len(batch) < BATCHES[-1]:
                return done

    async def written(self) -> int:
        """The worker's own way, letters and all, up to the wire."""
        context: WorkerContext = {
            "database": self.house.database,
            "carriers": Carriers({Channel.EMAIL: Writes()}, within=60),
            "house": _WRITING,
            "lease": timedelta(minutes=1),
        }
        return await deliver_due(context)


async def measure_sending(house: House, rounds: int, bars: Bars, most: int = 20_000) -> None:
    """Print letters a second for floor, claim–ask–settle and the whole way, in turns; the best of some rounds."""
    sending = Sending(house)
    await sending.plan(most)
    best: dict[str, float] = {}
    ways: dict[str, Callable[[], Awaitable[int]]] = {
        "floor": sending.floor,
        "asked": sending.asked,
        "written": sending.written,
    }
    for _ in range(rounds):
        for name, way in ways.items():
            await sending.again()
            began = time.perf_counter()
            done = await way()
            took = time.perf_counter() - began
            if name != "written" and done != len(sending.letters):
                raise AssertionError(f"{name}: {done} of {len(sending.letters)}")
            best[name] = max(best.get(name, 0.0), done / took)
            print(f"sending: {name:8} {done:,} letters in {took:.2f} s: {done / took:,.0f}/s", flush=True)
    bars.note("claim, ask again, settle: letters a second", best["asked"], least=10_000)
    bars.note("the same ÷ floor", best["asked"] / best["floor"], least=0.5)
    bars.note("letters written a second", best["written"], least=1_000)
