"""Rapid responders: who goes to look, in which towns and in which hours. Who is on call is worked out from these."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import UUID

from sqlalchemy import select

from casework import access, times
from casework.access import Act
from casework.refusals import Invalid, NotAllowedByState, NotFound
from casework.transaction import Transaction
from schema.base import new_id
from schema.people import Person, PersonKind
from schema.responders import Responder, Weekday

#: Who never goes: it would tell others whose family they are.
_NEVER = frozenset({PersonKind.CLIENT, PersonKind.FAMILY_CONTACT})
_MOST_TOWNS, _LONGEST_TOWN = 40, 60


@dataclass(frozen=True, kw_only=True)
class OnCall:
    """Towns they chose, and hours of the week in ``time_zone``. The same hour twice is all day."""

    towns: Sequence[str]
    days: Sequence[Weekday]
    #: Such as 08:00.
    on_call_from: str
    on_call_until: str
    time_zone: str


async def enlist_responder(tx: Transaction, organization_id: UUID, person_id: UUID, on_call: OnCall) -> Responder:
    """Put somebody on the list of rapid responders: a member, or somebody of the address book. Raises
    :class:`Invalid`, :class:`NotAllowedByState` for whoever is on it.
    """
    await access.permit_in_organization(tx, organization_id, Act.KEEP_RESPONDERS)
    person = await access.seen(tx, Person, person_id)
    if person.organization_id != organization_id or person.removed_at is not None:
        raise NotFound
    if person.kind in _NEVER:
        raise Invalid("personId", "Clients and their families are not sent out. Choose somebody else.")
    given = _checked(on_call)
    standing = select(Responder.id).where(
        Responder.organization_id == organization_id, Responder.person_id == person_id, Responder.ended_at.is_(None)
    )
    if await tx.session.scalar(standing):
        raise NotAllowedByState("They are on the list of rapid responders already.")
    responder = Responder(id=new_id(), organization_id=organization_id, person_id=person_id, revision=0, **given)
    tx.session.add(responder)
    await tx.session.flush()
    # Not whom: once they are off the list nothing in the trail may lead to them.
    tx.record("responder.enlisted", responder, after={"towns": len(responder.towns)})
    return responder


async def change_responder(
    tx: Transaction, responder_id: UUID, on_call: OnCall, *, expected_revision: int
) -> Responder:
    """Say which towns and hours are theirs now. Raises :class:`Invalid`, :class:`ChangedMeanwhile`."""
    responder = await _standing(tx, responder_id, expected_revision)
    for column, value in _checked(on_call).items():
        setattr(responder, column, value)
    await tx.session.flush()
    tx.record("responder.changed", responder, after={"towns": len(responder.towns)})
    return responder


async def dismiss_responder(tx: Transaction, responder_id: UUID, *, expected_revision: int) -> Responder:
    """Take somebody off the list: nobody calls them any more. Raises :class:`ChangedMeanwhile`."""
    responder = await _standing(tx, responder_id, expected_revision)
    responder.ended_at = tx.now
    await tx.session.flush()
    tx.record("responder.dismissed", responder)
    return responder


async def on_call_in(tx: Transaction, organization_id: UUID, town: str) -> list[Responder]:
    """Who of an organization is on call in a town now, the first enlisted first; nobody who was removed since."""
    asked = (
        access.visible(await access.standing(tx), Responder, tx.now)
        .join(Person, Person.id == Responder.person_id)
        .where(Responder.organization_id == organization_id, Responder.ended_at.is_(None), Person.removed_at.is_(None))
        .order_by(Responder.id)
    )
    return [one for one in await tx.session.scalars(asked) if covers(one, town) and is_on_call(one, tx.now)]


def covers(responder: Responder, town: str) -> bool:
    """They chose this town."""
    return town.casefold() in {one.casefold() for one in responder.towns}


def is_on_call(responder: Responder, at: datetime) -> bool:
    """This instant lies within their hours. Hours that end the next morning belong to the day on which they begin."""
    wall = times.wall_time(at, responder.time_zone)
    names = list(Weekday)
    begins, ends, now = responder.on_call_from, responder.on_call_until, wall.time()
    today, yesterday = names[wall.weekday()], names[(wall - timedelta(days=1)).weekday()]
    if begins == ends:
        return today.value in responder.days
    if begins < ends:
        return today.value in responder.days and begins <= now < ends
    return (today.value in responder.days and now >= begins) or (yesterday.value in responder.days and now < ends)


def _checked(on_call: OnCall) -> dict[str, object]:
    times.zone(on_call.time_zone)
    towns = list(dict.fromkeys(" ".join(one.split()) for one in on_call.towns if one.strip()))
    if not towns:
        raise Invalid("towns", "Say in which towns they go out.")
    if len(towns) > _MOST_TOWNS or any(len(one) > _LONGEST_TOWN for one in towns):
        raise Invalid("towns", "List at most {most} towns, each by its name alone.", most=_MOST_TOWNS)
    if not on_call.days:
        raise Invalid("days", "Say on which days they are on call.")
    return {
        "towns": towns,
        "days": [one.value for one in Weekday if one in on_call.days],
        "on_call_from": _hour("onCallFrom", on_call.on_call_from),
        "on_call_until": _hour("onCallUntil", on_call.on_call_until),
        "time_zone": on_call.time_zone,
    }


def _hour(field: str, typed: str) -> time:
    try:
        return time.fromisoformat(typed.strip()).replace(second=0, microsecond=0, tzinfo=None)
    except ValueError:
        raise Invalid(field, "Type a time such as 09:00.") from None


async def _standing(tx: Transaction, responder_id: UUID, expected_revision: int) -> Responder:
    found = await access.seen(tx, Responder, responder_id)
    access.permit_roles((await access.standing(tx)).roles_in(found.organization_id), Act.KEEP_RESPONDERS)
    locking = select(Responder).where(Responder.id == responder_id).with_for_update()
    responder = await tx.session.scalar(locking.execution_options(populate_existing=True))
    if responder is None:
        raise NotFound
    tx.expect(responder, expected_revision)
    if responder.ended_at is not None:
        raise NotAllowedByState("They were taken off the list already.")
    return responder


__all__ = [
    "OnCall", "change_responder", "covers", "dismiss_responder", "enlist_responder", "is_on_call", "on_call_in",
]  # fmt: skip
