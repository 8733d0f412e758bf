"""Arriving: whose session or token this is and where they stand, by one statement.

It says what :mod:`casework.sign_in` and :func:`casework.access.standing` say in several, for the many requests that
only read.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import orjson

from casework.actors import Person, Standing, stands
from casework.connections import Looking
from casework.sign_in import IDLE, SEEN_EVERY
from casework.transaction import Database
from casework.vault import link_hash

#: Longer than any session lasts.
_NEVER = timedelta(days=36_500)
_ARRIVE = "select person_id, stands, session_id, proved_at, acts, second_step from arrive($1, $2, $3, $4, $5)"


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody at the door."""

    person: Person
    standing: Standing
    #: False for a token that may only read.
    acts: bool
    #: False for a session that began with one step.
    second_step: bool


async def arrived(database: Database, secret: str, *, bearer: bool, renewing: bool = True) -> Arrival | None:
    """Whoever holds this session or personal token, and a connection that knows them. None for one that ended, idled
    out, never was, or is of somebody who belongs to no organization any more. ``renewing``: they did something, so that
    the session is not idle; a page that asks by itself does nothing.
    """
    clock = database.clock_told
    async with database.lines.line(None) as line:
        found = await line.arrived(
            _ARRIVE, [link_hash(secret), bearer, IDLE, SEEN_EVERY if renewing else _NEVER, clock]
        )
        if found is None:
            return None
        person = Person(found["person_id"], found["session_id"], found["proved_at"])
        standing = stands(person.id, orjson.loads(found["stands"]))
        line.known = Looking.of(standing, clock=clock)
    return Arrival(person, standing, found["acts"], found["second_step"])


__all__ = ["Arrival", "arrived"]
