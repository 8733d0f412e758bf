"""A hearing is moved for ten people: CPU of server and database, beside one statement that does the same.

The statement is written by hand and sent as the owner of the tables: no row-level security, nobody's seat looked up.
Both move a hearing of their own, ten people asked to each, and what changed is compared: the same number of rows in
every table, or nothing is measured.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from sqlalchemy import Engine, event

from api.nodes import global_id
from bench.house import House
from bench.readings import Spent, some

PEOPLE = 10

_MOVE = """mutation Move($input: RescheduleHearingInput!) { rescheduleHearing(input: $input) {
  __typename ... on RescheduleHearingPayload { told hearing { id revision } } ... on UserError { message } } }"""

# The concerned are found as the product finds them, least restricted; the reminders' instants are given, as $4.
_FLOOR = """
with held as (select o.id, o.case_id, o.organization_id, o.sequence + 1 sequence, o.starts_at old, o.time_zone,
                o.place_name, h.id hearing_id, c.coordinator_id, c.lead_organization_id
              from occasions o join hearings h on h.occasion_id = o.id join cases c on c.id = o.case_id
              where o.id = $1 for update of c, h, o),
     moved as (update occasions o set starts_at = $2::timestamptz, wall_starts = $3, sequence = h.sequence,
                 ends_at = $2::timestamptz + (o.ends_at - o.starts_at), revised_at = now()
               from held h where o.id = h.id returning o.id),
     marked as (update hearings set revision = revision + 1, checked_at = now(), noticed_at = now(),
                  checked_by_id = $5 where occasion_id = $1 returning id),
     said as (insert into date_sources (id, case_id, lead_organization_id, hearing_id, channel, said_wall, said_at,
                person_id)
              select gen_random_uuid(), h.case_id, h.lead_organization_id, h.hearing_id, 'printed_notice', $3, now(), $5
              from held h),
     aside as (update notices set state = 'superseded', reason = 'moved', settled_at = now()
               where occasion_id = $1 and state in ('planned', 'unknown') and kind <> 'withdrawn' returning id),
     ahead as (select h.case_id, n.id, n.starts_at from held h cross join lateral
                 (select id, starts_at from (
                    select h.id, $2::timestamptz starts_at union all
                    select o.id, o.starts_at from occasions o where o.case_id = h.case_id and o.id <> h.id
                      and o.starts_at > now() and o.state in ('confirmed', 'tentative')) x
                  order by starts_at, id limit 1) n),
     following as (update cases c set next_occasion_at = a.starts_at, next_occasion_id = a.id
                   from ahead a where c.id = a.case_id
                   and (c.next_occasion_at, c.next_occasion_id) is distinct from (a.starts_at, a.id) returning c.id),
     asked as (select i.person_id, i.audience, i.id invitation_id, 2 wide from invitations i
               where i.occasion_id = $1 and i.state not in ('not_coming', 'withdrawn')
               union all select h.coordinator_id, 'coordinator', null, 1 from held h where h.coordinator_id is not null
               union all select t.person_id, case when t.role in ('coordinator', 'interpreter') then 'coordinator'
                           else 'attorney' end, null, 0
               from held h join team_members t on t.case_id = h.case_id
               join organizations g on g.id = t.organization_id and g.kind = 'legal_provider'
               where t.role = any($6) and t.began_at <= now() and (t.until is null or t.until > now())
               union all select k.person_id, 'family_contact', null, 3
               from held h join case_contacts k on k.case_id = h.case_id and k.ended_at is null),
     people as (select distinct on (person_id) * from asked order by person_id, wide),
     trail as (insert into audit_entries (at, actor_kind, actor_id, act, subject, subject_id, case_id,
                 organization_id, records, fields, before, after)
               select now(), 'person', $5, 'hearing.rescheduled', 'hearings', h.hearing_id, h.case_id,
                 h.lead_organization_id, array[h.hearing_id, h.case_id], '{}',
                 jsonb_build_object('starts_at', h.old), jsonb_build_object('starts_at', $2::timestamptz)
               from held h),
     letters as (select h.*, p.person_id, p.audience, p.invitation_id, d.kind, d.due, d.told
                 from held h cross join people p cross join lateral (
                   select 'reminder' kind, due, null::jsonb told from unnest($4::timestamptz[]) due
                   union all select 'rescheduled', now(), jsonb_build_object('starts_at', h.old, 'time_zone',
                     h.time_zone, 'place_name', h.place_name) where p.person_id <> $5) d)
insert into notices (id, organization_id, case_id, lead_organization_id, occasion_id, invitation_id, person_id,
                     audience, channel, kind, due_at, useless_after, sequence, before, state)
select gen_random_uuid(), organization_id, case_id, lead_organization_id, id, invitation_id, person_id, audience,
       'email', kind, due, $2::timestamptz, sequence, told, 'planned' from letters"""

_SEATS = "select distinct role from team_members where role <> 'advocate'"


class Moving:
    """One hearing for the product and one for the floor, in cases with the same people."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.turn = {"product": 0, "floor": 0}

    async def prepare(self) -> None:
        """Two hearings well ahead, alone in what they will plan, with ten people asked to each."""
        bare = self.house.bare
        found = await bare.fetch(
            "select h.id, h.revision, o.id occasion_id, o.wall_starts, o.time_zone, o.organization_id, o.case_id"
            " from hearings h join occasions o on o.id = h.occasion_id join cases c on c.id = h.case_id"
            " where c.lead_organization_id = $1 and c.closed_at is null and o.state = 'confirmed'"
            " and o.starts_at > now() + interval '10 days' and not exists (select from advocacy_actions a"
            " where a.hearing_id = h.id) order by o.starts_at desc, h.id limit 2",
            self.house.organization,
        )
        self.mine, self.floors = found
        self.revision = self.mine["revision"]
        self.seats = [row["role"] for row in await bare.fetch(_SEATS)]
        people = await bare.fetch(
            # Of other organizations, so that nobody who moves it is among those who are told.
            "select person_id from memberships where organization_id <> $1 group by person_id order by person_id"
            " limit $2",
            self.house.organization,
            PEOPLE,
        )
        for hearing in found:
            # Nobody but the ten: the same letters on both sides.
            await bare.execute("delete from team_members where case_id = $1", hearing["case_id"])
            await bare.execute("update case_contacts set ended_at = now() where case_id = $1", hearing["case_id"])
            await bare.execute("update cases set coordinator_id = null where id = $1", hearing["case_id"])
            await bare.executemany(
                "insert into invitations (id, organization_id, lead_organization_id, occasion_id, case_id, person_id,"
                " audience, state, token, secret_hash, invited_by_id)"
                " values ($1, $2, $2, $3, $4, $5, 'coordinator', 'asked', $6, $7, $8)",
                [
                    (uuid4(), hearing["organization_id"], hearing["occasion_id"], hearing["case_id"], row["person_id"],
                     "Court visit", uuid4().bytes, self.house.coordinator)
                    for row in people
                ],
            )  # fmt: skip
        await self.product()
        await self.floor()

    def _wall(self, side: str, hearing: Any) -> datetime:
        self.turn[side] += 1
        wall: datetime = hearing["wall_starts"] + timedelta(days=self.turn[side] % 20)
        return wall

    async def product(self) -> bytes:
        given = {
            "hearingId": global_id("Hearing", self.mine["id"]),
            "expectedRevision": self.revision,
            "startsAt": self._wall("product", self.mine).isoformat(timespec="minutes"),
        }
        answer = await self.house.answer(_MOVE, {"input": given})
        payload = json.loads(answer)["data"]["rescheduleHearing"]
        if payload["__typename"] != "RescheduleHearingPayload":
            raise AssertionError(payload)
        self.revision = payload["hearing"]["revision"]
        return answer

    async def floor(self) -> bytes:
        wall = self._wall("floor", self.floors)
        zone = ZoneInfo(self.floors["time_zone"])
        at = wall.replace(tzinfo=zone)
        mornings = [(wall - timedelta(days=days)).replace(hour=9, minute=0, tzinfo=zone) for days in (7, 3, 1)]
        due = [*mornings, at - timedelta(hours=2)]
        await self.house.bare.execute(
            _FLOOR, self.floors["occasion_id"], at, wall, due, self.house.coordinator, self.seats
        )
        return b""

    async def changed(self, hearing: Any) -> dict[str, Any]:
        """How many rows of each kind a hearing has: what a move adds is their difference."""
        found = await self.house.bare.fetch(
            "select 'notices ' || kind || ' ' || state what, count(*) from notices where occasion_id = $1 group by 1"
            " union all select 'trail ' || act, count(*) from audit_entries where $2 = any(records) and act <> 'viewed'"
            " group by 1 union all select 'sequence', sequence from occasions where id = $1"
            " union all select 'revision', revision from hearings where id = $2"
            " union all select 'sources', count(*) from date_sources where hearing_id = $2",
            hearing["occasion_id"],
            hearing["id"],
        )
        return {row["what"]: row["count"] for row in found}


def _added(before: dict[str, int], after: dict[str, int]) -> dict[str, int]:
    added = {what: after.get(what, 0) - before.get(what, 0) for what in sorted(before | after)}
    return {what: count for what, count in added.items() if count}


async def measure_move(house: House, rounds: int) -> float:
    """Print what a move costs the product and the floor, in turns; first, that both change the same. Returns the ratio
    of CPU.
    """
    moving = Moving(house)
    await moving.prepare()
    added = []
    for side, hearing in (("product", moving.mine), ("floor", moving.floors)):
        before = await moving.changed(hearing)
        statements = await _counted(getattr(moving, side))
        added.append((_added(before, await moving.changed(hearing)), statements))
    (product_rows, statements), (floor_rows, _) = added
    if product_rows != floor_rows:
        raise AssertionError(f"product {product_rows}, floor {floor_rows}")
    spent = {"product": Spent(), "floor": Spent()}
    for _ in range(rounds):
        for side in ("product", "floor"):
            await some(house, getattr(moving, side), 40, spent[side])
    product, floor = spent["product"], spent["floor"]
    print(
        f"move: {statements} statements; CPU {product.server * 1000 / product.requests:.2f} ms server"
        f" + {product.database * 1000 / product.requests:.2f} ms database; floor {floor.cpu:.2f} ms"
        f" ({floor.database * 1000 / floor.requests:.2f} ms database); ratio {product.cpu / floor.cpu:.1f};"
        f" p50 {product.wall(0.5):.1f} ms; both changed {product_rows}"
    )
    return product.cpu / floor.cpu


async def _counted(act: Any) -> int:
    """How many statements SQLAlchemy sent for one act."""
    sent: list[str] = []

    def note(connection: Any, cursor: Any, statement: str, *_: Any) -> None:
        sent.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        await act()
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    return len(sent)
