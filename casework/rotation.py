"""Rotating the master key, while everything runs.

A new key is put first into the key file (into the environment by whoever deploys); from then on new data keys are
wrapped by it, and whoever reads the file knows the old one as well. Then every data key is wrapped anew, a thousand at
a time. Killed half-way, it goes on where it was: what is left to do stands in the rows. What the data keys seal is not
touched.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

from sqlalchemy import Table, bindparam, func, select, update

from casework.actors import OPERATOR
from casework.master_keys import KeyRing, MasterKey
from casework.transaction import Database
from schema.vault import VaultKey

_AT_ONCE = 1_000


async def begin(database: Database, file: Path) -> KeyRing:
    """Put a new key first into the key file; or leave it, when the last rotation was not finished."""
    ring = KeyRing.read(file)
    async with database.transaction(OPERATOR) as tx:
        wrapping = select(VaultKey.master_key).where(VaultKey.wrapped.is_not(None)).distinct()
        names = set(await tx.session.scalars(wrapping))
    if len(ring.keys) > 1 and names - {ring.current.name}:
        return ring
    # Of the old ones stay those that still wrap something, and the first of all, of which the rest is derived.
    held = tuple(key for key in ring.keys[:-1] if key.name in names)
    begun = KeyRing((MasterKey.generate(), *held, ring.root))
    begun.replace(file)
    return begun


async def left(database: Database, ring: KeyRing) -> int:
    """How many data keys another master key wraps than the newest."""
    async with database.transaction(OPERATOR) as tx:
        others = select(func.count()).where(VaultKey.wrapped.is_not(None), VaultKey.master_key != ring.current.name)
        return await tx.session.scalar(others) or 0


async def rotate(database: Database, file: Path | KeyRing, told: Callable[[int], None] = lambda done: None) -> int:
    """Rotate the master key in this file; or to the first key of a ring that is not ours to write.

    Tells how many data keys are done, as it goes; returns how many were. Raises
    :class:`ValueError` for a file that holds no key, :class:`~casework.vault.VaultError` for a data key that none of
    the keys unwraps: nothing is lost then, and what was done stays done.
    """
    ring = file if isinstance(file, KeyRing) else await begin(database, file)
    done = 0
    while True:
        async with database.transaction(OPERATOR) as tx:
            some = (
                await tx.session.execute(
                    select(VaultKey.id, VaultKey.wrapped)
                    .where(VaultKey.wrapped.is_not(None), VaultKey.master_key != ring.current.name)
                    .order_by(VaultKey.id)
                    .limit(_AT_ONCE)
                    .with_for_update()
                )
            ).all()
            if not some:
                return done
            given = []
            for key_id, wrapped in some:
                anew, name = database.vault.wrapped_anew(key_id, wrapped or b"")
                given.append({"which": key_id, "anew": anew, "name": name})
            table = cast(Table, VaultKey.__table__)
            connection = await tx.session.connection()
            await connection.execute(
                update(table)
                .where(table.c.id == bindparam("which"))
                .values(wrapped=bindparam("anew"), master_key=bindparam("name")),
                given,
            )
        done += len(some)
        told(done)
