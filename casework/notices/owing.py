"""Who owes a word that they know of a change, by when: written in the transaction that changes the date (PRODUCT,
journey 2).

A date that is earlier than it was, or that is less than 48 hours away, old or new, reaches some people too late unless
they are really reached. Those whom it can't do without say that they know. Everybody else who was told is counted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import CompoundSelect, and_, exists, insert, or_, select, union_all, update

from casework.notices.recipients import Recipient
from casework.told import CHANGES
from casework.transaction import Transaction
from schema.advocacy import AdvocacyAction
from schema.base import new_id
from schema.changes import Acknowledgement, Change, ChangeKind, HowEnded
from schema.invitations import Audience
from schema.notices import LetterKind, Notice
from schema.occasions import Occasion, OccasionState
from schema.people import Person, PersonKind
from schema.teams import CaseRole, TeamMember

#: A date this near is told too late, unless they say that they know.
NEAR = timedelta(hours=48)
#: How long they have to say so; of a near date.
SPAN, NEAR_SPAN = timedelta(hours=2), timedelta(hours=1)
#: Through whose eyes one sees what can't do without one. Interpreters and whoever speaks for an action besides.
_NEEDED = frozenset({Audience.ATTORNEY, Audience.CLIENT, Audience.FAMILY_CONTACT, Audience.OFFICIAL})
#: What somebody still owes.
OWED = (
    Acknowledgement.due_by.is_not(None),
    Acknowledgement.acknowledged_at.is_(None),
    Acknowledgement.ended_at.is_(None),
)
#: The letters that told the change on which somebody owes a word. A transfer is told of a date that stands, so that
#: its letters and those of the move before it are of one sequence.
LETTER_OF_CHANGE = and_(
    Notice.occasion_id == Acknowledgement.occasion_id,
    Notice.person_id == Acknowledgement.person_id,
    Notice.sequence == Acknowledgement.sequence,
    Notice.kind.in_(CHANGES),
    (Notice.kind == LetterKind.TRANSFERRED)
    == exists()
    .where(Change.id == Acknowledgement.change_id, Change.kind == ChangeKind.TRANSFERRED)
    # Said, because it stands in an `exists` of its own, and would else ask whether there is any transfer at all.
    .correlate(Acknowledgement),
)
#: Who owes a word on which version of which occasion.
Owing = tuple[UUID, UUID, int]


async def owed_by(tx: Transaction, letters: Sequence[Any]) -> dict[Owing, datetime]:
    """By when the readers of these letters of changes owe a word. Whoever owes none is not in it."""
    if not letters:
        return {}
    found = await tx.session.execute(
        select(
            Acknowledgement.occasion_id, Acknowledgement.person_id, Acknowledgement.sequence, Acknowledgement.due_by
        ).where(
            Acknowledgement.occasion_id.in_({one.occasion_id for one in letters}),
            Acknowledgement.person_id.in_({one.person_id for one in letters}),
            *OWED,
        )
    )
    return {(occasion_id, person_id, sequence): due_by for occasion_id, person_id, sequence, due_by in found if due_by}


def moved(occasion: Occasion, before: Mapping[str, Any]) -> bool:
    """It begins at another time than they were told, or at an hour that nobody knew."""
    told = datetime.fromisoformat(str(before["starts_at"])), before.get("hour_known", True)
    return told != (occasion.starts_at, occasion.hour_known)


def kind_of(occasion: Occasion, before: Mapping[str, Any]) -> ChangeKind:
    """What changed, in one word."""
    if occasion.state is OccasionState.CANCELLED:
        return ChangeKind.CANCELLED
    if moved(occasion, before):
        earlier = occasion.starts_at < datetime.fromisoformat(str(before["starts_at"]))
        return ChangeKind.MOVED_EARLIER if earlier else ChangeKind.MOVED
    same_place = before.get("place_name") == occasion.place_name
    other_way = before.get("medium", occasion.medium.value) != occasion.medium.value
    return ChangeKind.MEDIUM_CHANGED if same_place and other_way else ChangeKind.PLACE_CHANGED


def near(starts_at: datetime, now: datetime) -> bool:
    return now < starts_at < now + NEAR


async def keep_change(
    tx: Transaction, occasion: Occasion, before: Mapping[str, Any], told: Sequence[Recipient]
) -> Change | None:
    """Keep what changed, who was told of it, and who owes a word by when. What was owed for an earlier change is
    superseded, and whoever owed it owes a word for this one: nobody knows which date they know. None when nobody was
    told.
    """
    owed_before = await _supersede(
        tx, Acknowledgement.occasion_id == occasion.id, Acknowledgement.sequence < occasion.sequence
    )
    if not told:
        return None
    change = await _change(tx, occasion, kind_of(occasion, before), before)
    was = datetime.fromisoformat(str(before["starts_at"]))
    dates = [was] if change.kind is ChangeKind.CANCELLED else [was, occasion.starts_at]
    soon = any(near(at, tx.now) for at in dates)
    asked = soon or change.kind is ChangeKind.MOVED_EARLIER
    needed = await _needed(tx, occasion, told) if asked or owed_before else frozenset()
    # Whatever is agreed, an hour after it began is too late.
    due_by = min([tx.now + (NEAR_SPAN if soon else SPAN), *(at for at in dates if at > tx.now)])
    await _keep(
        tx, change,
        {
            one: due_by if one.person_id in needed and (asked or one.person_id in owed_before) else None
            for one in told
        },
    )  # fmt: skip
    return change


async def keep_transferred(tx: Transaction, occasion: Occasion, told: Sequence[Recipient]) -> None:
    """Keep that the client was moved, who was told of it for this date, and who owes a word by when. The date stands,
    so that what is owed for an earlier change of it is owed still; what is owed for an earlier transfer is superseded.
    """
    transfers = select(Change.id).where(Change.occasion_id == occasion.id, Change.kind == ChangeKind.TRANSFERRED)
    owed_before = await _supersede(tx, Acknowledgement.change_id.in_(transfers))
    if not told:
        return
    before = {
        "starts_at": occasion.starts_at.isoformat(), "time_zone": occasion.time_zone,
        "hour_known": occasion.hour_known, "place_name": occasion.place_name,
    }  # fmt: skip
    change = await _change(tx, occasion, ChangeKind.TRANSFERRED, before)
    soon = near(occasion.starts_at, tx.now)
    needed = await _needed(tx, occasion, told) if soon or owed_before else frozenset()
    due_by = min(tx.now + (NEAR_SPAN if soon else SPAN), occasion.starts_at)
    await _keep(
        tx, change,
        {one: due_by if one.person_id in needed and (soon or one.person_id in owed_before) else None for one in told},
    )  # fmt: skip


async def keep_withdrawn(tx: Transaction, occasion: Occasion, before: Mapping[str, Any], one: Recipient) -> None:
    """Keep that an invitation was taken back from somebody who knew: one change for all that an act takes back. Asked
    again and taken back again at one instant, they were told of two.
    """
    told = select(Acknowledgement.id).where(
        Acknowledgement.change_id == Change.id, Acknowledgement.person_id == one.person_id
    )
    change = await tx.session.scalar(
        select(Change)
        .where(
            Change.occasion_id == occasion.id, Change.kind == ChangeKind.WITHDRAWN, Change.at == tx.now,
            ~told.exists(),
        )
        .limit(1)
    )  # fmt: skip
    if change is None:
        change = await _change(tx, occasion, ChangeKind.WITHDRAWN, before)
    await _keep(tx, change, {one: None})


async def no_longer_theirs(tx: Transaction, occasion_id: UUID, person_id: UUID) -> None:
    """Nobody expects them any more, so that they owe no word."""
    await _end(tx, HowEnded.NO_LONGER_THEIRS, Acknowledgement.occasion_id == occasion_id,
               Acknowledgement.person_id == person_id)  # fmt: skip


async def _supersede(tx: Transaction, *earlier: Any) -> frozenset[UUID]:
    """Who owed a word for an earlier change. Nothing is owed for one any more."""
    owing = await tx.session.scalars(select(Acknowledgement.person_id).where(*earlier, *OWED))
    people = frozenset(owing)
    await _end(tx, HowEnded.SUPERSEDED, *earlier)
    return people


async def _end(tx: Transaction, how: HowEnded, *which: Any) -> None:
    await tx.session.execute(
        update(Acknowledgement)
        .where(*which, Acknowledgement.acknowledged_at.is_(None), Acknowledgement.ended_at.is_(None))
        .values(ended_at=tx.now, ended_how=how, next_call_at=None)
        .execution_options(synchronize_session=False)
    )


async def _needed(tx: Transaction, occasion: Occasion, told: Sequence[Recipient]) -> frozenset[UUID]:
    """Whom it can't do without, of those who were told."""
    ids = [one.person_id for one in told]
    others: CompoundSelect[Any] = union_all(
        select(Person.id).where(Person.id.in_(ids), Person.kind == PersonKind.INTERPRETER),
        select(TeamMember.person_id).where(
            TeamMember.case_id == occasion.case_id,
            TeamMember.role == CaseRole.INTERPRETER,
            TeamMember.began_at <= tx.now,
            or_(TeamMember.until.is_(None), TeamMember.until > tx.now),
        ),
        # Who leads an action speaks for it.
        select(AdvocacyAction.lead_id).where(AdvocacyAction.occasion_id == occasion.id),
    )
    besides = set(await tx.session.scalars(others))
    return frozenset(one.person_id for one in told if one.audience in _NEEDED or one.person_id in besides)


async def _change(tx: Transaction, occasion: Occasion, kind: ChangeKind, before: Mapping[str, Any]) -> Change:
    change = Change(
        id=new_id(), organization_id=occasion.organization_id, case_id=occasion.case_id, occasion_id=occasion.id,
        kind=kind, sequence=occasion.sequence, at=tx.now, by_id=tx.person_id, before=dict(before),
    )  # fmt: skip
    tx.session.add(change)
    await tx.session.flush()
    return change


async def _keep(tx: Transaction, change: Change, told: Mapping[Recipient, datetime | None]) -> None:
    """Who was told, and by when each owes a word. Of hundreds no object is made: nobody looks at them in this act."""
    rows = [
        {
            "id": new_id(), "organization_id": change.organization_id, "case_id": change.case_id,
            "change_id": change.id, "occasion_id": change.occasion_id, "sequence": change.sequence,
            "person_id": one.person_id, "audience": one.audience, "invitation_id": one.invitation_id,
            "owed_since": tx.now, "due_by": due_by, "next_call_at": due_by,
        }
        for one, due_by in told.items()
    ]  # fmt: skip
    await tx.session.execute(insert(Acknowledgement), rows)


__all__ = ["LETTER_OF_CHANGE", "NEAR", "NEAR_SPAN", "OWED", "SPAN", "keep_change", "keep_transferred",
           "keep_withdrawn", "kind_of", "moved", "near", "no_longer_theirs"]  # fmt: skip
