"""What a calendar that asks costs: a feed of a thousand events, fetched whole and found unchanged."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from api.pages import answers
from bench.bars import Bars, load
from bench.house import House
from bench.readings import Spent, database_seconds, some
from casework import calendar, feeds, organizations
from casework.actors import OPERATOR, Person
from schema.feeds import FeedFilter
from schema.organizations import Role

EVENTS, SUBSCRIBERS = 1_000, 1_000
#: Requests of one turn.
_TURN = {"304": 200, "static 304": 200}
_CASES = """
select o.case_id, count(*) as dates from occasions o join cases c on c.id = o.case_id
where c.lead_organization_id = $1 and o.ends_at >= $2 group by o.case_id order by 2 desc, 1"""


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


class Asking:
    """The application, asked as a server asks it, without any network."""

    def __init__(self, house: House, path: str, **headers: str) -> None:
        self.house, self.path, self.asked = house, path, 0
        self.headers = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]

    async def __call__(self) -> Answer:
        # From one address after the other: none asks so often that it is made to wait.
        self.asked += 1
        scope = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "path": self.path,
            "raw_path": self.path.encode(), "query_string": b"", "root_path": "", "scheme": "http",
            "server": ("127.0.0.1", 8000), "client": (f"127.0.1.{self.asked % 250}", 1), "app": self.house.app,
            "headers": [(b"host", b"127.0.0.1:8000"), (b"user-agent", b"Google-Calendar-Importer"), *self.headers],
        }  # fmt: skip
        said: list[Any] = []

        waiting = iter([False])

        async def receive() -> dict[str, Any]:
            if next(waiting, True):
                # Whoever asks stays on the line until they have their answer.
                await asyncio.get_running_loop().create_future()
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Any) -> None:
            said.append(message)

        await self.house.app(scope, receive, send)
        headers = {name.decode(): value.decode() for name, value in said[0]["headers"]}
        return Answer(said[0]["status"], headers, b"".join(one.get("body", b"") for one in said[1:]))


async def _a_feed(house: House) -> str:
    """The path of a coordinator's feed whose cases have so many dates among them."""
    async with house.database.transaction(OPERATOR) as tx:
        person = await organizations.engage(
            tx, house.organization, name="Calendar", email="calendar@crowd-1.test", roles=[Role.COORDINATOR]
        )
    wanted, cases = EVENTS, []
    for row in await house.bare.fetch(_CASES, house.organization, calendar.kept_since(datetime.now(UTC))):
        if row["dates"] <= wanted:
            cases.append(row["case_id"])
            wanted -= row["dates"]
    assert not wanted, f"{wanted} dates are wanting: measure with more cases."
    await house.bare.execute("update cases set coordinator_id = $1 where id = any ($2)", person.id, cases)
    async with house.database.transaction(Person(person.id)) as tx:
        feed = await feeds.subscribe_feed(tx, house.organization, filter=FeedFilter.MY_CASES, name="Measured")
        return f"/feeds/{feeds.secret_of(tx, feed)}.ics"


async def measure_calendars(house: House, rounds: int, bars: Bars) -> None:
    """Print what each kind of request costs in CPU, the server's and the database's, authentication and disclosure
    included; in turns with a static file of the same server.
    """
    path = await _a_feed(house)
    file = next(one.name for one in sorted((Path(answers.__file__).parent / "static").iterdir()) if one.is_file())
    whole = Asking(house, path)
    database, server = database_seconds(house), time.process_time()
    began = await whole()
    first = (time.process_time() - server + database_seconds(house) - database) * 1000
    assert began.status == 200 and began.body.count(b"BEGIN:VEVENT") == EVENTS, began.body[:300]
    static = await Asking(house, f"/a/static/{file}")()
    kinds: dict[str, tuple[Asking, int]] = {
        "whole": (whole, 200),
        "whole, gzip": (Asking(house, path, accept_encoding="gzip"), 200),
        "304": (Asking(house, path, if_none_match=began.headers["etag"]), 304),
        "static 304": (Asking(house, f"/a/static/{file}", if_none_match=static.headers["etag"]), 304),
    }
    best: dict[str, Spent] = {}
    for _ in range(rounds):
        spent = {name: Spent() for name in kinds}
        for name, (asking, status) in kinds.items():
            await some(house, _bytes(asking, status), _TURN.get(name, 30), spent[name])
        for name, one in spent.items():
            best[name] = min(best.get(name, one), one, key=lambda found: found.cpu)
    print(f"A feed of {EVENTS:,} events, {len(began.body):,} bytes; never asked for before: {first:.0f} ms of CPU.")
    for name, one in best.items():
        print(
            f"  {name:12}{one.cpu:8.3f} ms (server {one.server * 1000 / one.requests:.3f}, database"
            f" {one.database * 1000 / one.requests:.3f})"
        )
    hourly = SUBSCRIBERS * best["304"].cpu / 1000 / 3600
    share = 0.25
    mixed = SUBSCRIBERS * ((1 - share) * best["304"].cpu + share * best["whole, gzip"].cpu) / 1000 / 3600
    print(
        f"  {SUBSCRIBERS:,} subscribers who ask hourly: {SUBSCRIBERS} × {best['304'].cpu:.3f} ms ÷ 3,600 s ="
        f" {hourly * 100:.3f} % of a core; if every fourth gets it whole, {mixed * 100:.3f} %. Load {load()}\n",
        flush=True,
    )
    bars.note("calendar, whole, CPU ms", best["whole"].cpu, must=5, aim=2.5)
    bars.note("calendar, whole and compressed, CPU ms", best["whole, gzip"].cpu, must=10)
    bars.note("calendar, 304 ÷ a static file's", best["304"].cpu / best["static 304"].cpu, must=8, aim=4)
    bars.note(f"calendar, {SUBSCRIBERS:,} subscribers hourly, % of a core", mixed * 100, must=1)


def _bytes(asking: Asking, status: int) -> Callable[[], Awaitable[bytes]]:
    async def ask() -> bytes:
        answer = await asking()
        assert answer.status == status, answer
        return answer.body

    return ask
