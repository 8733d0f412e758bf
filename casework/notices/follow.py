"""Following people: what they wish changed, or where they are reached, and with it what is still to be sent to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select, update

from casework import house
from casework.actors import DELIVERY
from casework.news import NewsKind
from casework.notices.claiming import MAY_HAVE_IT, held
from casework.notices.plan import plan_all
from casework.notices.reach import wishes_of
from casework.notices.rows import GIVEN, on_channels, write
from casework.transaction import Transaction
from casework.wishes import Wishes
from schema.base import new_id
from schema.invitations import Invitation, InvitationState
from schema.notices import UNSENT, LetterKind, Notice, NoticeState
from schema.occasions import UPCOMING, Occasion
from schema.people import Person

#: Letters with which somebody signs in: they prove an address, and go to that one alone. The letter of the morning is a
#: mail, too; and what a calendar reads.
_BY_MAIL_ALONE = (LetterKind.WELCOME, LetterKind.RESET, LetterKind.DIGEST, LetterKind.ENTRY_CHANGED)


async def follow_reach(tx: Transaction, people: Iterable[UUID]) -> None:
    """Send what is not sent yet where these people are reached now, and as they wish. A channel that is new gets only
    what is still to come; what waits for one that is gone is put aside, and goes on another if nobody has it yet.
    """
    await tx.session.flush()
    async with house.acts(tx, DELIVERY):
        asked = list(people)
        # Whoever schedules for an official reads their letters.
        found = await tx.session.scalars(
            select(Person.scheduler_for_id).where(Person.id.in_(asked), Person.scheduler_for_id.is_not(None))
        )
        readers = {*asked, *filter(None, found)}
        await _carry_over(tx, readers, await wishes_of(tx, readers))
        told = select(Notice.occasion_id).where(Notice.person_id.in_(readers))
        invited = select(Invitation.occasion_id).where(
            Invitation.person_id.in_(readers), Invitation.state != InvitationState.WITHDRAWN
        )
        ahead = await tx.session.scalars(
            select(Occasion)
            .where(
                or_(Occasion.id.in_(told), Occasion.id.in_(invited)),
                Occasion.starts_at > tx.now,
                Occasion.state.in_(UPCOMING),
            )
            .order_by(Occasion.starts_at, Occasion.id)
        )
        await plan_all(tx, list(ahead))


async def _carry_over(tx: Transaction, readers: Iterable[UUID], wishes: Mapping[UUID, Wishes]) -> None:
    """Letters that are no reminders, each with those that say the same to the same person on other channels."""
    unsent = list(
        await tx.session.scalars(
            select(Notice)
            .where(
                Notice.person_id.in_(list(readers)),
                Notice.kind.not_in([LetterKind.REMINDER, *_BY_MAIL_ALONE]),
                Notice.state.in_(UNSENT),
                # What a worker has in hand, its carrier says of: then it goes another way by itself.
                Notice.leased_until.is_(None),
                Notice.useless_after > tx.now,
            )
            .order_by(Notice.due_at, Notice.id)
        )
    )
    alike: dict[tuple[Any, ...], list[Notice]] = defaultdict(list)
    for letter in unsent:
        alike[_says(letter)].append(letter)
    aside: list[UUID] = []
    rows: list[dict[str, Any]] = []
    for letters in alike.values():
        first = letters[0]
        wanted = wishes[first.person_id].channels_for(first.kind)
        aside += [letter.id for letter in letters if letter.channel not in wanted]
        if await _has_it(tx, first):
            continue
        there = {letter.channel for letter in letters}
        row = {name: getattr(first, name) for name in GIVEN} | {"id": new_id(), "state": NoticeState.PLANNED}
        if first.occasion_id is None:
            # Due when it was: what it is about is found by that. In quiet hours it waits when it is sent.
            rows += [row | {"id": new_id(), "channel": one} for one in wanted if one not in there]
            continue
        zone = await _zone(tx, first.occasion_id)
        rows += [one for one in on_channels([row], wishes[first.person_id], zone) if one["channel"] not in there]
    if aside:
        reason = "other_channel"
        theirs = held(Notice.id.in_(aside), Notice.state.in_(UNSENT))
        await tx.session.execute(
            update(Notice)
            .where(Notice.id == theirs.c.id)
            .values(state=NoticeState.SUPERSEDED, reason=reason, settled_at=tx.now)
            .execution_options(synchronize_session=False)
        )
    await write(tx, rows)
    tx.touch(NewsKind.NOTICE, aside)
    tx.touch(NewsKind.OCCASION, {row["occasion_id"] for row in rows if row["occasion_id"]})


def _says(letter: Notice) -> tuple[Any, ...]:
    about = letter.occasion_id or letter.assignment_id or (letter.case_id, letter.due_at)
    return (about, letter.person_id, letter.kind, letter.sequence)


async def _has_it(tx: Transaction, letter: Notice) -> bool:
    """Whether they have the same on another channel already, or may have it."""
    sent = select(Notice.id).where(
        Notice.occasion_id.is_not_distinct_from(letter.occasion_id),
        Notice.assignment_id.is_not_distinct_from(letter.assignment_id),
        Notice.case_id.is_not_distinct_from(letter.case_id),
        Notice.person_id == letter.person_id,
        Notice.kind == letter.kind,
        Notice.sequence == letter.sequence,
        Notice.created_at >= letter.created_at,
        MAY_HAVE_IT,
    )
    return await tx.session.scalar(sent.limit(1)) is not None


async def _zone(tx: Transaction, occasion_id: UUID) -> str:
    return (await tx.session.get_one(Occasion, occasion_id)).time_zone


__all__ = ["follow_reach"]
