"""What developers type through `make`: fresh migrations, the printed contract, all checks, all tests."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

import cyclopts

from casework.settings import ROOT

app = cyclopts.App(name="develop", help="For developers, through `make`.", show=False)


@app.command(name="migration-fresh")
def migration_fresh() -> None:
    """Write the first migration anew from the nouns, and say whether the later ones still follow it."""
    from commands import scratch
    from migrations import roles, running

    with scratch.cluster() as cluster:
        cluster.make("first")
        written = asyncio.run(running.write_first(cluster.url(roles.OWNER, "first")))
        _format(written)
        cluster.make("whole")
        whole = cluster.url(roles.OWNER, "whole")
        revision = asyncio.run(running.migrate(whole))
        differing = asyncio.run(running.differences(whole))
    print(f"{written.relative_to(ROOT)} is written; a new database stands at {revision}.")
    for line in differing:
        print(f"  differs from the nouns: {line}")
    if differing:
        sys.exit(1)


def _format(path: Path) -> None:
    for command in (["check", "--fix-only", "--quiet"], ["format", "--quiet"]):
        subprocess.run([sys.executable, "-m", "ruff", *command, str(path)], check=True)
