"""When a letter does not reach somebody one way, it goes another."""

from __future__ import annotations

from sqlalchemy import select

from casework.notices.claiming import Planned
from casework.notices.reach import wishes_of
from casework.notices.rows import write
from casework.transaction import Transaction
from schema.base import new_id
from schema.notices import LetterKind, Notice, NoticeState
from schema.people import Channel, Person

#: In the order in which they are tried. A chat comes last: nobody says whether it arrived.
IN_TURN = (Channel.EMAIL, Channel.SMS, Channel.PUSH, Channel.CHAT)


async def another_way(tx: Transaction, notice: Planned) -> bool:
    """Plan the same letter, due as it was, on the next channel on which its reader can be reached and was not tried.
    False when there is none: then somebody must call. May be called twice.
    """
    if notice.useless_after <= tx.now or notice.sign_in_link_id is not None or notice.kind is LetterKind.ENTRY_CHANGED:
        # A link that opens an account goes to the address of that account; and no other way leads to a calendar.
        return False
    person = await tx.session.get(Person, notice.person_id)
    if person is None:
        return False
    same = (
        Notice.person_id == notice.person_id, Notice.kind == notice.kind, Notice.due_at == notice.due_at,
        Notice.sequence == notice.sequence, Notice.occasion_id.is_not_distinct_from(notice.occasion_id),
        Notice.assignment_id.is_not_distinct_from(notice.assignment_id),
    )  # fmt: skip
    # What was put aside on a channel, as by a wish, was not tried there.
    tried = set(await tx.session.scalars(select(Notice.channel).where(*same, Notice.state != NoticeState.SUPERSEDED)))
    reached = (await wishes_of(tx, [person.id]))[person.id].live
    for channel in IN_TURN:
        if channel not in tried and channel in reached:
            columns = (
                "organization_id", "case_id", "occasion_id", "invitation_id", "assignment_id", "person_id", "audience",
                "kind", "due_at", "useless_after", "sequence", "before",
            )  # fmt: skip
            row = {name: getattr(notice, name) for name in columns}
            await write(tx, [row | {"id": new_id(), "channel": channel, "state": NoticeState.PLANNED}])
            return True
    return False


__all__ = ["IN_TURN", "another_way"]
