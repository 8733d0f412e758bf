"""`presencia`: the commands, each in a module of its own, loaded when it is typed."""

from __future__ import annotations

import cyclopts

#: What is typed → where it is. A module that makes sub-commands offers an `app`.
COMMANDS = {
    "up": "commands.up:up",
    "serve": "commands.serve:serve",
    "worker": "commands.worker:worker",
    "migrate": "commands.migrate:migrate",
    "import": "commands.importing:app",
    "demo": "commands.demo:demo",
    "user": "commands.user:app",
    "token": "commands.token:app",
    "identity-provider": "commands.identity_provider:app",
    "feed": "commands.feed:app",
    "audit": "commands.audit:app",
    "deadlines": "commands.deadlines:app",
    "keys": "commands.keys:app",
    "retention": "commands.retention:retention",
    "permissions": "commands.permissions:permissions",
    "develop": "commands.develop:app",
}

app = cyclopts.App(
    name="presencia",
    help="A case tracker for people held in immigration detention. `docs/operating.md` says more.",
    version_flags=["--version"],
    help_flags=["--help", "-h"],
)
for name, place in COMMANDS.items():
    app.command(place, name=name)


def main() -> None:
    """Run what was typed."""
    app()
