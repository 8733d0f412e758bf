"""`presencia deadlines`: the rules as a table, files of rules read and refused, and what would move."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import cyclopts
from rich.console import Console
from rich.table import Table

from casework import deadlines as law
from casework import docketing
from casework.actors import OPERATOR
from casework.settings import Settings
from commands import deployment
from schema.deadlines import Deadline

app = cyclopts.App(name="deadlines", help="Rules of deadlines.")


class _Look(Exception):
    """Nothing is to be kept."""


@app.command
def rules() -> None:
    """Print every rule: what sets it going, how it is counted, whom it binds, where the law says so, how it stands."""
    try:
        found = law.rules()
    except law.BadRules as bad:
        sys.exit(str(bad))
    table = Table(show_lines=True)
    for heading in ("rule", "from", "length", "binds", "citation", "in force", "stands", "checked"):
        table.add_column(heading, overflow="fold")
    for row in lines(found.values()):
        table.add_row(*row)
    Console(width=None if sys.stdout.isatty() else 200).print(table)


def lines(found: Iterable[law.Rule]) -> Iterator[tuple[str, ...]]:
    """One line a provision."""
    for one in found:
        for number, provision in enumerate(one.provisions):
            yield (
                f"{one.key}\n{one.name.en}" if number == 0 else "",
                one.trigger.value.replace("_", " ") if number == 0 else "",
                _length(provision),
                one.binds.value.replace("_", " ") if number == 0 else "",
                provision.citation,
                _in_force(provision),
                provision.litigation.value + (f" {provision.set_aside}" if provision.set_aside else ""),
                "read" if provision.verified else f"UNVERIFIED ({provision.verification.value.replace('_', ' ')})",
            )


def _length(one: law.Provision) -> str:
    if one.set_by_court:
        said = "set by the court"
    elif one.measures[0].length is None:
        said = "no limit"
    else:
        said = " or ".join(f"{each.length} {(each.unit or '').replace('_', ' ')}" for each in one.measures)
    parts = [said, *(["before"] if one.before else []), *(["moves"] if one.moves else [])]
    parts += [*(["received"] if one.receipt else []), *one.written_for]
    return ", ".join(parts)


def _in_force(one: law.Provision) -> str:
    since = "since ? " if one.since_unverified else f"since {one.in_force_from} " if one.in_force_from else ""
    return (since + (f"until {one.in_force_until}" if one.in_force_until else "")).strip() or "long-standing"


@app.command
def check(*files: Path) -> None:
    """Read files of rules, or those that ship, and say each fault with its line. Nothing is changed."""
    texts = {}
    for path in files:
        try:
            texts[str(path)] = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as problem:
            sys.exit(f"{path} cannot be read: {problem}")
    try:
        found = law.read(texts or law.files())
    except law.BadRules as bad:
        print(bad, file=sys.stderr)
        sys.exit(1)
    unverified = sum(any(not each.verified for each in one.provisions) for one in found.values())
    print(f"{len(found)} rules are right; {unverified} of them lean on something unverified.")


@app.command
def replan(
    *, apply: Annotated[bool, cyclopts.Parameter(help="Keep it. Without this, nothing changes.")] = False
) -> None:
    """Work out every open case's deadlines again, as after a rule was changed, and say what moved. With --apply it is
    kept: what moved is for review again, and counsel is asked.
    """
    sys.exit(asyncio.run(replan_all(deployment.with_database(), apply=apply)))


async def replan_all(settings: Settings, *, apply: bool) -> int:
    """Returns the exit code."""
    count = 0
    async with deployment.database(settings) as database:
        async with database.transaction(OPERATOR) as tx:
            cases = await docketing.open_cases(tx)
        for case_id in cases:
            # A case each, so that nobody waits for all of them, and what was stopped goes on when it is called again.
            with suppress(_Look):
                async with database.transaction(OPERATOR) as tx:
                    number, moved = await docketing.replan_case(tx, case_id)
                    for one in moved:
                        print(f"{number}: {said(one)}", flush=True)
                    count += len(moved)
                    if not apply:
                        raise _Look
    print(f"{count:,} deadlines changed." if apply else f"{count:,} would change. Nothing was: --apply keeps it.")
    return 0


def said(one: docketing.Moved) -> str:
    """What became of one deadline, with no word of whom it is about."""
    row = one.deadline
    if one.why is None:
        return f"{row.rule} is new: {_when(row)}"
    before = one.before_at.isoformat() if one.before_at else one.before_on.isoformat() if one.before_on else "no date"
    because = one.why.value.replace("_", " ")
    if row.state == "superseded":
        return f"{row.rule} fell away: {before} ({because})"
    return f"{row.rule} moved: {before} → {_when(row)} ({because})"


def _when(row: Deadline) -> str:
    if row.due_at is not None:
        return row.due_at.isoformat()
    return row.due_on.isoformat() if row.due_on else "the court sets it"
