"""Arriving: whose session or token this is and where they stand, by one statement.

It says what :mod:`casework.sign_in` and :func:`casework.access.standing` say in several, for the many requests that
only read.
"""

from __future__ import annotations

from uuid import UUID

import orjson

from casework.actors import Place, Standing, SystemName
from casework.connections import Looking
from casework.sign_in import IDLE, SEEN_EVERY
from casework.transaction import Database
from casework.vault import link_hash
from schema.organizations import OrganizationKind, Role

_STANDING = (
    "(select json_agg(json_build_array(m.organization_id, o.kind, m.role, m.supervised) order by m.created_at, m.id)"
    " from memberships m join organizations o on o.id = m.organization_id"
    " where m.person_id = {who}.person_id and (m.ended_at is null or m.ended_at > acting_now()))"
)
_HERE = (
    "exists (select 1 from people p where p.id = {who}.person_id and p.removed_at is null)"
    " and not exists (select 1 from logins l where l.person_id = {who}.person_id and l.disabled_at is not null)"
)
_BY_SESSION = (
    "select s.person_id, s.seen_at <= acting_now() - $3::interval as stale,"  # noqa: S608 -- constants
    f" {_STANDING.format(who='s')} as places, seats_of(s.person_id) as seats"
    " from sessions s where s.token_hash = $1 and s.ended_at is null and s.expires_at > acting_now()"
    f" and s.seen_at > acting_now() - $2::interval and {_HERE.format(who='s')}"
)
_BY_TOKEN = (
    f"select t.person_id, coalesce(t.used_at <= acting_now() - $2::interval, true) as stale,"  # noqa: S608 -- constants
    f" {_STANDING.format(who='t')} as places, seats_of(t.person_id) as seats from tokens t"
    f" where t.token_hash = $1 and t.revoked_at is null and {_HERE.format(who='t')}"
)
_SEEN = "update sessions set seen_at = acting_now() where token_hash = $1 returning id"
_USED = "update tokens set used_at = acting_now() where token_hash = $1 returning id"


async def arrived(database: Database, secret: str, *, bearer: bool) -> Standing | None:
    """The standing of whoever holds this session or personal token. None for one that ended, idled out, never was, or
    is of somebody who belongs to no organization any more.
    """
    looking = Looking(system=SystemName.SIGN_IN, clock=database.clock_told)
    hashed = link_hash(secret)
    async with database.lines.line(looking) as line:
        statement, values = (_BY_TOKEN, [hashed, SEEN_EVERY]) if bearer else (_BY_SESSION, [hashed, IDLE, SEEN_EVERY])
        found = await line.rows(looking, statement, values)
        if not found or found[0]["places"] is None:
            return None
        if found[0]["stale"]:
            await line.rows(looking, _USED if bearer else _SEEN, [hashed])
    reader, legal, counsel = orjson.loads(found[0]["seats"])
    return Standing(
        found[0]["person_id"],
        _places(orjson.loads(found[0]["places"])),
        (_cases(reader), _cases(legal), _cases(counsel)),
    )


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
