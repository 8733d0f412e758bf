"""The readings: a page of the board, one whole case, a month of dates. Each beside a statement written by hand.

The floor makes the same answer, byte for byte, from one statement without row-level security, opens the same sealed
names, and leaves the same entry in the trail. It signs nobody in and asks nobody's right to anything.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import orjson

from api.nodes import global_id
from bench.house import House
from schema.base import Sealed


def gid(noun: str, column: str) -> str:
    """A global id, in SQL."""
    named = f"'{noun}:' || replace({column}::text, '-', '')"
    return f"rtrim(encode(convert_to({named}, 'UTF8'), 'base64'), '=')"


class Reading:
    """One document, its variables, and the floor's statement."""

    document: str
    #: One value: the JSON. It may leave ``"~seal"`` holes: table, column, row, bytes.
    floor_sql: str

    def __init__(self, house: House) -> None:
        self.house = house

    async def prepare(self) -> None:
        """Nothing to prepare."""

    def next(self) -> None:
        """Before each request: the next one to ask about, where a reading is about one."""

    def variables(self) -> dict[str, Any]:
        return {}

    def bound(self) -> list[Any]:
        return []

    async def product(self) -> bytes:
        return await self.house.answer(self.document, self.variables())

    async def ordinary(self) -> bytes:
        return await self.house.ordinary(self.document, self.variables())

    async def floor(self) -> bytes:
        text = await self.house.bare.fetchval(self.floor_sql, *self.bound())
        data = orjson.loads(text)
        self.fill(data)
        return orjson.dumps({"data": data})

    def fill(self, data: Any) -> None:
        """Open what is sealed in the floor's answer."""

    def open(self, table: str, column: str, row: str, cipher: str) -> str:
        return self.house.vault.open(Sealed(bytes.fromhex(cipher[2:])), table, column, UUID(row))


class Board(Reading):
    """The first page of the board: fifty cases of one organization, the next date first."""

    document = """query Board { cases(first: 50) { edges { node { id shortId stage custodyStatus priority tags
      nextOccasionAt client { publicName } whereNow { facility { name } } representedBy { attorney { name } }
      nextHearing { id judge court { name } occasion { startsAt kind timeZone } } } }
      pageInfo { hasNextPage endCursor } } }"""
    floor_sql = f"""
select json_build_object('rows', array_to_json(array(select row_to_json(o) from (
  select {gid("Case", "c.id")} as id, 'C-' || c.number as "shortId", upper(c.stage) as stage,
    upper(c.custody_status) as "custodyStatus", upper(c.priority) as priority, c.tags,
    c.next_occasion_at as "nextOccasionAt", d.public_name as client, d.id as "~d", c.id as "~i", c.number as "~n",
    (select row_to_json(w) from (select case when f.id is not null then json_build_object('name', f.name) end
       as facility from custody_stints s left join facilities f on f.id = s.facility_id
       where s.case_id = c.id and s.booked_out_at is null
       order by s.checked_at desc, s.id desc limit 1) w) as "whereNow",
    array_to_json(array(select json_build_array(p.id, p.name) from assignments a
       join people p on p.id = a.attorney_id where a.case_id = c.id
       and a.state in ('accepted', 'engaged', 'of_record') order by a.id)) as "representedBy",
    (select row_to_json(n) from (select {gid("Hearing", "h.id")} as id, h.judge,
       case when t.id is not null then json_build_object('name', t.name) end as court,
       json_build_object('startsAt', o.starts_at, 'kind', upper(o.kind), 'timeZone', o.time_zone) as occasion
       from hearings h join occasions o on o.id = h.occasion_id left join courts t on t.id = h.court_id
       where h.case_id = c.id and o.state in ('tentative', 'confirmed') and o.ends_at > now()
       order by o.starts_at, h.id limit 1) n) as "nextHearing"
  from (select c.* from cases c
        where c.lead_organization_id = $1 and c.merged_into_id is null and c.stage <> 'closed'
        order by c.next_occasion_at, c.id limit 51) c join detainees d on d.id = c.detainee_id
  order by c.next_occasion_at, c.id) o)))"""

    def bound(self) -> list[Any]:
        return [self.house.organization]

    async def floor(self) -> bytes:
        rows = orjson.loads(await self.house.bare.fetchval(self.floor_sql, *self.bound()))["rows"]
        more = len(rows) > 50
        edges = []
        cursor = None
        for row in rows[:50]:
            detainee, number, case_id = row.pop("~d"), row.pop("~n"), row.pop("~i")
            cipher = row["client"]
            name = self.open("detainees", "public_name", detainee, cipher) if cipher else f"C-{number}"
            row["client"] = {"publicName": name}
            row["representedBy"] = [
                {"attorney": {"name": self.open("people", "name", person, sealed)}}
                for person, sealed in row["representedBy"]
            ]
            cursor = (row["nextOccasionAt"], case_id)
            edges.append({"node": row})
        end = self.house.cursor(list(cursor)) if cursor else None
        found = {"cases": {"edges": edges, "pageInfo": {"hasNextPage": more, "endCursor": end}}}
        return orjson.dumps({"data": found})


class CasePage(Reading):
    """Everything of one case, with the client's restricted identity and so an entry about who saw it."""

    document = """query Case($id: ID!) { node(id: $id) { ... on Case { id shortId revision stage custodyStatus priority
      noPublicity tags openedAt client { publicName language legalName } coordinator { name }
      custody { id place bookedInAt bookedOutAt facility { name city state circuit } }
      proceedings { id kind state }
      hearings { id outcome occasion { id kind state startsAt timeZone placeName medium } }
      assignments { id scope state attorney { name } } team { id role person { name } } notes { id body }
      tasks(openOnly: true) { id title dueAt } } } }"""
    floor_sql = f"""
with page as materialized (select row_to_json(o) as said, o."~c" as case_id, o."~d" as detainee, o."~l" as lead,
    cardinality(o."~x") as written from (
  select {gid("Case", "c.id")} as id, 'C-' || c.number as "shortId", c.revision, upper(c.stage) as stage,
    upper(c.custody_status) as "custodyStatus", upper(c.priority) as priority, c.no_publicity as "noPublicity", c.tags,
    c.opened_at as "openedAt", json_build_array(d.public_name, d.language, i.legal_name) as client,
    c.id as "~c", d.id as "~d", c.lead_organization_id as "~l", c.number as "~n",
    case when p.id is not null then json_build_array(p.id, p.name) end as coordinator,
    array_to_json(array(select row_to_json(x) from (select {gid("CustodyStint", "s.id")} as id, upper(s.place) as place,
       s.booked_in_at as "bookedInAt", s.booked_out_at as "bookedOutAt", case when f.id is not null then
       json_build_object('name', f.name, 'city', f.city, 'state', f.state, 'circuit', f.circuit) end as facility
       from custody_stints s left join facilities f on f.id = s.facility_id where s.case_id = c.id
       order by s.checked_at desc, s.id desc) x)) as custody,
    array_to_json(array(select row_to_json(x) from (select {gid("Proceeding", "g.id")} as id, upper(g.kind) as kind,
       upper(g.state) as state from proceedings g where g.case_id = c.id order by g.id) x)) as proceedings,
    array_to_json(array(select row_to_json(x) from (select {gid("Hearing", "h.id")} as id, upper(h.outcome) as outcome,
       json_build_object('id', {gid("Occasion", "q.id")}, 'kind', upper(q.kind), 'state', upper(q.state),
       'startsAt', q.starts_at, 'timeZone', q.time_zone, 'placeName', q.place_name, 'medium', upper(q.medium))
       as occasion from hearings h join occasions q on q.id = h.occasion_id where h.case_id = c.id
       order by q.starts_at, h.id) x)) as hearings,
    array_to_json(array(select row_to_json(x) from (select {gid("Assignment", "a.id")} as id, upper(a.scope) as scope,
       upper(a.state) as state, json_build_array(p.id, p.name) as attorney
       from assignments a join people p on p.id = a.attorney_id
       where a.case_id = c.id order by a.id) x)) as assignments,
    array_to_json(array(select row_to_json(x) from (select {gid("TeamMember", "m.id")} as id, upper(m.role) as role,
       json_build_array(p.id, p.name) as person from team_members m join people p on p.id = m.person_id
       where m.case_id = c.id and (m.until is null or m.until > now()) order by m.id) x)) as team,
    array_to_json(array(select row_to_json(x) from (select {gid("Note", "n.id")} as id, n.body, n.id as "~i"
       from notes n where n.case_id = c.id order by n.id desc) x)) as notes,
    array_to_json(array(select row_to_json(x) from (select {gid("Task", "k.id")} as id, k.title, k.due_at as "dueAt",
       k.id as "~i" from tasks k where k.case_id = c.id and k.done_at is null order by k.due_at, k.id) x)) as tasks,
    array(select n.id from notes n where n.case_id = c.id) as "~x"
  from cases c join detainees d on d.id = c.detainee_id left join identities i on i.detainee_id = d.id
  left join people p on p.id = c.coordinator_id where c.id = $1) o),
seen as (insert into audit_entries (at, actor_kind, actor_id, act, subject, subject_id, case_id, organization_id,
    records, fields, after)
    select now(), 'person', $2, 'viewed', 'detainees', null, case_id, lead, array[detainee, case_id],
    case when written > 0 then array['detainees.legal_name', 'notes.body'] else array['detainees.legal_name'] end,
    jsonb_build_object('operation', 'Case') from page)
select said from page"""

    async def prepare(self) -> None:
        found = await self.house.bare.fetch(
            "select id from cases where lead_organization_id = $1 and stage = 'represented' order by number limit 100",
            self.house.organization,
        )
        self.ids: list[UUID] = [row["id"] for row in found]
        self.turn = 0

    def next(self) -> None:
        """The next case; both sides are asked for the same one."""
        self.turn += 1

    @property
    def case(self) -> UUID:
        return self.ids[self.turn % len(self.ids)]

    def variables(self) -> dict[str, Any]:
        return {"id": global_id("Case", self.case)}

    async def floor(self) -> bytes:
        text = await self.house.bare.fetchval(self.floor_sql, self.case, self.house.coordinator)
        node = orjson.loads(text)
        detainee, number = node.pop("~d"), node.pop("~n")
        for name in ("~c", "~l", "~x"):
            del node[name]
        public, language, legal = node["client"]
        node["client"] = {
            "publicName": self.open("detainees", "public_name", detainee, public) if public else f"C-{number}",
            "language": language,
            "legalName": self.open("identities", "legal_name", detainee, legal) if legal else None,
        }
        node["coordinator"] = self._person(node["coordinator"])
        for one in node["assignments"]:
            one["attorney"] = self._person(one["attorney"])
        for one in node["team"]:
            one["person"] = self._person(one["person"])
        for one in node["notes"]:
            one["body"] = self.open("notes", "body", one.pop("~i"), one["body"])
        for one in node["tasks"]:
            one["title"] = self.open("tasks", "title", one.pop("~i"), one["title"])
        return orjson.dumps({"data": {"node": node}})

    def _person(self, said: list[str] | None) -> dict[str, str] | None:
        return {"name": self.open("people", "name", said[0], said[1])} if said else None


class Calendar(Reading):
    """A month of an organization's dates."""

    document = """query Calendar($range: CalendarRange!) { calendar(range: $range) {
      occasion { id kind state startsAt endsAt timeZone placeName medium } hearing { id judge court { name } }
      action { id } case { id shortId client { publicName } } } }"""
    floor_sql = f"""
select array_to_json(array(select row_to_json(x) from (
  select json_build_object('id', {gid("Occasion", "o.id")}, 'kind', upper(o.kind), 'state', upper(o.state),
      'startsAt', o.starts_at, 'endsAt', o.ends_at, 'timeZone', o.time_zone, 'placeName', o.place_name,
      'medium', upper(o.medium)) as occasion,
    case when h.id is not null then json_build_object('id', {gid("Hearing", "h.id")}, 'judge', h.judge, 'court',
      case when t.id is not null then json_build_object('name', t.name) end) end as hearing,
    case when a.id is not null and h.id is null then
      json_build_object('id', {gid("AdvocacyAction", "a.id")}) end as action,
    json_build_array({gid("Case", "c.id")}, c.number, d.id, d.public_name) as case
  from case_readers r join cases c on c.id = r.case_id join occasions o on o.case_id = c.id
  join detainees d on d.id = c.detainee_id left join hearings h on h.occasion_id = o.id
  left join courts t on t.id = h.court_id left join advocacy_actions a on a.occasion_id = o.id
  where r.organization_id = $1 and o.starts_at >= $2 and o.starts_at < $3
  order by o.starts_at, o.id limit 2000) x))"""

    async def prepare(self) -> None:
        self.start = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
        ends = await self.house.bare.fetchval(
            "select o.starts_at from occasions o join case_readers r on r.case_id = o.case_id"
            " where r.organization_id = $1 and o.starts_at >= $2 order by o.starts_at offset 1000 limit 1",
            self.house.organization,
            self.start,
        )
        latest = self.start + timedelta(days=90)
        self.end = min(ends, latest) if ends else latest

    def variables(self) -> dict[str, Any]:
        return {"range": {"from": self.start.isoformat(), "until": self.end.isoformat()}}

    def bound(self) -> list[Any]:
        return [self.house.organization, self.start, self.end]

    async def floor(self) -> bytes:
        rows = orjson.loads(await self.house.bare.fetchval(self.floor_sql, *self.bound()))
        for row in rows:
            case_id, number, detainee, cipher = row["case"]
            name = self.open("detainees", "public_name", detainee, cipher) if cipher else f"C-{number}"
            row["case"] = {"id": case_id, "shortId": f"C-{number}", "client": {"publicName": name}}
        return orjson.dumps({"data": {"calendar": rows}})


__all__ = ["Board", "Calendar", "CasePage", "Reading", "gid"]
