"""Settling what the carriers said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, cast
from uuid import UUID

import orjson
from sqlalchemy import (
    Boolean,
    DateTime,
    Integer,
    Table,
    Text,
    Uuid,
    and_,
    bindparam,
    case,
    column,
    func,
    insert,
    null,
    or_,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import JSONB

from casework import push
from casework.news import NewsKind
from casework.notices.addresses import nobody_there, stopped_at_the_carrier
from casework.notices.asked_again import URGENT
from casework.notices.claiming import DUE_COLUMNS, Planned, due_of
from casework.notices.follow import follow_reach
from casework.notices.other_channels import another_way
from casework.notices.prepare import wait_after
from casework.notices.tasks import ask_a_human, no_longer_needed
from casework.transaction import Transaction
from casework.written import Written, written
from schema.base import new_id
from schema.notices import UNSENT, LetterKind, Notice, NoticeState, Receipt
from schema.occasions import Occasion

#: A change that did not get through for this long is told by telephone.
PATIENCE = timedelta(hours=1)


class Outcome(StrEnum):
    """What a carrier may say of one try."""

    CARRIED = "carried"
    #: For good: nobody lives there, or this message is not taken.
    REFUSED = "refused"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Said:
    """The carrier's word on one try of one notice."""

    notice_id: UUID
    attempt: int
    outcome: Outcome
    #: Its code and its own id for the message, with no address in it.
    said: str | None = None
    #: Refused because of the address, which is then not tried again.
    address_dead: bool = False
    #: Refused because they told the carrier itself to stop.
    stopped: bool = False
    #: What the carrier calls the message.
    carrier_id: str | None = None
    #: Not sooner again than after this, in seconds: the carrier asked for it, or its line rests.
    again_after: float = 0
    #: Nothing was tried, so that it counts as no try.
    tried: bool = True
    #: It was the line that failed, not this letter.
    line: bool = False
    #: Browsers that are gone.
    gone: tuple[UUID, ...] = ()


async def settle(tx: Transaction, receipts: Sequence[Said]) -> None:
    """Record what the carriers said. A try that was overtaken by another still counts if it was carried.

    Everything that arrived is recorded by one statement, and so is everything that waits: a mail server that is down
    says so of thousands. Only what failed for good is looked at one by one.
    """
    if not receipts:
        return
    told = orjson.dumps([_told(tx, one) for one in receipts], default=str).decode()
    said = {one.notice_id: one for one in receipts}
    if gone := [browser for one in receipts for browser in one.gone]:
        await push.forget(tx, gone)
    tx.touch(NewsKind.NOTICE, said)
    unreached: set[UUID] = set()
    for row in await tx.rows(_SETTLE, given_told=told, given_now=tx.now):
        one, notice = said[row.id], due_of(row)
        if one.outcome is Outcome.CARRIED:
            if notice.attempts > 1:
                await no_longer_needed(tx, notice)
        elif one.outcome is Outcome.REFUSED:
            if one.address_dead:
                unreached |= await nobody_there(tx, notice)
            if one.stopped:
                unreached |= await stopped_at_the_carrier(tx, notice)
            if not await another_way(tx, notice):
                await ask_if_it_helps(tx, notice)
        elif row.state == NoticeState.FAILED:
            await ask_if_it_helps(tx, notice)
        elif notice.kind in URGENT and tx.now - notice.due_at >= PATIENCE:
            # We go on trying; meanwhile somebody should pick up the telephone.
            await ask_a_human(tx, notice)
    await tx.session.flush()
    if unreached:
        await follow_reach(tx, unreached)


def _told(tx: Transaction, one: Said) -> dict[str, Any]:
    told: dict[str, Any] = {
        "receipt": new_id(), "id": one.notice_id, "attempt": one.attempt, "outcome": one.outcome, "said": one.said,
        "carrier_id": one.carrier_id, "tried": one.tried,
    }  # fmt: skip
    if one.outcome is Outcome.LATER:
        wait = max(wait_after(one.attempt - (not one.tried)), timedelta(seconds=one.again_after))
        told["again_at"] = tx.now + wait
    return told


def _settling() -> Written:
    """A receipt for each word; and each notice by the word on it, in the order of their ids, so that no two acts wait
    for each other.
    """
    table = cast(Table, Notice.__table__)
    now = bindparam("given_now", None, DateTime(timezone=True))
    columns = [
        column("receipt", Uuid),
        column("id", Uuid),
        column("attempt", Integer),
        column("outcome", Text),
        column("said", Text),
        column("carrier_id", Text),
        column("tried", Boolean),
        column("again_at", DateTime(timezone=True)),
    ]
    words = func.jsonb_to_recordset(bindparam("given_told", None, JSONB)).table_valued(*columns)
    words = words.render_derived("words", with_types=True)
    told = select(*(words.c[one.name] for one in columns)).cte("told")
    noted = (
        insert(Receipt)
        .from_select(
            ["id", "notice_id", "attempt", "outcome", "said", "carrier_id", "at"],
            select(
                told.c.receipt, told.c.id, told.c.attempt, told.c.outcome, told.c.said, told.c.carrier_id, now
            ).where(told.c.tried),
        )
        .cte("noted")
    )
    held = (
        select(table.c.id, told.c.attempt, told.c.outcome, told.c.said, told.c.tried, told.c.again_at)
        .join_from(told, table, table.c.id == told.c.id)
        .order_by(table.c.id)
        .with_for_update(of=table)
        .cte("held")
    )
    carried = held.c.outcome == Outcome.CARRIED.value
    # Whoever tries it now is the one to say that it failed.
    theirs = and_(table.c.state.in_(UNSENT), table.c.leased_until.is_not(None), table.c.attempts == held.c.attempt)
    waits = and_(held.c.outcome == Outcome.LATER.value, held.c.again_at < table.c.useless_after)
    settled = (
        update(table)
        .where(
            table.c.id == held.c.id,
            or_(and_(carried, table.c.state.in_([*UNSENT, NoticeState.SUPERSEDED])), and_(~carried, theirs)),
        )
        .values(
            state=case(
                (carried, NoticeState.CARRIED.value), (waits, NoticeState.PLANNED.value), else_=NoticeState.FAILED.value
            ),
            reason=case(
                (carried, case((table.c.reason == "fallback", table.c.reason))),
                (waits, held.c.said),
                else_=func.coalesce(
                    held.c.said, case((held.c.outcome == Outcome.REFUSED.value, "refused"), else_="too_late")
                ),
            ),
            settled_at=case((waits, null()), else_=now),
            again_at=case((waits, held.c.again_at)),
            attempts=table.c.attempts - case((and_(waits, ~held.c.tried), 1), else_=0),
            leased_until=null(),
        )
        .returning(*(table.c[one.key] for one in DUE_COLUMNS), table.c.state)
        .cte("settled")
    )
    # What arrived at the first try is over; of the others somebody may have to hear.
    return written(
        select(*settled.c).add_cte(noted).where(or_(settled.c.state != NoticeState.CARRIED, settled.c.attempts > 1))
    )


_SETTLE = _settling()


async def ask_if_it_helps(tx: Transaction, notice: Planned) -> None:
    """A lost reminder is followed by the next; only when the day is near does somebody have to call."""
    if notice.kind is LetterKind.REMINDER:
        starts_at: datetime | None = await tx.session.scalar(
            select(Occasion.starts_at).where(Occasion.id == notice.occasion_id)
        )
        if starts_at is None or not tx.now < starts_at <= tx.now + timedelta(days=1):
            return
    await ask_a_human(tx, notice)


__all__ = ["Outcome", "Said", "ask_if_it_helps", "settle"]
