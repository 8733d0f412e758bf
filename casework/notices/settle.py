"""Claiming what is due, settling what the carrier said, and sweeping up after a lost worker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import func, or_, select, update

from casework.notices.prepare import URGENT, wait_after
from casework.notices.tasks import ask_a_human, no_longer_needed
from casework.transaction import Transaction
from schema.base import new_id
from schema.notices import LetterKind, Notice, NoticeState, Receipt
from schema.occasions import Occasion
from schema.people import Contact

#: Nobody else takes a claimed notice for this long; carrying a batch must end well before.
LEASE = timedelta(minutes=5)
#: A change that did not get through for this long is told by telephone.
PATIENCE = timedelta(hours=1)
_DUE = (NoticeState.PLANNED, NoticeState.UNKNOWN)


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


async def claim_due(tx: Transaction, *, limit: int = 100, lease: timedelta = LEASE) -> list[Notice]:
    """Take what is due under a lease, oldest first. Rows that another worker is taking are passed over, not waited for.

    Commit before anything is carried: a worker that dies afterwards has taken them, and the lease ends it.
    """
    found = list(
        await tx.session.scalars(
            select(Notice)
            .where(
                Notice.state.in_(_DUE),
                Notice.due_at <= tx.now,
                # Of a planned one, the wait after a failed try.
                or_(Notice.claimed_until.is_(None), Notice.claimed_until <= tx.now),
            )
            .order_by(Notice.due_at, Notice.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
    )
    for notice in found:
        notice.state = NoticeState.CLAIMED
        notice.claimed_until = tx.now + lease
        notice.attempts += 1
    await tx.session.flush()
    return found


async def settle(tx: Transaction, receipts: Sequence[Said]) -> None:
    """Record what the carriers said. A try that was overtaken by another still counts if it was carried."""
    said = {receipt.notice_id: receipt for receipt in receipts}
    notices = await tx.session.scalars(
        select(Notice).where(Notice.id.in_(list(said))).order_by(Notice.id).with_for_update()
    )
    for notice in list(notices):
        await _settle(tx, notice, said[notice.id])
    await tx.session.flush()


async def _settle(tx: Transaction, notice: Notice, receipt: Said) -> None:
    tx.session.add(
        Receipt(
            id=new_id(),
            notice_id=notice.id,
            attempt=receipt.attempt,
            outcome=receipt.outcome.value,
            said=receipt.said,
            at=tx.now,
        )
    )
    open_still = notice.state in (NoticeState.CLAIMED, NoticeState.UNKNOWN, NoticeState.PLANNED)
    if receipt.outcome is Outcome.CARRIED:
        if open_still or notice.state is NoticeState.SUPERSEDED:
            _close(tx, notice, NoticeState.CARRIED, notice.reason if notice.reason == "fallback" else None)
            if notice.attempts > 1:
                await no_longer_needed(tx, notice)
        return
    if notice.state is not NoticeState.CLAIMED or notice.attempts != receipt.attempt:
        return
    if receipt.outcome is Outcome.REFUSED:
        if receipt.address_dead:
            await tx.session.execute(
                update(Contact)
                .where(
                    Contact.person_id == notice.person_id,
                    Contact.channel == notice.channel,
                    Contact.bounced_at.is_(None),
                )
                .values(bounced_at=tx.now)
                .execution_options(synchronize_session=False)
            )
        _close(tx, notice, NoticeState.FAILED, receipt.said or "refused")
        await _ask_if_it_helps(tx, notice)
        return
    again_at = tx.now + wait_after(notice.attempts)
    if again_at < notice.useless_after:
        notice.state, notice.claimed_until, notice.reason = NoticeState.PLANNED, again_at, receipt.said
        if notice.kind in URGENT and tx.now - notice.due_at >= PATIENCE:
            # We go on trying; meanwhile somebody should pick up the telephone.
            await ask_a_human(tx, notice)
        return
    _close(tx, notice, NoticeState.FAILED, receipt.said or "too_late")
    await _ask_if_it_helps(tx, notice)


async def _ask_if_it_helps(tx: Transaction, notice: Notice) -> None:
    """A lost reminder is followed by the next; only when the day is near does somebody have to call."""
    if notice.kind is LetterKind.DIGEST:
        # Tomorrow's counts say the same.
        return
    if notice.kind is LetterKind.REMINDER:
        occasion = await tx.session.get(Occasion, notice.occasion_id)
        if occasion is None or not tx.now < occasion.starts_at <= tx.now + timedelta(days=1):
            return
    await ask_a_human(tx, notice)


def _close(tx: Transaction, notice: Notice, state: NoticeState, reason: str | None) -> None:
    notice.state, notice.reason, notice.settled_at, notice.claimed_until = state, reason, tx.now, None


async def give_back(tx: Transaction, notice_ids: Sequence[UUID]) -> None:
    """Give back claims that were not carried, as on a clean stop: they are due again at once."""
    await tx.session.execute(
        update(Notice)
        .where(Notice.id.in_(list(notice_ids)), Notice.state == NoticeState.CLAIMED)
        .values(state=NoticeState.PLANNED, claimed_until=None, attempts=Notice.attempts - 1)
        .execution_options(synchronize_session=False)
    )


async def sweep(tx: Transaction) -> int:
    """End the leases of lost workers: nobody knows whether those letters went out, so they are carried again.

    The Message-ID is the same, so that whoever has it already shows it once. Returns how many.
    """
    lost = list(
        await tx.session.scalars(
            select(Notice)
            .where(Notice.state == NoticeState.CLAIMED, Notice.claimed_until <= tx.now)
            .order_by(Notice.id)
            .limit(1000)
            .with_for_update(skip_locked=True)
        )
    )
    for notice in lost:
        notice.state, notice.claimed_until = NoticeState.UNKNOWN, None
    await tx.session.flush()
    return len(lost)


async def waiting(tx: Transaction) -> tuple[int, datetime | None]:
    """How many letters are due and not on their way, and since when the oldest is: what a monitor watches."""
    count, oldest = (
        await tx.session.execute(
            select(func.count(), func.min(Notice.due_at)).where(Notice.state.in_(_DUE), Notice.due_at <= tx.now)
        )
    ).one()
    return count, oldest


__all__ = ["LEASE", "Outcome", "Said", "claim_due", "give_back", "settle", "sweep", "waiting"]
