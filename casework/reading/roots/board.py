"""The board: cases filtered, searched and ordered, and a case by the id people say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    Boolean,
    DateTime,
    Integer,
    LargeBinary,
    Text,
    Uuid,
    and_,
    any_,
    cast,
    false,
    func,
    literal,
    null,
    or_,
    select,
    union_all,
)
from sqlalchemy.dialects.postgresql import aggregate_order_by

from casework import names
from casework.access import VISIBLE
from casework.reading import search
from casework.reading.board import (
    COUNTED,
    LANDMARK,
    BoardGroup,
    Means,
    Order,
    asked_by,
    means_names,
    ordered_by,
    said_once,
)
from casework.reading.facts import Made, Many, Noun, Pages, Way
from casework.reading.groups import Grouping, group_key, group_name
from casework.reading.needs import has_need
from casework.reading.page import encoded, ordered
from casework.reading.places import At, Row, Source, listed
from casework.reading.reader import Reader
from casework.reading.roots.query import QUERY, led_by, row_of, values
from casework.reading.seeking import OverLine
from casework.refusals import Invalid
from schema.assignments import STANDING, Assignment
from schema.cases import Case, Stage
from schema.detainees import DetaineeMerge, DetaineeNumber
from schema.occasions import UPCOMING, Occasion
from schema.teams import CaseReader


def _number(_: Reader, filter: Any) -> int:
    return names.case_number_in(filter["search"]) or 0


async def _hashes(seeker: OverLine, given: Mapping[str, Any]) -> list[bytes]:
    return await search.number_hashes(seeker, names.normalised_a_number(given["filter"]["search"].strip()))


async def _alike(seeker: OverLine, given: Mapping[str, Any]) -> search.Alike:
    return await search.by_name(seeker, given["filter"]["search"])


def _found(at: At, there: At, query: str) -> Any:
    kind = asked_by(query)
    if kind is Means.CASE_NUMBER:
        return _of_number(at, there, at.given.bound("filter", Case.number.type, _number, of="_number"))
    if kind is Means.A_NUMBER:
        holder = Row(DetaineeNumber)
        hashes = at.given.sought(_hashes, ARRAY(LargeBinary()), list, of="_hashes")
        return there.row.detainee_id.in_(
            select(holder.detainee_id).where(
                VISIBLE[DetaineeNumber](at.eyes, holder), holder.number_index == any_(hashes)
            )
        )
    return there.row.detainee_id == any_(_clients(at))


def _of_number(at: At, there: At, number: Any) -> Any:
    """The case that people call so, or the one into which it was merged."""
    merge = Row(DetaineeMerge)
    once = select(merge.kept_case_id).where(VISIBLE[DetaineeMerge](at.eyes, merge), said_once(merge, number))
    return or_(there.row.number == number, there.row.id.in_(once))


def _clients(at: At) -> Any:
    return at.given.sought(_alike, ARRAY(Uuid()), lambda found: list(found.detainee_ids), of="_clients")


def _likeness(at: At, there: At) -> tuple[list[tuple[Any, bool]], list[type]]:
    """The most alike first, and the newest of them."""
    likeness = at.given.sought(_alike, ARRAY(Integer()), lambda found: list(found.likeness), of="_likeness")
    place = func.array_position(_clients(at), there.row.detainee_id, type_=Integer())
    return [(search.at_place(likeness, place), True), (there.row.id, True)], [int, UUID]


def _named(at: At) -> bool:
    """Names are searched for."""
    return means_names((at.given.fixed("filter") or {}).get("search"))


def _order(at: At, there: At) -> tuple[list[tuple[Any, bool]], list[type]]:
    if at.given.fixed("order") is None and _named(at):
        return _likeness(at, there)
    order = at.given.fixed("order") or Order.NEXT_OCCASION
    return ordered_by(order, there.row, backwards=bool(at.given.fixed("backwards")))


def _cut(at: At) -> Any:
    """There may be more of that name than were looked at."""
    return at.given.sought(_alike, Boolean(), lambda found: found.cut, of="_cut") if _named(at) else false()


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
    if "facilityId" in given:
        facility = row_of("Facility")
        held = _filter(at, "facilityId", Text(), lambda reader, said: str(facility(reader, said)))
        holds.append(group_key(Grouping.FACILITY, at.eyes, row) == held)
    if "priority" in given:
        holds.append(row.priority == _filter(at, "priority", Text(), lambda _, said: said.value))
    if "tag" in given:
        tag = _filter(at, "tag", ARRAY(Text()), lambda _, said: [said.strip().lower()])
        holds += [row.tags.contains(tag), there.reaches()]
    if "inGroup" in given:
        wanted_group = wanted["inGroup"]
        key = group_key(wanted_group["by"], at.eyes, row)
        named = _filter(at, "inGroup", Text(), lambda _, said: said["key"])
        holds.append(key.is_(None) if wanted_group.get("key") is None else key == named)
    if "need" in given:
        holds.append(has_need(wanted["need"], at.eyes, row))
    if "search" in given and wanted["search"].strip():
        if len(wanted["search"]) > 200:
            raise Invalid("search", "Search for fewer words.")
        holds.append(_found(at, there, wanted["search"]))
    return and_(*holds)


def _board_pattern(name: str, value: Any) -> Any:
    if name == "filter" and value:
        given = {one: said for one, said in value.items() if said not in (None, [], False)}
        query = given.get("search") or ""
        group = given.get("inGroup") or {}
        grouped = (group.get("by"), group.get("key") is None) if group else None
        return (
            *sorted(given),
            given.get("need"),
            grouped,
            asked_by(query) if query.strip() else None,
            len(query) > 200,
        )
    return None


QUERY["cases"] = Pages(
    "Case",
    _board,
    order=_order,
    ways=lambda at: [
        Way(lambda there, led: there.row.lead_organization_id == led.c.lead, led_by(at.eyes), seen=True),
        Way(lambda there, _: there.eyes.sits(there.row), seen=True),
    ],
    fixed=frozenset({"first", "order", "backwards"}),
    counted=COUNTED,
    uncounted=_cut,
    pattern=_board_pattern,
)


# The board without its cases.

GROUP = Noun("BoardGroup")
GROUP.plain("key", "count", "name", "landmarks")


def _groups(at: At) -> Any:
    """Each group as ``[key, count, cursors, name]``, the last with the key under which it is sealed, if it is."""
    # By an index to all that may be seen, and to nothing else: of every other row the second wall would ask a function.
    arms = []
    for seated in (False, True):
        one = Row(Case)
        among = at.eyes.sits(one) if seated else one.lead_organization_id == any_(at.eyes.organizations(wide=True))
        arms.append(select(one.alias).where(among, VISIBLE[Case](at.eyes, one)))
    row = Row(Case, union_all(*arms).subquery("seen"))
    there = At(row, at.eyes, at.given, Source(row, at.enclosing))
    by, every = at.given.fixed("by"), literal(LANDMARK)
    columns, _ = _order(at, there)
    key = cast(group_key(by, at.eyes, row), Text) if by else cast(null(), Text)
    placed = (
        select(
            key.label("key"),
            func.json_build_array(*(column for column, _ in columns)).label("values"),
            func.row_number().over(partition_by=key if by else None, order_by=ordered(columns)).label("place"),
        )
        .select_from(row.alias)
        .where(_board(at, there))
        .subquery("placed")
    )
    every_one: Any = func.json_agg(aggregate_order_by(placed.c["values"], placed.c.place))
    marks = every_one.filter(placed.c.place % every == literal(0))
    each = (
        select(placed.c.key, func.max(placed.c.place).label("count"), marks.label("marks"))
        .group_by(placed.c.key)
        .order_by(placed.c.key)
        .subquery("grouped")
    )
    named = func.json_build_array(each.c.key, each.c.count, each.c.marks, group_name(by, at.eyes, each.c.key))
    return listed(select(named).select_from(each).order_by(each.c.key.nulls_last()).scalar_subquery())


def _told(reader: Reader, _: Any, groups: list[list[Any]] | None, sealed: bool) -> list[BoardGroup]:
    return [
        BoardGroup(
            key, count, tuple(encoded(one) for one in marks or ()),
            reader.opened(name, "people", "name", key) if sealed and name else name,
        )
        for key, count, marks, name in groups or []
    ]  # fmt: skip


QUERY["board_groups"] = Made(
    "BoardGroup",
    inputs={"groups": _groups, "sealed": lambda at: literal(at.given.fixed("by") is Grouping.COORDINATOR)},
    finish=_told,
    fixed=frozenset({"order", "backwards", "by"}),
    pattern=_board_pattern,
)


def _short_id(at: At, there: At) -> Any:
    if names.case_number_in(at.given.fixed("shortId")) is None:
        return literal(False)
    number = at.given.bound("shortId", Case.number.type, lambda _, said: names.case_number_in(said))
    return and_(there.row.merged_into_id.is_(None), _of_number(at, there, number))


QUERY["case"] = Many(
    "Case",
    _short_id,
    first=True,
    pattern=lambda name, said: names.case_number_in(said) is not None,
)
