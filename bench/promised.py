"""Twenty thousand questions to both walls, and to whoever writes letters and pages, held against a third statement."""

from __future__ import annotations

from random import Random

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bench.bars import Bars, load
from bench.house import House
from bench.laid import lay
from bench.telling import hold_cards, hold_pages
from bench.walls import Held, hold
from bench.worlds import World, world
from migrations import roles

PAIRS = 20_000


async def measure_promise(house: House, bars: Bars) -> None:
    """Print how many pairs were asked (a person and a table; eyes and an occasion; a link and its page), and what was
    shown or kept back wrongly. What the house held is gone afterwards.
    """
    tables = [name for (name,) in await house.bare.fetch("select tablename from pg_tables where schemaname = 'public'")]
    superuser = await roles.connect(house.superuser_url)
    await superuser.execute("set session_replication_role = replica")
    rows, told, worlds = Held(), Held(), 0
    for drawn in _drawn(100):
        if rows.pairs >= PAIRS:
            break
        await superuser.execute(";".join(f'delete from "{name}"' for name in tables if name != "alembic_version"))
        await lay(superuser, drawn, house.database.vault)
        await hold(house.database, drawn, rows)
        await hold_cards(house.database, drawn, told)
        await hold_pages(house.database, drawn, told)
        worlds += 1
    await superuser.close()
    print(f"promise: {rows.pairs:,} pairs of rows in {worlds} worlds, {rows.rows:,} rows of theirs. Load {load()}")
    print(f"         {told.pairs:,} cards and pages, {told.rows:,} of which say something")
    wrong = [*rows.leaks, *rows.denials, *told.leaks, *told.denials]
    for where, what, whom, which in wrong[:10]:
        print(f"  {where}: {what} {which} of {whom}")
    print(flush=True)
    bars.note("pairs of the twenty thousand that were not asked", max(PAIRS - rows.pairs, 0), must=0)
    bars.note("shown to whom it was not promised", len(rows.leaks) + len(told.leaks), must=0)
    bars.note("kept from whom it was promised", len(rows.denials) + len(told.denials), must=0)


def _drawn(count: int) -> list[World]:
    """Worlds as hypothesis draws them: plain ones and odd ones."""
    found: list[World] = []

    @settings(
        max_examples=count,
        database=None,
        derandomize=True,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(random=st.one_of(st.randoms(use_true_random=True), st.randoms(use_true_random=False)))
    def draw(random: Random) -> None:
        found.append(world(random))

    draw()
    return found
