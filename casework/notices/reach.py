"""Where people are reached: their channels that live, and what they wish, asked for many at once."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import Text, Uuid, bindparam, cast, exists, func, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import aliased

from casework.transaction import Transaction
from casework.wishes import QUIET_FROM, QUIET_UNTIL, Wishes
from casework.written import written
from schema.people import Channel, Contact, Person, PersonKind, reads_for, stands
from schema.push import PushSubscription

_reader = aliased(Person, name="reader")
_live = (
    select(func.array_agg(func.distinct(cast(Contact.channel, Text))))
    .join(_reader, _reader.id == Contact.person_id)
    .where(reads_for(_reader, Person.id), stands(Contact))
    .correlate(Person)
    .scalar_subquery()
)
_WISHES = written(
    select(
        Person.id,
        Person.kind,
        Person.channels,
        Person.time_zone,
        Person.quiet_from,
        Person.quiet_until,
        Person.wake_for_changes,
        _live.label("live"),
        exists().where(PushSubscription.person_id == Person.id).label("browsers"),
    ).where(Person.id == func.any(bindparam("given_people", None, ARRAY(Uuid()))))
)


async def wishes_of(tx: Transaction, people: Iterable[UUID]) -> dict[UUID, Wishes]:
    """What these people wish, and where each is reached now. Of whoever is not to be seen nothing is said: ask while
    planning, or as the house.
    """
    asked = sorted(set(people))
    if not asked:
        return {}
    return {
        row.id: Wishes(
            live=frozenset(Channel(one) for one in (*(row.live or ()), *([Channel.PUSH] if row.browsers else []))),
            channels=tuple(Channel(one) for one in row.channels),
            time_zone=row.time_zone,
            quiet_from=QUIET_FROM if row.quiet_from is None else row.quiet_from,
            quiet_until=QUIET_UNTIL if row.quiet_until is None else row.quiet_until,
            wake_for_changes=(
                row.kind == PersonKind.STAFF.value if row.wake_for_changes is None else row.wake_for_changes
            ),
        )
        for row in await tx.rows(_WISHES, given_people=asked)
    }


__all__ = ["wishes_of"]
