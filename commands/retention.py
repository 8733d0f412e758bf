"""`presencia retention`: what goes, and when it goes."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Mapping, Sequence
from typing import Annotated
from uuid import UUID

import cyclopts

from casework import organizations
from casework import retention as clocks
from casework.actors import RETENTION
from casework.settings import Settings
from commands import deployment


def retention(
    *, apply: Annotated[bool, cyclopts.Parameter(help="Take it away. Without this, nothing changes.")] = False
) -> None:
    """Say what the clocks have run out on, of each organization, and what a legal hold keeps. With --apply it goes,
    as the worker does once a day; stopped half-way, it goes on when it is called again.
    """
    sys.exit(asyncio.run(sweep(deployment.with_database(), apply=apply)))


async def sweep(settings: Settings, *, apply: bool) -> int:
    """Returns the exit code."""
    async with deployment.database(settings) as database:
        async with database.transaction(RETENTION) as tx:
            due, names = await clocks.due(tx), await organizations.slugs(tx)
        for line in said(due, names):
            print(line)
        if not apply:
            print("Nothing was changed: --apply takes it away.")
            return 0
        gone = await clocks.sweep(database, told=lambda kind, count: print(f"{kind}: {count:,}", flush=True))
    print(f"{gone.total():,} records are gone.")
    return 0


def said(due: Sequence[clocks.Due], names: Mapping[UUID, str]) -> list[str]:
    """The clocks with their terms and why, and under each what it has run out on."""
    lines = []
    for clock in clocks.CLOCKS:
        lines.append(f"{clock.kind}, {clock.after.days} days after {clock.since}: {clock.goes}")
        lines.append(f"  why: {clock.why}")
        rows = [(_named(one, names), one) for one in due if one.kind is clock.kind]
        lines += [
            f"  {name}: {one.goes:,} go" + (f", a legal hold keeps {one.held:,}" if one.held else "")
            for name, one in sorted(rows, key=lambda row: row[0])
        ]
    return lines


def _named(due: clocks.Due, names: Mapping[UUID, str]) -> str:
    return names[due.organization_id] if due.organization_id else "(no organization)"
