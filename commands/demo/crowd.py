"""`presencia demo --cases N`: invented cases in any number, the same ones each time."""

from __future__ import annotations

import resource
import sys
import time
from datetime import datetime

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from casework import invention, sign_in
from casework.reference import load_reference
from casework.refusals import Invalid
from casework.settings import Settings
from commands import deployment
from commands.home import sayable

#: Coordinators of so many organizations get a login. Each costs a slow hash, on purpose.
_SIGN_IN = 5


async def make_crowd(
    settings: Settings, cases: int, *, password: str | None = None, now: datetime | None = None
) -> int:
    """Invent so many cases in an own set of organizations, whole or not at all. Returns the exit code."""
    if not 1 <= cases <= 1_000_000:
        print("Between 1 and 1,000,000 cases.", file=sys.stderr)
        return 1
    password = password or settings.demo_password or sayable()
    began = time.monotonic()
    console = Console(stderr=True)
    bar = Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), console=console, transient=True,
        disable=not console.is_terminal,
    )  # fmt: skip
    vault = deployment.vault(settings)
    try:
        with bar:
            task = bar.add_task("cases", total=cases)
            async with invention.as_owner(settings.owner_url, vault, now=now) as tx:
                await load_reference(tx)
                crowd = await invention.invent_organizations(tx, cases)
                for number, one in enumerate(crowd[:_SIGN_IN], start=1):
                    await sign_in.give_login(tx, one.coordinator, f"coordinator@crowd-{number}.test", password)
                made = await invention.invent_cases(
                    tx,
                    crowd,
                    cases,
                    lambda what, done, total: bar.update(task, description=what, completed=done, total=total),
                )
            bar.update(task, description="sweeping", total=None)
            await invention.sweep(settings.owner_url, invention.FILLED)
            filled = await invention.counted(settings.owner_url, invention.FILLED)
    except Invalid as refusal:
        print(refusal.message, file=sys.stderr)
        return 1
    print(f"{made:,} cases are in, of {len(crowd)} organizations, after {time.monotonic() - began:.0f} s.")
    _tell(filled, made)
    print(f"Sign in as coordinator@crowd-1.test with {password}, or as that of crowd-2 to crowd-{_SIGN_IN}.")
    return 0


def _tell(filled: list[invention.Filled], cases: int) -> None:
    """Rows and bytes of every table that was filled, and what making them took of memory."""
    print(f"{'':24}{'rows':>12}{'a case':>8}{'MB':>10}")
    for one in filled:
        print(f"{one.table:24}{one.rows:12,}{one.rows / cases:8.2f}{one.bytes / 1e6:10,.1f}")
    rows, size = sum(one.rows for one in filled), sum(one.bytes for one in filled)
    print(f"{'in all':24}{rows:12,}{rows / cases:8.2f}{size / 1e6:10,.1f}")
    # In kilobytes, but on macOS in bytes.
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    print(f"Most memory of this process: {most:,.0f} MB.")
