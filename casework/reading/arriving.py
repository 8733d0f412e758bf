"""Arriving: whose session or token this is and where they stand, by one statement.

It says what :mod:`casework.sign_in` and :func:`casework.access.standing` say in several, for the many requests that
only read.
"""

from __future__ import annotations

import orjson

from casework.actors import Standing, stands
from casework.connections import Looking
from casework.sign_in import IDLE, SEEN_EVERY
from casework.transaction import Database
from casework.vault import link_hash

_ARRIVE = "select person_id, stands from arrive($1, $2, $3, $4, $5)"


async def arrived(database: Database, secret: str, *, bearer: bool) -> Standing | None:
    """The standing of whoever holds this session or personal token, and a connection that knows them. None for one that
    ended, idled out, never was, or is of somebody who belongs to no organization any more.
    """
    clock = database.clock_told
    async with database.lines.line(None) as line:
        found = await line.arrived(_ARRIVE, [link_hash(secret), bearer, IDLE, SEEN_EVERY, clock])
        if found is None:
            return None
        standing = stands(found["person_id"], orjson.loads(found["stands"]))
        line.known = Looking(standing.person_id, standing.places, standing.seats, clock=clock)
    return standing


__all__ = ["arrived"]
