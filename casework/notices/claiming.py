"""Claiming what is due, and sweeping up after a lost worker.

A claim is a lease on the row: its state stays, so that no index changes and a claim costs little. Letters about one
occasion to one person on one channel are never in two hands at once: a change that is being carried slowly is not
overtaken by the next, nor overtakes a reminder that left before it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from functools import cache
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import DateTime, bindparam, exists, func, or_, select, text, update
from sqlalchemy.orm import aliased

from casework.transaction import Transaction
from casework.written import Written, written
from schema.invitations import Audience
from schema.notices import ARRIVED, UNSENT, LetterKind, Notice, NoticeState
from schema.people import Channel

#: Nobody else takes a claimed notice for this long; whoever carries it renews the lease (:func:`keep_in_hand`). So what
#: a lost worker held is carried a minute later.
LEASE = timedelta(minutes=1)

#: One claim at a time: two could not see of each other whose letters they take. And in the order in which the index
#: has them, however few the planner expects: after a day without mail it would sort the whole day for each batch.
_ALONE_IN_ORDER = text(
    "select pg_advisory_xact_lock(hashtext('presencia claim')), set_config('enable_sort', 'off', true)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One notice in hand: what it is, for whom, and what it was planned on."""

    id: UUID
    organization_id: UUID
    case_id: UUID | None
    occasion_id: UUID | None
    invitation_id: UUID | None
    assignment_id: UUID | None
    sign_in_link_id: UUID | None
    person_id: UUID
    audience: Audience
    channel: Channel
    kind: LetterKind
    due_at: datetime
    useless_after: datetime
    sequence: int
    before: dict[str, Any] | None
    attempts: int


#: What is said of one notice, in hand or not.
Planned = Due | Notice


#: The reader has it, or may have it.
MAY_HAVE_IT = or_(Notice.state.in_([*ARRIVED, NoticeState.UNKNOWN]), Notice.leased_until.is_not(None))


def held(*clauses: Any) -> Any:
    """These notices, locked in the order of their ids: acts and workers that change many at once would otherwise wait
    for each other in a circle.
    """
    return select(Notice.id).where(*clauses).order_by(Notice.id).with_for_update().cte("held")


_AUDIENCES = {one.value: one for one in Audience}
_CHANNELS = {one.value: one for one in Channel}
_KINDS = {one.value: one for one in LetterKind}


def due_of(row: Sequence[Any]) -> Due:
    """From a row of ``notices`` that begins with :data:`DUE_COLUMNS`, as the database says it."""
    found = dict(zip(_NAMES, row, strict=False))
    found["audience"], found["channel"] = _AUDIENCES[found["audience"]], _CHANNELS[found["channel"]]
    found["kind"] = _KINDS[found["kind"]]
    if isinstance(found["before"], str):
        found["before"] = orjson.loads(found["before"])
    return Due(**found)


#: What is read of a row to make one.
_NAMES = tuple(one.name for one in fields(Due))
DUE_COLUMNS = tuple(getattr(Notice, name) for name in _NAMES)


async def claim_due(tx: Transaction, *, limit: int = 100, lease: timedelta = LEASE) -> list[Due]:
    """Take what is due under a lease, oldest first. Rows that another act is changing are passed over, not waited for.

    Commit before anything is carried: a worker that dies afterwards has taken them, and the lease ends it.
    """
    await tx.session.execute(_ALONE_IN_ORDER)
    taken = await tx.rows(_claiming(limit), given_now=tx.now, given_until=tx.now + lease)
    claimed = [due_of(row) for row in taken]
    claimed.sort(key=lambda one: (one.due_at, one.id))
    return claimed


@cache
def _claiming(limit: int) -> Written:
    """Written out, with its limit: a plan that is made for any number, or for any states, reads all that is due."""
    now = bindparam("given_now", None, DateTime(timezone=True))
    other = aliased(Notice)
    in_hand = exists().where(
        # As the unique key begins, which finds them.
        other.occasion_id == Notice.occasion_id,
        other.assignment_id.is_(None),
        other.sign_in_link_id.is_(None),
        other.person_id == Notice.person_id,
        other.channel == Notice.channel,
        other.leased_until > now,
    )
    due = (
        select(Notice.id)
        .where(
            Notice.state.in_(UNSENT),
            Notice.due_at <= now,
            Notice.leased_until.is_(None),
            or_(Notice.again_at.is_(None), Notice.again_at <= now),
            ~in_hand,
        )
        .order_by(Notice.due_at, Notice.id)
        .limit(limit)
        .with_for_update(skip_locked=True, of=Notice)
        .cte("due")
    )
    return written(
        update(Notice)
        .where(Notice.id == due.c.id)
        .values(leased_until=bindparam("given_until", None, DateTime(timezone=True)), attempts=Notice.attempts + 1)
        .returning(*DUE_COLUMNS)
    )


async def keep_in_hand(tx: Transaction, tries: Mapping[UUID, int], *, lease: timedelta = LEASE) -> frozenset[UUID]:
    """Renew the lease of what is still being carried, each at this try: a slow carrier is not a lost worker. Returns
    those that are in the same hands still; what is missing was taken by another.
    """
    theirs = held(Notice.id.in_(list(tries)), Notice.state.in_(UNSENT), Notice.leased_until > tx.now)
    renewed = (
        update(Notice)
        .where(Notice.id == theirs.c.id)
        .values(leased_until=tx.now + lease)
        .returning(Notice.id, Notice.attempts)
    )
    found = await tx.session.execute(renewed.execution_options(synchronize_session=False))
    return frozenset(one for one, attempt in found if tries[one] == attempt)


async def give_back(tx: Transaction, notice_ids: Sequence[UUID]) -> None:
    """Give back claims that were not carried, as on a clean stop: they are due again at once."""
    theirs = held(Notice.id.in_(list(notice_ids)), Notice.state.in_(UNSENT), Notice.leased_until.is_not(None))
    await tx.session.execute(
        update(Notice)
        .where(Notice.id == theirs.c.id)
        .values(leased_until=None, attempts=Notice.attempts - 1)
        .execution_options(synchronize_session=False)
    )


async def sweep(tx: Transaction) -> int:
    """End the leases of lost workers: nobody knows whether those letters went out, so they are carried again.

    The Message-ID is the same, so that whoever has it already shows it once. Returns how many.
    """
    lost = (
        select(Notice.id)
        .where(Notice.state.in_(UNSENT), Notice.due_at <= tx.now, Notice.leased_until <= tx.now)
        .order_by(Notice.id)
        .limit(1000)
        .with_for_update(skip_locked=True)
        .cte("lost")
    )
    swept = await tx.session.scalars(
        update(Notice)
        .where(Notice.id == lost.c.id)
        .values(state=NoticeState.UNKNOWN, leased_until=None)
        .returning(Notice.id)
        .execution_options(synchronize_session=False)
    )
    return len(swept.all())


async def waiting(tx: Transaction) -> tuple[int, datetime | None]:
    """How many letters are due and not on their way, and since when the oldest is: what a monitor watches."""
    count, oldest = (
        await tx.session.execute(
            select(func.count(), func.min(Notice.due_at)).where(
                Notice.state.in_(UNSENT),
                Notice.due_at <= tx.now,
                or_(Notice.leased_until.is_(None), Notice.leased_until <= tx.now),
            )
        )
    ).one()
    return count, oldest
