"""What is measured: each job is asked of the product and of its floor, for the same facts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from api.nodes import global_id
from bench.house import House
from casework import feeds, notices
from casework.actors import DELIVERY, Person
from schema.base import Sealed
from schema.feeds import FeedFilter


class Job(Protocol):
    """One thing people wait for. Both sides return how many bytes (or rows) they gave."""

    async def prepare(self) -> None: ...
    async def product(self) -> int: ...
    async def floor(self) -> int: ...


class _OfHouse:
    def __init__(self, house: House) -> None:
        self.house = house

    async def prepare(self) -> None:
        """Nothing to prepare."""

    def _names(self, rows: list[Any], table: str, column: str) -> list[str | None]:
        """Open a sealed column of rows that bring their key along; the floor decrypts what the product decrypts."""
        vault = self.house.vault
        opened: list[str | None] = []
        for row in rows:
            if row[column] is None:
                opened.append(None)
                continue
            if not vault.knows(row["key_id"]):
                vault.unwrap(row["key_id"], row["wrapped"])
            opened.append(vault.open(Sealed(row[column]), table, column, row["sealed_id"]))
        return opened


_FEED_FLOOR = """
select o.uid, o.sequence, o.starts_at, o.ends_at, o.place_name, c.number, o.kind from case_readers r
join cases c on c.id = r.case_id join occasions o on o.case_id = c.id
where r.organization_id = $1 and o.starts_at > $2 and o.state in ('confirmed', 'tentative') order by o.starts_at"""


class Feed(_OfHouse):
    """A coordinator's feed, in full: what a calendar gets that has never asked."""

    async def prepare(self) -> None:
        async with self.house.database.transaction(Person(self.house.coordinator)) as tx:
            feed = await feeds.subscribe_feed(tx, self.house.organization, filter=FeedFilter.MY_CASES, name="Measured")
            self.path = f"/feeds/{feeds.secret_of(tx, feed)}.ics"

    async def product(self) -> int:
        response = await self.house.http.get(self.path)
        assert response.status_code == 200, response.text[:200]
        return len(response.content)

    async def floor(self) -> int:
        since = datetime.now(UTC) - timedelta(days=30)
        rows = await self.house.bare.fetch(_FEED_FLOOR, self.house.organization, since)
        events = [
            f"BEGIN:VEVENT\r\nUID:{row['uid']}\r\nSEQUENCE:{row['sequence']}\r\n"
            f"DTSTART:{row['starts_at']:%Y%m%dT%H%M%SZ}\r\n"
            f"DTEND:{row['ends_at']:%Y%m%dT%H%M%SZ}\r\nSUMMARY:C-{row['number']} {row['kind']}\r\n"
            f"LOCATION:{row['place_name']}\r\nEND:VEVENT\r\n"
            for row in rows
        ]
        return len("".join(["BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", *events, "END:VCALENDAR\r\n"]).encode())


_MOVE = """mutation Move($input: RescheduleHearingInput!) { rescheduleHearing(input: $input) {
  __typename ... on RescheduleHearingPayload { told hearing { id revision } } ... on UserError { message } } }"""

_MOVE_FLOOR = """
with moved as (update occasions set starts_at = $2::timestamptz, ends_at = $2::timestamptz  + interval '1 hour',
                 wall_starts = $3, sequence = sequence + 1, revised_at = now() where id = $1
               returning id, case_id, organization_id, sequence),
     marked as (update hearings set revision = revision + 1 where occasion_id = $1 returning id),
     put_aside as (update notices set state = 'superseded', reason = 'moved'
                   where occasion_id = $1 and state = 'planned'),
     next as (update cases c set next_occasion_at = $2::timestamptz, next_occasion_id = $1
              from moved m where c.id = m.case_id),
     trail as (insert into audit_entries (at, actor_kind, act, subject, subject_id, case_id,
                 organization_id)
               select now(), 'system', 'floor.moved', 'hearings', h.id, m.case_id, m.organization_id
               from moved m, marked h)
insert into notices (id, organization_id, case_id, occasion_id, person_id, audience, channel, kind, due_at,
                     useless_after, sequence, state)
select gen_random_uuid(), m.organization_id, m.case_id, m.id, t.person_id, 'coordinator', 'email', 'reminder',
       $2::timestamptz - make_interval(days => d.days), $2::timestamptz, m.sequence, 'superseded'
from moved m join team_members t on t.case_id = m.case_id cross join (values (7), (3), (1), (0)) d (days)"""


class Move(_OfHouse):
    """A hearing is moved, with everything that follows."""

    async def prepare(self) -> None:
        found = await self.house.bare.fetch(
            "select h.id, h.revision, o.id occasion_id, o.wall_starts, o.time_zone from hearings h"
            " join occasions o on o.id = h.occasion_id join cases c on c.id = h.case_id"
            " where c.lead_organization_id = $1 and c.closed_at is null and o.state = 'confirmed'"
            " and o.starts_at > now() + interval '10 days' order by o.starts_at limit 2",
            self.house.organization,
        )
        self.mine, self.floors = found
        self.revision, self.days = self.mine["revision"], 0

    def _wall(self, hearing: Any) -> datetime:
        self.days = (self.days + 1) % 20
        wall: datetime = hearing["wall_starts"] + timedelta(days=self.days)
        return wall

    async def product(self) -> int:
        given = {
            "hearingId": global_id("Hearing", self.mine["id"]),
            "expectedRevision": self.revision,
            "startsAt": self._wall(self.mine).isoformat(timespec="minutes"),
        }
        response = await self.house.post(_MOVE, {"input": given})
        payload = response.json()["data"]["rescheduleHearing"]
        assert payload["__typename"] == "RescheduleHearingPayload", payload
        self.revision = payload["hearing"]["revision"]
        return len(response.content)

    async def floor(self) -> int:
        wall = self._wall(self.floors)
        at = wall.replace(tzinfo=ZoneInfo(self.floors["time_zone"]))
        await self.house.bare.execute(_MOVE_FLOOR, self.floors["occasion_id"], at, wall)
        return 0


_CLAIM_FLOOR = """
with due as (select id from notices where state in ('planned', 'unknown') and due_at <= $1
             order by due_at, id limit 100 for update skip locked)
update notices n set state = 'claimed', attempts = attempts + 1, claimed_until = $1 from due where n.id = due.id
returning n.id"""


class Notices(_OfHouse):
    """A hundred due letters are claimed under a lease, and given back."""

    async def prepare(self) -> None:
        self.later = datetime.now(UTC) + timedelta(days=400)

    async def product(self) -> int:
        async with self.house.database.transaction(DELIVERY, now=self.later) as tx:
            batch = [notice.id for notice in await notices.claim_due(tx, limit=100)]
        async with self.house.database.transaction(DELIVERY, now=self.later) as tx:
            await notices.give_back(tx, batch)
        return len(batch)

    async def floor(self) -> int:
        rows = await self.house.bare.fetch(_CLAIM_FLOOR, self.later)
        await self.house.bare.execute(
            "update notices set state = 'planned', claimed_until = null, attempts = attempts - 1 where id = any($1)",
            [row["id"] for row in rows],
        )
        return len(rows)


JOBS: dict[str, Callable[[House], Job]] = {
    "feed": Feed,
    "move": Move,
    "notices": Notices,
}
