"""`presencia token`: bearer tokens for scripts."""

from __future__ import annotations

import asyncio
import sys

import cyclopts

from casework import sign_in
from casework.actors import OPERATOR
from casework.refusals import SignInRefused
from casework.settings import Settings
from commands import deployment

app = cyclopts.App(name="token", help="Bearer tokens for scripts.")


@app.command
def create(email: str, *, name: str) -> None:
    """Print a token that acts as this person. It is shown once; only its hash is kept."""
    sys.exit(asyncio.run(make_token(deployment.with_database(), email, name)))


async def make_token(settings: Settings, email: str, name: str) -> int:
    """Make and print it. Returns the exit code."""
    try:
        async with deployment.database(settings) as database, database.transaction(OPERATOR) as tx:
            secret = await sign_in.create_token(tx, email, name)
    except SignInRefused:
        print(f"Nobody signs in as {email}.", file=sys.stderr)
        return 1
    print(secret)
    return 0
