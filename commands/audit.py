"""`presencia audit`: is the trail as it was written?"""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from typing import Annotated
from uuid import UUID

import cyclopts

from casework import trail
from casework.actors import OPERATOR
from casework.settings import Settings
from commands import deployment

app = cyclopts.App(name="audit", help="The trail of who changed and who saw what.")


@app.command
def verify(
    *, anchor: Annotated[Path | None, cyclopts.Parameter(help="What `presencia audit anchor` printed once.")] = None
) -> None:
    """Find entries that were changed, removed, slipped in or put into another order; with an anchor also a cut end."""
    sys.exit(asyncio.run(verify_trail(deployment.with_database(), anchor)))


@app.command(name="anchor")
def print_anchor() -> None:
    """Print how far each organization's chain has come. Keep it where this machine does not reach."""
    sys.exit(asyncio.run(anchor_trail(deployment.with_database())))


async def verify_trail(settings: Settings, anchor: Path | None = None) -> int:
    """Print every fault. Returns the exit code: 1 when there is any."""
    try:
        kept = _read(anchor) if anchor else {}
    except (OSError, ValueError, KeyError, TypeError) as problem:
        print(f"{anchor} is no anchor: {problem}", file=sys.stderr)
        return 2
    async with deployment.database(settings) as database, database.transaction(OPERATOR) as tx:
        found = await trail.faults(tx, kept)
        heads = await trail.heads(tx)
    for fault in found:
        at = f"entry {fault.seq:,}: " if fault.seq else ""
        print(f"{at}{fault.what} (chain {fault.chain})")
    links = sum(head.place for head in heads)
    print(f"{links:,} entries in {len(heads):,} chains; {len(found) or 'no'} fault{'s' * (len(found) != 1)}.")
    return 1 if found else 0


async def anchor_trail(settings: Settings) -> int:
    """Print the heads as JSON. Returns the exit code."""
    async with deployment.database(settings) as database, database.transaction(OPERATOR) as tx:
        heads = await trail.heads(tx)
        at = tx.now
    said = {str(head.chain): {"place": head.place, "hash": head.hash} for head in heads}
    print(json.dumps({"at": at.isoformat(), "chains": said}, indent=1))
    return 0


def _read(path: Path) -> dict[UUID, trail.Head]:
    chains = json.loads(path.read_text())["chains"]
    heads = [trail.Head(UUID(chain), int(one["place"]), str(one["hash"])) for chain, one in chains.items()]
    return {head.chain: head for head in heads}
