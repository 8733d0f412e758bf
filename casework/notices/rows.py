"""Rows: letters written into the plan, each on its channels, and put aside again; by one statement, however many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import (
    DateTime,
    Table,
    Text,
    Update,
    Uuid,
    and_,
    bindparam,
    case,
    column,
    exists,
    func,
    not_,
    or_,
    select,
    type_coerce,
    update,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, Insert, insert

from casework import house
from casework.actors import DELIVERY
from casework.notices.reach import wishes_of
from casework.notices.recipients import SILENT
from casework.transaction import Transaction
from casework.wishes import Wishes, waits_until
from schema.base import new_id
from schema.invitations import Audience, Invitation
from schema.notices import UNSENT, LetterKind, Notice, NoticeState
from schema.occasions import UPCOMING, Occasion
from schema.people import Channel


def on_channels(rows: Iterable[dict[str, Any]], wishes: Wishes, zone: str) -> list[dict[str, Any]]:
    """Letters to one person, each on every channel where it goes. What would ring in quiet hours waits until they end;
    where it would help nobody by then, it does not: preparing it asks again, and tells a human.
    """
    found = []
    for row in rows:
        for channel in wishes.channels_for(row["kind"]):
            due_at = waits_until(row["due_at"], wishes, channel, row["kind"], zone) or row["due_at"]
            if due_at >= row["useless_after"]:
                due_at = row["due_at"]
            found.append({**row, "id": new_id(), "channel": channel, "due_at": due_at.astimezone(UTC)})
    return found


async def put_aside_overtaken(tx: Transaction, occasions: Sequence[Occasion], wanted: Sequence[dict[str, Any]]) -> None:
    """What occasions as they are now make pointless: letters about an earlier date of them, or any if they are off;
    what is for those who do not come; and reminders still to come that nothing asks for any more.
    """
    await tx.session.execute(
        _OVERTAKEN, {"given_ids": [one.id for one in occasions], "given_now": tx.now, "letters": _as_json(wanted)}
    )


#: What else makes a letter the same letter.
_PERSONAL = ("person_id", "channel", "kind", "due_at", "sequence")


def _given(names: Iterable[str]) -> Any:
    """Letters given as one list, as a table of these columns."""
    table = cast(Table, Notice.__table__)
    columns = [column(name, table.c[name].type) for name in names]
    given = func.jsonb_to_recordset(bindparam("letters", type_=JSONB)).table_valued(*columns)
    return given.render_derived("letters", with_types=True)


def _overtaking() -> Update:
    """Puts aside what occasions as they are now make pointless (:func:`put_aside_overtaken`)."""
    wanted = _given(("occasion_id", "person_id", "channel", "due_at", "sequence"))
    moved = Notice.sequence < Occasion.sequence
    stands = Occasion.state.in_(UPCOMING)
    silent = and_(
        exists().where(Invitation.id == Notice.invitation_id, Invitation.state.in_(list(SILENT))),
        # That they say no is told to them, too: it may not have been they.
        Notice.kind != LetterKind.YOUR_PLACE,
    )
    unasked = and_(
        Notice.kind == LetterKind.REMINDER,
        Notice.due_at > bindparam("given_now", None, DateTime(timezone=True)),
        not_(
            exists().where(
                wanted.c.occasion_id == Notice.occasion_id,
                *(wanted.c[name] == getattr(Notice, name) for name in ("person_id", "channel", "due_at", "sequence")),
            )
        ),
    )
    reason = case(
        (moved, "moved"),
        (not_(stands), type_coerce(Occasion.state, Text)),
        (silent, "not_coming"),
        else_="planned_otherwise",
    )
    # In the order of their ids, so that no two acts wait for each other.
    overtaken = (
        select(Notice.id, reason.label("reason"))
        .join(Occasion, Occasion.id == Notice.occasion_id)
        .where(
            Occasion.id == func.any(bindparam("given_ids", None, ARRAY(Uuid()))),
            Notice.state.in_(UNSENT),
            # That they need not come stays true, whatever becomes of the date.
            Notice.kind != LetterKind.WITHDRAWN,
            or_(
                moved,
                and_(stands, or_(silent, unasked)),
                and_(not_(stands), Notice.kind != LetterKind.CANCELLED),
            ),
        )
        .order_by(Notice.id)
        .with_for_update(of=Notice)
        .cte("overtaken")
    )
    return (
        update(Notice)
        .where(Notice.id == overtaken.c.id)
        .values(
            state=NoticeState.SUPERSEDED,
            reason=overtaken.c.reason,
            settled_at=bindparam("given_now", None, DateTime(timezone=True)),
        )
        .execution_options(synchronize_session=False)
    )


def _writing() -> Insert:
    """All letters of an act in one statement, given as one list: row by row, walls and triggers ask their questions
    again for each.
    """
    table = cast(Table, Notice.__table__)
    given = _given(GIVEN)
    statement = insert(table).from_select(list(GIVEN), select(*given.c))
    # What was put aside and is wanted again, as by somebody who comes after all, is planned again.
    return statement.on_conflict_do_update(
        index_elements=["occasion_id", "assignment_id", "sign_in_link_id", *_PERSONAL],
        set_={
            "state": NoticeState.PLANNED,
            "reason": None,
            "settled_at": None,
            "again_at": None,
            "audience": statement.excluded.audience,
            "invitation_id": statement.excluded.invitation_id,
            "useless_after": statement.excluded.useless_after,
        },
        where=or_(Notice.state == NoticeState.SUPERSEDED, Notice.state == NoticeState.SKIPPED),
    )


#: What a letter is given when it is planned (:func:`casework.notices.plan.letter_to`).
GIVEN = (
    "id",
    "organization_id",
    "case_id",
    "occasion_id",
    "invitation_id",
    "assignment_id",
    "person_id",
    "audience",
    "channel",
    "kind",
    "due_at",
    "useless_after",
    "sequence",
    "before",
    "state",
)
_WRITE = _writing()
_OVERTAKEN = _overtaking()


async def write(tx: Transaction, rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        await tx.session.execute(_WRITE, {"letters": _as_json(rows)})


async def write_now(
    tx: Transaction,
    kind: LetterKind,
    person_id: UUID,
    audience: Audience,
    *,
    organization_id: UUID,
    useless_after: datetime,
    sequence: int = 0,
    before: dict[str, Any] | None = None,
    **about: UUID | None,
) -> None:
    """Plan one letter, due now, that no other act plans twice, where its reader likes it best. In quiet hours it waits
    when it is sent. ``about`` are the columns of what it is about.
    """
    for channel in await reached_now(tx, person_id, kind):
        tx.session.add(
            Notice(
                organization_id=organization_id, person_id=person_id, audience=audience, channel=channel, kind=kind,
                due_at=tx.now, useless_after=useless_after, sequence=sequence, before=before, **about,
            )
        )  # fmt: skip
    await tx.session.flush()


async def reached_now(tx: Transaction, person_id: UUID, kind: LetterKind) -> tuple[Channel, ...]:
    """On which channels a letter of this kind goes to somebody, whom the actor need not see: by mail, unless they
    wish otherwise or have none.
    """
    async with house.acts(tx, DELIVERY):
        wishes = await wishes_of(tx, [person_id])
    return wishes.get(person_id, Wishes()).channels_for(kind)


def _as_json(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    # Ids as JSON has them.
    return [{name: str(value) if isinstance(value, UUID) else value for name, value in row.items()} for row in rows]


__all__ = ["GIVEN", "on_channels", "put_aside_overtaken", "reached_now", "write", "write_now"]
