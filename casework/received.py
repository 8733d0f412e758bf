"""Acts that a page queued while it had no signal: each is done once, however often it is sent.

A telephone that sent a report and lost the line before the answer came can't know whether it was heard, and sends it
again. The number that the page gave the act is kept in the act's own transaction: a refused act leaves no number, and
of two that arrive at once the second waits for the first and finds its number.
"""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert

from casework.refusals import AlreadyDone
from casework.transaction import Transaction
from schema.received import ReceivedAct

#: Longer than any page keeps what it could not send.
KEPT = timedelta(days=14)


async def receive_once(tx: Transaction, act_id: UUID) -> None:
    """Remember that this act was received, before it is done. Raises :class:`AlreadyDone` when it was already."""
    mine = ReceivedAct.person_id == tx.somebody
    await tx.session.execute(
        delete(ReceivedAct).where(mine, ReceivedAct.at < tx.now - KEPT).execution_options(synchronize_session=False)
    )
    kept = insert(ReceivedAct).values(person_id=tx.somebody, act_id=act_id, at=tx.now).on_conflict_do_nothing()
    if await tx.session.scalar(kept.returning(ReceivedAct.act_id)) is None:
        raise AlreadyDone


__all__ = ["KEPT", "receive_once"]
