"""What time alone makes untrue: stored derivations lapse, and are derived again."""

from __future__ import annotations

from sqlalchemy import select

from casework import cases
from casework.transaction import Transaction
from schema.cases import Case


async def renew_next_occasions(tx: Transaction, *, limit: int = 500) -> int:
    """Cases whose next date has passed get the one after it. Returns how many."""
    lapsed = await tx.session.scalars(
        select(Case)
        .where(Case.next_occasion_at <= tx.now)
        .order_by(Case.next_occasion_at)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    found = list(lapsed)
    for case in found:
        await cases.keep_next_occasion(tx, case)
    return len(found)
