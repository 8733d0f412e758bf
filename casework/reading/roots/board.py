"""The board: cases filtered, searched and ordered, and a case by the id people say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, DateTime, LargeBinary, Text, Uuid, and_, any_, literal, select

from casework import names
from casework.access import VISIBLE
from casework.reading.board import COUNTED, Order
from casework.reading.facts import Many, Pages
from casework.reading.places import At, Row
from casework.reading.reader import Reader
from casework.reading.roots.query import QUERY, row_of, values
from casework.refusals import Invalid
from schema.assignments import STANDING, Assignment
from schema.cases import Case, Stage
from schema.detainees import DetaineeNumber, NameToken
from schema.occasions import UPCOMING, Occasion
from schema.teams import CaseReader


def searched(query: str) -> tuple[str, int]:
    """What somebody types into the board's search: a short id, an A-number, or the beginnings of so many names."""
    query = query.strip()
    if names.case_number_in(query) is not None:
        return "number", 1
    try:
        names.normalised_a_number(query)
    except Invalid:
        return "names", len(names.search_tokens(query))
    return "a-number", 1


def _number(_: Reader, filter: Any) -> int:
    return names.case_number_in(filter["search"]) or 0


def _a_number(reader: Reader, filter: Any) -> list[bytes]:
    number = names.normalised_a_number(filter["search"].strip())
    return [reader.vault.index(one.hex, "a_number", number) for one in reader.standing.organizations(legal=True)]


def _tokens(index: int) -> Callable[[Reader, Any], list[bytes]]:
    def hashes(reader: Reader, filter: Any) -> list[bytes]:
        word = names.search_tokens(filter["search"].strip())[index]
        return [
            reader.vault.name_token(one.hex, token)
            for one in reader.standing.organizations(legal=True)
            for token in word
        ]

    return hashes


def _found(at: At, there: At, query: str) -> Any:
    kind, count = searched(query)
    bytes_ = ARRAY(LargeBinary())
    if kind == "number":
        return there.row.number == at.given.bound("filter", Case.number.type, _number, of="_number")
    if kind == "a-number":
        holder = Row(DetaineeNumber)
        hashes = at.given.bound("filter", bytes_, _a_number, of="_a_number")
        return there.row.detainee_id.in_(
            select(holder.detainee_id).where(
                VISIBLE[DetaineeNumber](at.eyes, holder), holder.number_index == any_(hashes)
            )
        )
    if not count:
        return literal(False)
    held = []
    for index in range(count):
        token = Row(NameToken)
        hashes = at.given.bound("filter", bytes_, _tokens(index), of=f"_word_{index}")
        held.append(
            there.row.detainee_id.in_(
                select(token.detainee_id).where(
                    token.organization_id == any_(at.eyes.organizations(legal=True)), token.token == any_(hashes)
                )
            )
        )
    return and_(*held)


def _filter(at: At, name: str, kind: Any, value: Callable[[Reader, Any], Any] | None = None) -> Any:
    """One field of the board's filter, bound."""
    worked = value or (lambda _, said: said)
    return at.given.bound("filter", kind, lambda reader, said: worked(reader, said[name]), of=f"_{name}")


def _board(at: At, there: At) -> Any:
    row = there.row
    wanted: dict[str, Any] = at.given.fixed("filter") or {}
    given = {name for name, value in wanted.items() if value not in (None, [], False)}
    holds = [row.merged_into_id.is_(None)]
    if at.given.has("organizationId"):
        mine = at.given.bound("organizationId", Uuid(), row_of("Organization"))
        readers = Row(CaseReader)
        holds.append(there.ask_exists(readers, readers.case_id == row.id, readers.organization_id == mine))
    if "stages" in given:
        holds.append(row.stage == any_(_filter(at, "stages", ARRAY(Text()), values)))
    elif "includeClosed" not in given:
        holds.append(row.stage != Stage.CLOSED)
    if "custodyStatuses" in given:
        holds.append(row.custody_status == any_(_filter(at, "custodyStatuses", ARRAY(Text()), values)))
    if "withoutCounsel" in given:
        counsel = Row(Assignment)
        holds.append(~there.ask_exists(counsel, counsel.case_id == row.id, counsel.state.in_(list(STANDING))))
    if given & {"hearingFrom", "hearingUntil"}:
        ahead = Row(Occasion)
        within = [ahead.case_id == row.id, ahead.state.in_(UPCOMING)]
        if "hearingFrom" in given:
            within.append(ahead.starts_at >= _filter(at, "hearingFrom", DateTime(timezone=True)))
        if "hearingUntil" in given:
            within.append(ahead.starts_at < _filter(at, "hearingUntil", DateTime(timezone=True)))
        holds.append(there.ask_exists(ahead, *within))
    if "coordinatorId" in given:
        holds.append(row.coordinator_id == _filter(at, "coordinatorId", Uuid(), row_of("Person")))
    if "priority" in given:
        holds.append(row.priority == _filter(at, "priority", Text(), lambda _, said: said.value))
    if "tag" in given:
        tag = _filter(at, "tag", ARRAY(Text()), lambda _, said: [said.strip().lower()])
        holds += [row.tags.contains(tag), there.reaches()]
    if "search" in given and wanted["search"].strip():
        if len(wanted["search"]) > 200:
            raise Invalid("search", "Search for fewer words.")
        holds.append(_found(at, there, wanted["search"]))
    return and_(*holds)


def _board_pattern(name: str, value: Any) -> Any:
    if name == "filter" and value:
        given = {one: said for one, said in value.items() if said not in (None, [], False)}
        search = given.get("search") or ""
        return (*sorted(given), searched(search) if search.strip() else None, len(search) > 200)
    return None


_ORDERS: dict[Order, Callable[[Any], tuple[list[tuple[Any, bool]], list[type]]]] = {
    Order.NEXT_OCCASION: lambda row: ([(row.next_occasion_at, False), (row.id, False)], [datetime, UUID]),
    Order.OPENED: lambda row: ([(row.opened_at, True), (row.id, True)], [datetime, UUID]),
    Order.NUMBER: lambda row: ([(row.number, True)], [int]),
}
QUERY["cases"] = Pages(
    "Case",
    _board,
    order=lambda at, there: _ORDERS[at.given.fixed("order") or Order.NEXT_OCCASION](there.row),
    fixed=frozenset({"first", "order"}),
    counted=COUNTED,
    pattern=_board_pattern,
)


def _short_id(at: At, there: At) -> Any:
    if names.case_number_in(at.given.fixed("shortId")) is None:
        return literal(False)
    number = at.given.bound("shortId", Case.number.type, lambda _, said: names.case_number_in(said))
    return and_(there.row.merged_into_id.is_(None), there.row.number == number)


QUERY["case"] = Many(
    "Case",
    _short_id,
    first=True,
    pattern=lambda name, said: names.case_number_in(said) is not None,
)
