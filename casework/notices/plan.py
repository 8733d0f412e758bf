"""Planning: the letters that an act makes due, written in the act's own transaction.

Everything here may be called twice. A letter is known by occasion, person, channel, kind, due time and sequence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, time, timedelta
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Table, Uuid, bindparam, case, column, func, or_, select, tuple_, update
from sqlalchemy.dialects.postgresql import JSONB, Insert, insert

from casework import times
from casework.notices.claiming import held
from casework.notices.owing import CHANGES, keep_change, keep_withdrawn, moved, no_longer_theirs
from casework.notices.recipients import SILENT, Recipient, recipients
from casework.transaction import Transaction
from casework.written import written
from schema.base import new_id
from schema.cases import Case
from schema.invitations import Audience, Invitation
from schema.notices import LetterKind, Notice, NoticeState
from schema.occasions import UPCOMING, Occasion
from schema.people import Channel

#: Reminders halve the harm most when they come 7, 3 and 1 days before (CALENDAR §4), at nine on the wall there.
DAYS_BEFORE = (7, 3, 1)
AT = time(9)
#: And once more when people must leave the house.
HOURS_BEFORE = timedelta(hours=2)
#: From when somebody is told of a check-in to which they come along.
ACCOMPANIERS_FROM = timedelta(hours=48)
#: How long an offer is worth reading.
OFFER_KEEPS = timedelta(days=14)
#: States in which nobody has been written to yet.
UNSENT = (NoticeState.PLANNED, NoticeState.UNKNOWN)
#: Letters that say what a date was, and what it is now.
_MOVED = (LetterKind.RESCHEDULED, LetterKind.PLACE_CHANGED)
#: The reader has it, or may have it.
_SENT = or_(
    Notice.state.in_([NoticeState.CARRIED, NoticeState.DELIVERED, NoticeState.UNKNOWN]),
    Notice.leased_until.is_not(None),
)


def ends(starts_at: datetime, time_zone: str, hour_known: bool) -> datetime:
    """When a letter about this date no longer helps anyone: at its hour, or with its day when no hour is known."""
    if hour_known:
        return starts_at
    return times.days_before_at(starts_at, time_zone, -1, time(0))


def reminders_due(occasion: Occasion, starts_at: datetime, now: datetime) -> list[datetime]:
    """When this occasion's reminders are due, were it to start at ``starts_at``: those still to come, in order."""
    due = [times.days_before_at(starts_at, occasion.time_zone, days, AT) for days in DAYS_BEFORE]
    if occasion.hour_known:
        due.append(starts_at - HOURS_BEFORE)
    return sorted({at for at in due if now < at < ends(starts_at, occasion.time_zone, occasion.hour_known)})


async def plan(tx: Transaction, occasion: Occasion) -> None:
    """Plan the reminders of an occasion for everyone it concerns now, and put aside those of an earlier date.

    Call it whenever the date or the people changed. Nobody is written to twice for it.
    """
    await tx.session.flush()
    people = await recipients(tx, occasion) if occasion.state in UPCOMING else []
    await _put_aside_earlier(tx, occasion)
    await write(tx, _reminders(tx, occasion, people))


async def _put_aside_earlier(tx: Transaction, occasion: Occasion) -> None:
    """What an occasion as it is now makes pointless: letters about an earlier date of it, or any if it is off; and what
    is for those who do not come.
    """
    # That they need not come stays true, whatever becomes of the date.
    theirs = (Notice.occasion_id == occasion.id, Notice.kind != LetterKind.WITHDRAWN)
    moved = Notice.sequence < occasion.sequence
    if occasion.state in UPCOMING:
        silent = select(Invitation.id).where(Invitation.occasion_id == occasion.id, Invitation.state.in_(list(SILENT)))
        otherwise: Any = Notice.invitation_id.in_(silent)
        why = "not_coming"
    else:
        otherwise, why = Notice.kind != LetterKind.CANCELLED, occasion.state.value
    await _put_aside(tx, *theirs, or_(moved, otherwise), reason=case((moved, "moved"), else_=why))


async def plan_case(tx: Transaction, case: Case) -> None:
    """Plan afresh every date to come of a case: its people changed."""
    await tx.session.flush()
    occasions = await tx.session.scalars(
        select(Occasion).where(Occasion.case_id == case.id, Occasion.starts_at > tx.now, Occasion.state.in_(UPCOMING))
    )
    for occasion in list(occasions):
        await plan(tx, occasion)


async def plan_upcoming(
    tx: Transaction, *, within: timedelta, after: tuple[datetime, UUID] | None = None, limit: int = 25
) -> tuple[datetime, UUID] | None:
    """Plan what begins soon once more, whatever was forgotten before: a few occasions, in the order they begin.

    Returns where to go on, or None at the end. A few, because planning holds the rows it looks at.
    """
    soon = (
        select(Occasion)
        .where(Occasion.starts_at > tx.now, Occasion.starts_at <= tx.now + within, Occasion.state.in_(UPCOMING))
        .order_by(Occasion.starts_at, Occasion.id)
        .limit(limit)
    )
    if after is not None:
        soon = soon.where(tuple_(Occasion.starts_at, Occasion.id) > after)
    found = list(await tx.session.scalars(soon))
    for occasion in found:
        await plan(tx, occasion)
    return (found[-1].starts_at, found[-1].id) if len(found) == limit else None


async def tell_change(tx: Transaction, occasion: Occasion, kind: LetterKind, *, before: Mapping[str, Any]) -> int:
    """Tell everyone who was told of an occasion that it moved or is off, or, where the time stands, that the place or
    the way has changed; plan its reminders afresh.

    ``before`` is what they were told: starts_at (ISO 8601), time_zone, place_name. Whoever made the change knows it.
    It is kept, with who was told and who owes a word by when. Returns how many letters are on their way.
    """
    await tx.session.flush()
    was = datetime.fromisoformat(str(before["starts_at"]))
    useless_after = max(was, ends(occasion.starts_at, occasion.time_zone, occasion.hour_known))
    if kind is LetterKind.CANCELLED:
        useless_after = ends(was, before["time_zone"], occasion.hour_known)
    people = await recipients(tx, occasion)
    unsent = await _unsent(tx, occasion)
    await _put_aside_earlier(tx, occasion)
    reminders = _reminders(tx, occasion, people) if occasion.state in UPCOMING else []
    letters = []
    for one in people if useless_after > tx.now else ():
        if one.person_id != tx.person_id:
            letters += _of_change(tx, occasion, kind, one, before, useless_after, unsent.get(one.person_id, []))
    await write(tx, [*reminders, *letters])
    changed = {letter["person_id"] for letter in letters if letter["kind"] in CHANGES}
    await keep_change(tx, occasion, before, [one for one in people if one.person_id in changed])
    return len(letters)


def _of_change(
    tx: Transaction,
    occasion: Occasion,
    kind: LetterKind,
    one: Recipient,
    before: Mapping[str, Any],
    useless_after: datetime,
    unsent: Sequence[Any],
) -> list[dict[str, Any]]:
    """The letter for one person: what changed since what they really were told."""
    if any(letter.kind == LetterKind.INVITATION for letter in unsent):
        # They were not even asked yet: ask them to the new date, or not at all.
        if kind is LetterKind.CANCELLED:
            return []
        return [_row(tx, occasion, one, LetterKind.INVITATION, _asked_from(tx, occasion, one), useless_after)]
    known = _known_before(unsent) or dict(before)
    if kind is LetterKind.RESCHEDULED and not moved(occasion, known):
        kind = LetterKind.PLACE_CHANGED
    return [_row(tx, occasion, one, kind, tx.now, useless_after, before=known)]


def _known_before(unsent: Sequence[Any]) -> dict[str, Any] | None:
    """Moved twice before the first letter left: they still know only the date before that."""
    return next((letter.before for letter in unsent if letter.kind in _MOVED and letter.before), None)


async def _unsent(tx: Transaction, occasion: Occasion) -> dict[UUID, list[Any]]:
    """What was planned for each person and says of the occasion what it was; of each its kind and what it says was
    before.
    """
    found: dict[UUID, list[Any]] = {}
    for letter in await tx.rows(_UNSENT, given_occasion=occasion.id):
        found.setdefault(letter.person_id, []).append(letter)
    return found


# Not `unknown` ones, nor what is in a worker's hands: those may have arrived.
_UNSENT = written(
    select(Notice.person_id, Notice.kind, Notice.before)
    .where(
        Notice.occasion_id == bindparam("given_occasion", None, Uuid()),
        Notice.state == NoticeState.PLANNED,
        Notice.leased_until.is_(None),
        Notice.kind.in_([LetterKind.INVITATION, *_MOVED]),
    )
    .order_by(Notice.created_at, Notice.id)
)


async def tell_invited(tx: Transaction, occasion: Occasion, invitation: Invitation) -> None:
    """Send somebody their invitation now, and plan their reminders."""
    await tx.session.flush()
    one = Recipient(invitation.person_id, invitation.audience, invitation.id)
    useless_after = ends(occasion.starts_at, occasion.time_zone, occasion.hour_known)
    if occasion.state not in UPCOMING or useless_after <= tx.now:
        return
    asking = _row(tx, occasion, one, LetterKind.INVITATION, _asked_from(tx, occasion, one), useless_after)
    await write(tx, [asking, *_reminders(tx, occasion, [one])])


def _asked_from(tx: Transaction, occasion: Occasion, one: Recipient) -> datetime:
    """When somebody is written their invitation: now; who comes along to a check-in, two days before (DOMAIN §3.3)."""
    if one.audience is Audience.ACCOMPANIER:
        return max(tx.now, occasion.starts_at - ACCOMPANIERS_FROM)
    return tx.now


async def tell_withdrawn(tx: Transaction, invitation: Invitation) -> int:
    """Whoever was asked is told that they need not come; what was not sent yet stays here. Returns how many letters."""
    occasion = await tx.session.get_one(Occasion, invitation.occasion_id)
    await tx.session.flush()
    asked = await tx.session.scalar(select(Notice.id).where(Notice.invitation_id == invitation.id, _SENT).limit(1))
    unsent = (await _unsent(tx, occasion)).get(invitation.person_id, [])
    # That it is off, they still have to hear.
    await _put_aside(tx, Notice.invitation_id == invitation.id, Notice.kind != LetterKind.CANCELLED, reason="withdrawn")
    await no_longer_theirs(tx, occasion.id, invitation.person_id)
    useless_after = ends(occasion.starts_at, occasion.time_zone, occasion.hour_known)
    if asked is None or useless_after <= tx.now or occasion.state not in UPCOMING:
        return 0
    one = Recipient(invitation.person_id, invitation.audience, invitation.id)
    known = _known_before(unsent) or {
        "starts_at": occasion.starts_at.isoformat(),
        "time_zone": occasion.time_zone,
        "hour_known": occasion.hour_known,
    }
    await write(tx, [_row(tx, occasion, one, LetterKind.WITHDRAWN, tx.now, useless_after, before=known)])
    await keep_withdrawn(tx, occasion, known, one)
    return 1


async def follow_answer(tx: Transaction, invitation: Invitation) -> None:
    """Remind whoever comes or may come; leave in peace whoever does not."""
    occasion = await tx.session.get_one(Occasion, invitation.occasion_id)
    await tx.session.flush()
    if invitation.state in SILENT:
        await _put_aside(
            tx, Notice.invitation_id == invitation.id, Notice.kind.not_in(CHANGES), reason=invitation.state.value
        )
    elif occasion.state in UPCOMING:
        one = Recipient(invitation.person_id, invitation.audience, invitation.id)
        await write(tx, _reminders(tx, occasion, [one]))


async def stop(
    tx: Transaction,
    *,
    reason: str,
    occasion_id: UUID | None = None,
    case_id: UUID | None = None,
    assignment_id: UUID | None = None,
    invitation_id: UUID | None = None,
    person_id: UUID | None = None,
) -> None:
    """Put aside what is not sent yet. Letters that take something back still go: silence would leave the old date."""
    named = {
        "occasion_id": occasion_id,
        "case_id": case_id,
        "assignment_id": assignment_id,
        "invitation_id": invitation_id,
        "person_id": person_id,
    }
    clauses = [getattr(Notice, column) == key for column, key in named.items() if key is not None]
    if not clauses:
        raise ValueError("Say which letters to stop.")
    await tx.session.flush()
    await _put_aside(tx, *clauses, Notice.kind.not_in(CHANGES), reason=reason)


async def _put_aside(tx: Transaction, *clauses: Any, reason: Any) -> None:
    theirs = held(*clauses, Notice.state.in_(UNSENT))
    await tx.session.execute(
        update(Notice)
        .where(Notice.id == theirs.c.id)
        .values(state=NoticeState.SUPERSEDED, reason=reason, settled_at=tx.now)
        .execution_options(synchronize_session=False)
    )


async def write_now(
    tx: Transaction,
    kind: LetterKind,
    person_id: UUID,
    audience: Audience,
    *,
    organization_id: UUID,
    useless_after: datetime,
    sequence: int = 0,
    **about: UUID | None,
) -> None:
    """Plan one letter, due now, that no other act plans twice. ``about`` are the columns of what it is about."""
    tx.session.add(
        Notice(
            organization_id=organization_id, person_id=person_id, audience=audience, channel=Channel.EMAIL, kind=kind,
            due_at=tx.now, useless_after=useless_after, sequence=sequence, **about,
        )
    )  # fmt: skip
    await tx.session.flush()


def _reminders(tx: Transaction, occasion: Occasion, people: Iterable[Recipient]) -> list[dict[str, Any]]:
    due = reminders_due(occasion, occasion.starts_at, tx.now)
    last = ends(occasion.starts_at, occasion.time_zone, occasion.hour_known)
    # A late reminder is worth sending until the next one says the same.
    until = [*due[1:], last][: len(due)]
    return [
        _row(tx, occasion, one, LetterKind.REMINDER, at, useless_after)
        for one in people
        for at, useless_after in zip(due, until, strict=True)
        if one.audience is not Audience.ACCOMPANIER or at >= occasion.starts_at - ACCOMPANIERS_FROM
    ]


def _row(
    tx: Transaction,
    occasion: Occasion,
    one: Recipient,
    kind: LetterKind,
    due_at: datetime,
    useless_after: datetime,
    *,
    before: dict[str, Any] | None = None,
) -> dict[str, Any]:
    return {
        "id": new_id(),
        "organization_id": occasion.organization_id,
        "case_id": occasion.case_id,
        "occasion_id": occasion.id,
        "invitation_id": one.invitation_id,
        "assignment_id": None,
        "person_id": one.person_id,
        "audience": one.audience,
        "channel": Channel.EMAIL,
        "kind": kind,
        "due_at": due_at.astimezone(UTC),
        "useless_after": useless_after,
        "sequence": occasion.sequence,
        "before": before,
        "state": NoticeState.PLANNED,
    }


#: What else makes a letter the same letter.
_PERSONAL = ("person_id", "channel", "kind", "due_at", "sequence")


def _writing() -> Insert:
    """All letters of an act in one statement, given as one list: row by row, walls and triggers ask their questions
    again for each.
    """
    table = cast(Table, Notice.__table__)
    columns = [column(name, table.c[name].type) for name in _GIVEN]
    given = func.jsonb_to_recordset(bindparam("letters", type_=JSONB)).table_valued(*columns)
    given = given.render_derived("letters", with_types=True)
    statement = insert(table).from_select(list(_GIVEN), select(*given.c))
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


#: What a letter is given when it is planned (:func:`_row`).
_GIVEN = (
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


async def write(tx: Transaction, rows: Sequence[dict[str, Any]]) -> None:
    if not rows:
        return
    # Ids as JSON has them.
    letters = [{name: str(value) if isinstance(value, UUID) else value for name, value in row.items()} for row in rows]
    await tx.session.execute(_WRITE, {"letters": letters})
