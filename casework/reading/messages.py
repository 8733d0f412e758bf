"""What is said of messages beside their columns: how far each is, what carriers said, and how an occasion was told."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import and_, case, false, func, literal, or_, select
from sqlalchemy.dialects.postgresql import distinct_on

from casework import access
from casework.access import VISIBLE, Eyes
from casework.reading.facts import Expression, Made, Many, Noun
from casework.reading.occasions import NOTICE, OCCASION
from casework.reading.places import Row
from casework.reading.reader import Reader
from casework.transaction import Transaction
from schema.notices import ARRIVED, UNSENT, Notice, NoticeProgress, NoticeState, Receipt
from schema.occasions import Occasion

#: States in which a letter still has to go: whether it is due decides what it is called.
_SETTLED = {
    NoticeState.CARRIED: NoticeProgress.SENT,
    NoticeState.DELIVERED: NoticeProgress.DELIVERED,
    NoticeState.FAILED: NoticeProgress.TROUBLE,
    NoticeState.SKIPPED: NoticeProgress.NOT_SENT,
    NoticeState.SUPERSEDED: NoticeProgress.REPLACED,
}
#: Why nobody could be written to at all.
UNREACHABLE = ("no_address", "bounced", "stopped")
#: Nor did they hear of it in time.
TOO_LATE = "too_late"


def states_of(progress: Collection[NoticeProgress]) -> list[NoticeState]:
    """The states that letters as far as this are in."""
    found = [state for state, said in _SETTLED.items() if said in progress]
    return [*found, *(UNSENT if {NoticeProgress.TO_BE_SENT, NoticeProgress.DUE} & set(progress) else ())]


def is_at(row: Any, now: Any, progress: Collection[NoticeProgress]) -> Any:
    """The letter is as far as one of these."""
    ways = [row.state == state for state, said in _SETTLED.items() if said in progress]
    if NoticeProgress.TO_BE_SENT in progress:
        ways.append(and_(row.state.in_(UNSENT), row.due_at > now))
    if NoticeProgress.DUE in progress:
        ways.append(and_(row.state.in_(UNSENT), row.due_at <= now))
    return or_(*ways) if ways else false()


def progress_of(row: Notice, now: Any) -> NoticeProgress:
    """How far this letter is."""
    return _SETTLED.get(row.state) or (NoticeProgress.TO_BE_SENT if row.due_at > now else NoticeProgress.DUE)


NOTICE["progress"] = Expression(
    said=lambda at: case(
        *((at.row.state == state, literal(said.name)) for state, said in _SETTLED.items()),
        (at.row.due_at > at.eyes.now, literal(NoticeProgress.TO_BE_SENT.name)),
        else_=literal(NoticeProgress.DUE.name),
    )
)
NOTICE["tries"] = Many(
    "NoticeTry",
    lambda at, there: there.row.notice_id == at.row.id,
    order=lambda there: [there.row.attempt, there.row.at, there.row.id],
)

TRY = Noun("NoticeTry", Receipt)
TRY.columns("attempt", "outcome", "said", "at")


@dataclass(frozen=True, slots=True)
class Delivery:
    """How the telling of one occasion went: of each person the last letter whose hour has come."""

    #: People who were to be told by now.
    told: int
    sent: int
    #: Due, and not on its way yet; or tried again.
    due: int
    failed: int
    #: Nobody could write to them: no address, one that does not work, or they asked us to stop.
    unreachable: int


def _told(eyes: Eyes, notice: Any, occasion_id: Any, *around: Any) -> Any:
    """The numbers of :class:`Delivery`, of the letters about this occasion that the actor may see."""
    there = notice.alias if isinstance(notice, Row) else notice
    skipped = notice.state == NoticeState.SKIPPED
    last = (
        select(notice.state, notice.reason)
        .select_from(there)
        .where(
            VISIBLE[Notice](eyes, notice),
            notice.occasion_id == occasion_id,
            notice.due_at <= eyes.now,
            notice.state != NoticeState.SUPERSEDED,
            # What was not to be said to them any more was not kept from them.
            or_(~skipped, notice.reason.in_([*UNREACHABLE, TOO_LATE])),
        )
        .ext(distinct_on(notice.person_id))
        .order_by(notice.person_id, notice.due_at.desc(), notice.id.desc())
        .correlate(*around)
        .subquery("last_letters")
    )
    away = last.c.reason.in_(UNREACHABLE)

    def number(holds: Any) -> Any:
        return func.count().filter(holds)

    return (
        select(
            func.json_build_array(
                func.count(),
                number(last.c.state.in_(ARRIVED)),
                number(last.c.state.in_(UNSENT)),
                number(or_(last.c.state == NoticeState.FAILED, and_(last.c.state == NoticeState.SKIPPED, ~away))),
                number(and_(last.c.state == NoticeState.SKIPPED, away)),
            )
        )
        .select_from(last)
        .scalar_subquery()
    )


def _delivery(_: Reader, __: Any, numbers: Sequence[int]) -> Delivery:
    return Delivery(*numbers)


OCCASION["delivery"] = Made(
    noun="Delivery",
    inputs={"numbers": lambda at: _told(at.eyes, Row(Notice), at.row.id, *at.enclosing)},
    finish=_delivery,
)
DELIVERY = Noun("Delivery")
DELIVERY.plain("told", "sent", "due", "failed", "unreachable")


async def deliveries(tx: Transaction, occasion_ids: Sequence[UUID]) -> Mapping[UUID, Delivery]:
    """How the telling of these occasions went."""
    eyes = Eyes(await access.standing(tx), tx.now)
    asked = select(Occasion.id, _told(eyes, Notice, Occasion.id, Occasion)).where(Occasion.id.in_(occasion_ids))
    return {row[0]: Delivery(*row[1]) for row in await tx.session.execute(asked)}


__all__ = ["Delivery", "deliveries", "is_at", "progress_of", "states_of"]
