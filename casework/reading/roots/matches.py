"""Possible matches, while somebody is being taken in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson
from sqlalchemy import ARRAY, JSON, Integer, Text, Uuid, any_, cast, func

from casework.reading.facts import Expression, Many, Noun, Same
from casework.reading.matches import MATCHES, PossibleMatch, possible_matches
from casework.reading.places import At
from casework.reading.roots.query import QUERY, row_of
from casework.reading.search import at_place
from casework.reading.seeking import OverLine
from schema.cases import Case

MATCH = Noun("PossibleMatch", Case)
MATCH["case"] = Same("Case")
MATCH["likeness"] = Expression(said=lambda at: at.row.likeness)
MATCH["because"] = Expression(said=lambda at: cast(at.row.because, JSON))

_Told = list[tuple[PossibleMatch, str]]


async def _search(seeker: OverLine, given: Mapping[str, Any]) -> _Told:
    within = given.get("organizationId")
    found = await possible_matches(
        seeker,
        name=given.get("name"),
        a_number=given.get("aNumber"),
        arrested_at=given.get("arrestedAt"),
        within=row_of("Organization")(None, within) if within else None,
    )
    if not found:
        return []
    language = await seeker.spoken()
    return [(match, orjson.dumps([one.said(language) for one in match.because]).decode()) for match in found]


def _found(at: At) -> Any:
    return at.given.sought(_search, ARRAY(Uuid()), lambda found: [match.case_id for match, _ in found], of="_cases")


def _beside(at: At, there: At) -> Mapping[str, Any]:
    place = func.array_position(_found(at), there.row.id, type_=Integer())
    likeness = at.given.sought(
        _search, ARRAY(Integer()), lambda found: [match.likeness for match, _ in found], of="_likeness"
    )
    because = at.given.sought(_search, ARRAY(Text()), lambda found: [why for _, why in found], of="_because")
    return {"place": place, "likeness": at_place(likeness, place), "because": at_place(because, place)}


QUERY["possible_matches"] = Many(
    "PossibleMatch",
    lambda at, there: there.row.id == any_(_found(at)),
    order=lambda there: [there.row.place],
    limit=MATCHES,
    beside=_beside,
)
