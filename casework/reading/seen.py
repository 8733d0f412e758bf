"""Seen: whoever reads what is sensitive is in the trail by the statement that reads it.

A fact that discloses something says so (:class:`casework.reading.facts.Shown`), and the woven statement leaves a mark
beside it. The same statement gathers the marks of its own answer into one entry for each case. So nothing is disclosed
without an entry, and nothing is in the trail that was not there to be seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, case, func, literal

from casework.reading.facts import Shown
from casework.reading.places import At
from casework.reading.walks import Walk
from casework.written import Written

#: What an entry needs besides the marks. Who looks, and when, is bound elsewhere in the statement as well.
_BOUND = {
    "acting_now": "timestamptz", "acting_person": "uuid", "given_operation": "text", "given_request": "text",
    "given_door": "text",
}  # fmt: skip

#: ``Transaction.record_views`` says the same of what the ordinary executor shows.
_ENTRIES = """with answer (said) as materialized ({text}),
document (said) as materialized (select said::jsonb from answer),
mark as (select way.subject, (mark ->> 'record')::uuid as record, (mark ->> 'case')::uuid as case_id,
    (mark ->> 'organization')::uuid as organization_id, way.fields, mark -> 'fields' as named
  from document, (values {ways}) way (path, subject, fields), jsonb_path_query(document.said, way.path) mark),
entry as (insert into audit_entries (at, actor_kind, actor_id, act, subject, subject_id, case_id, organization_id,
    records, fields, after, request_id)
  select {acting_now}, 'person', {acting_person}, 'viewed', min(m.subject),
    case when count(distinct (m.subject, m.record)) = 1 then (array_agg(m.record))[1] end, m.case_id, m.organization_id,
    array_remove(array_agg(distinct m.record), m.case_id) || array_remove(array[m.case_id], null),
    array_agg(distinct (m.subject || '.' || field.name) collate "C"),
    jsonb_strip_nulls(jsonb_build_object('operation', {given_operation}, 'door', {given_door})),
    case when m.case_id is not null then {given_request} end
  from mark m, lateral (select unnest(m.fields) union all select jsonb_array_elements_text(m.named)
    where jsonb_typeof(m.named) = 'array') field (name)
  group by m.case_id, m.organization_id)
select said from answer"""


@dataclass(frozen=True, slots=True)
class _Way:
    """Where in the answer marks lie."""

    path: str
    subject: str
    fields: tuple[str, ...]

    def __str__(self) -> str:
        return f"('{self.path}'::jsonpath, '{self.subject}', '{{{','.join(self.fields)}}}'::text[])"


def seen(statement: Written, walk: Walk) -> Written:
    """The statement, and with it the entries about what it shows; as it was where it shows nothing of that kind."""
    ways = list(_ways(walk, "$"))
    if not ways:
        return statement
    after = len(statement.names) + 1
    bound = {name: f"${place}::{kind}" for place, (name, kind) in enumerate(_BOUND.items(), after)}
    text = _ENTRIES.format(text=statement.text, ways=", ".join(map(str, ways)), **bound)
    return Written(text, (*statement.names, *_BOUND))


def _ways(walk: Walk, path: str) -> Iterator[_Way]:
    for mark, subject, fields, there in walk.shown:
        # A list is there when it has a first.
        holds = f' ? (@."{there}"[0].type() == "object")' if there else ""
        yield _Way(f'{path}{holds}."{mark}" ? (@.type() == "object")', subject, fields)
    for key, below, many, size in walk.into:
        # Of a page what is one too many is not shown.
        rows = f"[0 to {size - 1}]" if size is not None else "[*]" if many else ""
        yield from _ways(below, f'{path}."{key}"{rows}')


def marked(shown: Shown, only: Callable[[At], Any] | None, at: At) -> Any:
    """What the trail is told of one object."""
    said = func.json_build_object(
        literal("record"), shown.record(at), literal("case"), shown.case(at),
        literal("organization"), shown.organization(at), literal("fields"), shown.named(at),
    )  # fmt: skip
    conditions = [holds(at) for holds in (only, shown.when) if holds is not None]
    return case((and_(*conditions), said)) if conditions else said


__all__ = ["marked", "seen"]
