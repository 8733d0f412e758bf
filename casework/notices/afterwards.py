"""What carriers say of a letter after they took it: that it is on its way, that it arrived, that it did not after all.

They say it twice and out of order (CALENDAR §4). So each word has a rank, and one that is not above what was heard
before changes nothing. "Sent" is not "delivered".
"""

from __future__ import annotations

from enum import StrEnum
from uuid import UUID

from sqlalchemy import select

from casework.news import NewsKind
from casework.notices.addresses import nobody_there, stopped_at_the_carrier
from casework.notices.follow import follow_reach
from casework.notices.other_channels import another_way
from casework.notices.settle import ask_if_it_helps
from casework.notices.tasks import no_longer_needed
from casework.transaction import Transaction
from schema.base import new_id
from schema.notices import Notice, NoticeState, Receipt


class Heard(StrEnum):
    """A carrier's later word."""

    SENT = "sent"
    UNDELIVERED = "undelivered"
    DELIVERED = "delivered"


#: What is said last wins; that it arrived, over everything.
_RANK = {Heard.SENT.value: 1, Heard.UNDELIVERED.value: 2, Heard.DELIVERED.value: 3}
#: Nothing was to be carried any more, whatever the carrier says.
_NOT_SENT = (NoticeState.SKIPPED, NoticeState.SUPERSEDED)


async def hear_of(
    tx: Transaction,
    notice_id: UUID,
    heard: Heard,
    *,
    said: str | None = None,
    carrier_id: str | None = None,
    address: str | None = None,
    address_dead: bool = False,
    stopped: bool = False,
) -> bool:
    """Take a carrier's later word on a letter. ``address`` is where it went, as the carrier says. Whether anything
    changed: not for what was said before, what is overtaken, or a letter that is no more.
    """
    notice = await tx.session.scalar(select(Notice).where(Notice.id == notice_id).with_for_update())
    if notice is None:
        return False
    before = await tx.session.scalars(select(Receipt.outcome).where(Receipt.notice_id == notice_id))
    if max((_RANK.get(one, 0) for one in before), default=0) >= _RANK[heard]:
        return False
    tx.session.add(
        Receipt(
            id=new_id(), notice_id=notice.id, attempt=notice.attempts, outcome=heard.value, said=said,
            carrier_id=carrier_id, at=tx.now,
        )
    )  # fmt: skip
    if heard is Heard.DELIVERED:
        await _arrived(tx, notice)
    elif heard is Heard.UNDELIVERED:
        unreached: set[UUID] = set()
        if address_dead:
            unreached |= await nobody_there(tx, notice, address)
        if stopped:
            unreached |= await stopped_at_the_carrier(tx, notice, address)
        await _did_not_arrive(tx, notice, said)
        if unreached:
            await follow_reach(tx, unreached)
    await tx.session.flush()
    # A word that the letter is on its way changes no row of it, and pages show it all the same.
    tx.touch(NewsKind.NOTICE, [notice.id])
    return True


async def _arrived(tx: Transaction, notice: Notice) -> None:
    if notice.state not in _NOT_SENT:
        notice.state, notice.reason, notice.settled_at = NoticeState.DELIVERED, None, notice.settled_at or tx.now
        await no_longer_needed(tx, notice)


async def _did_not_arrive(tx: Transaction, notice: Notice, said: str | None) -> None:
    if notice.state in _NOT_SENT:
        return
    notice.state, notice.reason, notice.settled_at = NoticeState.FAILED, said or "undelivered", tx.now
    if not await another_way(tx, notice):
        await ask_if_it_helps(tx, notice)


__all__ = ["Heard", "hear_of"]
