"""`presencia demo --cases N`: invented cases in any number, the same ones each time."""

from __future__ import annotations

import sys
import time

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from casework import invention, sign_in
from casework.actors import OPERATOR
from casework.reference import load_reference
from casework.refusals import Invalid
from casework.settings import Settings
from commands import deployment
from commands.home import sayable


async def make_crowd(settings: Settings, cases: int, *, password: str | None = None) -> int:
    """Invent so many cases in an own set of organizations, whole or not at all. Returns the exit code."""
    if not 1 <= cases <= 1_000_000:
        print("Between 1 and 1,000,000 cases.", file=sys.stderr)
        return 1
    password = password or settings.demo_password or sayable()
    began = time.monotonic()
    console = Console(stderr=True)
    bar = Progress(
        TextColumn("cases"), BarColumn(), MofNCompleteColumn(), console=console, transient=True,
        disable=not console.is_terminal,
    )  # fmt: skip
    async with deployment.database(settings) as database:
        try:
            with bar:
                task = bar.add_task("cases", total=cases)
                async with database.transaction(OPERATOR) as tx:
                    await load_reference(tx)
                    crowd = await invention.invent_organizations(tx)
                    for number, one in enumerate(crowd, start=1):
                        await sign_in.give_login(tx, one.coordinator, f"coordinator@crowd-{number}.test", password)
                    made = await invention.invent_cases(
                        tx, crowd, cases, lambda done, _: bar.update(task, completed=done)
                    )
        except Invalid as refusal:
            print(f"{refusal.message} The crowd is in this database already.", file=sys.stderr)
            return 1
    print(f"{made:,} cases are in, of {len(crowd)} organizations, after {time.monotonic() - began:.0f} s.")
    print(f"Sign in as coordinator@crowd-1.test with {password}")
    return 0
