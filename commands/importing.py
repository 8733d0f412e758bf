"""`presencia import`: a spreadsheet becomes cases, whole or not at all.

What is wrong is said by row and column, all of it at once, and then nothing has been saved. The same file may be
imported again: rows that say what they said before change nothing.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Annotated

import cyclopts
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from casework import imports
from casework.actors import OPERATOR
from casework.imports import ImportKind, RowsRefused, Tally
from casework.refusals import Refusal
from casework.settings import Settings
from casework.transaction import Database
from commands import deployment

app = cyclopts.App(name="import", help="Read facilities, courts, people, custody or hearings from a CSV or XLSX file.")

File = Annotated[Path, cyclopts.Parameter(help="A CSV or XLSX file.")]
DryRun = Annotated[bool, cyclopts.Parameter(name="--dry-run", negative=(), help="Say what would happen; save nothing.")]
Whose = Annotated[
    str, cyclopts.Parameter(name="--organization", help="Slug of the legal provider whose cases they are.")
]

#: Problems printed one by one; the rest is a number.
PRINTED = 40


@app.command
def facilities(file: File, *, dry_run: DryRun = False) -> None:
    """Places of custody, by ICE's DETLOC code. They belong to the whole deployment."""
    _run(ImportKind.FACILITIES, file, None, dry_run)


@app.command
def courts(file: File, *, dry_run: DryRun = False) -> None:
    """Immigration courts, by EOIR's base city code. They belong to the whole deployment."""
    _run(ImportKind.COURTS, file, None, dry_run)


@app.command
def people(file: File, *, organization: Whose, dry_run: DryRun = False) -> None:
    """People in detention: each becomes a case of the organization."""
    _run(ImportKind.PEOPLE, file, organization, dry_run)


@app.command
def custody(file: File, *, organization: Whose, dry_run: DryRun = False) -> None:
    """Detention history of people imported before."""
    _run(ImportKind.CUSTODY, file, organization, dry_run)


@app.command
def hearings(file: File, *, organization: Whose, dry_run: DryRun = False) -> None:
    """Hearings of people imported before, and which date was set in place of which."""
    _run(ImportKind.HEARINGS, file, organization, dry_run)


def _run(kind: ImportKind, file: Path, organization: str | None, dry_run: bool) -> None:
    sys.exit(asyncio.run(import_file(deployment.with_database(), kind, file, organization, dry_run=dry_run)))


class _Rehearsed(Exception):
    """Leaves a dry run's transaction with its tally, so that nothing else of it stays."""

    def __init__(self, tally: Tally) -> None:
        self.tally = tally


async def import_file(
    settings: Settings, kind: ImportKind, file: Path, organization: str | None, *, dry_run: bool = False
) -> int:
    """Import one file and say how it went. Returns the exit code: 0, or 1 when nothing was imported."""
    errors = Console(stderr=True, soft_wrap=True, highlight=False, markup=False)
    try:
        async with deployment.database(settings) as database:
            tally = await _within(database, kind, file, organization, dry_run, errors)
    except RowsRefused as refusal:
        _print_problems(errors, refusal)
        return 1
    except Refusal as refusal:
        errors.print(refusal.message)
        return 1
    _print_tally(tally, dry_run)
    return 0


async def _within(
    database: Database, kind: ImportKind, file: Path, slug: str | None, dry_run: bool, errors: Console
) -> Tally:
    with _bar(errors) as bar:
        task = bar.add_task(f"{kind}", total=None)
        try:
            async with database.transaction(OPERATOR) as tx:
                organization = await imports.legal_provider_called(tx, slug) if slug else None
                tally = await imports.import_file(
                    tx,
                    kind,
                    file,
                    organization=organization,
                    progress=lambda done, total: bar.update(task, completed=done, total=total),
                )
                if dry_run:
                    raise _Rehearsed(tally)
        except _Rehearsed as rehearsed:
            return rehearsed.tally
    return tally


def _bar(errors: Console) -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=errors,
        transient=True,
        # A bar in a log file is noise.
        disable=not errors.is_terminal,
    )


def _print_tally(tally: Tally, dry_run: bool) -> None:
    counted = f"{tally.added:,} new, {tally.changed:,} changed, {tally.unchanged:,} unchanged"
    print(f"{tally.kind}: {tally.rows:,} rows, {'would be ' if dry_run else ''}{counted}.")
    for remark in tally.remarks:
        print(f"  {remark}")
    if dry_run:
        print("This was a dry run: nothing was saved.")


def _print_problems(errors: Console, refusal: RowsRefused) -> None:
    for problem in refusal.problems[:PRINTED]:
        errors.print(f"  {problem}")
    if refusal.count > PRINTED:
        errors.print(f"  … and {refusal.count - PRINTED:,} more.")
    errors.print(refusal.message)
