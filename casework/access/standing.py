"""Where an actor stands: the organizations they belong to, and what they are there."""

from __future__ import annotations

from casework.actors import Place, Standing, stands
from casework.transaction import Transaction


async def standing(tx: Transaction) -> Standing:
    """The acting person's standing, as it was when the transaction began."""
    if tx.standing is None:
        if tx.person_id is None:
            tx.standing = Standing(None, ())
        else:
            # What begins a transaction tells of it.
            await tx.session.connection()
            tx.standing = stands(tx.person_id, tx.session.info["told"])
    return tx.standing


__all__ = ["Place", "Standing", "standing"]
