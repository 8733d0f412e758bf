"""What developers type through `make`: fresh migrations, the printed contract, all checks, all tests."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from pathlib import Path
from typing import Annotated

import cyclopts

from casework.settings import ROOT
from commands.children import CannotStart

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


@app.command
def contract() -> None:
    """Print the GraphQL contract to ``api/schema.graphql``."""
    from api import graph
    from commands import checks

    checks.CONTRACT.write_text(graph.printed())
    print(f"{checks.CONTRACT.relative_to(ROOT)} is printed.")


@app.command
def check(*only: str) -> None:
    """Run all checks, or those named."""
    from commands.checks import CHECKS

    unknown = [name for name in only if name not in CHECKS]
    if unknown:
        sys.exit(f"No such check: {', '.join(unknown)}. There are: {', '.join(CHECKS)}.")
    failed = 0
    for name in only or CHECKS:
        began = time.monotonic()
        try:
            faults = CHECKS[name]()
        except CannotStart as problem:
            faults = [str(problem)]
        failed += bool(faults)
        print(f"{'FAILED' if faults else 'ok':<7}{name} ({time.monotonic() - began:.1f} s)", flush=True)
        for fault in faults:
            print("  " + fault.replace("\n", "\n  "), flush=True)
    sys.exit(1 if failed else 0)


@app.command
def test(*arguments: Annotated[str, cyclopts.Parameter(allow_leading_hyphen=True)]) -> None:
    """Run every test. What follows is given to pytest for the Python part."""
    from commands import trials

    try:
        sys.exit(trials.run_all(arguments))
    except CannotStart as problem:
        sys.exit(str(problem))


@app.command(name="check-pg")
def check_pg() -> None:
    """Run the Python tests on the machine's own PostgreSQL."""
    from commands import trials

    sys.exit(trials.on_system_postgres())


@app.command
def sbom() -> None:
    """Write a bill of materials for each stack into ``dist/sbom``."""
    from commands import supply

    for path in supply.bill_of_materials():
        print(path.relative_to(ROOT))


@app.command
def advisories() -> None:
    """Ask the registries what is known against any package. Ends with 1 when something is."""
    from commands import supply

    found = supply.advisories()
    for name, clean, said in found:
        print(f"{'not run' if clean is None else 'ok' if clean else 'FOUND':<8}{name}: {said}")
    sys.exit(any(clean is False for _, clean, _ in found))


@app.command
def screenshots() -> None:
    """Take the README's pictures anew, of a demo that is started for it."""
    from commands import pictures, trials

    try:
        taken = pictures.take(trials.chromium())
    except CannotStart as problem:
        sys.exit(str(problem))
    for path in taken:
        print(f"{path.relative_to(ROOT)} ({path.stat().st_size / 1000:.0f} kB)")


@app.command
def screens(folder: Path, *, at: str = "", password: str = "", only: str = "") -> None:
    """Photograph every screen as each of those who have it, light and dark, on a telephone and on a desk.

    Parameters
    ----------
    folder
        Where the pictures go. They are for looking at, and are not committed.
    at
        The address of a demo that runs already; otherwise one is started for it.
    password
        Everyone's password there.
    only
        Screens whose name fits this pattern.
    """
    from commands import screenshots, trials

    try:
        for path in screenshots.take(trials.chromium(), folder, at=at, password=password, only=only):
            print(path, flush=True)
    except CannotStart as problem:
        sys.exit(str(problem))


def _format(path: Path) -> None:
    for command in (["check", "--fix-only", "--quiet"], ["format", "--quiet"]):
        subprocess.run([sys.executable, "-m", "ruff", *command, str(path)], check=True)
