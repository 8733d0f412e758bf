"""What is measured: each job is asked of the product and of its floor, for the same facts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

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


_CLAIM_FLOOR = """
with due as (select id from notices where state in ('planned', 'unknown') and due_at <= $1
             order by due_at, id limit 100 for update skip locked)
update notices n set attempts = attempts + 1, leased_until = $1 from due where n.id = due.id
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
            "update notices set leased_until = null, attempts = attempts - 1 where id = any($1)",
            [row["id"] for row in rows],
        )
        return len(rows)


JOBS: dict[str, Callable[[House], Job]] = {
    "feed": Feed,
    "notices": Notices,
}
