"""The preview: who would be told what, before anything is saved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from casework import access, house, times
from casework.actors import DELIVERY
from casework.notices.of_transfers import told_of_transfer
from casework.notices.plan import asked_from, reminders_of
from casework.notices.reach import wishes_of
from casework.notices.recipients import Recipient, concern
from casework.notices.reminding import Always, Plan, Reminding, ends, usual
from casework.notices.rows import on_channels
from casework.transaction import Transaction
from casework.wishes import Wishes
from schema.advocacy import AdvocacyAction
from schema.cases import Case
from schema.invitations import LEGAL_EYES, Audience
from schema.notices import LetterKind
from schema.occasions import Occasion
from schema.people import Channel, Person
from schema.teams import CaseRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One line of the preview. ``person_name`` is None where only a count may be shown."""

    person_name: str | None
    audience: Audience
    channel: Channel
    kind: LetterKind
    due_at: datetime
    #: The zone of the date, and that of the reader where they are named and keep another.
    time_zone: str
    their_time_zone: str | None = None
    count: int = 1


async def forecast(
    tx: Transaction, occasion: Occasion, kind: LetterKind, *, starts_at: datetime, time_zone: str | None = None
) -> list[Telling]:
    """What :func:`tell_change` would plan if the occasion were moved to ``starts_at``, there or in another zone, or
    cancelled. Saves nothing.

    The legal team reads the names of those it works with; supporters are a count, and to others invited people are too
    (DOMAIN §3.3, attendee names).
    """
    if max(occasion.starts_at, starts_at) <= tx.now:
        return []
    people, plan, wishes = await _asked(tx, occasion)
    told = [one for one in people if one.person_id != tx.person_id]
    names = await _names(tx, occasion, told)
    then = _as_moved(occasion, starts_at, time_zone)
    lines = _letters(tx, occasion, told, kind, wishes, names, ends(then.starts_at, then.time_zone, then.hour_known))
    if kind is LetterKind.CANCELLED:
        return lines
    return lines + _reminders(tx, then, people, plan, wishes)


async def forecast_transferred(tx: Transaction, case: Case) -> list[Telling]:
    """What :func:`tell_transferred` would plan if the client were moved now, of every hearing ahead. Saves nothing."""
    async with house.acts(tx, DELIVERY):
        ahead = await told_of_transfer(tx, case)
        wishes = await wishes_of(tx, {one.person_id for _, told in ahead for one in told})
    lines: list[Telling] = []
    for occasion, told in ahead:
        last = ends(occasion.starts_at, occasion.time_zone, occasion.hour_known)
        names = await _names(tx, occasion, told)
        lines += _letters(tx, occasion, told, LetterKind.TRANSFERRED, wishes, names, last)
    return lines


async def forecast_invitations(
    tx: Transaction, occasion: Occasion, everybody: Sequence[Recipient]
) -> tuple[list[Telling], int]:
    """What asking these people would plan: their invitations now, and their reminders; and how many of them can't be
    written to, for they said stop or have no address. Saves nothing.
    """
    async with house.acts(tx, DELIVERY):
        plan = (await concern(tx, [occasion]))[occasion.id].plan
        wishes = await wishes_of(tx, (one.person_id for one in everybody))
    asked = [one for one in everybody if wishes[one.person_id].live]
    names = await _names_of(tx, [one.person_id for one in asked])
    last = ends(occasion.starts_at, occasion.time_zone, occasion.hour_known)
    tellings = [
        *_letters(tx, occasion, asked, LetterKind.INVITATION, wishes, names, last),
        *_reminders(tx, occasion, asked, plan, wishes),
    ]
    return tellings, len(everybody) - len(asked)


async def forecast_reminders(
    tx: Transaction, occasions: Sequence[Occasion], audience: Audience, reminding: Reminding | None
) -> tuple[list[Telling], list[Telling]]:
    """The reminders of these dates to one audience as they are planned now, and as they would be under another plan
    (None: the one above this). Saves nothing.
    """
    async with house.acts(tx, DELIVERY):
        concerned = await concern(tx, occasions)
        wishes = await wishes_of(tx, (one.person_id for found in concerned.values() for one in found.people))
    now: list[Telling] = []
    then: list[Telling] = []
    for occasion in occasions:
        found = concerned[occasion.id]
        people = [one for one in found.people if one.audience is audience]
        now += _reminders(tx, occasion, people, found.plan, wishes)
        then += _reminders(tx, occasion, people, Always(reminding or usual(audience)), wishes)
    return now, then


async def _asked(tx: Transaction, occasion: Occasion) -> tuple[list[Recipient], Plan, dict[UUID, Wishes]]:
    async with house.acts(tx, DELIVERY):
        found = (await concern(tx, [occasion]))[occasion.id]
        return found.people, found.plan, await wishes_of(tx, (one.person_id for one in found.people))


def _as_moved(occasion: Occasion, starts_at: datetime, time_zone: str | None) -> Occasion:
    """The occasion as it would be: no row of any session."""
    zone = time_zone or occasion.time_zone
    return Occasion(
        starts_at=starts_at, wall_starts=times.wall_time(starts_at, zone), time_zone=zone,
        # Whoever moves a date says an hour.
        hour_known=occasion.hour_known or starts_at != occasion.starts_at,
    )  # fmt: skip


def _letters(
    tx: Transaction,
    occasion: Occasion,
    people: Sequence[Recipient],
    kind: LetterKind,
    wishes: Mapping[UUID, Wishes],
    names: Mapping[UUID, str],
    useless_after: datetime,
) -> list[Telling]:
    """Letters that would be written now, each on its channels: whoever may be named has a line, others are counts."""
    lines, counted = [], Counter[tuple[Audience, Channel, datetime]]()
    for one in people:
        row = {"kind": kind, "due_at": asked_from(tx, occasion, one) if kind is LetterKind.INVITATION else tx.now}
        row["useless_after"] = useless_after
        for letter in on_channels([row], wishes[one.person_id], occasion.time_zone):
            channel, due_at = letter["channel"], letter["due_at"]
            if one.person_id not in names:
                counted[one.audience, channel, due_at] += 1
                continue
            lines.append(
                Telling(
                    person_name=names[one.person_id],
                    audience=one.audience,
                    channel=channel,
                    kind=kind,
                    due_at=due_at,
                    time_zone=occasion.time_zone,
                    their_time_zone=_other(wishes[one.person_id], occasion.time_zone),
                )
            )
    return lines + [
        Telling(
            person_name=None,
            audience=audience,
            channel=channel,
            kind=kind,
            due_at=due_at,
            count=count,
            time_zone=occasion.time_zone,
        )
        for (audience, channel, due_at), count in counted.items()
    ]


def _other(wishes: Wishes, zone: str) -> str | None:
    return wishes.time_zone if wishes.time_zone != zone else None


def _reminders(
    tx: Transaction,
    occasion: Occasion,
    people: Sequence[Recipient],
    plan: Plan | Always,
    wishes: Mapping[UUID, Wishes],
) -> list[Telling]:
    counted = Counter(
        (at, one.audience, channel)
        for one in people
        for channel, at, _ in reminders_of(
            occasion, occasion.starts_at, one.audience, plan, wishes[one.person_id], tx.now
        )
    )
    return [
        Telling(
            person_name=None,
            audience=audience,
            channel=channel,
            kind=LetterKind.REMINDER,
            due_at=due_at,
            count=count,
            time_zone=occasion.time_zone,
        )
        for (due_at, audience, channel), count in sorted(counted.items())
    ]


async def _names(tx: Transaction, occasion: Occasion, told: Sequence[Recipient]) -> dict[UUID, str]:
    """The names that the actor may read, of those to be told."""
    attendees = await _sees_attendees(tx, occasion)
    shown = [
        one.person_id
        for one in told
        if one.audience in LEGAL_EYES
        or (one.invitation_id is None and one.audience is Audience.FAMILY_CONTACT)
        or (one.audience is not Audience.SUPPORTER and attendees)
    ]
    return await _names_of(tx, shown)


async def _names_of(tx: Transaction, shown: Sequence[UUID]) -> dict[UUID, str]:
    if not shown:
        return {}
    people = list(await tx.session.scalars(select(Person).where(Person.id.in_(shown))))
    await tx.unlock([person.name for person in people])
    return {person.id: name for person in people if (name := tx.open(person, "name"))}


async def _sees_attendees(tx: Transaction, occasion: Occasion) -> bool:
    if occasion.case_id:
        seat = (await access.seats(tx, [occasion.case_id])).get(occasion.case_id)
        if seat is not None and seat.legal and CaseRole.COORDINATOR in seat.roles:
            return True
    lead = await tx.session.scalar(select(AdvocacyAction.lead_id).where(AdvocacyAction.occasion_id == occasion.id))
    return lead is not None and lead == tx.person_id
