"""Search: whom an A-number, the beginnings of a name, or its sound may mean.

Restricted names lie sealed, so nothing can be sorted by them. Keyed tokens bring up at most 200 candidates, the newest
first, however many cases there are; their names are opened, compared with what was typed, and the most alike come
first. Only clients are found on whose legal team the actor is. Both ways to answer search here: each brings a
:class:`Seeker`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    CompoundSelect,
    Integer,
    LargeBinary,
    Select,
    Uuid,
    all_,
    any_,
    bindparam,
    column,
    except_,
    exists,
    func,
    intersect,
    literal,
    null,
    select,
    true,
    type_coerce,
    union_all,
)
from sqlalchemy.sql.elements import Grouping

from casework import names
from casework.access import VISIBLE, Eyes
from casework.access.eyes import LEGAL
from casework.actors import Standing
from casework.reading.places import Row
from casework.vault import Vault
from schema.cases import Case
from schema.detainees import Alias, DetaineeNumber, Identity, NameToken

#: Candidates whose names are opened and compared for one question, at most.
CANDIDATES = 200
#: Below this likeness (0 to 100) what only sounds like it is another name.
_ALIKE = 75

#: A SELECT for these eyes, with ``given_…`` to bind. Compiled once for each function, so functions are kept.
Asking = Callable[[Eyes], Select[Any]]


class Seeker(Protocol):
    """Whoever searches, and the way to ask."""

    standing: Standing
    vault: Vault
    #: Known to read no case from a seat.
    seatless: bool

    async def rows(self, ask: Asking, given: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
        """The rows of a SELECT, by the names of its columns, asked as the actor."""

    async def unlock(self, key_ids: Collection[UUID]) -> None:
        """Fetch these data keys."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Clients whose names are like what was typed, the most alike first."""

    detainee_ids: tuple[UUID, ...] = ()
    #: 0 to 100, of each.
    likeness: tuple[int, ...] = ()
    #: There may be more: candidates were left out.
    cut: bool = False


async def by_name(seeker: Seeker, query: str) -> Alike:
    """Clients of whose names each word of a query is the beginning or the sound, in whatever order."""
    words = names.sought(query)
    if not words:
        return Alike()
    found = await candidates(seeker, words)
    typed, scored = names.Typed(query), []
    for one in found:
        likeness = typed.likeness(one.names)
        if not one.begins:
            likeness = max(likeness, typed.likeness(one.names, by_ear=True))
        if one.begins or likeness >= _ALIKE:
            scored.append((likeness, one.detainee_id))
    # They come the newest first, and stay so among those that are alike.
    scored.sort(key=lambda one: one[0], reverse=True)
    return Alike(
        tuple(detainee_id for _, detainee_id in scored),
        tuple(likeness for likeness, _ in scored),
        len(found) >= CANDIDATES,
    )


@dataclass(frozen=True, slots=True)
class Candidate:
    """A client whom tokens brought up, with every name, opened."""

    detainee_id: UUID
    #: Some name begins with each word; else they sound alike.
    begins: bool
    names: tuple[str, ...]


async def candidates(
    seeker: Seeker, words: Sequence[tuple[str, str | None]], *, every: bool = True, within: UUID | None = None
) -> list[Candidate]:
    """At most 200 clients that hold each of some words (or, unless ``every``, any of them), their names opened:
    beginnings before sounds, the newest first. ``within`` one organization, or in all.
    """
    wide, leads = await scopes(seeker, within)
    token = seeker.vault.name_token
    begins = [[token(one.hex, word) for one in wide] for word, _ in words]
    given: dict[str, Any] = {"given_wide": wide, "given_leads": leads}
    near = [(one, words[0][1]) for one in wide if words[0][1]]
    given["given_near"] = [one for one, _ in near]
    given["given_near_sound"] = [token(one.hex, sound) for one, sound in near]
    for index, said in enumerate(words):
        given[f"given_begins_{index}"] = begins[index]
        given[f"given_like_{index}"] = [token(one.hex, each) for one in (*wide, *leads) for each in said if each]
    if not every:
        single = [(one, each) for one in wide for said in words for each in said if each]
        given["given_single"] = [one for one, _ in single]
        given["given_single_token"] = [token(one.hex, each) for one, each in single]
    rows = await seeker.rows(_candidates(len(words), every, bool(leads)), given)
    await seeker.unlock(seeker.vault.missing(sealed for row in rows for sealed in _sealed(row)))
    return [Candidate(row["detainee_id"], row["step"] == 0, _opened(seeker.vault, row)) for row in rows]


async def scopes(seeker: Seeker, within: UUID | None = None) -> tuple[list[UUID], list[UUID]]:
    """The organizations whose clients the actor reads widely, and those that lead a case which they read from a seat:
    each keys its names and numbers apart.
    """
    wide = seeker.standing.organizations(wide=True, legal=True)
    leads = [] if seeker.seatless else [row["lead"] for row in await seeker.rows(_leads, {})]
    return [one for one in wide if within in (None, one)], [one for one in leads if within in (None, one)]


async def number_hashes(seeker: Seeker, number: str, within: UUID | None = None) -> list[bytes]:
    """What finds a normalised A-number in each organization whose clients the actor may find."""
    wide, leads = await scopes(seeker, within)
    return [seeker.vault.index(one.hex, "a_number", number) for one in (*wide, *leads)]


async def by_number(seeker: Seeker, number: str, within: UUID | None = None) -> list[UUID]:
    """Clients who hold a normalised A-number."""
    hashes = await number_hashes(seeker, number, within)
    return [row["detainee_id"] for row in await seeker.rows(_holders, {"given_hashes": hashes})]


def _holders(eyes: Eyes) -> Select[Any]:
    holder = Row(DetaineeNumber)
    return select(holder.detainee_id).where(
        VISIBLE[DetaineeNumber](eyes, holder), holder.number_index == any_(_given("hashes", LargeBinary()))
    )


def _leads(eyes: Eyes) -> Select[Any]:
    case = Row(Case)
    return (
        select(case.lead_organization_id.label("lead"))
        .distinct()
        .where(eyes.seated(case, LEGAL), case.lead_organization_id != all_(eyes.organizations(wide=True, legal=True)))
    )


def at_place(values: Any, place: Any) -> Any:
    """The element of an array at a place that another expression says."""
    # Without the brackets of its own a subscript is read as part of the array's type.
    return Grouping(values)[place]


def _given(name: str, kind: Any) -> Any:
    return bindparam(f"given_{name}", None, ARRAY(kind))


@cache
def _candidates(words: int, every: bool, seated: bool) -> Asking:
    """For so many words."""

    def ask(eyes: Eyes) -> Select[Any]:
        if words == 1:
            steps = [_newest(0, "wide", "begins_0"), _newest(1, "near", "near_sound", but="begins_0")]
        else:
            begin = intersect(*(_holding(f"begins_{index}") for index in range(words)))
            sound = intersect(*(_holding(f"like_{index}") for index in range(words)))
            steps = [_all_of(0, begin), _all_of(1, except_(sound, begin))]
        if seated:
            steps.insert(0, _seated(eyes, words))
        if not every:
            steps.append(_newest(2, "single", "single_token"))
        together = union_all(*(select(step) for step in steps))
        # One after the other, until there are enough: where beginnings are, sounds are not looked for.
        ways = (together.limit(literal(CANDIDATES)) if every else together).subquery("ways")
        found = (
            select(ways.c.detainee_id, func.min(ways.c.step).label("step"))
            .group_by(ways.c.detainee_id)
            .order_by(func.min(ways.c.step), func.count().desc(), ways.c.detainee_id.desc())
            .limit(literal(CANDIDATES))
            .subquery("found")
        )
        identity, alias = Row(Identity), Row(Alias)
        aliases = (
            # The row's id before what it seals.
            select(func.uuid_send(alias.id).op("||")(type_coerce(alias.name, LargeBinary)))
            .where(VISIBLE[Alias](eyes, alias), alias.detainee_id == found.c.detainee_id)
            .correlate(found)
            .scalar_subquery()
        )
        return (
            select(
                found.c.detainee_id,
                found.c.step,
                type_coerce(identity.legal_name, LargeBinary).label("legal_name"),
                func.array(aliases, type_=ARRAY(LargeBinary)).label("aliases"),
            )
            .select_from(
                found.outerjoin(
                    identity.alias,
                    (identity.detainee_id == found.c.detainee_id) & VISIBLE[Identity](eyes, identity),
                )
            )
            .order_by(found.c.step, found.c.detainee_id.desc())
        )

    return ask


def _newest(step: int, organizations: str, tokens: str, *, but: str | None = None) -> Any:
    """The newest clients of some organizations by one token in each, read from the index backwards; ``but`` not those
    who hold one of these as well.
    """
    pair = (
        func.unnest(_given(organizations, Uuid()), _given(tokens, LargeBinary()))
        .table_valued(column("organization_id", Uuid()), column("token", LargeBinary()))
        .render_derived(f"pair_{step}")
    )
    first = Row(NameToken)
    newest = (
        select(first.detainee_id)
        .where(
            first.organization_id == pair.c.organization_id,
            first.token == pair.c.token,
            *([~_holds(first.organization_id, first.detainee_id, but)] if but else []),
        )
        .order_by(first.detainee_id.desc())
        .limit(literal(CANDIDATES))
        .lateral(f"newest_{step}")
    )
    return (
        select(newest.c.detainee_id, literal(step, Integer()).label("step"))
        .select_from(pair.join(newest, true()))
        .subquery(f"step_{step}")
    )


def _holding(tokens: str) -> Select[Any]:
    """The clients who hold one of these tokens, in organizations whose clients are read widely."""
    held = Row(NameToken)
    return select(held.detainee_id).where(
        held.organization_id == any_(_given("wide", Uuid())), held.token == any_(_given(tokens, LargeBinary()))
    )


def _all_of(step: int, clients: CompoundSelect[Any]) -> Any:
    """The newest of some clients. Two lists that are read whole cost less than asking, for each of one, the other."""
    some = clients.subquery(f"all_of_{step}")
    return (
        select(some.c.detainee_id, literal(step, Integer()).label("step"))
        .order_by(some.c.detainee_id.desc())
        .limit(literal(CANDIDATES))
        .subquery(f"step_{step}")
    )


def _seated(eyes: Eyes, words: int) -> Any:
    """The clients of cases read from a seat: few, so that each is asked for every word."""
    case = Row(Case)
    return (
        select(case.detainee_id, literal(1, Integer()).label("step"))
        .where(
            eyes.seated(case, LEGAL),
            case.lead_organization_id == any_(_given("leads", Uuid())),
            *(_holds(case.lead_organization_id, case.detainee_id, f"like_{index}") for index in range(words)),
        )
        .order_by(case.id.desc())
        .limit(literal(CANDIDATES))
        .subquery("seated")
    )


def _holds(organization_id: Any, detainee_id: Any, tokens: str) -> Any:
    held = Row(NameToken)
    return exists(
        select(null())
        .select_from(held.alias)
        .where(
            held.organization_id == organization_id,
            held.token == any_(_given(tokens, LargeBinary())),
            held.detainee_id == detainee_id,
        )
    )


def _sealed(row: Any) -> list[bytes]:
    aliases = [alias[16:] for alias in row["aliases"]]
    return [row["legal_name"], *aliases] if row["legal_name"] else aliases


def _opened(vault: Vault, row: Any) -> tuple[str, ...]:
    client, legal = row["detainee_id"].bytes, row["legal_name"]
    opened = [vault.opened(legal, b"identities.legal_name", client)] if legal else []
    return (*opened, *(vault.opened(alias[16:], b"aliases.name", alias[:16]) for alias in row["aliases"]))


__all__ = [
    "Alike",
    "Asking",
    "Candidate",
    "Seeker",
    "at_place",
    "by_name",
    "by_number",
    "candidates",
    "number_hashes",
    "scopes",
]
