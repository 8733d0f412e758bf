"""The preview: who would be told what, before anything is saved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from casework import access
from casework.notices.plan import reminders_due
from casework.notices.recipients import Recipient, recipients
from casework.transaction import Transaction
from schema.advocacy import AdvocacyAction
from schema.invitations import Audience
from schema.notices import LetterKind
from schema.occasions import Occasion
from schema.people import Channel, Person
from schema.teams import CaseRole

_TEAM = frozenset({Audience.COORDINATOR, Audience.ATTORNEY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One line of the preview. ``person_name`` is None where only a count may be shown."""

    person_name: str | None
    audience: Audience
    channel: Channel
    kind: LetterKind
    due_at: datetime
    count: int = 1


async def forecast(tx: Transaction, occasion: Occasion, kind: LetterKind, *, starts_at: datetime) -> list[Telling]:
    """What :func:`tell_change` would plan if the occasion were moved to ``starts_at``, or cancelled. Saves nothing.

    The legal team reads the names of those it works with; supporters are a count, and to others invited people are too
    (DOMAIN §3.3, attendee names).
    """
    concerned = await recipients(tx, occasion)
    if max(occasion.starts_at, starts_at) <= tx.now:
        return []
    told = [one for one in concerned if one.person_id != tx.person_id]
    names = await _names(tx, occasion, told)
    tellings = [
        Telling(
            person_name=names[one.person_id], audience=one.audience, channel=Channel.EMAIL, kind=kind, due_at=tx.now
        )
        for one in told
        if one.person_id in names
    ]
    counted = Counter(one.audience for one in told if one.person_id not in names)
    tellings += [
        Telling(person_name=None, audience=audience, channel=Channel.EMAIL, kind=kind, due_at=tx.now, count=count)
        for audience, count in counted.items()
    ]
    if kind is LetterKind.CANCELLED:
        return tellings
    everyone = Counter(one.audience for one in concerned)
    return tellings + [
        Telling(
            person_name=None,
            audience=audience,
            channel=Channel.EMAIL,
            kind=LetterKind.REMINDER,
            due_at=due_at,
            count=count,
        )
        for due_at in reminders_due(occasion, starts_at, tx.now)
        for audience, count in everyone.items()
    ]


async def _names(tx: Transaction, occasion: Occasion, told: Sequence[Recipient]) -> dict[UUID, str]:
    """The names that the actor may read, of those to be told."""
    attendees = await _sees_attendees(tx, occasion)
    shown = [
        one.person_id
        for one in told
        if one.audience in _TEAM
        or (one.invitation_id is None and one.audience is Audience.FAMILY_CONTACT)
        or (one.audience is not Audience.SUPPORTER and attendees)
    ]
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
