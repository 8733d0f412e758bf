"""One act, one transaction, one trail.

A door opens a transaction with an actor. It takes the role that owns nothing, tells row-level security who acts and
what time it is, and commits once, at the end. Verbs flush; nothing inside touches a network.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any, overload
from uuid import UUID

import orjson
from sqlalchemy import insert, inspect, select, update
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine

from casework import vault as vaults
from casework.actors import RETENTION, Actor, Person, Standing, System
from casework.connections import Lines
from casework.entries import View, actor_of, plain
from casework.news import News, NewsKind, Touched
from casework.refusals import ChangedMeanwhile, NotFound, NotPermitted
from casework.touching import touched_by
from casework.who_acts import CAPACITY, TELL_OF_PERSON, settings_of
from casework.written import Written
from schema.audit import AuditEntry
from schema.base import Revised, Sealed, Table
from schema.cases import Case
from schema.vault import VaultKey

Clock = Callable[[], datetime]


def wall_clock() -> datetime:
    return datetime.now(UTC)


class Transaction:
    """What a verb is given: the session, the instant, the actor, the vault, and the trail."""

    def __init__(
        self, session: AsyncSession, actor: Actor, now: datetime, vault: vaults.Vault, request_id: str | None
    ) -> None:
        self.session = session
        self.actor = actor
        self.now = now
        self.vault = vault
        self.request_id = request_id
        #: The actor's memberships, loaded once by ``access.standing``.
        self.standing: Standing | None = None
        #: What open pages are told of after the commit. Rows that the session changes are noted by themselves.
        self.touched: set[Touched] = session.info.setdefault("touched", set())
        self._views: dict[tuple[str, UUID, UUID | None], View] = {}
        self._trail: list[dict[str, Any]] = []

    @property
    def somebody(self) -> UUID:
        """The person who acts. Raises :class:`NotPermitted` when it is the house itself: some acts are a person's."""
        if self.person_id is None:
            raise NotPermitted(who="a person who is signed in")
        return self.person_id

    @property
    def person_id(self) -> UUID | None:
        """The person who acts, when it is one."""
        return self.actor.id if isinstance(self.actor, Person) else None

    # The vault.

    async def new_key(self) -> UUID:
        """Make and store a data key, for whoever or whatever is sealed and erased by itself."""
        (key_id,) = await self.new_keys(1)
        return key_id

    async def new_keys(self, count: int) -> list[UUID]:
        """So many of them, stored together."""
        made = [self.vault.new_key() for _ in range(count)]
        self.session.add_all(
            VaultKey(id=key_id, wrapped=wrapped, master_key=wrapper) for key_id, wrapped, wrapper in made
        )
        await self.session.flush()
        return [key_id for key_id, _, _ in made]

    async def destroy_keys(self, keys: Iterable[UUID]) -> None:
        """What these data keys sealed is gone for good, wherever a copy of it lies. The house does it itself, or an act
        inside :meth:`taking_away`.
        """
        there = VaultKey.id.in_(ids := list(keys)), VaultKey.wrapped.is_not(None)
        gone = update(VaultKey).where(*there).values(wrapped=None, destroyed_at=self.now)
        await self.session.execute(gone.execution_options(synchronize_session=False))
        # A wall that lets nothing go says nothing.
        if await self.session.scalar(select(VaultKey.id).where(*there).limit(1)) is not None:
            raise vaults.VaultError("Data keys were to be destroyed and are there still.")
        for key in ids:
            self.vault.forget(key)

    async def unlock(self, keys: Iterable[UUID | Sealed | None]) -> None:
        """Fetch, in one statement, the data keys that these values or ids need. Opening is then immediate. Raises
        :class:`NotFound` for what was erased meanwhile.
        """
        wanted = {vaults.key_of(key) if isinstance(key, Sealed) else key for key in keys if key is not None}
        missing = [key for key in wanted if not self.vault.knows(key)]
        if not missing:
            return
        found = await self.session.execute(select(VaultKey.id, VaultKey.wrapped).where(VaultKey.id.in_(missing)))
        for key_id, wrapped in found:
            if wrapped is None:
                raise NotFound
            self.vault.unwrap(key_id, wrapped)

    @overload
    def seal(self, table: type[Table], row_id: UUID, column: str, key_id: UUID, value: str) -> Sealed: ...
    @overload
    def seal(self, table: type[Table], row_id: UUID, column: str, key_id: UUID, value: None) -> None: ...
    @overload
    def seal(self, table: type[Table], row_id: UUID, column: str, key_id: UUID, value: str | None) -> Sealed | None: ...
    def seal(self, table: type[Table], row_id: UUID, column: str, key_id: UUID, value: str | None) -> Sealed | None:
        """Seal a text for a column of a row; nothing stays nothing. The key must be unlocked."""
        if value is None:
            return None
        return self.vault.seal(key_id, table.__tablename__, column, row_id, value)

    def open(self, row: Table, column: str) -> str | None:
        """The text in a sealed column. The key must be unlocked."""
        sealed: Sealed | None = getattr(row, column)
        if sealed is None:
            return None
        return self.vault.open(sealed, row.__tablename__, column, _identity(row))

    async def opened(self, row: Table, column: str) -> str | None:
        """Unlock and open one sealed column of one row."""
        await self.unlock([getattr(row, column)])
        return self.open(row, column)

    # Statements made once.

    async def rows(self, asked: Written, **given: Any) -> Sequence[Any]:
        """The rows of a statement that was written out beforehand, for these values by name."""
        connection = await self.session.connection()
        found = await connection.exec_driver_sql(asked.text, tuple(given[name] for name in asked.names))
        return found.all()

    @asynccontextmanager
    async def taking_away(self) -> AsyncIterator[None]:
        """Inside, this act may take away what only the house itself may: rows of a case that is erased, and keys."""
        await self.flush()
        await self.session.execute(CAPACITY, {"system": RETENTION.name.value})
        yield
        await self.flush()
        before = self.actor.name.value if isinstance(self.actor, System) else ""
        await self.session.execute(CAPACITY, {"system": before})

    async def tell_anew(self) -> None:
        """Where the actor stands has changed within this act: the database works it out once more, instead of for each
        row that a policy is asked about from here on. What ``access.standing`` found stays.
        """
        if self.person_id is not None:
            await self.flush()
            await self.session.execute(TELL_OF_PERSON, self.session.info["settings"])

    # What open pages are told.

    def touch(self, kind: NewsKind, ids: Iterable[UUID]) -> None:
        """These records changed by a statement of their own, of which the session knows nothing."""
        self.touched.update((kind, one) for one in ids)

    # Side by side.

    def expect(self, row: Revised, expected_revision: int) -> None:
        """Refuse when somebody changed the row since the actor read it; else this change makes the next revision.

        Raises :class:`ChangedMeanwhile`. The row must be locked (``access.*_for`` lock).
        """
        if row.revision != expected_revision:
            raise ChangedMeanwhile(row.revision, getattr(row, "id", None))
        row.revision += 1

    # The trail.

    def record(
        self,
        act: str,
        subject: Table,
        *,
        case: Case | None = None,
        before: Mapping[str, Any] | None = None,
        after: Mapping[str, Any] | None = None,
        fields: Iterable[str] = (),
        reason: str | None = None,
        about: Iterable[UUID] = (),
        restricted: Mapping[str, tuple[Any, Any]] | None = None,
        typed: str | None = None,
        key_id: UUID | None = None,
    ) -> None:
        """Write what was done into the trail.

        ``before`` and ``after`` hold open facts only (instants, states, ids). Of restricted values the entry names the
        ``fields``; what ``restricted`` ones held before and after is sealed beside it, under the key of the case or
        client, with which it is destroyed; so is ``typed``, a reason in somebody's own words. ``about`` are further
        records it did something to.
        """
        subject_id = _identity(subject)
        if typed:
            restricted = {**(restricted or {}), "reason": (None, typed)}
        case_id = case.id if case else subject.id if isinstance(subject, Case) else getattr(subject, "case_id", None)
        organization_id = (
            case.lead_organization_id
            if case
            else getattr(subject, "lead_organization_id", None) or getattr(subject, "organization_id", None)
        )
        self.touched.update(touched_by(subject))
        if case_id:
            self.touch(NewsKind.CASE, [case_id])
        self._trail.append(
            self._entry(
                act,
                subject.__tablename__,
                subject_id,
                case_id,
                organization_id,
                records=[record for record in dict.fromkeys((subject_id, case_id, *about)) if record],
                fields=sorted({*fields, *(restricted or ())}),
                before=plain(before),
                after=plain(after),
                reason=reason,
                **self._sealed(subject_id, restricted, key_id),
            )
        )

    def _sealed(
        self, subject_id: UUID, restricted: Mapping[str, tuple[Any, Any]] | None, key_id: UUID | None
    ) -> dict[str, Any]:
        if not restricted or key_id is None:
            return {}
        # Bound to what the entry is about: its own number is not known yet.
        said = orjson.dumps({name: list(pair) for name, pair in restricted.items()}).decode()
        return {
            "sealed": self.vault.seal(key_id, AuditEntry.__tablename__, "sealed", subject_id, said),
            "vault_key_id": key_id,
        }

    def record_count(self, act: str, kind: str, organization_id: UUID | None, count: int) -> None:
        """Write into an organization's trail how many records something was done to, where none may be named."""
        self._trail.append(
            self._entry(
                act, "sweeps", None, None, organization_id, records=[], fields=[],
                after={"kind": kind, "records": count},
            )
        )  # fmt: skip

    def viewed(
        self,
        subject: type[Table],
        record: UUID,
        fields: Iterable[str],
        *,
        case_id: UUID | None = None,
        organization_id: UUID | None = None,
    ) -> None:
        """Remember that the running operation discloses these sensitive fields. One entry is written at its end."""
        of = subject.__tablename__
        view = self._views.setdefault((of, record, case_id), View(of, record, case_id, organization_id))
        view.fields.update(fields)

    async def record_views(self, operation: str, *, door: str | None = None) -> None:
        """Write one entry a case for all that this operation disclosed of it, so that whoever may ask about one case is
        told of it and of no other; of people's addresses one apart, which nothing ties to what else was seen or done:
        nobody can take back from the trail whom a case concerned. ``door`` where it is none of the page's: what an
        operation is called is its sender's to choose.
        """
        views, self._views = list(self._views.values()), {}
        of: dict[tuple[UUID | None, UUID | None], list[View]] = {}
        for view in views:
            of.setdefault((view.organization_id, view.case_id), []).append(view)
        for (organization_id, case_id), seen in of.items():
            self._trail.append(
                self._entry(
                    "viewed",
                    min(view.subject for view in seen),
                    seen[0].record if len(seen) == 1 else None,
                    case_id,
                    organization_id,
                    records=list(dict.fromkeys([*(view.record for view in seen), *([case_id] if case_id else [])])),
                    fields=sorted({f"{view.subject}.{name}" for view in seen for name in view.fields}),
                    after={"operation": operation} | ({"door": door} if door else {}),
                    **({} if case_id else {"request_id": None}),
                )
            )
        await self.flush()

    async def flush(self) -> None:
        """Send what is pending, the trail included. The door does it at the end; a verb that must read back may."""
        await self.session.flush()
        entries, self._trail = self._trail, []
        if entries:
            # Without RETURNING: whoever writes an entry need not be allowed to read it.
            await self.session.execute(insert(AuditEntry.__table__).inline(), entries)  # type: ignore[arg-type]

    def _entry(
        self,
        act: str,
        subject: str,
        subject_id: UUID | None,
        case_id: UUID | None,
        organization_id: UUID | None,
        **facts: Any,
    ) -> dict[str, Any]:
        kind, actor_id, actor_name = actor_of(self.actor)
        blank = {"before": None, "after": None, "reason": None, "sealed": None, "vault_key_id": None}
        return blank | {
            "at": self.now,
            "actor_kind": kind,
            "actor_id": actor_id,
            "actor_name": actor_name,
            "act": act,
            "subject": subject,
            "subject_id": subject_id,
            "case_id": case_id,
            "organization_id": organization_id,
            "request_id": self.request_id,
            **facts,
        }


class Database:
    """The connections of one process. ``url`` is an asyncpg URL whose login is, or may become, ``presencia_app``."""

    def __init__(self, url: str, vault: vaults.Vault, *, clock: Clock = wall_clock, pool_size: int = 10) -> None:
        self.vault = vault
        self.clock = clock
        #: Whoever opens a process's doors says here how open pages are told of what is committed.
        self.news: News | None = None
        #: For reading, outside any transaction.
        self.lines = Lines(url, size=pool_size)
        self.engine: AsyncEngine = create_async_engine(
            url,
            pool_size=pool_size,
            max_overflow=pool_size,
            pool_pre_ping=True,
            # Errors must not carry names and numbers into logs (SECURITY §1.3).
            hide_parameters=True,
            json_serializer=lambda value: orjson.dumps(value).decode(),
            json_deserializer=orjson.loads,
            connect_args={
                "server_settings": {
                    "jit": "off",
                    "timezone": "UTC",
                    "statement_timeout": "60000",
                    # A statement is planned once, not five times and then again.
                    "plan_cache_mode": "force_generic_plan",
                }
            },
        )

    @property
    def clock_told(self) -> str:
        """What row-level security takes for now in a reading: nothing under the wall clock, which the database has."""
        return "" if self.clock is wall_clock else self.clock().isoformat()

    async def close(self) -> None:
        await self.lines.close()
        await self.engine.dispose()

    @asynccontextmanager
    async def transaction(
        self, actor: Actor, *, request_id: str | None = None, now: datetime | None = None
    ) -> AsyncIterator[Transaction]:
        """Everything inside happens, or nothing does. Refusals roll back like any other exception."""
        instant = now or self.clock()
        async with AsyncSession(self.engine, expire_on_commit=False, autoflush=False) as session:
            session.info["settings"] = settings_of(actor, instant)
            tx = Transaction(session, actor, instant, self.vault, request_id)
            async with session.begin():
                yield tx
                await tx.flush()
            if self.news is not None:
                self.news.tell(tx.touched)


def _identity(row: Table) -> UUID:
    """The id of a row, or of what it is a part of when it has none of its own."""
    identity = inspect(row).mapper.primary_key_from_instance(row)
    found: UUID = identity[0]
    return found
