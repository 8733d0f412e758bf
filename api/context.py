"""The context of one request: who asks, one reading transaction, and loaders that ask for rows in bulk.

Loaders live as long as the request and carry its actor, so that no two people ever share one. A session is not safe to
use concurrently, so a lock stands around every batch.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from typing import Any, TypeVar, cast
from uuid import UUID

from graphql import DocumentNode
from strawberry.dataloader import DataLoader
from strawberry.types import Info as StrawberryInfo

from casework import access, disclosure, reading, received
from casework.access import Seat
from casework.actors import Actor, Person
from casework.clearance import Clearance
from casework.language import LANGUAGES, spoken
from casework.news import NewsKind
from casework.reading import Delivery
from casework.settings import Settings
from casework.transaction import Database, Transaction
from casework.vault import key_of
from schema.base import Table
from schema.people import Person as PersonRow

log = logging.getLogger("presencia.context")

Row = TypeVar("Row", bound=Table)


async def _nothing_told() -> AsyncIterator[dict[NewsKind, list[UUID]] | None]:
    """Only a stream is told anything."""
    yield {}


class Context:
    """One request."""

    def __init__(
        self, database: Database, settings: Settings, actor: Actor, request_id: str, wake: Callable[[], None]
    ) -> None:
        self.database = database
        self.settings = settings
        self.actor = actor
        self.request_id = request_id
        #: Tells the worker that something is due. Never waits, never fails.
        self.wake = wake
        #: What an open page is told, where it subscribed.
        self.told: Callable[[], AsyncIterator[dict[NewsKind, list[UUID]] | None]] = _nothing_told
        self.operation = "anonymous"
        #: What is asked, once it has been read and found valid.
        self.document: DocumentNode | None = None
        #: The language the page asked for, if it asked for one.
        self.language: str | None = None
        #: What the page calls the act it sends, where it may have sent it before.
        self.act_id: UUID | None = None
        self._stack = AsyncExitStack()
        self._reading: Transaction | None = None
        self._lock = asyncio.Lock()
        self._running: set[asyncio.Task[Any]] = set()
        self._opening = asyncio.Lock()
        self._loaders: dict[Any, DataLoader[Any, Any]] = {}

    @property
    def person_id(self) -> UUID:
        if not isinstance(self.actor, Person):
            raise PermissionError("Nobody is signed in.")
        return self.actor.id

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        """A transaction for one verb. Once it has committed, what is read from then on is read afresh."""
        act_id, self.act_id = self.act_id, None
        async with self._begun() as tx:
            if act_id is not None:
                await received.receive_once(tx, act_id)
            yield tx
        await self._begin_again()

    def _begun(self) -> AbstractAsyncContextManager[Transaction]:
        return self.database.transaction(self.actor, request_id=self.request_id)

    async def reading(self) -> Transaction:
        """The request's one reading transaction, begun at first use."""
        if self._reading is None:
            await self._to_its_end(self._begin())
        assert self._reading is not None  # noqa: S101 -- begun just now
        return self._reading

    async def _begin(self) -> None:
        # Resolvers come side by side; only one of them may begin it.
        async with self._opening:
            if self._reading is None:
                self._reading = await self._stack.enter_async_context(self._begun())

    async def read(self, reader: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Run one reading, alone on the session."""

        async def alone() -> Any:
            async with self._lock:
                return await reader(await self.reading(), *args, **kwargs)

        return await self._to_its_end(alone())

    async def _to_its_end(self, work: Coroutine[Any, Any, Any]) -> Any:
        """When a field fails, the executor cuts off whoever waits beside it. What runs in the database is let come to
        its end, or its connection would hang half-way through a statement and keep its locks.
        """
        task = asyncio.create_task(work)
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return await asyncio.shield(task)

    async def _come_to_rest(self) -> None:
        """Wait for readings that nobody waits for any more."""
        while self._running:
            await asyncio.gather(*self._running, return_exceptions=True)

    async def _begin_again(self) -> None:
        await self.finish()
        self._loaders.clear()

    async def finish(self) -> None:
        """Write the one view entry of the operation, and end the reading transaction."""
        await self._come_to_rest()
        async with self._lock:
            if self._reading is not None:
                await self._reading.record_views(self.operation)
            self._reading = None
            await self._stack.aclose()
            self._stack = AsyncExitStack()

    async def abandon(self, error: BaseException) -> None:
        """Roll the reading transaction back. A connection that was lost meanwhile has rolled back by itself."""
        await self._come_to_rest()
        self._reading = None
        try:
            await self._stack.__aexit__(type(error), error, error.__traceback__)
        except Exception as problem:
            log.warning("a reading could not be rolled back: %s", type(problem).__name__)

    async def spoken(self) -> str:
        """The language to answer in: the page's; for whoever comes without a page, the person's own."""
        if self.language is None:
            person = await self.row(PersonRow, self.person_id)
            self.language = spoken(person.language if person else LANGUAGES[0])
        return self.language

    # Loaders.

    def _loader(self, name: Any, load: Callable[[list[Any]], Any]) -> DataLoader[Any, Any]:
        if name not in self._loaders:
            self._loaders[name] = DataLoader(load_fn=load)
        return self._loaders[name]

    async def row(self, model: type[Row], row_id: UUID | None) -> Row | None:
        """A row by id, if the actor may see it."""
        if row_id is None:
            return None

        async def load(ids: list[UUID]) -> list[Any]:
            found = await self.read(reading.by_ids, model, ids)
            return [found.get(one) for one in ids]

        return cast("Row | None", await self._loader(model, load).load(row_id))

    async def children(self, model: type[Row], column: str, owner: UUID, *order: str) -> list[Row]:
        """The rows that belong to one owner, in order."""

        async def load(owners: list[UUID]) -> list[list[Any]]:
            found = await self.read(reading.children, model, column, owners, order or ("id",))
            return [found.get(one, []) for one in owners]

        return cast("list[Row]", await self._loader((model, column, order), load).load(owner))

    async def seat(self, case_id: UUID | None) -> Seat | None:
        """The actor's seat on a case."""
        if case_id is None:
            return None

        async def load(ids: list[UUID]) -> list[Any]:
            found = await self.read(access.seats, ids)
            return [found.get(one) for one in ids]

        return cast("Seat | None", await self._loader("seat", load).load(case_id))

    async def clearance(self, case_id: UUID) -> Clearance | None:
        """What each audience may be told of a case now."""

        async def load(ids: list[UUID]) -> list[Any]:
            found = await self.read(disclosure.case_clearances, ids)
            return [found.get(one) for one in ids]

        return cast("Clearance | None", await self._loader("clearance", load).load(case_id))

    async def delivery(self, occasion_id: UUID) -> Delivery:
        """How the telling of an occasion went."""

        async def load(ids: list[UUID]) -> list[Any]:
            found = await self.read(reading.deliveries, ids)
            return [found[one] for one in ids]

        return cast("Delivery", await self._loader("delivery", load).load(occasion_id))

    async def opened(self, row: Table, column: str, *, of: UUID | None = None) -> str | None:
        """The text in a sealed column, bound to its row or to another. Keys are fetched in bulk."""
        sealed = getattr(row, column)
        if sealed is None:
            return None

        async def load(ids: list[UUID]) -> list[bool]:
            await self.read(Transaction.unlock, ids)
            return [True] * len(ids)

        key_id = key_of(sealed)
        if not self.database.vault.knows(key_id):
            await self._loader("key", load).load(key_id)
        tx = await self.reading()
        return tx.vault.open(sealed, row.__tablename__, column, of) if of else tx.open(row, column)

    async def viewed(
        self,
        model: type[Table],
        record: UUID,
        fields: Iterable[str],
        *,
        case_id: UUID | None = None,
        organization_id: UUID | None = None,
    ) -> None:
        """This operation discloses sensitive fields of a record."""
        (await self.reading()).viewed(model, record, fields, case_id=case_id, organization_id=organization_id)


Info = StrawberryInfo[Context, None]

__all__ = ["Context", "Info"]
