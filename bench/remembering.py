"""What the API process and its database connections hold in memory after ten thousand documents, no two alike."""

from __future__ import annotations

import os
import time
from pathlib import Path
from random import Random

from bench.bars import Bars
from bench.house import House

_TOLD = (100, 1_000, 4_000, 7_000, 10_000)
_FIELDS = ("id", "shortId", "stage", "custodyStatus", "priority", "tags", "nextOccasionAt", "openedAt", "revision",
           "noPublicity", "client { publicName }", "coordinator { name }", "hearings { id judge }",
           "nextHearing { id court { name } }", "assignments { id state }")  # fmt: skip
_PAGE = os.sysconf("SC_PAGE_SIZE")
#: What the process may grow by between the thousandth document and the ten thousandth, in MB.
_MOST = 50.0


async def measure_documents(house: House, bars: Bars) -> None:
    """Print the memory along the way, and how many documents and statements are kept."""
    kept = house.app.state.house
    chance = Random(1)
    began = time.perf_counter()
    _tell(house, 0, began)
    seen = set()
    held = {}
    for number in range(1, _TOLD[-1] + 1):
        chosen = chance.sample(_FIELDS, chance.randint(2, 9))
        fields = " ".join(f"a{number}_{at}: {one}" if chance.random() < 0.3 else one for at, one in enumerate(chosen))
        document = f"query Q{number} {{ cases(first: {chance.randint(1, 50)}) {{ edges {{ node {{ {fields} }} }} }} }}"
        seen.add(document)
        answer = await house.answer(document, {})
        assert answer.startswith(b'{"data"'), (document, answer[:300])
        if number in _TOLD:
            held[number] = _tell(house, number, began)
    assert len(seen) == _TOLD[-1]
    print(flush=True)
    bars.note("MB more after 10,000 documents than after 1,000", held[10_000] - held[1_000], must=_MOST)
    bars.note("documents kept, the page's own included", len(kept.documents), must=len(kept.documents.own) + 500)
    bars.note("statements kept", len(kept.answering), must=400)


def _tell(house: House, number: int, began: float) -> float:
    at = house.app.state.house
    held = int(Path("/proc/self/statm").read_text().split()[1]) * _PAGE / 1e6
    connections = [process for process in house.processes() if b"presencia_app" in _named(process)]
    theirs = sum(_anonymous(process) for process in connections)
    print(
        f"documents: after {number:6,}: process {held:6.0f} MB; {len(at.documents):,} documents and"
        f" {len(at.answering):,} statements kept; {len(connections)} connections {theirs:.0f} MB;"
        f" {time.perf_counter() - began:.0f} s",
        flush=True,
    )
    return held


def _named(process: Path) -> bytes:
    try:
        return (process / "cmdline").read_bytes()
    except OSError:
        return b""


def _anonymous(process: Path) -> float:
    """Memory of a process's own, in MB: without what all share."""
    lines = (process / "status").read_text().splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith("RssAnon")), 0) / 1e3
