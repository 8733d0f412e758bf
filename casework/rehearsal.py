"""A rehearsal: months of work lived through in one database transaction, with the house's own verbs.

The demo is built this way. Every act happens at its own hour, as the person who did it; letters that fell due in
between are prepared and settled as they would have been, but never leave. Either all of it is there at the end, or
nothing is: whoever kills a first start finds an empty house, not half a demo.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import event, func, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Session

from casework import notices
from casework.actors import DELIVERY, Actor
from casework.notices import House, Outcome, Said
from casework.transaction import Database, Transaction
from casework.vault import Vault
from schema.notices import UNSENT, Notice


class Rehearsal(Database):
    """A database whose transactions all lie within one, and whose clock is told. Time only goes forward."""

    def __init__(self, connection: AsyncConnection, vault: Vault, house: House) -> None:
        self.vault = vault
        self.house = house
        # Sessions join the connection's own transaction: their commits flush, and a failure of one undoes all.
        self.engine = connection  # type: ignore[assignment]
        self.clock = self._no_clock
        # No page is open at what is only rehearsed.
        self.news = None

    @staticmethod
    def _no_clock() -> datetime:
        raise ValueError("In a rehearsal every act says its hour.")

    @asynccontextmanager
    async def transaction(
        self, actor: Actor, *, request_id: str | None = None, now: datetime | None = None
    ) -> AsyncIterator[Transaction]:
        async with super().transaction(actor, request_id=request_id, now=now) as tx:
            event.listen(tx.session.sync_session, "before_flush", _as_of(tx.now))
            yield tx

    @asynccontextmanager
    async def acting(self, actor: Actor, at: datetime) -> AsyncIterator[Transaction]:
        """Somebody does something at this hour, after all letters due until then have gone."""
        await self.deliver_until(at)
        async with self.transaction(actor, now=at) as tx:
            yield tx

    async def deliver_until(self, at: datetime) -> None:
        """Settle the letters that fell due, each at its hour."""
        while (due_at := await self._next_due(at)) is not None:
            async with self.transaction(DELIVERY, now=due_at + timedelta(seconds=5)) as tx:
                batch = await notices.claim_due(tx, limit=500)
                prepared = await notices.prepare(tx, batch, self.house)
                await notices.settle(
                    tx, [Said(one.notice_id, one.attempt, Outcome.CARRIED, "rehearsed") for one in prepared]
                )

    async def _next_due(self, at: datetime) -> datetime | None:
        async with self.transaction(DELIVERY, now=at) as tx:
            found: datetime | None = await tx.session.scalar(
                select(func.min(Notice.due_at)).where(Notice.state.in_(UNSENT), Notice.due_at < at)
            )
        return found


@asynccontextmanager
async def rehearse(database: Database, house: House) -> AsyncIterator[Rehearsal]:
    """Everything inside happens, or nothing does."""
    async with database.engine.connect() as connection, connection.begin():
        yield Rehearsal(connection, database.vault, house)


def _as_of(now: datetime) -> Any:
    """Rows are as old as the act that wrote them, and not as the night the demo was made."""

    def date_new_rows(session: Session, *_: object) -> None:
        for row in session.new:
            if hasattr(row, "created_at") and row.created_at is None:
                row.created_at = now

    return date_new_rows
