"""The letter of the morning: what waits for whoever coordinates, in numbers alone, at eight on working days.

A number says neither who nor what, so that the letter may lie in any mailbox; behind each stands the same list that
the page of today leads to. It is planned within seconds of eight by the clock of the reader's organization, once a day,
and helps nobody after noon. A morning on which nothing waits is written down as a letter that was not sent, so that
nobody counts again until tomorrow.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import and_, exists, func, or_, select

from casework import notices, reading, times
from casework.actors import DELIVERY, Person
from casework.transaction import Database, Transaction
from schema.notices import LetterKind, Notice
from schema.organizations import Membership, Organization, OrganizationKind, Role
from schema.people import Person as PersonRow

#: When it is due, and from when on it would only be in the way, on the wall of the organization.
AT, UNTIL = time(8), time(12)
#: Who is written to unless they wish otherwise; and who may ask for it.
READERS, ASKERS = (Role.COORDINATOR,), (Role.ADMIN,)
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Morning:
    """One person's morning, whose letter is still to be planned."""

    person_id: UUID
    organization_id: UUID
    due_at: datetime
    useless_after: datetime
    #: They asked for it, and coordinate nothing there: the numbers are those of the organization.
    asked: bool = False


def is_working_day(day: date) -> bool:
    """No weekend, and no federal holiday (5 USC 6103): offices are shut, and nobody reads of what waits."""
    return day.weekday() < _SATURDAY and times.federal_holiday(day) is None


async def mornings(tx: Transaction) -> list[Morning]:
    """Whose morning it is now and who was not counted for yet. As the system actor DELIVERY."""
    found: dict[UUID, Morning] = {}
    houses = await tx.session.execute(
        select(Organization.id, Organization.time_zone)
        .where(Organization.kind == OrganizationKind.LEGAL_PROVIDER)
        .order_by(Organization.id)
    )
    for organization_id, zone in houses.all():
        day = times.local_day(tx.now, zone)
        due_at, until = (times.days_before_at(tx.now, zone, 0, at) for at in (AT, UNTIL))
        if not due_at <= tx.now < until or not is_working_day(day):
            continue
        for person_id, coordinates in await _readers(tx, organization_id, due_at):
            # Who coordinates in two places has one morning.
            morning = Morning(person_id, organization_id, due_at, until, asked=not coordinates)
            if found.setdefault(person_id, morning).asked and coordinates:
                found[person_id] = morning
    return list(found.values())


async def _readers(tx: Transaction, organization_id: UUID, due_at: datetime) -> list[tuple[UUID, bool]]:
    """Who of an organization reads it, and whether they coordinate there, as long as they have none of this day: clocks
    of two places lie hours apart.
    """
    had = exists().where(
        Notice.person_id == PersonRow.id,
        Notice.kind == LetterKind.DIGEST,
        Notice.due_at > due_at - timedelta(hours=12),
    )
    asked = (
        select(PersonRow.id, func.bool_or(Membership.role.in_(READERS)))
        .join(Membership, Membership.person_id == PersonRow.id)
        .where(
            Membership.organization_id == organization_id,
            Membership.stands(tx.now),
            or_(
                and_(Membership.role.in_(READERS), PersonRow.morning_digest.is_distinct_from(False)),
                and_(Membership.role.in_(ASKERS), PersonRow.morning_digest.is_(True)),
            ),
            PersonRow.removed_at.is_(None),
            ~had,
        )
        .group_by(PersonRow.id)
        .order_by(PersonRow.id)
    )
    return [(person_id, coordinates) for person_id, coordinates in (await tx.session.execute(asked)).all()]


async def plan_digests(database: Database) -> int:
    """Count for everybody whose morning it is, through their own eyes, and plan their letter. Admins see no case, so
    that what they asked for is counted for them by the house. May run many times at once: one morning is planned once.
    Returns how many letters go.
    """
    async with database.transaction(DELIVERY) as tx:
        due = await mornings(tx)
    going = 0
    for morning in due:
        async with database.transaction(DELIVERY if morning.asked else Person(morning.person_id)) as tx:
            if morning.asked:
                found = await reading.today_of(tx, morning.organization_id, morning.person_id)
            else:
                found = await reading.today(tx)
        async with database.transaction(DELIVERY) as tx:
            going += await notices.plan_digest(
                tx, morning.person_id, morning.organization_id, morning.due_at, morning.useless_after,
                {} if found.nothing else asdict(found),
            )  # fmt: skip
    return going


__all__ = ["AT", "UNTIL", "Morning", "is_working_day", "mornings", "plan_digests"]
