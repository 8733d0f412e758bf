"""Sweeping: looking what each clock has run out on, and taking it away, some rows at a time.

Each lot is a transaction of its own, in which the hold is asked again, the rows go, and the trail of each organization
says how many. Killed between two of them, the next sweep goes on: what is left to do stands in the rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, not_, select, text, update
from sqlalchemy.dialects.postgresql import insert

from casework.actors import RETENTION
from casework.retention.clocks import CLOCKS, Clock
from casework.retention.due import held, in_use, named, only_written_to
from casework.retention.erasing import alone
from casework.transaction import Database, Transaction
from schema.organizations import Organization
from schema.people import Person
from schema.retention import RetentionClass, Sweep

#: What goes within so long is announced.
AHEAD = timedelta(days=30)
#: A sweep is due so long after the last.
EVERY = timedelta(hours=20)


class StillThere(Exception):
    """What a clock took away is there still: a bug, or a wall that lets nothing go."""

    def __init__(self, kind: RetentionClass, count: int) -> None:
        super().__init__(f"{count} records of {kind.value} were taken away and are there still.")


@dataclass(frozen=True, slots=True)
class Due:
    """What one clock has run out on in one organization; in none for what belongs to none."""

    kind: RetentionClass
    organization_id: UUID | None
    #: How many would go.
    goes: int
    #: How many more would, and a hold keeps.
    held: int


async def due(tx: Transaction, *, within: timedelta = timedelta()) -> list[Due]:
    """What would go now, or within so long, if nothing changes. Nothing goes."""
    found = []
    for clock in CLOCKS:
        rows = _rows(clock, tx.now + within)
        keeps = held(rows)
        counts = select(rows.c.organization_id, func.count().filter(not_(keeps)), func.count().filter(keeps))
        found += [
            Due(clock.kind, organization_id, goes, kept)
            for organization_id, goes, kept in await tx.session.execute(counts.group_by(rows.c.organization_id))
        ]
    return found


def _rows(clock: Clock, now: datetime) -> Any:
    return clock.due(now - clock.after, now).subquery("ended")


async def sweep(
    database: Database, *, told: Callable[[RetentionClass, int], None] = lambda kind, gone: None
) -> Counter[RetentionClass]:
    """Take away all that the clocks have run out on. Tells of each lot; returns how many records of each kind went."""
    total: Counter[RetentionClass] = Counter()
    gone: Counter[tuple[RetentionClass, UUID | None]] = Counter()
    async with database.transaction(RETENTION) as tx:
        await _notice_unused(tx)
    for clock in CLOCKS:
        before: set[UUID] = set()
        while True:
            async with database.transaction(RETENTION) as tx:
                lot, taken = await _take_lot(tx, clock)
            if before & taken:
                # It would go on for ever, and no clock after it would be looked at.
                raise StillThere(clock.kind, len(before & taken))
            before = taken
            gone.update({(clock.kind, organization_id): count for organization_id, count in lot.items()})
            total[clock.kind] += sum(lot.values())
            if not lot:
                break
            told(clock.kind, sum(lot.values()))
    async with database.transaction(RETENTION) as tx:
        await _note(tx, gone)
    return total


async def _take_lot(tx: Transaction, clock: Clock) -> tuple[Counter[UUID | None], set[UUID]]:
    """One lot of one kind: how many went, by organization; and which."""
    await alone(tx)
    # Nobody waits for it, and in a large house the references of one person are looked for in many rows.
    await tx.session.execute(text("set local statement_timeout = '10min'"))
    rows = _rows(clock, tx.now)
    wanted = select(rows.c.id, rows.c.organization_id).where(not_(held(rows))).limit(clock.at_once)
    found: Sequence[Any] = (await tx.session.execute(wanted)).all()
    if found:
        await clock.away(tx, [row.id for row in found])
    lot = Counter(row.organization_id for row in found)
    for organization_id, count in lot.items():
        tx.record_count("retention.swept", clock.kind.value, organization_id, count)
    return lot, {row.id for row in found}


async def _notice_unused(tx: Transaction) -> None:
    """Since when nothing names somebody of the address book: their clock begins, or ends as they are asked again."""
    asks_still = in_use(Person, tx.now - EVERY)
    await tx.session.execute(
        update(Person)
        .where(only_written_to(Person), Person.unused_since.is_(None), not_(asks_still))
        .values(unused_since=tx.now)
        .execution_options(synchronize_session=False)
    )
    await tx.session.execute(
        update(Person)
        .where(Person.unused_since.is_not(None), named(Person))
        .values(unused_since=None)
        .execution_options(synchronize_session=False)
    )


async def _note(tx: Transaction, gone: Counter[tuple[RetentionClass, UUID | None]]) -> None:
    """How it went, for each organization's admin."""
    now = {(one.kind, one.organization_id): one for one in await due(tx)}
    ahead = {(one.kind, one.organization_id): one for one in await due(tx, within=AHEAD)}
    rows = []
    for organization_id in await tx.session.scalars(select(Organization.id)):
        for clock in CLOCKS:
            key = (clock.kind, organization_id)
            rows.append(
                {
                    "organization_id": organization_id,
                    "kind": clock.kind,
                    "ran_at": tx.now,
                    "gone": gone[key],
                    "held": now[key].held if key in now else 0,
                    "ahead": ahead[key].goes if key in ahead else 0,
                }
            )
    if rows:
        asked = insert(Sweep)
        new = {name: asked.excluded[name] for name in ("ran_at", "gone", "held", "ahead")}
        over = asked.on_conflict_do_update(index_elements=["organization_id", "kind"], set_=new)
        await tx.session.execute(over, rows)


async def sweep_is_due(tx: Transaction, after: timedelta = EVERY) -> bool:
    """Nobody has swept for most of a day, or for so long."""
    last: datetime | None = await tx.session.scalar(select(func.max(Sweep.ran_at)))
    return last is None or last <= tx.now - after


__all__ = ["AHEAD", "Due", "StillThere", "due", "sweep", "sweep_is_due"]
