"""The trail at a million entries: how fast they are chained, and how long it takes to verify them all."""

from __future__ import annotations

import time

from bench.bars import Bars, load
from bench.house import House
from casework import trail
from casework.actors import OPERATOR

ENTRIES = 1_000_000

_ADDED = """
insert into audit_entries
  (at, actor_kind, actor_id, act, subject, subject_id, case_id, organization_id, records, fields, after)
select now(), 'person', gen_random_uuid(), 'viewed', 'detainees', gen_random_uuid(), gen_random_uuid(),
  (array(select id from organizations))[1 + i % 4], array[gen_random_uuid(), gen_random_uuid()],
  array['identities.legal_name'], jsonb_build_object('operation', 'CasePage')
from generate_series(1, $1) i"""


async def measure_chain(house: House, bars: Bars) -> None:
    """Print what sealing and verifying a million entries takes."""
    await trail.seal_up_to_now(house.database)
    await house.bare.execute(_ADDED, ENTRIES, timeout=600)
    began = time.perf_counter()
    sealed = await trail.seal_up_to_now(house.database)
    took = time.perf_counter() - began
    await house.bare.execute("vacuum analyze audit_entries, trail_seals", timeout=600)
    began = time.perf_counter()
    async with house.database.transaction(OPERATOR) as tx:
        faults = await trail.faults(tx)
    verified = time.perf_counter() - began
    assert sealed == ENTRIES, sealed
    assert not faults, faults[:3]
    print(
        f"trail: {sealed / took:,.0f} entries sealed a second; {ENTRIES:,} verified in {verified:.1f} s. Load {load()}"
    )
    bars.note("trail: seconds to seal a thousand entries", took / sealed * 1000, must=1)
    bars.note("trail: seconds to verify a million entries", verified, must=60)
