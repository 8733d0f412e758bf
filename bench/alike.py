"""Operations drawn from the whole schema: asked of both paths, which must say the same."""

from __future__ import annotations

import time

from bench.bars import Bars
from bench.house import PASSWORD, House
from bench.paths import LEFT, Paths
from casework import sign_in
from casework.actors import SIGN_IN
from commands.demo import make_demo

_OPERATIONS = 2_000
_MUST = 0.95


async def measure_operations(house: House, bars: Bars) -> None:
    """Print how many of the operations are woven, and what is not. The people of the small demo ask them.

    Raises :class:`AssertionError` with the operation when the two paths disagree.
    """
    assert await make_demo(house.settings, password=PASSWORD) == 0
    people = await house.bare.fetch(
        "select l.person_id from logins l join memberships m on m.person_id = l.person_id"
        " join organizations o on o.id = m.organization_id where o.slug not like 'crowd-%' group by 1 order by 1"
    )
    sessions = {}
    for (person_id,) in people:
        async with house.database.transaction(SIGN_IN) as tx:
            sessions[person_id] = await sign_in.sign_in(tx, person_id)
    began = time.perf_counter()
    tried, left = await Paths(house.database, house.settings, sessions).draw(_OPERATIONS)
    woven = 1 - len(left) / tried
    print(
        f"operations: {tried:,} drawn and asked by {len(sessions)} people in {time.perf_counter() - began:.0f} s;"
        f" {woven:.1%} woven; all answered alike: data, nulls, errors, order"
    )
    reasons = [one.partition(":")[0] for one in left]
    for reason in sorted(set(reasons)):
        print(f"  left to the ordinary executor {reasons.count(reason):,} times: {reason}")
    bars.note("share of operations that are not woven", 1 - woven, must=1 - _MUST)
    assert [one for one in left if not one.startswith(LEFT)] == []
    print(flush=True)
