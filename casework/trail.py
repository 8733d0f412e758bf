"""The chain of the trail: entries sealed one after the other, so that a change, a gap or another order is seen.

Writers do not wait for one another: a sealer follows, within seconds. It takes the entries in the order of their
numbers, and only up to a number below which no running transaction can bring another one any more. Each organization
has a chain of its own; what belongs to none has the chain of the nil UUID. That the end was cut off can't be seen from
inside: an anchor, kept elsewhere, says how far each chain had come.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import text

from casework.actors import HOUSEKEEPING
from casework.transaction import Database, Transaction

#: An entry that nobody sealed for so long is a reason to look why.
LATE = timedelta(minutes=1)


async def mark(tx: Transaction) -> int:
    """The newest number that any entry was given, seen or not."""
    found: int = await tx.session.scalar(text("select trail_mark()")) or 0
    return found


async def horizon(tx: Transaction) -> int:
    """The number below which lie all transactions that may run now. Asked for a moment after :func:`mark`, so that
    whoever was given a number before it is a transaction by now.
    """
    asked = text("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint")
    found: int = await tx.session.scalar(asked) or 0
    return found


async def seal(tx: Transaction, up_to: int, horizon: int) -> int | None:
    """Seal the entries up to a mark, at most ten thousand. Returns how many; None while somebody may still bring one
    between them.
    """
    asked = text("select seal_trail(:mark, :horizon)")
    found: int | None = await tx.session.scalar(asked, {"mark": up_to, "horizon": horizon})
    return found


async def seal_up_to_now(database: Database, *, patience: float = 3.0) -> int:
    """Seal what was written until now. Whoever still writes is waited for so many seconds; then the next look does it.
    Returns how many entries.
    """
    async with database.transaction(HOUSEKEEPING) as tx:
        up_to = await mark(tx)
    # Whoever has a number by now is a transaction when this is over.
    await asyncio.sleep(0.2)
    async with database.transaction(HOUSEKEEPING) as tx:
        below = await horizon(tx)
    sealed, until = 0, time.monotonic() + patience
    while True:
        async with database.transaction(HOUSEKEEPING) as tx:
            some = await seal(tx, up_to, below)
        if some == 0 or (some is None and time.monotonic() > until):
            return sealed
        sealed += some or 0
        if some is None:
            await asyncio.sleep(0.2)


async def unsealed_since(tx: Transaction) -> datetime | None:
    """When the oldest entry was written that nobody has sealed yet; None when all are."""
    found: datetime | None = await tx.session.scalar(text("select trail_unsealed()"))
    return found


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is not as it was sealed."""

    chain: UUID
    #: The number of the entry, or of the one before which something is missing.
    seq: int
    what: str


@dataclass(frozen=True, slots=True)
class Head:
    """How far a chain has come."""

    chain: UUID
    place: int
    hash: str


#: What finds them.
LINKS = """
with linked as (
  select s.chain, s.place, s.seq, s.hash, e.seq as entry, e as whole,
    lag(s.hash) over chained as before, lag(s.place) over chained as previous, lag(s.seq) over chained as earlier
  from trail_seals s left join audit_entries e on e.seq = s.seq
  window chained as (partition by s.chain order by s.place))
select chain, seq, case
    when place <> coalesce(previous, 0) + 1 then 'gap'
    when seq <= earlier then 'order'
    when entry is null then 'removed'
    else 'changed' end as what
from linked
where place <> coalesce(previous, 0) + 1 or seq <= earlier or entry is null or trail_chain(whole) <> chain
  or trail_link(before, whole) <> hash
union all
select trail_chain(e), e.seq, 'added' from audit_entries e
where e.seq <= (select max(seq) from trail_seals) and not exists (select from trail_seals s where s.seq = e.seq)
union all
select trail_chain(e), e.seq, 'late' from audit_entries e
where e.seq > coalesce((select max(seq) from trail_seals), 0) and e.at < :late
order by 1, 2"""

_SAID = {
    "gap": "a seal before it was taken out",
    "order": "its seal stands in another order",
    "removed": "the entry was removed",
    "changed": "the entry is not the one that was sealed",
    "added": "the entry was slipped in between sealed ones",
    "late": "nobody has sealed it for more than a minute",
}


async def faults(tx: Transaction, anchor: Mapping[UUID, Head] | None = None) -> list[Fault]:
    """Everything that is not as it was sealed, by chain and number; against an anchor, also what was cut off or written
    anew after it. For the operator, who sees all.
    """
    rows = await tx.session.execute(text(LINKS), {"late": tx.now - LATE})
    found = [Fault(chain, seq, _SAID[what]) for chain, seq, what in rows]
    for kept in (anchor or {}).values():
        asked = text("select seq, encode(hash, 'hex') from trail_seals where chain = :chain and place = :place")
        now = (await tx.session.execute(asked, {"chain": kept.chain, "place": kept.place})).one_or_none()
        if now is None:
            found.append(
                Fault(kept.chain, 0, f"the chain had {kept.place} links when it was anchored, and has not now")
            )
        elif now[1] != kept.hash:
            found.append(Fault(kept.chain, now[0], "the chain was another one when it was anchored"))
    return found


async def heads(tx: Transaction) -> list[Head]:
    """How far each chain has come: an anchor, to be kept where this deployment does not reach."""
    asked = text(
        "select distinct on (chain) chain, place, encode(hash, 'hex') from trail_seals order by chain, place desc"
    )
    return [Head(*row) for row in await tx.session.execute(asked)]


__all__ = [
    "LATE",
    "LINKS",
    "Fault",
    "Head",
    "faults",
    "heads",
    "horizon",
    "mark",
    "seal",
    "seal_up_to_now",
    "unsealed_since",
]
