"""`presencia keys`: the master key, rotated while everything runs."""

from __future__ import annotations

import asyncio
import sys

import cyclopts

from casework import rotation
from casework.master_keys import KeyRing
from casework.settings import Settings
from casework.vault import VaultError
from commands import deployment

app = cyclopts.App(name="keys", help="The master key.")


@app.command
def rotate() -> None:
    """Put a new master key first into the key file and wrap every data key with it. Stopped half-way, it goes on when
    it is called again. Copy the key file to where its backup lies afterwards. Where the environment holds the keys, put
    a new one first there, start everything anew, and then call this.
    """
    sys.exit(asyncio.run(rotate_keys(deployment.with_database())))


async def rotate_keys(settings: Settings) -> int:
    """Returns the exit code."""
    try:
        async with deployment.database(settings) as database:
            ring = KeyRing.given(settings.master_key) if settings.master_key else None
            done = await rotation.rotate(database, ring or settings.master_key_file, _told)
    except (ValueError, VaultError) as problem:
        print(problem, file=sys.stderr)
        return 1
    keep = "Take out the keys between it and the last." if ring else f"Back up {settings.master_key_file}."
    print(f"{done:,} data keys are wrapped by the newest master key. {keep}")
    return 0


def _told(done: int) -> None:
    print(f"{done:,}", flush=True)
