"""Two records of one person: what the kept one takes over of who the other is, and gives back.

A number, a legal name and every other name of a merged client lie on the client of the kept case from then on, sealed
under their key and behind their audience: whatever finds a client finds them there, and nobody learns by it of a case
that they don't read. The merged client keeps its own names, unfound, so that two can be made of one again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import select

from casework import identities, names
from casework.identities import Known
from casework.transaction import Transaction
from schema.cases import Case
from schema.detainees import Detainee, DetaineeMerge

#: What is different of the kept client, for the trail: before and after.
Different = dict[str, tuple[Any, Any]]


@dataclass
class Taken:
    """What came to the kept client by a merge."""

    #: Normalised A-numbers: each names one person, so they moved.
    a_numbers: list[str] = field(default_factory=list)
    #: Names that the kept client was not known by. They are copies.
    names: list[str] = field(default_factory=list)


async def take_over(tx: Transaction, merge: DetaineeMerge, kept: Case, merged: Case) -> Different:
    """The client of the kept case is found by all that the other was found by. Two cases of one client, or one of a
    client who stays in another case, leave it as it is.
    """
    client, other = await _both(tx, kept, merged)
    if client is other or await _stays(tx, merged):
        return {}
    theirs, was = await identities.read(tx, other), await identities.read(tx, client)
    taken = Taken(theirs.a_numbers, _unknown(theirs.names, was.names))
    now = replace(was, a_numbers=[*was.a_numbers, *taken.a_numbers], aliases=[*was.aliases, *taken.names])
    other.merged_into_id = client.id
    other.revision += 1
    client.revision += 1
    # A number is let go before somebody else holds it.
    await identities.write(tx, other, replace(theirs, a_numbers=[]))
    await identities.write(tx, client, now)
    said = orjson.dumps(asdict(taken)).decode()
    merge.taken = tx.seal(DetaineeMerge, merge.id, "taken", client.vault_key_id, said)
    return _different(was, now)


async def give_back(tx: Transaction, merge: DetaineeMerge, kept: Case, merged: Case) -> Different:
    """Each is found by their own again. A number or a name that somebody has taken off the kept client since is not
    brought back, and what was typed since stays with the kept one.
    """
    client, other = await _both(tx, kept, merged)
    taken = await read(tx, merge)
    if taken is None:
        return {}
    was, theirs = await identities.read(tx, client), await identities.read(tx, other)
    back = [number for number in taken.a_numbers if number in was.a_numbers]
    now = replace(
        was,
        a_numbers=[number for number in was.a_numbers if number not in back],
        aliases=[name for name in was.aliases if name not in taken.names],
    )
    other.merged_into_id = None
    other.revision += 1
    client.revision += 1
    await identities.write(tx, client, now)
    await identities.write(tx, other, replace(theirs, a_numbers=[*theirs.a_numbers, *back]))
    merge.taken = None
    return _different(was, now)


async def read(tx: Transaction, merge: DetaineeMerge) -> Taken | None:
    """What a merge brought to the kept client, opened. The caller answers for who may see it."""
    said = await tx.opened(merge, "taken")
    return Taken(**orjson.loads(said)) if said else None


async def kept_clients(tx: Transaction, organization_id: UUID) -> dict[UUID, UUID]:
    """Every merged client of an organization, and the one who is kept at the end."""
    found = await tx.session.execute(
        select(Detainee.id, Detainee.merged_into_id).where(
            Detainee.organization_id == organization_id, Detainee.merged_into_id.is_not(None)
        )
    )
    into = {client: other for client, other in found if other}
    return {client: last_of(into, client) for client in into}


def last_of(into: Mapping[UUID, UUID], one: UUID) -> UUID:
    """Who or which is kept at the end, where each was merged ``into`` the next."""
    while one in into:
        one = into[one]
    return one


async def own_numbers(tx: Transaction, organization_id: UUID) -> dict[str, UUID]:
    """A-numbers that came to somebody by a merge which stands, and whose they were before."""
    found = await tx.session.execute(
        select(DetaineeMerge, Case.detainee_id)
        .join(Case, Case.id == DetaineeMerge.merged_case_id)
        .where(DetaineeMerge.organization_id == organization_id, DetaineeMerge.taken.is_not(None))
        # Of a number that went on with a second merge, whose it was at first.
        .order_by(DetaineeMerge.id.desc())
    )
    merges = list(found)
    await tx.unlock([merge.taken for merge, _ in merges])
    own: dict[str, UUID] = {}
    for merge, client in merges:
        taken = await read(tx, merge)
        own |= dict.fromkeys(taken.a_numbers if taken else (), client)
    return own


async def _both(tx: Transaction, kept: Case, merged: Case) -> tuple[Detainee, Detainee]:
    # In one order, whichever is kept, as their cases are.
    locked = {
        client: await tx.session.get_one(Detainee, client, with_for_update=True)
        for client in sorted({kept.detainee_id, merged.detainee_id})
    }
    return locked[kept.detainee_id], locked[merged.detainee_id]


async def _stays(tx: Transaction, merged: Case) -> bool:
    """The client has another case, which is not merged into any."""
    another = select(Case.id).where(
        Case.detainee_id == merged.detainee_id, Case.id != merged.id, Case.merged_into_id.is_(None)
    )
    return await tx.session.scalar(another.limit(1)) is not None


def _unknown(said: Iterable[str], known: Iterable[str]) -> list[str]:
    """Names of which none is known yet, whatever the case and the accents."""
    before = {names.folded(name) for name in known}
    return list({names.folded(name): name for name in said if names.folded(name) not in before}.values())


def _different(was: Known, now: Known) -> Different:
    both = {name: (getattr(was, name), getattr(now, name)) for name in asdict(now)}
    return {name: (before, after) for name, (before, after) in both.items() if before != after}


__all__ = ["Taken", "give_back", "kept_clients", "last_of", "own_numbers", "read", "take_over"]
