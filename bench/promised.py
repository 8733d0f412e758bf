"""Twenty thousand questions to both walls, held against a third statement of the rules."""

from __future__ import annotations

from random import Random

from bench.bars import Bars, load
from bench.house import House
from bench.walls import Held, hold
from bench.worlds import lay, world
from migrations import roles

PAIRS = 20_000


async def measure_promise(house: House, bars: Bars) -> None:
    """Print how many (person, table) pairs were asked, and what either wall showed or kept back wrongly. What the house
    held is gone afterwards.
    """
    tables = [name for (name,) in await house.bare.fetch("select tablename from pg_tables where schemaname = 'public'")]
    superuser = await roles.connect(house.superuser_url)
    await superuser.execute("set session_replication_role = replica")
    found, seed = Held(), 0
    while found.pairs < PAIRS:
        await superuser.execute(";".join(f'delete from "{name}"' for name in tables if name != "alembic_version"))
        drawn = world(Random(seed))
        await lay(superuser, drawn)
        await hold(house.database, drawn, found)
        seed += 1
    await superuser.close()
    print(f"promise: {found.pairs:,} pairs in {seed} worlds, {found.rows:,} rows of theirs. Load {load()}")
    for wall, table, person, row in (found.leaks + found.denials)[:10]:
        print(f"  {wall}: {table} {row} of {person}")
    print(flush=True)
    bars.note("rows shown to whom they were not promised", len(found.leaks), must=0)
    bars.note("rows kept from whom they were promised", len(found.denials), must=0)
