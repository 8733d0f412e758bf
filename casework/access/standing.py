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


def may_see_less(before: Standing, now: Standing) -> bool:
    """Whether something they saw may be theirs no longer: a place or a seat was lost or is another, or a wall was
    raised. What they gained takes nothing from them.
    """
    lost = any(set(earlier) - set(later) for earlier, later in zip(before.seats, now.seats, strict=True))
    return lost or before.places != now.places or bool(set(now.walled) - set(before.walled))


__all__ = ["Place", "Standing", "may_see_less", "standing"]
