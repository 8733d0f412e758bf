"""Searches: the beginning of a surname, two names, an A-number. Each beside a floor that looks in the same indexes,
opens the same names, compares them alike and shows the same page.
"""

from __future__ import annotations

from typing import Any

import orjson

from bench.house import House
from bench.reading import Board, Calendar, CasePage, Reading, gid
from casework import names
from casework.invention.words import GIVEN, SURNAMES

_ASKED = """query Search($q: String!) { cases(filter: {search: $q, includeClosed: true}, first: 20) {
  edges { node { id shortId stage client { publicName } } } pageInfo { hasNextPage } } }"""

_CASE = f"""select json_build_object('id', {gid("Case", "c.id")}, 'shortId', 'C-' || c.number, 'stage', upper(c.stage),
    'client', json_build_array(d.id, d.public_name, c.number)) as said"""

#: Of the newest 200 that begin so in an organization, and the newest 200 that sound so, 200, the beginnings first; with
#: every sealed name they have.
_CANDIDATES = """
with found as (select detainee_id, min(step) step from (
    (select n.detainee_id, 0 step from name_tokens n where n.organization_id = $1 and n.token = $2 {also_begins}
     order by n.detainee_id desc limit 200)
    union all
    (select n.detainee_id, 1 from name_tokens n where n.organization_id = $1 and n.token = $3 {also_sounds}
     order by n.detainee_id desc limit 200) {either}) ways group by detainee_id
  order by min(step), count(*) desc, detainee_id desc limit 200)
select f.detainee_id, f.step, i.legal_name,
  array(select uuid_send(a.id) || a.name from aliases a where a.detainee_id = f.detainee_id) aliases
from found f left join identities i on i.detainee_id = f.detainee_id order by f.step, f.detainee_id desc"""
_ALSO = """and exists (select from name_tokens o where o.organization_id = $1 and o.token = any({tokens})
     and o.detainee_id = n.detainee_id)"""
_EITHER = f"""union all
    (select n.detainee_id, 1 from name_tokens n where n.organization_id = $1 and n.token = $2
     {_ALSO.format(tokens="$5")} order by n.detainee_id desc limit 200)"""

_PAGE = f"""
select array_to_json(array(select said from ({_CASE}, likeness, c.id
  from unnest($2::uuid[], $3::int[]) f (detainee_id, likeness) join cases c on c.detainee_id = f.detainee_id
  join detainees d on d.id = c.detainee_id where c.lead_organization_id = $1 and c.merged_into_id is null
  order by likeness desc, c.id desc limit 21) x order by likeness desc, id desc))"""

_HOLDER = f"""
select array_to_json(array({_CASE} from detainee_numbers n join cases c on c.detainee_id = n.detainee_id
  join detainees d on d.id = c.detainee_id
  where n.organization_id = $1 and n.number_index = $2 and c.merged_into_id is null
  order by c.next_occasion_at, c.id limit 21))"""


class Search(Reading):
    """The first page of cases by the beginning of a surname."""

    document = _ASKED
    asked = tuple(name[:4] for name in SURNAMES)

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self.turn = 0

    def next(self) -> None:
        self.turn += 1

    @property
    def query(self) -> str:
        return self.asked[self.turn % len(self.asked)]

    def variables(self) -> dict[str, Any]:
        return {"q": self.query}

    async def floor(self) -> bytes:
        organization, vault = self.house.organization, self.house.vault
        words = [
            [vault.name_token(organization.hex, token) for token in word if token] for word in names.sought(self.query)
        ]
        one, two = _CANDIDATES.format(also_begins="", also_sounds="", either=""), len(words) > 1
        if two:
            one = _CANDIDATES.format(
                also_begins=_ALSO.format(tokens="$4"), also_sounds=_ALSO.format(tokens="$5"), either=_EITHER
            )
        more = [[words[1][0]], words[1]] if two else []
        typed, alike = names.Typed(self.query), []
        for row in await self.house.bare.fetch(one, organization, *words[0], *more):
            detainee, legal = row["detainee_id"], row["legal_name"]
            held = [vault.opened(legal, b"identities.legal_name", detainee.bytes)] if legal else []
            held += [vault.opened(alias[16:], b"aliases.name", alias[:16]) for alias in row["aliases"]]
            likeness = typed.likeness(held)
            if row["step"]:
                likeness = max(likeness, typed.likeness(held, by_ear=True))
            if not row["step"] or likeness >= 75:
                alike.append((detainee, likeness))
        text = await self.house.bare.fetchval(
            _PAGE, organization, [detainee for detainee, _ in alike], [likeness for _, likeness in alike]
        )
        return self.page(text)

    def page(self, text: str) -> bytes:
        rows = orjson.loads(text)
        for row in rows[:20]:
            detainee, cipher, number = row["client"]
            name = self.open("detainees", "public_name", detainee, cipher) if cipher else f"C-{number}"
            row["client"] = {"publicName": name}
        edges = [{"node": row} for row in rows[:20]]
        said = {"edges": edges, "pageInfo": {"hasNextPage": len(rows) > 20}}
        return orjson.dumps({"data": {"cases": said}})


class Both(Search):
    """The same by a surname and a given name, typed whole."""

    asked = tuple(f"{given} {surname}" for given, surname in zip(GIVEN, SURNAMES, strict=True))


class Number(Search):
    """The case of one A-number."""

    async def prepare(self) -> None:
        rows = await self.house.bare.fetch(
            "select n.id, n.number from detainee_numbers n where n.organization_id = $1 order by n.id limit 100",
            self.house.organization,
        )
        missing = self.house.vault.missing(row["number"] for row in rows)
        for key_id, wrapped in await self.house.bare.fetch(
            "select id, wrapped from vault_keys where id = any($1)", list(missing)
        ):
            self.house.vault.unwrap(key_id, wrapped)
        self.asked = tuple(
            self.house.vault.opened(row["number"], b"detainee_numbers.number", row["id"].bytes) for row in rows
        )

    async def floor(self) -> bytes:
        organization = self.house.organization
        hashed = self.house.vault.index(organization.hex, "a_number", self.query)
        return self.page(await self.house.bare.fetchval(_HOLDER, organization, hashed))


READINGS: dict[str, type[Reading]] = {
    "board": Board, "case": CasePage, "calendar": Calendar, "search": Search, "names": Both, "number": Number,
}  # fmt: skip
