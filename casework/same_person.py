"""Two records of one person: what the kept one takes over of who the other is, and gives back.

A number, a legal name and every other name of a merged client lie on the client of the kept case from then on, sealed
under their key and behind their audience: whatever finds a client finds them there, and nobody learns by it of a case
that they don't read. The merged client keeps its own names, unfound, so that two can be made of one again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import select

from casework import ages, cases, identities, names
from casework.identities import Known
from casework.transaction import Transaction
from schema.cases import Case, Priority
from schema.detainees import Detainee, DetaineeMerge

#: What is different of the kept client and their case, for the trail: before and after.
Different = dict[str, tuple[Any, Any]]


class IdentityField(StrEnum):
    """What of two files of one person stands in the kept one: its own, or the other's."""

    PUBLIC_NAME = "public_name"
    LEGAL_NAME = "legal_name"
    #: Both stay known: which comes first, by which a court's line is asked.
    A_NUMBERS = "a_numbers"
    BIRTH_DATE = "birth_date"
    COUNTRY_OF_BIRTH = "country_of_birth"
    NATIONALITY = "nationality"
    GENDER = "gender"
    LANGUAGE = "language"
    PRIORITY = "priority"


@dataclass
class Taken:
    """What came to the kept client by a merge."""

    #: Normalised A-numbers: each names one person, so they moved.
    a_numbers: list[str] = field(default_factory=list)
    #: Names that the kept client was not known by. They are copies.
    names: list[str] = field(default_factory=list)
    #: What else stands otherwise since: before and after.
    facts: dict[str, tuple[Any, Any]] = field(default_factory=dict)


@dataclass
class _File:
    """A case, its client, and what is known of who that is."""

    case: Case
    client: Detainee
    known: Known

    @classmethod
    async def of(cls, tx: Transaction, case: Case, client: Detainee) -> _File:
        return cls(case, client, await identities.read(tx, client))

    def says(self, tx: Transaction, name: str) -> Any:
        if name == "public_name":
            return tx.open(self.client, name)
        if name in _OF_CASE:
            return getattr(self.case, name)
        return getattr(self.client if name in _OF_CLIENT else self.known, name)

    def put(self, tx: Transaction, name: str, value: Any) -> None:
        """Say it from now on. What is ``known`` is another record then, to be written."""
        if name == "public_name":
            key = self.client.vault_key_id
            self.client.public_name = tx.seal(Detainee, self.client.id, name, key, value)
        elif name in _OF_CASE:
            setattr(self.case, name, Priority(value) if name == "priority" else value)
        elif name in _OF_CLIENT:
            setattr(self.client, name, value)
        else:
            self.known = replace(self.known, **{name: value})


_OF_CASE, _OF_CLIENT = ("priority", "no_publicity"), ("language", "minor")


async def take_over(
    tx: Transaction, merge: DetaineeMerge, kept: Case, merged: Case, take: Collection[IdentityField] = ()
) -> Different:
    """The client of the kept case is found by all that the other was found by, and ``take`` says what else stands there
    as the other file had it. Two cases of one client, or one of a client who stays in another case, leave it as it is.

    Where either may be a minor, the kept one is, with all that follows (law 9). Raises :class:`Invalid` when the public
    name would hold a surname.
    """
    client, other = await _both(tx, kept, merged)
    if client is other or await _stays(tx, merged):
        return {}
    mine, theirs = await _File.of(tx, kept, client), await _File.of(tx, merged, other)
    was, taken = mine.known, Taken(theirs.known.a_numbers)
    for name in take:
        before, after = mine.says(tx, name), theirs.says(tx, name)
        if name is not IdentityField.A_NUMBERS and after is not None and before != after:
            taken.facts[name.value] = (before, after)
            mine.put(tx, name, after)
    taken.names = _unknown([*was.names, *theirs.known.names], mine.known.names)
    numbers = [taken.a_numbers, was.a_numbers]
    first, second = numbers if IdentityField.A_NUMBERS in take else reversed(numbers)
    mine.known = replace(mine.known, a_numbers=[*first, *second], aliases=[*was.aliases, *taken.names])
    if set(taken.facts) & {"public_name", "legal_name"} and (called := mine.says(tx, "public_name")):
        names.check_public_name(called, mine.known.names)
    young = ages.may_be_minor(mine.known.birth_date, tx.now.date()) and "birth_date" in taken.facts
    await _protect(tx, mine, taken, minor=client.minor or other.minor or young, quiet=merged.no_publicity)
    other.merged_into_id = client.id
    other.revision += 1
    client.revision += 1
    # A number is let go before somebody else holds it.
    await identities.write(tx, other, replace(theirs.known, a_numbers=[]))
    await identities.write(tx, client, mine.known)
    said = orjson.dumps(asdict(taken)).decode()
    merge.taken = tx.seal(DetaineeMerge, merge.id, "taken", client.vault_key_id, said)
    return taken.facts | _different(was, mine.known)


async def _protect(tx: Transaction, mine: _File, taken: Taken, *, minor: bool, quiet: bool) -> None:
    if minor and not mine.client.minor:
        taken.facts["minor"] = (False, True)
        mine.client.minor = True
        await cases.rest_what_was_given_alone(tx, mine.case)
    if (minor or quiet) and not mine.case.no_publicity:
        taken.facts["no_publicity"] = (False, True)
        mine.case.no_publicity = True


async def give_back(tx: Transaction, merge: DetaineeMerge, kept: Case, merged: Case) -> Different:
    """Each is found by their own again. A number or a name that somebody has taken off the kept client since is not
    brought back; what was typed since stays with the kept one, and so does its protection: silence is lifted by a
    person, who says so.
    """
    client, other = await _both(tx, kept, merged)
    taken = await read(tx, merge)
    if taken is None:
        return {}
    mine, theirs = await _File.of(tx, kept, client), await identities.read(tx, other)
    was, back = mine.known, [number for number in taken.a_numbers if number in mine.known.a_numbers]
    different: Different = {}
    for name, (before, after) in taken.facts.items():
        if name not in _PROTECTS and mine.says(tx, name) == after:
            different[name] = (after, before)
            mine.put(tx, name, before)
    mine.known = replace(
        mine.known,
        a_numbers=[number for number in was.a_numbers if number not in back],
        aliases=[name for name in was.aliases if name not in taken.names],
    )
    other.merged_into_id = None
    other.revision += 1
    client.revision += 1
    await identities.write(tx, client, mine.known)
    await identities.write(tx, other, replace(theirs, a_numbers=[*theirs.a_numbers, *back]))
    merge.taken = None
    return different | _different(was, mine.known)


_PROTECTS = ("minor", "no_publicity")


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


__all__ = ["IdentityField", "Taken", "give_back", "kept_clients", "last_of", "own_numbers", "read", "take_over"]
