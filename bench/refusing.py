"""What the worst documents cost: those that are refused, and those within every limit that take as long as they can."""

from __future__ import annotations

import time

from bench.bars import Bars
from bench.hostile import all_of
from bench.house import House
from bench.readings import database_seconds

_BAR = 250.0


async def measure_hostile(house: House, bars: Bars) -> None:
    """Print the slowest of each kind, by CPU of server and database; the best of three, as a new document each time."""
    found: dict[str, list[tuple[float, int, str, str]]] = {}
    for kind, name, body in all_of():
        spent = []
        said = b""
        for turn in range(3):
            # A blank more makes it a document that was never seen.
            given = body.replace(b'{"query":"', b'{"query":"' + b" " * turn, 1)
            server, database = time.process_time(), database_seconds(house)
            said = await house.sent(given)
            spent.append((time.process_time() - server + database_seconds(house) - database) * 1000)
            refused = said.startswith(b'{"errors"')
            assert refused or kind == "heavy", (name, said[:200])
        found.setdefault(kind, []).append((min(spent), len(body), name, said[:110].decode(errors="replace")))
    for kind, all_found in found.items():
        print(f"{kind}: {len(all_found)} documents, the slowest:")
        for cost, size, name, text in sorted(all_found, reverse=True)[:5]:
            print(f"  {cost:7.1f} ms CPU  {size:9,} bytes  {name}: {text}")
        bars.note(f"the slowest {kind} document, ms CPU", max(all_found)[0], must=_BAR)
    print(flush=True)
