"""Letters that keep the calendars of those who were asked in step: where nothing has changed but what an entry says,
and where a calendar answers to a date that is no more.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import exists, select, update

from casework import house
from casework.actors import DELIVERY
from casework.notices.claiming import MAY_HAVE_IT
from casework.notices.recipients import SILENT
from casework.notices.reminding import ends
from casework.notices.rows import write
from casework.transaction import Transaction
from schema.base import new_id
from schema.invitations import Audience, Invitation, InvitationState
from schema.notices import ARRIVED, LetterKind, Notice, NoticeState
from schema.occasions import UPCOMING, Occasion
from schema.people import Channel

#: Letters that ask to a date as it is now.
_ASK = (LetterKind.INVITATION, LetterKind.RESCHEDULED, LetterKind.PLACE_CHANGED)
#: Letters by which a calendar learns of a date.
_ENTER = (*_ASK, LetterKind.ENTRY_CHANGED)


async def ask_anew(tx: Transaction, occasion: Occasion) -> None:
    """Whoever was asked is asked to the date as it is now, told or not: what their calendar answers to an older one is
    no answer to this.
    """
    await tx.session.execute(
        update(Invitation)
        .where(Invitation.occasion_id == occasion.id, Invitation.state != InvitationState.WITHDRAWN)
        .values(asked_sequence=Invitation.sequence_ahead + occasion.sequence)
        .execution_options(synchronize_session=False)
    )


async def leave_out_who_was_asked_before(tx: Transaction, occasion: Occasion, unsent: dict[UUID, list[Any]]) -> None:
    """An invitation that waits is no first one for whoever had another, which was taken back: they hear that it is
    off.
    """
    waiting = [
        one for one, letters in unsent.items() if any(letter.kind == LetterKind.INVITATION for letter in letters)
    ]
    if waiting:
        had = select(Notice.person_id).where(
            Notice.occasion_id == occasion.id,
            Notice.person_id.in_(waiting),
            Notice.kind == LetterKind.INVITATION,
            MAY_HAVE_IT,
        )
        for person_id in set(await tx.session.scalars(had)):
            unsent[person_id] = [one for one in unsent[person_id] if one.kind != LetterKind.INVITATION]


async def tell_entry_changed(tx: Transaction, occasion: Occasion, *, only: Invitation | None = None) -> int:
    """Send the calendars of those who were asked, or of one of them, their entry anew, by mail, with a few words: the
    date stands, and what is said of it does not. Whoever never got an entry from us needs no other. Returns how many.
    """
    await tx.session.flush()
    useless_after = ends(occasion.starts_at, occasion.time_zone, occasion.hour_known)
    if occasion.state not in UPCOMING or useless_after <= tx.now:
        return 0
    async with house.acts(tx, DELIVERY):
        entered = exists().where(
            Notice.occasion_id == occasion.id, Notice.person_id == Invitation.person_id,
            Notice.invitation_id.is_not(None), Notice.channel == Channel.EMAIL, Notice.kind.in_(_ENTER), MAY_HAVE_IT,
        )  # fmt: skip
        asked = select(Invitation).where(
            Invitation.occasion_id == occasion.id, Invitation.state.not_in(list(SILENT)),
            Invitation.audience != Audience.ACCOMPANIER, entered,
        )  # fmt: skip
        if only is not None:
            asked = asked.where(Invitation.id == only.id)
        found = list(await tx.session.scalars(asked.order_by(Invitation.id).with_for_update()))
        for invitation in found:
            # The newest that a calendar gets is what counts there (RFC 5546 §2.1.4).
            invitation.sequence_ahead += 1
        await write(tx, [_row(tx, occasion, one, LetterKind.ENTRY_CHANGED, useless_after) for one in found])
    return len(found)


async def ask_once_more(tx: Transaction, occasion: Occasion, invitation: Invitation) -> bool:
    """Their calendar answered to a date that is no more: write to them once more of the date as it is, with the letter
    they have had. Not for who has it on its way, nor a second time. As DELIVERY, to the address they are known by.
    """
    useless_after = ends(occasion.starts_at, occasion.time_zone, occasion.hour_known)
    if occasion.state not in UPCOMING or useless_after <= tx.now:
        return False
    letters = list(
        await tx.session.scalars(
            select(Notice)
            .where(
                Notice.occasion_id == occasion.id, Notice.person_id == invitation.person_id,
                Notice.channel == Channel.EMAIL, Notice.kind.in_(_ASK),
            )
            .order_by(Notice.created_at.desc(), Notice.id.desc())
            .limit(2)
        )
    )  # fmt: skip
    if not letters or letters[0].state not in ARRIVED:
        return False
    last = letters[0]
    if len(letters) == 2 and (last.kind, last.sequence, last.before) == (
        letters[1].kind, letters[1].sequence, letters[1].before,
    ):  # fmt: skip
        return False
    invitation.sequence_ahead += 1
    await write(tx, [_row(tx, occasion, invitation, last.kind, useless_after, before=last.before)])
    return True


def _row(
    tx: Transaction,
    occasion: Occasion,
    invitation: Invitation,
    kind: LetterKind,
    useless_after: datetime,
    *,
    before: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    return {
        "id": new_id(),
        "organization_id": occasion.organization_id,
        "case_id": occasion.case_id,
        "occasion_id": occasion.id,
        "invitation_id": invitation.id,
        "assignment_id": None,
        "person_id": invitation.person_id,
        "audience": invitation.audience,
        "channel": Channel.EMAIL,
        "kind": kind,
        "due_at": tx.now,
        "useless_after": useless_after,
        "sequence": occasion.sequence,
        "before": before,
        "state": NoticeState.PLANNED,
    }


__all__ = ["ask_anew", "ask_once_more", "leave_out_who_was_asked_before", "tell_entry_changed"]
