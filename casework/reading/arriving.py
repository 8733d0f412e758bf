"""Arriving: whose session or token this is and where they stand, by one statement.

It says what :mod:`casework.sign_in` and :func:`casework.access.standing` say in several, for the many requests that
only read.
"""

from __future__ import annotations

from uuid import UUID

import orjson

from casework.actors import Place, Standing
from casework.connections import Looking
from casework.sign_in import IDLE, SEEN_EVERY
from casework.transaction import Database
from casework.vault import link_hash
from schema.organizations import OrganizationKind, Role

_ARRIVE = "select person_id, places, seats from arrive($1, $2, $3, $4, $5)"


async def arrived(database: Database, secret: str, *, bearer: bool) -> Standing | None:
    """The standing of whoever holds this session or personal token, and a connection that knows them. None for one that
    ended, idled out, never was, or is of somebody who belongs to no organization any more.
    """
    clock = database.clock_told
    async with database.lines.line(None) as line:
        found = await line.arrived(_ARRIVE, [link_hash(secret), bearer, IDLE, SEEN_EVERY, clock])
        if found is None:
            return None
        reader, legal, counsel = orjson.loads(found["seats"])
        standing = Standing(
            found["person_id"],
            _places(orjson.loads(found["places"])),
            (_cases(reader), _cases(legal), _cases(counsel)),
        )
        line.known = Looking(standing.person_id, standing.places, standing.seats, clock=clock)
    return standing


def _cases(said: list[str] | None) -> tuple[UUID, ...]:
    return tuple(UUID(one) for one in said or ())


def _places(said: list[tuple[str, str, str, bool]]) -> tuple[Place, ...]:
    places: dict[str, Place] = {}
    for organization, kind, role, supervised in said:
        before = places.get(organization)
        places[organization] = Place(
            UUID(organization),
            OrganizationKind(kind),
            (before.roles if before else frozenset()) | {Role(role)},
            supervised or bool(before and before.supervised),
        )
    return tuple(places.values())


__all__ = ["arrived"]
