"""The house itself: what follows from somebody's answer in a case that they may not see.

An attorney declines; that a hearing is now without counsel is a task for its coordinator, whom the attorney does not
know. Their act is theirs in the trail; what follows from it is done with the house's own eyes, in the same transaction.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from casework.actors import HOUSEKEEPING, System
from casework.transaction import Transaction

#: Tells in which capacity it acted until now.
_TAKES = text(
    "with before as materialized (select current_setting('presencia.system', true) as was)"
    " select was, set_config('presencia.system', :system, true) from before"
)
_CAPACITY = text("select set_config('presencia.system', :system, true)")


@asynccontextmanager
async def acts(tx: Transaction, capacity: System = HOUSEKEEPING) -> AsyncIterator[None]:
    """Inside, row-level security lets in what the house may do in this capacity besides what the actor may."""
    await tx.flush()
    # What follows may have something that follows from it.
    before = await tx.session.scalar(_TAKES, {"system": capacity.name.value})
    try:
        yield
        await tx.flush()
    except BaseException:
        # What is refused inside, a reading may go on after: with the actor's eyes.
        with suppress(SQLAlchemyError):
            await tx.session.execute(_CAPACITY, {"system": before or ""})
        raise
    await tx.session.execute(_CAPACITY, {"system": before or ""})


__all__ = ["acts"]
