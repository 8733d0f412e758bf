"""Letters around a change that is told: once more to whoever has not answered, and to who is called about them."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, select

from casework import house, letters
from casework.actors import DELIVERY
from casework.card import UnansweredCard
from casework.letters import Letter, Reader
from casework.notices.claiming import Due
from casework.notices.owing import LETTER_OF_CHANGE
from casework.notices.rows import reached_now, write
from casework.transaction import Transaction
from schema.base import new_id
from schema.cases import Case
from schema.changes import Acknowledgement
from schema.invitations import Audience, Invitation
from schema.notices import LetterKind, Notice, NoticeState
from schema.occasions import Occasion
from schema.organizations import Organization
from schema.people import Channel, Person
from schema.tasks import UNANSWERED, Task

#: A pointer to what is long over helps nobody.
_KEEPS = timedelta(days=1)


async def write_again(tx: Transaction, owed: Acknowledgement, channel: Channel) -> bool:
    """Plan the letter of a change once more, due now, on a channel. False when there was none, or it helps nobody."""
    first = await tx.session.scalar(
        select(Notice)
        .join(Acknowledgement, LETTER_OF_CHANGE)
        .where(Acknowledgement.id == owed.id)
        .order_by(Notice.due_at, Notice.id)
        .limit(1)
    )
    if first is None or first.useless_after <= tx.now:
        return False
    given = ("organization_id", "case_id", "occasion_id", "invitation_id", "assignment_id", "person_id", "audience",
             "kind", "useless_after", "sequence", "before")  # fmt: skip
    again = {name: getattr(first, name) for name in given}
    async with house.acts(tx, DELIVERY):
        asked = await tx.session.get(Invitation, first.invitation_id) if first.invitation_id else None
        if asked is not None and channel is Channel.EMAIL:
            # The newest that a calendar gets is what counts there (RFC 5546 §2.1.4).
            asked.sequence_ahead += 1
        await write(tx, [again | {"id": new_id(), "channel": channel, "due_at": tx.now, "state": NoticeState.PLANNED}])
    return True


async def tell_unanswered(tx: Transaction, occasion: Occasion, person_id: UUID) -> None:
    """Write to whoever is called about people who have not answered. Of several at once, of whichever dates of one
    case, one letter: it says how many of the case.
    """
    on_its_way = select(Notice.channel).where(
        Notice.person_id == person_id,
        Notice.kind == LetterKind.UNANSWERED,
        Notice.case_id.is_not_distinct_from(occasion.case_id),
        Notice.organization_id == occasion.organization_id,
        Notice.state == NoticeState.PLANNED,
        # One that is being written may have been counted before.
        Notice.leased_until.is_(None),
    )
    said = set(await tx.session.scalars(on_its_way))
    row = {
        "organization_id": occasion.organization_id,
        "case_id": occasion.case_id,
        "occasion_id": occasion.id,
        "invitation_id": None,
        "assignment_id": None,
        "person_id": person_id,
        "audience": Audience.COORDINATOR,
        "kind": LetterKind.UNANSWERED,
        "due_at": tx.now,
        "useless_after": max(occasion.ends_at, tx.now + _KEEPS),
        "sequence": occasion.sequence,
        "before": None,
        "state": NoticeState.PLANNED,
    }
    channels = await reached_now(tx, person_id, LetterKind.UNANSWERED)
    await write(tx, [row | {"id": new_id(), "channel": channel} for channel in channels if channel not in said])


async def unanswered_letter(tx: Transaction, notice: Due, person: Person, public_url: str) -> Letter | None:
    """How many are waited for, and by when to call; who they are stands on the case. None once nobody is."""
    asked = select(func.count(), func.min(Task.due_at)).where(
        Task.owner_id == person.id,
        Task.raised_by == UNANSWERED,
        Task.done_at.is_(None),
        Task.case_id == notice.case_id if notice.case_id else Task.case_id.is_(None),
    )
    people, call_by = (await tx.session.execute(asked)).one()
    if not people:
        return None
    case = await tx.session.get(Case, notice.case_id) if notice.case_id else None
    organization = await tx.session.get_one(Organization, notice.organization_id)
    reader = Reader(audience=notice.audience, language=person.language, organization=organization.name)
    page = f"{public_url}/cases/{case.short_id}" if case else f"{public_url}/tasks"
    occasion = await tx.session.get(Occasion, notice.occasion_id) if notice.occasion_id else None
    waiting = UnansweredCard(
        people, call_by or notice.due_at, occasion.time_zone if occasion else organization.time_zone
    )
    return letters.compose_unanswered(waiting, reader, page_url=page)


__all__ = ["tell_unanswered", "unanswered_letter", "write_again"]
