"""Who saw this record? Asked of a million entries, about a case that very many looked at."""

from __future__ import annotations

import statistics
import time

from api.nodes import global_id
from bench.bars import Bars, load
from bench.house import House

ENTRIES, ABOUT_IT = 1_000_000, 5_000

#: Entries of an organization's everyday work, and among them those about one case, by forty people.
_ADDED = """
insert into audit_entries
  (at, actor_kind, actor_id, act, subject, subject_id, case_id, organization_id, records, fields, after)
select now() - i * interval '1 second', 'person',
  (array(select person_id from memberships order by id limit 40))[1 + i % 40], 'viewed', 'detainees',
  gen_random_uuid(), case when i % $3 = 0 then $2::uuid else gen_random_uuid() end,
  (select lead_organization_id from cases where id = $2),
  array[gen_random_uuid(), case when i % $3 = 0 then $2::uuid else gen_random_uuid() end],
  array['detainees.legal_name'], jsonb_build_object('operation', 'CasePage')
from generate_series(1, $1) i"""

ASKED = {
    "the entries of one case": "query ($id: ID!) { audit(recordId: $id) { edges { node { by at fields } } } }",
    "who saw one case": "query ($id: ID!) { whoSaw(recordId: $id) { by organization times lastAt fields door } }",
}


async def measure_seen(house: House, bars: Bars) -> None:
    """Print how long it takes to say who saw a case, of a million entries."""
    case = await house.bare.fetchval(
        "select id from cases where lead_organization_id = $1 order by number limit 1", house.organization
    )
    await house.bare.execute(_ADDED, ENTRIES, case, ENTRIES // ABOUT_IT, timeout=900)
    await house.bare.execute("vacuum analyze audit_entries", timeout=600)
    for what, document in ASKED.items():
        spent = []
        for _ in range(12):
            began = time.perf_counter()
            answer = await house.ask(document, id=global_id("Case", case))
            spent.append(time.perf_counter() - began)
        assert answer
        median, worst = statistics.median(spent[2:]), max(spent[2:])
        print(f"{what}: {median * 1000:,.1f} ms, at most {worst * 1000:,.1f} ms, of {ENTRIES:,}. Load {load()}")
        bars.note(f"{what}, seconds", median, must=1, aim=0.1)


__all__ = ["measure_seen"]
