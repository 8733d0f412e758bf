"""Planning: the letters that an act makes due, written in the act's own transaction.

Everything here may be called twice. A letter is known by occasion, person, channel, kind, due time and sequence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Uuid, bindparam, select, tuple_, update

from casework import house
from casework.actors import DELIVERY
from casework.notices.claiming import MAY_HAVE_IT, held
from casework.notices.of_entries import ask_anew, leave_out_who_was_asked_before
from casework.notices.owing import keep_change, keep_withdrawn, moved, no_longer_theirs
from casework.notices.reach import wishes_of
from casework.notices.recipients import SILENT, Recipient, concern
from casework.notices.reminding import ACCOMPANIERS_FROM, Always, Plan, Reminding, begins, due_for, ends, until_next
from casework.notices.rows import on_channels, put_aside_overtaken, write
from casework.told import CHANGES
from casework.transaction import Transaction
from casework.wishes import Wishes, heard_at
from casework.written import written
from schema.base import new_id
from schema.cases import Case
from schema.invitations import Audience, Invitation
from schema.notice_plans import Matter
from schema.notices import UNSENT, LetterKind, Notice, NoticeState
from schema.occasions import UPCOMING, Occasion, OccasionKind
from schema.people import Channel

#: How long an offer is worth reading.
OFFER_KEEPS = timedelta(days=14)
#: Letters that say what a date was, and what it is now.
_MOVED = (LetterKind.RESCHEDULED, LetterKind.PLACE_CHANGED)
#: Occasions planned by one set of statements.
_BATCH = 100


def reminders_due(
    occasion: Occasion, starts_at: datetime, now: datetime, reminding: Reminding | None = None
) -> list[datetime]:
    """When this occasion's reminders are due, were it to start at ``starts_at``: those still to come, in order."""
    day, at = begins(occasion, starts_at)
    due = (reminding or Reminding()).due(day, at, occasion.time_zone, hour_known=occasion.hour_known)
    return [one for one in due if now < one < ends(starts_at, occasion.time_zone, occasion.hour_known)]


async def plan(tx: Transaction, occasion: Occasion) -> None:
    """Plan the reminders of an occasion for everyone it concerns now, and put aside those that its date, its people or
    its plan no longer ask for.

    Call it whenever one of these changed. Nobody is written to twice for it.
    """
    await plan_all(tx, [occasion])


async def plan_all(tx: Transaction, occasions: Sequence[Occasion]) -> None:
    """The same of several occasions, by four statements: what is planned as it should be is not touched."""
    if not occasions:
        return
    await tx.session.flush()
    async with house.acts(tx, DELIVERY):
        upcoming = [occasion for occasion in occasions if occasion.state in UPCOMING]
        concerned = await concern(tx, upcoming)
        wishes = await wishes_of(tx, (one.person_id for found in concerned.values() for one in found.people))
        wanted = [
            row
            for occasion in upcoming
            if (found := concerned.get(occasion.id))
            for row in _reminders(tx, occasion, found.people, found.plan, wishes)
        ]
        await put_aside_overtaken(tx, occasions, wanted)
        await write(tx, wanted)


async def plan_case(tx: Transaction, case: Case) -> None:
    """Plan afresh every date to come of a case: its people changed."""
    await tx.session.flush()
    # Whoever just left the case sees its dates no more.
    async with house.acts(tx, DELIVERY):
        occasions = await tx.session.scalars(
            select(Occasion).where(
                Occasion.case_id == case.id, Occasion.starts_at > tx.now, Occasion.state.in_(UPCOMING)
            )
        )
        await plan_all(tx, list(occasions))


async def plan_organization(tx: Transaction, organization_id: UUID, matter: Matter) -> int:
    """Plan afresh every date to come that an organization reminds of in this matter: its plan changed. Returns how many
    dates there are.
    """
    count, after = 0, None
    while True:
        soon = (
            select(Occasion)
            .where(
                Occasion.organization_id == organization_id,
                Occasion.starts_at > tx.now,
                Occasion.state.in_(UPCOMING),
                Occasion.kind.in_([kind for kind in OccasionKind if Matter.of(kind) is matter]),
            )
            .order_by(Occasion.starts_at, Occasion.id)
            .limit(_BATCH)
        )
        if after is not None:
            soon = soon.where(tuple_(Occasion.starts_at, Occasion.id) > after)
        found = list(await tx.session.scalars(soon))
        await plan_all(tx, found)
        count += len(found)
        if len(found) < _BATCH:
            return count
        after = (found[-1].starts_at, found[-1].id)


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
    await plan_all(tx, found)
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
    async with house.acts(tx, DELIVERY):
        found = (await concern(tx, [occasion]))[occasion.id]
        wishes = await wishes_of(tx, (one.person_id for one in found.people))
        unsent = await _unsent(tx, occasion)
        if kind is LetterKind.CANCELLED:
            await leave_out_who_was_asked_before(tx, occasion, unsent)
        reminders = []
        if occasion.state in UPCOMING:
            reminders = _reminders(tx, occasion, found.people, found.plan, wishes)
        await put_aside_overtaken(tx, [occasion], reminders)
        letters = []
        for one in found.people if useless_after > tx.now else ():
            if one.person_id != tx.person_id:
                told = _of_change(tx, occasion, kind, one, before, useless_after, unsent.get(one.person_id, []))
                letters += on_channels(told, wishes[one.person_id], occasion.time_zone)
        await write(tx, [*reminders, *letters])
        if kind is not LetterKind.CANCELLED:
            await ask_anew(tx, occasion)
    changed = {letter["person_id"] for letter in letters if letter["kind"] in CHANGES}
    await keep_change(tx, occasion, before, [one for one in found.people if one.person_id in changed])
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
        return [letter_to(tx, occasion, one, LetterKind.INVITATION, asked_from(tx, occasion, one), useless_after)]
    known = _known_before(unsent) or dict(before)
    if kind is LetterKind.RESCHEDULED and not moved(occasion, known):
        kind = LetterKind.PLACE_CHANGED
    return [letter_to(tx, occasion, one, kind, tx.now, useless_after, before=known)]


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


async def tell_invited(tx: Transaction, occasion: Occasion, *asked: Invitation) -> None:
    """Send people their invitations now, and plan their reminders: by as many statements, however many they are."""
    await tx.session.flush()
    useless_after = ends(occasion.starts_at, occasion.time_zone, occasion.hour_known)
    if not asked or occasion.state not in UPCOMING or useless_after <= tx.now:
        return
    people = [Recipient(one.person_id, one.audience, one.id) for one in asked]
    async with house.acts(tx, DELIVERY):
        plan, wishes = await _plan_and_wishes(tx, occasion, *people)
        letters = []
        for one in people:
            asking = letter_to(tx, occasion, one, LetterKind.INVITATION, asked_from(tx, occasion, one), useless_after)
            letters += on_channels([asking], wishes[one.person_id], occasion.time_zone)
        await write(tx, [*letters, *_reminders(tx, occasion, people, plan, wishes)])


async def _plan_and_wishes(tx: Transaction, occasion: Occasion, *people: Recipient) -> tuple[Plan, dict[UUID, Wishes]]:
    plan = (await concern(tx, [occasion]))[occasion.id].plan
    return plan, await wishes_of(tx, (one.person_id for one in people))


def asked_from(tx: Transaction, occasion: Occasion, one: Recipient) -> datetime:
    """When somebody is written their invitation: now; who comes along to a check-in, two days before (DOMAIN §3.3)."""
    if one.audience is Audience.ACCOMPANIER:
        return max(tx.now, occasion.starts_at - ACCOMPANIERS_FROM)
    return tx.now


async def tell_withdrawn(tx: Transaction, invitation: Invitation) -> int:
    """Whoever was asked is told that they need not come; what was not sent yet stays here. Returns how many letters."""
    occasion = await tx.session.get_one(Occasion, invitation.occasion_id)
    await tx.session.flush()
    asked = await tx.session.scalar(
        select(Notice.id).where(Notice.invitation_id == invitation.id, MAY_HAVE_IT).limit(1)
    )
    unsent = (await _unsent(tx, occasion)).get(invitation.person_id, [])
    # That it is off, they still have to hear.
    await put_aside(tx, Notice.invitation_id == invitation.id, Notice.kind != LetterKind.CANCELLED, reason="withdrawn")
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
    row = letter_to(tx, occasion, one, LetterKind.WITHDRAWN, tx.now, useless_after, before=known)
    async with house.acts(tx, DELIVERY):
        wishes = await wishes_of(tx, [one.person_id])
        await write(tx, on_channels([row], wishes[one.person_id], occasion.time_zone))
    await keep_withdrawn(tx, occasion, known, one)
    return 1


async def follow_answer(tx: Transaction, invitation: Invitation) -> None:
    """Remind whoever comes or may come; leave in peace whoever does not."""
    occasion = await tx.session.get_one(Occasion, invitation.occasion_id)
    await tx.session.flush()
    if invitation.state in SILENT:
        await put_aside(
            tx, Notice.invitation_id == invitation.id, Notice.kind.not_in(CHANGES), reason=invitation.state.value
        )
    elif occasion.state in UPCOMING:
        one = Recipient(invitation.person_id, invitation.audience, invitation.id)
        async with house.acts(tx, DELIVERY):
            plan, wishes = await _plan_and_wishes(tx, occasion, one)
            await write(tx, _reminders(tx, occasion, [one], plan, wishes))


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
    await put_aside(tx, *clauses, Notice.kind.not_in(CHANGES), reason=reason)


async def put_aside(tx: Transaction, *clauses: Any, reason: Any) -> None:
    """Supersede what these say of and nobody has been sent yet."""
    theirs = held(*clauses, Notice.state.in_(UNSENT))
    await tx.session.execute(
        update(Notice)
        .where(Notice.id == theirs.c.id)
        .values(state=NoticeState.SUPERSEDED, reason=reason, settled_at=tx.now)
        .execution_options(synchronize_session=False)
    )


def _reminders(
    tx: Transaction,
    occasion: Occasion,
    people: Iterable[Recipient],
    plan: Plan,
    wishes: Mapping[UUID, Wishes],
) -> list[dict[str, Any]]:
    # Hundreds of supporters wish the same, and are reminded at the same hours.
    alike: dict[tuple[Audience, Wishes], list[tuple[Channel, datetime, datetime]]] = {}
    rows = []
    for one in people:
        theirs = wishes.get(one.person_id)
        if theirs is None:
            continue
        if (due := alike.get((one.audience, theirs))) is None:
            due = reminders_of(occasion, occasion.starts_at, one.audience, plan, theirs, tx.now)
            alike[one.audience, theirs] = due
        rows += [
            letter_to(tx, occasion, one, LetterKind.REMINDER, at, useless_after, channel=channel)
            for channel, at, useless_after in due
        ]
    return rows


def reminders_of(
    occasion: Occasion, starts_at: datetime, audience: Audience, plan: Plan | Always, wishes: Wishes, now: datetime
) -> list[tuple[Channel, datetime, datetime]]:
    """One person's reminders still to come, were it to start at ``starts_at``: the channel, when it is sent there, and
    from when it helps nobody.
    """
    due, not_before = due_for(audience, plan.for_(audience), occasion, starts_at)
    last = ends(begins(occasion, starts_at)[1], occasion.time_zone, occasion.hour_known)
    found = []
    for channel in wishes.channels_for(LetterKind.REMINDER):
        heard = heard_at(due, wishes, channel, occasion.time_zone, after=now, before=last, not_before=not_before)
        found += [(channel, at, useless_after) for at, useless_after in until_next(heard, last)]
    return found


def letter_to(
    tx: Transaction,
    occasion: Occasion,
    one: Recipient,
    kind: LetterKind,
    due_at: datetime,
    useless_after: datetime,
    *,
    before: dict[str, Any] | None = None,
    channel: Channel = Channel.EMAIL,
) -> dict[str, Any]:
    """A letter about an occasion, as :func:`casework.notices.rows.write` takes it."""
    return {
        "id": new_id(),
        "organization_id": occasion.organization_id,
        "case_id": occasion.case_id,
        "occasion_id": occasion.id,
        "invitation_id": one.invitation_id,
        "assignment_id": None,
        "person_id": one.person_id,
        "audience": one.audience,
        "channel": channel,
        "kind": kind,
        "due_at": due_at.astimezone(UTC),
        "useless_after": useless_after,
        "sequence": occasion.sequence,
        "before": before,
        "state": NoticeState.PLANNED,
    }
