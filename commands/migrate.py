"""`presencia migrate`: bring the tables up to date."""

from __future__ import annotations

import asyncio
import sys

from commands import deployment
from migrations import running


def migrate() -> None:
    """Bring the tables up to date, as the owner (DATABASE_OWNER_URL, else DATABASE_URL)."""
    settings = deployment.with_database()
    try:
        before = asyncio.run(running.current(settings.owner_url))
        now = asyncio.run(running.migrate(settings.owner_url, settings.database_url))
        added = asyncio.run(deployment.load_reference(settings))
    except running.NotReady as problem:
        sys.exit(str(problem))
    except OSError as problem:
        sys.exit(f"PostgreSQL does not answer: {problem}")
    print(f"The tables stand at {now}" + ("." if before == now else f"; they stood at {before or 'nothing'}."))
    if added:
        print(f"{added} courts, hearing locations and facilities that ship were added.")
