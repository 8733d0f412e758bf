"""`presencia token`: bearer tokens for scripts."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Annotated

import cyclopts

from casework import sign_in
from casework.actors import OPERATOR
from casework.refusals import Invalid, SignInRefused
from casework.settings import Settings
from casework.transaction import Transaction
from commands import deployment

app = cyclopts.App(name="token", help="Bearer tokens for scripts.")


Days = Annotated[int, cyclopts.Parameter(help="After so many days it ends by itself.")]


@app.command
def create(email: str, *, name: str, days: Days = sign_in.TOKEN_KEEPS.days) -> None:
    """Print a token that acts as this person. It is shown once; only its hash is kept."""
    sys.exit(asyncio.run(make_token(deployment.with_database(), email, name, days)))


@app.command(name="list")
def print_tokens(email: str) -> None:
    """Print this person's tokens: name, when it ends, when it was last used."""
    sys.exit(asyncio.run(list_tokens(deployment.with_database(), email)))


@app.command
def revoke(email: str, *, name: str) -> None:
    """End this person's tokens of that name at once."""
    sys.exit(asyncio.run(end_tokens(deployment.with_database(), email, name)))


async def make_token(settings: Settings, email: str, name: str, days: int = sign_in.TOKEN_KEEPS.days) -> int:
    """Make and print it. Returns the exit code."""

    async def act(tx: Transaction) -> int:
        print(await sign_in.create_token(tx, email, name, keeps=timedelta(days=days)))
        return 0

    return await _as_operator(settings, email, act)


async def list_tokens(settings: Settings, email: str) -> int:
    """Print those that still open anything. Returns the exit code."""

    async def act(tx: Transaction) -> int:
        found = await sign_in.tokens_of(tx, email)
        for token in found:
            used = f"used {token.used_at:%Y-%m-%d}" if token.used_at else "never used"
            print(f"{token.name}: until {token.expires_at:%Y-%m-%d}, {used}")
        if not found:
            print(f"{email} has no tokens.")
        return 0

    return await _as_operator(settings, email, act)


async def end_tokens(settings: Settings, email: str, name: str) -> int:
    """End them, and say how many. Returns the exit code."""

    async def act(tx: Transaction) -> int:
        ended = await sign_in.revoke_tokens(tx, email, name)
        print(f"{ended} ended." if ended else f"{email} has no token called {name}.")
        return 0 if ended else 1

    return await _as_operator(settings, email, act)


async def _as_operator(settings: Settings, email: str, act: Callable[[Transaction], Awaitable[int]]) -> int:
    try:
        async with deployment.database(settings) as database, database.transaction(OPERATOR) as tx:
            return await act(tx)
    except SignInRefused:
        print(f"Nobody signs in as {email}.", file=sys.stderr)
    except Invalid as refusal:
        print(refusal.message, file=sys.stderr)
    return 1
