"""What `make check` holds: all that a machine can see without running the product. Each check returns its faults."""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from casework.settings import ROOT, Settings

#: What is wrong, one sentence a fault; nothing when all is well.
Faults = list[str]

CONTRACT = ROOT / "api" / "schema.graphql"
OPERATING = ROOT / "docs" / "operating.md"


def tool(*command: str, cwd: Path = ROOT) -> Callable[[], Faults]:
    """A check that is a tool of its own: its output is the fault."""

    def run() -> Faults:
        done = subprocess.run(
            [sys.executable, "-m", *command] if command[0] in {"ruff", "mypy"} else list(command),
            cwd=cwd,
            capture_output=True,
            text=True,
            check=False,
        )
        return [] if done.returncode == 0 else [(done.stdout + done.stderr).strip()]

    return run


def import_contracts() -> Faults:
    """Who may import whom: the contracts in pyproject.toml."""
    return tool(str(Path(sys.executable).parent / "lint-imports"), "--no-logo")()


def printed_contract() -> Faults:
    """``api/schema.graphql`` is what the code prints."""
    from api import graph

    if CONTRACT.is_file() and CONTRACT.read_text() == graph.printed():
        return []
    return ["api/schema.graphql is not what the code prints. Run `make contract` and read the difference."]


def migrations_match() -> Faults:
    """A new database, migrated, has the tables of the nouns, and the code knows its newest migration."""
    from casework.health import REVISION
    from commands import scratch
    from migrations import roles, running

    with scratch.cluster() as cluster:
        cluster.make("checked")
        owner = cluster.url(roles.OWNER, "checked")
        revision = asyncio.run(running.migrate(owner))
        found = [f"Tables and nouns differ: {line}" for line in asyncio.run(running.differences(owner))]
    if revision != REVISION:
        found.append(f"casework.health.REVISION is {REVISION}; the newest migration is {revision}.")
    return found


def locks() -> Faults:
    """Every package has one version and its hashes, and no lock says where it is fetched."""
    from commands import locks as written

    found = [f"{name}: {fault}" for name in written.LOCKS for fault in written.faults((ROOT / name).read_text())]
    for name, asked in written.LOCKS.items():
        found += [f"{name}: misses {one}. Run `make lock`." for one in written.missing(name, asked)]
    return found


def documented() -> Faults:
    """Settings, commands and make targets are told in docs/operating.md, and nothing is told that is not there."""
    told = OPERATING.read_text() if OPERATING.is_file() else ""
    names, typed, targets = set(setting_names()), set(command_names()), set(make_targets())
    found = [f"docs/operating.md does not tell the setting {name}." for name in names if f"`{name}`" not in told]
    found += [f"docs/operating.md does not tell `{name}`." for name in typed if f"`{name}" not in told]
    found += [f"docs/operating.md does not tell `make {name}`." for name in targets if f"`make {name}`" not in told]
    found += [
        f"docs/operating.md tells {name}, which is no setting."
        for name in set(re.findall(r"`(PRESENCIA_[A-Z_]+)`", told)) - names
        if not name.startswith(("PRESENCIA_TEST_", "PRESENCIA_SAMPLE_"))
    ]
    readme = (ROOT / "README.md").read_text()
    found += [
        f"`make {name}` is told but is no target."
        for name in set(re.findall(r"`make ([a-z-]+)", told + readme)) - targets
    ]
    return sorted(found)


def permissions_printed() -> Faults:
    """``docs/permissions.md`` is what the rules print."""
    from commands import permissions

    if permissions.PAGE.is_file() and permissions.PAGE.read_text() == permissions.page():
        return []
    return ["docs/permissions.md is not what the rules print. Run `presencia permissions > docs/permissions.md`."]


def deadline_rules() -> Faults:
    """Every rule of deadlines that ships is right, and has a citation."""
    from casework import deadlines

    try:
        deadlines.read(deadlines.files())
    except deadlines.BadRules as bad:
        return [str(one) for one in bad.problems]
    return []


def front_end() -> Faults:
    """The page's types, lint, and the code generated from the contract."""
    from commands import page

    environment = page.node_environment()
    page.install(environment, "dev")
    found = []
    for script in ("typecheck", "lint", "codegen:check"):
        done = subprocess.run(
            ["npm", "run", "--silent", script],
            cwd=page.FRONTEND,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            found.append(f"npm run {script}:\n{(done.stdout + done.stderr).strip()}")
    return found


#: In the order of speed, so that a slip is told soon.
CHECKS: dict[str, Callable[[], Faults]] = {
    "lint": tool("ruff", "check", "--quiet", "."),
    "format": tool("ruff", "format", "--check", "--quiet", "."),
    "locks": locks,
    "documented": documented,
    "permissions": permissions_printed,
    "deadline rules": deadline_rules,
    "contract": printed_contract,
    "imports": import_contracts,
    "types": tool("mypy"),
    "migrations": migrations_match,
    "front end": front_end,
}


def setting_names() -> Iterator[str]:
    """Every environment variable that a deployment may set."""
    for name, field in Settings.model_fields.items():
        alias = field.validation_alias
        yield alias if isinstance(alias, str) else f"PRESENCIA_{name.upper()}"


def command_names() -> Iterator[str]:
    """Everything that can be typed after ``presencia``, but what `make` types."""
    from commands.main import app

    for name in app:
        if name.startswith("-") or name == "develop":
            continue
        inner = [word for word in app[name] if not word.startswith("-")]
        yield from (f"presencia {name} {word}" for word in inner) if inner else (f"presencia {name}",)


def make_targets() -> list[str]:
    """Targets that `make help` lists."""
    return re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(), re.MULTILINE)
