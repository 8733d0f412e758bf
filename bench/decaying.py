"""Whether what was sent slows down what is to be sent: claim, ask again and settle with a million settled letters
behind it and with none, in turns.

Two deployments stand side by side, alike but for what lies behind one of them: two years of dates that are over, and of
each the letters that people were written about it, with what their carriers said. A deployment has so many only while a
hold keeps them, or before its first sweep: the clock of messages takes each of them thirty days after it was settled
and its date is over. How that goes is measured last.
"""

from __future__ import annotations

import time
from contextlib import AsyncExitStack
from statistics import median
from uuid import UUID

import asyncpg
import orjson

from api.nodes import global_id
from api.plans import printed
from bench.bars import Bars, load
from bench.house import House, open_house
from bench.sending import Sending
from casework import retention
from casework.actors import RETENTION
from casework.retention import CLOCKS
from schema.retention import RetentionClass

#: Of each date: an invitation, and the reminders of the plan.
_EACH = 5
#: Letters of one measurement.
_DUE = 20_000
_SIDES = ("with none", "with all")
#: Requests of each reading.
_ASKED = 40

_DATES = """
create temporary table past as
select o.id as origin, uuidv7(s.starts_at - now()) as id, s.starts_at from
  (select distinct occasion_id as id from notices where id = any($1)) o,
  lateral (select now() - interval '1 day' - random() * interval '729 days' as starts_at
           from generate_series(1, $2) where o.id is not null) s"""

_OCCASIONS = """
insert into occasions
select (jsonb_populate_record(o, jsonb_build_object(
  'id', past.id, 'uid', gen_random_uuid(), 'state', 'held', 'starts_at', past.starts_at,
  'ends_at', past.starts_at + (o.ends_at - o.starts_at), 'wall_starts', past.starts_at at time zone o.time_zone,
  'created_at', past.starts_at - interval '30 days', 'revised_at', past.starts_at - interval '30 days'))).*
from past join occasions o on o.id = past.origin order by past.starts_at"""

#: Eight of ten went out, and one of them is known to have arrived; the others were not to be sent any more.
_NOTICES = """
insert into notices (id, created_at, organization_id, case_id, lead_organization_id, occasion_id, person_id, audience,
                     channel, kind, due_at, useless_after, sequence, state, reason, attempts, settled_at)
select uuidv7(due - now()), due, organization_id, case_id, lead_organization_id, occasion, person_id, audience,
       channel, about, due, starts_at, 0,
       case when draw < 0.8 then 'carried' when draw < 0.9 then 'delivered' when draw < 0.95 then 'skipped'
            when draw < 0.98 then 'superseded' else 'failed' end,
       case when draw < 0.9 then null when draw < 0.95 then 'not_coming' when draw < 0.98 then 'moved'
            else 'no_address' end,
       case when draw < 0.9 then 1 else 0 end, due + interval '2 seconds'
from (select n.*, past.id as occasion, past.starts_at, past.starts_at - each.before as due, each.kind as about,
             random() as draw
      from notices n join past on past.origin = n.occasion_id,
        (values ('invitation', interval '20 days'), ('reminder', interval '7 days'), ('reminder', interval '3 days'),
                ('reminder', interval '1 day'), ('reminder', interval '2 hours')) as each (kind, before)
      where n.id = any($1)) every
order by due"""

_RECEIPTS = """
insert into receipts (id, created_at, notice_id, attempt, outcome, said, carrier_id, at)
select uuidv7(settled_at - now()), settled_at, id, 1, 'carried', '250',
       case when state = 'delivered' then 'SM' || replace(id::text, '-', '') end, settled_at
from notices where attempts = 1 and settled_at is not null order by settled_at"""

#: Of whom somebody asks how a date was told.
_TOLD = """
query Told($id: ID!) {
  node(id: $id) { ... on Case { id hearings { id occasion { id delivery { told sent due failed unreachable } } } } }
}"""


async def lay_history(house: House, letters: list[UUID], settled: int) -> int:
    """Lay as many settled letters behind these as two years would leave: about the same people and cases, on dates that
    are over. Past every policy and trigger. Returns how many.
    """
    connection = await asyncpg.connect(house.superuser_url)
    try:
        await connection.execute("set session_replication_role = replica; select setseed(0.7)")
        await connection.execute(_DATES, letters, max(1, round(settled / (_EACH * len(letters)))))
        await connection.execute(_OCCASIONS)
        told = await connection.execute(_NOTICES, letters)
        await connection.execute(_RECEIPTS)
    finally:
        await connection.close()
    return int(told.rpartition(" ")[2])


async def tidied(house: House) -> None:
    """As the months would have left it: in the order of time, what is due last, since ids are in that order. And what
    autovacuum does by itself after so many rows; servers of a bench have none.
    """
    await house.bare.execute("cluster notices using notices_pkey")
    await house.bare.execute("vacuum analyze occasions, notices, receipts")


async def measure_decay(cases: int, settled: int, rounds: int, bars: Bars) -> None:
    """Print letters a second without and with so many settled ones, what the outbox and a date's delivery take to read,
    and what the clock of messages leaves.
    """
    async with AsyncExitStack() as stack:
        houses = [await stack.enter_async_context(open_house(cases, floor=False)) for _ in range(2)]
        sides = [Sending(house) for house in houses]
        for side in sides:
            await side.plan(_DUE)
        began = time.perf_counter()
        laid = await lay_history(houses[1], sides[1].letters, settled)
        for house in houses:
            await tidied(house)
        size = await houses[1].bare.fetchval(
            "select pg_total_relation_size('notices') + pg_total_relation_size('receipts')"
        )
        print(
            f"decay: {laid:,} settled letters laid in {time.perf_counter() - began:.0f} s, {size / 1e6:,.0f} MB;"
            f" {len(sides[1].letters):,} due. Load {load()}",
            flush=True,
        )
        best = [0.0, 0.0]
        # Twice as many as elsewhere: the two are nearly alike.
        for number in range(2 * rounds):
            # Each goes first every other time.
            for which in (0, 1) if number % 2 else (1, 0):
                side = sides[which]
                await side.again()
                began = time.perf_counter()
                done = await side.asked()
                took = time.perf_counter() - began
                if done != len(side.letters):
                    raise AssertionError(f"{done} of {len(side.letters)}")
                best[which] = max(best[which], done / took)
                print(f"decay: {_SIDES[which]} {done:,} letters in {took:.2f} s: {done / took:,.0f}/s", flush=True)
        bars.note(f"letters a second with {laid:,} settled ÷ with none", best[1] / best[0], least=0.9)
        for name, document in (("the outbox's first page", printed()["Messages"]), ("how a date was told", _TOLD)):
            fresh, old = [await _read(house, document) for house in houses]
            print(f"decay: {name:24} {fresh:7.2f} ms with none, {old:7.2f} ms with {laid:,}", flush=True)
            bars.note(f"{name}, p50 with {laid:,} ÷ with none", old / fresh, must=3)
        await _sweep(houses[1], bars)
        print(f"load {load()}\n", flush=True)


async def _read(house: House, document: str) -> float:
    """Milliseconds that half of the requests took, of cases from all over the organization."""
    rows = await house.bare.fetch(
        "select id from cases where lead_organization_id = $1 and next_occasion_id is not null order by md5(id::text)"
        " limit $2",
        house.organization,
        _ASKED,
    )
    took = []
    for row in [rows[0], *rows]:
        began = time.perf_counter()
        answer = await house.answer(document, {"id": global_id("Case", row["id"])} if document is _TOLD else {})
        took.append((time.perf_counter() - began) * 1000)
        assert orjson.loads(answer).get("errors") is None, answer[:300]
    return median(took[1:])


async def _sweep(house: House, bars: Bars) -> None:
    """What the clock of messages leaves of it, and how long it took."""
    (clock,) = (one for one in CLOCKS if one.kind is RetentionClass.MESSAGES)
    over = (
        "select count(*) from notices n left join occasions o on o.id = n.occasion_id where n.settled_at <= $1"
        " and (o.id is null or o.ends_at <= now())"
    )
    async with house.database.transaction(RETENTION) as tx:
        cutoff = tx.now - clock.after
    before = await house.bare.fetchval(over, cutoff)
    began = until = time.perf_counter()
    count = 0

    def told(kind: RetentionClass, gone: int) -> None:
        nonlocal count, until
        if kind is RetentionClass.MESSAGES:
            count, until = count + gone, time.perf_counter()

    await retention.sweep(house.database, told=told)
    left = await house.bare.fetchval(over, cutoff)
    kept = await house.bare.fetchval("select count(*) from notices where settled_at is not null")
    orphans = await house.bare.fetchval(
        "select count(*) from receipts where not exists (select from notices where id = notice_id)"
    )
    took = until - began
    print(f"decay: a sweep took {count:,} of {before:,} letters in {took:.0f} s ({count / took:,.0f}/s); {kept:,} stay")
    bars.note("letters that outlived their clock", left + orphans, must=0)


__all__ = ["lay_history", "measure_decay"]
